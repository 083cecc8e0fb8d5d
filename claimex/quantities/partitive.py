"""Amounts in order in; those that count some of what was counted before ("six of them", "two of whom") with its noun, out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimex.quantities.amount import Amount

__all__ = ["with_wholes"]

SOME_OF = re.compile(r" of (?:them|whom|these|those|which)\b", re.IGNORECASE)
OF_WHICH = re.compile(r"\bof (?:whom|which|them),? (?:only |just |about |at least )?$", re.IGNORECASE)
STOP = re.compile(r"[.!?][\"”’)\]]*\s|\n")
REACH = 160  # characters back to what was counted


def with_wholes(text: str, items: list[Amount]) -> list[Amount]:
    """The amounts, where a part has the noun of the one whole that it can be a part of; none is guessed from two."""
    return [replace(item, unit=unit) if (unit := unit_of(text, items, k)) is not None else item for k, item in enumerate(items)]


def unit_of(text: str, items: list[Amount], k: int) -> str | None:
    """What the k-th amount counts, as the sentence before it says; None where it says it itself, or does not."""
    item = items[k]
    if item.unit is not None or item.kind not in {"count", "ratio"} or not isinstance(item.value, (int, float)):
        return None
    if not (SOME_OF.match(text, item.end) or OF_WHICH.search(text, max(0, item.start - REACH), item.start)):
        return None
    found: set[str] = set()
    for other in reversed(items[:k]):
        if item.start - other.end > REACH or STOP.search(text, other.end, item.start):
            break
        whole = other.value
        if other.kind == "count" and other.unit is not None and isinstance(whole, (int, float)) and whole > max(1, item.value):
            found.add(other.unit)
    return found.pop() if len(found) == 1 else None
