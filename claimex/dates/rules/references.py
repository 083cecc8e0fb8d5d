"""Words that point to the present, the past or the future without a date, and back to a time just told."""

from __future__ import annotations

from claimex.dates.meaning import Shifted, Vague
from claimex.dates.rules.rule import Rule, says
from claimex.dates.vocabulary import REFERENCES, plain

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    Rule("reference",
         r"<reference>(?! (?:of|tense|perfect|and present)\b)",
         lambda said: Vague(REFERENCES[plain(said["reference"])])),
    Rule("reference.later-date", r"(?:a|some) (?:later|future) (?:date|time|stage)", says(Vague("FUTURE_REF"))),
    Rule("reference.future-units",
         r"future (?:days|weeks|months|quarters|seasons|years|decades|centuries)",
         says(Vague("FUTURE_REF"))),
    Rule("reference.the-time",
         r"(?:the|that) time(?=[.,;:)]|$| (?:was|were|said|that|had|when|to|in|and)\b)",
         says(Vague("PAST_REF"))),
    Rule("reference.period", r"(?:this|that|the same) period(?! (?:of|last|in|a year)\b)", says(Vague(None))),
    Rule("reference.same-date",
         r"(?:that|the) very (?P<unit>day|week|month|year)",
         lambda said: Shifted(plain(said["unit"]), 0, told=True)),
)  # fmt: skip
