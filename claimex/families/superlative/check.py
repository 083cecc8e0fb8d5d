"""How a superlative is checked: by looking for one that goes further on the same scale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.families._family import Check, Phrase
from claimex.spans import words_at
from claimex.wording.amounts import comparative
from claimex.wording.check import plain_check
from claimex.wording.deeds import indefinite
from claimex.wording.sentence import words_of
from claimex.wording.windows import back_window, period_date

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.spans import Extent
    from claimex.wording.sentence import Sentence

__all__ = ["check"]

RANKED = re.compile(r"(?:next|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))[- ]", re.IGNORECASE)
PREPOSITION = re.compile(r"(?:in|of|on|at|among|ever|from|across|for|by|to)\b", re.IGNORECASE)
AGES = {"youngest": "born", "oldest": "born", "eldest": "born"}


def check(claim: Claim, sentence: Sentence, layers: Layers) -> Check:
    """The claim as a question; refuted by a larger, older, better one."""
    if claim.polarity == "negated":
        return plain_check(claim, sentence, layers)
    plain = plain_check(claim, sentence, layers, refuted="")
    cue = words_at(layers.doc, claim.cue)
    window = back_window(claim, layers) if period_date(claim, layers) is not None else plain.window
    return Check(plain.question, refuted_by(claim, cue, layers), window, born(claim, cue, layers))


def refuted_by(claim: Claim, cue: str, layers: Layers) -> str:
    where = among(claim, layers)
    if RANKED.match(cue):
        return "a different place in the ranking"
    further = comparative(cue)
    if further is None:
        return "one that goes as far or further"
    if further in {"more", "less", "fewer"}:
        return f"one with {further}"
    of = claim.slots.get("of")
    if isinstance(of, Phrase) and of.at is not None and is_one(layers.doc, of.at) and where.startswith(" among "):
        return indefinite(f"{further} {where.removeprefix(' among ')}")
    return f"{indefinite(further)} one{where}"


def is_one(doc: Doc, at: Extent) -> bool:
    """Whether the words name a kind of thing in the singular: "crash", not "the city's banks"."""
    head = next((token for token in doc[at.i : at.j] if not at.holds(token.head.i)), doc[at.i])
    return head.tag_ == "NN" and doc[at.i].tag_ not in {"DT", "PRP$", "NNP", "IN"}


def among(claim: Claim, layers: Layers) -> str:
    """The comparison set, in words after "one"."""
    of = claim.slots.get("of")
    if not isinstance(of, Phrase):
        return ""
    words = words_of(of.at, layers) if of.at is not None else of.implied
    if not words:
        return ""
    return f" {words}" if PREPOSITION.match(words) else f" among {words}"


def born(claim: Claim, cue: str, layers: Layers) -> tuple[str, ...]:
    """The year of birth of the youngest or oldest "at 25"."""
    published = layers.dates.publication.value
    if cue.lower() not in AGES or published is None:
        return ()
    ages = [item for item in (layers.quantities[id_] for id_ in claim.quantities) if item.kind == "age"]
    when = next((layers.dates[id_].from_ for id_ in claim.dates if layers.dates[id_].from_), None) or published
    if not ages or not isinstance(ages[0].value, int) or ages[0].unit not in {None, "years", "year"}:
        return ()
    subject = words_of(claim.subject, layers) if claim.subject is not None else "the one meant"
    return (f"{subject} was born about {int(when[:4]) - ages[0].value}",)
