"""A Doc's paragraphs in; speakers set beside their words by a colon or a dash, out.

"Putin: no change on Kashmir" as a headline or in a transcript, and a quotation with "— Ann Lee" behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.speakers.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from claimex.names.entity import Names
    from claimex.speakers.quotes import Quotation

__all__ = ["labelled"]

# One to six words before a colon, at the start of a paragraph.
LABEL = re.compile(
    r"[\"“‘']?((?:[A-Z][\w.’'&-]{0,30}|of|the|for)(?: (?:[A-Z][\w.’'&-]{0,30}|of|the|for)){0,5}): (?=[\"“‘'\w$£€])"
)
SIGNED = re.compile(r"\s*[-—–―]{1,2}\s*(?=[A-Z])")
MAX_LABEL = 4  # tokens of a name before a colon in the running text
MAX_NAME = 60  # characters of the name behind a dash
REPORTS = frozenset({
    "report", "reports", "study", "poll", "survey", "police", "source", "sources", "officials", "experts", "analysts",
    "scientists",
    "researchers", "court", "judge", "minister", "ministry", "government", "pm", "president", "un", "who", "fbi", "coach",
})  # fmt: skip
MAX_HEADLINE = 200


def labelled(doc: Doc, text: str, names: Names, breaks: list[int], quotations: list[Quotation]) -> Iterator[Draft]:
    """The drafts of both kinds."""
    first = len(text) - len(text.lstrip())
    for start, end in zip([first, *breaks], [*breaks, len(text)], strict=True):
        match = LABEL.match(text, start, end)
        if match is not None:
            span = doc.char_span(match.start(1), match.end(1))
            if span is not None and is_speaker(span, text, names, headline=start == first and end - start < MAX_HEADLINE):
                colon = doc[span.end]
                yield Draft(
                    colon,
                    (span.start, span.end + 1),
                    "label",
                    head_of(span),
                    [(match.end(), len(text[:end].rstrip()))],
                    limit=span.end,
                )
    for quotation in quotations:
        match = SIGNED.match(text, quotation.end, quotation.end + 8)
        signed = signature(doc, text, match.end()) if match is not None else None
        if signed is not None:
            cue = (signed.start, signed.end)
            parts = list(quotation.parts)
            yield Draft(head_of(signed), cue, "signed", head_of(signed), parts, list(parts), limit=signed.end)


def head_of(span: Span) -> Token:
    """The last name of a name; the head of a description."""
    return span.root if span.root.tag_ in {"NN", "NNS"} else span[-1]


def is_speaker(span: Span, text: str, names: Names, *, headline: bool) -> bool:
    """A person's name, or a word for a body that reports; in a transcript all capitals."""
    if span.text.isupper() and span.text.isalpha() and len(span.text) > 1 and not headline:
        return True
    kinds = {hit[0].label for token in span if (hit := names.at(token.i)) is not None}
    if span[-1].lower_ in REPORTS and headline:
        return True
    if headline:
        again = span[-1].tag_ in {"NNP", "NNPS"} and text.find(span.text, span.end_char) > 0
        return again or bool(kinds & {"PERSON", "ORG", "GPE", "NORP"})
    return "PERSON" in kinds and len(span) <= MAX_LABEL


def signature(doc: Doc, text: str, at: int) -> Span | None:
    """The name that begins at `at`, if it is a person's."""
    span = doc.char_span(at, min(len(text), at + 1), alignment_mode="expand")
    if span is None or span[0].tag_ not in {"NNP", "NNPS"} or span[0].idx != at:
        return None
    i = j = span.start
    while j < len(doc) and doc[j].tag_ in {"NNP", "NNPS"} and doc[j].idx - at < MAX_NAME and "\n" not in text[at : doc[j].idx]:
        j += 1
    after = text[(end := doc[j - 1].idx + len(doc[j - 1].text)) : end + 3].strip(" \xa0")
    return doc[i:j] if j - i > 1 and (not after or after[0] in ",\n(") else None
