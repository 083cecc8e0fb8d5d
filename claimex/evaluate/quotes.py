"""Quoted words in; where they stand in the article, out. How label files point at places without counting characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimex.errors import ClaimexError

__all__ = ["Place", "find_quote"]

GAP = "[...]"  # stands for words left out of the middle of a long quote
GAP_MAX = 3000  # characters it can stand for: a long article's paragraph
SHOWN = 60  # characters of a quote in a message


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Code points [start, end) of the article."""

    start: int
    end: int

    def overlap(self, other: Place) -> int:
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def share(self, other: Place) -> float:
        """What the two have in common, as a share of what they cover together."""
        both = self.overlap(other)
        return both / (self.end - self.start + other.end - other.start - both) if both else 0.0


def find_quote(quote: str, text: str, *, inside: Place | None = None, nth: int | None = None) -> Place:
    """The place of `quote` in `text`, or in the part of it at `inside`; the `nth` (from 1), where it stands there more than once.

    White space matches any white space, so that a quote may run over a line end. Quotes begin and end at word bounds.
    Raises ClaimexError if it is not there, or not unique and `nth` does not choose.
    """
    at = inside or Place(0, len(text))
    found = [Place(match.start(), match.end()) for match in pattern_of(quote).finditer(text, at.start, at.end)]
    shown = quote if len(quote) <= SHOWN else quote[:SHOWN] + "…"
    where = f"the words {text[at.start : at.end][:SHOWN]!r}…" if inside else "the article"
    if not found or (nth or 1) > len(found):
        message = f"{shown!r} is not in {where}" + (f" {nth} times" if found else "")
        raise ClaimexError(message)
    if nth is None and len(found) > 1:
        message = f"{shown!r} stands {len(found)} times in {where}; quote more of it, or say which by `nth`"
        raise ClaimexError(message)
    return found[(nth or 1) - 1]


@cache
def pattern_of(quote: str) -> re.Pattern[str]:
    parts = [r"\s+".join(re.escape(word) for word in part.split()) for part in quote.split(GAP)]
    if not all(parts):
        message = f"an empty quote, or {GAP} at the edge of one: {quote!r}"
        raise ClaimexError(message)
    before = r"(?<!\w)" if quote[0].isalnum() else ""
    after = r"(?!\w)" if quote[-1].isalnum() else ""
    return re.compile(before + f".{{1,{GAP_MAX}}}?".join(parts) + after, re.DOTALL)
