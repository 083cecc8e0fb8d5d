"""A verb under will, would or may in; whether it stands in somebody's talk, where much is told that is not foreseen, out.

In talk people tell habits, scenes of then and what they are willing to do in the words of forecasts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._times import is_future, times_of
from claimex.spans import extent

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.layers import Layers

__all__ = ["is_in_turn", "is_people", "is_talk"]

TALKERS = frozenset({"i", "my", "me", "we", "our", "us", "you", "your", "otherwise"})
MAX_CLIMB = 4  # heads from a verb to the report it stands in


def is_in_turn(verb: Token, subject: Token | None, layers: Layers) -> bool:
    """Whether it is an interview's way of telling a habit, a willingness or a scene: "if they see it they will change it".

    There a forecast has a time to come, or a subject that is named; "I" and "we" promise what they affirm without a condition.
    """
    if layers.attributions.turn_of(extent(verb.doc, verb.i, verb.i + 1)) is None:
        return False
    if is_told_then(verb):
        return True
    if any(
        is_future(timex, layers) and "-" in str(timex.value) and "T" not in str(timex.value) for timex in times_of(verb, layers)
    ):
        return False
    if subject is None or subject.dep_ == "csubj" or subject.tag_ == "VBG":
        return True
    if verb.dep_ == "relcl" and subject.tag_ == "NNS" and not list(subject.lefts):
        return True  # "give them medicines that will last"
    first = subject.lower_ in {"i", "we"}
    denied = any(child.dep_ == "neg" or child.lower_ in {"never", "just"} for child in verb.children)
    bound = any(child.dep_ in {"advcl", "mark"} for child in verb.children)
    shown = bound and any(child.lower_ in {"those", "these", "such"} for child in subject.lefts)  # "if they do, those men will"
    return (denied or bound) if first else shown or is_pointing(subject)


def is_told_then(verb: Token) -> bool:
    """As in "he told me that he will come": what was to come in a story that is over."""
    for _ in range(MAX_CLIMB):
        over = verb.head
        if over.i == verb.i or verb.dep_ not in {"ccomp", "conj", "xcomp"}:
            return False
        if verb.dep_ == "ccomp" and over.tag_ == "VBD":
            return True
        verb = over
    return False


def is_pointing(subject: Token) -> bool:
    """A pronoun, or anybody of a kind: who or what is meant is said elsewhere, if at all."""
    if any(child.lower_ in {"a", "an", "other", "any"} for child in subject.lefts):
        return True
    return subject.tag_ in {"PRP", "DT", "WDT", "WP", "EX"} or subject.lower_ in {"one", "everyone", "everybody", "someone"}


def is_people(noun: Token) -> bool:
    """Whether the word is of people at large, without saying which."""
    return noun.lower_ in {"people", "everyone", "everybody", "somebody", "someone"} and not list(noun.children)


def is_talk(verb: Token, layers: Layers) -> bool:
    """Whether the words are somebody's talk: in a quotation, or set down with "I" and "you" around them, as in an interview."""
    doc, sent = verb.doc, verb.sent
    first = doc[sent.start - 1].sent.start if sent.start else sent.start
    last = doc[sent.end].sent.end if sent.end < len(doc) else sent.end
    if any(token.tag_ in {"``", "''"} for token in doc[first:last]):  # other people's words: only its own count
        first, last = sent.start, sent.end
    quote = layers.attributions.of(extent(doc, verb.i, verb.i + 1))
    if quote is not None and quote.form == "direct":
        return True
    return any(token.lower_ in TALKERS and token.tag_[:3] == "PRP" for token in doc[first:last])
