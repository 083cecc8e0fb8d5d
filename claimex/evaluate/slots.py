"""A label's slot and what the claim says for it in; whether they agree, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.evaluate.quotes import Place
from claimex.records import Words

if TYPE_CHECKING:
    from claimex.records import ArticleRecord, Claim

__all__ = ["slot_is_right", "value_of_first_date"]

SAME = 0.5  # of their letters in common: two spans say the same
CLOSE = 2e-3  # of a fraction's value: labels say 0.333 for a third

Said = Place | Words | str | float | None


def value_of_first_date(claim: Claim, record: ArticleRecord) -> str | None:
    """The TIMEX3 value of the date that says when: the first of the claim's."""
    values = {date.id: date.value for date in record.dates}
    return values[claim.dates[0]] if claim.dates else None


def slot_is_right(name: str, wanted: Place | str | float, said: Said) -> bool:
    """Words agree if half of them do or if they end alike (the head without its modifiers), numbers if their values do."""
    if isinstance(wanted, Place):
        at = place_of(said)
        return at is not None and (wanted.share(at) >= SAME or (wanted.overlap(at) > 0 and wanted.end == at.end))
    if isinstance(said, Place | Words) or said is None:
        return False
    if isinstance(wanted, int | float) and isinstance(said, int | float):
        return abs(wanted - said) <= (0 if wanted == int(wanted) else CLOSE * abs(wanted))
    a, b = str(wanted).casefold(), str(said).casefold()
    return a == b or (name == "unit" and a.removesuffix("s") == b.removesuffix("s"))


def place_of(said: Said) -> Place | None:
    if isinstance(said, Place):
        return said
    if isinstance(said, Words) and said.start is not None and said.end is not None:
        return Place(said.start, said.end)
    return None
