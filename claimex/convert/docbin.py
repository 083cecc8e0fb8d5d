"""spaCy: every article a Doc of one DocBin, with all marks as span groups and the whole record in `user_data`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import DocBin, Span, SpanGroup

from claimex.convert.marks import ALL_GROUPS, marks
from claimex.convert.offsets import with_text
from claimex.convert.tokens import english, tokenised

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from spacy.tokens import Doc

    from claimex.convert.marks import Mark
    from claimex.records import ArticleRecord

__all__ = ["write_docbin"]

ATTRIBUTES = ["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "SENT_START"]


def write_docbin(records: Iterable[ArticleRecord], path: Path) -> None:
    """Write a DocBin: `doc.spans["claims"]` and the other groups, `doc.ents`, sentences, `doc.user_data["claimex"]` (JSON)."""
    nlp = english()
    docs = DocBin(attrs=ATTRIBUTES, store_user_data=True)
    for record, text in with_text(records, need="a DocBin"):
        found = marks(record)
        places = {place for mark in found for place in (mark.start, mark.end)}
        places |= {sentence.start for sentence in record.sentences}
        doc = tokenised(nlp, text, places)
        add_groups(doc, found)
        add_entities(doc, record)
        add_sentences(doc, record)
        doc.user_data["claimex"] = record.model_dump_json(exclude={"text"})
        docs.add(doc)
    docs.to_disk(path)


def add_groups(doc: Doc, found: list[Mark]) -> None:
    """A span group for each kind of mark, empty ones too; `span.id_` is the mark's id, a claim's own for claims."""
    for group in ALL_GROUPS:
        spans = [span_at(doc, mark) for mark in found if mark.group == group]
        doc.spans[group] = SpanGroup(doc, name=group, spans=spans)


def span_at(doc: Doc, mark: Mark) -> Span:
    span = doc.char_span(mark.start, mark.end, label=mark.label, span_id=mark.id)
    if span is None:  # tokens were parted at every mark
        message = f"no tokens at {mark.start}-{mark.end}"
        raise AssertionError(message)
    return span


def add_entities(doc: Doc, record: ArticleRecord) -> None:
    """`doc.ents` can hold no two names that overlap: the first and longest stay."""
    names = sorted(
        (mention.start, -mention.end, mention.label or entity.label)
        for entity in record.entities
        for mention in entity.mentions
        if mention.kind == "name"
    )
    kept, last = [], 0
    for start, end, label in names:
        if start >= last:
            span = doc.char_span(start, -end, label=label)
            if span is not None:
                kept.append(span)
                last = -end
    doc.ents = kept


def add_sentences(doc: Doc, record: ArticleRecord) -> None:
    """Sentence starts as in the record; white space before a sentence belongs to the one before."""
    starts = {sentence.start for sentence in record.sentences}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
