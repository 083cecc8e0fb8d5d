"""The bytes of a plain text file in; one article out. Line ends stay as they are; a byte-order mark is not text."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from claimex.errors import BadInput
from claimex.read.article import Article
from claimex.read.lines import read_capped
from claimex.read.unpack import magic_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from claimex.read.options import ReadOptions

__all__ = ["decode", "read_text"]

SNIFFED = 8192  # bytes looked at to tell a binary file from a text with one bad byte
CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}  # control bytes that texts do not hold
BINARY_SHARE = 0.05  # of control bytes; a text in a legacy encoding has none
WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def read_text(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article]:
    """The article that a text file is. Raises BadInput for bytes that are no text in that encoding, and for too many."""
    data = read_capped(stream, options.max_bytes)
    yield Article(text=decode(data, encoding=options.encoding or "utf-8"), source=source)


def decode(data: bytes, *, encoding: str, start: int = 0) -> str:
    """The text, strictly decoded; `start` is where `data` begins in its file, for the message.

    Raises BadInput with the byte offset and the remedy.
    """
    codec = "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" and start == 0 else encoding
    try:
        text = data.decode(codec)
    except UnicodeError as error:
        raise undecodable(data, error, encoding=encoding, start=start) from error
    if (nul := text.find("\0")) >= 0:
        place = start + len(text[:nul].encode(encoding, "surrogatepass"))
        kind, what = ("binary", "a binary file, not text") if is_binary(data) else ("nul", "not text")
        message = f"NUL character at byte {place}: {what}"
        raise BadInput(message, reason=kind)
    return text


def undecodable(data: bytes, error: UnicodeError, *, encoding: str, start: int) -> BadInput:
    if start == 0 and (kind := magic_of(data)) is not None:
        return BadInput(f"{kind} data under a name that does not end in .gz or .zst", reason="packed")
    for mark, name in WIDE_MARKS.items():
        if data.startswith(mark):
            return BadInput(f"not {encoding}: the byte-order mark says {name}; try --encoding {name}", reason="encoding")
    if is_binary(data):
        return BadInput("a binary file, not text", reason="binary")
    place = start + error.start if isinstance(error, UnicodeDecodeError) else start
    return BadInput(f"not {encoding}: invalid byte at offset {place}; --encoding names another encoding", reason="encoding")


def is_binary(data: bytes) -> bool:
    head = data[:SNIFFED]
    return sum(byte in CONTROLS for byte in head) > BINARY_SHARE * len(head)
