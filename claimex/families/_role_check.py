"""How a role is checked: by who held the office at the time of publication, or once held it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Check, Phrase, Window
from claimex.spans import words_at
from claimex.wording.pieces import Piece
from claimex.wording.question import question
from claimex.wording.sentence import Sentence

if TYPE_CHECKING:
    from claimex.families._family import Claim
    from claimex.layers import Layers

__all__ = ["check"]


def check(claim: Claim, sentence: Sentence, layers: Layers) -> Check:
    """Is the holder what the article says?"""
    status = claim.slots.get("status")
    published = layers.dates.publication.value
    now = Window(published, published) if published is not None and status in {"current", "acting"} else None
    title = claim.slots.get("title")
    office = words_at(layers.doc, title.at) if isinstance(title, Phrase) and title.at is not None else "the role"
    holder = claim.slots.get("holder")
    hit = layers.names.at(holder.at.i) if isinstance(holder, Phrase) and holder.at is not None else None
    who = hit[0].name if hit is not None else "the person"
    if claim.polarity == "negated":
        return Check(question(sentence), f"a record that shows {who} as {office}", now)
    ever = "" if status in {"current", "acting", "next"} else " ever"
    refuted = f"a record that does not show {who} as {office}{' at the time' if now else ever}"
    return Check(question(trimmed(sentence)), refuted, now)


def trimmed(sentence: Sentence) -> Sentence:
    """Without "then", which has lost its time: "Was X president?"."""
    *rest, last = sentence.predicate or (Piece(""),)
    return Sentence(
        sentence.before, sentence.subject, (*rest, Piece(last.text.removeprefix("then "), last.i, last.space, role=last.role))
    )
