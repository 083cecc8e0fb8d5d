"""Every family's token patterns in; the places of one Doc where one of them matches, out.

spaCy's Matcher tries every pattern at every token, which for some hundred patterns with word lists costs as much as the
parser. So each pattern is tried only around its anchor, the word (or tag, or shape) that it cannot do without: one array
operation finds the anchors of all patterns, and the Matcher runs on the few tokens around each.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import LEMMA, LOWER, SHAPE, TAG
from spacy.matcher import Matcher

from claimex.families._family import Cue, Family, TokenPattern
from claimex.spans import extent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc
    from spacy.vocab import Vocab

__all__ = ["CueMatcher"]

ATTRIBUTES = {"LOWER": LOWER, "LEMMA": LEMMA, "SHAPE": SHAPE, "TAG": TAG}
WORDS = ("LOWER", "LEMMA")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a pattern cannot do without: an attribute and its values; `reach` the most tokens from it to an end of a match."""

    attribute: str
    values: tuple[str, ...]
    reach: int


class CueMatcher:
    """All patterns of all families, each behind its anchors; holds no per-document state."""

    def __init__(self, vocab: Vocab, families: Iterable[Family]) -> None:
        self.matchers: list[tuple[str, str, Matcher, int]] = []
        self.anchored: dict[str, dict[int, list[int]]] = {attribute: defaultdict(list) for attribute in ATTRIBUTES}
        for family in families:
            for name, patterns in family.patterns.items():
                self.add(vocab, family.name, name, patterns)
        self.values = {
            attribute: np.asarray(sorted(values), dtype="uint64") for attribute, values in self.anchored.items() if values
        }

    def add(self, vocab: Vocab, family: str, name: str, patterns: tuple[TokenPattern, ...]) -> None:
        matcher = Matcher(vocab, validate=True)
        matcher.add(f"{family}.{name}", list(patterns), greedy="LONGEST")
        anchors = [anchor_of(pattern) for pattern in patterns]
        self.matchers.append((family, name, matcher, max(anchor.reach for anchor in anchors)))
        for anchor in anchors:
            for value in anchor.values:
                owners = self.anchored[anchor.attribute][vocab.strings.add(value)]
                if len(self.matchers) - 1 not in owners:
                    owners.append(len(self.matchers) - 1)

    def __call__(self, doc: Doc) -> Iterator[tuple[str, Cue]]:
        """Each match: the family's name, and the cue."""
        for owner, places in sorted(self.places(doc).items()):
            family, name, matcher, reach = self.matchers[owner]
            for start, end in windows(places, reach, len(doc)):
                for _, i, j in matcher(doc[start:end]):
                    yield family, Cue(name, extent(doc, start + i, start + j))

    def places(self, doc: Doc) -> dict[int, list[int]]:
        """For each pattern's matcher, the tokens that may anchor it."""
        found: dict[int, list[int]] = defaultdict(list)
        for attribute, values in self.values.items():
            column = doc.to_array(ATTRIBUTES[attribute])
            nearest = values[np.minimum(np.searchsorted(values, column), len(values) - 1)]
            places = np.flatnonzero(nearest == column)
            for i, value in zip(places.tolist(), column[places].tolist(), strict=True):
                for owner in self.anchored[attribute][value]:
                    found[owner].append(i)
        return found


def anchor_of(pattern: TokenPattern) -> Anchor:
    """The token of a pattern that is looked for first: one that has to be there, with words rather than tags, longest first."""
    best: tuple[tuple[bool, int], Anchor] | None = None
    for token in pattern:
        if token.get("OP", "1") != "1":
            continue
        for attribute in ATTRIBUTES:
            values = values_of(token.get(attribute))
            if values:
                rank = (attribute in WORDS, min(map(len, values)))
                if best is None or rank > best[0]:
                    best = rank, Anchor(attribute, values, len(pattern) - 1)
    if best is None:
        message = f"a pattern needs a token with words, a tag or a shape that has to be there: {pattern}"
        raise ValueError(message)
    return best[1]


def values_of(wanted: Any) -> tuple[str, ...]:  # noqa: ANN401  # a string, a set of conditions, or nothing
    if isinstance(wanted, str):
        return (wanted,)
    return tuple(wanted.get("IN", ())) if isinstance(wanted, dict) else ()


def windows(places: list[int], reach: int, length: int) -> Iterator[tuple[int, int]]:
    """Stretches of tokens around the places, as far as a match can reach; those that touch are one."""
    start = end = -1
    for place in sorted(places):
        low, high = max(0, place - reach), min(length, place + reach + 1)
        if low <= end:
            end = max(end, high)
        else:
            if end > 0:
                yield start, end
            start, end = low, high
    if end > 0:
        yield start, end
