"""Ages and births of one person in; whether they agree, out: "She is 40" and "Lopez was born in 1981"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.links.link import Link, link
from claimex.wording.dates import short_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.families._family import Claim
    from claimex.layers import Layers

__all__ = ["life_links"]

NAMED_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
YEARS = frozenset({None, "year", "years"})
DAY = len("2022-02-08")
OFF = 2  # years: by one, the age may have been told before or after a birthday
ADULT = 110  # years old at most


def life_links(claims: tuple[Claim, ...], layers: Layers) -> Iterator[Link]:
    """The age of a person today with the date of birth."""
    published = layers.dates.publication.value
    if published is None:
        return
    births: dict[str, list[tuple[Claim, str]]] = defaultdict(list)
    for claim in claims:
        if claim.family == "event" and layers.doc[claim.head].lemma_ == "bear" and is_plain(claim):
            day, who = day_of(claim, layers), person_of(claim, layers)
            if day is not None and who is not None:
                births[who].append((claim, day))
    if not births:
        return
    for claim in claims:
        who = person_of(claim, layers) if claim.family == "quantity" and is_plain(claim) and not claim.dates else None
        age = age_of(claim, layers) if who in births else None
        if who is not None and age is not None:
            yield from compared(claim, age, births[who], published, layers.names[who].name)


def compared(claim: Claim, age: int, births: list[tuple[Claim, str]], published: str, name: str) -> Iterator[Link]:
    for birth, day in births:
        oldest, youngest = ages_at(day, published)
        why = f"{name} was born {short_words(day)} and would be {youngest if youngest == oldest else f'{youngest} or {oldest}'}"
        if youngest <= age <= oldest:
            yield link("corroborates", birth, claim, f"{why} {short_words(published)}")
        elif youngest > OFF and oldest < ADULT and not youngest - OFF <= age <= oldest + OFF and claim.tense != "past":
            yield link("contradicts", birth, claim, f"{why} {short_words(published)}, not {age}")


def ages_at(born: str, day: str) -> tuple[int, int]:
    """The ages, oldest first, that one born then can have on a day; each may be known to the month or year only."""
    years = int(day[:4]) - int(born[:4])
    if len(born) == len(day) == DAY:
        age = years - (born[5:] > day[5:])
        return age, age
    return years, years - 1


def day_of(claim: Claim, layers: Layers) -> str | None:
    time = claim.slots.get("time")
    timex = layers.dates[time.date] if isinstance(time, Phrase) and time.date else None
    if timex is None or timex.mod is not None or timex.value is None or not NAMED_DAY.fullmatch(timex.value):
        return None
    return timex.value


def person_of(claim: Claim, layers: Layers) -> str | None:
    """The person that the claim's subject is: named, or meant by a pronoun, and nobody else named beside."""
    at = claim.subject
    hit = layers.names.at(at.i) if at is not None else None
    if at is None or hit is None or hit[0].label != "PERSON" or hit[1].at.j < at.j:
        return None
    return hit[0].id


def age_of(claim: Claim, layers: Layers) -> int | None:
    """The exact age that a claim gives its subject."""
    item = layers.quantities[claim.quantities[0]] if claim.quantities else None
    if item is None or item.kind != "age" or item.approx != "exact" or item.unit not in YEARS or not isinstance(item.value, int):
        return None
    return item.value


def is_plain(claim: Claim) -> bool:
    return claim.polarity == "affirmed" and claim.certainty == "asserted"
