"""How a statement is checked: by the speaker's own words, or a record of the occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Check, Phrase
from claimex.syntax import is_verb
from claimex.wording.check import plain_check
from claimex.wording.sentence import words_of
from claimex.wording.verbs import base

if TYPE_CHECKING:
    from claimex.families._family import Claim
    from claimex.layers import Layers

__all__ = ["check"]

SAYING = frozenset({
    "say", "tell", "add", "write", "state", "announce", "claim", "report", "warn", "argue", "insist", "note", "explain",
    "reveal", "tweet", "confirm", "admit", "suggest", "believe", "think", "predict", "declare", "acknowledge", "estimate",
    "stress", "conclude", "find",
})  # fmt: skip
LONGEST = 60  # words of a quotation that a question can hold


def check(claim: Claim, statement: str, layers: Layers) -> Check:
    """Did the speaker say so?"""
    plain = plain_check(claim, statement, layers)
    who = words_of(claim.subject, layers) if claim.subject is not None else None
    if who is None:
        return Check(plain.question, "no record of anyone who said so, or one that says otherwise", plain.window)
    refuted = f"a record of the words of {who} that says otherwise, or none at all"
    asked = plain.question
    if asked.startswith("Is it true that"):
        asked = template(claim, lower(who), layers) or asked
    return Check(asked, refuted, plain.window)


def lower(who: str) -> str:
    head = who.split(maxsplit=1)[0] if who else ""
    return who[:1].lower() + who[1:] if head in {"The", "A", "An", "His", "Her", "Its", "Their", "One", "Some", "Police"} else who


def template(claim: Claim, who: str, layers: Layers) -> str | None:
    """Asks "Did X say: “...”?", where the quotation comes before its verb."""
    content = claim.slots.get("content")
    if not isinstance(content, Phrase) or content.at is None or len(layers.doc[content.at.i : content.at.j]) > LONGEST:
        return None
    head = layers.doc[claim.head]
    verb = base(head) if is_verb(head) and base(head) in SAYING else "say"
    text = layers.doc.text[content.at.start : content.at.end].strip(" \n,")
    if claim.slots.get("kind") == "direct":
        quoted = " ".join(text.strip("“”\"'‘’").split()).rstrip(",.")
        return f"Did {who} {verb if verb != 'tell' else 'say'}: “{quoted}”?"
    return None
