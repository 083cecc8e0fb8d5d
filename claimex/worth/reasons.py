"""What the sum of a stretch is made of in; the few features that weighed most, in words of an editor, out."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatchcase
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from claimex.worth.features import CLASSES, SIGNS, classes
from claimex.worth.model import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from claimex.worth.features import Stretches, Tokens

__all__ = ["Reasons"]

MOST = 3  # reasons given
LEAST = 0.15  # in the sum: less says nothing (0.15 moves a worth of 0.50 to 0.54)
AGAINST = "against: "
CONTENT = frozenset(CLASSES.index(name) for name in ("verb", "noun", "name", "describing"))


class Reasons:
    """The signs of the model, gathered under the names that people read."""

    def __init__(self, weights: NDArray[np.int16], means: NDArray[np.int16]) -> None:
        """`weights` and `means` of the signs, both in whole parts of SCALE."""
        table = tomllib.loads(files("claimex.worth").joinpath("reasons.toml").read_text(encoding="utf-8"))
        self.names = tuple(table)
        self.gather = np.zeros((len(SIGNS), len(self.names)))
        for sign, row in zip(SIGNS, self.gather, strict=True):
            row[[k for k, patterns in enumerate(table.values()) if any(matches(sign, p) for p in patterns)][:1]] = 1
        self.weights = weights / SCALE
        self.means = means / SCALE

    def __call__(
        self, shown: NDArray[np.int8], shares: NDArray[np.float64], tokens: Tokens, cuts: Stretches, words: Sequence[str]
    ) -> Iterator[tuple[str, ...]]:
        """For each stretch what weighed most, first the heaviest; what spoke against it is marked so.

        `shown` are its signs, `shares` what each token's word adds, `words` the texts of all tokens.
        """
        shares_of_signs = np.where(shown > 0, (shown - self.means) * self.weights, 0.0) @ self.gather
        kinds = classes(tokens, cuts)[0]
        content = np.where(np.isin(kinds, list(CONTENT)), shares, 0.0)
        end = 0
        for signs, length in zip(shares_of_signs.round(6).tolist(), cuts.length.tolist(), strict=True):
            start, end = end, end + length
            found = [(share, name) for share, name in zip(signs, self.names, strict=True) if abs(share) >= LEAST]
            found += strongest(content[start:end], words, cuts.at[start:end])
            found.sort(key=lambda pair: (-abs(pair[0]), pair[1]))
            yield tuple(name if share > 0 else AGAINST + name for share, name in found[:MOST])


def strongest(shares: NDArray[np.float64], words: Sequence[str], at: NDArray[np.int64]) -> Iterator[tuple[float, str]]:
    """The word that speaks most for a stretch, and the one that speaks most against it."""
    for k in {int(shares.argmax()), int(shares.argmin())}:
        share = round(float(shares[k]), 6)
        if abs(share) >= LEAST:
            yield share, f"the word “{words[int(at[k])]}”"


def matches(sign: str, pattern: str) -> bool:
    return sign == pattern or ("*" in pattern and fnmatchcase(sign, pattern))
