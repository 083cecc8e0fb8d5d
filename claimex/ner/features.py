"""A word in; the five numbers by which the network knows it, out: the word, its first and last letters, its shape.

Everything is read from the word's own characters, so that each distinct word of a batch is looked at once.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = ["FEATURES", "features"]

FEATURES = ("word", "prefix", "suffix", "ending", "shape")
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})  # news writes both
RUN = re.compile(r"(.)\1{4,}", re.DOTALL)  # five and more of a letter's shape are as four
DIGITS = str.maketrans("123456789", "000000000")
LONGEST = 60  # characters of a word that are looked at


class Shapes(dict[int, str]):
    """For str.translate: capitals to X, small letters to x, digits to d, all else as it is; nothing is stored."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isalpha():
            return "X" if char.isupper() else "x"
        return "d" if char.isdigit() else char


SHAPES = Shapes(dict.fromkeys(range(ord("A"), ord("Z") + 1), "X") | dict.fromkeys(range(ord("a"), ord("z") + 1), "x"))


def of_word(word: str) -> tuple[int, ...]:
    """One word's features, each a 32-bit digest of a string."""
    word = word[:LONGEST].translate(PLAIN)
    shape = RUN.sub(r"\1\1\1\1", word.translate(SHAPES))
    lower = word.lower()
    if not lower.isascii():
        lower = "".join(char for char in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(char))
    lower = lower.translate(DIGITS)
    return tuple(crc32(text.encode("utf-8", "replace")) for text in (lower, lower[:3], lower[-3:], lower[-4:], shape))


def features(words: Sequence[str]) -> NDArray[np.uint32]:
    """A row of FEATURES for each word."""
    return np.array([of_word(word) for word in words], dtype=np.uint32).reshape(len(words), len(FEATURES))
