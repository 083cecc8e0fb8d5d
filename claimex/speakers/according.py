"""A Doc in; what stands "according to" somebody, or in somebody's view, or in a poll, out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.speakers.draft import Draft
from claimex.speakers.subjects import phrase_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

__all__ = ["according_to", "in_view_of"]

OPENING = frozenset("([“\"‘'—–-:;")
AFTER = frozenset({",", "”", '"', "—", "–"})
MAX_SOURCE = 40  # tokens of one speaker with all that is said of him
ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)


def according_to(doc: Doc, text: str) -> Iterator[Draft]:
    """One draft for each "according to X"."""
    for match in ACCORDING.finditer(text):
        span = doc.char_span(match.start(), match.end())
        if span is None:
            continue
        first, second = span[0], span[-1]
        source = next(
            (child for token in (second, first) for child in token.rights if child.dep_ in {"pobj", "dobj", "pcomp"}), None
        )
        if source is None:
            source = phrase_behind(second)
        if source is None:
            continue
        source = whole_name(source)
        end = source_end(doc, first, source)
        parts = rest_of(doc, text, first, end)
        if parts:
            yield Draft(first, (first.i, second.i + 1), "according", source, parts, limit=end)


def whole_name(source: Token) -> Token:
    """The name behind a place that the parser took for the speaker: "according to Ohio Senator Ann Lee"."""
    doc = source.doc
    if source.tag_ != "NNP" or source.i + 1 >= source.sent.end or doc[source.i + 1].tag_ != "NNP":
        return source
    head = doc[source.i + 1].head
    between = doc[source.i + 1 : head.i + 1]
    return head if head.i > source.i + 1 and all(token.tag_ in {"NNP", "NN"} for token in between) else source


VIEW = re.compile(r" (view|opinion|words|telling|estimation|polls?|surveys?)\b")
VIEWED = frozenset({"in", "from", "to"})
POLLS = frozenset({"poll", "polls", "survey", "surveys"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
MAX_ASIDE = 14  # tokens of an apposition
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def in_view_of(doc: Doc, text: str) -> Iterator[Draft]:
    """One draft for each "in his view", "in the words of X", "in the latest poll" that stands beside a clause."""
    for match in VIEW.finditer(text):
        span = doc.char_span(match.start(1), match.end(1))
        if span is None or span[0].dep_ != "pobj" or span[0].head.lower_ not in VIEWED or span[0].head.i > span.start:
            continue
        prep, head, noun = span[0].head, span[0], match.group(1)
        polled = noun in POLLS
        source = head if polled else holder(head)
        if source is None or prep.head.i == prep.i or (polled and not is_poll_report(prep, head)):
            continue
        end = head.right_edge.i + 1
        parts = rest_of(doc, text, prep, end)
        if parts and any(doc[k].tag_ in FINITE for k in range(prep.sent.start, prep.sent.end)):
            cue = (prep.i, prep.i + 1) if polled else (head.i, head.i + 1)
            yield Draft(prep, cue, "according", source, parts, limit=end if polled else None)


def is_poll_report(prep: Token, poll: Token) -> bool:
    """Whether a clause stands beside one poll, as its result; "a lead in the polls" reports none."""
    opens = prep.i == prep.sent.start
    return prep.lower_ == "in" and is_finite(prep.head) and (opens or (poll.tag_ == "NN" and prep.head.dep_ != "relcl"))


def is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or (verb.tag_ in {"VB", "VBN", "VBG"} and any(child.tag_ in FINITE for child in verb.lefts))


def holder(noun: Token) -> Token | None:
    """Whose view it is: "her view", "the view of Ann Holt"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((other for other in child.rights if other.dep_ == "pobj"), None)
    return None


def source_end(doc: Doc, first: Token, source: Token) -> int:
    """One past the source's last token: where its phrase ends, or at the first comma if the parser ran over it."""
    sent_end = first.sent.end
    end = max(source.right_edge.i + 1, source.i + 1)
    if first.i == first.sent.start or doc[first.i - 1].text in OPENING:
        end = without_subject(doc, source, end, sent_end)
        if end < sent_end and doc[end].text == ",":
            return end_of_aside(doc, end, sent_end)
        if source.tag_ in {"NNP", "NNPS", "VB"}:  # "According to Lee the property ...": a name takes no determiner behind it
            stop = next(
                (i for i in range(source.i + 1, min(sent_end, source.i + 3)) if doc[i].tag_ in {"DT", "PRP", "PRP$", "EX"}), None
            )
            if stop is not None:
                return stop
        comma = next((i for i in range(source.i + 1, min(sent_end, source.i + MAX_SOURCE)) if doc[i].text == ","), None)
        return end_of_aside(doc, comma, sent_end) if comma is not None else end
    return min(end, sent_end)


def without_subject(doc: Doc, source: Token, end: int, sent_end: int) -> int:
    """`end`, or the comma before it where what is said would have no subject: "According to the Post, the quake, at 6.3, was"."""
    comma = next((k for k in range(source.i + 1, end) if doc[k].text == ","), None)
    verb = next((k for k in range(end, sent_end) if doc[k].tag_ in FINITE), None)
    if comma is None or verb is None or any(doc[k].dep_ in SUBJECTS for k in range(end, verb)):
        return end
    return comma


def end_of_aside(doc: Doc, comma: int, sent_end: int) -> int:
    """Where the speaker ends who has an apposition or a second one behind a comma: "a report by the bank, a lender, ..."."""
    second = next((k for k in range(comma + 1, min(sent_end, comma + MAX_ASIDE)) if doc[k].text == ","), None)
    if (
        second is None
        or second + 1 >= sent_end
        or doc[second + 1].tag_ in FINITE
        or doc[comma + 1].lower_ not in {"a", "an", "and"}
    ):
        return comma
    if any(doc[k].tag_ in FINITE or doc[k].dep_ in SUBJECTS for k in range(comma + 1, second)):
        return comma
    return second if any(doc[k].dep_ in SUBJECTS for k in range(second + 1, sent_end)) else comma


def rest_of(doc: Doc, text: str, first: Token, end: int) -> list[tuple[int, int]]:
    """The offsets of the sentence around the phrase; a clause coordinated after it is the article's own."""
    sent = first.sent
    head = first.head
    low, high = (sent.start, sent.end)
    if head.i != first.i and head.dep_ not in {"ROOT", "ccomp"} and head.left_edge.i < first.i:
        low = head.left_edge.i
    parts = []
    if first.i > low and doc[first.i - 1].lower_ in {"that", *OPENING}:  # "has learned that, according to X, Y"
        low = first.i
    if low < first.i:
        parts.append((doc[low].idx, doc[first.i - 1].idx + len(doc[first.i - 1].text)))
    if (
        end + 1 < high
        and (doc[end].text in AFTER or low >= first.i)
        and (low >= first.i or doc[end + 1].tag_ not in {"CC", "WDT", "WP"})
    ):
        last = doc[high - 1]
        parts.append((doc[end].idx, last.idx + len(last.text)))
    return [(a, b) for a, b in parts if any(map(str.isalnum, text[a:b]))]
