"""A superlative of value in ("the most attractive candidate"); whether it is only how somebody sees it, out.

Nobody can measure what is attractive, wise or clear. Such a word states an extreme only where a set to look through is
named with it: a country or the world, a time, things that are counted or ranked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._ranked import WORDS, ranked_noun
from claimex.families._standing import IDENTITY
from claimex.syntax import clause_head, is_verb, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._periods import Period
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["is_excepted", "is_hollow", "is_open", "is_possible", "is_view"]

PLACES = frozenset({"GPE", "LOC", "NORP"})
SCOPES = frozenset({"in", "of", "on", "among", "across", "at", "within"})
SIZES = frozenset({"biggest", "greatest", "main", "strongest", "hardest", "toughest", "top", "major"})
REACH = 8  # words after the noun in which its scope is named


def is_view(cue: Extent, word: Token, noun: Token, period: Period | None, layers: Layers) -> bool:
    """Whether a word of value stands without anything to check it by, in somebody's mouth or in what is only wanted."""
    mine = any(child.lower_ == "my" for child in noun.lefts)
    if mine or word.lower_ in WORDS["subjective"] or is_conditional(noun) or is_of_a_life(noun):
        return True
    counted = period is not None and period.how in {"in", "since"}
    spoken = layers.attributions.of(cue) is not None
    if spoken and period is None and noun.lemma_ in WORDS["abstract"] and word.lower_ in SIZES:
        return True  # "the biggest challenge"
    if spoken and not counted and is_guess(noun):
        return True
    of_value = is_of_value(cue, word) and noun.lower_ not in WORDS["outcomes"] and not is_scoped(noun)
    if not of_value or counted or (period is not None and not spoken):
        return False
    if noun.dep_ == "oprd":
        return False  # "considers it the most intelligent of them"
    return spoken or (cue.j - cue.i == 1 and is_wanted(noun))


def is_guess(noun: Token) -> bool:
    """As in "It may turn out to be the biggest", in somebody's mouth."""
    verb = clause_head(noun)
    if verb.lemma_ not in IDENTITY or noun.i < verb.i or noun.dep_ == "appos":
        return False
    over = verb.head if verb.dep_ == "xcomp" else verb
    return any(child.lower_ in {"may", "might", "could"} for child in over.lefts if child.tag_ == "MD")


def is_of_a_life(noun: Token) -> bool:
    """As in "the biggest decision of your life"."""
    return any(
        inner.lower_ in {"life", "lives"} and any(t.lower_ in {"my", "your", "our"} for t in inner.lefts)
        for child in noun.rights
        if child.lower_ == "of"
        for inner in child.rights
    )


def is_conditional(noun: Token) -> bool:
    """As in "if it is a planet, it is the youngest"; "if elected, he would be the youngest" can be checked."""
    verb = clause_head(noun)
    if verb.tag_ not in {"VBZ", "VBP"} or verb.lemma_ != "be" or noun.i < verb.i:
        return False
    return any(t.dep_ == "advcl" and any(c.lower_ == "if" and c.dep_ == "mark" for c in t.lefts) for t in verb.lefts)


def is_wanted(noun: Token) -> bool:
    """As in "would sell their best assets", "to stave off the worst effects": nothing has been picked out yet."""
    verb = clause_head(noun)
    if not noun.tag_.startswith("NN") or noun.dep_ not in {"dobj", "pobj"} or not is_verb(verb) or verb.lemma_ in IDENTITY:
        return False
    return verb.tag_ == "VB" and any(child.tag_ in {"MD", "TO"} for child in verb.lefts)


def is_of_value(cue: Extent, word: Token) -> bool:
    if cue.j - cue.i == 1:
        return word.lower_ in WORDS["praise"]
    return word.tag_ == "JJ" and word_at(word.doc, cue.i) in {"most", "least"} and word.lower_ not in WORDS["measured"]


def is_scoped(noun: Token) -> bool:
    """Whether a place or a set bounds the comparison: "the world's best museum", "the finest beaches in Spain"."""
    if any(child.dep_ == "poss" and (child.ent_type_ in PLACES or child.lower_ in WORDS["scopes"]) for child in noun.lefts):
        return True
    bound = False
    for token in noun.doc[noun.i + 1 : noun.sent.end][:REACH]:
        if token.tag_ in {",", "."} or is_verb(token):
            break
        bound = bound or token.lower_ in SCOPES
        if bound and (token.ent_type_ in PLACES or token.lower_ in WORDS["scopes"]):
            return True
    return False


def is_hollow(noun: Token) -> bool:
    """As in "whether he will send his most valued pilots": asked."""
    verb = clause_head(noun)
    return any(t.lower_ == "whether" for t in verb.lefts)


def is_excepted(cue: Extent, layers: Layers) -> bool:
    """As in "Anyone but the richest", "competes with the best"."""
    doc, i = layers.doc, cue.i
    if i <= 1 or doc[i - 1].lower_ != "the":
        return False
    before = doc[i - 2].lower_
    return (before == "but" and not is_verb(doc[i - 2].head)) or (before in {"with", "against"} and ranked_noun(doc[i]).i == i)


def is_open(subject: Extent | None, layers: Layers) -> bool:
    """As in "What took the most time was ...": of nothing named."""
    return subject is not None and subject.j - subject.i == 1 and layers.doc[subject.i].lower_ == "what"


def is_possible(noun: Token) -> bool:
    """As in "the best information we can give", "the highest price possible": an effort, not an extreme."""
    if any(child.lower_ in {"possible", "available"} for child in noun.lefts):
        return True
    for child in noun.rights:
        if child.lower_ == "possible":
            return True
        if child.dep_ == "relcl" and (child.lower_ in {"can", "could"} or any(c.lower_ in {"can", "could"} for c in child.lefts)):
            return True
    return False
