"""A ranked noun in; the clause that states its rank, whom it is said of, and the head that says tense and denial, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.families._standing_words import AIMED, ATTENDING, BEATING, MOVING, PLACES, SEEING, STAGED
from claimex.spans import Extent, trimmed
from claimex.syntax import clause_head, clause_with_antecedent, edges, is_verb, object_of, phrase, subject_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["IDENTITY", "Standing", "joined", "standing"]

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "PRP", "DT"})
IDENTITY = frozenset({"be", "become", "remain"})
APPOINTING = frozenset({"elect", "appoint", "hire", "choose", "select", "nominate", "inaugurate", "recruit"})
# After these a ranked noun is not said of the verb's subject: "protests over the worst defeat".
ABOUT = frozenset({
    "on", "after", "before", "from", "of", "between", "over", "about", "during", "against", "near", "outside", "for",
    "through", "under", "around", "despite", "since", "until", "across", "behind", "inside", "toward", "towards",
})  # fmt: skip
WHERE = frozenset({"in", "at", "to"})
MIN_BEFORE = 2  # a name and a comma
MAX_CLIMB = 8  # heads between a noun and the noun it is coordinated with


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a ranked noun stands: the head that says tense and denial, the clause that states the rank, whom it is said of."""

    head: Token
    clause: Extent
    subject: Extent | None


def outermost(noun: Token) -> Token:
    """The noun, or the noun it is coordinated with, or the "one" of "one of the ..."."""
    top = noun
    for _ in range(MAX_CLIMB):
        if top.dep_ == "conj" and not is_verb(top.head) and top.head.i != top.i:
            top = top.head
        elif top.dep_ == "pobj" and top.head.lower_ in {"of", "among"} and is_part(top.head.head):
            top = top.head.head
        else:
            break
    return top


def is_part(token: Token) -> bool:
    return token.tag_ == "CD" or token.lower_ in {"one", "some", "part", "many", "few", "several", "among", "any", "none", "list"}


def standing(noun: Token) -> Standing:
    """The clause in which a ranked noun is said of somebody, by the way the noun stands in it."""
    top = outermost(noun)
    bearer = nearest(top) if top.dep_ == "appos" else doubled(top)
    if bearer is not None:
        return apposed(top, bearer)
    named = apposition(noun)
    if top.dep_ in {"compound", "nmod"} and top.head.i > top.i:  # "the world's largest bank HSBC"
        bearer = top.head
        return Standing(bearer, phrase(bearer), trimmed(noun.doc, noun.i + 1, bearer.i + 1))
    verb = clause_head(top)
    whole = clause_with_antecedent(verb)
    if named is not None:
        return Standing(verb, joined(noun.doc, phrase(noun), phrase(named)), phrase(named))
    return Standing(verb, whole, said_of(top, verb))


def apposed(top: Token, bearer: Token) -> Standing:
    """An apposition: "Brown, the first black mayor of the city"."""
    if bearer.dep_ == "compound":
        bearer = bearer.head
    if is_amount(bearer) or (
        bearer.ent_type_ == "DATE" and is_verb(clause_head(bearer))
    ):  # "fell to 3.5 percent, the lowest since 1969": said of what fell
        verb = clause_head(bearer)
        moved = next((t for t in verb.rights if t.dep_ == "dobj" and t.i < bearer.i), None) if verb.lemma_ in MOVING else None
        subject = phrase(moved) if moved is not None else subject_phrase(verb)
        return Standing(verb, joined(top.doc, clause_with_antecedent(verb), phrase(top)), subject)
    i, j = edges(top)
    subject = phrase(bearer)
    if subject.i <= top.i < subject.j:
        subject = trimmed(top.doc, subject.i, max(bearer.i + 1, subject.i + 1))
    return Standing(top, joined(top.doc, subject, trimmed(top.doc, i, j)), subject)


def nearest(top: Token) -> Token:
    """What an apposition is said of; where a verb lies between the two, the noun before the comma instead."""
    first = top.left_edge.i
    before = top.doc[first - 2] if first > 1 and top.doc[first - 1].text == "," else top.head
    if before.ent_type_ in {"GPE", "LOC"} and top.lemma_ in PLACES and before.i > top.head.i:
        return before  # "the club, which has a ground in Texas, the largest state"
    if top.head.i < top.head.head.i < first and is_verb(top.head.head) and before.tag_ in NOUNS and before.i > top.head.head.i:
        return before
    return top.head


def doubled(top: Token) -> Token | None:
    """The object before the comma, where the parser took an apposition for a second object: "win the debate, the first of"."""
    first = top.left_edge.i
    if top.dep_ not in {"dobj", "npadvmod"} or first < 1 or top.doc[first - 1].text != ",":
        return None
    return next(
        (child for child in top.head.rights if child.dep_ == "dobj" and child.i < top.i and child.right_edge.i >= first - 2), None
    )


def is_amount(noun: Token) -> bool:
    counted = noun.tag_ == "CD" or noun.lower_ in {"percent", "%", "million", "billion", "cents", "dollars", "pounds", "euros"}
    return counted and is_verb(clause_head(noun)) and noun.dep_ in {"pobj", "dobj", "npadvmod", "attr"}


def apposition(noun: Token) -> Token | None:
    """The name after a ranked noun: "the first female president, Mary Robinson"; no abbreviation in brackets."""
    if noun.dep_ == "dobj":  # "they quoted the first man in space, Yuri Gagarin"
        after = noun.right_edge.i + 1
        for child in noun.head.rights:
            if child.dep_ == "npadvmod" and child.tag_ == "NNP" and child.ent_type_ in {"PERSON", "ORG", "GPE"}:
                return child if child.left_edge.i == after + 1 and noun.doc[after].text == "," else None
    return next(
        (
            child
            for child in noun.rights
            if child.dep_ == "appos" and child.tag_ in {"NNP", "NNPS"} and child.doc[child.left_edge.i - 1].text != "("
        ),
        None,
    )


def said_of(top: Token, verb: Token) -> Extent | None:
    if top.dep_ in {"nsubj", "nsubjpass"}:
        if verb.lemma_ in IDENTITY:
            other = next((child for child in verb.rights if child.dep_ == "attr" and child.tag_ in NOUNS), None)
            if other is not None:
                return phrase(other)
            done = next((child for child in verb.rights if child.dep_ == "xcomp" and child.tag_ == "VB"), None)
            if done is not None and top.lemma_ in AIMED:  # "the only way out is to sell"
                return trimmed(top.doc, done.left_edge.i, done.right_edge.i + 1)
        return apposed_to(top) or trimmed(top.doc, after_determiner(top), phrase(top).j)
    own = next((child for child in top.lefts if child.dep_ == "nsubj"), None)
    if own is not None:  # "makes him the best-paid player"
        return phrase(own)
    if not is_verb(verb):  # "the last remaining troops": a headline, or a clause taken for a noun
        words = phrase(top)
        clean = top.i == verb.i and not any(is_verb(t) for t in top.doc[words.i : top.i])
        return trimmed(top.doc, after_determiner(top), words.j) if clean else None
    return said_beside(top, verb) or inverted(top, verb)


def apposed_to(top: Token) -> Extent | None:
    """The name before "Brown, the third president to be impeached", where the parser made a clause of the apposition."""
    led = top.left_edge.i
    made = top.head.tag_ in {"VB", "VBN"} and any(t.tag_ == "TO" and t.i > top.i for t in top.head.lefts)
    det = next((t for t in top.lefts if t.tag_ == "DT"), None)
    if made and det is not None and led < det.i and top.doc[led].tag_ == "NNP" and top.doc[led].ent_type_:
        return trimmed(top.doc, led, det.i)  # "make Taiwan the first to do it"
    if not made or led < MIN_BEFORE or top.doc[led - 1].text != "," or not top.doc[led - 2].is_title:
        return None
    name = top.doc[led - 2]
    return trimmed(top.doc, name.left_edge.i, led - 1) if name.left_edge.i >= name.sent.start else None


def inverted(top: Token, verb: Token) -> Extent | None:
    """The subject behind its verb ("among the first was Iceland"), or what the parser took for a time ("last month was ...")."""
    if verb.lemma_ not in IDENTITY:
        return None
    other = next((child for child in verb.rights if child.dep_ in {"attr", "nsubj"} and child.tag_ in NOUNS), None)
    if other is not None and other.i > top.i:
        return phrase(other)
    time = next((child for child in verb.lefts if child.dep_ == "npadvmod" and child.tag_ in NOUNS), None)
    return phrase(time) if time is not None and top.dep_ == "attr" else None


def said_beside(top: Token, verb: Token) -> Extent | None:
    """Of whom a rank in the object or in a phrase of the verb is said."""
    if top.dep_ == "pobj" and top.head.head.i == verb.i and top.head.lower_ in {"in", "at"} and top.i < verb.i:
        return deed(verb)
    if controlled(verb):  # "beat the incumbent to become the first woman"
        return subject_phrase(verb.head)
    if top.dep_ == "pobj" and top.head.lower_ == "as" and top.head.head.tag_ in NOUNS:  # "her designation as the first nominee"
        owner = next((child for child in top.head.head.lefts if child.dep_ == "poss"), None)
        if owner is not None:
            return phrase(owner)
    if is_own(top, verb):
        return trimmed(top.doc, after_determiner(top), phrase(top).j)
    named = top.dep_ == "oprd" or is_seen_as(top, verb)  # "named him the first president", "ranks it as the worst"
    named = named or (top.dep_ == "npadvmod" and top.tag_ == "JJS")  # "called the attack the deadliest since 2018"
    other = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < top.i), None) if named else None
    if other is None and verb.lemma_ == "point" and top.dep_ == "pobj" and top.head.lower_ == "as":
        other = next((t for child in verb.rights if child.lower_ == "to" for t in child.rights if t.i < top.i), None)
    return phrase(other) if other is not None else subject_phrase(verb)


def controlled(verb: Token) -> bool:
    """Whether "to become" is said of who won, not of who was beaten."""
    over = verb.head
    return verb.lemma_ == "become" and verb.dep_ in {"xcomp", "advcl", "acl"} and over.lemma_ in BEATING


def is_seen_as(top: Token, verb: Token) -> bool:
    if top.dep_ != "pobj" or top.head.lower_ != "as" or top.head.head.i != verb.i:
        return False
    return verb.lemma_ in SEEING


def is_own(top: Token, verb: Token) -> bool:
    """Whether the ranked one is the thing itself, not who acts: "died in the worst crash", "elected the first black mayor"."""
    if top.dep_ == "dobj":
        return verb.lemma_ in APPOINTING or verb.lemma_ in ATTENDING
    if top.dep_ != "pobj" or (is_verb(top.head.head) and any(child.tag_ == "PRP$" for child in top.lefts)):
        return False  # "struck out six for his 31st save"
    led = top.head.lower_
    if led == "for" and top.lemma_ == "term":
        return False  # "was elected for a second term"
    if led in {"in", "at", "to", "on"} and top.lemma_ in STAGED:
        return True
    return led in ABOUT or top.head.dep_ == "agent" or (led in WHERE and top.head.head.tag_ in NOUNS)


def deed(verb: Token) -> Extent | None:
    """What was the first or last: "In the first heat of the evening, Kenya met Peru" is said of all that follows."""
    whole = subject_phrase(verb)
    found = object_of(verb)
    if whole is None or found is None or whole.i > verb.i:
        return whole
    return trimmed(verb.doc, whole.i, phrase(found).j)


def after_determiner(noun: Token) -> int:
    i = phrase(noun).i
    while i < noun.i and (noun.doc[i].tag_ in {"DT", "PRP$", "WP$", "JJS", "RBS", ","} or noun.doc[i].lower_ == "ever"):
        i += 1
    return i


def joined(doc: Doc, *parts: Extent) -> Extent:
    return trimmed(doc, min(part.i for part in parts), max(part.j for part in parts))
