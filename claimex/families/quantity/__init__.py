"""A quantity claim: how many, how much, how long, how old, what share, or which score.

It is checked by another count or measurement of the same thing at the same time, and refuted by one that lies outside the
bound that was said ("over 1,100 kilometres" is wrong at 900, right at 1,500). A date, a rank and a number inside a name
are no amounts, and "the past 30 days" only says when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Cue, Family, Reading, Slot
from claimex.families.quantity.amounts import assertion
from claimex.families.quantity.check import check
from claimex.families.quantity.people import PEOPLE, counts_people
from claimex.families.quantity.pointing import is_label, is_limit, points_back
from claimex.families.quantity.wider import wider
from claimex.syntax import clause_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Span, Token

    from claimex.layers import Layers
    from claimex.quantities import Quantity

__all__ = ["FAMILY"]

SLOTS = {
    "value": "the number; of a range its ends, as in 10-15; of a score both numbers, as in 3-1",
    "unit": "the unit (km, percent, USD) or the noun counted, as written",
    "approx": "exact, about, over (at least) or under (at most)",
}
NOT_ASSERTED = frozenset({"rank"})
# A span of time that only says when; "the next 30 hours" may say how long.
SPAN = frozenset(
    {"past", "last", "previous", "preceding", "recent", "every", "per", "each", "another", "coming", "first", "final"}
)
NEVER = frozenset({"not", "n't", "n’t", "never"})
AGO = frozenset({"ago", "earlier", "before", "previously", "prior", "back"})
EXTREMES = frozenset({"high", "highs", "low", "lows", "record", "peak", "best", "worst"})  # "a ten-year high"
RANKS = frozenset(
    {"first", "last", "only", "worst", "best", "most", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"}
)
PERIODS = frozenset({"year", "month", "week", "day", "hour", "minute", "decade", "time", "mile", "point"})
LISTED = 4  # bare numbers in a line without a verb that make it a table: "Leeds 3 1 0 2 5"
NUMERIC = 0.3  # share of a line's tokens that are numbers
UNITS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
DIALLING = frozenset({"call", "dial", "ring"})
MARGIN = frozenset({"±", "+/-", "+-"})
COUNTERS = frozenset(
    {"total", "age", "number", "score", "toll", "population", "count", "average", "record", "under", "magnitude", "strength"}
)
RUNNING_ON = frozenset({"IN", "TO", "DT", "CC", "PRP$", "VBD", "VBZ", "VBP", "VB", "MD"})
REACH = 10  # tokens from a rank to "in 23 years", the time over which it is counted


def cues(layers: Layers) -> Iterator[Cue]:
    for item in layers.quantities:
        if item.kind not in NOT_ASSERTED:
            yield Cue(item.kind, item.at, item)


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    item: Quantity = cue.source
    if (item.kind == "duration" and is_when(item, layers)) or is_pronoun(item, layers) or is_no_amount(item, layers):
        return
    dashed = item.number.j < len(layers.doc) and layers.doc[item.number.j].text in {"-", "–"}
    bare = item.kind == "count" and (item.unit is None or dashed)
    if (bare or item.kind == "age") and is_listed(item, layers):
        return
    if is_label(item, layers.doc) or is_limit(item, layers.doc) or points_back(item, layers.doc):
        return
    found = assertion(item, layers)
    if found is None or is_advised(found[0]):
        return
    head, clause, subject = found
    whole = wider(item, clause, head)
    if whole is None:
        return
    given = not clause.holds(clause_head(head).i)  # "the two stars", of which something else is said, or denied
    polarity, certainty = ("affirmed", "asserted") if given else (None, None)
    slots = slots_of(item)
    if counts_people(item, layers.doc[item.at.j - 1]):
        slots["unit"] = PEOPLE
    yield Reading(cue.at, whole, head.i, subject, slots, quantities=(item.id,), polarity=polarity, certainty=certainty)


def is_when(item: Quantity, layers: Layers) -> bool:
    """Whether a length of time only says when something was, or over which time it is the first or the most."""
    doc, at = layers.doc, item.at
    before = doc[at.i - 1].lower_ if at.i else ""
    after = doc[at.j].lower_ if at.j < len(doc) else ""
    if (before in SPAN and doc[at.i - 1].tag_[0] != "V") or after in AGO | EXTREMES:
        return True
    ranks = doc[max(0, at.i - REACH) : at.i]
    if before == "in" and any(token.lower_ in NEVER for token in ranks):
        return True  # "has not voted in 32 years"
    return before in {"in", "for"} and any(token.lower_ in RANKS or token.tag_ == "JJS" for token in ranks)


def is_pronoun(item: Quantity, layers: Layers) -> bool:
    """Whether the number points or names instead of counting: "after the first two", "one issue is the bridge"."""
    doc, at = layers.doc, item.at
    before = doc[at.i - 1].lower_ if at.i else ""
    after = doc[at.j].lower_ if at.j < len(doc) else ""
    if item.kind == "count" and item.unit is None and (before in SPAN - {"another"} or after in AGO | {"]"}):
        return True  # "a year or two ago", "[In 19]79"
    if item.kind == "count" and item.unit is None and before == "or" and at.i > 1 and doc[at.i - 2].lemma_ in PERIODS:
        return True  # "in a year or two"
    if item.kind == "count" and item.unit is None and before in {"the", "other"} and at.j - at.i == 1 and doc[at.i].is_alpha:
        return True  # "the connection between the two", "the other three"
    noun = doc[at.j - 1]
    return (
        doc[at.i].lower_ == "one"
        and noun.dep_ == "nsubj"
        and noun.head.lemma_ == "be"
        and any(child.dep_ in {"attr", "ccomp"} for child in noun.head.rights)
    )


def is_listed(item: Quantity, layers: Layers) -> bool:
    """Whether a bare number stands in a table or line-up, or numbers a list: "Leeds 3 1 0 2", "12 - Lee", "12 Ann Lee"."""
    doc, at = layers.doc, item.at
    sent = doc[at.i].sent
    k = item.number.j
    if k + 1 < sent.end and doc[k].text in {"-", "–"} and doc[k + 1].tag_ == "NNP" and doc[k].whitespace_:
        return True
    if item.unit is not None and item.kind == "count":
        return False
    if item.kind == "count" and in_row(item, sent):
        return True
    numbers = [token for token in sent if token.text[0].isdigit()]
    if len(numbers) >= LISTED and len(numbers) > NUMERIC * len(sent):
        return True
    if sum(token.i + 1 < sent.end and token.nbor().text in {"-", "–"} for token in numbers) >= LISTED - 1:
        return True
    verbless = not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in sent)
    return verbless and at.i == sent.start and at.j < sent.end and doc[at.j].tag_ == "NNP"


def in_row(item: Quantity, sent: Span) -> bool:
    """Whether the number's line has no verb, in a sentence of several lines: a row of a table, or a name and a figure."""
    doc, i, j = sent.doc, item.at.i, item.at.j
    while i > sent.start and not doc[i - 1].is_space:
        i -= 1
    while j < sent.end and not doc[j].is_space:
        j += 1
    if i - sent.start > 1 and doc[i - 2].tag_ in RUNNING_ON:
        return False  # a line of prose, broken before its number
    alone = i > sent.start or j < sent.end - 1
    return alone and "\n" in doc[max(0, i - 1) : j + 1].text and not any(token.tag_[0] in "VM" for token in doc[i:j])


def is_no_amount(item: Quantity, layers: Layers) -> bool:
    """Whether the number names, divides or gives a margin: "film 42", "cut it in half", "310 ± 60", "one euro is worth"."""
    doc, at = layers.doc, item.at
    before = doc[at.i - 1] if at.i else None
    if before is None:
        return False
    if not doc[at.i : at.j].text.isascii() and any(token.like_num and not token.is_ascii for token in doc[at.i : at.j]):
        return True  # "५०००": another language
    if item.kind == "count" and item.unit is None and is_numeral(item, before):
        return True
    if before.text in MARGIN or (before.lower_ == "in" and doc[at.i].lower_ in {"half", "two"} and item.unit is None):
        return True
    if item.kind == "count" and item.unit is None and before.tag_ == "NN" and before.lower_ not in COUNTERS:
        return doc[at.i].text.isdigit() and doc[at.i].head.i == before.i and doc[at.i].dep_ in {"nummod", "appos", "npadvmod"}
    noun = doc[at.j - 1]
    priced = noun.dep_ == "nsubj" and item.value == 1 and item.kind in {"money", "count", "mass", "volume", "length"}
    return (
        priced
        and noun.head.lemma_ in {"be", "cost", "equal", "buy"}
        and any(layers.quantities.within(noun.head.i, min(noun.head.i + REACH, noun.sent.end)))
    )


def is_numeral(item: Quantity, before: Token) -> bool:
    """Whether a bare number ranks, dials, names or is half said: "top ten", "call 101", "[Part] 2", "two three months"."""
    doc, j = before.doc, item.at.j
    if before.lower_ == "top" or before.lemma_ in DIALLING or before.text == "]":
        return True
    if j >= len(doc):
        return False
    closing = doc[j].text == ")" and not any(token.text == "(" for token in doc[doc[j].sent.start : j])
    return closing or doc[j].lower_ in UNITS


def is_advised(head: Token) -> bool:
    """Whether the clause only says what somebody should do: "you should keep 2 m distance"."""
    verb = clause_head(head)
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    advised = any(child.lower_ == "should" for child in verb.lefts) and verb.tag_ == "VB"
    if any(child.lower_ == "should" for child in verb.lefts) and any(child.dep_ == "auxpass" for child in verb.lefts):
        return True  # "the number should be set at 13"
    return advised and subject is not None and subject.lower_ in {"you", "we", "they", "people", "everyone", "one", "i"}


def slots_of(item: Quantity) -> dict[str, Slot]:
    value = f"{item.low}-{item.high}" if item.value is None and item.low is not None and item.high is not None else item.value
    slots: dict[str, Slot] = {"value": value, "unit": item.unit, "approx": item.approx}
    return {name: slot for name, slot in slots.items() if slot is not None}


FAMILY = Family(name="quantity", slots=SLOTS, read=read, check=check, cues=cues)
