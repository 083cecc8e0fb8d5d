"""A fraction in words or digits in; the share that it gives, or None where it is none, out."""

from __future__ import annotations

import re

from claimex.numbers import read_fraction, read_number
from claimex.quantities.amount import Amount, bounded
from claimex.quantities.units import unit_after

__all__ = ["share"]

HALF_OF = re.compile(r"[ -](?:an? |of an? )?", re.IGNORECASE)
WHOLE_AFTER = re.compile(r" (?:of|the|its|his|her|their|our|an?|as|that|those|these|all)\b", re.IGNORECASE)
PART_BEFORE = re.compile(r"\b(?:first|second|the|other|each|better|latter|top|bottom|opening|final|last)\s+$", re.IGNORECASE)
# What follows a share that stands by itself: "fell by a third.", "a quarter more".
CLOSED = re.compile(
    r" (?:of|the|as|that|its|his|her|their|our|my|to|more|a|an|in|by|over|since|from|and|or|when|after)\b|[.,;:)?!]|$",
    re.IGNORECASE,
)
LED = re.compile(
    r"\b(?:by|in|than|nearly|almost|about|over|under|to|roughly|around|only|just|least|up to|approximately|and|or|some)\s+$"
    r"|(?:^|[.\n\"“] ?)$",
    re.IGNORECASE,
)
OF = re.compile(r" in | out of ")
WHOLES = frozenset({*range(2, 11), 12, 15, 20, 25, 50, 100, 200, 500, 1000, 10000, 100000, 1000000})
MAX_PART = 10  # the largest denominator of a fraction in digits: "9/11" is a day
OF_SCALE = re.compile(r" of an? (thousand|million|billion|trillion)\b", re.IGNORECASE)
HALF_MORE = re.compile(r"\b(?:hour|day|week|month|year|decade|century|minute|mile|metre|meter|inch|foot)s? and $", re.IGNORECASE)
REACH = 12  # characters before a share that can say what it is


def share(text: str, start: int, end: int) -> Amount | None:
    """A share: "one in five", "two-thirds", "half of"; None for halves of matches, ordinals, and days in digits."""
    words = text[start:end].lower()
    if words == "half":
        return half(text, start, end)
    if not is_share(text, words, end):
        return None
    if words in {"a half", "one half"} and HALF_MORE.search(text, max(0, start - REACH), start):
        return None  # "an hour and a half"
    value = read_fraction(words)
    scale = OF_SCALE.match(text, end)
    if value is not None and scale is not None:  # "a quarter of a million"
        whole = round(value * (read_number(f"a {scale[1].lower()}") or 0))
        unit = unit_after(text, scale.end())
        end, name, kind = (unit.end, unit.name, unit.kind) if unit else (scale.end(), None, None)
        return bounded(text, Amount(start, end, start, scale.end(), whole, whole, whole, name, kind, "exact"))
    return None if value is None else made(text, start, end, float(f"{value:.12g}"))


def made(text: str, start: int, end: int, value: float) -> Amount:
    return bounded(text, Amount(start, end, start, end, value, value, value, None, "ratio", "exact", "fraction"))


def half(text: str, start: int, end: int) -> Amount | None:
    """Half of something, or half a unit ("half an hour"); None for the first half, half-time, half-hearted."""
    joined = HALF_OF.match(text, end)
    unit = unit_after(text, joined.end() - 1) if joined else None
    if unit is not None and unit.kind != "percent":
        return bounded(text, Amount(start, unit.end, start, end, 0.5, 0.5, 0.5, unit.name, unit.kind, "exact"))
    if PART_BEFORE.search(text, max(0, start - REACH), start):
        return None
    if WHOLE_AFTER.match(text, end) or (LED.search(text, max(0, start - REACH), start) and CLOSED.match(text, end)):
        return made(text, start, end, 0.5)
    return None


def is_share(text: str, words: str, end: int) -> bool:
    """Whether words that read as a fraction are one: not "9/11", "three in 2019", "a third man"."""
    if "/" in words:
        part, whole = words.split("/")
        return int(part) < int(whole) <= MAX_PART
    if " in " in words:
        return read_number(OF.split(words)[1].removeprefix("every ")) in WHOLES and unit_after(text, end) is None
    if not words.startswith(("a ", "an ")):
        return True
    closed = CLOSED.match(text, end)
    return closed is not None and (words.endswith("quarter") or closed[0] != ",")  # "the first ..., a third, Smith, ..."
