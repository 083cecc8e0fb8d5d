"""An expression's meaning and the story so far in; the period of the calendar that it names, out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimex.dates.fill import ONWARD, around, fill, nearest, nth_of
from claimex.dates.meaning import NEW_YEAR, Fixed, Meaning, Moved, Nth, Open, Part, Reference, Shifted, Toward
from claimex.dates.period import Period, moved, period_of
from claimex.dates.story import Story, finer

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["NO_DAY", "Finder", "Unknown"]

NO_PUBLICATION = "counted from the publication date, which is not known"
NO_STORY = "counted from a time told before it, and none is"
TOO_COARSE = "the publication date is not known to the {grain}"
NO_DAY = "the day is not said"
QUARTER_REACH = 3000  # characters: an article on one quarter's results
YEAR_CLOSES = 10  # the month from which "the new year" is the next one even without a verb that looks ahead
RESULTS_OUT = 3  # months of a year in which the results of the year before come out
NARROW = frozenset({"day", "week", "weekend"})
HOURS = 24
SEASONS = 4
THIS_REACH = {"day": 7, "month": 4, "season": 2}  # how far "this Friday", "this May", "this summer" can lie on the other side


class Unknown(Exception):
    """Why an expression has no value; `resolve` puts the reason into its answer."""


@dataclass(slots=True)
class Finder:
    """Finds the period of one expression, and notes what it was counted from.

    `way` tells where the sentence looks (-1 back, 1 ahead); it is only asked where that matters.
    """

    story: Story
    way: Callable[[], int]
    anchor: str | None = None

    def period(self, meaning: Meaning) -> Period:
        """The period that an expression names; raises Unknown if it names none or its anchor is not known."""
        match meaning:
            case Fixed(period=period):
                found: Period | None = period
            case Open():
                found = self.open(meaning)
            case Shifted():
                found = self.shifted(meaning)
            case Toward(inner=inner, of=of):
                found = fill(inner, self.period(of))
            case Part(of=of, unit=unit):
                found = around(unit, self.period(of))
            case Moved(of=of, n=n, letter=letter):
                found = moved(day_only(self.period(of)), n, letter)
            case Nth(of=of, k=k, unit=unit, weekday=weekday):
                found = nth_of(self.period(of), k, unit, weekday)
            case Reference():
                found = self.told()
            case _:
                found = None
        return known(found)

    def published(self, grain: str) -> Period:
        """The publication date, if it is known as finely as `grain`; in a narrative the time reached stands for it."""
        story = self.story
        if story.narrative and story.focus is not None and grain not in NARROW:
            self.anchor = story.focus_id
            return story.focus
        if story.published is None:
            raise Unknown(NO_PUBLICATION)
        if finer(grain, story.published.grain):
            raise Unknown(TOO_COARSE.format(grain=grain))
        self.anchor = "published"
        return story.published

    def told(self, grain: str | None = None) -> Period:
        """The period that the story has reached; a day where a day is wanted and one was told in it."""
        story = self.story
        if story.focus is None:
            if grain is None:
                raise Unknown(NO_STORY)
            return self.published(grain)
        if grain == "day" and story.day is not None and period_of(story.focus.grain, story.day) == story.focus:
            found, self.anchor = self.day_told(story.day)
            return found
        if grain is not None and finer(grain, story.focus.grain):
            raise Unknown(NO_STORY)
        self.anchor = story.focus_id
        return story.focus

    def day_told(self, told: Period) -> tuple[Period, str | None]:
        """The day told last; not one to come for what is told in the past: "He is due in court on Friday. It began at 2 p.m."."""
        story = self.story
        if story.narrative or not story.is_to_come(told) or self.way() >= 0:
            return told, story.day_id
        if story.past_day is None:
            raise Unknown(NO_DAY)
        return story.past_day

    def shifted(self, meaning: Shifted) -> Period:
        """A period counted from another."""
        n = int(meaning.n or 0)
        if meaning.grain in {"hour", "minute", "second"}:
            return self.hours(meaning)
        if meaning.grain == "period" or meaning.compares:
            return self.compared(n)
        if meaning.grain == "quarter" and meaning.told:
            return self.quarter(n)
        if meaning.about:
            return self.about(meaning.grain)
        told = meaning.told and not (meaning.loose and (self.story.is_now() or self.looks_ahead()))
        base = self.told(meaning.grain) if told else self.published(meaning.grain)
        found = period_of(meaning.grain, base).shift(n)
        return found.shift(-1) if self.is_gone(meaning, found) else found

    def is_gone(self, meaning: Shifted, found: Period) -> bool:
        """Whether "this weekend", told of in the past before it has come, is the one before it."""
        story = self.story
        if meaning.grain != "weekend" or meaning.n != 0 or meaning.told or story.published is None:
            return False
        return period_of("day", story.published).n < period_of("day", found).n and self.way() < 0

    def about(self, grain: str) -> Period:
        """The year, month or week that a report is about: that of the date told last, if it is near the publication.

        Annual results come out early in the next year: with no date told, "for the year" then is the year before.
        """
        story = self.story
        if story.narrative or (story.is_now() and story.focus is not None and not finer(grain, story.focus.grain)):
            return period_of(grain, self.told(grain))
        here = period_of(grain, self.published(grain))
        early = grain == "year" and story.published is not None and story.published.first()[1] <= RESULTS_OUT
        return here.shift(-1) if early and self.way() < 0 else here

    def looks_ahead(self) -> bool:
        """Whether a report's sentence is about what is to come, so that its "end of the year" is of the year of publication."""
        return not self.story.narrative and self.story.published is not None and self.way() > 0

    def hours(self, meaning: Shifted) -> Period:
        """A number of hours names a day only if it is a number of days: "48 hours ago"."""
        n = (meaning.n or 0) if meaning.grain == "hour" else 0
        if not n or n % HOURS:
            raise Unknown(NO_DAY)
        base = self.told("day") if meaning.told else self.published("day")
        return base.shift(int(n // HOURS))

    def compared(self, n: int) -> Period:
        """The period that a comparison looks back to: from a quarter told close before the same of another year, else a year.

        `n` is a year ("the 2020 period") or the number of years back ("a year earlier").
        """
        story = self.story
        near = story.at - story.quarter_at < QUARTER_REACH and story.months_at < story.quarter_at
        quarter = story.quarter if near else None
        if n > 0:
            return Period("quarter", n * 4 + quarter.n % 4) if quarter else Period("year", n)
        if quarter is not None:
            self.anchor = story.quarter_id
            return quarter.shift(4 * n)
        base = self.told("year") if story.narrative else self.published("year")
        return period_of("year", base).shift(n)

    def quarter(self, n: int) -> Period:
        """The quarter that a report is about: the one told last, else the last whole one."""
        if self.story.quarter is not None:
            self.anchor = self.story.quarter_id
            return self.story.quarter.shift(n * 4)
        return period_of("quarter", self.published("month")).shift(-1 + n * 4)

    def open(self, meaning: Open) -> Period:
        """A date with a gap, filled by the story in a narrative, else by the publication date and the tense."""
        story = self.story
        if meaning.holiday == NEW_YEAR:
            return self.new_year()
        if meaning.decade is not None and story.published is not None:
            return known(nearest(meaning, story.published, 0))
        if story.focus is not None and (meaning.told or (story.narrative and self.is_at_day(meaning))):
            self.anchor = story.focus_id
            return self.beside_told(meaning, known(nearest(meaning, story.focus, ONWARD if meaning.way is None else meaning.way)))
        need = "day" if meaning.weekday is not None else "year" if meaning.decade is not None else "month"
        base = self.published(need)
        if meaning.way == 0:
            return self.this(meaning, base)
        return known(nearest(meaning, base, self.way() if meaning.way is None else meaning.way))

    def this(self, meaning: Open, base: Period) -> Period:
        """For "this Thursday", "this summer": of the week or year of publication, unless the tense says that it cannot be.

        "This Thursday he resigned", published on a Monday, is the one before; "this winter" in January the one that has begun.
        """
        found = known(nearest(meaning, base, 0))
        here = base if base.grain == found.grain else period_of(found.grain, base)
        if here == found or found.grain not in {"day", "month", "season"}:
            return found
        if found.grain == "season" and found.n == here.n + SEASONS:
            return here
        way = self.way()
        if not (way < 0 < found.n - here.n or found.n - here.n < 0 < way):
            return found
        other = known(nearest(replace(meaning, way=None), base, way))
        return other if abs(other.n - here.n) <= THIS_REACH[found.grain] else found

    def is_at_day(self, meaning: Open) -> bool:
        """Whether the story has reached the time that a weekday can lie in: in "1962 ... He died on Monday" it has not."""
        focus = self.story.focus
        return meaning.weekday is None or (focus is not None and focus.grain in NARROW)

    def beside_told(self, meaning: Open, found: Period) -> Period:
        """A week farther where "the previous Friday" would be the one just told: "it fell on Friday from the previous Friday"."""
        again = meaning.weekday is not None and meaning.told and meaning.way in {-1, 1} and found == self.story.day
        return found.shift(7 * (meaning.way or 0)) if again else found

    def new_year(self) -> Period:
        """The year that "the new year" is: the next one, unless the sentence looks back or it has only just begun."""
        base = self.published("month")
        _, m, _ = base.first()
        here = period_of("year", base)
        ahead = self.story.narrative or self.way() > 0 or (self.way() == 0 and m >= YEAR_CLOSES)
        return here.shift(1) if ahead and m > 1 else here


def day_only(period: Period) -> Period:
    if period.grain != "day":
        raise Unknown(NO_DAY)
    return period


def known(period: Period | None) -> Period:
    if period is None:
        raise Unknown(NO_DAY)
    return period
