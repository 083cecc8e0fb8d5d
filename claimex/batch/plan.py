"""What a run is asked to do, and what speaks against it before anything is read."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.batch.work import Work
from claimex.errors import BadOutput, ClaimexError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claimex.batch.work import Settings

__all__ = ["Plan", "Refused", "check", "ledger_path", "part_path", "system_errors", "writing"]


class Refused(ClaimexError):
    """What was asked for cannot be, or would destroy something; the message has the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One run. `output` None is standard output, which the runner is given as a stream; `jobs` 0 starts no worker process.

    `make` loads what does the work, in each worker; it is sent there, so it has to be a function or class of a module.
    """

    settings: Settings
    output: Path | None = None
    failures: Path | None = None
    jobs: int = 1
    resume: bool = False
    force: bool = False
    fail_fast: bool = False
    make: Callable[[Settings], Work] = Work

    @property
    def to_file(self) -> bool:
        """Whether the output is a file that stays, and no stream, pipe or device."""
        return self.output is not None and (not self.output.exists() or self.output.is_file() or self.output.is_dir())

    @property
    def files(self) -> frozenset[str]:
        """The real paths of everything that the run may write."""
        beside = [] if self.output is None else [
            self.output, ledger_path(self.output), ledger_path(self.output).with_name(ledger_path(self.output).name + "-journal"),
            part_path(self.output), self.output.with_name(f".{self.output.name}.part"),
        ]  # fmt: skip
        return frozenset(os.path.realpath(path) for path in [*beside, *([] if self.failures is None else [self.failures])])

    @property
    def resumable(self) -> bool:
        """Whether the output grows record by record, so that an interrupted run can go on."""
        output = self.settings.output
        return self.to_file and output.appendable and output.compression is None


def ledger_path(output: Path) -> Path:
    return output.with_name(output.name + ".ledger")


def part_path(output: Path) -> Path:
    """Where an output is written that is to take the place of one that is there."""
    return output.with_name(output.name + ".part")


def check(plan: Plan) -> None:
    """Turn down what can be seen to be wrong before anything is read. Raises Refused and BadOutput."""
    if plan.resume and plan.force:
        message = "--resume goes on with a run, --force starts anew: give one of them"
        raise Refused(message)
    if plan.output is not None and plan.failures is not None and plan.output.absolute() == plan.failures.absolute():
        message = f"{plan.output}: the output and the failures need a file each"
        raise Refused(message)
    if plan.resume and not plan.resumable:
        name = plan.settings.output.compression or plan.settings.output.format
        why = f"a {name} output is written whole or not at all" if plan.to_file else "only a file can be gone on with"
        message = f"--resume: {why}; leave it out to start anew"
        raise Refused(message)
    if plan.to_file and plan.output is not None:
        check_file(plan, plan.output)
    if plan.failures is not None:
        if str(plan.failures) == "-":
            message = "--failures: standard output is for the records; name a file"
            raise Refused(message)
        check_place(plan.failures)


def check_file(plan: Plan, path: Path) -> None:
    try:
        there = path.stat().st_size > 0
    except OSError:
        there = False
    if (there or (plan.resumable and ledger_path(path).exists())) and not (plan.resume or plan.force or path.is_dir()):
        unfinished = f"{path} is there already; " + ("--resume goes on with it, " if plan.resumable else "")
        message = f"{unfinished}--force writes it anew"
        raise Refused(message)
    check_place(path)


def check_place(path: Path) -> None:
    """Raise BadOutput where no file can be made."""
    number = (
        errno.EISDIR if path.is_dir()
        else errno.ENOENT if not path.parent.exists()
        else errno.ENOTDIR if not path.parent.is_dir()
        else errno.EACCES if not os.access(path if path.exists() else path.parent, os.W_OK)
        else 0
    )  # fmt: skip
    if number:
        raise cannot_write(path, OSError(number, os.strerror(number)))


def system_errors() -> tuple[type[Exception], ...]:
    """What writing raises when the system will not have it. To be called in an except clause: it imports SQLite."""
    import sqlite3  # noqa: PLC0415  # a run without a ledger has no need of it

    return OSError, sqlite3.OperationalError


@contextmanager
def writing(path: Path | None, remedy: str = "") -> Iterator[None]:
    """Turn errors of the system inside the block into one line for people; but a reader that went away stays BrokenPipeError."""
    try:
        yield
    except BrokenPipeError:
        raise
    except system_errors() as error:
        raise cannot_write(path, error, remedy) from error


def cannot_write(path: Path | None, error: Exception, remedy: str = "") -> BadOutput:
    number = error.errno if isinstance(error, OSError) else None
    why = str(error) if number is None else os.strerror(number)  # some libraries put more into the message
    return BadOutput(f"{path or 'standard output'}: cannot write: {why.lower()}{remedy}")
