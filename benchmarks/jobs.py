"""What worker processes gain: articles a second of `claimex extract` with one job and with two, and of the library's own loop.

usage: python benchmarks/jobs.py [ARTICLES.jsonl] [--rounds N] [--jobs N] [--copies N]

Without a file the golden articles are read, several times over. Each round runs all three, in turn; the ratios are of the same
round, and the median of the rounds is told. Loading is not counted: the library's loop is timed after it, and the commands run on
one batch too, whose time is taken off. The clock on the wall is used: keep the machine quiet.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from claimex.pipeline import BATCH, Extractor
from claimex.read.article import Article
from claimex.read.files import read_paths
from claimex.write.jsonl import dump

GOLDEN = Path(__file__).parent.parent / "corpus" / "golden"


def write_articles(path: Path, copies: int) -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted(GOLDEN.glob("*.txt"))]
    lines = (json.dumps({"text": text, "published": "2022-02-08"}) + "\n" for text in texts * copies)
    path.write_text("".join(lines), encoding="utf-8")


def library_seconds(extractor: Extractor, path: Path, out: Path) -> float:
    start = time.perf_counter()
    articles = (item for item in read_paths([str(path)]) if isinstance(item, Article))
    with out.open("wb") as stream:
        stream.writelines(dump(record).encode() + b"\n" for record in extractor.extract(articles))
    return time.perf_counter() - start


def command_seconds(path: Path, out: Path, jobs: int) -> float:
    command = [sys.executable, "-m", "claimex", "extract", str(path), "-o", str(out), "--force", "-q", "--jobs", str(jobs)]
    start = time.perf_counter()
    subprocess.run(command, check=True)  # noqa: S603  # our own command
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--copies", type=int, default=40, help="of the golden articles")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as name:
        path, few = Path(name, "articles.jsonl"), Path(name, "few.jsonl")
        if options.articles is None:
            write_articles(path, options.copies)
        else:
            path.write_bytes(options.articles.read_bytes())
        lines = path.read_bytes().splitlines(keepends=True)
        few.write_bytes(b"".join(lines[: 2 * options.jobs * BATCH]))  # so that every worker is started
        measure(path, few, rounds=options.rounds, jobs=options.jobs)


def measure(path: Path, few: Path, *, rounds: int, jobs: int) -> None:
    """Print a line for each round, and the medians, of the articles that `path` has and `few` has not."""
    extractor, out = Extractor(), path.with_name("out.jsonl")
    number = path.read_bytes().count(b"\n") - few.read_bytes().count(b"\n")
    library_seconds(extractor, few, out)
    gains, costs = [], []
    for turn in range(1, rounds + 1):
        library, single, several = (
            (run(path) - run(few))
            for run in (
                lambda source: library_seconds(extractor, source, out),
                lambda source: command_seconds(source, out, 1),
                lambda source: command_seconds(source, out, jobs),
            )
        )
        gains.append(single / several)
        costs.append(single / library - 1)
        rates = f"library {number / library:.1f}, 1 job {number / single:.1f}, {jobs} jobs {number / several:.1f} articles/s"
        print(f"round {turn}: {rates}: {gains[-1]:.2f} times as fast, one job costs {costs[-1]:+.1%}", flush=True)
    gain, cost = statistics.median(gains), statistics.median(costs)
    print(f"median: {jobs} jobs are {gain:.2f} times as fast as one; one job costs {cost:+.1%} over the library's loop")


if __name__ == "__main__":
    main()
