"""Words of likeness in ("the same as", "similar to", "superior to", "looks like"); what is like what, out.

A simile of talk compares nothing that can be checked: "it felt like a dream", "he was like a brother to me".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import noun_words
from claimex.families.change.words import is_level
from claimex.families.comparison.others import other_after
from claimex.families.comparison.words import NOUNS, SEEMING, reading
from claimex.syntax import asserts, subject_of, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue, Reading
    from claimex.layers import Layers

__all__ = ["by_likeness"]

WAYS = {"superior": "more", "inferior": "less"}  # the rest say equal
POINTING = frozenset({"it", "this", "that", "these", "those"})


def by_likeness(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "the same price as in May", "similar to its neighbour", "in line with Spain"."""
    doc = layers.doc
    word, last = doc[cue.at.i], doc[cue.at.j - 1]
    if last.i + 1 >= len(doc) or not asserts(word):
        return None
    if cue.pattern == "like" and (word.dep_ != "prep" or not is_seeming(word.head, word) or is_filler(word) or is_simile(word)):
        return None
    other = next((child for child in last.rights if child.dep_ in {"pobj", "pcomp"}), None)
    if doc[cue.at.i + 1].lower_ == "line" and (other is None or (layers.names.at(other.i) is None and not is_level(other))):
        return None  # "in line with the published policy"
    whole = noun_words(other) if other is not None and other.tag_ in NOUNS | {"PRP", "CD", "DT", "JJ"} else other_after(last)
    if cue.pattern == "like" and (other is None or not is_thing(other, word.head)):
        return None
    if (
        whole is None
        or doc[last.i + 1].lower_ == "time"
        or (doc[last.i + 1].lower_ == "that" and word_at(doc, last.i + 2) != "of")
        or (last.lower_ == "as" and doc[last.i + 1].lower_ == "well")
    ):
        return None
    return reading(cue.at, WAYS.get(word.lower_, "equal"), word, whole, layers)


def is_thing(other: Token, verb: Token) -> bool:
    """Whether "like" goes with a thing that it is like: not "I was like, no", "I feel like a rest"."""
    subject = subject_of(verb)
    wish = verb.lemma_ == "feel" and (subject is None or subject.lower_ in {"i", "we", "you", "they", "he", "she"})
    return other.tag_ in NOUNS | {"JJ", "CD", "DT", "PRP"} and not wish


def is_filler(word: Token) -> bool:
    """As in "Setbacks, like the strike" (an example), "there was like a lake" (talk)."""
    return word.nbor(-1).text == "," or any(child.dep_ == "expl" for child in word.head.lefts)


def is_seeming(verb: Token, word: Token) -> bool:
    """Whether "like" says how its subject is or seems: "is like", "looks like"; not "would like"."""
    what = any(child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ == "what" for child in verb.lefts)
    return verb.lemma_ in SEEMING and verb.i < word.i and not has_modal(verb) and not what


def has_modal(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in {"would", "'d", "’d"} for child in verb.lefts)


def is_simile(word: Token) -> bool:
    """As in "it felt like a dream", "it is like the tale of the fox", "she was like a sister to me": a manner of speaking.

    What looks, sounds, tastes or smells like another can be looked at; and "I am like the other women" can be checked.
    """
    verb, subject = word.head, subject_of(word.head)
    other = next((child for child in word.rights if child.dep_ in {"pobj", "pcomp"}), None)
    vague = other is not None and any(child.lower_ in {"a", "an"} for child in other.lefts)
    if verb.lemma_ == "feel":
        return vague  # "it felt like the first time" compares two times
    if verb.lemma_ not in {"be", "become"} or subject is None:
        return False
    if subject.tag_ not in {"PRP", "DT"}:
        return vague and subject.ent_type_ == "PERSON"
    return vague or subject.lower_ in POINTING
