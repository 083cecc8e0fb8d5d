"""Amounts in the sentence: which of those scanned are amounts at all, and what they count."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.quantities.amount import Amount
from claimex.quantities.bounds import bound_after
from claimex.quantities.judge import counts_one, in_name, is_age, is_share, is_year
from claimex.quantities.quantity import Quantities, Quantity
from claimex.quantities.scan import scan
from claimex.spans import covering

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
TWICE = re.compile(r"\b(?:twice|thrice)\b", re.IGNORECASE)
# "Two-to-one", "one-off", "two-way": no count of what stands behind the hyphen.
PAIRED = frozenset({
    "off", "sided", "time", "way", "on", "to", "of", "dimensional", "pronged", "handed", "and", "in", "up",
    "something", "some", "one", "for", "by", "plus", "or", "a", "an", "the",
})  # fmt: skip


def find_quantities(doc: Doc, names: Names, dates: Dates) -> Quantities:
    """Every amount of `doc`, without dates, times and numbers inside names."""
    found = [item for amount in scan(doc.text) if (item := settled(doc, names, dates, amount)) is not None]
    items = apart(sorted([*found, *words_of_share(doc)], key=lambda item: (item.start, -item.end)))
    return Quantities(tuple(quantity(doc, n, item) for n, item in enumerate(items, 1)))


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


def quantity(doc: Doc, n: int, item: Amount) -> Quantity:
    at, number = covering(doc, item.start, item.end), covering(doc, item.first, item.last)
    return Quantity(f"q{n}", at, number, item.value, item.low, item.high, item.unit, item.kind or "count", item.approx)


def settled(doc: Doc, names: Names, dates: Dates, amount: Amount) -> Amount | None:  # noqa: PLR0911  # each is one reason
    """The amount with what its sentence tells: None if it is a date or part of a name; else its noun, or that it is an age."""
    span = doc.char_span(amount.first, amount.last, alignment_mode="expand")
    if span is None:
        return None
    first, last = span[0], span[-1]
    timex = dates.at(first.i)
    if timex is not None and timex.type != "DURATION" and amount.kind not in {"money", "percent", "score", "age"}:
        return None
    if amount.kind not in {None, "ratio"}:
        return amount
    if amount.kind is None and (in_name(doc, names, first, last) or is_year(amount, last)):
        return None
    if first.lower_ == "one" and amount.value == 1 and not counts_one(doc, first):
        return None
    if amount.kind is None and is_age(doc, names, amount, first, last):
        return replace(amount, kind="age", unit="years")
    return counted(doc, amount, last)


def counted(doc: Doc, amount: Amount, last: Token) -> Amount | None:
    """The amount with the noun that it counts: behind it, after "of", or joined by a hyphen ("six-member")."""
    text = doc.text
    joined = (
        re.compile(r" ?- ?(?P<noun>[A-Za-z]{2,20})\b").match(text, amount.end) if amount.form in {"number", "range"} else None
    )
    if joined:
        if joined["noun"].lower() in PAIRED:
            return None
        kind = "other" if joined["noun"] == "magnitude" else "count"
        return replace(amount, end=joined.end(), unit=joined["noun"], kind=kind)
    if MAGNITUDE.search(text, max(0, amount.start - 22), amount.start):
        return replace(amount, unit="magnitude", kind="other")
    behind = bound_after(text, amount.end)
    i = last.i + 1
    if (
        amount.form == "vague"
        and text[amount.first : amount.last].lower() in {"scores", "tens"}
        and (i >= len(doc) or doc[i].lower_ != "of")
    ):
        return None
    share = amount.kind == "ratio" or (i < len(doc) and doc[i].lower_ == "of")
    run = noun_run(doc, i, share=share)
    kind = amount.kind or "count"
    if run is None or behind:
        return replace(amount, kind=kind)
    start, end = doc[run[0]].idx, doc[run[1] - 1].idx + len(doc[run[1] - 1])
    noun = text[start:end]
    vague = amount.form == "vague" and amount.kind is None
    reach = end if (vague or not share) and end - amount.end <= len(noun) + 24 else amount.end
    found = replace(amount, end=reach, unit=noun, kind=kind)
    more = bound_after(text, found.end)
    return found if more is None or reach != end else with_bound(found, more)


def with_bound(amount: Amount, bound: tuple[str, int]) -> Amount:
    approx, end = bound
    low = amount.low if approx == "over" else None
    high = amount.high if approx == "under" else None
    return replace(amount, end=end, approx=approx, low=low, high=high)  # type: ignore[arg-type]  # bounds gives only these


def noun_run(doc: Doc, i: int, *, share: bool) -> tuple[int, int] | None:
    """The tokens of the noun (with the nouns before it) that a number ending before token `i` counts; None if it counts none."""
    stop = min(len(doc), i + MAX_NOUN)
    if share:
        while i < stop and (doc[i].lower_ == "of" or doc[i].tag_ in DETERMINERS):
            i += 1
    while i < stop and doc[i].tag_ in MODIFIERS and not doc[i].is_sent_start:
        i += 1
    j = i
    while j < stop and doc[j].tag_ in NOUNS and not (j > i and doc[j].is_sent_start):
        j += 1
        if doc[j - 1].tag_ in {"NNS", "NNPS"} and not (j < stop and doc[j].tag_ in {"NNS", "NNPS"}):
            break
    if j == i or (doc[j - 1].tag_ == "NNP" and doc[j - 1].ent_type_ in {"DATE", "TIME", "GPE", "PERSON"}):
        return None
    return i, j


def words_of_share(doc: Doc) -> Iterator[Amount]:
    """Shares and counts without a number: "most voters", "the majority of", "twice"."""
    for found in MOST.finditer(doc.text):
        span = doc.char_span(found.start(), found.end(), alignment_mode="expand")
        last = span[-1] if span is not None else None
        if last is None or not is_share(doc, last):
            continue
        run = noun_run(doc, last.i + 1, share=True)
        unit = doc.text[doc[run[0]].idx : doc[run[1] - 1].idx + len(doc[run[1] - 1])] if run else None
        yield Amount(found.start(), found.end(), found.start(), found.end(), 0.5, 0.5, None, unit, "ratio", "over", "vague")
    for found in TWICE.finditer(doc.text):
        value = 2 if found[0].lower() == "twice" else 3
        yield Amount(found.start(), found.end(), found.start(), found.end(), value, value, value, "times", "count", "exact")
