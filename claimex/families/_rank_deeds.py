"""A ranked noun in; the verb of what the ranked one did, and that verb's words, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._periods import Period, is_added
from claimex.families._standing import IDENTITY
from claimex.spans import Extent, trimmed
from claimex.syntax import SUBJECT_DEPS, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["CLAUSES", "activity_of", "verb_words"]

TELLING = frozenset({"record", "know", "report", "see", "find", "allow", "force", "ask", "order"})
CLAUSES = frozenset({"relcl", "acl", "xcomp", "ccomp", "advcl", "csubj"})


def activity_of(noun: Token, verb: Token) -> Token | None:
    """The verb of what the ranked one did: "the first woman to win", "the only club that has won"."""
    made = noun.head if noun.dep_ in SUBJECT_DEPS and noun.head.tag_ in {"VB", "VBN"} else None
    if made is not None and any(t.tag_ == "TO" and t.i > noun.i for t in made.lefts):
        return made  # "Brown, the third president to be impeached"
    for head in (noun, *(word for prep in noun.rights if prep.dep_ == "prep" for word in prep.rights), verb):
        for child in head.rights:
            if child.i <= noun.i or child.dep_ not in CLAUSES or not is_verb(child) or is_beside(child, head, noun, verb):
                continue
            if (child.dep_ == "relcl" and is_added(child)) or is_where(child) or is_aside(child):
                continue
            if child.dep_ in {"relcl", "acl", "xcomp"} or has_to(child) or child.dep_ == "ccomp":
                return child
    return None


def is_where(child: Token) -> bool:
    """As in "the first planet where the air is right": the air's deed, if any."""
    return child.dep_ == "relcl" and any(t.tag_ == "WRB" and t.lower_ in {"where", "when"} for t in child.lefts)


def is_aside(child: Token) -> bool:
    """As in "the second debate, scheduled for May": what is only added behind a comma."""
    led = child.left_edge
    return child.dep_ == "acl" and child.tag_ == "VBN" and led.i > 0 and led.nbor(-1).text == ","


def is_beside(child: Token, head: Token, noun: Token, verb: Token) -> bool:
    """Whether a clause says something else: "the only problem is that ...", "the second debate was meant to be held in Ohio"."""
    if child.dep_ in {"advcl", "acl"} and head is not noun and not has_to(child):
        return True
    told = child.dep_ in {"ccomp", "acl", "relcl"} and head is not verb and noun.lemma_ != "time"
    if told and any(t.dep_ == "mark" and t.lower_ == "that" for t in child.lefts):
        return True  # "the first word that it was in trouble"
    if head is not verb or not is_verb(verb) or noun.lemma_ == "time":
        return False
    return child.dep_ == "ccomp" or not (noun.dep_ == "attr" or verb.lemma_ in IDENTITY)


def has_to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.lefts)


def verb_words(verb: Token, period: Period | None = None, *, whole: bool = False) -> Extent:
    """A verb with its objects and places, without its subject, auxiliaries of tense, and clauses beside it.

    `whole`: with a verb that is joined to it ("the first country to host and win it").
    """
    doc = verb.doc
    i = min((child.i for child in verb.lefts if child.dep_ == "auxpass" and child.lower_ in {"be", "been"}), default=verb.i)
    j = verb.i + 1
    for child in verb.rights:
        if whole and (child.dep_ == "cc" or is_joined(child, verb)):
            j = max(j, child.right_edge.i + 1 if child.dep_ == "conj" else j)
            continue
        if is_told_to(child, verb):
            j = max(j, child.right_edge.i + 1)
            continue
        if child.dep_ in {"cc", "conj", "parataxis", "advcl"} or (child.dep_ == "punct" and child.tag_ in {",", ":", "."}):
            break
        j = max(j, child.right_edge.i + 1)
    if verb.lemma_ == "be" and j == verb.i + 1:
        j = verb.right_edge.i + 1  # "that is, they say, open"
    if period is not None and i < period.start < j:
        j = period.start
    return trimmed(doc, i, j)


def is_told_to(child: Token, verb: Token) -> bool:
    """As in "has been known to run a mile": what has been known, though the parser takes it for a purpose."""
    return child.dep_ == "advcl" and verb.lemma_ in TELLING and has_to(child) and any(t.dep_ == "auxpass" for t in verb.lefts)


def is_joined(child: Token, verb: Token) -> bool:
    """Whether a coordinated verb belongs to the same deed: of the same form, with no subject of its own."""
    return child.dep_ == "conj" and child.tag_ == verb.tag_ == "VB" and not any(t.dep_ in SUBJECT_DEPS for t in child.lefts)
