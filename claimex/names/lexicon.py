"""What the names room knows of the world: countries, places, first names, and the words that tell what a name names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimex.lists import lines, word_sets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Lexicon", "Place", "country_of", "lexicon"]

Gender = Literal["male", "female"]

# Parts of a state: they share its code, but are not another name of it.
NATIONS = frozenset({
    "England", "Scotland", "Wales", "Northern Ireland", "Ulster", "English", "Englishman", "Englishmen", "Scottish", "Scot",
    "Scots",
    "Scotsman", "Welsh", "Welshman", "Northern Irish", "Greek Cypriot", "Turkish Cypriot", "Mainland China",
})  # fmt: skip


class Place(NamedTuple):
    """What the tables say of a name: its label, its country, and whether the name alone decides (not so "Lincoln")."""

    label: Literal["GPE", "NORP", "LOC"]
    country: str | None
    sure: bool
    same: str  # names with the same word here are one thing: "U.S." and "America"
    among: tuple[str, ...] = ()  # a place of this name in each of these countries


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables, loaded once. `places` by the name as written, `upper` by the name in capitals, `words` by their set's name."""

    places: Mapping[str, Place]
    upper: Mapping[str, str]
    genders: Mapping[str, Gender | None]
    words: Mapping[str, frozenset[str]]
    short_forms: Mapping[str, str]  # "Bill" -> "William"
    orgs: Mapping[str, str]  # an organisation's name in any of its forms -> the first of them

    def place(self, name: str) -> Place | None:
        """What the tables say of a name, with or without its article, also in capitals."""
        found = self.places.get(name)
        if found is None and name.isupper() and name in self.upper:
            return self.places[self.upper[name]]
        return self.places.get(name[4:]) if found is None and name[:4] in {"the ", "The "} else found

    def is_role(self, word: str) -> bool:
        """Whether a word, in any case, is the head of a role description in the singular: "minister", "ex-wife"."""
        word = word.lower()
        if word in self.words["roles"] or word.endswith(SCHOLARS):
            return True
        return word[3:] in self.words["roles"] if word[:3] == "ex-" else "-" in word and word.rsplit("-", 1)[1] in PLAIN_HEADS

    def is_plural_role(self, word: str) -> bool:
        word = word.lower()
        return (word[-1:] == "s" and self.is_role(word[:-1])) or (word[-3:] == "men" and word[:-3] + "man" in self.words["roles"])


SCHOLARS = ("ologist", "chemist", "ographer", "physicist", "economist", "scientist")
# "shop-owner", "team-mate": compounds are written with many heads, the office stands last.
PLAIN_HEADS = frozenset(
    {"owner", "general", "president", "minister", "chairman", "captain", "director", "editor", "founder", "mate"}
)


@cache
def lexicon() -> Lexicon:
    """Every table, read from the files beside this module."""
    places = dict(city_rows())
    places.update(country_rows())  # a state's name wins over a town's
    genders: dict[str, Gender | None] = {}
    for line in lines("claimex.names", "firstnames.txt"):
        which, _, names = line.partition(":")
        gender: Gender | None = "male" if which == "male" else "female" if which == "female" else None
        for name in names.split():
            genders[name] = None if name in genders else gender
    words = word_sets("claimex.names", "words.toml")
    upper = {name.upper(): name for name in places if len(name) > 3}  # noqa: PLR2004  # "US", "US" in a headline may be "us"
    short_forms = {line.split()[0]: line.split()[1] for line in lines("claimex.names", "shortforms.txt")}
    return Lexicon(places, upper, genders, words, short_forms, dict(org_rows()))


def org_rows() -> Iterator[tuple[str, str]]:
    """Organisations that are nothing else; a name that is only a hint ("?") is left to the words around it."""
    for line in lines("claimex.names", "orgs.txt"):
        for entry in line.partition(":")[2].split(","):
            forms = [form.strip() for form in entry.split("|")]
            yield from ((form, forms[0]) for form in forms if form[0] != "?")


def country_rows() -> Iterator[tuple[str, Place]]:
    for line in lines("claimex.names", "countries.txt"):
        code, names, people = (part.strip() for part in line.split("|"))
        country = None if code == "-" else code
        listed = [name.strip() for name in names.split(",") if name.strip()]
        for name in listed:
            same = name if country is None or name in NATIONS else country
            yield name, Place("GPE", country, name not in {"Jordan", "Chad", "Georgia", "Pole"}, same)
        for name in (name.strip() for name in people.split(",") if name.strip()):
            same = name if country is None or name in NATIONS else country
            here = Place("NORP", country, name not in {"Pole", "Turk", "Scot", "Dane", "Brit", "Kiwi", "Finn"}, same)
            yield name, here
            if name + "s" not in listed and name[-1] not in "hs" and not name.endswith(("ese", "men", "man")):
                yield name + "s", here


def city_rows() -> Iterator[tuple[str, Place]]:
    for line in lines("claimex.names", "places.txt"):
        code, _, names = line.partition(":")
        for entry in (name.strip() for name in names.split(",")):
            name = entry.lstrip("?")
            among = tuple(code.split("/")) if "/" in code else ()
            country = None if code in {"*", "LOC"} or entry != name or among else code
            yield name, Place("LOC" if code == "LOC" else "GPE", country, entry == name, name, among)


def country_of(name: str, label: str) -> str | None:
    """ISO 3166-1 code of the state that a place's or a people's name says; None where it says none, or not one only."""
    if label not in {"GPE", "NORP"}:
        return None
    found = lexicon().place(name)
    return found.country if found is not None else None
