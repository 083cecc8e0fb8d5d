"""Growth: CPU time of one article as it gets longer, and of more articles; both should be in proportion.

usage: python benchmarks/growth.py [--longest WORDS] [--rounds N]

The texts are made of the golden articles' paragraphs in a fixed shuffle: the layers that look through a whole article (names,
pronouns, dates, links) meet many names and no order, which is the harder case. All lengths are measured in turn, as often as
`--rounds` says; the best of each counts. The last column is the time of a word in proportion to the first line's: 1 is linear.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from claimex.pipeline import Extractor
from claimex.read.article import Article
from claimex.write.jsonl import dump

GOLDEN = Path(__file__).parent.parent / "corpus" / "golden"
SEED = 7
SHORTEST = 1_000  # words
COUNTS = (50, 100, 200, 400)  # articles


def paragraphs() -> list[str]:
    texts = [file.read_text(encoding="utf-8") for file in sorted(GOLDEN.glob("*.txt"))]
    return [part for text in texts for part in text.split("\n\n") if len(part.split()) > 8]  # noqa: PLR2004  # no headlines


def text_of(words: int, parts: list[str], chance: random.Random) -> str:
    chosen: list[str] = []
    count = 0
    while count < words:
        part = chance.choice(parts)
        chosen.append(part)
        count += len(part.split())
    return "\n\n".join(chosen)


def seconds(extractor: Extractor, texts: list[str]) -> float:
    start = time.process_time()
    for record in extractor.extract(Article(text=text, published="2022-02-08") for text in texts):
        dump(record)
    return time.process_time() - start


def table(extractor: Extractor, kind: str, cases: dict[int, list[str]], rounds: int) -> None:
    best = dict.fromkeys(cases, float("inf"))
    for _ in range(rounds):
        for size, texts in cases.items():
            best[size] = min(best[size], seconds(extractor, texts))
    words = {size: sum(len(text.split()) for text in texts) for size, texts in cases.items()}
    first = best[min(cases)] / words[min(cases)]
    print(f"\n{kind:>12} {'words':>9} {'CPU s':>8} {'us a word':>10} {'as a multiple':>14}")
    for size, spent in best.items():
        a_word = spent / words[size]
        print(f"{size:12,} {words[size]:9,} {spent:8.2f} {a_word * 1e6:10.1f} {a_word / first:14.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--longest", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()

    parts, chance = paragraphs(), random.Random(SEED)  # noqa: S311  # a fixed shuffle, no secret
    extractor = Extractor()
    seconds(extractor, parts[:20])
    lengths = [SHORTEST]
    while lengths[-1] < options.longest:
        lengths.append(min(lengths[-1] * 3, options.longest))
    long = {length: [text_of(length, parts, chance)] for length in lengths}
    long[SHORTEST] *= 10  # one is too short to be measured
    table(extractor, "one article", long, options.rounds)
    few = [text_of(100, parts, chance) for _ in range(max(COUNTS))]
    table(extractor, "articles", {count: few[:count] for count in COUNTS}, options.rounds)


if __name__ == "__main__":
    main()
