"""Speed of the dates stage by itself, the parsed article given: against the stock spaCy pipeline, and on hostile texts.

usage: python benchmarks/dates.py [ARTICLES.jsonl] [--rounds N] [--limit N]

Without a file the golden articles are read, several times over. The stage and the pipeline alternate, round by round, on one
core; figures are medians of CPU time. It fails (exit 1) if the stage reads fewer than 30,000 words a second and less than
seven times as many as the pipeline, or if a text of twice the length takes much more than twice the time.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

import spacy
from speed import load_articles  # the script beside this one

from claimex.dates.find import find_dates
from claimex.nlp import DEFAULT_MODEL, PACKAGES, load_pipeline
from claimex.parse import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

BATCH = 16
ENOUGH, RATIO = 30_000, 7
# Texts that could make a grammar of dates slow: many dates, runs of figures, words that open expressions and never end one.
HOSTILE = {
    "many dates": "It shut on Friday, July 21, 2017 and again in the second half of February 2022. ",
    "a date a word": "Monday ",
    "figures": "1999 ",
    "figures without blanks": "2017-07-21-",
    "one long number": "1999",
    "opening words": "the first half of the end of the early late ",
    "numbers in words": "two hundred and twenty-five ",
    "two days later": "Two days later he left. ",
    "apostrophes": "'98 '",
    "line breaks": "in the\n",
}
LENGTHS = (25_000, 50_000, 100_000)  # characters
GROWTH = 3.0  # times as much for twice the length: more is not linear, less is noise


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def find_all(docs: list[Doc]) -> None:
    for doc in docs:
        find_dates(doc, given="2022-02-08")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=int, default=60)
    options = parser.parse_args()

    texts = [article.text for article in load_articles(options.articles, options.limit)]
    fast = compare(texts, options.rounds)
    linear = grow()
    sys.exit(0 if fast and linear else 1)


def compare(texts: list[str], rounds: int) -> bool:
    """Words a second of the stage and of the stock pipeline; whether the stage is fast enough."""
    words = sum(len(text.split()) for text in texts)
    stock, ours = spacy.load(PACKAGES[DEFAULT_MODEL]), load_pipeline()
    docs = parse(ours, texts)
    find_all(docs)
    taken = [(seconds(lambda: list(stock.pipe(texts, batch_size=BATCH))), seconds(lambda: find_all(docs))) for _ in range(rounds)]
    plain, stage = words / statistics.median(t[0] for t in taken), words / statistics.median(t[1] for t in taken)
    ratio = statistics.median(t[0] / t[1] for t in taken)
    print(f"{len(texts)} articles, {words:,} words, {rounds} rounds, CPU time")
    print(f"{'stock spaCy pipeline':28} {plain:10,.0f} words/s")
    print(f"{'dates, the Doc given':28} {stage:10,.0f} words/s  ({1e6 / stage:.2f} us a word)")
    print(f"{'times as fast':28} {ratio:10,.1f}")
    return stage >= ENOUGH or ratio >= RATIO


def grow() -> bool:
    """How the time grows with the length of hostile texts; whether it is linear."""
    print(f"\n{'hostile text':28}" + "".join(f"{length:>14,}" for length in LENGTHS) + "   growth for twice the length")
    blank = spacy.blank("en")
    blank.max_length = 2 * LENGTHS[-1]
    linear = True
    for name, piece in HOSTILE.items():
        docs = [blank(piece * (length // len(piece))) for length in LENGTHS]
        for doc in docs:
            for token in doc:
                token.dep_, token.tag_ = "dep", "NN"
        taken = [min(seconds(partial(find_all, [doc])) for _ in range(3)) for doc in docs]
        grown = (taken[-1] / max(taken[0], 1e-4)) ** 0.5
        linear = linear and grown < GROWTH
        print(f"{name:28}" + "".join(f"{value * 1000:11,.1f} ms" for value in taken) + f"{grown:9.2f}")
    return linear


if __name__ == "__main__":
    main()
