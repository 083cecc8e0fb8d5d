"""A verb of punishing, praising or blaming in; what it was done for and what was blamed on what, as cause and effect, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import beside, noun_words, own_subject
from claimex.families.cause.verbs import WORDS, Parts, is_passive, undergoer
from claimex.spans import Extent, extent, trimmed
from claimex.syntax import clause_head, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["by_blame", "by_sanction"]


def by_sanction(cue: Cue, layers: Layers) -> Parts | None:
    """As in "He was booked for a foul": what he got it for is the cause."""
    doc = layers.doc
    verb, for_ = doc[cue.at.i], doc[cue.at.j - 1]
    reason = next((child for child in for_.rights if child.dep_ in {"pobj", "pcomp"}), None)
    hangs = for_.head.i == verb.i or (for_.head.dep_ == "dobj" and for_.head.head.i == verb.i and is_verb(reason or verb))
    if not hangs or verb.dep_ == "amod" or (verb.tag_ == "VBG" and all(child.dep_ != "dobj" for child in verb.rights)):
        return None  # also "it is disqualifying for him"
    if reason is None or reason.ent_type_ in {"DATE", "TIME", "CARDINAL", "MONEY"} or layers.dates.at(reason.i) is not None:
        return None  # "jailed for ten years"
    if reason.lemma_ in {"part", "rest", "most", "remainder", "duration", "much"} or is_thanks(verb):
        return None  # "suspended for parts of May"
    if layers.quantities.at(reason.i) is not None:
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
    after = trimmed(doc, prep.i + 1, prep.right_edge.i + 1)
    if is_passive(verb):
        before = undergoer(verb)
    else:
        dobj = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < prep.i), None)
        if dobj is not None and verb.lemma_ != "blame" and dobj.lemma_ in WORDS["works"]:
            return None  # "attributed the remark to Wilde"
        before = noun_words(dobj, stop=prep.i) if dobj is not None else None
        if before is None and verb.dep_ == "relcl":
            before = noun_words(verb.head, stop=verb.left_edge.i)
    if before is None:
        return None
    forward = verb.lemma_ in {"blame", "credit"} and prep.lower_ in {"for", "with"}
    at = extent(doc, verb.i, prep.i + 1) if prep.i == verb.i + 1 else cue.at
    return Parts(at, before if forward else after, after if forward else before, verb.i)
