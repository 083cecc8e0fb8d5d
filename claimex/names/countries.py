"""The things named in; the country of each place and people, out, as far as names and the article say one.

What stands behind a comma decides first ("Paris, Texas"), then the tables; for a name that towns of several countries
share, the other places of the article, if they speak for one of these countries alone. A disputed or shared name that
nothing decides has no country.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.names.kinds import key_of
from claimex.names.lexicon import NATIONS, country_of

if TYPE_CHECKING:
    from claimex.names.lexicon import Place
    from claimex.names.who import Thing
    from claimex.names.words import Spot, Words

__all__ = ["find_countries"]

PLACES = frozenset({"GPE", "NORP"})
WIDEST = 3  # tokens of the state behind a comma


def find_countries(words: Words, things: list[Thing]) -> list[str | None]:
    """The ISO code of each thing, in their order; None where none is said, or not one only."""
    found = [said(words, thing) if thing.label in PLACES else None for thing in things]
    codes = {code for code in found if code is not None}
    for n, thing in enumerate(things):
        if found[n] is None and thing.label == "GPE":
            fit = codes & set(among(words, thing))
            found[n] = fit.pop() if len(fit) == 1 else None
    return found


def said(words: Words, thing: Thing) -> str | None:
    """By the state behind a comma, if there is one and all of them agree; else by the tables."""
    behind = {code for spot in thing.spots if (code := state_behind(words, spot)) is not None} if thing.label == "GPE" else set()
    if behind:
        return (behind.pop() or None) if len(behind) == 1 else None
    codes = {code for name in set(thing.names) if (code := country_of(key_of(name), thing.label)) is not None}
    return codes.pop() if len(codes) == 1 else None


def state_behind(words: Words, spot: Spot) -> str | None:
    """The country of the state in "Moscow, Idaho", "" in "Rome, Georgia"; None where no state, or one in a list, follows."""
    i = spot.j + 1
    if i >= len(words.text) or words.text[spot.j] != "," or is_state(words, spot.i, spot.j):
        return None
    for j in range(min(len(words.text), i + WIDEST), i, -1):
        place = words.lexicon.place(words.name(i, j))
        if place is not None and words.text[i][:1].isupper():
            listed = j < len(words.text) and words.lower[j] in {"and", "or"}
            return (place.country or "") if is_wide(words, words.name(i, j), place) and not listed else None
    return None


def is_state(words: Words, i: int, j: int) -> bool:
    place = words.lexicon.place(words.name(i, j))
    return place is not None and is_wide(words, words.name(i, j), place)


def is_wide(words: Words, name: str, place: Place) -> bool:
    """Whether it is a country or a state of one."""
    if place.label != "GPE":
        return False
    known = place.same != name or name in NATIONS or name.replace(" ", "_") in words.lexicon.words["provinces"]
    return known or name == "Georgia"


def among(words: Words, thing: Thing) -> tuple[str, ...]:
    place = words.lexicon.place(key_of(thing.name))
    return place.among if place is not None else ()
