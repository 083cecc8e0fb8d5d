"""A long sentence in; the same without what only adds to it, out: clauses set off by commas, notes in brackets.

What the claim is about (its cue, its slots, its verb and subject) always stays, and so does every condition.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.families._family import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from claimex.families._family import Claim
    from claimex.wording.pieces import Piece, Sentence

__all__ = ["LONGEST", "count", "shortened"]

LONGEST = 40  # words of a question that can be read at once
CONDITIONS = frozenset({"if", "unless", "until", "till", "when", "whether", "provided", "once", "that", "than", "lest"})
SET_OFF = frozenset({"relcl", "acl", "appos", "prep", "npadvmod", "parataxis"})  # only after a comma or dash
CLAUSES = frozenset({"advcl"})
MARKS = frozenset({",", "—", "–", "--", ";", ":", "-"})
CLOSING = MARKS | {")"}
QUOTES = frozenset({'"', "“", "”", "''", "``", "„", "«", "»"})
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
LEAST = 3  # words: less is not worth leaving out
MOST_CUTS = 6


def count(text: str) -> int:
    return len(text.split())


def shortened(sentence: Sentence, claim: Claim, doc: Doc, limit: int = LONGEST) -> Sentence:
    """The sentence in at most `limit` words, or as few as can be."""
    for _ in range(MOST_CUTS):
        if count(sentence.text) <= limit:
            break
        cut = max(cuts(sentence, claim, doc), key=len, default=None)
        if cut is None:
            break
        sentence = without(sentence, cut)
    return sentence


def without(sentence: Sentence, cut: range) -> Sentence:
    """The sentence without its tokens in `cut`; a word before it keeps its distance from the one after it."""
    return replace(
        sentence,
        before=left(sentence.before, cut),
        subject=left(sentence.subject, cut),
        predicate=left(sentence.predicate, cut),
    )


def left(pieces: tuple[Piece, ...], cut: range) -> tuple[Piece, ...]:
    """The pieces without those in `cut`; the last one before it, of several put in place of one, keeps its distance."""
    last = max((n for n, p in enumerate(pieces) if 0 <= p.i < cut.start and p.text), default=-1)
    return tuple(p._replace(space=True) if n == last else p for n, p in enumerate(pieces) if p.i not in cut)


def cuts(sentence: Sentence, claim: Claim, doc: Doc) -> Iterator[range]:
    """The stretches of tokens that can be left out, with a comma at their side."""
    there = {piece.i for piece in (*sentence.before, *sentence.subject, *sentence.predicate) if piece.i >= 0}
    if not there:
        return
    needed = needs(claim, sentence)
    for i in sorted(there):
        token = doc[i]
        if not can_go(token):
            continue
        first, last = token.left_edge.i, token.right_edge.i
        if token.dep_ == "conj":
            first = next((c.i for c in token.head.rights if c.dep_ == "cc" and c.i < token.i), first)
        if last - first + 1 < LEAST or (first == min(there) and last == max(there)):
            continue
        if token.dep_ in SET_OFF and last != max(there) and not (last + 1 in there and doc[last + 1].text in CLOSING):
            continue  # nothing says where it ends
        cut = with_marks(doc, first, last, there)
        if not needed.isdisjoint(cut) or there.isdisjoint(range(first, last + 1)) or is_quoted(doc, cut, there):
            continue
        yield cut


def is_quoted(doc: Doc, cut: range, there: set[int]) -> bool:
    """Whether a stretch lies inside quotation marks, or holds one of a pair."""
    marks = [k for k in there if doc[k].text in QUOTES and k < cut.stop]
    return len([k for k in marks if k < cut.start]) % 2 == 1 or len([k for k in marks if k >= cut.start]) % 2 == 1


def needs(claim: Claim, sentence: Sentence) -> set[int]:
    """The tokens that must stay: the cue, the head, the slots' first and last words, the subject's, the finite verb."""
    kept = {claim.cue.i, claim.cue.j - 1, claim.head}
    for slot in claim.slots.values():
        if isinstance(slot, Phrase) and slot.at is not None:
            kept |= {slot.at.i, slot.at.j - 1}
    if claim.subject is not None:
        kept |= {claim.subject.i}
    kept |= {piece.i for piece in sentence.predicate if piece.role and piece.i >= 0}
    return kept | {piece.i for piece in sentence.subject[:1] if piece.i >= 0}


def can_go(token: Token) -> bool:
    """Whether all that hangs on a token only adds to what is said."""
    first = token.left_edge
    before = token.doc[first.i - 1] if first.i else first
    if token.dep_ in CLAUSES:
        tied = before.tag_ in {"CC", "RB"} or any(c.dep_ == "conj" for c in token.rights)
        return not tied and not any(t.lower_ in CONDITIONS for t in (first, *token.lefts))
    if token.dep_ == "appos" and any(c.dep_ == "conj" for c in token.rights):
        return False  # more often a list than another name
    if token.dep_ in SET_OFF:
        return before.text in MARKS or before.text == "("
    if token.dep_ == "conj" and token.tag_ in FINITE | {"VBN", "VB", "VBG"}:
        return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in token.lefts)
    return False


def with_marks(doc: Doc, first: int, last: int, there: set[int]) -> range:
    """Tokens first to last with the comma before them, and the bracket or comma after them."""
    before, after = doc[first - 1].text if first - 1 in there else "", doc[last + 1].text if last + 1 in there else ""
    if before == "(" and after == ")":
        return range(first - 1, last + 2)
    if before in MARKS:
        return range(first - 1, last + 2 if after in MARKS else last + 1)
    return range(first, last + 2 if after == "," else last + 1)
