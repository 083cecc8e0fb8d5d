"""Amounts in claims in; those that give another number for the same thing out: tolls and ages."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimex.links.link import Link, content, link, two_speakers
from claimex.links.sums import sum_links
from claimex.wording.amounts import number_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.quantities import Quantity

__all__ = ["amount_links"]

TOPICS = {
    "dead": frozenset({"die", "kill", "dead", "death", "toll", "fatality"}),
    "injured": frozenset({"injure", "injured", "wound", "wounded", "hurt"}),
}
# Units that mean people at large; "12 soldiers" and "14 people" do not exclude each other.
ANYONE = frozenset({
    None, "people", "person", "persons", "dead", "death", "deaths", "fatality", "fatalities", "casualty", "toll", "victims",
})  # fmt: skip
# Words of a part, an earlier count, or another event.
SCOPED = frozenset({
    "initially", "earlier", "previously", "previous", "initial", "rise", "rose", "more", "other", "others", "another", "include",
    "including", "least", "among", "additional", "further", "later", "then", "so", "far", "also", "separate", "since",
    "every", "each", "average", "per", "total", "both", "bombings", "attacks", "shootings",
    "first", "second", "if", "could", "may", "might", "new", "similar", "revise", "preliminary", "old", "last", "month", "week",
    "year",
})  # fmt: skip
KINDS = frozenset(
    {"child", "children", "woman", "women", "man", "men", "police", "officer", "soldier"}
)  # of people: a part of all
EARLIER = frozenset({"initially", "initial", "earlier", "previously", "previous", "preliminary", "meanwhile", "separately"})
REACH = 5  # tokens before a number in which "ages" makes it an age
MOST = 12  # claims of one topic; more are a list of events
CLOSE = 2  # distinct numbers: three or more count different things
VOICES = frozenset({"named", "role", "group"})
BOTH = 2
NEAR = 3  # sentences between two reports of one event


def amount_links(claims: tuple[Claim, ...], layers: Layers) -> Iterator[Link]:
    """Contradictions between numbers that should be the same; a number given twice, or by its parts."""
    topics: dict[str, list[tuple[Claim, Quantity]]] = defaultdict(list)
    ages: dict[str, list[tuple[Claim, Quantity]]] = defaultdict(list)
    counted: dict[str, str] = {}
    for claim in claims:
        if claim.family != "quantity" or claim.polarity == "negated" or claim.certainty == "hedged" or not claim.quantities:
            continue
        item = layers.quantities[claim.quantities[0]]
        if item.approx != "exact" or not isinstance(item.value, int):
            continue
        if item.kind == "count" and not is_age(item, layers) and (topic := topic_of(claim, layers)) is not None:
            counted[claim.id] = topic
            if item.unit in ANYONE and not has_words(claim, KINDS, layers):
                topics[topic].append((claim, item))
        elif item.kind == "age" and (holder := person_of(item, layers)) is not None:
            ages[holder].append((claim, item))
    for topic, found in topics.items():
        yield from twice(found, f"the number of {topic}", layers)
        if len({item.value for _, item in found}) <= CLOSE:
            same = [pair for pair in found if is_reported(pair[0], found[0][0], layers)]
            yield from differing(same, f"the number of {topic}", layers)
    for holder, found in ages.items():
        yield from differing(found, f"the age of {layers.names[holder].name}", layers)
    yield from sum_links(claims, layers, counted)


def is_reported(claim: Claim, first: Claim, layers: Layers) -> bool:
    """Whether two counts are surely of one event: told of the same place, or by two speakers close to each other."""
    if claim.id == first.id or (claim.places and claim.places == first.places):
        return True
    between = layers.doc[min(first.clause.i, claim.clause.i) : max(first.clause.i, claim.clause.i)]
    near = sum(1 for token in between if token.is_sent_start) <= NEAR
    return near and two_voices(first, claim, layers) and not (claim.places and first.places)


def two_voices(one: Claim, other: Claim, layers: Layers) -> bool:
    """Whether two that are named or described ("the army") each say their own."""
    sources = [item.source for item in (one.attribution, other.attribution) if item is not None and item.kind in VOICES]
    if len(sources) < BOTH or sources[0] is None or sources[1] is None:
        return False
    first, second = (content(at, layers) for at in sources if at is not None)
    return bool(first and second) and not first & second


def twice(found: list[tuple[Claim, Quantity]], what: str, layers: Layers) -> Iterator[Link]:
    """The same number in two sentences."""
    if len(found) > MOST or len({item.value for _, item in found}) > CLOSE:
        return
    for k, (claim, item) in enumerate(found):
        for one, other in found[:k]:
            apart = layers.doc[one.clause.i].sent.start != layers.doc[claim.clause.i].sent.start
            if other.value == item.value and apart and (not one.places or not claim.places or {*one.places} & {*claim.places}):
                why = f"{what} is given as {number_words(float(item.value or 0))} twice"
                two = two_speakers(one, claim, layers)
                yield link("corroborates", one, claim, f"{why}, by two speakers") if two else link("repeats", one, claim, why)
                break


def is_age(item: Quantity, layers: Layers) -> bool:
    """Whether it is one end of a range of ages: "between the ages of 14 and 18"."""
    before = layers.doc[max(0, item.at.i - REACH) : item.at.i]
    return any(token.lower_ in {"age", "ages", "aged"} for token in before)


def differing(found: list[tuple[Claim, Quantity]], what: str, layers: Layers) -> Iterator[Link]:
    if not found or len(found) > MOST or len({item.value for _, item in found}) > CLOSE:
        return
    first_claim, first = found[0]
    for claim, item in found[1:]:
        together = first_claim.clause.overlaps(claim.clause)  # "from five to six" in one clause
        listed = any(layers.doc[item.at.i - 1].text == ":" for item in (first, item) if item.at.i)  # "Injured: 74"
        if item.value != first.value and not together and not listed:
            one, other = number_words(float(first.value or 0)), number_words(float(item.value or 0))
            yield link("contradicts", first_claim, claim, f"{what} is given as {one} and as {other}")


def has_words(claim: Claim, words: frozenset[str], layers: Layers) -> bool:
    return any(token.lower_ in words for token in layers.doc[claim.clause.i : claim.clause.j])


def topic_of(claim: Claim, layers: Layers) -> str | None:
    """What is counted, if the clause counts all of it, at no other time and with no word of a part."""
    doc, clause = layers.doc, claim.clause
    lemmas = {token.lemma_.lower() for token in doc[clause.i : clause.j]}
    words = {token.lower_ for token in doc[clause.i : clause.j]}
    if (lemmas | words) & SCOPED:
        return None
    sentence = doc[clause.i].sent
    if any(token.lower_ in EARLIER for token in sentence):
        return None
    published = layers.dates.publication.value or ""
    for timex in layers.dates.within(sentence.start, sentence.end):
        if timex.value is None or (timex.value[:4].isdigit() and timex.value[:4] != published[:4]):
            return None
    topics = [topic for topic, known in TOPICS.items() if lemmas & known]
    return topics[0] if len(topics) == 1 else None


def person_of(item: Quantity, layers: Layers) -> str | None:
    """The person whose age it is: the name right beside the number."""
    if item.at.i and layers.doc[item.at.i - 1].tag_ == "POS":  # "Lopez's 62-year-old brother"
        return None
    for i in (item.at.i - 1, item.at.i - 2, item.at.j, item.at.j + 1):
        hit = layers.names.at(i) if 0 <= i < len(layers.doc) else None
        if hit is not None and hit[0].label == "PERSON" and hit[1].kind == "name":
            return hit[0].id
    return None
