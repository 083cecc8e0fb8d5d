"""A court's verb ("ruled", "upheld") or a status ("is illegal") in; its reading as a rule, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase, Reading
from claimex.families._rule_mood import WORDS, is_unsure
from claimex.families._rules import is_maker, words_from
from claimex.spans import trimmed
from claimex.syntax import asserts, clause_with_antecedent, is_verb, phrase, subject_of, subject_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["by_court", "by_status"]

SIDES = frozenset({"in", "against", "on"})


def by_court(cue: Cue, layers: Layers) -> Reading | None:
    """As in "The court ruled that ...", "judges upheld the ban", "the law was struck down"; not "ruled out" or "ruled by"."""
    verb = layers.doc[cue.at.i]
    if verb.dep_ in {"amod", "compound"} or not asserts(verb) or is_unsure(verb):
        return None
    if verb.tag_ == "VB" and verb.dep_ in {"acl", "relcl", "advcl"} and any(child.tag_ == "TO" for child in verb.lefts):
        return None  # "an amendment to overturn the ruling"
    content = next((child for child in verb.rights if child.dep_ in {"ccomp", "xcomp", "dobj", "oprd"}), None)
    sided = next((child for child in verb.rights if child.dep_ == "prep" and child.lower_ in SIDES), None)
    if not is_decided(verb, content, sided, layers):
        return None
    if content is None and verb.lemma_ == "rule":
        content = sided  # "ruled against the firm"
    what = words_from(verb) if content is None else trimmed(verb.doc, content.left_edge.i, content.right_edge.i + 1)
    return Reading(cue.at, clause_with_antecedent(verb), verb.i, subject_phrase(verb), {"what": Phrase(what)})


def is_decided(verb: Token, content: Token | None, sided: Token | None, layers: Layers) -> bool:
    """Whether a court or another body that rules does it, or a rule is what it is done to."""
    maker = subject_of(verb)
    if verb.lemma_ == "rule":
        if any(child.dep_ == "prt" for child in verb.rights):
            return False  # "ruled out"
        told = content is not None and content.dep_ == "ccomp"
        return told or ((sided is not None or content is not None) and is_maker(maker, layers))
    if verb.lemma_ in {"block", "halt"}:
        return maker is not None and maker.lemma_ in {"court", "judge", "tribunal", "justice", "ruling", "injunction"}
    return is_court(maker) or is_rule(content) or is_rule(maker)


def is_rule(noun: Token | None) -> bool:
    return noun is not None and noun.lower_ in WORDS["rules"] | WORDS["decisions"]


def is_court(noun: Token | None) -> bool:
    return noun is not None and any(word.lower_ in WORDS["courts"] for word in (noun, *noun.lefts))


def infinitive_of(word: Token) -> Token | None:
    """The infinitive that "it is illegal" is said of."""
    for child in (*word.rights, *word.head.rights):
        if child.tag_ == "VB" and child.dep_ in {"xcomp", "ccomp", "advcl"} and any(c.tag_ == "TO" for c in child.lefts):
            return child
    return None


def by_status(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Smoking is illegal in parks", "masks are mandatory", "refugees are entitled to aid"."""
    word = layers.doc[cue.at.i]
    verb = word.head if word.dep_ in {"acomp", "oprd"} else word
    if word.dep_ not in {"acomp", "oprd"} or not is_verb(verb) or not asserts(verb) or is_unsure(verb):
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
    deed = infinitive_of(word)
    if deed is not None and subject is not None and word.doc[subject.i].lower_ == "it":  # "it is illegal for a shop to ask"
        whom = next((child for child in deed.lefts if child.dep_ == "nsubj"), None)
        if whom is None:
            over = next((child for child in word.rights if child.lower_ == "for" and child.dep_ == "prep"), None)
            whom = next((child for child in over.rights if child.dep_ == "pobj"), None) if over is not None else None
        at = phrase(whom) if whom is not None else words_from(deed)
        return Reading(cue.at, clause_with_antecedent(verb), verb.i, at, {"what": Phrase(words_from(deed))})
    if subject is not None and subject.j - subject.i > 1 and word.doc[subject.i].tag_ == "WRB":  # "where smoking is legal"
        subject = trimmed(word.doc, subject.i + 1, subject.j)
    what = Phrase(trimmed(word.doc, word.i, word.right_edge.i + 1))
    return None if subject is None else Reading(cue.at, clause_with_antecedent(verb), verb.i, subject, {"what": what})
