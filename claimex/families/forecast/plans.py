"""Words of plan and schedule in; the verb and subject of what is planned, if it is still to come, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import own_subject
from claimex.families._hopes import HOPING
from claimex.families._idle import WORDS, is_embedded, is_hope, is_idle, is_you
from claimex.families._times import is_future, is_past, times_of
from claimex.families.forecast.future import reported
from claimex.families.forecast.hollow import is_hollow, is_strayed
from claimex.syntax import clause_head, is_verb, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.families.forecast.future import Found
    from claimex.layers import Layers

__all__ = ["INTENDING", "by_be_to", "by_planned", "by_plans", "infinitive", "is_done"]

AIMS = frozenset(WORDS["aims"])
# These need an infinitive: "about to open".
OPEN = frozenset(WORDS["open"])
INTENDING = frozenset({"intend", "aim", "plan", "prepare", "expect", "propose", "anticipate", "predict"})
IS = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m", "be"})


def goal_of(token: Token) -> Token | None:
    """The verb of the infinitive that hangs on `token`."""
    return next(
        (child for child in token.rights if child.dep_ in {"xcomp", "acl", "ccomp", "advcl", "attr"} and infinitive(child)), None
    )


def infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def by_be_to(cue: Cue, layers: Layers) -> Found | None:
    """As in "He is to visit": a copula with an infinitive; its subject is no aim ("the idea is to sell")."""
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
        or (be.dep_ == "relcl" and be.head.lower_ in {"way", "thing"})
    ):
        return None
    parts = [word for child in subject.rights if child.lower_ == "of" for word in child.rights]  # "one of the aims is to"
    if (
        any(word.lemma_.lower() in AIMS for word in [subject, *parts])
        or subject.lower_ in {"it", "that", "this", "what"}
        or says_what(be)
    ):
        return None
    return cue.at, verb, subject


def says_what(be: Token) -> bool:
    """Whether a clause is the subject: "what we have to do is to wait", "to be thought of so is not going to help"."""
    return any(child.dep_ in {"csubj", "ccomp", "advcl"} and child.i < be.i for child in be.lefts)


def by_planned(cue: Cue, layers: Layers) -> Found | None:
    """As in "is expected to rise", "two teams scheduled to compete", "laws expected next month"."""
    doc = layers.doc
    if doc[cue.at.j - 1].dep_ == "prep":
        return None  # "they recalled going to fairs"
    to = doc[cue.at.j - 1] if doc[cue.at.j - 1].tag_ == "TO" else None
    word = doc[cue.at.j - 1 - (to is not None)]
    verb = to.head if to is not None and to.dep_ == "aux" else goal_of(word)
    verb = dated_plan(word, layers) if verb is None else verb
    if (
        verb is None
        or verb.i < word.i
        or is_done(verb)
        or is_set_up(word)
        or is_thinkable(word)
        or is_loose(word)
        or is_former(cue.at.i, word)
    ):
        return None
    subject = own_subject(word) or own_subject(clause_head(word))
    if subject is not None and (subject.dep_ == "csubj" or subject.left_edge.lower_ in {"how", "what", "which"}):
        return None
    if is_embedded(verb) or is_hollow(verb, subject, layers) or (subject is not None and is_you(subject)):
        return None
    # "I'm not going to answer that", "hopefully we are going to win"
    if is_idle(verb, subject, layers) or is_hope(word) or is_strayed(word) or is_past_due(word, verb, layers):
        return None
    return cue.at, verb, subject


def is_done(verb: Token) -> bool:
    """As in "is projected to have won"."""
    return any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.lefts)


def is_past_due(word: Token, verb: Token, layers: Layers) -> bool:
    """As in "its bid, due to expire last Thursday": the first time said of it is past."""
    own = times_of(verb, layers)
    return (
        bool(own) and word.dep_ in {"acl", "acomp", "amod", "advcl", "prep"} and is_past(own[0], layers) and not is_finite(word)
    )


def is_finite(word: Token) -> bool:
    return any(child.dep_ in {"aux", "auxpass"} for child in word.lefts) or word.head.lemma_ == "be"


def is_former(first: int, word: Token) -> bool:
    """As in "they were originally planned for May", "more likely to": no plan now, a comparison."""
    if word_at(word.doc, first) in {"was", "were"} and word_at(word.doc, first + 1) in {"originally", "initially"}:
        return True
    return any(child.dep_ == "advmod" and child.lower_ in {"more", "less", "most", "as", "not"} for child in word.lefts)


def is_gone_by(word: Token) -> bool:
    """As in "games scheduled for Wednesday were held": by now it is known what came of them."""
    noun = word.head
    if word.dep_ != "acl" or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    helpers = {child.lower_ for child in noun.head.lefts if child.dep_ in {"aux", "auxpass"}}
    return bool(helpers & {"was", "were"}) or (noun.head.tag_ == "VBD" and not helpers)


def is_loose(word: Token) -> bool:
    """Whether "about to" stands without "is": "that was in Rome, about to go to Naples", "how we came about to do it"."""
    if word.lower_ not in {"about", "going", "gonna", "bound"}:
        return False
    over = word.head
    be = any(child.lemma_ == "be" for child in word.lefts) or (over.lower_ in IS and word.dep_ in {"acomp", "prep", "attr"})
    return not be and not (word.dep_ == "acl" and word.head.tag_[0] == "N")


def is_set_up(word: Token) -> bool:
    """As in "a set to", "is set up to": other words than "is set to"."""
    return word.lower_ == "set" and (
        any(child.dep_ == "prt" for child in word.rights) or not any(child.dep_ == "auxpass" for child in word.lefts)
    )


def dated_plan(word: Token, layers: Layers) -> Token | None:
    """As in "expected on Friday": the word itself, if it takes a time without an infinitive and the time is to come."""
    active = word.tag_ == "VBD" and any(child.dep_ in {"dobj", "ccomp", "xcomp"} for child in word.rights)
    if word.lower_ in OPEN or active or word.dep_ in {"amod", "compound", "aux"}:
        return None
    return word if not is_gone_by(word) and any(is_future(timex, layers) for timex in times_of(word, layers)) else None


def by_plans(cue: Cue, layers: Layers) -> Found | None:
    """As in "He plans to meet them"."""
    doc = layers.doc
    word, to = doc[cue.at.i], doc[cue.at.j - 1]
    verb = to.head
    if verb.head.i != word.i or verb.i < to.i or word.dep_ == "amod":
        return None
    subject = own_subject(word)
    if word.lower_ in HOPING or word.lemma_ in {"hope", "wish", "hop"} or is_past_plan(word, verb, layers):
        return None
    if (subject is not None and is_you(subject)) or is_thinkable(word):
        return None
    if word.lemma_ == "expect" and word.tag_ == "VBD" and subject is not None and subject.lower_ in {"i", "we"}:
        return None  # "I expected to see more"
    if is_embedded(verb) or is_embedded(word) or is_hollow(verb, subject, layers):
        return None  # "it shows what they plan to do"
    return cue.at, verb, subject


def is_thinkable(word: Token) -> bool:
    """As in "access might be expected to help": a guess at what is."""
    return any(child.dep_ == "aux" and child.lower_ in {"might", "could", "would", "can"} for child in word.lefts)


def is_past_plan(word: Token, verb: Token, layers: Layers) -> bool:
    """As in "which was planning to", "the crew aimed to", "a step intended to": what it was for, or a plan of then."""
    helpers = {child.lower_ for child in word.lefts if child.dep_ in {"aux", "auxpass"}}
    if word.tag_ == "VBN" and (helpers <= {"is", "are", "was", "were", "be", "been"}):
        return word.lemma_ in INTENDING  # "a step (that is) intended to"
    if word.dep_ == "advcl" and word.head.lemma_ in {"accuse", "charge", "convict", "sue", "indict"}:
        return True
    past = helpers & {"was", "were", "had"} or (word.tag_ == "VBD" and word.lemma_ in INTENDING)
    return bool(past) and not times_ahead(word, verb, layers) and not reported(word)


def times_ahead(word: Token, verb: Token, layers: Layers) -> bool:
    """Whether a time to come is said of the plan or of what is planned."""
    return any(is_future(timex, layers) for timex in (*times_of(word, layers), *times_of(verb, layers)))
