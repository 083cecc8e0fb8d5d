"""The trained file in; its tables, checked against the SHA-256 that stands beside it, out."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetensors.numpy import load

from claimex.errors import BrokenModel
from claimex.resources import resource
from claimex.worth.features import CLASSES, SIGNS, TAGS

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["NUMBER", "PERSON", "SCALE", "SPECIAL", "UNKNOWN", "WorthModel", "load_worth"]

FILE = "worth.safetensors"
SUMS = "SHA256SUMS"
TOLD = "claimex"  # the one key of the file's metadata; its value is JSON
REMEDY = "install claimex anew, or train it with `make models-worth`"
SCALE = 1024  # weights are whole 1024ths: their sums are exact, so that no batch and no processor changes a digit
UNKNOWN, NUMBER, PERSON, SPECIAL = 0, 1, 2, 3  # rows of the word tables before those of the words themselves


@dataclass(frozen=True, slots=True)
class WorthModel:
    """What was trained: a sum of weights, and a network (network.py) whose sum is added.

    There is a weight for each word, pair of words, class of words that a word stands in, pair of tags, and sign.

    Words are spaCy's hashes of them in lower case, sorted; the row of the k-th is k + SPECIAL. A pair's key is row * rows + row.
    `slope` and `offset` turn the sum into a probability; at `threshold` or above a sentence is worth checking.
    """

    words: NDArray[np.uint64]
    word_weights: NDArray[np.int16]
    class_weights: NDArray[np.int16]
    pairs: NDArray[np.uint32]
    pair_weights: NDArray[np.int16]
    tag_weights: NDArray[np.int16]
    sign_weights: NDArray[np.int16]
    sign_means: NDArray[np.int16]
    vectors: NDArray[np.int8]
    hidden_weights: NDArray[np.int32]
    hidden_bias: NDArray[np.int64]
    out_weights: NDArray[np.int32]
    direct_weights: NDArray[np.int32]
    bias: int
    slope: float
    offset: float
    threshold: float

    @property
    def rows(self) -> int:
        return len(self.words) + SPECIAL


def load_worth(folder: Path | None = None) -> WorthModel:
    """The model of a folder, by default `models/worth`. Raises BrokenModel if it is missing, or not the file that was trained."""
    place = resource("models", "worth") if folder is None else folder
    data = read_checked(place)
    size = int.from_bytes(data[:8], "little")
    told = json.loads(json.loads(data[8 : 8 + size])["__metadata__"][TOLD])
    if told["signs"] != signs_digest():
        message = f"{place / FILE}: trained for other features than this claimex reads; {REMEDY}"
        raise BrokenModel(message)
    return WorthModel(
        **load(data),
        bias=int(told["bias"]),
        slope=float(told["slope"]),
        offset=float(told["offset"]),
        threshold=float(told["threshold"]),
    )


def read_checked(place: Path) -> bytes:
    """The bytes of the trained file, if they have the SHA-256 that is written beside it."""
    try:
        data = (place / FILE).read_bytes()
        lines = (place / SUMS).read_text(encoding="ascii", errors="replace").splitlines()
    except OSError as error:
        message = f"{error.filename or place}: the model of check-worthiness is missing; {REMEDY}"
        raise BrokenModel(message) from error
    wanted = next((words[0] for words in map(str.split, lines) if words[1:] == [FILE]), None)
    if wanted is None:
        message = f"{place / SUMS}: gives no SHA-256 for {FILE}; {REMEDY}"
        raise BrokenModel(message)
    if hashlib.sha256(data).hexdigest() != wanted:
        message = f"{place / FILE}: truncated or altered, its SHA-256 is not the one in {SUMS}; {REMEDY}"
        raise BrokenModel(message)
    return data


def signs_digest() -> str:
    """What names the features: a file trained for other ones would read nonsense."""
    return hashlib.sha256("\n".join((*SIGNS, *TAGS, *CLASSES)).encode()).hexdigest()[:16]
