"""Rarity claims in; those whose dates agree ("first in 23 years", "the last time in March 1999") or exclude each other, out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.links.link import Link, content, link
from claimex.links.moments import day_of
from claimex.spans import words_at
from claimex.wording.dates import day_words, in_words
from claimex.wording.windows import back_window, last_dated, period_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.dates.timex import Timex
    from claimex.families._family import Claim, Window
    from claimex.layers import Layers

__all__ = ["rank_links"]

MOST = 40  # rarity claims compared pair by pair; more are lists, not reports
LEAST_SHARED = 2  # words about the same thing
DURATION = re.compile(r"P\d+(?:Y|DE|CE|M)")
ALIKE = 0.6  # of the shorter claim's words that the longer must have to speak of the same thing


def rank_links(claims: tuple[Claim, ...], layers: Layers) -> Iterator[Link]:
    """Each "first in" or "first since" with each "last time" of the same thing."""
    rare = [claim for claim in claims if claim.family == "rarity" and is_said(claim)]
    firsts = [claim for claim in rare if claim.slots.get("rank") in {"first", "never"} and period_date(claim, layers) is not None]
    lasts = [claim for claim in rare if claim.slots.get("rank") == "last"]
    told = {layers.doc[claim.clause.i].sent.start for claim in lasts}
    deeds = [claim for claim in claims if claim.family == "event" and layers.doc[claim.clause.i].sent.start not in told]
    for one in firsts[:MOST]:
        window = back_window(one, layers)
        if window is None or window.from_ is None or window.to is None:
            continue
        about = subject_matter(one, layers)
        for other in lasts[:MOST]:
            if same_thing(about, subject_matter(other, layers)):
                yield from compared(one, other, window, layers)
        yield from dated_deeds(one, about, deeds[:MOST], window, layers)


def dated_deeds(one: Claim, about: frozenset[str], deeds: list[Claim], window: Window, layers: Layers) -> Iterator[Link]:
    """A "first since 1999" with a deed of the same kind that is dated 1999, in another sentence."""
    period, begin = period_date(one, layers), window.from_
    if period is None or begin is None or period.mod is not None or len(about) < LEAST_SHARED:
        return
    for deed in deeds:
        dated = day_of(deed, layers)
        apart = layers.doc[deed.clause.i].sent.start != layers.doc[one.clause.i].sent.start
        said = deed.polarity == "affirmed" and deed.certainty == "asserted"
        if dated is None or not (apart and said) or not (dated.startswith(begin) or begin.startswith(dated)):
            continue
        if len(about & content(deed.clause, layers)) / len(about) >= ALIKE:
            why = f"{reason(one, period.value or '', begin, window.to or '', layers)}; one is dated {day_words(dated)}"
            yield link("corroborates", one, deed, why)


def is_said(claim: Claim) -> bool:
    """Whether the rank is affirmed; "never" is by its denial."""
    return claim.polarity == "affirmed" or claim.slots.get("rank") == "never"


def subject_matter(claim: Claim, layers: Layers) -> frozenset[str]:
    """The class and the deed."""
    found: frozenset[str] = frozenset()
    for name in ("of", "activity"):
        slot = claim.slots.get(name)
        if isinstance(slot, Phrase):
            found |= content(slot.at, layers)
    return found


def same_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= LEAST_SHARED and shared / min(len(one), len(other)) >= ALIKE


def compared(one: Claim, other: Claim, window: Window, layers: Layers) -> Iterator[Link]:
    """What the date of the last time says of the period of the first."""
    begin, end = window.from_, window.to
    dated = last_dated(other, layers)
    period = period_date(one, layers)
    if dated is None or period is None or begin is None or end is None:
        return
    if dated.startswith(begin) or begin.startswith(dated) or is_inside(dated, period):
        yield link(
            "corroborates",
            one,
            other,
            f"{reason(one, period.value or '', begin, end, layers)}; the last one is dated {day_words(dated)}",
        )
    elif begin < dated[: len(begin)] and dated < end[: len(dated)] and period.mod is None:
        why = f"{reason(one, period.value or '', begin, end, layers)}, but the last one is dated {day_words(dated)}"
        if subject_matter(one, layers) <= subject_matter(other, layers):
            yield link("contradicts", one, other, why)


def is_inside(dated: str, period: Timex) -> bool:
    """Whether a day, month or year lies in a named period ("since the spring of 1999")."""
    if period.type == "DURATION" or not period.from_ or not period.to:
        return False
    return period.from_[: len(dated)] <= dated <= period.to[: len(dated)]


def reason(one: Claim, value: str, begin: str, end: str, layers: Layers) -> str:
    """Says that "23 years before 2022 is 1999", or "the rank is counted since 1999"."""
    period = period_date(one, layers)
    if period is None or not DURATION.fullmatch(value):
        worded = in_words(period) if period is not None else None
        return f"the rank is counted since {worded.noun if worded is not None else day_words(begin)}"
    words = words_at(layers.doc, period.at)
    return f"{words} before {day_words(end[: len(begin)])} is {day_words(begin)}"
