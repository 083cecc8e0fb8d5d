"""A text and the places where tokens must part; a spaCy Doc out whose tokens never run across one of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Token

__all__ = ["english", "tokenised"]


def english() -> Language:
    """The English rules for tokens, without a model."""
    nlp = spacy.blank("en")
    nlp.max_length = 1 << 40  # a guard for parsers, which do not run here
    return nlp


def tokenised(nlp: Language, text: str, cuts: Iterable[int]) -> Doc:
    """The tokens of spaCy's rules, parted further where a cut falls inside one: "US-led" can hold a place."""
    places = sorted(cuts)
    words, spaces = [], []
    for token in nlp.make_doc(text):
        pieces = list(parted(token, places))
        words += pieces
        spaces += [*[False] * (len(pieces) - 1), bool(token.whitespace_)]
    return Doc(nlp.vocab, words=words, spaces=spaces)


def parted(token: Token, places: list[int]) -> Iterator[str]:
    start, end = token.idx, token.idx + len(token)
    inside = places[bisect_right(places, start) : bisect_left(places, end)]
    for left, right in zip([start, *inside], [*inside, end], strict=True):
        yield token.text[left - start : right - start]
