"""An expression that the grammar read, and the parse around it, in; whether the words are a time here, out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.dates.around import WORDS, follows, word_after, word_before, words_of
from claimex.dates.business import about, half, part, quarter, told_quarter
from claimex.dates.titles import day_word, no_name, no_title
from claimex.spans import words_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from claimex.dates.grammar import Found
    from claimex.spans import Extent

__all__ = ["is_time"]

AMOUNT_LABELS = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT", "ORDINAL"})
FRACTION = re.compile(
    r"(?!.{0,12}(?:past|last|next|first|latest|previous|coming|final)).{0,12}(?:one|two|three)[- ]quarters?", re.IGNORECASE
)
AGE = re.compile(r"[ -](?:old|olds|of age)\b", re.IGNORECASE)
OF_A_THING = re.compile(
    r"\s{1,3}of\s{1,3}(?!\d|['’]\d|last|this|that|next|the (?:same|previous|following|next) year)", re.IGNORECASE
)
AND_SEASON = re.compile(
    r"(?:,| and| or| to| through)\s{1,3}(?:the |early |late ){0,2}(?:spring|summer|autumn|fall|winter)\b", re.IGNORECASE
)
HYPHEN = re.compile("-")
YEARS = re.compile(r"\s{1,3}(?:from |between |of )?\d{4}\b")  # "over the years 2005 to 2015"
USUAL_YEARS = range(1900, 2040)  # those that news tells of


def is_time(doc: Doc, found: Found, at: Extent) -> bool:
    """Whether the expression stands for a time where it is said."""
    check = CHECKS.get(found.rule) or CHECKS.get(found.rule.partition(".")[0])
    return check is None or check(doc, found, at)


def month(doc: Doc, found: Found, at: Extent) -> bool:
    """A month by itself: no part of a name, and no "May I" or "March on"."""
    token = doc[at.i]
    if token.lower_ in {"may", "march"}:
        if token.tag_ not in {"NNP", "NN", "CD", "NNPS"} or token.ent_type_ == "PERSON":
            return False
        if at.i and doc[at.i - 1].tag_ == "NNP" and doc[at.i - 1].ent_type_ != "DATE" and doc[at.i - 1].text.isalpha():
            return False
        if token.dep_ == "nsubj" and token.head.lemma_ in WORDS["may_verbs"]:  # "May told the House": a person's name
            return False
        walks = token.lower_ == "march" and word_after(doc, at) in WORDS["march_after"]
        if walks and word_before(doc, at) not in WORDS["year_before"]:
            return False
    return no_name(doc, found, at)


def season(doc: Doc, found: Found, at: Extent) -> bool:
    """A season by itself, no fall from a height and no hot spring."""
    words = words_of(doc, at).split()
    if not no_name(doc, found, at) or doc[at.j - 1].tag_ not in {"NN", "NNP"}:
        return False
    if words[-1] in {"fall", "spring"}:
        if follows(doc, at, OF_A_THING):
            return False
        return word_before(doc, at) in WORDS["season_before"] or follows(doc, at, AND_SEASON)
    return word_after(doc, at) not in WORDS["season_after"]


def year(doc: Doc, found: Found, at: Extent) -> bool:
    """Four figures: a year where a year's preposition stands before it or the parse does not count things with it."""
    del found
    words = words_of(doc, at).removeprefix("the years ")
    if not words.isdigit():
        return True
    token = doc[at.j - 1]
    if (
        not stands_alone(token.text, words)
        or word_before(doc, at) in WORDS["number_before"]
        or word_after(doc, at) in {"%", "percent", "per", "$"}
    ):
        return False
    usual, led = int(words) in USUAL_YEARS, word_before(doc, at) in WORDS["year_before"]
    counted = token.dep_ == "nummod" and token.head.tag_ == "NNS" and token.head.i > token.i
    if token.ent_type_ in AMOUNT_LABELS:
        return led and not counted and (usual or not words.endswith("00"))
    if counted:
        return usual and token.ent_type_ == "DATE"
    return usual or led or token.ent_type_ == "DATE"


def stands_alone(token: str, words: str) -> bool:
    """Whether a year's figures are its whole token, but for a stop, an apostrophe or a hyphen."""
    return token.strip("'’.") == words or "-" in token or "–" in token


def plural(doc: Doc, found: Found, at: Extent) -> bool:
    """For "for years", "in weeks": a plural by itself is a time only after such a word."""
    del found
    before = word_before(doc, at)
    if before not in WORDS["plural_before"] or follows(doc, at, AGE) or follows(doc, at, YEARS):
        return False
    if word_after(doc, at) == "apart" or (before == "of" and at.i > 1 and doc[at.i - 2].lower_ == "matter"):
        return False
    return word_after(doc, at) != "ago" and (word_after(doc, at) != "of" or before in WORDS["plural_of_before"])


def reference(doc: Doc, found: Found, at: Extent) -> bool:
    """No "the future of" something, which is that thing's fate; no "the past three summers" and "then current"."""
    del found
    words = words_of(doc, at)
    if words == "current" and word_before(doc, at) == "then":
        return False
    if not words.startswith("the "):
        return True
    if words == "the past" and at.j < len(doc) and doc[at.j].tag_ in {"CD", "NN", "NNS", "JJ"} and doc[at.j - 1].tag_ == "JJ":
        return False
    return word_after(doc, at) != "of" and (doc[at.i].is_title or not doc[at.j - 1].is_title)  # "Back to the Future"


def the_time(doc: Doc, found: Found, at: Extent) -> bool:
    """For "at the time", not "most of the time"."""
    del found
    return word_before(doc, at) in WORDS["time_before"]


def short_year(doc: Doc, found: Found, at: Extent) -> bool:
    """For "in '98" and "in two thousand": only after a year's preposition, and not before the things counted."""
    del found
    return word_before(doc, at) in WORDS["year_before"] and (at.j >= len(doc) or doc[at.j].tag_ not in {"NNS", "CD", "JJ"})


def spelled_year(doc: Doc, found: Found, at: Extent) -> bool:
    return words_of(doc, at).startswith(("nineteen", "the year")) or short_year(doc, found, at)


def told_unit(doc: Doc, found: Found, at: Extent) -> bool:
    """No "at the end of the day, nothing helps", where no day is meant."""
    del found
    return not (words_of(doc, at) == "the end of the day" and word_before(doc, at) == "at" and word_after(doc, at) == ",")


def century(doc: Doc, found: Found, at: Extent) -> bool:
    """A century; "20th Century Fox" is a firm."""
    return not (doc[at.j - 1].text.istitle() and at.j < len(doc) and doc[at.j].tag_ == "NNP") and no_name(doc, found, at)


def adverb(doc: Doc, found: Found, at: Extent) -> bool:
    """For "paid quarterly", not "quarterly dividend"; no newspaper's name."""
    if words_of(doc, at) == "quarterly" and doc[at.i].tag_ != "RB":
        return False
    if doc[at.i].text.istitle() and at.i > doc[at.i].sent.start and doc[at.i - 1].tag_ in {"NNP", "NNPS"}:  # "LA Weekly"
        return False
    return no_name(doc, found, at)


def then(doc: Doc, found: Found, at: Extent) -> bool:
    """For "since then", not "then president"."""
    del found
    return word_before(doc, at) in WORDS["then_before"] and not follows(doc, at, HYPHEN)


def clock_24(doc: Doc, found: Found, at: Extent) -> bool:
    """Hours and minutes with a colon: after a preposition or with a zone; else they may be a score or a verse."""
    del found
    return word_before(doc, at) in WORDS["clock_before"] or not words_of(doc, at).replace(":", "").isdigit()


def part_of_day(doc: Doc, found: Found, at: Extent) -> bool:
    """For "the morning"; a bare one is a kind of thing ("night flights"), and "the night the plane fell" is some other day's."""
    del found
    if word_after(doc, at) in {"of", "before", "after"}:  # "the morning of the attack"
        return False
    told_by = at.j < len(doc) and (doc[at.j].tag_ in {"DT", "PRP", "PRP$"} or doc[at.j].lower_ in {"that", "when"})
    if any(child.dep_ == "relcl" for child in doc[at.j - 1].rights) or (told_by and word_before(doc, at) in {"on", "of", "from"}):
        return False
    return words_of(doc, at).startswith(("the ", "mid ", "mid-")) or word_before(doc, at) in {"this", "by", "until"}


def holiday(doc: Doc, found: Found, at: Extent) -> bool:
    """A holiday, no part of a name: "Easter Island", "the Easter Rising"."""
    return word_after(doc, at) not in WORDS["holiday_after"] and no_name(doc, found, at)


def duration(doc: Doc, found: Found, at: Extent) -> bool:
    """A length of time, not an age or a fraction."""
    del found
    if FRACTION.fullmatch(words_at(doc, at)):
        return False
    if words_of(doc, at).endswith("a calendar year"):  # a kind of year
        return False
    return word_before(doc, at) not in {"aged", "age"} and not follows(doc, at, AGE)


def led_by_season(doc: Doc, found: Found, at: Extent) -> bool:
    """For "fall of last year"; in "sales will fall in the current year" it is a verb."""
    del found
    return doc[at.i].lower_ not in {"fall", "spring"} or doc[at.i].tag_[:2] != "VB"


def named(doc: Doc, found: Found, at: Extent) -> bool:
    """For "the following Friday"; in "following Friday's quake" it is a preposition."""
    return not (doc[at.i].lower_ == "following" and word_after(doc, at) in {"'s", "’s"}) and no_name(doc, found, at)


def weekend(doc: Doc, found: Found, at: Extent) -> bool:
    """For "the weekend" and "on weekend nights"; "a weekend" is any."""
    del found
    return word_before(doc, at) != "a"


CHECKS: dict[str, Callable[[Doc, Found, Extent], bool]] = {
    "century": century,
    "clock.24": clock_24,
    "clock.part": part_of_day,
    "day.named": day_word,
    "duration": duration,
    "duration.plural": plural,
    "half": half,
    "in-year": led_by_season,
    "part.season": led_by_season,
    "half.digit-first": no_name,
    "half.short": no_name,
    "half.with-year": no_name,
    "holiday": holiday,
    "month": month,
    "month.with-year": no_name,
    "named": named,
    "part.told-unit": told_unit,
    "part.early": part,
    "part.end": part,
    "quarter": quarter,
    "reference": reference,
    "reference.the-time": the_time,
    "season": season,
    "set.adverb": adverb,
    "then": then,
    "weekday": no_name,
    "weekend": weekend,
    "unit.about": about,
    "unit.way": no_title,
    "part.way": no_title,
    "part.last-quarter": told_quarter,
    "part.last-quarter-unit": told_quarter,
    "year": year,
    "year.end": no_name,
    "year.fiscal": no_name,
    "year.short": short_year,
    "year.spelled": spelled_year,
}
