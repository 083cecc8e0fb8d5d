"""Kill a run of `claimex extract` at random moments, go on with --resume each time, and compare the bytes in the end.

usage: python benchmarks/kills.py [--kills N] [--articles N] [--jobs N] [--seed N]

The articles are paragraphs of the golden articles, mixed; one in fifty is bad, and many have equal ids. When a run comes to its
end before all kills are used up, its output is compared, thrown away, and begun again. After each kill the output is compared
too: it has to be the beginning of the uninterrupted one. Exit 1 at the first difference.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

GOLDEN = Path(__file__).parent.parent / "corpus" / "golden"
AT_START = 0.15  # of the kills come while the run is starting
BAD_ONE = 50  # each so many articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """The files of one trial."""

    articles: Path
    out: Path
    jobs: int

    @property
    def failures(self) -> Path:
        return self.out.with_suffix(".failures")

    def command(self, *more: str) -> list[str]:
        options = ["-o", str(self.out), "--failures", str(self.failures), "--jobs", str(self.jobs), "-q", *more]
        return [sys.executable, "-m", "claimex", "extract", str(self.articles), *options]

    def files(self) -> tuple[bytes, bytes]:
        return read(self.out), read(self.failures)


def read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def write_articles(path: Path, number: int, chance: random.Random) -> None:
    """Short articles, each of three paragraphs of different golden articles."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(GOLDEN.glob("*.txt"))]
    paragraphs = [part for text in texts for part in text.split("\n\n")[1:] if part.strip()]
    with path.open("w", encoding="utf-8") as stream:
        for n in range(number):
            text: object = 5 if n % BAD_ONE == BAD_ONE - 1 else "\n\n".join(chance.sample(paragraphs, 3))
            stream.write(json.dumps({"text": text, "id": f"a{n % 40}", "published": "2022-02-08"}) + "\n")


def kill_once(trial: Trial, chance: random.Random, pause: float) -> bool:
    """Start or go on, and kill at some moment; whether the run had come to its end before."""
    size = len(read(trial.out))
    with subprocess.Popen(trial.command("--resume")) as process:  # noqa: S603  # our own command
        if chance.random() >= AT_START:
            while process.poll() is None and (not trial.out.exists() or trial.out.stat().st_size <= size):
                time.sleep(0.002)
        time.sleep(chance.uniform(0, pause))
        ended = process.poll() is not None
        process.kill()
    if ended and process.returncode not in {0, 3}:
        sys.exit(f"a run ended with exit code {process.returncode}")
    return process.returncode != -signal.SIGKILL


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311  # no secret

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = folder / "articles.jsonl"
        write_articles(articles, options.articles, chance)
        reference = Trial(articles=articles, out=folder / "whole.jsonl", jobs=options.jobs)
        start = time.monotonic()
        subprocess.run(reference.command(), check=False)  # noqa: S603  # our own command
        took = time.monotonic() - start
        whole = reference.files()
        print(
            f"{options.articles} articles, {len(whole[0]):,} bytes, {whole[1].count(b'}')} failures, in {took:.0f} s", flush=True
        )
        pause = 2 * took * min(1.0, 3 / options.kills)  # so that a run comes to its end after some kills
        rounds, kills = trials(
            Trial(articles=articles, out=folder / "out.jsonl", jobs=options.jobs), whole, chance, options.kills, pause
        )
    print(f"{kills} kills, {rounds} runs to the end: the same bytes each time")


def trials(trial: Trial, whole: tuple[bytes, bytes], chance: random.Random, number: int, pause: float) -> tuple[int, int]:
    """How many runs came to their end, and how many kills there were."""
    rounds = kills = 0
    while kills < number:
        if kill_once(trial, chance, pause):
            rounds += 1
            compare(trial, whole, ended=True)
            for path in (trial.out, trial.out.with_name(trial.out.name + ".ledger"), trial.failures):
                path.unlink(missing_ok=True)
        else:
            kills += 1
            compare(trial, whole, ended=False)
            if kills % 10 == 0:
                print(f"{kills} kills, {len(read(trial.out)):,} bytes", flush=True)
    subprocess.run(trial.command("--resume"), check=False)  # noqa: S603  # our own command
    compare(trial, whole, ended=True)
    return rounds + 1, kills


def compare(trial: Trial, whole: tuple[bytes, bytes], *, ended: bool) -> None:
    for found, wanted, path in zip(trial.files(), whole, (trial.out, trial.failures), strict=True):
        if found != wanted if ended else not wanted.startswith(found):
            sys.exit(f"{path.name} differs: {len(found):,} bytes, the uninterrupted run's {len(wanted):,}")


if __name__ == "__main__":
    main()
