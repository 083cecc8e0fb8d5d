"""A sentence in its parts in; the yes-or-no question that asks whether it is so, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.wording.denial import asked_of, changed
from claimex.wording.pieces import Piece, lowered, render, sentence_case

if TYPE_CHECKING:
    from claimex.wording.sentence import Sentence

__all__ = ["IS_IT_TRUE", "embedded", "question"]

IS_IT_TRUE = "Is it true that"
ASKED = {"may": "might"}  # "may X go?" asks for leave


def question(sentence: Sentence) -> str:
    """By inversion ("Did X pay a visit?"); a denied sentence is asked without its denial."""
    finite = next((piece for piece in sentence.predicate if piece.role in {"aux", "verb"}), None)
    roles = {piece.role for piece in sentence.predicate}
    if finite is None or not sentence.subject or "split" in roles or (finite.role == "aux" and "also" in roles):
        return f"{IS_IT_TRUE} {embedded(sentence)}?"
    if any(piece.text in {":", ";"} for piece in sentence.before):
        return f"{IS_IT_TRUE} {embedded(sentence)}?"
    asking = Piece(ASKED.get(finite.base, finite.base) if finite.role == "aux" else finite.did)
    rest = [changed(piece) for piece in sentence.predicate if not (piece is finite and piece.role == "aux")]
    subject = list(sentence.subject) if sentence.before else lowered(list(sentence.subject))
    subject = spaced(asked_of(subject))
    before = [*spaced(trimmed(list(sentence.before))[:-1]), *trimmed(list(sentence.before))[-1:]]
    front = render(before)
    asked = render([asking, *subject, *rest])
    return sentence_case(f"{front}, {asked}" if front else asked, end="?")


def embedded(sentence: Sentence) -> str:
    """The sentence as it stands after "that": no capital, no full stop."""
    parts = [*sentence.before, *sentence.subject, *sentence.predicate]
    return render(lowered(parts)).rstrip(".!?")


def spaced(pieces: list[Piece]) -> list[Piece]:
    return [*pieces[:-1], pieces[-1]._replace(space=True)] if pieces else pieces


def trimmed(pieces: list[Piece]) -> list[Piece]:
    while pieces and not pieces[-1].text.strip(" ,;:"):
        pieces = pieces[:-1]
    return pieces
