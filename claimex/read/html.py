"""An HTML file in, one article out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.read.article import Article
from claimex.read.charset import decode_page
from claimex.read.lines import read_capped
from claimex.read.page import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from claimex.read.options import ReadOptions

__all__ = ["read_html"]


def read_html(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article]:
    """The article of a saved web page. Raises BadInput where there is none."""
    page = read_page(decode_page(read_capped(stream, options.max_bytes), encoding=options.encoding))
    yield Article(text=page.text, title=page.title, url=page.url, published=page.published, source=source)
