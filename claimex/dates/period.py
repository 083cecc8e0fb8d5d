"""A period of the calendar as a grain and a count, so that all arithmetic is addition; to and from TIMEX3 values and days.

The month of March 1999 is ("month", 1999 * 12 + 2); the month before it has one less. Years before Christ count as
astronomers do: 1 BC is 0, 490 BC is -489.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Period", "day", "from_value", "iso", "month", "moved", "period_of", "year", "ymd"]

SEASONS = ("SP", "SU", "FA", "WI")
DAYS = {"day": 1, "week": 7, "weekend": 7}
YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
PARTS = {"half": (2, 6), "quarter": (4, 3)}  # how many there are in a year, and their months


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Period number `n` of its grain: day, week, weekend, month, season, quarter, half, year, decade, century, millennium."""

    grain: str
    n: int

    def shift(self, n: int) -> Period:
        return Period(self.grain, self.n + n)

    def exists(self) -> bool:
        """Whether Python's calendar has its days; periods of months and years are counted beyond it."""
        size = DAYS.get(self.grain)
        return size is None or 0 < self.n * size <= date.max.toordinal() - 2 * size

    @property
    def year(self) -> int:
        """The year that it begins in."""
        return self.first()[0]

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return VALUES[self.grain](self.n)

    def first(self) -> tuple[int, int, int]:
        """Year, month and day that it begins on."""
        return FIRST[self.grain](self.n)

    def last(self) -> tuple[int, int, int]:
        """Year, month and day that it ends on."""
        if self.grain == "weekend":
            return ymd(self.n * 7 + 7)
        y, m, d = self.shift(1).first()
        if d > 1:
            return ymd(date(y, m, d).toordinal() - 1)
        y, m = (y, m - 1) if m > 1 else (y - 1, 12)
        return y, m, month_days(y, m)

    def days(self) -> tuple[str, str]:
        """First and last day, as ISO days; ISO 8601 writes years before 1 with a sign."""
        return iso(*self.first()), iso(*self.last())


def month_days(y: int, m: int) -> int:
    return monthrange(y, m)[1] if 0 < y < date.max.year else monthrange(2000 + y % 400, m)[1]


def ymd(ordinal: int) -> tuple[int, int, int]:
    """The day with this ordinal; days outside Python's calendar are cut to its ends."""
    d = date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
    return d.year, d.month, d.day


def iso(y: int, m: int, d: int) -> str:
    return f"{'-' if y < 0 else ''}{abs(y):04}-{m:02}-{d:02}"


def first_year(n: int, size: int) -> int:
    """The year that a decade or century begins in; -49 is the one of the years 489 to 480 before Christ."""
    return n * size if n >= 0 else 2 + n * size


def of_month(k: int) -> tuple[int, int, int]:
    return k // 12, k % 12 + 1, 1


FIRST: dict[str, Callable[[int], tuple[int, int, int]]] = {
    "day": ymd,
    "week": lambda n: ymd(n * 7 + 1),
    "weekend": lambda n: ymd(n * 7 + 6),
    "month": of_month,
    "season": lambda n: of_month(n * 3 + 2),  # spring begins in March, winter in December
    "quarter": lambda n: of_month(n * 3),
    "half": lambda n: of_month(n * 6),
    "year": lambda n: (n, 1, 1),
    "decade": lambda n: (first_year(n, 10), 1, 1),
    "century": lambda n: (first_year(n, 100), 1, 1),
    "millennium": lambda n: (first_year(n, 1000), 1, 1),
}


def year_value(n: int) -> str:
    return f"{n:04}" if n > 0 else f"BC{1 - n:04}"


def week_value(n: int) -> str:
    y, w, _ = date(*ymd(n * 7 + 1)).isocalendar()
    return f"{y:04}-W{w:02}"


def round_value(n: int, digits: int) -> str:
    """A decade or century: the year's digits without the last; before Christ the digits of its years."""
    return f"{n:0{digits}}" if n >= 0 else f"BC{-n - 1:0{digits}}"


VALUES: dict[str, Callable[[int], str]] = {
    "day": lambda n: iso(*ymd(n)),
    "week": week_value,
    "weekend": lambda n: week_value(n) + "-WE",
    "month": lambda n: f"{year_value(n // 12)}-{n % 12 + 1:02}",
    "season": lambda n: f"{year_value(n // 4)}-{SEASONS[n % 4]}",
    "quarter": lambda n: f"{year_value(n // 4)}-Q{n % 4 + 1}",
    "half": lambda n: f"{year_value(n // 2)}-H{n % 2 + 1}",
    "year": year_value,
    "decade": lambda n: round_value(n, 3),
    "century": lambda n: round_value(n, 2),
    "millennium": lambda n: round_value(n, 1),
}


def day(y: int, m: int, d: int) -> Period | None:
    """A calendar day, if there is one."""
    if not (0 < y < date.max.year and 1 <= m <= 12 and 1 <= d <= monthrange(y, m)[1]):  # noqa: PLR2004  # months
        return None
    return Period("day", date(y, m, d).toordinal())


def month(y: int, m: int) -> Period:
    return Period("month", y * 12 + m - 1)


def year(y: int) -> Period:
    return Period("year", y)


def period_of(grain: str, of: Period) -> Period:
    """The period of `grain` that holds the first day of another one."""
    if grain == of.grain:
        return of
    y, m, d = of.first()
    if grain in YEARS:
        return Period(grain, y // YEARS[grain] if y > 0 or grain == "year" else -((1 - y) // YEARS[grain]) - 1)
    if grain in PARTS:
        count, months = PARTS[grain]
        return Period(grain, y * count + (m - 1) // months)
    if grain == "month":
        return month(y, m)
    if grain == "season":
        return Period("season", (y * 12 + m - 3) // 3)
    ordinal = date(min(max(y, 1), date.max.year - 1), m, d).toordinal()
    return Period(grain, ordinal if grain == "day" else (ordinal - 1) // 7)


def moved(base: Period, n: int, letter: str) -> Period:
    """The day `n` units from another; the month's last day where it has no such day."""
    if letter in "DW":
        return base.shift(n * (7 if letter == "W" else 1))
    y, m, d = base.first()
    months = Period("month", y * 12 + m - 1).shift(n * (12 if letter == "Y" else 1))
    return period_of("day", months).shift(min(d, months.last()[2]) - 1)


PATTERN = re.compile(
    r"(?P<year>BC\d{4}|\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<we>-WE)?|-Q(?P<quarter>[1-4])|-H(?P<half>[12])"
    r"|-(?P<season>SP|SU|FA|WI))?|(?:BC)?(?P<decade>\d{3})|(?:BC)?(?P<century>\d\d)|(?:BC)?(?P<millennium>\d)"
)


def from_value(value: str) -> Period | None:
    """The period of a TIMEX3 date value; None for times, durations, sets, references and vague ones."""
    match = PATTERN.fullmatch(value)
    if match is None:
        return None
    for grain in ("decade", "century", "millennium"):
        if match[grain] is not None:
            return Period(grain, -int(match[grain]) - 1 if value.startswith("BC") else int(match[grain]))
    y = 1 - int(match["year"][2:]) if match["year"].startswith("BC") else int(match["year"])
    return within_year(match, y)


def within_year(match: re.Match[str], y: int) -> Period | None:
    """The period of a value that begins with a year."""
    if match["day"]:
        return day(y, int(match["month"]), int(match["day"]))
    if match["month"]:
        return month(y, int(match["month"])) if int(match["month"]) in range(1, 13) else None
    if match["week"]:
        return week(y, int(match["week"]), "weekend" if match["we"] else "week")
    for part, (count, _) in PARTS.items():
        if match[part]:
            return Period(part, y * count + int(match[part]) - 1)
    return Period("season", y * len(SEASONS) + SEASONS.index(match["season"])) if match["season"] else year(y)


def week(y: int, w: int, grain: str) -> Period | None:
    """The week (or its weekend) of an ISO year, if it has one of that number."""
    if not 1 <= w <= date(y, 12, 28).isocalendar().week:
        return None
    return Period(grain, (date.fromisocalendar(y, w, 1).toordinal() - 1) // 7)
