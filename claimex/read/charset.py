"""The bytes of a web page in, its text out: by its byte-order mark, what the server said, or what the page declares.

As the WHATWG's Encoding standard has it, but strict: bytes that are not of the encoding fail the page.
"""

from __future__ import annotations

import codecs
import re

from claimex.read.text import decode

__all__ = ["decode_page"]

DECLARED_IN = 4096  # bytes from the top in which a page declares its encoding; the standard says 1,024, pages are sloppy
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
META = re.compile(rb"<meta[\s/][^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
XML = re.compile(rb"\s{0,99}<\?xml[^>]{0,99}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})[\"']")
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# What browsers read these names as: pages that say Latin-1 hold the quotation marks of Windows.
READ_AS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932", "utf-16": "utf-8", "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}  # fmt: skip


def decode_page(data: bytes, *, encoding: str | None = None, served: str | None = None) -> str:
    """The page's text; `encoding` is the user's word, `served` the server's. Raises BadInput."""
    if encoding is not None:
        return decode(data, encoding=encoding)
    marked = next((name for mark, name in MARKS if data.startswith(mark)), None)
    if marked is not None:
        return decode(data, encoding=marked)
    return decode(data, encoding=known(served) or known(declared(data)) or "utf-8")


def declared(data: bytes) -> str | None:
    """The encoding that a page declares in its head."""
    head = data[:DECLARED_IN]
    found = XML.match(head) or META.search(COMMENT.sub(b"", head))
    return None if found is None else found[1].decode("ascii", "replace")


def known(name: str | None) -> str | None:
    """Python's name of an encoding that web pages are read in; None for names that nobody knows."""
    if name is None:
        return None
    try:
        "a".encode(name)  # codecs.lookup knows rot13 and zip too
        codec = codecs.lookup(name).name
    except (LookupError, UnicodeError, ValueError):
        return None
    return READ_AS.get(codec, codec)
