"""Rows of word features in; the probability of each class at each word, out: the network's forward pass, in numpy.

A word's vector depends on the word alone. Four layers then let each word look at its neighbours.

BLAS sums in an order that depends on a row's place in the matrix, so that the last bits would differ from batch to batch. What
is multiplied here are whole numbers, so few and small that every sum is a whole number of at most 24 bits. Single precision
holds those exactly: any order gives the same number. Whatever is not multiplied (state, weights) is counted in steps of a grid.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

__all__ = ["BLOCK", "PIECES", "REACH", "STEPS", "TABLE_REACH", "TABLE_STEPS", "TINY", "WHOLE", "Layer", "Network", "Product"]

BLOCK = 1024  # rows that go through a layer together: few enough to stay in the processor's cache
PIECES = 3  # linear pieces of a maxout unit
TINY = 1e-5  # keeps the variance from nothing
WHOLE = 2**24  # up to here single precision holds every whole number
STEPS = 2**6  # of the grid, to one: the state of a word is a whole number of them
REACH = 8 * STEPS  # what a layer sees of a state that goes beyond; one number in 10,000 does
TABLE_STEPS = 2**9
TABLE_REACH = TABLE_STEPS  # no number of a trained table comes near it


class Product:
    """rows @ weight + bias, where the rows are whole numbers of at most `reach`, each one `steps`-th.

    The weights are rounded to the finest grid on which no sum can exceed WHOLE, whatever the rows are: a column's weights,
    all taken as positive, times `reach`, and the bias. Results are whole numbers, `unit` of them to one.
    """

    def __init__(self, weight: Matrix, bias: Matrix, *, steps: int, reach: int) -> None:
        exact = weight.astype(np.float64)
        fine = 2.0**24
        self.most = float("inf")
        while self.most > WHOLE:
            fine /= 2
            whole, whole_bias = np.rint(exact * fine), np.rint(bias.astype(np.float64) * fine * steps)
            self.most = float((np.abs(whole).sum(axis=0) * reach + np.abs(whole_bias)).max())
        self.weight, self.bias = np.ascontiguousarray(whole, dtype=np.float32), whole_bias.astype(np.float32)
        self.unit, self.reach = fine * steps, np.float32(reach)

    def __call__(self, rows: Matrix, out: Matrix) -> Matrix:
        np.matmul(rows, self.weight, out=out)
        out += self.bias
        return out


class Layer:
    """One maxout layer with layer normalisation; whole numbers in and out. The product's columns are PIECES times `width`."""

    def __init__(self, product: Product, scale: Matrix, shift: Matrix) -> None:
        self.product = product
        self.scale, self.shift = scale * np.float32(STEPS), shift * np.float32(STEPS)
        self.width = len(scale)
        self.root = np.float32(np.sqrt(self.width))
        self.tiny = np.float32(TINY * self.width * product.unit**2)

    def __call__(self, rows: Matrix) -> Matrix:
        width = self.width
        linear = self.product(rows, np.empty((len(rows), PIECES * width), dtype=np.float32))
        best: Matrix = np.maximum(linear[:, :width], linear[:, width : 2 * width])
        np.maximum(best, linear[:, 2 * width :], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best)
        spread += self.tiny
        np.sqrt(spread, out=spread)
        best *= (self.root / spread)[:, None]
        best *= self.scale
        best += self.shift
        return np.rint(best, out=best)


@dataclass(frozen=True, slots=True)
class Network:
    """The trained parts. `known` are the sorted digests that have a row in `tables`, by feature; row 0 is for all others."""

    known: tuple[NDArray[np.uint32], ...]
    tables: tuple[Matrix, ...]
    mix: Layer
    layers: tuple[Layer, ...]
    out: Product

    def rows(self, features: NDArray[np.uint32]) -> NDArray[np.intp]:
        """The rows of the tables that stand for each word's features."""
        found = np.zeros(features.shape, dtype=np.intp)
        for k, known in enumerate(self.known):
            at = np.minimum(np.searchsorted(known, features[:, k]), len(known) - 1)
            found[:, k] = np.where(known[at] == features[:, k], at + 1, 0)
        return found

    def vectors(self, features: NDArray[np.uint32]) -> Matrix:
        """The vector of each word."""
        rows = self.rows(features)
        vectors = np.empty((len(rows), self.mix.width), dtype=np.float32)
        for start in range(0, len(rows), BLOCK):
            part = rows[start : start + BLOCK]
            vectors[start : start + BLOCK] = self.mix(
                np.concatenate([table[part[:, k]] for k, table in enumerate(self.tables)], axis=1)
            )
        return vectors

    def __call__(self, state: Matrix, gaps: NDArray[np.intp]) -> Matrix:
        """The probability of each class at each place; `state`, the words' vectors, is used up; at `gaps` there is no word."""
        size, width = state.shape
        padded = np.zeros((size + 2, width), dtype=np.float32)  # a row of nothing at either end
        windows = np.lib.stride_tricks.as_strided(
            padded, (size, 3 * width), (padded.strides[0], padded.strides[1]), writeable=False
        )
        state[gaps] = 0
        for layer in self.layers:
            np.clip(state, -layer.product.reach, layer.product.reach, out=padded[1:-1])
            for start in range(0, size, BLOCK):
                state[start : start + BLOCK] += layer(np.ascontiguousarray(windows[start : start + BLOCK]))
            state[gaps] = 0
        np.clip(state, -self.out.reach, self.out.reach, out=state)
        chances = np.empty((size, len(self.out.bias)), dtype=np.float32)
        for start in range(0, size, BLOCK):
            self.softmax(state[start : start + BLOCK], chances[start : start + BLOCK])
        chances[gaps] = 0
        chances[gaps, 0] = 1
        return chances

    def softmax(self, rows: Matrix, chances: Matrix) -> None:
        """Write the chances of each row."""
        self.out(rows, chances)
        chances -= chances.max(axis=1, keepdims=True)
        chances *= np.float32(1 / self.out.unit)
        np.exp(chances, out=chances)
        chances /= chances.sum(axis=1, keepdims=True)
