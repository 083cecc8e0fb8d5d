"""A CSV or TSV file with a header row in; an article a row out. `line` is the line of the file on which the row begins.

Quoted cells may hold line ends (RFC 4180). A row with more or fewer cells than the header fails: its cells cannot be named.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from claimex.errors import BadInput
from claimex.read.fields import given_id, to_article
from claimex.read.lines import GIVE_UP, too_large
from claimex.read.text import decode
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from claimex.read.article import Article
    from claimex.read.options import ReadOptions

__all__ = ["read_csv", "read_tsv"]

COMMAS = (",", ";", "\t", "|")  # tried in turn on the header: spreadsheets of half of Europe write semicolons


class Lines:
    """The decoded lines of a file for `csv`, which asks for one after another until a row is whole."""

    def __init__(self, stream: BinaryIO, options: ReadOptions) -> None:
        self.stream, self.options = stream, options
        self.number = self.place = self.size = 0

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        """Raises BadInput for a line that cannot be decoded, and when the row's lines are together too long."""
        limit = self.options.max_bytes
        data = self.stream.readline(limit + 1)
        if not data:
            raise StopIteration
        start = self.place
        self.place += len(data)
        self.size += len(data)
        self.number += 1
        if self.size > limit:
            self.skip(data)
            raise too_large(limit)
        return decode(data, encoding=self.options.encoding or "utf-8", start=start)

    def skip(self, data: bytes) -> None:
        """Read over the rest of a line."""
        limit = GIVE_UP * self.options.max_bytes
        while data and not data.endswith(b"\n"):
            data = self.stream.readline(1 << 20)
            self.place += len(data)
            limit -= len(data)
            if limit < 0:
                message = "a line without end; what follows is not read"
                raise BadInput(message, reason="endless")


class Rows:
    """The rows of a table, each with the number of the line on which it begins."""

    def __init__(self, lines: Lines, comma: str) -> None:
        self.lines = lines
        self.cells = csv.reader(lines, delimiter=comma, strict=True)
        self.start = 1

    def read(self) -> list[str] | None:
        """The next row's cells, None at the end. Raises BadInput; the row after a broken one can be read."""
        self.start, self.lines.size = self.lines.number + 1, 0
        limit = csv.field_size_limit(self.lines.options.max_bytes)  # one for the whole process, so it is put back
        try:
            return next(self.cells, None)
        except csv.Error as error:
            lines = "" if self.lines.number == self.start else f" (lines {self.start} to {self.lines.number})"
            message = f"not CSV: {error}{lines}"
            raise BadInput(message, reason="csv") from error
        finally:
            csv.field_size_limit(limit)


def read_tsv(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article | Failure]:
    """The article of each row of a table whose cells are parted by tabs."""
    return read_rows(stream, source, options, commas=("\t",))


def read_csv(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article | Failure]:
    """The article of each row; cells are parted by whatever of `COMMAS` makes a text column of the header."""
    return read_rows(stream, source, options, commas=COMMAS)


def read_rows(stream: BinaryIO, source: str, options: ReadOptions, *, commas: tuple[str, ...]) -> Iterator[Article | Failure]:
    lines = Lines(stream, options)
    first = next(lines, "")
    names, comma = header(first, options.keys.text, commas)
    rows = Rows(lines, comma)
    while True:
        id_ = None
        try:
            cells = rows.read()
            if cells is None:
                return
            if cells:  # a blank line is no row
                value = named(names, cells)
                id_ = given_id(value, options.keys)
                yield to_article(value, options.keys, source, rows.start)
        except BadInput as error:
            yield Failure(source=source, line=rows.start, id=id_, reason=error.reason, detail=str(error))
            if error.reason == "endless":
                return


def header(line: str, text_key: str, commas: tuple[str, ...]) -> tuple[list[str], str]:
    """The columns' names, and what parts them. Raises BadInput."""
    found = [(next(csv.reader([line], delimiter=comma), []), comma) for comma in commas]
    names, comma = next(((names, comma) for names, comma in found if text_key in names), found[0])
    if text_key not in names:
        shown = ", ".join(repr(name) for name in names[:12]) or "none"
        message = f'no column is named "{text_key}"; the first line has {shown}; --text-key names another'
        raise BadInput(message, reason="keys")
    twice = next((name for i, name in enumerate(names) if name in names[:i]), None)
    if twice is not None:
        message = f"two columns are named {twice!r}"
        raise BadInput(message, reason="keys")
    return names, comma


def named(names: list[str], cells: list[str]) -> dict[str, str]:
    """The cells by the names of their columns. Raises BadInput."""
    if len(cells) != len(names):
        message = f"the row has {len(cells)} cells, the header {len(names)}"
        raise BadInput(message, reason="csv")
    return dict(zip(names, cells, strict=True))
