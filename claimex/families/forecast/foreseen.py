"""The verb of a forecast in; the words that say what is to happen out: the verb with what it needs, without the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._times import root_of
from claimex.spans import Extent, trimmed
from claimex.syntax import clause, clause_head, is_verb, object_of, phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.layers import Layers

__all__ = ["what_of"]

MAX_JOINED = 8  # nouns in one list
# After an object these begin a phrase that the verb needs: "replace the interview with a form".
NEEDED = frozenset({"to", "of", "with", "into", "from", "as", "on", "against", "by"})
# In the passive too these say little without what follows: "be placed in a trust", "be left without a lawyer".
PLACING = frozenset({
    "place", "put", "leave", "submit", "send", "hand", "give", "return", "transfer", "move", "turn", "convert", "replace", "add",
    "link", "connect", "reduce", "raise", "cut", "base", "split", "divide", "merge", "pay", "deliver", "treat", "limit",
})  # fmt: skip
ASKING = frozenset({"decide", "determine", "rule", "say", "announce", "see", "consider"})
EXPECTING = frozenset({"plan", "expect", "predict", "forecast", "anticipate"})
MEASURING = frozenset(
    {"take", "last", "cost", "weigh", "measure", "run", "grow", "rise", "fall", "drop", "serve"}
)  # "take a year"
INTENTS = frozenset({
    "intention", "plan", "decision", "effort", "right", "ability", "power", "permission", "attempt", "bid", "refusal", "request",
    "proposal", "offer", "promise", "pledge", "motion", "duty", "chance", "willingness", "readiness", "desire",
})  # fmt: skip
LIGHT = frozenset({"take", "make", "have", "get", "give", "need"})


def what_of(verb: Token, at: Extent, who: Extent | None, layers: Layers) -> Extent | None:
    """The verb with what it needs: its object, what it is to begin, or its first phrase."""
    doc = layers.doc
    if at.holds(verb.i) and verb.tag_ in {"VBZ", "VBP", "VBG"} and verb.lemma_ not in EXPECTING:  # "the fair runs until March"
        return upto_time(doc, trimmed(doc, verb.i, core_end(verb)), layers)
    if at.holds(verb.i):
        noun = object_of(verb)
        if noun is not None and noun.i >= at.j:
            return upto_time(doc, phrase(noun), layers)
        return who  # "the verdict is expected on Friday"
    be = [child for child in verb.lefts if child.dep_ in {"auxpass", "aux"} and child.lower_ == "be" and child.i >= at.j]
    passive = any(child.dep_ == "auxpass" for child in be) and verb.lemma_ not in PLACING
    return upto_time(doc, trimmed(doc, min([verb.i, *(child.i for child in be)]), core_end(verb, passive=passive)), layers)


def core_end(verb: Token, *, passive: bool = False) -> int:
    """One past the last token of the verb and what it needs: its objects and one phrase more, or what it is to begin."""
    end, full = verb.i + 1, False  # full: only one phrase more can belong to it
    for child in parts(verb):
        if is_asked_if(child):
            return max(end, core_end(child))
        if child.dep_ in {"xcomp", "ccomp", "attr", "oprd", "acomp"}:
            return max(end, core_end(child) if child.dep_[1:] == "comp" and is_verb(child) else coordinated_end(child))
        if child.dep_ == "dobj":
            end, full = max(end, coordinated_end(child)), True
            aim = next((word for word in child.rights if word.dep_ in {"acl", "relcl"} and word.tag_ == "VB"), None)
            if aim is not None and verb.lemma_ in LIGHT and aim.left_edge.i == end:  # "take steps to cut emissions"
                return max(end, core_end(aim))
        elif child.dep_ in {"prt", "dative"} or (
            child.left_edge.i == end and (child.dep_ == "advmod" or (child.dep_ == "npadvmod" and verb.lemma_ in MEASURING))
        ):
            end = max(end, child.right_edge.i + 1)
        elif child.dep_ in {"prep", "agent"}:
            noun = next((word for word in child.rights if word.dep_ in {"pobj", "pcomp"}), None)
            takes_place = verb.lemma_ == "take" and verb.doc[end - 1].lower_ == "place"
            deed = noun is None or (noun.dep_ == "pcomp" and child.lower_ != "from")  # not "prevent them from voting"
            loose = full and (child.lower_ not in NEEDED or deed)
            agency = (child.dep_ == "agent" or child.lower_ == "from") and child.left_edge.i == end  # "be run by the army"
            if (passive and not agency) or child.left_edge.i > end or (loose and not takes_place):
                return end
            end = max(end, coordinated_end(noun) if noun is not None else child.right_edge.i + 1)
            return max(end, onward(child, end)) if child.lower_ == "from" else end
        elif child.dep_ in {"advcl", "cc", "punct", "conj", "npadvmod"}:
            break
    return end


def onward(from_: Token, end: int) -> int:
    """One past the second half of "from deficit into surplus"."""
    for child in (*from_.head.rights, *from_.rights):
        noun = next((word for word in child.rights if word.dep_ == "pobj"), None)
        if child.lower_ in {"to", "into"} and child.dep_ == "prep" and child.i == end and noun is not None:
            return coordinated_end(noun)
    return end


def parts(verb: Token) -> list[Token]:
    """What stands after the verb, without a phrase before its object ("redeem on Friday its bonds") or the verb that goes on.

    As in "the changes they are expected to make would cost millions".
    """
    rights = list(verb.rights)
    last = max((child.i for child in rights if child.dep_ == "dobj"), default=-1)
    told = max(
        (child.i for child in rights if child.dep_ == "ccomp" or is_asked_if(child)), default=-1
    )  # "decide within a month whether it is due"
    on = next((c.i for c in rights if c.dep_ == "ccomp" and any(t.tag_ == "MD" for t in c.lefts) and not has_subject(c)), None)
    kept = [c for c in rights if not (c.dep_ == "prep" and (c.i < last or (c.i < told and is_timely(c))))]
    return [c for c in kept if on is None or c.i < on]


def is_asked_if(child: Token) -> bool:
    """As in "decide if it is needed", which the parser takes for a condition."""
    marks = {word.lower_ for word in child.lefts if word.dep_ == "mark"}
    return child.dep_ == "advcl" and bool(marks & {"if", "whether"}) and child.head.lemma_ in ASKING


def is_timely(preposition: Token) -> bool:
    return any(child.dep_ == "pobj" and child.ent_type_ in {"DATE", "TIME"} for child in preposition.rights)


def has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for child in verb.lefts)


def coordinated_end(noun: Token) -> int:
    """One past the last token of a noun and of those named beside it: "France and Spain"."""
    end, last = phrase(noun).j, noun
    for _ in range(MAX_JOINED):
        other = next((child for child in last.rights if child.dep_ == "conj"), None)
        if other is None or is_verb(other):
            break
        last, end = other, max(end, phrase(other).j)
    return which_end(last, end)


def which_end(noun: Token, end: int) -> int:
    """With the clause right behind a noun that says which one: "a bill that raises taxes", "families who lost homes"."""
    for child in noun.rights:
        if child.dep_ == "relcl" and child.left_edge.i == end and child.left_edge.tag_ in {"WDT", "WP"}:
            return max(end, min(clause(child).j, child.right_edge.i + 1))
        if child.dep_ in {"acl", "relcl"} and child.tag_ == "VB" and child.left_edge.i == end and noun.lemma_ in INTENTS:
            return max(end, core_end(child))  # "declare its intention to leave the bloc"
    return end


def upto_time(doc: Doc, at: Extent, layers: Layers) -> Extent:
    """Without the time at the end, or times that are coordinated there: "on Monday or Tuesday"."""
    times = layers.dates.within(at.i, at.j)
    last = times[-1] if times else None
    if last is None or last.at.j < at.j or last.at.i <= at.i + 1:
        return at
    root = root_of(doc, last.at)
    which = clause_head(root)
    if root.dep_ == "dobj" or doc[last.at.i - 1].lower_ == "since" or (which.dep_ == "relcl" and which.i > at.i):
        return at  # "be the worst drought since 1990", "hire the coach who won in 2019"
    stop = last.at.i
    for timex in reversed(times):
        if timex.at.j < stop:
            break
        stop = timex.at.i
        while stop - 1 > at.i and (
            (doc[stop - 1].dep_ in {"prep", "agent", "punct"} and doc[stop - 1].tag_ in {"IN", ","}) or doc[stop - 1].tag_ == "CC"
        ):
            stop -= 1
    return at if stop - at.i == 1 and doc[at.i].lower_ == "be" else trimmed(doc, at.i, stop)
