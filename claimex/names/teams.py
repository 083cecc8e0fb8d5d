"""Named spots in; which towns and counties stand for their teams, out ("Leicestershire beat Somerset")."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from claimex.names.kinds import key_of

if TYPE_CHECKING:
    from claimex.names.words import Spot, Words

__all__ = ["find_teams"]

SCORE = re.compile(r"\d{1,3}([-–]\d{1,3})?")
AGAINST = frozenset(
    {"beat", "v", "vs", "versus", "against", "over", "joined", "joins", "join", "thrashed", "defeated", "edged", "signed", "left"}
)
WHERE = frozenset({"in", "at", "near", "outside", "around"})
LEAST = 4  # different words of sport in an article on sport
SHARE = 0.01  # of its words


def find_teams(words: Words, named: list[tuple[Spot, str]]) -> frozenset[int]:
    """First tokens of the places that are teams where they stand; none in an article that is not on sport."""
    sport = words.lexicon.words["sports"]
    seen = [lower for lower in words.lower if lower in sport]
    if len(set(seen)) < LEAST or len(seen) < SHARE * len(words.lower):
        return frozenset()
    places = [spot for spot, label in named if label in {"GPE", "LOC", "ORG", "FAC"} and is_town(words, spot)]
    plain = {spot.i for spot in places if is_team(words, spot)}
    mostly = Counter(key_of(words.name(spot.i, spot.j)) for spot in places if spot.i in plain)
    found = set(plain)
    for one, two in pairwise(places):  # "Essex, Derbyshire and Surrey"
        if (
            two.i - one.j == 1
            and words.lower[one.j] in {",", "and"}
            and {one.i, two.i} & plain
            and words.lower[one.i - 1] not in WHERE
        ):
            found |= {one.i, two.i}
    for spot in places:
        before = words.lower[spot.i - 1] if spot.i else ""
        if mostly[key_of(words.name(spot.i, spot.j))] and before not in WHERE and not dateline(words, spot):
            found.add(spot.i)
    return frozenset(found)


def is_town(words: Words, spot: Spot) -> bool:
    place = words.lexicon.place(words.name(spot.i, spot.j))
    return not spot.caps and (
        place is None
        or (
            place.label == "GPE"
            and place.same != place.country
            and (place.country is not None or bool(place.among))
            and not nation(place.same)
        )
    )


def nation(name: str) -> bool:
    return name in {"England", "Scotland", "Wales", "Northern Ireland", "Ulster"}


def is_team(words: Words, spot: Spot) -> bool:
    """Whether the words beside a place say that it plays."""
    sets = words.lexicon.words
    n = len(words.text)
    before = words.lower[spot.i - 1] if spot.i else ""
    k = spot.j
    after = words.lower[k] if k < n else ""
    if before in WHERE or (before == "," and after == ","):
        return False
    if words.lower[spot.j - 1] in {"city", "town", "united", "county"} and spot.j - spot.i > 1:
        return True
    if after in {"'s", "’s", "'"}:
        nearby = words.lower[k + 1 : k + 4]
        return any(word in sets["team_nouns"] for word in nearby) or (k + 1 < n and words.is_name_word(k + 1))
    if after in sets["sports_verbs"] or SCORE.fullmatch(after) is not None or after in {"v", "vs"}:
        return True
    if any(word in sets["team_nouns"] for word in words.lower[k : k + 2]) or (k < n and words.tags[k] in {"VBD", "VBZ", "VBP"}):
        return True
    return before in AGAINST or before in {"rivals", "champions", "leaders", "visitors", "hosts"}


def dateline(words: Words, spot: Spot) -> bool:
    return spot.j < len(words.text) and (words.starts_sentence(spot.i) and words.text[spot.j] in {"(", "-", "--", ","})
