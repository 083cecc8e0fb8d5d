"""A stretch after a rank word in; the time that the rank is counted over or since, out: "in 23 years", "since 1999", "ever"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.spans import Extent, trimmed
from claimex.syntax import clause_head, is_verb, phrase, word_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.layers import Layers

__all__ = ["POINT_PREPS", "Period", "is_added", "is_beyond", "period_of", "span_of_when", "when_of", "words_of"]

SPAN_PREPS = frozenset({"in", "for", "over", "within", "during", "after"})  # "in 23 years", "for a decade"
POINT_PREPS = frozenset({"since"})
SPAN_UNITS = frozenset({
    "year", "years", "decade", "decades", "century", "centuries", "month", "months", "week", "weeks", "season", "seasons", "day",
    "days", "generation", "generations", "history", "memory", "match", "matches", "game", "games", "attempt",
    "attempts", "meeting", "meetings", "outing", "outings", "start", "starts", "appearance", "appearances", "quarter", "quarters",
    "election", "elections", "tournament", "tournaments", "innings", "visit", "visits", "race", "races", "millennium", "tour",
})  # fmt: skip
SHORT_UNITS = frozenset({"minute", "minutes", "hour", "hours", "second", "seconds", "day", "days"})
COUNTED_UNITS = frozenset(
    {"race", "races", "visit", "visits", "match", "game", "meeting", "tour", "tournament", "start", "attempt"}
)
# "The highest number in a day": the measure, not the time looked back over.
MEASURES = SHORT_UNITS | {"quarter"}
LONG_UNITS = frozenset({"week", "weeks", "month", "months", "year", "years", "decade", "decades", "century", "centuries"})
SEASONS = frozenset({"spring", "summer", "autumn", "winter", "fall"})  # "the first signs of spring"
DASHES = frozenset({"-", "–", "—", "--"})
SINGLE = frozenset({"a", "an", "one"})
DAY_DASHES = 2  # "2022-02-08" is a day, "2022-02" a month
YEAR_DIGITS = 4
MAX_CLIMB = 8  # heads between a time and the noun it may count for


@dataclass(frozen=True, slots=True)
class Period:
    """The time counted over or since, and where it begins with its preposition; `how` = "in", "since", "of" or "ever"."""

    phrase: Phrase
    start: int
    how: str


def period_of(i: int, j: int, layers: Layers, *, verb: int | None = None) -> Period | None:
    """The time said in tokens [i, j) that a rank is counted over or since; `verb`: of the activity, whose own times are none."""
    for k in range(i, min(j, len(layers.doc) - 1)):
        found = period_at(k, j, layers)
        if found is not None and not is_own_time(found, verb, layers):
            return found
    return None


def is_own_time(period: Period, verb: int | None, layers: Layers) -> bool:
    """Whether a duration inside the activity is how long it took: "the first to run a mile in four minutes"."""
    if verb is None or period.start < verb or period.how != "in":
        return False
    at = period.phrase.at
    return at is not None and layers.doc[at.j - 1].lower_ in SHORT_UNITS


def period_at(k: int, j: int, layers: Layers) -> Period | None:
    doc = layers.doc
    word = doc[k].lower_
    if word in POINT_PREPS:
        return since(k, j, layers)
    if word in SPAN_PREPS:
        return span(k, j, layers)
    if word == "of" or doc[k].tag_ == "DT":
        timex = layers.dates.at(k + 1 if word == "of" else k)
        if (
            timex is not None
            and timex.type == "DATE"
            and timex.at.i >= k
            and doc[timex.at.i].lower_ not in SEASONS
            and ((word == "of" and doc[k - 1].lower_ != "as") or word in {"this", "that"})
        ):
            return Period(Phrase(timex.at, date=timex.id), k, "of")
    if word == "ever" and doc[k].tag_ == "RB" and word_at(doc, k + 1) != "since":
        return Period(Phrase(trimmed(doc, k, k + 1)), k, "ever")
    if word == "on" and word_at(doc, k + 1) == "record":
        return Period(Phrase(trimmed(doc, k, k + 2)), k, "ever")
    return None


def since(k: int, j: int, layers: Layers) -> Period | None:
    """As in "since 1999", "since the war", "since he took office"."""
    doc = layers.doc
    timex = next((t for t in layers.dates.within(k + 1, min(k + 6, j)) if t.type in {"DATE", "TIME"}), None)
    thing = next((child for child in doc[k].rights if child.dep_ in {"pobj", "pcomp"}), None)
    if thing is None and doc[k].dep_ == "mark":
        thing = doc[k].head
        if thing.tag_ in {"VBP", "VBZ", "MD", "VB"} and timex is None:
            return None  # "since emails suggest ...": because
    if timex is not None and (thing is None or is_verb(thing) or thing.tag_ == "CD" or timex.at.holds(thing.i)):
        return Period(Phrase(timex.at, date=timex.id), k, "since")
    if thing is None or thing.i < k:
        return None
    at = to_dash(doc, phrase(thing)) if not is_verb(thing) else trimmed(doc, k + 1, thing.right_edge.i + 1)
    return Period(Phrase(at, date=timex.id if timex else None), k, "since")


def to_dash(doc: Doc, at: Extent) -> Extent:
    """The words up to a dash: "since the war - the longest of all - "."""
    end = next((t.i for t in doc[at.i + 1 : at.j] if t.text in DASHES and t.whitespace_ and is_apart(t.nbor(-1))), at.j)
    return trimmed(doc, at.i, end)


def is_apart(word: Token) -> bool:
    """Whether a word is followed by a space and is no number: not the "9.2" of "a 9.2 - magnitude quake"."""
    return bool(word.whitespace_) and word.is_alpha


def span(k: int, j: int, layers: Layers) -> Period | None:
    """As in "in 23 years", "for more than a decade", "in 10 matches", "in history"; not "in under two hours"."""
    doc = layers.doc
    if word_at(doc, k + 1) in {"under", "less", "just"} and not is_long(k, j, layers):
        return None
    first = k + 2 if word_at(doc, k + 1) == "at" else k + 1
    timex = next((t for t in layers.dates.within(k + 1, min(first + 6, j)) if t.type == "DURATION"), None)
    if timex is not None and timex.at.i <= first + 3 and not any(is_verb(t) for t in doc[k + 1 : timex.at.i]):
        measure = doc[timex.at.j - 1].lower_ in MEASURES and doc[timex.at.i].lower_ in SINGLE
        return None if measure else Period(Phrase(timex.at, date=timex.id), k, "in")
    noun = next((child for child in doc[k].rights if child.dep_ == "pobj"), None)
    if noun is None or noun.lower_ not in SPAN_UNITS or noun.i >= j:
        return None
    if noun.lower_ in {"history", "memory"}:
        return Period(Phrase(phrase(noun)), k, "ever")
    return Period(Phrase(phrase(noun)), k, "in") if is_counted(noun, doc[k]) else None


def is_long(k: int, j: int, layers: Layers) -> bool:
    """As in "twice in less than two years", which is looked back over; "in under two hours" is how long it took."""
    timex = next((t for t in layers.dates.within(k + 1, min(k + 6, j)) if t.type == "DURATION"), None)
    return timex is not None and word_at(layers.doc, k + 1) != "under" and layers.doc[timex.at.j - 1].lower_ in LONG_UNITS


def is_counted(noun: Token, prep: Token) -> bool:
    """In 10 matches, in a decade, in as many days; not "in the 2000 election", "for a race", "in a day", "in as many as"."""
    if prep.lower_ == "for" and noun.lower_ in COUNTED_UNITS:
        return False
    if noun.lower_ in MEASURES and word_at(prep.doc, prep.i + 1) in SINGLE:
        return False
    if noun.i + 1 < len(noun.doc) and noun.nbor().lower_ == "as":
        return False
    if noun.lower_ in COUNTED_UNITS and any(child.lower_ in {"a", "an"} for child in noun.lefts):
        return False  # "in a close race"
    return any((child.tag_ == "CD" and not is_year(child)) or child.lower_ in {"a", "many", "several"} for child in noun.lefts)


def is_year(number: Token) -> bool:
    return len(number.text) == YEAR_DIGITS and number.text.isdigit()


def words_of(period: Period | None) -> Phrase | None:
    return period.phrase if period is not None else None


def span_of_when(when: str | None, noun: Token, layers: Layers) -> Phrase | None:
    """The year, season, quarter or month in which something was the largest: what it is compared over; a day is not."""
    if when is None:
        return None
    timex = layers.dates[when]
    verb = clause_head(layers.doc[timex.at.i])
    if layers.doc[timex.at.j - 1].lower_ == "ago" or not (verb.i == clause_head(noun).i or verb.head.i == noun.i):
        return None  # "the main tool to meet the target it set last year"
    wide = timex.type == "DATE" and timex.value is not None and timex.value[:2].isdigit() and timex.value.count("-") < DAY_DASHES
    return Phrase(timex.at, date=when) if wide else None


def when_of(clause: Extent, period: Period | None, layers: Layers, *, after: int) -> str | None:
    """The date that says when it was: the first one of the clause that is not what the rank is counted over."""
    counted = period.phrase.date if period is not None else None
    found = [
        t.id
        for t in layers.dates.within(clause.i, clause.j)
        if t.type in {"DATE", "TIME"} and t.id != counted and t.at.i >= after
    ]
    return found[0] if found else None


def is_added(child: Token) -> bool:
    """Whether a relative clause behind a comma says more, not what the ranked one did: "..., which may start in May"."""
    led = child.left_edge
    return led.i > 0 and led.nbor(-1).text == "," and any(t.tag_ in {"WDT", "WP", "WRB"} for t in child.doc[led.i : led.i + 2])


def is_beyond(period: Period, noun: Token, deed: Token | None) -> bool:
    """Whether a time belongs to a clause about another thing: "the first look at a fire that has stirred us for days"."""
    token = noun.doc[period.start]
    for _ in range(MAX_CLIMB):
        if token.dep_ == "relcl" and (deed is None or token.i != deed.i) and noun.i < token.i:
            return token.head.i != noun.i or is_added(token)
        if token.i in {token.head.i, noun.i}:
            break
        token = token.head
    return False
