"""A web page's HTML in; its article's text, title, URL and publication date out, by trafilatura and htmldate (an extra).

Neither looks at the clock or the network: the latest date that is believed is given. Only dates that the page marks as such
are taken (in its address, its head, a time element), none from running text.
"""

from __future__ import annotations

import functools
import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimex.errors import BadInput
from claimex.read.unpack import need_extra

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Page", "read_page"]

# More than any page of news has. Parser and extractor take time that grows with the square of these: 20,000 tags take at most
# 1.5 s, 60,000 up to 46 s; 5,000 attributes in one tag 0.2 s, 20,000 of them 4 s.
MAX_TAGS = 30_000
MAX_ATTRIBUTES = 2_000
TAG = re.compile(r"<[a-zA-Z]")
LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{8000,}")
LATEST = "2099-12-31"  # a page on disk does not say when it was fetched; later dates are none of publication


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page says of its article."""

    text: str
    title: str | None
    url: str | None
    published: str | None


def read_page(html: str, *, url: str | None = None, latest: str = LATEST) -> Page:
    """The article of a page. Raises BadInput where there is none, and without the extra."""
    extract = extractor()
    check_size(html)
    dates = {"original_date": True, "extensive_search": False, "max_date": latest}
    try:
        found = extract(
            html, url=url, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=dates
        )
    except Exception as error:  # the boundary of one article: a fault of the library costs this page, and is told
        message = f"the page cannot be read: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
        raise BadInput(message, reason="html") from error
    if found is None or not (found.text or "").strip():
        message = "no article was found in the page"
        raise BadInput(message, reason="no text")
    return Page(found.text, found.title or None, url or found.url or None, found.date or None)


def check_size(html: str) -> None:
    """Raise BadInput for a page that would take too long."""
    if sum(1 for _ in TAG.finditer(html)) > MAX_TAGS:
        message = f"the page has more than {MAX_TAGS:,} tags"
        raise BadInput(message, reason="too large")
    if any(match.group().count("=") > MAX_ATTRIBUTES for match in LONG_TAG.finditer(html)):
        message = f"a tag of the page has more than {MAX_ATTRIBUTES:,} attributes"
        raise BadInput(message, reason="too large")


@functools.cache
def extractor() -> Callable[..., Any]:
    """Trafilatura's function, imported once; what it logs of single pages is not for stderr."""
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415  # an extra, and half a second
    except ImportError as error:
        raise need_extra(what="HTML", extra="html") from error
    for name in ("trafilatura", "htmldate", "charset_normalizer", "courlan", "justext", "readability"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return bare_extraction
