"""Parts of a clause that several families read: what is left of it beside a cue, its complements, its places."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.spans import Extent, trimmed
from claimex.syntax import RELATIVE, SUBJECT_DEPS, clause, edges, is_verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token

    from claimex.layers import Layers

__all__ = [
    "around",
    "beside",
    "complements",
    "governor",
    "noun_words",
    "own_subject",
    "place_of",
    "right_head",
    "same_side",
    "stranded_subject",
    "tight",

]  # fmt: skip

WORDS: Mapping[str, list[str]] = tomllib.loads(
    resources.files("claimex.families").joinpath("places.toml").read_text(encoding="utf-8")
)
MAX_CLIMB = 30  # heads from a token to its root; deeper trees are parser noise
COMPLEMENTS = frozenset(
    {"dobj", "attr", "oprd", "dative", "ccomp", "xcomp", "acomp", "prt", "prep", "pobj", "advmod", "npadvmod", "agent"}
)
CLAUSE_END = frozenset({"cc", "conj", "advcl", "parataxis", "punct", "mark"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
PLACE_PREPS = frozenset(
    {"in", "at", "near", "outside", "inside", "to", "from", "across", "around", "off", "into", "over", "through", "on"}
)
PLACE_TRANSITIVE = frozenset({"visit", "reach", "leave", "enter", "tour", "invade", "cross", "hit", "strike", "host"})
PLACE_NOUNS = frozenset(WORDS["nouns"])

NO_PLACE = frozenset(WORDS["no_place"])


def governor(doc: Doc, i: int, j: int) -> Token:
    """The token that the words [i, j) hang on; the first of them if they hang on nothing outside."""
    return next((token.head for token in doc[i:j] if not i <= token.head.i < j), doc[i])


def right_head(doc: Doc, i: int, j: int) -> Token | None:
    """The head word of what follows the cue words [i, j), inside the sentence; None if nothing does."""
    if j >= len(doc) or doc[j].sent.start > i:
        return None
    inside = [child for token in doc[i:j] for child in token.rights if child.i >= j and child.dep_ != "punct"]
    if inside:
        return min(inside, key=lambda child: child.i)
    token = doc[j]
    for _ in range(MAX_CLIMB):
        if token.head.i < j or token.head.i == token.i or is_verb(token.head):
            return token
        token = token.head
    return token


def noun_words(noun: Token, *, stop: int | None = None) -> Extent:
    """A noun with all that says which one it is; without what is added after a comma, and not beyond `stop`."""
    i, j = edges(noun)
    for child in noun.rights:
        before = noun.doc[child.left_edge.i - 1]
        if child.dep_ in {"relcl", "appos", "acl", "punct"} and (before.tag_ in {",", ":"} or child.tag_ in {",", ":", "NFP"}):
            j = child.left_edge.i
            break
    if stop is not None:
        j = min(j, stop) if noun.i < stop else j
    return trimmed(noun.doc, i, max(j, noun.i + 1))


def own_subject(verb: Token) -> Token | None:
    """The head of the verb's subject; through conjuncts, complements and auxiliaries; the antecedent of a relative pronoun."""
    for _ in range(MAX_CLIMB):
        for child in reversed(list(verb.lefts)):  # of two, the nearer: a dateline is taken for the other
            if child.dep_ in SUBJECT_DEPS:
                if child.lower_ in RELATIVE:
                    return antecedent(verb)
                return child
        if (
            verb.dep_ in {"conj", "xcomp"}
            and verb.head.i != verb.i
            and (is_verb(verb.head) or verb.head.dep_ in {"acomp", "attr"})
        ) or (verb.dep_ in {"acomp", "attr"} and is_verb(verb.head)):
            verb = verb.head
        else:
            return None
    return None


def antecedent(verb: Token) -> Token | None:
    for _ in range(MAX_CLIMB):
        if verb.dep_ == "relcl":
            return persons(verb.head) if any(child.lower_ == "who" for child in verb.lefts) else verb.head
        if verb.head.i == verb.i or not is_verb(verb):
            return None
        verb = verb.head
    return None


def persons(noun: Token) -> Token:
    """Whom "who" means where the parser took a place for it: "some 12,000 hopefuls from Peru and Chile who applied"."""
    top = noun
    while top.dep_ == "conj" and top.head.i < top.i:
        top = top.head
    if top.dep_ == "pobj" and top.ent_type_ in PLACE_LABELS and top.head.head.tag_ in {"NN", "NNS"} and top.head.head.i < top.i:
        return top.head.head
    return noun


def stranded_subject(verb: Token) -> Token | None:
    """The noun right before a finite verb that has no subject, which the parser hung on what stands before it.

    As in "As of 09:40 GMT the line stood still", "after coming back from Rome, Lee "walked in"", "According to Rae it was sold".
    """
    while verb.dep_ == "conj" and is_verb(verb.head) and verb.head.i < verb.i:
        verb = verb.head
    if verb.dep_ not in {"ROOT", "ccomp"} or verb.tag_ == "VB":
        return None
    doc, first = verb.doc, min([verb.i, *(child.i for child in verb.lefts if child.dep_ in {"aux", "auxpass"})])
    k = first - 1
    while k > verb.sent.start and doc[k].tag_ in {"``", "''", "RB"}:
        k -= 1
    token = doc[k]
    for _ in range(MAX_CLIMB):
        if token.dep_ != "pobj" or token.head.head.tag_[0] != "N" or token.head.lower_ not in {"in", "of", "on", "for", "from"}:
            break
        token = token.head.head
    misplaced = token.dep_ in {"appos", "dobj", "npadvmod", "dep"} and token.head.i < token.i
    return token if misplaced and token.tag_[0] == "N" and token.head.i != verb.i else None


def complements(verb: Token, *, first: int) -> Extent | None:
    """The verb's object with what belongs to it, from token `first` on, up to the next clause."""
    doc = verb.doc
    i, j = len(doc), first
    for child in verb.rights:
        if child.right_edge.i < first:
            continue
        if child.dep_ in CLAUSE_END:
            if child.dep_ == "punct" and child.tag_ in {"``", "''", "-LRB-", "-RRB-", "HYPH"}:
                continue
            break
        if child.dep_ in COMPLEMENTS or child.dep_ in SUBJECT_DEPS:
            i = min(i, max(first, child.left_edge.i))
            j = max(j, child.right_edge.i + 1)
    return trimmed(doc, i, j) if i < j else None


def beside(head: Token, i: int, j: int) -> Extent | None:
    """The clause of `head` without the words [i, j) and what hangs on them: the longer part on one side of them."""
    whole = clause(head)
    return same_side(head.doc, whole, head.i, i, j)


def tight(head: Token) -> Extent:
    """As `clause`, without what is only added: a quotation after it, a participle or "with ..." after a comma, "While ...,"."""
    whole = clause(head)
    i, j = whole.i, whole.j
    for child in head.lefts:
        marks = {word.lower_ for word in child.lefts if word.dep_ == "mark"}
        if child.dep_ == "advcl" and marks & {"while", "although", "though", "whilst"}:
            i = max(i, child.right_edge.i + 1)
    for child in head.rights:
        edge = child.left_edge
        added = child.dep_ == "advcl" and child.tag_ == "VBG"
        quoted = child.dep_ == "ccomp" and any(word.tag_ == "``" for word in head.doc[max(edge.i - 1, head.i) : edge.i + 1])
        if (quoted or added or (child.dep_ == "prep" and child.lower_ == "with")) and edge.i > head.i + 1:
            before = head.doc[edge.i - 1]
            if quoted or before.tag_ in {",", ":"}:
                j = min(j, edge.i)
                break
    return trimmed(head.doc, i, max(j, head.i + 1))


def same_side(doc: Doc, whole: Extent, head: int, i: int, j: int) -> Extent | None:
    """Of `whole`, the part on that side of [i, j) where `head` stands."""
    start, end = (whole.i, min(whole.j, i)) if head < i else (max(whole.i, j), whole.j)
    if head < i and end <= start:
        start = min(start, head)
    return trimmed(doc, start, end) if start < end else None


def around(doc: Doc, *parts: Extent | None) -> Extent:
    """The smallest extent that holds all parts."""
    kept = [part for part in parts if part is not None]
    return trimmed(doc, min(part.i for part in kept), max(part.j for part in kept))


def place_of(verb: Token, layers: Layers) -> Phrase | None:
    """Where it happened: a named or described place in a locative phrase of the verb, or the place that was visited."""
    nouns = [noun for child in (*verb.rights, *verb.lefts) for noun in places_in(child, verb, layers)]
    if nouns:
        return Phrase(place_words(nouns[0], layers))
    where = verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.lefts)  # "a cell where he sat"
    return Phrase(noun_words(verb.head, stop=verb.left_edge.i)) if where and verb.head.tag_[0] == "N" else None


def places_in(child: Token, verb: Token, layers: Layers) -> Iterator[Token]:
    """The places in one child of the verb: its own phrase first, then "in ..." inside its object."""
    if child.dep_ == "prep" and child.lower_ in PLACE_PREPS:
        noun = next((word for word in child.rights if word.dep_ == "pobj"), None)
        if noun is not None and is_place(noun, layers, at=child.lower_ in {"at", "near", "outside", "inside"}):
            yield noun
            return
    crossed = verb.lemma_ == "cross" and child.tag_ == "NNP"
    if child.dep_ == "dobj" and verb.lemma_ in PLACE_TRANSITIVE and (crossed or is_place(child, layers)):
        yield child
        return
    if child.dep_ == "prep" or (child.dep_ in {"dobj", "agent", "attr", "npadvmod"} and child.i > verb.i):
        for word in child.subtree:
            preposition = word.head.lower_ if word.dep_ == "pobj" else ""
            if preposition in {"in", "at", "to", "near"} and (
                named(word, layers) or (preposition == "at" and word.tag_ == "NNP")
            ):
                yield word


def place_words(noun: Token, layers: Layers) -> Extent:
    """A place's words, without relative clauses, up to the time said after it."""
    extent = noun_words(noun)
    last = noun
    for _ in range(MAX_CLIMB):  # "in Rome, Milan and Turin"
        other = next((child for child in last.rights if child.dep_ == "conj" and named(child, layers)), None)
        if other is None:
            break
        last = other
    if last.i >= extent.j:
        return trimmed(noun.doc, extent.i, noun_words(last).j)
    stop = min((child.left_edge.i for child in noun.rights if child.dep_ in {"relcl", "acl"}), default=extent.j)
    date = next((timex for timex in layers.dates.within(extent.i, extent.j) if timex.at.i > noun.i), None)
    if date is not None:
        stop = min(stop, date.at.i)
        while stop - 1 > noun.i and noun.doc[stop - 1].dep_ in {"prep", "punct"}:
            stop -= 1
    return trimmed(noun.doc, extent.i, max(stop, noun.i + 1)) if stop < extent.j else extent


def named(noun: Token, layers: Layers) -> bool:
    hit = layers.names.at(noun.i)
    return noun.ent_type_ in PLACE_LABELS or (hit is not None and hit[1].kind == "name" and hit[0].label in PLACE_LABELS)


def is_place(noun: Token, layers: Layers, *, at: bool = False) -> bool:
    """A named place or a noun of places; after "at", whatever is no abstraction, person, amount or time."""
    if named(noun, layers) or noun.lemma_.lower() in PLACE_NOUNS:
        return True
    if not at or noun.tag_ not in {"NN", "NNS", "NNP", "NNPS"} or noun.lemma_.lower() in NO_PLACE or noun.ent_type_ == "PERSON":
        return False
    return layers.dates.at(noun.i) is None and layers.quantities.at(noun.i) is None
