"""How a clause is said: denied or affirmed, hedged or asserted, in which time; read from the tree around its head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from claimex.syntax import ancestors, clause_head, finite_head

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["certainty", "polarity", "tense"]

NEGATORS = frozenset(
    {"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly", "nobody", "nothing", "none", "cannot"}
)
HEDGING_MODALS = frozenset({"may", "might", "could"})
HEDGING_ADVERBS = frozenset({
    "reportedly", "allegedly", "apparently", "possibly", "probably", "likely", "perhaps", "maybe", "seemingly", "supposedly",
    "presumably", "potentially", "purportedly", "conceivably",
})  # fmt: skip
HEDGING_VERBS = frozenset({"appear", "seem", "believe", "suspect", "think", "allege", "rumor", "rumour", "suggest", "presume"})
HEDGING_ADJECTIVES = frozenset({"likely", "unlikely", "possible", "probable", "alleged", "suspected", "apparent", "unclear"})
FUTURE_WORDS = frozenset({"will", "wo", "shall", "'ll", "’ll"})


def polarity(head: Token) -> Literal["affirmed", "negated"]:
    """Negated when the clause of `head` denies it: "has not held", "no one came", "never met"."""
    verb = clause_head(head)
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "preconj"} and denies(child)):
            return "negated"
    return "affirmed"


def denies(noun: Token) -> bool:
    return noun.lower_ in {"nobody", "nothing", "none", "neither"} or any(
        child.dep_ in {"det", "neg"} and child.lower_ in {"no", "neither"} for child in noun.lefts
    )


def certainty(head: Token) -> Literal["asserted", "hedged"]:
    """Hedged with may, might, could, likely, reportedly, allegedly, appears, believed."""
    for verb in ancestors(clause_head(head)):
        for child in verb.children:
            if child.dep_ == "aux" and child.lower_ in HEDGING_MODALS:
                return "hedged"
            if child.dep_ in {"advmod", "acomp", "amod"} and child.lower_ in HEDGING_ADVERBS | HEDGING_ADJECTIVES:
                return "hedged"
        if verb.i != head.i and verb.lemma_ in HEDGING_VERBS:
            return "hedged"
        if verb.dep_ not in {"xcomp", "aux", "auxpass", "acomp"}:
            break
    return "asserted"


def tense(head: Token) -> Literal["past", "present", "future"]:
    """The time of the clause as its verb says it; "has done" is past, a bare noun phrase is as its clause."""
    verb = finite_head(head)
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(child.lower_ in FUTURE_WORDS for child in helpers):
        return "future"
    tags = {child.tag_ for child in helpers} | {verb.tag_}
    if "VBD" in tags or any(child.lemma_ == "have" and child.i < verb.i for child in helpers):
        return "past"
    return "past" if verb.tag_ == "VBN" and not helpers else "present"
