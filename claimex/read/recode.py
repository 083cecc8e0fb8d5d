"""Bytes in an encoding whose line ends are not one byte (UTF-16, UTF-32) in; the same text as UTF-8 out, piece by piece."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING

from claimex.errors import BadInput

if TYPE_CHECKING:
    from typing import BinaryIO

__all__ = ["Recoded", "is_wide"]

CHUNK = 1 << 16


def is_wide(encoding: str) -> bool:
    """Whether lines of that encoding cannot be told apart by the byte that ends them."""
    return "\n\n".encode(encoding) != b"\n\n"


class Recoded(io.RawIOBase):
    """Raises BadInput where the bytes are not in the encoding: what follows cannot be told apart."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self.stream, self.encoding = stream, encoding
        self.decoder = codecs.getincrementaldecoder(encoding)()
        self.ready = b""
        self.ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]  # what io gives
        while not self.ready and not self.ended:
            piece = self.stream.read(CHUNK)
            self.ended = not piece
            try:
                self.ready = self.decoder.decode(piece, final=self.ended).encode("utf-8", "surrogatepass")
            except UnicodeError as error:
                message = f"not {self.encoding}: what follows is not read"
                raise BadInput(message, reason="encoding") from error
        count = min(len(buffer), len(self.ready))
        buffer[:count], self.ready = self.ready[:count], self.ready[count:]
        return count
