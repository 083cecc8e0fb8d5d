"""A verb in; whether what it says is only hoped for, aimed at, feared or imagined, so that nothing says it came, out.

Several families ask this: "seeks to cut costs" tells no cut, "hopes that it leads to peace" no cause, "wants guns banned" no ban.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.lists import word_sets
from claimex.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["HOPING", "is_aim", "is_asked", "is_hoped", "is_imagined"]

HOPING = frozenset({"hope", "hopes", "hoped", "hoping", "wish", "wishes", "wished"})  # the lemma of "hopes" is sometimes "hop"
WORDS: dict[str, frozenset[str]] = word_sets("claimex.families", "hope_words.toml")
WANTING, DOUBTING, AIMS = WORDS["wanting"], WORDS["doubting"], WORDS["aims"]
IMAGINING = frozenset({"would", "could", "might", "may", "can", "should", "will", "’ll", "'ll", "’d", "'d"})
CONDITIONS = frozenset({"if", "unless", "providing", "lest"})
MAX_CLIMB = 12  # heads from a verb to what makes it hoped for


def is_hoped(verb: Token) -> bool:
    """Whether the verb is an infinitive of purpose or wish, or stands in a clause that somebody hopes or fears.

    As in "seeks to improve", "in order to lead", "a bid to cut", "they hope that it causes"; not in "began to fall".
    """
    for _ in range(MAX_CLIMB):
        over = verb.head
        if over.i == verb.i or verb.dep_ in {"nsubj", "nsubjpass"}:
            return False
        if verb.dep_ == "relcl" and is_verb(verb):
            return over.dep_ == "dobj" and over.head.lemma_.lower() in WANTING  # "they want rules that cut costs"
        if verb.dep_ == "conj" or not is_verb(verb) or (verb.dep_ == "advcl" and verb.tag_ == "VBG"):
            verb = over
            continue
        if over.i < verb.i and is_wanted(verb, over):
            return True
        if verb.dep_ not in {"xcomp", "ccomp", "pcomp"}:
            return False
        verb = over
    return False


def is_wanted(verb: Token, over: Token) -> bool:
    """Whether the word that the verb hangs on makes it a wish: of an infinitive with "to", or of a clause."""
    infinitive = verb.tag_ in {"VB", "VBN"} and any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)
    if infinitive and verb.dep_ == "advcl":
        return True  # "stopped to rest"
    if infinitive and verb.dep_ == "acl":
        return over.lemma_.lower() in AIMS or (over.lower_ == "order" and over.dep_ == "pobj")  # "in order to"
    if infinitive or (verb.dep_ == "xcomp" and verb.tag_ in {"VBG", "VBN"}):
        return over.lemma_.lower() in WANTING or over.lower_ in HOPING | WANTING
    if verb.dep_ == "ccomp" and over.lemma_.lower() == "suggest":
        helpers = {child.lower_ for child in verb.lefts if child.tag_ == "MD"}
        return verb.tag_ == "VB" and helpers <= {"should"}  # "that the wage be raised"; not "a study suggests that it cuts costs"
    return verb.dep_ == "ccomp" and (over.lemma_.lower() in DOUBTING or over.lower_ in HOPING | DOUBTING)


def is_aim(noun: Token) -> bool:
    """Whether a noun names what is wanted or possible, so that "the aim is to cut costs" tells no cut."""
    return noun.lemma_.lower() in AIMS


def is_asked(verb: Token) -> bool:
    """Whether the verb's clause is a question inside another: "nobody knows who is eligible", "details of which firm may bid"."""
    if verb.dep_ not in {"ccomp", "pcomp", "advcl", "csubj", "acl"}:
        return False
    for child in verb.lefts:
        word = (
            child
            if child.tag_ in {"WP", "WRB", "WDT"}
            else next((w for w in child.lefts if w.tag_ in {"WDT", "WP$", "WP"}), None)
        )
        if word is not None and word.lower_ in {"who", "whom", "which", "whose", "what", "how", "why"}:
            return True
    return False


def is_imagined(verb: Token) -> bool:
    """Whether the verb's clause tells what would come of a condition: "if prices rose, it could lead to riots"."""
    for _ in range(MAX_CLIMB):
        if verb.dep_ != "xcomp" or verb.head.i > verb.i:
            break
        verb = verb.head  # "will continue to fall"
    if not any(child.dep_ == "aux" and child.lower_ in IMAGINING for child in verb.lefts):
        return False
    return any(
        child.dep_ == "advcl" and any(word.lower_ in CONDITIONS and word.dep_ == "mark" for word in child.lefts)
        for child in verb.children
    )
