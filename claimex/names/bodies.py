"""Named things in; the descriptions that mean one of them ("the court", "the company", "the country"), out.

A body's description holds the word by which it is named ("the court" of the Dunford High Court); a firm's, where one firm only
is told by its name's end; "the country" where one country only is named. With two of a kind nothing is said.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from claimex.names.entity import Mention
from claimex.spans import extent

if TYPE_CHECKING:
    from claimex.names.who import Thing
    from claimex.names.words import Words

__all__ = ["find_bodies"]

FIRMS = frozenset({"company", "firm", "corporation", "carmaker", "manufacturer", "retailer", "insurer", "airline"})
FIRM_ENDS = frozenset(
    {"inc", "inc.", "corp", "corp.", "co", "co.", "ltd", "ltd.", "llc", "plc", "holdings", "company", "corporation", "gmbh"}
)
COUNTRY = frozenset({"country", "nation"})
KINDS = frozenset({
    "party", "court", "university", "college", "ministry", "department", "agency", "commission", "committee", "council", "union",
    "church", "hospital", "school", "museum", "league", "federation", "association", "bank", "club", "society", "institute",
    "foundation", "parliament", "senate", "bureau", "board", "authority", "tribunal", "theatre", "academy", "navy",
    "army", "airline", "newspaper", "zoo", "trust",
})  # fmt: skip
NOUNS = KINDS | FIRMS | COUNTRY
# What follows makes it another one: "the party of", "the court that", "the company's rival" is the same company.
OTHER = frozenset({"of", "that", "which", "in", "for", "at", "where", "to"})
FAR_AHEAD, MANY = 3, 4  # times as often named as any other; at least so often
BACK = 6  # sentences that a description reaches back


def find_bodies(words: Words, things: list[tuple[str, Thing]], taken: dict[int, str]) -> dict[str, list[Mention]]:
    """Mentions by entity; `things`: the named things with their ids."""
    found: dict[str, list[Mention]] = {}
    nouns = [k for k, lower in enumerate(words.lower) if lower in NOUNS]
    spots = [k for k in nouns if k and words.lower[k - 1] == "the" and is_alone(words, k, taken)]
    if not spots:
        return found
    kinds = by_kind(words, things)
    starts = [sent.start for sent in words.doc.sents]
    bodies = sorted((spot.i, id_) for id_, thing in things if thing.label == "ORG" for spot in thing.spots)
    often = Counter(id_ for _, id_ in bodies).most_common(2)
    for k in spots:
        noun = "company" if words.lower[k] in FIRMS and words.lower[k] not in kinds else words.lower[k]
        noun = "country" if noun in COUNTRY else noun
        owners = sorted(kinds.get(noun, {}).items(), key=lambda pair: -len(pair[1].spots))
        if not owners or (len(owners) > 1 and not (noun == "company" and is_far_ahead(owners))):
            continue
        entity, thing = owners[0]
        last = bisect_left(thing.spots, k, key=lambda spot: spot.i) - 1
        here = bisect_right(starts, k) - 1
        if last < 0 or (noun == "company" and not is_main((bodies, often), entity, k, starts[here])):
            continue
        if noun == "country" or thing.spots[last].i >= starts[max(0, here - BACK)]:
            found.setdefault(entity, []).append(Mention(extent(words.doc, k - 1, k + 1), "nominal"))
    return found


def is_far_ahead(owners: list[tuple[str, Thing]]) -> bool:
    """Whether the first of several firms is the one that the article is about."""
    return len(owners[0][1].spots) >= max(FAR_AHEAD * len(owners[1][1].spots), MANY)


def is_main(bodies: tuple[list[tuple[int, str]], list[tuple[str, int]]], entity: str, k: int, start: int) -> bool:
    """Whether a firm is the organisation last named before token `k`, or named most often of all.

    Another one named before it in the sentence, which begins at `start`, stands in the way. `bodies`: where organisations
    are named, in order, and the two named most often.
    """
    places, often = bodies
    n = bisect_left(places, (k, "")) - 1
    last = places[n] if n >= 0 else (-1, "")
    if last[0] >= start or last[1] == entity:
        return last[1] == entity
    return often[0][0] == entity and (len(often) == 1 or often[0][1] > often[1][1])


def is_alone(words: Words, k: int, taken: dict[int, str]) -> bool:
    """Whether "the" and the noun are the whole description."""
    if k in taken or words.tags[k] != "NN" or words.doc[k].dep_ in {"compound", "attr", "appos", "nmod"}:
        return False
    after = k + 1
    if after >= len(words.text):
        return True
    if words.lower[after] in OTHER and words.lower[after] not in {"in", "for", "at", "to"}:
        return False
    return words.tags[after] not in {"NN", "NNS", "NNP", "NNPS", "HYPH", "WDT"} and after not in taken


def by_kind(words: Words, things: list[tuple[str, Thing]]) -> dict[str, dict[str, Thing]]:
    """The named things by the nouns that can describe them."""
    kinds: dict[str, dict[str, Thing]] = {}
    countries: dict[str, tuple[str, Thing]] = {}
    peoples: set[str] = set()
    for id_, thing in things:
        if thing.label == "ORG":
            lowered = {part.lower().rstrip(",") for name in thing.names for part in name.split()}
            ends = {name.split()[-1].lower() for name in thing.names}
            for noun in lowered & KINDS:
                kinds.setdefault(noun, {})[id_] = thing
            if ends & FIRM_ENDS:
                kinds.setdefault("company", {})[id_] = thing
        place = words.lexicon.place(thing.name) if thing.label in {"GPE", "NORP"} else None
        if place is not None and place.country is not None:
            peoples.add(place.country)
            if thing.label == "GPE" and place.same == place.country:
                countries[place.country] = (id_, thing)
    if len(peoples) == 1 and len(countries) == 1:
        id_, thing = next(iter(countries.values()))
        kinds["country"] = {id_: thing}
    return kinds
