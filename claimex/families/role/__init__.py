"""A named person holds, held or will hold an office, a title, a job or a membership.

It can be checked against who held what when: a register, a biography, an archive of the organisation. "Mr", "Ms" and "Dr"
alone are no role, and neither is kinship ("his wife"). Each title of each name counts once in an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Cue, Family, Phrase, Reading
from claimex.families.role.check import check
from claimex.families.role.status import status_of
from claimex.wording.terms import term_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimex.layers import Layers
    from claimex.names.entity import Role

__all__ = ["FAMILY"]

SLOTS = {
    "holder": "the person's name",
    "title": "the office itself, without status and organisation",
    "org": "the organisation or country",
    "status": "current, former, then, acting or next",
}

TENSES = {"former": "past", "then": "past", "next": "future"}
STYLES = frozenset(
    {"most rev", "right rev", "rt rev", "very rev", "hon", "rt hon", "right hon", "esq", "sir", "dame", "lord", "lady"}
)
SHIPS = frozenset({"MV", "MS", "SS", "HMS", "USS", "MT", "RV", "USNS", "HMAS", "INS"})
DOUBTS = frozenset({"alleged", "suspected", "purported", "reputed"})  # "alleged gang leader X"


def cues(layers: Layers) -> Iterable[Cue]:
    """One cue for each role of the names layer; its words."""
    return (Cue(role.how, role.words, role) for role in layers.names.roles)


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    """The role says how it is held, not the clause that the name stands in: "President Lee has not resigned" affirms it."""
    role: Role = cue.source
    if is_style(role, layers):
        return
    said = role.how == "predicate"  # "he may be the mayor" is as its clause says it
    term = term_of(role, layers)
    past = term is not None and term.over
    status = status_of(role, term, layers)
    yield Reading(
        cue=role.words,
        clause=role.clause,
        head=role.holder.j - 1,
        subject=role.holder,
        slots={
            "holder": Phrase(role.holder),
            "title": Phrase(role.title),
            "org": Phrase(role.org) if role.org is not None else None,
            "status": status,
        },
        when=term.date if term is not None else None,
        polarity=None if said else "affirmed",
        certainty=None if said else certainty_of(role, layers),
        tense=None if said else "past" if past else TENSES.get(status, "present"),
    )


def is_style(role: Role, layers: Layers) -> bool:
    """Whether the words only address somebody ("Most Rev."), or stand in a ship's name ("MV Professor Lee")."""
    doc, at = layers.doc, role.title
    words = " ".join(token.lower_.rstrip(".") for token in doc[at.i : at.j])
    if role.how == "title" and words == "doctor":
        return True
    return words in STYLES or (at.i > 0 and doc[at.i - 1].text in SHIPS) or doc[at.i].text in SHIPS


def certainty_of(role: Role, layers: Layers) -> str:
    at = role.clause
    return "hedged" if any(token.lower_ in DOUBTS for token in layers.doc[at.i : at.j]) else "asserted"


FAMILY = Family(name="role", slots=SLOTS, read=read, check=check, cues=cues)
