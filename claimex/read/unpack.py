"""A packed stream in, its content out as a stream, piece by piece: memory stays flat however much comes out.

A stream that is broken or cut off raises BadInput where the break is met, so that what came before it is kept.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Protocol

from claimex.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

__all__ = ["PACKED", "magic_of", "need_extra", "unpacked"]

PACKED = {".gz": "gzip", ".zst": "zstd"}  # suffix -> what the name says
MAGIC = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd"}
GZIP_WINDOW = 31  # zlib: a gzip header and the largest window
GZIP_CHUNK = 4_096  # packed bytes taken at a time; at most 1,032 times as many come out: 4 MB
ZSTD_CHUNK = 1_024  # a block of 4 bytes can give 128 KB: at most 32 MB come out
BUFFER = 1 << 18
ZSTD_WINDOW = 1 << 27  # 128 MB, as the zstd command allows by default


class Decompressor(Protocol):
    """What zlib's and zstandard's decompression objects have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


def magic_of(head: bytes) -> str | None:
    """How the first bytes of a file say that it is packed, if they do."""
    return next((kind for magic, kind in MAGIC.items() if head.startswith(magic)), None)


def need_extra(*, what: str, extra: str) -> BadInput:
    """The one line for a format whose libraries are not installed."""
    return BadInput(f"reading {what} needs an extra: pip install 'claimex[{extra}]'", reason="extra")


def unpacked(stream: BinaryIO, kind: str) -> io.BufferedReader:
    """The content of a gzip or zstd stream, of any number of members. Raises BadInput without the extra for zstd."""
    if kind == "gzip":
        raw = Unpacked(stream, kind, lambda: zlib.decompressobj(GZIP_WINDOW), zlib.error, GZIP_CHUNK)
    else:
        try:
            import zstandard  # noqa: PLC0415  # an extra
        except ImportError as error:
            raise need_extra(what=".zst files", extra="zst") from error
        opener = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
        raw = Unpacked(stream, kind, opener.decompressobj, zstandard.ZstdError, ZSTD_CHUNK)
    return io.BufferedReader(raw, BUFFER)


class Unpacked(io.RawIOBase):
    """Unpacks a few bytes at a time, so that what comes out of them at once is bounded."""

    def __init__(
        self, stream: BinaryIO, kind: str, start: Callable[[], Decompressor], broken: type[Exception], chunk: int
    ) -> None:
        self.stream, self.kind, self.start, self.broken, self.chunk = stream, kind, start, broken, chunk
        self.member: Decompressor | None = None
        self.members = 0
        self.packed = b""
        self.ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]  # what io gives
        while not self.ready:
            if not self.packed:
                self.packed = self.stream.read(self.chunk)
            if not self.packed:
                return self.end()
            self.ready = memoryview(self.unpack())
        count = min(len(buffer), len(self.ready))
        buffer[:count] = self.ready[:count]
        self.ready = self.ready[count:]
        return count

    def unpack(self) -> bytes:
        """What the packed bytes at hand give; those behind the end of a member are kept for the next one."""
        if self.member is None:
            if self.members:
                self.packed = self.packed.lstrip(b"\0")  # padding, as gzip itself allows
                if not self.packed:
                    return b""
            self.member = self.start()
            self.members += 1
        packed, self.packed = self.packed, b""
        try:
            found = self.member.decompress(packed)
        except self.broken as error:
            what = f"not {self.kind} data" if self.members == 1 and magic_of(packed) != self.kind else f"broken {self.kind} data"
            raise BadInput(what, reason="packed") from error
        if self.member.eof:
            self.packed, self.member = self.member.unused_data, None
        return found

    def end(self) -> int:
        if self.member is not None or not self.members:  # a file of no bytes is no packed file either
            message = f"the {self.kind} data is cut off"
            raise BadInput(message, reason="packed")
        return 0
