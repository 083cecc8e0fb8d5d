"""A cue of the future in; what is forecast, of whom and for when, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import around, noun_words, own_subject, tight
from claimex.families._family import Cue, Phrase, Reading
from claimex.families._opening import closed, joined, opened
from claimex.families._times import is_future, is_past, timed_verb
from claimex.families.event.telling import is_asked
from claimex.families.forecast import future, goals, plans, presents
from claimex.families.forecast.foreseen import what_of
from claimex.families.forecast.when import phrase_at, time_of
from claimex.modality import polarity
from claimex.spans import Extent, extent, paired
from claimex.syntax import clause_head, is_verb, phrase, subject_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from spacy.tokens import Doc, Token

    from claimex.dates.timex import Timex
    from claimex.layers import Layers

__all__ = ["cues", "read"]

FREE = frozenset({"headline-to", "goal", "to-be"})  # all others need a subject; without one the parser went wrong
ABLE = frozenset({"have", "use", "want", "go", "need", "able", "like", "get"})  # "if they want to"
SAYING = frozenset({"say", "add", "announce", "report", "state"})


def cues(layers: Layers) -> Iterator[Cue]:
    """Verbs in the present with a time after publication: "the fair runs until March 11", "the shop opens on Friday"."""
    doc = layers.doc
    for timex in layers.dates:
        if is_future(timex, layers):
            verb = timed_verb(timex, doc)
            if verb is not None and is_present(verb):
                yield Cue("dated-present", extent(doc, verb.i, verb.i + 1), timex)


def is_present(verb: Token) -> bool:
    """Whether the verb is in the present, simple or progressive, without a modal."""
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    if verb.tag_ in {"VBZ", "VBP"}:
        return not helpers
    return (
        verb.tag_ in {"VBG", "VBN"}
        and bool(helpers)
        and all(child.tag_ in {"VBZ", "VBP"} and child.lemma_ == "be" for child in helpers)
    )


READERS: Mapping[str, Callable[[Cue, Layers], future.Found | None]] = {
    "will": future.by_will,
    "would": future.by_would,
    "may": future.by_may,
    "be-to": plans.by_be_to,
    "be-planned": plans.by_planned,
    "plans-to": plans.by_plans,
    "expects": presents.by_expects,
    "goal": goals.by_goal,
    "to-be": goals.by_to_be,
    "headline-to": goals.by_headline,
    "forthcoming": presents.by_adjective,
    "dated-present": presents.by_date,
}


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    """What the cue says will happen, to whom, and when."""
    doc = layers.doc
    found = READERS[cue.pattern](cue, layers)
    if found is None:
        return
    at, verb, subject = found
    over = told_before(verb)
    subject, time = subject if over is None else own_subject(over), time_of(verb, at, layers)
    if is_asked(verb) or is_inverted(verb) or is_condition(verb) or is_over(doc[at.i], time, layers):
        return
    if time is not None and (is_past(time, layers) or time.type == "SET"):
        time = None  # "to grow from 20 percent last year"
    head = head_of(doc, at, verb)
    who = closed(doc, who_of(head, subject, at))
    dated = subject is not None and layers.dates.at(subject.i) is not None  # "the next ten days which aims to"
    if dated or (who is None and cue.pattern not in FREE) or (verb.i + 1 < len(doc) and verb.nbor().tag_ == "HYPH"):
        return
    what = what_of(verb, at, who, layers)
    if what is not None and what.j - what.i == 1 and doc[what.i].lower_ in {"be", "do"}:
        return
    slots = {} if what is None else {"what": Phrase(paired(doc, what))}
    if time is not None:
        slots["time"] = Phrase(phrase_at(time, doc), date=time.id)
    clause_ = opened(doc, around(doc, clause_of(head if is_verb(head) else verb, verb), at, what, who), who)
    if over is not None and who is not None:
        clause_ = extent(doc, who.i, clause_.j)
    if clause_.i < layers.headline < clause_.j or is_broken_off(doc, clause_):
        return
    none = cue.pattern == "goal" and any(child.lower_ == "no" for child in doc[at.i].lefts)  # "has no plan to"
    yield Reading(
        cue=at,
        clause=clause_,
        head=head.i if over is None else over.i,
        subject=who,
        slots=slots,
        when=time.id if time else None,
        polarity="negated" if none else polarity(verb) if over is not None else None,
        tense="future",
    )


def told_before(verb: Token) -> Token | None:
    """The verb whose subject it shares, which the parser missed: "He said the price was not set, but would be soon"."""
    over = verb.head
    own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.lefts)
    if verb.dep_ != "conj" or own or over.lemma_ not in SAYING or over.tag_ != "VBD":
        return None
    return next((child for child in over.rights if child.dep_ == "ccomp" and child.i < verb.i), None)


def clause_of(head: Token, verb: Token) -> Extent:
    """The clause; of "the changes that they are expected to make", or without "that", with what it says it of."""
    gap = head.dep_ == "relcl" and any(child.dep_ in {"nsubj", "nsubjpass"} and child.tag_[0] in "NP" for child in head.lefts)
    gap = gap and all(child.lower_ not in {"when", "where", "why", "which", "whom"} for child in head.lefts)
    if gap and all(child.dep_ not in {"dobj", "attr", "acomp", "xcomp", "agent"} for child in verb.rights):
        return around(head.doc, phrase(head.head), tight(head))
    return tight(head)


def is_broken_off(doc: Doc, clause_: Extent) -> bool:
    """As in "to empower us to"; not "if they have to"."""
    last = doc[clause_.j - 1]
    return last.tag_ == "TO" and last.nbor(-1).lemma_ not in ABLE


def is_inverted(verb: Token) -> bool:
    """Whether a helper stands before the subject, as in a question inside a sentence: "am I going to live", they asked."""
    over = verb.head if verb.dep_ == "xcomp" else verb
    subject = next((child for child in over.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    helpers = [child.i for child in over.lefts if child.dep_ in {"aux", "auxpass"} and child.tag_ != "TO"]
    if subject is None or not helpers or min(helpers) > subject.i:
        return False
    before = {token.lower_ for token in verb.doc[max(verb.sent.start, min(helpers) - 6) : min(helpers)]}
    if verb.doc[min(helpers) - 1].lower_ in {"where", "how", "why", "what", "who", "when", "which"}:
        return True  # "So where will the money come from."
    return not before & {"nor", "neither", "only", "never", "not", "so", "no"}


def is_over(cue: Token, time: Timex | None, layers: Layers) -> bool:
    """Whether it was planned once, and has happened or not by now."""
    # of "is to travel on Wednesday" the tense knows better
    backward = cue.tag_ in {"VBD", "VBN"} or cue.lower_ in {"would", "'d", "’d", "could", "might"}
    if time is not None and backward and is_past(time, layers):
        return True
    ahead = time is not None and (is_future(time, layers) or is_today(time, layers))
    was = cue.lower_ == "been" or bool({cue.lower_, *(child.lower_ for child in cue.lefts)} & {"was", "were"})
    return was and not ahead and not future.reported(cue)


def is_today(time: Timex, layers: Layers) -> bool:
    """Whether it is the day of publication: "were due to speak later on Tuesday", in Tuesday's paper."""
    published = layers.dates.publication.value
    return published is not None and time.from_ is not None and time.from_[: len("2022-02-08")] == published


def is_condition(verb: Token) -> bool:
    """Whether it stands in an if-clause: "if the plan would fail", "they do not know whether it is going to hold"."""
    tops = [verb, verb.head] if verb.dep_ in {"xcomp", "acomp"} or verb.head.lower_ in {"likely", "due", "set"} else [verb]
    tops += [top.head for top in tops if top.dep_ == "acomp"]
    return any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for top in tops for child in top.lefts)


def head_of(doc: Doc, at: Extent, verb: Token) -> Token:
    """The verb whose subject and negation count: that of the cue."""
    token = doc[at.i]
    if token.dep_ in {"aux", "auxpass"}:
        return verb if token.head.i == verb.i else clause_head(token.head)
    return token if is_verb(token) else verb


def who_of(head: Token, subject: Token | None, at: Extent) -> Extent | None:
    """Of whom or what it is foreseen; of "there will be", what there will be."""
    there = next((child for child in head.lefts if child.dep_ == "expl" and child.lower_ == "there"), None)
    if there is not None:
        subject = there
    if subject is None:
        subject = own_subject(head) or subject_of(head)
    if subject is None and head.dep_ in {"acl", "relcl"}:
        subject = head.head
    if subject is not None and subject.is_punct:  # "Rocky [Linux] will"
        named = next((child for child in subject.head.lefts if child.dep_ == subject.dep_), subject)
        return extent(subject.doc, named.left_edge.i, subject.i + 1)
    if subject is None or subject.dep_ == "expl":
        subject = next((child for child in head.rights if child.dep_ == "attr"), None)
        return None if subject is None else phrase(subject)
    stop = min(at.i, head.left_edge.i) if head.left_edge.i > subject.i else at.i
    return joined(noun_words(subject, stop=stop if subject.i < at.i else None), subject, stop)
