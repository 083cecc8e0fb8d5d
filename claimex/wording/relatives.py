"""The verb of a relative clause in; how it is tied to its antecedent, and which words the antecedent is, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.syntax import edges

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["RELATIVES", "RELATIVE_TAGS", "antecedent_end", "is_relative", "leading_preposition"]

RELATIVES = frozenset({"who", "which", "that", "whom"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "IN"})
ANTECEDENT_ENDS = frozenset({"relcl", "acl", "punct", "cc", "conj", "appos", "advcl", "parataxis"})


def is_relative(verb: Token) -> bool:
    """Whether a clause begins with "which", "who" or "for which"."""
    return any(c.lower_ in RELATIVES and c.tag_ in RELATIVE_TAGS for c in verb.lefts) or leading_preposition(verb) is not None


def leading_preposition(verb: Token) -> Token | None:
    """Finds the "for" of "for which he was sentenced"."""
    return next(
        (c for c in verb.lefts if c.dep_ == "prep" and any(t.lower_ in {"which", "whom"} and t.dep_ == "pobj" for t in c.rights)),
        None,
    )


def antecedent_end(noun: Token, verb: Token) -> tuple[int, int]:
    """First and one past last token of the noun phrase that a relative clause with `verb` says something of."""
    i, _ = edges(noun, without=ANTECEDENT_ENDS)
    j = noun.i + 1
    for child in noun.rights:
        if child.dep_ in ANTECEDENT_ENDS or child.left_edge.i >= verb.left_edge.i:
            break
        j = child.right_edge.i + 1
    doc = noun.doc
    while i < noun.i and doc[i].tag_ in {",", "CC", "_SP"}:
        i += 1
    return i, j
