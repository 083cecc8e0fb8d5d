"""A verb of punishing in; the court's sentence or the standing penalty that it tells, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import own_subject
from claimex.families._family import Phrase, Reading
from claimex.families.rule.mood import WORDS, is_unsure
from claimex.families.rule.reading import is_maker
from claimex.spans import trimmed
from claimex.syntax import SUBJECT_DEPS, asserts, clause_with_antecedent, phrase, subject_of, subject_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["by_penalty", "by_sentence"]

SERVED = frozenset({"receive", "serve", "get", "give", "hand", "impose", "issue", "carry", "face"})
TERMS = frozenset(
    {"year", "month", "week", "day", "life", "match", "game", "race", "pound", "euro", "dollar", "prison", "jail", "death"}
)
MAX_JOINED = 4  # verbs in a row
LASTING = frozenset({"year", "month"})


def by_penalty(cue: Cue, layers: Layers) -> Reading | None:
    """As in "She was sentenced to six years in prison", "drivers can be fined 60 pounds", "the judge jailed him for life"."""
    verb = layers.doc[cue.at.i]
    if verb.dep_ in {"amod", "compound", "aux", "pcomp"} or not asserts(verb) or is_future(verb) or is_untold(verb):
        return None
    passive = is_passive(verb)
    told = [child for child in verb.rights if child.dep_ in {"prep", "dobj", "npadvmod", "xcomp", "advmod"}]
    if not told or not (passive or verb.lower_ == "suspended" or is_maker(subject_of(verb), layers)):
        return None
    thing = last_object(verb)
    whom = next((child for child in verb.rights if child.dep_ == "dative" and child.tag_[0] in "NP"), None)
    subject = phrase(whom) if whom is not None else subject_phrase(verb) if passive or thing is None else phrase(thing)
    who = own_subject(verb) if passive else None
    if who is not None and subject is not None and not subject.holds(who.i):
        subject = phrase(who)  # "Many times people were jailed": of two, the nearer
    what = penalty_of(verb, thing if passive or whom is not None else None)
    if what is None:
        return None  # "was sentenced on Monday": to what is not said
    return Reading(cue.at, clause_with_antecedent(verb), verb.i, subject, {"what": Phrase(what)})


def is_future(verb: Token) -> bool:
    """As in "is to be sentenced in June": a date in court, no sentence yet."""
    return verb.head.lemma_ == "be" and any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def is_possible(verb: Token) -> bool:
    """As in "May be fined": what the law allows."""
    return any(child.lower_ in {"may", "could", "can"} for child in verb.lefts)


def is_untold(verb: Token) -> bool:
    """Whether the penalty is only wished for, part of a life told ("was imprisoned for his views"), or a pause of trains."""
    if verb.lower_ == "suspended" and not is_out(verb):
        return True
    return (verb.lemma_ == "imprison" or is_unsure(verb)) and not is_possible(verb)


def is_passive(verb: Token) -> bool:
    """Whether a participle has its helper, or shares that of the verb it goes on from: "was found guilty and fined"."""
    for _ in range(MAX_JOINED):
        if any(child.dep_ == "auxpass" for child in verb.lefts):
            return verb.tag_ in {"VBN", "VBD"}
        if verb.dep_ != "conj" or any(child.dep_ in SUBJECT_DEPS for child in verb.lefts):
            return False
        verb = verb.head
    return False


def last_object(verb: Token) -> Token | None:
    """The object; of two side by side the second, where the parser cut one name in two: "sentenced two people smugglers"."""
    things = [child for child in verb.rights if child.dep_ == "dobj"]
    if len(things) > 1 and things[0].i + 1 == things[1].i:
        return things[1]
    return things[0] if things else None


def is_out(verb: Token) -> bool:
    """As in "suspended for four matches": a player, or somebody barred from work; not a train service for two days."""
    for child in verb.rights:
        if child.dep_ != "prep" or child.lower_ != "for":
            continue
        term = next((word for word in child.rights if word.dep_ == "pobj"), None)
        if term is not None and any(word.tag_ == "CD" or word.lower_ in {"a", "one"} for word in term.lefts):
            return term.lower_ in WORDS["bouts"] or (term.lemma_ in LASTING and is_person(verb))
    return False


def is_person(verb: Token) -> bool:
    """Whether the one suspended is said by a pronoun of persons, or a name."""
    who = last_object(verb) or subject_of(verb)
    return who is not None and (who.ent_type_ == "PERSON" or who.lower_ in {"he", "she", "him", "her", "who"})


def by_sentence(cue: Cue, layers: Layers) -> Reading | None:
    """As in "She received a 12-year sentence", "the striker was given a two-match ban", "he is serving a life sentence"."""
    noun = layers.doc[cue.at.i]
    verb = noun.head
    if noun.dep_ not in {"dobj", "pobj"} or verb.lemma_ not in SERVED or not asserts(verb) or is_unsure(verb) or is_future(verb):
        return None
    if not any(is_term(word) for word in noun.subtree) or (verb.lemma_ == "face" and not is_of_class(verb)):
        return None
    if noun.lower_ == "penalty" and verb.lemma_ not in {"carry", "face"}:
        return None  # also of a match
    holder = next((child for child in verb.rights if child.dep_ == "dative"), None)
    if holder is not None and holder.tag_ == "IN":
        holder = next((child for child in holder.rights if child.dep_ == "pobj"), None)
    subject = phrase(holder) if holder is not None else subject_phrase(verb)
    if subject is None:
        return None
    return Reading(cue.at, clause_with_antecedent(verb), verb.i, subject, {"what": Phrase(phrase(noun))})


def is_of_class(verb: Token) -> bool:
    """As in "Drivers face a fine of 60 pounds": said of a class it is a rule, of somebody a forecast."""
    subject = subject_of(verb)
    if subject is None or subject.tag_ != "NNS" or verb.tag_ != "VBP":
        return False
    return all(child.lower_ not in {"the", "these", "those", "both"} and child.tag_ != "CD" for child in subject.lefts)


def is_term(word: Token) -> bool:
    """Whether a word says how long or how much: "12-year", "life", "$5,000"."""
    return word.lemma_.lower() in TERMS or word.tag_ == "$" or word.lower_ in {"suspended", "lifetime"}


def penalty_of(verb: Token, sum_: Token | None) -> Extent | None:
    """The words of the penalty: after "to", or the sum fined; if it has neither, the verb with what it was for; else None."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ == "to" and child.right_edge.i > child.i:
            return trimmed(verb.doc, child.i + 1, term_end(verb, child))
    if sum_ is not None:
        return phrase(sum_)
    for_ = next((child for child in verb.rights if child.lower_ == "for" and child.dep_ == "prep"), None)
    if for_ is None:  # "was jailed on Monday"; where or when does not count
        return trimmed(verb.doc, verb.i, verb.i + 1) if is_possible(verb) else None
    first = verb.i if for_.i == verb.i + 1 else for_.i
    return trimmed(verb.doc, first, for_.right_edge.i + 1)


def term_end(verb: Token, to: Token) -> int:
    """One past the last word of the penalty, with the term after it: "to prison for 40 years", not "for robbery"."""
    end = to.right_edge.i + 1
    term = next((child for child in verb.rights if child.i == end and child.lower_ == "for"), None)
    noun = next((child for child in term.rights if child.dep_ == "pobj"), None) if term is not None else None
    return noun.i + 1 if noun is not None and noun.lemma_ in {"year", "month", "day", "week", "life"} else end
