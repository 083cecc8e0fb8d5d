"""Whether a text is English: a cheap look at its commonest words, and a language detector for the texts that leave doubt.

The detector (py3langid, a naive Bayes model over 97 languages) takes most of a second and 60 MB to load, so a text that is
clearly English never asks it. A text too short to tell passes.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

from claimex.errors import BadInput

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["check_language", "language_of"]

# The commonest words that hardly any other language written in these letters has too (not "in", "is", "was", "for", "at").
ENGLISH = frozenset({
    "the", "and", "that", "with", "from", "this", "which", "were", "been", "their", "they", "would", "have", "his", "its", "who",
    "said", "after", "about", "than", "when", "there", "could", "should", "because", "not", "are", "has", "had", "it", "of", "to",
    "by", "be", "as", "on", "an", "he", "she", "you", "we",
})  # fmt: skip
CLEAR = 0.12  # share of words; English news has 0.25 to 0.40, lists of results 0.05, other languages at most 0.05
# What the detector may leave for English in a text that is not: over 29 languages it leaves at most 1e-9, and even for English
# lists of foreign names at least 0.03.
LEFT = 0.001
SHORT, SHORT_FOREIGN = 60, 20  # letters, Latin and others; below this the detector guesses from names
HEAD, MIDDLE = 2400, 1200  # characters looked at; the middle too, because of headers and notices in English
WORD = re.compile(r"[^\W\d_]{1,40}")


def check_language(text: str) -> None:
    """Raise BadInput (reason `language`) for a text that is not English."""
    language = language_of(text)
    if language != "en":
        message = f"not English: the text looks like {language!r}; --any-language reads it all the same"
        raise BadInput(message, reason="language")


def language_of(text: str) -> str:
    """The ISO 639 code of a text's language; "en" where there is too little to tell."""
    sample = text if len(text) <= HEAD + MIDDLE else f"{text[:HEAD]} {text[len(text) // 2 : len(text) // 2 + MIDDLE]}"
    words = WORD.findall(sample.lower())
    letters = sum(map(len, words))
    share = sum(word in ENGLISH for word in words) / max(1, len(words))
    if share >= CLEAR or letters < SHORT_FOREIGN:
        return "en"
    foreign = sum(not latin(letter) for word in words for letter in word)
    if letters < SHORT and foreign * 2 < letters:
        return "en"
    ranked = detector().rank(sample.lower())
    return "en" if dict(ranked)["en"] > LEFT else str(ranked[0][0])


def latin(letter: str) -> bool:
    return letter < "\u0250" or unicodedata.name(letter, "").startswith("LATIN")


@functools.cache
def detector() -> LanguageIdentifier:
    """The detector, loaded once and kept; it holds nothing of any text."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # costs most of a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
