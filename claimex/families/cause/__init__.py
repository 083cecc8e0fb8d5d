"""A cause claim: something happened because of, or led to, something else, and the article says so in words.

It can be checked by asking whether both happened and whether the one is known to have brought about the other. Mere
order in time ("after the match, fans left") and purpose ("in order to win") assert no cause.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.families._clause import around
from claimex.families._family import Cue, Family, Phrase, Reading, TokenPattern
from claimex.families._other_checks import check_cause
from claimex.families.cause import blame, causers, phrases, reasons, results
from claimex.families.cause.doubts import closed, is_unsaid, without_link
from claimex.families.cause.verbs import WORDS, Parts
from claimex.modality import certainty
from claimex.spans import paired
from claimex.syntax import subject_phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimex.layers import Layers

__all__ = ["FAMILY"]

VERB = {"IN": ["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"]}
OVER = {"LOWER": {"IN": ["over", "amid", "on"]}}
BREAK = {"TAG": {"IN": [",", ":", "CC"]}}
ANY = {"OP": "?"}
FEARS = ["fear", "concern", "worry", "doubt", "allegation", "claim", "accusation", "revelation"]

PATTERNS: dict[str, tuple[TokenPattern, ...]] = {
    "because-of": (
        [{"LOWER": "because"}, {"LOWER": "of"}],
        [{"LOWER": {"IN": ["due", "owing", "thanks"]}}, {"TAG": "RB", "OP": "?"}, {"LOWER": "to"}],
        [{"LOWER": "as"}, {"LOWER": {"IN": ["a", "the"]}}, {"LOWER": {"IN": ["direct", "partial"]}, "OP": "?"},
         {"LOWER": {"IN": ["result", "consequence"]}}, {"LOWER": "of"}],
        [{"LOWER": "on"}, {"LOWER": {"IN": ["account", "grounds"]}}, {"LOWER": "of"}],
    ),
    "over-fears": ([OVER, {"TAG": "JJ", "OP": "?"}, {"LEMMA": {"IN": FEARS}, "TAG": "NNS"}],),
    "because": (
        [{"LOWER": {"IN": ["because", "’cause", "'cause"]}}],
        [{"LOWER": "on"}, {"LOWER": "the"}, {"LOWER": "grounds"}, {"LOWER": "that"}],
    ),
    "so": ([{"TAG": {"IN": [",", ":"]}}, {"LOWER": "and", "OP": "?"}, {"LOWER": {"IN": ["so", "therefore", "thus", "hence"]}}],),
    "verb": ([{"LEMMA": {"IN": WORDS["cause"]}, "TAG": VERB}],),
    "lead-to": (
        [{"LEMMA": {"IN": ["lead", "contribute"]}, "TAG": VERB}, {"TAG": {"IN": ["RB", "RBR"]}, "OP": "?"}, {"LOWER": "to"}],
        [{"LEMMA": "result", "TAG": VERB}, {"LOWER": "in"}],
        [{"LEMMA": "give", "TAG": VERB}, {"LOWER": "rise"}, {"LOWER": "to"}],
        [{"LEMMA": "bring", "TAG": VERB}, {"LOWER": "about"}],
    ),
    "result-from": ([{"LEMMA": {"IN": ["result", "stem", "arise"]}, "TAG": VERB}, {"LOWER": "from"}],),
    "force-to": ([{"LEMMA": {"IN": WORDS["force"]}, "TAG": VERB}],),
    "participle": ([BREAK, {"TAG": "RB", "OP": "?"}, {"LEMMA": {"IN": WORDS["result"]}, "TAG": "VBG"}],),
    "at-risk": ([{"LEMMA": {"IN": ["put", "place"]}, "TAG": VERB}],),
    "change": ([{"LEMMA": {"IN": WORDS["change"]}, "TAG": VERB}],),
    "help": ([{"LEMMA": "help", "TAG": VERB}, {"LOWER": "to", "OP": "?"}, {"TAG": "VB"}],),
    "sanction-for": (
        [{"LEMMA": {"IN": WORDS["sanction"]}, "TAG": VERB}, ANY, ANY, ANY, {"LOWER": "for"}],
        [{"LEMMA": "send", "TAG": VERB}, {"LOWER": "off"}, {"LOWER": "for"}],
    ),
    "response-for": ([{"LEMMA": {"IN": WORDS["response"]}, "TAG": "NN"}, {"TAG": "DT", "OP": "?"}, {"LOWER": "for"}],),
    "citing": ([{"LEMMA": "cite", "TAG": "VBG"}],),
    "depend-on": (
        [{"LEMMA": "depend", "TAG": VERB}, {"LOWER": {"IN": ["on", "upon"]}}],
        [{"LOWER": "dependent"}, {"LOWER": {"IN": ["on", "upon"]}}],
    ),
    "noun-of": (
        [{"LEMMA": {"IN": ["cause", "consequence", "result", "effect"]}, "TAG": {"IN": ["NN", "NNS"]}}, {"LOWER": "of"}],
        [{"LEMMA": {"IN": ["reason", "cause"]}, "TAG": {"IN": ["NN", "NNS"]}}, {"LOWER": {"IN": ["for", "behind"]}}],
        [{"LEMMA": {"IN": ["factor"]}, "TAG": {"IN": ["NN", "NNS"]}}, {"LOWER": {"IN": ["in", "behind"]}}],
    ),
    "impact-on": ([{"LEMMA": {"IN": ["impact", "effect"]}, "TAG": {"IN": ["NN", "NNS"]}}, {"LOWER": {"IN": ["on", "upon"]}}],),
    "blame": (
        [{"LEMMA": {"IN": ["blame", "attribute", "ascribe", "credit", "pin"]}, "TAG": VERB}],
    ),
}  # fmt: skip

READERS: Mapping[str, Callable[[Cue, Layers], Parts | None]] = {
    "because-of": phrases.by_preposition,
    "over-fears": phrases.over_fears,
    "because": reasons.by_clause,
    "so": reasons.by_conclusion,
    "verb": causers.by_verb,
    "lead-to": causers.by_verb_to,
    "result-from": causers.by_origin,
    "force-to": causers.by_force,
    "participle": results.by_participle,
    "at-risk": causers.at_risk,
    "change": causers.by_change,
    "help": causers.by_help,
    "sanction-for": blame.by_sanction,
    "response-for": phrases.by_response,
    "citing": phrases.by_citing,
    "depend-on": causers.by_origin,
    "noun-of": phrases.by_noun,
    "impact-on": phrases.by_impact,
    "blame": blame.by_blame,
}


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    """The cause and the effect that the cue stands between."""
    parts = READERS[cue.pattern](cue, layers)
    doc = layers.doc
    if parts is not None:
        parts = replace(parts, cause=closed(parts.cause, doc), effect=closed(parts.effect, doc))
    if (
        parts is None
        or (parts.cause is None and parts.effect is None)
        or doc[cue.at.i].sent.text.rstrip(" \n\"”’'").endswith("?")
        or is_unsaid(cue.pattern, parts, doc)
    ):
        return
    head = doc[parts.head]
    found = {"cause": without_link(parts.cause, doc, parts.head), "effect": without_link(parts.effect, doc, parts.head)}
    slots = {name: Phrase(paired(doc, at)) for name, at in found.items() if at is not None}
    clause = around(doc, parts.cue, *found.values(), parts.over)
    if clause.i < layers.headline <= clause.j - 1:
        return
    yield Reading(
        cue=parts.cue, clause=clause, head=parts.head, subject=subject_phrase(head), slots=slots, certainty=certainty(head)
    )


FAMILY = Family(
    name="cause",
    slots={"cause": "the words that say why", "effect": "the words that say what came of it"},
    read=read,
    check=check_cause,
    patterns=PATTERNS,
)
