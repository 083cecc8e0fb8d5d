"""The set in which a superlative ranks, and its time; cut to what belongs to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.spans import trimmed
from claimex.syntax import clause_head, phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._ranked import Ranking
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["class_without_figure", "fronted_set", "is_figure", "own_period"]

TIMES = frozenset({"year", "month", "week", "decade", "day", "quarter", "season", "century"})
RANKS = frozenset({"JJS", "RBS"})
CLOSE = frozenset({"nearest", "closest", "farthest", "furthest"})


def is_figure(of: Phrase, layers: Layers) -> bool:
    """Whether what follows is how high the record is, or when: "a low of 3.5 percent"; no set."""
    if of.at is None:
        return False
    doc = layers.doc
    if doc[of.at.j - 1].lower_ in TIMES:
        return True
    if doc[of.at.i].tag_ in {"CD", "$"} and doc[of.at.i - 1].lower_ == "of":
        return True  # "a world record of 9.71", "a record high of 1,210.50 points"
    item = layers.quantities.at(of.at.i)
    return (item is not None and item.kind != "count") or layers.dates.at(of.at.j - 1) is not None


def class_without_figure(of: Phrase | None, noun: Token, implied: Phrase | None, layers: Layers) -> Phrase | None:
    """The set without how far it goes ("time of 46.92 seconds") and from where ("lake from the town").

    Of a bare "the most for the party" the set is what is counted: `implied`.
    """
    if of is None or of.at is None:
        return of
    doc = layers.doc
    if not of.at.holds(noun.i):
        led = doc[of.at.i - 1].lower_
        return implied or of if led == "for" else of
    for token in doc[noun.i + 1 : of.at.j - 1]:
        after = doc[token.i + 1]
        if (
            token.head.i == noun.i
            and token.lower_ == "of"
            and after.tag_ in {"CD", "$"}
            and layers.quantities.at(after.i) is not None
        ):
            return Phrase(trimmed(doc, of.at.i, token.i))
        if token.head.i == noun.i and token.lower_ == "from" and any(t.lower_ in CLOSE for t in noun.lefts):
            return Phrase(trimmed(doc, of.at.i, token.i))
    return of


def fronted_set(word: Token) -> Phrase | None:
    """The set named first: "Of all the ports in the region, Halden is the busiest"."""
    verb = clause_head(word)
    if not (word.i > verb.i and word.dep_ in {"attr", "acomp", "oprd", "xcomp"}):
        return None
    top = verb.head if verb.dep_ == "xcomp" else verb
    led = next((child for child in top.lefts if child.dep_ == "prep" and child.lower_ in {"of", "among"}), None)
    inner = next((child for child in led.rights if child.dep_ == "pobj"), None) if led is not None else None
    return Phrase(phrase(inner, full=inner.tag_ == "DT")) if inner is not None else None


def own_period(found: Ranking, cue: Extent, layers: Layers) -> Ranking:
    """Without a time that a second superlative behind it counts over: "a personal best, the fastest in 10 years"."""
    if found.period is None:
        return found
    behind = layers.doc[cue.j : found.period.start]
    other = any(token.tag_ in RANKS and token.nbor(-1).tag_ != "CC" for token in behind) and any(t.text == "," for t in behind)
    return replace(found, period=None) if other else found
