"""A word that ranks (first, only, largest) in; the class it ranks in, what it did, over which time, in which clause, out.

Shared by rarity and superlative.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.families._periods import POINT_PREPS, Period, period_of, when_of
from claimex.spans import Extent, trimmed
from claimex.syntax import asserts, clause_head, clause_with_antecedent, edges, is_verb, phrase, subject_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.layers import Layers

__all__ = [
    "WORDS",
    "Ranking",
    "Standing",
    "activity_of",
    "class_of",
    "joined",
    "ranked_noun",
    "ranking",
    "standing",
    "verb_words",
]  # fmt: skip

WORDS: dict[str, frozenset[str]] = {
    key: frozenset(words.split())
    for key, words in tomllib.loads(
        resources.files("claimex.families").joinpath("ranked_words.toml").read_text(encoding="utf-8")
    ).items()
}
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "PRP", "DT"})
MODIFIERS = frozenset({"amod", "advmod", "compound", "nummod", "quantmod", "det", "nmod", "predet", "npadvmod", "poss"})
GRADES = frozenset({"JJ", "JJS", "VBN", "RBS", "RB"})
IDENTITY = frozenset({"be", "become", "remain"})
CLAUSES = frozenset({"relcl", "acl", "xcomp", "ccomp", "advcl", "csubj"})
MAX_CLIMB = 8  # heads between a rank word and the noun it ranks, or a noun and its verb
ATTRIBUTES = frozenset({"attr", "oprd", "acomp"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a ranked noun stands: the head that says tense and denial, the clause that states the rank, whom it is said of."""

    head: Token
    clause: Extent
    subject: Extent | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """A rank read: the token whose verb says tense, the clause, whom it is said of, the class, the deed's verb, the times."""

    head: int
    clause: Extent
    subject: Extent | None
    of: Phrase | None
    deed: Token | None
    period: Period | None
    when: str | None


def ranked_noun(rank: Token) -> Token:
    """The noun that a rank word modifies; the rank word itself where it stands alone ("the first to win")."""
    token = rank
    for _ in range(MAX_CLIMB):
        if token.dep_ in MODIFIERS and token.head.i > rank.i and not is_verb(token.head):
            token = token.head
        elif token.dep_ == "conj" and token.head.dep_ == "amod" and token.head.head.i > rank.i:
            token = token.head.head  # "the simplest and most effective method"
        else:
            break
    return token


def outermost(noun: Token) -> Token:
    """The noun, or the noun it is coordinated with, or the "one" of "one of the ..."."""
    top = noun
    for _ in range(MAX_CLIMB):
        if top.dep_ == "conj" and not is_verb(top.head) and top.head.i != top.i:
            top = top.head
        elif top.dep_ == "pobj" and top.head.lower_ in {"of", "among"} and is_part(top.head.head):
            top = top.head.head
        else:
            break
    return top


def is_part(token: Token) -> bool:
    return token.tag_ == "CD" or token.lower_ in {"one", "some", "part", "many", "few", "several", "among", "any", "none", "list"}


def standing(noun: Token) -> Standing:
    """The clause in which a ranked noun is said of somebody, by the way the noun stands in it."""
    top = outermost(noun)
    if top.dep_ == "appos":
        return apposed(top)
    named = apposition(noun)
    if top.dep_ in {"compound", "nmod"} and top.head.i > top.i:  # "the world's largest bank HSBC"
        bearer = top.head
        return Standing(bearer, phrase(bearer), trimmed(noun.doc, noun.i + 1, bearer.i + 1))
    verb = clause_head(top)
    whole = clause_with_antecedent(verb)
    if named is not None:
        return Standing(verb, joined(noun.doc, phrase(noun), phrase(named)), phrase(named))
    return Standing(verb, whole, said_of(top, verb))


def apposed(top: Token) -> Standing:
    """An apposition: "Brown, the first black mayor of the city"."""
    bearer = top.head
    if bearer.dep_ == "compound":
        bearer = bearer.head
    if is_amount(bearer):  # "fell to 3.5 percent, the lowest since 1969": said of what fell
        verb = clause_head(bearer)
        return Standing(verb, joined(top.doc, clause_with_antecedent(verb), phrase(top)), subject_phrase(verb))
    i, j = edges(top)
    subject = phrase(bearer)
    if subject.i <= top.i < subject.j:
        subject = trimmed(top.doc, subject.i, max(bearer.i + 1, subject.i + 1))
    return Standing(top, joined(top.doc, subject, trimmed(top.doc, i, j)), subject)


def is_amount(noun: Token) -> bool:
    counted = noun.tag_ == "CD" or noun.lower_ in {"percent", "%", "million", "billion", "cents", "dollars", "pounds", "euros"}
    return counted and is_verb(clause_head(noun)) and noun.dep_ in {"pobj", "dobj", "npadvmod", "attr"}


def apposition(noun: Token) -> Token | None:
    """The name after a ranked noun: "the first female president, Mary Robinson"."""
    return next((child for child in noun.rights if child.dep_ == "appos" and child.tag_ in {"NNP", "NNPS"}), None)


def said_of(top: Token, verb: Token) -> Extent | None:
    if top.dep_ in {"nsubj", "nsubjpass"}:
        if verb.lemma_ in IDENTITY:
            other = next((child for child in verb.rights if child.dep_ == "attr" and child.tag_ in NOUNS), None)
            if other is not None:
                return phrase(other)
        return trimmed(top.doc, after_determiner(top), phrase(top).j)
    own = next((child for child in top.lefts if child.dep_ == "nsubj"), None)
    if own is not None:  # "makes him the best-paid player"
        return phrase(own)
    if not is_verb(verb):
        return None
    if top.dep_ == "oprd":  # "named him the first president"
        other = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < top.i), None)
        if other is not None:
            return phrase(other)
    return subject_phrase(verb)


def after_determiner(noun: Token) -> int:
    i = phrase(noun).i
    while i < noun.i and noun.doc[i].tag_ in {"DT", "PRP$", "JJS", "RBS", ","}:
        i += 1
    return i


def joined(doc: Doc, *parts: Extent) -> Extent:
    return trimmed(doc, min(part.i for part in parts), max(part.j for part in parts))


def class_of(noun: Token, *, first: int, period: Period | None) -> Phrase | None:
    """The class ranked in, from token `first` (after the rank word) on: the noun with "of ..." and its like."""
    doc = noun.doc
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ not in POINT_PREPS and not (period and child.i == period.start):
            end = child.right_edge.i + 1
            inner = next((t.i for t in child.subtree if t.dep_ in {"relcl", "acl", "advcl", "appos", "punct"}), end)
            end = min(end, inner) if inner > child.i else end
        elif child.dep_ in CLAUSES or child.dep_ in {"appos", "conj", "cc", "punct", "prep"}:
            break
    if period is not None and first < period.start:
        end = min(end, period.start)
    begin = min(first, end - 1)
    if doc[begin].tag_ == "CD" and begin < noun.i:
        begin += 1  # "a record 45,000 runners"
    while (begin < end - 1 and doc[begin].tag_ in {"HYPH", "IN", "DT"}) or (begin < end - 1 and doc[begin].lower_ == "ever"):
        begin += 1
    while end - 1 > begin and doc[end - 1].tag_ in {"IN", "DT", "TO", "CC"}:
        end -= 1
    if begin < first or begin >= end:
        return None
    return Phrase(trimmed(doc, begin, end))


def activity_of(noun: Token, verb: Token) -> Token | None:
    """The verb of what the ranked one did: "the first woman to win", "the only club that has won"."""
    for head in (noun, *(word for prep in noun.rights if prep.dep_ == "prep" for word in prep.rights), verb):
        for child in head.rights:
            if child.i <= noun.i or child.dep_ not in CLAUSES or not is_verb(child):
                continue
            if child.dep_ in {"advcl", "acl"} and head is not noun and not has_to(child):
                continue
            if child.dep_ in {"relcl", "acl", "xcomp"} or has_to(child) or child.dep_ == "ccomp":
                return child
    return None


def has_to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.lefts)


def verb_words(verb: Token, period: Period | None = None) -> Extent:
    """A verb with its objects and places, without its subject, auxiliaries of tense, and clauses beside it."""
    doc = verb.doc
    i = min((child.i for child in verb.lefts if child.dep_ == "auxpass" and child.lower_ in {"be", "been"}), default=verb.i)
    j = verb.i + 1
    for child in verb.rights:
        if child.dep_ in {"cc", "conj", "parataxis", "advcl"} or (child.dep_ == "punct" and child.tag_ in {",", ":", "."}):
            break
        j = max(j, child.right_edge.i + 1)
    if period is not None and i < period.start < j:
        j = period.start
    return trimmed(doc, i, j)


def ranking(cue: Extent, noun: Token, layers: Layers, *, strict: bool = True) -> Ranking | None:
    """What a rank word at `cue` says of the noun it ranks (or of itself, where it stands alone); None if nothing is asserted.

    `strict`: the rank counts instances, so a noun that only dates something else is none, nor a bare rank without a class.
    """
    place = standing(noun)
    if not asserts(place.head):
        return None
    verb = clause_head(noun)
    deed = activity_of(noun, verb)
    if strict and deed is None and is_aside(noun):
        return None
    after = max(noun.i + 1, cue.j)
    end = max(place.clause.j, noun.right_edge.i + 1)
    period = period_of(after, end, layers, verb=deed.i if deed is not None else None)
    alone = cue.holds(noun.i)
    if strict and alone and not (deed or period or of_phrase(noun) or noun.dep_ in {"attr", "appos"}):
        return None
    parts = [place.clause, cue] if place.clause.holds(noun.i) else [place.clause, cue, phrase(noun)]
    if deed is not None and deed.head.i in {noun.i, verb.i}:
        parts.append(verb_words(deed))
    clause = joined(noun.doc, *parts)
    when = when_of(clause, period, layers, after=after)
    return Ranking(place.head.i, clause, place.subject, kind_of(noun, cue, period, alone=alone), deed, period, when)


def is_aside(noun: Token) -> bool:
    """Whether the ranked noun only dates or places something else: "just before the final debate, she spoke"."""
    if noun.dep_ != "pobj" or noun.head.dep_ == "agent" or noun.head.lower_ in {"as", "of", "to", "into", "with", "like"}:
        return False
    return not any(child.dep_ in {"poss", "prep", "relcl", "acl"} for child in noun.children)


def kind_of(noun: Token, cue: Extent, period: Period | None, *, alone: bool) -> Phrase | None:
    """The class ranked in; of "the first of three debates", what follows "of"."""
    if not alone:
        return class_of(noun, first=cue.j, period=period)
    inner = of_phrase(noun)
    if inner is None or (period is not None and period.phrase.at is not None and period.phrase.at.holds(inner.i)):
        return None
    return Phrase(phrase(inner))


def of_phrase(noun: Token) -> Token | None:
    prep = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ in {"of", "for", "among", "in"}), None)
    return next((child for child in prep.rights if child.dep_ == "pobj"), None) if prep is not None else None
