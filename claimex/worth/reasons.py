"""What the sum of a stretch is made of in; the few features that weighed most, in words of an editor, out."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import numpy as np

from claimex.lists import table
from claimex.worth.features import CLASS_OF_TAG, CLASSES, SIGNS
from claimex.worth.model import SCALE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from claimex.worth.features import Stretches, Tokens

__all__ = ["Reasons"]

MOST = 3  # reasons given
LEAST = 0.15  # in the sum: less says nothing (0.15 moves a worth of 0.50 to 0.54)
AGAINST = "against: "
CONTENT = np.isin(CLASS_OF_TAG, [CLASSES.index(name) for name in ("verb", "noun", "name", "describing")])  # by tag


class Reasons:
    """The signs of the model, gathered under the names that people read."""

    def __init__(self, weights: NDArray[np.int16], means: NDArray[np.int16]) -> None:
        """`weights` and `means` of the signs, both in whole parts of SCALE."""
        signs = table("claimex.worth", "reasons.toml")
        self.names = tuple(signs)
        of = reasons_of(list(signs.values()))
        self.order = np.argsort(of, kind="stable")  # signs of one reason stand together; those of none are last
        self.starts = np.searchsorted(np.asarray(of)[self.order], np.arange(len(signs) + 1))
        self.weights = weights[self.order].astype(np.int64)
        self.means = means[self.order].astype(np.int64)

    def __call__(
        self, shown: NDArray[np.int8], shares: NDArray[np.float64], tokens: Tokens, cuts: Stretches, word: Callable[[int], str]
    ) -> Iterator[tuple[str, ...]]:
        """For each stretch what weighed most, first the heaviest; what spoke against it is marked so.

        `shown` are its signs, `shares` what each token's word adds, `word` gives the text of a token.
        """
        ordered = shown[:, self.order]
        each = np.where(ordered > 0, (ordered.astype(np.int64) * SCALE - self.means) * self.weights, 0)
        by_reason = np.add.reduceat(each, self.starts, axis=1)[:, :-1] / SCALE**2  # the last are those of no reason
        content = np.where(CONTENT[tokens.tag[cuts.at]], shares, 0.0).round(6)
        starts = np.cumsum(cuts.length) - cuts.length
        most, least = np.maximum.reduceat(content, starts), np.minimum.reduceat(content, starts)
        candidates = np.concatenate([by_reason, most[:, None], least[:, None]], axis=1)
        heaviest = np.argsort(-np.abs(candidates), axis=1, kind="stable")[:, :MOST]
        weights = np.take_along_axis(candidates, heaviest, axis=1)
        for k, (columns, shares_here) in enumerate(zip(heaviest.tolist(), weights.tolist(), strict=True)):
            found = []
            for column, share in zip(columns, shares_here, strict=True):
                if abs(share) < LEAST:
                    break
                if column < len(self.names):
                    name = self.names[column]
                else:
                    inside = slice(starts[k], starts[k] + cuts.length[k])
                    name = f"the word “{word(int(cuts.at[inside][np.argmax(content[inside] == share)]))}”"
                found.append(name if share > 0 else AGAINST + name)
            yield tuple(found)


def reasons_of(table: list[list[str]]) -> list[int]:
    """The place in the table of each sign's reason: that which names it, else the first that fits; the end for none."""
    named = {pattern: k for k, patterns in enumerate(table) for pattern in patterns}
    wild = [(pattern, k) for pattern, k in named.items() if "*" in pattern]
    return [
        named[sign] if sign in named else next((k for pattern, k in wild if fnmatchcase(sign, pattern)), len(table))
        for sign in SIGNS
    ]
