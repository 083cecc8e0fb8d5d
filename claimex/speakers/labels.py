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
# A headline's speaker with where he spoke: "Former minister Lee at hearing: ..."
HEADLINE = re.compile(r"[\"“‘']?([A-Z][\w.’'&-]{0,30}(?: [\w.,’'&-]{1,30}){0,7}): (?=[\"“‘'\w$£€])")
NAMED = re.compile(r"([A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,3}):\s{1,3}$")
BEFORE_NAME = re.compile(r"(?:^|\n|[-–—•]\s|\b[Ff]rom )$")
MAX_LABEL = 4  # tokens of a name before a colon in the running text
MAX_NAME = 60  # characters of the name behind a dash
REPORTS = frozenset({
    "report", "reports", "study", "poll", "survey", "police", "source", "sources", "officials", "experts", "analysts",
    "scientists",
    "researchers", "court", "judge", "minister", "ministry", "government", "pm", "president", "un", "who", "fbi", "coach",
})  # fmt: skip
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PLACING = frozenset({"at", "in", "on", "to", "after", "during"})
CAPTIONS = frozenset(
    {"image", "images", "photo", "photos", "picture", "file", "video", "credit", "source", "graphic", "map", "by"}
)
CREDIT = re.compile(r"(?<=[a-z])(?:Image|Photo|Picture|File|Video|Credit|Graphic)s?$")  # "Ann LeeImage: Joe Moll", run together
MAX_HEADLINE = 200


def labelled(doc: Doc, text: str, names: Names, breaks: list[int], quotations: list[Quotation]) -> Iterator[Draft]:
    """The drafts of both kinds."""
    first = len(text) - len(text.lstrip())
    for start, end in zip([first, *breaks], [*breaks, len(text)], strict=True):
        headline = start == first and end - start < MAX_HEADLINE
        match = LABEL.match(text, start, end) or (HEADLINE.match(text, start, end) if headline else None)
        if match is not None:
            span = doc.char_span(match.start(1), match.end(1))
            if span is not None:
                span = before_place(span) if headline else span
                if is_speaker(span, text, names, headline=headline):
                    cue = (span.start, span.end + 1)
                    whole = (match.end(), len(text[:end].rstrip()))
                    yield Draft(doc[span.end], cue, "label", head_of(span), [whole], limit=span.end)
    yield from beside_quotations(doc, text, names, quotations)


def beside_quotations(doc: Doc, text: str, names: Names, quotations: list[Quotation]) -> Iterator[Draft]:
    """As in `- Ann Lee: "X"` and `"X" — Ann Lee`."""
    for quotation in quotations:
        named = NAMED.search(text, max(0, quotation.start - MAX_NAME), quotation.start)
        if named is not None and BEFORE_NAME.search(text, max(0, named.start() - 6), named.start()):
            span = doc.char_span(named.start(1), named.end(1))
            before = text[: named.start()].rstrip(" ")
            if span is not None and before and before[-1] != "\n" and is_person(span, names):
                parts = list(quotation.parts)
                yield Draft(doc[span.end], (span.start, span.end + 1), "label", span[-1], parts, list(parts), limit=span.end)
        match = SIGNED.match(text, quotation.end, quotation.end + 8)
        signed = signature(doc, text, match.end(), names) if match is not None else None
        if signed is not None:
            cue = (signed.start, signed.end)
            parts = list(quotation.parts)
            yield Draft(head_of(signed), cue, "signed", head_of(signed), parts, list(parts), limit=signed.end)


def before_place(span: Span) -> Span:
    """A headline's speaker without where he spoke: "Lee" of "Lee at hearing"; the same where a verb says more."""
    if any(token.tag_ in FINITE for token in span):
        return span
    stop = next((k for k in range(span.start + 1, span.end) if span.doc[k].lower_ in PLACING), span.end)
    return span.doc[span.start : stop]


def is_person(span: Span, names: Names) -> bool:
    return any((hit := names.at(token.i)) is not None and hit[0].label == "PERSON" for token in span)


def head_of(span: Span) -> Token:
    """The last name of a name; the head of a description."""
    return span.root if span.root.tag_ in {"NN", "NNS"} else span[-1]


def is_speaker(span: Span, text: str, names: Names, *, headline: bool) -> bool:
    """A person's name, or a word for a body that reports; in a transcript all capitals."""
    if span.text.isupper() and span.text.isalpha() and len(span.text) > 1 and not headline:
        return True
    if (
        span[0].tag_ == "IN"
        or span[-1].lower_ in CAPTIONS
        or CREDIT.search(span.text)
        or any(token.tag_ in FINITE for token in span)
    ):
        return False
    kinds = {hit[0].label for token in span if (hit := names.at(token.i)) is not None}
    if span[-1].lower_ in REPORTS and headline:
        return True
    if headline:
        again = span[-1].tag_ in {"NNP", "NNPS"} and text.find(span.text, span.end_char) > 0
        return again or bool(kinds & {"PERSON", "ORG", "GPE", "NORP"})
    return "PERSON" in kinds and len(span) <= MAX_LABEL


def signature(doc: Doc, text: str, at: int, names: Names) -> Span | None:
    """The name that begins at `at`, if it is a person's; a surname alone if the article names the person."""
    span = doc.char_span(at, min(len(text), at + 1), alignment_mode="expand")
    if span is None or not is_name(span[0]) or span[0].idx != at:
        return None
    i = j = span.start
    while j < len(doc) and is_name(doc[j]) and doc[j].idx - at < MAX_NAME and "\n" not in text[at : doc[j].idx]:
        j += 1
    after = text[(end := doc[j - 1].idx + len(doc[j - 1].text)) : end + 3].strip(" \xa0")
    known = j - i > 1 or (j > i and is_person(doc[i:j], names))
    return doc[i:j] if known and (not after or after[0] in ",\n(" or after in {".", ".\n", ".\n\n"}) else None


def is_name(token: Token) -> bool:
    return token.tag_ in {"NNP", "NNPS"} or token.text.istitle()
