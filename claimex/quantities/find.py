"""Amounts in the sentence: which of those scanned are amounts at all, and what they count."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.quantities.bounds import bound_after
from claimex.quantities.quantity import Quantities, Quantity
from claimex.quantities.scan import Amount, scan
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
YEARS = range(1800, 2100)  # a bare number of these is a year unless it counts a noun
OLDEST = 120
MOST = re.compile(
    r"\b(?:(?:the |an? )?(?:(?:vast|overwhelming|great|large|slim|clear|narrow) )?majority(?= of\b)|most(?= of\b| [a-z]))",
    re.IGNORECASE,
)
MAGNITUDE = re.compile(r"\bmagnitude(?: of| was|,)? (?:a )?$", re.IGNORECASE)
TWICE = re.compile(r"\b(?:twice|thrice)\b", re.IGNORECASE)
NO_ONE = frozenset({"no", "the", "this", "that", "which", "any", "each", "every", "another", "some", "not", "number", "day", "a"})
ONE_WHAT = frozenset({
    "another", "thing", "way", "point", "day", "side", "hand", "reason", "time", "such", "may", "can", "must", "should", "would", "could", "step",
    "example", "moment", "place", "night", "morning", "evening", "afternoon", "direction", "who", "that", "is", "was", "has",
})  # fmt: skip
PAIRED = frozenset(
    {
        "off",
        "sided",
        "time",
        "way",
        "on",
        "to",
        "of",
        "dimensional",
        "pronged",
        "handed",
        "and",
        "in",
        "up",
        "something",
        "some",
        "one",
        "for",
        "by",
        "plus",
        "or",
        "a",
        "an",
        "the",
    }
)


def find_quantities(doc: Doc, names: Names, dates: Dates) -> Quantities:
    """Every amount of `doc`, without dates, times and numbers inside names."""
    found = [item for amount in scan(doc.text) if (item := settled(doc, names, dates, amount)) is not None]
    taken = [(item.start, item.end) for item in found]
    found += [item for item in words_of_share(doc) if not any(item.start < end and start < item.end for start, end in taken)]
    found.sort(key=lambda item: item.start)
    return Quantities(tuple(quantity(doc, n, item) for n, item in enumerate(found, 1)))


def quantity(doc: Doc, n: int, item: Amount) -> Quantity:
    at, number = covering(doc, item.start, item.end), covering(doc, item.first, item.last)
    return Quantity(f"q{n}", at, number, item.value, item.low, item.high, item.unit, item.kind or "count", item.approx)


def settled(doc: Doc, names: Names, dates: Dates, amount: Amount) -> Amount | None:
    """The amount with what its sentence tells: None if it is a date or part of a name; else its noun, or that it is an age."""
    span = doc.char_span(amount.first, amount.last, alignment_mode="expand")
    if span is None:
        return None
    first, last = span[0], span[-1]
    timex = dates.at(first.i)
    if timex is not None and timex.type != "DURATION" and amount.kind not in {"money", "percent", "score", "age"}:
        return None
    if amount.kind is None and (in_name(doc, names, first, last) or is_year(amount, last)):
        return None
    if amount.kind in {"score", "rank"} or (amount.kind is not None and amount.kind != "ratio"):
        return amount
    if first.lower_ == "one" and amount.value == 1 and not counts_one(doc, first):
        return None
    if amount.kind is None and is_age(doc, names, amount, first, last):
        return replace(amount, kind="age", unit="years")
    return counted(doc, amount, last)


def in_name(doc: Doc, names: Names, first: Token, last: Token) -> bool:
    """Whether the number is part of a name ("Boeing 747"), of a title, or of a web address."""
    hit = names.at(first.i)
    if hit is not None and hit[1].kind == "name":
        at = hit[1].at
        # a name that begins with its number and goes on in lower case is the recogniser's mistake ("12 Democrats")
        return not (at.i == first.i and last.i + 1 < len(doc) and last.i + 1 < at.j and doc[last.i + 1].tag_ == "NNPS")
    if first.like_url or first.like_email or doc.text.endswith(("Group of ", "Gang of ", "Big "), 0, first.idx):
        return True
    if first.i == 0 or not first.text[0].isdigit() or first.idx != doc[first.i - 1].idx + len(doc[first.i - 1]) + 1:
        return False
    before, after = doc[first.i - 1], doc[last.i + 1] if last.i + 1 < len(doc) else None
    if before.tag_ not in {"NNP", "NNPS"} or not before.text[0].isupper() or before.text.endswith("."):
        return False
    # "Falcon 9 rocket", "Boeing 737 Max" against "in Texas 12 people died"
    return first.head.i <= last.i or (after is not None and after.tag_ in {"NN", "NNP"} and first.head.i == after.i)


def is_year(amount: Amount, last: Token) -> bool:
    """Whether a bare number is a year: of four digits without a comma, and not before a plural that it counts."""
    if amount.value not in YEARS or amount.last - amount.first != 4 or amount.form != "number":  # noqa: PLR2004
        return False
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    before = last.nbor(-1) if last.i else None
    return (
        after is None
        or after.tag_ != "NNS"
        or (before is not None and before.lower_ in {"in", "since", "the", "of", "by", "from", "until"})
    )


def counts_one(doc: Doc, token: Token) -> bool:
    """Whether "one" is a number: it counts a noun, and neither points ("the one") nor stands for somebody ("one must")."""
    before = doc[token.i - 1].lower_ if token.i else ""
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    if before in NO_ONE or after in ONE_WHAT or after == "of":
        return False
    return token.dep_ == "nummod" and token.head.i > token.i


def is_age(doc: Doc, names: Names, amount: Amount, first: Token, last: Token) -> bool:
    """Whether a bare number is the age of the person named before it: "Ann Lee, 25," or "Ann Lee (25)" or "she is 25"."""
    if not isinstance(amount.value, int) or not 0 < amount.value <= OLDEST or first.i < 2:  # noqa: PLR2004
        return False
    start = next((k for k in range(first.i, max(1, first.i - 4), -1) if doc[k].idx <= amount.start), first.i)  # behind "about"
    before, after = doc[start - 1], doc[last.i + 1] if last.i + 1 < len(doc) else None
    closed = (
        after is None
        or after.tag_ in {",", ".", "-RRB-", ":"}
        or after.lower_ in {"and", "who", "of", "from", "when", "was", "is", "or"}
    )
    if not closed:
        return False
    if before.text in {",", "("}:
        hit = names.at(start - 2)
        return hit is not None and hit[1].kind == "name" and (hit[1].label or hit[0].label) == "PERSON"
    if before.lower_ in {"is", "was", "'s", "’s", "turned", "turns", "turning"}:
        subject = doc[start - 2]
        hit = names.at(subject.i)
        person = hit is not None and hit[0].label == "PERSON"
        return subject.lower_ in {"he", "she", "who", "i"} or person
    return False


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
    return found if more is None or not (reach == end) else with_bound(found, more)


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


def is_share(doc: Doc, token: Token) -> bool:
    """Whether "most" says more than half of some things: not "the most goals", not "most expensive"."""
    if token.lower_ == "majority":
        return True
    before = doc[token.i - 1] if token.i else None
    if before is not None and before.lower_ in {"the", "at", "'s", "’s", "a", "his", "her", "its", "their"}:
        return False
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return token.tag_ in {"JJS", "RBS", "DT"} and (
        (token.dep_ == "amod" and token.head.tag_ in {"NNS", "NN", "NNPS"} and after is not None and after.i <= token.head.i)
        or (after is not None and after.lower_ == "of")
    )
