"""A TIMEX3 value in; the same time in English, as a noun ("4 March 2011") and as an adverbial ("on 4 March 2011"), out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimex.dates.timex import Timex

__all__ = ["Worded", "day_words", "in_words", "short_words"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
PARTS = {"MO": "morning", "MI": "middle of the day", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "day"}
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
ORDINALS = ("first", "second", "third", "fourth")
EDGES = {"START": "early ", "MID": "mid-", "END": "late "}
LEADS = {"START": "early ", "END": "late "}
BOUNDS = {"BEFORE": "before", "AFTER": "after"}

DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
PART_OF_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T(MO|MI|AF|EV|NI|DT)")
CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)")
PERIOD = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|AU|WI))")
WEEK = re.compile(r"\d{4}-W\d\d(-WE)?")


@dataclass(frozen=True, slots=True)
class Worded:
    """A time as a noun and the preposition that makes it an adverbial; `attributive` if it can stand before a noun.

    `lead` is "early" or "late" where only the adverbial can say so ("late on 4 March 2011").
    """

    noun: str
    preposition: str
    attributive: bool = False
    lead: str = ""

    @property
    def adverbial(self) -> str:
        return f"{self.lead}{self.preposition} {self.noun}"


def day_words(iso: str) -> str:
    """An ISO day, month or year in words: "2011-03-04" -> "4 March 2011", "2011" -> "2011"; a time of day is left out."""
    match = DAY.match(iso)
    if match is None:
        return iso
    year, month, day = match.groups()
    name = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {name}" if day else name


def short_words(iso: str) -> str:
    """As `day_words`, with the preposition: "on 4 March 2011", "in 2011"."""
    return f"{'on' if len(iso) >= len('2011-03-04') else 'in'} {day_words(iso)}"


def in_words(timex: Timex) -> Worded | None:
    """The expression's value in English; None where there is no plain way to say it."""
    value = timex.value
    if value is None or timex.type not in {"DATE", "TIME"} or value.endswith("_REF"):
        return None
    worded = by_day(value) or by_period(value, timex)
    if worded is None or timex.mod is None:
        return worded
    return with_mod(worded, value, timex.mod)


def by_day(value: str) -> Worded | None:
    if re.fullmatch(r"[12]\d{3}", value):
        return Worded(value, "in", attributive=True)
    if match := DAY.fullmatch(value):
        if int(match[2]) not in range(1, 13):
            return None
        return Worded(day_words(value), "on" if match[3] else "in", attributive=True)
    if match := PART_OF_DAY.fullmatch(value):
        return Worded(f"the {PARTS[match[2]]} of {day_words(match[1])}", "on")
    if match := CLOCK.match(value):
        return Worded(f"{match[2]} on {day_words(match[1])}", "at")
    return None


def by_period(value: str, timex: Timex) -> Worded | None:
    if match := PERIOD.fullmatch(value):
        year, quarter, half, season = match.groups()
        if season:
            return Worded(f"the {SEASONS[season]} of {year}", "in")
        part = "quarter" if quarter else "half"
        return Worded(f"the {ORDINALS[int(quarter or half) - 1]} {part} of {year}", "in")
    if (match := WEEK.fullmatch(value)) and timex.from_:
        day = day_words(timex.from_.partition("T")[0])
        return Worded(f"the week{'end' if match[1] else ''} of {day}", "on" if match[1] else "in")
    if re.fullmatch(r"[12]\d\d", value):
        return Worded(f"the {value}0s", "in")
    return None


def with_mod(worded: Worded, value: str, mod: str) -> Worded | None:
    long = re.fullmatch(r"\d{4}(-\d\d)?", value) is not None
    if mod in EDGES and long:
        return Worded(EDGES[mod] + worded.noun, "in")
    if mod in LEADS:
        return Worded(worded.noun, worded.preposition, lead=LEADS[mod])
    if mod == "APPROX":
        return Worded(f"about {worded.noun}", worded.preposition)
    if mod in BOUNDS:
        return Worded(worded.noun, BOUNDS[mod])
    return None
