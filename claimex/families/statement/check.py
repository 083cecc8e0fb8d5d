"""How a statement is checked: by the speaker's own words, or a record of the occasion."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.families._family import Check, Phrase
from claimex.spans import extent, words_at
from claimex.syntax import is_verb
from claimex.wording.brief import shortened
from claimex.wording.check import plain_check
from claimex.wording.predicate import is_plural
from claimex.wording.question import IS_IT_TRUE, embedded
from claimex.wording.sentence import compose, words_of
from claimex.wording.verbs import base

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.spans import Extent
    from claimex.wording.sentence import Sentence

__all__ = ["check"]

SAYING = frozenset({
    "say", "add", "write", "state", "announce", "claim", "report", "warn", "argue", "insist", "note", "explain",
    "reveal", "tweet", "confirm", "admit", "suggest", "believe", "think", "predict", "declare", "acknowledge", "estimate",
    "stress", "conclude", "find", "deny", "doubt", "dispute",
})  # fmt: skip
POINTING = frozenset({"they", "he", "she", "it", "i", "we", "you", "this", "that", "who", "which", "these", "those"})
NO_CLAUSE = frozenset(
    {"TO", "VBG", "VB", "IN", "VBD", "VBZ", "VBP"}
)  # tags of first words of reported words that "that" cannot introduce
MENTAL = frozenset({"think", "believe"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB", "VBG"})
RELATIVE = re.compile(r",? (?:that|who|which)$")  # "a club that", where the speaker ends with the word for it
LONGEST = 34  # tokens of a quotation that a question can hold; of a longer one it holds the beginning
REPORTED = 60  # tokens of reported words that are asked as they are
SAID = 28  # words of reported words when what only adds to them is left out
STOPS = frozenset({",", ";", ":", "—", "–", "--", "-"})


def check(claim: Claim, sentence: Sentence, layers: Layers) -> Check:
    """Did the speaker say so?"""
    plain = plain_check(claim, sentence, layers, refuted="")
    if claim.subject is None:
        return Check(plain.question, "no record of anyone who said so, or one that says otherwise", plain.window)
    who = words_of(claim.subject, layers, inside=True)
    who = RELATIVE.sub("", who)
    whose = "the speaker" if who.lower() in POINTING else who
    asked = plain.question
    beside = any(piece.i == claim.cue.i for piece in sentence.before)  # the parser took the quotation for the main clause
    if beside or content_first(claim) or asked.startswith(IS_IT_TRUE):
        asked = template(claim, who, layers) or asked
    return Check(asked, f"a record of the words of {whose} that says otherwise, or none at all", plain.window)


def within_reach(parts: tuple[Extent, ...], claim: Claim, doc: Doc) -> list[Extent]:
    """The parts of a quotation that the claim's clause holds, as far as they fit into a question: at least a sentence."""
    inside = [clipped(part, claim.clause, doc) for part in parts if part.overlaps(claim.clause)]
    kept: list[Extent] = []
    room = LONGEST
    for part in inside or parts:
        if part.j - part.i > room:
            end = next((k for k in range(part.i + 1, part.j) if doc[k].is_sent_start), part.j)
            return kept or [extent(doc, part.i, end if end - part.i <= room else stop(doc, part.i, part.i + room))]
        kept.append(part)
        room -= part.j - part.i
    return kept


def stop(doc: Doc, i: int, j: int) -> int:
    """Where a sentence that begins at `i` can be broken off before `j`: at its last comma there."""
    return next((k for k in range(j, (i + j) // 2, -1) if doc[k].text in STOPS), j)


def clipped(part: Extent, clause: Extent, doc: Doc) -> Extent:
    return extent(doc, max(part.i, clause.i), min(part.j, clause.j))


def quoted(parts: list[Extent], doc: Doc) -> str:
    """The words of a quotation without its marks, joined by the comma that a report in their middle has taken."""
    text = ""
    for part in parts:
        words = " ".join(words_at(doc, part).split())
        joint = ", " if text.endswith(",") else " " if text else ""
        text = text.rstrip(" ,") + joint + words.strip(' “”"‘’')
    return text.rstrip(' ,“”"‘’')


def content_first(claim: Claim) -> bool:
    """Whether the words reported stand before the verb that reports them, or the report is no verb ("according to")."""
    content = claim.slots.get("content")
    return isinstance(content, Phrase) and content.at is not None and (content.at.i < claim.cue.i or "according" in claim.pattern)


def template(claim: Claim, who: str, layers: Layers) -> str | None:
    """Asks "Did X say: “...”?" of a quotation, "Did X say that ...?" of reported words."""
    content, doc = claim.slots.get("content"), layers.doc
    if not isinstance(content, Phrase) or content.at is None:
        return None
    direct = claim.slots.get("kind") == "direct"
    if content.at.j - content.at.i > REPORTED and not direct:
        return None
    head = doc[claim.head]
    verb = base(head) if is_verb(head) and base(head) in SAYING else "say"
    if direct:
        parts = within_reach(content.parts or (content.at,), claim, doc)
        text = quoted(parts, doc).rstrip(".,")
        broken = len(parts) == 1 and is_broken(doc, parts[0].j, content)
        return f"Did {who} {verb}: “{text}{' …' if broken else ''}”?"
    within = content.at.covers(claim.cue)
    fits = within or doc[content.at.i].tag_ not in NO_CLAUSE or is_fronted(doc[content.at.i], content.at, claim)
    if who.endswith(("'s", "’s")) or not fits:
        return None
    said = alone(claim, layers) if within or "according" in claim.pattern else None
    said = said or " ".join(words_of(part, layers, inside=True) for part in content.parts or (content.at,))
    return f"{helper(claim, head)} {who} {verb} that {said.rstrip('.')}?"


def is_broken(doc: Doc, end: int, content: Phrase) -> bool:
    """Whether a quotation goes on at token `end` with the same sentence."""
    inside = any(part.i < end < part.j for part in content.parts or (() if content.at is None else (content.at,)))
    return inside and not doc[end].is_sent_start


def is_fronted(first: Token, at: Extent, claim: Claim) -> bool:
    """Whether reported words begin with a phrase in front of their clause: "(that) despite the rain, the club won"."""
    opens = first.dep_ == "prep" and first.head.tag_ in FINITE and at.holds(first.head.i) and first.head.i > first.i
    return first.tag_ == "IN" and (opens or "according" in claim.pattern)


def alone(claim: Claim, layers: Layers) -> str | None:
    """What is reported, as a clause that stands alone; None where the report cannot be cut out of it."""
    made = compose(replace(claim, family="event"), layers)
    left = any(piece.i == claim.cue.i for piece in (*made.before, *made.subject, *made.predicate))
    return None if left else embedded(shortened(made, claim, layers.doc, SAID))


def helper(claim: Claim, verb: Token) -> str:
    """The auxiliary of the question: what people think is asked in the present."""
    if verb.tag_ not in {"VBP", "VBZ"} or verb.lemma_ not in MENTAL or claim.subject is None:
        return "Did"
    return "Do" if verb.tag_ == "VBP" and is_plural(verb.doc[claim.subject.j - 1]) else "Does"
