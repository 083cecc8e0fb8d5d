"""Names known from elsewhere in the article, found again where neither spaCy nor its tags saw them ("Rathbun requested ...")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.names.kinds import key_of
from claimex.names.words import Spot

if TYPE_CHECKING:
    from claimex.names.words import Words

__all__ = ["known_again"]

LEAST = 3  # letters of a word that is a name wherever it is capitalised
MAX_WORDS = 4


def known_again(words: Words, named: list[tuple[Spot, str]]) -> list[tuple[Spot, str]]:
    """Further mentions, with the label of the name that they repeat."""
    known: dict[str, str] = {}
    surnames: dict[str, str] = {}
    for spot, label in named:
        if label in {"NORP", "WORK_OF_ART", "LAW", "EVENT", "PRODUCT"} or spot.caps:
            continue
        known[key_of(words.name(spot.i, spot.j))] = label
        if label == "PERSON" and spot.j - spot.i > 1:
            surnames[words.text[spot.j - 1]] = label
    for name, label in surnames.items():
        known.setdefault(name, label)
    firsts = {name.split()[0] for name in known}
    taken = {k for spot, _ in named for k in range(spot.i, spot.j)}
    found: list[tuple[Spot, str]] = []
    for i, text in enumerate(words.text):
        if (
            text not in firsts
            or i in taken
            or i in words.caps
            or len(text) < LEAST
            or not text[0].isupper()
            or is_plain(words, i)
        ):
            continue
        for j in range(min(i + MAX_WORDS, len(words.text)), i, -1):
            kind = known.get(key_of(words.name(i, j))) if taken.isdisjoint(range(i, j)) else None
            if kind and not goes_on(words, j, taken):
                found.append((Spot(i, j, kind), kind))
                taken.update(range(i, j))
                break
    return found


def is_plain(words: Words, i: int) -> bool:
    """Whether a capitalised word may be a plain one: first in its sentence and known as a word."""
    lower, lex = words.lower[i], words.lexicon.words
    return lower in lex["function_words"] or lower in lex["calendar"] or (words.lexicon.is_role(lower) and words.tags[i] != "NNP")


def goes_on(words: Words, j: int, taken: set[int]) -> bool:
    """Whether a longer, other name goes on after it."""
    return j < len(words.text) and j not in taken and words.is_name_word(j) and not words.starts_sentence(j)
