"""What an expression means, and what the story has told so far, in; its TIMEX3 terms out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from claimex.dates.meaning import Clock, Fixed, Length, Meaning, Often, Open, Pair, Part, Reference, Shifted, Toward, Vague
from claimex.dates.period import MOD_PARTS, Period, interval, part_of, period_of
from claimex.dates.fill import fill, nearest

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Resolved", "Story", "resolve"]

NO_PUBLICATION = "counted from the publication date, which is not known"
NO_STORY = "counted from a time told before it, and none is"
TOO_COARSE = "the publication date is not known to the {grain}"
NO_DAY = "the day is not said"
GRAIN_ORDER = ("day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century", "millennium")
QUARTER_REACH = 600  # characters: a paragraph or two
HALVES = {1: "START", 2: "END"}
NARROW = frozenset({"day", "week", "weekend"})


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


@dataclass(slots=True)
class Story:
    """The times told so far in one article: made fresh for each."""

    published: Period | None
    narrative: bool = False
    focus: Period | None = None
    focus_id: str | None = None
    day: Period | None = None
    day_id: str | None = None
    quarter: Period | None = None  # the last quarter told in its own right, where, and by which expression
    quarter_at: int = 0
    quarter_id: str | None = None
    at: int = 0  # where the expression stands that is being resolved

    def tell(self, period: Period, id_: str) -> None:
        """The story has reached this period."""
        self.focus, self.focus_id = period, id_
        if period.grain == "quarter" and (self.quarter is None or period >= self.quarter):
            self.quarter, self.quarter_at, self.quarter_id = period, self.at, id_
        if period.grain == "day":
            self.day, self.day_id = period, id_


class Unknown(Exception):  # noqa: N818  # never leaves this module: it carries a reason up to `resolve`
    """Why an expression has no value."""


@dataclass(slots=True)
class Resolver:
    """One expression against the story so far; `way` tells where the sentence looks, only asked where it matters."""

    story: Story
    way: Callable[[], int]
    anchor: str | None = None

    def published(self, grain: str) -> Period:
        """The publication date as far as `grain` needs it."""
        base = self.story.published
        if self.story.narrative and self.story.focus is not None and grain not in NARROW:
            self.anchor = self.story.focus_id
            return self.story.focus
        if base is None:
            raise Unknown(NO_PUBLICATION)
        if GRAIN_ORDER.index(base.grain) > GRAIN_ORDER.index(grain):
            raise Unknown(TOO_COARSE.format(grain=grain))
        self.anchor = "published"
        return base

    def told(self, grain: str) -> Period:
        """The period that the story has reached; a day where a day is wanted, if one was told."""
        story = self.story
        if grain == "day" and story.day is not None and story.focus is not None and story.focus.grain != "day":
            if period_of(story.focus.grain, story.day) == story.focus:
                self.anchor = story.day_id
                return story.day
        if story.focus is None:
            return self.published(grain)
        if GRAIN_ORDER.index(story.focus.grain) > GRAIN_ORDER.index(grain):
            raise Unknown(NO_STORY)
        self.anchor = story.focus_id
        return story.focus

    def period(self, meaning: Meaning) -> Period:
        match meaning:
            case Fixed(period=period):
                return period
            case Open():
                return self.open(meaning)
            case Shifted():
                return self.shifted(meaning)
            case Toward(inner=inner, of=of):
                held = self.period(of)
                found = fill(inner, held)
                if found is None:
                    raise Unknown(NO_DAY)
                return found
            case Part(of=of, mod=mod, n=-1):
                return period_of(mod or "week", self.period(of))
            case Part(of=of):
                return self.period(of)
            case Reference():
                if self.story.focus is None:
                    raise Unknown(NO_STORY)
                self.anchor = self.story.focus_id
                return self.story.focus
            case _:
                raise Unknown(NO_DAY)

    def shifted(self, meaning: Shifted) -> Period:
        grain, n = meaning.grain, int(meaning.n or 0)
        if grain in {"hour", "minute", "second"}:
            hours = (meaning.n or 0) if grain == "hour" else 0
            if not hours or hours % 24:
                raise Unknown(NO_DAY)
            grain, n = "day", int(hours // 24)
        quarter = self.quarter_told()
        if grain == "period" and n > 0:  # "the 1988 period"
            return Period("quarter", n * 4 + quarter.n % 4) if quarter else Period("year", n)
        if grain in {"period", "year"} and n == -1 and meaning.compares and quarter:
            self.anchor = self.story.quarter_id
            return quarter.shift(-4)
        if grain == "period":
            grain = "year"
        if grain == "quarter" and meaning.told:
            return self.quarter(n)
        base = self.told(grain) if meaning.told and not (meaning.loose and self.is_now()) else self.published(grain)
        return period_of(grain, base).shift(n)

    def is_now(self) -> bool:
        """Whether the story is still at the time of its publication: "the end of the year" then is of this year."""
        story = self.story
        return not story.narrative and story.published is not None and (
            story.focus is None or abs(story.focus.year - story.published.year) <= 1
        )

    def quarter_told(self) -> Period | None:
        """The quarter that a comparison looks back from: one told close before it."""
        story = self.story
        return story.quarter if story.at - story.quarter_at < QUARTER_REACH else None

    def quarter(self, n: int) -> Period:
        """"The quarter" of a report is the one just told of, else the last whole one."""
        if self.story.quarter is not None:
            self.anchor = self.story.quarter_id
            return self.story.quarter.shift(n * 4)
        return period_of("quarter", self.published("month")).shift(-1 + n * 4)

    def open(self, meaning: Open) -> Period:
        """A date with a gap, by the story in a narrative, else by the publication date and the tense."""
        story = self.story
        told = story.narrative or (meaning.way is not None and meaning.way > 5)  # noqa: PLR2004  # see rules/relative.py
        way = meaning.way - 10 if meaning.way is not None and meaning.way > 5 else meaning.way  # noqa: PLR2004
        if told and story.focus is not None:
            self.anchor = story.focus_id
            return or_unknown(nearest(replace(meaning, way=way), story.focus, 2 if way is None else way, story=True))
        need = "day" if meaning.weekday is not None else "year" if meaning.decade is not None else "month"
        base = self.published(need)
        return or_unknown(nearest(replace(meaning, way=way), base, self.way() if way is None else way))


def or_unknown(period: Period | None) -> Period:
    if period is None:
        raise Unknown(NO_DAY)
    return period


def resolve(meaning: Meaning, story: Story, way: Callable[[], int]) -> Resolved:
    """The TIMEX3 terms of one expression."""
    match meaning:
        case Vague(value=value):
            return Resolved("DATE", value)
        case Often(value=value):
            return Resolved("SET", value)
        case Length():
            return length(meaning, story)
        case Shifted(n=None, toward=toward):
            return Resolved("DATE", "PAST_REF" if toward < 0 else "FUTURE_REF")
        case Shifted(grain="day", n=0, told=False) if story.narrative:
            return Resolved("DATE", "PRESENT_REF")
        case Pair(first=first, last=last):
            return pair(resolve(first, story, way), resolve(last, story, way))
        case Clock():
            return clock(meaning, Resolver(story, way))
        case _:
            return date_of(meaning, Resolver(story, way))


def date_of(meaning: Meaning, resolver: Resolver) -> Resolved:
    mod = getattr(meaning, "mod", None) if not (isinstance(meaning, Part) and meaning.n < 0) else None
    try:
        period = resolver.period(meaning)
    except Unknown as reason:
        return Resolved("DATE", None, mod, unresolved=str(reason))
    if isinstance(meaning, Part) and isinstance(meaning.of, Part) and mod is None and meaning.n == 0:
        mod = meaning.of.mod
    if isinstance(meaning, Part) and meaning.n > 0:
        return share(meaning, period, resolver.anchor)
    value = period.value
    first, last = part_of(period, *MOD_PARTS[mod]) if mod in MOD_PARTS and period.grain != "day" else period.days()
    return Resolved("DATE", value, mod, first, last, resolver.anchor, period=period)


def share(part: Part, period: Period, anchor: str | None) -> Resolved:
    """A half of a period: of a year it has a value of its own, else the period's with the days told."""
    first, last = part_of(period, part.k, part.n)
    if period.grain == "year":
        half = Period("half", period.n * 2 + part.k - 1)
        return Resolved("DATE", half.value, None, first, last, anchor, period=half)
    return Resolved("DATE", period.value, HALVES.get(part.k), first, last, anchor, period=period)


def pair(first: Resolved, last: Resolved) -> Resolved:
    if first.value is None or last.value is None:
        return Resolved("DATE", None, unresolved=first.unresolved or last.unresolved)
    return Resolved("DATE", f"{first.value}/{last.value}", None, first.from_, last.to, first.anchor, period=last.period)


def clock(meaning: Clock, resolver: Resolver) -> Resolved:
    """A time on its day; without one on the day the story has reached."""
    try:
        if meaning.of is not None:
            period = resolver.period(meaning.of)
        elif resolver.story.narrative and (resolver.story.focus is None or resolver.story.focus.grain != "day"):
            raise Unknown(NO_DAY)
        elif resolver.story.day is not None and resolver.story.focus is not None and resolver.story.focus.grain == "day":
            period, resolver.anchor = resolver.story.day, resolver.story.day_id
        else:
            period = resolver.published("day")
    except Unknown as reason:
        return Resolved("TIME", None, meaning.mod, unresolved=str(reason))
    if period.grain != "day":
        return Resolved("TIME", None, meaning.mod, unresolved=NO_DAY)
    value = period.value + meaning.time
    first, last = interval(value)
    return Resolved("TIME", value, meaning.mod, first, last, resolver.anchor, period=period)


LENGTH = re.compile(r"P(\d+)([DWMY])")
LETTER_GRAINS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def length(meaning: Length, story: Story) -> Resolved:
    """A duration; one that ends or begins at the publication day has days of its own."""
    match = LENGTH.fullmatch(meaning.value)
    if not meaning.way or match is None or story.published is None or story.published.grain != "day" or story.narrative:
        return Resolved("DURATION", meaning.value, meaning.mod)
    other = moved(story.published, int(match[1]) * meaning.way, match[2])
    first, last = sorted((story.published, other))
    return Resolved("DURATION", meaning.value, meaning.mod, first.value, last.value, "published")


def moved(base: Period, n: int, letter: str) -> Period:
    """The day `n` units from another; the month's last day where it has no such day."""
    if letter in "DW":
        return base.shift(n * (7 if letter == "W" else 1))
    y, m, d = base.first()
    months = Period("month", y * 12 + m - 1).shift(n * (12 if letter == "Y" else 1))
    first, last = period_of("day", months), months.last()
    return first.shift(min(d, last[2]) - 1)
