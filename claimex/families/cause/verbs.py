"""A verb in; who or what does it and what undergoes it, as causes and effects, by the dependency tree, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.families._clause import beside, noun_words, own_subject
from claimex.lists import lines, table
from claimex.spans import Extent, extent, trimmed
from claimex.syntax import clause_head, has_subject, is_verb

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from claimex.layers import Layers

__all__ = [
    "PEOPLE",
    "PERSONS",
    "WORDS",
    "Parts",
    "after_comma",
    "agent",
    "doer",
    "first_conjunct",
    "is_name",
    "is_passive",
    "is_person",
    "is_somebody",
    "told",
    "undergoer",
    "whole",
    "with_nearest",
]

WORDS: Mapping[str, list[str]] = table("claimex.families.cause", "words.toml")
# Nouns of people and of bodies that act: what they do is a deed, not a cause.
PERSONS = frozenset(word for line in lines("claimex.families.cause", "persons.txt") for word in line.split())
PEOPLE = frozenset({"PERSON", "NORP", "ORG", "GPE"})
PRONOUNS = frozenset(WORDS["pronouns"])
SHARES = frozenset({"lot", "number", "group", "majority", "dozens", "hundreds", "thousands", "couple", "half", "most", "some"})
FEWEST = 2  # words of an effect without its subject
BODIES = frozenset({"city", "county", "town", "borough", "university", "department", "ministry", "firm", "party"})


@dataclass(frozen=True, slots=True)
class Parts:
    """What a cue was read to stand between.

    `head` is the token whose verb says tense and polarity; `over` what the clause holds beyond cause, cue and effect.
    """

    cue: Extent
    cause: Extent | None
    effect: Extent | None
    head: int
    over: Extent | None = None


def whole(token: Token) -> Extent:
    """All words that hang on a token."""
    return trimmed(token.doc, token.left_edge.i, token.right_edge.i + 1)


def is_passive(verb: Token) -> bool:
    """Whether the verb is a past participle with its object before it: "was caused", "damage caused"."""
    helpers = {child.dep_ for child in verb.lefts}
    perfect = any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.lefts)
    return (verb.tag_ == "VBN" and ("auxpass" in helpers or not perfect)) or (verb.dep_ == "acl" and verb.tag_ == "VBD")


def agent(verb: Token, *, also: frozenset[str] = frozenset()) -> tuple[Extent, Extent] | None:
    """The preposition after a passive, and what it was done by."""
    for child in verb.rights:
        if child.dep_ in {"agent", "prep"} and (child.lower_ == "by" or child.lower_ in also):
            noun = next((word for word in child.rights if word.dep_ in {"pobj", "pcomp"}), None)
            if noun is not None and noun.lower_ != verb.doc[child.i - 1].lower_:  # "side by side"
                return extent(verb.doc, child.i, child.i + 1), trimmed(verb.doc, noun.left_edge.i, child.right_edge.i + 1)
    return None


def undergoer(verb: Token) -> Extent | None:
    """What a passive is said of: its subject, or the noun that it modifies."""
    subject = own_subject(verb)
    if subject is not None:
        return noun_words(subject, stop=verb.i if subject.i < verb.i else None)
    top = first_conjunct(verb)
    if top.dep_ in {"acl", "relcl"} and not after_comma(top):
        return noun_words(top.head, stop=top.left_edge.i)
    if top.dep_ in {"acl", "advcl"}:
        return beside(clause_head(top.head), top.left_edge.i, top.right_edge.i + 1)
    return None


def doer(verb: Token) -> Extent | None:
    """What brings it about: the subject, the noun that a participle modifies, or the clause that it follows."""
    subject = whole_head(own_subject(verb), verb)
    if subject is not None and is_of_denial(subject, verb):  # "they did not ask for masks, which led to criticism"
        return beside(clause_head(subject.head), verb.left_edge.i, verb.right_edge.i + 1)
    if subject is not None:
        over = verb.head if verb.dep_ == "xcomp" and verb.head.dep_ == "relcl" else verb  # "a glut that is feared to cut prices"
        helper = next((child.i for child in over.lefts if child.i > subject.i and child.dep_ in {"aux", "auxpass"}), over.i)
        at = with_town(subject, noun_words(subject, stop=over.left_edge.i if over.left_edge.i > subject.i else helper))
        return listed(subject, at, verb)
    top = first_conjunct(verb)
    if top.dep_ in {"acl", "relcl"} and not after_comma(top):
        return noun_words(top.head, stop=top.left_edge.i)
    if top.tag_ == "VBG" and top.dep_ == "pcomp":
        return None  # "the bar to contributing"
    if top.tag_ == "VBG" and top.dep_ in {"advcl", "acl", "ccomp", "dep", "pobj", "appos", "prep"}:
        return beside(told(clause_head(top.head)), top.left_edge.i, top.right_edge.i + 1)
    return None


def told(verb: Token) -> Token:
    """The verb of what is reported, where the report comes after it: "Orders rose, figures showed, sparking fears"."""
    return next((child for child in verb.lefts if child.dep_ == "ccomp" and is_verb(child)), verb)


def is_of_denial(subject: Token, verb: Token) -> bool:
    """Whether "which" stands for a whole clause: what was not there cannot be what led to it."""
    which = verb.dep_ == "relcl" and verb.head.i == subject.i and any(child.lower_ == "which" for child in verb.lefts)
    return which and subject.dep_ == "dobj" and any(child.dep_ == "neg" for child in subject.head.lefts)


def with_town(subject: Token, at: Extent) -> Extent:
    """With what was cut from a place that is the last word of the subject: "the riot in Salem, Oregon led to a curfew"."""
    doc, i = subject.doc, subject.i
    if subject.ent_type_ != "GPE" or i < 2 or doc[i - 1].text != "," or doc[i - 2].ent_type_ != "GPE":  # noqa: PLR2004
        return at
    noun = doc[i - 2]
    while noun.dep_ in {"pobj", "prep"} and noun.head.i < noun.i:
        noun = noun.head
    return trimmed(doc, noun.left_edge.i, at.j) if noun.i < i - 2 and noun.tag_[0] == "N" else at


def whole_head(noun: Token | None, verb: Token) -> Token | None:
    """What "which" stands for where the parser took a name or date inside it: "the search for Smith which led to the find"."""
    if noun is None or verb.dep_ != "relcl" or noun.i != verb.head.i or noun.ent_type_ not in {"PERSON", "DATE"}:
        return noun
    which = any(child.lower_ in {"which", "that"} for child in verb.lefts)
    over = noun.head.head if noun.dep_ == "pobj" else noun
    return over if which and over.tag_ in {"NN", "NNS"} else noun


def listed(noun: Token, at: Extent, verb: Token) -> Extent:
    """With the nouns that are listed with it before a relative clause: "floods, fires and frost, which led to losses"."""
    if verb.dep_ != "relcl" or not after_comma(verb):
        return at
    last = noun
    for _ in range(8):
        other = next((child for child in last.rights if child.dep_ == "conj" and child.tag_[0] == "N" and child.i < verb.i), None)
        if other is None:
            break
        last = other
    return at if last is noun else trimmed(noun.doc, at.i, max(at.j, last.i + 1))


def with_nearest(at: Extent, cause: Extent, effect: Extent | None, head: Token) -> Parts:
    """The parts where only the last of several verbs came of it: "She was jailed but was freed because of ill health"."""
    first = head.left_edge.i
    shared = head.dep_ == "conj" and is_verb(head.head) and head.head.i < head.i and not has_subject(head)
    if effect is None or not shared or not effect.i < first <= head.i or effect.j - first < FEWEST or head.i > at.i:
        return Parts(at, cause, effect, head.i)
    return Parts(at, cause, trimmed(head.doc, first, effect.j), head.i, effect)


def first_conjunct(verb: Token) -> Token:
    for _ in range(8):
        if verb.dep_ != "conj" or verb.head.tag_ != verb.tag_:
            return verb
        verb = verb.head
    return verb


def after_comma(verb: Token) -> bool:
    i = verb.left_edge.i
    return i > 0 and (verb.doc[i - 1].tag_ in {",", ":", "NFP"} or verb.doc[i].tag_ in {",", ":"})


def is_person(verb: Token) -> bool:
    """Whether a person or a body does it: then it is a deed, not a cause."""
    subject = own_subject(verb)
    top = first_conjunct(verb)
    noun = subject if subject is not None else top.head if top.dep_ in {"acl", "relcl"} else None
    noun = of_whom(noun) if noun is not None else None
    if noun is None:
        return False
    return noun.ent_type_ in PEOPLE or noun.lower_ in PRONOUNS or noun.lemma_.lower() in PERSONS | BODIES


def is_somebody(verb: Token) -> bool:
    """As `is_person`, by the word alone: the parser takes many a thing's name for a body's."""
    subject = own_subject(verb)
    return subject is not None and (subject.lower_ in PRONOUNS or of_whom(subject).lemma_.lower() in PERSONS | BODIES)


def of_whom(noun: Token) -> Token:
    """Who they are, of whom a part or number does it: "a lot of people"."""
    if noun.lemma_ not in SHARES:
        return noun
    of = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ == "of"), None)
    return next((child for child in of.rights if child.dep_ == "pobj"), noun) if of is not None else noun


def is_name(at: Extent, layers: Layers) -> bool:
    return any(
        token.ent_type_ in PEOPLE or token.lower_ in PRONOUNS or token.lemma_ in PERSONS for token in layers.doc[at.i : at.j]
    )
