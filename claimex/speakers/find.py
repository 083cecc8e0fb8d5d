"""The speakers layer's way in: cues and quotations brought together."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from claimex.read.layout import sentence_breaks
from claimex.spans import Extent, covering
from claimex.speakers.according import according_to
from claimex.speakers.attribution import Attribution, Attributions
from claimex.speakers.content import content_of
from claimex.speakers.cues import find_cue_words, source_of
from claimex.speakers.draft import Draft
from claimex.speakers.labels import labelled
from claimex.speakers.lexicon import load_lexicon
from claimex.speakers.quoted import Spoken, assign, has_clause, is_utterance
from claimex.speakers.quotes import find_quotations
from claimex.speakers.sources import entity_of, kind_of, source_extent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from claimex.names.entity import Names
    from claimex.speakers.attribution import Form
    from claimex.speakers.cues import CueWord
    from claimex.speakers.quotes import Quotation

__all__ = ["find_attributions"]

SPOKEN_ONLY = frozenset(
    {"noun-phrase", "object", "called", "preposition", "as", "infinitive", "passive"}
)  # nothing without a speaker
STANCES = frozenset({"support", "back", "favor", "favour", "oppose"})
NESTED = frozenset({"as-clause", "clause", "quotation", "before", "according", "parenthesis"})
LIGHT = frozenset(
    {"make", "issue", "give", "express", "have", "reach", "come", "voice", "raise", "repeat", "share", "release", "send", "put"}
)
EDGES = " \t\r\n\xa0,.;:—–-“”\"'‘’«»`()[]"
OPENERS = ' \t\r\n\xa0,.;:—–-“”"‘«»`)]'


def find_attributions(doc: Doc, names: Names) -> Attributions:
    """Every quotation and reported statement of `doc`."""
    text = doc.text  # made anew at each call
    breaks = sentence_breaks(text)
    words = find_cue_words(doc)
    quotations = find_quotations(text, breaks)
    quoted = assign(doc, text, words, quotations, breaks)
    drafts = [draft for word in words if (draft := draft_of(word, text, quoted.get(word.token.i, []))) is not None]
    drafts += according_to(doc, text)
    drafts += labelled(doc, text, names, breaks, quotations)
    drafts = outside(text, without_labels(drafts), quotations)
    found = (settled(doc, text, draft, quotations, names) for draft in drafts)
    items = sorted((item for item in found if item is not None), key=lambda item: (item.clause.start, item.cue.start))
    return Attributions(tuple(items))


def without_labels(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those whose cue is a word of a label: "Reports: ..." reports once."""
    labels = [draft.cue for draft in drafts if draft.pattern == "label"]
    return [draft for draft in drafts if draft.pattern == "label" or not any(i <= draft.head.i < j for i, j in labels)]


def outside(text: str, drafts: list[Draft], quotations: list[Quotation]) -> list[Draft]:
    """The drafts that are the article's own reports.

    Inside a quotation ("I think") nothing new is reported. Inside other reported words only what somebody else is said to
    have said counts ("he said that she had denied it"), not what he thinks, wants or blames.
    """
    said = load_lexicon().said
    quoted = Cover(part for quotation in quotations if is_utterance(text, quotation) for part in quotation.parts)
    reported = Cover(part for draft in drafts for part in draft.parts)
    return [
        draft
        for draft in drafts
        if not quoted.holds(draft.head.idx)
        and (
            not reported.holds(draft.head.idx)
            or (
                draft.pattern in NESTED
                and (draft.head.lemma_ in said or draft.pattern == "according")
                and draft.source is not None
            )
        )
    ]


class Cover:
    """Whether an offset lies inside any of some stretches: they are joined once, so that the answer is one bisection."""

    def __init__(self, parts: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(parts):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def holds(self, at: int) -> bool:
        k = bisect_right(self.starts, at) - 1
        return k >= 0 and at < self.ends[k]


def draft_of(word: CueWord, text: str, spoken: list[Spoken]) -> Draft | None:
    """One cue word's attribution, if it reports anything."""
    verb = word.token
    cue = (verb.i, word.end)
    content = content_of(word) if not spoken or clause_goes_on(word, text, spoken) else None
    if spoken and (content is None or content[0] != "clause"):
        parts = [part for item in spoken for part in item.parts]
        quoted = [part for item in spoken for part in item.quotation.parts]
        return Draft(verb, cue, "quotation", source_of(verb), parts, quoted, any(item.led for item in spoken))
    if content is None:
        return None
    pattern, ranges = content
    doc = verb.doc
    parts = [(doc[i].idx, word_end(doc, j)) for i, j in ranges if i < j]
    parts = joined([*parts, *(part for item in spoken for part in item.parts)])
    if word.kind == "noun" and verb.dep_ == "pobj" and verb.head.head.lemma_ in load_lexicon().said:
        return None  # "said in a statement that": the verb has it
    source = noun_source(word) if word.kind == "noun" else source_of(verb if word.kind == "verb" else verb.head)
    if source is None and pattern in SPOKEN_ONLY:
        return None
    if pattern == "object" and verb.lemma_ in STANCES and source is not None and source.tag_ in {"NN", "CD"}:
        return None  # "the cable supports a weight"
    return Draft(verb, cue, pattern, source, parts, mixed=bool(spoken))


def word_end(doc: Doc, j: int) -> int:
    """The offset where the word before token `j` ends, with what a hyphen ties to it."""
    while j + 1 < len(doc) and doc[j].text == "-" and not doc[j - 1].whitespace_ and not doc[j].whitespace_:
        j += 2
    return doc[j - 1].idx + len(doc[j - 1].text)


def clause_goes_on(word: CueWord, text: str, spoken: list[Spoken]) -> bool:
    """Whether the first quotation is only a piece of a clause: `said she had one quality: "..."`, `said "reforms" would help`."""
    first = spoken[0]
    if first.how != "before":
        return False
    gap = text[word.token.idx + len(word.token.text) : first.quotation.start].strip()
    last = text[first.quotation.parts[-1][1] - 1]
    if gap in {"", "that"}:
        return last.isalnum() and text[first.quotation.end : first.quotation.end + 2].strip()[:1].isalpha()
    return gap.endswith(":") and has_clause(word, first.quotation.start)


def joined(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts in order, those that touch or overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if found and start <= found[-1][1] + 3:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def noun_source(word: CueWord) -> Token | None:
    """Whose claim it is: "his claim", "a claim by the bank", "made the claim", "came to the conclusion"."""
    noun = word.token
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"by", "from"} | ({"of"} if "+of" not in word.frames else set()):
            return next((other for other in child.children if other.dep_ == "pobj"), None)
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return source_of(verb) if noun.dep_ in {"dobj", "pobj"} and verb.lemma_ in LIGHT else None


def settled(doc: Doc, text: str, draft: Draft, quotations: list[Quotation], names: Names) -> Attribution | None:
    parts = [part for start, end in draft.parts if (part := clean(doc, text, start, end, that=not draft.quoted)) is not None]
    if not parts:
        return None
    parts = whole_quotations(doc, text, sorted(parts, key=lambda part: part.start), quotations)
    cue = covering(doc, doc[draft.cue[0]].idx, doc[draft.cue[1] - 1].idx + len(doc[draft.cue[1] - 1].text))
    source = source_extent(draft.source, text, draft.cue, draft.limit) if draft.source is not None else None
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
    return covering(doc, start, end) if end > start else None


def whole_quotations(doc: Doc, text: str, parts: list[Extent], quotations: list[Quotation]) -> list[Extent]:
    """The parts, the last one run on to the end of a quotation that it breaks off in."""
    last = parts[-1]
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
    start, end = parts[0].start, parts[-1].end
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
