"""Changes in; a rate of change and the figures before and after it that agree, out: "rose 20%" and "from 50 to 60"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.links.link import Link, content, link
from claimex.wording.amounts import number_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.quantities import Quantity

__all__ = ["shift_links"]

FACTORS = {"double": 2.0, "treble": 3.0, "triple": 3.0, "quadruple": 4.0, "quintuple": 5.0, "halve": 0.5}
WORDS = {2.0: "twice as much", 3.0: "three times as much", 4.0: "four times as much", 5.0: "five times as much", 0.5: "half"}
ROUNDED = 1.0  # percentage points by which a rounded rate may be off
LOOSE = 0.08  # of the factor: "doubled" may be 1.9 times
MOST = 30  # changes compared pair by pair


def shift_links(claims: tuple[Claim, ...], layers: Layers) -> Iterator[Link]:
    """Each change by a rate with each change of the same thing from one figure to another, in another sentence."""
    plain = [claim for claim in claims if claim.family == "change" and claim.polarity == "affirmed"][:MOST]
    figures = [(claim, *ends) for claim in plain if (ends := ends_of(claim, layers)) is not None]
    if not figures:
        return
    for claim in plain:
        for other, before, after in figures:
            why = agreement(claim, before, after, layers) if not has_figures(claim, before, after, layers) else None
            if why is not None and claim.id != other.id and same_thing(claim, other, layers):
                yield link("corroborates", claim, other, why)


def has_figures(claim: Claim, before: float, after: float, layers: Layers) -> bool:
    """Whether the claim of a rate has figures of its own: then it is of another thing, or says the same twice."""
    at = claim.clause
    items = layers.quantities.within(at.i, at.j)
    return any(item.kind in {"money", "count"} and number(item) not in {0.0, before, after} for item in items)


def ends_of(claim: Claim, layers: Layers) -> tuple[float, float] | None:
    """The figures that a change goes from and to, in one unit."""
    begin, end = quantity(claim, "from", layers), quantity(claim, "to", layers)
    if begin is None or end is None or begin.kind == "percent" or len({begin.unit, end.unit} - {None}) > 1:
        return None
    before, after = number(begin), number(end)
    return (before, after) if before and after and before != after else None


def agreement(claim: Claim, before: float, after: float, layers: Layers) -> str | None:
    """In words, how a rate of change fits two figures; None where it does not, or there is no rate."""
    said = f"from {number_words(before)} to {number_words(after)}"
    factor = FACTORS.get(layers.doc[claim.cue.i].lemma_.lower())
    if factor is not None:
        return f"{said} is {WORDS[factor]}" if abs(after / before - factor) <= LOOSE * factor else None
    amount = quantity(claim, "amount", layers)
    if amount is None or amount.kind != "percent" or amount.unit != "percent" or amount.approx in {"over", "under"}:
        return None
    rate = (after - before) / before * 100
    up = claim.slots.get("direction") == "up"
    told = number(amount) if up else -number(amount)
    fits = told != 0 and abs(rate - told) <= ROUNDED
    return f"{said} is {'a rise' if up else 'a fall'} of {number_words(round(abs(rate), 1))} percent" if fits else None


def same_thing(one: Claim, other: Claim, layers: Layers) -> bool:
    """Whether two changes of different sentences have one subject, or one of which the other's has all words."""
    doc = layers.doc
    if doc[one.clause.i].sent.start == doc[other.clause.i].sent.start or one.slots.get("direction") != other.slots.get(
        "direction"
    ):
        return False
    first, second = content(one.subject, layers), content(other.subject, layers)
    return bool(first and second) and (first <= second or second <= first)


def quantity(claim: Claim, slot: str, layers: Layers) -> Quantity | None:
    found = claim.slots.get(slot)
    return layers.quantities[found.quantity] if isinstance(found, Phrase) and found.quantity else None


def number(item: Quantity) -> float:
    return float(item.value) if isinstance(item.value, (int, float)) else 0.0
