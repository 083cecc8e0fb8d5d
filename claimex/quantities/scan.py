"""A text in; the amounts that its characters alone show, out: number or range, unit, bound. Needs no parse.

What only the sentence can tell (a name's number, a counted noun, an age after a name) is left to `find`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.numbers import FRACTION, NUMBER, SCALE, START, any_of, read_number
from claimex.quantities.amount import Amount, bounded
from claimex.quantities.beside import AGED, CLOCK, MINUS, NO_LIMIT, OLD, RANK, is_label, is_million
from claimex.quantities.scores import SCORE, read_score
from claimex.quantities.shares import share
from claimex.quantities.units import Unit, currency_before, unit_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.quantities.quantity import Approx

__all__ = ["Amount", "scan"]

LEFT = r"(?<![\w@/\\])(?<![A-Za-z0-9][-–.,:])(?<![A-Za-z]['’])"
NOT_NUMBER = r"(?!\d|[:/]\d|[.,]\d|(?:st|nd|rd|th)\b|['’]?s\b)"
NUMBERS = re.compile(
    rf"{LEFT}(?:(?P<score>{SCORE})|(?!half[ -]an?[ -]{SCALE}\b)(?P<fraction>{FRACTION})(?![\w-])"
    rf"|(?={START}))",
    re.IGNORECASE,
)
WHOLE = re.compile(rf"{NUMBER}{NOT_NUMBER}", re.IGNORECASE)  # compiled once: it is most of what this module takes to load
NEXT = re.compile(r"(?P<join> ?[-–—] ?| to | or | and )(?:(?:US|A|C|HK|NZ)?[$£€¥])?", re.IGNORECASE)
RANGED = re.compile(
    rf"(?:between|rang(?:e|es|ed|ing) (?:in age )?from|anywhere from|{NO_LIMIT}aged? from|var(?:y|ies|ied|ying) from)"
    r"\s+\S{0,3}$",
    re.IGNORECASE,
)
FROM = re.compile(
    r"\b(?:from|grew|rose|fell|increased|up|down|went|jumped|climbed|dropped|slid|slipped|tumbled|surged|soared|sank|plunged|gained"
    r"|lost|advanced|declined|added|eased|retreated|rallied|slumped|shed|decreased|dipped) \S{0,3}$",
    re.IGNORECASE,
)
BY = re.compile(r"\bby (?:about |around |nearly |almost )?\S{0,3}$", re.IGNORECASE)
APART = 4  # times that the second is at least as large where "by 2 to 9" gives the move and the level, no range
BETWEEN = re.compile(r"\bbetween\s+(?:an? |about |around )?\S{0,3}$", re.IGNORECASE)
MARGIN = re.compile(r"[^\S\n]?(?:±|\+/-)[^\S\n]?\d[\d.,]{0,12}(?<![.,])")
VAGUE = re.compile(
    rf"{any_of(('tens', 'scores', 'dozens', 'hundreds', 'thousands', 'millions', 'billions', 'trillions', 'lakhs', 'crores'))}\b",
    re.IGNORECASE,
)
FEW = re.compile(r"(?:several|a few|a couple)\b", re.IGNORECASE)


def scan(text: str) -> Iterator[Amount]:
    """Every amount of a text, in order; they do not overlap."""
    at = 0
    while found := NUMBERS.search(text, at):
        number = WHOLE.match(text, found.start())
        amount = read(text, found, number)
        if amount is None:
            at = skip(found, number)
            continue
        yield amount
        at = max(amount.end, found.start() + 1)


def skip(found: re.Match[str], number: re.Match[str] | None) -> int:
    """Where to look again behind a number that is no amount: behind its digits, or behind its first word."""
    if found[0]:
        return found.start() + len(found[0].split(" ", 1)[0])
    return found.start() + 1 if number is None else number.end()


def read(text: str, found: re.Match[str], number: re.Match[str] | None) -> Amount | None:
    """What the number found is: score, fraction, or number with its range and unit; None for a clock time or a label."""
    start = found.start()
    if found["score"]:
        score = read_score(text, start, found.end())
        if score is not None:
            return Amount(start, found.end(), start, found.end(), score, None, None, None, "score", "exact", "score")
    if found["fraction"]:
        amount = share(text, start, found.end())
        if amount is not None:
            return amount
    if number is None or CLOCK.match(text, number.end()):
        return None
    return measured(text, start, number.end())


def measured(text: str, start: int, end: int) -> Amount | None:
    """A number from `start` to `end` with its sign or unit, its range and its bound."""
    money = currency_before(text, start)
    end = without_metres(text, end, money)
    value = read_number(text[start:end])
    if value is None:
        return None
    first = money.end if money else start
    before = text[max(0, first - 24) : first]
    rank = RANK.search(before) if money is None else None
    if rank and rank[0].strip() in {"No", "ranked", "seeded"} and not text[start].isdigit():
        rank = None  # "No one"
    if rank:
        return Amount(first - len(before) + rank.start(), end, start, end, value, value, value, None, "rank", "exact")
    more = text[end : end + 1] == "+"  # "18+ years"
    margin = MARGIN.match(text, end)  # "40.3 ± 0.1 days"
    unit = money or unit_after(text, margin.end() if margin else end + more)
    if unit is None and is_label(text, start, end):
        return None
    form = "vague" if VAGUE.match(text, start) or FEW.match(text, start) else "number"
    last = end if money is not None or unit is None else unit.end
    name, kind = (unit.name, unit.kind) if unit else (None, None)
    below = MINUS.search(text, max(0, first - 6), first) if kind in {"temperature", "percent"} else None
    if below:
        first, value = below.start(), -value
    amount = Amount(first, last, start, end, value, value, value, name, kind, "exact", form)
    if more and last > end + 1:
        amount = replace(amount, approx="over")
    amount = with_range(text, amount, money)
    return bounded(text, with_age(text, amount))


def without_metres(text: str, end: int, money: Unit | None) -> int:
    """The end of the number without a final "m" that stands for metres, not for a million."""
    metres = text[end - 1] == "m" and text[end - 2].isdigit() and money is None and not is_million(text, end)
    return end - 1 if metres else end


def next_number(text: str, end: int) -> tuple[str, int, int] | None:
    """The word that joins another number to the one that ends at `end`, and where that other one begins and ends."""
    join = NEXT.match(text, end)
    number = WHOLE.match(text, join.end()) if join else None
    return (join["join"].strip().lower(), number.start(), number.end()) if join and number else None


def with_range(text: str, amount: Amount, money: Unit | None) -> Amount:
    """The amount with the one after "to", "-" or "or", where the two are the ends of a range."""
    joined = next_number(text, amount.last) or next_number(text, amount.end)
    if joined is None or amount.form == "vague":
        return amount
    join, begin, end = joined
    before = text[max(0, amount.start - 24) : amount.start]
    other = money is None and amount.unit is not None and currency_before(text, begin) is not None
    if other or (join == "and") != bool(BETWEEN.search(before)):  # "rose 9% to $2.8 million" is no range
        return amount
    end = without_metres(text, end, money)
    high, low = read_number(text[begin:end]), amount.value
    unit = None if money else unit_after(text, end)
    if join == "to" and FROM.search(before) and not RANGED.search(before):  # two amounts; the second's unit is the first's too
        return amount if unit is None or amount.unit else replace(amount, unit=unit.name, kind=unit.kind)
    if (
        high is None
        or not isinstance(low, (int, float))
        or (join == "to" and is_reached(before, low, high, unit))
        or (amount.last != amount.end and unit and unit.name != amount.unit)
    ):
        return amount
    if (
        low < high
        and re.search(r"[a-z]", text[begin:end].lower())
        and not re.search(r"[a-z]", text[amount.first : amount.last].lower())
    ):
        scaled = read_number(text[amount.first : amount.last] + re.sub(r"^[\d.,]+", "", text[begin:end]))
        low = scaled if scaled is not None and scaled < high else low  # "10 to 15 million" counts millions twice
    elif join == "to" and (scaled := with_scale(text[amount.first : amount.last], text[begin:end])) is not None:
        low = scaled if low < scaled < high else low  # "two to three hundred"
    if low >= high or (join == "or" and high > 4 * low):
        return amount
    start = amount.start
    if join == "and":
        start = BETWEEN.search(text, max(0, start - 24), start).start()  # type: ignore[union-attr]
    name, kind, last = (unit.name, unit.kind, unit.end) if unit else (amount.unit, amount.kind, end)
    about: Approx = "about" if join == "or" else "exact"
    return Amount(start, last, amount.first, end, None, low, high, name, kind, about, "range")


def is_reached(before: str, low: float, high: float, unit: Unit | None) -> bool:
    """Whether the second number is where a level went, not the end of a range: "fell by one to 554"."""
    return unit is None and BY.search(before) is not None and high >= APART * low


def with_scale(low: str, high: str) -> int | float | None:
    """The lower end of a range in words with the scale that only the upper one has: "two" before "three hundred" is 200."""
    scale = re.search(rf" ({SCALE})$", high, re.IGNORECASE)
    if scale is None or re.search(rf"{SCALE}$", low, re.IGNORECASE):
        return None
    scaled = read_number(f"{low} {scale[1]}")
    return scaled if isinstance(scaled, (int, float)) else None


def with_age(text: str, amount: Amount) -> Amount:
    """The amount as an age, where "aged" stands before or "old" behind it."""
    if amount.kind not in {None, "duration"}:
        return amount
    aged = AGED.search(text, max(0, amount.start - 24), amount.start)
    old = OLD.match(text, amount.end) or OLD.match(text, amount.last)
    if old:
        return replace(amount, end=old.end(), kind="age", unit=amount.unit or "years")
    if aged and (amount.kind == "duration" or amount.value is None or (isinstance(amount.value, int) and amount.value < 130)):  # noqa: PLR2004
        return replace(amount, start=aged.start(), kind="age", unit=amount.unit or "years")
    return amount
