"""Counts of people in; a total and the clause whose parts add up to it, out: "12 died" and "five boys and seven girls died"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimex.links.link import Link, link
from claimex.wording.amounts import number_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.quantities import Quantity

__all__ = ["sum_links"]

NEAR = 4  # sentences: farther off, another event may have as many victims
LEAST = 4  # the smallest total; smaller ones agree by chance
JOINS = frozenset({"and", ",", "plus", "&"})
MOST_BETWEEN = 4  # tokens between two parts
MOST_PARTS = 5
PEOPLE = frozenset({"people", "person", "persons", "dead", "victims", "others"})


def sum_links(claims: tuple[Claim, ...], layers: Layers, topics: Mapping[str, str]) -> Iterator[Link]:
    """Each total with the first clause elsewhere whose parts add up to it; `topics` says by claim id what is counted."""
    totals: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        item = layers.quantities[claim.quantities[0]] if claim.id in topics else None
        if item is not None and isinstance(item.value, int) and item.value >= LEAST:
            totals[topics[claim.id], item.value].append(claim)
    seen: set[tuple[int, str]] = set()
    for claim in claims:
        if claim.id not in topics or (claim.clause.i, topics[claim.id]) in seen:
            continue
        seen.add((claim.clause.i, topics[claim.id]))
        parts = parts_of(claim, layers)
        whole = sum(int(part.value or 0) for part in parts)
        for total in totals.get((topics[claim.id], whole), ()):
            if len(parts) > 1 and 0 < sentences_between(total, claim, layers) <= NEAR:
                said = " and ".join(number_words(float(part.value or 0)) for part in parts)
                yield link("corroborates", total, claim, f"{said} make {number_words(float(whole))}")
                break


def sentences_between(one: Claim, other: Claim, layers: Layers) -> int:
    first, last = sorted((one.clause.i, other.clause.i))
    return sum(1 for token in layers.doc[first + 1 : last + 1] if token.is_sent_start)


def parts_of(claim: Claim, layers: Layers) -> list[Quantity]:
    """The counts of a coordination in the clause: "five boys and seven girls"."""
    first = layers.quantities[claim.quantities[0]]
    found = [first]
    doc = layers.doc
    for item in layers.quantities.within(first.at.j, claim.clause.j):
        between = doc[found[-1].at.j : item.at.i]
        joined = any(token.lower_ in JOINS for token in between) and len(between) <= MOST_BETWEEN
        plain = item.kind == "count" and item.approx == "exact" and isinstance(item.value, int) and item.unit is not None
        if not joined or not plain or any(token.tag_.startswith("VB") for token in between):
            break
        found.append(item)
    units = [item.unit for item in found]
    return found if len(set(units)) == len(units) <= MOST_PARTS and not PEOPLE & {*units[:1]} else []
