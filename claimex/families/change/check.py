"""How a change is checked: by the figures before and after it; what follows from two of the three numbers it can give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Check, Phrase
from claimex.wording.amounts import amount_words
from claimex.wording.check import plain_check

if TYPE_CHECKING:
    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.quantities import Quantity
    from claimex.wording.sentence import Sentence

__all__ = ["check"]

FACTORS = {"double": 2.0, "treble": 3.0, "triple": 3.0, "quadruple": 4.0, "quintuple": 5.0, "halve": 0.5}
OPPOSITE = {"up": "a fall, or no change", "down": "a rise, or no change", "same": "a rise or a fall"}
LEAST = 100  # percent: no fall can be so large


def check(claim: Claim, sentence: Sentence, layers: Layers) -> Check:
    """The claim as a question; refuted by figures that moved otherwise."""
    if claim.polarity == "negated":
        return plain_check(claim, sentence, layers)
    plain = plain_check(claim, sentence, layers, refuted="")
    direction = claim.slots.get("direction")
    other = OPPOSITE.get(direction, "another change") if isinstance(direction, str) else "another change"
    refuted = f"figures that show {other}"
    if any(name in claim.slots for name in ("amount", "from", "to")):
        refuted += ", or other amounts than these"
    return Check(plain.question, refuted, plain.window, tuple(follows(claim, layers)))


def quantity_of(claim: Claim, slot: str, layers: Layers) -> Quantity | None:
    found = claim.slots.get(slot)
    return layers.quantities[found.quantity] if isinstance(found, Phrase) and found.quantity else None


def number(item: Quantity | None) -> float | None:
    if item is None or isinstance(item.value, (str, bool)) or item.value is None:
        return None
    return float(item.value)


def follows(claim: Claim, layers: Layers) -> list[str]:
    """What the level was before, or how much it moved."""
    amount, begin, end = (quantity_of(claim, name, layers) for name in ("amount", "from", "to"))
    if begin is not None and end is not None:
        return difference(begin, end) if amount is None else []
    if end is None or claim.slots.get("direction") not in {"up", "down"}:
        return []
    if any(item is not None and item.approx in {"over", "under"} for item in (amount, end)):
        return []
    was, sure = level_before(claim, amount, end, layers)
    if was is None or was < 0:
        return []
    exact = sure and all(item is None or item.approx == "exact" for item in (amount, end))
    return [f"before, it was {'' if exact else 'about '}{amount_words(was, end.unit)}"]


def level_before(claim: Claim, amount: Quantity | None, end: Quantity, layers: Layers) -> tuple[float | None, bool]:
    """The level before the change, and whether it follows exactly (a percentage is rounded)."""
    after, by = number(end), number(amount)
    if after is None:
        return None, False
    if amount is None or by is None:
        factor = FACTORS.get(layers.doc[claim.cue.i].lemma_.lower())
        return (after / factor, True) if factor is not None else (None, False)
    up = claim.slots.get("direction") == "up"
    if amount.kind == "percent" and end.kind != "percent" and by < LEAST:
        return float(f"{after / (1 + by / 100 if up else 1 - by / 100):.3g}"), False
    if amount.kind == end.kind and amount.unit == end.unit and amount.kind != "percent":
        return (after - by if up else after + by), True
    return None, False


def difference(begin: Quantity, end: Quantity) -> list[str]:
    before, after = number(begin), number(end)
    units = {begin.unit, end.unit} - {None}
    if before is None or after is None or before == after or len(units) > 1 or {begin.approx, end.approx} & {"over", "under"}:
        return []
    unit = next(iter(units), None)
    moved = "rise" if after > before else "fall"
    if unit == "percent":
        return [f"the {moved} is {amount_words(round(abs(after - before), 6), 'percentage points')}"]
    return [f"the {moved} is {amount_words(round(abs(after - before), 6), unit)}"]
