"""An RSS or Atom file in; an article an item out. `line` is the item's number, from 1.

An item's text is its full content if the feed has it, else its summary; HTML in it becomes plain text.
"""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from claimex.errors import BadInput
from claimex.read.article import Article
from claimex.read.lines import too_large
from claimex.read.plain import plain_text
from claimex.read.recode import Recoded
from claimex.read.xml import Item, feed_items
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from claimex.read.options import ReadOptions

__all__ = ["read_feed"]

# Names of an item's children, the best first.
TEXT = ("encoded", "content", "description", "summary")
DATE = ("published", "pubDate", "issued", "created", "date", "updated", "modified")


def read_feed(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article | Failure]:
    """The article of each item. Raises BadInput where the XML is broken: what follows cannot be read."""
    if options.encoding is not None:
        stream = Recoded(stream, options.encoding)  # type: ignore[assignment]  # it reads, which is all that is asked of it
    for item in feed_items(stream, encoding=None if options.encoding is None else "utf-8", limit=options.max_bytes):
        try:
            yield to_article(item, source, options)
        except BadInput as error:
            yield Failure(source=source, line=item.number, id=item.id, reason=error.reason, detail=str(error))


def to_article(item: Item, source: str, options: ReadOptions) -> Article:
    """The article of an item. Raises BadInput for one that is too large or has no text."""
    if item.size > options.max_bytes:
        raise too_large(options.max_bytes)
    text = next((words for name in TEXT if (words := plain(item, name))), None)
    if text is None:
        message = "the item has neither content nor summary"
        raise BadInput(message, reason="no text")
    return Article(
        text=text,
        id=item.id,
        title=plain(item, "title"),
        url=item.link or plain(item, "link"),
        published=next((iso(item.fields[name].strip()) for name in DATE if item.fields.get(name, "").strip()), None),
        source=source,
        line=item.number,
    )


def plain(item: Item, name: str) -> str | None:
    """The words of an item's child, if there are any."""
    words = item.fields.get(name, "")
    return (words.strip() if name in item.literal else plain_text(words)) or None


def iso(date: str) -> str:
    """RSS has the dates of mail ("Tue, 08 Feb 2022 10:00:00 GMT"), Atom those of ISO; the day is the writer's own."""
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except ValueError:
        return date
