"""A draft in; the attribution with its extents, its speaker and its form, out."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from claimex.spans import Extent, covering, trimmed
from claimex.speakers.attribution import Attribution
from claimex.speakers.sources import entity_of, kind_of, source_extent

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimex.names.entity import Names
    from claimex.speakers.attribution import Form
    from claimex.speakers.draft import Draft
    from claimex.speakers.quotes import Quotation

__all__ = ["settled"]

LABELS = frozenset({"label", "signed"})
LOOSE_ENDS = (" and", " or", " but")
EDGES = " \t\r\n\xa0,.;:—–-“”\"'‘’«»`()[]"
OPENERS = ' \t\r\n\xa0,.;:—–-“”"‘«»`)]'


def settled(doc: Doc, text: str, draft: Draft, quotations: list[Quotation], names: Names) -> Attribution | None:
    parts = [part for start, end in draft.parts if (part := clean(doc, text, start, end, that=not draft.quoted)) is not None]
    if not parts:
        return None
    parts = whole_quotations(doc, text, sorted(parts, key=lambda part: part.start), quotations)
    cue = covering(doc, doc[draft.cue[0]].idx, doc[draft.cue[1] - 1].idx + len(doc[draft.cue[1] - 1].text))
    source = source_extent(draft.source, text, draft.cue, draft.limit) if draft.source is not None else None
    if draft.pattern in LABELS and draft.limit is not None:
        source = trimmed(doc, draft.cue[0], draft.limit)  # the label is the speaker, whatever the parser hung on it
    entity = kind = None
    if source is not None and draft.source is not None:
        entity, mention = entity_of(draft.source, source, names)
        kind = kind_of(draft.source, source, mention, names)
    return Attribution(
        cue,
        tuple(parts),
        source,
        entity,
        kind,
        form_of(parts, draft, quotations),
        clause_of(doc, text, cue, parts, source),
        draft.head.i,
        draft.pattern,
    )


def clean(doc: Doc, text: str, start: int, end: int, *, that: bool = True) -> Extent | None:
    """A part of the content without quotation marks, edge punctuation and a leading "that"."""
    while start < end and text[start] in OPENERS:
        start += 1
    if that and text[start : start + 5] == "that ":
        start += 5
    while start < end and text[start] in OPENERS:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    while start < end and text[start] in "([" and ")" not in text[start:end] and "]" not in text[start:end]:
        start += 1
    while start < end and text[start].isspace():
        start += 1
    if text.endswith(LOOSE_ENDS, start, end):
        end = start + len(text[start:end].rpartition(" ")[0].rstrip(" ,;"))
    while end > start and text[end - 1].isspace():
        end -= 1
    return covering(doc, start, end) if end > start else None


def whole_quotations(doc: Doc, text: str, parts: list[Extent], quotations: list[Quotation]) -> list[Extent]:
    """The parts, the last one run on to the end of a quotation that it breaks off in."""
    last = parts[-1]
    n = bisect_right(quotations, last.end, key=lambda quotation: quotation.start)
    for follows in quotations[n : n + 1]:
        within = follows.parts[0][1]
        if text[last.end : follows.start] == " " and text[within - 1].isalnum() and doc[last.j - 1].sent.end_char > within:
            tail = clean(doc, text, last.start, within)
            return parts if tail is None else [*parts[:-1], tail]
    k = bisect_right(quotations, last.end - 1, key=lambda quotation: quotation.start) - 1
    if k < 0 or quotations[k].start < parts[0].start or not (quotations[k].start < last.end <= quotations[k].parts[0][1]):
        return parts
    end = clean(doc, text, last.start, quotations[k].parts[0][1])
    return [*parts[:-1], end] if end is not None else parts


def form_of(parts: list[Extent], draft: Draft, quotations: list[Quotation]) -> Form:
    if draft.mixed:
        return "mixed"
    if draft.quoted:
        return "direct"
    start, end = parts[0].start, (parts[0] if draft.later else parts[-1]).end
    k = bisect_right(quotations, end - 1, key=lambda quotation: quotation.start) - 1
    inside = k >= 0 and quotations[k].end > start
    return "mixed" if inside else "indirect"


def clause_of(doc: Doc, text: str, cue: Extent, parts: list[Extent], source: Extent | None) -> Extent:
    """Cue, source and content as far as they stand in the cue's sentence, or in that where the content begins."""
    sent = doc[cue.i].sent
    low, high = sent.start_char, sent.end_char
    if parts[0].start >= high:
        high = doc[parts[0].i].sent.end_char
    places = [place for place in (cue, source, *parts) if place is not None and place.start < high and place.end > low]
    start = max(low, min(place.start for place in places))
    end = min(high, max(place.end for place in places))
    clipped = clean(doc, text, start, end, that=False)
    return clipped if clipped is not None and clipped.covers(cue) else covering(doc, start, end)
