"""A likeness of degree ("as ... as") or a multiple in; what is compared with what, which is more, and how many times, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.families.change.words import is_level
from claimex.families.comparison.others import other_after
from claimex.families.comparison.words import NOT_AS, REACH, reading, rewritten
from claimex.spans import extent, trimmed
from claimex.syntax import asserts, is_verb, phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue, Reading
    from claimex.layers import Layers

__all__ = ["by_as", "by_multiple", "by_times"]

FIGURES = frozenset({"level", "rate", "number", "amount", "price", "sum", "figure", "total", "average"})
NEAR = 3  # tokens: "as many young people as" is read by itself
NO_SIDE = frozenset({"result", "consequence", "rule", "whole", "matter", "way", "precaution", "protest"})  # "as a result"


def by_as(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "as wide as a forearm", "twice as many as last year", "as much rain as in May"."""
    doc = layers.doc
    first, middle, last = doc[cue.at.i], doc[cue.at.i + 1], doc[cue.at.j - 1]
    if (
        last.i + 1 >= len(doc)
        or (middle.lower_ in NOT_AS and not is_measure(middle, last))
        or not asserts(middle)
        or doc[last.i + 1].lower_ in {"possible", "ever", "necessary"}
        or any(t.lower_ in {"may", "might", "seem", "seems", "sound", "sounds"} for t in doc[last.i + 2 : last.i + 4])
    ):
        return None
    if any(token.lower_ in {"can", "could"} for token in doc[last.i + 2 : last.i + 4]):  # "as much as we can"
        return None
    if layers.quantities.at(middle.i) is not None or layers.quantities.at(last.i + 1) is not None:
        return None
    amount = layers.quantities.at(first.i - 1) if first.i else None
    way = "equal"
    if amount is not None and isinstance(amount.value, (int, float)):
        way = "less" if amount.value < 1 else "more"
    elif first.i and doc[first.i - 1].lower_ in {"half", "twice", "times"}:
        way = "less" if doc[first.i - 1].lower_ == "half" else "more"
    return reading(cue.at, way, middle, other_after(last), layers)


def by_times(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "twice as many people died in March as in May": the other side stands far behind."""
    doc = layers.doc
    word, many = doc[cue.at.i], doc[cue.at.j - 1]
    stop = min(many.sent.end, many.i + REACH)
    last = next((token for token in doc[many.i + 2 : stop] if token.lower_ == "as" and token.tag_ == "IN"), None)
    apart = last is not None and (last.i > many.i + NEAR or any(t.tag_[0] == "V" for t in doc[many.i + 1 : last.i]))
    if last is None or not apart or not asserts(many) or last.i + 2 >= len(doc):
        return None
    if last.nbor().lower_ in {"well", "part", "if", "though", "such"} or last.nbor(2).lower_ in NO_SIDE:
        return None  # "twice as many came as a result"
    other = other_after(last)
    if other is None:
        return None
    item = layers.quantities.at(word.i)
    amount = Phrase(item.at, quantity=item.id) if item is not None else Phrase(extent(doc, word.i, word.i + 1))
    found = reading(cue.at, "less" if word.lower_ == "half" else "more", many, other, layers)
    return rewritten(found, {**found.slots, "amount": amount})


def is_measure(middle: Token, last: Token) -> bool:
    """Whether "as long as" measures ("as long as a thumb"), not limits ("as long as he stays")."""
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    return (
        middle.lower_ in {"long", "far", "low", "early", "late"}
        and middle.head.lemma_ == "be"
        and after is not None
        and after.tag_ in {"DT", "NNP"}
    )


def by_multiple(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "twice the size of Wales", "three times the national average", "double the rate"."""
    doc = layers.doc
    noun = next((doc[k] for k in range(cue.at.j - 1, min(len(doc), cue.at.j + 4)) if doc[k].tag_ in {"NN", "NNS"}), None)
    word = doc[cue.at.i]
    if doc[cue.at.j - 1].lower_ == "what":
        return by_what(cue, layers)
    if noun is None or not asserts(noun) or is_verb(word) or (word.lower_ == "times" and layers.quantities.at(word.i) is None):
        return None
    if noun.lemma_ in {"time", "man", "fun", "day", "night", "way", "point", "effort", "work", "trouble"} or (
        word.lower_ == "half" and not is_measure_noun(noun)
    ):
        return None  # "half the money" is a share
    part = next((child for prep in noun.rights if prep.lower_ == "of" for child in prep.rights if child.dep_ == "pobj"), None)
    other = phrase(part) if part is not None and noun.lemma_ not in FIGURES else trimmed(doc, cue.at.j - 1, phrase(noun).j)
    way = "less" if word.lower_ == "half" else "more"
    found = reading(extent(doc, word.i, cue.at.j), way, noun, other, layers)
    item = layers.quantities.at(word.i)
    amount = Phrase(item.at, quantity=item.id) if item is not None else Phrase(extent(doc, word.i, word.i + 1))
    return rewritten(found, {**found.slots, "amount": amount})


def by_what(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "three times what it was in 2005": the other side is a clause."""
    doc = layers.doc
    word, what = doc[cue.at.i], doc[cue.at.j - 1]
    item = layers.quantities.at(word.i)
    if not asserts(word) or not is_verb(what.head) or what.head.i < what.i or item is None:
        return None
    other = trimmed(doc, what.i, what.head.right_edge.i + 1)
    found = reading(extent(doc, word.i, what.i + 1), "less" if word.lower_ == "half" else "more", word, other, layers)
    return rewritten(found, {**found.slots, "amount": Phrase(item.at, quantity=item.id)})


def is_measure_noun(noun: Token) -> bool:
    """Whether "half the ..." compares: "half the size of Wales", "half the national average"."""
    if noun.lemma_ in {"vote", "share", "poll", "seat"}:
        return False
    return is_level(noun) or noun.lemma_ in {"size", "length", "weight", "height", "age", "average", "width", "area", "distance"}
