"""A web page's HTML in; its article's text, title, URL and publication date out, by trafilatura and htmldate (an extra).

Neither looks at the clock or the network: the latest date that is believed is given. Only dates that the page marks as such
are taken (in its address, its head, a time element), none from running text.
"""

from __future__ import annotations

import functools
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimex.errors import BadInput
from claimex.read.unpack import need_extra

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Page", "read_page"]

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
