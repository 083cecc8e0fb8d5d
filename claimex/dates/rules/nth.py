"""A day, week or weekend by its number in a longer period: "the second Tuesday in November", "the last day of June"."""

from __future__ import annotations

from claimex.dates.meaning import Fixed, Meaning, Nth, Open, Shifted, Toward
from claimex.dates.rules.rule import Rule, Said
from claimex.dates.vocabulary import WORDS, ordinal_of, plain

__all__ = ["RULES"]

LAST = frozenset({"last", "final", "closing"})
FIRST = frozenset({"opening", "very first"})
WHOLE = frozenset({"month", "season", "quarter", "half", "year", "decade", "week"})
MAX_WEEKS = 5
UNITS = {"day": "day", "week": "week", "weekend": "weekend", "month": "month"}


def make_nth(said: Said) -> Meaning | None:
    which = plain(said["which"])
    k = -1 if which in LAST else 1 if which in FIRST else ordinal_of(which)
    weekday = WORDS["weekdays"][plain(said["weekday"])] if said["weekday"] else 0
    unit = "day" if weekday else UNITS[plain(said["unit"])]
    of = said.inner
    if of is None or not holds(of, unit) or (unit != "day" and k > MAX_WEEKS):
        return None
    return Nth(of, k, unit, weekday)


def holds(of: Meaning, unit: str) -> bool:
    """Whether a period is longer than the unit, as far as the words tell."""
    match of:
        case Fixed(period=period):
            return period.grain in WHOLE and period.grain != unit
        case Open(month=m, day=d, weekday=weekday, season=season):
            return d is None and weekday is None and (m is not None or season is not None)
        case Shifted(grain=grain, n=n):
            return n is not None and grain in WHOLE and grain != unit
        case Toward(inner=inner):
            return inner.day is None and inner.weekday is None
        case _:
            return False


WHICH = "(?P<which>first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last|final|opening|closing)"

RULES: tuple[Rule, ...] = (
    Rule("nth", rf"(?:the )?(?:very )?{WHICH} (?:full )?(?:<weekday>|(?P<unit>day|week|weekend)) (?:of|in) (?:the month of )?@",
         make_nth),
)  # fmt: skip
