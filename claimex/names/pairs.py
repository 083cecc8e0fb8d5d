"""Mentions in order in; "the two", "both countries", "the former" and "the latter" out: with the two named things that they mean.

Only two plain candidates count: joined by "and" and not in a longer list, or the only two of their kind in the sentence
and the one before. Otherwise nothing is said.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from claimex.spans import Extent, extent

if TYPE_CHECKING:
    from claimex.names.words import Words

__all__ = ["Place", "find_pairs"]

ANY = ("PERSON", "GPE", "ORG")
KINDS = {"PERSON": "men women leaders presidents ministers premiers", "GPE": "countries nations states governments"}
JOINED = frozenset({"companies", "firms", "banks", "parties", "clubs", "carmakers", "airlines", "agencies", "teams"})
NOUNS = {noun: (label,) for label, nouns in KINDS.items() for noun in nouns.split()} | dict.fromkeys(JOINED, ("ORG", "GPE"))
ALONE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "RB", ".", ",", "IN", "POS", "''", "CC", "VBN", "VBG", "TO", ":", "-RRB-"})
PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative", "ROOT"})
TWO = 2


class Place(NamedTuple):
    """Where a thing is mentioned: tokens, entity and label."""

    i: int
    j: int
    entity: str
    label: str


def find_pairs(words: Words, places: list[Place]) -> list[tuple[Extent, tuple[str, ...]]]:
    """Each such phrase with the entities that it means: two, or one for "the former" and "the latter"."""
    found: list[tuple[Extent, tuple[str, ...]]] = []
    spots = [k for k, lower in enumerate(words.lower) if lower in {"two", "both", "former", "latter"}]
    if not spots or len(places) < TWO:
        return found
    places = sorted(place for place in places if place.label in ANY)
    starts = [place.i for place in places]
    sents = [sent.start for sent in words.doc.sents]
    for k in spots:
        phrase = phrase_at(words, k)
        if phrase is None:
            continue
        here = bisect_right(sents, k) - 1
        low = sents[max(0, here - 1)]
        near = [place for place in places[bisect_left(starts, low) : bisect_left(starts, phrase.i)] if not is_where(words, place)]
        if words.lower[k] in {"former", "latter"}:
            joined = last_joined(words, near, ANY)
            if joined is not None and not {"and", "or"} & set(words.lower[joined[1].j : k]):
                found.append((extent(words.doc, phrase.i, phrase.j), (joined[words.lower[k] == "latter"].entity,)))
            continue
        if phrase.labels == ("GPE",):
            near = [place for place in near if is_country(words, place)]
        two = meant(words, near, phrase.labels, (sents[here], low, k))
        if two is not None:
            found.append((extent(words.doc, phrase.i, phrase.j), two))
            for id_ in two:  # "Both agreed. The two countries ..."
                again = Place(phrase.i, phrase.j, id_, next(place.label for place in near if place.entity == id_))
                places.insert(at := bisect_right(starts, phrase.i), again)
                starts.insert(at, phrase.i)
    return found


def is_where(words: Words, place: Place) -> bool:
    """Whether a place is only where something happens: "signed it in Moscow"."""
    return place.label == "GPE" and place.i > 0 and words.lower[place.i - 1] in {"in", "at", "near", "outside"}


def is_country(words: Words, place: Place) -> bool:
    if words.lower[place.j - 1] in {"two", "both"} | NOUNS.keys():
        return place.label == "GPE"
    known = words.lexicon.place(words.name(place.i, place.j))
    return known is not None and known.same in {known.country, "Georgia"}


class Phrase(NamedTuple):
    """Tokens of "the two leaders", and what it can mean."""

    i: int
    j: int
    labels: tuple[str, ...]


def phrase_at(words: Words, k: int) -> Phrase | None:
    """The phrase around token `k`, if it points back to two things."""
    lower, n = words.lower[k], len(words.text)
    after = words.lower[k + 1] if k + 1 < n else ""
    if lower == "both":
        start = k
    elif k and words.lower[k - 1] == "the":
        start = k - 1
    else:
        return None
    if lower in {"two", "both"} and after in NOUNS and (k + 2 >= n or words.tags[k + 2][:2] not in {"NN", "WD"}):
        return Phrase(start, k + 2, NOUNS[after])
    token = words.doc[k]
    alone = k + 1 >= n or words.tags[k + 1] in ALONE
    if not alone or after in {"of", "-", "in"} or token.dep_ not in PARTS or (lower == "two" and words.tags[k][:2] == "NN"):
        return None
    return Phrase(start, k + 1, ANY)


def meant(words: Words, near: list[Place], labels: tuple[str, ...], at: tuple[int, int, int]) -> tuple[str, str] | None:
    """The two things; `at`: where the sentence, the one before it and the phrase begin."""
    here, low, k = at
    fresh = (i for i in range(low, k - 1) if words.lower[i] == "two" and "NNS" in words.tags[i + 1 : i + 4])
    if any(words.lower[i - 1] != "the" for i in fresh):
        return None  # "Two men were held. The two ..."
    joined = last_joined(words, near, labels)
    if joined is not None:
        others = {place.entity for place in near if place.i > joined[1].i and place.label == joined[0].label}
        if not others - {joined[0].entity, joined[1].entity}:
            return joined[0].entity, joined[1].entity
    if labels == ("ORG", "GPE"):
        return None  # firms and teams are named by the dozen
    for first in (here, low):
        ids = {label: list(dict.fromkeys(p.entity for p in near if p.label == label and p.i >= first)) for label in labels}
        if any(len(found) > TWO for found in ids.values()):
            return None
        twos = [found for found in ids.values() if len(found) == TWO]
        if twos:
            return (twos[0][0], twos[0][1]) if len(twos) == 1 else None
    return None


def last_joined(words: Words, near: list[Place], labels: tuple[str, ...]) -> tuple[Place, Place] | None:
    """The last "A and B" of one kind that is not the end of a list."""
    for n in range(len(near) - 2, -1, -1):
        one, two = near[n], near[n + 1]
        if one.label != two.label or one.label not in labels or one.entity == two.entity or not is_and(words, one, two):
            continue
        listed = n and near[n - 1].label == one.label and words.text[near[n - 1].j] == "," and near[n - 1].j == one.i - 1
        longer = n + 2 < len(near) and is_and(words, two, near[n + 2])
        return None if listed or longer else (one, two)
    return None


def is_and(words: Words, one: Place, two: Place) -> bool:
    """Whether "and" stands between two names, with no more than the second one's title: "Lee and President Park"."""
    between = words.lower[one.j : two.i]
    if not between or between[0] not in {"and", "&"} or len(between) > 4:  # noqa: PLR2004  # a title's words
        return False
    tags = words.tags[one.j + 1 : two.i]
    return all(tag in {"NNP", "NN", "JJ", "DT", "NNPS"} for tag in tags)
