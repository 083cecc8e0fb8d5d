"""The expressions of a text in; the same, with gaps filled by the expressions beside them, out.

"Between March and May 2003": both months are of the year that stands once. "It struck at 4:52 a.m. near the town on Sunday":
the time is of the day that hangs on the same verb.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.dates.fill import fill
from claimex.dates.meaning import UP_TO, Clock, Fixed, Length, Meaning, Moved, Nth, Open, Part, Shifted, Toward
from claimex.dates.period import Period, day, month
from claimex.dates.rules.clock import day_in, is_day
from claimex.dates.tense import upward

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.dates.grammar import Found
    from claimex.spans import Extent

__all__ = ["filled", "with_year"]

JOINS = re.compile(r"\s{1,2}(?:and|or|to|until|till|through)\s{1,2}(?:the\s)?|,\s{1,2}(?:and\s)?|\s?[-–—]\s?", re.IGNORECASE)
ENDED = re.compile(
    r",?\s{1,2}(?:(?:that |which )?(?:ended|ending|ends|through)(?:\s{1,2}(?:on|in|with|at))?|to)\s{1,2}(?:the\s{1,2})?",
    re.IGNORECASE,
)
ENDS = (Fixed, Open, Part, Shifted, Toward, Moved, Nth)
MAX_ENDED = 24  # characters between a length of time and the date that it runs up to
MAX_JOIN = 12  # characters between two dates of one list or range
MAX_REACH = 3  # expressions between a time of day and its day


def filled(doc: Doc, text: str, placed: list[tuple[Found, Extent]]) -> list[tuple[Found, Extent]]:
    """The expressions with the years and days that those beside them say for them too."""
    out = list(placed)
    for k in range(len(out) - 2, -1, -1):  # from the right, so that a list takes its year from its last date
        found, at = out[k]
        behind = out[k + 1][0]
        meaning = None
        if behind.start - found.end <= MAX_JOIN and JOINS.fullmatch(text, found.end, behind.start):
            meaning = with_year(found.meaning, behind.meaning)
        if meaning is None and isinstance(found.meaning, Length) and found.meaning.of is None:
            meaning = up_to(text, found, behind)
        if meaning is None and isinstance(found.meaning, Clock) and found.meaning.of is None:
            meaning = in_other_zone(text, found, behind) or on_its_day(doc, found.meaning, at, out[k + 1 : k + 1 + MAX_REACH])
        if meaning is not None:
            out[k] = replace(found, meaning=meaning), at
    return out


def up_to(text: str, found: Found, behind: Found) -> Meaning | None:
    """A length of time with the date that it runs up to: "the nine months ended Sept. 30", "the three months to June"."""
    meaning = found.meaning
    near = behind.start - found.end <= MAX_ENDED and ENDED.fullmatch(text, found.end, behind.start)
    if not near or not isinstance(meaning, Length) or not isinstance(behind.meaning, ENDS):
        return None
    return replace(meaning, of=behind.meaning, side=UP_TO, way=0)


def with_year(meaning: Meaning, behind: Meaning) -> Meaning | None:
    """A month or day without its year before one that has it: of the same year, or of the year before if it comes later in it."""
    if isinstance(meaning, Part):
        inner = with_year(meaning.of, behind)
        return replace(meaning, of=inner) if inner is not None else None
    while isinstance(behind, Part):
        behind = behind.of
    if isinstance(behind, Toward) and isinstance(behind.of, Fixed):  # "summer of 1943"
        period = fill(behind.inner, behind.of.period)
        behind = Fixed(period) if period is not None else behind
    if not isinstance(meaning, Open) or not isinstance(behind, Fixed):
        return None
    own = in_year(meaning, behind.period.year, behind.period.grain)
    if own is not None and own.first() > behind.period.first():
        own = in_year(meaning, behind.period.year - 1, behind.period.grain)
    return Fixed(own) if own is not None else None


def in_year(gap: Open, y: int, grain: str) -> Period | None:
    """A month, day or season of a year, where the date that has the year is of such a kind too."""
    if gap.way is not None or gap.weekday is not None or gap.holiday is not None:
        return None
    if gap.month is not None and grain in {"month", "day"}:
        return day(y, gap.month, gap.day) if gap.day is not None else month(y, gap.month)
    if gap.quarter is not None:
        return Period("quarter", y * 4 + gap.quarter - 1) if grain == "quarter" else None
    return Period("season", y * 4 + gap.season) if gap.season is not None and grain == "season" else None


def in_other_zone(text: str, found: Found, behind: Found) -> Meaning | None:
    """A time with the same in another zone behind it, on that one's day: "2 a.m. local time (0700 UTC) on Friday"."""
    clock, other = found.meaning, behind.meaning
    if text[found.end : behind.start] != " (" or not isinstance(clock, Clock) or not isinstance(other, Clock):
        return None
    return replace(clock, of=other.of) if other.of is not None else None


def on_its_day(doc: Doc, clock: Clock, at: Extent, behind: list[tuple[Found, Extent]]) -> Meaning | None:
    """A time of day on the day that hangs on the same verb further on in its sentence."""
    root = doc[at.i : at.j].root
    verb = holder(root)
    for found, place in behind:
        token = doc[place.i : place.j].root
        if token.sent.start != root.sent.start:
            return None
        day = day_in(found.meaning)
        if is_day(day) and holder(token) == verb:
            return replace(clock, of=day)
    return None


def holder(token: Token) -> int:
    return int(upward(token).i)
