"""Measures given in two units ("70 miles (112 km)") in; whether the two are the same, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.links.link import Link, link
from claimex.lists import table
from claimex.wording.amounts import amount_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.quantities import Quantity

__all__ = ["measure_links"]

SIZES: Mapping[str, Mapping[str, float]] = table("claimex.links", "measures.toml")
SAME = 0.12  # how far two rounded measures of one thing lie apart: "about 90 miles (150 km)"
WRONG = 0.30  # from where on no rounding explains the difference
MOST = 12.0  # times; more is another measure ("5 miles (8 m wide)")
OPENING = frozenset({"(", "[", "/"})
BETWEEN = 3  # tokens between the two: the bracket, and "about"


def measure_links(claims: tuple[Claim, ...], layers: Layers) -> Iterator[Link]:
    """Each amount with the one in brackets right after it, in another unit."""
    measured = [
        (claim, layers.quantities[claim.quantities[0]]) for claim in claims if claim.family == "quantity" and claim.quantities
    ]
    by_start = {item.at.i: (claim, item) for claim, item in measured if item.kind in SIZES}
    for claim, item in by_start.values():
        after = next((by_start[k] for k in range(item.at.j + 1, item.at.j + 1 + BETWEEN) if k in by_start), None)
        if after is None or layers.doc[item.at.j].text not in OPENING:
            continue
        yield from compared(claim, item, *after)


def compared(claim: Claim, item: Quantity, other_claim: Claim, other: Quantity) -> Iterator[Link]:
    first, second = size_of(item), size_of(other)
    if item.kind != other.kind or item.unit == other.unit or first is None or second is None or other.unit is None:
        return
    apart = abs(first - second) / max(first, second)
    said, there = amount_words(number(item), item.unit), amount_words(number(other), other.unit)
    if apart <= SAME:
        yield link("repeats", claim, other_claim, f"the same {item.kind} in two units: {said}, {there}")
    elif apart >= WRONG and max(first, second) / min(first, second) < MOST:
        truly = amount_words(float(f"{first / SIZES[item.kind][other.unit]:.3g}"), other.unit)
        yield link("contradicts", claim, other_claim, f"{said} is about {truly}, not {there}")


def number(item: Quantity) -> float:
    return float(item.value) if isinstance(item.value, (int, float)) else 0.0


def size_of(item: Quantity) -> float | None:
    """The measure in the base unit of its kind; None for ranges and units of no fixed size."""
    unit = SIZES[item.kind].get(item.unit or "")
    return number(item) * unit if unit is not None and number(item) > 0 else None
