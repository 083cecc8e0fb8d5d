"""What `claimex extract` does around a batch: signals, progress, the account at the end, and the exit code."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

from claimex.cli.progress import telling
from claimex.cli.run import FATAL, MISUSE, SOME_FAILED, give_up, say
from claimex.errors import ClaimexError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from types import FrameType

    from claimex.batch.chunks import Item
    from claimex.batch.plan import Plan

__all__ = ["check_paths", "cores", "run_batch"]

STOPPING = ("SIGINT", "SIGTERM", "SIGHUP")  # by name: not every system has all
BY_SIGNAL = 128  # and the signal's number: the exit code of what a signal ended


class Stopped(BaseException):
    """A signal asked the run to end. No Exception: nothing on the way takes it for a fault of an article."""

    def __init__(self, number: int) -> None:
        self.number = number


def cores() -> int:
    """How many processes can run at once: the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check_paths(paths: Iterable[str], written: Collection[str]) -> None:
    """Turn down an input that is an output too; inside folders outputs are passed over."""
    for path in paths:
        if os.path.realpath(path) in written:
            give_up(f"{path} would be both read and written", MISUSE)


def run_batch(plan: Plan, items: Iterator[Item], *, quiet: bool, verbose: bool, total: Callable[[], int | None]) -> None:
    """Run the plan and exit as it went: 0 all done, 1 nothing, 2 misuse, 3 some failed, 130 and 143 stopped by a signal."""
    from claimex.batch.plan import Refused
    from claimex.batch.run import FailedFast, run
    from claimex.batch.tally import Tally

    tally = Tally()
    bar = plan.output is not None or not sys.stdout.isatty()  # not among the records
    try:
        with stopping(), telling(quiet=quiet, verbose=verbose, listed=plan.failures is not None, bar=bar, total=total) as teller:
            run(plan, items, teller, stdout=typer.get_binary_stream("stdout"), tally=tally)
    except Refused as error:
        give_up(str(error), MISUSE)
    except FailedFast as error:
        give_up(f"{error}{go_on(plan)}", SOME_FAILED if tally.written and plan.resumable else FATAL)
    except ClaimexError as error:
        let_go_of_stdout()
        give_up(str(error), FATAL)
    except BrokenPipeError:  # `| head`: end as programs do whose reader went away, without a word
        let_go_of_stdout()
        raise typer.Exit(BY_SIGNAL + getattr(signal, "SIGPIPE", 13)) from None
    except Stopped as stop:
        name = signal.Signals(stop.number).name
        give_up(f"stopped by {name}{go_on(plan)}", BY_SIGNAL + stop.number)
    if verbose or (tally.read > 1 and not quiet):
        say(str(tally))
    if tally.failed:
        raise typer.Exit(SOME_FAILED if tally.written else FATAL)


def go_on(plan: Plan) -> str:
    """What is left behind, and how to go on."""
    from claimex.batch.plan import ledger_path

    if plan.output is None or not plan.to_file:
        return ""
    if plan.resumable and ledger_path(plan.output).exists():
        return f"; {plan.output} is kept so far, and the same command with --resume goes on"
    return f"; {plan.output} was not written"


@contextmanager
def stopping() -> Iterator[None]:
    """Inside the block the signals that end a program raise Stopped, once; those that are ignored stay so (nohup)."""

    def stop(number: int, frame: FrameType | None) -> NoReturn:
        del frame
        for other in before:
            signal.signal(other, signal.SIG_IGN)  # the end is on its way: nothing is to interrupt the tidying up
        raise Stopped(number)

    before = {}
    try:
        for name in STOPPING:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, stop)
    except ValueError:  # not the main thread, which alone gets signals
        before.clear()
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def let_go_of_stdout() -> None:
    """Have what could not be written forgotten: at exit Python would try again, and complain."""
    try:
        sys.stdout.flush()
    except OSError:
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stdout.fileno())
