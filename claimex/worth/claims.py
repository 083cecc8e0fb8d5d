"""A claim in; the tokens that its worth is told from, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase

if TYPE_CHECKING:
    from claimex.families._family import Claim

__all__ = ["stretch_of"]


def stretch_of(claim: Claim) -> tuple[int, int]:
    """The claim's clause; of a statement what was said, not that it was said: of interrupted words the longest part."""
    content = claim.slots.get("content")
    if claim.family == "statement" and isinstance(content, Phrase) and content.at is not None:
        longest = max(content.parts or (content.at,), key=lambda part: (part.j - part.i, -part.i))
        if longest.i < longest.j:
            return longest.i, longest.j
    return claim.clause.i, claim.clause.j
