"""One word of a sentence being made: its text, and the token it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimex.spans import Extent

__all__ = ["Piece", "Sentence", "ended", "lowered", "render", "sentence_case"]

NO_SPACE_BEFORE = re.compile(r" +([,.;:?!%)\]])")
EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")
COMMAS = re.compile(r"(?:,\s*){2,4}")
OPEN_END = re.compile(r"\s*\[\s*(?:\.{3}|…)?([.?!]?)$")
BRACKET = re.compile(r"[()\[\]]")
LISTED = re.compile(r"(?:^|\s)\w\) \w")  # "1) the first"
ABBREVIATED = re.compile(r"\b(?:[A-Za-z]\.[A-Za-z]|Inc|Ltd|Co|Corp|Jr|Sr|No)$")
KEEPS_CASE = re.compile(r"I\b|I['’]|[A-Z]{2}|[A-Z][a-z]*[A-Z]|[A-Z]\.")


class Piece(NamedTuple):
    """`i` is the token it came from (-1: supplied); `space` whether one follows; `proper` keeps its capital inside a sentence.

    `role` is what a question needs to know: the finite auxiliary ("aux"), the finite verb without one ("verb"), a denial
    ("not"). `base` and `did` are then the verb's base form and its auxiliary of question ("did").
    """

    text: str
    i: int = -1
    space: bool = True
    proper: bool = False
    role: str = ""
    base: str = ""
    did: str = ""


def render(pieces: Iterable[Piece]) -> str:
    """The pieces as text, with single spaces, and nothing left of what was cut out."""
    text = "".join([piece.text + " " if piece.space and piece.text else piece.text for piece in pieces])
    if "(" in text or "[" in text:
        text = EMPTY_BRACKETS.sub("", text)
    text = " ".join(text.split())
    text = NO_SPACE_BEFORE.sub(r"\1", text)
    if text.count(",") > 1:
        text = COMMAS.sub(", ", text)
    text = text.strip(" ,;:-–—")
    if "[" in text:
        text = OPEN_END.sub(r"\1", text)
    return closed(text) if BRACKET.search(text) else text


def closed(text: str) -> str:
    """Brackets closed that were left open, and those dropped that have no partner."""
    text += ")" * min(max(text.count("(") - text.count(")"), 0), 2)
    if text.count("[") > text.count("]"):
        k = text.rfind("[")
        text = text[:k] + text[k + 1 :]
    elif text.count("]") > text.count("["):
        text = text.replace("]", "", 1)
    return text[:-1] if text.endswith(")") and text.count(")") > text.count("(") and not LISTED.search(text) else text


def sentence_case(text: str, end: str = ".") -> str:
    """First letter capital, and a full stop."""
    k = next((k for k, char in enumerate(text) if char.isalnum()), 0)
    text = text[:k] + text[k : k + 1].upper() + text[k + 1 :]
    closed = text.endswith((".", "!", "?")) or (text[-2:-1] in {".", "!", "?"} and text.endswith(("”", '"', "’", "'")))
    if end != "." and (closed or ABBREVIATED.search(text)):
        return text.rstrip(".!?") + ("." if ABBREVIATED.search(text.rstrip(".!?")) else "") + end
    return text if closed else text + end


def lowered(pieces: list[Piece]) -> list[Piece]:
    """The pieces as they stand inside a sentence: the first word small, unless it is a name."""
    if not pieces or pieces[0].proper or KEEPS_CASE.match(pieces[0].text):
        return pieces
    first = pieces[0]
    text = first.text[:1].lower() + first.text[1:]
    return [first._replace(text=text), *pieces[1:]]


def ended(pieces: list[Piece]) -> list[Piece]:
    """Pieces with a space after the last, and no comma."""
    while pieces and not pieces[-1].text.strip(" ,;:-–—\n"):
        pieces = pieces[:-1]
    if pieces and not pieces[-1].space:
        last = pieces[-1]
        pieces = [*pieces[:-1], Piece(last.text, last.i, proper=last.proper)]
    return pieces


@dataclass(frozen=True, slots=True)
class Sentence:
    """The parts of the sentence; `subject` is empty where none was found, and then no question can be made by inversion."""

    before: tuple[Piece, ...]
    subject: tuple[Piece, ...]
    predicate: tuple[Piece, ...]
    unresolved: tuple[Extent, ...] = ()

    @property
    def text(self) -> str:
        return sentence_case(render((*self.before, *self.subject, *self.predicate)))
