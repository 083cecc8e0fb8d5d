"""A holiday's name and a year in; its day out. Fixed days, days counted from Easter, nth weekdays of a month, and a table."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from claimex.dates.period import Period, day
from claimex.dates.vocabulary import WORDS
from claimex.lists import lines

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


@cache
def moving() -> dict[str, dict[int, tuple[int, int]]]:
    """Name -> year -> month and day of the holidays of other calendars, as far as the table goes."""
    head, *rows = lines("claimex.dates", "moving.txt")
    names = [name.strip() for name in head.split("|")[1:]]
    found: dict[str, dict[int, tuple[int, int]]] = {name: {} for name in names}
    for row in rows:
        y, *days = row.split()
        for name, when in zip(names, days, strict=True):
            if when != "-":
                found[name][int(y)] = int(when[:2]), int(when[3:])
    return found


def plain_name(text: str) -> str:
    return text.replace("'", "").replace("-", " ")


RULES = {plain_name(name): str(rule) for name, rule in WORDS["holidays"].items()}


def holiday(name: str, y: int) -> Period | None:
    """The day of a holiday of words.toml in a year."""
    rule = RULES.get(plain_name(name))
    if rule is None or not 1 < y < date.max.year:
        return None
    if rule.startswith("moving"):
        return of_table(rule.removeprefix("moving "), y)
    if rule.startswith("easter"):
        return Period("day", (easter(y) + timedelta(days=int(rule.removeprefix("easter")))).toordinal())
    match = NTH.fullmatch(rule)
    if match is None:
        return day(y, int(rule[:2]), int(rule[3:]))
    return Period("day", (nth(match, y) + timedelta(days=int(match["more"] or 0))).toordinal())


def of_table(rule: str, y: int) -> Period | None:
    """The day of a holiday of another calendar; "-1" behind its name is the day before."""
    name = rule.removesuffix("-1")
    found = moving().get(name, {}).get(y)
    when = day(y, *found) if found is not None else None
    return when.shift(-1) if when is not None and name != rule else when


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
