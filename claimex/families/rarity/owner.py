"""A claim of rank in; whose the ranked thing is, in words, out: "Ann Lee" of "her first goal", "the port" of "its strike"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.spans import extent
from claimex.wording.sentence import words_of

if TYPE_CHECKING:
    from claimex.families._family import Claim
    from claimex.layers import Layers

__all__ = ["owner_words"]

ENDINGS = ("’s", "'s", "’", "'")
# What a possessive that could not be resolved is called as a subject.
SUBJECTS = {"my": "I", "your": "you", "his": "he", "her": "she", "its": "it", "our": "we", "their": "they"}


def owner_words(claim: Claim, layers: Layers) -> str | None:
    """The owner's words, named in full where the article does; None where the class has no owner."""
    of = claim.slots.get("of")
    if not isinstance(of, Phrase) or of.at is None:
        return None
    doc, at = layers.doc, of.at
    head = next((token for token in doc[at.i : at.j] if not at.holds(token.head.i) or token.dep_ == "ROOT"), doc[at.i])
    owner = next((child for child in head.lefts if child.dep_ == "poss"), None)
    if owner is None:
        return None
    words = words_of(extent(doc, owner.left_edge.i, owner.i + 1), layers)
    for ending in ENDINGS:
        words = words.removesuffix(ending)
    return SUBJECTS.get(words.lower(), words)
