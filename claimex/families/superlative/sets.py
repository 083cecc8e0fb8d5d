"""A superlative's noun in; whether it only picks out some things, of which something else is said, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._standing import IDENTITY
from claimex.syntax import SUBJECT_DEPS, clause_head, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_partitive", "is_set"]

MANY = frozenset({"lot", "lots", "thousands", "hundreds", "dozens", "many", "most", "few", "number", "millions", "half", "all"})
MAX_CLIMB = 8  # heads from a noun to the phrase that opens its sentence


def is_set(noun: Token) -> bool:
    """Whether it only picks out some things that something else is said of: "a survey of the month's biggest stories"."""
    picked = noun.tag_ in {"NNS", "NNPS"} and any(child.dep_ == "nummod" for child in noun.lefts)
    if is_fronted(noun) or picked_by(noun) or (picked and noun.dep_ in SUBJECT_DEPS and noun.head.lemma_ != "be"):
        return True  # "the three best performers are given a place"
    if noun.head.lower_ == "with" and noun.head.head.dep_ not in {"appos", "attr"} and is_had(noun, noun.head.head):
        return True  # "the captain of the club with the most cups"
    counted = noun.head.lower_ == "of" and noun.head.head.tag_ == "CD"  # "three of the town's busiest roads"
    if (
        noun.dep_ != "pobj"
        or counted
        or is_partitive(noun)
        or any(child.dep_ in {"appos", "prep", "relcl", "acl"} and noun.doc[child.i - 1].text != "(" for child in noun.rights)
    ):
        return False
    if noun.lower_ in {"shot", "chance", "interest", "interests", "intention", "intentions", "bet", "hope"}:
        return True
    if noun.head.lower_ == "at" and any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in noun.lefts):
        return True  # "at their most vulnerable points"
    return noun.tag_ in {"NNS", "NNPS"} and noun.head.lower_ in {
        "of",
        "by",
        "for",
        "about",
        "from",
        "to",
        "on",
        "against",
        "in",
        "at",
    }


def picked_by(noun: Token) -> bool:
    """As in "Thousands of the best nurses left", "only the richest buyers can pay"."""
    if noun.tag_ not in {"NNS", "NNPS"}:
        return False
    led = noun.left_edge.i
    only = "only" in {noun.doc[led].lower_, noun.doc[max(led - 1, 0)].lower_} and noun.dep_ in {"nsubj", "dobj", "nsubjpass"}
    return only or (noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in MANY)


def is_fronted(noun: Token) -> bool:
    """As in "In the three largest counties, voters were ...", "only when the most powerful countries let it": the setting."""
    verb = clause_head(noun)
    if noun.tag_ not in {"NNS", "NNPS"} or not is_verb(verb) or verb.lemma_ in IDENTITY or noun.i > verb.i:
        return False
    if noun.head.lower_ == "of" and noun.head.head.lower_ == "one":
        return False
    if noun.dep_ in SUBJECT_DEPS:
        return verb.dep_ == "advcl" and any(t.lower_ in {"when", "if", "unless", "until"} for t in verb.lefts)
    prep = noun.head if noun.dep_ == "pobj" else noun
    for _ in range(MAX_CLIMB):
        if prep.head.i in {verb.i, prep.i}:
            break
        prep = prep.head
    return prep.dep_ == "prep" and prep.head.i == verb.i and prep.lower_ in {"in", "at", "on", "with"}


def is_had(noun: Token, over: Token) -> bool:
    """As in "The states with the highest rates"; not "the party with the most seats is the Union"."""
    if over.tag_ == "NN" and over.dep_ == "nsubj" and over.head.lemma_ in IDENTITY:
        return False
    return over.tag_ in {"NN", "NNS", "NNPS", "CD", "DT"} and over.i == noun.head.i - 1


def is_partitive(noun: Token) -> bool:
    if noun.dep_ != "pobj":
        return False
    return noun.head.lower_ == "among" or (noun.head.lower_ == "of" and noun.head.head.lower_ in {"one", "some", "two", "part"})
