"""A verb of cause in; the words of the cause and of the effect around it, by the dependency tree, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._cause_verbs import (
    WORDS,
    Parts,
    after_comma,
    agent,
    doer,
    first_conjunct,
    is_name,
    is_passive,
    is_person,
    undergoer,
)
from claimex.families._clause import beside, complements, noun_words, own_subject, right_head
from claimex.spans import extent, trimmed
from claimex.syntax import SUBJECT_DEPS, clause_head, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = [
    "at_risk", "by_blame", "by_change", "by_force", "by_help", "by_origin", "by_participle", "by_sanction", "by_verb",
    "by_verb_to",
]  # fmt: skip

RESPONSES = frozenset(WORDS["responses"])


def by_verb(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The storm caused floods", "floods caused by the storm", ", causing floods"."""
    doc = layers.doc
    verb = doc[cue.at.i]
    if verb.dep_ in {"amod", "compound"}:
        return None
    done = agent(verb) if is_passive(verb) else None
    if done is not None:
        by, agency = done
        near = by.i == verb.i + 1
        return Parts(extent(doc, verb.i, by.j) if near else cue.at, agency, undergoer(verb), verb.i)
    if is_passive(verb):
        return None
    cause, effect = doer(verb), complements(verb, first=verb.i + 1)
    return Parts(cue.at, cause, effect, verb.i) if effect is not None and cause is not None else None


def by_verb_to(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The crash led to delays", "resulting in delays"."""
    doc, at = layers.doc, cue.at
    verb = doc[at.i]
    noun = right_head(doc, at.j - 1, at.j)
    if noun is None or noun.tag_ == "VB" or verb.dep_ == "amod" or (is_passive(verb) and verb.lemma_ != "bring"):
        return None
    if verb.lemma_ == "contribute" and is_person(verb):
        return None
    if noun.ent_type_ in {"GPE", "FAC", "LOC", "CARDINAL"} or (verb.lemma_ == "lead" and noun.lemma_ in ROADS):
        return None  # "the road leads to Rome", "a 3-1 lead"
    cause = doer(verb)
    if cause is None:
        return None
    return Parts(at, cause, trimmed(doc, at.j, max(noun.right_edge.i + 1, at.j + 1)), verb.i)


ROADS = frozenset({"door", "room", "street", "house", "place", "win", "victory", "lead"})


def by_origin(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The delay results from a strike", "it depends on the weather": the cause follows."""
    doc, at = layers.doc, cue.at
    noun = right_head(doc, at.j - 1, at.j)
    head = doc[at.i]
    verb = clause_head(head)
    if noun is None or (own_subject(head) is None and head.dep_ not in {"acl", "advcl"}):
        return None
    effect = doer(head) or doer(verb)
    return (
        Parts(at, trimmed(doc, at.j, noun.right_edge.i + 1), effect, verb.i)
        if effect is not None and not is_person(verb)
        else None
    )


def infinitive_of(verb: Token) -> Token | None:
    """The infinitive with "to" that completes the verb."""
    for child in verb.rights:
        if child.dep_ in {"xcomp", "ccomp"} and any(word.lower_ == "to" and word.dep_ == "aux" for word in child.lefts):
            return child
    return None


def by_force(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The fire forced them to leave", "it prompted the firm to act"; without an object and "to" it is another verb."""
    doc = layers.doc
    verb = doc[cue.at.i]
    goal = infinitive_of(verb)
    if goal is None or (is_person(verb) and not is_passive(verb)):
        return None  # of a person it is a deed
    if is_passive(verb):
        done, to = agent(verb), next(child.i for child in goal.lefts if child.lower_ == "to")
        at = extent(doc, verb.i, to + 1) if to == verb.i + 1 else cue.at
        return Parts(at, done[1] if done else None, trimmed(doc, goal.i, goal.right_edge.i + 1), verb.i)
    effect = complements(verb, first=verb.i + 1)
    cause = doer(verb)
    return Parts(cue.at, cause, effect, verb.i) if effect is not None and cause is not None else None


def by_participle(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The roof fell in, leaving two dead": the clause before the comma is the cause."""
    doc = layers.doc
    verb = doc[cue.at.j - 1]
    top = first_conjunct(verb)
    if top.dep_ not in {"advcl", "acl", "ccomp", "dep"} or top.head.i > top.i or any(c.dep_ in SUBJECT_DEPS for c in verb.lefts):
        return None
    if not after_comma(top) or top.head.dep_ == "pcomp":
        return None
    cause, effect = beside(clause_head(top.head), top.left_edge.i, top.right_edge.i + 1), complements(verb, first=verb.i + 1)
    return Parts(extent(doc, verb.i, verb.i + 1), cause, effect, verb.i) if effect is not None and cause is not None else None


def at_risk(cue: Cue, layers: Layers) -> Parts | None:
    """As in "It puts lives at risk", "a move putting jobs in danger"."""
    verb = layers.doc[cue.at.i]
    risky = {"risk", "danger", "jeopardy", "doubt", "question", "pressure", "peril"}
    if not any(child.dep_ == "prep" and any(noun.lower_ in risky for noun in child.rights) for child in verb.subtree):
        return None
    if is_passive(verb):
        return None
    cause, effect = doer(verb), complements(verb, first=verb.i + 1)
    return Parts(cue.at, cause, effect, verb.i) if effect is not None and cause is not None else None


def by_change(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The storm damaged homes", "warming raises the risk": only things and events, not people, are causes here."""
    verb = layers.doc[cue.at.i]
    if is_person(verb) or verb.dep_ in {"amod", "compound", "pcomp"} or infinitive_of(verb) is not None:
        return None
    if verb.lemma_ in {"draw", "attract"} and not any(child.lemma_ in RESPONSES for child in verb.rights if child.dep_ == "dobj"):
        return None
    if is_passive(verb):
        done = agent(verb)
        return None if done is None or is_name(done[1], layers) else Parts(cue.at, done[1], undergoer(verb), verb.i)
    if own_subject(verb) is None or not any(child.dep_ in {"dobj", "ccomp"} for child in verb.rights):
        return None
    cause, effect = doer(verb), complements(verb, first=verb.i + 1)
    return Parts(cue.at, cause, effect, verb.i) if effect is not None and cause is not None else None


def by_help(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The rule helped improve safety", where a thing helps."""
    doc = layers.doc
    verb, goal = doc[cue.at.i], doc[cue.at.j - 1]
    if is_person(verb) or own_subject(verb) is None or goal.head.i != verb.i:
        return None
    effect, cause = complements(goal, first=goal.i + 1), doer(verb)
    return Parts(cue.at, cause, effect, verb.i) if effect is not None and cause is not None else None


def by_sanction(cue: Cue, layers: Layers) -> Parts | None:
    """As in "He was booked for a foul": what he got it for is the cause."""
    doc = layers.doc
    verb, for_ = doc[cue.at.i], doc[cue.at.j - 1]
    reason = next((child for child in for_.rights if child.dep_ in {"pobj", "pcomp"}), None)
    hangs = for_.head.i == verb.i or (for_.head.dep_ == "dobj" and for_.head.head.i == verb.i and is_verb(reason or verb))
    if not hangs or verb.dep_ == "amod":
        return None
    if reason is None or reason.ent_type_ in {"DATE", "TIME", "CARDINAL", "MONEY"} or layers.dates.at(reason.i) is not None:
        return None  # "jailed for ten years"
    if reason.lemma_ in {"part", "rest", "most", "remainder", "duration", "much"} or is_thanks(verb):
        return None  # "suspended for parts of May"
    if layers.quantities.at(reason.i) is not None:
        return None
    effect = beside(clause_head(verb), for_.i, for_.right_edge.i + 1)
    return Parts(extent(doc, for_.i, for_.i + 1), trimmed(doc, for_.i + 1, for_.right_edge.i + 1), effect, verb.i)


def is_thanks(verb: Token) -> bool:
    """As in "Thank you for coming": said, not told."""
    return verb.lemma_ == "thank" and any(child.dep_ == "dobj" and child.lower_ == "you" for child in verb.rights)


def by_blame(cue: Cue, layers: Layers) -> Parts | None:
    """As in "Police blamed the crash on fog", "the fall was attributed to rates", "critics blame him for the loss"."""
    doc = layers.doc
    verb = doc[cue.at.i]
    link = {"blame": {"on", "for"}, "credit": {"with", "for"}}.get(verb.lemma_, {"to", "on"})
    prep = next((child for child in verb.rights if child.dep_ in {"prep", "dative"} and child.lower_ in link), None)
    blamed = next((child for child in verb.rights if child.dep_ == "dobj"), None) if prep is None else None
    if blamed is not None and verb.lemma_ == "blame":  # the parser hangs "for the loss" on "him" as well
        prep = next((child for child in blamed.rights if child.dep_ == "prep" and child.lower_ in link), None)
    if prep is None or not any(True for _ in prep.rights):
        return None
    after = trimmed(doc, prep.i + 1, prep.right_edge.i + 1)
    if is_passive(verb):
        before = undergoer(verb)
    else:
        dobj = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < prep.i), None)
        before = noun_words(dobj, stop=prep.i) if dobj is not None else None
        if before is None and verb.dep_ == "relcl":
            before = noun_words(verb.head, stop=verb.left_edge.i)
    if before is None:
        return None
    forward = verb.lemma_ in {"blame", "credit"} and prep.lower_ in {"for", "with"}
    at = extent(doc, verb.i, prep.i + 1) if prep.i == verb.i + 1 else cue.at
    return Parts(at, before if forward else after, after if forward else before, verb.i)
