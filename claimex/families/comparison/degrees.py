"""A comparative in; what is compared with what, which is more, and by how much, out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.families.change.words import is_level
from claimex.families.comparison.compared import truly_of
from claimex.families.comparison.others import other_after
from claimex.families.comparison.traps import is_closed, is_degree, is_faint, is_limit, is_manner
from claimex.families.comparison.words import (
    COMPARATIVE,
    FIXED,
    HAD,
    NOT_OTHER,
    NOT_THAN,
    REACH,
    is_liked,
    is_name,
    reading,
    way_of,
)
from claimex.spans import extent
from claimex.syntax import SUBJECT_DEPS, asserts, clause_head, subject_of

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
# What is better or worse only in somebody's eyes: "a better future".
HOPES = frozenset({
    "future", "life", "idea", "chance", "understanding", "time", "deal", "job", "world", "way", "place", "relationship", "day",
    "year", "thing", "look", "option", "choice", "opportunity", "story", "sense", "friend", "man", "person",
    "experience", "impact",
})  # fmt: skip

__all__ = ["by_open", "by_than", "is_fronted", "is_wish"]


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
