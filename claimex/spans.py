"""Where something stands in an article: the one value that every layer uses for a place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Extent", "covering", "extent", "strings_of", "words_at"]

EDGE_TAGS = frozenset({"_SP", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP"})


class Extent(NamedTuple):
    """A place in the text: code points [start, end) of the article and the tokens [i, j) that cover them.

    The code points are the truth; tokens may stand out beyond them where a token holds more than the words meant
    ("Khan’s" in one token).
    """

    start: int
    end: int
    i: int
    j: int

    def covers(self, other: Extent) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Extent) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, i: int) -> bool:
        """Whether token `i` is one of those that cover it."""
        return self.i <= i < self.j


def extent(doc: Doc, i: int, j: int) -> Extent:
    """The extent of tokens [i, j), without white space at its edges (never empty if one token is not white space)."""
    while i < j - 1 and doc[i].is_space:
        i += 1
    while j - 1 > i and doc[j - 1].is_space:
        j -= 1
    first, last = doc[i].text, doc[j - 1].text
    lead = len(first) - len(first.lstrip()) if first[:1].isspace() and not first.isspace() else 0
    end = doc[j - 1].idx + (len(last) if last.isspace() else len(last.rstrip()))  # a thin space stays in its token
    return Extent(doc[i].idx + lead, end, i, j)


def trimmed(doc: Doc, i: int, j: int) -> Extent:
    """As `extent`, also without punctuation, brackets and quotation marks at the edges."""
    while i < j - 1 and doc[i].tag_ in EDGE_TAGS:
        i += 1
    while j - 1 > i and doc[j - 1].tag_ in EDGE_TAGS:
        j -= 1
    return extent(doc, i, j)


def covering(doc: Doc, start: int, end: int) -> Extent:
    """The extent of code points [start, end), with the tokens that cover them."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        message = f"no tokens cover {start}:{end} of a text of {len(doc.text)}"
        raise ValueError(message)
    return Extent(start, end, span.start, span.end)


def strings_of(doc: Doc, attribute: int) -> list[str]:
    """The strings of a token attribute (spacy.attrs: ORTH, LOWER, TAG ...), all tokens' at once, each looked up once."""
    values, places = np.unique(doc.to_array(attribute), return_inverse=True)
    strings = doc.vocab.strings
    found = np.asarray([strings[value] for value in values.tolist()], dtype=object)[places]
    return cast("list[str]", found.tolist())


def words_at(doc: Doc, at: Extent) -> str:
    """The words at an extent; `doc.text` makes the whole text anew each time it is asked, so never slice it for a few words."""
    return doc[at.i : at.j].text[at.start - doc[at.i].idx : at.end - doc[at.i].idx]
