"""Parts of a clause that several families read: what is left of it beside a cue, and its complements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.spans import Extent, trimmed
from claimex.syntax import RELATIVE, SUBJECT_DEPS, clause, edges, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "around",
    "beside",
    "complements",
    "governor",
    "noun_words",
    "own_subject",
    "right_head",
    "same_side",
    "stranded_subject",
    "tight",

]  # fmt: skip

MAX_CLIMB = 30  # heads from a token to its root; deeper trees are parser noise
COMPLEMENTS = frozenset(
    {"dobj", "attr", "oprd", "dative", "ccomp", "xcomp", "acomp", "prt", "prep", "pobj", "advmod", "npadvmod", "agent"}
)
CLAUSE_END = frozenset({"cc", "conj", "advcl", "parataxis", "punct", "mark"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


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
        before = set() if child.left_edge.i <= whole.i else {token.tag_ for token in head.doc[whole.i : child.left_edge.i]}
        if child.dep_ == "advcl" and marks & {"while", "although", "though", "whilst"} and before <= {"CC", ",", "``", "IN"}:
            i = max(i, child.right_edge.i + 1)
    for child in head.rights:
        edge = child.left_edge
        added = child.dep_ == "advcl" and child.tag_ == "VBG"
        quoted = child.dep_ == "ccomp" and any(word.tag_ == "``" for word in head.doc[max(edge.i - 1, head.i) : edge.i + 1])
        beside = added or (child.dep_ == "prep" and child.lower_ == "with")
        parted = quoted or (beside and head.doc[edge.i - 1].tag_ in {",", ":"})
        if parted and edge.i > head.i + 1:
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
    i, j = min(part.i for part in kept), max(part.j for part in kept)
    while j - 1 > i and doc[j - 1].tag_ == "CC" and doc[j - 1].dep_ == "cc":  # of the clause that comes next
        j -= 1
    return trimmed(doc, i, j)
