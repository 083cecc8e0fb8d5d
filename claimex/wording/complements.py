"""A clause that was cut short in; the same with the words it cannot do without, out: its preposition, its verb's object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimex.families._family import Claim

__all__ = ["completed"]

DETERMINING = frozenset({"DT", "PRP$"})
DANGLING = frozenset({"IN", "TO", *DETERMINING})  # tags of words that no clause ends with, unless their object stands before
CLOSED_BY = {"(": ")", "[": "]"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
HALVES = (["and", "a", "half"], ["and", "a", "quarter"])  # "the past year (and a half)"
LONGEST_OBJECT = 12  # tokens
LONGEST_COMPLEMENT = 25  # tokens
COMPLEMENTS = frozenset({"dobj", "dative", "prt", "attr", "acomp", "oprd", "agent"})
# Verbs that say little without the phrase after their object: "credited him".
COMPLETED = {
    "with": frozenset({"credit", "charge", "tax", "equate", "replace", "provide", "present", "compare", "entrust", "confront"}),
    "of": frozenset({"accuse", "convict", "inform", "warn", "remind", "deprive", "rid", "suspect", "assure", "convince", "rob"}),
    "for": frozenset(
        {"blame", "praise", "criticize", "criticise", "thank", "condemn", "mistake", "fault", "honor", "honour", "ask"}
    ),
    "to": frozenset(
        {"attribute", "ascribe", "link", "compare", "liken", "tie", "add", "limit", "confine", "put", "bring", "lead"}
    ),
    "as": frozenset(
        {"describe", "regard", "cite", "dismiss", "see", "view", "denounce", "characterize", "characterise", "hail", "portray"}
    ),
    "from": frozenset({"bar", "ban", "exclude", "prevent", "protect", "remove", "withdraw", "distinguish", "prohibit"}),
    "on": frozenset({"blame", "base", "impose", "focus", "call"}),
}


def completed(claim: Claim, doc: Doc, i: int, j: int) -> tuple[int, int]:
    """The clause at tokens [i, j) with what its first and last words need."""
    j = with_complement(claim, doc, i, with_object(doc, i, without_next_subject(claim, doc, i, j)))
    return with_preposition(doc, i, j), j


def without_next_subject(claim: Claim, doc: Doc, i: int, j: int) -> int:
    """Where the clause ends before the subject of the next, taken for an object: "won 13 seats (and Labour) lost 10"."""
    if not i + 1 < j < len(doc) or doc[j].tag_ not in FINITE or doc[j - 1].tag_ not in {"NNP", "NNPS", "NNS", "NN"}:
        return j
    noun = doc[j - 1]
    joint = noun.left_edge.i - 1
    if not i < joint or doc[joint].tag_ != "CC" or claim.cue.j > joint or claim.head >= joint:
        return j
    apart = noun.head.i > claim.head if noun.dep_ == "conj" else noun.head.i == j
    return joint if apart else j


def with_preposition(doc: Doc, i: int, j: int) -> int:
    """Where the clause begins with the preposition of its first words: "(In) one exchange, he shouted"."""
    before = doc[i - 1] if i else doc[i]
    inside = before.dep_ == "prep" and i <= before.head.i < j and before.right_edge.i < before.head.i
    return i - 1 if inside else i


def with_object(doc: Doc, i: int, j: int) -> int:
    """Where the clause ends with what its last word needs: "no older than (a year)", "only two (of them)"."""
    if [token.lower_ for token in doc[j : j + 3]] in HALVES:
        return j + 3
    if j < len(doc) and doc[j].text in CLOSED_BY.values() and is_open(doc, i, j):
        return j + 1
    last = doc[j - 1]
    over = last.head if last.tag_ in DETERMINING else last
    if last.tag_ not in DANGLING or not i <= over.head.i < j:
        return j
    end = over.right_edge.i + 1
    return end if j < end <= min(j + LONGEST_OBJECT, last.sent.end) else j


def with_complement(claim: Claim, doc: Doc, i: int, j: int) -> int:
    """Where the clause ends with what its verb needs: "he told (the court)", "she credited him (with the idea)"."""
    verb = doc[claim.head]
    if not i <= verb.i < j < len(doc) or not is_verb(verb):
        return j
    held = next((c for c in verb.rights if c.dep_ == "dobj" and c.right_edge.i >= j), None)
    for child in (*verb.rights, *(held.rights if held is not None else ())):
        if child.left_edge.i == j and (
            child.dep_ in COMPLEMENTS or (child.dep_ == "prep" and verb.lemma_ in COMPLETED.get(child.lower_, ()))
        ):
            end = child.right_edge.i + 1
            return end if end - j <= LONGEST_COMPLEMENT and doc[end - 1].tag_ not in DANGLING else j
    return j


def is_open(doc: Doc, i: int, j: int) -> bool:
    """Whether the bracket that closes at `j` was opened in the last words before it."""
    near = [token.text for token in doc[max(i, j - LONGEST_OBJECT) : j]]
    opening = next(mark for mark, close in CLOSED_BY.items() if close == doc[j].text)
    return near.count(opening) > near.count(doc[j].text)
