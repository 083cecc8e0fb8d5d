"""What an amount is an amount of, and the smallest words that assert it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import around, noun_words, tight
from claimex.spans import Extent, trimmed
from claimex.syntax import asserts, clause_head, clause_with_antecedent, edges, is_verb, phrase, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.layers import Layers
    from claimex.quantities import Quantity

__all__ = ["Assertion", "assertion", "bare", "head_of"]

Assertion = tuple["Token", Extent, "Extent | None"]  # head, clause, subject

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
MODIFYING = frozenset({"nummod", "compound", "amod", "quantmod", "npadvmod", "nmod", "det", "predet", "punct", "advmod"})
MEASURES = frozenset({"length", "area", "volume", "mass", "speed", "temperature", "energy", "age", "duration", "money", "percent", "other"})
MAX_CLIMB = 8  # heads from a number to the noun it belongs to: "an estimated 15 to 20 million US dollar"
COPULAS = frozenset({"be", "become", "remain"})


def head_of(doc: Doc, item: Quantity) -> Token:
    """The token of the amount that the rest of the sentence hangs it on."""
    return next((token for token in doc[item.at.i : item.at.j] if not item.at.holds(token.head.i)), doc[item.at.j - 1])


def bare(noun: Token) -> Extent:
    """A noun with its modifiers, without its article."""
    whole = phrase(noun)
    i = whole.i
    while i < noun.i and noun.doc[i].tag_ in {"DT", "PDT"}:
        i += 1
    return trimmed(noun.doc, i, whole.j)


def measured_noun(doc: Doc, item: Quantity) -> Token | None:
    """The noun that a measure stands before: "a 15-meter high pig", "her 14-year-old son", "the six-member team"."""
    token = head_of(doc, item)
    for _ in range(MAX_CLIMB):
        if token.dep_ not in MODIFYING or token.head.i <= item.number.i or token.head.tag_ not in NOUNS | {"JJ"}:
            break
        token = token.head
    return token if token.i >= item.at.j and token.tag_ in NOUNS else None


def age_holder(doc: Doc, item: Quantity, layers: Layers) -> Extent | None:
    """The person named just before an age: "Ann Lee, 25,", "Ann Lee (25)", "Ann Lee, aged 25"."""
    i = item.at.i - 1
    while i >= 0 and doc[i].text in {",", "(", "-", "–"}:
        i -= 1
    hit = layers.names.at(i) if i >= 0 and i < item.at.i - 1 else None
    return hit[1].at if hit is not None and hit[1].kind == "name" else None


def assertion(item: Quantity, layers: Layers) -> Assertion | None:
    """The head, clause and subject of the smallest words that assert the amount; None where nothing is asserted."""
    doc = layers.doc
    head = head_of(doc, item)
    if not asserts(head):
        return None
    if item.kind == "age":
        holder = age_holder(doc, item, layers)
        if holder is not None:
            return head, around(doc, holder, item.at), holder
    noun = measured_noun(doc, item)
    if noun is not None and (item.kind in MEASURES or "-" in doc.text[item.number.end : item.number.end + 2]):
        return of_noun(noun, item)
    counted = noun or head
    owner = counted.head if counted.dep_ == "pobj" else None  # "a survey of 1,709 pupils", "5 percent of 300 firms"
    if owner is not None and owner.head.tag_ in NOUNS and owner.head.i < item.at.i:
        return within_noun(owner.head, counted, item)
    return of_clause(counted, item)


def of_noun(noun: Token, item: Quantity) -> Assertion:
    """The noun phrase that the measure stands in; where the noun is what its clause says of a subject, the clause."""
    doc = noun.doc
    if noun.dep_ == "attr" and noun.head.lemma_ in COPULAS:
        return of_clause(noun, item)
    i, _ = edges(noun)
    whole = noun_words(noun)
    words = trimmed(doc, min(i, item.at.i), max(whole.j, item.at.j))
    if noun.dep_ == "appos" and noun.head.tag_ in NOUNS and noun.head.i < noun.i:  # "Ahmed Ali, a 14-year-old boy"
        return noun, around(doc, phrase(noun.head), words), bare(noun.head)
    subject = trimmed(doc, min(item.at.j, noun.i), max(whole.j, noun.i + 1))
    return noun, words, subject


def within_noun(owner: Token, counted: Token, item: Quantity) -> Assertion:
    """The noun phrase around "of" and the amount; its subject the noun before it."""
    doc = owner.doc
    i, j = edges(owner)
    words = trimmed(doc, i, max(j, counted.i + 1, item.at.j))
    k = counted.head.i
    return owner, words, trimmed(doc, i, max(min(k, owner.i + 1), owner.i + 1))


def of_clause(counted: Token, item: Quantity) -> Assertion | None:
    """The clause that the amount stands in; its subject that of the clause, or the counted noun itself."""
    doc = counted.doc
    verb = clause_head(counted)
    if not is_verb(verb):
        words = around(doc, trimmed(doc, *edges(verb)), item.at)
        subject = None if item.at.holds(verb.i) and item.kind != "count" else bare(counted)
        return verb, words, subject
    words = clause_with_antecedent(verb) if verb.dep_ in {"relcl", "acl"} else tight(verb)
    if not (words.i <= item.number.i < words.j):
        words = around(doc, clause_with_antecedent(verb), item.at)
    found = subject_of(verb)
    subject = None
    if found is not None and not (found.tag_ in {"WDT", "WP"}):
        subject = phrase(found)
        if subject.i <= item.at.i < subject.j:
            subject = noun_words(found)
    return verb, words, subject
