"""Words that state nothing by themselves ("the growing queues", "winning by 9 votes") in; the clause that states it, out.

A noun phrase or a participle leaves out what a checker needs: who, and that it was so. The clause of the verb with a tense
that it stands in says both, as "The council blamed the growing queues", "She won the seat, winning by 9 votes".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import around, tight
from claimex.syntax import SUBJECT_DEPS, ancestors, clause_with_antecedent, is_finite, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.spans import Extent

__all__ = ["has_tense", "teller", "told"]

TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
MAX_WIDER = 60  # tokens that a clause may have when it is widened; the parser was lost in what is longer


def has_tense(doc: Doc, words: Extent) -> bool:
    """Whether a verb with a tense stands among the words."""
    return any(token.tag_ in TENSED and (token.tag_ != "VBD" or token.dep_ != "acl") for token in doc[words.i : words.j])


def teller(token: Token) -> Token | None:
    """The nearest verb with a tense in whose clause a token stands."""
    return next((word for word in ancestors(token) if is_verb(word) and is_finite(word)), None)


def told(token: Token, words: Extent) -> Extent | None:
    """The words, where they have a tense; else the clause around them that has one; None if there is none."""
    doc = token.doc
    if has_tense(doc, words):
        return words
    verb = teller(token) or heading(token)
    if verb is None:
        return None
    clause = clause_with_antecedent(verb) if verb.dep_ in {"relcl", "acl"} else tight(verb)
    whole = around(doc, clause, words)
    return whole if whole.j - whole.i <= MAX_WIDER else None


def heading(token: Token) -> Token | None:
    """The participle or bare verb of a heading that has its own subject: "Five held after raid", "Mayor to sell 3 yards"."""
    return next((word for word in ancestors(token) if is_verb(word) and any(c.dep_ in SUBJECT_DEPS for c in word.lefts)), None)
