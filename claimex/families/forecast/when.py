"""The verb of a forecast in; when it is to be, by the times said of it, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._times import is_future, is_past, phrase_of, timed_verb, times_of
from claimex.spans import Extent, extent
from claimex.syntax import clause, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.dates.timex import Timex
    from claimex.layers import Layers

__all__ = ["phrase_at", "time_of"]

LASTING = frozenset({"for", "within", "during", "over", "until", "till", "throughout"})


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
    if not seen:
        seen += when_of(verb, layers)
    ends = [child for child in verb.rights if child.dep_ == "xcomp"]
    for child in ends:
        seen += times_of(child, layers)
    if not seen and verb.dep_ in {"conj", "ccomp"} and is_verb(over):
        # "By 2050 the sea will rise and towns will drown", "it said by 2050, towns would drown"
        first = 0 if verb.dep_ == "conj" else over.i
        seen = [timex for timex in times_of(over, layers) if is_future(timex, layers) and first <= timex.at.i < verb.i]
    if not seen:
        inside = clause(verb)
        free = (timex for timex in layers.dates.within(inside.i, inside.j) if timed_verb(timex, doc) is None)
        seen = [timex for timex in free if is_future(timex, layers)]
    # "the first in 23 years": a duration says when only as "for ..." or "within ..."
    dated = [timex for timex in seen if timex.type != "DURATION"]
    dated = [timex for timex in dated if timex.value != "PRESENT_REF"]  # "they will now decide" is not about now
    lasting = [timex for timex in seen if doc[timex.at.i - 1].lower_ in LASTING or is_term(timex, verb)]
    return min(
        dated or lasting, key=lambda timex: (not is_future(timex, layers), is_past(timex, layers), timex.at.i), default=None
    )


def is_term(timex: Timex, verb: Token) -> bool:
    """As in "will be repaid in five years"; not "will be the first in five years"."""
    before = verb.doc[timex.at.i - 1]
    ranked = any(child.dep_ == "attr" for child in verb.rights) or verb.lemma_ == "become"
    return before.lower_ == "in" and before.dep_ == "prep" and before.head.i == verb.i and not ranked


def phrase_at(time: Timex, doc: Doc) -> Extent:
    """The time's words, with "in" before a term: "in five years"."""
    if time.type == "DURATION" and time.at.i and doc[time.at.i - 1].lower_ == "in":
        whole = extent(doc, time.at.i - 1, time.at.j)
        return Extent(whole.start, time.at.end, whole.i, whole.j)
    return phrase_of(time, doc)


def when_of(verb: Token, layers: Layers) -> list[Timex]:
    """The day before "when" where the clause is said of it: "on Monday, when the mayor will resign"."""
    top = verb.head if verb.dep_ == "xcomp" else verb
    when = next((child for child in top.lefts if child.lower_ == "when" and child.dep_ == "advmod"), None)
    if when is None or top.dep_ not in {"relcl", "advcl"} or not when.i:
        return []
    k = when.i - 2 if when.nbor(-1).text == "," else when.i - 1
    timex = layers.dates.at(k) if k > verb.sent.start else None
    return [timex] if timex is not None and timex.at.j == k + 1 else []
