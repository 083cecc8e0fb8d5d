"""English wording for questions and statements: auxiliaries, base forms, lists, dates and amounts in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Check

if TYPE_CHECKING:
    from claimex.families._family import Claim
    from claimex.layers import Layers

__all__ = ["plain_check"]


def plain_check(claim: Claim, statement: str, layers: Layers) -> Check:
    """The check of any claim: whether it is so, refuted by evidence that it is not."""
    del claim, layers
    said = statement.rstrip(" .")
    return Check(question=f"Is it true that {said}?", refuted_by=f"evidence that it is not so that {said}")
