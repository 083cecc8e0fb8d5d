"""Something is at an extreme of a scale: the largest, the most expensive, a record, the worst ever.

One member of the comparison set that lies further out refutes it. "Most of the voters" is none, nor "at least" or "at best":
they bound an amount. "The most recent" is a date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Cue, Family, Reading, TokenPattern
from claimex.families.superlative.check import check
from claimex.families.superlative.reading import by_degree
from claimex.families.superlative.words import by_record, by_span, by_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimex.layers import Layers

__all__ = ["FAMILY"]

SLOTS = {"of": "the comparison set", "period": "the date or duration it is counted over or since"}

ORDINALS = [
    "next", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "2nd", "3rd", "4th", "5th",
]  # fmt: skip
SHAPES = ["dxx", "ddxx"]
DEGREES = ["most", "least"]
DASH = ["-", "–", "‑"]
GRADED = ["JJ", "VBN", "VBG", "RB", "VBD"]
SPANS = ["year", "month", "week", "decade", "day", "quarter", "season", "century"]
GRADES = [
    "known", "remembered", "selling", "paid", "loved", "preserved", "equipped", "dressed", "hit", "affected", "rated", "funded",
    "educated", "attended", "documented", "studied", "understood", "supported",
]  # fmt: skip
LASTING = [
    "serving", "running", "lasting", "standing", "growing", "moving", "selling", "paying", "paid", "earning",
    "grossing", "ranking", "ranked", "rated", "scoring", "placed", "reigning",
]  # fmt: skip
BREAKING = ["breaking", "setting", "tying", "equalling", "high", "low"]
HIGHS = ["high", "highs", "low", "lows", "peak", "best", "worst", "record"]
TOPS = [
    "scorer", "scorers", "seller", "selling", "rated", "ranked", "grossing", "scoring", "exporter", "earner", "producer",
    "supplier", "trading", "priority", "destination", "cause", "prize", "seed", "paid",
]  # fmt: skip

PATTERNS: dict[str, tuple[TokenPattern, ...]] = {
    "est": (
        [{"TAG": "JJS", "LOWER": {"NOT_IN": ["most", "least"]}}],
        [{"TAG": "RBS", "LOWER": {"NOT_IN": ["most", "least"]}}],
        [{"TAG": {"IN": ["JJS", "RBS"]}, "LOWER": {"NOT_IN": DEGREES}}, {"LOWER": "-"}, {"TAG": {"IN": ["VBN", "VBG"]}}],
        [{"LOWER": {"IN": ["best", "worst", "hardest"]}}, {"LOWER": {"IN": GRADES}}],
        [{"TAG": {"IN": ["JJS", "RBS"]}, "LOWER": {"NOT_IN": DEGREES}}, {"LOWER": {"IN": LASTING}}],
        [{"LOWER": {"IN": ["youngest", "oldest", "eldest", "largest", "biggest", "highest", "lowest", "worst", "longest"]}}],
    ),
    "most": (
        [{"LOWER": {"IN": ["most", "least"]}, "TAG": {"IN": ["RBS", "JJS", "RBR"]}}, {"TAG": {"IN": GRADED}}],
        [{"LOWER": {"IN": ["most", "least"]}, "TAG": {"IN": ["RBS", "JJS", "RBR"]}}, {"TAG": "RB"}, {"TAG": {"IN": GRADED}}],
        [{"LOWER": {"IN": ["most", "least"]}}, {"LOWER": {"IN": DASH}}, {"TAG": {"IN": GRADED}}],
        [{"LOWER": {"IN": DEGREES}}, {"TAG": {"IN": [*GRADED, "NN"]}}, {"LOWER": {"IN": DASH}}, {"TAG": {"IN": GRADED}}],
        [{"LOWER": {"IN": DEGREES}}, {"LOWER": "time"}, {"LOWER": "consuming"}],
        [{"LOWER": {"IN": ["most", "least", "fewest"]}, "TAG": {"IN": ["JJS", "RBS", "JJR"]}}],
    ),
    "nth-est": (
        [{"LOWER": {"IN": ORDINALS}}, {"LOWER": {"IN": DASH}, "OP": "?"}, {"TAG": {"IN": ["JJS", "RBS"]}}],
        [{"SHAPE": {"IN": SHAPES}}, {"LOWER": {"IN": DASH}, "OP": "?"}, {"TAG": {"IN": ["JJS", "RBS"]}}],
        [{"LOWER": {"IN": ORDINALS}}, {"LOWER": {"IN": DASH}, "OP": "?"}, {"TAG": {"IN": ["JJS", "RBS"]}},
         {"LOWER": {"IN": LASTING}}],
        [{"LOWER": {"IN": ORDINALS}}, {"LOWER": {"IN": DASH}, "OP": "?"}, {"LOWER": {"IN": ["most", "least"]}},
         {"LOWER": {"IN": DASH}, "OP": "?"}, {"TAG": {"IN": GRADED}}],
        [{"SHAPE": {"IN": SHAPES}}, {"LOWER": {"IN": DASH}, "OP": "?"}, {"LOWER": {"IN": ["most", "least"]}},
         {"LOWER": {"IN": DASH}, "OP": "?"}, {"TAG": {"IN": GRADED}}],
    ),
    "record": (
        [{"LOWER": {"IN": ["record", "records"]}, "TAG": {"IN": ["NN", "JJ", "NNS"]}}],
        [{"LOWER": "record"}, {"LOWER": {"IN": DASH}, "OP": "?"}, {"LOWER": {"IN": BREAKING}}],
        [{"LOWER": "all"}, {"LOWER": {"IN": DASH}}, {"LOWER": "time"}, {"LOWER": {"IN": ["high", "low", "record", "best"]}}],
    ),
    "span-high": (
        [{"TAG": "CD"}, {"LOWER": {"IN": DASH}, "OP": "?"}, {"LOWER": {"IN": SPANS}}, {"LOWER": {"IN": DASH}, "OP": "?"},
         {"LOWER": {"IN": HIGHS}, "TAG": {"IN": ["NN", "NNS", "JJ", "JJS"]}}],
    ),
    "main": (
        [{"LOWER": {"IN": ["main", "principal", "foremost", "leading", "predominant"]}, "TAG": {"IN": ["JJ", "VBG"]}}],
        [{"LOWER": "the"}, {"LOWER": "major"}],
        [{"LOWER": "top"}, {"LOWER": {"IN": DASH}, "OP": "?"},
         {"LOWER": {"IN": TOPS}}],
    ),
}  # fmt: skip
READERS: dict[str, Callable[[Cue, Layers], Reading | None]] = {
    "record": by_record, "main": by_word, "span-high": by_span,
}  # fmt: skip


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    reader = READERS.get(cue.pattern)
    found = reader(cue, layers) if reader is not None else by_degree(cue, layers)
    return () if found is None else (found,)


FAMILY = Family(name="superlative", slots=SLOTS, read=read, check=check, patterns=PATTERNS)
