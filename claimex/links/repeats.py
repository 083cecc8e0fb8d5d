"""Claims in; those that say the same thing twice, out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.links.link import Link, content, link, overlap

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from claimex.families._family import Claim
    from claimex.layers import Layers

__all__ = ["repeat_links"]

MOST = 12  # claims with one key; more are a table
ALIKE = {"quantity": 0.5, "rarity": 0.5, "superlative": 0.6, "event": 0.5, "change": 0.5, "forecast": 0.6}
LEAST_SHARED = 2
WHY = {
    "quantity": "the same amount of the same thing",
    "rarity": "the same rank of the same thing",
    "superlative": "the same extreme of the same thing",
    "event": "the same happening at the same time",
    "change": "the same change of the same thing",
    "forecast": "the same forecast",
}


def repeat_links(claims: tuple[Claim, ...], layers: Layers) -> Iterator[Link]:
    """Each claim with the first one before it that says the same, in another sentence."""
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        key = key_of(claim, layers)
        if key is not None:
            groups[claim.family, claim.polarity, key].append(claim)
    about: dict[str, frozenset[str]] = {}
    for group in groups.values():
        if not 1 < len(group) <= MOST:
            continue
        for claim in group:
            about[claim.id] = content(claim.clause, layers)
        for k, claim in enumerate(group):
            other = next((one for one in group[:k] if says_same(one, claim, about, layers)), None)
            if other is not None:
                two = two_speakers(other, claim, layers)
                why = WHY[claim.family]
                yield link("corroborates", other, claim, f"{why}, by two speakers") if two else link("repeats", other, claim, why)


def two_speakers(one: Claim, other: Claim, layers: Layers) -> bool:
    """Whether two different speakers say it, each on their own."""
    first, second = speaker(one, layers), speaker(other, layers)
    return first is not None and second is not None and first != second


def speaker(claim: Claim, layers: Layers) -> str | None:
    """Who says it: the entity named; none for the article's own voice, and for "he" or "sources"."""
    item = claim.attribution
    hit = layers.names.at(item.source.j - 1) if item is not None and item.source is not None else None
    return item.entity or (hit[0].id if hit is not None else None) if item is not None else None


def key_of(claim: Claim, layers: Layers) -> Hashable | None:
    """What two claims must share exactly to be compared at all."""
    doc = layers.doc
    if claim.family == "quantity" and claim.quantities:
        item = layers.quantities[claim.quantities[0]]
        return (item.value, item.unit, item.kind, item.approx) if item.value != 1 else None
    if claim.family == "rarity":
        return (claim.slots.get("rank"), period_value(claim, layers))
    if claim.family == "superlative":
        return doc[claim.cue.i].lower_
    if claim.family == "event":
        time = claim.slots.get("time")
        value = layers.dates[time.date].value if isinstance(time, Phrase) and time.date else None
        return (doc[claim.head].lemma_, value) if value and value[:1].isdigit() else None
    if claim.family == "change":
        amounts = tuple(layers.quantities[id_].value for id_ in claim.quantities)
        return (claim.slots.get("direction"), amounts) if amounts else None
    return None


def period_value(claim: Claim, layers: Layers) -> str | None:
    period = claim.slots.get("period")
    return layers.dates[period.date].value if isinstance(period, Phrase) and period.date else None


def says_same(one: Claim, other: Claim, about: dict[str, frozenset[str]], layers: Layers) -> bool:
    if layers.doc[one.clause.i].sent.start == layers.doc[other.clause.i].sent.start or of_others(one, other, layers):
        return False
    first, second = about[one.id], about[other.id]
    return len(first & second) >= LEAST_SHARED and overlap(first, second) >= ALIKE[one.family]


def of_others(one: Claim, other: Claim, layers: Layers) -> bool:
    """Whether the two are said of different ones: "his first win in Samoa" and "her first delegate in Samoa"."""
    doc = layers.doc
    owners = [doc[claim.cue.i - 1].lower_ for claim in (one, other) if claim.cue.i and doc[claim.cue.i - 1].tag_ == "PRP$"]
    if len(set(owners)) > 1:
        return True
    hits = [layers.names.at(claim.subject.j - 1) if claim.subject is not None else None for claim in (one, other)]
    persons = [hit[0].id for hit in hits if hit is not None and hit[0].label == "PERSON"]
    return len(set(persons)) > 1
