"""What is to come, told in the present ("expects", "is forthcoming", "opens on Friday") in; its verb and subject out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import own_subject
from claimex.families._hopes import HOPING
from claimex.families._idle import is_embedded, is_fancy, is_you
from claimex.families._times import times_of
from claimex.families.forecast.plans import INTENDING, infinitive, is_done
from claimex.syntax import word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.families.forecast.future import Found
    from claimex.layers import Layers

__all__ = ["by_adjective", "by_date", "by_expects"]

MINDS = frozenset(
    {
        "think",
        "know",
        "want",
        "like",
        "love",
        "mean",
        "wonder",
        "worry",
        "need",
        "believe",
        "say",
        "call",
        "urge",
        "foresee",
        "envision",
        "envisage",
        "see",
    }
)
BEHAVING = frozenset({"behave", "act", "obey", "respect", "dress", "conform", "comply"})  # what is asked of somebody


def by_expects(cue: Cue, layers: Layers) -> Found | None:
    """As in "The city expects six million visitors", "scientists expect the glacier to vanish"."""
    word = layers.doc[cue.at.i]
    foreseen = seen_to(word)
    if foreseen is not None:
        return cue.at, foreseen[0], foreseen[1]
    objects = [child for child in word.rights if child.dep_ == "dobj" and child.tag_ not in {"PRP", "DT", "WP"}]
    if (
        not objects
        or any(child.dep_ == "aux" and child.tag_ in {"MD", "VBD"} for child in word.lefts)
        or word.tag_ in {"VBG", "VBN"}
        or (word.tag_ == "VBD" and word.lemma_ in {"expect", "anticipate", "plan"})
        or infinitive(word)
        or own_subject(word) is None
    ):
        return None
    if any(child.dep_ == "ccomp" for child in word.rights):
        return None
    return cue.at, word, own_subject(word)


def seen_to(word: Token) -> tuple[Token, Token] | None:
    """The verb and its subject in "experts expect the river to rise"; not "parents expect us to behave"."""
    if word.lemma_ not in {"expect", "predict", "forecast", "anticipate"} or word.tag_ not in {"VBZ", "VBP", "VBD"}:
        return None
    verb = next((child for child in word.rights if child.dep_ in {"ccomp", "xcomp"} and infinitive(child)), None)
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None) if verb is not None else None
    if verb is None or subject is None or subject.tag_ in {"PRP", "DT", "WP", "EX"} or is_done(verb):
        return None
    who = own_subject(word)
    if who is None or is_you(who) or verb.lemma_ in BEHAVING:
        return None
    denied = any(child.dep_ in {"neg", "aux"} for child in word.lefts)
    return None if denied else (verb, subject)


def by_adjective(cue: Cue, layers: Layers) -> Found | None:
    """As in "An update is forthcoming"."""
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


def is_single(subject: Token) -> bool:
    """Whether one thing is named, so that a bare verb is no present: "an order that Lee remain in custody until May"."""
    return (
        subject.dep_ == "nsubj"
        and all(child.dep_ not in {"conj", "cc", "prep"} for child in subject.rights)
        and (any(child.dep_ == "mark" and child.lower_ == "that" for child in subject.head.lefts))
    )


def by_date(cue: Cue, layers: Layers) -> Found | None:
    """As in "The festival runs through March 11"; no state, no thought, and no "in the future"."""
    verb = layers.doc[cue.at.i]
    subject = own_subject(verb)
    if (subject is None and verb.dep_ != "acl") or (cue.source is not None and cue.source.value == "FUTURE_REF"):
        return None
    talk = layers.attributions.turn_of(cue.at) is not None or (subject is not None and subject.lower_ in {"i", "we", "you"})
    part = cue.source is not None and word_at(layers.doc, cue.source.at.i) == "the" and "T" in str(cue.source.value)
    asked = verb.tag_ == "VBP" and subject is not None and subject.tag_ in {"NN", "NNP"} and is_single(subject)
    if talk or part or asked or any(timex.type == "SET" for timex in times_of(verb, layers)):
        return None  # "tomorrow I have to get up"; "few guests come in the morning": a habit
    if (
        verb.lower_ in HOPING | {"expected", "scheduled"}
        or verb.lemma_ in MINDS | INTENDING
        or is_fancy(verb)
        or is_embedded(verb)
    ):
        return None
    return cue.at, verb, subject
