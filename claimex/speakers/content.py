"""A cue word in; what it reports, read from the tree around it, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.speakers.asides import aside
from claimex.speakers.clauses import (
    as_clause,
    clause_after,
    clause_before,
    clause_beside,
    is_infinitive,
)
from claimex.speakers.cues import is_passive
from claimex.speakers.lost import clause_in_phrase, lost_clause, noun_clause
from claimex.speakers.phrases import infinitive, noun_phrase, passive, phrase_content, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.speakers.clauses import Content
    from claimex.speakers.cues import CueWord

__all__ = ["content_of"]


def content_of(word: CueWord) -> Content | None:
    """What is reported, by the first frame that fits; None if nothing is."""
    if word.kind == "noun":
        return noun_clause(word.token) or noun_phrase(word)
    frames = word.frames
    beside = clause_beside(word)
    if beside is not None:
        return beside
    if frames & {"that", "wh"}:
        inverted = any(child.dep_ == "nsubj" for child in word.token.rights)
        found = (clause_before(word) if inverted and word.kind == "verb" else None) or clause_after(word.token)
        if found is None and word.kind == "verb":
            found = clause_before(word) or as_clause(word) or clause_in_phrase(word.token) or lost_clause(word)
            found = found or aside(word)
        if found is not None:
            return found
    if word.kind == "adjective":
        rights = list(word.token.rights)
        return infinitive(word.token, rights, frames) or preposition(word.token, rights, frames)
    if word.kind != "verb" or is_purpose(word.token):
        return None
    return passive(word) if is_passive(word.token) else phrase_content(word)


def is_purpose(verb: Token) -> bool:
    """An infinitive that says what something is for: "a campaign to persuade users"."""
    return is_infinitive(verb) and verb.dep_ in {"acl", "advcl", "relcl"}
