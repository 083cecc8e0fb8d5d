"""A cue word in; the clause that it reports out: behind it, before it, around it, or where the parser lost it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.speakers.lexicon import load_lexicon
from claimex.speakers.subjects import is_outer_report
from claimex.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from claimex.speakers.cues import CueWord

__all__ = [
    "BARE",
    "FINITE",
    "Content",
    "as_clause",
    "clause_after",
    "clause_before",
    "clause_beside",
    "cut",
    "has_object",
    "has_subject",
    "is_infinitive",
    "reports",
    "says_that",
]

TokenRange = tuple[int, int]
Content = tuple[str, list[TokenRange]]  # the pattern, and the tokens
EDGES = frozenset({",", "(", "—", "–", "-", ";", "“", '"'})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
BARE = frozenset({"say", "state", "claim", "add", "argue", "insist"})  # what follows is a clause even if it looks like an object
# Participles by which the speaker of the whole goes on: "..., adding that".
GOING_ON = frozenset({"add", "say", "note", "call", "argue", "insist", "claim", "tell", "accord", "warn", "explain", "cite"})
DEEDS = frozenset({"order", "offer", "request", "promise", "report", "confirm", "propose", "recommend", "demand", "project"})
# Verbs whose object is who hears it.
TELLING = frozenset({
    "tell", "remind", "assure", "reassure", "inform", "warn", "advise", "notify", "ask", "convince", "persuade", "promise",
    "show",
})  # fmt: skip
LEAST = 5  # tokens of a sentence and the comma behind it
MAX_CLAUSE = 40  # tokens of "as X told the paper in an interview" up to its comma


def clause_beside(word: CueWord) -> Content | None:
    """As in "made (it) clear that X", where the clause hangs on the adjective."""
    clear = word.particle
    if clear is None or clear.tag_ != "JJ":
        return None
    for child in (*clear.rights, *word.token.rights):
        if child.i > clear.i and child.dep_ in {"ccomp", "csubj", "advcl", "acl"} and child.left_edge.i == clear.i + 1:
            return "clause", [(child.left_edge.i, child.right_edge.i + 1)]
    return None


def clause_after(verb: Token) -> Content | None:
    """As in "said (that) X", "asked whether X"."""
    for child in verb.rights:
        if child.dep_ == "advcl" and child.tag_ == "VBG":
            return None
        if verb.lemma_ in BARE and is_bare_clause(child):  # "said after the talks he would go"
            return "clause", [(next(c for c in child.lefts if c.dep_ in SUBJECTS).left_edge.i, reach(verb, child))]
        if (child.dep_ == "ccomp" and (is_verb(child) or has_subject(child))) or asks(child):
            if is_infinitive(child):
                return None
            i = max(child.left_edge.i, verb.i + 1)
            if verb.i + 1 < i and (verb.doc[verb.i + 1].lower_ == "that" or lost_subject(verb, child)):
                i = verb.i + 1
            return "clause", [*spoken_of(verb, child), (i, reach(verb, child))]
    return None


def lost_subject(verb: Token, clause: Token) -> bool:
    """Whether the parser took the clause's subject for the verb's object: "said the sale of the shares, ..., will cost jobs"."""
    between = [child for child in verb.rights if child.i < clause.left_edge.i and child.dep_ != "punct"]
    finite = any(child.tag_ in FINITE for child in (clause, *clause.lefts))
    if not between or between[0].dep_ not in {"dobj", "csubj"} or verb.lemma_ in TELLING or not finite:
        return False
    return not has_subject(clause) and not says_that(clause) and (verb.dep_ != "relcl" or speaks_itself(verb))


def speaks_itself(verb: Token) -> bool:
    """Whether the relative pronoun is the speaker: "those who say that"."""
    return any(child.dep_ in SUBJECTS and child.tag_ in {"WP", "WDT"} for child in verb.lefts)


def spoken_of(verb: Token, clause: Token) -> list[TokenRange]:
    """What the clause is said of in "the nine villages they said were flooded", which has no subject of its own.

    Behind a comma ("Lee, who police say was armed") the noun is the article's own.
    """
    noun, first = verb.head, verb.left_edge.i
    subject = next((child for child in clause.lefts if child.dep_ in SUBJECTS), None)
    if verb.dep_ != "relcl" or (subject is not None and subject.tag_ not in {"WDT", "WP"}) or noun.tag_[:2] != "NN":
        return []
    finite = any(child.tag_ in FINITE for child in (clause, *clause.lefts)) and not speaks_itself(verb)
    return [(noun.left_edge.i, first)] if finite and verb.doc[first - 1].text != "," and first > noun.i else []


def is_bare_clause(clause: Token) -> bool:
    """Whether a clause hung on the verb as an adverb has nothing that would make it one: no "when", no "as"."""
    if clause.dep_ != "advcl" or clause.tag_ not in FINITE | {"VB"} or not has_subject(clause):
        return False
    return not any(c.dep_ == "mark" or (c.tag_ in {"WRB", "TO", "IN"} and c.dep_ != "prep") for c in clause.lefts)


def reach(verb: Token, clause: Token) -> int:
    """One past the last token reported: the clause, and what the parser hung on the verb although it goes on with it."""
    end = clause.right_edge.i + 1
    also = next((child for child in clause.rights if is_outer_report(child)), None)
    if also is not None:
        return before_and(clause, also)
    j = cut(verb.doc, clause, end)
    if j < end:
        return j
    for child in verb.rights:
        if child.i < clause.i or child.dep_ in {"punct", "cc"}:
            continue
        goes_on = (
            child.dep_ == "conj" and is_verb(child) and has_subject(child) and (not reports(child) or says_that(child))
        ) or (child.dep_ == "advcl" and child.tag_ not in {"VBG", "VBN"} and not reports(child))
        if not goes_on:
            break
        j = cut(verb.doc, child, child.right_edge.i + 1)
    return j


def before_and(clause: Token, also: Token) -> int:
    """The token of the "and" before a coordinated verb, or of the comma before that."""
    k = next((child.i for child in clause.rights if child.dep_ == "cc" and clause.i < child.i < also.i), also.left_edge.i)
    return k - 1 if clause.doc[k - 1].text == "," else k


def asks(clause: Token) -> bool:
    """As in "asked them if X", hung on the verb as a condition: no comma before it."""
    if clause.dep_ != "advcl" or clause.head.lemma_ not in {"ask", "wonder", "inquire"}:
        return False
    first = clause.left_edge
    return first.lower_ in {"if", "whether"} and first.i > 0 and first.doc[first.i - 1].text != ","


def says_that(verb: Token) -> bool:
    return any(child.dep_ in {"mark", "advmod"} and child.lower_ == "that" for child in verb.lefts)


def reports(verb: Token) -> bool:
    return verb.lemma_ in load_lexicon().said


def has_subject(token: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in token.lefts)


def is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.lefts)


def cut(doc: Doc, head: Token, j: int) -> int:
    """Where what is reported ends: before ", adding that ..." and ", according to ..."."""
    for child in head.rights:
        first = child.left_edge.i
        if child.tag_ == "VBG" and child.dep_ in {"advcl", "prep"} and child.lemma_ in GOING_ON and doc[first - 1].text == ",":
            return min(j, first - 1)
    return j


def clause_before(word: CueWord) -> Content | None:
    """As in "X, he said", "X, said he", "X, he said, Y"."""
    verb = word.token
    i, j = cue_clause(word)
    if has_object(verb):
        return None
    for child in verb.lefts:
        if child.dep_ == "ccomp" and child.i < i:
            parts = [(child.left_edge.i, i)]
            if child.right_edge.i > verb.i:
                parts.append((verb.i + 1, child.right_edge.i + 1))
            return "before", parts
    if (start := inverted_after(verb)) is not None:
        return "before", [(start, verb.i - 1)]
    if is_added(verb, i, j):
        return "before", [(verb.sent.start, i)]
    if verb.dep_ == "parataxis" and verb.head.i != verb.i:
        head = verb.head
        start, end = head.left_edge.i, head.right_edge.i + 1
        end = next((k for k in range(max(j, start), end) if verb.doc[k].text == ";"), end)
        parts = [(start, i)] if start < i else []
        if end > j:
            parts.append((j, end))
        return ("parenthesis", parts) if parts else None
    return None


def is_added(verb: Token, i: int, j: int) -> bool:
    """Whether the parser hung the words of a report, that end the sentence, on what they report: "X, police said on Sunday"."""
    sent = verb.sent
    if verb.dep_ != "advcl" or i - sent.start < LEAST or verb.doc[i - 1].text != ",":
        return False
    subject = any(child.dep_ == "nsubj" for child in verb.lefts) and verb.head.left_edge.i == sent.start
    return subject and not any(child.dep_ in {"mark", "advmod"} for child in verb.lefts) and is_last(sent, j)


def is_last(sent: Span, j: int) -> bool:
    """Whether nothing but marks stands behind a token of the sentence."""
    return all(token.is_punct for token in sent.doc[j : sent.end])


def inverted_after(verb: Token) -> int | None:
    """Where the sentence begins in "X, said Ann Lee", of whose X the parser made no clause; None if it is no such sentence."""
    doc = verb.doc
    if verb.lemma_ not in BARE or verb.tag_ != "VBD" or verb.i < LEAST or doc[verb.i - 1].text != ",":
        return None
    start = verb.sent.start
    if verb.i - start < LEAST:
        return None
    if not any(child.dep_ == "nsubj" and child.left_edge.i == verb.i + 1 for child in verb.rights):
        return None
    return start


def has_object(verb: Token) -> bool:
    """Whether a verb that can be done or said has an object of its own: "A bought two, B ordered three"."""
    return verb.lemma_ in DEEDS and any(child.dep_ == "dobj" for child in verb.rights)


def cue_clause(word: CueWord) -> TokenRange:
    """The tokens of "he said on Monday" without what is reported."""
    verb = word.token
    i, j = verb.i, word.end
    for child in verb.lefts:
        if child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod", "mark"}:
            i = min(i, child.left_edge.i)
    for child in verb.rights:
        if child.dep_ not in {"ccomp", "parataxis", "conj", "cc"}:
            j = max(j, child.right_edge.i + 1)
    return i, j


def as_clause(word: CueWord) -> Content | None:
    """As in "As X told the paper, Y", "Y, as X pointed out, Z": the rest of the sentence."""
    verb = word.token
    i, j = cue_clause(word)
    doc, sent = verb.doc, verb.sent
    if i > sent.start and doc[i].lower_ != "as" and doc[i - 1].lower_ == "as":
        i -= 1
    if doc[i].lower_ != "as" or (i > sent.start and doc[i - 1].text not in EDGES):
        return None
    comma = next((k for k in range(verb.i + 1, min(sent.end, verb.i + MAX_CLAUSE)) if doc[k].text == ","), sent.end)
    parts = [(sent.start, i)] if i > sent.start else []
    if comma < sent.end - 1:
        parts.append((comma + 1, sent.end))
    del j
    return ("as-clause", parts) if parts else None
