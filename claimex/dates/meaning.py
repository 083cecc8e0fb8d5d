"""What an expression of time says before it is known when: small values that `resolve` turns into TIMEX3 terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimex.dates.period import Period

__all__ = [
    "NEW_YEAR",
    "UP_TO",
    "Clock",
    "Fixed",
    "Length",
    "Meaning",
    "Moved",
    "Nth",
    "Often",
    "Open",
    "Pair",
    "Part",
    "Reference",
    "Shifted",
    "Toward",
    "Vague",
]

UP_TO = 2
NEW_YEAR = "new year"  # as a holiday: the year to come, or the one that has just begun


@dataclass(frozen=True, slots=True)
class Fixed:
    """A period said in full: "March 1999"."""

    period: Period


@dataclass(frozen=True, slots=True)
class Open:
    """A date with a gap: a month, day, weekday, season, quarter, half or holiday whose year (or week) is not said.

    `way` is -1 for "last", 1 for "next", 0 for "this", None where only the sentence can tell; `told`: counted from the time
    that the story has reached ("the previous Friday"). Weekday 8 is the weekend.
    """

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    holiday: str | None = None
    decade: int | None = None
    way: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Shifted:
    """A period counted from the publication date ("last year": year, -1) or, `told`, from the time the story has reached.

    `n` None is a shift of unsaid size ("years ago"); `toward` then is its sign. `compares`: it may look back from a quarter
    ("3 cents a share a year earlier"), and does not move the story. `loose`: told, unless the story is
    at its publication anyway ("the end of the year"). `about`: the year or month that a report is about ("for the year").
    """

    grain: str
    n: float | None
    told: bool = False
    mod: str | None = None
    toward: int = 0
    compares: bool = False
    loose: bool = False
    about: bool = False


@dataclass(frozen=True, slots=True)
class Toward:
    """`inner` in the year, month or day of `of`: "December last year", "the third quarter of next year"."""

    inner: Open
    of: Meaning


@dataclass(frozen=True, slots=True)
class Part:
    """Part `k` of `n` of a period ("the second half of"), or its start, middle or end (`mod`), or the `unit` around it."""

    of: Meaning
    mod: str | None = None
    k: int = 0
    n: int = 0
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, as "T15:00" or "TNI", on a day, or on the day the story has reached."""

    time: str
    of: Meaning | None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: its TIMEX3 value. `way` -1 ends it at the publication date ("the past two years"), 1 begins it there.

    `of` is the period that it begins (`side` -1) or ends (`side` 1): "the first three months of 2021"; or the date that it
    runs up to (`side` UP_TO): "the year ended March 31".
    """

    value: str
    mod: str | None = None
    way: int = 0
    of: Meaning | None = None
    side: int = 0


@dataclass(frozen=True, slots=True)
class Often:
    """A set: "every Tuesday"."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """PRESENT_REF, PAST_REF or FUTURE_REF; None where the words point to a time and do not say which ("that period")."""

    value: str | None


@dataclass(frozen=True, slots=True)
class Reference:
    """The very date that the story has reached: "then" in "since then"."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A range with a hyphen: "1995-96".

    `cut` is where its first end stops and its last one begins, if each stands for itself: "1995-1996" is two dates.
    """

    first: Meaning
    last: Meaning
    cut: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """Number `k` (-1: the last) of the days, weeks or weekends of a period; with `weekday` of its Mondays, Tuesdays ..."""

    of: Meaning
    k: int
    unit: str
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """The day `n` units (D, W, M, Y) from another day: "a week from Tuesday"."""

    of: Meaning
    n: int
    letter: str


Meaning = Fixed | Open | Shifted | Toward | Part | Clock | Length | Often | Vague | Reference | Pair | Nth | Moved
