"""A stream of bytes in, its lines out, none longer than an article may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

__all__ = ["Line", "bounded_lines", "read_capped", "too_large"]

CHUNK = 1 << 20
BLANK_MAX = 1_000_000  # bytes of blank lines after each other: a bomb of line ends takes half a second for that
GIVE_UP = 50  # times the limit: no more than that is read over in search of the end of one line


@dataclass(frozen=True, slots=True)
class Line:
    """One line's bytes with its end, `None` if it is too long; its number from 1 and the offset at which it starts."""

    data: bytes | None
    number: int
    start: int


def too_large(limit: int) -> BadInput:
    return BadInput(f"the article has more than {limit:,} bytes; --max-bytes allows more", reason="too large")


def read_capped(stream: BinaryIO, limit: int) -> bytes:
    """All of a stream, unless it is larger than an article may be. Raises BadInput."""
    pieces, left = [], limit + 1
    while left and (piece := stream.read(min(left, CHUNK))):
        pieces.append(piece)
        left -= len(piece)
    if not left:
        raise too_large(limit)
    return b"".join(pieces)


def bounded_lines(stream: BinaryIO, limit: int) -> Iterator[Line]:
    """The lines of a stream that are not blank. Raises BadInput where there is no end to a line, or to blank ones."""
    number = start = blank = 0
    while data := stream.readline(limit + 1):
        number += 1
        if len(data) > limit:
            yield Line(None, number, start)
            start += len(data) if data.endswith(b"\n") else len(data) + rest_of_line(stream, limit)
            continue
        if data.isspace():
            blank += len(data)
            if blank > min(limit, BLANK_MAX):
                message = f"{blank:,} bytes of blank lines; what follows is not read"
                raise BadInput(message, reason="too large")
        else:
            blank = 0
            yield Line(data, number, start)
        start += len(data)


def rest_of_line(stream: BinaryIO, limit: int) -> int:
    """Read over what is left of a line; its length."""
    length = 0
    while piece := stream.readline(min(CHUNK, limit)):
        length += len(piece)
        if piece.endswith(b"\n"):
            break
        if length > GIVE_UP * limit:
            message = f"a line of more than {GIVE_UP * limit:,} bytes; what follows is not read"
            raise BadInput(message, reason="too large")
    return length
