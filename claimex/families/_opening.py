"""A clause's words in; the same without the words at its front that only tie it to another clause, out.

"When the envoy left on Monday" tells that the envoy left on Monday; "to which the pipe would lead" that the pipe would lead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.spans import Extent, trimmed
from claimex.syntax import phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["closed", "joined", "opened"]

KEYS = frozenset({
    "when", "where", "whereby", "whereas", "while", "because", "since", "that", "which", "whom", "as", "so", "and", "but",
    "although", "though", "well", "why", "how", "once",
})  # fmt: skip
TIES = KEYS | frozenset({
    "to", "in", "at", "for", "by", "on", "of", "with", "from", "not", "only", "also", "just", "then", "even", "after",
    "before", "until",
})  # fmt: skip
MAX_JOINED = 12  # nouns in one list
LONGEST = 4  # words before the subject; more is a phrase that says something


def opened(doc: Doc, whole: Extent, subject: Extent | None) -> Extent:
    """From the subject on, if before it stand only words that tie."""
    if subject is None or not whole.i < subject.i <= whole.i + LONGEST or subject.j > whole.j:
        return whole
    before = [token.lower_ for token in doc[whole.i : subject.i] if not token.is_punct]
    if any(word not in TIES for word in before) or not set(before) & KEYS:
        return whole
    return trimmed(doc, subject.i, whole.j)


def closed(doc: Doc, words: Extent | None) -> Extent | None:
    """A subject's words without an "and" at their end, where the verb that comes next is coordinated with one among them."""
    while words is not None and words.j - 1 > words.i and doc[words.j - 1].tag_ == "CC":
        words = trimmed(doc, words.i, words.j - 1)
    return words


def joined(words: Extent | None, head: Token | None, stop: int) -> Extent | None:
    """A subject's words with the nouns named after it up to token `stop`, its verb: "Baker, Bruce and Clapton"."""
    if words is None or head is None or head.i >= stop:
        return words
    end, last = words.j, head
    for _ in range(MAX_JOINED):
        other = next((child for child in last.rights if child.dep_ == "conj" and child.tag_[0] == "N"), None)
        if other is None or phrase(other).j > stop:
            break
        last, end = other, max(end, phrase(other).j)
    return words if end == words.j else trimmed(head.doc, words.i, end)
