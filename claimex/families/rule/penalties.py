"""A verb of punishing in; the court's sentence or the standing penalty that it tells, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase, Reading
from claimex.families.rule.mood import is_unsure
from claimex.families.rule.reading import is_maker
from claimex.spans import trimmed
from claimex.syntax import asserts, clause_with_antecedent, phrase, subject_of, subject_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["by_penalty"]


def by_penalty(cue: Cue, layers: Layers) -> Reading | None:
    """As in "She was sentenced to six years in prison", "drivers can be fined 60 pounds", "the judge jailed him for life"."""
    verb = layers.doc[cue.at.i]
    if verb.dep_ in {"amod", "compound", "aux", "pcomp"} or not asserts(verb) or is_future(verb):
        return None
    if is_unsure(verb) and not is_possible(verb):
        return None
    if verb.lemma_ == "imprison" and not is_possible(verb):
        return None  # told of a life, no sentence
    passive = verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in verb.lefts)
    told = [child for child in verb.rights if child.dep_ in {"prep", "dobj", "npadvmod", "xcomp", "advmod"}]
    if not told or not (passive or is_maker(subject_of(verb), layers)):
        return None
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    subject = subject_phrase(verb) if passive or thing is None else phrase(thing)
    what = penalty_of(verb, thing if passive else None)
    return Reading(cue.at, clause_with_antecedent(verb), verb.i, subject, {"what": Phrase(what)})


def is_future(verb: Token) -> bool:
    """As in "is to be sentenced in June": a date in court, no sentence yet."""
    return verb.head.lemma_ == "be" and any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def is_possible(verb: Token) -> bool:
    """As in "May be fined": what the law allows."""
    return any(child.lower_ in {"may", "could", "can"} for child in verb.lefts)


def penalty_of(verb: Token, sum_: Token | None) -> Extent:
    """The words of the penalty: after "to", or the sum fined; if it has neither, the verb with what it was for."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ == "to" and child.right_edge.i > child.i:
            return trimmed(verb.doc, child.i + 1, term_end(verb, child))
    if sum_ is not None:
        return phrase(sum_)
    for_ = next((child for child in verb.rights if child.lower_ == "for" and child.left_edge.i == verb.i + 1), None)
    return trimmed(verb.doc, verb.i, for_.right_edge.i + 1 if for_ is not None else verb.i + 1)  # not where or when


def term_end(verb: Token, to: Token) -> int:
    """One past the last word of the penalty, with the term after it: "to prison for 40 years", not "for robbery"."""
    end = to.right_edge.i + 1
    term = next((child for child in verb.rights if child.i == end and child.lower_ == "for"), None)
    noun = next((child for child in term.rights if child.dep_ == "pobj"), None) if term is not None else None
    return noun.i + 1 if noun is not None and noun.lemma_ in {"year", "month", "day", "week", "life"} else end
