"""A role and its time in; its status seen from the day of publication, out.

An article of 2020 that says "President Kennedy" does not say that he is it: who held a state's highest office until when is
known (office_terms.txt), and of others the date of the deed that is told tells ("In 1998, Education Minister X opened ...").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimex.lists import lines
from claimex.spans import words_at
from claimex.wording.roles import SINGLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimex.layers import Layers
    from claimex.names.entity import Role
    from claimex.wording.terms import Term

__all__ = ["status_of"]

YEARS = 2
POSTS = frozenset(
    {"senator", "nominee", "candidate", "mp", "congressman", "congresswoman", "representative", "justice", "councillor"}
)
BESIDE = frozenset({"title", "apposition"})  # as a predicate, the verb says it


def status_of(role: Role, term: Term | None, layers: Layers) -> str:
    """The status as the words say it, or "then" and "former" where the time says that the words are not of today."""
    if role.status != "current" or role.how not in BESIDE:
        return role.status
    if term is not None and term.over:
        after = layers.doc[role.words.j].lower_ if role.words.j < len(layers.doc) else ""
        own = role.how == "apposition" and term.words.split()[0].lower() == after  # "mayor from 2003 to 2011"
        if own:
            return "former"
        if is_long_ago(term, layers) and is_post(role, layers):
            return "then"
    return "then" if is_over(role, layers) else "current"


def is_long_ago(term: Term, layers: Layers) -> bool:
    """Whether the deed is told of so long ago that the office may have passed on."""
    published, last = layers.dates.publication.value, term.window.to
    if published is None or last is None:
        return False
    return int(published[:4]) - int(last[:4]) >= YEARS


def is_post(role: Role, layers: Layers) -> bool:
    """Whether it is an office, which passes on, and no trade, which stays: "fashion designer"."""
    words = words_at(layers.doc, role.title).lower().split()
    return any(word in SINGLE or word in POSTS for word in words)


def is_over(role: Role, layers: Layers) -> bool:
    """Whether the holder of a known office had left it before the publication."""
    published = layers.dates.publication.value
    title = words_at(layers.doc, role.title).lower()
    if published is None or "vice" in title or "deputy" in title:
        return False
    name = layers.names[role.entity].name.replace("’", "'")
    last = next((end for head, end in ended().get(name, ()) if title.endswith(head)), None)
    return last is not None and last < published


@cache
def ended() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """By name, the offices with the last day in each."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for line in lines("claimex.families.role", "office_terms.txt"):
        head, name, day = (part.strip() for part in line.split("|"))
        found[name] = (*found.get(name, ()), (head, day))
    return found
