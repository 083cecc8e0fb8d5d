"""A cue of rule in; its reading, by the clause of its verb or the way its noun stands in one, out."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TYPE_CHECKING

from claimex.families._family import Phrase, Reading
from claimex.families._hopes import HOPING
from claimex.spans import Extent, trimmed
from claimex.syntax import (
    asserts,
    clause_with_antecedent,
    is_verb,
    phrase,
    subject_of,
    subject_phrase,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["WORDS", "by_court", "by_modal", "by_order", "by_status", "is_wished", "words_from"]

WORDS: dict[str, frozenset[str]] = {
    key: frozenset(words.split())
    for key, words in tomllib.loads(
        resources.files("claimex.families").joinpath("rule_words.toml").read_text(encoding="utf-8")
    ).items()
}
SPEAKERS = frozenset({"i", "we", "you", "it", "that", "this", "there", "us", "one"})  # "we must act" is a wish
MAKER_LABELS = frozenset({"ORG", "GPE", "LAW", "NORP"})
BINDING = frozenset({"require", "oblige"})  # with "somebody to do something", whoever says so
WIDE = frozenset({"allow", "permit", "require", "order", "mandate", "compel", "authorize", "authorise", "license", "oblige"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl", "prep", "dobj"})


def is_wished(verb: Token) -> bool:
    """Whether the rule is only wanted, possible, or a purpose: "should be allowed", "sued to be allowed", "to be eligible"."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    if helpers & {"should", "may", "might", "could", "ought"} or (verb.dep_ == "ccomp" and verb.head.lower_ in HOPING):
        return True
    if "to" not in helpers:
        return False
    if verb.i > verb.head.i and any(t.lower_ in WORDS["chances"] and t.i < verb.i for t in (verb.head, *verb.head.rights)):
        return True
    return verb.dep_ == "advcl" or (verb.head.i != verb.i and verb.head.lemma_ in WORDS["wanting"])


def by_modal(cue: Cue, layers: Layers) -> Reading | None:
    """As in "The form must be returned within a week", "passengers will have to wear masks"; not "we must act"."""
    word = layers.doc[cue.at.i]
    verb = word.head if word.dep_ == "aux" and is_verb(word.head) else word
    if cue.pattern == "has-to":
        verb = next((child for child in word.rights if child.dep_ == "xcomp" and child.tag_ in {"VB", "VBN"}), word)
        if verb.i == word.i or word.tag_ == "VBD":
            return None
    subject = subject_of(word if cue.pattern == "has-to" else verb)
    if subject is None or subject.lower_ in SPEAKERS - {"it"} or not asserts(verb) or is_guess(verb):
        return None
    if cue.pattern == "has-to" and is_wished(word):
        return None
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    if subject.tag_ in {"PRP", "EX", "WP"} and not passive:
        return None
    if cue.pattern == "has-to" and not (passive or subject.tag_ in {"NNS", "NNPS"}):
        return None
    whole = clause_with_antecedent(word if cue.pattern == "has-to" else verb)
    return Reading(cue.at, whole, verb.i, phrase(subject), {"what": Phrase(words_from(verb))})


def is_guess(verb: Token) -> bool:
    """As in "Must be tired", "must have left"."""
    helped = any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.lefts)
    if verb.tag_ == "VBN" and verb.lemma_ in {"relate", "link", "connect", "say", "make", "do", "remember", "note"}:
        return True
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    if passive:
        return verb.lemma_ in WORDS["urged"]
    return helped or (verb.lemma_ in WORDS["urging"] and not is_timed(verb))


def is_timed(verb: Token) -> bool:
    """As in "Must wait at least 30 days"."""
    return verb.lemma_ == "wait" and any(child.dep_ in {"npadvmod", "prep", "dobj"} for child in verb.rights)


def words_from(verb: Token) -> Extent:
    """A verb with its passive auxiliary and all that follows in its clause."""
    i = min((child.i for child in verb.lefts if child.dep_ in {"auxpass", "neg"}), default=verb.i)
    j = verb.i + 1
    for child in verb.rights:
        if child.dep_ in {"cc", "conj", "parataxis"} or (child.dep_ == "punct" and child.tag_ in {",", ":", "."}):
            break
        j = max(j, child.right_edge.i + 1)
    return trimmed(verb.doc, i, j)


def deed_of(deed: Token) -> Extent:
    """The words of what is required or banned: of a verb, or of a noun ("banned from public meetings")."""
    return words_from(deed) if is_verb(deed) else phrase(deed)


def by_order(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Members are required to sign", "the act bans smoking", "the court ordered the firm to pay", "allowed to leave"."""
    verb = layers.doc[cue.at.i]
    if verb.dep_ in {"amod", "compound", "aux"} or not asserts(verb) or is_wished(verb):
        return None
    passive = verb.tag_ == "VBN" and (any(c.dep_ == "auxpass" for c in verb.lefts) or verb.dep_ == "acl")
    deed = complement(verb)
    maker = subject_of(verb) if not passive else agent_of(verb)
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if verb.lemma_ == "require" and passive and deed is None and subject_of(verb) is not None:
        return by_demand(cue, verb)
    if is_untold(verb, thing, passive=passive):
        return None
    if not is_binding(verb, deed, thing, made=passive or is_maker(maker, layers)) or (
        deed is None and thing is None and not passive
    ):
        return None
    subject = subject_phrase(verb) if passive or thing is None or deed is None else phrase(thing)
    what = Phrase(deed_of(deed)) if deed is not None else Phrase(phrase(thing)) if thing is not None else None
    return Reading(cue.at, clause_with_antecedent(verb), verb.i, subject, {"what": what})


def is_untold(verb: Token, thing: Token | None, *, passive: bool) -> bool:
    """As in "further study is required to say", "I was allowed to play", "a book entitled": a need, or what a parent says."""
    if verb.lower_ == "entitled" and verb.dep_ == "acl" and all(child.lower_ != "to" for child in verb.subtree):
        return True
    if verb.lemma_ == "forbid" and any(child.lower_ == "god" for child in verb.lefts):
        return True
    needed = subject_of(verb) if passive else thing
    if needed is None:
        return False
    return (passive and needed.lower_ == "i") or (verb.lemma_ == "require" and needed.lower_ in WORDS["efforts"])


def is_binding(verb: Token, deed: Token | None, thing: Token | None, *, made: bool) -> bool:
    """Whether a verb that has other senses too ("allows users to edit", "ordered 50 jets") makes a rule here.

    `made`: by somebody who makes rules, or in the passive, which leaves him out.
    """
    if verb.lemma_ not in WIDE:
        return True
    if deed is None:
        return verb.lemma_ == "order" and thing is not None and made and thing.lower_ in WORDS["ordered"]
    return deed.dep_ != "advcl" and (made or (verb.lemma_ in BINDING and deed.dep_ != "prep" and thing is not None))


def by_demand(cue: Cue, verb: Token) -> Reading | None:
    """As in "visas are required": what is needed is a paper, a mask or a vote, not time or care."""
    subject = subject_of(verb)
    if subject is None or subject.lower_ not in WORDS["required"]:
        return None
    at = phrase(subject)
    return Reading(cue.at, clause_with_antecedent(verb), verb.i, at, {"what": Phrase(at)})


def complement(verb: Token) -> Token | None:
    """The verb of what is required, allowed or banned: "to sign", "from leaving", "that salt be iodised"."""
    for child in verb.rights:
        if child.dep_ in {"xcomp", "ccomp", "advcl"} and is_verb(child) and child.i > verb.i:
            return child
        if child.dep_ == "prep" and child.lower_ == "from":
            return next((inner for inner in child.rights if inner.dep_ in {"pcomp", "pobj"}), None)
        if child.dep_ == "dobj":
            inner = next((c for c in child.rights if c.dep_ in {"acl", "relcl"} and any(t.tag_ == "TO" for t in c.lefts)), None)
            kept = next((c for c in child.rights if c.dep_ == "prep" and c.lower_ == "from"), None)
            if kept is not None:
                inner = next((c for c in kept.rights if c.dep_ == "pcomp"), inner)
            if inner is not None:
                return inner
    return None


def agent_of(verb: Token) -> Token | None:
    by = next((child for child in verb.rights if child.dep_ == "agent"), None)
    return next((child for child in by.rights if child.dep_ == "pobj"), None) if by is not None else None


def is_maker(noun: Token | None, layers: Layers) -> bool:
    """Whether the noun is a body, person or text that makes rules."""
    if noun is None:
        return False
    if any(word.lower_ in WORDS["makers"] for word in (noun, *noun.lefts)) or noun.lemma_.lower() in WORDS["makers"]:
        return True  # also "Judge Brown"
    hit = layers.names.at(noun.i)
    return hit is not None and (hit[1].label or hit[0].label) in MAKER_LABELS


def by_court(cue: Cue, layers: Layers) -> Reading | None:
    """As in "The court ruled that ...", "judges upheld the ban", "the law was struck down"; not "ruled out" or "ruled by"."""
    verb = layers.doc[cue.at.i]
    if verb.dep_ in {"amod", "compound"} or not asserts(verb) or is_wished(verb):
        return None
    content = next((child for child in verb.rights if child.dep_ in {"ccomp", "xcomp", "dobj", "oprd"}), None)
    if verb.lemma_ == "rule":
        if any(child.dep_ == "prt" for child in verb.rights):
            return None
        follows = content is not None and content.dep_ == "ccomp"
        sided = any(child.dep_ == "prep" and child.lower_ in {"in", "against", "on"} for child in verb.rights)
        if not (
            follows
            or (sided and is_maker(subject_of(verb), layers))
            or (content is not None and is_maker(subject_of(verb), layers))
        ):
            return None
    elif verb.lemma_ in {"block", "halt"}:
        maker = subject_of(verb)
        if maker is None or maker.lemma_ not in {"court", "judge", "tribunal", "justice", "ruling", "injunction"}:
            return None
    elif not (is_maker(subject_of(verb), layers) or is_rule(content) or is_rule(subject_of(verb))):
        return None
    what = None if content is None else Phrase(trimmed(verb.doc, content.left_edge.i, content.right_edge.i + 1))
    return Reading(cue.at, clause_with_antecedent(verb), verb.i, subject_phrase(verb), {"what": what})


def is_rule(noun: Token | None) -> bool:
    return noun is not None and noun.lower_ in WORDS["rules"]


def by_status(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Smoking is illegal in parks", "masks are mandatory", "refugees are entitled to aid"."""
    word = layers.doc[cue.at.i]
    verb = word.head if word.dep_ in {"acomp", "oprd"} else word
    if word.dep_ not in {"acomp", "oprd"} or not is_verb(verb) or not asserts(verb) or is_wished(verb):
        return None
    meant = any(child.tag_ == "TO" for child in verb.lefts) and verb.head.lemma_ not in {
        "declare",
        "rule",
        "find",
        "deem",
        "consider",
    }
    if word.lower_ == "liable" or meant or verb.lemma_ not in {"be", "become", "remain", "declare", "rule", "make", "deem"}:
        return None
    subject = subject_phrase(verb)
    what = Phrase(trimmed(word.doc, word.i, word.right_edge.i + 1))
    return None if subject is None else Reading(cue.at, clause_with_antecedent(verb), verb.i, subject, {"what": what})
