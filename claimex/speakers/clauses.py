"""A cue word in; the clause that it reports out: behind it, before it, around it, or where the parser lost it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.speakers.cues import is_passive
from claimex.speakers.lexicon import load_lexicon
from claimex.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.speakers.cues import CueWord

__all__ = [
    "Content",
    "as_clause",
    "clause_after",
    "clause_before",
    "clause_beside",
    "clause_in_phrase",
    "cut",
    "has_subject",
    "is_infinitive",
    "lost_clause",
    "noun_clause",
]

TokenRange = tuple[int, int]
Content = tuple[str, list[TokenRange]]  # the pattern, and the tokens
EDGES = frozenset({",", "(", "—", "–", "-", ";", "“", '"'})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
BARE = frozenset({"say", "state", "claim", "add", "argue", "insist"})  # what follows is a clause even if it looks like an object
# Participles by which the speaker of the whole goes on: "..., adding that".
GOING_ON = frozenset({"add", "say", "note", "call", "argue", "insist", "claim", "tell", "accord", "warn", "explain", "cite"})
LEAST = 5  # tokens of a sentence and the comma behind it
MAX_GAP = 20  # tokens from "told" to "that"
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
            if verb.i + 1 < i and verb.doc[verb.i + 1].lower_ == "that":
                i = verb.i + 1
            return "clause", [(i, reach(verb, child))]
    return None


def is_bare_clause(clause: Token) -> bool:
    """Whether a clause hung on the verb as an adverb has nothing that would make it one: no "when", no "as"."""
    if clause.dep_ != "advcl" or clause.tag_ not in FINITE | {"VB"} or not has_subject(clause):
        return False
    return not any(c.dep_ == "mark" or (c.tag_ in {"WRB", "TO", "IN"} and c.dep_ != "prep") for c in clause.lefts)


def reach(verb: Token, clause: Token) -> int:
    """One past the last token reported: the clause, and what the parser hung on the verb although it goes on with it."""
    end = clause.right_edge.i + 1
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
    for child in verb.lefts:
        if child.dep_ == "ccomp" and child.i < i:
            parts = [(child.left_edge.i, i)]
            if child.right_edge.i > verb.i:
                parts.append((verb.i + 1, child.right_edge.i + 1))
            return "before", parts
    if (start := inverted_after(verb)) is not None:
        return "before", [(start, verb.i - 1)]
    if verb.dep_ == "parataxis" and verb.head.i != verb.i:
        head = verb.head
        start, end = head.left_edge.i, head.right_edge.i + 1
        parts = [(start, i)] if start < i else []
        if end > j:
            parts.append((j, end))
        return ("parenthesis", parts) if parts else None
    return None


def inverted_after(verb: Token) -> int | None:
    """Where the sentence begins in "X, said Ann Lee", of whose X the parser made no clause; None if it is no such sentence."""
    doc, start = verb.doc, verb.sent.start
    if verb.lemma_ not in BARE or verb.tag_ != "VBD" or verb.i - start < LEAST or doc[verb.i - 1].text != ",":
        return None
    if not any(child.dep_ == "nsubj" and child.left_edge.i == verb.i + 1 for child in verb.rights):
        return None
    return start


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


def lost_clause(word: CueWord) -> Content | None:
    """As in "told them in Ohio that X" and "says the plan ... works", with no clause in the tree: the rest of the sentence."""
    verb = word.token
    if is_passive(verb) or "that" not in word.frames:
        return None
    doc, end = verb.doc, verb.sent.end
    joined = next((child for child in verb.rights if child.dep_ == "conj" and child.tag_ in FINITE | {"VB"}), None)
    if joined is not None and is_split(verb, joined):
        return "clause", [(word.end, cut(doc, joined, joined.right_edge.i + 1))]
    if not reports(verb) or "quote" not in word.frames:
        return None
    for k in range(word.end, min(end - 2, verb.i + MAX_GAP)):
        if doc[k].lower_ == "that" and doc[k].tag_ == "IN":
            return "clause", [(k, rest(verb, k, end))]
        if doc[k].tag_ in FINITE or doc[k].text in {".", ";", ":", "?"}:
            break
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if verb.lemma_ in BARE and thing is not None and thing.i - thing.left_edge.i > 0 and thing.left_edge.i == word.end:
        return (
            ("clause", [(word.end, rest(verb, word.end, end))])
            if any(doc[k].tag_ in FINITE for k in range(thing.i, end))
            else None
        )
    return None


def is_split(verb: Token, joined: Token) -> bool:
    """Whether the parser took the subject of what is reported for the verb's object: "found cuts by 2050 exceeded a tenth"."""
    between = [child for child in verb.rights if child.i < joined.i]
    kinds = {child.dep_ for child in between}
    if "cc" in kinds or not kinds:
        return False
    if any(child.dep_ in {"nsubj", "csubj", "nsubjpass"} for child in joined.lefts):  # "estimated by 2050, growth would raise"
        return kinds == {"prep", "punct"} and between[0].dep_ == "prep"
    return "punct" not in kinds and any(child.dep_ == "dobj" and child.left_edge.i == verb.i + 1 for child in between)


def rest(verb: Token, start: int, end: int) -> int:
    """One past the last token from `start` that can still be reported: up to a participle that reports, or the sentence's end."""
    doc = verb.doc
    for k in range(start + 1, end - 1):
        if doc[k].text == "," and doc[k + 1].tag_ == "VBG" and reports(doc[k + 1]):
            return k
        if doc[k].text == "," and doc[k + 1].lower_ == "according":
            return k
    return end


def clause_in_phrase(verb: Token) -> Content | None:
    """As in "told the paper in a statement that X", where the parser hung the clause on the statement."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in {"in", "at", "on", "during", "to"}:
            for noun in child.rights:
                found = noun_clause(noun)
                if found is not None:
                    return "clause", found[1]
    return None


def noun_clause(noun: Token) -> Content | None:
    """As in "his claim that X", "made the case for weeks that X"."""
    above = noun.head.rights if noun.dep_ == "dobj" else ()
    for child in (*noun.rights, *(child for child in above if child.i > noun.i)):
        if child.dep_ in {"acl", "ccomp", "relcl"} and says_that(child):
            return "noun", [(child.left_edge.i, child.right_edge.i + 1)]
    return None
