"""A rank word that stands as an adverb in ("only Brazil has won it", "was first to the scene"); its reading out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase, Reading, Slot
from claimex.families._periods import period_of, when_of, words_of
from claimex.families._ranked import verb_words
from claimex.spans import trimmed
from claimex.syntax import SUBJECT_DEPS, asserts, clause_with_antecedent, is_verb, subject_phrase, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["by_alone"]

# What is done or found in one place only: "found only in Madagascar".
PLACED = frozenset({
    "find", "live", "grow", "occur", "exist", "make", "produce", "sell", "breed", "nest", "speak", "play", "available", "survive",
    "appear", "know", "see", "hold", "build", "teach", "practise", "practice",
})  # fmt: skip
PLACES = frozenset({"GPE", "LOC", "FAC"})
NAMES = frozenset({"NNP", "NNPS"})


def by_alone(cue: Cue, layers: Layers) -> Reading | None:
    """A rank word that stands as an adverb: before the name of who alone did it, before the one place, after "be"."""
    word = layers.doc[cue.at.i]
    head = word.head
    if word.lower_ == "only" and word.dep_ == "advmod" and head.i > word.i:
        if head.dep_ in SUBJECT_DEPS and head.tag_ in NAMES and is_verb(head.head):
            return told(cue, head.head, "only", layers) if names_one(head) else None
        if head.lower_ in {"in", "on"} and head.head.lemma_ in PLACED and is_place(head):
            verb = head.head
            return told(cue, verb, "only", layers) if is_verb(verb) else None
    after = word_at(layers.doc, cue.at.j)
    if word.lower_ in {"first", "last"} and word.dep_ in {"acomp", "advmod"} and after in {"to", "in", "among"}:
        return told(cue, head, word.lower_, layers) if head.lemma_ == "be" and head.i == word.i - 1 else None
    return None


def names_one(name: Token) -> bool:
    """Whether the name is somebody's, not a day's: "only Brazil"."""
    return name.ent_type_ not in {"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY"}


def is_place(prep: Token) -> bool:
    return any(child.dep_ == "pobj" and child.ent_type_ in PLACES for child in prep.rights)


def told(cue: Cue, verb: Token, rank: str, layers: Layers) -> Reading | None:
    """The verb's own clause, with what it says as the activity."""
    if not asserts(verb) or verb.tag_ == "MD" or any(child.tag_ == "MD" for child in verb.lefts):
        return None
    clause = clause_with_antecedent(verb)
    period = period_of(verb.i, clause.j, layers)
    slots: dict[str, Slot] = {"rank": rank, "of": None, "activity": None, "period": words_of(period)}
    if verb.lemma_ != "be":
        slots["activity"] = Phrase(verb_words(verb, period))
    when = when_of(clause, period, layers, after=clause.i)
    subject = subject_phrase(verb)
    if subject is not None and subject.holds(cue.at.i) and subject.j > cue.at.j:
        subject = trimmed(layers.doc, cue.at.j, subject.j)
    return Reading(cue.at, clause, verb.i, subject, slots, when=when, pattern=f"{rank}-alone")
