"""A role claim in; the sentence that says who holds it, out: "Hamdullah Mohib is the Afghan ambassador."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.spans import extent
from claimex.wording.deeds import indefinite
from claimex.wording.pieces import Piece
from claimex.wording.sentence import Sentence, compose, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["role_sentence"]

# Offices that one person holds at a time: "the president"; of others there are several: "a senator".
SINGLE = frozenset({
    "president", "minister", "pm", "chancellor", "king", "queen", "pope", "prince", "princess", "ceo", "chief", "head", "leader",
    "director", "chairman", "chairwoman", "chair", "chairperson", "governor", "mayor", "ambassador", "secretary", "commander",
    "captain", "coach", "manager", "founder", "owner", "speaker", "premier", "emperor", "sultan", "emir", "commissioner",
    "treasurer", "editor", "boss", "spokesman", "spokeswoman", "spokesperson", "successor", "author", "creator", "inventor",
    "host", "principal", "dean",
})  # fmt: skip
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "one"})
BE = {"current": "is", "former": "is", "then": "was", "acting": "is", "next": "is"}


def role_sentence(claim: Claim, layers: Layers) -> Sentence:
    """Holder, "is" or "was", and the role's words as the article has them; the clause itself where it is a predicate."""
    holder = claim.slots.get("holder")
    role = next(
        (
            role
            for role in layers.names.roles
            if isinstance(holder, Phrase) and role.holder == holder.at and role.words.overlaps(claim.cue)
        ),
        None,
    )
    if role is None or role.how == "predicate":
        return compose(claim, layers)
    name = layers.names[role.entity].name
    words = words_of(with_owner(role.words, layers.doc), layers).rstrip(",")
    words = re.sub(r"^(?:the )?current ", "", words.removesuffix(" " + name), flags=re.IGNORECASE)
    return Sentence(
        (),
        (Piece(name, proper=True),),
        (Piece(BE[role.status], role="aux", base=BE[role.status]), Piece(with_article(words, role.status))),
    )


def with_owner(words: Extent, doc: Doc) -> Extent:
    """The role's words with what determines them: "his widow", "the company's chief", "the general secretary"."""
    if words.i == 0:
        return words
    before = doc[words.i - 1]
    if before.tag_ in {"DT", "PRP$"} and before.head.i >= words.i:
        return extent(doc, before.i, words.j)
    if before.tag_ == "POS":
        return extent(doc, before.head.left_edge.i, words.j)
    return words


def with_article(words: str, status: str) -> str:
    """The role's words as a predicate: "a former Army chief", "the Russian President", "an analyst"."""
    first, *_ = words.split() or [""]
    if first.lower() in DETERMINERS or "’s" in words or "'s" in words:
        return words
    if status == "then" and first.lower() == "then":
        words = words[len(first) :].lstrip(" -")
        return f"then {words}"
    if status == "former":
        return f"a {words}" if first.lower().startswith(("former", "ex", "one-time", "retired")) else f"{words}"
    if any(word.lower().strip(",") in SINGLE for word in words.split()):
        return f"the {words}"
    return indefinite(words)
