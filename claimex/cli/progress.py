"""How a run is going, for people, on stderr: a bar on a terminal, else a line a minute.

The only room that looks at the clock; nothing of it gets into any output.
"""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimex.cli.run import say, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress

    from claimex.batch.tally import Tally
    from claimex.read.article import Skipped
    from claimex.records import Failure

__all__ = ["Teller", "count_items", "telling"]

EVERY = 60.0  # seconds between two lines
COUNTED = 1_000_000_000  # bytes; a disk gives as much in some seconds
KINDS = {".txt": "text", ".jsonl": "jsonl", ".ndjson": "jsonl"}
SHOWN = 20  # failures told one by one where a file lists them all


class Teller:
    """Tells failures and progress. A `batch.run.Watch`."""

    def __init__(self, *, quiet: bool, verbose: bool, listed: bool, bar: bool, total: Callable[[], int | None]) -> None:
        """`listed`: a file has all failures; `bar`: there is a terminal for one; `total` counts all items, if they can be."""
        self.quiet, self.verbose, self.listed, self.bar = quiet, verbose, listed, bar
        self.count = total
        self.total: int | None = None
        self.progress: Progress | None = None
        self.started = self.told = time.monotonic()
        self.failures = 0

    def began(self) -> None:
        """Show the bar; not before there is a second batch, since a few articles are done before it is drawn."""
        if self.quiet:
            return
        self.total = self.count()
        if self.bar:
            self.progress = make_bar(known=self.total is not None)
            self.progress.add_task("", total=self.total, speed="", failed="")
            self.progress.start()

    def end(self) -> None:
        """Take the bar away."""
        if self.progress is not None:
            self.progress.stop()

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
        if self.progress is not None:
            failed = f"{tally.failed:,} failed" if tally.failed else ""
            self.progress.update(self.progress.task_ids[0], completed=tally.settled, speed=self.speed(tally), failed=failed)
        elif not self.quiet and time.monotonic() - self.told >= EVERY:
            self.told = time.monotonic()
            left = self.left(tally)
            say(f"{tally.settled:,} done, {tally.failed:,} failed, {self.speed(tally)}{left}")

    def speed(self, tally: Tally) -> str:
        passed = max(time.monotonic() - self.started, 1e-6)
        return f"{(tally.settled - tally.before) / passed:,.1f} articles/s, {tally.words / passed:,.0f} words/s"

    def left(self, tally: Tally) -> str:
        done = tally.settled - tally.before
        if self.total is None or not done:
            return ""
        seconds = (time.monotonic() - self.started) / done * max(self.total - tally.settled, 0)
        return f", {seconds / 60:,.0f} min left"


def make_bar(*, known: bool) -> Progress:
    """A bar that goes away in the end; `known`: the total is, and with it the time left."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[speed]}"),
        TimeRemainingColumn() if known else TimeElapsedColumn(),
        TextColumn("{task.fields[failed]}"),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
    )


@contextmanager
def telling(*, quiet: bool, verbose: bool, listed: bool, bar: bool, total: Callable[[], int | None]) -> Iterator[Teller]:
    """A teller, whose bar is gone after the block."""
    teller = Teller(quiet=quiet, verbose=verbose, listed=listed, bar=bar and sys.stderr.isatty(), total=total)
    try:
        yield teller
    finally:
        teller.end()


def count_items(paths: list[str], format_: str | None) -> int | None:
    """How many articles there are, where that can be told quickly: texts, and lines of JSONL; None for all else."""
    total = 0
    read = 0
    for path in map(Path, paths):
        kind = format_ or KINDS.get(path.suffix.lower())
        if kind is None or not path.is_file():
            return None
        if kind == "jsonl":
            read += path.stat().st_size
            if read > COUNTED:
                return None
            with path.open("rb") as lines:
                total += sum(1 for line in lines if not line.isspace())
        else:
            total += 1
    return total
