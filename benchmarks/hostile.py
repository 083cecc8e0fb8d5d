"""Hostile files through the command, one by one: exit code, seconds, memory, and whether each is within its bounds.

    python benchmarks/hostile.py [FILE ...]

Without files it makes its own (`tests/hostile_files.py`). Bounds: no traceback; at most 2 seconds of CPU over an empty
article, and three times what the stock spaCy pipeline takes for the article's words; 1.5 GB of memory, 400 MB for bombs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from claimex.read.article import Article  # noqa: E402  # the repository's own modules, from wherever this is run
from claimex.read.files import read_paths  # noqa: E402
from tests.hostile_files import FILES  # noqa: E402

SECONDS, TIMES, MEMORY, BOMB_MEMORY = 2.0, 3.0, 1536, 400
MEGABYTE = 1024  # of ru_maxrss's kilobytes


@dataclass(frozen=True)
class Outcome:
    """What one run of the command came to."""

    code: int
    seconds: float
    megabytes: float
    lines: int
    error: str


def run(path: Path, out: Path) -> Outcome:
    """`claimex extract` on one file, alone."""
    command = [sys.executable, "-m", "claimex", "extract", "--jobs", "1", "-o", str(out), "--", str(path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT) as process:  # noqa: S603  # our own
        error = process.stderr.read().decode() if process.stderr else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    lines = len(out.read_bytes().splitlines()) if out.exists() else 0
    for left in out.parent.glob(f"{out.name}*"):
        left.unlink()
    return Outcome(process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTE, lines, error)


def stock_seconds(paths: list[Path]) -> dict[Path, float]:
    """What the stock pipeline takes for the words of each file that can be read."""
    import spacy  # noqa: PLC0415  # after the runs: a child starts with the memory of its parent

    from claimex.nlp import PACKAGES  # noqa: PLC0415

    nlp = spacy.load(PACKAGES["en_core_web_sm"])
    nlp("A first text is slower than others.")
    found = {}
    for path in paths:
        start = time.process_time()
        for item in read_paths([str(path)]):
            if isinstance(item, Article) and len(item.text) <= nlp.max_length:
                nlp(item.text)
        found[path] = time.process_time() - start
    return found


def out_of_bounds(path: Path, outcome: Outcome, *, floor: float, stock: float) -> list[str]:
    """What is wrong with an outcome, in a word each."""
    memory = BOMB_MEMORY if "bomb" in path.name else MEMORY
    return [
        *(["TRACEBACK"] if "Traceback" in outcome.error or outcome.code not in {0, 1, 3} else []),
        *(["SLOW"] if outcome.seconds - floor > SECONDS + TIMES * stock else []),
        *(["LARGE"] if outcome.megabytes > memory else []),
    ]


def main() -> int:
    """Print the table; 1 if anything is out of bounds."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(name).resolve() for name in sys.argv[1:]]
        if not paths:
            for name, (make, _) in FILES.items():
                (Path(folder) / name).write_bytes(make())
            paths = sorted(Path(folder).iterdir())
        out = Path(folder) / "out.jsonl"
        empty = Path(folder) / "empty-article.txt"
        empty.touch()
        floor = run(empty, out).seconds
        outcomes = {path: run(path, out) for path in paths}
        stock = stock_seconds(paths)
    print(f"an empty article takes {floor:.1f} s\n{'file':28}{'exit':>5}{'seconds':>9}{'stock':>7}{'MB':>6}{'lines':>7}  error")
    broken = 0
    for path, outcome in outcomes.items():
        bad = out_of_bounds(path, outcome, floor=floor, stock=stock[path])
        broken += bool(bad)
        error = outcome.error.splitlines()[0] if outcome.error else ""
        name = ascii(path.name)[1:-1]
        print(
            f"{name:28}{outcome.code:5}{outcome.seconds:9.1f}{stock[path]:7.1f}{outcome.megabytes:6.0f}{outcome.lines:7}"
            f"  {' '.join(bad)} {error.removeprefix('claimex: ').replace(str(path.parent), '')[:90]}"
        )
    print(f"{len(outcomes)} files, {broken} out of bounds")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
