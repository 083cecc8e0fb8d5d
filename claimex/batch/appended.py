"""Results in; an output file that grows record by record out, with a ledger beside it from which an interrupted run goes on."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimex import __version__
from claimex.batch.ledger import FORMAT, BadLedger, Ledger, Row, digest
from claimex.batch.plan import Refused, ledger_path, part_path, system_errors
from claimex.batch.sinks import Outcome, failure_line
from claimex.batch.work import Done
from claimex.read.article import Article
from claimex.records import Failure
from claimex.write.atomic import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.batch.chunks import Item
    from claimex.batch.plan import Plan
    from claimex.batch.tally import Tally

__all__ = ["Appended", "begun", "resumed"]


class Growing:
    """A file that is written at its end and can be cut back to any length it had; without a path, nothing.

    A device (the failures can go to /dev/stderr) is only written to.
    """

    def __init__(self, path: Path | None, end: int) -> None:
        """Open the file, cut to `end`. Raises BadLedger if it is shorter."""
        self.end = end
        self.handle = None if path is None else os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        status = None if self.handle is None else os.fstat(self.handle)
        self.is_file = status is not None and stat.S_ISREG(status.st_mode)
        if status is not None and self.is_file and (size := status.st_size) < end:
            self.close()
            message = f"{path} has {size:,} bytes, but its ledger says {end:,}: it was changed; --force writes it anew"
            raise BadLedger(message)
        self.cut(end)

    def write(self, data: bytes) -> None:
        if self.handle is not None:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(self.handle, rest) :]
            self.end += len(data)

    def cut(self, end: int) -> None:
        if self.handle is not None and self.is_file:
            os.ftruncate(self.handle, end)
            os.lseek(self.handle, end, os.SEEK_SET)
        self.end = end

    def sync(self) -> None:
        if self.handle is not None and self.is_file:
            os.fsync(self.handle)

    def close(self) -> None:
        if self.handle is not None:
            os.close(self.handle)
            self.handle = None


class Appended:
    """The sink of a run that can be gone on with."""

    def __init__(self, plan: Plan, path: Path, ledger: Ledger) -> None:
        self.path, self.ledger = path, ledger
        self.header = plan.settings.output.header
        last = ledger.last()
        self.next = 0 if last is None else last.place + 1
        in_part = ledger.noted("part") and part_path(path).exists()
        self.data = part_path(path) if in_part else path
        self.out = Growing(self.data, 0 if last is None else last.end)
        self.failures = Growing(plan.failures, 0 if last is None else last.failures_end)
        if last is None:
            self.out.write(self.header)

    def unfinished(self, items: Iterator[Item], tally: Tally) -> Iterator[Item]:
        """The items that the ledger has not. Raises Refused if those that it has are not what is read now."""
        for row in self.ledger.rows():
            item = next(items, None)
            if item is None:
                message = f"the input ends before {where(row)}, which {self.path} has already; --force writes it anew"
                raise Refused(message)
            if digest(item) != row.digest:
                message = f"{where(row)} is not what it was when {self.path} was begun; --force writes it anew"
                raise Refused(message)
            tally.count(row.what)
            tally.before += 1
        yield from items

    def loaded(self, model: str) -> None:
        """Hold the language pipeline to that of the records that are there."""
        known = self.ledger.noted("model")
        if known is None:
            self.ledger.note("model", model)
        elif known != model:
            message = f"{self.path} was begun with another language pipeline: {known}; now it is {model}; --force writes it anew"
            raise Refused(message)

    def settle(self, place: int, item: Item, outcome: Outcome) -> None:
        """Write the record or the failure, then the row."""
        if isinstance(outcome, Done):
            self.out.write(outcome.data)
        elif isinstance(outcome, Failure):
            self.failures.write(failure_line(outcome))
        what = "written" if isinstance(outcome, Done) else "failed" if isinstance(outcome, Failure) else "skipped"
        id_ = item.id if isinstance(item, Article | Failure) else None
        self.ledger.add(Row(place, item.source, item.line, id_, digest(item), what, self.out.end, self.failures.end))

    def keep(self) -> None:
        """First the records, then the rows that say that they are there."""
        self.out.sync()
        self.failures.sync()
        self.ledger.keep()

    def cut(self) -> None:
        """Cut off what no kept row answers for."""
        self.ledger.forget()
        last = self.ledger.last()
        self.out.cut(min(self.out.end, len(self.header)) if last is None else last.end)
        self.failures.cut(0 if last is None else last.failures_end)

    def finish(self) -> None:
        """Put the output in its place, where it was written beside an older one."""
        self.keep()
        if self.data != self.path:
            self.data.replace(self.path)
            self.ledger.note("part", value=False)
            self.ledger.keep()
        sync_folder(self.path.absolute().parent)

    def close(self) -> None:
        self.out.close()
        self.failures.close()
        self.ledger.close()


def where(row: Row) -> str:
    source = row.source or f"article {row.place + 1}"
    return source if row.line is None else f"{source}:{row.line}"


@contextmanager
def appending(sink: Appended) -> Iterator[Appended]:
    """Whatever ends the run, the output is left as its ledger says, all of it kept unless the system would not have it."""
    try:
        yield sink
        sink.finish()
    except system_errors():
        sink.cut()
        raise
    except BaseException:
        sink.keep()
        raise
    finally:
        sink.close()


@contextmanager
def begun(plan: Plan, path: Path) -> Iterator[Appended]:
    """A new output; one that is there already stays until the new one is whole."""
    Ledger.remove(ledger_path(path))
    if plan.failures is not None:
        plan.failures.open("wb").close()
    part_path(path).unlink(missing_ok=True)
    older = path.exists() and path.stat().st_size > 0
    if older:
        part_path(path).touch()  # before the ledger, which says that it is there
    ledger = Ledger.create(ledger_path(path), settings_of(plan, path), part=older)
    with appending(Appended(plan, path, ledger)) as sink:
        yield sink


@contextmanager
def resumed(plan: Plan, path: Path) -> Iterator[Appended]:
    """The output of an interrupted run, with its ledger. Raises Refused if the settings have changed."""
    ledger = Ledger(ledger_path(path))
    try:
        check_settings(path, ledger, settings_of(plan, path))
        sink = Appended(plan, path, ledger)
    except BaseException:
        ledger.close()
        raise
    with appending(sink):
        yield sink


def settings_of(plan: Plan, path: Path) -> dict[str, Any]:
    """Everything but the input that decides what the files of the run hold."""
    failures = None if plan.failures is None else os.path.relpath(plan.failures, path.parent)
    kb = plan.settings.extractor.get("kb")  # a file of the user's, whose content is in the records
    digested = None if kb is None else hashlib.sha256(Path(kb).read_bytes()).hexdigest()
    return flat(plan.settings.described() | {"claimex": __version__, "failures": failures, "kb": digested})


def flat(value: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested settings as one table: {"output.per": "article"}."""
    found: dict[str, Any] = {}
    for key, item in value.items():
        found |= flat(item, f"{prefix}{key}.") if isinstance(item, dict) else {prefix + key: item}
    return found


def check_settings(path: Path, ledger: Ledger, now: dict[str, Any]) -> None:
    then = ledger.noted("settings")
    if ledger.noted("format") != FORMAT or not isinstance(then, dict):
        message = f"{ledger.path}: the ledger of another version of claimex; --force writes {path} anew"
        raise BadLedger(message)
    for key in sorted(then.keys() | now.keys()):
        if then.get(key) != now.get(key):
            message = f"{path} was begun with {key} = {then.get(key)}, now it is {now.get(key)}; --force writes it anew"
            raise Refused(message)
