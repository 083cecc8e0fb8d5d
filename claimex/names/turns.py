"""Labels of an interview's turns, "((AL))" at a line's start, in; the persons and organisations that they stand for, out."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from claimex.names.kinds import key_of
from claimex.names.words import Spot

if TYPE_CHECKING:
    from claimex.names.words import Words

__all__ = ["turn_labels"]

LABEL = re.compile(r"\(\(([A-Z]{2,4})\)\)")


def turn_labels(words: Words, named: list[tuple[Spot, str]]) -> tuple[list[tuple[Spot, str]], dict[str, str]]:
    """The named spots with those of labels put right, and what each label's letters stand for, by the name's key.

    A person by the initials ("AL" of Ann Lee), an organisation of one word by letters in their order ("WN" of Wikinews).
    """
    shorts = sorted(set(LABEL.findall(words.source)))
    stand: dict[str, tuple[str, str]] = {}
    for short in shorts:
        able = {(key_of(words.name(spot.i, spot.j)), label) for spot, label in named if fits(words, spot, label, short)}
        if len(able) == 1:
            stand[short] = able.pop()
    if not stand:
        return named, {}
    at: dict[int, tuple[Spot, str]] = {}
    for match in LABEL.finditer(words.source):
        found = stand.get(match[1])
        i = bisect_right(words.starts, match.start(1)) - 1
        if found is not None and words.text[i] == match[1]:
            at[i] = (Spot(i, i + 1, found[1]), found[1])
    kept = [(spot, label) for spot, label in named if not any(k in at for k in range(spot.i, spot.j))]
    return kept + list(at.values()), {short: key for short, (key, _) in stand.items()}


def fits(words: Words, spot: Spot, label: str, short: str) -> bool:
    """Whether letters can stand for a name."""
    if label == "PERSON":
        parts = [words.text[k] for k in range(spot.i, spot.j)]
        return len(parts) == len(short) and "".join(part[:1] for part in parts).upper() == short
    if label != "ORG" or spot.j - spot.i > 1 or words.text[spot.i] == short:
        return False
    rest = iter(words.text[spot.i].upper())
    return words.text[spot.i][0] == short[0] and all(letter in rest for letter in short)
