"""Which way a bare weekday or month looks: from the verb that governs it, not from a window of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.syntax import ancestors, is_finite, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["direction"]

FUTURE = frozenset({"will", "wo", "shall", "'ll", "’ll", "would", "could", "should", "may", "might", "can", "must"})
PLANNED = frozenset(
    {
        "scheduled",
        "due",
        "expected",
        "slated",
        "planned",
        "plan",
        "plans",
        "planning",
        "expect",
        "expects",
        "hopes",
        "hope",
        "going",
    }
)


PAST = frozenset({"have", "has", "had", "'ve", "’ve", "was", "were"})
SAYING = frozenset({"say", "tell", "report", "show", "think", "believe", "know", "write", "claim", "suggest", "call", "want"})
LEADS = {"since": -1, "until": 1, "till": 1}


def direction(span: Span) -> int:
    """-1 past (-2 where the date hangs on the past verb itself), 1 future, 0 where the sentence does not say."""
    token = span.root
    if span.start and (led := LEADS.get(span.doc[span.start - 1].lower_)):
        return led
    for node in ancestors(token):
        if is_verb(node) and node.dep_ not in {"amod", "compound"}:
            found = direction_of(node, direct=node.i == upward(token).i)
            if found is not None:
                return found
    return 0


def upward(token: Token) -> Token:
    """What a date hangs on, over its preposition."""
    head = token.head.head if token.dep_ == "pobj" else token.head
    return head if token.dep_ != "poss" else token


def direction_of(verb: Token, *, direct: bool) -> int | None:
    """The direction that a verb gives a date; None where one above it must tell."""
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    words = {child.lower_ for child in helpers}
    if words & FUTURE or verb.lower_ in PLANNED or (verb.lower_ == "set" and verb.tag_ == "VBN"):
        return 1
    if verb.tag_ == "VB" and "to" in words:
        return 0 if verb.head.tag_ == "VBD" and verb.head.lower_ not in PLANNED else 1
    if verb.tag_ == "VBD" or words & PAST:
        return -2 if direct else -1
    if is_finite(verb):  # a present with a date is a timetable: "the sale ends Friday"
        return 1 if direct and verb.lemma_ not in SAYING else 0
    return -1 if verb.tag_ == "VBN" and not helpers else None
