"""What the speakers layer gives: attributions, found by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.spans import Extent

__all__ = ["Attribution", "Attributions", "Form", "Kind"]

Kind = Literal["named", "role", "pronoun", "group", "anonymous"]
Form = Literal["direct", "indirect", "mixed"]

MAX_NESTED = 8  # reports within reports at one place; deeper nests are broken text


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody said something.

    `cue` the reporting words ("said", "according to"); `content` the words reported, in order, more than one extent where
    interrupted ("X," he said, "Y"); `source` the speaker's words, None where the article names none; `entity` the id of
    the thing named; `kind` of speaker; `form` of report; `clause` = source, cue and content together (the smallest clause
    of the sentence that holds them); `head` the token of the reporting verb (or of the cue's head word). The turn of a
    transcript (pattern "turn") has the label as its cue, and as `hearer` the entity that is "you" in it.
    """

    cue: Extent
    content: tuple[Extent, ...]
    source: Extent | None
    entity: str | None
    kind: Kind | None
    form: Form
    clause: Extent
    head: int
    pattern: str
    hearer: str | None = None

    def reports(self, at: Extent) -> bool:
        """Whether the words at `at` lie inside what is reported."""
        return any(part.covers(at) for part in self.content)

    @property
    def size(self) -> int:
        """Characters reported."""
        return sum(part.end - part.start for part in self.content)


class Attributions:
    """All attributions of one article, in order of their clause.

    The text is cut where any content begins or ends; each piece knows the innermost report over it, so that `of`, which
    is asked for every claim, is one bisection.
    """

    def __init__(self, items: tuple[Attribution, ...]) -> None:
        self.items = items
        self._turns = tuple(item for item in items if item.pattern == "turn")
        events: list[tuple[int, int, int, int]] = []  # place, whether it begins, size, number
        for n, item in enumerate(items):
            if item.source is not None:
                for part in item.content:
                    events += [(part.start, 1, item.size, n), (part.end, 0, item.size, n)]
        self._cuts: list[int] = []
        self._over: list[tuple[int, ...]] = []
        active: list[tuple[int, int]] = []  # largest first: the innermost report stands last
        for place, begins, size, n in sorted(events):
            if begins:
                insort(active, (-size, n))
            else:
                del active[bisect_left(active, (-size, n))]
            self._cuts.append(place)
            self._over.append(tuple(number for _, number in active[-MAX_NESTED:]))

    def __iter__(self) -> Iterator[Attribution]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def turn_of(self, at: Extent) -> Attribution | None:
        """The turn of a transcript that the words at `at` stand in: its speaker is "I" but in what he quotes."""
        k = bisect_right(self._turns, at.start, key=lambda item: item.content[0].start) - 1
        return self._turns[k] if k >= 0 and self._turns[k].reports(at) else None

    def persons(self, at: Extent, speaker: str | None) -> tuple[str | None, str | None]:
        """The entities that "I" and "you" at `at` are, where `speaker` says the claim; "you" only in an interviewer's turn.

        In a turn "I" is its speaker, but in the words that he quotes of somebody else.
        """
        turn = self.turn_of(at)
        if turn is None:
            return speaker, None
        item = self.of(at)
        quoted = item is not None and item is not turn and item.form != "indirect"
        return (item.entity if quoted and item is not None else turn.entity), (None if quoted else turn.hearer)

    def of(self, at: Extent) -> Attribution | None:
        """The innermost attribution that reports the words at `at` (a claim's cue), if any has a speaker."""
        k = bisect_right(self._cuts, at.start) - 1
        over = (self.items[n] for n in reversed(self._over[k])) if k >= 0 else ()
        return next((item for item in over if item.reports(at)), None)
