"""Quotation marks of a sentence being made: what stands between them, and those that have lost their partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.wording.pieces import Piece

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["balanced", "quoted_in"]

MARKS = frozenset({*'"“”„«»', "''", "``"})
OPENING = frozenset({*"“„«", "``"})
EITHER = frozenset({'"', "''"})  # the same before and after
CLOSING = frozenset("”»")
BRACKETS = frozenset({"(", "[", "—", "–"})
PARTNER = {"“": "”", "„": "”", "«": "»", '"': '"', "''": "''", "``": "''", "”": "“", "»": "«"}


def quoted_in(doc: Doc, i: int, j: int, *, left_open: bool = False) -> frozenset[int]:
    """The tokens between pairs of double quotation marks that both stand inside [i, j); `left_open`: and after a last one."""
    found: list[int] = []
    opened: int | None = None
    for token in doc[i:j]:
        k, mark = token.i, token.text
        if mark not in MARKS:
            continue
        if opened is not None and mark not in OPENING:
            found.extend(range(opened + 1, k))
            opened = None
        elif mark not in CLOSING:
            opened = k
    if left_open and opened is not None and is_opening(doc, opened):
        found.extend(range(opened + 1, j))
    return frozenset(found)


def is_opening(doc: Doc, k: int) -> bool:
    """Whether a mark opens a quotation: words follow it at once, and none stand right before it."""
    return doc[k].text in OPENING or (not doc[k].whitespace_ and k > 0 and doc[k - 1].whitespace_ != "")


def balanced(parts: tuple[list[Piece], ...], *, complete: bool) -> tuple[list[Piece], ...]:
    """The parts of a sentence without single marks; `complete` gives each its partner instead, at the sentence's edge."""
    whole = [piece for part in parts for piece in part]
    left, right = unpaired(whole)
    if not left and not right:
        return parts
    told = [n for n in left if n and whole[n + 1 : n + 2] and whole[n + 1].text[:1].isupper() and whole[n - 1].text.isalnum()]
    complete = complete or (bool(told) and not right and len(left) == 1)  # said "We ...", cut before its end
    drop = set() if complete else {*left, *right}
    made: list[list[Piece]] = []
    k = 0
    for part in parts:
        made.append(
            [Piece(" " if piece.space else "", piece.i, space=False) if n in drop else piece for n, piece in enumerate(part, k)]
        )
        k += len(part)
    if complete and left:
        if made[-1]:
            made[-1][-1] = made[-1][-1]._replace(space=False)
        made[-1].append(Piece(PARTNER[whole[left[-1]].text]))
    if complete and right:
        first = next(part for part in made if part)
        first.insert(0, Piece(PARTNER[whole[right[0]].text], space=False, proper=True))
    return tuple(made)


def unpaired(pieces: list[Piece]) -> tuple[list[int], list[int]]:
    """The opening and the closing marks without a partner."""
    opened: int | None = None
    left: list[int] = []
    right: list[int] = []
    for k, piece in enumerate(pieces):
        if piece.text not in MARKS:
            continue
        free = k == 0 or pieces[k - 1].space or pieces[k - 1].text in BRACKETS
        opens = piece.text in OPENING or (piece.text in EITHER and free and not piece.space)
        if opened is not None and not opens:
            opened = None
        elif opens:
            if opened is not None:
                left.append(opened)
            opened = k
        else:
            right.append(k)
    return (left if opened is None else [*left, opened]), right
