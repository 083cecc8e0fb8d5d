"""An event claim: something happened or was so, and its clause says when.

It can be checked by looking for the event at that time and place. A date inside a noun phrase ("the 2015 election", "his
2003 visit") times no verb, and what is still to come is a forecast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import around, noun_words, own_subject, place_of
from claimex.families._events import happened, is_time_of, relative_time
from claimex.families._family import Cue, Family, Phrase, Reading, TokenPattern
from claimex.families._times import phrase_of, timed_verb
from claimex.spans import extent
from claimex.syntax import clause, subject_of
from claimex.wording import plain_check

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Token

    from claimex.dates.timex import Timex
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["FAMILY"]

PART = {
    "LOWER": {
        "IN": [
            "half",
            "quarter",
            "period",
            "inning",
            "innings",
            "minute",
            "set",
            "round",
            "over",
            "lap",
            "stage",
            "game",
            "frame",
        ]
    }
}
LATE = {"LOWER": {"IN": ["injury", "stoppage", "extra", "added"]}}
PATTERNS: dict[str, tuple[TokenPattern, ...]] = {
    "after": ([{"LOWER": {"IN": ["after", "before", "during", "following"]}}],),
    "in-play": (
        [{"LOWER": {"IN": ["in", "on"]}}, {"LOWER": "the"}, {"TAG": {"IN": ["JJ", "CD", "NN"]}}, PART],
        [{"LOWER": {"IN": ["in", "during"]}}, {"LOWER": "the", "OP": "?"}, LATE, {"LOWER": "time"}],
    ),
}  # fmt: skip
SLOTS: Mapping[str, str] = {"time": "when (words, with the date they are)", "place": "where it happened"}


def cues(layers: Layers) -> Iterator[Cue]:
    """Each verb that a temporal expression times, once, with its expressions."""
    doc = layers.doc
    found: dict[int, list[Timex]] = {}
    for timex in layers.dates:
        verb = timed_verb(timex, doc) if is_time_of(timex, doc) else None
        if verb is not None:
            found.setdefault(verb.i, []).append(timex)
    for i, timexes in found.items():
        yield Cue("dated", extent(doc, i, i + 1), tuple(timexes))


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    """What happened, to whom, when and where."""
    doc = layers.doc
    if cue.pattern == "dated":
        verb, timex = doc[cue.at.i], min(cue.source, key=lambda timex: (rank(timex), timex.at.i))
        time: Extent = phrase_of(timex, doc)
        when: str | None = timex.id
    else:
        found = relative_time(cue, layers)
        if found is None:
            return
        (verb, time), when = found, None
    if not happened(verb, layers, cue.source or ()):
        return
    subject = subject_words(verb)
    whole = around(doc, clause(verb), time, subject)
    if whole.i < layers.headline < whole.j:
        return
    slots: dict[str, Phrase] = {"time": Phrase(time, date=when)}
    place = place_of(verb, layers)
    if place is not None:
        slots["place"] = place
    yield Reading(cue=extent(doc, verb.i, verb.i + 1), clause=whole, head=verb.i, subject=subject, slots=slots, when=when)


def rank(timex: Timex) -> int:
    """A date says more of when than a duration, and both more than "now" or "then"."""
    if timex.value is None or timex.value.endswith("_REF"):
        return 2
    return int(timex.type == "DURATION")


def subject_words(verb: Token) -> Extent | None:
    """The subject's words; of a participle, those of the noun it modifies."""
    subject = own_subject(verb)
    if subject is None:
        subject = subject_of(verb)
    return noun_words(subject, stop=verb.left_edge.i if subject.i < verb.left_edge.i else None) if subject is not None else None


FAMILY = Family(name="event", slots=SLOTS, read=read, check=plain_check, patterns=PATTERNS, cues=cues)
