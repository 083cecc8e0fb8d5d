"""Something is the first, last, only, Nth or never-before of its kind.

One earlier (or other) instance inside its window refutes it. "The first half" is none: a half is a part of a period, not an
instance; nor is a "first" that only orders steps, or "last year", which is a date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Cue, Family, Reading, TokenPattern
from claimex.families.rarity.alone import by_alone
from claimex.families.rarity.check import check
from claimex.families.rarity.denials import by_denial, by_word, by_yet
from claimex.families.rarity.hollow import is_hollow
from claimex.families.rarity.order import by_count, by_place, by_run
from claimex.families.rarity.reading import by_adverb, by_modifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimex.layers import Layers

__all__ = ["FAMILY"]

SLOTS = {
    "rank": "first, last, only, never, or a number (third: 3)",
    "of": "the class ranked in",
    "activity": "what it did",
    "period": "the date or duration it is counted over or since",
}


ORDINALS = [
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth", "hundredth",
]  # fmt: skip
SHAPES = ["dxx", "ddxx", "dddxx"]  # "2nd", "22nd", "150th"
COUNTS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
DASH = ["-", "–"]
RUN = ["consecutive", "straight", "successive"]
PLACE_VERBS = ["finish", "come", "rank", "place", "stand", "sit", "lie", "end", "remain", "qualify"]

PATTERNS: dict[str, tuple[TokenPattern, ...]] = {
    "first": (
        [{"LOWER": "first"}],
        [{"LOWER": "first"}, {"LOWER": {"IN": ["-", "–"]}, "OP": "?"}, {"LOWER": "ever"}],
    ),
    "for-the-first-time": (
        [{"LOWER": "for"}, {"LOWER": {"IN": ["the", "a", "only"]}}, {"LOWER": "very", "OP": "?"},
         {"LOWER": {"IN": ["first", "last", *ORDINALS]}}, {"LOWER": "time"}],
        [{"LOWER": "for"}, {"LOWER": {"IN": ["the", "a", "only"]}}, {"SHAPE": {"IN": SHAPES}}, {"LOWER": "time"}],
    ),
    "last": ([{"LOWER": {"IN": ["last", "final"]}, "TAG": {"IN": ["JJ", "RB", "JJS", "RBS"]}}],),
    "only": ([{"LOWER": {"IN": ["only", "sole", "lone"]}, "TAG": {"IN": ["JJ", "RB"]}}],),
    "only-count": ([{"LOWER": "only"}, {"LOWER": {"IN": COUNTS}}],),
    "nth": ([{"LOWER": {"IN": ORDINALS}}], [{"SHAPE": {"IN": SHAPES}}]),
    "consecutive": (
        [{"LOWER": {"IN": ORDINALS + COUNTS}}, {"LOWER": {"IN": RUN}}],
        [{"SHAPE": {"IN": [*SHAPES, "d", "dd"]}}, {"LOWER": {"IN": RUN}}],
        [{"LOWER": "in"}, {"LOWER": "a"}, {"LOWER": "row"}],
        [{"LOWER": "on"}, {"LOWER": "the"}, {"LOWER": {"IN": ["trot", "bounce", "spin"]}}],
        [{"LOWER": "in"}, {"LOWER": "succession"}],
        [{"LOWER": {"IN": ORDINALS + COUNTS}}, {"TAG": {"IN": ["NN", "NNS"]}}, {"LOWER": "running"}],
    ),
    "never-before": (
        [{"LOWER": "never"}],
        [{"LOWER": "never"}, {"LOWER": "before"}],
        [{"LOWER": {"IN": ["nobody", "nothing", "none", "no", "not", "n't", "n’t"]}}],
        [{"LOWER": "no"}, {"LOWER": "one"}],
    ),
    "yet-to": ([{"LOWER": {"IN": ["has", "have", "had"]}}, {"LOWER": "yet"}, {"LOWER": "to"}],),
    "unprecedented": (
        [{"LOWER": {"IN": ["unprecedented", "unparalleled", "unheard", "unexampled"]}}],
        [{"LOWER": "without"}, {"LOWER": "precedent"}],
        [{"LOWER": "never"}, {"LOWER": {"IN": DASH}}, {"LOWER": "before"}, {"LOWER": {"IN": DASH}}, {"LOWER": "seen"}],
    ),
    "unique": ([{"LOWER": "unique"}],),
    "unbeaten": ([{"LOWER": {"IN": ["unbeaten", "undefeated", "winless"]}}],),
    "debut": ([{"LOWER": {"IN": ["debut", "maiden", "inaugural", "debutant", "debutants"]}}],),
    "placed": (
        [{"LEMMA": {"IN": PLACE_VERBS}, "TAG": {"IN": ["VBD", "VBN", "VBZ", "VBP", "VBG", "VB"]}},
         {"LOWER": {"IN": ["in", "joint", "equal", "only"]}, "OP": "?"}, {"LOWER": {"IN": ["first", "last", *ORDINALS]}}],
        [{"LEMMA": {"IN": PLACE_VERBS}, "TAG": {"IN": ["VBD", "VBN", "VBZ", "VBP", "VBG", "VB"]}},
         {"LOWER": {"IN": ["in", "joint", "equal", "only"]}, "OP": "?"}, {"SHAPE": {"IN": SHAPES}}],
        [{"LOWER": {"IN": ["first", *ORDINALS]}}, {"LOWER": {"IN": ["place", "position", "spot"]}}],
        [{"SHAPE": {"IN": SHAPES}}, {"LOWER": {"IN": ["place", "position", "spot"]}}],
        [{"LOWER": {"IN": ["number", "no", "no.", "#"]}}, {"LOWER": ".", "OP": "?"},
         {"TAG": {"IN": ["CD", "NN", "NNP"]}, "SHAPE": {"IN": ["d", "dd", "ddd", "xxx", "xxxx"]}}],
    ),
}  # fmt: skip
READERS: dict[str, Callable[[Cue, Layers], Reading | None]] = {
    "only-count": by_count,
    "consecutive": by_run,
    "never-before": by_denial,
    "placed": by_place,
    "yet-to": by_yet,
    **dict.fromkeys(("unprecedented", "unique", "unbeaten", "debut"), by_word),
}


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    if cue.pattern == "for-the-first-time":
        found = by_modifier(cue, layers, at=cue.at.j - 2)
    elif cue.pattern in READERS:
        found = READERS[cue.pattern](cue, layers)
    else:
        found = by_modifier(cue, layers) or by_adverb(cue, layers) or by_alone(cue, layers)
    return () if found is None or is_hollow(found, layers) else (found,)


FAMILY = Family(name="rarity", slots=SLOTS, read=read, check=check, patterns=PATTERNS)
