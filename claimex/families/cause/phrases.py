"""A phrase, conjunction or noun of cause in; the words of the cause and of the effect around it, by the tree, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import beside, complements, governor, noun_words, own_subject, right_head, same_side
from claimex.families.cause.verbs import WORDS, Parts, doer, whole
from claimex.spans import Extent, extent, trimmed
from claimex.syntax import SUBJECT_DEPS, clause, clause_head, is_verb, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

SHORTEST = 4  # words of a clause that says something
SAYING = frozenset({"report", "say", "write", "tell", "note", "claim", "state", "estimate"})

__all__ = ["by_citing", "by_clause", "by_conclusion", "by_impact", "by_noun", "by_preposition", "by_response", "over_fears"]


def by_preposition(cue: Cue, layers: Layers) -> Parts | None:
    """As in "Closed because of rain", "a delay due to rain", "the delay was due to rain"."""
    doc, at = layers.doc, cue.at
    if doc[at.j - 1].dep_ == "aux" or (doc[at.i].tag_ == "NNS" and doc[at.i].head.i < at.i):
        return None  # "due to open": a schedule; "said thanks to"
    cause = right_head(doc, at.i, at.j)
    if cause is None or cause.dep_ in {"ROOT", "aux"} or cause.tag_ == "VB":
        return None
    over = governor(doc, at.i, at.j)
    end = max(at.j, cause.right_edge.i + 1)
    if not is_verb(over) and end < over.i and doc[end].text == "," and is_verb(clause_head(over)):
        over = clause_head(over)  # "Due to rain, guests were sent home": the parser hangs it on the guests
    return Parts(at, trimmed(doc, at.j, end), effect_at(over, at, end), over.i)


def effect_at(over: Token, at: Extent, end: int) -> Extent | None:
    """What a phrase of cause is said of: the subject of "is due to", else the noun or clause that it hangs on."""
    doc, verb = over.doc, clause_head(over)
    if over.lemma_ == "be" and at.i > over.i and all(is_degree(token) for token in doc[over.i + 1 : at.i]):
        subject = own_subject(over)
        return whole(subject) if subject is not None else None
    if not is_verb(over) and (over.dep_ in SUBJECT_DEPS or not is_verb(verb)):
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


def by_clause(cue: Cue, layers: Layers) -> Parts | None:
    """As in "We stayed because it rained", "because it rained, we stayed"."""
    doc, at = layers.doc, cue.at
    verb = doc[at.j - 1].head
    if at.i <= verb.i < at.j or verb.i < at.i or verb.dep_ == "ROOT":
        return None
    over = verb.head
    head = clause_head(over.head.head if over.lower_ == "grounds" else over)
    if head.i == verb.i or head.sent.text.rstrip(" \n\"”’'").endswith("?"):
        return None
    cause = trimmed(doc, at.j, verb.right_edge.i + 1)
    said = next((child for child in head.rights if child.dep_ == "ccomp" and child.right_edge.i < at.i), None)
    if said is not None and head.lemma_ in SAYING and own_subject(said) is not None:  # the reason of what was said
        return Parts(at, cause, trimmed(doc, clause(said).i, at.i), said.i)
    if head.lemma_ == "be" and at.i > head.i and all(token.tag_ == "RB" for token in doc[head.i + 1 : at.i]):
        reason = reason_of(head)
        return Parts(at, cause, reason, head.i) if reason is not None else None
    if doc[at.j - 1].tag_ == "IN" and at.i < head.i and not any(token.tag_ == "," for token in doc[at.j : head.i]):
        return None  # "Because it's - it's far": speech that breaks off
    effect = beside(head, min(at.i, verb.left_edge.i), verb.right_edge.i + 1)
    if effect is not None and effect.j < at.i and all(head.is_ancestor(token) for token in doc[effect.j : at.i]):
        effect = trimmed(doc, effect.i, at.i)  # "I cannot say that with certainty because"
    other = [k for k in range(effect.i + 2, effect.j) if doc[k].lower_ == "because"] if effect is not None else []
    if effect is not None and other and effect.i < at.i:  # "because it rained and because it was late"
        effect = trimmed(doc, effect.i, other[0])
    return Parts(at, cause, effect, head.i) if effect is not None and effect.j - effect.i > 1 else None


def reason_of(copula: Token) -> Extent | None:
    """As in "One reason that prices fall is because": what it is the reason of."""
    subject = own_subject(copula)
    if subject is None:
        return None
    for noun in subject.subtree:
        verb = next((child for child in noun.rights if child.dep_ in {"relcl", "acl"}), None)
        if noun.lemma_ == "reason" and verb is not None:
            return trimmed(noun.doc, verb.left_edge.i + (verb.left_edge.lower_ in {"that", "why"}), verb.right_edge.i + 1)
    return whole(subject) if subject.lower_ in {"this", "that", "it"} else None


def by_conclusion(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The law is new, so the taxes stay": what goes before is the cause."""
    doc, at = layers.doc, cue.at
    so = doc[at.j - 1]
    verb = so.head
    if verb.i <= so.i or not is_verb(verb) or word_at(doc, at.j) in {"that", "far", "long", "much", "many", "called"}:
        return None
    if is_purpose(verb) or not any(child.dep_ in SUBJECT_DEPS and child.i > so.i for child in verb.lefts):
        return None
    before = next((child for child in verb.lefts if child.dep_ == "ccomp" and child.i < so.i), None)
    if before is None and verb.dep_ in {"conj", "advcl", "ccomp"} and verb.head.i < so.i:
        before = verb.head
    if before is None or not is_verb(before) or is_talk(before):
        return None
    end = max((child.right_edge.i + 1 for child in verb.rights if child.dep_ not in {"punct", "cc", "conj"}), default=verb.i + 1)
    cause = trimmed(doc, min(clause(before).i, before.i), at.i)
    if max(end, verb.i + 1) - at.j < SHORTEST:
        return None  # "so I'm not"
    return Parts(extent(doc, at.j - 1, at.j), cause, trimmed(doc, at.j, max(end, verb.i + 1)), verb.i)


def is_talk(verb: Token) -> bool:
    """As in "I was like, so you say it": what follows is what was said."""
    like = verb.lemma_ == "be" and any(child.lower_ == "like" and child.right_edge.i == child.i for child in verb.rights)
    return like or (verb.lemma_ in WORDS["talk"] and not any(child.dep_ in {"ccomp", "dobj", "xcomp"} for child in verb.rights))


def is_purpose(verb: Token) -> bool:
    """As in "Tell us, so we can mend it"."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    return bool(helpers & {"can", "may", "might"}) and all(child.dep_ != "neg" for child in verb.lefts)


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
    if other is None or noun.dep_ != "dobj" or verb.lemma_ != "have" or own_subject(verb) is None:
        return None
    return Parts(at, doer(verb), trimmed(doc, noun.left_edge.i, other.right_edge.i + 1), verb.i)
