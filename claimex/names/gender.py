"""What the article, and the first name, tell of a person's gender."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from claimex.names.entity import Role
    from claimex.names.who import Thing
    from claimex.names.words import Words

__all__ = ["gender_of"]

Gender = Literal["male", "female"]


def gender_of(words: Words, thing: Thing, roles: tuple[Role, ...]) -> Gender | None:
    """By title, then by role words and kin, then by first name; None where they are silent or at odds."""
    sets = words.lexicon.words
    said: Counter[Gender] = Counter()
    for spot in thing.spots:
        before = words.text[spot.i - 1] if spot.i else ""
        if before in sets["courtesy_male"]:
            said["male"] += 1
        elif before in sets["courtesy_female"]:
            said["female"] += 1
    return more(said) or by_first_name(words, thing) or by_role(words, thing, roles)


def more(said: Counter[Gender]) -> Gender | None:
    if said["male"] == said["female"]:
        return None
    return "male" if said["male"] > said["female"] else "female"


def by_first_name(words: Words, thing: Thing) -> Gender | None:
    for name in sorted(set(thing.names), key=lambda name: (-len(name.split()), name)):
        for part in name.split()[:-1]:
            found = words.lexicon.genders.get(part.title() if part.isupper() else part)
            if found is not None:
                return found
    return None


def by_role(words: Words, thing: Thing, roles: tuple[Role, ...]) -> Gender | None:
    sets = words.lexicon.words
    said: Counter[Gender] = Counter()
    near = [words.lower[spot.i - 1] for spot in thing.spots if spot.i]
    near += [words.lower[k] for role in roles for k in range(role.words.i, role.words.j)]
    for lower in near:
        if lower in sets["roles_male"] or lower in sets["kin_male"]:
            said["male"] += 1
        elif lower in sets["roles_female"] or lower in sets["kin_female"]:
            said["female"] += 1
    return more(said)
