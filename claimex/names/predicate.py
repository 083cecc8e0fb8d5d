"""A person's name in; the offices that a verb gives to it, out: "is the founder of", "was elected", "served as"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from claimex.names.behind import office_from
from claimex.names.office import Office, Status, Taken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claimex.names.words import Spot, Words

__all__ = ["predicates"]

COPULAS = frozenset({"be", "become", "remain"})
NAMING = frozenset({"elect", "name", "appoint", "reelect", "re-elect", "crown", "nominate", "declare", "designate"})
SERVING = frozenset({"serve", "act", "work", "resign", "retire", "quit", "return", "continue"})
BEGINNING = frozenset({"become", "remain"}) | NAMING
# "As" after these is a part played, a view or a change of somebody else.
PLAYING = frozenset(
    {"dress", "pose", "star", "appear", "play", "masquerade", "run", "campaign", "see", "regard", "describe", "cast",
     "feature", "audition", "perform", "be"}
)  # fmt: skip
SUCCEEDING = frozenset({"succeed", "replace"})
LEAVING = frozenset({("step", "down"), ("stand", "down"), ("step", "aside"), ("bow", "out")})
BARE = frozenset({"NN", "NNP", "JJ", "NNPS"})
BEFORE_BECOMING = frozenset({"since", "after", "before", "on", "upon", "until"})
ASIDE = 30  # tokens after a name where an aside is looked for
MAX_CLIMB = 6
RANKS = frozenset({"first", "only", "last", "second", "third", "fourth", "fifth", "youngest", "oldest"})


def predicates(words: Words, spot: Spot, taken: Taken) -> Iterator[tuple[Office, Status | None]]:
    """As in "Kamen is the founder of ...", "Kamen was elected president", "Kamen, who served as captain"."""
    noun = next((words.doc[k] for k in range(spot.j - 1, spot.i - 1, -1) if not spot.i <= words.doc[k].head.i < spot.j), None)
    if noun is None:
        return
    verb = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        yield from held(words, verb, taken)
        yield from asides(words, spot, noun, taken)
        if verb.lower_ in {"founded", "co-founded", "cofounded"} and noun.dep_ == "nsubj":
            yield Office(verb.i, verb.i + 1, verb.i, verb.i), None
    elif noun.dep_ == "pobj" and verb.lower_ == "by" and verb.head.lower_ in {"founded", "co-founded", "cofounded"}:
        yield Office(verb.head.i, verb.head.i + 1, verb.head.i, verb.head.i), None
    if noun.dep_ == "nsubj":
        yield from fronted(words, spot, verb, taken)
    who = who_clause(words, spot)
    if who is not None:
        yield from held(words, who, taken)


def held(words: Words, verb: Token, taken: Taken) -> Iterator[tuple[Office, Status | None]]:
    """The offices that a verb gives to its subject."""
    if any(child.dep_ == "neg" for child in verb.lefts) and verb.lemma_.lower() not in COPULAS:
        return
    for complement in complements(verb):
        office = office_from(words, start_of(complement), taken)
        if office is not None and office.head >= complement.i - 1:
            office = unranked(words, office)
            if office is not None:
                yield office, status_of(verb)


def who_clause(words: Words, spot: Spot) -> Token | None:
    """The verb of a clause with "who" right behind a name: "Asif Zardari, who was then president"."""
    k, n = spot.j, len(words.text)
    if k < n and words.text[k] == ",":
        k += 1
    if k >= n or words.lower[k] != "who":
        return None
    who = words.doc[k]
    verb = who.head
    denied = any(child.dep_ == "neg" for child in verb.children)
    return verb if who.dep_ in {"nsubj", "nsubjpass"} and verb.i > k and not denied else None


def asides(words: Words, spot: Spot, noun: Token, taken: Taken) -> Iterator[tuple[Office, Status | None]]:
    """As in "flew to Sochi in 2017 as prime minister", "has not called since becoming president": bare offices only."""
    for k in range(spot.j, min(spot.j + ASIDE, len(words.text) - 1)):
        if words.doc[k].is_sent_start:
            return
        becoming = words.lower[k] == "becoming" and words.lower[k - 1] in BEFORE_BECOMING
        if not becoming and words.lower[k] != "as":
            continue
        first = k + 1
        office = office_from(words, first, taken) if words.tags[first] in BARE or becoming else None
        if office is None or not (becoming or as_holder(words, k, noun)) or not belongs(words.doc[k], noun.head):
            continue
        yield office, "current" if becoming else status_as(noun.head)


def fronted(words: Words, spot: Spot, verb: Token, taken: Taken) -> Iterator[tuple[Office, Status | None]]:
    """As in "As mayor of Dunford, Ann Lee cut the taxes": a bare office, set off at the sentence's beginning."""
    comma = spot.i - 1
    while comma > 0 and words.tags[comma] in {"NNP", "NN"} and spot.i - comma < MAX_CLIMB:  # her courtesy title
        comma -= 1
    start = verb.sent.start
    if comma - start not in range(2, ASIDE) or words.text[comma] != "," or words.lower[start] != "as":
        return
    first = start + 1 + (words.lower[start + 1] in {"then", "acting"} and words.tags[start + 1] == "RB")
    office = office_from(words, first, taken) if words.tags[first] in BARE else None
    if office is not None and office.j == comma:
        yield office, status_of(verb)


def status_as(verb: Token) -> Status | None:
    """Of "stepped down as", "took over as", "flew there as"."""
    particle = next((child.lower_ for child in verb.rights if child.dep_ in {"prt", "advmod"}), "")
    if (verb.lemma_.lower(), particle) in LEAVING:
        return "former"
    taking = verb.lemma_.lower() in SUCCEEDING or particle == "over"
    return status_of(verb) if not taking or status_of(verb) == "next" else "current"


def as_holder(words: Words, k: int, noun: Token) -> bool:
    """Whether the "as" of token `k` tells the subject's office, not the object's ("sacked him as coach") or a part played."""
    verb = noun.head
    if verb.lemma_.lower() in SUCCEEDING and noun.dep_ == "nsubj":
        return True
    if noun.dep_ != "nsubj" or words.doc[k].dep_ != "prep" or verb.lemma_.lower() in PLAYING | SERVING | NAMING:
        return False
    return not any(child.dep_ in {"dobj", "dative", "ccomp", "xcomp", "advcl"} and child.i < k for child in verb.rights)


def belongs(token: Token, verb: Token) -> bool:
    """Whether a token hangs on a verb, and no other verb between them has a subject of its own."""
    for above in islice(token.ancestors, MAX_CLIMB):
        if above == verb:
            return True
        if any(child.dep_ in {"nsubj", "nsubjpass"} for child in above.lefts):
            return False
    return False


def unranked(words: Words, office: Office) -> Office | None:
    """Without the rank in "the last elected prime minister of Pakistan to visit"; None of the rank alone is what is said.

    "The first mayor in ten years to resign" says which of the holders did something; rarity reads it.
    """
    if not is_ranked(words, office):
        return office
    if words.lower[office.j] != "to" or office.head + 1 == office.j or words.lower[office.head + 1] != "of":
        return None
    start = 1 + max(k for k in range(office.i, office.head) if words.lower[k] in RANKS)
    while start < office.head and words.lower[start] == "elected":
        start += 1
    return Office(start, office.j, office.head, office.det)


def is_ranked(words: Words, office: Office) -> bool:
    """Whether it says which of the office's holders did something: "the first mayor in ten years to resign"."""
    ranked = any(words.lower[k] in RANKS for k in range(office.i, office.head))
    return ranked and words.lower[office.j : office.j + 1] != [] and words.lower[office.j] in {"in", "to", "since", "for", "who"}


def complements(verb: Token) -> Iterator[Token]:
    """The nouns that say what the verb's subject is."""
    lemma = verb.lemma_.lower()
    for child in verb.rights:
        if (lemma in COPULAS and child.dep_ in {"attr", "dobj"}) or (lemma in NAMING and child.dep_ in {"oprd", "dobj", "attr"}):
            if lemma not in NAMING or any(aux.dep_ == "auxpass" for aux in verb.lefts):
                yield child
        elif lemma == "be" and child.dep_ == "ccomp" and any(aux.dep_ == "aux" and aux.lower_ == "to" for aux in child.lefts):
            # "was the last mayor of Dunford to resign": the mayor is read as who resigns
            yield from (grand for grand in child.lefts if grand.dep_ == "nsubj" and grand.i > verb.i)
        elif child.lower_ == "as" and (lemma in SERVING or (lemma in NAMING and is_passive(verb)) or verb.lower_ == "sworn"):
            yield from (grand for grand in child.rights if grand.dep_ == "pobj")
        elif verb.lower_ == "sworn" and child.lower_ == "in":
            yield from (grand for prep in child.rights if prep.lower_ == "as" for grand in prep.rights if grand.dep_ == "pobj")


def is_passive(verb: Token) -> bool:
    return (
        verb.tag_ == "VBN" and not any(child.lower_ in {"has", "had", "have"} for child in verb.lefts if child.dep_ == "aux")
    ) or any(child.dep_ == "auxpass" for child in verb.lefts)


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
    if verb.tag_ == "VBG":  # "was serving as"
        return "then" if helpers & {"was", "were"} else None
    if "had" in helpers or lemma in {"serve", "resign", "retire", "quit"}:
        return "former"
    return "then" if verb.tag_ == "VBD" else None
