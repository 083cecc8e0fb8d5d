"""A comparison claim: one thing is more than, less than or equal to another thing, time or amount.

It is checked by the figures of both sides, and refuted by figures that stand the other way. "More than 50 people" is a
bound, not a comparison (a quantity); "rather than", "as well as" and "more than happy" compare nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Family
from claimex.families._other_checks import check_comparison
from claimex.families.comparison.degrees import by_open, by_than, is_fronted, is_wish
from claimex.families.comparison.likenesses import by_likeness
from claimex.families.comparison.multiples import by_as, by_multiple, by_times
from claimex.families.comparison.rivals import by_contrast, by_game, by_place, by_verb
from claimex.families.comparison.talk import is_idle
from claimex.families.comparison.traps import is_goal
from claimex.families.comparison.words import GAMES, OPEN, VERBS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimex.families._family import Cue, Reading, TokenPattern
    from claimex.layers import Layers

__all__ = ["FAMILY"]

SLOTS = {
    "direction": "more, less or equal",
    "other": "what it is compared with; left out where it is only understood",
    "amount": "by how much, or how many times",
}
VERB_TAGS = ["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"]
ALIKE = ["similar", "identical", "equal", "equivalent", "comparable", "akin", "tantamount", "superior", "inferior"]
PATTERNS: Mapping[str, tuple[TokenPattern, ...]] = {
    "than": ([{"LOWER": "than"}],),
    "as-as": (
        [{"LOWER": "as"}, {"TAG": {"IN": ["JJ", "RB"]}}, {"LOWER": "as"}],
        [{"LOWER": "as"}, {"TAG": {"IN": ["JJ", "RB"]}}, {"TAG": {"IN": ["NN", "NNS", "JJ"]}}, {"LOWER": "as"}],
        [{"LOWER": "as"}, {"TAG": {"IN": ["JJ", "RB"]}}, {"TAG": "JJ"}, {"TAG": {"IN": ["NN", "NNS"]}}, {"LOWER": "as"}],
    ),
    "times-as": ([{"LOWER": {"IN": ["twice", "times", "half"]}}, {"LOWER": "as"}, {"LOWER": {"IN": ["many", "much"]}}],),
    "multiple": (
        [
            {"LOWER": {"IN": ["twice", "double", "triple", "treble", "half", "times"]}},
            {"LOWER": {"IN": ["the", "its", "their", "that", "what"]}},
        ],
    ),
    "open": ([{"LOWER": {"IN": OPEN}, "TAG": "JJR", "DEP": {"IN": ["amod", "acomp"]}}],),
    "verb": ([{"LEMMA": {"IN": VERBS}, "TAG": {"IN": VERB_TAGS}}],),
    "game": ([{"LEMMA": {"IN": GAMES}, "TAG": {"IN": VERB_TAGS}}],),
    "place": ([{"LOWER": "behind"}], [{"LOWER": "ahead"}, {"LOWER": "of"}]),
    "compared": (
        [{"LOWER": {"IN": ["compared", "contrasted"]}}, {"LOWER": {"IN": ["with", "to", "against"]}}],
        [{"LOWER": "in"}, {"LOWER": {"IN": ["comparison", "contrast"]}}, {"LOWER": {"IN": ["with", "to"]}}],
    ),
    "same": (
        [{"LOWER": "same"}, {"LOWER": "as"}],
        [{"LOWER": "same"}, {"TAG": {"IN": ["NN", "NNS"]}}, {"LOWER": "as"}],
        [{"LOWER": "same"}, {"TAG": {"IN": ["NN", "JJ"]}}, {"TAG": {"IN": ["NN", "NNS"]}}, {"LOWER": "as"}],
        [{"LOWER": {"IN": ALIKE}}, {"LOWER": {"IN": ["to", "with"]}}],
        [{"LOWER": "in"}, {"LOWER": "line"}, {"LOWER": "with"}],
        [{"LOWER": "on"}, {"LOWER": {"IN": ["a", "level"]}, "OP": "?"}, {"LOWER": {"IN": ["par", "terms"]}}, {"LOWER": "with"}],
        [{"LOWER": {"IN": ["tied", "level"]}}, {"LOWER": "with"}],
    ),
    "like": ([{"LOWER": {"IN": ["like", "unlike"]}, "TAG": "IN"}],),
}
READERS: dict[str, Callable[[Cue, Layers], Reading | None]] = {
    "than": by_than,
    "as-as": by_as,
    "times-as": by_times,
    "multiple": by_multiple,
    "open": by_open,
    "verb": by_verb,
    "game": by_game,
    "place": by_place,
    "compared": by_contrast,
    "same": by_likeness,
    "like": by_likeness,
}


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    found = None if is_fronted(cue, layers) else READERS[cue.pattern](cue, layers)
    if found is not None and (is_wish(layers.doc[found.head]) or is_goal(layers.doc[found.cue.i], layers.doc[found.head])):
        return ()
    return () if found is None or is_idle(cue, found, layers) else (found,)


FAMILY = Family(name="comparison", slots=SLOTS, read=read, check=check_comparison, patterns=PATTERNS)
