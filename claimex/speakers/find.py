"""The speakers layer"s way in: cues and quotations brought together."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from claimex.read.layout import sentence_breaks
from claimex.speakers.according import according_to, in_view_of
from claimex.speakers.attribution import Attributions
from claimex.speakers.cues import find_cue_words
from claimex.speakers.labels import labelled
from claimex.speakers.lexicon import load_lexicon
from claimex.speakers.quoted import assign
from claimex.speakers.quotes import find_quotations, is_utterance
from claimex.speakers.reading import draft_of
from claimex.speakers.settle import settled
from claimex.speakers.turns import find_turns, own_reports, selves

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from claimex.names.entity import Names
    from claimex.speakers.draft import Draft
    from claimex.speakers.quotes import Quotation

__all__ = ["find_attributions"]

NESTED = frozenset({"as-clause", "clause", "quotation", "before", "according", "parenthesis"})

OPINIONS = frozenset({"believe", "think", "doubt", "suspect", "fear", "expect", "estimate", "find", "feel", "show"})


def find_attributions(doc: Doc, names: Names, *, text: str | None = None) -> Attributions:
    """Every quotation and reported statement of `doc`; `text` is its text, which spaCy would have to put together again."""
    text = doc.text if text is None else text
    breaks = sentence_breaks(text)
    words = find_cue_words(doc)
    quotations = find_quotations(text, breaks)
    quoted = assign(doc, text, words, quotations, breaks)
    drafts = [draft for word in words if (draft := draft_of(word, text, quoted.get(word.token.i, []))) is not None]
    drafts += [*according_to(doc, text), *in_view_of(doc, text)]
    drafts += labelled(doc, text, names, breaks, quotations)
    drafts = outside(text, without_labels(drafts), quotations)
    turns = find_turns(doc, text, names)
    drafts = own_reports(drafts, turns) if turns else drafts
    found = [item for draft in drafts if (item := settled(doc, text, draft, quotations, names)) is not None]
    found = selves(found, turns, text) if turns else found
    items = sorted((*turns, *found), key=lambda item: (item.clause.start, item.cue.start))
    return Attributions(tuple(items))


def without_labels(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those whose cue is a word of a label: "Reports: ..." reports once."""
    labels = [draft.cue for draft in drafts if draft.pattern == "label"]
    return [draft for draft in drafts if draft.pattern == "label" or not any(i <= draft.head.i < j for i, j in labels)]


def outside(text: str, drafts: list[Draft], quotations: list[Quotation]) -> list[Draft]:
    """The drafts that are the article's own reports.

    Inside a quotation ("I think") nothing new is reported, but by the speakers of a transcript that stands in marks.
    Inside other reported words only what somebody else is said to have said counts ("he said that she had denied it"), or, by
    name or office, to think, not what he wants or blames.
    """
    said = load_lexicon().said
    quoted = Cover(part for quotation in quotations if is_utterance(text, quotation) for part in quotation.parts)
    reported = Cover(part for draft in drafts for part in draft.parts)
    return [
        draft
        for draft in drafts
        if (draft.pattern == "label" or not quoted.holds(draft.head.idx))
        and (
            not reported.holds(draft.head.idx)
            or (
                draft.pattern in NESTED
                and draft.source is not None
                and (draft.head.lemma_ in said or draft.pattern == "according" or is_opinion(draft, draft.source))
            )
        )
    ]


def is_opinion(draft: Draft, source: Token) -> bool:
    """Whether somebody with a name or an office is said to think it: "she said most doctors believe that"."""
    finite = draft.head.tag_ in {"VBD", "VBZ", "VBP"} and draft.head.lemma_ in OPINIONS
    return draft.pattern == "clause" and source.tag_[:2] == "NN" and finite


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
