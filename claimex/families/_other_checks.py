"""How comparisons, causes and rules are checked: the claim as a question, and what would be evidence against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.wording.check import plain_check

if TYPE_CHECKING:
    from claimex.families._family import Check, Claim
    from claimex.layers import Layers
    from claimex.wording.sentence import Sentence

__all__ = ["check_cause", "check_comparison", "check_rule"]

OTHERWISE = {
    "more": "figures that show as much or less",
    "less": "figures that show as much or more",
    "equal": "figures that show a difference",
}


def check_comparison(claim: Claim, sentence: Sentence, layers: Layers) -> Check:
    """Refuted by the figures of both sides."""
    direction = claim.slots.get("direction")
    if claim.polarity == "negated" or not isinstance(direction, str):
        return plain_check(claim, sentence, layers)
    refuted = OTHERWISE.get(direction, "figures that show it otherwise")
    return plain_check(claim, sentence, layers, f"{refuted}, or another margin" if "amount" in claim.slots else refuted)


def check_cause(claim: Claim, sentence: Sentence, layers: Layers) -> Check:
    """Refuted by another cause, or by either side not having happened."""
    other = "evidence of another cause, or that the cause or the effect did not occur"
    return plain_check(claim, sentence, layers, None if claim.polarity == "negated" else other)


def check_rule(claim: Claim, sentence: Sentence, layers: Layers) -> Check:
    """Refuted by the text of the rule."""
    return plain_check(claim, sentence, layers, "the text of the law, order or policy, where it says otherwise, or no such text")
