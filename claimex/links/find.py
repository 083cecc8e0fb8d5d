"""The links of one article: the finders in order, each pair of claims linked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.links.amounts import amount_links
from claimex.links.lives import life_links
from claimex.links.measures import measure_links
from claimex.links.moments import moment_links
from claimex.links.ranks import rank_links
from claimex.links.repeats import repeat_links
from claimex.links.shifts import shift_links

if TYPE_CHECKING:
    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.links.link import Link

__all__ = ["find_links"]


def find_links(claims: tuple[Claim, ...], layers: Layers) -> tuple[Link, ...]:
    """The links between claims of one article, in order of place; precision first."""
    kept: dict[tuple[str, str], Link] = {}
    for finder in (rank_links, amount_links, life_links, moment_links, shift_links, measure_links, repeat_links):
        for found in finder(claims, layers):
            kept.setdefault(found.claims, found)
    place = {claim.id: k for k, claim in enumerate(claims)}
    return tuple(sorted(kept.values(), key=lambda found: (place[found.claims[0]], place[found.claims[1]])))
