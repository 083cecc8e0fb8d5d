"""What the quantities layer gives: amounts with value, unit, kind and approximation, found by place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.spans import Extent

__all__ = ["Approx", "Quantities", "Quantity"]

Approx = Literal["exact", "about", "over", "under"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One amount: record.md's `quantities` entry, with its place; ids are q1, q2, ... in order of place.

    `at` covers number, approximation and unit ("over 1100 kilometers"); `number` the number words alone ("1100").
    """

    id: str
    at: Extent
    number: Extent
    value: int | float | str | None
    low: int | float | None
    high: int | float | None
    unit: str | None
    kind: str
    approx: Literal["exact", "about", "over", "under"]


class Quantities:
    """All amounts of one article, in order of place."""

    def __init__(self, items: tuple[Quantity, ...]) -> None:
        self.items = items
        self._starts = [item.at.i for item in items]
        self._by_id = {item.id: item for item in items}

    def __iter__(self) -> Iterator[Quantity]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, id_: str) -> Quantity:
        return self._by_id[id_]

    def at(self, i: int) -> Quantity | None:
        """The amount that token `i` is part of."""
        k = bisect_right(self._starts, i) - 1
        return self.items[k] if k >= 0 and self.items[k].at.holds(i) else None

    def within(self, i: int, j: int) -> tuple[Quantity, ...]:
        """The amounts that lie inside tokens [i, j), in order."""
        first = bisect_right(self._starts, i - 1)
        last = bisect_right(self._starts, j - 1)
        return tuple(item for item in self.items[first:last] if item.at.j <= j)
