"""A comparing word and its verb in; what is compared, out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.families._clause import stranded_subject
from claimex.families._family import Phrase
from claimex.families.quantity.amounts import bare
from claimex.spans import trimmed
from claimex.syntax import is_verb, phrase, subject_of, subject_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Reading
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["subject_for", "told_of", "truly_of"]

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
BRACKETS = frozenset({"-LRB-", "-RRB-"})
DOING = frozenset({"do", "does", "did", "are", "is", "were", "was", "have", "has", "had"})
HAVING = frozenset({
    "have", "enjoy", "record", "post", "report", "pay", "see", "suffer", "show", "make", "earn", "get", "face", "offer", "charge",
    "expect", "give", "use", "take", "produce", "spend", "hold", "achieve", "run", "win", "want", "carry", "score", "put",
    "place", "own", "cover", "realize", "realise", "announce", "generate", "deliver", "claim", "log", "receive",
})  # fmt: skip
CLIMB = 4  # heads from a comparative to the "as" before it


def subject_for(word: Token, verb: Token) -> Extent | None:
    """What is compared: the noun that a comparative describes from behind or inside a phrase, else the clause's subject."""
    noun = word.head
    if word.lower_ == "same" and noun.tag_ in NOUNS:
        return subject_of_same(noun, verb)
    if (
        word.dep_ in {"amod", "acl", "relcl"}
        and noun.tag_ in NOUNS
        and (noun.i < word.i or noun.dep_ in {"pobj", "nsubj", "nsubjpass"})
    ):
        return bare(noun) if noun.i > word.i else trimmed(noun.doc, noun.left_edge.i, noun.i + 1)
    seen = seen_as(word, verb)
    if seen is not None:
        return phrase(seen)
    found = subject_of(verb) or stranded_subject(verb)
    if found is not None and found.tag_ in BRACKETS:  # "[the cold] is worse than": the bracket is taken for the subject
        found = next((found.doc[k] for k in range(found.i - 1, found.sent.start - 1, -1) if found.doc[k].is_alpha), None)
    if found is None or found.tag_ in {"WDT", "WP"}:
        return (
            trimmed(noun.doc, bare(noun).i, noun.i + 1) if word.dep_ == "amod" and noun.tag_ in NOUNS else None
        )  # "there were more fires than"
    whole, after = phrase(found), next(iter(found.rights), None)
    if after is not None and after.i == whole.j and after.dep_ == "nummod":  # "HD 4203"
        return trimmed(found.doc, whole.i, whole.j + 1)
    together = subject_phrase(verb)
    return together if together is not None and together.i == whole.i else whole


def subject_of_same(noun: Token, verb: Token) -> Extent | None:
    """Who has "the same size as" another: "a boat about the same size", "they ruled on the same day"."""
    over = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in {"pobj", "npadvmod", "appos"} and over.tag_ in NOUNS and over.i < noun.i:
        return trimmed(noun.doc, next(t.i for t in noun.doc[phrase(over).i : over.i + 1] if t.tag_ != "IN"), over.i + 1)
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return bare(noun)
    found = subject_of(verb)
    return subject_phrase(verb) if found is not None and found.tag_ not in {"WDT", "WP"} else None


def told_of(verb: Token) -> Extent | None:
    """Whom "a lake which is deeper than" is said of: "the Bay is a lake which ..."; None where the noun itself is meant."""
    noun = verb.head
    if verb.dep_ != "relcl" or noun.dep_ != "attr" or not any(child.lower_ in {"a", "an"} for child in noun.lefts):
        return None
    whole = subject_phrase(noun.head) if noun.head.lemma_ == "be" else None
    return whole if whole is not None and whole.j <= noun.i else None


def seen_as(word: Token, verb: Token) -> Token | None:
    """The object of a verb of seeing, where the comparative follows "as": "regarded the debate as more civil than the last"."""
    token = word
    for _ in range(CLIMB):
        if token.lower_ == "as" and token.head.i == verb.i:
            return next((child for child in verb.rights if child.dep_ == "dobj" and child.i < token.i), None)
        if token.i in {verb.i, token.head.i}:
            break
        token = token.head
    return None


def truly_of(word: Token, found: Reading, layers: Layers) -> Reading:
    """With its true subject: who pays in "they pay higher rates than men do", what is weaker in "fell after weaker data"."""
    doc, noun = layers.doc, word.head
    if word.dep_ != "amod" or not is_verb(doc[found.head]) or found.subject is None:
        return found
    other = found.slots.get("other")
    at = other.at if isinstance(other, Phrase) else None
    if at is not None and (doc[at.j - 1].lower_ in DOING or doc[at.i - 1].lower_ in DOING):
        whole = subject_phrase(doc[found.head])
        return replace(found, subject=whole or found.subject)
    expected = at is not None and at.i < noun.i  # "weaker-than-expected data"
    only = noun.dep_ == "pobj" or (noun.dep_ == "dobj" and noun.head.lemma_ not in HAVING)
    if (at is None or expected) and only and found.subject.i < word.i and noun.tag_ in NOUNS:
        return replace(found, subject=trimmed(doc, word.i, noun.i + 1))
    return found
