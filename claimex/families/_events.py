"""Whether a verb tells of something that happened, and times that are told by another event instead of a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._forecasts import is_future
from claimex.families._times import is_event, times_of
from claimex.spans import Extent, trimmed
from claimex.syntax import clause_head, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.dates.timex import Timex
    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["happened", "is_time_of", "relative_time"]

SPAN_PREPS = frozenset({"for", "over", "in", "during", "throughout", "within", "after", "through", "since", "across"})
SENTENCES = frozenset({"jail", "sentence", "ban", "suspend", "imprison", "bar", "exclude", "disqualify", "sign", "elect"})
PLANNED = frozenset(
    {"expected", "scheduled", "due", "slated", "planned", "set", "forecast", "predicted", "projected", "proposed"}
)
CARRIED_OUT = frozenset(
    {"have", "begin", "start", "manage", "continue", "fail", "refuse", "come", "help", "go", "decide", "use", "force"}
)
CONDITIONS = frozenset({"if", "unless", "whether"})


def is_time_of(timex: Timex, doc: Doc) -> bool:
    """Whether an expression can say when: no habit, and a duration only with its preposition."""
    if timex.type == "SET":
        return False
    if timex.type != "DURATION":
        return True
    before = doc[timex.at.i - 1] if timex.at.i else None
    while (
        before is not None
        and before.tag_ in {"RB", "JJR", "RBR", "IN", "RBS", "JJS"}
        and before.lower_ not in SPAN_PREPS
        and before.i > 0
    ):
        before = before.nbor(-1)
    if before is None or before.lower_ not in SPAN_PREPS:
        return False
    return not (before.lower_ == "for" and before.head.lemma_ in SENTENCES)


def happened(verb: Token, layers: Layers, times: tuple[Timex, ...]) -> bool:
    """Whether the verb asserts that something was or is so: no modal, plan, condition, question or command."""
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    if any(child.tag_ == "MD" for child in helpers) or verb.lower_ in PLANNED or verb.tag_ == "MD":
        return False
    if verb.sent.text.rstrip(" \n\"”’'").endswith("?"):
        return False
    if any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in verb.lefts):
        return False
    if any(child.tag_ == "TO" for child in helpers) and not carried_out(verb):
        return False
    if verb.tag_ == "VB" and not helpers:
        return False
    if is_present(verb, helpers) and any(is_future(timex, layers) for timex in times):
        return False
    return not (verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "csubj", "nsubj", "pobj", "dobj", "xcomp"} and not helpers)


def is_present(verb: Token, helpers: list[Token]) -> bool:
    return all(token.tag_ not in {"VBD"} for token in (verb, *helpers))


def carried_out(verb: Token) -> bool:
    """ "Had to leave", "began to sink": the infinitive happened."""
    over = clause_head(verb.head)
    return verb.dep_ == "xcomp" and over.lemma_ in CARRIED_OUT and (over.tag_ in {"VBD", "VBN"})


def relative_time(cue: Cue, layers: Layers) -> tuple[Token, Extent, str | None] | None:
    """ "Arrested after leaving the group", "scored in the 69th minute": verb, words, and the day if it is told before."""
    doc = layers.doc
    word = doc[cue.at.i]
    over = word.head
    if word.dep_ == "mark":  # "after he left": the conjunction hangs on the verb of its own clause
        over = over.head
        inner = word.head
        if inner.dep_ != "advcl":
            return None
    else:
        inner = next((child for child in word.rights if child.dep_ in {"pobj", "pcomp"}), None)
        if inner is None or word.dep_ != "prep":
            return None
    if not is_verb(over) or over.dep_ in {"amod"} or times_of(over, layers):
        return None
    if not is_past(over):
        return None
    at = trimmed(doc, min(word.i, inner.left_edge.i), inner.right_edge.i + 1)
    if cue.pattern == "in-play":
        return over, at, None
    if any(True for _ in layers.dates.within(at.i, at.j)) and not is_verb(inner):
        return None
    if not is_verb(inner) and not is_event(inner):
        return None
    return over, at, None


def is_past(verb: Token) -> bool:
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    return (
        verb.tag_ == "VBD"
        or any(child.tag_ == "VBD" for child in helpers)
        or (verb.tag_ == "VBN" and not helpers)
        or carried_out(verb)
    )
