"""SQLite: articles, entities, dates, quantities and claims as tables with keys, and a full-text index of articles and claims."""

from __future__ import annotations

import json
import sqlite3
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Self

from claimex.records import Words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from types import TracebackType

    from claimex.records import ArticleRecord, Claim, Span

__all__ = ["SqliteWriter"]

COMMIT_EVERY = 500  # articles
Keys = dict[str, int]


class SqliteWriter:
    """Writes records into a new database. Rows are numbered in the order in which they come: the same records, the same file."""

    def __init__(self, path: Path) -> None:
        self.db = sqlite3.connect(path, isolation_level=None)
        # A journal and syncing would guard a file that has no name yet: the caller syncs it once and then names it.
        self.db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;")
        self.db.executescript(sql("schema.sql"))
        self.db.execute("BEGIN")
        self.count = 0

    def add(self, record: ArticleRecord) -> None:
        """Take one record."""
        article = self.add_article(record)
        entities = self.add_entities(record, article)
        self.insert_all("sentences", ((article, number, s.start, s.end) for number, s in enumerate(record.sentences)))
        dates = {
            date.id: self.insert("dates", (
                article, date.id, date.start, date.end, date.text, date.type, date.value, date.mod, date.from_, date.to,
                date.anchor, date.rule, date.unresolved,
            ))
            for date in record.dates
        }  # fmt: skip
        quantities = {
            item.id: self.insert("quantities", (
                article, item.id, item.start, item.end, item.text, storable(item.value), storable(item.low), storable(item.high),
                item.unit, item.kind, item.approx,
            ))
            for item in record.quantities
        }  # fmt: skip
        claims = {claim.id: self.add_claim(claim, article, entities, dates, quantities) for claim in record.claims}
        for link in record.links:
            self.insert("links", (link.kind, claims[link.claims[0]], claims[link.claims[1]], link.why))
        self.count += 1
        if self.count % COMMIT_EVERY == 0:
            self.db.execute("COMMIT")
            self.db.execute("BEGIN")

    def add_article(self, record: ArticleRecord) -> int:
        published, model = record.published, record.model
        ner = (None, None) if model.ner is None else (model.ner.name, model.ner.digest)
        return self.insert("articles", (
            record.id, record.source, record.line, record.title, record.url, published.value, published.grain, published.how,
            published.evidence, record.text, record.offsets, record.sha256, record.language, model.name, model.version,
            model.digest, model.ops, *ner, record.claimex, record.schema_, as_json(record.meta),
        ))  # fmt: skip

    def add_entities(self, record: ArticleRecord, article: int) -> Keys:
        keys = {}
        for entity in record.entities:
            values = (article, entity.id, entity.label, entity.name, entity.country, entity.kb)
            keys[entity.id] = key = self.insert("entities", values)
            self.insert_all("mentions", ((None, key, m.start, m.end, m.text, m.kind, m.label) for m in entity.mentions))
        return keys

    def add_claim(self, claim: Claim, article: int, entities: Keys, dates: Keys, quantities: Keys) -> int:
        subject, speaker, window = claim.subject, claim.speaker, claim.check.window
        key = self.insert("claims", (
            article, claim.id, claim.family, claim.statement, claim.text, claim.start, claim.end, claim.sentence,
            *place(claim.cue), claim.pattern,
            *place(subject), None if subject is None or subject.entity is None else entities[subject.entity],
            *place(speaker), None if speaker is None or speaker.entity is None else entities[speaker.entity],
            *((None, None) if speaker is None else (speaker.kind, speaker.cue)),
            claim.polarity, claim.certainty, claim.tense, claim.worth, as_json(claim.worth_why), claim.check.question,
            claim.check.refuted_by, *((None, None, None) if window is None else (window.from_, window.to, window.open)),
            as_json(claim.check.implies), as_json([span.model_dump() for span in claim.unresolved]),
        ))  # fmt: skip
        for name, slot in claim.slots.items():
            self.add_slot(key, name, slot, dates, quantities)
        self.insert_all("claim_dates", ((key, k, dates[id_]) for k, id_ in enumerate(claim.dates)))
        self.insert_all("claim_quantities", ((key, k, quantities[id_]) for k, id_ in enumerate(claim.quantities)))
        self.insert_all("claim_places", ((key, k, entities[id_]) for k, id_ in enumerate(claim.places)))
        return key

    def add_slot(self, claim: int, name: str, slot: Words | float | str | None, dates: Keys, quantities: Keys) -> None:
        if not isinstance(slot, Words):
            self.insert("slots", (claim, name, storable(slot), None, None, None, None, None, None))
            return
        parts = None if slot.parts is None else as_json([part.model_dump() for part in slot.parts])
        date = None if slot.date is None else dates[slot.date]
        quantity = None if slot.quantity is None else quantities[slot.quantity]
        self.insert("slots", (claim, name, slot.text, slot.start, slot.end, parts, date, quantity, slot.implied))

    def insert(self, table: str, values: tuple[Any, ...]) -> int:
        """Add a row whose first column is its key; give the key."""
        marks = ", ".join("?" * len(values))
        row = self.db.execute(f"INSERT INTO {table} VALUES (NULL, {marks})", values).lastrowid  # noqa: S608  # our own names
        return row or 0

    def insert_all(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add rows that have all their columns."""
        known = list(rows)
        if known:
            self.db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(known[0]))})", known)  # noqa: S608

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Make the indexes and close; after an error, only close."""
        if kind is None:
            self.db.execute("COMMIT")
            self.db.executescript(sql("finish.sql"))
        self.db.close()


def sql(name: str) -> str:
    return files("claimex.write").joinpath(name).read_text(encoding="utf-8")


def place(span: Span | None) -> tuple[str | None, int | None, int | None]:
    return (None, None, None) if span is None else (span.text, span.start, span.end)


def storable(value: Any) -> Any:  # noqa: ANN401
    """A value as SQLite can hold it: whole numbers of more than 64 bits as floats."""
    return float(value) if isinstance(value, int) and not -(2**63) <= value < 2**63 else value


def as_json(value: Any) -> str:  # noqa: ANN401
    return json.dumps(value, ensure_ascii=False)
