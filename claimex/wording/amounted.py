"""A noun phrase that holds an amount in; the sentence that it stands for, out: "a pipeline of length of 9 km" has a length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.syntax import is_verb, phrase
from claimex.wording.pieces import Piece, Sentence
from claimex.wording.predicate import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.wording.maker import Maker

__all__ = ["measured", "there_is"]

# What is said to be so long, so high or so much; other nouns before "of" and a number are what is counted ("a group of 20").
MEASURES = frozenset({
    "length", "height", "width", "depth", "weight", "mass", "area", "size", "volume", "capacity", "distance", "speed", "altitude",
    "elevation", "diameter", "population", "value", "cost", "price", "budget", "total", "rate", "magnitude", "temperature", "age",
    "salary", "turnover", "revenue", "profit", "loss", "deficit", "surplus", "debt", "average", "duration", "thickness", "radius",
    "circumference", "frequency", "density", "percentage", "share", "majority", "turnout", "attendance", "circulation",
})  # fmt: skip
OWNED = frozenset({"of", "with", "at", "having"})
MAX_CLIMB = 4  # heads from a number to its measure


def measured(maker: Maker) -> Sentence | None:
    """Makes "the pipeline of length of over 9 km" into "The length of the pipeline is over 9 km"; None for other phrases."""
    doc, claim, stretch = maker.doc, maker.claim, maker.stretch
    noun = measure_of(doc[claim.cue.j - 1], claim.cue.i)
    prep = noun.head if noun is not None and noun.dep_ == "pobj" else None
    if noun is None or prep is None or prep.lower_ not in OWNED or is_verb(prep.head):
        return None
    owner = phrase(prep.head)
    i, j = owner.i, min(owner.j, prep.i)
    if not stretch.holds(i) or not stretch.holds(claim.cue.j - 1) or j <= i or doc[i].tag_ in {"CD", "PRP"}:
        return None
    the = [] if doc[i].tag_ in {"DT", "PRP$", "NNP", "NNPS"} else [Piece("the")]
    be = "was" if claim.tense == "past" else "is"
    subject = [Piece("the"), Piece(noun.lower_), Piece("of"), *the, *maker.pieces(i, j)]
    if not subject[-1].space:
        subject[-1] = Piece(subject[-1].text, subject[-1].i)
    return maker.finished([], subject, [Piece(be, role="aux", base=be), *maker.pieces(claim.cue.i, claim.cue.j)])


def measure_of(token: Token, first: int) -> Token | None:
    """The measure whose "of" leads to the amount that begins at token `first`."""
    for _ in range(MAX_CLIMB):
        if token.i < first and token.lemma_ in MEASURES and token.tag_ in {"NN", "NNS"}:
            return token
        if token.head.i == token.i or (token.i < first and token.tag_ != "IN"):
            return None
        token = token.head
    return None


def there_is(maker: Maker) -> Sentence | None:
    """Makes "a 93% increase in deaths" into "There was a 93% increase in deaths"; only of an amount that is not pointed to."""
    doc, claim, stretch = maker.doc, maker.claim, maker.stretch
    root = maker.root()
    if claim.family != "quantity" or root.tag_ not in {"NN", "NNS"} or any(c.dep_ in {"nsubj", "nsubjpass"} for c in root.lefts):
        return None
    i = stretch.i
    opens = doc[i].lower_ in {"a", "an"} or claim.cue.i == i
    if not opens or root.left_edge.i != i or is_name_like(root) or any(t.tag_ == "WDT" for t in doc[i : stretch.j]):
        return None
    many = is_plural(root)
    be = ("were" if many else "was") if claim.tense == "past" else ("are" if many else "is")
    return maker.finished([], [Piece("there")], [Piece(be, role="aux", base=be), *lowered_first(maker.pieces(i, stretch.j))])


def is_name_like(noun: Token) -> bool:
    return noun.text[:1].isupper() and noun.i != noun.sent.start


def lowered_first(pieces: list[Piece]) -> list[Piece]:
    if not pieces or pieces[0].proper:
        return pieces
    first = pieces[0]
    return [Piece(first.text[:1].lower() + first.text[1:], first.i, first.space), *pieces[1:]]
