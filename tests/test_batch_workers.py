"""Worker processes: order, deaths, and ends."""

from __future__ import annotations

import io
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from itertools import count, islice
from typing import TYPE_CHECKING

import pytest

from claimex.batch.chunks import BATCH, MAX_CHARS, MAX_ITEMS, batches
from claimex.batch.extract import extract_batch
from claimex.batch.run import FailedFast, run
from claimex.batch.tally import Tally
from claimex.batch.work import Done, Settings
from claimex.batch.workers import WINDOW, Pool
from claimex.errors import BadInput, ClaimexError
from claimex.read.article import Article, Skipped
from claimex.records import Failure
from claimex.write.formats import Output
from tests.made_work import DyingWork, EchoWork, Silent, plan_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimex.batch.chunks import Item

SETTINGS = Settings(output=Output(format="jsonl"))
FAILED = Failure(source="x", line=None, id=None, reason="unreadable", detail="no such file")
SKIPPED = Skipped(source="y.png", reason="suffix")


def articles(number: int, **texts: str) -> list[Article]:
    """Articles a0, a1, ...; `a3="die"` gives one its text."""
    return [Article(text=texts.get(f"a{n}", "x"), id=f"a{n}", source="in", line=n + 1) for n in range(number)]


def outcome(items: Iterable[Item], **options: object) -> tuple[list[str], list[tuple[str | None, str]], Silent, Tally]:
    """The ids written, in order; the failures, with their reasons; what was told; the account."""
    watch, tally, out = Silent(), Tally(), io.BytesIO()
    run(plan_of(None, **options), iter(items), watch, stdout=out, tally=tally)
    ids = [line.split(b'"')[3].decode() for line in out.getvalue().splitlines()]
    return ids, [(failure.id, failure.reason) for failure in watch.failures], watch, tally


def test_batches_hold_few_articles_and_few_characters() -> None:
    long = Article(text="x" * MAX_CHARS)
    short = Article(text="x")
    sizes = [(b.start, len(b.items)) for b in batches([short, long, short, *[short] * BATCH, *[FAILED] * MAX_ITEMS])]

    assert sizes[:4] == [(0, 1), (1, 1), (2, BATCH), (BATCH + 2, MAX_ITEMS)]
    assert sum(size for _, size in sizes) == BATCH + 3 + MAX_ITEMS


def test_bad_articles_leave_the_others_together() -> None:
    sizes = []

    class Extractor:
        def extract(self, found: list[Article], *, published: str | None) -> Iterator[Article]:
            del published
            for article in found:
                if article.text == "bad":
                    message = "a bad one"
                    raise BadInput(message, reason="bad")
            sizes.append(len(found))
            yield from found

    items = articles(16, a5="bad")
    found = extract_batch(Extractor(), items, None)  # type: ignore[arg-type]  # all that is asked of an extractor

    assert [item.id for item in found] == [item.id for item in items]
    assert [item.id for item in found if isinstance(item, Failure)] == ["a5"]
    assert sizes == [4, 1, 2, 8]


@pytest.mark.parametrize("jobs", [0, 1, 2, 3])
def test_the_order_is_that_of_the_input(jobs: int) -> None:
    items: list[Item] = list(articles(70, a0="wait 0.3", a40="bad"))
    items[10:10] = [FAILED, SKIPPED]
    ids, failures, watch, tally = outcome(items, jobs=jobs)

    assert ids == [f"a{n}" for n in range(70) if n != 40]
    assert failures == [(None, "unreadable"), ("a40", "bad")]
    assert (tally.read, tally.written, tally.failed, tally.skipped) == (72, 69, 2, 1)
    assert watch.events == ["skipped y.png"]


def test_one_batch_starts_no_worker() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimex.batch.workers.Pool", None)
        ids, _, watch, _ = outcome(articles(BATCH))

    assert (len(ids), watch.several) == (BATCH, False)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("place", [0, 17, 39])
def test_a_worker_that_dies_costs_its_article_alone(jobs: int, place: int) -> None:
    ids, failures, watch, tally = outcome(articles(40, **{f"a{place}": "die"}), jobs=jobs)

    assert ids == [f"a{n}" for n in range(40) if n != place]
    assert failures == [(f"a{place}", "worker")]
    assert watch.events == ["a worker process was killed (SIGKILL)"] * 2
    assert tally.read == tally.settled == 40


def test_several_deaths() -> None:
    ids, failures, _, _ = outcome(articles(40, a3="die", a4="die", a20="die"))

    assert len(ids) == 37
    assert failures == [("a3", "worker"), ("a4", "worker"), ("a20", "worker")]


def test_an_article_is_tried_again(tmp_path: Path) -> None:
    ids, failures, watch, _ = outcome(articles(40, a20=f"die-once {tmp_path / 'died'}"))

    assert (len(ids), failures, len(watch.events)) == (40, [], 1)


def test_a_long_article_alone_in_its_batch_is_tried_again_and_given_up() -> None:
    items = [*articles(17), Article(text="die " + "/none" * MAX_CHARS, id="long"), *articles(3)]
    ids, failures, watch, _ = outcome(items)

    assert (len(ids), failures, len(watch.events)) == (20, [("long", "worker")], 2)


def test_workers_that_die_before_they_are_ready_end_the_run() -> None:
    with pytest.raises(ClaimexError, match=r"before they have loaded .* \(the last one ended by itself \(exit code 7\)\)"):
        outcome(articles(40), make=DyingWork)


def test_a_model_that_is_missing_ends_the_run() -> None:
    with pytest.raises(ClaimexError, match="no such model"):
        outcome(articles(40), settings=replace(SETTINGS, extractor={"no model": True}))


def test_the_first_failure_can_end_the_run() -> None:
    with pytest.raises(FailedFast):
        outcome(articles(40, a20="bad"), fail_fast=True)

    assert multiprocessing.active_children() == []


def test_the_reader_is_not_asked_for_more_than_there_is_room_for() -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        for taken in count(1):
            yield Article(text="x", id=f"a{taken}")

    with Pool(SETTINGS, 2, loaded=lambda _: None, tell=lambda _: None, make=EchoWork) as pool:
        found = pool(batches(endless()))
        done = [result for _, results in islice(found, 20) for result in results]

    assert all(isinstance(result, Done) for result in done)
    assert taken <= (20 + 2 * WINDOW) * BATCH + 1


def test_a_worker_killed_from_outside_while_it_waits() -> None:
    with Pool(SETTINGS, 2, loaded=lambda _: None, tell=lambda _: None, make=EchoWork) as pool:
        found = pool(batches(articles(10 * BATCH)))
        got = [next(found)]
        for worker in pool.workers:
            worker.process.kill()
            worker.process.join()
        got += found

    assert [len(results) for _, results in got] == [BATCH] * 10
    assert all(isinstance(result, Done) for _, results in got for result in results)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="looks for processes by kill(0)")
def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    """Killed in the middle of a long article, the parent leaves nobody behind."""
    path = tmp_path / "in.jsonl"
    path.write_text('{"text": "pid x"}\n' * 20 + '{"text": "wait 600"}\n' * 40, encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "tests.made_work", str(path), str(out), "1"]
    with subprocess.Popen(command) as parent:  # noqa: S603  # our own code
        deadline = time.monotonic() + 60
        while not (out.exists() and out.stat().st_size) and time.monotonic() < deadline:
            time.sleep(0.05)
        parent.kill()
    worker = int(out.read_text(encoding="utf-8").splitlines()[0].split('"pid": ')[1].rstrip("}"))

    while time.monotonic() < deadline:
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    with pytest.raises(ProcessLookupError):
        os.kill(worker, signal.SIGKILL)
