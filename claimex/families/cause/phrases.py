"""A phrase, conjunction or noun of cause in; the words of the cause and of the effect around it, by the tree, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import beside, complements, governor, noun_words, own_subject, right_head, same_side
from claimex.families._talk import is_talk
from claimex.families.cause.reasons import is_attitude, is_wish
from claimex.families.cause.verbs import WORDS, Parts, doer, whole, with_nearest
from claimex.spans import Extent, extent, trimmed
from claimex.syntax import SUBJECT_DEPS, clause_head, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

SAYING = frozenset({"report", "say", "write", "tell", "note", "claim", "state", "estimate"})

THANKING = frozenset({"say", "give", "offer", "express", "extend", "send", "bring", "owe", "return", "add", "write", "go", "be"})
FEW = 4  # words of "that was all"
POINTING = frozenset({"it", "that", "this", "these", "those", "they"})

__all__ = ["by_citing", "by_impact", "by_noun", "by_preposition", "by_response", "over_fears"]


def by_preposition(cue: Cue, layers: Layers) -> Parts | None:
    """As in "Closed because of rain", "a delay due to rain", "the delay was due to rain"."""
    doc, at = layers.doc, cue.at
    thanked = doc[at.i].tag_ == "NNS" and doc[at.i].head.lemma_ in THANKING
    if doc[at.j - 1].dep_ == "aux" or thanked:
        return None  # "due to open": a schedule; "said thanks to"
    cause = right_head(doc, at.i, at.j)
    if cause is None or cause.dep_ in {"ROOT", "aux"} or cause.tag_ == "VB":
        return None
    over = governor(doc, at.i, at.j)
    end = max(at.j, cause.right_edge.i + 1)
    if not is_verb(over) and end < over.i and doc[end].text == "," and is_verb(clause_head(over)):
        over = clause_head(over)  # "Due to rain, guests were sent home": the parser hangs it on the guests
    if over.tag_ == "VBG" and over.dep_ == "pcomp" and over.head.lower_ == "from":
        over = clause_head(over.head.head)  # "barred from playing due to a ban"
    effect = effect_at(over, at, end)
    bare = over.lemma_ == "be" or not is_verb(clause_head(over))  # "these again due to frost"
    pointed = over.lemma_ == "be" and any(child.dep_ == "nsubj" and child.lower_ in POINTING for child in over.lefts)
    if (
        effect is None
        or (pointed and at.i > over.i and effect.j - effect.i <= FEW)
        or (bare and effect.j - effect.i <= 2 and doc[effect.i].lower_ in POINTING)  # noqa: PLR2004
    ):
        return None  # "that is because of them": of what?
    if is_wish(clause_head(over)) or (is_attitude(clause_head(over)) and is_talk(clause_head(over), layers)):
        return None
    cause_at = trimmed(doc, at.j, end)
    if all(token.lower_ in POINTING for token in doc[cause_at.i : cause_at.j]):
        return None  # "because of this"
    return with_nearest(at, cause_at, effect, clause_head(over)) if effect.j <= at.i else Parts(at, cause_at, effect, over.i)


def effect_at(over: Token, at: Extent, end: int) -> Extent | None:
    """What a phrase of cause is said of: the subject of "is due to", else the noun or clause that it hangs on."""
    doc, verb = over.doc, clause_head(over)
    if over.lemma_ == "be" and at.i > over.i and all(is_degree(token) for token in doc[over.i + 1 : at.i]):
        subject = own_subject(over)
        return whole(subject) if subject is not None else None
    if over.dep_ == "acl" and over.tag_ == "VBN" and over.head.i < over.i < at.i:
        return trimmed(doc, over.head.left_edge.i, at.i)  # "a ban imposed due to frost"
    if not is_verb(over) and (over.dep_ in SUBJECT_DEPS or not is_verb(verb) or verb.dep_ == "prep"):  # "following a talk"
        return same_side(doc, whole(over), over.i, at.i, end)
    return beside(verb, at.i, end)


def is_degree(token: Token) -> bool:
    """A word that may stand between "is" and "because of": partly, not, also."""
    return token.tag_ in {"RB", "CC", ","} and token.lower_ not in {
        "here",
        "there",
        "home",
        "away",
        "back",
        "down",
        "up",
        "out",
        "over",
    }


def over_fears(cue: Cue, layers: Layers) -> Parts | None:
    """As in "Rejected over fears that it would cost too much": the fears are the cause."""
    doc, at = layers.doc, cue.at
    over, fear = doc[at.i].head, doc[at.j - 1]
    if fear.head.i != at.i or not any(child.dep_ in {"acl", "relcl", "prep"} for child in fear.rights):
        return None
    end = fear.right_edge.i + 1
    return Parts(at, trimmed(doc, at.i + 1, end), beside(clause_head(over), at.i, end), over.i)


def by_response(cue: Cue, layers: Layers) -> Parts | None:
    """As in "It drew criticism for its cost"."""
    doc = layers.doc
    noun, for_ = doc[cue.at.i], doc[cue.at.j - 1]
    if for_.head.i not in {noun.i, noun.head.i}:
        return None
    end = for_.right_edge.i + 1
    if end <= for_.i + 1:
        return None  # the text breaks off
    return Parts(extent(doc, for_.i, for_.i + 1), trimmed(doc, for_.i + 1, end), noun_words(noun, stop=for_.i), noun.i)


def by_citing(cue: Cue, layers: Layers) -> Parts | None:
    """As in "Citing costs, the firm closed the plant": the reason that is given."""
    doc = layers.doc
    verb = doc[cue.at.i]
    cause = complements(verb, first=verb.i + 1)
    told = verb.head.lemma_ in SAYING and all(child.dep_ != "neg" for child in verb.head.lefts)
    if verb.dep_ != "advcl" or cause is None or told:
        return None
    cited = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if cited is None or cited.lemma_ in WORDS["sources"] or cited.ent_type_ in {"PERSON", "ORG", "GPE"}:
        return None  # "citing local media"
    if any(child.lower_ == "as" for child in [*verb.rights, *cited.rights]):
        return None  # "citing it as a breach": it is called so
    return Parts(cue.at, cause, beside(clause_head(verb.head), verb.left_edge.i, verb.right_edge.i + 1), verb.head.i)


def by_noun(cue: Cue, layers: Layers) -> Parts | None:
    """As in "X is a cause of Y", "the result of X was Y"."""
    doc, at = layers.doc, cue.at
    noun = doc[at.i]
    verb = noun.head
    other = next((child for child in doc[at.j - 1].rights if child.dep_ in {"pobj", "pcomp"}), None)
    if other is None or verb.lemma_ not in {"be", "become", "remain"} or noun.dep_ not in {"attr", "nsubj"}:
        return None
    if noun.dep_ == "attr":
        subject = own_subject(verb)
        one = noun_words(subject) if subject is not None else None
    else:
        attr = next((child for child in verb.rights if child.dep_ in {"attr", "acomp", "ccomp"}), None)
        one = whole(attr) if attr is not None else None
    if one is None:
        return None
    two = trimmed(doc, at.j, other.right_edge.i + 1)
    first_is_cause = noun.lemma_ in {"cause", "reason", "factor"}
    return Parts(at, one if first_is_cause else two, two if first_is_cause else one, verb.i)


def by_impact(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The ban had an effect on trade"."""
    doc, at = layers.doc, cue.at
    noun, verb = doc[at.i], doc[at.i].head
    other = next((child for child in doc[at.j - 1].rights if child.dep_ in {"pobj", "pcomp"}), None)
    same = any(child.lower_ in {"same", "such"} for child in noun.lefts)
    if other is None or same or noun.dep_ != "dobj" or verb.lemma_ != "have" or own_subject(verb) is None:
        return None
    return Parts(at, doer(verb), trimmed(doc, noun.left_edge.i, other.right_edge.i + 1), verb.i)
