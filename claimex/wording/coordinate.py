"""A claim and the verb of its clause in; the coordinated verb that says the claim itself, and where its subject begins, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.syntax import SUBJECT_DEPS, is_verb
from claimex.wording.verbs import AUXILIARIES, AUXILIARY_DEPS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Claim

__all__ = ["coordinate", "is_finite_here", "subject_start"]

MAX_CLIMB = 40
FRONTED = frozenset({"due", "despite", "because", "according", "thanks", "in", "on", "at", "after", "before", "since", "during"})


def coordinate(claim: Claim, root: Token, doc: Doc) -> Token | None:
    """The verb that says the claim, if it is coordinated with the clause's own and has no subject; none after a "not"."""
    token = doc[claim.head]
    for _ in range(MAX_CLIMB):
        if token.dep_ == "conj" or token.head.i == token.i:
            break
        token = token.head
    if token.dep_ != "conj" or token.head.i != root.i or not is_verb(token) or not is_verb(root) or token.i < root.i:
        return None
    if any(c.dep_ in SUBJECT_DEPS or c.dep_ == "expl" for c in token.children) or any(c.dep_ == "neg" for c in root.children):
        return None
    return token if claim.cue.i >= token.left_edge.i else None


def is_finite_here(verb: Token) -> bool:
    return verb.tag_ in AUXILIARIES or any(c.dep_ in AUXILIARY_DEPS and c.tag_ in AUXILIARIES for c in verb.lefts)


def subject_start(subject: Token) -> int:
    """Where the subject begins: after what is fronted ("due to rain, fans"), with the whole of a word in parts ("take-up")."""
    doc, i = subject.doc, subject.left_edge.i
    if doc[i].lower_ in FRONTED:
        i = next((k + 1 for k in range(subject.i - 1, i, -1) if doc[k].text == ","), i)
    if i > 1 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_:
        i -= 2
    return i
