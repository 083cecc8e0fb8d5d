"""What a link is, and the comparable side of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["Link", "content", "link", "overlap", "two_speakers"]

# Words that say what a clause is about; the others only hold it together.
CONTENT = frozenset({"NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "JJR", "JJS", "CD"})
EMPTY = frozenset(
    {"be", "have", "do", "will", "would", "say", "take", "make", "time", "year", "first", "last", "only", "number", "former"}
)


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims, by id in order of place, and how they bear on each other."""

    kind: Literal["corroborates", "contradicts", "repeats"]
    claims: tuple[str, str]
    why: str


def link(kind: Literal["corroborates", "contradicts", "repeats"], one: Claim, other: Claim, why: str) -> Link:
    """A link, its claims in order of place."""
    first, second = sorted((one, other), key=lambda claim: (claim.clause.start, claim.cue.start, claim.id))
    return Link(kind, (first.id, second.id), why)


def content(at: Extent | None, layers: Layers) -> frozenset[str]:
    """What the words at `at` are about: entities by id, other content words by lemma; dates and amounts left out."""
    if at is None:
        return frozenset()
    found: set[str] = set()
    doc, names = layers.doc, layers.names
    for i in range(at.i, at.j):
        hit = names.at(i)
        if hit is not None and hit[1].kind != "nominal":
            found.add(hit[0].country or hit[0].id)
            continue
        token = doc[i]
        if token.tag_ in CONTENT and token.dep_ not in {"aux", "auxpass"}:
            lemma = token.lemma_.lower()
            if lemma not in EMPTY and layers.dates.at(i) is None and layers.quantities.at(i) is None:
                found.add(lemma)
    return frozenset(found)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of all their words that both have."""
    return len(one & other) / len(one | other) if one and other else 0.0


def two_speakers(one: Claim, other: Claim, layers: Layers) -> bool:
    """Whether two different speakers say it, each on their own."""
    first, second = speaker(one, layers), speaker(other, layers)
    return first is not None and second is not None and first != second


def speaker(claim: Claim, layers: Layers) -> str | None:
    """Who says it: the entity named; none for the article's own voice, and for "he" or "sources"."""
    item = claim.attribution
    hit = layers.names.at(item.source.j - 1) if item is not None and item.source is not None else None
    return item.entity or (hit[0].id if hit is not None else None) if item is not None else None
