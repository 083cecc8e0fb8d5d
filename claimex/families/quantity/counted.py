"""An amount in; what the counted ones did or were, or what a time was spent on, out.

The unit of a count already names what is counted ("12 people"). Its subject is the rest of what is said: "died in the crash".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.spans import Extent, trimmed
from claimex.syntax import SUBJECT_DEPS, is_verb, phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.quantities import Quantity

__all__ = ["deed", "spent_on"]

ENDS = frozenset({"cc", "conj", "advcl", "parataxis", "punct"})
HELPERS = frozenset({"aux", "auxpass", "neg"})
COPULAS = frozenset({"be", "become", "remain"})
SAYING = frozenset({"say", "think", "guess", "mean", "believe"})


def deed(counted: Token, verb: Token, item: Quantity) -> Extent | None:
    """What the counted ones did; of a time or of "twice", what "he" did; None where the clause is about something else."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECT_DEPS), None)
    if item.unit == "times" or item.kind == "duration":
        if subject is None or subject.tag_ != "PRP" or verb.lemma_ in COPULAS or (item.unit != "times" and imposed(verb)):
            return None
        did = predicate(verb, item)
        return trimmed(verb.doc, subject.i, did.j) if did is not None and did.j - did.i == 1 and did.i > subject.i else did
    if item.kind != "count":
        return None
    beside = next((child for child in counted.rights if child.dep_ == "acl" and child.tag_ in {"VBN", "VBG"}), None)
    if beside is not None and beside.i == counted.i + 1 and item.at.holds(counted.i):
        return predicate(beside, item)
    if subject is None:
        return None
    whole = phrase(subject)
    return predicate(verb, item) if whole.i <= item.at.i < whole.j and whole.j <= verb.i else None


def imposed(verb: Token) -> bool:
    """Whether a time is what somebody gets or only tells ("he was given ten years"), not how long he did something."""
    return verb.lemma_ in SAYING or any(child.dep_ == "auxpass" for child in verb.lefts)


def predicate(verb: Token, item: Quantity) -> Extent | None:
    """The verb with its helpers, objects and places, without the amount."""
    doc, stop = verb.doc, item.at.i
    i = min([verb.i, *(child.i for child in verb.lefts if child.dep_ in HELPERS and child.i >= item.at.j)])
    j = verb.i + 1
    for child in verb.rights:
        if child.dep_ in ENDS:
            if child.dep_ == "punct" and child.tag_ in {"``", "''", "HYPH"}:
                continue
            break
        noun = next((word for word in child.rights if word.dep_ == "pobj"), child) if child.dep_ == "prep" else child
        j = max(j, phrase(noun).j if noun.tag_[0] == "N" else child.right_edge.i + 1)
    if verb.i < stop < j:
        j = stop
        while j - 1 > verb.i and (doc[j - 1].tag_ in {"IN", "DT", "JJ", "RB", ","} or doc[j - 1].dep_ == "prep"):
            j -= 1
    return trimmed(doc, i, j) if i < j else None


def spent_on(counted: Token, verb: Token, item: Quantity) -> Extent | None:
    """What a time is given or taken for: "one day to test it", "two weeks left to build the raft"."""
    if item.kind != "duration" or not is_verb(verb) or item.at.j >= len(verb.doc) or counted.head.lower_ == "by":
        return None
    near = {counted.i, counted.i + 1, verb.i}
    goal = next(
        (
            token
            for token in verb.subtree
            if token.i > item.at.j and token.head.i in near and any(child.tag_ == "TO" for child in token.lefts)
        ),
        None,
    )
    if goal is None or goal.left_edge.i - item.at.j > 1:
        return None
    j = max([goal.i + 1, *(phrase(child).j for child in goal.rights if child.dep_ in {"dobj", "prt", "attr"})])
    return trimmed(goal.doc, goal.left_edge.i, j)
