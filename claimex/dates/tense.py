"""Which way a bare weekday or month looks: from the verb that governs it, not from a window of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.dates.around import WORDS
from claimex.syntax import ancestors, is_finite, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["SAYING", "UNTIL", "direction", "had", "is_habit", "upward"]

FUTURE = frozenset({"will", "wo", "shall", "'ll", "’ll", "would", "could", "should", "may", "might", "can", "must"})
SURE = frozenset({"will", "wo", "shall", "'ll", "’ll"})
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


PAST = frozenset({"have", "has", "had", "'ve", "’ve", "was", "were", "did"})
SAYING = frozenset({"say", "tell", "report", "show", "think", "believe", "know", "write", "claim", "suggest", "call", "want"})
# Verbs whose past looks like their present: "weak sales hurt the index on Friday".
SAME_IN_PAST = frozenset(
    {"beat", "burst", "cost", "cut", "hit", "hurt", "put", "quit", "set", "shut", "spread", "split", "upset"}
)
LEADS = {"since": -1, "until": 1, "till": 1, "effective": 1}
UNTIL = frozenset({"until", "till"})
ENDED_BY = frozenset({"to", "through"})
LENGTHS = frozenset({"year", "quarter", "half", "months", "weeks", "week"})
NEVER = frozenset({"not", "n't", "n’t", "neither", "nor", "nobody", "none"})
AHEAD = frozenset({"for", "to"})  # "set for Friday", "set to open on Friday"


def direction(span: Span) -> int:
    """-1 past (-2 where the date hangs on the past verb itself), 1 future, 0 where the sentence does not say."""
    token = span.root
    lead = span.doc[span.start - 1].lower_ if span.start else ""
    if lead in LEADS and not (lead in UNTIL and hangs_on_past_perfect(token)):
        return LEADS[lead]
    found = by_verb(span)
    return max(found, 0) if lead == "through" else found  # "it has given loans through January"


def by_verb(span: Span) -> int:
    """The direction that the verb above a date gives; above the noun in "the April quarter", "the year to March"."""
    token = span.root
    if token.dep_ == "compound" and token.head.lower_ == "quarter":
        token = token.head
    elif token.dep_ == "pobj" and token.head.lower_ in ENDED_BY and upward(token).lower_ in LENGTHS:
        token = upward(token)
    for node in ancestors(token):
        if is_planned(node):  # "a ruling is due on Thursday"; one that had been due then is not to come
            return -1 if had(node) else 1
        if is_verb(node) and node.dep_ not in {"amod", "compound"}:
            found = direction_of(node, direct=node.i == upward(token).i)
            if found is not None:
                if found > 0 and names_a_thing(token):
                    return 0
                return -1 if found > 0 and ends_before(span, node) else found
    return 0


def is_habit(span: Span) -> bool:
    """Whether a time is told of as what always is ("they sing in the morning"), not "police say it was in the morning"."""
    for node in ancestors(span.root):
        if is_planned(node):
            return False
        if is_verb(node) and node.dep_ not in {"amod", "compound"}:
            helped = any(child.dep_ in {"aux", "auxpass"} for child in node.lefts)
            return node.tag_ in {"VBZ", "VBP"} and not helped and node.lemma_ not in SAYING
    return False


def names_a_thing(token: Token) -> bool:
    """Whether a date only names what a sentence does something with: "it will be sold under a June agreement" looks nowhere.

    Nor does "Tuesday's ruling will cost the firm millions": only of what is set for a day can it be said before it happens.
    """
    if token.dep_ == "poss":
        return token.head.lemma_.lower() not in WORDS["set_for_a_day"]
    return token.dep_ in {"compound", "nmod"} and token.head.dep_ not in {"nsubj", "nsubjpass", "ROOT"}


def ends_before(span: Span, verb: Token) -> bool:
    """Whether a verb's clause only begins behind the date: "it warned on Thursday that raids could do harm", misread."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is not None and after.dep_ == "mark" and after.head.i == verb.i


def hangs_on_past_perfect(token: Token) -> bool:
    """For "Until Thursday, they had not called him a suspect"."""
    verb = next((node for node in ancestors(token) if is_verb(node)), None)
    return verb is not None and had(verb)


def had(node: Token) -> bool:
    """Whether a verb, or the one that an adjective belongs to, stands in the past perfect."""
    verb = node if is_verb(node) else node.head
    return any(child.dep_ in {"aux", "auxpass"} and child.lower_ in {"had", "'d", "’d"} for child in verb.lefts)


def is_planned(node: Token) -> bool:
    """Whether a word says that something is to come: "due", "scheduled", "set for"."""
    if node.lower_ == "set":
        return node.tag_ == "VBN" and any(child.lower_ in AHEAD or child.dep_ == "xcomp" for child in node.rights)
    return node.lower_ in PLANNED and node.dep_ not in {"amod", "compound"} and (node.lower_ == "due" or is_verb(node))


def upward(token: Token) -> Token:
    """What a date hangs on, over its preposition."""
    head = token.head.head if token.dep_ == "pobj" else token.head
    return head if token.dep_ != "poss" else token


def direction_of(verb: Token, *, direct: bool) -> int | None:
    """The direction that a verb gives a date; None where one above it must tell."""
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    words = {child.lower_ for child in helpers}
    if "could" in words and is_denied(verb):  # "could not be reached on Monday"
        return -1
    if words & FUTURE:
        return -1 if "have" in words and not words & SURE else 1  # "may have been", "would have won"
    if verb.tag_ == "VB" and "to" in words:
        return infinitive(verb)
    if verb.tag_ == "VBD" or words & PAST or (verb.tag_ == "VBP" and verb.lower_ in SAME_IN_PAST):
        return -2 if direct else -1
    if is_finite(verb):  # a present with a date is a timetable: "the sale ends Friday"
        return 1 if direct and verb.lemma_ not in SAYING else 0
    return -1 if verb.tag_ == "VBN" and not helpers else None


def is_denied(verb: Token) -> bool:
    """Whether "not", "neither" or the like stands before a verb, by itself or with its subject."""
    return any(child.lower_ in NEVER or any(word.lower_ in NEVER for word in child.lefts) for child in verb.lefts)


def infinitive(verb: Token) -> int:
    """An infinitive looks ahead, unless what it hangs on is past: "it was hard to meet demand in the summer"."""
    head = verb.head
    if is_planned(head):
        return -1 if had(head) else 1
    if head.tag_.startswith("JJ") and head.head.i != head.i:
        head = head.head
    past = head.tag_ == "VBD" or (head.tag_ == "VB" and any(child.lower_ == "did" for child in head.lefts))
    return 0 if past and head.lower_ not in PLANNED else 1
