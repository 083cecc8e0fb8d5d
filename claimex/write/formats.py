"""Which formats there are, and how each is written: bytes that can be appended, or a file that is written whole.

What the batch runner needs to know of a format is here: `choose` makes an `Output` of what the user asked for. If it is
`appendable`, `header` comes first and `encode` makes the bytes of each record, in whatever process; the bytes are written one
after another, through `compress.compressing` if `compression` is set. Otherwise `open_whole` gives a writer that is fed with
records, in order, in one process, and puts the file in its place at the end, or leaves nothing.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, Protocol

from claimex.errors import BadOutput
from claimex.write.atomic import replacing
from claimex.write.jsonl import claim_lines, dump, to_utf16
from claimex.write.spreadsheet import header_row, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimex.records import ArticleRecord
    from claimex.write.parquet import ParquetWriter
    from claimex.write.sqlite import SqliteWriter

__all__ = ["Output", "WholeWriter", "choose", "open_whole"]

FormatName = Literal["jsonl", "csv", "parquet", "sqlite"]
Compression = Literal["gz", "zst"]
SUFFIXES: dict[str, FormatName] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".parquet": "parquet", ".pq": "parquet",
    ".sqlite": "sqlite", ".sqlite3": "sqlite", ".db": "sqlite",
}  # fmt: skip
COMPRESSIONS: dict[str, Compression] = {".gz": "gz", ".zst": "zst"}
APPENDABLE = frozenset({"jsonl", "csv"})


class WholeWriter(Protocol):
    """What takes the records of a format that cannot be appended to."""

    def add(self, record: ArticleRecord) -> None:
        """Take one record; the order of the calls is the order of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What the output holds. Plain values, so that it can be sent to worker processes."""

    format: FormatName
    per: Literal["article", "claim"] = "article"
    text: bool = True
    offsets: Literal["codepoint", "utf16"] = "codepoint"
    compression: Compression | None = None

    @property
    def appendable(self) -> bool:
        """Whether records are bytes that follow each other; otherwise the file is written by `open_whole`."""
        return self.format in APPENDABLE

    @property
    def header(self) -> bytes:
        """What stands before the first record of an appendable output; none for JSONL."""
        return header_row() if self.format == "csv" else b""

    def encode(self, record: ArticleRecord) -> bytes:
        """The bytes of one record of an appendable output, line ends included; none for an article that has no lines in it."""
        asked = self.asked(record)
        if self.format == "csv":
            return rows(asked)
        lines = claim_lines(asked) if self.per == "claim" else (dump(asked, text=self.text),)
        return b"".join(line.encode() + b"\n" for line in lines)

    def asked(self, record: ArticleRecord) -> ArticleRecord:
        """The record with its offsets counted, and its text kept or left out, as was asked for."""
        counted = to_utf16(record) if self.offsets == "utf16" and record.offsets != "utf16" else record
        return counted if self.text else counted.model_copy(update={"text": None})


class AskedWriter:
    """Feeds a writer with the records as the output asks for them."""

    def __init__(self, output: Output, writer: WholeWriter) -> None:
        self.output = output
        self.writer = writer

    def add(self, record: ArticleRecord) -> None:
        """Take one record."""
        self.writer.add(self.output.asked(record))


def choose(
    path: str | Path | None,
    *,
    format_: FormatName | None = None,
    per: Literal["article", "claim"] = "article",
    text: bool = True,
    offsets: Literal["codepoint", "utf16"] = "codepoint",
) -> Output:
    """The output that is asked for: by name, else by the suffix of the path; JSONL for standard output and other suffixes.

    Raises BadOutput for what does not go together.
    """
    name = "" if path is None or str(path) == "-" else PurePath(path).name
    compression = COMPRESSIONS.get(PurePath(name).suffix.lower())
    inner = PurePath(name).stem if compression else name
    chosen = format_ or SUFFIXES.get(PurePath(inner).suffix.lower(), "jsonl")
    if chosen not in APPENDABLE:
        if not name:
            message = f"{chosen} cannot be written to standard output; -o names a file"
            raise BadOutput(message)
        if compression:
            message = f"{path}: {chosen} cannot be written as .{compression}: it has to be read from any place"
            raise BadOutput(message)
    if per == "claim" and chosen in {"parquet", "sqlite"}:
        message = f"--per claim is for jsonl; {chosen} holds the claims of each article already"
        raise BadOutput(message)
    return Output(format=chosen, per=per, text=text, offsets=offsets, compression=compression)


@contextmanager
def open_whole(output: Output, path: Path) -> Iterator[WholeWriter]:
    """A writer of an output that is not appendable. The file is in its place after the block; an error inside leaves none.

    Raises BadOutput where Parquet's library is not installed, and OSError for a path that cannot be written.
    """
    kind = writer_of(output.format)
    with replacing(path) as unfinished, kind(unfinished) as writer:
        yield AskedWriter(output, writer)


def writer_of(format_: FormatName) -> type[SqliteWriter | ParquetWriter]:
    """The class that writes a whole format; their libraries are imported only now."""
    if format_ == "sqlite":
        from claimex.write.sqlite import SqliteWriter  # noqa: PLC0415

        return SqliteWriter
    try:
        from claimex.write.parquet import ParquetWriter  # noqa: PLC0415
    except ImportError as error:
        message = "writing Parquet needs the package pyarrow; `pip install 'claimex[parquet]'` brings it"
        raise BadOutput(message) from error
    return ParquetWriter
