"""A cue of the future in; what is forecast and for when, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import around, complements, noun_words, own_subject
from claimex.families._family import Cue, Phrase, Reading
from claimex.families._times import phrase_of, timed_verb, times_of
from claimex.modality import tense
from claimex.spans import Extent, extent, trimmed
from claimex.syntax import SUBJECT_DEPS, clause, clause_head, is_verb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from spacy.tokens import Doc, Token

    from claimex.dates.timex import Timex
    from claimex.layers import Layers

__all__ = ["cues", "is_future", "read"]

HABITS = frozenset(
    {"often", "usually", "always", "sometimes", "frequently", "normally", "regularly", "occasionally", "generally"}
)
WISHES = frozenset(
    {"like", "love", "prefer", "rather", "hate", "say", "think", "appreciate", "imagine", "argue", "suggest", "recommend"}
)
STATES = frozenset(
    {"be", "have", "seem", "appear", "know", "need", "like", "want", "think", "feel", "mean", "say", "wish", "understand"}
)
NAMES_YOU = frozenset({"you", "your", "one"})
REPORTS = frozenset({
    "say", "announce", "promise", "predict", "warn", "tell", "add", "claim", "state", "report", "expect", "hope", "believe", "think",
    "vow", "pledge", "confirm", "fear", "suggest", "estimate", "decide", "agree", "reveal", "write", "know", "indicate", "insist",
    "declare", "forecast", "argue", "note", "assure", "threaten", "conclude", "guarantee", "anticipate", "hint", "worry",
})  # fmt: skip
EXPECTATIONS = frozenset(
    {"fear", "concern", "hope", "expectation", "claim", "promise", "worry", "prediction", "plan", "sign", "belief", "idea"}
)


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


def is_future(timex: Timex, layers: Layers) -> bool:
    """Whether an expression means a time after the day of publication."""
    if timex.value == "FUTURE_REF":
        return True
    published = layers.dates.publication.value
    if published is None or timex.from_ is None or timex.type not in {"DATE", "TIME"}:
        return False
    until = timex.to or timex.from_
    return timex.from_[: len(published)] > published[: len(timex.from_)] or (
        until[:10] > published and timex.from_[:10] > published
    )


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    """What the cue says will happen, to whom, and when."""
    doc = layers.doc
    found = READERS[cue.pattern](cue, layers)
    if found is None:
        return
    at, verb, subject = found
    if doc[cue.at.i].sent.text.rstrip(" \n\"”’'").endswith("?") or is_condition(verb, cue):
        return
    time = time_of(verb, at, layers)
    what = what_of(verb, at, layers)
    slots = {} if what is None else {"what": Phrase(what)}
    if time is not None:
        slots["time"] = Phrase(phrase_of(time, doc), date=time.id)
    head = head_of(doc, at, verb)
    who = who_of(head, subject, at)
    clause_ = whole_of(doc, head, verb, at, what, who)
    if clause_.i < layers.headline < clause_.j:
        return
    yield Reading(cue=at, clause=clause_, head=head.i, subject=who, slots=slots, when=time.id if time else None, tense="future")


Found = tuple[Extent, "Token", "Token | None"]


def is_condition(verb: Token, cue: Cue) -> bool:
    """Whether it stands in an if-clause: "if the plan would fail"."""
    return (
        any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in verb.lefts)
        and cue.pattern != "be-planned"
    )


def head_of(doc: Doc, at: Extent, verb: Token) -> Token:
    """The verb whose subject and negation count: that of the cue."""
    token = doc[at.i]
    if token.dep_ in {"aux", "auxpass"}:
        return verb if token.head.i == verb.i else clause_head(token.head)
    return token if is_verb(token) else verb


def who_of(head: Token, subject: Token | None, at: Extent) -> Extent | None:
    if subject is None:
        subject = own_subject(head)
    if subject is None and head.dep_ in {"acl", "relcl"}:
        subject = head.head
    if subject is None:
        return None
    return noun_words(subject, stop=at.i if subject.i < at.i else None)


def whole_of(doc: Doc, head: Token, verb: Token, at: Extent, what: Extent | None, who: Extent | None) -> Extent:
    """The clause of the forecast: its head's, with cue, subject and what is forecast."""
    top = clause(head) if is_verb(head) else clause(verb)
    near = who if who is not None and (who.j <= at.i or who.i < top.j) else None
    return around(doc, top, at, what, near)


def time_of(verb: Token, at: Extent, layers: Layers) -> Timex | None:
    """When: a time of the verb, of the cue's verb, or else one inside the subject ("next year's race will")."""
    doc = layers.doc
    seen: list[Timex] = list(times_of(verb, layers))
    for token in doc[at.i : at.j]:
        if is_verb(token) and token.i != verb.i:
            seen += times_of(token.head if token.dep_ in {"aux", "auxpass"} else token, layers)
    over = verb.head
    if verb.dep_ == "xcomp" and is_verb(over):
        seen += times_of(over, layers)
    ends = [child for child in verb.rights if child.dep_ == "xcomp"]
    for child in ends:
        seen += times_of(child, layers)
    if not seen:
        inside = clause(verb)
        seen = [timex for timex in layers.dates.within(inside.i, inside.j) if is_future(timex, layers)]
    future = [timex for timex in seen if timex.type != "DURATION"]
    return min(future or seen, key=lambda timex: (not is_future(timex, layers), timex.at.i), default=None)


def what_of(verb: Token, at: Extent, layers: Layers) -> Extent | None:
    """The verb with its complements, up to the time said after them."""
    doc = layers.doc
    if at.holds(verb.i):
        first = at.j
        rest = complements(verb, first=first)
        return upto_time(doc, rest, layers) if rest is not None else trimmed(doc, verb.i, verb.i + 1)
    start = min(
        [
            verb.i,
            *(child.i for child in verb.lefts if child.dep_ in {"auxpass", "aux"} and child.lower_ == "be" and child.i >= at.j),
        ]
    )
    rest = complements(verb, first=verb.i + 1)
    end = max(rest.j if rest is not None else 0, verb.i + 1)
    return upto_time(doc, trimmed(doc, start, end), layers)


def upto_time(doc: Doc, at: Extent, layers: Layers) -> Extent:
    times = layers.dates.within(at.i, at.j)
    last = times[-1] if times else None
    if last is None or last.at.j < at.j or last.at.i <= at.i + 1:
        return at
    stop = last.at.i
    while stop - 1 > at.i and doc[stop - 1].dep_ in {"prep", "punct"} and doc[stop - 1].tag_ in {"IN", ","}:
        stop -= 1
    return trimmed(doc, at.i, stop)


def by_will(cue: Cue, layers: Layers) -> Found | None:
    doc = layers.doc
    modal = doc[cue.at.i]
    verb = modal.head
    if modal.dep_ != "aux" or not is_verb(verb) or verb.i < modal.i or perfect(verb):
        return None
    subject = own_subject(verb)
    if subject is not None and subject.lower_ in NAMES_YOU:
        return None
    return cue.at, verb, subject


def perfect(verb: Token) -> bool:
    return (
        verb.tag_ == "VBN"
        and any(child.lower_ in {"have", "'ve", "’ve"} for child in verb.lefts)
        and not any(child.lower_ in {"will", "'ll", "’ll", "shall"} for child in verb.lefts)
    )


def by_would(cue: Cue, layers: Layers) -> Found | None:
    """Future in the past, or what a plan would bring about; no habit, wish or unreal past."""
    found = by_will(cue, layers)
    if found is None:
        return None
    _, verb, subject = found
    said = {child.lower_ for child in verb.lefts if child.dep_ in {"advmod", "neg"}}
    if (
        said & (HABITS | WISHES)
        or verb.lemma_ in WISHES
        or (subject is not None and subject.lower_ in {"i", "it", "that"} and not reported(verb))
    ):
        return None
    if any(child.dep_ == "advcl" and unreal(child) for child in verb.children):
        return None
    return found


def unreal(clause_verb: Token) -> bool:
    """An if-clause in the past: what follows is imagined; a when-clause: what follows is a habit."""
    marks = {child.lower_ for child in clause_verb.lefts if child.dep_ in {"mark", "advmod"}}
    tags = {clause_verb.tag_} | {child.tag_ for child in clause_verb.lefts if child.dep_ in {"aux", "auxpass"}}
    return bool(marks & {"if", "when", "whenever"}) and "VBD" in tags


def reported(verb: Token) -> bool:
    """Whether the verb's clause is what somebody said, thought or feared."""
    for _ in range(4):
        over = verb.head
        if over.i == verb.i:
            return False
        if verb.dep_ in {"ccomp", "acl", "relcl", "pcomp"} and (over.lemma_ in REPORTS or over.lemma_ in EXPECTATIONS):
            return True
        verb = over
    return False


def by_may(cue: Cue, layers: Layers) -> Found | None:
    """A prediction that something may happen; no ability in the past, no standing possibility."""
    found = by_will(cue, layers)
    if found is None:
        return None
    _, verb, subject = found
    if verb.lemma_ in STATES or subject is None or verb.dep_ in {"relcl"} or subject.lower_ in {"i", "there", "who"}:
        return None
    if cue.at.j - cue.at.i == 1 and layers.doc[cue.at.i].lower_ == "could" and in_past(verb):
        return None
    return found


def in_past(verb: Token) -> bool:
    """Whether the sentence around tells of the past."""
    for _ in range(4):
        if verb.head.i == verb.i:
            break
        if verb.dep_ == "ccomp" and verb.head.lemma_ in REPORTS:
            return False
        verb = verb.head
        if is_verb(verb) and tense(verb) == "past":
            return True
    return False


def goal_of(token: Token) -> Token | None:
    """The verb of the infinitive that hangs on `token`."""
    return next(
        (child for child in token.rights if child.dep_ in {"xcomp", "acl", "ccomp", "advcl", "attr"} and infinitive(child)), None
    )


def infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def by_be_to(cue: Cue, layers: Layers) -> Found | None:
    """ "He is to visit": a copula with an infinitive; its subject is no aim ("the idea is to sell")."""
    doc = layers.doc
    be = doc[cue.at.i]
    verb = doc[cue.at.j - 1].head
    subject = own_subject(be)
    if (
        verb.head.i != be.i
        or not is_verb(verb)
        or subject is None
        or verb.lemma_ in {"blame", "say", "be"}
        or be.dep_ in {"aux", "auxpass"}
    ):
        return None
    if subject.lemma_.lower() in AIMS or subject.lower_ in {"it", "that", "this", "what"} or subject.dep_ == "csubj":
        return None
    return cue.at, verb, subject


AIMS = frozenset({
    "aim", "goal", "plan", "purpose", "idea", "job", "task", "role", "way", "objective", "point", "duty", "intention", "target", "mission",
    "work", "thing", "option", "step", "solution", "strategy", "challenge", "choice", "priority", "function", "approach", "key", "reason",
})  # fmt: skip


def by_planned(cue: Cue, layers: Layers) -> Found | None:
    """ "Is expected to rise", "two teams scheduled to compete", "laws expected next month"."""
    doc = layers.doc
    to = doc[cue.at.j - 1] if doc[cue.at.j - 1].tag_ == "TO" else None
    word = doc[cue.at.j - 1 - (to is not None)]
    if word.dep_ in {"amod", "compound", "aux"} and to is None:
        return None
    verb = to.head if to is not None and to.dep_ == "aux" else goal_of(word)
    if word.lower_ in {
        "about",
        "going",
        "set",
        "sure",
        "bound",
        "certain",
        "likely",
        "unlikely",
        "gonna",
        "poised",
        "due",
        "destined",
    }:
        if verb is None or verb.i < word.i:
            return None
    elif verb is None:
        if not any(is_future(timex, layers) for timex in times_of(word, layers)) or word.tag_ == "VBD":
            return None
        verb = word
    if word.lower_ == "set" and not any(child.dep_ == "auxpass" for child in word.lefts):
        return None
    past = doc[cue.at.i].lower_ in {"was", "were"} or layers.doc[cue.at.i].lower_ == "been"
    if past and word.lower_ in {"about", "sure", "certain", "likely", "unlikely"}:
        return None
    at = cue.at if to is not None or not infinitive(verb) else cue.at
    return at, verb, own_subject(word) or own_subject(clause_head(word))


def by_plans(cue: Cue, layers: Layers) -> Found | None:
    """ "He plans to meet them"."""
    doc = layers.doc
    word, to = doc[cue.at.i], doc[cue.at.j - 1]
    verb = to.head
    if verb.head.i != word.i or verb.i < to.i or word.dep_ in {"amod"}:
        return None
    if word.lemma_ in {"hope", "wish"} and (own_subject(word) is None or own_subject(word).lower_ in {"i", "you"}):  # type: ignore[union-attr]
        return None
    return cue.at, verb, own_subject(word)


def by_expects(cue: Cue, layers: Layers) -> Found | None:
    """ "The city expects six million visitors"."""
    word = layers.doc[cue.at.i]
    if not any(child.dep_ == "dobj" for child in word.rights) or word.tag_ in {"VBG", "VBN"} or own_subject(word) is None:
        return None
    if any(child.dep_ in {"ccomp"} for child in word.rights):
        return None
    return cue.at, word, own_subject(word)


def by_goal(cue: Cue, layers: Layers) -> Found | None:
    """ "A plan to cut taxes", "the goal is to cut taxes"."""
    doc = layers.doc
    noun, to = doc[cue.at.i], doc[cue.at.j - 1]
    verb = to.head
    if verb.i < to.i or not is_verb(verb) or verb.head.i not in {noun.i, noun.head.i, to.i - 1}:
        return None
    holder = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if (
        holder is None
        and noun.dep_ == "dobj"
        and noun.head.lemma_ in {"have", "announce", "unveil", "outline", "present", "make"}
    ):
        holder = own_subject(noun.head)
    if noun.lemma_ in {"effort", "bid", "scheme"} and holder is None:
        return None
    return cue.at, verb, holder or noun


def by_to_be(cue: Cue, layers: Layers) -> Found | None:
    """ "Figures to be published today": a noun with what is to be done to it, and when."""
    verb = layers.doc[cue.at.j - 1]
    noun = verb.head
    if verb.dep_ not in {"acl", "relcl"} or noun.tag_ not in {"NN", "NNS", "NNP", "NNPS"} or not times_of(verb, layers):
        return None
    return extent(layers.doc, cue.at.i, cue.at.j - 1), verb, noun


def by_headline(cue: Cue, layers: Layers) -> Found | None:
    """ "Khan to go to Russia": in a headline, the infinitive is its only verb."""
    doc = layers.doc
    verb = doc[cue.at.j - 1]
    if cue.at.i >= layers.headline or verb.sent.start >= layers.headline:
        return None
    before = [token for token in doc[verb.sent.start : cue.at.i] if not token.is_space]
    if (
        not before
        or any(is_verb(token) and token.dep_ not in {"amod", "compound"} for token in before)
        or before[-1].tag_[:2] not in {"NN", "CD"}
    ):
        return None
    if verb.i + 1 < layers.headline and verb.lower_ == "be":
        return None
    nouns = [token for token in before if token.tag_.startswith("NN")]
    return cue.at, verb, nouns[-1] if nouns else None


def by_adjective(cue: Cue, layers: Layers) -> Found | None:
    """ "An update is forthcoming"."""
    word = layers.doc[cue.at.i]
    be = word.head
    if (
        be.lemma_ != "be"
        or be.tag_ not in {"VBZ", "VBP"}
        or own_subject(be) is None
        or any(child.dep_ == "neg" for child in be.children)
    ):
        return None
    return cue.at, word, own_subject(be)


def by_date(cue: Cue, layers: Layers) -> Found | None:
    """ "The festival runs through March 11"."""
    verb = layers.doc[cue.at.i]
    subject = own_subject(verb)
    if subject is None and verb.dep_ not in {"acl"}:
        return None
    if any(child.lower_ in {"expected", "scheduled"} for child in [verb]):
        return None
    return cue.at, verb, subject


READERS: Mapping[str, Callable[[Cue, Layers], Found | None]] = {
    "will": by_will,
    "would": by_would,
    "may": by_may,
    "be-to": by_be_to,
    "be-planned": by_planned,
    "plans-to": by_plans,
    "expects": by_expects,
    "goal": by_goal,
    "to-be": by_to_be,
    "headline-to": by_headline,
    "forthcoming": by_adjective,
    "dated-present": by_date,
}
