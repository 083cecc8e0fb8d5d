"""Amounts in the sentence: which of those scanned are amounts at all, and what they count."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimex.quantities.amount import Amount
from claimex.quantities.bounds import bound_after
from claimex.quantities.judge import counts_one, in_name, is_age, is_share, is_version, is_year
from claimex.quantities.partitive import with_wholes
from claimex.quantities.quantity import Quantities, Quantity
from claimex.quantities.scan import scan
from claimex.spans import Extent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from claimex.dates.timex import Dates
    from claimex.names.entity import Names

__all__ = ["find_quantities"]

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "RB"})
DETERMINERS = frozenset({"DT", "PRP$", "PDT"})
MAX_NOUN = 6  # tokens from the number to the end of the noun that it counts
MOST = re.compile(
    r"\b(?:(?:the |an? )?(?:(?:vast|overwhelming|great|large|slim|clear|narrow) )?majority(?= of\b)|most(?= of\b| [a-z]))",
    re.IGNORECASE,
)
MAGNITUDE = re.compile(r"\bmagnitude(?: of| was|,)? (?:a )?$", re.IGNORECASE)
JOINED = re.compile(r" ?- ?(?P<noun>[A-Za-z]{2,20})\b")
QUAKES = frozenset({"earthquake", "quake", "tremor", "temblor", "aftershock", "earthquakes", "aftershocks"})  # "a 5.0 quake"
MAX_BETWEEN = 24  # characters of modifiers between a number and the noun it counts
TWICE = re.compile(r"\b(?:twice|thrice)\b", re.IGNORECASE)
# "Two-to-one", "one-off", "two-way": no count of what stands behind the hyphen.
PAIRED = frozenset({
    "off", "bit", "sided", "time", "way", "on", "to", "of", "dimensional", "pronged", "handed", "and", "in", "up",
    "something", "some", "one", "for", "by", "plus", "or", "a", "an", "the",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ground:
    """One article as this layer reads it; `text` and `starts` (of the tokens) once, since a Doc makes them anew each time."""

    doc: Doc
    text: str
    starts: list[int]
    names: Names
    dates: Dates


def find_quantities(doc: Doc, names: Names, dates: Dates, *, text: str | None = None) -> Quantities:
    """Every amount of `doc`, without dates, times and numbers inside names; `text` is its text, if it is at hand."""
    ground = Ground(doc, doc.text if text is None else text, doc.to_array("IDX").tolist(), names, dates)
    found = [item for amount in scan(ground.text) if (item := settled(ground, amount)) is not None]
    items = apart(sorted([*found, *words_of_share(ground)], key=lambda item: (item.start, -item.end)))
    items = with_wholes(ground.text, items)
    return Quantities(tuple(quantity(ground.starts, n, item) for n, item in enumerate(items, 1)))


def place(starts: list[int], start: int, end: int) -> Extent:
    """As `covering`, from the starts of all tokens: looking a place up must not walk a long article each time."""
    return Extent(start, end, max(0, bisect_right(starts, start) - 1), bisect_left(starts, end))


def apart(items: list[Amount]) -> list[Amount]:
    """The amounts without overlaps: a noun gives way to the next number, a second reading of the same words is dropped."""
    kept: list[Amount] = []
    for item in items:
        if kept and item.start < kept[-1].end:
            if item.start < kept[-1].last:
                continue
            kept[-1] = replace(kept[-1], end=kept[-1].last)
        kept.append(item)
    return kept


def quantity(starts: list[int], n: int, item: Amount) -> Quantity:
    at, number = place(starts, item.start, item.end), place(starts, item.first, item.last)
    return Quantity(f"q{n}", at, number, item.value, item.low, item.high, item.unit, item.kind or "count", item.approx)


def settled(ground: Ground, amount: Amount) -> Amount | None:
    """The amount with what its sentence tells: None if it is a date or part of a name; else its noun, or that it is an age."""
    doc, at = ground.doc, place(ground.starts, amount.first, amount.last)
    first, last = doc[at.i], doc[at.j - 1]
    timex = ground.dates.at(first.i)
    if timex is not None and timex.type != "DURATION" and amount.kind not in {"money", "percent", "score", "age"}:
        return None
    if amount.kind not in {None, "ratio"}:
        return during(ground, amount) if amount.kind == "duration" and amount.approx == "over" else amount
    if first.lower_ == "one" and amount.value == 1 and not counts_one(doc, first):
        return None
    if amount.kind is None:
        if in_name(doc, ground.names, first, last) or is_year(amount, last) or is_version(first, last):
            return None
        if is_age(doc, ground.names, amount, first, last):
            return replace(amount, kind="age", unit="years")
    hyphen = JOINED.match(ground.text, amount.end)
    named = hyphen is not None and hyphen[0].startswith(" ") and hyphen["noun"][0].isupper()  # "12 - Lee": a player's number
    return joined(ground, amount) if hyphen is not None and not named else counted(ground, amount, last)


def during(ground: Ground, amount: Amount) -> Amount:
    """The time itself, where "over" says in which time and not that it was longer: "four halls over three days"."""
    over = ground.doc[place(ground.starts, amount.start, amount.first).i]
    if over.lower_ != "over" or over.dep_ != "prep" or over.i == 0 or over.nbor(-1).tag_ == "IN":
        return amount
    return replace(amount, start=amount.first, approx="exact", low=amount.low, high=amount.low)


def joined(ground: Ground, amount: Amount) -> Amount | None:
    """The amount with the noun that a hyphen joins to it: "six-member", "7.8-magnitude"; None for "two-way" and the like."""
    found = JOINED.match(ground.text, amount.end)
    if found is None or amount.form not in {"number", "range"} or found["noun"].lower() in PAIRED:
        return None
    noun = found["noun"]
    return replace(amount, end=found.end(), unit=noun, kind="other" if noun == "magnitude" else "count")


def counted(ground: Ground, amount: Amount, last: Token) -> Amount | None:
    """The amount with the noun that it counts, behind it or after "of"."""
    doc, text = ground.doc, ground.text
    if MAGNITUDE.search(text, max(0, amount.start - 22), amount.start):
        return replace(amount, unit="magnitude", kind="other")
    i = last.i + 1
    of = i < len(doc) and doc[i].lower_ == "of"
    if not of and text[amount.first : amount.last].lower() in {"scores", "tens"}:
        return None
    kind = amount.kind or "count"
    run = noun_run(doc, i, share=kind == "ratio" or of)
    if run is None or bound_after(text, amount.end):
        return replace(amount, kind=kind)
    noun, end = words(ground, run)
    if doc[run[0]].lower_ == "magnitude" or (isinstance(amount.value, float) and noun.lower() in QUAKES):
        return replace(amount, unit="magnitude", kind="other")
    near = end - amount.end <= len(noun) + MAX_BETWEEN
    if kind == "ratio" or not near or (of and amount.form != "vague"):
        return replace(amount, unit=noun, kind=kind)
    found = replace(amount, end=end, unit=noun, kind=kind)
    more = bound_after(text, end)
    return found if more is None else with_bound(found, more)


def words(ground: Ground, run: tuple[int, int]) -> tuple[str, int]:
    """The text of tokens [i, j), and where it ends."""
    start, last = ground.starts[run[0]], ground.doc[run[1] - 1]
    end = last.idx + len(last.text)
    return ground.text[start:end], end


def with_bound(amount: Amount, bound: tuple[str, int]) -> Amount:
    approx, end = bound
    low = amount.low if approx == "over" else None
    high = amount.high if approx == "under" else None
    return replace(amount, end=end, approx=approx, low=low, high=high)  # type: ignore[arg-type]  # bounds gives only these


def noun_run(doc: Doc, i: int, *, share: bool) -> tuple[int, int] | None:
    """The tokens of the noun (with the nouns before it) that a number ending before token `i` counts; None if it counts none."""
    stop = min(len(doc), i + MAX_NOUN)
    if share:
        while i < stop and (doc[i].lower_ == "of" or doc[i].tag_ in DETERMINERS or is_whole(doc, i)):
            i += 1
    i, last = hyphened(doc, i)
    if last:
        return i, last
    stop = min(len(doc), i + MAX_NOUN)
    i = behind_modifiers(doc, i, stop, share=share)
    j = i
    while j < stop and doc[j].tag_ in NOUNS and not (j > i and doc[j].is_sent_start):
        j += 1
        if doc[j - 1].tag_ in {"NNS", "NNPS"} and not (j < stop and doc[j].tag_ in {"NNS", "NNPS"}):
            break
    if share and j > i and j + 2 < stop and doc[j].lower_ == "and" and doc[j - 1].tag_ == "NN" and doc[j + 2].tag_ == "NNS":
        return i, j + 3  # "thousands of opera and ballet fans"
    if j > i and j + 1 < stop and doc[j].tag_ == "POS" and doc[j + 1].tag_ in NOUNS | MODIFIERS:  # "two of the town's schools"
        return noun_run(doc, j + 1, share=share)
    if share and j > i and j + 1 < stop and doc[j].tag_ == "POS" and doc[j + 1].tag_ == "CD":  # "39 of the state's 40 delegates"
        return noun_run(doc, j + 2, share=False)
    if (
        j == i
        or doc[i].text in {"±", "+/-"}
        or (doc[j - 1].tag_ == "NNP" and doc[j - 1].ent_type_ in {"DATE", "TIME", "GPE", "PERSON"})
    ):
        return None
    return i, j


def is_whole(doc: Doc, i: int) -> bool:
    """Whether token `i` is the number of the whole that a part is taken of: "two of the five shops"."""
    if doc[i].tag_ == "JJ" and doc[i - 1].tag_ in DETERMINERS and i + 1 < len(doc):
        return bool(doc[i + 1].tag_ == "CD")  # "11 of its last 12 games"
    return bool(doc[i].tag_ == "CD" and doc[i - 1].tag_ in DETERMINERS | {"JJ"})


def behind_modifiers(doc: Doc, i: int, stop: int, *, share: bool) -> int:
    """Behind the words from token `i` that only describe; of a share also two joined ones: "hundreds of young and old fans"."""
    while i < stop and doc[i].tag_ in MODIFIERS and not doc[i].is_sent_start:
        i += 1
    return i + (share and i + 2 < stop and doc[i].lower_ == "and" and doc[i - 1].tag_ in MODIFIERS)


def hyphened(doc: Doc, i: int) -> tuple[int, int]:
    """Where to go on behind describing words ("day-to-day | things"), and 0; the ends of a noun ("fact-checkers")."""
    k = i
    while k + 2 < len(doc) and doc[k + 1].text == "-" and not doc[k].whitespace_ and not doc[k + 1].whitespace_:
        k += 2
    if k == i or k + 1 >= len(doc):
        return i, 0
    plural = doc[k].tag_ in {"NNS", "NNPS"}
    if doc[k].whitespace_ and doc[k + 1].tag_ in (NOUNS if plural else NOUNS | {"JJ", "VBN"}):
        return k + 1, 0
    return (i, k + 1) if plural else (i, 0)


def words_of_share(ground: Ground) -> Iterator[Amount]:
    """Shares and counts without a number: "most voters", "the majority of", "twice"."""
    for found in MOST.finditer(ground.text):
        last = ground.doc[place(ground.starts, found.start(), found.end()).j - 1]
        if is_share(ground.doc, last):
            run = noun_run(ground.doc, last.i + 1, share=True)
            unit = words(ground, run)[0] if run else None
            yield Amount(found.start(), found.end(), found.start(), found.end(), 0.5, 0.5, None, unit, "ratio", "over", "vague")
    for found in TWICE.finditer(ground.text):
        value = 2 if found[0].lower() == "twice" else 3
        yield Amount(found.start(), found.end(), found.start(), found.end(), value, value, value, "times", "count", "exact")
