"""A change claim: a quantity or level rose, fell, or stayed as it was.

It is checked by the figures before and after, and refuted by figures that moved the other way, or by another amount. "Raise
questions", "fall ill", "cut a deal" and "drop charges" move no level; "higher than in Spain" compares and says nothing of a
change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Family
from claimex.families.change.check import check
from claimex.families.change.nouns import by_modifier, by_noun
from claimex.families.change.places import by_place, by_stillness
from claimex.families.change.verbs import by_becoming, by_particle, by_switch, by_verb
from claimex.families.change.words import LEMMAS, MODIFIERS, MOVED, NOUNS

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
BETTER = [
    "better", "worse", "stronger", "weaker", "larger", "bigger", "smaller", "faster", "slower", "cheaper", "hotter",
    "warmer", "colder", "drier", "wetter", "richer", "poorer", "safer", "longer", "shorter", "louder", "steeper",
    "healthier", "tighter", "scarcer",
]  # fmt: skip
MORE = ["expensive", "common", "frequent", "severe", "popular", "dangerous", "widespread", "violent", "prevalent"]
GOING = ["go", "come", "move", "head", "push", "drive", "edge", "inch", "creep", "trend"]
PUSHING = ["push", "drive", "send", "bring", "force", "keep", "take"]
PATTERNS: Mapping[str, tuple[TokenPattern, ...]] = {
    "verb": ([{"LEMMA": {"IN": LEMMAS}, "TAG": {"IN": VERB_TAGS}}],),
    "noun": ([{"LEMMA": {"IN": NOUNS}, "TAG": {"IN": ["NN", "NNS"]}}],),
    "modifier": ([{"LOWER": {"IN": MODIFIERS}, "DEP": "amod"}],),
    "moved": ([{"LOWER": {"IN": MOVED}}],),
    "went": (
        [{"LEMMA": {"IN": GOING}, "TAG": {"IN": VERB_TAGS}}, {"LOWER": {"IN": MOVED}}],
        [
            {"LEMMA": {"IN": PUSHING}, "TAG": {"IN": VERB_TAGS}},
            {"TAG": {"IN": ["DT", "PRP$", "JJ"]}, "OP": "?"},
            {"TAG": {"IN": ["NN", "NNS"]}},
            {"TAG": {"IN": ["NN", "NNS"]}, "OP": "?"},
            {"LOWER": {"IN": MOVED}},
        ],
    ),
    "became": (
        [{"LOWER": {"IN": BETTER}, "DEP": {"IN": ["acomp", "ccomp", "oprd", "xcomp"]}}],
        [{"LOWER": {"IN": ["more", "less"]}}, {"LOWER": {"IN": MORE}, "DEP": {"IN": ["acomp", "ccomp", "oprd", "xcomp"]}}],
    ),
    "switched": (
        [{"LEMMA": {"IN": ["change", "switch", "shift", "go", "move"]}, "TAG": {"IN": ["VBD", "VBN", "VBZ", "VBP", "VB"]}}],
    ),
    "unchanged": (
        [{"LOWER": {"IN": ["unchanged", "steady", "stable", "flat", "constant", "static"]}, "TAG": {"IN": ["JJ", "RB", "VBN"]}}],
    ),
}
READERS: dict[str, Callable[[Cue, Layers], Reading | None]] = {
    "verb": by_verb,
    "noun": by_noun,
    "modifier": by_modifier,
    "went": by_particle,
    "became": by_becoming,
    "switched": by_switch,
    "moved": by_place,
    "unchanged": by_stillness,
}


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    found = READERS[cue.pattern](cue, layers)
    return () if found is None else (found,)


FAMILY = Family(name="change", slots=SLOTS, read=read, check=check, patterns=PATTERNS)
