"""A TIMEX3 value, or a period and its part, in; the first and last day (or time) that it can mean, out."""

from __future__ import annotations

import re
from datetime import date

from claimex.dates.period import Period, from_value, iso, month, ymd

__all__ = ["MOD_PARTS", "interval", "part_of"]

EARLY_LATE = 3  # the start, middle and end of a period are its thirds; of a month 1-10, 11-20, 21-31


def part_of(period: Period, k: int, n: int) -> tuple[str, str]:
    """First and last day of part `k` (from 1) of `n` parts of a period: whole months where they divide it, else days.

    The second half of a month begins on day 15 or 16, so that the halves differ by one day at most.
    """
    (y1, m1, d1), (y2, m2, d2) = period.first(), period.last()
    months = (y2 - y1) * 12 + m2 - m1 + 1
    if d1 == 1 and months % n == 0:
        size = months // n
        start = month(y1, m1).shift((k - 1) * size)
        return start.days()[0], start.shift(size - 1).days()[1]
    if y1 < 1:
        return period.days()
    first, last = date(y1, m1, d1).toordinal(), date(y2, m2, d2).toordinal()
    count = last - first + 1
    begin = first + (k - 1) * count // n
    return iso(*ymd(begin)), iso(*ymd(max(begin, first + k * count // n - 1)))  # a weekend has fewer days than thirds


MOD_PARTS = {"START": (1, EARLY_LATE), "MID": (2, EARLY_LATE), "END": (3, EARLY_LATE)}
CLOCK = re.compile(r"(?P<day>.{10})T(?P<hour>\d\d)(?::(?P<minute>\d\d))?(?::(?P<second>\d\d))?")
DAYPARTS = {"TMO": ("06:00", "11:59"), "TAF": ("12:00", "17:59"), "TEV": ("18:00", "23:59"), "TNI": ("18:00", "23:59"),
            "TDT": ("08:00", "17:59")}  # fmt: skip


def interval(value: str, mod: str | None = None) -> tuple[str | None, str | None]:
    """The first and last day (or ISO time) that a TIMEX3 value can mean, both inclusive; nulls where it is no calendar value."""
    if "/" in value:
        first, _, second = value.partition("/")
        return interval(first)[0], interval(second)[1]
    if "T" in value[:14] and not value.startswith("P"):
        return clock_interval(value, mod)
    period = from_value(value)
    if period is None:
        return None, None
    if mod in MOD_PARTS and period.grain != "day":
        return part_of(period, *MOD_PARTS[mod])
    return period.days()


def clock_interval(value: str, mod: str | None = None) -> tuple[str | None, str | None]:
    """From the first to the last second of an hour, minute or part of a day."""
    head, _, part = value.partition("T")
    held = from_value(head)
    if held is None or held.grain != "day":
        return None, None
    if (hours := DAYPARTS.get("T" + part)) is not None:
        early = part == "MO" and mod == "START"  # "early on Friday morning" can be long before six
        return f"{head}T{'00:00' if early else hours[0]}", f"{head}T{hours[1]}"
    match = CLOCK.fullmatch(value)
    if match is None:
        return None, None
    if match["hour"] == "24":
        head, value = held.shift(1).value, f"{held.shift(1).value}T00:00"
        return value, value
    if match["minute"] is None:
        return f"{head}T{match['hour']}:00", f"{head}T{match['hour']}:59"
    return value, value
