"""A sentence in; the same without its denial, or with one, out: "no one came" becomes "someone came"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.wording.pieces import Piece

if TYPE_CHECKING:
    from claimex.wording.pieces import Sentence

__all__ = ["affirmative", "asked_of", "changed", "negative"]

# The denying word that opens a subject: as a question asks, and as the opposite says.
ASKED = {"no": "any", "nobody": "anybody", "nothing": "anything", "none": "any", "neither": "either", "not": ""}
SAID = {"no": "some", "nobody": "somebody", "nothing": "something", "none": "some", "neither": "one", "not": ""}
DENIALS = frozenset({"not", "never", "yet", "no", "done"})
AMOUNTS = frozenset({"every", "everyone", "everybody", "everything", "all", "many", "much", "even", "one", "a", "enough"})
NONE = frozenset({"no", "none", "nobody", "nothing", "neither", "nor", "nowhere"})  # "does not plan to do nothing" denies nothing
UNASKABLE = frozenset({"also", "split", *DENIALS})  # roles with which one "not" more would not deny the whole


def asked_of(subject: list[Piece]) -> list[Piece]:
    """The subject as a question asks of it: "no holder" -> "any holder"."""
    return without_no(subject, ASKED)


def without_no(subject: list[Piece], words: dict[str, str]) -> list[Piece]:
    k = next((k for k, piece in enumerate(subject) if piece.text.strip(' “"')), -1)
    if k < 0 or subject[k].text.lower() not in words or subject[k].proper:
        return subject
    word = words[subject[k].text.lower()]
    if not word:  # "not everyone came"
        after = subject[k + 1].text.lower() if k + 1 < len(subject) else ""
        return [*subject[:k], *subject[k + 1 :]] if after in AMOUNTS else subject
    if k + 1 < len(subject) and subject[k + 1].text.lower() == "one" and word in {"any", "some"}:  # "no one came"
        return [*subject[:k], subject[k + 1]._replace(text=f"{word}one"), *subject[k + 2 :]]
    return [*subject[:k], subject[k]._replace(text=word), *subject[k + 1 :]]


def changed(piece: Piece) -> Piece:
    """A piece of the predicate as a question has it."""
    if piece.role in {"not", "never", "yet"}:
        return piece._replace(text="ever" if piece.role == "never" else "", space=True)
    return piece._replace(text=piece.base) if piece.role in {"verb", "also", "no", "done"} else piece


def affirmative(sentence: Sentence) -> Sentence:
    """The sentence without its "not", "never", "no one", "yet to"; the same one where it has none."""
    subject = without_no(list(sentence.subject), SAID)
    roles = {piece.role for piece in sentence.predicate}
    if subject == list(sentence.subject) and not roles & DENIALS:
        return sentence
    predicate = tuple(piece._replace(text=said(piece), space=piece.space or piece.role == "aux") for piece in sentence.predicate)
    return replace(sentence, subject=tuple(subject), predicate=predicate)


def said(piece: Piece) -> str:
    if piece.role in {"not", "never", "yet"} or piece.text == "ever":
        return ""
    if piece.role == "no":
        return piece.base.replace("any", "some")
    return piece.base if piece.role == "done" else piece.text


def negative(sentence: Sentence) -> Sentence | None:
    """The sentence with a "not" at its finite verb; None where no single "not" denies it all."""
    roles = {piece.role for piece in sentence.predicate}
    k = next((k for k, piece in enumerate(sentence.predicate) if piece.role in {"aux", "verb"}), None)
    if k is None or not sentence.subject or roles & UNASKABLE or any(p.text.lower() in NONE for p in sentence.predicate):
        return None
    finite, after = sentence.predicate[k], sentence.predicate[k + 1 :]
    new = [finite._replace(space=True), Piece("not")]
    if finite.role == "verb":
        new = [Piece(finite.did), Piece("not"), finite._replace(text=finite.base)]
    return replace(sentence, predicate=(*sentence.predicate[:k], *new, *after))
