"""A temporal expression or a verb in; the verb that it times, or the times said of it, by the dependency tree, out.

"The 2015 election" and "his visit in 2003" time a noun, not the verb of their clause; where the parser hangs "in 2003" on
the last noun of "made a trip to Peru in 2003", the noun's verb is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.lists import lines
from claimex.spans import Extent, extent
from claimex.syntax import SUBJECT_DEPS, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.dates.timex import Timex
    from claimex.layers import Layers

__all__ = ["climb", "is_event", "is_future", "is_past", "past_verb", "phrase_of", "range_of", "root_of", "timed_verb", "times_of"]

MAX_CLIMB = 12  # heads from a date to its verb; longer ways cross a clause
INSIDE = frozenset(
    {"amod", "compound", "poss", "nummod", "nmod", "det", "appos", "nsubj", "nsubjpass", "attr", "dobj", "oprd", "conj"}
)
OBJECTS = frozenset({"dobj", "attr", "oprd", "dative", "acomp"})
# After these a noun keeps its own time: "after the war in 1945", "the victims of the flood in 2010".
KEEPING = frozenset(
    {"after", "before", "since", "during", "of", "about", "following", "until", "between", "despite", "because", "like", "than"}
)
LEADING = frozenset({"by", "for", "during", "until", "till", "within", "since", "before"})
RANGES = frozenset({("from", "to"), ("from", "until"), ("from", "till"), ("from", "through"), ("between", "and")})
LIMITS = frozenset({"by", "until", "till", "through", "before"})
VERBAL = ("tion", "sion", "ment", "ing", "ance", "ence")
# Nouns of happenings, which can have a time of their own.
EVENT_NOUNS = frozenset(word for line in lines("claimex.families", "happenings.txt") for word in line.split())


def root_of(doc: Doc, at: Extent) -> Token:
    """The token of an extent that hangs on something outside it."""
    return next((token for token in doc[at.i : at.j] if not at.holds(token.head.i) or token.dep_ == "ROOT"), doc[at.j - 1])


def timed_verb(timex: Timex, doc: Doc) -> Token | None:
    """The verb that an expression times; None if it times a noun, or is itself an object or subject."""
    root = root_of(doc, timex.at)
    if root.dep_ == "poss" and is_event(root.head):
        return past_verb(root.head)  # "last year's race was won by"
    return None if root.dep_ in INSIDE else climb(root)


def climb(root: Token) -> Token | None:
    """The verb above a word of time, past the nouns that the parser hung it on."""
    token, raised, daily = root, False, root.head.lower_ == "on"
    for _ in range(MAX_CLIMB):
        over = token.head
        if over.i == token.i or (is_verb(over) and over.dep_ in {"amod", "compound"}):
            return None
        if is_verb(over):
            verb = over.head if over.dep_ in {"aux", "auxpass"} else past_comma(over, token)
            return None if raised and verb.tag_ in {"VBZ", "VBP"} else verb
        if is_noun(over) and (token.tag_ in {"IN", "TO", "RB", "RBR"} or token.i == root.i):
            if over.dep_ in SUBJECT_DEPS:
                return past_verb(over) if is_event(over) else None
            if token.lower_ in {"since", "from"} or not raises(over, daily=daily):
                return None
            raised = True
        token = over
    return None


def past_comma(verb: Token, phrase: Token) -> Token:
    """The main verb, for a time after an added participle: "was convicted of theft, stemming from the raid, in 2011"."""
    over, doc = verb.head, verb.doc
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "acl"} or not is_verb(over) or phrase.i < verb.i or over.i > verb.i:
        return verb
    set_off = doc[verb.left_edge.i - 1].text == doc[phrase.left_edge.i - 1].text == ","
    return over if set_off and phrase.left_edge.i > verb.i + 1 else verb


def past_verb(subject: Token) -> Token | None:
    """The verb of an event noun that is its subject, in the past and no copula: "the crash on Friday killed two"."""
    verb = subject.head
    past = verb.tag_ in {"VBD", "VBN"} and verb.lemma_ != "be"
    return verb if past and subject.dep_ in SUBJECT_DEPS else None


def is_noun(token: Token) -> bool:
    return token.tag_ in {"NN", "NNS", "NNP", "NNPS", "CD"}


def raises(noun: Token, *, daily: bool) -> bool:
    """Whether a time hung on this noun is more likely said of its verb, as "on Friday" nearly always is."""
    if noun.dep_ in OBJECTS:
        return is_verb(noun.head) or noun.head.dep_ in OBJECTS
    if noun.dep_ != "pobj":
        return noun.dep_ in {"npadvmod", "pcomp", "agent"}
    preposition = noun.head.lower_
    if preposition in KEEPING:
        return preposition == "of" and not is_event(noun)
    return daily or not is_event(noun) or preposition in {"to", "with", "by", "at", "in", "into"}


def is_event(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in EVENT_NOUNS or (noun.tag_ in {"NN", "NNS"} and lemma.endswith(VERBAL))


def times_of(verb: Token, layers: Layers) -> tuple[Timex, ...]:
    """The expressions of the verb's sentence that time this verb, in order."""
    sent = verb.sent
    return tuple(timex for timex in layers.dates.within(sent.start, sent.end) if is_timed(timex, verb))


def is_timed(timex: Timex, verb: Token) -> bool:
    found = timed_verb(timex, verb.doc)
    return found is not None and found.i == verb.i


def phrase_of(timex: Timex, doc: Doc) -> Extent:
    """The expression with the preposition before it that changes what it says: "by 2050", "for two hours", "prior to Monday"."""
    first = timex.at.i
    if first and doc[first - 1].tag_ in {"IN", "TO"}:
        if doc[first - 1].lower_ in LEADING or (timex.type == "DURATION" and doc[first - 1].lower_ == "after"):
            first -= 1
        elif first > 1 and (doc[first - 2].lower_, doc[first - 1].lower_) in {("prior", "to"), ("ahead", "of")}:
            first -= 2
    if first == timex.at.i:
        return timex.at
    whole = extent(doc, first, timex.at.j)
    return Extent(whole.start, timex.at.end, whole.i, whole.j)


def range_of(timex: Timex, layers: Layers) -> Extent | None:
    """Both ends of a range that begins with the expression: "from 2015 to 2017", "between May and July"; else None."""
    doc, first, link = layers.doc, timex.at.i - 1, timex.at.j
    if first < 0 or link >= len(doc) or (doc[first].lower_, doc[link].lower_) not in RANGES:
        return None
    last = next((other for other in layers.dates.within(link, min(link + 6, len(doc))) if other.at.i == link + 1), None)
    if last is None or last.type == "DURATION" or (timex.value or "") > (last.value or "9"):
        return None  # also "moved from 2029 to 2021"
    whole = extent(doc, first, last.at.j)
    return Extent(whole.start, last.at.end, whole.i, whole.j)


def is_future(timex: Timex, layers: Layers) -> bool:
    """Whether an expression means a time after the day of publication, or a limit that lies after it ("by 2050")."""
    if timex.value == "FUTURE_REF":
        return True
    published = layers.dates.publication.value
    if published is None or timex.from_ is None or timex.type not in {"DATE", "TIME"}:
        return False
    first, last = timex.from_.partition("T")[0], (timex.to or timex.from_).partition("T")[0]
    limit = timex.at.i > 0 and layers.doc[timex.at.i - 1].lower_ in LIMITS
    return first[: len(published)] > published[: len(first)] or (limit and last[: len(published)] > published[: len(last)])


def is_past(timex: Timex, layers: Layers) -> bool:
    """Whether an expression means a time before the day of publication."""
    if timex.value == "PAST_REF":
        return True
    published = layers.dates.publication.value
    if published is None or timex.to is None or timex.type not in {"DATE", "TIME"}:
        return False
    grain = min(len(published), len(timex.to), 10)
    return timex.to[:grain] < published[:grain]
