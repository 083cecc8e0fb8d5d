"""A role claim in; the sentence that says who holds it, out: "Hamdullah Mohib is the Afghan ambassador."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.spans import extent, words_at
from claimex.wording.deeds import indefinite
from claimex.wording.pieces import Piece
from claimex.wording.sentence import Sentence, compose, words_of
from claimex.wording.terms import term_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.names.entity import Role
    from claimex.spans import Extent

__all__ = ["AT_THE_TIME", "SINGLE", "role_of", "role_sentence"]

# Offices that one person holds at a time: "the president"; of others there are several: "a senator".
SINGLE = frozenset({
    "president", "minister", "pm", "chancellor", "king", "queen", "pope", "prince", "princess", "ceo", "chief", "head", "leader",
    "director", "chairman", "chairwoman", "chair", "chairperson", "governor", "mayor", "ambassador", "secretary", "commander",
    "captain", "coach", "manager", "founder", "owner", "speaker", "premier", "emperor", "sultan", "emir", "commissioner",
    "treasurer", "editor", "boss", "spokesman", "spokeswoman", "spokesperson", "successor", "author", "creator", "inventor",
    "host", "principal", "dean", "winner",
})  # fmt: skip
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "one"})
MANY = frozenset({"the", "two", "three", "four", "five", "six", "both", "other", "several", "many", "all", "these", "those"})
BE = {"current": "is", "former": "is", "then": "was", "acting": "is", "next": "is"}
NOW = re.compile(r"(?:the )?(?:current|incumbent|sitting|present) ", re.IGNORECASE)
THEN = re.compile(r"(?:the )?then[- ]", re.IGNORECASE)
OWNED = re.compile(r"^(?:\w+ly|once|now) (?:the|an?) |['’]s\b|\b[A-Z]\w*s['’] ")
AT_THE_TIME = "at the time"


def role_sentence(claim: Claim, layers: Layers) -> Sentence:
    """Holder, "is" or "was", the role's words and its time; the clause itself where it is a predicate."""
    role = role_of(claim, layers)
    if role is None or role.how == "predicate":
        return compose(claim, layers)
    name = layers.names[role.entity].name
    term = term_of(role, layers)
    status = str(claim.slots.get("status") or role.status)  # seen from the publication
    be = "was" if term is not None and term.over else BE[status]
    pieces = [Piece(be, role="aux", base=be), Piece(described(role, name, layers))]
    if term is not None:
        pieces.append(Piece(term.words))
    elif status == "then":
        pieces.append(Piece(AT_THE_TIME))
    return Sentence((), (Piece(name, proper=True),), tuple(pieces))


def role_of(claim: Claim, layers: Layers) -> Role | None:
    """The names layer's role that the claim was made of."""
    holder = claim.slots.get("holder")
    if not isinstance(holder, Phrase):
        return None
    return next((role for role in layers.names.roles if role.holder == holder.at and role.words.overlaps(claim.cue)), None)


def described(role: Role, name: str, layers: Layers) -> str:
    """The role's words after "is": "the Afghan ambassador", "an analyst", "with the Labour Party"."""
    if role.how == "member" and role.org is not None:
        return f"with {words_of(with_owner(role.org, layers.doc), layers, inside=True)}"
    full = fuller(role, layers)
    said = words_of(with_owner(full.words, layers.doc), layers, inside=True).rstrip(",")
    words = of_one(said, full, layers.doc)
    if words != said:
        return indefinite(words)
    if full.org is not None and full.how == "title" and full.org.i >= full.holder.j:  # "Senator X of Ohio"
        words += " of " + words_of(with_owner(full.org, layers.doc), layers, inside=True)
    words = words[len("another ") :] if words.lower().startswith("another ") else words
    words = THEN.sub("", NOW.sub("", words.removesuffix(" " + name), count=1), count=1)
    return with_article(words, role.status)


def of_one(words: str, role: Role, doc: Doc) -> str:
    """The words before several names as said of one of them: "(three former) presidents" -> "president"."""
    last = doc[role.words.j - 1]
    if role.how != "title" or last.tag_ not in {"NNS", "NNPS"} or last.lower_.endswith("ics"):
        return words
    if not words.lower().endswith(last.lower_) or " of " in words:
        return words
    words = words[: -len(last.text)] + singular(words[-len(last.text) :])
    first, _, rest = words.partition(" ")
    return rest if first.lower() in MANY and rest else words


def singular(noun: str) -> str:
    """A plural noun of persons as of one: "secretaries" -> "secretary", "women" -> "woman"."""
    lower = noun.lower()
    if lower.endswith("men"):
        return noun[:-2] + "an"
    if lower.endswith("ies"):
        return noun[:-3] + "y"
    if lower.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if lower.endswith("s") and not lower.endswith("ss") else noun


def fuller(role: Role, layers: Layers) -> Role:
    """The same role where the article says it with its organisation: "Russian President Putin" for "President Putin"."""
    doc = layers.doc
    if role.org is not None or role.how != "title" or with_owner(role.words, doc) != role.words:
        return role
    title = words_at(doc, role.title).lower()
    others = (r for r in layers.names.roles if r.entity == role.entity and r.org is not None and r.how == "title")
    return next((r for r in others if r.status == role.status and words_at(doc, r.title).lower() == title), role)


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
    if first.lower() in DETERMINERS or OWNED.search(words.partition(" of ")[0]):
        return words
    if status == "former":
        return indefinite(words)
    if any(word.lower().strip(",").removesuffix("-elect").removesuffix("-designate") in SINGLE for word in words.split()):
        return f"the {words}"
    return indefinite(words)
