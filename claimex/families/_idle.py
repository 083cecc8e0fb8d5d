"""A verb under will, would or may in; whether it foresees nothing that could come true, out.

Habits ("people will always ask"), rules of thumb ("if you press it"), judgements ("it will be nice"), fancies ("imagine a
town: it would need a well"), hopes ("they hope it will"), and turns of talk ("we'll be back after this").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._hopes import HOPING
from claimex.families._talk import is_in_turn, is_people, is_talk
from claimex.lists import table
from claimex.syntax import is_verb, word_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Span, Token

    from claimex.layers import Layers

__all__ = ["ANYBODY", "WORDS", "is_embedded", "is_fancy", "is_hope", "is_idle", "is_you"]

WORDS: Mapping[str, list[str]] = table("claimex.families", "forecast_words.toml")
HABITS = frozenset(WORDS["habits"])
JUDGEMENTS = frozenset(WORDS["judgements"])
TALK = frozenset(WORDS["talk"])
NAMES_YOU = frozenset({"you", "your", "one"})
NOBODY_KNOWN = frozenset({"someone", "somebody", "anyone", "anybody", "something", "anything", "some", "others", "ones"})
# "people who would", "something that would": imagined ones.
ANYBODY = NOBODY_KNOWN | {"people", "person", "individual", "individuals", "those", "thing", "things"}
POINTERS = frozenset({"it", "that", "this", "there", "which", "what", "everything"})
JUDGING = frozenset({"consider", "call", "regard", "describe", "class", "count", "view"})  # "it would be considered old"
TESTS = frozenset({"test", "problem", "legacy", "challenge", "challenging", "question", "key"})
NOTIONS = frozenset({"hope", "wish", "pray", "dream", "assumption", "suggestion", "notion", "illusion", "myth"})
HOLLOW = frozenset({"do", "seem", "appear", "make"})
ASKING = frozenset({"say", "know", "tell", "decide", "ask", "wonder", "specify", "disclose", "announce", "see"})
EMPTY = frozenset({"punct", "cc", "conj", "neg", "advcl"})
FANCY = frozenset({"imagine", "suppose", "assume", "pretend", "hypothetically"})
FANCY_REACH = 2  # sentences for which "imagine that" goes on
CASES = frozenset({"case", "cases", "times", "instances", "days"})  # "in some cases they will"
SEVERAL = frozenset({"some", "many", "most", "certain", "all", "these", "those"})
WHENEVER = frozenset({"if", "when", "whenever", "once", "unless"})


def is_idle(verb: Token, subject: Token | None, layers: Layers) -> bool:
    """Whether nothing is foreseen, whatever the modal is."""
    return (
        is_tribute(verb)
        or is_habit(verb)
        or is_judged(verb, subject)
        or is_hope(verb)
        or is_rule_of_thumb(verb, subject)
        or is_turn_of_talk(verb, subject)
        or is_fancy(verb)
        or is_somebody(verb)
        or (subject is not None and is_people(subject) and is_talk(verb, layers))
        or is_in_turn(verb, subject, layers)
    )


def is_somebody(verb: Token) -> bool:
    """As in "there are some that will try", "somebody who is not going to help", "voters who will stay at home"."""
    over = verb.head if verb.dep_ == "xcomp" else verb
    if over.dep_ != "relcl":
        return False
    some = over.head.lower_ in {"those", "people"} or (over.head.tag_ == "NNS" and not list(over.head.lefts))
    who = any(child.lower_ == "who" for child in over.lefts) and verb.doc[over.left_edge.i - 1].text != ","
    return over.head.lower_ in NOBODY_KNOWN or (some and who)


def is_tribute(verb: Token) -> bool:
    """As in "she will be sadly missed", "who will stay with us": said of the dead."""
    if verb.lemma_ in {"miss", "remember"}:
        return any(child.dep_ == "auxpass" for child in verb.lefts)
    return (
        verb.lemma_ in {"stay", "live", "remain"}
        and word_at(verb.doc, verb.i + 1) in {"with", "on"}
        and any(token.lower_ in {"us", "forever", "hearts", "eternity"} for token in verb.subtree)
    )


def is_habit(verb: Token) -> bool:
    """As in "will often attack", "in some cases they will attack"."""
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in HABITS:
            return True
        noun = next(iter(child.rights), None) if child.dep_ == "prep" and child.lower_ in {"in", "at", "on"} else None
        if noun is not None and noun.lower_ in CASES and any(word.lower_ in SEVERAL for word in noun.lefts):
            return True
    return False


def is_judged(verb: Token, subject: Token | None) -> bool:
    """As in "it would be considered old", "that will be nice", "it makes no sense": a judgement, or a wish."""
    said = [child for child in verb.rights if child.dep_ in {"acomp", "attr", "oprd"}]
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    bare = verb.lemma_ == "be" and (
        (not said and any(is_to(child) for child in verb.rights)) or not any(child.dep_ not in EMPTY for child in verb.rights)
    )
    if bare or (passive and verb.lemma_ in JUDGING):
        return True  # "another option would be to start", "where they said it would be"
    if any(child.lower_ in TESTS for child in said) or (subject is not None and subject.lower_ in TESTS):
        return True  # "it will be the real test", "his legacy will be"
    if verb.lemma_ in HOLLOW:
        return is_hollow(verb)
    if subject is None or (subject.lower_ not in POINTERS and subject.dep_ != "csubj"):
        return False
    adjectives = {word.lower_ for child in said for word in (child, *child.lefts)}
    return verb.lemma_ in {"be", "sound", "feel", "look"} and bool(adjectives & JUDGEMENTS)


def is_hollow(verb: Token) -> bool:
    """As in "would do so", "would seem to be", "would make no sense"."""
    if verb.lemma_ == "do":
        return word_at(verb.doc, verb.i + 1) == "so"
    if verb.lemma_ == "make":
        return any(child.dep_ == "dobj" and child.lower_ == "sense" for child in verb.rights)
    return True


def is_to(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and any(child.tag_ == "TO" for child in verb.lefts)


def is_hope(verb: Token) -> bool:
    """As in "they hope that it will", "hopefully it will": claims.md takes no wish for a claim."""
    while verb.dep_ == "conj" and is_verb(verb.head) and verb.head.i < verb.i:
        verb = verb.head
    over = verb.head
    if verb.dep_ in {"ccomp", "acl", "relcl"} and (over.lower_ in HOPING or over.lemma_ in NOTIONS):
        return True
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    hopeful = any(child.dep_ == "advmod" and child.lower_ == "hopefully" for child in verb.children)
    return hopeful and subject is not None and subject.lower_ in {"i", "we"}


def is_rule_of_thumb(verb: Token, subject: Token | None) -> bool:
    """Whether it tells what always happens: "if you press it, the light will go on", "if a child lacks iron, it will tire"."""
    if subject is not None and subject.lower_ in {"i", "we"}:
        return False
    if any(token.lower_ in WHENEVER and word_at(verb.doc, token.i + 1) == "you" for token in verb.sent[:-1]):
        return True
    for child in verb.lefts:
        if child.dep_ == "advcl" and any(mark.lower_ in WHENEVER for mark in child.lefts):
            noun = next((word for word in child.lefts if word.dep_ in {"nsubj", "nsubjpass"}), None)
            if noun is not None and noun.tag_ == "NN" and any(word.lower_ in {"a", "an"} for word in noun.lefts):
                return True
    return False


def is_turn_of_talk(verb: Token, subject: Token | None) -> bool:
    """As in "I will say this", "we'll be back after this", "you can see, but we will see"."""
    if subject is None or subject.lower_ not in {"i", "we"}:
        return False
    if verb.lemma_ in TALK or verb.lemma_ in {"remember", "forget", "love", "miss", "regret"}:
        return True
    if any(token.lower_ in {"second", "sec", "moment"} for token in verb.subtree):
        return True  # "I will look that up in a second"
    back = any(child.lower_ == "back" and child.dep_ in {"advmod", "prt"} for child in verb.rights)
    return subject.lower_ == "we" and back and verb.lemma_ in {"be", "come", "go", "get"}


def is_fancy(verb: Token) -> bool:
    """Whether the sentence, or one shortly before it, asks to imagine something."""
    sent: Span = verb.sent
    for _ in range(FANCY_REACH + 1):
        if any(token.lower_ in FANCY and token.tag_ in {"VB", "RB", "VBP"} for token in sent):
            return True
        if not sent.start or "\n" in sent.doc[sent.start - 1].text:
            return False
        sent = sent.doc[sent.start - 1].sent
    return False


def is_you(subject: Token) -> bool:
    """Whether it is said of anybody: "you", "one", "your heart"; not of "no one"."""
    if any(child.dep_ == "poss" and child.lower_ == "your" for child in subject.lefts):
        return True
    return subject.lower_ in NAMES_YOU and not any(child.lower_ in {"no", "every", "any"} for child in subject.lefts)


def is_embedded(verb: Token) -> bool:
    """Whether the clause is an embedded question or a comparison: "how it could be done", "as a child would behave"."""
    when = next((child for child in verb.lefts if child.lower_ == "when" and child.i), None)
    if when is not None and (when.nbor(-1).tag_ == "IN" or (verb.head.i == when.i - 1 and verb.head.lemma_ in ASKING)):
        return True  # "a date for when it will open", "he could not say when it would open"
    if verb.dep_ in {"ccomp", "pcomp"} and verb.left_edge.lower_ == "what" and verb.left_edge.dep_ == "pobj":
        return True  # "consider what it could look like"
    return any(
        (child.dep_ in {"advmod", "dobj", "attr", "pobj"} and child.lower_ in {"how", "what", "why"})
        or (
            verb.dep_ in {"ccomp", "pcomp"}
            and child.dep_ in {"dobj", "advmod"}
            and child.lower_ in {"whom", "who", "which", "where"}
        )
        or (child.dep_ == "mark" and child.lower_ in {"as", "than"})
        for child in verb.lefts
    )
