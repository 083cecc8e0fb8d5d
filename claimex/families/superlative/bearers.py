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
from claimex.syntax import clause_head, is_verb, phrase, subject_of, subject_phrase, word_at

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
PLACES = frozenset({"to", "in", "at", "by", "from"})
LEVELS = frozenset({
    "level", "rate", "price", "point", "value", "number", "high", "low", "pace", "position", "place", "total", "margin", "time",
})  # fmt: skip
GROWING = frozenset({
    "grow", "rise", "fall", "develop", "expand", "climb", "drop", "increase", "turn", "slip", "sink", "rank", "result", "lead",
    "refer",
})  # fmt: skip
SHARES = frozenset({"dobj", "pobj"})
NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT"})


def borne(found: Ranking, cue: Extent, noun: Token, layers: Layers) -> Ranking:
    """The same with its true subject, and with the clause that holds it."""
    doc, subject = layers.doc, found.subject
    if subject is not None:
        found = whole_name(found, subject, noun)
        subject = found.subject or subject
    top = outermost(noun)
    verb = clause_head(top)
    if subject is not None and subject.i >= top.left_edge.i:  # a name beside it, or the thing itself
        return beside(found, subject, cue, top, noun)
    made = made_into(top, verb) or together(top)
    if made is not None:
        return replace(found, subject=made)
    if not (word_at(doc, cue.i) in COUNTS and cue.j - cue.i == 1) and is_thing_itself(top, noun, verb, found):
        return replace(found, subject=itself(doc, top), when=None)  # a date says when it was dealt with
    named = described(verb) if subject is not None and verb.lemma_ in IDENTITY else None
    if named is None:
        return found
    return replace(found, subject=named, clause=trimmed(doc, min(named.i, found.clause.i), found.clause.j))


def whole_name(found: Ranking, subject: Extent, noun: Token) -> Ranking:
    """With a name whole that a hyphen cuts: "K2" is "K2-33b", "al" is "al-Nur"."""
    doc, end = noun.doc, subject.j
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_ and not doc[end - 1].whitespace_:
        end += 2
        end += end + 1 < len(doc) and doc[end].tag_ == "NNP" and doc[end + 1].text == "-"
    if end == subject.j or subject.j <= noun.i < end:
        return found
    clause = trimmed(doc, found.clause.i, max(end, found.clause.j)) if subject.i >= found.clause.i else found.clause
    return replace(found, subject=trimmed(doc, subject.i, end), clause=clause)


def beside(found: Ranking, subject: Extent, cue: Extent, top: Token, noun: Token) -> Ranking:
    """With the words of the rank in what is ranked."""
    if not (subject.i > cue.i and subject.holds(noun.i) and top.i == noun.i):
        return found
    return replace(found, subject=moved_to(top) or trimmed(noun.doc, min(itself(noun.doc, top).i, cue.i), subject.j))


def moved_to(top: Token) -> Extent | None:
    """What "rose 16% to a record": not the record."""
    led = top.head
    if top.dep_ == "pobj" and led.lower_ in {"to", "at"} and led.head.lower_ in {"%", "percent"}:
        return subject_phrase(clause_head(led.head))
    return None


def made_into(top: Token, verb: Token) -> Extent | None:
    """As in "making it the tallest": said of "it"."""
    if verb.lemma_ not in {"make", "render"} or top.i < verb.i:
        return None
    other = next((t for t in verb.rights if t.i < top.left_edge.i and t.dep_ in {"dobj", "nsubj", "dative"}), None)
    if other is None and verb.nbor().tag_ == "PRP":  # hung on the noun behind it: "making it history's longest"
        return trimmed(top.doc, verb.i + 1, verb.i + 2)
    return phrase(other) if other is not None else None


def together(top: Token) -> Extent | None:
    """Those of whom a plural is said: "Spain and Italy, the two largest growers"."""
    if top.dep_ != "appos" or top.tag_ not in {"NNS", "NNPS"}:
        return None
    last = next((t for t in top.head.rights if t.dep_ == "conj" and t.i < top.left_edge.i), None)
    return trimmed(top.doc, phrase(top.head).i, phrase(last).j) if last is not None else None


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
    counted = found.period is not None and found.period.how in {"in", "since"}
    if led in PLACES and top.head.head.i == verb.i and not counted:
        return is_met(top, noun, verb)
    if led == "with":  # "were shared out unevenly, with the highest share for the north"
        return (
            found.period is None and top.head.head.i == verb.i and top.head.nbor(-1).text == "," and verb.lemma_ not in IDENTITY
        )
    return led in BESIDE


def is_met(top: Token, noun: Token, verb: Token) -> bool:
    """As in "were sent to the town's oldest jail"; not "rose to the highest level", "grew to the largest in Spain"."""
    if any(child.tag_ == "PRP$" for child in noun.lefts) or noun.lemma_ in LEVELS or noun.tag_ in RANKS:
        return False
    return verb.lemma_ not in IDENTITY | GROWING and top.i > verb.i


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
    if subject.i >= noun.i:
        return False
    head = doc[subject.i : subject.j].root
    spoken = doc[subject.i].tag_ == "PRP" and head.tag_ in {"VBZ", "VBP", "VBD", "VBG"}  # "I'm asking you - is the greatest"
    if spoken or is_at_odds(head, noun, verb):
        return True
    who = any(token.lower_ == "who" for token in doc[subject.j : min(subject.j + 3, noun.i)])
    amount = layers.dates.at(subject.i) or layers.quantities.at(subject.i)
    timed = amount is not None and amount.at.i <= subject.i and subject.j <= amount.at.j
    return who and (timed or doc[subject.j].tag_ == "''")  # '"for decades" who was "one of the best"'


def is_at_odds(subject: Token, noun: Token, verb: Token) -> bool:
    """As in "the events that shaped Europe and was one of ...": the subject stands elsewhere."""
    several = subject.tag_ == "NNS" and subject.is_lower and verb.lower_ in {"is", "was"} and verb.i < noun.i
    return several and verb.dep_ == "conj"
