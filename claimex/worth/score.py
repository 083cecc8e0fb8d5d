"""A model and parsed stretches of text in; the worth of each and the features that weighed most, out."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claimex.worth.features import CLASSES, KINDS, TAGS, classes, cut, read_tokens, signs
from claimex.worth.model import NUMBER, PERSON, SCALE, SPECIAL, UNKNOWN, load_worth
from claimex.worth.network import Network
from claimex.worth.reasons import Reasons

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from claimex.worth.features import Stretches, Tokens
    from claimex.worth.model import WorthModel

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["Worth", "WorthScorer", "word_rows"]

DIGITS = 3  # of a worth; finer ones would pretend
CHUNK = 4096  # stretches scored at a time: bounds memory
NUMBER_TAG, PERSON_KIND = TAGS.index("CD"), KINDS.index("person")


@dataclass(frozen=True, slots=True)
class Worth:
    """How much something is worth checking, whether that is enough, and what weighed most, in words."""

    value: float
    worthy: bool
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """What the sum of each stretch is made of: its signs, and the share of each token."""

    total: Floats
    signs: NDArray[np.int8]
    shares: Floats


class WorthScorer:
    """A loaded model; holds nothing of any text."""

    def __init__(self, model: WorthModel | None = None) -> None:
        """Load the project's own model if none is given. Raises BrokenModel."""
        self.model = load_worth() if model is None else model
        self.network = Network(self.model)
        self.reasons = Reasons(self.model.sign_weights, self.model.sign_means)

    def score_docs(self, docs: Sequence[Doc]) -> list[Worth]:
        """The worth of each Doc as a whole; a Doc without words is worth nothing."""
        tokens = read_tokens(docs)
        places = [(first, first + len(doc)) for first, doc in zip(tokens.first, docs, strict=True)]

        def word(i: int) -> str:
            k = bisect_right(tokens.first, i) - 1  # empty Docs stand before the one that begins at the same place
            return docs[k][i - tokens.first[k]].text

        return self.score(tokens, places, word)

    def score_spans(self, doc: Doc, places: Sequence[tuple[int, int]]) -> list[Worth]:
        """The worth of stretches [i, j) of a Doc's tokens."""
        if not places:
            return []
        distinct = list(dict.fromkeys(places))  # claims of one clause
        found = dict(zip(distinct, self.score(read_tokens([doc]), distinct, lambda i: doc[i].text), strict=True))
        return [found[place] for place in places]

    def score(self, tokens: Tokens, places: Sequence[tuple[int, int]], word: Callable[[int], str]) -> list[Worth]:
        """The worth of stretches of tokens, whose texts `word` gives."""
        found: list[Worth] = []
        for start in range(0, len(places), CHUNK):
            chunk = places[start : start + CHUNK]
            cuts = cut((i, j) for i, j in chunk if i < j)
            parts = self.parts(tokens, cuts)
            whys = self.reasons(parts.signs, parts.shares, tokens, cuts, word)
            scored = iter(list(zip(self.values(parts.total), whys, strict=True)))
            for i, j in chunk:
                value, why = next(scored) if i < j else (0.0, ())
                found.append(Worth(value, value >= self.model.threshold, why))
        return found

    def values(self, total: Floats) -> list[float]:
        """Probabilities, rounded; one by one, since numpy's exponential differs in the last digit from lane to lane."""
        slope, offset = self.model.slope, self.model.offset
        return [round(1 / (1 + math.exp(-(slope * z + offset))), DIGITS) for z in total.tolist()]

    def parts(self, tokens: Tokens, cuts: Stretches) -> Parts:
        """The sum of each stretch, by its parts."""
        model, n, owner = self.model, cuts.count, cuts.owner
        if n == 0:
            return Parts(np.zeros(0), np.zeros((0, len(model.sign_weights)), dtype=np.int8), np.zeros(0))
        rows = word_rows(model.words, tokens, cuts)
        lexical = model.word_weights[rows].astype(np.float64)
        inside = owner[1:] == owner[:-1]
        lexical[1:] += np.where(inside, self.pair_shares(rows), 0)
        root_length = np.sqrt(cuts.length + 1.0)
        meanings, by_class = self.class_shares(tokens, cuts, rows)
        tags = tokens.tag[cuts.at]
        order = np.where(inside, model.tag_weights[tags[:-1] * len(TAGS) + tags[1:]], 0)
        shown = signs(tokens, cuts)
        total = (
            np.bincount(owner, weights=lexical, minlength=n) / root_length
            + by_class
            + np.bincount(owner[1:], weights=order, minlength=n)
            + (shown * model.sign_weights.astype(np.int32)).sum(axis=1)
            + model.bias
        )
        total = total / SCALE + self.network(tokens, cuts, rows, shown)
        return Parts(total, shown, (lexical / root_length[owner] + meanings) / SCALE)

    def pair_shares(self, rows: Ints) -> Ints:
        """The weight of each word together with the one before it."""
        model = self.model
        keys = (rows[:-1] * model.rows + rows[1:]).astype(np.uint32)
        at = np.minimum(np.searchsorted(model.pairs, keys), len(model.pairs) - 1)
        known = (model.pairs[at] == keys) & (rows[:-1] != UNKNOWN) & (rows[1:] != UNKNOWN)
        return np.where(known, model.pair_weights[at], 0)

    def class_shares(self, tokens: Tokens, cuts: Stretches, rows: Ints) -> tuple[Floats, Floats]:
        """What each word's meaning adds, and the sum over a stretch: the mean over each class of words, added up."""
        n, size, owner = cuts.count, len(CLASSES), cuts.owner
        shares, total = np.zeros(len(rows)), np.zeros(n)
        for kinds in classes(tokens, cuts):
            here = np.flatnonzero((kinds >= 0) & (rows >= SPECIAL))
            cells = owner[here] * size + kinds[here]
            weights = self.model.class_weights[rows[here], kinds[here]].astype(np.float64)
            counts = np.maximum(np.bincount(cells, minlength=n * size), 1)
            sums = np.bincount(cells, weights=weights, minlength=n * size) / counts
            shares[here] += weights / counts[cells]
            for column in sums.reshape(n, size).T:
                total += column
        return shares, total


def word_rows(words: NDArray[np.uint64], tokens: Tokens, cuts: Stretches) -> Ints:
    """The row of each token in the word tables: persons' names are one row, figures that are no known word another."""
    word = tokens.word[cuts.at]
    at = np.minimum(np.searchsorted(words, word), len(words) - 1)
    rows = np.where(words[at] == word, at + SPECIAL, UNKNOWN)
    rows[(rows == UNKNOWN) & (tokens.tag[cuts.at] == NUMBER_TAG)] = NUMBER
    rows[tokens.kind[cuts.at] == PERSON_KIND] = PERSON
    return rows
