"""Sentences as rows of numbers and their labels in; a small network with one hidden layer, trained by Adam in numpy, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

__all__ = ["Trained", "train_network"]

HIDDEN = 48
EPOCHS, BATCH, RATE, WARM, DECAY = 12, 128, 1.5e-3, 100, 0.01
DROP_SEEN, DROP_HIDDEN = 0.3, 0.4
RARE = 0.2  # a sign's least deviation: a rare one would weigh too much
SPREAD = 0.9  # of the means of vectors


@dataclass(frozen=True)
class Trained:
    """The weights for rows as they are given: deviations are in them."""

    into: Floats
    bias: Floats
    out: Floats
    direct: Floats
    end: float

    def __call__(self, rows: Floats) -> NDArray[np.float64]:
        return np.asarray(
            np.maximum(rows @ self.into + self.bias, 0) @ self.out + rows @ self.direct + self.end, dtype=np.float64
        )


def train_network(rows: Floats, labels: NDArray[np.int64], *, signs: int, seed: int = 0) -> Trained:
    """The network; the first `signs` columns are signs, the others means of vectors. The same on every run."""
    random = np.random.default_rng(seed)
    centre, spread = rows.mean(axis=0), np.full(rows.shape[1], SPREAD, dtype=np.float32)
    spread[:signs] = np.maximum(rows[:, :signs].std(axis=0), RARE)
    centre[signs:] = 0
    seen, wanted = ((rows - centre) / spread).astype(np.float32), labels.astype(np.float32)
    weights = first_weights(random, rows.shape[1])
    first, second = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    steps, step = EPOCHS * (len(rows) // BATCH), 0
    for _ in range(EPOCHS):
        order = random.permutation(len(rows))
        for start in range(0, len(rows) - BATCH + 1, BATCH):
            batch = order[start : start + BATCH]
            slopes = gradients(weights, seen[batch], wanted[batch], random)
            step += 1
            rate = RATE * min(1, step / WARM) * (1 - step / steps)
            for k, slope in enumerate(slopes):
                first[k] = 0.9 * first[k] + 0.1 * slope
                second[k] = 0.999 * second[k] + 0.001 * slope**2
                move = first[k] / (1 - 0.9**step) / (np.sqrt(second[k] / (1 - 0.999**step)) + 1e-8)
                weights[k] = (weights[k] - rate * (move + DECAY * weights[k])).astype(np.float32)
    into, bias, out, end, direct = weights
    into, direct = into / spread[:, None], direct / spread
    return Trained(into, bias - centre @ into, out, direct, float(end[0] - centre @ direct))


def first_weights(random: np.random.Generator, columns: int) -> list[Floats]:
    into = random.normal(0, 1 / np.sqrt(columns), (columns, HIDDEN)).astype(np.float32)
    out = random.normal(0, 1 / np.sqrt(HIDDEN), HIDDEN).astype(np.float32)
    return [into, np.zeros(HIDDEN, np.float32), out, np.zeros(1, np.float32), np.zeros(columns, np.float32)]


def gradients(weights: list[Floats], rows: Floats, wanted: Floats, random: np.random.Generator) -> list[Floats]:
    """The slopes of the loss for a batch, with a share of what is seen and of what is hidden left out."""
    into, bias, out, end, direct = weights
    kept = rows * ((random.random(rows.shape, dtype=np.float32) > DROP_SEEN) / np.float32(1 - DROP_SEEN))
    hidden = kept @ into + bias
    open_ = (random.random(hidden.shape, dtype=np.float32) > DROP_HIDDEN) / np.float32(1 - DROP_HIDDEN)
    active = np.maximum(hidden, 0) * open_
    sums = active @ out + end + kept @ direct
    wrong = ((1 / (1 + np.exp(-sums)) - wanted) / len(rows)).astype(np.float32)
    back = np.outer(wrong, out) * open_ * (hidden > 0)
    return [kept.T @ back, back.sum(axis=0), active.T @ wrong, wrong.sum(keepdims=True), kept.T @ wrong]
