"""The XML of an RSS or Atom file in; its items, with the words of their children, out.

The parser is expat, which opens nothing but the bytes it is given; a file that declares entities is turned down, so there is
nothing that could expand or point elsewhere; depth, tags and items are bounded.
"""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from html.entities import html5
from typing import TYPE_CHECKING
from xml.parsers import expat  # entities are turned down below, and expat opens no file by itself

from claimex.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

__all__ = ["Item", "feed_items"]

CHUNK = 1 << 16
TOKEN_MAX = 1 << 20  # bytes of one tag: expat looks at all of a tag again each time that more of it comes
DEPTH_MAX = 200
ROOTS = frozenset({"rss", "feed", "RDF"})
ITEMS = frozenset({"item", "entry"})
ATOM = frozenset({"http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"})
SPACES = ATOM | {  # the namespaces whose names are read; "title" in others is that of a picture
    "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://purl.org/rss/1.0/modules/content/",
    "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/",
}  # fmt: skip


@dataclass(slots=True)
class Item:
    """One item: the words of its children by name, those that are `literal` text and not HTML, and its size in characters."""

    number: int
    fields: dict[str, str] = field(default_factory=dict)
    literal: set[str] = field(default_factory=set)
    link: str | None = None
    size: int = 0

    @property
    def id(self) -> str | None:
        return (self.fields.get("guid") or self.fields.get("id") or "").strip() or None


def feed_items(stream: BinaryIO, *, encoding: str | None, limit: int) -> Iterator[Item]:
    """The items of a feed, each when its end has come. Raises BadInput where the XML is broken or not a feed."""
    reader = Reader(encoding, limit)
    data = b"-"
    while data:
        data = stream.read(CHUNK)
        try:
            reader.feed(data)
        except expat.ExpatError as error:
            yield from reader.taken()
            what = expat.ErrorString(error.code)
            message = f"not XML: {what} in line {error.lineno}, column {error.offset + 1}; what follows is not read"
            raise BadInput(message, reason="xml") from error
        except BadInput:
            yield from reader.taken()
            raise
        yield from reader.taken()


class Reader:
    """What expat calls; whole items gather until they are taken."""

    def __init__(self, encoding: str | None, limit: int) -> None:
        self.parser = expat.ParserCreate(encoding, namespace_separator=" ")
        self.parser.UseForeignDTD(True)  # so that names such as &nbsp; are told, not errors; nothing is fetched
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.words
        self.parser.EntityDeclHandler = self.declares
        self.parser.SkippedEntityHandler = self.entity
        self.limit = limit
        self.ready: list[Item] = []
        self.item: Item | None = None
        self.count = self.depth = self.item_depth = self.fed = 0
        self.name = ""  # of the item's child that is being read
        self.pieces: list[str] = []

    def feed(self, data: bytes) -> None:
        """Raises BadInput, and expat's error for broken XML."""
        self.parser.Parse(data, not data)
        self.fed += len(data)
        if data and self.fed - self.parser.CurrentByteIndex > TOKEN_MAX:
            message = f"a tag of more than {TOKEN_MAX:,} bytes; what follows is not read"
            raise BadInput(message, reason="xml")

    def taken(self) -> list[Item]:
        found, self.ready = self.ready, []
        return found

    def start(self, full: str, attributes: dict[str, str]) -> None:
        space, _, name = full.rpartition(" ")
        self.depth += 1
        if self.depth == 1 and name not in ROOTS:
            message = f"XML, but no RSS or Atom feed: it begins with <{name[:40]}>"
            raise BadInput(message, reason="xml")
        if self.depth > DEPTH_MAX:
            message = f"more than {DEPTH_MAX} tags inside each other; what follows is not read"
            raise BadInput(message, reason="xml")
        if self.item is None:
            if name in ITEMS and space in SPACES:
                self.count += 1
                self.item, self.item_depth = Item(self.count), self.depth
        elif self.depth == self.item_depth + 1:
            self.child(self.item, space, name, attributes)
        elif self.name:
            self.keep(f"<{name}>")

    def child(self, item: Item, space: str, name: str, attributes: dict[str, str]) -> None:
        """A child of an item begins; the first of each name counts."""
        self.name, self.pieces = (name if space in SPACES and name not in item.fields else ""), []
        if space in ATOM and name == "link" and attributes.get("rel", "alternate") == "alternate":
            item.link = item.link or attributes.get("href")
        if space in ATOM and attributes.get("type", "text") in {"text", "text/plain"}:
            item.literal.add(name)

    def end(self, full: str) -> None:
        if self.item is not None and self.depth == self.item_depth:
            self.ready.append(self.item)
            self.item = None
        elif self.item is not None and self.depth == self.item_depth + 1:
            if self.name and (words := "".join(self.pieces)).strip():
                self.item.fields[self.name] = words
            self.name = ""
        elif self.name:
            self.keep(f"</{full.rpartition(' ')[2]}>")
        self.depth -= 1

    def words(self, words: str) -> None:
        if self.name and self.item is not None:
            inline = self.depth > self.item_depth + 1  # text between the tags of XHTML, which stay tags
            self.keep(html.escape(words, quote=False) if inline else words)

    def keep(self, words: str) -> None:
        if self.item is not None:
            self.item.size += len(words)
            if self.item.size <= self.limit:
                self.pieces.append(words)

    def declares(self, name: str, *_: object) -> None:
        message = f"the XML declares an entity ({name[:40]}); such files are not read"
        raise BadInput(message, reason="xml")

    def entity(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001  # expat calls it so
        if not is_parameter:
            self.words(html5.get(f"{name};", f"&{name};"))
