"""A claim and its layers in; the claim as a sentence that stands alone, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.wording.roles import role_sentence
from claimex.wording.sentence import compose

if TYPE_CHECKING:
    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.spans import Extent
    from claimex.wording.sentence import Sentence

__all__ = ["Statement", "make_statement"]


@dataclass(frozen=True, slots=True)
class Statement:
    """The sentence, its parts (for the claim's check), and the words that should have been replaced and could not be."""

    text: str
    sentence: Sentence
    unresolved: tuple[Extent, ...] = ()


def make_statement(claim: Claim, layers: Layers) -> Statement:
    """The claim's clause with pronouns and short names replaced and relative dates made absolute, without its speaker."""
    sentence = role_sentence(claim, layers) if claim.family == "role" else compose(claim, layers)
    return Statement(sentence.text, sentence, sentence.unresolved)
