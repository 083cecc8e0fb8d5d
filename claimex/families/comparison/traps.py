"""A comparative in; whether it compares nothing ("more of a tool", "no older than", "an attempt to build a larger one"), out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families.comparison.words import NOUNS, REACH
from claimex.syntax import clause_head, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.layers import Layers

__all__ = ["is_closed", "is_degree", "is_faint", "is_goal", "is_limit", "is_manner"]

AIMING = frozenset({
    "aim", "attempt", "challenge", "design", "intend", "plan", "set", "strive", "struggle", "try", "want", "hope", "seek", "wish",
    "vow", "pledge", "promise", "offer", "propose", "refuse",
})  # fmt: skip
AIMS = frozenset({
    "aim", "ambition", "attempt", "bid", "campaign", "desire", "dream", "drive", "effort", "goal", "hope", "idea", "intention",
    "mission", "offer", "plan", "pledge", "project", "promise", "proposal", "wish",
})  # fmt: skip
TWO = 2
STANDARDS = frozenset({
    "expected", "normal", "usual", "average", "anticipated", "forecast", "predicted", "planned", "estimated", "market",
    "projected", "feared", "hoped",
})  # fmt: skip
MAKING = frozenset({
    "achieve", "build", "create", "design", "develop", "find", "get", "invent", "make", "offer", "produce", "provide", "secure",
    "support",
})  # fmt: skip


def is_degree(after: Token) -> bool:
    """Whether "more than" only strengthens an adjective ("more than competitive")."""
    if after.tag_ == "VB" or (after.dep_ == "ROOT" and after.tag_ == "VBD"):
        return True  # "will more than offset the costs"
    return after.tag_ == "JJ" and after.head.tag_ not in NOUNS and after.lower_ not in {"other", "previous"}


def is_manner(word: Token, than: Token) -> bool:
    """As in "More of a tool than a game", "is so much more than a park": a way of speaking."""
    if word.lower_ not in {"more", "less"}:
        return False
    doc = word.doc
    if word_at(doc, word.i + 1) in {"about", "like"} and clause_head(word).lemma_ == "be":
        return True
    if word.i + TWO == than.i and doc[word.i + 1].tag_ == "NN" and word_at(doc, than.i + 2) == ",":
        return True  # "More poet than banker, she ..."
    if doc[word.i + 1].lower_ == "of" and word_at(doc, word.i + 2) in {"a", "an", "as"}:
        return True
    return word.i == than.i - 1 and clause_head(word).lemma_ == "be" and word.i > 0 and doc[word.i - 1].lower_ == "much"


def is_faint(after: Token, than: Token) -> bool:
    """As in "less-than-perfect", "to do better than break even", "to wait rather longer than take it"."""
    if after.tag_ == "HYPH":
        return word_at(after.doc, after.i + 1) not in STANDARDS
    acts = any(child.dep_ in {"dobj", "advmod", "acomp", "prt"} for child in after.rights)
    return after.tag_ == "VB" and than.i == after.i - 1 and acts  # not a noun taken for a verb


def is_limit(word: Token, after: Token, layers: Layers) -> bool:
    """As in "No older than a few centuries": a bound."""
    return word.i > 0 and word.nbor(-1).lower_ == "no" and layers.dates.at(after.i) is not None


def is_closed(word: Token) -> bool:
    """Whether the other side follows, or the word is part of another: "higher than", "the higher the", "higher-cost"."""
    after = word.doc[word.i + 1 : min(word.i + REACH, word.sent.end)]
    if any(token.lower_ in {"than", "and", "or", "the"} for token in after[:2]) and after[0].lower_ not in {"when", "in", "if"}:
        return True
    return word_at(word.doc, word.i + 1) == "-" or any(token.lower_ in {"than", "compared"} for token in after)


def is_goal(word: Token, verb: Token) -> bool:
    """As in "tried to build a camera similar to the eye", "a plan to find a better one than ours": nothing is so yet."""
    if not any(child.tag_ == "TO" for child in verb.lefts):
        return False
    if verb.dep_ in {"acl", "relcl"}:
        return verb.head.lemma_ in AIMS
    if verb.dep_ == "xcomp":
        return verb.head.lemma_ in AIMING
    return verb.dep_ == "advcl" and verb.lemma_ in MAKING and word.i > verb.i  # a purpose
