"""Rows of word features in; the probability of each class at each word, out: the network's forward pass, in numpy.

A word's vector depends on the word alone, so it is made once for each distinct word of a batch. Four layers then let
each word look at its neighbours. Matrices are multiplied in blocks of one fixed shape: BLAS chooses its way of summing by the
shape, and the last bits would differ from batch to batch otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

__all__ = ["BLOCK", "PIECES", "Layer", "Network"]

BLOCK = 128  # rows multiplied at once
PIECES = 3  # linear pieces of a maxout unit
TINY = np.float32(1e-5)  # keeps the variance from nothing


@dataclass(frozen=True, slots=True)
class Layer:
    """One maxout layer with layer normalisation: weights in x (PIECES * width), piece by piece."""

    weight: Matrix
    bias: Matrix
    scale: Matrix
    shift: Matrix

    def __call__(self, rows: Matrix) -> Matrix:
        width = len(self.scale)
        linear = rows @ self.weight
        linear += self.bias
        best = np.maximum(linear[:, :width], linear[:, width : 2 * width])
        np.maximum(best, linear[:, 2 * width :], out=best)
        best -= best.mean(axis=1, keepdims=True)
        best /= np.sqrt(np.einsum("ij,ij->i", best, best)[:, None] / np.float32(width) + TINY)
        best *= self.scale
        best += self.shift
        made: Matrix = best
        return made


@dataclass(frozen=True, slots=True)
class Network:
    """The trained parts. `known` are the sorted digests that have a row in `tables`, by feature; row 0 is for all others."""

    known: tuple[NDArray[np.uint32], ...]
    tables: tuple[Matrix, ...]
    mix: Layer
    layers: tuple[Layer, ...]
    out_weight: Matrix
    out_bias: Matrix

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
        block = np.zeros((BLOCK, width * len(self.tables)), dtype=np.float32)
        for start in range(0, len(rows), BLOCK):
            part = rows[start : start + BLOCK]
            for k, table in enumerate(self.tables):
                block[: len(part), k * width : (k + 1) * width] = table[part[:, k]]
            vectors[start : start + BLOCK] = self.mix(block)[: len(part)]
        return vectors

    def __call__(self, vectors: Matrix, words: NDArray[np.intp], gaps: NDArray[np.intp]) -> Matrix:
        """The probability of each class at each place of `words`, which index `vectors`; at `gaps` there is no word."""
        size = -(-len(words) // BLOCK) * BLOCK
        width = vectors.shape[1]
        state = np.zeros((size + 2, width), dtype=np.float32)  # a row of nothing at either end
        state[1 : len(words) + 1] = vectors[words]
        state[gaps + 1] = 0
        for layer in self.layers:
            after = np.zeros_like(state)
            windows = np.lib.stride_tricks.as_strided(
                state, (size, 3 * width), (state.strides[0], state.strides[1]), writeable=False
            )
            for start in range(0, size, BLOCK):
                seen = np.ascontiguousarray(windows[start : start + BLOCK])
                np.add(state[start + 1 : start + BLOCK + 1], layer(seen), out=after[start + 1 : start + BLOCK + 1])
            after[gaps + 1] = 0
            after[len(words) + 1 :] = 0
            state = after
        chances = np.empty((size, len(self.out_bias)), dtype=np.float32)
        for start in range(0, size, BLOCK):
            chances[start : start + BLOCK] = self.softmax(state[start + 1 : start + BLOCK + 1])
        chances[gaps] = 0
        chances[gaps, 0] = 1
        return chances[: len(words)]

    def softmax(self, rows: Matrix) -> Matrix:
        scores = rows @ self.out_weight
        scores += self.out_bias
        scores -= scores.max(axis=1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=1, keepdims=True)
        chances: Matrix = scores
        return chances
