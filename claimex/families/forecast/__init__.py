"""A forecast claim: a plan, schedule, prediction or promise says what will happen after the day of publication.

It can be checked once its time has come, and before that against what was planned or promised. What would have happened
but did not ("would have won"), habits ("would often visit") and wishes ("would like to") are no forecasts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Family, TokenPattern
from claimex.families._idle import WORDS
from claimex.families.forecast.check import check
from claimex.families.forecast.reading import cues, read

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FAMILY"]

VERB = {"IN": ["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"]}
NOT = {
    "LOWER": {"IN": ["not", "n't", "n’t", "also", "now", "still", "currently", "widely", "initially", "originally"]},
    "OP": "?",
}
NO = {"LOWER": {"IN": ["n't", "n’t"]}, "OP": "?"}
BE = {"LOWER": {"IN": ["is", "are", "was", "were", "'s", "'re", "’s", "’re", "am", "'m", "’m"]}}
TO = {"LOWER": "to", "TAG": "TO"}

PATTERNS: dict[str, tuple[TokenPattern, ...]] = {
    "will": ([{"LOWER": {"IN": ["will", "shall", "wo", "'ll", "’ll"]}, "TAG": "MD"}, NO],),
    "would": ([{"LOWER": {"IN": ["would", "'d", "’d"]}, "TAG": "MD"}, NO],),
    "may": ([{"LOWER": {"IN": ["may", "might", "could"]}, "TAG": "MD"}],),
    "be-to": ([BE, NOT, TO],),
    "be-planned": (
        [BE, NOT, {"LOWER": {"IN": WORDS["planned"]}}, TO],
        [BE, NOT, {"LOWER": {"IN": WORDS["planned"]}}],
        [{"LOWER": {"IN": WORDS["planned"]}}, TO],
        [{"LOWER": "been"}, {"LOWER": {"IN": WORDS["planned"]}}],
        [{"LOWER": {"IN": ["expected", "scheduled", "due", "slated", "planned"]}, "TAG": {"IN": ["VBN", "VBD", "JJ"]}}],
    ),
    "plans-to": ([{"LEMMA": {"IN": WORDS["plans"]}, "TAG": VERB}, TO],),
    "expects": ([{"LEMMA": {"IN": ["expect", "predict", "forecast", "anticipate", "plan"]}, "TAG": VERB}],),
    "goal": (
        [{"LEMMA": {"IN": WORDS["goals"]}, "TAG": {"IN": ["NN", "NNS"]}}, TO],
        [{"LEMMA": {"IN": WORDS["goals"]}, "TAG": {"IN": ["NN", "NNS"]}}, BE, TO],
    ),
    "to-be": ([TO, {"LOWER": "be"}, {"TAG": "VBN"}],),
    "headline-to": ([TO, {"TAG": "VB"}],),
    "forthcoming": ([{"LOWER": {"IN": ["forthcoming", "imminent", "upcoming"]}, "DEP": "acomp"}],),
}  # fmt: skip

SLOTS: Mapping[str, str] = {"what": "the words that say what is to happen", "time": "when (words, with the date they are)"}

FAMILY = Family(name="forecast", slots=SLOTS, read=read, check=check, patterns=PATTERNS, cues=cues)
