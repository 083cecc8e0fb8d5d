"""How an event is checked: whether it happened, and at the time that its clause gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Check
from claimex.wording.check import date_of, plain_check, time_words, window_of

if TYPE_CHECKING:
    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.wording.sentence import Sentence

__all__ = ["check"]


def check(claim: Claim, sentence: Sentence, layers: Layers) -> Check:
    """Did it happen then?"""
    plain = plain_check(claim, sentence, layers, refuted="")
    window = window_of(date_of(claim, "time", layers), layers) or plain.window
    if claim.polarity == "negated":
        return Check(plain.question, f"a record that it did happen {time_words(window)}".rstrip(), window)
    said = f" {time_words(window)}" if window is not None else ""
    return Check(plain.question, f"a record that it did not happen{said}, or happened at another time", window)
