"""Dated events that can happen only once in; those that are given two times that exclude each other, out."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.links.link import Link, link
from claimex.wording.dates import day_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.families._family import Claim
    from claimex.layers import Layers

__all__ = ["moment_links"]

ONCE = frozenset({"found", "bear", "die", "assassinate", "incorporate"})  # nobody is born twice; "open" and "marry" can recur
NAMED_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")


def moment_links(claims: tuple[Claim, ...], layers: Layers) -> Iterator[Link]:
    """Contradictions between the dates of one birth, death or founding."""
    groups: dict[tuple[str, str], list[tuple[Claim, str]]] = defaultdict(list)
    for claim in claims:
        if claim.family != "event" or claim.polarity == "negated" or claim.certainty == "hedged" or claim.subject is None:
            continue
        verb = layers.doc[claim.head].lemma_.lower()
        day = day_of(claim, layers)
        hit = layers.names.at(claim.subject.j - 1)
        if verb in ONCE and day is not None and hit is not None and hit[1].kind == "name" and hit[1].at.i == claim.subject.i:
            groups[hit[0].id, verb].append((claim, day))
    for group in groups.values():
        (one, first), *others = group
        for claim, day in others:
            if not (day.startswith(first) or first.startswith(day)):
                yield link("contradicts", one, claim, f"it is dated {day_words(first)} and {day_words(day)}")


def day_of(claim: Claim, layers: Layers) -> str | None:
    """The day, month or year of a claim, said without "about", "before" or "since"."""
    time = claim.slots.get("time")
    timex = layers.dates[time.date] if isinstance(time, Phrase) and time.date else None
    if timex is None or timex.mod is not None or timex.value is None or not NAMED_DAY.fullmatch(timex.value):
        return None
    before = layers.doc[timex.at.i - 1].lower_ if timex.at.i else ""
    return timex.value if before in {"in", "on"} else None
