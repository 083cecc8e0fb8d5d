"""A stream in; its first bytes, and a stream that still has them, out."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

__all__ = ["first_line", "look_ahead"]


class Joined(io.RawIOBase):
    """A few bytes already read, and then the rest of their stream."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self.head, self.stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]  # what io gives
        piece, self.head = (self.head[: len(buffer)], self.head[len(buffer) :]) if self.head else (b"", b"")
        piece = piece or self.stream.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def look_ahead(stream: BinaryIO, count: int) -> tuple[bytes, BinaryIO]:
    """The first `count` bytes, or all if there are fewer; a pipe may give them in pieces."""
    head = b""
    while len(head) < count and (piece := stream.read(count - len(head))):
        head += piece
    return head, io.BufferedReader(Joined(head, stream))


def first_line(stream: BinaryIO, limit: int) -> tuple[bytes, BinaryIO]:
    """The first line that is not blank, cut at `limit`."""
    head = line = b""
    while len(head) < limit and not line.strip() and (line := stream.readline(limit)):
        head += line
    return line, io.BufferedReader(Joined(head, stream))
