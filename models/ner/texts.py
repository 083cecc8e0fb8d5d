"""Labelled articles in; the class of each word, or -1 where nobody knows it, out. Words that are white space are left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claimex.ner.labels import BEGIN, INSIDE, LABELS, LAST, NAMES, OUTSIDE, UNIT

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from silver import Labelled, Spans

__all__ = ["Text", "classes_of", "text_of"]

TRUSTED = frozenset(
    {"wikigold", "uner", "crossner"}
)  # annotated by people; GMB's labels are a machine's, corrected here and there


@dataclass
class Text:
    """One article for the network: its words, its spans, the words of unknown class, and where its sentences begin."""

    words: list[str]
    spans: Spans
    unknown: list[tuple[int, int]]
    starts: list[int]


def text_of(article: Labelled) -> Text:
    """Names from people where they looked, else from the repaired silver; amounts and dates from the stock recogniser.

    What GMB calls a name and the silver does not is unknown: each is wrong too often to teach.
    """
    unknown = [tuple(span) for span in article.unknown]
    if article.source in TRUSTED:
        names = [tuple(span) for span in article.gold or []]
    else:
        names = [tuple(span) for span in article.silver if span[2] in NAMES]
        taken = {k for i, j, _ in names for k in range(i, j)}
        unknown += [(i, j) for i, j, _ in article.gold or [] if not taken.intersection(range(i, j))]
    spans = first_come([*names, *(tuple(span) for span in article.stock if span[2] not in NAMES and span[2] in LABELS)])
    place, words = {}, []
    for k, word in enumerate(article.words):
        place[k] = len(words)
        if not word.isspace():
            words.append(word)
    place[len(article.words)] = len(words)
    spans = [(place[i], place[j], label) for i, j, label in spans if place[i] < place[j]]
    starts = sorted({place[k] for k in article.starts} - {len(words)})
    return Text(words, spans, [(place[i], place[j]) for i, j in unknown], starts)


def first_come(spans: Spans) -> Spans:
    taken: set[int] = set()
    kept = []
    for i, j, label in spans:
        if not taken.intersection(range(i, j)):
            taken.update(range(i, j))
            kept.append((i, j, label))
    return sorted(kept)


def classes_of(size: int, spans: Spans, unknown: list[tuple[int, int]]) -> NDArray[np.int16]:
    """The class of each of `size` words."""
    classes = np.full(size, OUTSIDE, dtype=np.int16)
    for i, j in unknown:
        classes[i:j] = -1
    for i, j, name in spans:
        label = LABELS.index(name)
        if j - i == 1:
            classes[i] = UNIT + label
        else:
            classes[i], classes[i + 1 : j - 1], classes[j - 1] = BEGIN + label, INSIDE + label, LAST + label
    return classes
