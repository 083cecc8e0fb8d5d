"""A verb of punishing, praising or blaming in; what it was done for and what was blamed on what, as cause and effect, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import beside, noun_words, own_subject
from claimex.families.cause.verbs import WORDS, Parts, is_passive, undergoer
from claimex.spans import Extent, extent, trimmed
from claimex.syntax import clause_head, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["by_blame", "by_sanction"]


def by_sanction(cue: Cue, layers: Layers) -> Parts | None:
    """As in "He was booked for a foul": what he got it for is the cause."""
    doc = layers.doc
    verb, for_ = doc[cue.at.i], doc[cue.at.j - 1]
    reason = next((child for child in for_.rights if child.dep_ in {"pobj", "pcomp"}), None)
    if verb.lemma_ == "execute" and not is_passive(verb):
        return None  # "executes trades for clients"
    hangs = for_.head.i == verb.i or (for_.head.dep_ == "dobj" and for_.head.head.i == verb.i and is_verb(reason or verb))
    if not hangs or verb.dep_ == "amod" or (verb.tag_ == "VBG" and all(child.dep_ != "dobj" for child in verb.rights)):
        return None  # also "it is disqualifying for him"
    if reason is None or reason.ent_type_ in {"DATE", "TIME", "CARDINAL", "MONEY"} or layers.dates.at(reason.i) is not None:
        return None  # "jailed for ten years"
    if reason.lower_ in WORDS["terms"] or is_thanks(verb):
        return None  # "suspended for parts of May"
    if layers.quantities.at(reason.i) is not None or reason.tag_ == "PRP":
        return None
    if verb.dep_ == "conj" or verb.tag_ in {"VB", "VBG"}:  # "spoke, and criticised him for it": only what was done for it
        effect: Extent | None = trimmed(doc, verb.i, for_.i)
    else:
        effect = beside(clause_head(verb), for_.i, for_.right_edge.i + 1)
    return Parts(extent(doc, for_.i, for_.i + 1), trimmed(doc, for_.i + 1, for_.right_edge.i + 1), effect, verb.i)


def is_thanks(verb: Token) -> bool:
    """As in "Thank you for coming", "we congratulate all for it": said, not told."""
    subject = own_subject(verb)
    mine = subject is not None and subject.lower_ in {"i", "we"} and verb.tag_ in {"VBP", "VB"}
    return mine or (verb.lemma_ == "thank" and any(child.dep_ == "dobj" and child.lower_ == "you" for child in verb.rights))


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
    after, before = trimmed(doc, prep.i + 1, prep.right_edge.i + 1), blamed_for(verb, prep)
    if before is None or is_no_reason(verb, prep, before):
        return None
    forward = verb.lemma_ in {"blame", "credit"} and prep.lower_ in {"for", "with"}
    cause, effect = (before, after) if forward else (after, before)
    if all(token.tag_ in {"PRP", "DT"} for part in (cause, effect) for token in doc[part.i : part.j]):
        return None  # "they blame him for it"
    at = extent(doc, verb.i, prep.i + 1) if prep.i == verb.i + 1 else cue.at
    return Parts(at, cause, effect, verb.i)


def blamed_for(verb: Token, prep: Token) -> Extent | None:
    """What stands before the preposition: the verb's object, or the subject of a passive."""
    if is_passive(verb):
        return undergoer(verb)
    dobj = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < prep.i), None)
    if dobj is None:
        return noun_words(verb.head, stop=verb.left_edge.i) if verb.dep_ == "relcl" else None
    return noun_words(dobj, stop=prep.i)


def is_no_reason(verb: Token, prep: Token, before: Extent) -> bool:
    """As in "reports attributed to the ministry", "attributed the remark to Wilde", "he was pinned to the ground"."""
    if verb.lemma_ == "pin":
        return prep.lower_ != "on"
    return verb.lemma_ in {"attribute", "ascribe", "credit"} and prep.lower_ == "to" and is_words(verb.doc, before)


def is_words(doc: Doc, at: Extent) -> bool:
    """Whether something said, written or made is meant: it is attributed to who made it, not to a cause."""
    return any(token.lemma_.lower() in WORDS["works"] for token in doc[at.i : at.j])
