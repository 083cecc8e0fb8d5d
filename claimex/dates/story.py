"""The times that an article has told so far; made afresh for each article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.dates.period import period_of

if TYPE_CHECKING:
    from claimex.dates.period import Period

__all__ = ["Story", "finer"]

GRAINS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century", "millennium")


def finer(a: str, b: str) -> bool:
    """Whether periods of grain `a` are shorter than those of grain `b`."""
    return GRAINS.index(a) < GRAINS.index(b)


@dataclass(slots=True)
class Story:
    """The times told so far in one article, with the ids of the expressions that told them; made afresh for each article.

    A narrative's bare dates are counted from the time it has reached, a report's from its publication.
    """

    published: Period | None
    narrative: bool = False
    focus: Period | None = None
    focus_id: str | None = None
    focus_at: int = 0
    day: Period | None = None
    day_id: str | None = None
    past_day: tuple[Period, str] | None = None  # the last one told that is not after the publication
    quarter: Period | None = None
    quarter_at: int = 0
    quarter_id: str | None = None
    months_at: int = -1  # where a length such as "the nine months" was told last: comparisons are with the year before then
    at: int = 0  # where the expression stands that is being resolved

    def tell(self, period: Period, id_: str, *, ended: bool = False) -> None:
        """The story has reached this period; `ended` where the text says so ("its fourth quarter ended Sept. 30")."""
        self.focus, self.focus_id, self.focus_at = period, id_, self.at
        if period.grain == "quarter" and (self.quarter is None or period >= self.quarter) and (ended or self.is_over(period)):
            self.quarter, self.quarter_at, self.quarter_id = period, self.at, id_
        if period.grain == "day":
            self.day, self.day_id = period, id_
            if not self.is_to_come(period):
                self.past_day = period, id_

    def is_to_come(self, told: Period) -> bool:
        """Whether a day is after the publication, if that is known to the day."""
        return self.published is not None and self.published.grain == "day" and told > self.published

    def is_over(self, quarter: Period) -> bool:
        """Whether results of a quarter can be told: not those of one that runs still ("a charge in the fourth quarter")."""
        return self.published is None or quarter < period_of("quarter", self.published)

    def is_now(self) -> bool:
        """Whether the story is still at the time of its publication: "the end of the year" then is of this year."""
        if self.narrative or self.published is None:
            return False
        return self.focus is None or abs(self.focus.year - self.published.year) <= 1
