"""Claims in; those that say the same thing twice, out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.links.link import Link, content, link, overlap, two_speakers

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["repeat_links"]

MOST = 12  # claims with one key; more are a table
ALIKE = {"quantity": 0.5, "rarity": 0.5, "superlative": 0.6, "event": 0.5, "change": 0.5, "forecast": 0.6}
BOUNDED = 0.75
LEAST_SHARED = 2
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
UNCOUNTED = frozenset({"rank", "other", "ratio"})  # kinds whose amounts are no figures that tell two things apart
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


def key_of(claim: Claim, layers: Layers) -> Hashable | None:
    """What two claims must share exactly to be compared at all."""
    doc = layers.doc
    if claim.family == "quantity" and claim.quantities:
        item = layers.quantities[claim.quantities[0]]
        return (item.value, item.low, item.high, item.unit, item.kind, item.approx) if item.value != 1 else None
    if claim.family == "rarity":
        return (claim.slots.get("rank"), period_value(claim, layers))
    if claim.family == "superlative":
        head = doc[claim.cue.j - 1].head
        return (doc[claim.cue.i].lower_, head.lemma_ if head.tag_ in {"NN", "NNS"} and head.i >= claim.cue.j else None)
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
    least = BOUNDED if is_bound(one, layers) else ALIKE[one.family]
    return len(first & second) >= LEAST_SHARED and overlap(first, second) >= least


def is_bound(claim: Claim, layers: Layers) -> bool:
    """Whether it is a share that is only bounded: "over half" is true of many things at once."""
    if claim.family != "quantity" or not claim.quantities:
        return False
    item = layers.quantities[claim.quantities[0]]
    return item.kind in {"percent", "ratio"} and item.approx in {"over", "under"}


def of_others(one: Claim, other: Claim, layers: Layers) -> bool:
    """Whether the two are said of different ones: "his first win in Samoa" and "her first delegate in Samoa"."""
    doc = layers.doc
    owners = [doc[claim.cue.i - 1].lower_ for claim in (one, other) if claim.cue.i and doc[claim.cue.i - 1].tag_ == "PRP$"]
    if len(set(owners)) > 1:
        return True
    subjects = [claim.subject for claim in (one, other) if claim.subject is not None]
    named = [{e.id for e in layers.names.named_in(at.i, at.j) if e.label in NAMED} for at in subjects]
    apart = len(named) > 1 and (
        (named[0] and named[1] and not named[0] & named[1]) or other_kinds(subjects[0], subjects[1], layers)
    )
    if apart:
        return True
    return other_amounts(one, other, layers) or other_times(one, other, layers)


def other_kinds(one: Extent, other: Extent, layers: Layers) -> bool:
    """Whether the subjects are two kinds of one thing: "bank shares" and "mining shares"."""
    doc = layers.doc
    heads = [next((t for t in doc[at.i : at.j] if not at.holds(t.head.i)), doc[at.j - 1]) for at in (one, other)]
    if heads[0].lemma_ != heads[1].lemma_:
        return False
    first, second = ({t.lower_ for t in head.lefts if t.dep_ in {"compound", "nmod", "amod"}} for head in heads)
    return bool(first and second) and not first & second


def other_amounts(one: Claim, other: Claim, layers: Layers) -> bool:
    """Whether each gives further amounts of a kind and they have none in common: "rose 8% to $9" and "rose 8% to $20"."""
    kinds: list[dict[str, set[object]]] = []
    for claim in (one, other):
        found: dict[str, set[object]] = defaultdict(set)
        at = claim.clause
        for item in layers.quantities.within(at.i, at.j):
            if not (claim.quantities and item.id == claim.quantities[0]) and item.kind not in UNCOUNTED:
                found[item.kind].add((item.value, item.low))
        kinds.append(found)
    return any(not kinds[0][kind] & kinds[1][kind] for kind in kinds[0].keys() & kinds[1].keys())


def other_times(one: Claim, other: Claim, layers: Layers) -> bool:
    """Whether each has its own time: "in 2017" and "in 2018"."""
    first, second = (
        [t for t in (layers.dates[id_] for id_ in claim.dates) if t.type in {"DATE", "TIME"} and t.from_ and t.to]
        for claim in (one, other)
    )
    if not first or not second:
        return False
    return not any((a.from_ or "") <= (b.to or "") and (b.from_ or "") <= (a.to or "") for a in first for b in second)
