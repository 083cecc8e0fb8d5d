"""A law, ban, right, requirement, court order or official policy holds: what must be, may be or may not be done.

The text of the rule, or a case in which it does not bind, refutes it. "We must act" is none, but a wish; nor is a "must" that
guesses ("he must be tired"), or a bare "right to vote" that nobody is said to have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Cue, Family, Reading, TokenPattern
from claimex.families._other_checks import check_rule
from claimex.families.rule.courts import by_court, by_status
from claimex.families.rule.mood import WORDS
from claimex.families.rule.nouns import by_advice, by_grant, by_noun, by_right, by_should
from claimex.families.rule.penalties import by_penalty
from claimex.families.rule.reading import by_modal, by_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimex.layers import Layers

__all__ = ["FAMILY"]

SLOTS = {"what": "what is required, allowed or banned"}
VERBAL = {"IN": ["VB", "VBD", "VBN", "VBP", "VBZ", "VBG"]}

PATTERNS: dict[str, tuple[TokenPattern, ...]] = {
    "must": ([{"LOWER": "must"}],),
    "has-to": ([{"LOWER": {"IN": ["have", "has", "had"]}}, {"LOWER": "to"}],),
    "requires": ([{"LEMMA": {"IN": ["require", "oblige", "compel", "mandate", "order"]}, "TAG": VERBAL}],),
    "allows": ([{"LEMMA": {"IN": ["allow", "permit", "entitle", "authorize", "authorise", "exempt"]}, "TAG": VERBAL}],),
    "bans": (
        [{"LEMMA": {"IN": ["ban", "outlaw", "prohibit", "forbid", "bar", "criminalize", "criminalise", "legalize", "legalise",
                           "decriminalize", "decriminalise"]}, "TAG": VERBAL}],
    ),
    "court": (
        [{"LEMMA": {"IN": ["rule", "uphold", "overturn", "quash", "annul", "invalidate", "block"]}, "TAG": VERBAL}],
        [{"LEMMA": "strike", "TAG": VERBAL}, {"LOWER": "down"}],
    ),
    "illegal": ([{"LOWER": {"IN": sorted(WORDS["statuses"])}, "TAG": {"IN": ["JJ", "VBN"]}}],),
    "law": ([{"LOWER": {"IN": sorted(WORDS["rules"])}, "TAG": {"IN": ["NN", "NNS", "NNP", "NNPS"]}}],),
    "right": ([{"LOWER": {"IN": ["right", "rights"]}, "TAG": {"IN": ["NN", "NNS"]}}, {"LOWER": "to"}],),
    "duty": ([{"LOWER": {"IN": ["duty", "duties", "obligation", "obligations"]}}, {"LOWER": "to"}],),
    "granted": ([{"LEMMA": {"IN": ["grant", "deny", "give", "award"]}, "TAG": VERBAL}],),
    "penalty": ([{"LOWER": {"IN": ["sentenced", "fined", "jailed", "imprisoned"]}, "TAG": {"IN": ["VBD", "VBN"]}}],),
    "should": ([{"LOWER": "should"}],),
    "recommends": (
        [{"LEMMA": "recommend", "TAG": VERBAL}, {"LOWER": "that"}],
        [{"LOWER": {"IN": ["recommendation", "requirement", "rule"]}}, {"LOWER": "that"}],
    ),
}  # fmt: skip
READERS: dict[str, Callable[[Cue, Layers], Reading | None]] = {
    "must": by_modal,
    "has-to": by_modal,
    "court": by_court,
    "illegal": by_status,
    "law": by_noun,
    "right": by_right,
    "duty": by_right,
    "granted": by_grant,
    "penalty": by_penalty,
    "should": by_should,
    "recommends": by_advice,
}


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    found = READERS.get(cue.pattern, by_order)(cue, layers)
    return () if found is None else (found,)


FAMILY = Family(name="rule", slots=SLOTS, read=read, check=check_rule, patterns=PATTERNS)
