"""What an amount is said of: the whole that it is a part of, what was brought to it, who has it, or the side that scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.spans import Extent, trimmed
from claimex.syntax import clause_head, phrase, subject_of, subject_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.layers import Layers
    from claimex.quantities import Quantity

__all__ = ["NOUNS", "acted_on", "bare", "holder", "scorer", "teams", "whole_of"]

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
DIVIDED = frozenset({"vote", "votes", "market", "ballots", "seats", "delegates", "shares", "stake", "poll"})
PARTS = frozenset({"ratio", "percent", "duration", "mass", "volume", "area"})  # "10 percent of", "6 kg of", "two decades of"
LEADING = frozenset({"put", "leave", "send", "give", "see", "make", "take"})
BROUGHT = frozenset({"by", "to", "from", "with", "at", "for", "over", "above", "below", "past", "under", "beyond"})


def bare(noun: Token) -> Extent:
    """A noun with its modifiers, without its article."""
    whole = phrase(noun)
    i = whole.i
    while i < noun.i and noun.doc[i].tag_ in {"DT", "PDT"}:
        i += 1
    return trimmed(noun.doc, i, whole.j)


def teams(item: Quantity, layers: Layers) -> tuple[Extent, Extent] | None:
    """The names on both sides of a bare result: "Leeds 3-1 Hull"."""
    sides = [layers.names.at(i) for i in (item.at.i - 1, item.at.j) if 0 <= i < len(layers.doc)]
    names = [hit[1].at for hit in sides if hit is not None and hit[1].kind == "name"]
    return (names[0], names[1]) if len(names) == len(sides) == 2 else None  # noqa: PLR2004  # the two sides


def whole_of(counted: Token, item: Quantity) -> Extent | None:
    """What the amount is a part or a stretch of: "10 percent of the salt", "two decades of war", "one in three visits"."""
    doc = counted.doc
    if item.kind not in PARTS or item.at.j >= len(doc):
        return None
    after = doc[item.at.j]
    if item.kind == "duration" and counted.dep_ == "dobj" and subject_of(clause_head(counted)) is not None:
        return None  # "she served two years of her term"
    if after.lower_ == "of":
        part = next((child for child in after.rights if child.dep_ == "pobj"), None)
        if part is not None and part.lower_ in DIVIDED and subject_of(clause_head(counted)) is not None:
            return None  # who took the share, not what was shared out
        return bare(part) if part is not None else None
    if item.kind != "ratio":
        return None
    noun = doc[item.at.j - 1].head if counted.i < item.at.j else counted  # "one in three visits"
    return trimmed(doc, max(item.at.j, bare(noun).i), bare(noun).j) if noun.tag_ in NOUNS and noun.i >= item.at.j else None


def acted_on(counted: Token, verb: Token) -> Extent | None:
    """The object that is brought to, or by, the amount: "cut the staff to 50", "replaced it with three others"."""
    prep = counted.head
    if counted.dep_ != "pobj" or prep.head.i != verb.i or prep.lower_ not in BROUGHT:
        return None
    found = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < prep.i), None)
    return phrase(found) if found is not None else None


def holder(verb: Token, item: Quantity) -> Extent | None:
    """The clause's subject; where that is the counted noun itself, without its number; of "there are", what there is."""
    found = subject_of(verb)
    if found is None and any(child.dep_ == "expl" for child in verb.lefts):
        found = next((child for child in verb.rights if child.dep_ in {"attr", "dobj"}), None)
    if verb.dep_ == "relcl" and item.kind == "duration" and any(child.dep_ == "dobj" for child in verb.lefts):
        found = verb.head  # "a war that it has waged for 15 years"
    if found is None or found.tag_ in {"WDT", "WP"}:
        return None
    whole = phrase(found)
    if not whole.i <= item.at.i < whole.j:
        return (subject_phrase(verb) if found.head.i == verb.i else None) or whole
    if found.i >= item.number.j and not (item.kind == "percent" and item.at.holds(found.i)):
        i = min((child.left_edge.i for child in found.lefts if child.i >= item.number.j and child.dep_ != "det"), default=found.i)
        return trimmed(found.doc, i, whole.j)
    part = next((noun for prep in found.rights if prep.lower_ == "of" for noun in prep.rights if noun.dep_ == "pobj"), None)
    return bare(part) if part is not None else None if item.at.holds(found.i) else whole


def scorer(item: Quantity, verb: Token, layers: Layers) -> Extent | None:
    """The side that is brought to a score: "put Ajax 2-0 up"."""
    if item.kind != "score" or not item.at.i or verb.lemma_ not in LEADING:
        return None
    hit = layers.names.at(item.at.i - 1)
    return hit[1].at if hit is not None and hit[1].kind == "name" else None
