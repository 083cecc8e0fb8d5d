"""What the article, and the first name, tell of a person's gender."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from claimex.names.entity import Role
    from claimex.names.spots import Words
    from claimex.names.who import Thing

__all__ = ["gender_of"]

Gender = Literal["male", "female"]


def gender_of(words: Words, thing: Thing, roles: tuple[Role, ...]) -> Gender | None:
    """By title, then by role words and kin, then by first name; None where they are silent or at odds."""
    sets = words.lexicon.words
    said: Counter[Gender] = Counter()
    for spot in thing.spots:
        before = words.text[spot.i - 1] if spot.i else ""
        lower = before.lower()
        if before in sets["courtesy_male"]:
            said["male"] += 3
        elif before in sets["courtesy_female"]:
            said["female"] += 3
        for where in (lower, words.lower[spot.i - 2] if spot.i > 1 and before == "," else ""):
            if where in sets["roles_male"] or where in sets["kin_male"]:
                said["male"] += 2
            elif where in sets["roles_female"] or where in sets["kin_female"]:
                said["female"] += 2
    for role in roles:
        for k in range(role.words.i, role.words.j):
            if words.lower[k] in sets["roles_male"]:
                said["male"] += 2
            elif words.lower[k] in sets["roles_female"]:
                said["female"] += 2
    if said and said["male"] != said["female"]:
        return "male" if said["male"] > said["female"] else "female"
    for name in sorted(set(thing.names), key=lambda name: (-len(name.split()), name)):
        for part in name.split()[: max(1, len(name.split()) - 1)]:
            found = words.lexicon.genders.get(part.title() if part.isupper() else part)
            if found is not None and (" " in name or len(thing.names) == 1 or name in thing.names):
                return found if " " in name else None
    return None
