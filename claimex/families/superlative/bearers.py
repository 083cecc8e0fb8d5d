"""A superlative read by its clause in; of whom it is said, where that is not the clause's subject, out.

"The quake cracked the island's biggest dam" says nothing of the quake: the dam itself is the biggest. But "the bank has the
largest branch network" is said of the bank, and so is "posted its worst loss since 2009".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.families._ranked import WORDS
from claimex.families._standing import IDENTITY, outermost
from claimex.families._standing_words import SEEING
from claimex.spans import trimmed
from claimex.syntax import clause_head, is_verb, phrase, subject_of, word_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._ranked import Ranking
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["borne", "is_astray"]

# Prepositions behind which the ranked thing is only a mark to measure by: "far below its 52-week high".
BESIDE = frozenset({"below", "above", "past", "beyond", "within", "off", "along", "via", "down"})
COUNTS = frozenset({"most", "least", "fewest"})  # "raised the most money"
RANKS = frozenset({"JJS", "RBS"})
CALLING = frozenset({"call", "repute", "know", "think", "find", "dub", "term"})
SHARES = frozenset({"dobj", "pobj"})
NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT"})


def borne(found: Ranking, cue: Extent, noun: Token, layers: Layers) -> Ranking:
    """The same with its true subject, and with the clause that holds it."""
    doc, subject = layers.doc, found.subject
    top = outermost(noun)
    verb = clause_head(top)
    if subject is not None and subject.i >= top.left_edge.i:  # a name beside it, or the thing itself
        cut = subject.i > cue.i and subject.holds(noun.i) and top.i == noun.i
        return replace(found, subject=trimmed(doc, min(itself(doc, top).i, cue.i), subject.j)) if cut else found
    if not (word_at(doc, cue.i) in COUNTS and cue.j - cue.i == 1) and is_thing_itself(top, noun, verb, found):
        return replace(found, subject=itself(doc, top), when=None)  # a date says when it was dealt with
    named = described(verb) if subject is not None and verb.lemma_ in IDENTITY else None
    if named is None:
        return found
    return replace(found, subject=named, clause=trimmed(doc, min(named.i, found.clause.i), found.clause.j))


def is_thing_itself(top: Token, noun: Token, verb: Token, found: Ranking) -> bool:
    """Whether the ranked thing only plays a part in what somebody does to it or with it."""
    if top.dep_ not in SHARES or top.tag_ in RANKS or not is_picked(top, noun):
        return False
    if not is_verb(verb):
        return found.subject is None and top.dep_ == "pobj"
    if top.dep_ == "dobj":
        counted = found.period is not None and found.period.how in {"in", "since"}
        return not counted and verb.lemma_ not in WORDS["owning"] | SEEING | CALLING
    led = top.head.lower_
    if led == "with":  # "were shared out unevenly, with the highest share for the north"
        return (
            found.period is None and top.head.head.i == verb.i and top.head.nbor(-1).text == "," and verb.lemma_ not in IDENTITY
        )
    return led in BESIDE


def is_picked(top: Token, noun: Token) -> bool:
    """Whether one thing, or a few, are meant: "the biggest dam", "one of the oldest maps"; not "the most goals"."""
    if top.i != noun.i:
        return top.lower_ in {"one", "two", "three", "some"}
    return any(child.dep_ == "poss" or child.lower_ == "the" for child in top.lefts)


def itself(doc: Doc, top: Token) -> Extent:
    words = phrase(top)
    start = words.i + 1 if doc[words.i].lower_ == "the" and words.i < top.i else words.i
    return trimmed(doc, start, words.j)


def described(verb: Token) -> Extent | None:
    """Who is meant by "Halden, a firm that is one of the oldest ...": the name before "a firm"."""
    noun = verb.head if verb.dep_ == "relcl" else subject_of(verb)
    if noun is None or noun.dep_ != "appos" or noun.head.i > noun.i or not noun.head.ent_type_:
        return None
    vague = any(child.lower_ in {"a", "an"} for child in noun.lefts)
    return phrase(noun.head) if vague else None


def is_astray(found: Ranking, noun: Token, layers: Layers) -> bool:
    """Whether the parser lost the thread: nothing that it is said of, an amount for a person, a subject in another quotation."""
    doc, subject = layers.doc, found.subject
    verb = clause_head(noun)
    if subject is None:
        if not is_verb(verb):
            return noun.dep_ == "pobj" and noun.head.lower_ == "as"
        return noun.dep_ in {"attr", "dobj"} and not any(token.tag_ in NAMING for token in doc[found.clause.i : verb.i])
    if subject.j > found.clause.j or subject.i >= noun.i:
        return False
    between = doc[subject.j : noun.i]
    if word_at(doc, subject.j) == "'s":
        return False
    opened = doc[subject.j].tag_ == "''" if subject.j < len(doc) else False
    if opened and any(token.lower_ == "who" for token in between[:3]):
        return True  # '... for 80 years" who was "one of the best ..."'
    amount = layers.dates.at(subject.i) or layers.quantities.at(subject.i)
    timed = amount is not None and amount.at.i <= subject.i and subject.j <= amount.at.j
    return timed and any(token.lower_ == "who" for token in between)
