"""The ledger of a run: which article of the input is where in the output. A SQLite file beside the output.

A row is kept only after its record is in the output and on the disk, so that after a crash of any kind the output is at least as
long as the ledger says; what is behind the last row's end is cut off, and the run goes on from there.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import suppress
from dataclasses import fields
from typing import TYPE_CHECKING, Any, NamedTuple

from claimex.batch.plan import Refused
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimex.batch.chunks import Item

__all__ = ["FORMAT", "BadLedger", "Ledger", "Row", "digest"]

FORMAT = 1
TABLES = """
CREATE TABLE run (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE items (
    place INTEGER PRIMARY KEY,  -- in all of the input, from 0
    source TEXT, line INTEGER, id TEXT,
    digest BLOB NOT NULL,       -- of the item as read
    what TEXT NOT NULL,         -- written, failed or skipped
    end INTEGER NOT NULL,       -- of the output, with this item's record, in bytes
    failures_end INTEGER NOT NULL
);
"""


class BadLedger(Refused):
    """A ledger that cannot be gone on with, and the remedy."""


class NotALedger(BadLedger):
    """A file of another kind in the place of a ledger."""


def not_ours(path: Path) -> str:
    return f"{path}: not a ledger of claimex; --force starts anew"


class Row(NamedTuple):
    """What became of one item of the input."""

    place: int
    source: str | None
    line: int | None
    id: str | None
    digest: bytes
    what: str
    end: int
    failures_end: int


def digest(item: Item) -> bytes:
    """What tells an item of the input from any other: 16 bytes made of all that was read."""
    values = item.model_dump() if isinstance(item, Failure) else {f.name: getattr(item, f.name) for f in fields(item)}
    told = json.dumps([type(item).__name__, values], sort_keys=True, default=str)  # in ASCII: surrogates do no harm
    return hashlib.sha256(told.encode()).digest()[:16]


class Ledger:
    """An open ledger; no other process can open it meanwhile. Raises BadLedger, and sqlite3.Error where the disk is full."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = sqlite3.connect(path, isolation_level=None, timeout=0)
        try:
            self.connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            self.connection.execute("PRAGMA synchronous = FULL")
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as error:
            self.connection.close()
            if "locked" in str(error):
                message = f"{path}: another run is writing it"
                raise BadLedger(message) from error
            raise NotALedger(not_ours(path)) from error

    @classmethod
    def create(cls, path: Path, settings: dict[str, Any], *, part: bool) -> Ledger:
        """A new ledger, on the disk before any record; `part`: the output is written beside an older one."""
        ledger = cls(path)
        for statement in TABLES.strip().split(";\n"):
            ledger.connection.execute(statement)
        ledger.note("format", FORMAT)
        ledger.note("settings", settings)
        ledger.note("part", part)
        ledger.keep()
        return ledger

    def note(self, key: str, value: object) -> None:
        """Put down something about the run as a whole."""
        self.connection.execute("INSERT OR REPLACE INTO run VALUES (?, ?)", (key, json.dumps(value, sort_keys=True)))

    @staticmethod
    def remove(path: Path) -> None:
        """Take an old ledger away. Raises BadLedger if another run is writing it."""
        if path.exists():
            with suppress(NotALedger):
                Ledger(path).close()
            path.unlink()
        path.with_name(path.name + "-journal").unlink(missing_ok=True)

    def noted(self, key: str) -> Any:  # noqa: ANN401  # any JSON
        """What was put down; None if nothing was."""
        try:
            row = self.connection.execute("SELECT value FROM run WHERE key = ?", (key,)).fetchone()
        except sqlite3.DatabaseError as error:
            raise NotALedger(not_ours(self.path)) from error
        return None if row is None else json.loads(row[0])

    def add(self, row: Row) -> None:
        """Put down what became of an item; lost unless `keep` follows."""
        self.connection.execute("INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def keep(self) -> None:
        """Have everything put down so far outlive this process and the machine."""
        if self.connection.in_transaction:  # not where a signal came between the two: the disk has all, and this tidies up
            self.connection.execute("COMMIT")
        self.connection.execute("BEGIN IMMEDIATE")

    def forget(self) -> None:
        """Drop what was put down and not kept."""
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    def last(self) -> Row | None:
        row = self.connection.execute("SELECT * FROM items ORDER BY place DESC LIMIT 1").fetchone()
        return None if row is None else Row(*row)

    def rows(self) -> Iterator[Row]:
        """All rows, in the order of the input."""
        return (Row(*row) for row in self.connection.execute("SELECT * FROM items ORDER BY place"))

    def close(self) -> None:
        """Let go; what was not kept is lost."""
        self.connection.close()
