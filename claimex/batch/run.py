"""A plan and what the reader gives in; the output, the failures and the account of all of it out.

Every item that is read ends in exactly one way: as a record, as a failure, or as skipped.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, BinaryIO, Protocol

from claimex.batch.chunks import Batch, Item, batches
from claimex.batch.plan import Plan, Refused, check, ledger_path, writing
from claimex.batch.sinks import Sink, no_ledger, packed, small, streamed, whole
from claimex.batch.work import Done, Result, Work
from claimex.errors import ClaimexError
from claimex.read.article import Article, Skipped
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.batch.tally import Tally

__all__ = ["FailedFast", "Watch", "run"]


class Watch(Protocol):
    """Who is told, while a run goes on, what people may want to know."""

    def began(self) -> None:
        """There is more than one batch: it may take a while."""

    def failed(self, failure: Failure) -> None:
        """An article failed."""

    def skipped(self, skipped: Skipped) -> None:
        """Something was passed over."""

    def moved(self, tally: Tally) -> None:
        """Another batch is written."""

    def happened(self, what: str) -> None:
        """Something befell a worker process."""


class FailedFast(ClaimexError):
    """The first failure of a run that was to stop there."""


def run(plan: Plan, items: Iterator[Item], watch: Watch, *, stdout: BinaryIO, tally: Tally) -> None:
    """Do all of it; `tally` counts on the way. Raises ClaimexError, and whatever a signal handler raises."""
    check(plan)
    counted = counting(items, tally)
    path = plan.output
    remedy = "; the same command with --resume goes on from there" if plan.resumable else ""
    with writing(path, remedy), ExitStack() as stack:
        if path is not None and plan.resume and ledger_path(path).exists():
            from claimex.batch.appended import resumed  # noqa: PLC0415  # SQLite, which a short run does without

            sink = stack.enter_context(resumed(plan, path))
            stream = batches(sink.unfinished(counted, tally), start=sink.next)
            with results(plan, stream, sink, watch) as found:
                settle(plan, found, sink, watch, tally)
        else:
            stream = batches(counted)
            head = list(islice(stream, 2))
            opened = stack.enter_context(open_sink(plan, stdout, few=len(head) < 2))  # noqa: PLR2004
            with results(plan, chain(head, stream), opened, watch) as found:
                settle(plan, found, opened, watch, tally)
    if tally.read != tally.settled:
        message = f"the account does not add up: {tally}; please report it"
        raise ClaimexError(message)


def counting(items: Iterator[Item], tally: Tally) -> Iterator[Item]:
    for item in items:
        tally.read += 1
        yield item


@contextmanager
def open_sink(plan: Plan, stdout: BinaryIO, *, few: bool) -> Iterator[Sink]:
    """The sink of a run from the beginning; `few`: all articles are in the first batch."""
    output, path = plan.settings.output, plan.output
    with ExitStack() as stack:
        if path is None or not plan.to_file:
            yield stack.enter_context(streamed(plan, stdout))
        elif not output.appendable:
            yield stack.enter_context(whole(plan, path))
        elif output.compression is not None:
            yield stack.enter_context(packed(plan, path))
        elif few:
            yield stack.enter_context(small(plan, path))
        elif plan.resume and path.exists() and path.stat().st_size:
            raise Refused(no_ledger(path))
        else:
            from claimex.batch.appended import begun  # noqa: PLC0415  # SQLite, which a short run does without

            yield stack.enter_context(begun(plan, path))


def settle(plan: Plan, found: Iterator[tuple[Batch, list[Result]]], sink: Sink, watch: Watch, tally: Tally) -> None:
    """Settle every item of every batch."""
    for batch, answers in found:
        rest = iter(answers)
        for place, item in enumerate(batch.items, batch.start):
            outcome = next(rest) if isinstance(item, Article) else item
            if isinstance(outcome, Failure):
                watch.failed(outcome)
                if plan.fail_fast:
                    message = "stopped at the first failure, as asked"
                    raise FailedFast(message)
            elif isinstance(outcome, Skipped):
                watch.skipped(outcome)
            sink.settle(place, item, outcome)
            account(tally, outcome)
        sink.keep()
        watch.moved(tally)


def account(tally: Tally, outcome: Done | Failure | Skipped) -> None:
    if isinstance(outcome, Done):
        tally.count("written")
        tally.words += outcome.words
    else:
        tally.count("failed" if isinstance(outcome, Failure) else "skipped")


@contextmanager
def results(plan: Plan, stream: Iterator[Batch], sink: Sink, watch: Watch) -> Iterator[Iterator[tuple[Batch, list[Result]]]]:
    """The batches with their results: made by workers, or here if there is only one batch, for which none is worth starting."""
    head = list(islice(stream, 2))
    several = len(head) > 1
    if several:
        watch.began()
    if several and plan.jobs:
        from claimex.batch.workers import Pool  # noqa: PLC0415  # multiprocessing

        with Pool(plan.settings, plan.jobs, loaded=sink.loaded, tell=watch.happened, make=plan.make) as pool:
            yield pool(chain(head, stream))
    else:
        yield worked(plan, chain(head, stream), sink)


def worked(plan: Plan, stream: Iterator[Batch], sink: Sink) -> Iterator[tuple[Batch, list[Result]]]:
    """The same in this process; what does the work is loaded when the first article comes."""
    work: Work | None = None
    for batch in stream:
        articles = batch.articles
        if articles and work is None:
            work = plan.make(plan.settings)
            sink.loaded(work.model)
        yield batch, work(articles) if articles and work is not None else []
