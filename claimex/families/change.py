"""A change claim: a quantity or level rose, fell, or stayed as it was.

It is checked by the figures before and after, and refuted by figures that moved the other way, or by another amount. "Raise
questions", "fall ill", "cut a deal" and "drop charges" move no level; "higher than in Spain" compares and says nothing of a
change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._change_check import check
from claimex.families._changes import LEMMAS, MODIFIERS, MOVED, NOUNS, by_modifier, by_noun, by_place, by_stillness, by_verb
from claimex.families._family import Family

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimex.families._family import Cue, Reading, TokenPattern
    from claimex.layers import Layers

__all__ = ["FAMILY"]

SLOTS = {
    "direction": "up, down or same",
    "amount": "by how much",
    "from": "the level before",
    "to": "the level reached",
    "period": "when, or over which time",
}
VERB_TAGS = ["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"]
PATTERNS: Mapping[str, tuple[TokenPattern, ...]] = {
    "verb": ([{"LEMMA": {"IN": LEMMAS}, "TAG": {"IN": VERB_TAGS}}],),
    "noun": ([{"LEMMA": {"IN": NOUNS}, "TAG": {"IN": ["NN", "NNS"]}}],),
    "modifier": ([{"LOWER": {"IN": MODIFIERS}, "DEP": "amod"}],),
    "moved": ([{"LOWER": {"IN": MOVED}}],),
    "unchanged": ([{"LOWER": {"IN": ["unchanged", "steady", "stable", "flat", "constant", "static"]}, "TAG": {"IN": ["JJ", "RB", "VBN"]}}],),
}
READERS: dict[str, Callable[[Cue, Layers], Reading | None]] = {
    "verb": by_verb,
    "noun": by_noun,
    "modifier": by_modifier,
    "moved": by_place,
    "unchanged": by_stillness,
}


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    found = READERS[cue.pattern](cue, layers)
    return () if found is None else (found,)


FAMILY = Family(name="change", slots=SLOTS, read=read, check=check, patterns=PATTERNS)
