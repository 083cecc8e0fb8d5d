"""Speed of claimex against the stock spaCy pipeline it is built on: CPU time on the same articles, in one run.

usage: python benchmarks/speed.py [ARTICLES.jsonl] [--rounds N] [--limit N]

Without a file the golden articles are read, several times over. The two alternate, round by round; figures are medians,
and the ratio is the median of the rounds' ratios. CPU seconds of this process are counted, not the clock on the wall.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import spacy

import claimex.pipeline as stages
from claimex.nlp import DEFAULT_MODEL, PACKAGES
from claimex.read.article import Article
from claimex.read.files import read_paths
from claimex.write.jsonl import dump

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")
GOLDEN = Path(__file__).parent.parent / "corpus" / "golden"
REPEATS = 4  # of the golden articles, which are few
STAGES = {
    "names": "find_names",
    "dates": "find_dates",
    "quantities": "find_quantities",
    "speakers": "find_attributions",
    "statement": "make_statement",
    "links": "find_links",
    "assemble": "assemble",
}


def load_articles(path: str | None, limit: int) -> list[Article]:
    if path is not None:
        return [item for item in read_paths([path]) if isinstance(item, Article)][:limit]
    texts = [file.read_text(encoding="utf-8") for file in sorted(GOLDEN.glob("*.txt"))]
    return [Article(text=text, published="2022-02-08") for text in texts * REPEATS]


class Clock:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)

    def timed(self, name: str, function: Callable[P, T]) -> Callable[P, T]:
        def run(*args: P.args, **kwargs: P.kwargs) -> T:
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                self.spent[name] += time.process_time() - start

        return run


def stock_seconds(nlp: spacy.Language, articles: list[Article]) -> float:
    start = time.process_time()
    for _ in nlp.pipe((article.text for article in articles), batch_size=stages.BATCH):
        pass
    return time.process_time() - start


def claimex_seconds(extractor: stages.Extractor, articles: list[Article]) -> float:
    start = time.process_time()
    for record in extractor.extract(articles):
        dump(record)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=int, default=100)
    options = parser.parse_args()

    articles = load_articles(options.articles, options.limit)
    words = sum(len(article.text.split()) for article in articles)
    stock, extractor = spacy.load(PACKAGES[DEFAULT_MODEL]), stages.Extractor()
    gc.collect()
    gc.freeze()  # as `claimex extract` does once all is loaded; it helps both
    warm = articles[: stages.BATCH]
    stock_seconds(stock, warm)
    claimex_seconds(extractor, warm)

    rounds = [(stock_seconds(stock, articles), claimex_seconds(extractor, articles)) for _ in range(options.rounds)]
    plain, ours = statistics.median(r[0] for r in rounds), statistics.median(r[1] for r in rounds)
    print(f"{len(articles)} articles, {words:,} words, {options.rounds} rounds, CPU time")
    print(f"{'stock spaCy pipeline':24} {words / plain:8,.0f} words/s")
    print(f"{'claimex, all of it':24} {words / ours:8,.0f} words/s")
    print(f"{'claimex / stock':24} {statistics.median(r[1] / r[0] for r in rounds):8.2f}  (below 1: claimex takes less)")
    print_stages(extractor, articles, words)


def print_stages(extractor: stages.Extractor, articles: list[Article], words: int) -> None:
    """One more round, with a clock in every stage."""
    clock = Clock()
    for name, function in STAGES.items():
        setattr(stages, function, clock.timed(name, getattr(stages, function)))
    read = extractor.read
    read.find_claims = clock.timed("claims", read.find_claims)  # type: ignore[assignment]
    read.checks = {family: clock.timed("check", check) for family, check in read.checks.items()}
    total = claimex_seconds(extractor, articles)
    rest = total - sum(clock.spent.values())
    print(f"\n{'stage':24} {'share':>6} {'us a word':>10}")
    for name, spent in [("spaCy and the rest", rest), *sorted(clock.spent.items(), key=lambda item: -item[1])]:
        print(f"{name:24} {spent / total:6.1%} {spent / words * 1e6:10.1f}")


if __name__ == "__main__":
    main()
