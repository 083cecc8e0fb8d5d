"""A date of the article in; whether its words must stand in a sentence as they are, out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.spans import words_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.dates.timex import Timex
    from claimex.layers import Layers

__all__ = ["CLOCK", "MONTH", "YEAR", "is_holiday", "is_of_other_year", "stays"]

OTHER_YEARS = frozenset({"fiscal", "financial", "academic", "school"})  # their "year-end" is not December's
WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?")
NAMED_DAYS = frozenset(
    {"Super", "Black", "Cyber", "Good", "Ash", "Palm", "Easter", "Boxing", "Giving", "Bloody", "Shrove", "Maundy"}
)
CLOCK_ONLY = re.compile(
    r"(?:about |around )?[\d:.]+ ?(?:[ap]\.?m\.?|o['’]clock|GMT|UTC|[A-Z]{2,4})?|noon|midnight",
    re.IGNORECASE,
)
MONTH = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
NAMED_TAGS = frozenset({"NNP", "NNPS"})
CALENDAR = re.compile(
    r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Q[1-4]|[ap]\.?m\b)|\d"
    r"|\b(?:last|this|next|today|yesterday|tomorrow|year|month|week|night|morning|summer|winter|spring|autumn|fall|ago)\b",
    re.IGNORECASE,
)
SAME = re.compile(r"(?:the|that) (?:very )?same\b", re.IGNORECASE)
OPENING_YEAR = re.compile(r"In (?:the )?([12]\d{3})\b")
LONGEST_OPENING = 12  # characters
DAY = len("2022-02-08")
CLOCK = re.compile(r".*T\d\d(?::\d\d)?.*")
YEAR = re.compile(r"\b\d{4}\b")
YEAR_IN_BRACKETS = re.compile(r"[\[(][12]\d{3}[\])]\s*")


def stays(timex: Timex, words: str, layers: Layers) -> bool:
    """Whether the words must stand as they are: "now", "3 p.m.", "quarter-to-quarter", "the same day the office opened"."""
    doc = layers.doc
    last = doc[timex.at.j - 1]
    if (timex.value or "").endswith("_REF") or CLOCK_ONLY.fullmatch(words) or words.lower() == "overnight":
        return True
    if is_tied_before(timex, words, doc) or is_tied_after(timex, words, doc) or is_told_twice(timex, layers):
        return True
    return is_holiday(timex, words, doc) and last.dep_ in {"compound", "nmod", "amod", "poss"}


def is_told_twice(timex: Timex, layers: Layers) -> bool:
    """Whether the day is told beside it: "a week earlier on 6 October", "at 8:30 p.m. (1930 UTC) on 27 August"."""
    doc, end, value = layers.doc, timex.at.j, timex.value or ""
    after = layers.dates.at(end + 1) if end + 1 < len(doc) and doc[end].lower_ == "on" else None
    if after is not None and after.at.i == end + 1 and not MONTH.search(words_at(doc, timex.at)):
        return True
    if not CLOCK.fullmatch(value):
        return False
    span = doc[timex.at.i].sent
    return any(t.value == value[:DAY] for t in layers.dates.within(span.start, span.end))


def is_of_other_year(timex: Timex, words: str, doc: Doc) -> bool:
    """Whether a sentence that opens with a year ("In 2019, ...") leaves it unsure of which year a month or day in it is."""
    if not MONTH.search(words) or YEAR.search(words):
        return False
    opens = OPENING_YEAR.match(doc[timex.at.i].sent.text[:LONGEST_OPENING])
    return opens is not None and not (timex.value or "").startswith(opens[1])


def is_tied_before(timex: Timex, words: str, doc: Doc) -> bool:
    """Whether the word before makes another thing of it: "fiscal year-end", "Super Tuesday", "the long weekend"."""
    if not timex.at.i:
        return False
    before = doc[timex.at.i - 1]
    if before.lower_ in OTHER_YEARS or (before.text in NAMED_DAYS and not words[:1].islower()):
        return True
    return (before.tag_ == "JJ" and timex.at.holds(before.head.i)) or is_of_event(before, timex, doc)


def is_of_event(before: Token, timex: Timex, doc: Doc) -> bool:
    """Whether a noun before the date says which it is: "the convention weekend", "the election year"."""
    return before.dep_ == "compound" and before.tag_ == "NN" == doc[timex.at.i].tag_ and timex.at.holds(before.head.i)


def is_tied_after(timex: Timex, words: str, doc: Doc) -> bool:
    """Whether the words after it need it as it is: "the Sunday trade ban", "October [2018]", "the day that he left"."""
    last, end = doc[timex.at.j - 1], timex.at.j
    if last.dep_ in {"compound", "nmod"} and last.head.i > end and WEEKDAY.fullmatch(words):
        return True
    if end < len(doc) and doc[end].text == "-" and not last.whitespace_:
        return True
    if end + 2 < len(doc) and YEAR_IN_BRACKETS.fullmatch(doc[end : end + 3].text):
        return True
    if end < len(doc) and doc[end].lower_ == "that" and timex.at.i and doc[timex.at.i - 1].lower_ == "the":
        return True
    if SAME.match(words) and end < len(doc) and doc[end].lower_ == "as":
        return True  # "on the same day as the other court": a date that is compared
    return any(child.dep_ in {"relcl", "acl"} and child.i >= end and child.left_edge.i == end for child in last.rights)


def is_holiday(timex: Timex, words: str, doc: Doc) -> bool:
    return any(token.tag_ in NAMED_TAGS for token in doc[timex.at.i : timex.at.j]) and not CALENDAR.search(words)
