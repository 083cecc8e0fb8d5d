"""A verb in; the place that its clause gives for what happened, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import noun_words
from claimex.families._family import Phrase
from claimex.lists import table
from claimex.spans import Extent, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from claimex.layers import Layers

__all__ = ["place_of"]

WORDS: Mapping[str, list[str]] = table("claimex.families.event", "places.toml")
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
PLACE_PREPS = frozenset({
    "in", "at", "near", "outside", "inside", "to", "from", "across", "around", "off", "into", "over", "through", "on", "onto",
})  # fmt: skip
WITHIN = frozenset({"in", "at", "to", "near", "outside", "inside", "on"})  # before a place inside another phrase
PLACE_TRANSITIVE = frozenset({"visit", "reach", "leave", "enter", "tour", "invade", "cross", "hit", "strike", "host"})
PLACE_NOUNS = frozenset(WORDS["nouns"])
MEDIA = frozenset(WORDS["media"])
NO_PLACE = frozenset(WORDS["no_place"])
NAMES = frozenset({"NNP", "NNPS"})
# What they are about may have been elsewhere: "condemned the attack in Rome".
TALKING = frozenset(
    {"condemn", "criticise", "criticize", "praise", "discuss", "announce", "report", "describe", "call", "say", "tell"}
)
MAX_DEPTH = 3  # phrases within phrases: "in a hall of the palace in Rome"
MAX_NAMED = 30  # places in one list


def place_of(verb: Token, layers: Layers, time: Extent | None = None) -> Phrase | None:
    """Where it happened: a named or described place in a locative phrase of the verb, or the place that was visited.

    What stands inside the words of `time` is where something else happened.
    """
    children = [child for child in (*verb.rights, *verb.lefts) if time is None or not time.holds(child.i)]
    for find in (direct, nested):
        for child in children:
            noun = next(find(child, verb, layers), None)
            if noun is not None and (time is None or not time.holds(noun.i)):
                return Phrase(place_words(noun, layers))
    where = verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.lefts)  # "a cell where he sat"
    return Phrase(noun_words(verb.head, stop=verb.left_edge.i)) if where and is_noun(verb.head) else None


def is_noun(token: Token) -> bool:
    return bool(token.tag_[0] == "N")


def direct(child: Token, verb: Token, layers: Layers) -> Iterator[Token]:
    """The place in a phrase of the verb itself."""
    if child.dep_ == "prep" and child.lower_ in PLACE_PREPS:
        noun = next((word for word in child.rights if word.dep_ == "pobj"), None)
        at = child.lower_ in {"at", "near", "outside", "inside"}
        shown = child.lower_ in {"on", "in"}
        if noun is not None and (is_place(noun, layers, at=at) or (shown and is_medium(noun))):
            yield noun
    if child.dep_ == "dobj" and verb.lemma_ in PLACE_TRANSITIVE:
        crossed = verb.lemma_ == "cross" and child.tag_ == "NNP"
        if crossed or is_place(child, layers):
            yield child


def nested(child: Token, verb: Token, layers: Layers) -> Iterator[Token]:
    """The places in phrases within a phrase or object of the verb, not within clauses."""
    depth = MAX_DEPTH
    if child.dep_ in {"prep", "agent"}:
        tops = [word for word in child.rights if word.dep_ == "pobj"]
    elif child.dep_ in {"dobj", "attr", "npadvmod"} and child.i > verb.i and verb.lemma_ not in TALKING:
        tops, depth = [child], 1
    else:
        return
    for _ in range(depth):
        below = [(prep, noun) for top in tops for prep in top.rights if prep.dep_ == "prep" for noun in prep.rights]
        for prep, noun in below:
            if prep.lower_ in WITHIN and noun.dep_ == "pobj":
                shown = prep.lower_ == "on" and is_medium(noun)
                if shown or named(noun, layers) or is_named_place(noun) or (prep.lower_ == "at" and noun.tag_ == "NNP"):
                    yield noun
        tops = [noun for _, noun in below if noun.dep_ == "pobj"]


def is_medium(noun: Token) -> bool:
    """As in "on Twitter", "on the website", "in the journal Nature"."""
    return noun.lemma_.lower() in MEDIA or any(word.dep_ in {"compound", "appos"} and word.lower_ in MEDIA for word in noun.lefts)


def place_words(noun: Token, layers: Layers) -> Extent:
    """A place's words, without relative clauses, up to the time said after it; with the country after a comma."""
    doc, extent, last = noun.doc, noun_words(noun), noun
    for _ in range(MAX_NAMED):  # "in Rome, Milan and Turin"
        other = next((child for child in last.rights if child.dep_ == "conj" and named(child, layers)), None)
        if other is None:
            break
        last = other
    if last.i >= extent.j:
        return trimmed(doc, extent.i, noun_words(last).j)
    stop = min((child.left_edge.i for child in noun.rights if child.dep_ in {"relcl", "acl"}), default=extent.j)
    date = next((timex for timex in layers.dates.within(extent.i, extent.j) if timex.at.i > noun.i), None)
    if date is not None:
        stop = min(stop, date.at.i)
        while stop - 1 > noun.i and doc[stop - 1].dep_ in {"prep", "punct"}:
            stop -= 1
    stop = max(stop, noun.i + 1)
    region = doc[stop + 1] if stop + 1 < len(doc) and doc[stop].text == "," else None
    if region is not None and region.ent_type_ == "GPE" and noun.ent_type_ in PLACE_LABELS:
        end = stop + 2
        while end < len(doc) and doc[end].ent_type_ == "GPE" and doc[end].ent_iob_ == "I":
            end += 1
        if end >= len(doc) or doc[end].lower_ not in {"and", "or"}:
            stop = end
    return trimmed(doc, extent.i, stop)


def named(noun: Token, layers: Layers) -> bool:
    hit = layers.names.at(noun.i)
    return noun.ent_type_ in PLACE_LABELS or (hit is not None and hit[1].kind == "name" and hit[0].label in PLACE_LABELS)


def is_named_place(noun: Token) -> bool:
    """As in "the Daughters of the Revolution Hall", which the recogniser takes for no place."""
    last = noun.doc[noun_words(noun).j - 1]
    return noun.tag_ in NAMES and last.tag_ in NAMES and last.lower_ in PLACE_NOUNS


def is_place(noun: Token, layers: Layers, *, at: bool = False) -> bool:
    """A named place or a noun of places; after "at", whatever is no abstraction, person, amount or time."""
    if named(noun, layers) or noun.lemma_.lower() in PLACE_NOUNS or is_named_place(noun):
        return True
    if not at or not is_noun(noun) or noun.lemma_.lower() in NO_PLACE or noun.ent_type_ == "PERSON":
        return False
    return layers.dates.at(noun.i) is None and layers.quantities.at(noun.i) is None
