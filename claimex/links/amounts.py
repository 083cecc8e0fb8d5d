"""Amounts in claims in; those that give another number for the same thing out: tolls and ages."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimex.links.link import Link, link
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
    "including", "least", "among", "additional", "further", "later", "then", "so", "far", "also", "separate", "since", "child",
    "children", "woman", "women", "man", "men", "police", "officer", "soldier", "every", "each", "average", "per", "total",
    "first", "second", "if", "could", "may", "might", "new", "similar", "revise", "preliminary", "old", "last", "month", "week",
    "year",
})  # fmt: skip
EARLIER = frozenset({"initially", "initial", "earlier", "previously", "previous", "preliminary", "meanwhile", "separately"})
REACH = 5  # tokens before a number in which "ages" makes it an age
MOST = 12  # claims of one topic; more are a list of events
CLOSE = 2  # distinct numbers: three or more count different things


def amount_links(claims: tuple[Claim, ...], layers: Layers) -> Iterator[Link]:
    """Contradictions between numbers that should be the same."""
    topics: dict[str, list[tuple[Claim, Quantity]]] = defaultdict(list)
    ages: dict[str, list[tuple[Claim, Quantity]]] = defaultdict(list)
    for claim in claims:
        if claim.family != "quantity" or claim.polarity == "negated" or claim.certainty == "hedged" or not claim.quantities:
            continue
        item = layers.quantities[claim.quantities[0]]
        if item.approx != "exact" or not isinstance(item.value, int):
            continue
        if (
            item.kind == "count"
            and item.unit in ANYONE
            and not is_age(item, layers)
            and (topic := topic_of(claim, layers)) is not None
        ):
            topics[topic].append((claim, item))
        elif item.kind == "age" and (holder := person_of(claim, item, layers)) is not None:
            ages[holder].append((claim, item))
    for topic, found in topics.items():
        yield from differing(found, f"the number of {topic}")
    for holder, found in ages.items():
        yield from differing(found, f"the age of {layers.names[holder].name}")


def is_age(item: Quantity, layers: Layers) -> bool:
    """Whether it is one end of a range of ages: "between the ages of 14 and 18"."""
    before = layers.doc[max(0, item.at.i - REACH) : item.at.i]
    return any(token.lower_ in {"age", "ages", "aged"} for token in before)


def differing(found: list[tuple[Claim, Quantity]], what: str) -> Iterator[Link]:
    if len(found) > MOST or len({item.value for _, item in found}) > CLOSE:
        return
    first_claim, first = found[0]
    for claim, item in found[1:]:
        together = first_claim.clause.overlaps(claim.clause)  # "from five to six" in one clause
        if item.value != first.value and claim.places in {(), first_claim.places} and not together:
            one, other = number_words(float(first.value or 0)), number_words(float(item.value or 0))
            yield link("contradicts", first_claim, claim, f"{what} is given as {one} and as {other}")


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


def person_of(claim: Claim, item: Quantity, layers: Layers) -> str | None:
    """The person whose age it is: the name right beside the number."""
    del claim
    for i in (item.at.i - 1, item.at.i - 2, item.at.j, item.at.j + 1):
        hit = layers.names.at(i) if 0 <= i < len(layers.doc) else None
        if hit is not None and hit[0].label == "PERSON" and hit[1].kind == "name":
            return hit[0].id
    return None
