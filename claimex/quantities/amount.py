"""An amount as its characters show it, and the words beside it that bound it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimex.quantities.bounds import bound_after, bound_before

if TYPE_CHECKING:
    from claimex.quantities.quantity import Approx

__all__ = ["Amount", "bounded"]


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount by its characters: [start, end) with bound and unit, [first, last) the number words alone.

    `kind` is None where the sentence has to tell; `form` is how it was written: number, range, fraction, score, vague.
    """

    start: int
    end: int
    first: int
    last: int
    value: int | float | str | None
    low: int | float | None
    high: int | float | None
    unit: str | None
    kind: str | None
    approx: Approx
    form: str = "number"


def bounded(text: str, amount: Amount) -> Amount:
    """The amount with the words before and behind it that bound it."""
    before, behind = bound_before(text, amount.start), bound_after(text, amount.end)
    approx: Approx = "over" if amount.form == "vague" else amount.approx
    if amount.form == "vague" and text[amount.first : amount.first + 8].lower() == "a couple":
        approx = "about"
    start, end = amount.start, amount.end
    if before:
        approx, start = before
    if behind:
        approx, end = behind
    low = amount.low if approx in {"exact", "over"} or amount.form == "range" else None
    high = amount.high if approx in {"exact", "under"} or amount.form == "range" else None
    return replace(amount, start=start, end=end, approx=approx, low=low, high=high)
