"""The speakers layer's way in: cues and quotations brought together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.read.layout import sentence_breaks
from claimex.spans import Extent, covering
from claimex.speakers.according import according_to
from claimex.speakers.attribution import Attribution, Attributions
from claimex.speakers.content import content_of
from claimex.speakers.cues import find_cue_words, source_of
from claimex.speakers.draft import Draft
from claimex.speakers.quoted import assign
from claimex.speakers.quotes import find_quotations
from claimex.speakers.sources import entity_of, kind_of, source_extent

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.names.entity import Names
    from claimex.speakers.attribution import Form
    from claimex.speakers.cues import CueWord
    from claimex.speakers.quotes import Quotation

__all__ = ["find_attributions"]

EDGES = " \t\r\n\xa0,.;:—–-“”\"'‘’«»`()[]"
OPENERS = ' \t\r\n\xa0,.;:—–-“”"‘«»`)]'


def find_attributions(doc: Doc, names: Names) -> Attributions:
    """Every quotation and reported statement of `doc`."""
    breaks = sentence_breaks(doc.text)
    words = find_cue_words(doc)
    quotations = find_quotations(doc.text, breaks)
    quoted = assign(doc, words, quotations, breaks)
    drafts = [draft for word in words if (draft := draft_of(word, quoted.get(word.token.i, []))) is not None]
    drafts += according_to(doc)
    found = (settled(doc, draft, quotations, names) for draft in drafts)
    items = sorted((item for item in found if item is not None), key=lambda item: (item.clause.start, item.cue.start))
    return Attributions(tuple(items))


def draft_of(word: CueWord, quotations: list[Quotation]) -> Draft | None:
    """One cue word's attribution, if it reports anything."""
    verb = word.token
    cue = (verb.i, word.end)
    if quotations:
        parts = [part for quotation in quotations for part in quotation.parts]
        return Draft(verb, cue, "quotation", source_of(verb), parts, list(parts))
    content = content_of(word)
    if content is None:
        return None
    pattern, ranges = content
    doc = verb.doc
    parts = [(doc[i].idx, doc[j - 1].idx + len(doc[j - 1].text)) for i, j in ranges if i < j]
    source = noun_source(verb) if word.kind == "noun" else source_of(verb if word.kind == "verb" else verb.head)
    return Draft(verb, cue, pattern, source, parts)


def noun_source(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "of"}:
            return next((other for other in child.children if other.dep_ == "pobj"), None)
    return None


def settled(doc: Doc, draft: Draft, quotations: list[Quotation], names: Names) -> Attribution | None:
    parts = [part for start, end in draft.parts if (part := clean(doc, start, end)) is not None]
    if not parts:
        return None
    parts.sort(key=lambda part: part.start)
    cue = covering(doc, doc[draft.cue[0]].idx, doc[draft.cue[1] - 1].idx + len(doc[draft.cue[1] - 1].text))
    source = source_extent(draft.source, draft.cue) if draft.source is not None else None
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
        clause_of(doc, cue, parts, source),
        draft.head.i,
        draft.pattern,
    )


def clean(doc: Doc, start: int, end: int) -> Extent | None:
    """A part of the content without quotation marks, edge punctuation and a leading "that"."""
    text = doc.text
    while start < end and text[start] in OPENERS:
        start += 1
    if text[start : start + 5].lower() == "that ":
        start += 5
    while start < end and text[start] in OPENERS:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return covering(doc, start, end) if end > start else None


def form_of(parts: list[Extent], draft: Draft, quotations: list[Quotation]) -> Form:
    if draft.quoted:
        return "direct"
    start, end = parts[0].start, parts[-1].end
    inside = any(quotation.start < end and quotation.end > start for quotation in quotations)
    return "mixed" if inside else "indirect"


def clause_of(doc: Doc, cue: Extent, parts: list[Extent], source: Extent | None) -> Extent:
    """Cue, source and the content that touches the cue's sentence."""
    sent = doc[cue.i].sent
    low, high = sent.start_char, sent.end_char
    places = [cue, *([source] if source is not None and source.start < high and source.end > low else [])]
    places += [part for part in parts if part.start < high and part.end > low] or parts[:1]
    return covering(doc, min(place.start for place in places), max(place.end for place in places))
