"""Paths in; articles out, in order, each file read only when its turn comes.

What cannot be read comes out as a `Failure` in its place, and what is passed over as `Skipped`: the other articles go on,
and nothing is lost.
"""

from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from claimex.errors import BadInput
from claimex.read.ahead import look_ahead
from claimex.read.formats import format_of, is_archive, packing_of, reader_of, sniffed
from claimex.read.options import ReadOptions
from claimex.read.paths import find_files, shown, why_unreadable
from claimex.read.recode import Recoded, is_wide
from claimex.read.unpack import magic_of, unpacked
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from typing import BinaryIO

    from claimex.read.article import Article, Skipped
    from claimex.read.options import Format

__all__ = ["STDIN", "read_paths"]

STDIN = "-"
DEFAULTS = ReadOptions()
LINED = frozenset({"jsonl", "json", "csv", "tsv"})  # formats whose readers look for the byte that ends a line
HEAD = 4  # bytes of a pipe that show whether it is packed


def read_paths(
    paths: Iterable[str], options: ReadOptions = DEFAULTS, *, without: Collection[str] = ()
) -> Iterator[Article | Failure | Skipped]:
    """The articles of each path in turn: a file, a folder, a pattern, or "-" for standard input.

    Without `options.format` the suffix decides; files of other names that are given themselves are texts. Of standard
    input, which may be packed, the first bytes decide. `without` names files, by their real paths, that
    are not there for the reader: what the run itself writes, and may be writing into a folder that is read.
    """
    for path in paths:
        found = iter([path]) if path == STDIN else find_files(path, any_suffix=options.format is not None)
        for item in found:
            if without and os.path.realpath(item if isinstance(item, str) else item.source or "") in without:
                continue
            if isinstance(item, str):
                yield from guarded(item, options)
            else:
                yield item


def guarded(path: str, options: ReadOptions) -> Iterator[Article | Failure | Skipped]:
    """The articles of one file; where it cannot be read (on), a failure ends them."""
    source, line = shown(path), None
    try:
        for item in read_file(path, source, options):
            line = item.line
            yield item
    except OSError as error:
        yield Failure(source=source, line=after(line), id=None, reason="unreadable", detail=why_unreadable(error))
    except BadInput as error:
        yield Failure(source=source, line=after(line), id=None, reason=error.reason, detail=str(error))


def after(line: int | None) -> int | None:
    """Where reading broke off: behind the last article that was read, if any was."""
    return None if line is None else line + 1


def read_file(path: str, source: str, options: ReadOptions) -> Iterator[Article | Failure | Skipped]:
    if path == STDIN:
        yield from read_pipe(sys.stdin.buffer, source, options)
        return
    if options.format is None and is_archive(path):
        message = "an archive or a packing that is not read: unpack it first"
        raise BadInput(message, reason="archive")
    with Path(path).open("rb") as stream:
        if format_of(path) is None and not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            yield from read_pipe(stream, source, options)  # what a shell's <(command) gives
        else:
            format_ = options.format or format_of(path) or "text"
            yield from read_stream(stream, source, options, packing=packing_of(path), format_=format_)


def read_pipe(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article | Failure | Skipped]:
    """A stream without a name: its first bytes say how it is packed."""
    head, stream = look_ahead(stream, HEAD)
    yield from read_stream(stream, source, options, packing=magic_of(head), format_=options.format)


def read_stream(
    stream: BinaryIO, source: str, options: ReadOptions, *, packing: str | None, format_: Format | None
) -> Iterator[Article | Failure | Skipped]:
    """The articles of an open file; `format_` None: its first bytes say what it holds."""
    if packing is not None and format_ not in {"warc", "parquet"}:  # whose libraries unpack for themselves
        stream = unpacked(stream, packing)
    if format_ is None:
        head, stream = look_ahead(stream, 256)
        format_ = sniffed(head)
    if format_ in LINED and options.encoding is not None and is_wide(options.encoding):
        stream = cast("BinaryIO", io.BufferedReader(Recoded(stream, options.encoding)))
        options = ReadOptions(format=format_, keys=options.keys, max_bytes=options.max_bytes, any_language=options.any_language)
    yield from reader_of(format_)(stream, source, options)
