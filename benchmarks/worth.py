"""Speed of check-worthiness: CPU time on parsed sentences, and its share of the stock spaCy pipeline's.

usage: python benchmarks/worth.py [SENTENCES.jsonl] [--rounds N]

Without a file the sentences of the golden articles are read. `model` counts from the numbers of the tokens to the worth;
`read` from the parsed Docs to those numbers; `why` what it takes to say what weighed most. `article` is all of it as
`extract` does it, article by article with its claims, against the stock pipeline on the same texts. Medians of the rounds.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from claimex.claims import ClaimFinder
from claimex.nlp import DEFAULT_MODEL, PACKAGES, load_pipeline
from claimex.parse import parse
from claimex.pipeline import find_layers
from claimex.read.article import Article
from claimex.worth import WorthScorer, stretch_of
from claimex.worth.features import cut, read_tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

GOLDEN = Path(__file__).parent.parent / "corpus" / "golden"
MANY = 20_000  # sentences, again and again the same if there are fewer
CHUNK = 4096  # sentences at a time


def spent(call: Callable[[], object], rounds: int) -> float:
    """The median CPU seconds of a call; the first round only warms up."""
    found = []
    for _ in range(rounds + 1):
        start = time.process_time()
        call()
        found.append(time.process_time() - start)
    return statistics.median(found[1:])


def sentences_of(nlp: Language, path: str | None) -> list[str]:
    if path is not None:
        return [json.loads(line)["text"] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    docs = parse(nlp, [file.read_text(encoding="utf-8") for file in sorted(GOLDEN.glob("*.txt"))])
    return [sent.text.strip() for doc in docs for sent in doc.sents if sent.text.strip()]


def model_alone(nlp: Language, scorer: WorthScorer, texts: list[str], rounds: int) -> None:
    """The model on sentences, many at a time."""
    some = parse(nlp, texts[:MANY])
    docs = (some * (MANY // len(some) + 1))[:MANY]
    groups = [docs[start : start + CHUNK] for start in range(0, MANY, CHUNK)]

    def places(tokens: object, group: list[object]) -> list[tuple[int, int]]:
        return [(first, first + len(doc)) for first, doc in zip(tokens.first, group, strict=True)]

    read = [read_tokens(group) for group in groups]
    spots = [places(tokens, group) for tokens, group in zip(read, groups, strict=True)]
    steps = {
        "model": lambda: [scorer.values(scorer.parts(t, cut(s)).total) for t, s in zip(read, spots, strict=True)],
        "read": lambda: [read_tokens(group) for group in groups],
        "all with why": lambda: [scorer.score_docs(group) for group in groups],
    }
    words = sum(map(len, docs)) / MANY
    print(f"{MANY:,} sentences of {words:.1f} tokens, parsed")
    for name, step in steps.items():
        seconds = spent(step, rounds)
        print(f"{name:<14} {MANY / seconds:>10,.0f} sentences/s")


def in_articles(nlp: Language, scorer: WorthScorer, rounds: int) -> None:
    """The share of the stock pipeline's time that the worth of all claims takes."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(GOLDEN.glob("*.txt"))]
    docs = parse(nlp, texts)
    find = ClaimFinder(nlp.vocab)
    claims = [find(str(k), find_layers(doc, Article(text=doc.text), published="2022")) for k, doc in enumerate(docs)]
    stretches = [[stretch_of(claim) for claim in found] for found in claims]
    ours = spent(lambda: [scorer.score_spans(doc, spots) for doc, spots in zip(docs, stretches, strict=True)], rounds)
    stock = spacy.load(PACKAGES[DEFAULT_MODEL])
    theirs = spent(lambda: list(stock.pipe(texts, batch_size=16)), rounds)
    count = sum(map(len, claims))
    print(f"{len(docs)} articles, {count} claims: {1000 * ours:.1f} ms; stock pipeline {1000 * theirs:.1f} ms")
    print(f"{'article':<14} {100 * ours / theirs:>9.2f} % of the stock pipeline's time")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sentences", nargs="?")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    nlp, scorer = load_pipeline(), WorthScorer()
    model_alone(nlp, scorer, sentences_of(nlp, asked.sentences), asked.rounds)
    in_articles(nlp, scorer, asked.rounds)


if __name__ == "__main__":
    main()
