"""Sentences in; each with its worth, in order, out: parsed in batches, without any layer of claims."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from claimex.parse import learn_words, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

    from claimex.worth.score import Worth, WorthScorer

__all__ = ["score_sentences"]

BATCH = 256


def score_sentences(nlp: Language, scorer: WorthScorer, texts: Iterable[str]) -> Iterator[Worth]:
    """The worth of each text, taken as one sentence; one without words is worth nothing."""
    stream = iter(texts)
    while batch := list(islice(stream, BATCH)):
        learn_words(nlp, batch)
        with nlp.memory_zone():
            scored = scorer.score_docs(parse(nlp, batch))
        yield from scored
