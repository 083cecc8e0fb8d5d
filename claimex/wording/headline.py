"""A headline in title case or capitals in; the same in sentence case, out: "Khan to visit Rome" for "Khan To Visit Rome"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.wording.pieces import Piece, Sentence
from claimex.wording.predicate import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.layers import Layers
    from claimex.wording.maker import Maker
    from claimex.wording.renaming import Edits

__all__ = ["headlined", "in_sentence_case"]

NAMED = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
PROPER = frozenset({"NNP", "NNPS"})
WORD = re.compile(r"(?<![.!?:“\"‘—] )(?<!\n)\b[A-Za-z][a-z]+\b")  # not the first of a sentence, whose capital says nothing
LEAST = 3  # words with which a headline shows its case
SHORT = 3  # letters: "of" and "for" may be small in title case
ACRONYM = 4  # letters: in a headline in capitals, longer names are no acronyms


def in_sentence_case(edits: Edits, i: int, j: int, layers: Layers) -> None:
    """Note the small letters of the headline's words in tokens [i, j); names keep their capitals, as do unknown ones."""
    doc = layers.doc
    words = [token.text for token in doc[: layers.headline] if token.is_alpha and len(token) > SHORT]
    if len(words) < LEAST or any(word[0].islower() for word in words):
        return
    capitals = all(word.isupper() for word in words)
    body = set(WORD.findall(doc[layers.headline :].text))
    for token in doc[i : min(j, layers.headline)]:
        if token.i in edits.text or not token.text[:1].isupper() or token.text == "I":
            continue
        if is_name(token, layers):
            if capitals and token.text.isupper() and len(token) > ACRONYM:
                edits.text[token.i] = token.text.capitalize()
        elif (capitals or not token.text.isupper() or token.text == "A") and not keeps(token, body):
            edits.text[token.i] = token.lower_


def is_name(token: Token, layers: Layers) -> bool:
    hit = layers.names.at(token.i)
    if hit is not None and hit[1].kind == "name":
        return True
    return token.ent_type_ in NAMED or (layers.dates.at(token.i) is not None and token.tag_ in PROPER)


def keeps(token: Token, body: set[str]) -> bool:
    """Whether the article writes the word with a capital; one that it does not write at all keeps that of a proper noun."""
    if token.lower_ in body:
        return False
    return token.text.capitalize() in body or token.tag_ in PROPER


def headlined(maker: Maker) -> Sentence | None:
    """Makes "Khan to visit Rome" into "Khan is to visit Rome"; None where the subject is not plain."""
    at, first, stretch = maker.claim.subject, maker.claim.cue.i, maker.stretch
    if at is None or at.i != stretch.i or at.j != first or not stretch.holds(first):
        return None
    head = next((t for t in maker.doc[at.i : at.j] if not at.holds(t.head.i)), maker.doc[at.j - 1])
    be = "are" if is_plural(head) and head.ent_type_ not in NAMED else "is"
    return maker.finished([], maker.pieces(at.i, at.j), [Piece(be, role="aux", base=be), *maker.pieces(first, stretch.j)])
