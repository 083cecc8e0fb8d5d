"""A word of time in; whether it is one here and no part of a name or idiom ("USA Today", "today's world"), out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.dates.around import WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.dates.grammar import Found
    from claimex.spans import Extent

__all__ = ["day_word", "no_name", "no_title"]

NAME_LABELS = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT", "GPE", "LOC", "NORP"})
NEAR = 8  # words around a capitalised "Today" in which a verb in small letters shows that this is no headline


def no_name(doc: Doc, found: Found, at: Extent) -> bool:
    """The words are no part of a longer name ("The Sunday Times", "Theresa May")."""
    del found
    label = doc[at.i].ent_type_
    if label not in NAME_LABELS:
        return True
    beside = [doc[k] for k in (at.i - 1, at.j) if 0 <= k < len(doc)]
    return not any(token.ent_type_ == label and token.text[:1].isupper() and joined(token, at) for token in beside)


def day_word(doc: Doc, found: Found, at: Extent) -> bool:
    """A day's word, no part of a newspaper's name ("in USA Today"): a capital in a sentence that is no headline."""
    token = doc[at.i]
    if is_of_these_days(token):
        return False
    if at.i and token.text[:1].isupper() and doc[at.i - 1].tag_ in {"NNP", "NNPS"}:
        near = doc[max(at.i - NEAR, token.sent.start) : min(at.j + NEAR, token.sent.end)]
        if any(word.tag_[:2] == "VB" and word.is_lower for word in near):
            return False
    return no_name(doc, found, at)


def is_of_these_days(token: Token) -> bool:
    """Whether a day's word means the time and no day: "in today's world", "the leaders of tomorrow"."""
    if token.dep_ == "poss":
        return token.head.lemma_.lower() in WORDS["of_these_days"]
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in WORDS["of_these_days"]


def no_title(doc: Doc, found: Found, at: Extent) -> bool:
    """Words that are no programme's or paper's name ("ABC's This Week"): two capitals inside a sentence that is no headline."""
    del found
    words = doc[at.i : at.j]
    if words.text.lower() == "this day" and (not at.i or doc[at.i - 1].lower_ not in {"to", "until", "till"}):
        return False  # "this day is hard for us": which day is not said; "to this day" is now
    if len(words) == 1 or at.i == words.sent.start or not all(token.text.istitle() for token in words):
        return True
    near = doc[max(at.i - NEAR, words.sent.start) : min(at.j + NEAR, words.sent.end)]
    return not any(word.tag_[:2] == "VB" and word.is_lower for word in near)


def joined(token: Token, at: Extent) -> bool:
    """Whether a token beside the words belongs to the same entity as they."""
    return (token.ent_iob_ if token.i >= at.j else token.doc[at.i].ent_iob_) == "I"
