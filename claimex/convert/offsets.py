"""Records whose offsets count code points, whatever they counted before, with the text that they count in."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from claimex.convert.whole import misplaced
from claimex.errors import BadInput
from claimex.records import ArticleRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["with_text"]


def with_text(records: Iterable[ArticleRecord], *, need: str) -> Iterator[tuple[ArticleRecord, str]]:
    """Each record, its offsets in code points, with its text; `need` is who needs it.

    Raises BadInput for a record without text, and for one whose words are not at their places in it.
    """
    for number, record in enumerate(records, 1):
        where = f"{record.source or f'article {number}'} ({record.id})"
        if record.text is None:
            message = f"{where}: the record has no text, which {need} needs; extract without --no-text"
            raise BadInput(message, reason="no text")
        counted = to_codepoints(record, record.text)
        if (wrong := misplaced(counted, record.text)) is not None:
            message = f"{where}: not as claimex wrote it: {wrong}"
            raise BadInput(message, reason="record")
        yield counted, record.text


def to_codepoints(record: ArticleRecord, text: str) -> ArticleRecord:
    """The inverse of `to_utf16`."""
    if record.offsets == "codepoint":
        return record
    wide = [k for k, character in enumerate(text) if ord(character) > 0xFFFF]  # noqa: PLR2004  # the last of the BMP
    units = [k + before for before, k in enumerate(wide)]  # where each of them starts, in UTF-16 units

    def shifted(value: Any) -> Any:  # noqa: ANN401  # any JSON
        if isinstance(value, list):
            return [shifted(item) for item in value]
        if isinstance(value, dict):
            return {
                key: item - bisect_left(units, item) if key in {"start", "end"} and isinstance(item, int) else shifted(item)
                for key, item in value.items()
            }
        return value

    data = record.model_dump(mode="json")
    parts = {key: shifted(data[key]) for key in ("sentences", "entities", "dates", "quantities", "claims")}
    return ArticleRecord.model_validate(data | parts | {"offsets": "codepoint"})
