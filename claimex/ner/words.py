"""spaCy's numbers of words in; their vectors, out, made when a word comes up first and kept as long as there is room.

A vector depends on the word's letters alone, and its number on nothing else either, so what is kept changes no result.
Nine words in ten of an article have come up before.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimex.ner.features import features

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.vocab import Vocab

    from claimex.ner.network import Network

    Matrix = NDArray[np.float32]

__all__ = ["ROOM", "Found", "Words"]

ROOM = 10_000  # words that are kept, in some 5 MB; when they are more, all are forgotten


class Found(NamedTuple):
    """What is known of some words: the row of each, the vectors by row (row 0 is no word's), which rows are white space."""

    rows: NDArray[np.intp]
    vectors: Matrix
    blank: NDArray[np.bool_]


class Words:
    """The words that came up last. Threads may share it: one learns at a time, and what one was given stays as it is."""

    def __init__(self, network: Network, vocab: Vocab, room: int = ROOM) -> None:
        self.network, self.vocab, self.room = network, vocab, room
        self.lock = Lock()
        self.forget(room)

    def __reduce__(self) -> tuple[type[Words], tuple[Network, Vocab, int]]:
        """A copy, as pickle makes it, begins with nothing."""
        return Words, (self.network, self.vocab, self.room)

    def forget(self, room: int) -> None:
        """Begin again, with room for so many words."""
        self.number: dict[int, int] = {}
        self.vectors: Matrix = np.zeros((room + 1, self.network.mix.width), dtype=np.float32)
        self.blank = np.zeros(room + 1, dtype=bool)

    def __call__(self, orths: NDArray[np.uint64]) -> Found:
        """What is known of each word, given by the hash of its letters."""
        distinct, places = np.unique(orths, return_inverse=True)
        some = distinct.tolist()
        with self.lock:
            new = [orth for orth in some if orth not in self.number]
            if len(self.number) + len(new) > self.room:
                self.forget(max(self.room, len(some)))
                new = some
            if new:
                self.learn(new)
            rows = np.fromiter(map(self.number.__getitem__, some), dtype=np.intp, count=len(some))
            return Found(rows[places], self.vectors, self.blank)

    def learn(self, orths: list[int]) -> None:
        """Make the vectors of words that are not known."""
        words = [self.vocab.strings[orth] for orth in orths]
        first = len(self.number) + 1
        last = first + len(words)
        self.vectors[first:last] = self.network.vectors(features(words))
        self.blank[first:last] = [word.isspace() for word in words]
        self.number.update(zip(orths, range(first, last), strict=True))
