"""An article's claims in; which of them corroborate, contradict or repeat each other, and why, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from claimex.families._family import Claim
    from claimex.layers import Layers

__all__ = ["Link", "find_links"]


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims, by id in order of place, and how they bear on each other."""

    kind: Literal["corroborates", "contradicts", "repeats"]
    claims: tuple[str, str]
    why: str


def find_links(claims: tuple[Claim, ...], layers: Layers) -> tuple[Link, ...]:
    """The links between claims of one article; precision first."""
    del claims, layers
    return ()
