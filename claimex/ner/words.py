"""spaCy's numbers of words in; their vectors, out, made when a word comes up first and kept as long as there is room.

A vector depends on the word's letters alone, and its number on nothing else either, so what is kept changes no result.
Nine words in ten of an article have come up before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from claimex.ner.features import features

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.strings import StringStore

    from claimex.ner.network import Network

    Matrix = NDArray[np.float32]

__all__ = ["ROOM", "Words"]

ROOM = 20_000  # words that are kept, in some 10 MB; when they are more, all are forgotten


class Words:
    """The vectors of words. `vectors` has one row for each word that is known, and row 0 for no word."""

    def __init__(self, network: Network, strings: StringStore, *, room: int = ROOM) -> None:
        self.network, self.strings, self.room = network, strings, room
        self.forget(room)

    def forget(self, room: int) -> None:
        """Begin again, with room for so many words."""
        self.number: dict[int, int] = {}
        self.vectors: Matrix = np.zeros((room + 1, self.network.mix.width), dtype=np.float32)
        self.blank = np.zeros(room + 1, dtype=bool)

    def __call__(self, orths: NDArray[np.uint64]) -> NDArray[np.intp]:
        """The row of each word, given by the hash of its letters; the rows hold until the next call."""
        distinct, places = np.unique(orths, return_inverse=True)
        known = distinct.tolist()
        number = self.number
        new = [orth for orth in known if orth not in number]
        if new:
            if len(number) + len(new) > self.room:
                self.forget(max(self.room, len(known)))
                number, new = self.number, known
            self.learn(new)
        rows: NDArray[np.intp] = np.fromiter(map(number.__getitem__, known), dtype=np.intp, count=len(known))[places]
        return rows

    def learn(self, orths: list[int]) -> None:
        """Make the vectors of words that are not known."""
        words = [self.strings[orth] for orth in orths]
        first = len(self.number) + 1
        last = first + len(words)
        self.vectors[first:last] = self.network.vectors(features(words))
        self.blank[first:last] = [word.isspace() for word in words]
        self.number.update(zip(orths, range(first, last), strict=True))
