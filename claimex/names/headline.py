"""Lines in capitals: the names in them are those that the article or the tables know in other letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.names.words import Spot

if TYPE_CHECKING:
    from claimex.names.words import Words

__all__ = ["caps_spots"]

MAX_WORDS = 5  # of a name looked for in a line of capitals
GUESSED = frozenset({"PERSON", "ORG"})  # a place there that no table knows is most often a plain word
MAX_GUESS = 2  # words of an entity of spaCy's that is believed there unsupported


def caps_spots(words: Words, named: list[tuple[Spot, str]]) -> list[tuple[Spot, str]]:
    """The names in the document's lines of capitals, each with its label."""
    if not words.caps:
        return []
    known: dict[str, str] = {}
    for spot, label in named:
        name = words.name(spot.i, spot.j).upper()
        known.setdefault(name, label)
        if label == "PERSON":
            known.setdefault(words.text[spot.j - 1].upper(), label)
    found: list[tuple[Spot, str]] = []
    taken: set[int] = set()
    for i in sorted(words.caps):
        if i in taken or not words.text[i][:1].isalpha():
            continue
        for j in range(min(i + MAX_WORDS, len(words.text)), i, -1):
            if j - 1 not in words.caps:
                continue
            label = known.get(words.name(i, j)) or of_table(words, i, j)
            if label:
                found.append((Spot(i, j, label, caps=True), label))
                taken.update(range(i, j))
                break
    return found + guesses(words, taken)


def of_table(words: Words, i: int, j: int) -> str:
    name = words.lexicon.upper.get(words.name(i, j))
    place = words.lexicon.places[name] if name else None
    return place.label if place is not None and place.sure else ""


def guesses(words: Words, taken: set[int]) -> list[tuple[Spot, str]]:
    """What spaCy found there, where it is short and nothing better stands in its place."""
    return [
        (Spot(ent.start, ent.end, ent.label_, caps=True), ent.label_)
        for ent in words.doc.ents
        if ent.start in words.caps
        and ent.label_ in GUESSED
        and ent.end - ent.start <= MAX_GUESS
        and not taken.intersection(range(ent.start, ent.end))
    ]
