"""A record in; what is compared of it out: each claim as plain values, without ids and offsets, which shift with every edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimex.records import Words

if TYPE_CHECKING:
    from claimex.records import ArticleRecord, Claim, DateRecord, Entity, QuantityRecord

__all__ = ["SeenArticle", "SeenClaim", "seen"]


@dataclass(frozen=True, slots=True)
class SeenClaim:
    """One claim: where it stands, and what it says under the record's own keys."""

    id: str
    family: str
    start: int
    end: int
    cue: tuple[int, int]
    values: dict[str, Any]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its clause, without case and punctuation around them."""
        return tuple(word.strip(".,;:!?\"'()“”‘’").lower() for word in self.values["text"].split())


@dataclass(frozen=True, slots=True)
class SeenArticle:
    """One article: what it is known by, and its claims."""

    id: str
    source: str | None
    line: int | None
    title: str | None
    sha256: str
    published: str | None
    number: int
    claims: tuple[SeenClaim, ...]

    @property
    def head(self) -> dict[str, Any]:
        """What tells a reader which article it is."""
        return {"id": self.id, "source": self.source, "line": self.line, "title": self.title}


def seen(record: ArticleRecord, number: int) -> SeenArticle:
    """What is compared of the file's `number`th article."""
    view = View(record)
    claims = tuple(view(claim) for claim in record.claims)
    published = record.published.value
    return SeenArticle(record.id, record.source, record.line, record.title, record.sha256, published, number, claims)


class View:
    """The claims of one record, with ids replaced by what they name."""

    def __init__(self, record: ArticleRecord) -> None:
        self.dates: dict[str, DateRecord] = {date.id: date for date in record.dates}
        self.quantities: dict[str, QuantityRecord] = {quantity.id: quantity for quantity in record.quantities}
        self.entities: dict[str, Entity] = {entity.id: entity for entity in record.entities}

    def __call__(self, claim: Claim) -> SeenClaim:
        subject, speaker, window = claim.subject, claim.speaker, claim.check.window
        values: dict[str, Any] = {
            "text": claim.text,
            "cue": claim.cue.text,
            "pattern": claim.pattern,
            "statement": claim.statement,
            "unresolved": [span.text for span in claim.unresolved],
            "subject": None if subject is None else [subject.text, self.name(subject.entity)],
            "slots": {name: self.slot(slot) for name, slot in claim.slots.items()},
            "dates": [self.date(id_) for id_ in claim.dates],
            "quantities": [self.quantity(id_) for id_ in claim.quantities],
            "places": [self.name(id_) for id_ in claim.places],
            "speaker": None if speaker is None else [speaker.text, self.name(speaker.entity), speaker.kind, speaker.cue],
            "polarity": claim.polarity,
            "certainty": claim.certainty,
            "tense": claim.tense,
            "worth": claim.worth,
            "worth_why": list(claim.worth_why),
            "question": claim.check.question,
            "refuted_by": claim.check.refuted_by,
            "window": None if window is None else [window.from_, window.to, window.open],
            "implies": list(claim.check.implies),
        }
        return SeenClaim(claim.id, claim.family, claim.start, claim.end, (claim.cue.start, claim.cue.end), values)

    def name(self, id_: str | None) -> str | None:
        return None if id_ is None else self.entities[id_].name

    def date(self, id_: str) -> list[str | None]:
        date = self.dates[id_]
        return [date.text, date.value, date.mod, date.from_, date.to]

    def quantity(self, id_: str) -> list[str | int | float | None]:
        quantity = self.quantities[id_]
        return [quantity.text, quantity.value, quantity.low, quantity.high, quantity.unit, quantity.kind, quantity.approx]

    def slot(self, slot: Words | float | str | None) -> object:
        if not isinstance(slot, Words):
            return slot
        if slot.date is not None:
            return self.date(slot.date)
        return self.quantity(slot.quantity) if slot.quantity is not None else slot.text
