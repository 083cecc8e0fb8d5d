"""How a role is checked: by who held the office at the time of publication, or at the time that the article gives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.families._family import Check, Phrase, Window
from claimex.spans import words_at
from claimex.wording.pieces import Piece
from claimex.wording.question import question
from claimex.wording.roles import AT_THE_TIME, role_of
from claimex.wording.terms import term_of

if TYPE_CHECKING:
    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.wording.sentence import Sentence

__all__ = ["check"]


def check(claim: Claim, sentence: Sentence, layers: Layers) -> Check:
    """Is the holder what the article says, or was it then?"""
    status = claim.slots.get("status")
    role = role_of(claim, layers)
    term = term_of(role, layers) if role is not None else None
    published = layers.dates.publication.value
    window = Window(published, published) if published is not None and status in {"current", "acting"} else None
    window = term.window if term is not None else window
    shown = f"{holder(claim, layers)} {office(claim, layers)}"
    if claim.polarity == "negated":
        return Check(question(sentence), f"a record that shows {shown}", window)
    if window is None and status in {"former", "then"}:
        return Check(question(ever(sentence)), f"records that never show {shown}", window)
    when = f" {term.words}" if term is not None else " at the time" if window is not None else ""
    return Check(question(sentence), f"a record that does not show {shown}{when}", window)


def holder(claim: Claim, layers: Layers) -> str:
    found = claim.slots.get("holder")
    hit = layers.names.at(found.at.i) if isinstance(found, Phrase) and found.at is not None else None
    return hit[0].name if hit is not None else "the person"


def office(claim: Claim, layers: Layers) -> str:
    """Makes "as prime minister"; of a member, "with the Labour Party"."""
    title, org = claim.slots.get("title"), claim.slots.get("org")
    if claim.pattern.endswith("member") and isinstance(org, Phrase) and org.at is not None:
        return f"with {words_at(layers.doc, org.at)}"
    if not isinstance(title, Phrase) or title.at is None:
        return "as what is said"
    doc, at = layers.doc, title.at
    words = words_at(doc, at)
    if doc[at.i].is_sent_start and doc[at.i].tag_ not in {"NNP", "NNPS"}:
        words = words[:1].lower() + words[1:]
    after = org.at if isinstance(org, Phrase) else None
    if after is not None and at.j < after.i <= at.j + 2 and doc[at.j].lower_ in {"of", "for", "at", "in"}:
        words += f" {doc[at.j : after.j].text}"  # "as nominee of the party"
    return f"as {words}"


def ever(sentence: Sentence) -> Sentence:
    """Without "at the time", which says nothing by itself: "Was X ever president?"."""
    if not sentence.predicate or sentence.predicate[-1].text != AT_THE_TIME:
        return sentence
    first, *rest = sentence.predicate[:-1]
    return replace(sentence, predicate=(first, Piece("ever"), *rest))
