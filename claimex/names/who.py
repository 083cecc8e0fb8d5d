"""Named spots in; which of them name the same thing, out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from claimex.names.kinds import key_of
from claimex.names.lexicon import country_of

if TYPE_CHECKING:
    from claimex.names.lexicon import Lexicon
    from claimex.names.words import Spot, Words

__all__ = ["Thing", "find_things"]

SUFFIXES = frozenset(
    [
        "inc",
        "inc.",
        "corp",
        "corp.",
        "co",
        "co.",
        "ltd",
        "ltd.",
        "llc",
        "plc",
        "group",
        "holdings",
        "company",
        "corporation",
        "party",
        "ag",
        "sa",
        "s.a.",
        "nv",
        "n.v.",
    ]
)
GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "&", "to", "de", "la", "et"})
PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "del",
        "della",
        "di",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "ter",
        "bin",
        "ibn",
        "al",
        "el",
    ]
)
SHORT_FORMS = {
    "Bill": "William", "Bob": "Robert", "Dick": "Richard", "Jim": "James", "Joe": "Joseph", "Mike": "Michael", "Tom": "Thomas",
    "Tony": "Anthony", "Chris": "Christopher", "Dan": "Daniel", "Dave": "David", "Ed": "Edward", "Jeff": "Jeffrey", "Ken": "Kenneth",
    "Matt": "Matthew", "Nick": "Nicholas", "Pete": "Peter", "Ron": "Ronald", "Sam": "Samuel", "Steve": "Stephen", "Ted": "Edward",
    "Tim": "Timothy", "Will": "William", "Andy": "Andrew", "Ben": "Benjamin", "Alex": "Alexander", "Don": "Donald", "Greg": "Gregory",
    "Hillary": "Hilary", "Liz": "Elizabeth", "Kate": "Katherine", "Maggie": "Margaret", "Sue": "Susan", "Nikki": "Nicola",
}  # fmt: skip


@dataclass(slots=True)
class Thing:
    """One thing named: its label and where its names stand, in order."""

    label: str
    spots: list[Spot] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # as written, one for each spot
    gender: Literal["male", "female"] | None = None

    @property
    def name(self) -> str:
        """The fullest name: the most words that are not in capitals, then the first given."""
        return max(self.names, key=lambda name: (not name.isupper(), len(name.split()), len(name)))

    def add(self, spot: Spot, name: str) -> None:
        self.spots.append(spot)
        self.names.append(name)


def find_things(words: Words, named: list[tuple[Spot, str]]) -> list[Thing]:
    """One thing for each person, organisation, place ... that the (spot, label) pairs name, in order of first mention."""
    things: list[Thing] = []
    by_key: dict[tuple[str, str], Thing] = {}
    full = [(key_of(words.name(spot.i, spot.j)), label) for spot, label in named]
    persons = people(words, named)
    acronyms = initials(full)
    for (spot, label), (key, _) in zip(named, full, strict=True):
        if label == "PERSON":
            thing = persons[spot.i]
        else:
            known = (label, same_name(key, label, words.lexicon, acronyms))
            thing = by_key.setdefault(known, Thing(label))
        if not thing.spots:
            things.append(thing)
        thing.add(spot, words.name(spot.i, spot.j))
    return things


def same_name(key: str, label: str, lex: Lexicon, acronyms: dict[str, str]) -> str:
    """The key under which a name and its other forms fall together."""
    if label in {"GPE", "NORP"}:
        place = lex.place(key)
        if place is not None and place.label == label:
            return place.same
        return key
    if label == "ORG":
        key = acronyms.get(key, key)
        parts = key.split()
        while len(parts) > 1 and parts[-1].lower() in SUFFIXES:
            parts.pop()
        key = " ".join(parts).removesuffix(",")
    return key.upper() if len(key) > 5 else key  # noqa: PLR2004  # longer than an acronym: case says nothing


def initials(full: list[tuple[str, str]]) -> dict[str, str]:
    """Acronyms of the article to the organisation whose initials they are; ambiguous ones left out."""
    short = {key for key, label in full if label == "ORG" and key.isupper() and " " not in key}
    found: dict[str, set[str]] = {}
    for key, label in full:
        parts = key.split()
        if label != "ORG" or len(parts) < 2:  # noqa: PLR2004
            continue
        heads = "".join(part[0] for part in parts if part.lower() not in SMALL).upper()
        for made in {heads, "".join(part[0] for part in parts).upper(), heads[:-1]}:
            if made in short and len(made) > 1:
                found.setdefault(made, set()).add(key)
    return {short_: next(iter(names)) for short_, names in found.items() if len(names) == 1}


def people(words: Words, named: list[tuple[Spot, str]]) -> dict[int, Thing]:
    """The thing of each person's mention, by its first token: full names first, then the shorter ones by what is near."""
    things: list[Thing] = []
    found: dict[int, Thing] = {}
    parts = {spot.i: name_parts(words, spot) for spot, label in named if label == "PERSON"}
    keys: dict[int, list[list[str]]] = {}
    spots = [spot for spot, label in named if label == "PERSON"]
    for spot in spots:
        mine = parts[spot.i]
        if len(mine) < 2:  # noqa: PLR2004
            continue
        thing = next((thing for thing in things if any(compatible(mine, other) for other in keys[id(thing)])), None)
        if thing is None:
            thing = Thing("PERSON")
            things.append(thing)
            keys[id(thing)] = []
        keys[id(thing)].append(mine)
        found[spot.i] = thing
    for spot in spots:
        if spot.i not in found:
            thing = nearest(parts[spot.i], spot, things, keys, found)
            if thing is None:
                thing = Thing("PERSON")
                things.append(thing)
                keys[id(thing)] = []
            keys[id(thing)].append(parts[spot.i])
            found[spot.i] = thing
    return found


def name_parts(words: Words, spot: Spot) -> list[str]:
    """A person's name in its words, without marks, nicknames and generation."""
    found = [words.text[k].strip("'’\"“”.") for k in range(spot.i, spot.j)]
    found = [part.title() if part.isupper() and len(part) > 3 else part for part in found]  # noqa: PLR2004  # capitals of headlines
    return [part for part in found if part and part not in GENERATIONS] or found


def compatible(mine: list[str], other: list[str]) -> bool:
    """Whether two names of two words or more can be one person's."""
    if len(other) < 2 or mine == other:  # noqa: PLR2004
        return mine == other
    small, large = sorted((mine, other), key=len)
    if small[-1] == large[-1]:
        one, two = small[0], large[0]
        return (
            one == two
            or SHORT_FORMS.get(one, one) == SHORT_FORMS.get(two, two)
            or (min(len(one), len(two)) == 1 and one[0] == two[0])
            or small == large[-len(small) :]
        )
    return len(large) > len(small) and (large[: len(small)] == small or large[-len(small) :] == small)


def nearest(
    mine: list[str], spot: Spot, things: list[Thing], keys: dict[int, list[list[str]]], found: dict[int, Thing]
) -> Thing | None:
    """Of the persons whose full name has this word, best as surname, the one last named before it (else the first after)."""
    word = mine[-1] if mine else ""
    for fits in (ends_in, begins_with, holds, equals):
        able = {id(thing) for thing in things if any(fits(word, key) for key in keys[id(thing)])}
        if able:
            before = [i for i, thing in found.items() if i < spot.i and id(thing) in able]
            owner = owned(word, before, found, keys) if len(able) > 1 else None
            if owner is not None:
                return owner
            after = [i for i, thing in found.items() if i > spot.i and id(thing) in able]
            return found[max(before)] if before else found[min(after)]
    return None


def owned(word: str, before: list[int], found: dict[int, Thing], keys: dict[int, list[list[str]]]) -> Thing | None:
    """Of several persons with one surname, the one who has been called by it alone so far, if no other has."""
    owners = {id(found[i]): found[i] for i in before if [word] in keys[id(found[i])]}
    return next(iter(owners.values())) if len(owners) == 1 else None


def ends_in(word: str, key: list[str]) -> bool:
    return len(key) > 1 and (key[-1] == word or key[-1].endswith("-" + word))


def begins_with(word: str, key: list[str]) -> bool:
    return len(key) > 1 and key[0] == word


def holds(word: str, key: list[str]) -> bool:
    return word in key[1:] and word not in PARTICLES


def equals(word: str, key: list[str]) -> bool:
    return key == [word]


def country(thing: Thing) -> str | None:
    """The ISO code that a thing's names say: all those that say one agree."""
    codes = {code for name in thing.names if (code := country_of(key_of(name), thing.label)) is not None}
    return codes.pop() if len(codes) == 1 else None
