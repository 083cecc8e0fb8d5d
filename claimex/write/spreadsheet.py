"""CSV for spreadsheets: one claim a row, with what a checker needs to know of it and of its article.

A cell that a spreadsheet could take for a formula gets an apostrophe before it (OWASP, CSV injection); plain numbers, negative
ones too, stay as they are.
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

from claimex.records import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimex.records import ArticleRecord, Claim, DateRecord

__all__ = ["COLUMNS", "header_row", "neutral", "rows"]

COLUMNS = (
    "article_id", "source", "line", "title", "url", "published", "claim_id", "family", "pattern", "statement", "text", "cue",
    "subject", "speaker", "speaker_kind", "polarity", "certainty", "tense", "when", "from", "to", "quantities", "places", "slots",
    "question", "refuted_by", "window_from", "window_to", "window_open", "implies", "worth", "start", "end", "offsets",
)  # fmt: skip
# OWASP's list, with the full-width forms that some spreadsheets read as the plain ones.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
NUMBER = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?", re.ASCII)
BETWEEN = "; "

Cell = str | int | float | bool | None


def header_row() -> bytes:
    """The names of the columns, as the first line."""
    return encoded([COLUMNS])


def rows(record: ArticleRecord) -> bytes:
    """One line for each claim of the article."""
    article = (record.id, record.source, record.line, record.title, record.url, record.published.value)
    return encoded((*article, *claim_cells(claim, record), record.offsets) for claim in record.claims)


def claim_cells(claim: Claim, record: ArticleRecord) -> Iterator[Cell]:
    """The cells from `claim_id` to `end`."""
    dates = {date.id: date for date in record.dates}
    quantities = {quantity.id: quantity for quantity in record.quantities}
    entities = {entity.id: entity for entity in record.entities}
    first: DateRecord | None = dates[claim.dates[0]] if claim.dates else None
    window = claim.check.window
    slots = {name: slot.text if isinstance(slot, Words) else slot for name, slot in claim.slots.items()}
    yield from (claim.id, claim.family, claim.pattern, claim.statement, claim.text, claim.cue.text)
    yield None if claim.subject is None else claim.subject.text
    yield from (None, None) if claim.speaker is None else (claim.speaker.text, claim.speaker.kind)
    yield from (claim.polarity, claim.certainty, claim.tense)
    yield from (None, None, None) if first is None else (first.value, first.from_, first.to)
    yield BETWEEN.join(quantities[id_].text for id_ in claim.quantities)
    yield BETWEEN.join(entities[id_].name for id_ in claim.places)
    yield json.dumps(slots, ensure_ascii=False)
    yield from (claim.check.question, claim.check.refuted_by)
    yield from (None, None, None) if window is None else (window.from_, window.to, "true" if window.open else "false")
    yield from (BETWEEN.join(claim.check.implies), claim.worth, claim.start, claim.end)


def neutral(cell: Cell) -> Cell:
    """The cell, as text that no spreadsheet computes unless it is a number."""
    if not isinstance(cell, str):
        return cell
    return f"'{cell}" if cell.startswith(RISKY) and not NUMBER.fullmatch(cell) else cell


def encoded(lines: Iterable[Iterable[Cell]]) -> bytes:
    """Lines as RFC 4180 has them. All words are quoted: where the semicolon parts cells, one inside a cell must not."""
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC).writerows([neutral(cell) for cell in line] for line in lines)
    return out.getvalue().encode()
