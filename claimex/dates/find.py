"""The dates layer's way in: the publication date, then every temporal expression resolved against it."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from claimex.dates.anchor import find_publication
from claimex.dates.beside import filled, with_year
from claimex.dates.grammar import Found, find
from claimex.dates.guards import is_time
from claimex.dates.meaning import Clock, Fixed, Length, Meaning, Open, Part, Shifted, Vague
from claimex.dates.period import from_value
from claimex.dates.ranges import range_ends
from claimex.dates.resolve import Resolved, resolve
from claimex.dates.story import Story, finer
from claimex.dates.tense import SAYING, UNTIL, direction, had, is_habit, upward
from claimex.dates.timex import Dates, Timex
from claimex.spans import covering
from claimex.syntax import ancestors, is_verb

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spacy.tokens import Doc, Span, Token

    from claimex.dates.period import Period
    from claimex.spans import Extent

__all__ = ["find_dates"]

MANY_MONTHS = frozenset({"P6M", "P9M", "P12M"})  # lengths that results are told for, beside quarters
LED_ASIDE = frozenset({"in-year", "part.season", "named.way"})  # whose first word may be none of theirs
MIN_FAR = 4  # dates of other years than the publication's that make a narrative; bare years count if nothing is of its time
FAR_SHARE = 3  # how many times as many there must be as words like "yesterday" and dates of the year of publication


def find_dates(
    doc: Doc, *, given: str | date | None = None, metadata: str | date | None = None, text: str | None = None
) -> Dates:
    """The publication date and all temporal expressions of `doc`.

    `given` is the user's word (`--published`) and wins; `metadata` is the article's. Raises BadDate if one of them names no
    day, month or year. `text` is the Doc's text, if it is at hand: spaCy makes it anew at each call.
    """
    text = doc.text if text is None else text
    placed = [(found, covering(doc, found.start, found.end)) for found in find(text)]
    kept = filled(doc, text, [one for found, at in placed for one in times(doc, text, found, at)])
    expressions = [found for found, _ in kept]
    publication = find_publication(text, expressions, given=given, metadata=metadata)
    published = from_value(publication.value) if publication.value else None
    story = Story(published, narrative=is_narrative(expressions, published))
    ends = range_ends(doc, text, kept)
    timexes, begun = [], set()
    for k, (found, at) in enumerate(kept):
        filled_in = begin(doc, found, *kept[ends[k]], story) if k in ends else found
        begun |= {k} if filled_in is not found else set()
        timexes.append(timex(doc, filled_in, at, story, k + 1))
    return Dates(tuple(until(timexes, ends, begun)), publication)


def begin(doc: Doc, found: Found, last: Found, at: Extent, story: Story) -> Found:
    """The first date of a range without its year, in the year that its last one is found to be of: "the April-June quarter"."""
    if not isinstance(found.meaning, Open) or not isinstance(last.meaning, Open):
        return found
    said = resolve(last.meaning, story, lambda: direction(doc[at.i : at.j]))
    meaning = with_year(found.meaning, Fixed(said.period)) if said.period is not None else None
    return replace(found, meaning=meaning) if meaning is not None else found


def until(timexes: list[Timex], ends: dict[int, int], begun: set[int]) -> list[Timex]:
    """The expressions, with the ends of the ranges that they begin; those of `begun` are counted from what the ends are."""
    out = list(timexes)
    for k, last in ends.items():
        first, end = timexes[k].from_, timexes[last].to
        if first and end and first <= end:
            anchor = timexes[last].anchor if k in begun else timexes[k].anchor
            out[k] = replace(timexes[k], until=timexes[last].id, anchor=anchor)
    return out


def times(doc: Doc, text: str, found: Found, at: Extent) -> list[tuple[Found, Extent]]:
    """The expression, if it is a time; if its first word is no part of it ("sales fall in the current year"), what is left."""
    if is_time(doc, found, at):
        return [(found, at)]
    if found.rule not in LED_ASIDE or at.j - at.i < 2:  # noqa: PLR2004  # words
        return []
    rest = [shifted(one, doc[at.i + 1].idx) for one in find(text[doc[at.i + 1].idx : found.end])]
    return [(one, place) for one in rest if is_time(doc, one, place := covering(doc, one.start, one.end))]


def shifted(found: Found, by: int) -> Found:
    return replace(found, start=found.start + by, end=found.end + by)


def timex(doc: Doc, found: Found, at: Extent, story: Story, number: int) -> Timex:
    """One expression resolved; the story moves on to it."""
    id_ = f"d{number}"
    story.at = found.start
    meaning = of_no_day(found, doc[at.i : at.j])
    said = resolve(meaning, story, lambda: direction(doc[at.i : at.j]))
    if isinstance(found.meaning, Length) and found.meaning.value in MANY_MONTHS:
        story.months_at = found.start
    if said.period is not None and found.rule != "overnight" and moves(found.meaning, said.period, doc[at.i : at.j], story):
        story.tell(said.period, id_, ended=is_ended(said.period, doc, at))
    return Timex(id_, at, said.type, said.value, said.mod, said.from_, said.to, said.anchor, found.rule, reason(said))


def of_no_day(found: Found, span: Span) -> Meaning:
    """The meaning; that of "the evening" where it is any evening: "the shops close in the evening"."""
    if found.rule != "clock.part" or not isinstance(found.meaning, Clock) or found.meaning.of is not None or not is_habit(span):
        return found.meaning
    return replace(found.meaning, of=Vague(None))


def is_ended(period: Period, doc: Doc, at: Extent) -> bool:
    """Whether a quarter is told of as one that is over: "ended Sept. 30", or results are told of it in the past."""
    if period.grain != "quarter":
        return False
    return (at.j < len(doc) and doc[at.j].lower_ == "ended") or direction(doc[at.i : at.j]) < 0


def moves(meaning: Meaning, period: Period, span: Span, story: Story) -> bool:
    """Whether the story has moved on to a period: not with a look back ("a year earlier"), plan or aside ("seen in 2005")."""
    if isinstance(meaning, Shifted) and meaning.n is not None and meaning.n < 0 and (meaning.told or meaning.grain != "day"):
        return period.grain != "quarter" and not story.narrative
    if is_day_of_report(period, span, story):
        return False
    return not story.narrative or tells_on(period, span, story)


def tells_on(period: Period, span: Span, story: Story) -> bool:
    """Whether a narrative goes on at a period."""
    if is_end(span):
        return False
    if story.focus is None:
        return True
    if looks_back(period, span, story.focus) or completes(period, span, story) or direction(span) > 0:
        return False
    return period.grain != "year" or not aside(span.root)


def is_end(span: Span) -> bool:
    """Whether a date only says how long something went on: "it lasted until the fall of the city in May"."""
    if span.start and span.doc[span.start - 1].lower_ in UNTIL:
        return True
    return any(token.lower_ in UNTIL for token in takewhile(lambda token: not is_verb(token), ancestors(span.root)))


def completes(period: Period, span: Span, story: Story) -> bool:
    """Whether a year only completes a day or month of the same sentence: "on May 7 (May 8 in the east), 1945"."""
    focus = story.focus
    if focus is None or period.grain != "year" or not finer(focus.grain, "year") or focus.year != period.n:
        return False
    return story.focus_at >= span.sent.start_char


def looks_back(period: Period, span: Span, focus: Period) -> bool:
    """Whether a story only glances at an earlier time: "since 1995", "the May 2007 high", "troops that had come in late 1943"."""
    if period.first() >= focus.first():
        return False
    led = span.start and span.doc[span.start - 1].lower_ == "since"
    if led or span.root.dep_ in {"compound", "nmod", "poss", "amod"} or aside(span.root):
        return True
    return had(upward(span.root))


def is_day_of_report(period: Period, span: Span, story: Story) -> bool:
    """Whether a day is only that of somebody's words: "police said on Tuesday" does not move a story on from Sunday's quake."""
    if story.narrative or story.day is None or period.grain != "day":
        return False
    verb = upward(span.root)
    return verb.lemma_ in SAYING and verb.tag_ in {"VBD", "VBN"}


def aside(token: Token) -> bool:
    """Whether the words hang on a participle after a noun."""
    head = token.head.head if token.dep_ == "pobj" else token.head
    return head.dep_ in {"acl", "relcl"}


def reason(said: Resolved) -> str | None:
    return said.unresolved if said.value is None else None


def is_narrative(expressions: Sequence[Found], published: Period | None) -> bool:
    """Whether the text tells a story of another time, so that its bare dates are counted from that, not from its publication.

    A history gives days and months of other years. A report that looks back gives bare years only ("his 2016 campaign"),
    beside words like "yesterday" and dates of its own year.
    """
    far = near = years = 0
    for found in expressions:
        meaning = core(found.meaning)
        if isinstance(meaning, Fixed):
            other = published is None or meaning.period.year != published.year
            years += other and finer("month", meaning.period.grain)
            far += other
            near += not other
        elif is_deictic(meaning):
            near += 1
    fine = far - years
    return (fine >= MIN_FAR and fine >= FAR_SHARE * near) or (near == 0 and far >= MIN_FAR)


def core(meaning: Meaning | None) -> Meaning | None:
    while isinstance(meaning, Part | Clock):
        meaning = meaning.of
    return meaning


def is_deictic(meaning: Meaning | None) -> bool:
    """Words that count from the day of writing."""
    if isinstance(meaning, Open):
        return meaning.weekday is not None and meaning.day is None
    return isinstance(meaning, Shifted) and not meaning.told and meaning.n is not None and abs(meaning.n) <= 1
