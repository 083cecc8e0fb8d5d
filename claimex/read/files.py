"""Paths in; articles out, in order, each file read only when its turn comes.

What cannot be read comes out as a `Failure` in its place: the other articles go on, and nothing is lost.
"""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from claimex.errors import BadInput
from claimex.read.jsonl import read_lines
from claimex.read.options import ReadOptions
from claimex.read.text import read_text
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from claimex.read.article import Article, Skipped
    from claimex.read.options import Format

__all__ = ["STDIN", "read_paths"]

STDIN = "-"
JSONL_SUFFIXES = frozenset({".jsonl", ".ndjson"})


DEFAULTS = ReadOptions()


def read_paths(paths: Iterable[str], options: ReadOptions = DEFAULTS) -> Iterator[Article | Failure | Skipped]:
    """The articles of each path in turn; "-" is standard input.

    Without `options.format` the suffix decides (.jsonl and .ndjson hold an article a line), and for standard input the first
    character: "{" begins JSONL.
    """
    encoding, format_ = options.encoding or "utf-8", options.format
    for path in paths:
        source = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # a name of bytes that are no UTF-8
        try:
            if path == STDIN:
                yield from read_stream(sys.stdin.buffer, STDIN, encoding=encoding, format_=format_)
            else:
                with Path(path).open("rb") as stream:
                    kind = format_ or ("jsonl" if Path(path).suffix.lower() in JSONL_SUFFIXES else "text")
                    yield from read_stream(stream, source, encoding=encoding, format_=kind)
        except OSError as error:
            yield Failure(source=source, line=None, id=None, reason="unreadable", detail=why_unreadable(error))
        except BadInput as error:
            yield Failure(source=source, line=None, id=None, reason=error.reason, detail=str(error))


def why_unreadable(error: OSError) -> str:
    """The system's reason in its own words, without the path that the failure already names."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "is a directory, not a file"
    return (error.strerror or str(error)).lower()


def read_stream(stream: BinaryIO, source: str, *, encoding: str, format_: Format | None) -> Iterator[Article | Failure]:
    if format_ is None:
        first = stream.readline()
        format_ = "jsonl" if first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "text"
        lines: Iterable[bytes] = chain([first], stream)
    else:
        lines = stream
    if format_ == "jsonl":
        return read_lines(lines, source, encoding=encoding)
    return iter([read_text(b"".join(lines), source, encoding=encoding)])
