"""W3C Web Annotation: each article a page of annotations, a claim each, anchored by a position and by a quotation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimex.convert.names import article_iri, claim_iri, page_iri
from claimex.convert.offsets import with_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimex.records import ArticleRecord, Claim

__all__ = ["web_annotation_lines"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of the text before and after a quotation; what common clients use


def web_annotation_lines(records: Iterable[ArticleRecord]) -> Iterator[str]:
    """An AnnotationPage for each article. Positions count code points, as the recommendation says."""
    for record, text in with_text(records, need="a Web Annotation"):
        page = {
            "@context": CONTEXT,
            "id": page_iri(record),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [annotation(record, text, claim) for claim in record.claims],
        }
        yield json.dumps(page, ensure_ascii=False, separators=(",", ":")) + "\n"


def annotation(record: ArticleRecord, text: str, claim: Claim) -> dict[str, Any]:
    """One claim: what it asserts and what to ask, on the words that state it."""
    start, end = claim.start, claim.end
    return {
        "id": claim_iri(record, claim),
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"type": "Software", "name": f"claimex {record.claimex}"},
        "body": [
            body(claim.family, "classifying", record.language),
            body(claim.statement, "describing", record.language),
            body(claim.check.question, "questioning", record.language),
        ],
        "target": {
            "source": article_iri(record),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - AROUND) : start],
                    "suffix": text[end : end + AROUND],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }


def body(value: str, purpose: str, language: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "purpose": purpose, "format": "text/plain", "language": language}
