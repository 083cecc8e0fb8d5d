"""A record in; what its models cannot tell to be wrong with it out: ids that name nothing, words that are not in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.records import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.records import ArticleRecord, Claim, DateRecord, Mention, QuantityRecord, Span

    Placed = Span | Claim | Mention | DateRecord | QuantityRecord

__all__ = ["misplaced", "unknown_id"]


def unknown_id(record: ArticleRecord) -> str | None:
    """An id that is used and names nothing, with who uses it; None if there is none. Files that people edited have them."""
    known = {
        "dates": {date.id for date in record.dates},
        "quantities": {quantity.id for quantity in record.quantities},
        "entities": {entity.id for entity in record.entities},
        "claims": {claim.id for claim in record.claims},
    }
    for user, kind, id_ in used_ids(record):
        if id_ not in known[kind]:
            return f"{user} uses {id_!r}, which is not among the {kind}"
    return None


def used_ids(record: ArticleRecord) -> Iterator[tuple[str, str, str]]:
    """Who uses which id of which kind."""
    for claim in record.claims:
        user = f"claim {claim.id}"
        yield from ((user, "dates", id_) for id_ in claim.dates)
        yield from ((user, "quantities", id_) for id_ in claim.quantities)
        yield from ((user, "entities", id_) for id_ in claim.places)
        for who in (claim.subject, claim.speaker):
            if who is not None and who.entity is not None:
                yield user, "entities", who.entity
        for slot in claim.slots.values():
            if isinstance(slot, Words):
                yield from ((user, "dates", id_) for id_ in (slot.date,) if id_ is not None)
                yield from ((user, "quantities", id_) for id_ in (slot.quantity,) if id_ is not None)
    for link in record.links:
        yield from (("a link", "claims", id_) for id_ in link.claims)


def misplaced(record: ArticleRecord, text: str) -> str | None:
    """Words that are not at their place in the text, offsets counted in code points; None if all are."""
    for start, end, words in placed_words(record):
        if not 0 <= start < end or text[start:end] != words:
            return f"{words[:40]!r} is not at {start}-{end} of its text"
    return None


def placed_words(record: ArticleRecord) -> Iterator[tuple[int, int, str]]:
    spans: list[Placed] = [mention for entity in record.entities for mention in entity.mentions]
    spans += [*record.dates, *record.quantities, *record.claims]
    spans += [span for claim in record.claims for span in (claim.cue, claim.subject, claim.speaker) if span is not None]
    slots = [slot for claim in record.claims for slot in claim.slots.values() if isinstance(slot, Words)]
    spans += [part for slot in slots for part in slot.parts or ()]
    yield from ((span.start, span.end, span.text) for span in spans)
    yield from ((slot.start, slot.end, slot.text) for slot in slots if slot.start is not None and slot.end is not None)
