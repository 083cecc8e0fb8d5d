"""A file of claimex's output in; its records out, or a `BadInput` that names the line."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

from pydantic import ValidationError

from claimex.convert.whole import unknown_id
from claimex.errors import BadInput
from claimex.records import SCHEMA, ArticleRecord

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["load_records", "open_lines"]


def load_records(path: Path) -> Iterator[ArticleRecord]:
    """The records of JSONL or Parquet that claimex wrote, an article a line or row.

    - is standard input, which is JSONL; .gz and .zst are unpacked; a folder holds Parquet files, as Spark writes them. Raises
    BadInput for the first line or row that is something else.
    """
    if path.suffix.lower() in {".parquet", ".pq"} or path.is_dir():
        yield from load_tables(path)
        return
    with open_lines(path) as lines:
        try:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield parse_line(line, f"{path}:{number}")
        except OSError as error:
            raise unreadable(path, error) from error
        except (EOFError, zlib.error) as error:
            message = f"{path}: the compressed file is damaged or cut short"
            raise BadInput(message, reason="unreadable") from error


def load_tables(path: Path) -> Iterator[ArticleRecord]:
    """The records of a Parquet file, or of those of a folder in the order of their names."""
    try:
        from claimex.convert.tables import load_table  # noqa: PLC0415  # an extra
    except ImportError as error:
        message = f"{path}: reading Parquet needs the package pyarrow; `pip install 'claimex[parquet]'` brings it"
        raise BadInput(message, reason="unreadable") from error
    files = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    if not files:
        message = f"{path}: no Parquet files are in the folder"
        raise BadInput(message, reason="unreadable")
    for file in files:
        yield from load_table(file)


@contextmanager
def open_lines(path: Path) -> Iterator[BinaryIO]:
    """The file's bytes, unpacked."""
    if str(path) == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from error
    with stream, unpacked(stream, path) as lines:
        yield lines


@contextmanager
def unpacked(stream: BinaryIO, path: Path) -> Iterator[BinaryIO]:
    suffix = path.suffix.lower()
    if suffix == ".gz":
        with gzip.GzipFile(fileobj=stream) as packed:
            yield cast("BinaryIO", packed)
    elif suffix == ".zst":
        try:
            import zstandard  # noqa: PLC0415  # an extra
        except ImportError as error:
            message = f"{path}: reading .zst needs the package zstandard; `pip install 'claimex[zst]'` brings it"
            raise BadInput(message, reason="unreadable") from error
        try:
            with zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True) as packed:
                yield cast("BinaryIO", io.BufferedReader(packed))
        except zstandard.ZstdError as error:
            message = f"{path}: not Zstandard: {error}"
            raise BadInput(message, reason="unreadable") from error
    else:
        yield stream


def unreadable(path: Path, error: OSError) -> BadInput:
    return BadInput(f"{path}: cannot read: {(error.strerror or str(error)).lower()}", reason="unreadable")


def parse_line(line: bytes, where: str) -> ArticleRecord:
    """The record of one line. Raises BadInput, with the place, for what is none."""
    try:
        record = ArticleRecord.model_validate_json(line)
    except ValidationError as error:
        message = f"{where}: {what_is_wrong(line, error)}"
        raise BadInput(message, reason="record") from error
    if (wrong := unknown_id(record)) is not None:
        message = f"{where}: not as claimex wrote it: {wrong}"
        raise BadInput(message, reason="record")
    return record


def what_is_wrong(line: bytes, error: ValidationError) -> str:
    """Why a line is no record, in words for people."""
    try:
        data = json.loads(line)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        return "not claimex output: not a line of JSON"
    if not isinstance(data, dict):
        return "not claimex output: not a JSON object"
    if isinstance(data.get("article"), dict):
        return "a claim, not an article: this reads what `claimex extract` writes without `--per claim`"
    if "schema" not in data:
        return 'not claimex output: there is no key "schema"'
    if data["schema"] != SCHEMA:
        return f"the schema is {str(data['schema'])[:40]!r}; this version of claimex reads {SCHEMA!r}"
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f'not claimex output: key "{place}": {first["msg"][:1].lower()}{first["msg"][1:]}'
