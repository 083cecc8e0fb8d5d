"""A cue word in; the clause that it reports where the parser hung it elsewhere, or made none of it, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.speakers.clauses import BARE, FINITE, cut, reports, says_that
from claimex.speakers.cues import is_passive
from claimex.speakers.lexicon import load_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.speakers.clauses import Content
    from claimex.speakers.cues import CueWord

__all__ = ["clause_in_phrase", "lost_clause", "noun_clause"]

MAX_GAP = 20  # tokens from "told" to "that"


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
        if doc[k].tag_ in FINITE or doc[k].text in {".", ";", ":", "?"} or is_other_report(verb, doc[k]):
            break
    if verb.lemma_ in BARE - {"add"} and word.end < end and opens_lost(verb, doc[word.end]):
        finite = any(doc[k].tag_ in FINITE and not is_own(verb, doc[k]) for k in range(word.end + 1, end))
        return ("clause", [(word.end, rest(verb, word.end, end))]) if finite else None
    return None


def opens_lost(verb: Token, first: Token) -> bool:
    """Whether a phrase that the parser took for the verb's object begins here: "says the plan", "said closing the mine"."""
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if thing is not None and thing.i - thing.left_edge.i > 0 and thing.left_edge.i == first.i:
        return True
    return first.tag_ == "VBG" and first.dep_ in {"xcomp", "csubj"} and first.head.i == verb.i


def is_other_report(verb: Token, word: Token) -> bool:
    """Whether a participle reports what follows: "countered claims about his age, declaring that he was fit"."""
    return word.tag_ == "VBG" and word.i > verb.i + 1 and word.dep_ != "pobj" and reports(word)


def is_own(verb: Token, word: Token) -> bool:
    """Whether a finite verb is the speaker's, joined by "and" or "but": "stated her aim to win, but has not named a day"."""
    head = word.head if word.dep_ in {"aux", "auxpass"} else word
    joined = head.dep_ == "conj" and head.head.i == verb.i
    return joined and any(child.dep_ == "cc" and verb.i < child.i < head.i for child in verb.rights)


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
        if child.dep_ in {"acl", "ccomp", "relcl"} and says_that(child) and not has_gap(child):
            return "noun", [(child.left_edge.i, child.right_edge.i + 1)]
    return None


def has_gap(clause: Token) -> bool:
    """Whether the noun is an object of the clause, which only says which one: "a case that he said he lost"."""
    if clause.dep_ != "relcl":
        return False
    if reports(clause) or not any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in clause.lefts):
        return True
    takes = "obj" in load_lexicon().verbs.get(clause.lemma_, ())
    return takes and not any(child.dep_ in {"dobj", "ccomp", "xcomp"} for child in clause.rights)
