"""One article's layers, claims, statements, checks and links in; its `ArticleRecord` out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex import __version__, records
from claimex.families._family import Phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimex.dates.timex import Timex
    from claimex.families._family import Check, Claim, Slot
    from claimex.layers import Layers
    from claimex.links import Link
    from claimex.names.entity import Entity
    from claimex.quantities import Quantity
    from claimex.read.article import Article
    from claimex.spans import Extent
    from claimex.speakers import Attribution
    from claimex.statement import Statement
    from claimex.worth import Worth

__all__ = ["ReadClaim", "article_id", "assemble"]

LANGUAGE = "en"
Fields = dict[str, object]  # of one record, by name: the whole article is validated at once, which is three times as fast
ID_DIGITS = 16  # hex digits of the text's SHA-256 that name an article which has no id of its own


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """A claim with what the later stages made of it."""

    claim: Claim
    statement: Statement
    check: Check
    worth: Worth | None = None


def text_digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def article_id(article: Article) -> str:
    """The article's own id, else the first 16 hex digits of its text's SHA-256."""
    return text_digest(article.text)[:ID_DIGITS] if article.id is None else article.id


def assemble(
    article: Article, layers: Layers, claims: tuple[ReadClaim, ...], links: tuple[Link, ...], *, model: records.ModelInfo
) -> records.ArticleRecord:
    """The whole record of one article, whose title is as given or found in its text."""
    sentences = sentence_places(layers.doc, article.text)
    publication = layers.dates.publication
    return records.ArticleRecord.model_validate(
        {
            "schema_": records.SCHEMA,
            "id": article_id(article),
            "source": article.source,
            "line": article.line,
            "title": article.title,
            "url": article.url,
            "meta": dict(article.meta),
            "published": {
                "value": publication.value,
                "grain": publication.grain,
                "how": publication.how,
                "evidence": publication.evidence,
            },
            "offsets": "codepoint",
            "text": article.text,
            "sha256": text_digest(article.text),
            "model": model,
            "claimex": __version__,
            "language": LANGUAGE,
            "sentences": tuple({"start": start, "end": end} for start, end in sentences),
            "entities": tuple(entity_record(entity, article.text) for entity in layers.names),
            "dates": tuple(date_record(timex, article.text) for timex in layers.dates),
            "quantities": tuple(quantity_record(item, article.text) for item in layers.quantities),
            "claims": tuple(claim_record(read, sentence_of(sentences, read.claim.cue), layers, article.text) for read in claims),
            "links": tuple({"kind": link.kind, "claims": link.claims, "why": link.why} for link in links),
        }
    )


def sentence_places(doc: Doc, article: str) -> list[tuple[int, int]]:
    """Where the sentences stand, without the white space around them; a sentence of nothing else is none."""
    found = []
    for sent in doc.sents:
        text = article[sent.start_char : sent.end_char]
        words = text.strip()
        if words:
            start = sent.start_char + text.index(words)
            found.append((start, start + len(words)))
    return found


def sentence_of(sentences: list[tuple[int, int]], at: Extent) -> int:
    """The index of the sentence that the words at `at` begin in."""
    low, high = 0, len(sentences) - 1
    while low < high:
        middle = (low + high) // 2
        if sentences[middle][1] <= at.start:
            low = middle + 1
        else:
            high = middle
    return low


def entity_record(entity: Entity, text: str) -> Fields:
    return {
        "id": entity.id,
        "label": entity.label,
        "name": entity.name,
        "country": entity.country,
        "kb": entity.kb,
        "mentions": tuple(
            {**place(mention.at, text), "kind": mention.kind, "label": mention.label} for mention in entity.mentions
        ),
    }


def date_record(timex: Timex, text: str) -> Fields:
    return {
        "id": timex.id,
        **place(timex.at, text),
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "from_": timex.from_,
        "to": timex.to,
        "anchor": timex.anchor,
        "rule": timex.rule,
        "unresolved": timex.unresolved,
    }


def quantity_record(item: Quantity, text: str) -> Fields:
    return {
        "id": item.id,
        **place(item.at, text),
        "value": item.value,
        "low": item.low,
        "high": item.high,
        "unit": item.unit,
        "kind": item.kind,
        "approx": item.approx,
    }


def claim_record(read: ReadClaim, sentence: int, layers: Layers, text: str) -> Fields:
    claim = read.claim
    return {
        "id": claim.id,
        "family": claim.family,
        **place(claim.clause, text),
        "sentence": sentence,
        "cue": span(claim.cue, text),
        "pattern": claim.pattern,
        "statement": read.statement.text,
        "unresolved": tuple(span(at, text) for at in read.statement.unresolved),
        "subject": subject_record(claim.subject, layers, text),
        "slots": {name: slot_record(slot, text) for name, slot in claim.slots.items()},
        "dates": claim.dates,
        "quantities": claim.quantities,
        "places": claim.places,
        "speaker": speaker_record(claim.attribution, text),
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "tense": claim.tense,
        "worth": None if read.worth is None else read.worth.value,
        "worth_why": () if read.worth is None else read.worth.why,
        "check": check_record(read.check),
    }


def check_record(check: Check) -> Fields:
    window = check.window
    return {
        "question": check.question,
        "refuted_by": check.refuted_by,
        "window": None if window is None else {"from_": window.from_, "to": window.to, "open": window.open},
        "implies": check.implies,
    }


def subject_record(at: Extent | None, layers: Layers, text: str) -> Fields | None:
    """The subject's words, and the entity that its head word belongs to or, failing that, the last one named in it."""
    if at is None:
        return None
    head = layers.doc[at.i : at.j].root
    hit = layers.names.at(head.i)
    return {**place(at, text), "entity": None if hit is None else hit[0].id}


def speaker_record(attribution: Attribution | None, text: str) -> Fields | None:
    if attribution is None or attribution.source is None or attribution.kind is None:
        return None
    cue = attribution.cue
    return {
        **place(attribution.source, text),
        "entity": attribution.entity,
        "kind": attribution.kind,
        "cue": text[cue.start : cue.end],
    }


def slot_record(slot: Slot, text: str) -> Fields | str | float | None:
    if not isinstance(slot, Phrase):
        return slot
    if slot.at is None:
        return {"text": slot.implied or "", "implied": True}
    return {
        **place(slot.at, text),
        "parts": tuple(span(part, text) for part in slot.parts) or None,
        "date": slot.date,
        "quantity": slot.quantity,
    }


def span(at: Extent, text: str) -> Fields:
    return {"text": text[at.start : at.end], "start": at.start, "end": at.end}


def place(at: Extent, text: str) -> Fields:
    return {"text": text[at.start : at.end], "start": at.start, "end": at.end}
