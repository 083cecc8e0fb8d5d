"""How a run is told: lines, a bar, and how many articles there are."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from claimex.batch.tally import Tally
from claimex.cli import progress
from claimex.cli.progress import SHOWN, Teller, count_items
from claimex.read.article import Skipped
from claimex.records import Failure

if TYPE_CHECKING:
    from pathlib import Path

FAILED = Failure(source="in", line=3, id=None, reason="r", detail="why")


def teller(*, quiet: bool = False, verbose: bool = False, listed: bool = False, total: int | None = None) -> Teller:
    return Teller(quiet=quiet, verbose=verbose, listed=listed, bar=False, total=lambda: total)


@pytest.mark.parametrize(
    ("options", "lines"),
    [({}, 30), ({"listed": True}, SHOWN + 1), ({"listed": True, "verbose": True}, 30), ({"quiet": True}, 0)],
)
def test_failures_are_told_unless_a_file_has_them(
    capsys: pytest.CaptureFixture[str], options: dict[str, bool], lines: int
) -> None:
    told = teller(**options)
    for _ in range(30):
        told.failed(FAILED)
    said = capsys.readouterr().err.splitlines()

    assert len(said) == lines
    assert said[:1] in ([], ["claimex: in:3: why"])


@pytest.mark.parametrize(("verbose", "said"), [(False, ""), (True, "claimex: a/.b: skipped (hidden)\n")])
def test_what_was_skipped_is_told_if_asked(capsys: pytest.CaptureFixture[str], said: str, *, verbose: bool) -> None:
    teller(verbose=verbose).skipped(Skipped(source="a/.b", reason="hidden"))

    assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    ("total", "quiet", "said"),
    [
        (None, False, ["claimex: 120 done, 20 failed, 0.5 articles/s, 150 words/s"]),
        (480, False, ["claimex: 120 done, 20 failed, 0.5 articles/s, 150 words/s, 12 min left"]),
        (480, True, []),
    ],
)
def test_a_line_a_minute(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, total: int | None, said: list[str], *, quiet: bool
) -> None:
    now = 1000.0
    monkeypatch.setattr(progress.time, "monotonic", lambda: now)
    told = teller(total=total, quiet=quiet)
    told.began()
    now += 30
    told.moved(Tally(read=90, written=80, failed=10, before=90, words=0))
    now += 30
    told.moved(Tally(read=120, written=100, failed=20, before=90, words=9000))
    told.moved(Tally(read=120, written=100, failed=20, before=90, words=9000))
    told.end()

    assert capsys.readouterr().err.splitlines() == said


def test_articles_are_counted_where_that_is_quick(tmp_path: Path) -> None:
    text, lines, page = tmp_path / "a.txt", tmp_path / "b.jsonl", tmp_path / "c.html"
    for path in (text, page):
        path.touch()
    lines.write_text('{"text": "a"}\n\n{"text": "b"}\n{"text": "c"}', encoding="utf-8")

    assert count_items([str(text), str(lines)], None) == 4
    assert count_items([str(page)], "text") == 1
    for path in (page, tmp_path, tmp_path / "none.txt", "-"):
        assert count_items([str(text), str(path)], None) is None


@pytest.mark.skipif(os.name != "posix", reason="there are no pseudo-terminals")
def test_a_bar_on_a_terminal(tmp_path: Path) -> None:
    """The bar is on stderr, and gone in the end; the records are on stdout."""
    import pty  # noqa: PLC0415  # not on every system

    code = """
import sys
from claimex.batch.tally import Tally
from claimex.cli.progress import telling
from claimex.records import Failure
with telling(quiet=False, verbose=False, listed=False, bar=True, total=lambda: 40) as teller:
    teller.began()
    teller.failed(Failure(source="in", line=3, id=None, reason="r", detail="why"))
    teller.moved(Tally(read=20, written=19, failed=1, words=900))
    teller.progress.refresh()
    print("data", flush=True)
"""
    ours, theirs = pty.openpty()
    env = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    with (tmp_path / "out").open("wb") as out:
        subprocess.run([sys.executable, "-c", code], stdout=out, stderr=theirs, env=env, check=True)  # noqa: S603  # our own code
    os.close(theirs)
    said = os.read(ours, 1 << 16).decode()
    os.close(ours)

    assert (tmp_path / "out").read_bytes() == b"data\n"
    assert "claimex: in:3: why" in said
    assert "20/40" in said
    assert "1 failed" in said
    assert said.rindex("\x1b[2K") > said.rindex("20/40")
