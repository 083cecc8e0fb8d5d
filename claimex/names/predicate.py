"""A person's name in; the offices that a verb gives to it, out: "is the founder of", "was elected", "served as"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.names.office import Office, Status, Taken, office_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claimex.names.words import Spot, Words

__all__ = ["predicates"]

COPULAS = frozenset({"be", "become", "remain"})
NAMING = frozenset({"elect", "name", "appoint", "reelect", "re-elect", "crown", "nominate", "declare", "designate"})
SERVING = frozenset({"serve", "act", "work", "resign", "retire", "quit", "return", "continue"})
BEGINNING = frozenset({"become", "remain"}) | NAMING
RANKS = frozenset({"first", "only", "last", "second", "third", "fourth", "fifth", "youngest", "oldest"})


def predicates(words: Words, spot: Spot, taken: Taken) -> Iterator[tuple[Office, Status | None]]:
    """As in "Kamen is the founder of ...", "Kamen was elected president", "Kamen served as captain"."""
    noun = next((words.doc[k] for k in range(spot.j - 1, spot.i - 1, -1) if not spot.i <= words.doc[k].head.i < spot.j), None)
    if noun is None:
        return
    verb = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        for complement in complements(verb):
            office = office_from(words, start_of(complement), taken)
            if office is not None and office.head >= complement.i - 1 and not is_ranked(words, office):
                yield office, status_of(verb)
        if verb.lower_ in {"founded", "co-founded", "cofounded"} and noun.dep_ == "nsubj":
            yield Office(verb.i, verb.i + 1, verb.i, verb.i), None
    elif noun.dep_ == "pobj" and verb.lower_ == "by" and verb.head.lower_ in {"founded", "co-founded", "cofounded"}:
        yield Office(verb.head.i, verb.head.i + 1, verb.head.i, verb.head.i), None


def is_ranked(words: Words, office: Office) -> bool:
    """Whether it says which of the office's holders did something: "the first prime minister in 23 years to visit"."""
    ranked = any(words.lower[k] in RANKS for k in range(office.i, office.head))
    return ranked and words.lower[office.j : office.j + 1] != [] and words.lower[office.j] in {"in", "to", "since", "for", "who"}


def complements(verb: Token) -> Iterator[Token]:
    """The nouns that say what the verb's subject is."""
    lemma = verb.lemma_.lower()
    for child in verb.rights:
        if (lemma in COPULAS and child.dep_ in {"attr", "dobj"}) or (lemma in NAMING and child.dep_ in {"oprd", "dobj", "attr"}):
            if lemma not in NAMING or any(aux.dep_ == "auxpass" for aux in verb.lefts):
                yield child
        elif child.lower_ == "as" and (lemma in SERVING or lemma in NAMING or verb.lower_ == "sworn"):
            yield from (grand for grand in child.rights if grand.dep_ == "pobj")
        elif verb.lower_ == "sworn" and child.lower_ == "in":
            yield from (grand for prep in child.rights if prep.lower_ == "as" for grand in prep.rights if grand.dep_ == "pobj")


def start_of(noun: Token) -> int:
    """The first token of a noun's base phrase."""
    i = noun.i
    for child in noun.lefts:
        if child.dep_ in {"det", "amod", "compound", "poss", "nmod", "advmod", "quantmod", "nummod"}:
            i = min(i, child.left_edge.i)
    return i


def status_of(verb: Token) -> Status | None:
    lemma = verb.lemma_.lower()
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    if helpers & {"will", "'ll", "’ll", "would", "shall"}:
        return "next"
    if lemma in BEGINNING or verb.lower_ == "sworn":
        return "current"
    if "had" in helpers or lemma in {"serve", "resign", "retire", "quit"}:
        return "former"
    return "then" if verb.tag_ == "VBD" else None
