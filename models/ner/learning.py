"""The network while it learns: the forward pass of `claimex/ner/network.py`, its gradients, and Adam.

Single precision and one thread; the same seed gives the same weights on one machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from thinc.api import NumpyOps

from claimex.ner.labels import CLASSES
from claimex.ner.network import PIECES, TINY

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Params = dict[str, Matrix]
    Kept = tuple[Matrix, list[NDArray[np.bool_]], Matrix, Matrix]  # what a layer needs for its gradient

__all__ = ["Adam", "Learner"]

OPS = NumpyOps()


def new_params(rows: list[int], width: int, depth: int, random: np.random.Generator) -> Params:
    """Fresh weights: Glorot's uniform ones for the layers, small ones for the tables."""
    params: Params = {f"table{k}": random.uniform(-0.1, 0.1, (count, width)).astype(np.float32) for k, count in enumerate(rows)}
    for name, size in [("mix", len(rows) * width), *((f"layer{k}", 3 * width) for k in range(depth))]:
        reach = np.sqrt(6 / (size + width))
        params[f"{name}.weight"] = random.uniform(-reach, reach, (size, PIECES * width)).astype(np.float32)
        params[f"{name}.bias"] = np.zeros(PIECES * width, dtype=np.float32)
        params[f"{name}.scale"], params[f"{name}.shift"] = np.ones(width, dtype=np.float32), np.zeros(width, dtype=np.float32)
    params["out.weight"] = np.zeros((width, CLASSES), dtype=np.float32)
    params["out.bias"] = np.zeros(CLASSES, dtype=np.float32)
    return params


class Learner:
    """Weights, and the gradient of a batch's loss."""

    def __init__(self, rows: list[int], *, width: int, depth: int, dropout: float, random: np.random.Generator) -> None:
        self.params = new_params(rows, width, depth, random)
        self.tables, self.width, self.depth, self.dropout, self.random = len(rows), width, depth, dropout, random

    def maxout(self, name: str, rows: Matrix) -> tuple[Matrix, Kept]:
        p, width = self.params, self.width
        linear = rows @ p[f"{name}.weight"]
        linear += p[f"{name}.bias"]
        pieces = [linear[:, k * width : (k + 1) * width] for k in range(PIECES)]
        best = np.maximum(np.maximum(pieces[0], pieces[1]), pieces[2])
        which = [pieces[0] == best]
        which.append((pieces[1] == best) & ~which[0])
        which.append(~(which[0] | which[1]))
        best -= best.mean(axis=1, keepdims=True)
        spread = np.sqrt((best * best).mean(axis=1, keepdims=True) + TINY)
        best /= spread
        return best * p[f"{name}.scale"] + p[f"{name}.shift"], (rows, which, best, spread)

    def maxout_back(self, name: str, grad: Matrix, kept: Kept, grads: Params) -> Matrix:
        rows, which, normal, spread = kept
        p, width = self.params, self.width
        grads[f"{name}.scale"] = (grad * normal).sum(axis=0)
        grads[f"{name}.shift"] = grad.sum(axis=0)
        d = grad * p[f"{name}.scale"]
        d = (d - d.mean(axis=1, keepdims=True) - normal * (d * normal).mean(axis=1, keepdims=True)) / spread
        linear = np.empty((len(rows), PIECES * width), dtype=d.dtype)
        for piece in range(PIECES):
            np.multiply(d, which[piece], out=linear[:, piece * width : (piece + 1) * width])
        grads[f"{name}.weight"] = rows.T @ linear
        grads[f"{name}.bias"] = linear.sum(axis=0)
        return linear @ p[f"{name}.weight"].T

    def mask(self, shape: tuple[int, ...]) -> Matrix:
        keep = self.random.random(shape, dtype=np.float32) >= self.dropout
        return keep.astype(np.float32) / np.float32(1 - self.dropout)

    def step(
        self, rows: NDArray[np.intp], words: NDArray[np.intp], gaps: NDArray[np.bool_], classes: NDArray[np.int16]
    ) -> tuple[float, Params, list[NDArray[np.intp]]]:
        """Loss, gradients, and which rows of each table they belong to; `rows` are those of each distinct word of `words`."""
        p = self.params
        grads: Params = {}
        embedded = np.concatenate([p[f"table{k}"][rows[:, k]] for k in range(self.tables)], axis=1)
        vectors, mixed = self.maxout("mix", embedded)
        state = vectors[words]
        first = self.mask(state.shape)
        first[gaps] = 0
        state, kept = self.layers(state * first, gaps)
        loss, grad = self.loss(state, np.flatnonzero((classes >= 0) & ~gaps), classes, grads)
        grad = self.layers_back(grad, gaps, kept, grads)
        by_word = np.zeros_like(vectors)
        OPS.scatter_add(by_word, words.astype("int32"), np.ascontiguousarray(grad * first))
        touched = self.tables_back(self.maxout_back("mix", by_word, mixed, grads), rows, grads)
        return loss, grads, touched

    def layers(self, state: Matrix, gaps: NDArray[np.bool_]) -> tuple[Matrix, list[tuple[Kept, Matrix]]]:
        """The words after all layers, and what each layer needs for its gradient."""
        width, kept = self.width, []
        for k in range(self.depth):
            window = np.zeros((len(state), 3 * width), dtype=np.float32)
            window[1:, :width], window[:, width : 2 * width], window[:-1, 2 * width :] = state[:-1], state, state[1:]
            made, inner = self.maxout(f"layer{k}", window)
            mask = self.mask(made.shape)
            mask[gaps] = 0
            state = state + made * mask
            kept.append((inner, mask))
        return state, kept

    def layers_back(self, grad: Matrix, gaps: NDArray[np.bool_], kept: list[tuple[Kept, Matrix]], grads: Params) -> Matrix:
        """The gradient of the words before all layers."""
        width = self.width
        for k in reversed(range(self.depth)):
            inner, mask = kept[k]
            back = self.maxout_back(f"layer{k}", grad * mask, inner, grads)
            grad = grad + back[:, width : 2 * width]
            grad[:-1] += back[1:, :width]
            grad[1:] += back[:-1, 2 * width :]
            grad[gaps] = 0
        return grad

    def loss(self, state: Matrix, use: NDArray[np.intp], classes: NDArray[np.int16], grads: Params) -> tuple[float, Matrix]:
        """The loss at the places `use`, and the gradient of the words after all layers."""
        weight = self.params["out.weight"]
        scores = state @ weight + self.params["out.bias"]
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(axis=1, keepdims=True)
        loss = -float(np.log(np.maximum(chances[use, classes[use]], 1e-9)).mean())
        d = np.zeros_like(chances)
        d[use] = chances[use]
        d[use, classes[use]] -= 1
        d /= np.float32(len(use))
        grads["out.weight"], grads["out.bias"] = state.T @ d, d.sum(axis=0)
        return loss, d @ weight.T

    def tables_back(self, grad: Matrix, rows: NDArray[np.intp], grads: Params) -> list[NDArray[np.intp]]:
        """Put the gradients of the tables' rows into `grads`; which rows those are."""
        width, touched = self.width, []
        for k in range(self.tables):
            used, at = np.unique(rows[:, k], return_inverse=True)
            table = np.zeros((len(used), width), dtype=np.float32)
            OPS.scatter_add(table, at.astype("int32"), np.ascontiguousarray(grad[:, k * width : (k + 1) * width]))
            grads[f"table{k}"] = table
            touched.append(used)
        return touched


class Adam:
    """Adam; of the tables, only the rows that a batch used are moved."""

    def __init__(self, params: Params, *, beta1: float = 0.9, beta2: float = 0.999, clip: float = 1.0) -> None:
        self.params, self.beta1, self.beta2, self.clip, self.steps = params, beta1, beta2, clip, 0
        self.first = {name: np.zeros_like(value) for name, value in params.items()}
        self.second = {name: np.zeros_like(value) for name, value in params.items()}

    def __call__(self, grads: Params, touched: list[NDArray[np.intp]], rate: float) -> None:
        self.steps += 1
        norm = np.sqrt(sum(float(np.vdot(grad, grad)) for grad in grads.values()))
        shrink = np.float32(min(1.0, self.clip / (norm + 1e-9)))
        step = np.float32(rate * np.sqrt(1 - self.beta2**self.steps) / (1 - self.beta1**self.steps))
        for name, raw in grads.items():
            grad = raw * shrink
            rows = touched[int(name[5:])] if name.startswith("table") else slice(None)
            first = self.first[name][rows] * np.float32(self.beta1) + grad * np.float32(1 - self.beta1)
            second = self.second[name][rows] * np.float32(self.beta2) + grad * grad * np.float32(1 - self.beta2)
            self.first[name][rows], self.second[name][rows] = first, second
            self.params[name][rows] -= step * first / (np.sqrt(second) + np.float32(1e-8))
