"""The names layer's way in: entities repaired, linked and given their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.names.entity import Entity, Mention, Names
from claimex.names.headline import caps_spots
from claimex.names.kinds import SURE, Kinds, find_kinds, key_of
from claimex.names.roles import find_roles
from claimex.names.spots import Spot, Words, find_spots
from claimex.names.who import Thing, country, find_things
from claimex.spans import Extent, extent

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_names"]


def find_names(doc: Doc) -> Names:
    """Every entity of `doc` with its mentions, and every role."""
    words = Words(doc)
    spots = find_spots(words)
    kinds = find_kinds(words, spots)
    named = [(spot, label) for spot in spots if (label := label_of(words, spot, kinds))]
    named += caps_spots(words, named)
    named.sort(key=lambda pair: pair[0].i)
    things = find_things(words, named)
    ids = {spot.i: f"e{n}" for n, thing in enumerate(things, 1) for spot in thing.spots}
    roles = find_roles(words, named, ids)
    return Names(tuple(entity(words, n, thing) for n, thing in enumerate(things, 1)), roles)


def label_of(words: Words, spot: Spot, kinds: Kinds) -> str:
    """The label of one spot; "" for a proper noun about which the article says too little."""
    key = key_of(words.name(spot.i, spot.j))
    label = kinds[key]
    if not spot.label and kinds.votes[key].get(label, 0.0) < SURE:
        return ""
    return label


def entity(words: Words, n: int, thing: Thing) -> Entity:
    mentions = tuple(Mention(place(words, spot), "name") for spot in thing.spots)
    return Entity(f"e{n}", thing.label, thing.name, country(thing), mentions, thing.gender)


def place(words: Words, spot: Spot) -> Extent:
    """Where a name stands; a possessive that the tokenizer left in its last token is cut off."""
    at = extent(words.doc, spot.i, spot.j)
    text = words.doc.text[at.start : at.end]
    for mark in ("'s", "’s", "'", "’"):
        if text.endswith(mark) and len(text) > len(mark):
            return Extent(at.start, at.end - len(mark), at.i, at.j)
    return at
