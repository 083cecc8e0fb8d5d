"""How a forecast is checked: once its time has come, by whether it did; before that, by the plan or promise itself."""

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
    """Will it be so, by its time?"""
    plain = plain_check(claim, sentence, layers)
    window = window_of(date_of(claim, "time", layers), layers) or plain.window
    words = time_words(window)
    when = f" {words}" if words else ""
    if claim.polarity == "negated":
        return Check(plain.question, f"its happening{when} after all", window)
    return Check(plain.question, f"its not happening{when}, or no such plan or announcement", window)
