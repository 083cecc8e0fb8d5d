"""A stream to write bytes to; the same as gzip or Zstandard out, the same bytes on every run."""

from __future__ import annotations

import gzip
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

from claimex.errors import BadOutput

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["compressing"]

GZIP_LEVEL = 6  # gzip's own default; Python's, 9, takes three times as long for 1 % less
ZSTD_LEVEL = 3


@contextmanager
def compressing(stream: BinaryIO, compression: str | None) -> Iterator[BinaryIO]:
    """A stream whose bytes go to `stream` as "gz" or "zst", or unchanged where there is no compression.

    The end of the compressed data is written at the end of the block; `stream` stays open. Raises BadOutput where
    Zstandard is not installed.
    """
    if compression is None:
        yield stream
    elif compression == "gz":
        # No time and no name in the header: the same records are the same bytes.
        with gzip.GzipFile(filename="", mode="wb", fileobj=stream, compresslevel=GZIP_LEVEL, mtime=0) as packed:
            yield cast("BinaryIO", packed)
    else:
        try:
            import zstandard  # noqa: PLC0415  # an extra
        except ImportError as error:
            message = "writing .zst needs the package zstandard; `pip install 'claimex[zst]'` brings it"
            raise BadOutput(message) from error
        packer = zstandard.ZstdCompressor(level=ZSTD_LEVEL, write_checksum=True)
        with packer.stream_writer(stream, closefd=False) as out:
            yield cast("BinaryIO", out)
