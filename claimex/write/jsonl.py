"""JSONL, the canonical output: one article, or one claim, a line."""

from __future__ import annotations

import json
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from claimex.records import ArticleRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["claim_lines", "dump", "to_utf16"]


def dump(record: ArticleRecord, *, text: bool = True) -> str:
    """One article as one line of JSON, without the line end; `text=False` leaves the article's text out."""
    return record.model_dump_json(exclude=None if text else {"text"})


def claim_lines(record: ArticleRecord) -> Iterator[str]:
    """One line for each claim, with its article's identity beside it and ids written out as what they name."""
    article = {
        "id": record.id,
        "source": record.source,
        "title": record.title,
        "url": record.url,
        "published": record.published.model_dump(),
    }
    entities = {entity.id: entity.model_dump(exclude={"mentions"}) for entity in record.entities}
    dates = {date.id: date.model_dump() for date in record.dates}
    quantities = {quantity.id: quantity.model_dump() for quantity in record.quantities}
    tables = {"dates": dates, "quantities": quantities, "places": entities}
    for claim in record.claims:
        line: dict[str, Any] = claim.model_dump()
        for key, table in tables.items():
            line[key] = [table[id_] for id_ in line[key]]
        for key in ("subject", "speaker"):
            if line[key] is not None and line[key]["entity"] is not None:
                line[key]["entity"] = entities[line[key]["entity"]]
        for slot in line["slots"].values():
            if isinstance(slot, dict):
                slot.update(
                    {
                        key: tables[f"{key}s" if key == "date" else "quantities"][slot[key]]
                        for key in ("date", "quantity")
                        if key in slot
                    }
                )
        yield json.dumps({"article": article, **line}, ensure_ascii=False, separators=(",", ":"))


def to_utf16(record: ArticleRecord) -> ArticleRecord:
    """The same record with offsets counted in UTF-16 code units, as JavaScript does."""
    text = record.text or ""
    wide = [k for k, character in enumerate(text) if ord(character) > 0xFFFF]  # noqa: PLR2004  # the last of the BMP
    if not wide:
        return record.model_copy(update={"offsets": "utf16"})

    def shifted(value: Any) -> Any:  # noqa: ANN401  # any JSON
        if isinstance(value, list):
            return [shifted(item) for item in value]
        if isinstance(value, dict):
            return {
                key: item + bisect_left(wide, item) if key in {"start", "end"} and isinstance(item, int) else shifted(item)
                for key, item in value.items()
            }
        return value

    data = record.model_dump(mode="json")
    parts = {key: shifted(data[key]) for key in ("sentences", "entities", "dates", "quantities", "claims")}
    return ArticleRecord.model_validate(data | parts | {"offsets": "utf16"})
