"""A participle, gerund or infinitive and the words of its clause in; the same as a finite predicate, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.wording.pieces import Piece
from claimex.wording.verbs import AUXILIARIES, AUXILIARY_DEPS, base, full_auxiliary, past, third_person

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["before_verb", "helpers_before", "is_participle", "made_finite", "marked"]

# "a town called X", "a race scheduled for May": it is so.
STANDING = frozenset({
    "know", "call", "base", "locate", "situate", "title", "entitle", "own", "name", "plan", "schedule", "expect", "set", "intend",
    "rank", "design", "dedicate", "slate", "bind", "aim",
})  # fmt: skip
# What is given has an object in the passive too: "(he was) given a year".
GIVING = frozenset({
    "give", "award", "grant", "offer", "pay", "send", "show", "teach", "tell", "ask", "owe", "deny", "allow", "name", "call",
    "elect", "make", "dub", "appoint", "hand", "fine", "promise", "sell", "consider", "title", "entitle", "nickname", "declare",
    "charge", "lend", "assign", "allot", "spare", "guarantee", "rate", "rank",
})  # fmt: skip
AGREED = frozenset({"is", "was", "has", "does"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_participle(verb: Token) -> bool:
    """Whether a verb without auxiliary is "held (in 2003)"; the tagger takes some of them for a past tense."""
    if any(c.dep_ in AUXILIARY_DEPS for c in verb.lefts):
        return False
    if verb.tag_ == "VBN":
        return True
    depends = verb.dep_ == "acl" or (verb.dep_ == "advcl" and verb.i < verb.head.i)
    return verb.tag_ == "VBD" and depends and verb.lemma_ != "be" and not has(verb, SUBJECTS | {"dobj", "ccomp", "expl"})


def has(verb: Token, deps: frozenset[str] | set[str]) -> bool:
    return any(c.dep_ in deps for c in verb.children)


def made_finite(verb: Token, pieces: list[Piece], *, tense: str, plural: bool) -> list[Piece]:
    """A finite verb in place of a participle or infinitive, in the claim's tense."""
    to_be = ("were" if plural else "was") if tense == "past" else ("are" if plural else "is")
    if any(c.tag_ == "TO" for c in verb.lefts):
        return [Piece(to_be, role="aux", base=to_be), *pieces]
    if is_participle(verb):
        if is_active(verb):
            return marked(pieces, verb.i, role="verb", base=base(verb), did="did")
        now = verb.lemma_ in STANDING  # else what the participle says is done: "guidelines established in 2015"
        to_be = ("are" if plural else "is") if now else ("were" if plural else "was")
        return before_verb([Piece(to_be, role="aux", base=to_be)], pieces, verb)
    if verb.tag_ == "VBG":
        return from_gerund(verb, pieces, tense=tense, plural=plural)
    if verb.tag_ == "VB":
        return marked(pieces, verb.i, role="verb", base=base(verb), did="do" if plural else "does")
    return from_helper(verb, pieces, to_be) if verb.tag_ == "VBN" else pieces


def from_helper(verb: Token, pieces: list[Piece], to_be: str) -> list[Piece]:
    """Makes "being released" into "is being released", and "having been told" into "had been told"."""
    for helper in verb.lefts:
        if helper.dep_ in AUXILIARY_DEPS and helper.lower_ == "having":
            return marked(reworded(pieces, helper.i, "had"), helper.i, role="aux", base="had")
        if helper.dep_ in AUXILIARY_DEPS and helper.lower_ == "being":
            return before_verb([Piece(to_be, role="aux", base=to_be)], pieces, helper)
    return pieces


def helpers_before(verb: Token, first: int) -> list[Piece]:
    """The verb's auxiliaries where they stand before token `first`, with its subject: "(It was also) found that ..."."""
    finite = next((c for c in verb.lefts if c.dep_ in AUXILIARY_DEPS and c.tag_ in AUXILIARIES), None)
    if finite is None or finite.i >= first:
        return []
    return [
        Piece(full_auxiliary(c) if c.dep_ in AUXILIARY_DEPS else c.lower_, c.i)
        for c in verb.lefts
        if c.i < first and (c.dep_ in AUXILIARY_DEPS or c.dep_ == "neg")
    ]


def is_active(verb: Token) -> bool:
    """Whether the tagger took a past tense for a participle: "the firm, a partnership, extended its offer"."""
    if has(verb, {"agent", "auxpass"}):
        return False
    if verb.lemma_ in STANDING and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.rights):  # "a craft scheduled to land"
        return False
    return verb.lemma_ == "end" or has(verb, SUBJECTS) or (has(verb, {"dobj"}) and verb.lemma_ not in GIVING)


def from_gerund(verb: Token, pieces: list[Piece], *, tense: str, plural: bool) -> list[Piece]:
    lemma = base(verb)
    helped = any(c.dep_ in AUXILIARY_DEPS for c in verb.lefts)
    if helped or (has(verb, SUBJECTS) and lemma != "be"):
        to_be = ("were" if plural else "was") if tense == "past" else ("are" if plural else "is")
        return before_verb([Piece(to_be, role="aux", base=to_be)], pieces, verb)
    if tense == "future":
        will = Piece("will", role="aux", base="will")
        return before_verb([will], reworded(pieces, verb.i, lemma), verb)
    text = past(lemma) if tense == "past" else (lemma if plural else third_person(lemma))
    did = "did" if tense == "past" else ("do" if plural else "does")
    if lemma == "be":
        to_be = ("were" if plural else "was") if tense == "past" else ("are" if plural else "is")
        return marked(reworded(pieces, verb.i, to_be), verb.i, role="aux", base=to_be)
    for also in verb.rights:  # "counting and weighing"
        if also.dep_ == "conj" and also.tag_ == "VBG" and not has(also, SUBJECTS | AUXILIARY_DEPS):
            other = base(also)
            form = past(other) if tense == "past" else (other if plural else third_person(other))
            pieces = marked(reworded(pieces, also.i, form), also.i, role="also", base=other)
    return marked(reworded(pieces, verb.i, text), verb.i, role="verb", base=lemma, did=did)


def before_verb(extra: list[Piece], pieces: list[Piece], verb: Token) -> list[Piece]:
    """The auxiliaries at the start of the predicate, or after the adverbs that open it."""
    k = next((k for k, p in enumerate(pieces) if p.i >= verb.left_edge.i), 0)
    if k == 0 and pieces and pieces[0].text == ",":  # of the subject: "Protesters, carrying placards"
        pieces = pieces[1:]
    return [*pieces[:k], *extra, *pieces[k:]]


def marked(pieces: list[Piece], i: int, *, role: str, base: str, did: str = "") -> list[Piece]:
    """The piece of token `i` with its role; a verb that was made to agree with a name ("I am" -> "is") keeps its new form."""
    return [
        p._replace(
            role=role,
            base=p.text if role == "aux" and p.text in AGREED else base,
            did="does" if did == "do" and (p.text in AGREED or p.text == third_person(base)) else did,
        )
        if p.i == i and not p.role
        else p
        for p in pieces
    ]


def reworded(pieces: list[Piece], i: int, text: str) -> list[Piece]:
    return [p._replace(text=text) if p.i == i else p for p in pieces]
