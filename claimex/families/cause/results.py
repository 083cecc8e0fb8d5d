"""A participle after a comma in; what its clause led to as the effect, and the clause as the cause, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import beside, complements, own_subject
from claimex.families._hopes import is_imagined
from claimex.families.cause.deeds import is_enabling, is_light, is_listed
from claimex.families.cause.verbs import Parts, after_comma, first_conjunct, told
from claimex.spans import extent, trimmed
from claimex.syntax import SUBJECT_DEPS, clause_head

if TYPE_CHECKING:
    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["by_participle"]


def by_participle(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The roof fell in, leaving two dead": the clause before the comma is the cause."""
    doc = layers.doc
    verb = doc[cue.at.j - 1]
    top = first_conjunct(verb)
    if top.dep_ not in {"advcl", "acl", "ccomp", "dep"} or top.head.i > top.i or any(c.dep_ in SUBJECT_DEPS for c in verb.lefts):
        return None
    if not after_comma(top) or top.head.dep_ == "pcomp" or is_light(verb) or is_listed(top, verb) or is_enabling(verb, top):
        return None
    up = any(child.dep_ == "prt" and child.i == verb.i + 1 for child in verb.rights)  # "cutting off supplies"
    if up and verb.lemma_ == "cut" and top.head.lemma_ in {"say", "ask", "reply", "tell"}:
        return None  # "she said, cutting off a caller"
    over = told(clause_head(top.head))
    cause, effect = beside(over, top.left_edge.i, top.right_edge.i + 1), complements(verb, first=verb.i + 1 + up)
    last = next((child for child in reversed(list(over.rights)) if child.dep_ == "conj" and child.i < top.i), None)
    if cause is not None and last is not None and not any(child.dep_ in SUBJECT_DEPS for child in last.lefts):
        cause = trimmed(doc, cause.i, max(cause.j, top.left_edge.i))  # "built and flew rockets, cutting costs"
    if is_imagined(over) or (over.dep_ == "conj" and own_subject(over) is None):
        return None  # "if she left, he would follow, leaving a gap"; a clause that lost its subject
    return Parts(extent(doc, verb.i, verb.i + 1), cause, effect, verb.i) if effect is not None and cause is not None else None
