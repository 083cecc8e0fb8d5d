"""The probability of each class at each word in; the most probable spans, out.

Only the stretches of words that may be something are decoded, all of them side by side, by Viterbi over BILUO.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimex.ner.labels import BEGIN, INSIDE, LABELS, LAST, OUTSIDE, UNIT

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["LONGEST", "SURE", "Found", "decode"]

SURE = 0.98  # probability of O from which a word is taken to be nothing; below .99 no figure changes
LONGEST = 200  # words decoded in one go: noise without end is cut, or it would take memory by the square
FLOOR = 1e-9  # of a probability, so that its logarithm is finite
N = len(LABELS)


class Found(NamedTuple):
    """Words [start, end) are a `label`."""

    start: int
    end: int
    label: int


def decode(chances: NDArray[np.float32]) -> list[Found]:
    """The spans of a run of words, in order; a word that is certainly nothing (a gap too) parts them."""
    open_ = np.flatnonzero(chances[:, OUTSIDE] < SURE)
    if not len(open_):
        return []
    breaks = np.diff(open_, prepend=-2) > 1
    begins = np.maximum.accumulate(np.where(breaks, np.arange(len(open_)), 0))
    first = np.flatnonzero((np.arange(len(open_)) - begins) % LONGEST == 0)
    starts = open_[first]
    lengths = np.diff(first, append=len(open_))
    order = np.argsort(-lengths, kind="stable")
    return sorted(best_paths(chances, starts[order], lengths[order]))


def best_paths(chances: NDArray[np.float32], starts: NDArray[np.intp], lengths: NDArray[np.intp]) -> list[Found]:
    """Viterbi over stretches of words, longest first. Outside any span there is one state; inside, one for each label.

    `closed` is the best score of a path that ends outside or with a span's last word, `inner` of one that ends inside a span.
    """
    most, count = int(lengths[0]), len(starts)
    closed, inner = np.zeros(count), np.full((count, N), -np.inf)
    ends = np.zeros((most, count), dtype=np.intp)  # which class closed the best path here
    begun = np.zeros((most, count, N), dtype=bool)  # whether the best open path begins here
    for k in range(most):
        n = int(np.searchsorted(-lengths, -k, side="left"))  # stretches longer than k
        score = np.log(np.maximum(chances[starts[:n] + k].astype(np.float64), FLOOR))
        last = score[:, LAST : LAST + N] + inner[:n]
        unit = score[:, UNIT : UNIT + N] + closed[:n, None]
        outside = score[:, OUTSIDE] + closed[:n]
        begin = score[:, BEGIN : BEGIN + N] + closed[:n, None]
        inside = score[:, INSIDE : INSIDE + N] + inner[:n]
        begun[k, :n] = begin >= inside
        inner[:n] = np.maximum(begin, inside)
        ways = np.concatenate([outside[:, None], last, unit], axis=1)
        ends[k, :n] = ways.argmax(axis=1)
        closed[:n] = ways[np.arange(n), ends[k, :n]]
    found = []
    for s, (start, length) in enumerate(zip(starts.tolist(), lengths.tolist(), strict=True)):
        found += walk_back(ends[:length, s], begun[:length, s], start)
    return found


def walk_back(ends: NDArray[np.intp], begun: NDArray[np.bool_], start: int) -> list[Found]:
    found = []
    k = len(ends) - 1
    while k >= 0:
        way = int(ends[k])
        if way > N:
            found.append(Found(start + k, start + k + 1, way - 1 - N))
        elif way > 0:
            end, label = k + 1, way - 1
            k -= 1
            while not begun[k, label]:
                k -= 1
            found.append(Found(start + k, start + end, label))
        k -= 1
    return found
