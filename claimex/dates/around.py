"""An expression's place in; the words at and around it, and the word lists that guards compare them with, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.lists import table
from claimex.spans import words_at

if TYPE_CHECKING:
    import re

    from spacy.tokens import Doc

    from claimex.spans import Extent

__all__ = ["WORDS", "follows", "text_around", "word_after", "word_before", "words_of"]

WORDS = {name: frozenset(words) for name, words in table("claimex.dates", "guards.toml").items()}


def word_before(doc: Doc, at: Extent) -> str:
    return str(doc[at.i - 1].lower_) if at.i > 0 else ""


def word_after(doc: Doc, at: Extent) -> str:
    return str(doc[at.j].lower_) if at.j < len(doc) else ""


def words_of(doc: Doc, at: Extent) -> str:
    return words_at(doc, at).lower()


def text_around(doc: Doc, at: Extent, reach: int = 24) -> tuple[str, int]:
    """The text from `reach` tokens before the words to as many after them, and where it begins in the article.

    `doc.text` would be made anew for each expression of a long article.
    """
    first = max(at.i - reach, 0)
    return doc[first : at.j + reach].text, doc[first].idx


def follows(doc: Doc, at: Extent, pattern: re.Pattern[str]) -> bool:
    """Whether the text goes on after the words as the pattern says."""
    text, start = text_around(doc, at)
    return pattern.match(text, at.end - start) is not None
