"""`claimex extract` over batches, as a program: the same bytes in every way, signals, full disks, readers that go away."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from claimex import pipeline
from claimex.batch import chunks
from claimex.cli import app
from claimex.resources import resource

if TYPE_CHECKING:
    from click.testing import Result

SUMMARY = "claimex: 40 read = 39 written + 1 failed + 0 skipped"


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """40 lines: paragraphs of the golden articles, and one that cannot be read."""
    chance = random.Random(5)  # noqa: S311  # no secret
    texts = [path.read_text(encoding="utf-8") for path in sorted(resource("corpus", "golden").glob("*.txt"))]
    paragraphs = [part for text in texts for part in text.split("\n\n")[1:] if part.strip()]
    lines = [{"text": "\n\n".join(chance.sample(paragraphs, 2)), "id": f"a{n}", "published": "2022-02-08"} for n in range(39)]
    lines.insert(25, {"text": "It rained in 2021.", "id": "bad", "published": "soon"})
    path = tmp_path_factory.mktemp("articles") / "in.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def expected(articles: Path) -> bytes:
    """What one process writes."""
    return extract(str(articles), "--jobs", "0").stdout_bytes


def extract(*args: str) -> Result:
    return CliRunner().invoke(app, ["extract", *args])


def command(*args: str) -> list[str]:
    return [sys.executable, "-m", "claimex", "extract", *args]


def test_everything_read_is_accounted_for(articles: Path, tmp_path: Path) -> None:
    result = extract(str(articles), "--failures", str(tmp_path / "failures"), "--jobs", "0")

    assert result.exit_code == 3
    assert result.stderr.splitlines()[-1] == SUMMARY
    (failure,) = (tmp_path / "failures").read_text(encoding="utf-8").splitlines()
    assert {key: json.loads(failure)[key] for key in ("source", "line", "id", "reason")} == {
        "source": str(articles), "line": 26, "id": "bad", "reason": "published",
    }  # fmt: skip


def test_quiet_says_nothing(articles: Path, expected: bytes) -> None:
    result = extract(str(articles), "--quiet", "--jobs", "0")

    assert (result.exit_code, result.stderr, result.stdout_bytes) == (3, "", expected)


def test_the_same_bytes_with_workers(articles: Path, expected: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = extract(str(articles), "--jobs", "2", "-o", str(out))

    assert (result.exit_code, result.stderr.splitlines()[-1]) == (3, SUMMARY)
    assert out.read_bytes() == expected


@pytest.mark.parametrize("size", [1, 32, 256])
def test_the_same_bytes_in_batches_of_any_size(
    articles: Path, expected: bytes, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "BATCH", size)
    monkeypatch.setattr(chunks, "BATCH", size)

    assert extract(str(articles), "--jobs", "0").stdout_bytes == expected


def test_the_same_records_in_any_order(articles: Path, expected: bytes, tmp_path: Path) -> None:
    lines = articles.read_text(encoding="utf-8").splitlines(keepends=True)
    random.Random(3).shuffle(lines)  # noqa: S311  # no secret
    shuffled = tmp_path / "in.jsonl"
    shuffled.write_text("".join(lines), encoding="utf-8")
    result = extract(str(shuffled), "--jobs", "0")

    def by_id(data: bytes) -> list[dict[str, object]]:
        """The records without where they were read."""
        records = [json.loads(line) for line in data.splitlines()]
        return sorted(({**r, "source": None, "line": None} for r in records), key=lambda record: record["id"])

    assert by_id(result.stdout_bytes) == by_id(expected)


def test_the_same_bytes_elsewhere_and_offline(articles: Path, expected: bytes) -> None:
    """Another time zone, another locale, another order of sets, and no network."""
    code = """
import socket, sys
def refuse(*_): raise OSError("no network here")
socket.socket.connect = socket.getaddrinfo = refuse
from claimex.cli import app
app(["extract", *sys.argv[1:]])
"""
    env = os.environ | {"TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "77"}
    done = subprocess.run([sys.executable, "-c", code, str(articles), "--jobs", "0"], env=env, capture_output=True, check=False)  # noqa: S603  # our own code

    assert (done.returncode, done.stdout) == (3, expected)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_leaves_what_can_be_gone_on_with(
    articles: Path, expected: bytes, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    out, long = tmp_path / "out.jsonl", tmp_path / "long.jsonl"
    long.write_bytes(articles.read_bytes() * 20)
    with subprocess.Popen(command(str(long), "-o", str(out), "-q"), stderr=subprocess.PIPE, text=True) as process:  # noqa: S603  # our own code
        while process.poll() is None and not (out.exists() and out.stat().st_size):
            time.sleep(0.05)
        process.send_signal(number)
        _, said = process.communicate(timeout=60)

    assert process.returncode == code
    assert said == f"claimex: stopped by {number.name}; {out} is kept so far, and the same command with --resume goes on\n"
    kept = out.read_bytes()
    assert kept.endswith(b"\n")
    assert [json.loads(line)["id"] for line in kept.splitlines()[:39]] == [
        json.loads(line)["id"] for line in expected.splitlines()[: len(kept.splitlines())]
    ]


def test_killed_and_gone_on_with(articles: Path, expected: bytes, tmp_path: Path) -> None:
    """With the model and all; benchmarks/kills.py does it a hundred times."""
    out = tmp_path / "out.jsonl"
    with subprocess.Popen(command(str(articles), "-o", str(out), "--jobs", "2")) as process:  # noqa: S603  # our own code
        while process.poll() is None and not (out.exists() and out.stat().st_size):
            time.sleep(0.005)
        process.kill()
    assert expected.startswith(out.read_bytes())
    result = extract(str(articles), "-o", str(out), "--jobs", "2", "--resume")

    assert result.exit_code == 3
    assert out.read_bytes() == expected
    assert result.stderr.endswith(" = 39 written + 1 failed + 0 skipped\n")


def test_a_reader_that_goes_away(articles: Path, tmp_path: Path) -> None:
    long = tmp_path / "long.jsonl"
    long.write_bytes(articles.read_bytes() * 3)
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command(str(long), "--jobs", "0"), **options) as process:  # type: ignore[call-overload]  # noqa: S603  # ours
        assert process.stdout.readline().startswith(b'{"schema"')
        process.stdout.close()
        said = process.stderr.read()

    assert process.returncode == 141
    assert [line for line in said.splitlines() if b"bad" not in line and b"publi" not in line] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_standard_output(articles: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command(str(articles), "--jobs", "0"), stdout=full, stderr=subprocess.PIPE, check=False)  # noqa: S603  # our own code

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == b"claimex: standard output: cannot write: no space left on device"


def test_the_first_failure_can_end_it(articles: Path, expected: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = extract(str(articles), "-o", str(out), "--fail-fast", "--jobs", "0")

    assert result.exit_code == 3
    assert result.stderr.splitlines()[-1].startswith("claimex: stopped at the first failure, as asked; ")
    assert out.read_bytes() == b"".join(expected.splitlines(keepends=True)[:25])


def test_an_output_is_not_overwritten(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"mine\n")
    result = extract(str(articles), "-o", str(out))

    assert (result.exit_code, result.stderr) == (
        2,
        f"claimex: {out} is there already; --resume goes on with it, --force writes it anew\n",
    )


def test_one_article_loads_nothing_for_batches(tmp_path: Path) -> None:
    """Neither SQLite, nor what workers need: a single article is done as soon as it can be."""
    path = tmp_path / "a.txt"
    path.write_text("The port was closed in 2021.", encoding="utf-8")
    code = """
import sys
from claimex.cli import app
try:
    app(["extract", *sys.argv[1:]])
except SystemExit:
    print(sorted({"sqlite3", "claimex.batch.workers", "claimex.batch.ledger"} & set(sys.modules)))
"""
    arguments = [str(path), "-o", str(tmp_path / "out.jsonl")]
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)  # noqa: S603  # our own code

    assert (done.stdout, done.stderr) == ("[]\n", "")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.txt", "out.jsonl"]


def test_an_output_in_a_folder_that_is_read(tmp_path: Path) -> None:
    """It is no article: neither when it is made, nor when it is there."""
    for n in range(20):
        (tmp_path / f"n{n:02}.txt").write_text(f"The port was closed in 20{n:02}.", encoding="utf-8")
    out, failures = tmp_path / "m.jsonl", tmp_path / "m.txt"
    options = [str(tmp_path), "-o", str(out), "--failures", str(failures), "--jobs", "0"]
    assert extract(*options).stderr == "claimex: 20 read = 20 written + 0 failed + 0 skipped\n"
    before = out.read_bytes()
    result = extract(*options, "--resume")

    assert result.stderr == "claimex: 20 read (20 of them by an earlier run) = 20 written + 0 failed + 0 skipped\n"
    assert out.read_bytes() == before


def test_a_file_is_not_read_and_written(articles: Path) -> None:
    before = articles.read_bytes()
    result = extract(str(articles), "-o", str(articles), "--force")

    assert (result.exit_code, result.stderr) == (2, f"claimex: {articles} would be both read and written\n")
    assert articles.read_bytes() == before


@pytest.mark.parametrize("suffix", ["parquet", "sqlite", "csv.gz"])
def test_other_outputs_are_the_same_with_workers(articles: Path, tmp_path: Path, suffix: str) -> None:
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
    one, two = tmp_path / f"one.{suffix}", tmp_path / f"two.{suffix}"
    assert extract(str(articles), "-o", str(one), "--jobs", "0").exit_code == 3
    assert extract(str(articles), "-o", str(two), "--jobs", "2").exit_code == 3

    assert one.read_bytes() == two.read_bytes()
