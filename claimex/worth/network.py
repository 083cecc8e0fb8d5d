"""What words mean by class, and signs, in; the sum of a small network with one hidden layer, out.

It sees what stands together, which a sum of weights cannot: "I" with a number, a past verb without a name. Every number is
whole and every sum below 2^53, so that matrices may be multiplied in any order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from claimex.ops import one_thread
from claimex.worth.features import CLASSES, classes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimex.worth.features import Stretches, Tokens
    from claimex.worth.model import WorthModel

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["FINE", "MEAN", "OUT", "Network", "class_means"]

MEAN = 16  # a mean of vectors is in 16ths of their whole numbers
FINE, OUT = 1 << 24, 1 << 12  # weights into the hidden layer, and out of it, are whole parts of these


class Network:
    """The network of a trained file, its weights ready to be multiplied."""

    def __init__(self, model: WorthModel) -> None:
        self.vectors = model.vectors
        self.into = model.hidden_weights.astype(np.float64)
        self.bias = model.hidden_bias.astype(np.float64)
        self.out = model.out_weights.astype(np.float64)
        self.direct = model.direct_weights.astype(np.float64)

    def __call__(self, tokens: Tokens, cuts: Stretches, rows: Ints, shown: NDArray[np.int8]) -> Floats:
        """The sum for each stretch; `rows` are its words' and `shown` its signs."""
        seen = np.concatenate([shown, class_means(self.vectors, tokens, cuts, rows)], axis=1, dtype=np.float64)
        with one_thread():  # more threads cost ten times as much as such small matrices
            hidden = np.maximum(seen @ self.into + self.bias, 0)
            return (hidden @ self.out + seen @ self.direct * OUT) / (FINE * OUT)


def class_means(vectors: NDArray[np.int8], tokens: Tokens, cuts: Stretches, rows: Ints) -> Floats:
    """The mean of the vectors of each class of words, side by side, in whole parts of MEAN; words without a vector are zeros."""
    size = len(CLASSES)
    by_tag, by_dep = classes(tokens, cuts)
    cells = np.concatenate([cuts.owner * size + by_tag, (cuts.owner * size + by_dep)[by_dep >= 0]])
    words = np.concatenate([rows, rows[by_dep >= 0]])
    order = np.argsort(cells, kind="stable")
    cells, words = cells[order], words[order]
    firsts = np.flatnonzero(np.diff(cells, prepend=-1))
    counts = np.diff(np.append(firsts, len(cells)))
    largest = np.argsort(-counts, kind="stable")
    firsts, counts = firsts[largest], counts[largest]
    sums = np.zeros((len(firsts), vectors.shape[1]))
    for k in range(int(counts[0])):  # the k-th word of every class that has so many: faster than class by class
        some = int(np.searchsorted(-counts, -k))
        sums[:some] += vectors[words[firsts[:some] + k]]
    found = np.zeros((cuts.count * size, vectors.shape[1]))
    found[cells[firsts]] = np.rint(sums * MEAN / counts[:, None])
    return found.reshape(cuts.count, -1)
