"""The names layer's way in: entities repaired, linked and given their roles."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from claimex.names.bodies import find_bodies
from claimex.names.countries import find_countries
from claimex.names.entity import Entity, Mention, Names
from claimex.names.gender import gender_of
from claimex.names.headline import caps_spots
from claimex.names.its import find_its
from claimex.names.kinds import SURE, Kinds, find_kinds, key_of
from claimex.names.nominals import find_nominals
from claimex.names.nonames import is_no_name
from claimex.names.pairs import Place, find_pairs
from claimex.names.pronouns import PRONOUNS, Person, find_pronouns
from claimex.names.roles import find_roles
from claimex.names.spots import find_spots
from claimex.names.sweep import known_again
from claimex.names.teams import find_teams
from claimex.names.they import find_they
from claimex.names.turns import turn_labels
from claimex.names.who import Thing, find_things
from claimex.names.words import Spot, Words
from claimex.spans import Extent, extent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from claimex.names.entity import Role

__all__ = ["find_names"]


def find_names(doc: Doc) -> Names:
    """Every entity of `doc` with its mentions, and every role."""
    words = Words(doc)
    spots = find_spots(words)
    kinds = find_kinds(words, spots)
    named = [(spot, label) for spot in spots if (label := label_of(words, spot, kinds))]
    named += known_again(words, named)
    named += caps_spots(words, named)
    named, shorts = turn_labels(words, named)
    named.sort(key=lambda pair: pair[0].i)
    things = find_things(words, named, shorts)
    ids = {spot.i: f"e{n}" for n, thing in enumerate(things, 1) for spot in thing.spots}
    roles = find_roles(words, named, ids)
    others = described(words, things, roles, named)
    teams = find_teams(words, named)
    places = [Place(spot.i, spot.j, ids[spot.i], label) for spot, label in named if not spot.caps]
    places += [Place(mention.at.i, mention.at.j, id_, "PERSON") for id_, mentions in others.items() for mention in mentions]
    for id_, mentions in [*find_they(words, places).items(), *bodies(words, things, named, places)]:
        others.setdefault(id_, []).extend(mentions)
    pairs = tuple(find_pairs(words, places))
    for at, pair in pairs:
        for id_ in pair:
            others.setdefault(id_, []).append(Mention(at, "nominal"))
    countries = find_countries(words, things)
    entities = tuple(
        entity(words, thing, Made(f"e{n}", country, tuple(others.get(f"e{n}", ()))), teams)
        for n, (thing, country) in enumerate(zip(things, countries, strict=True), 1)
    )
    return Names(entities, roles, pairs)


def bodies(
    words: Words, things: list[Thing], named: list[tuple[Spot, str]], places: list[Place]
) -> Iterator[tuple[str, list[Mention]]]:
    """The descriptions of organisations and countries, then the pronouns that mean them, by entity."""
    taken = {k: label for spot, label in named for k in range(spot.i, spot.j)}
    ids = [(f"e{n}", thing) for n, thing in enumerate(things, 1)]
    found = find_bodies(words, ids, taken)
    yield from found.items()
    there = [place for place in places if place.label in {"ORG", "GPE"}]
    there += [Place(mention.at.i, mention.at.j, id_, "ORG") for id_, mentions in found.items() for mention in mentions]
    yield from find_its(words, there).items()


def described(
    words: Words, things: list[Thing], roles: tuple[Role, ...], named: list[tuple[Spot, str]]
) -> dict[str, list[Mention]]:
    """The descriptions and pronouns of persons, by entity; sets each person's gender on the way."""
    by_entity: dict[str, list[Role]] = {}
    for role in roles:
        by_entity.setdefault(role.entity, []).append(role)
    persons = [(f"e{n}", thing) for n, thing in enumerate(things, 1) if thing.label == "PERSON"]
    for id_, thing in persons:
        thing.gender = gender_of(words, thing, tuple(by_entity.get(id_, ())))
    taken = {k: label for spot, label in named for k in range(spot.i, spot.j)}
    places = {
        k: place.same
        for spot, label in named
        if label in {"GPE", "NORP"}
        if (place := words.lexicon.place(words.name(spot.i, spot.j)))
        for k in range(spot.i, spot.j)
    }
    counts = Counter({id_: len(thing.spots) for id_, thing in persons})
    found = find_nominals(words, roles, taken, places, counts)
    spoken = [Person(spot.j - 1, id_, thing.gender, spot.i) for id_, thing in persons for spot in thing.spots if not spot.caps]
    genders = {id_: thing.gender for id_, thing in persons}
    spoken += [
        Person(mention.at.j - 1, id_, genders[id_], mention.at.i) for id_, mentions in found.items() for mention in mentions
    ]
    by_id = dict(persons)
    for id_, mentions in find_pronouns(
        words, spoken, frozenset(k for role in roles for k in range(role.words.i, role.words.j))
    ).items():
        found.setdefault(id_, []).extend(mentions)
        if by_id[id_].gender is None:
            by_id[id_].gender = PRONOUNS[words.lower[mentions[0].at.i]]
    return found


def label_of(words: Words, spot: Spot, kinds: Kinds) -> str:
    """The label of one spot; "" for a proper noun about which the article says too little."""
    key = key_of(words.name(spot.i, spot.j))
    label = kinds[key]
    if is_no_name(words, spot, key, kinds):
        return ""
    if label in {"PERSON", "ORG", ""} and is_town(
        words, spot
    ):  # also where a person of the article is called Lincoln or Washington
        return "GPE"
    if not spot.label and kinds.votes[key].get(label, 0.0) < SURE:
        return ""
    return label


def is_town(words: Words, spot: Spot) -> bool:
    """Whether its state follows behind a comma: "Lincoln, Nebraska", "Washington, D.C."."""
    k, n = spot.j, len(words.text)
    if k + 2 >= n or words.text[k] != "," or spot.j - spot.i > 2 or not words.is_name_word(spot.i):  # noqa: PLR2004
        return False
    for end in (k + 2, k + 3):
        if words.name(k + 1, end).replace(" ", "_") in words.lexicon.words["provinces"]:
            return (
                end >= n or words.text[end] in {",", ".", ")", ";"} or (words.text[end].islower() and words.text[end].isalpha())
            )
    return False


class Made(NamedTuple):
    """What is known of a thing besides its names."""

    id: str
    country: str | None
    others: tuple[Mention, ...]


def entity(words: Words, thing: Thing, made: Made, teams: frozenset[int]) -> Entity:
    """The record's entity; a place that is a team wherever it is named is an organisation, else only there."""
    label = thing.label if any(spot.i not in teams for spot in thing.spots) else "ORG"
    names = [Mention(place(words, spot), "name", "ORG" if spot.i in teams and label != "ORG" else None) for spot in thing.spots]
    mentions = tuple(sorted([*names, *made.others], key=lambda mention: mention.at))
    return Entity(made.id, label, thing.name, made.country, mentions, thing.gender)


def place(words: Words, spot: Spot) -> Extent:
    """Where a name stands; a possessive that the tokenizer left in its last token is cut off."""
    at = extent(words.doc, spot.i, spot.j)
    text = words.source[at.start : at.end]
    cut = len(text) - len(text.lstrip("-–'"))  # "-born", "-American": the hyphen stands in the token
    if 0 < cut < len(text):
        at = Extent(at.start + cut, at.end, at.i, at.j)
    for mark in ("'s", "’s", "'", "’"):
        if text.endswith(mark) and len(text) > len(mark) + cut:
            return Extent(at.start, at.end - len(mark), at.i, at.j)
    return at
