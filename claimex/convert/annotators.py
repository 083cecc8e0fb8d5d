"""Label Studio, doccano and Prodigy: articles with their claims marked, for people to correct.

All three count code points. A relation runs from a claim to each of its parts (subject, speaker, slots) where both are marked.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimex.convert.marks import marks
from claimex.convert.offsets import with_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimex.convert.marks import Mark
    from claimex.records import ArticleRecord

__all__ = ["doccano_lines", "label_studio_pieces", "prodigy_lines"]

LABELS_NAME, TEXT_NAME = "label", "text"  # the names that the labelling set-up in docs/outputs.md gives its two controls


def label_studio_pieces(records: Iterable[ArticleRecord], groups: tuple[str, ...]) -> Iterator[str]:
    """One JSON list of tasks, each article a task with a prediction."""
    before = "[\n"
    for record, text in with_text(records, need="Label Studio"):
        found = marks(record, groups)
        task = {
            "data": {TEXT_NAME: text, **about(record)},
            "predictions": [{
                "model_version": f"claimex {record.claimex}",
                "result": [*(region(mark, text) for mark in found), *map(label_studio_relation, related(found))],
            }],
        }  # fmt: skip
        yield before + compact(task)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def region(mark: Mark, text: str) -> dict[str, Any]:
    value = {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end], "labels": [mark.label]}
    return {"id": mark.id, "from_name": LABELS_NAME, "to_name": TEXT_NAME, "type": "labels", "value": value}


def label_studio_relation(pair: tuple[Mark, Mark]) -> dict[str, Any]:
    claim, part = pair
    return {"type": "relation", "from_id": claim.id, "to_id": part.id, "direction": "right", "labels": [part.role]}


def doccano_lines(records: Iterable[ArticleRecord], groups: tuple[str, ...]) -> Iterator[str]:
    """JSONL of a sequence labelling project with relations. Ids are numbers, each used once in the file."""
    last = 0
    for record, text in with_text(records, need="doccano"):
        found = marks(record, groups)
        numbers = {mark.id: last + k for k, mark in enumerate(found, 1)}
        last += len(found)
        entities = [
            {"id": numbers[mark.id], "label": mark.label, "start_offset": mark.start, "end_offset": mark.end} for mark in found
        ]
        relations = [
            {"from_id": numbers[claim.id], "to_id": numbers[part.id], "type": part.role} for claim, part in related(found)
        ]
        yield compact({"text": text, "entities": entities, "relations": relations, **about(record)}) + "\n"


def prodigy_lines(records: Iterable[ArticleRecord], groups: tuple[str, ...]) -> Iterator[str]:
    """JSONL of tasks for `spans.manual`, with tokens that begin and end where the marks do."""
    from claimex.convert.tokens import english, tokenised  # noqa: PLC0415  # spaCy, which the others do without

    nlp = english()
    for record, text in with_text(records, need="Prodigy"):
        found = marks(record, groups)
        doc = tokenised(nlp, text, {place for mark in found for place in (mark.start, mark.end)})
        tokens = [{"text": t.text, "start": t.idx, "end": t.idx + len(t), "id": t.i, "ws": bool(t.whitespace_)} for t in doc]
        starts = {token.idx: token.i for token in doc}
        ends = {token.idx + len(token): token.i for token in doc}
        spans = [
            {
                "start": mark.start, "end": mark.end, "token_start": starts[mark.start], "token_end": ends[mark.end],
                "label": mark.label,
            }
            for mark in found
        ]  # fmt: skip
        yield compact({"text": text, "tokens": tokens, "spans": spans, "meta": about(record)}) + "\n"


def related(found: list[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Each claim with each of its parts, where both are among the marks."""
    claims = {mark.id: mark for mark in found if mark.group == "claims"}
    for mark in found:
        if mark.claim in claims:
            yield claims[mark.claim], mark


def about(record: ArticleRecord) -> dict[str, str]:
    """What tells the annotator which article it is; not as `id`, which the tools give themselves."""
    known = {"article_id": record.id, "title": record.title, "url": record.url, "published": record.published.value}
    return {key: value for key, value in known.items() if value is not None}


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
