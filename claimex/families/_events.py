"""Whether a verb tells of something that happened, and times that are told by another event instead of a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._times import is_event, is_future, times_of
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
    future = all(token.tag_ != "VBD" for token in (verb, *helpers)) and any(is_future(timex, layers) for timex in times)
    infinitive = any(child.tag_ == "TO" for child in helpers) and not carried_out(verb)
    unsaid = is_unsaid(verb, helpers) or any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in verb.lefts)
    return not (future or infinitive or unsaid or is_asked(verb))


def is_unsaid(verb: Token, helpers: list[Token]) -> bool:
    """Whether the form of the verb asserts nothing: with a modal, as a command, a plan, or a noun."""
    if verb.tag_ == "MD" or verb.lower_ in PLANNED or any(child.tag_ == "MD" for child in helpers):
        return True
    if helpers:
        return False
    return verb.tag_ == "VB" or (verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "csubj", "nsubj", "pobj", "dobj", "xcomp"})


def is_asked(verb: Token) -> bool:
    return verb.sent.text.rstrip(" \n\"”’'").endswith("?")


def carried_out(verb: Token) -> bool:
    """As in "had to leave", "began to sink": the infinitive happened."""
    over = clause_head(verb.head)
    return verb.dep_ == "xcomp" and over.lemma_ in CARRIED_OUT and over.tag_ in {"VBD", "VBN"}


def relative_time(cue: Cue, layers: Layers) -> tuple[Token, Extent] | None:
    """As in "arrested after leaving the group", "scored in the 69th minute": the verb, and the words that say when."""
    doc = layers.doc
    word = doc[cue.at.i]
    over, inner = (word.head.head, word.head) if word.dep_ == "mark" else (word.head, of_preposition(word))
    if inner is None or not is_verb(over) or over.dep_ == "amod" or times_of(over, layers) or not is_told(over):
        return None
    if word.dep_ == "mark" and inner.dep_ != "advcl":
        return None
    at = trimmed(doc, min(word.i, inner.left_edge.i), inner.right_edge.i + 1)
    if cue.pattern == "in-play" or is_verb(inner):
        return over, at
    dated = any(True for _ in layers.dates.within(at.i, at.j))
    return (over, at) if is_event(inner) and not dated else None


def of_preposition(word: Token) -> Token | None:
    return next((child for child in word.rights if child.dep_ in {"pobj", "pcomp"}), None) if word.dep_ == "prep" else None


def is_told(verb: Token) -> bool:
    """Whether the verb is in the past."""
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    past = "VBD" in {verb.tag_, *(child.tag_ for child in helpers)}
    return past or (verb.tag_ == "VBN" and not helpers) or carried_out(verb)
