"""How a run is going, for people, on stderr: a bar on a terminal, else a line a minute.

The only room that looks at the clock; nothing of it gets into any output.
"""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimex.cli.run import say, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress

    from claimex.batch.tally import Tally
    from claimex.read.article import Skipped
    from claimex.records import Failure

__all__ = ["Teller", "telling"]

EVERY = 60.0  # seconds between two lines
SHOWN = 20  # failures told one by one where a file lists them all


class Teller:
    """Tells failures and progress. A `batch.run.Watch`."""

    def __init__(self, *, quiet: bool, verbose: bool, listed: bool, total: int | None, progress: Progress | None) -> None:
        """`listed`: a file has all failures; `total`: how many items there are, if that is known."""
        self.quiet, self.verbose, self.listed, self.total = quiet, verbose, listed, total
        self.progress = progress
        self.task = None if progress is None else progress.add_task("", total=total, speed="", failed="")
        self.begun = self.told = time.monotonic()
        self.failures = 0

    def failed(self, failure: Failure) -> None:
        """Tell it, unless there are many and a file has them."""
        self.failures += 1
        if self.quiet or (self.listed and self.failures > SHOWN and not self.verbose):
            return
        say(told(failure))
        if self.listed and self.failures == SHOWN and not self.verbose:
            say("further failures stand in the file of failures only")

    def skipped(self, skipped: Skipped) -> None:
        """Tell it if everything is to be told."""
        if self.verbose:
            place = skipped.source if skipped.line is None else f"{skipped.source}:{skipped.line}"
            say(f"{place}: skipped ({skipped.reason})")

    def happened(self, what: str) -> None:
        """Tell what befell a worker."""
        if not self.quiet:
            say(what)

    def moved(self, tally: Tally) -> None:
        """Move the bar, or write a line if the last one was a minute ago."""
        if self.progress is not None and self.task is not None:
            failed = f"{tally.failed:,} failed" if tally.failed else ""
            self.progress.update(self.task, completed=tally.settled, speed=self.speed(tally), failed=failed)
        elif not self.quiet and time.monotonic() - self.told >= EVERY:
            self.told = time.monotonic()
            left = self.left(tally)
            say(f"{tally.settled:,} done, {tally.failed:,} failed, {self.speed(tally)}{left}")

    def speed(self, tally: Tally) -> str:
        passed = max(time.monotonic() - self.begun, 1e-6)
        return f"{(tally.settled - tally.before) / passed:,.1f} articles/s, {tally.words / passed:,.0f} words/s"

    def left(self, tally: Tally) -> str:
        done = tally.settled - tally.before
        if self.total is None or not done:
            return ""
        seconds = (time.monotonic() - self.begun) / done * max(self.total - tally.settled, 0)
        return f", {seconds / 60:,.0f} min left"


@contextmanager
def telling(*, quiet: bool, verbose: bool, listed: bool, total: int | None) -> Iterator[Teller]:
    """A teller; with a bar if stderr is a terminal and nobody asked for quiet."""
    if quiet or not sys.stderr.isatty():
        yield Teller(quiet=quiet, verbose=verbose, listed=listed, total=total, progress=None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    end = [TimeElapsedColumn()] if total is None else [TimeRemainingColumn()]
    columns = [BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[speed]}"), *end, TextColumn("{task.fields[failed]}")]
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield Teller(quiet=quiet, verbose=verbose, listed=listed, total=total, progress=progress)
