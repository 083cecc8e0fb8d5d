"""Results in; an output that is no ledger's business out: a stream, a small file, or one that is written whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, BinaryIO, Protocol, TypeAlias

from claimex.batch.plan import Refused, ledger_path, part_path
from claimex.batch.work import Done
from claimex.read.article import Skipped
from claimex.records import ArticleRecord, Failure
from claimex.write.atomic import replacing
from claimex.write.compress import compressing
from claimex.write.formats import open_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claimex.batch.chunks import Item
    from claimex.batch.plan import Plan

__all__ = ["Outcome", "Sink", "packed", "small", "streamed", "whole"]

Outcome: TypeAlias = Done | Failure | Skipped


class Sink(Protocol):
    """Where the results of a run go."""

    def loaded(self, model: str) -> None:
        """Learn which language pipeline makes the records. Raises Refused if it is not that of the run that is gone on with."""

    def settle(self, place: int, item: Item, outcome: Outcome) -> None:
        """Take what became of the item at that place of the input."""

    def keep(self) -> None:
        """Have what was taken outlive this process, as far as the output can."""


class Plain:
    """A sink that hands the bytes of records to a function, and failures to a stream if there is one."""

    def __init__(self, write: Callable[[bytes], object], failures: BinaryIO | None, flush: Callable[[], object]) -> None:
        self.write, self.failures, self.flush = write, failures, flush

    def loaded(self, model: str) -> None:
        """There is no earlier run."""

    def settle(self, place: int, item: Item, outcome: Outcome) -> None:
        """Write the record, or the line of a failure."""
        del place, item
        if isinstance(outcome, Done):
            self.write(outcome.data)
        elif isinstance(outcome, Failure) and self.failures is not None:
            self.failures.write(failure_line(outcome))

    def keep(self) -> None:
        """Let readers of the output have what was written."""
        self.flush()
        if self.failures is not None:
            self.failures.flush()


def failure_line(failure: Failure) -> bytes:
    return failure.model_dump_json().encode() + b"\n"


@contextmanager
def streamed(plan: Plan, stdout: BinaryIO) -> Iterator[Sink]:
    """Standard output, a pipe or a device: each batch is flushed."""
    output = plan.settings.output
    stream = nullcontext(stdout) if plan.output is None else plan.output.open("wb")
    with stream as out, failure_stream(plan) as failures, compressing(out, output.compression) as packing:
        packing.write(output.header)
        flush = packing.flush if output.compression is None else nothing  # a flush starts a new block, and spoils the compression
        yield Plain(packing.write, failures, flush)


@contextmanager
def failure_stream(plan: Plan) -> Iterator[BinaryIO | None]:
    if plan.failures is None:
        yield None
    else:
        with plan.failures.open("wb") as stream:
            yield stream


@contextmanager
def packed(plan: Plan, path: Path) -> Iterator[Sink]:
    """A compressed file: in its place when all of it is written."""
    output = plan.settings.output
    with (
        failure_stream(plan) as failures,
        replacing(path) as part,
        part.open("wb") as raw,
        compressing(raw, output.compression) as out,
    ):
        out.write(output.header)
        yield Plain(out.write, failures, nothing)


@contextmanager
def whole(plan: Plan, path: Path) -> Iterator[Sink]:
    """Parquet or SQLite: in its place when all of it is written."""
    with failure_stream(plan) as failures, open_whole(plan.settings.output, path) as writer:
        yield Plain(lambda data: writer.add(ArticleRecord.model_validate_json(data)), failures, nothing)


@contextmanager
def small(plan: Plan, path: Path) -> Iterator[Sink]:
    """So few articles that no ledger is worth it: in its place when all of it is there.

    Where --resume finds an output without a ledger, it has to be what this run makes; then nothing is written.
    """
    pieces = [plan.settings.output.header]
    with failure_stream(plan) as failures:
        yield Plain(pieces.append, failures, nothing)
    data = b"".join(pieces)
    if plan.resume and path.exists() and path.stat().st_size:
        if path.read_bytes() != data:
            raise Refused(no_ledger(path))
        return
    with replacing(path) as part:
        part.write_bytes(data)
        ledger_path(path).unlink(missing_ok=True)
        part_path(path).unlink(missing_ok=True)


def no_ledger(path: Path) -> str:
    return f"{path} has no ledger beside it and cannot be gone on with; --force writes it anew"


def nothing() -> None:
    pass
