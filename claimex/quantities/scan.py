"""A text in; the amounts that its characters alone show, out: number or range, unit, bound. Needs no parse.

What only the sentence can tell (a name's number, a counted noun, an age after a name) is left to `find`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimex.numbers import FRACTION, NUMBER, SCALE, SCALED, any_of, read_fraction, read_number
from claimex.quantities.bounds import bound_after, bound_before
from claimex.quantities.scores import SCORE, read_score
from claimex.quantities.units import Unit, currency_before, unit_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.quantities.quantity import Approx

__all__ = ["Amount", "scan"]

LEFT = r"(?<![\w@/\\])(?<![A-Za-z0-9][-–.,:])(?<![A-Za-z]['’])"
NOT_NUMBER = r"(?!\d|[:/]\d|[.,]\d|(?:st|nd|rd|th)\b|['’]?s\b)"
NUMBERS = re.compile(
    rf"{LEFT}(?:(?P<score>{SCORE})|(?!half[ -]an?[ -]{SCALE}\b)(?P<fraction>{FRACTION})(?![\w-])|(?P<number>{NUMBER}){NOT_NUMBER})",
    re.IGNORECASE,
)
SCALED_ONLY = re.compile(rf"(?:{SCALED}|{NUMBER}){NOT_NUMBER}", re.IGNORECASE)
NEXT = re.compile(
    rf"(?P<join> ?[-–—] ?| to | or | and )(?P<sign>(?:US|A|C|HK|NZ)?[$£€¥])?(?P<number>{NUMBER}){NOT_NUMBER}", re.IGNORECASE
)
RANGED = re.compile(
    r"(?:between|rang(?:e|es|ed|ing) (?:in age )?from|anywhere from|aged? from|var(?:y|ies|ied|ying) from)\s+\S{0,3}$",
    re.IGNORECASE,
)
FROM = re.compile(r"\b(?:from|grew|rose|fell|increased|up|down|went) \S{0,3}$", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+(?:an? |about |around )?\S{0,3}$", re.IGNORECASE)
# Words before a number that make it a label, and those that make it a rank.
LABEL = re.compile(
    r"\b(?:flight|room|section|article|chapter|page|pages|line|phase|level|route|highway|interstate|act|title|bill|resolution|type|tier"
    r"|group|channel|gate|pier|runway|unit|district|precinct|ward|zone|sector|block|volume|vol\.?|issue|episode|part|version|model|mark"
    r"|category|stage|step|day|week|game|round|lap|grade|year|class|row|seat|lane|engine|platform|terminal|warehouse|building|paragraph"
    r"|clause|amendment|proposition|prop|rule|sunday|saturday|friday|thursday|wednesday|tuesday|monday|figure|fig\.?|table|appendix|verse"
    r"|case|docket|lot|apartment|apt\.?|suite|studio|box|exhibit|hull|tel|telephone|phone|call|area code|isbn|rs|point|per)\s+(?:no\.? ?|number )?$",
    re.IGNORECASE,
)
RANK = re.compile(r"(?:\b(?:[Nn]o\.|[Nn]os\.|No|[Nn]umbers?|ranked|seeded)\s|[Nn]o\.|#|№)$")
CLOCK = re.compile(r"\s?(?:[ap]\.?m\b\.?|o['’]clock|GMT|UTC|hrs\b)", re.IGNORECASE)
PHONE = re.compile(r"\d{3}[-–]\d{4}\b(?!,)")
MINUS = re.compile(r"(?:\bminus |(?<![\w.])[-−])$", re.IGNORECASE)
AGED = re.compile(
    r"\b(?:aged|age|ages|age of|ages of|aged between|ages? from)\s+(?:between )?(?:about |around |just |only )?$", re.IGNORECASE
)
OLD = re.compile(r"(?:[ -]?(?:year|month|week|day|decade|century)s?)?[ -]olds?\b|[ -]years? of age\b", re.IGNORECASE)
PEOPLE = re.compile(r"\s(?:people|men|women|children|[a-z]{3,20}s)\b")
RACES = re.compile(
    r"\s(?:hurdles|finals|heats|metres|meters|races|sprints|titles|champions|steps|runners|waves|tunnels|buildings)\b"
)
HALF_OF = re.compile(r"[ -](?:an? |of an? )?", re.IGNORECASE)
SHARED = re.compile(
    r" (?:of|the|as|that|its|his|her|their|our|my|to|more|a|an)\b|[.,;:)?!]|$| (?:in|by|over|since|from|and|or|when|after)\b",
    re.IGNORECASE,
)
HALF_AFTER = re.compile(
    r"\b(?:by|in|than|nearly|almost|about|over|under|to|roughly|around|only|just|at least|up to|approximately|and|or|least|some)\s+$|(?:^|[.\n\"“] ?)$",
    re.IGNORECASE,
)
WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 200, 500, 1000, 10000, 100000, 1000000})
MAX_PART = 10  # the largest denominator of a fraction in digits: "9/11" is a day
VAGUE = re.compile(
    rf"{any_of(('tens', 'scores', 'dozens', 'hundreds', 'thousands', 'millions', 'billions', 'trillions', 'lakhs', 'crores'))}\b",
    re.IGNORECASE,
)
FEW = re.compile(r"(?:several|a few|a couple)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount by its characters: [start, end) with bound and unit, [first, last) the number words alone.

    `kind` is None where the sentence has to tell; `form` is how it was written: number, range, fraction, score, vague.
    """

    start: int
    end: int
    first: int
    last: int
    value: int | float | str | None
    low: int | float | None
    high: int | float | None
    unit: str | None
    kind: str | None
    approx: Approx
    form: str = "number"


def scan(text: str) -> Iterator[Amount]:
    """Every amount of a text, in order; they do not overlap."""
    at = 0
    while found := NUMBERS.search(text, at):
        amount = read(text, found)
        if amount is None:
            at = skip(found)
            continue
        yield amount
        at = max(amount.end, found.start() + 1)


def skip(found: re.Match[str]) -> int:
    """Where to look again behind a number that is no amount: behind its digits, or behind its first word."""
    words = found[0].split(" ", 1)
    return found.start() + len(words[0]) if found["number"] is None else found.end()


def read(text: str, found: re.Match[str]) -> Amount | None:
    """What the number found is: score, fraction, or number with its range and unit; None for a clock time or a label."""
    start = found.start()
    if found["score"]:
        score = read_score(text, start, found.end())
        if score is not None:
            return Amount(start, found.end(), start, found.end(), score, None, None, None, "score", "exact", "score")
    if found["fraction"]:
        amount = fraction(text, start, found.end())
        if amount is not None:
            return amount
    number = SCALED_ONLY.match(text, start)
    if number is None or CLOCK.match(text, number.end()):
        return None
    return measured(text, start, number.end())


def fraction(text: str, start: int, end: int) -> Amount | None:
    """A share: "one in five", "two-thirds", "half of"; None for halves of matches, ordinals, and days in digits."""
    words = text[start:end].lower()
    if words.startswith("half"):
        unit = unit_after(text, HALF_OF.match(text, end).end() - 1) if HALF_OF.match(text, end) else None  # type: ignore[union-attr]
        if unit is not None and unit.kind != "percent":
            return bounded(text, Amount(start, unit.end, start, end, 0.5, 0.5, 0.5, unit.name, unit.kind, "exact"))
        if not re.match(
            r" (?:of|the|its|his|her|their|our|an?|as|that|those|these|all)\b", text[end : end + 8], re.IGNORECASE
        ) and not (HALF_AFTER.search(text, max(0, start - 12), start) and SHARED.match(text, end)):
            return None
        if re.search(
            r"\b(?:first|second|the|other|each|better|latter|top|bottom|opening|final|last)\s+$",
            text[max(0, start - 10) : start],
            re.I,
        ):
            return None
    elif "/" in words:
        part, whole = words.split("/")
        if not int(part) < int(whole) <= MAX_PART:
            return None
    elif " in " in words or " out of " in words:
        whole_value = read_number(re.split(r" in | out of ", words)[1].removeprefix("every "))
        if " in " in words and (whole_value not in WHOLES or unit_after(text, end)):
            return None
    elif words.startswith(("a ", "an ")) and not SHARED.match(text, end):
        return None
    value = read_fraction(text[start:end])
    if value is None:
        return None
    value = float(f"{value:.12g}")
    return bounded(text, Amount(start, end, start, end, value, value, value, None, "ratio", "exact", "fraction"))


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
    if rank:
        return Amount(first - len(before) + rank.start(), end, start, end, value, value, value, None, "rank", "exact")
    unit = money or unit_after(text, end)
    if unit is None and (LABEL.search(before) or text[end : end + 1].isalpha() or PHONE.match(text, start)):
        return None
    form = "vague" if VAGUE.match(text, start) or FEW.match(text, start) else "number"
    last = end if money is not None or unit is None else unit.end
    name, kind = (unit.name, unit.kind) if unit else (None, None)
    below = MINUS.search(text, max(0, first - 6), first) if kind in {"temperature", "percent"} else None
    if below:
        first, value = below.start(), -value
    amount = Amount(first, last, start, end, value, value, value, name, kind, "exact", form)
    amount = with_range(text, amount, money)
    return bounded(text, with_age(text, amount))


def without_metres(text: str, end: int, money: Unit | None) -> int:
    """The end of the number without a final "m" that stands for metres, not for a million."""
    if text[end - 1] != "m" or not text[end - 2].isdigit() or money is not None:
        return end
    counted = PEOPLE.match(text, end) and not RACES.match(text, end)
    return end if counted else end - 1


def with_range(text: str, amount: Amount, money: Unit | None) -> Amount:
    """The amount with the one after "to", "-" or "or", where the two are the ends of a range."""
    found = NEXT.match(text, amount.last) or NEXT.match(text, amount.end)
    if found is None or amount.form == "vague":
        return amount
    join, end = found["join"].strip().lower(), found.end()
    before = text[max(0, amount.start - 24) : amount.start]
    if (join == "and") != bool(BETWEEN.search(before)):
        return amount
    end = without_metres(text, end, money)
    high, low = read_number(text[found.start("number") : end]), amount.value
    unit = None if money else unit_after(text, end)
    if join == "to" and FROM.search(before) and not RANGED.search(before):  # two amounts; the second's unit is the first's too
        return amount if unit is None or amount.unit else replace(amount, unit=unit.name, kind=unit.kind)
    if high is None or not isinstance(low, (int, float)) or (amount.last != amount.end and unit and unit.name != amount.unit):
        return amount
    if (
        low < high
        and re.search(r"[a-z]", text[found.start("number") : end].lower())
        and not re.search(r"[a-z]", text[amount.first : amount.last].lower())
    ):
        scaled = read_number(text[amount.first : amount.last] + re.sub(r"^[\d.,]+", "", text[found.start("number") : end]))
        low = scaled if scaled is not None and scaled < high else low  # "10 to 15 million" counts millions twice
    if low >= high or (join == "or" and high > 4 * low):
        return amount
    start = amount.start
    if join == "and":
        start = BETWEEN.search(text, max(0, start - 24), start).start()  # type: ignore[union-attr]
    name, kind, last = (unit.name, unit.kind, unit.end) if unit else (amount.unit, amount.kind, end)
    about: Approx = "about" if join == "or" else "exact"
    return Amount(start, last, amount.first, end, None, low, high, name, kind, about, "range")


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


def bounded(text: str, amount: Amount) -> Amount:
    """The amount with the words before and behind it that bound it."""
    before, behind = bound_before(text, amount.start), bound_after(text, amount.end)
    approx: Approx = "over" if amount.form == "vague" else amount.approx
    if amount.form == "vague" and text[amount.first : amount.first + 8].lower() == "a couple":
        approx = "about"
    start, end = amount.start, amount.end
    if before:
        approx, start = before
    if behind:
        approx, end = behind
    low = amount.low if approx in {"exact", "over"} or amount.form == "range" else None
    high = amount.high if approx in {"exact", "under"} or amount.form == "range" else None
    return replace(amount, start=start, end=end, approx=approx, low=low, high=high)
