"""Dates of a list or range that share a month or a noun: "May 4 and 5", "3, 4 and 5 May", "the 18th and 19th centuries"."""

from __future__ import annotations

from claimex.dates.meaning import Fixed, Meaning
from claimex.dates.period import Period
from claimex.dates.rules.calendar import YEAR, full_year, month_of, on_day
from claimex.dates.rules.rule import Rule, Said
from claimex.dates.vocabulary import PIECES, compiled, ordinal_of

__all__ = ["RULES"]

REACH = 48  # characters before a day in which the month of its list stands
DAY = rf"{PIECES['day']}(?:st|nd|rd|th)?"
AND = r"(?:,? (?:and|or|to|until|till|through|&) )"
MORE = rf"(?:, {DAY}){{0,4}}"
LED = compiled(rf"(?:^|.*?[^A-Za-z])<month> {DAY}{MORE}(?:{AND}|, )", whole=False)
# What may come behind the last day of a list; "May 4 and 5 people" is none.
AFTER = "in|at|on|for|to|of|with|from|by|before|after|when|while|as|and|but|because|last|this|next|is|are|was|were|will|would"
CLOSE = rf"(?=[.,;:)\]!?\"”]|$|\n| (?:{AFTER})\b)"


def make_before_month(said: Said) -> Meaning | None:
    """The first days of a list whose last one has the month: "3" in "3 and 4 May"."""
    return on_day(month_of(said["month"]), int(said["d"]), full_year(said["year"]) if said["year"] else None)


def make_after_month(said: Said) -> Meaning | None:
    """A later day of a list whose first one has the month: "5" in "May 4 and 5"."""
    start = said.match.start()
    head = said.match.string[max(start - REACH, 0) : start]
    led = LED.fullmatch(head)
    if led is None:
        return None
    return on_day(month_of(led["month"]), int(said["d"]), full_year(said["year"]) if said["year"] else None)


def make_century(said: Said) -> Meaning | None:
    n = ordinal_of(said["ordinal"])
    return Fixed(Period("century", n - 1)) if n else None


RULES: tuple[Rule, ...] = (
    Rule("day.list-first",
         rf"(?:the )?(?P<d>{PIECES['day']})(?:st|nd|rd|th)?(?={MORE}{AND}(?:the )?{DAY}(?: of)? <month>{YEAR})",
         make_before_month),
    Rule("day.list-middle", rf"(?P<d>{PIECES['day']})(?:st|nd|rd|th)?(?={MORE}{AND}{DAY}{YEAR}{CLOSE})", make_after_month),
    Rule("day.list-last", rf"(?P<d>{PIECES['day']})(?:st|nd|rd|th)?{YEAR}{CLOSE}", make_after_month),
    Rule("century.list",
         r"(?:the )?<ordinal>(?=(?:, <also:ordinal>){0,1}(?:,? (?:and|or|to) |[-–])(?:the )?<last:ordinal>~centur(?:ies|y)\b)",
         make_century),
    Rule("century.list-last", r"(?:the )?<ordinal>~centuries", make_century),
)  # fmt: skip
