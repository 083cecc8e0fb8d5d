"""Named spots in; which of them name the same thing, out."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from claimex.names.kinds import key_of
from claimex.names.lexicon import lexicon

if TYPE_CHECKING:
    from claimex.names.lexicon import Lexicon
    from claimex.names.words import Spot, Words

__all__ = ["Thing", "find_things"]

LEAST_SPELT, ALIKE = 6, 0.85  # letters of a surname that can be misspelt; how like it must be to the right one
GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "&", "to", "de", "la", "et"})


Gender = Literal["male", "female"]


@dataclass(slots=True, eq=False)
class Thing:
    """One thing named: its label and where its names stand, in order."""

    label: str
    spots: list[Spot] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # as written, one for each spot
    gender: Gender | None = None

    @property
    def name(self) -> str:
        """The fullest name: the most words that are not in capitals, then the first given; of a people the most used."""
        if self.label == "NORP":
            return max(self.names, key=self.names.count)
        return max(self.names, key=lambda name: (not name.isupper(), len(name.split()), len(name)))

    def add(self, spot: Spot, name: str) -> None:
        self.spots.append(spot)
        self.names.append(name)


def find_things(words: Words, named: list[tuple[Spot, str]], shorts: dict[str, str] | None = None) -> list[Thing]:
    """One thing for each person, organisation, place ... that the (spot, label) pairs name, in order of first mention.

    `shorts`: letters that stand for a name of the article, by its key.
    """
    shorts = shorts or {}
    things: list[Thing] = []
    by_key: dict[tuple[str, str], Thing] = {}
    full = [(key_of(words.name(spot.i, spot.j)), label) for spot, label in named]
    persons = people(words, named, shorts)
    acronyms = initials(full) | shorts
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
        while len(parts) > 1 and parts[-1].lower() in lex.words["org_suffixes"]:
            parts.pop()
        key = " ".join(parts).removesuffix(",")
    if label == "EVENT" and key.count(" ") == 1 and key.split()[0].lower() in lex.words["storms"]:
        key = key.split()[1]  # "Hurricane Dorian" is later "Dorian"
    return key.upper() if len(key) > 5 else key  # noqa: PLR2004  # longer than an acronym: case says nothing


def initials(full: list[tuple[str, str]]) -> dict[str, str]:
    """Acronyms, and firms' first words, to the organisation that they stand for; ambiguous ones left out."""
    short = {key for key, label in full if label == "ORG" and " " not in key}
    found: dict[str, set[str]] = {}
    for key, label in full:
        parts = key.split()
        if label != "ORG" or len(parts) < 2:  # noqa: PLR2004
            continue
        heads = "".join(part[0] for part in parts if part.lower() not in SMALL).upper()
        first = {parts[0]} if parts[-1].lower() in lexicon().words["org_suffixes"] else set()
        for made in first | {heads, "".join(part[0] for part in parts).upper(), heads[:-1]}:
            if made in short and len(made) > 1:
                found.setdefault(made, set()).add(key)
    return {short_: next(iter(names)) for short_, names in found.items() if len(names) == 1}


def people(words: Words, named: list[tuple[Spot, str]], shorts: dict[str, str]) -> dict[int, Thing]:
    """The thing of each person's mention, by its first token: full names first, then the shorter ones by what is near."""
    known = Known()
    found: dict[int, Thing] = {}
    spots = [(spot, name_parts(words, spot)) for spot, label in named if label == "PERSON"]
    spots = [(spot, shorts[mine[0]].split() if len(mine) == 1 and mine[0] in shorts else mine) for spot, mine in spots]
    for spot, mine in spots:
        if len(mine) > 1:
            found[spot.i] = known.same(mine) or Thing("PERSON")
            if is_kin(words, spot.i) and id(found[spot.i]) not in known.places:
                known.kin.add(id(found[spot.i]))
            known.note(found[spot.i], mine, spot)
    for spot, mine in spots:
        if spot.i not in found:
            gender = called(words, spot)
            found[spot.i] = known.nearest(mine, spot, gender) or known.misspelt(mine, gender) or Thing("PERSON")
            known.note(found[spot.i], mine, spot)
    return found


def name_parts(words: Words, spot: Spot) -> list[str]:
    """A person's name in its words, without marks, nicknames and generation."""
    found = [words.text[k].strip("'’\"“”.") for k in range(spot.i, spot.j)]
    found = [part.title() if part.isupper() and len(part) > 3 else part for part in found]  # noqa: PLR2004  # capitals of headlines
    return [part for part in found if part and part not in GENERATIONS] or found


def compatible(mine: list[str], other: list[str]) -> bool:
    """Whether two names can be one person's: the same surname with fitting first names, or one the other's head or end."""
    if len(other) < 2 or mine == other:  # noqa: PLR2004
        return mine == other
    small, large = sorted((mine, other), key=len)
    if large[-len(small) :] == small:
        return True
    if small[-1] != large[-1]:
        return len(large) > len(small) and large[: len(small)] == small
    one, two = (lexicon().short_forms.get(name, name) for name in (small[0], large[0]))
    return one == two or (min(len(one), len(two)) == 1 and one[0] == two[0])


class Known:
    """The persons found so far, by every word of their names; each with the tokens where they are named."""

    def __init__(self) -> None:
        self.by_word: dict[str, list[Thing]] = {}
        self.keys: dict[int, list[list[str]]] = {}
        self.places: dict[int, list[int]] = {}
        self.kin: set[int] = set()  # who is first named as somebody's wife or son

    def same(self, mine: list[str]) -> Thing | None:
        """The person whose full name fits this one."""
        for word in (mine[-1], mine[0]):
            for thing in self.by_word.get(word, ()):
                if any(compatible(mine, other) for other in self.keys[id(thing)]):
                    return thing
        return None

    def nearest(self, mine: list[str], spot: Spot, gender: Gender | None) -> Thing | None:
        """Of the persons with this word in their name, best as surname, the one last named before it (else the first after).

        `gender`: as the title in front of it says ("Mrs Jones"); a first name of the other gender does not fit.
        """
        word = mine[-1] if mine else ""
        for fits in (ends_in, begins_with, holds, equals):
            able = [
                thing
                for thing in self.by_word.get(word, ())
                if any(fits(word, key) and agrees(key, gender) for key in self.keys[id(thing)])
            ]
            able = [thing for thing in able if id(thing) not in self.kin] or able  # "his daughter Ann Lee" is not "Lee"
            if able:
                before = [(at[k - 1], thing) for thing in able if (k := bisect_left(at := self.places[id(thing)], spot.i))]
                owners = [thing for _, thing in before if [word] in self.keys[id(thing)]]
                if len(owners) == 1:  # who alone has been called so before
                    return owners[0]
                if before:
                    return max(before, key=first_of)[1]
                return min(((self.places[id(thing)][0], thing) for thing in able), key=first_of)[1]
        return None

    def misspelt(self, mine: list[str], gender: Gender | None) -> Thing | None:
        """The one person whose surname is all but this one, behind a courtesy title: "Ms Lindquist" of Anna Lindqvist."""
        word = mine[-1] if len(mine) == 1 else ""
        if gender is None or len(word) < LEAST_SPELT or word in self.by_word:
            return None
        able = {
            id(thing): thing
            for other, things in self.by_word.items()
            if other[:1] == word[:1] and len(other) >= LEAST_SPELT and SequenceMatcher(None, word, other).ratio() >= ALIKE
            for thing in things
            if any(ends_in(other, key) and agrees(key, gender) for key in self.keys[id(thing)])
        }
        return next(iter(able.values())) if len(able) == 1 else None

    def note(self, thing: Thing, mine: list[str], spot: Spot) -> None:
        keys = self.keys.setdefault(id(thing), [])
        if mine not in keys:
            keys.append(mine)
            for word in {part for name in mine for part in (name, name.rsplit("-", 1)[-1])}:
                things = self.by_word.setdefault(word, [])
                if thing not in things:
                    things.append(thing)
        insort(self.places.setdefault(id(thing), []), spot.i)


def is_kin(words: Words, i: int) -> bool:
    """Whether a name that begins at token `i` follows on what its bearer is to another person: "his wife, Ann Lee"."""
    k = i - 1 - (i > 1 and words.text[i - 1] == ",")
    return k >= 0 and (words.word("kin_male", k) or words.word("kin_female", k))


def called(words: Words, spot: Spot) -> Gender | None:
    """The gender that a title in front of a name says."""
    if spot.i and words.is_any(spot.i - 1, "courtesy_male"):
        return "male"
    return "female" if spot.i and words.is_any(spot.i - 1, "courtesy_female") else None


def agrees(key: list[str], gender: Gender | None) -> bool:
    """Whether a full name can be of a person of that gender."""
    return gender is None or lexicon().genders.get(key[0]) in {None, gender}


def first_of(pair: tuple[int, Thing]) -> int:
    return pair[0]


def ends_in(word: str, key: list[str]) -> bool:
    return len(key) > 1 and (key[-1] == word or key[-1].endswith("-" + word))


def begins_with(word: str, key: list[str]) -> bool:
    return len(key) > 1 and key[0] == word


def holds(word: str, key: list[str]) -> bool:
    return word in key[1:] and word[0].isupper()


def equals(word: str, key: list[str]) -> bool:
    return key == [word]
