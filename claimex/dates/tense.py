"""Which way a bare weekday or month looks: from the verb that governs it, not from a window of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.syntax import ancestors, is_finite, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["direction"]

FUTURE = frozenset({"will", "wo", "shall", "'ll", "’ll", "would", "could", "should", "may", "might", "can", "must"})
PLANNED = frozenset(
    {
        "scheduled",
        "due",
        "expected",
        "slated",
        "planned",
        "plan",
        "plans",
        "planning",
        "expect",
        "expects",
        "hopes",
        "hope",
        "going",
    }
)


def direction(token: Token) -> int:
    """-1 past, 1 future, 0 where the sentence does not say."""
    for node in ancestors(token):
        if not is_verb(node) or node.dep_ in {"amod", "compound"}:
            continue
        helpers = [child for child in node.lefts if child.dep_ in {"aux", "auxpass"}]
        words = {child.lower_ for child in helpers}
        if words & FUTURE or node.lower_ in PLANNED:
            return 1
        if node.tag_ == "VB" and "to" in words:
            return 1 if node.head.i != node.i and (node.head.lower_ in PLANNED or not is_past(node.head)) else 0
        if any(child.lower_ in {"have", "has", "had", "'ve", "was", "were"} for child in helpers) or node.tag_ == "VBD":
            return -1
        if is_finite(node):
            return 0
        if node.tag_ == "VBN" and not helpers:
            return -1
    return 0


def is_past(token: Token) -> bool:
    return token.tag_ == "VBD"
