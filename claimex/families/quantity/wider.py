"""An amount and the words that it was read in; the clause that asserts it, with its verb, out.

What has no verb with a tense anywhere is a heading, a table or a line-up, of which only some lines say what they mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import around
from claimex.families._told import told
from claimex.spans import trimmed
from claimex.syntax import SUBJECT_DEPS, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.quantities import Quantity
    from claimex.spans import Extent

__all__ = ["wider"]

# Predicates of a heading that leaves its verb out: "12 dead in coach crash".
STATES = frozenset({"dead", "missing", "hurt", "ill", "safe", "homeless", "alive"})
KNOWN = frozenset({"the", "these", "those", "all", "both"})
PARTICIPLES = frozenset({"VBN", "VBG", "VB"})


def wider(item: Quantity, words: Extent, head: Token) -> Extent | None:
    """The words with their verb; a person's age and a result say enough without one; None if nothing is asserted."""
    doc = head.doc
    aged = item.kind == "age" or doc[item.at.i - 1].lower_ in {"now", "then"}
    if aged and words.i < item.at.i and words.j == item.at.j:
        return words  # "Ann Walker, 19"
    whole = told(head, words)
    if whole is not None and (is_measured(item, words, doc) or is_absolute(words, item, doc)):
        return words
    if whole == words and is_described(item, head):  # "the ten judges who will hear it": told by the clause around that
        whole = told(head.head.head if head.dep_ == "relcl" else head, trimmed(doc, words.i, item.at.j)) or words
        whole = around(doc, whole, words)
    if whole is not None or item.kind == "score":
        return whole or words
    kept = item.kind == "ratio" or is_heading(words, item, head) or is_entry(doc[item.at.i], words)
    return words if kept else None


def is_measured(item: Quantity, words: Extent, doc: Doc) -> bool:
    """As in "the 70 metre tower", "a six-member crew": the noun behind the amount is said to be so, verb or no verb."""
    last = doc[item.at.j - 1]
    behind = last.head
    apart = words.holds(behind.i) and behind.i >= item.at.j and behind.tag_[0] == "N" and last.dep_ != "nsubj"
    return apart and (
        item.kind not in {"count", "percent", "ratio", "money"} or any(t.tag_ == "HYPH" for t in doc[item.at.i : behind.i])
    )


def is_absolute(words: Extent, item: Quantity, doc: Doc) -> bool:
    """As in "with Oldham winning by two goals": a participle that has its own subject."""
    over = doc[item.at.i]
    while words.holds(over.i) and over.tag_ not in {"VBG", "VBN"} and over.head.i != over.i:
        over = over.head
    if not words.holds(over.i) or over.tag_ not in {"VBG", "VBN"}:
        return False
    return any(child.dep_ in SUBJECT_DEPS and words.holds(child.i) and not item.at.holds(child.i) for child in over.lefts)


def is_described(item: Quantity, head: Token) -> bool:
    """Whether the words are a known thing with a clause that only says which: "the ten judges who will hear it"."""
    noun = head.head if head.dep_ == "relcl" else head
    if not item.at.holds(noun.i) or noun.tag_[0] != "N" or is_verb(noun.head) is False:
        return False
    return any(child.dep_ == "relcl" for child in noun.rights) and any(child.lower_ in KNOWN for child in noun.lefts)


def is_heading(words: Extent, item: Quantity, head: Token) -> bool:
    """As "Five held after raid", "12 dead in coach crash": a participle or state is said of the amount's noun."""
    doc = head.doc
    root = next((token for token in doc[words.i : words.j] if not words.holds(token.head.i) or token.head.i == token.i), head)
    if root.dep_ != "ROOT":
        return False
    behind = doc[item.at.i : words.j]
    taken = any(child.dep_ == "acl" and child.tag_ == "VBN" and words.holds(child.i) for child in root.rights)
    if taken and root.sent.text.rstrip(' \n"”’').endswith("."):
        return True  # a verb that the parser took for a participle: "The fines brought in 900,000 pounds."
    return root.tag_ in PARTICIPLES or any(
        token.lower_ in STATES or (token.tag_ == "VBN" and token.dep_ == "acl" and token.head.i == root.i) for token in behind
    )


def is_entry(first: Token, words: Extent) -> bool:
    """As "Attendance: 3,900": the number is all that stands behind a name and a colon."""
    return words.i < first.i and first.nbor(-1).text == ":" and words.j - first.i <= 3  # noqa: PLR2004  # "5.4 million euros"
