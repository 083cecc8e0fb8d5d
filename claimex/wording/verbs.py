"""A verb's base form in; its other forms out. A form of the sentence's verb in; its base form and auxiliary out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.lists import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

__all__ = ["AUXILIARIES", "AUXILIARY_DEPS", "DO", "base", "full_auxiliary", "gerund", "past", "past_participle", "third_person"]

_DATA = table("claimex.wording", "irregular.toml")
PAST: Mapping[str, str] = _DATA["past"]
PARTICIPLE: Mapping[str, str] = _DATA["participle"]
DOUBLING = frozenset(_DATA["doubling"]["verbs"])

AUXILIARY_DEPS = frozenset({"aux", "auxpass"})
AUXILIARIES = frozenset({"MD", "VBD", "VBP", "VBZ"})  # tags of a finite verb
DO = {"VBD": "did", "VBN": "did", "VBZ": "does", "VBP": "do", "VB": "do"}
BASES = {
    "is": "be",
    "are": "be",
    "was": "be",
    "were": "be",
    "am": "be",
    "been": "be",
    "being": "be",
    "has": "have",
    "had": "have",
}
SHORT = {"wo": "will", "ca": "can", "sha": "shall", "'ll": "will", "'re": "are", "'ve": "have", "'m": "am"}
SINGLE_CVC = re.compile(r"[^aeiou]*[aeiou][bdfgklmnprt]")  # one syllable, one vowel, one consonant at the end: "win", "stop"
THIRD = {"am": "is", "are": "is", "were": "was", "have": "has", "do": "does", "go": "goes"}


def base(token: Token) -> str:
    """The base form of a verb token: "paid" -> "pay"."""
    lower = token.lower_
    if lower in BASES:
        return BASES[lower]
    lemma = token.lemma_.lower() if token.lemma_.isalpha() or "-" in token.lemma_ else lower
    if token.tag_ in {"VBD", "VBN"} and lower.endswith("ed") and lemma + "ed" == lower and SINGLE_CVC.fullmatch(lemma):
        return lemma + "e"  # the lemmatizer's "hat" for "hated", whose past would be "hatted"
    return lemma


def full_auxiliary(token: Token) -> str:
    """An auxiliary without its contraction: "wo" -> "will", "'s" -> "is" or "has"."""
    lower = token.lower_.replace("’", "'")
    if lower == "'s":
        return "has" if token.dep_ == "aux" and token.head.tag_ in {"VBN", "VBD"} else "is"
    if lower == "'d":
        return "had" if token.head.tag_ in {"VBN", "VBD"} else "would"
    return SHORT.get(lower, lower)


def doubles(verb: str) -> bool:
    return verb in DOUBLING or SINGLE_CVC.fullmatch(verb) is not None


def gerund(verb: str) -> str:
    """The -ing form: "win" -> "winning"."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return verb + (verb[-1] if doubles(verb) else "") + "ing"


def past(verb: str) -> str:
    """The past tense: "cut" -> "cut", "try" -> "tried"."""
    if verb in PAST:
        return PAST[verb]
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        return verb[:-1] + "ied"
    return verb + (verb[-1] if doubles(verb) else "") + "ed"


def past_participle(verb: str) -> str:
    """The form after "have": "take" -> "taken", "win" -> "won"."""
    return PARTICIPLE.get(verb) or past(verb)


def third_person(verb: str) -> str:
    """The form after "he": "have" -> "has", "watch" -> "watches"; "were" -> "was"."""
    if verb in THIRD:
        return THIRD[verb]
    if verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
