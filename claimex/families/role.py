"""A named person holds, held or will hold an office, a title, a job or a membership.

It can be checked against who held what when: a register, a biography, an archive of the organisation. "Mr", "Ms" and "Dr"
alone are no role, and neither is kinship ("his wife"). Each title of each name counts once in an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Cue, Family, Phrase, Reading
from claimex.families._role_check import check

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


def cues(layers: Layers) -> Iterable[Cue]:
    """One cue for each role of the names layer; its words."""
    return (Cue(role.how, role.words, role) for role in layers.names.roles)


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    del layers
    role: Role = cue.source
    yield Reading(
        cue=role.words,
        clause=role.clause,
        head=role.holder.j - 1,
        subject=role.holder,
        slots={
            "holder": Phrase(role.holder),
            "title": Phrase(role.title),
            "org": Phrase(role.org) if role.org is not None else None,
            "status": role.status,
        },
    )


FAMILY = Family(name="role", slots=SLOTS, read=read, check=check, cues=cues)
