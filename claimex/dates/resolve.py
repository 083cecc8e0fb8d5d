"""What an expression means, and what the story has told so far, in; its TIMEX3 terms out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimex.dates.finder import NO_DAY, Finder, Unknown
from claimex.dates.interval import MOD_PARTS, interval, part_of
from claimex.dates.meaning import UP_TO, Clock, Length, Meaning, Nth, Often, Pair, Part, Shifted, Vague
from claimex.dates.period import Period, day, moved

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimex.dates.story import Story

__all__ = ["Resolved", "resolve"]

NOT_SAID = "which time it was is not said"
NO_CALENDAR = "the calendar has no such day"
HALVES = {1: "START", 2: "END"}
WEEK = 7
LENGTH = re.compile(r"P(\d{1,4})([DWMY])")


@dataclass(frozen=True, slots=True)
class Resolved:
    """TIMEX3 terms of one expression, and the period that the story has reached with it."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    mod: str | None = None
    from_: str | None = None
    to: str | None = None
    anchor: str | None = None
    unresolved: str | None = None
    period: Period | None = None


def resolve(meaning: Meaning, story: Story, way: Callable[[], int]) -> Resolved:
    """The TIMEX3 terms of one expression; `way` tells where its sentence looks."""
    match meaning:
        case Vague(value=value):
            found = Resolved("DATE", value, unresolved=NOT_SAID if value is None else None)
        case Often(value=value):
            found = Resolved("SET", value)
        case Length(of=of) if of is not None:
            found = within(meaning, of, Finder(story, way))
        case Length():
            found = length(meaning, story)
        case Shifted(n=None, toward=toward):
            found = Resolved("DATE", "FUTURE_REF" if (toward or way()) > 0 else "PAST_REF")
        # "The town is rich today": no day of the story; but "he died today" is told on its day.
        case Shifted(grain="day", n=0, told=False) if story.narrative and way() >= 0:
            found = Resolved("DATE", "PRESENT_REF")
        case Pair(first=first, last=last):
            found = pair(resolve(first, story, way), resolve(last, story, way))
        case Nth(unit="week"):
            found = week_of(meaning, Finder(story, way))
        case Clock():
            found = clock(meaning, Finder(story, way))
        case _:
            found = date_of(meaning, Finder(story, way))
    return found


def date_of(meaning: Meaning, finder: Finder) -> Resolved:
    """A date: its period, or the part of it that is meant."""
    mod = mod_of(meaning)
    try:
        period = existing(finder.period(meaning))
    except Unknown as reason:
        return Resolved("DATE", None, mod, unresolved=str(reason))
    if isinstance(meaning, Part) and meaning.n > 0:
        return share(meaning, period, finder.anchor)
    first, last = part_of(period, *MOD_PARTS[mod]) if mod in MOD_PARTS and period.grain != "day" else period.days()
    return Resolved("DATE", period.value, mod, first, last, finder.anchor, period=period)


def week_of(meaning: Nth, finder: Finder) -> Resolved:
    """The first or last week of a month: seven days of it, which are no week of the calendar."""
    try:
        period = existing(finder.period(meaning.of))
        first, last = day_on(*period.first()), day_on(*period.last())
    except Unknown as reason:
        return Resolved("DATE", None, unresolved=str(reason))
    start = first.shift(WEEK * (meaning.k - 1)) if meaning.k > 0 else last.shift(1 - WEEK)
    if start > last:
        return Resolved("DATE", None, unresolved=NO_CALENDAR)
    mod = "START" if meaning.k == 1 else "END" if meaning.k < 0 else None
    return Resolved("DATE", period.value, mod, start.value, min(last, start.shift(WEEK - 1)).value, finder.anchor, period=period)


def mod_of(meaning: Meaning) -> str | None:
    """The outermost mod: of "about the end of May" it is the end that counts."""
    while isinstance(meaning, Part):
        if meaning.mod is not None and not (meaning.mod == "APPROX" and isinstance(meaning.of, Part)):
            return meaning.mod
        meaning = meaning.of
    return meaning.mod if isinstance(meaning, Shifted) else None


def share(part: Part, period: Period, anchor: str | None) -> Resolved:
    """A half of a period: of a year it has a value of its own, else the period's with the days told."""
    first, last = part_of(period, part.k, part.n)
    if period.grain == "year":
        half = Period("half", period.n * 2 + part.k - 1)
        return Resolved("DATE", half.value, None, first, last, anchor, period=half)
    return Resolved("DATE", period.value, HALVES.get(part.k), first, last, anchor, period=period)


def pair(first: Resolved, last: Resolved) -> Resolved:
    """A range with a hyphen: from the first day of its first date to the last of its last."""
    if first.value is None or last.value is None:
        return Resolved("DATE", None, unresolved=first.unresolved or last.unresolved)
    return Resolved("DATE", f"{first.value}/{last.value}", None, first.from_, last.to, first.anchor, period=last.period)


def clock(meaning: Clock, finder: Finder) -> Resolved:
    """A time on its day; without one on the day that the story has reached."""
    try:
        period = day_of(meaning, finder)
    except Unknown as reason:
        return Resolved("TIME", None, meaning.mod, unresolved=str(reason))
    value = period.value + meaning.time
    first, last = interval(value, meaning.mod)
    return Resolved("TIME", value, meaning.mod, first, last, finder.anchor, period=period)


def day_of(meaning: Clock, finder: Finder) -> Period:
    story = finder.story
    if meaning.of is not None:
        period = finder.period(meaning.of)
    elif story.day is not None and (not story.narrative or (story.focus is not None and story.focus.grain == "day")):
        period, finder.anchor = finder.day_told(story.day)
    elif story.narrative:
        raise Unknown(NO_DAY)
    else:
        period = finder.published("day")
    if period.grain != "day":
        raise Unknown(NO_DAY)
    return existing(period)


def existing(period: Period) -> Period:
    if not period.exists():
        raise Unknown(NO_CALENDAR)
    return period


def length(meaning: Length, story: Story) -> Resolved:
    """A duration; one that ends or begins at the publication day has days of its own."""
    match = LENGTH.fullmatch(meaning.value)
    if not meaning.way or match is None or story.published is None or story.published.grain != "day" or story.narrative:
        return Resolved("DURATION", meaning.value, meaning.mod)
    other = moved(story.published, int(match[1]) * meaning.way, match[2])
    first, last = sorted((story.published, other))
    return Resolved("DURATION", meaning.value, meaning.mod, first.value, last.value, "published")


def within(meaning: Length, of: Meaning, finder: Finder) -> Resolved:
    """A duration at the beginning or end of a period, with its days: "the first three months of 2021"."""
    match = LENGTH.fullmatch(meaning.value)
    try:
        period = existing(finder.period(of))
        first, last = day_on(*period.first()), day_on(*period.last())
    except Unknown as reason:
        return Resolved("DURATION", meaning.value, meaning.mod, unresolved=str(reason))
    if match is None:
        return Resolved("DURATION", meaning.value, meaning.mod)
    n = int(match[1])
    if meaning.side == UP_TO:
        first = moved(last.shift(1), -n, match[2])
    elif meaning.side < 0:
        last = min(last, moved(first, n, match[2]).shift(-1))
    else:
        first = max(first, moved(last.shift(1), -n, match[2]))
    return Resolved("DURATION", meaning.value, meaning.mod, first.value, last.value, finder.anchor)


def day_on(y: int, m: int, d: int) -> Period:
    found = day(y, m, d)
    if found is None:
        raise Unknown(NO_CALENDAR)
    return found
