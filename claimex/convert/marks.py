"""A record in; the places that an annotation tool shows out: claims, their parts, entities, dates and quantities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.records import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.records import ArticleRecord, Claim, DateRecord, Mention, QuantityRecord, Span

__all__ = ["ALL_GROUPS", "USUAL_GROUPS", "Mark", "marks"]

ALL_GROUPS = ("claims", "cues", "subjects", "speakers", "slots", "entities", "dates", "quantities")
USUAL_GROUPS = ("claims", "entities", "dates", "quantities")  # more than these clutters the page of an annotator


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled place; `parts` are its pieces, more than one where it is interrupted, `claim` the claim that it is part of."""

    group: str
    label: str
    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    id: str
    claim: str | None = None
    role: str | None = None


def marks(record: ArticleRecord, groups: tuple[str, ...] = ALL_GROUPS) -> list[Mark]:
    """The places of the groups, in the order of the text; those that start together, the longest first."""
    found = [mark for mark in every_mark(record) if mark.group in groups]
    return sorted(found, key=lambda mark: (mark.start, -mark.end, ALL_GROUPS.index(mark.group), mark.label, mark.id))


def every_mark(record: ArticleRecord) -> Iterator[Mark]:
    for claim in record.claims:
        yield from claim_marks(claim)
    for entity in record.entities:
        for number, mention in enumerate(entity.mentions):
            label = mention.label or entity.label
            yield at("entities", label, mention, f"{entity.id}.{number}")
    for date in record.dates:
        yield at("dates", date.type, date, date.id)
    for quantity in record.quantities:
        yield at("quantities", "QUANTITY", quantity, quantity.id)


def claim_marks(claim: Claim) -> Iterator[Mark]:
    yield at("claims", claim.family, claim, claim.id)
    yield at("cues", "cue", claim.cue, f"{claim.id}.cue", claim.id)
    if claim.subject is not None:
        yield at("subjects", "subject", claim.subject, f"{claim.id}.subject", claim.id)
    if claim.speaker is not None:
        yield at("speakers", "speaker", claim.speaker, f"{claim.id}.speaker", claim.id)
    for name, slot in claim.slots.items():
        if isinstance(slot, Words) and slot.start is not None and slot.end is not None:
            parts = tuple((part.start, part.end) for part in slot.parts or ()) or ((slot.start, slot.end),)
            yield Mark("slots", name, slot.start, slot.end, parts, f"{claim.id}.{name}", claim.id, name)


def at(
    group: str, label: str, span: Span | Claim | Mention | DateRecord | QuantityRecord, id_: str, claim: str | None = None
) -> Mark:
    whole = ((span.start, span.end),)
    return Mark(group, label, span.start, span.end, whole, id_, claim, label if claim else None)
