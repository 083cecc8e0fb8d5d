"""A comparative, "as ... as", a multiple in; what is compared with what, which is more, and by how much, out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.families.change.words import is_level
from claimex.families.comparison.compared import truly_of
from claimex.families.comparison.others import other_after
from claimex.families.comparison.traps import is_closed, is_degree, is_faint, is_limit, is_manner
from claimex.families.comparison.words import (
    COMPARATIVE,
    FIXED,
    HAD,
    NOT_AS,
    NOT_OTHER,
    NOT_THAN,
    REACH,
    is_liked,
    is_name,
    reading,
    rewritten,
    way_of,
)
from claimex.spans import extent, trimmed
from claimex.syntax import SUBJECT_DEPS, asserts, clause_head, is_verb, phrase, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue, Reading
    from claimex.layers import Layers

WANTING = frozenset({
    "expect", "want", "seek", "need", "demand", "hope", "promise", "urge", "ask", "wish", "favor", "favour", "like", "prefer",
    "try",
})  # fmt: skip
RESULTING = frozenset({
    "lead", "contribute", "result", "due", "attribute", "owe", "boost", "hurt", "help", "offset", "hit", "drive", "cause",
    "because",
    "blame", "report", "reflect", "stem", "come", "benefit", "suffer",
})  # fmt: skip
FIGURES = frozenset({"level", "rate", "number", "amount", "price", "sum", "figure", "total", "average"})
# What is better or worse only in somebody's eyes: "a better future".
HOPES = frozenset({
    "future", "life", "idea", "chance", "understanding", "time", "deal", "job", "world", "way", "place", "relationship", "day",
    "year", "thing", "look", "option", "choice", "opportunity", "story", "sense", "friend", "man", "person",
    "experience", "impact",
})  # fmt: skip

__all__ = ["by_as", "by_multiple", "by_open", "by_than", "is_fronted", "is_wish"]


def is_wish(verb: Token) -> bool:
    """As in "our policy should resemble Sweden's": what ought to be."""
    if verb.dep_ == "xcomp" and verb.head.lower_ == "ought":
        return True
    return any(child.dep_ == "aux" and child.lower_ in {"should", "must", "ought"} for child in verb.lefts)


def is_fronted(cue: Cue, layers: Layers) -> bool:
    """As in "More than health care, more than peace, he wants ...": a degree put in front."""
    doc, i = layers.doc, cue.at.i - 1
    if cue.pattern != "than" or i < 0 or doc[i].lower_ != "more" or i + 2 >= len(doc):
        return False
    leading = doc[i].is_sent_start or doc[i - 1].text == ","
    return bool(leading) and doc[i].sent[0].lower_ == "more" and any(t.text == "," for t in doc[i + 2 : i + REACH])


def by_than(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "higher than in 2010", "more damage to plants than all others combined", "earn less than men do"."""
    doc = layers.doc
    than = doc[cue.at.j - 1]
    if than.i + 1 >= len(doc) or layers.quantities.at(than.i) is not None or not asserts(than):
        return None
    first = max(than.sent.start, than.i - REACH)
    word = next(
        (doc[k] for k in range(than.i - 1, first - 1, -1) if doc[k].tag_ in COMPARATIVE or doc[k].lower_ in {"more", "less"}),
        None,
    )
    if word is None or doc[than.i - 1].lower_ in NOT_THAN or word.lower_ in NOT_THAN:
        return None
    after = doc[than.i + 1]
    if after.lower_ == "not":
        return None  # "more often than not"
    if word.i == than.i - 1 and (
        (after.lower_ in NOT_OTHER and word.lower_ in {"more", "less"})
        or after.tag_ == "CD"
        or (word.lower_ in {"more", "less"} and is_degree(after))
        or layers.quantities.at(after.i) is not None
    ):
        return None
    if is_liked(clause_head(word)) or is_manner(word, than) or is_limit(word, after, layers) or is_faint(after, than):
        return None
    at = extent(doc, word.i, than.i + 1) if word.i == than.i - 1 else extent(doc, word.i, word.i + 1)
    found = reading(at, way_of(word), word, other_after(than), layers)
    found = truly_of(word, found, layers)
    return replace(found, polarity="negated") if word.i and doc[word.i - 1].lower_ == "no" else found


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


def by_open(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "sweden had higher possession", "turnout was lower": a comparative whose other side is understood."""
    word = layers.doc[cue.at.i]
    if not asserts(word) or is_wanted(word) or is_closed(word) or is_if(clause_head(word)):
        return None
    if word.dep_ == "amod":
        vague = word.lower_ == "better" and clause_head(word).lemma_ in {"get", "find", "need", "give", "make", "do"}
        good = is_open_noun(word, word.head) and not vague
    else:
        good = (
            word.dep_ == "acomp"
            and word.head.lemma_ == "be"
            and ((is_level(subject_of(word.head)) and not is_called(subject_of(word.head))) or word.lower_ in {"higher", "lower"})
        )
    return truly_of(word, reading(cue.at, way_of(word), word, None, layers), layers) if good else None


def is_called(subject: Token | None) -> bool:
    return subject is not None and subject.tag_ in {"NNP", "NNPS"}


def is_if(verb: Token) -> bool:
    """As in "would have to take lower prices if they sold"."""
    over = verb.head if verb.dep_ in {"xcomp", "ccomp"} else verb
    clauses = [child for top in (verb, over) for child in top.rights if child.dep_ == "advcl"]
    return any(mark.lower_ == "if" for child in clauses for mark in child.lefts)


def is_open_noun(word: Token, noun: Token) -> bool:
    """Whether a noun has a level that somebody has, pays or reaches: not "the lower rates", "lower rates have helped"."""
    if noun.dep_ in SUBJECT_DEPS or noun.i < word.i or noun.tag_ not in {"NN", "NNS"}:
        return False
    if noun.lemma_.lower() in FIXED or is_name(word):
        return False
    if any(child.lower_ in {"the", "no", "these", "any"} or child.tag_ == "POS" or child.dep_ == "poss" for child in noun.lefts):
        return False
    if noun.dep_ == "pobj" and noun.head.head.lemma_ not in RESULTING:
        return False  # "eligible for lower payments"
    return is_level(noun) or is_had(noun, word)


def is_wanted(word: Token) -> bool:
    """As in "Seeks higher offers", "want lower taxes": nothing is said to be higher or lower."""
    verb = clause_head(word)
    if verb.dep_ in {"acl", "advcl"} and any(child.tag_ == "TO" for child in verb.lefts):
        return True  # "in order to reach a larger public"
    return verb.lemma_ in WANTING or (verb.dep_ == "xcomp" and verb.head.lemma_ in WANTING)


def is_had(noun: Token, word: Token) -> bool:
    """Whether somebody has more of a thing: "had greater possession"."""
    return (
        noun.lemma_ not in HOPES
        and noun.dep_ == "dobj"
        and noun.head.lemma_ in {"have", "enjoy", "record", "post"}
        and word.lower_ in HAD
    )
