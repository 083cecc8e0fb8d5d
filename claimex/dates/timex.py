"""What the dates layer gives: temporal expressions in TIMEX3 terms, found by place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.spans import Extent

__all__ = ["Dates", "Publication", "Timex"]


@dataclass(frozen=True, slots=True)
class Publication:
    """When the article was published: `value` "2022-02-08", "2022-02" or "2022"; the rest as in the record."""

    value: str | None
    grain: Literal["day", "month", "year"] | None
    how: Literal["given", "metadata", "dateline", "inferred", "unknown"]
    evidence: str | None


@dataclass(frozen=True, slots=True)
class Timex:
    """One temporal expression: record.md's `dates` entry, with its place.

    `from_` and `to` are ISO days, or ISO times for a TIME, both inclusive. `anchor` is "published", another Timex's id,
    or None for an absolute one. `unresolved` says in words why `value` is None. `until` is the id of the date that ends the range
    which this one begins: 2011's in "from 2003 to 2011".
    """

    id: str
    at: Extent
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    mod: str | None
    from_: str | None
    to: str | None
    anchor: str | None
    rule: str
    unresolved: str | None
    until: str | None = None


class Dates:
    """All temporal expressions of one article, in order of place, and the publication date."""

    def __init__(self, timexes: tuple[Timex, ...], publication: Publication) -> None:
        self.timexes = timexes
        self.publication = publication
        self._starts = [timex.at.i for timex in timexes]
        self._by_id = {timex.id: timex for timex in timexes}

    def __iter__(self) -> Iterator[Timex]:
        return iter(self.timexes)

    def __len__(self) -> int:
        return len(self.timexes)

    def __getitem__(self, id_: str) -> Timex:
        return self._by_id[id_]

    def at(self, i: int) -> Timex | None:
        """The expression that token `i` is part of."""
        k = bisect_right(self._starts, i) - 1
        return self.timexes[k] if k >= 0 and self.timexes[k].at.holds(i) else None

    def within(self, i: int, j: int) -> tuple[Timex, ...]:
        """The expressions that lie inside tokens [i, j), in order."""
        first = bisect_right(self._starts, i - 1)
        last = bisect_right(self._starts, j - 1)
        return tuple(timex for timex in self.timexes[first:last] if timex.at.j <= j)
