"""A holiday's name and a year in; its day out. Fixed days, days counted from Easter, and the nth weekday of a month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimex.dates.period import Period, day
from claimex.dates.vocabulary import WORDS

__all__ = ["holiday"]

NTH = re.compile(r"(?P<weekday>mon|tue|thu|sun)(?P<n>-?\d)-(?P<month>\d\d)(?:\+(?P<more>\d))?")
WEEKDAYS = {"mon": 0, "tue": 1, "thu": 3, "sun": 6}


def easter(y: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus."""
    a, b, c = y % 19, y // 100, y % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    p = (a + 11 * h + 22 * m) // 451
    n, q = divmod(h + m - 7 * p + 114, 31)
    return date(y, n, q + 1)


def holiday(name: str, y: int) -> Period | None:
    """The day of a holiday of words.toml in a year."""
    key = (
        name
        if name in WORDS["holidays"]
        else next((k for k in WORDS["holidays"] if k.replace("'", "") == name.replace("'", "")), None)
    )
    if key is None or not 1 < y < date.max.year:
        return None
    rule = str(WORDS["holidays"][key])
    if rule.startswith("easter"):
        return Period("day", (easter(y) + timedelta(days=int(rule.removeprefix("easter")))).toordinal())
    match = NTH.fullmatch(rule)
    if match is None:
        return day(y, int(rule[:2]), int(rule[3:]))
    return Period("day", (nth(match, y) + timedelta(days=int(match["more"] or 0))).toordinal())


def nth(match: re.Match[str], y: int) -> date:
    m, n, weekday = int(match["month"]), int(match["n"]), WEEKDAYS[match["weekday"]]
    if n < 0:  # counted from the month's end
        last = date(y + m // 12, m % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(y, m, 2 if rule_skips_first(match) else 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))


def rule_skips_first(match: re.Match[str]) -> bool:
    """The American election day is the Tuesday after the first Monday, so never the first."""
    return match["weekday"] == "tue"
