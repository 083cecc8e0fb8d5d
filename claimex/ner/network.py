"""Rows of word features in; the probability of each class at each word, out: the network's forward pass, in numpy.

A word's vector depends on the word alone, so it is made once for each distinct word of a batch. Four layers then let
each word look at its neighbours.

BLAS sums in an order that depends on a row's place in the matrix, so that the last bits would differ from batch to batch. What
is multiplied here is rounded to a grid so coarse that no sum has to be rounded: any order gives the same number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Exact = NDArray[np.float64]

__all__ = ["BLOCK", "PIECES", "TINY", "Layer", "Network", "exact_weight"]

BLOCK = 256  # rows that go through a layer together: few enough to stay in the processor's cache
PIECES = 3  # linear pieces of a maxout unit
TINY = np.float32(1e-5)  # keeps the variance from nothing
# Multiples of 2**-16 below 2**6, times weights below 2**3, summed over fewer than 2**9 of them: 50 bits of the 53 there are.
GRID = np.float32(2**16)
LIMIT = np.float32(2**6)
MOST_WEIGHT = 2.0**3


def exact(values: Matrix) -> Exact:
    """Values rounded to the grid, in double precision."""
    steps = np.rint(np.clip(values, -LIMIT, LIMIT) * GRID)
    found: Exact = steps.astype(np.float64)
    found /= float(GRID)
    return found


def exact_weight(values: Matrix) -> Exact:
    """Weights rounded to the grid. No trained weight comes near the limit."""
    return exact(np.clip(values, -MOST_WEIGHT, MOST_WEIGHT).astype(np.float32))


class Layer:
    """One maxout layer with layer normalisation: weights in x (PIECES * width), piece by piece."""

    def __init__(self, weight: Matrix, bias: Matrix, scale: Matrix, shift: Matrix) -> None:
        self.weight, self.bias = exact_weight(weight), exact_weight(bias)
        self.scale, self.shift = scale, shift

    def __call__(self, rows: Exact) -> Matrix:
        width = len(self.scale)
        linear = rows @ self.weight
        linear += self.bias
        most = np.maximum(linear[:, :width], linear[:, width : 2 * width])
        np.maximum(most, linear[:, 2 * width :], out=most)
        best: Matrix = most.astype(np.float32)
        best -= best.mean(axis=1, keepdims=True)
        best /= np.sqrt(np.einsum("ij,ij->i", best, best)[:, None] / np.float32(width) + TINY)
        best *= self.scale
        best += self.shift
        return best


@dataclass(frozen=True, slots=True)
class Network:
    """The trained parts. `known` are the sorted digests that have a row in `tables`, by feature; row 0 is for all others."""

    known: tuple[NDArray[np.uint32], ...]
    tables: tuple[Matrix, ...]
    mix: Layer
    layers: tuple[Layer, ...]
    out_weight: Exact
    out_bias: Exact

    def rows(self, features: NDArray[np.uint32]) -> NDArray[np.intp]:
        """The rows of the tables that stand for each word's features."""
        found = np.zeros(features.shape, dtype=np.intp)
        for k, known in enumerate(self.known):
            at = np.minimum(np.searchsorted(known, features[:, k]), len(known) - 1)
            found[:, k] = np.where(known[at] == features[:, k], at + 1, 0)
        return found

    def vectors(self, features: NDArray[np.uint32]) -> Matrix:
        """The vector of each distinct word."""
        rows = self.rows(features)
        width = len(self.mix.scale)
        vectors = np.empty((len(rows), width), dtype=np.float32)
        for start in range(0, len(rows), BLOCK):
            part = rows[start : start + BLOCK]
            block = np.concatenate([table[part[:, k]] for k, table in enumerate(self.tables)], axis=1)
            vectors[start : start + BLOCK] = self.mix(exact(block))
        return vectors

    def __call__(self, vectors: Matrix, words: NDArray[np.intp], gaps: NDArray[np.intp]) -> Matrix:
        """The probability of each class at each place of `words`, which index `vectors`; at `gaps` there is no word."""
        size, width = len(words), vectors.shape[1]
        state = vectors[words]
        state[gaps] = 0
        padded = np.zeros((size + 2, width), dtype=np.float64)  # a row of nothing at either end
        windows = np.lib.stride_tricks.as_strided(
            padded, (size, 3 * width), (padded.strides[0], padded.strides[1]), writeable=False
        )
        for layer in self.layers:
            padded[1:-1] = exact(state)
            for start in range(0, size, BLOCK):
                state[start : start + BLOCK] += layer(np.ascontiguousarray(windows[start : start + BLOCK]))
            state[gaps] = 0
        chances = np.empty((size, len(self.out_bias)), dtype=np.float32)
        for start in range(0, size, BLOCK):
            chances[start : start + BLOCK] = self.softmax(exact(state[start : start + BLOCK]))
        chances[gaps] = 0
        chances[gaps, 0] = 1
        return chances

    def softmax(self, rows: Exact) -> Matrix:
        scores = rows @ self.out_weight
        scores += self.out_bias
        scores -= scores.max(axis=1, keepdims=True)
        chances: Matrix = np.exp(scores.astype(np.float32))
        chances /= chances.sum(axis=1, keepdims=True)
        return chances
