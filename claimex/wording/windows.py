"""A claim's period in; the window of time in which its rank could be refuted, out."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claimex.families._family import Phrase, Window
from claimex.wording.dates import day_words

if TYPE_CHECKING:
    from claimex.dates.timex import Timex
    from claimex.families._family import Claim
    from claimex.layers import Layers

__all__ = ["back_window", "end_of", "last_dated", "period_date", "since", "span_words"]

DURATION = re.compile(r"P(\d{1,4})(Y|M|W|D|DE|CE)")
MONTHS = 12  # of the year 1, before which no window begins
YEARS = {"Y": 1, "DE": 10, "CE": 100}


def period_date(claim: Claim, layers: Layers) -> Timex | None:
    """The date or duration that the claim's rank is counted over."""
    found = claim.slots.get("period")
    return layers.dates[found.date] if isinstance(found, Phrase) and found.date else None


def end_of(claim: Claim, layers: Layers) -> str | None:
    """When it happened, by the claim's own date, or else the day of publication."""
    return own_date(claim, layers) or layers.dates.publication.value


def own_date(claim: Claim, layers: Layers) -> str | None:
    """When it happened, if the claim says so."""
    period = period_date(claim, layers)
    for id_ in claim.dates:
        timex = layers.dates[id_]
        if timex.from_ and timex.type in {"DATE", "TIME"} and (period is None or timex.id != period.id):
            value = timex.value or ""
            return value if re.fullmatch(r"\d{4}(-\d\d){0,2}", value) else (timex.to or timex.from_).partition("T")[0]
    return None


def last_dated(claim: Claim, layers: Layers) -> str | None:
    """When the last time was, for a claim that dates it."""
    return own_date(claim, layers) if claim.family == "rarity" and claim.slots.get("rank") == "last" else None


def back_window(claim: Claim, layers: Layers) -> Window | None:
    """From the period's beginning to the claim's own time, both excluded; None where no end is known."""
    period, end = period_date(claim, layers), end_of(claim, layers)
    if end is None:
        return None
    if period is None or period.value is None:
        return Window(None, end, open=True)
    if period.type == "DURATION":
        return counted_back(period.value, end)
    if period.from_ and period.to:
        first = end_of_named(period)
        return Window(first if first < end and not first.startswith("-") else None, end, open=True)
    return Window(None, end, open=True)


def end_of_named(period: Timex) -> str:
    """Where a named period ends: the year or month itself ("1999", which an open window leaves out), else its last day."""
    return cut(period.to or "", period.value or "")


def since(claim: Claim, layers: Layers) -> str | None:
    """The end of the period that stands after "since" in the claim's clause, where it is no slot of the claim."""
    doc, at = layers.doc, claim.clause
    found = next(
        (t for t in layers.dates.within(at.i, at.j) if t.to and t.at.i and doc[t.at.i - 1].lower_ in {"since", "after"}), None
    )
    return end_of_named(found) if found is not None else None


def counted_back(value: str, end: str) -> Window | None:
    """The window that "P23Y" gives before 2022-02-08: from 1999 to 2022-02."""
    match = DURATION.fullmatch(value)
    if match is None or end.startswith("-"):
        return Window(None, end, open=True)
    count, unit = int(match[1]), match[2]
    if unit in YEARS:
        year = int(end[:4]) - count * YEARS[unit]
        return Window(f"{year:04d}", end[:7], open=True) if year > 0 else None
    if unit == "M" and len(end) >= len("2022-02"):
        months = int(end[:4]) * 12 + int(end[5:7]) - 1 - count
        return Window(f"{months // 12:04d}-{months % 12 + 1:02d}", end, open=True) if months >= MONTHS else None
    if len(end) == len("2022-02-08") and unit in {"W", "D"}:
        last, length = date.fromisoformat(end), timedelta(days=count * (7 if unit == "W" else 1))
        return Window((last - length).isoformat(), end, open=True) if last - date.min > length else None
    return Window(None, end, open=True)


def cut(iso: str, value: str) -> str:
    """An ISO day, as the month or year that the expression names."""
    return iso[: len(value)] if re.fullmatch(r"\d{4}(-\d\d)?", value) else iso.partition("T")[0]


def span_words(window: Window | None) -> str:
    """The window in words: "between 1999 and February 2022", "before February 2022"."""
    if window is None or window.to is None:
        return "before"
    if window.from_ is None:
        return f"before {day_words(window.to)}"
    return f"between {day_words(window.from_)} and {day_words(window.to)}"
