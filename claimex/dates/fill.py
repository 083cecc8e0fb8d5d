"""A date with a gap in; the period that fills it, inside a period given or nearest to a base, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.dates.holidays import holiday
from claimex.dates.period import Period, day, month, period_of

if TYPE_CHECKING:
    from claimex.dates.meaning import Open

__all__ = ["ONWARD", "around", "fill", "nearest", "nth_of"]

SATURDAY = 6
TUESDAY = 1  # counted from Monday, which is 0
WEEKEND = 8
DAYS = 366
AGAINST_QUARTER = 1.5  # quarters are told when they are over, whatever the tense: "will report third-quarter results"
AGAINST_MONTH = 12  # "it ended in March" is never the March to come
# How many times farther a date against the verb's tense counts: it is taken if it is much nearer than the one the tense asks for.
AGAINST = 4
BACKWARD = 1.25  # a story goes on rather than back: from October to the next May, but from December to November
FINE = frozenset({"day", "week", "weekend", "month", "season"})
ONWARD = 9  # the way of a narrative: on from the time it has reached
PLAIN_PAST = -2  # the date hangs on a past verb itself, not on a noun beside it


def in_year(gap: Open, y: int) -> Period | None:
    """The gap filled with a year."""
    if gap.holiday is not None:
        return holiday(gap.holiday, y)
    if gap.month is not None:
        return day(y, gap.month, gap.day) if gap.day is not None else month(y, gap.month)
    if gap.season is not None:
        return Period("season", y * 4 + gap.season)
    if gap.quarter is not None:
        return Period("quarter", y * 4 + gap.quarter - 1)
    if gap.half is not None:
        return Period("half", y * 2 + gap.half - 1)
    return None


def fill(gap: Open, held: Period) -> Period | None:
    """The gap filled from the period that holds it: "December" of last year, "Friday" of next week."""
    if gap.weekday is not None and gap.month is None:
        return weekday_of(gap.weekday, period_of("week", held))
    if gap.day is not None and gap.month is None:
        y, m, _ = held.first()
        return day(y, m, gap.day)
    return in_year(gap, held.year)


def nth_of(period: Period, k: int, unit: str, weekday: int) -> Period | None:
    """Number `k` (-1: the last) of a period's days, or of its Mondays, Tuesdays ..., or of its weekends."""
    first, last = day(*period.first()), day(*period.last())
    if first is None or last is None:
        return None
    step = 1 if not weekday and unit == "day" else 7
    if step > 1:
        wanted = weekday or SATURDAY
        first, last = first.shift((wanted - 1 - first.n + 1) % 7), last.shift(-((last.n - wanted) % 7))
    found = first.shift(step * (k - 1)) if k > 0 else last
    if found > last:
        return None
    return period_of("weekend", found) if unit == "weekend" else found


def weekday_of(weekday: int, week: Period) -> Period:
    if weekday == WEEKEND:
        return Period("weekend", week.n)
    return Period("day", week.n * 7 + weekday)


def nearest(gap: Open, base: Period, way: int) -> Period | None:
    """The gap filled nearest to `base`: before it for `way` -1, after it for 1, by distance where it is 0.

    With `gap.way` set ("last April") the base itself is no answer; without, it is the best one. In a narrative (way ONWARD)
    the year is the one that the story has reached.
    """
    if gap.decade is not None:
        return decade(gap.decade, base)
    if gap.weekday is not None and gap.month is None:
        return near_weekday(gap, base, way) if gap.day is None else near_numbered(gap, base, way)
    if gap.month is None and gap.day is not None:
        y, m, _ = base.first()
        return day(y, m, gap.day)
    if way == ONWARD:
        return onward(gap, base)
    if gap.way == 0:
        return in_year(gap, base.year)
    candidates = [found for y in range(base.year - 2, base.year + 3) if (found := in_year(gap, y)) is not None]
    return by_way(candidates, base, way, strict=gap.way is not None)


def onward(gap: Open, base: Period) -> Period | None:
    """The gap filled in a story: inside the year told last, or close to the day or month told last, rather after than before."""
    if base.grain not in FINE and (found := in_year(gap, base.year)) is not None:
        return found
    candidates = [found for y in range(base.year - 1, base.year + 2) if (found := in_year(gap, y)) is not None]
    here = month_number(base)
    return min(
        candidates,
        key=lambda found: abs(month_number(found) - here) * (BACKWARD if month_number(found) < here else 1),
        default=None,
    )


def month_number(period: Period) -> int:
    y, m, _ = period.first()
    return y * 12 + m


def by_way(candidates: list[Period], base: Period, way: int, *, strict: bool) -> Period | None:
    if not candidates:
        return None
    grain = candidates[0].grain
    if base.grain != "day" and grain == "day":
        base = period_of("day", base)
    here = period_of(grain, base)
    if strict:
        side = [found for found in candidates if (found.n - here.n) * way > 0 and not (way < 0 and is_just_over(found, here))]
        return min(side, key=lambda found: abs(found.n - here.n), default=None)

    def distance(found: Period) -> tuple[float, int]:
        away = found.n - here.n
        return abs(away) * (weight(grain, way) if away * way < 0 else 1), away

    return min(candidates, key=distance)


def is_just_over(found: Period, here: Period) -> bool:
    """Whether a month is the one before, of the same year: in March "last February" is of the year before ("last month")."""
    return found.grain == "month" and found.n == here.n - 1 and found.year == here.year


def weight(grain: str, way: int) -> float:
    """How many times farther a period on the other side than the verb's counts."""
    if grain == "quarter" and way > 0:
        return AGAINST_QUARTER
    return AGAINST_MONTH if grain == "month" and way == PLAIN_PAST else AGAINST


def near_weekday(gap: Open, base: Period, way: int) -> Period:
    """A weekday (or weekend) around a day: its own day counts as past and as future, unless "last" or "next" is said."""
    week = period_of("week", base)
    own = period_of("day", base)
    if gap.weekday == WEEKEND:
        return near_weekend(week, own, way)
    found = weekday_of(gap.weekday or 1, week)
    if way > 0 or (way == 0 and gap.way == 0):
        while found < own or (found == own and gap.way == 1):
            found = found.shift(7)
        return found
    while found > own or (found == own and gap.way == -1):
        found = found.shift(-7)
    return found


def near_numbered(gap: Open, base: Period, way: int) -> Period | None:
    """A weekday with its number in the month ("Friday the 13th"): the nearest day that is both, in a year on each side."""
    here = period_of("day", base)
    found = [here.shift(n) for n in range(-DAYS, DAYS + 1)]
    fit = [one for one in found if one.first()[2] == gap.day and (one.n - 1) % 7 == (gap.weekday or 1) - 1]
    return by_way(fit, here, way, strict=False)


def near_weekend(week: Period, own: Period, way: int) -> Period:
    """The weekend: the past one early in the week, unless the verb looks ahead."""
    weekend = Period("weekend", week.n)
    saturday = week.n * 7 + 6
    return weekend.shift(-1) if way < 0 and own.n < saturday else weekend


def decade(tens: int, base: Period) -> Period:
    """For "The '90s": the last such decade that had begun."""
    now = period_of("decade", base).n
    return Period("decade", now - (now - tens) % 10)


def around(unit: str | None, period: Period) -> Period:
    """The unit that holds a day, if one is said; the weekend of a Monday or Tuesday is the one before it."""
    if not unit:
        return period
    if unit == "weekend" and period.grain == "day" and (period.n - 1) % 7 <= TUESDAY:
        return period_of(unit, period).shift(-1)
    return period_of(unit, period)
