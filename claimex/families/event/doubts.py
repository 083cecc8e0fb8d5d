"""A verb and its time in; whether nothing that happened is told by them, or the time is not the verb's, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import own_subject
from claimex.families._idle import is_you
from claimex.families._times import is_past
from claimex.syntax import is_verb, word_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.dates.timex import Timex
    from claimex.layers import Layers

__all__ = ["EACH", "REPORTING", "is_base", "is_doubtful", "is_without_content", "reported_verb"]

REPORTING = frozenset({
    "say", "tell", "reveal", "announce", "add", "report", "note", "confirm", "claim", "write", "state", "declare", "insist",
    "explain", "warn", "tweet", "reply", "estimate", "acknowledge", "admit", "argue", "suggest", "disclose", "indicate",
})  # fmt: skip
COMPARING = frozenset({"compare", "accord", "include", "exclude", "base", "depend", "regard", "concern", "follow"})
EXPECTING = frozenset({"expect", "plan", "hope", "intend", "predict", "forecast", "anticipate", "want", "wish"})
MINDS = frozenset({"remember", "think", "know", "guess", "mean", "feel", "believe", "wonder", "suppose", "understand"})
PERIODS = frozenset({"quarter", "year", "month", "months", "period", "week", "weeks", "half", "season", "decade", "term", "days"})
ENTERING = frozenset({"enter", "approach", "near"})
MOVES = frozenset({"up", "down", "increase", "decrease", "rise", "decline", "drop", "gain", "fall", "rose", "fell", "climbed"})
NEAR = 2  # tokens from "than" to "last year"
BASE_REACH = 14  # tokens from "up from" to "a year earlier"
EACH = frozenset({"every", "each", "any"})
NOW = frozenset({"now", "nowadays", "today", "these"})


def is_base(timex: Timex, doc: Doc) -> bool:
    """Whether it dates what something is compared with: "up from $2 a year earlier", "higher than last year"."""
    sent = doc[timex.at.i].sent
    amount = False
    earlier = doc[timex.at.j - 1].lower_ in {"earlier", "before", "ago"}
    for k in range(timex.at.i - 1, max(sent.start, timex.at.i - BASE_REACH), -1):
        token = doc[k]
        if token.lower_ == "than" and token.dep_ != "quantmod":  # of "more than 50" no time is compared
            return amount or timex.at.i - k <= NEAR
        if token.lower_ == "from" and amount:
            return earlier or word_at(doc, k - 1) in MOVES
        if token.lower_ in {"with", "to", "against"} and word_at(doc, k - 1) == "compared":
            return True
        if is_verb(token):
            return False
        amount = amount or token.tag_ in {"CD", "$"}
    return False


def reported_verb(verb: Token, timex: Timex) -> Token | None:
    """The verb of what was reported where a year stands before it: "they reported this year 90 members left"."""
    if verb.lemma_ not in REPORTING or timex.value is None or len(timex.value) != len("2022") or timex.at.i != verb.i + 1:
        return None
    opens = (child for child in verb.rights if child.dep_ == "ccomp" and child.left_edge.i == timex.at.j)
    return next((child for child in opens if child.left_edge.dep_ != "mark"), None)


def is_doubtful(verb: Token, timex: Timex | None, layers: Layers) -> bool:
    """Whether the words of a verb and its time tell nothing that happened."""
    subject = own_subject(verb)
    if (subject is not None and is_you(subject) and verb.tag_ != "VBD") or is_no_event(verb):
        return True
    if verb.lemma_ in MINDS and subject is not None and subject.lower_ in {"i", "we", "you"}:
        return True  # "I do not remember it after 2014"
    return timex is not None and (
        is_to_come(timex, verb.doc) or is_mismatch(verb, timex, layers) or is_now(verb, timex, layers) or is_entered(verb, timex)
    )


def is_no_event(verb: Token) -> bool:
    """Whether the verb compares, expects or bounds a period, or is one only for the parser."""
    helpers = any(child.dep_[:3] == "aux" for child in verb.lefts)
    if verb.lemma_ in COMPARING and verb.tag_ in {"VBN", "VBG"} and not helpers:
        return True
    if verb.lemma_ in EXPECTING and verb.tag_ in {"VBZ", "VBP", "VBG"}:
        return True  # a forecast
    if verb.lemma_ == "end" and verb.dep_ == "acl" and verb.head.lower_ in PERIODS:
        return True  # "the quarter ended Sept. 30"
    if verb.dep_ in {"pobj", "pcomp"} and verb.tag_ in {"VBP", "VB"}:
        return True  # "the official report yesterday", taken for a verb
    # "what we put on last week"
    return any(child.lower_ in {"what", "whatever"} and child.dep_ in {"dobj", "nsubj", "nsubjpass"} for child in verb.lefts)


def is_to_come(timex: Timex, doc: Doc) -> bool:
    """As in "in the coming years"; and a day that something is for: "her love for Christmas"."""
    words = {token.lower_ for token in doc[timex.at.i : timex.at.j]}
    day = timex.type == "DATE" and timex.value is not None and len(timex.value) == len("2022-02-08")
    return bool(words & {"coming", "upcoming", "forthcoming"}) or (day and word_at(doc, timex.at.i - 1) == "for")


def is_mismatch(verb: Token, timex: Timex, layers: Layers) -> bool:
    """As in "the board gives a price of $3 as of 2018": of what is so now, a time that is over dates something else."""
    if verb.tag_ not in {"VBZ", "VBP"} or verb.i < layers.headline or any(child.dep_[:3] == "aux" for child in verb.lefts):
        return False
    before = [word_at(verb.doc, timex.at.i - 2), word_at(verb.doc, timex.at.i - 1)]
    if before[1] == "since" or (before == ["as", "of"] and verb.lemma_ not in REPORTING):
        return False
    return timex.type == "DATE" and is_past(timex, layers)


def is_now(verb: Token, timex: Timex, layers: Layers) -> bool:
    """As in "he is now a judge", "nowadays we see more", and in an interview "right now they have data"."""
    words = {token.lower_ for token in verb.doc[timex.at.i : timex.at.j]}
    if timex.value != "PRESENT_REF" or "currently" in words:
        return False
    if layers.attributions.turn_of(timex.at) is not None:
        return True
    subject = own_subject(verb)
    vague = verb.lemma_ == "be" or subject is None or subject.tag_ in {"PRP", "EX", "DT"}
    return verb.tag_ in {"VBZ", "VBP"} and vague and verb.doc[timex.at.i].lower_ in NOW


def is_entered(verb: Token, timex: Timex) -> bool:
    """As in "the campaign entered September"."""
    return verb.lemma_ in ENTERING and timex.at.i == verb.i + 1


def is_without_content(verb: Token) -> bool:
    """Whether a verb of reporting stands without what was reported: "police revealed on Saturday"."""
    if verb.lemma_ not in REPORTING or any(child.dep_ == "auxpass" for child in verb.lefts):
        return False
    doc, end = verb.doc, verb.sent.end
    if any(token.text == ":" for token in doc[verb.i : end]):
        return False
    if is_added(verb):
        return False
    kept = {"ccomp", "xcomp", "dobj", "dative", "attr", "oprd", "nsubj"}
    return not any(child.dep_ in kept and (child.i > verb.i or child.dep_ == "ccomp") for child in verb.children)


def is_added(verb: Token) -> bool:
    """Whether the report hangs on what it reports and stands behind it: "the roof fell in, police said on Sunday"."""
    if verb.dep_ not in {"advcl", "parataxis", "conj"} or any(child.dep_ in {"mark", "advmod"} for child in verb.lefts):
        return False
    first = verb.left_edge
    behind = first if first.is_punct else first.nbor(-1) if first.i > verb.sent.start else first
    return behind.is_punct and any(child.dep_ == "nsubj" for child in verb.lefts)
