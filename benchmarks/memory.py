"""Memory of a long run of `claimex extract`: of the command and of its workers, after some articles and after many.

usage: python benchmarks/memory.py [--some N] [--many N] [--jobs N]

Short articles are made of the golden ones. Told is the highest resident set of each process so far, when so many records are
written and at the end. Needs /proc.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

GOLDEN = Path(__file__).parent.parent / "corpus" / "golden"
PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


def write_articles(path: Path, number: int) -> None:
    chance = random.Random(1)  # noqa: S311  # no secret
    texts = [file.read_text(encoding="utf-8") for file in sorted(GOLDEN.glob("*.txt"))]
    paragraphs = [part for text in texts for part in text.split("\n\n")[1:] if part.strip()]
    with path.open("w", encoding="utf-8") as stream:
        for _ in range(number):
            words = " ".join(chance.sample(paragraphs, 2)).split()
            name = "".join(chance.choice("aeioustrnl") for _ in range(7)).title()  # new words, as the news has them
            stream.write(json.dumps({"text": " ".join([*words, name, "said", "so."]), "published": "2022-02-08"}) + "\n")


def peaks(pid: int) -> dict[str, int]:
    """MB of the command and of each of its workers."""
    found = {}
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    for name in [str(pid), *children]:
        try:
            match = PEAK.search(Path(f"/proc/{name}/status").read_text(encoding="utf-8"))
            command = Path(f"/proc/{name}/cmdline").read_bytes()
        except OSError:
            continue
        if match is not None and b"resource_tracker" not in command:
            found["command" if name == str(pid) else f"worker {name}"] = int(match[1]) // 1024
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--some", type=int, default=2_000)
    parser.add_argument("--many", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path, out = Path(name, "articles.jsonl"), Path(name, "out.jsonl")
        write_articles(path, options.many)
        command = [sys.executable, "-m", "claimex", "extract", str(path), "-o", str(out), "-q", "--jobs", str(options.jobs)]
        with subprocess.Popen(command) as process:  # noqa: S603  # our own command
            early, late = watch(process, out, options.some)
    print(f"after {options.some:,} articles: {early} MB\nafter {options.many:,} articles: {late} MB")
    for key, value in early.items():
        print(f"{key}: {late.get(key, 0) / value - 1:+.1%}")


def watch(process: subprocess.Popen[bytes], out: Path, some: int) -> tuple[dict[str, int], dict[str, int]]:
    """The peaks when so many articles are done, and the last ones seen."""
    early: dict[str, int] = {}
    late: dict[str, int] = {}
    done = read = 0
    while process.poll() is None:
        if out.exists() and not early:
            with out.open("rb") as stream:
                stream.seek(read)
                new = stream.read()
            read, done = read + len(new), done + new.count(b"\n")
            early = peaks(process.pid) if done >= some else {}
        late |= peaks(process.pid)  # of those that have ended too
        time.sleep(0.05)
    return early, late


if __name__ == "__main__":
    main()
