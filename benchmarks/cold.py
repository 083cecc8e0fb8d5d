"""Cold start: one short article through the command line, against loading spaCy's stock pipeline and using it once.

usage: python benchmarks/cold.py [--rounds N]

Each round starts three new processes in turn: `claimex extract`, spaCy loading the stock pipeline and parsing the same text, and
`claimex --help`. CPU seconds of each child (user and system) and its peak memory; medians, and the median of the ratios.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from claimex.nlp import DEFAULT_MODEL, PACKAGES

TEXT = "The port reopened on Monday after the first strike in 12 years, its director Ruth Hall said. Traffic fell 8 percent."
SPACY = f"import spacy; spacy.load({PACKAGES[DEFAULT_MODEL]!r})({TEXT!r})"


def seconds_and_peak(command: list[str]) -> tuple[float, float]:
    """CPU seconds and the peak memory (MB) of a command."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603  # our own commands
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{command[0]} ended with {child.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text(TEXT, encoding="utf-8")
        commands = {
            "claimex extract": [sys.executable, "-m", "claimex", "extract", str(article), "--published", "2022-02-08"],
            "spacy.load and one text": [sys.executable, "-c", SPACY],
            "claimex --help": [sys.executable, "-m", "claimex", "--help"],
        }
        for command in commands.values():  # once, to fill the disk's cache
            seconds_and_peak(command)
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                found[name].append(seconds_and_peak(command))
    ours, plain, _ = found.values()
    print(f"{rounds} rounds, CPU seconds of a new process")
    print(f"{'':24} {'CPU s':>7} {'peak MB':>8}")
    for name, figures in found.items():
        cpu, peak = (statistics.median(column) for column in zip(*figures, strict=True))
        print(f"{name:24} {cpu:7.2f} {peak:8.0f}")
    print(f"{'claimex / spaCy':24} {statistics.median(a[0] / b[0] for a, b in zip(ours, plain, strict=True)):7.2f}")


if __name__ == "__main__":
    main()
