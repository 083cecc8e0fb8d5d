"""Outputs that are gone on with: the same bytes in the end, whatever came between."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimex.batch.ledger import Ledger
from claimex.batch.plan import Refused, ledger_path, part_path
from claimex.batch.run import run
from claimex.batch.tally import Tally
from claimex.errors import BadOutput
from claimex.read.article import Article, Skipped
from claimex.records import Failure
from tests.made_work import EchoWork, Silent, plan_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimex.batch.chunks import Item

NUMBER = 70
KILLS = 6


class Halted(BaseException):
    """Stands for a signal."""


def articles(number: int = NUMBER, **texts: str) -> list[Item]:
    """Articles, all with one of five ids; some are bad, and other things stand between them."""
    items: list[Item] = [
        Article(text=texts.get(f"a{n}", "bad" if n % 9 == 4 else "x" * n), id=f"a{n % 5}", source="in", line=n + 1)
        for n in range(number)
    ]
    items[5:5] = [Skipped(source="y.png", reason="suffix"), Failure(source="z", line=None, id=None, reason="r", detail="d")]
    return items


def halting(items: Iterable[Item], at: int) -> Iterator[Item]:
    """The items up to a place, where the run is stopped."""
    for place, item in enumerate(items):
        if place == at:
            raise Halted
        yield item


def do(path: Path, items: Iterable[Item], **options: object) -> Tally:
    tally = Tally()
    plan = plan_of(path, **({"jobs": 0, "failures": path.with_name("failures")} | options))
    run(plan, iter(items), Silent(), stdout=io.BytesIO(), tally=tally)
    return tally


def files(path: Path) -> tuple[bytes, bytes]:
    return path.read_bytes(), path.with_name("failures").read_bytes()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """What an uninterrupted run writes."""
    path = tmp_path_factory.mktemp("whole") / "out.jsonl"
    tally = do(path, articles())
    assert (tally.read, tally.written, tally.failed, tally.skipped) == (72, 62, 9, 1)
    return files(path)


@pytest.mark.parametrize("jobs", [0, 2])
@pytest.mark.parametrize("places", [[40], [33, 34, 60], [71], [10, 20, 30, 40, 50, 60]])
def test_stopped_and_gone_on_with(tmp_path: Path, whole: tuple[bytes, bytes], places: list[int], jobs: int) -> None:
    path = tmp_path / "out.jsonl"
    for place in places:
        resume = ledger_path(path).exists()
        with pytest.raises(Halted):
            do(path, halting(articles(), place), resume=resume, jobs=jobs)
        assert whole[0].startswith(path.read_bytes() if path.exists() else b"")
    tally = do(path, articles(), resume=True, jobs=jobs)

    assert files(path) == whole
    assert (tally.read, tally.written, tally.failed, tally.skipped) == (72, 62, 9, 1)


def program(source: Path, out: Path, jobs: int, *more: str) -> list[str]:
    return [sys.executable, "-m", "tests.made_work", str(source), str(out), str(jobs), *more]


def test_killed_and_gone_on_with(tmp_path: Path) -> None:
    """Killed at random moments, in the middle of whatever it does."""
    chance = random.Random(11)  # noqa: S311  # the same moments each time, as far as the machine goes
    source, path, whole = tmp_path / "in.jsonl", tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    lines = [{"text": "bad" if n % 9 == 4 else f"wait 0.00{n % 10}", "id": f"a{n % 7}"} for n in range(NUMBER * 6)]
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    codes = []
    for kill in range(KILLS + 1):
        with subprocess.Popen(program(source, path, 2, "--resume")) as process:  # noqa: S603  # our own code
            if kill < KILLS:
                wait_for_growth(path, process)
                time.sleep(chance.uniform(0, 0.05))
                process.kill()
        codes.append(process.returncode)
    subprocess.run(program(source, whole, 0), check=True)  # noqa: S603  # our own code

    assert codes.count(-signal.SIGKILL) > KILLS // 2
    assert codes[-1] == 0
    assert path.read_bytes() == whole.read_bytes()
    assert (tmp_path / "out.jsonl.failures").read_bytes() == (tmp_path / "whole.jsonl.failures").read_bytes()
    assert len(whole.read_bytes().splitlines()) == sum(line["text"] != "bad" for line in lines)


def wait_for_growth(path: Path, process: subprocess.Popen[bytes]) -> None:
    """Until the output is longer than it is now, or the process has ended."""
    size = path.stat().st_size if path.exists() else 0
    while process.poll() is None and (not path.exists() or path.stat().st_size <= size):
        time.sleep(0.005)


def test_gone_on_with_when_all_is_done(tmp_path: Path, whole: tuple[bytes, bytes]) -> None:
    path = tmp_path / "out.jsonl"
    do(path, articles())
    tally = do(path, articles(), resume=True)

    assert files(path) == whole
    assert str(tally) == "72 read (72 of them by an earlier run) = 62 written + 9 failed + 1 skipped"


def test_more_input_is_appended(tmp_path: Path, whole: tuple[bytes, bytes]) -> None:
    path = tmp_path / "out.jsonl"
    do(path, articles()[:40])
    do(path, articles(), resume=True)

    assert files(path) == whole


def test_the_ledger_says_where_each_record_is(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    do(path, articles())
    with sqlite3.connect(ledger_path(path)) as connection:
        rows = connection.execute("SELECT place, id, what, end FROM items ORDER BY place").fetchall()
    connection.close()
    data, start = path.read_bytes(), 0
    for place, id_, what, end in rows:
        assert (end > start) == (what == "written"), place
        if what == "written":
            assert json.loads(data[start:end])["id"] == id_
        start = end

    assert (len(rows), start) == (72, len(data))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"items": articles(a3="another")}, r"in:4 is not what it was when .*out\.jsonl was begun; --force"),
        ({"items": articles()[:20]}, r"the input ends before in:19, which .*out\.jsonl has already"),
        ({"failures": None}, r"begun with failures = failures, now it is None"),
        (
            {"settings": replace(plan_of(None).settings, published="2022-02-08")},
            r"begun with published = None, now it is 2022-02-08",
        ),
        ({"settings": replace(plan_of(None).settings, extractor={"ops": "stock"})}, r"begun with extractor\.ops = None"),
    ],
)
def test_another_run_is_not_gone_on_with(tmp_path: Path, change: dict[str, object], message: str) -> None:
    path = tmp_path / "out.jsonl"
    with pytest.raises(Halted):
        do(path, halting(articles(), 60))
    before = files(path)

    with pytest.raises(Refused, match=message):
        do(path, change.pop("items", articles()), resume=True, **change)  # type: ignore[arg-type]
    assert files(path) == before


def test_another_model_is_not_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.jsonl"
    with pytest.raises(Halted):
        do(path, halting(articles(), 60))
    monkeypatch.setattr(EchoWork, "model", "louder")

    with pytest.raises(Refused, match="begun with another language pipeline: echo; now it is louder"):
        do(path, articles(), resume=True)


def test_a_changed_knowledge_base_is_noticed(tmp_path: Path) -> None:
    """Its ids are in the records that are there."""
    path, kb = tmp_path / "out.jsonl", tmp_path / "kb.jsonl"
    settings = replace(plan_of(None).settings, extractor={"kb": str(kb)})
    kb.write_text("one\n", encoding="utf-8")
    with pytest.raises(Halted):
        do(path, halting(articles(), 60), settings=settings)
    kb.write_text("two\n", encoding="utf-8")

    with pytest.raises(Refused, match="begun with kb = "):
        do(path, articles(), settings=settings, resume=True)


def test_an_output_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"mine\n")

    with pytest.raises(Refused, match=r"is there already; --resume goes on with it, --force writes it anew"):
        do(path, articles())
    with pytest.raises(Refused, match=r"has no ledger beside it and cannot be gone on with"):
        do(path, articles(), resume=True)
    with pytest.raises(Refused, match="--resume goes on with a run, --force starts anew"):
        do(path, articles(), resume=True, force=True)
    assert path.read_bytes() == b"mine\n"


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"failures": Path("none/failures")}, BadOutput, "none/failures: cannot write: no such file or directory"),
        ({"failures": Path("-")}, Refused, "--failures: standard output is for the records"),
        ({"failures": Path("out.jsonl")}, Refused, "out.jsonl: the output and the failures need a file each"),
        ({"output": Path("none/out.jsonl")}, BadOutput, "none/out.jsonl: cannot write: no such file or directory"),
        ({"output": Path()}, BadOutput, "cannot write: is a directory"),
    ],
)
def test_places_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, Path], error: type[Exception], message: str
) -> None:
    """Told before anything is read."""
    monkeypatch.chdir(tmp_path)

    def unread() -> Iterator[Item]:
        raise Halted
        yield

    with pytest.raises(error, match=re.escape(message)):
        run(plan_of(**({"output": Path("out.jsonl")} | options)), unread(), Silent(), stdout=io.BytesIO(), tally=Tally())


@pytest.mark.skipif(not Path("/dev/stderr").exists(), reason="there is no such device here")
def test_failures_can_go_to_a_device(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with pytest.raises(Halted):
        do(path, halting(articles(), 60), failures=Path("/dev/null"))

    assert do(path, articles(), failures=Path("/dev/null"), resume=True).failed == 9


def test_an_empty_file_is_no_output(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").touch()
    do(tmp_path / "out.jsonl", articles())

    assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == 62


def test_forced_the_old_output_stays_until_the_new_one_is_whole(tmp_path: Path, whole: tuple[bytes, bytes]) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"mine\n")
    with pytest.raises(Halted):
        do(path, halting(articles(), 60), force=True)

    assert path.read_bytes() == b"mine\n"
    do(path, articles(), resume=True)
    assert files(path) == whole
    assert not part_path(path).exists()


def test_killed_between_the_last_two_steps(tmp_path: Path, whole: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """The new output is in its place, but the ledger does not know it yet."""
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"mine\n")
    note = Ledger.note

    def halt(self: Ledger, key: str, value: object) -> None:
        if key == "part" and value is False and not part_path(path).exists():
            raise Halted
        note(self, key, value)

    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "note", halt)
        with pytest.raises(Halted):
            do(path, articles(), force=True)
    do(path, articles(), resume=True)

    assert files(path) == whole


def test_few_articles_leave_no_ledger_and_are_written_at_once(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with pytest.raises(Halted):
        do(path, halting(articles(10), 9))
    assert not path.exists()
    do(path, articles(10), resume=True)
    before = path.read_bytes()
    do(path, articles(10), resume=True)

    assert path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["failures", "out.jsonl"]
    with pytest.raises(Refused, match="has no ledger"):
        do(path, articles(11), resume=True)


def test_two_runs_cannot_write_one_output(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"

    def meddling() -> Iterator[Item]:
        yield from articles()[:50]
        with pytest.raises(Refused, match="another run is writing it"):
            do(path, articles(), resume=True)
        with pytest.raises(Refused, match="another run is writing it"):
            do(path, articles(), force=True)
        yield from articles()[50:]

    assert do(path, meddling()).settled == 72


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_ledger_that_is_none(tmp_path: Path, whole: tuple[bytes, bytes], content: bytes) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"mine\n")
    ledger_path(path).write_bytes(content)

    with pytest.raises(Refused, match=r"ledger of (another version of )?claimex; --force"):
        do(path, articles(), resume=True)
    assert path.read_bytes() == b"mine\n"
    do(path, articles(), force=True)
    assert files(path) == whole


def test_an_output_that_was_shortened(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    do(path, articles())
    path.write_bytes(path.read_bytes()[:-5])

    with pytest.raises(Refused, match=r"bytes, but its ledger says .*: it was changed"):
        do(path, articles(), resume=True)


def test_what_cannot_be_gone_on_with(tmp_path: Path) -> None:
    settings = plan_of(None).settings
    packed = replace(settings, output=replace(settings.output, compression="gz"))

    with pytest.raises(Refused, match=r"^--resume: a gz output is written whole or not at all; leave it out"):
        do(tmp_path / "out.jsonl.gz", articles(), resume=True, settings=packed)
    with pytest.raises(Refused, match=r"^--resume: only a file can be gone on with"):
        run(plan_of(None, resume=True), iter(articles()), Silent(), stdout=io.BytesIO(), tally=Tally())


def test_a_compressed_output_is_whole_or_not_there(tmp_path: Path, whole: tuple[bytes, bytes]) -> None:
    settings = plan_of(None).settings
    packed = replace(settings, output=replace(settings.output, compression="gz"))
    path = tmp_path / "out.jsonl.gz"
    with pytest.raises(Halted):
        do(path, halting(articles(), 60), settings=packed)
    assert [file.name for file in tmp_path.iterdir()] == ["failures"]
    do(path, articles(), settings=packed)

    assert (gzip.decompress(path.read_bytes()), files(path)[1]) == whole


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 kB."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, check=False, capture_output=True).returncode:  # noqa: S603  # ours
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607  # our own command


@pytest.mark.parametrize("forced", [False, True])
def test_a_full_disk(tiny: Path, tmp_path: Path, *, forced: bool) -> None:
    path = tiny / "out.jsonl"
    if forced:
        path.write_bytes(b"mine\n")
    ballast = tiny / "ballast"
    with ballast.open("wb") as stream, contextlib.suppress(OSError):
        stream.write(b"x" * (256 - 40) * 1024)
        stream.flush()
    items = [replace(item, id="i" * 1000) if isinstance(item, Article) else item for item in articles()]
    with pytest.raises(
        BadOutput, match=r"cannot write: .*(no space left|disk is full).*; the same command with --resume goes on"
    ):
        do(path, items, force=forced)
    kept = (part_path(path) if forced else path).read_bytes()
    assert not forced or path.read_bytes() == b"mine\n"
    ballast.unlink()
    do(path, items, resume=True)
    do(tmp_path / "out.jsonl", items)

    assert files(path) == files(tmp_path / "out.jsonl")
    assert path.read_bytes().startswith(kept)
    assert kept == b"" or kept.endswith(b"\n")


def test_a_ledger_between_two_batches_can_be_kept_again(tmp_path: Path) -> None:
    """Where a signal comes just behind a commit, the tidying up commits once more."""
    ledger = Ledger.create(tmp_path / "out.ledger", {}, part=False)
    ledger.connection.execute("COMMIT")

    ledger.keep()

    assert ledger.connection.in_transaction
    ledger.close()
