"""schema.org: each article a JSON-LD document with the article and its claims as `Claim`s.

There is no verdict, so there is no `ClaimReview`: that is what a fact-checker adds, with the `Claim` as its `itemReviewed`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimex.convert.names import article_iri, claim_iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimex.records import ArticleRecord, Claim, DateRecord, Entity

__all__ = ["schema_org_lines"]

TYPES = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place", "EVENT": "Event",
    "WORK_OF_ART": "CreativeWork", "LAW": "Legislation", "PRODUCT": "Product", "LANGUAGE": "Language",
}  # fmt: skip
AUTHORS = {"PERSON": "Person", "ORG": "Organization", "GPE": "Organization"}  # a country that says something is its government


def schema_org_lines(records: Iterable[ArticleRecord]) -> Iterator[str]:
    """A document for each article."""
    for record in records:
        nodes = [article_node(record), *(claim_node(record, claim) for claim in record.claims)]
        yield json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, separators=(",", ":")) + "\n"


def article_node(record: ArticleRecord) -> dict[str, Any]:
    node = {
        "@type": "NewsArticle",
        "@id": article_iri(record),
        "identifier": record.id,
        "headline": record.title,
        "url": record.url,
        "datePublished": record.published.value,
        "inLanguage": record.language,
    }
    return present(node)


def claim_node(record: ArticleRecord, claim: Claim) -> dict[str, Any]:
    """A claim, as far as schema.org has words for it: what is said, by whom, about what, when and where, and in which article."""
    entities = {entity.id: entity for entity in record.entities}
    dates = {date.id: date for date in record.dates}
    speaker = None if claim.speaker is None or claim.speaker.entity is None else entities[claim.speaker.entity]
    subject = None if claim.subject is None or claim.subject.entity is None else entities[claim.subject.entity]
    node = {
        "@type": "Claim",
        "@id": claim_iri(record, claim),
        "identifier": claim.id,
        "text": claim.statement,
        "genre": claim.family,
        "inLanguage": record.language,
        "datePublished": record.published.value,
        "appearance": {"@id": article_iri(record)},
        "isBasedOn": {"@type": "Quotation", "text": claim.text, "isPartOf": {"@id": article_iri(record)}},
        "author": None if speaker is None or speaker.label not in AUTHORS else thing(speaker, AUTHORS[speaker.label]),
        "about": None if subject is None else thing(subject, TYPES.get(subject.label, "Thing")),
        "temporalCoverage": coverage(dates[claim.dates[0]]) if claim.dates else None,
        "spatialCoverage": [thing(entities[id_], "Place") for id_ in claim.places] or None,
    }
    return present(node)


def thing(entity: Entity, kind: str) -> dict[str, str]:
    return {"@type": kind, "name": entity.name}


def coverage(date: DateRecord) -> str | None:
    """The days that a date can mean, as an ISO 8601 interval."""
    if date.from_ is None or date.to is None:
        return None
    return date.from_ if date.from_ == date.to else f"{date.from_}/{date.to}"


def present(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value is not None}
