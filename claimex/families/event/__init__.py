"""An event claim: something happened or was so, and its clause says when.

It can be checked by looking for the event at that time and place. A date inside a noun phrase ("the 2015 election", "his
2003 visit") times no verb, and what is still to come is a forecast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex import modality
from claimex.families._clause import around, noun_words, own_subject, stranded_subject, tight
from claimex.families._family import Cue, Family, Phrase, Reading, TokenPattern
from claimex.families._opening import closed, joined, opened
from claimex.families._times import is_future, is_past, phrase_of, range_of, timed_verb
from claimex.families.event.check import check
from claimex.families.event.doubts import REPORTING, is_without_content, reported_verb
from claimex.families.event.telling import happened, is_time_of, narrative_day, relative_time, sharing, told_by
from claimex.families.event.where import place_of
from claimex.spans import extent, trimmed
from claimex.syntax import phrase, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Token

    from claimex.dates.timex import Timex
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["FAMILY"]

# A part of a match, a race or a trial by which sports reports tell the time.
PARTS = [
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
    "match",
    "frame",
]
MATCHES = frozenset({"match", "game", "final", "race", "fight", "bout", "whistle", "interval", "half-time", "halftime"})
CLOCK = frozenset({"minute", "half-time", "halftime", "whistle"})
PART = {"LOWER": {"IN": PARTS}}
LATE = {"LOWER": {"IN": ["injury", "stoppage", "extra", "added"]}}
EDGE = {"LOWER": {"IN": ["start", "end", "beginning", "close"]}}
IN = {"LOWER": {"IN": ["in", "on", "during"]}}
PATTERNS: dict[str, tuple[TokenPattern, ...]] = {
    "after": ([{"LOWER": {"IN": ["after", "before", "during", "following", "since"]}}],),
    "in-play": (
        [IN, {"LOWER": {"IN": ["the", "their", "his", "her"]}}, {"TAG": {"IN": ["JJ", "CD", "NN"]}}, PART],
        [IN, {"LOWER": "the", "OP": "?"}, LATE, {"LOWER": "time"}],
        [{"LOWER": {"IN": ["early", "late", "midway"]}}, {"LOWER": {"IN": ["in", "into", "through"]}}, {"LOWER": "the"}, PART],
        [{"LOWER": "at"}, {"LOWER": "the"}, EDGE, {"LOWER": "of"}, {"LOWER": "the"}, PART],
    ),
}  # fmt: skip
MAX_RELATIVE = 12  # tokens from a noun to the verb of its relative clause
SLOTS: Mapping[str, str] = {"time": "when (words, with the date they are)", "place": "where it happened"}


def cues(layers: Layers) -> Iterator[Cue]:
    """Each verb that a temporal expression times, once, with its expressions."""
    doc = layers.doc
    found: dict[int, list[Timex]] = {}
    for timex in layers.dates:
        verb = timed_verb(timex, doc) if is_time_of(timex, doc) else None
        verb = verb and (reported_verb(verb, timex) or verb)
        teller = told_by(verb, future=is_future(timex, layers)) if verb is not None else None
        for one in sharing(teller, timex) if teller is not None else ():
            found.setdefault(one.i, []).append(timex)
    for i, timexes in found.items():
        yield Cue("dated", extent(doc, i, i + 1), tuple(timexes))


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    """What happened, to whom, when and where."""
    doc = layers.doc
    if cue.pattern == "dated":
        verb, timex = doc[cue.at.i], min(cue.source, key=lambda timex: (rank(timex), timex.at.i))
        time: Extent = range_of(timex, layers) or phrase_of(timex, doc)
        when = timex.id if timex.value is not None else narrative_day(timex.at, layers) or timex.id
        slot = Phrase(time, date=timex.id)
    else:
        found = relative_time(cue, layers)
        if found is None:
            return
        (verb, time), timex, slot = found, None, Phrase(found[1])
        when = narrative_day(time, layers) if is_in_play(cue, time, layers) else None
    if not happened(verb, layers, timex) or is_without_content(verb):
        return
    subject = closed(doc, subject_words(verb))
    lost = subject is None and verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.i >= layers.headline
    if lost or modality.tense(verb) == "future":
        return
    whole = opened(doc, led(around(doc, tight(verb), time, subject, said_of(verb), content_of(verb)), layers), subject)
    if whole.i < layers.headline < whole.j:
        return
    place = place_of(verb, layers, time)
    slots = {"time": slot} if place is None else {"time": slot, "place": place}
    at = extent(doc, verb.i, verb.i + 1)
    tense = "past" if is_gone(verb, timex, layers) else None
    yield Reading(cue=at, clause=whole, head=verb.i, subject=subject, slots=slots, when=when, tense=tense)


def led(words: Extent, layers: Layers) -> Extent:
    """With the preposition of a time that they begin with: "In 2018, while in jail, he wrote"."""
    doc = layers.doc
    if words.i == 0 or doc[words.i - 1].dep_ != "prep" or doc[words.i].head.i != words.i - 1 or not layers.dates.at(words.i):
        return words
    return around(doc, words, extent(doc, words.i - 1, words.i))


def is_gone(verb: Token, timex: Timex | None, layers: Layers) -> bool:
    """Whether a participle, which has no tense, tells what is over: "a letter read on Friday", "walkers crossing last year"."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_[:3] == "aux"}
    if verb.tag_ not in {"VBN", "VBG"} or not helpers <= {"having", "been"}:
        return False
    return verb.tag_ == "VBN" or (timex is not None and is_past(timex, layers))


def is_in_play(cue: Cue, time: Extent, layers: Layers) -> bool:
    """Whether the time is one of a match, and so on the day that the story is on."""
    if cue.pattern == "in-play" or any(token.lower_ in MATCHES for token in layers.doc[time.i : time.j]):
        return True
    return any(token.lower_ in CLOCK for token in layers.doc[time.i].sent)  # "in the 62nd minute he ..., which was given after"


def rank(timex: Timex) -> int:
    """A date says more of when than a duration, and both more than "now" or "then"."""
    if timex.value is None or timex.value.endswith("_REF"):
        return 2
    return int(timex.type == "DURATION")


def subject_words(verb: Token) -> Extent | None:
    """The subject's words; of a participle, those of the noun it modifies."""
    subject = own_subject(verb) or subject_of(verb) or stranded_subject(verb)
    if subject is None:  # "there were protests"
        there = any(child.dep_ == "expl" for child in verb.lefts)
        subject = next((child for child in verb.rights if there and child.dep_ == "attr"), None)
        return None if subject is None else phrase(subject)
    if subject.is_punct:  # "Rocky [Linux] was released"
        return extent(verb.doc, subject.left_edge.i, subject.i + 1)
    stop = verb.left_edge.i if subject.i < verb.left_edge.i else verb.i if subject.i < verb.i else None
    words = noun_words(subject, stop=stop)
    for child in reversed(list(verb.lefts)):  # a name that the parser took to pieces: "Kim", "Min", "-", "Woo"
        if child.dep_ == subject.dep_ and child.i == words.i - 1 and child.tag_ in {"NNP", "HYPH"}:
            words = around(verb.doc, words, noun_words(child, stop=words.i))
    return joined(words, subject, stop if stop is not None else words.j)


def said_of(verb: Token) -> Extent | None:
    """The noun that a relative clause with a subject of its own tells about: "the wreck they found last June"."""
    if verb.dep_ != "relcl" or verb.head.tag_[0] != "N" or any(child.lower_ in {"where", "when"} for child in verb.lefts):
        return None
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.lower_ in {"who", "which", "that"} or verb.i - verb.head.i > MAX_RELATIVE:
        return None
    return noun_words(verb.head, stop=verb.left_edge.i)


def content_of(verb: Token) -> Extent | None:
    """What was reported, where the verb comes after it, or where it is all in marks: "It fell, police revealed on Saturday"."""
    if verb.lemma_ not in REPORTING:
        return None
    content = [child for child in verb.children if child.dep_ == "ccomp"]
    said = any(child.dep_ in {"dobj", "attr"} for child in verb.rights)
    if not content or (said and content[0].i > verb.i):
        return None
    return trimmed(verb.doc, content[0].left_edge.i, content[0].right_edge.i + 1)


FAMILY = Family(name="event", slots=SLOTS, read=read, check=check, patterns=PATTERNS, cues=cues)
