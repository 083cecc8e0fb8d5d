"""A law, ban, right, requirement, court order or official policy holds: what must be, may be or may not be done.

The text of the rule, or a case in which it does not bind, refutes it. "We must act" is none, but a wish; nor is a "must" that
guesses ("he must be tired"), or a bare "right to vote" that nobody is said to have.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.families._clause import around
from claimex.families._family import Cue, Family, Phrase, Reading, TokenPattern
from claimex.families._opening import closed
from claimex.families._other_checks import check_rule
from claimex.families.rule.courts import by_court, by_status
from claimex.families.rule.mood import WORDS
from claimex.families.rule.nouns import by_advice, by_grant, by_noun, by_right, by_should
from claimex.families.rule.penalties import by_penalty, by_sentence
from claimex.families.rule.reading import by_modal, by_order
from claimex.families.rule.texts import by_coverage, by_crime, by_need, by_text
from claimex.spans import extent, paired

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.tokens import Doc

    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["FAMILY"]

SLOTS = {"what": "what is required, allowed or banned"}
MAX_QUOTED = 20  # words up to the end of a quotation
VERBAL = {"IN": ["VB", "VBD", "VBN", "VBP", "VBZ", "VBG"]}

PATTERNS: dict[str, tuple[TokenPattern, ...]] = {
    "must": ([{"LOWER": "must"}],),
    "has-to": ([{"LOWER": {"IN": ["have", "has", "had"]}}, {"LOWER": "to"}],),
    "requires": ([{"LEMMA": {"IN": ["require", "oblige", "compel", "mandate", "order"]}, "TAG": VERBAL}],),
    "allows": ([{"LEMMA": {"IN": ["allow", "permit", "entitle", "authorize", "authorise", "exempt"]}, "TAG": VERBAL}],),
    "bans": (
        [{"LEMMA": {"IN": ["ban", "outlaw", "prohibit", "forbid", "bar", "criminalize", "criminalise", "legalize", "legalise",
                           "decriminalize", "decriminalise", "abolish", "repeal"]}, "TAG": VERBAL}],
    ),
    "court": (
        [{"LEMMA": {"IN": ["rule", "uphold", "overturn", "quash", "annul", "invalidate", "block"]}, "TAG": VERBAL}],
        [{"LEMMA": "strike", "TAG": VERBAL}, {"LOWER": "down"}],
    ),
    "illegal": ([{"LOWER": {"IN": sorted(WORDS["statuses"])}, "TAG": {"IN": ["JJ", "VBN"]}}],),
    "law": (
        [{"LOWER": {"IN": sorted(WORDS["rules"])}, "TAG": {"IN": ["NN", "NNS", "NNP", "NNPS"]}}],
        [{"LOWER": "state"}, {"LOWER": "of"}, {"LOWER": "emergency"}],
    ),
    "right": ([{"LOWER": {"IN": ["right", "rights"]}, "TAG": {"IN": ["NN", "NNS"]}}, {"LOWER": "to"}],),
    "duty": ([{"LOWER": {"IN": ["duty", "duties", "obligation", "obligations"]}}, {"LOWER": "to"}],),
    "granted": ([{"LEMMA": {"IN": ["grant", "deny", "give", "award", "revoke"]}, "TAG": VERBAL}],),
    "penalty": ([{"LOWER": {"IN": ["sentenced", "fined", "jailed", "imprisoned", "suspended"]}, "TAG": {"IN": ["VBD", "VBN"]}}],),
    "sentence": ([{"LOWER": {"IN": ["sentence", "suspension", "ban", "fine", "penalty"]}, "TAG": "NN"}],),
    "under": (
        [{"LOWER": "under"}],
        [{"LOWER": "in"}, {"LOWER": {"IN": ["line", "accordance", "compliance"]}}, {"LOWER": "with"}],
        [{"LOWER": "by"}, {"LOWER": "law"}],
    ),
    "crime": (
        [{"LOWER": {"IN": ["crime", "offence", "offense", "felony", "misdemeanour", "misdemeanor"]}, "TAG": "NN"}],
        [{"LOWER": "against"}, {"LOWER": "the"}, {"LOWER": "law"}],
    ),
    "needs": ([{"LEMMA": "need", "TAG": VERBAL}],),
    "covered": ([{"LOWER": "covered", "TAG": "VBN"}],),
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
    "sentence": by_sentence,
    "under": by_text,
    "crime": by_crime,
    "needs": by_need,
    "covered": by_coverage,
    "should": by_should,
    "recommends": by_advice,
}


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    found = READERS.get(cue.pattern, by_order)(cue, layers)
    return () if found is None or is_bare(found, layers.doc) else (whole(found, layers.doc),)


def is_bare(found: Reading, doc: Doc) -> bool:
    """As in "the lock prohibits that": what is ruled is said elsewhere."""
    what = found.slots["what"]
    at = what.at if isinstance(what, Phrase) else None
    return at is not None and at.j - at.i == 1 and doc[at.i].tag_ in {"PRP", "DT", "WDT"}


def whole(found: Reading, doc: Doc) -> Reading:
    """With the quotation mark or bracket that `what` lacks, and without an "and" at its end."""
    what = found.slots["what"]
    if not isinstance(what, Phrase) or what.at is None:
        return found
    at = paired(doc, up_to_mark(doc, closed(doc, what.at) or what.at, found.clause))
    return replace(found, slots={"what": replace(what, at=at)}, clause=around(doc, closed(doc, found.clause), at))


def up_to_mark(doc: Doc, at: Extent, clause: Extent) -> Extent:
    """Up to the end of a quotation that begins inside it and ends in the clause: `one year's "labour camp"`."""
    inside = [token.tag_ for token in doc[at.i : at.j]]
    if inside.count("``") <= inside.count("''"):
        return at
    end = next((token.i for token in doc[at.j : min(clause.j + 1, at.j + MAX_QUOTED)] if token.tag_ == "''"), None)
    return at if end is None else extent(doc, at.i, end + 1)


FAMILY = Family(name="rule", slots=SLOTS, read=read, check=check_rule, patterns=PATTERNS)
