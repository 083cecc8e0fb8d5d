"""Scores in; whether any figure fell below its floor, and floors that only rise, out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimex.errors import ClaimexError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from claimex.evaluate.scores import Count, Scores

__all__ = ["Floors", "check_floors", "read_floors", "update_floors", "write_floors"]

REMEDY = "`claimex evaluate --update` pins the floors anew"


@dataclass(frozen=True, slots=True)
class Floors:
    """The least precision and recall of each family, in hundredths, for the corpus (texts and labels) of that digest."""

    corpus: str
    families: Mapping[str, Mapping[str, int]]


def check_floors(scores: Scores, floors: Floors) -> list[str]:
    """What is wrong, one line each; empty if every figure is at or above its floor."""
    found = []
    if scores.corpus != floors.corpus:
        found.append(f"the labelled articles are not those that the floors were pinned for; {REMEDY}")
    now = pinned(scores)
    for family, least in floors.families.items():
        for figure, floor in least.items():
            reached = now.families.get(family, {}).get(figure, 0)
            if reached < floor:
                found.append(f"{family}: {figure} {reached / 100:.2f} is below its floor {floor / 100:.2f}")
    return found


def update_floors(scores: Scores, floors: Floors | None, *, allow_regression: bool = False) -> Floors:
    """Floors at today's figures. Raises ClaimexError if one would be lowered and that is not allowed."""
    new = pinned(scores)
    if floors is None or allow_regression:
        return new
    lowered = [
        f"{family} {figure} {floor / 100:.2f} -> {new.families.get(family, {}).get(figure, 0) / 100:.2f}"
        for family, least in floors.families.items()
        for figure, floor in least.items()
        if new.families.get(family, {}).get(figure, 0) < floor
    ]
    if lowered:
        message = f"these floors would be lowered: {'; '.join(lowered)}; --allow-regression does it, and the changelog says why"
        raise ClaimexError(message)
    return new


def pinned(scores: Scores) -> Floors:
    """Today's figures, rounded down. A family that has no labels has no floor."""
    counts = {**scores.families, "all": scores.all}
    return Floors(scores.corpus, {name: hundredths(count) for name, count in counts.items() if count.wanted})


def hundredths(count: Count) -> dict[str, int]:
    """Whole numbers, not floats: 0.29 * 100 is 28.999999999999996."""
    return {
        "precision": 100 * count.right // count.said if count.said else 0,
        "recall": 100 * count.right // count.wanted,
    }


def read_floors(path: Path) -> Floors | None:
    """The floors of a file; None if there is no such file. Raises ClaimexError if it cannot be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        message = f"{path}: {error}"
        raise ClaimexError(message) from error
    try:
        return Floors(data["corpus"], {family: from_json(least) for family, least in data["families"].items()})
    except (KeyError, TypeError, AttributeError) as error:
        message = f"{path}: not a floors file; {REMEDY}"
        raise ClaimexError(message) from error


def from_json(least: dict[str, Any]) -> dict[str, int]:
    return {figure: round(100 * value) for figure, value in least.items()}


def write_floors(path: Path, floors: Floors) -> None:
    """Write them as JSON, one family a line."""
    rows = [
        f"    {json.dumps(family)}: " + json.dumps({figure: value / 100 for figure, value in least.items()})
        for family, least in floors.families.items()
    ]
    body = ",\n".join(rows)
    path.write_text(f'{{\n  "corpus": "{floors.corpus}",\n  "families": {{\n{body}\n  }}\n}}\n', encoding="utf-8")
