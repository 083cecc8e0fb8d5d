"""What the checks of several families share: the plain check, windows in time, wording of times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Check, Phrase, Window
from claimex.wording.dates import day_words, short_words
from claimex.wording.denial import affirmative, negative
from claimex.wording.question import embedded, question

if TYPE_CHECKING:
    from claimex.dates.timex import Timex
    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.wording.sentence import Sentence

__all__ = ["date_of", "opposite", "plain_check", "time_words", "window_of"]


def plain_check(claim: Claim, sentence: Sentence, layers: Layers, refuted: str | None = None) -> Check:
    """The check of any claim: whether it is so, refuted by evidence that it is not, or by what the family knows to refute it."""
    refuted = opposite(sentence) if refuted is None else refuted
    return Check(question=question(sentence), refuted_by=refuted, window=window_of(when(claim, layers), layers))


def opposite(sentence: Sentence) -> str:
    """What would show that the sentence is wrong: "evidence that the minister did not visit Rome"."""
    affirmed = affirmative(sentence)
    other = negative(sentence) if affirmed == sentence else affirmed
    return f"evidence that {embedded(other)}" if other is not None else "evidence to the contrary"


def when(claim: Claim, layers: Layers) -> Timex | None:
    """The first of the claim's dates that has a beginning and an end, and is not what a rank is counted since."""
    period = date_of(claim, "period", layers)
    dates = (layers.dates[id_] for id_ in claim.dates)
    return next(
        (t for t in dates if t.type in {"DATE", "TIME"} and t.from_ and t.to and (period is None or t.id != period.id)), None
    )


def date_of(claim: Claim, slot: str, layers: Layers) -> Timex | None:
    """The date that a slot's words are."""
    found = claim.slots.get(slot)
    return layers.dates[found.date] if isinstance(found, Phrase) and found.date else None


def grain_of(timex: Timex) -> int:
    """How many characters of an ISO day the value of a day, month or year fills; other values are given by the day."""
    value = timex.value or ""
    return len(value) if value.replace("-", "").isdigit() and len(value) in {4, 7} and timex.mod is None else 10


def window_of(timex: Timex | None, layers: Layers) -> Window | None:
    """The days of an expression, as months or years where it names no days; with "since" or "before", the time from or to it."""
    if timex is None or not timex.from_ or not timex.to:
        return None
    last = layers.dates[timex.until] if timex.until else timex
    begin, end = timex.from_[: grain_of(timex)], (last.to or timex.to)[: grain_of(last)]
    before = layers.doc[timex.at.i - 1].lower_ if timex.at.i else ""
    if before in {"since", "after"}:
        published = layers.dates.publication.value
        return Window(begin, published if published is not None and published >= begin else None)
    return Window(None, end) if before in {"before", "until", "till", "by"} else Window(begin, end)


def time_words(window: Window | None) -> str:
    """A window in words: "in 2011", "on 4 March 2011", "between March and May 2011"; nothing without one."""
    if window is None or (window.from_ is None and window.to is None):
        return ""
    if window.from_ is None or window.to is None:
        edge = window.from_ or window.to or ""
        return f"{'after' if window.to is None else 'until'} {day_words(edge)}"
    if window.from_ == window.to:
        return short_words(window.from_)
    return f"between {day_words(window.from_)} and {day_words(window.to)}"
