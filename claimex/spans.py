"""Where something stands in an article: the one value that every layer uses for a place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Extent", "covering", "extent", "paired", "strings_of", "trimmed", "with_hyphens", "words_at"]

EDGE_TAGS = frozenset({"_SP", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP"})
PAIRS = {"(": ")", "[": "]", "“": "”", '"': '"'}
CLOSING = frozenset(PAIRS.values())
MARKS = CLOSING | frozenset(PAIRS)


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


def paired(doc: Doc, at: Extent) -> Extent:
    """The extent with the bracket or quotation mark beside it that its own lack, or without one at its edge that lacks its other.

    As in `reached 100 mph (161 km/h` before `)`, `she said, "we stay` before `."`. A mark whose other is far off stays.
    """
    i, j = at.i, at.j
    for k in unpaired(doc, i, j):
        if (end := closed_at(doc, k, j)) is not None:
            j = end
        elif (
            i and doc[k].text in CLOSING and not opens(doc, k) and PAIRS.get(doc[i - 1].text) == doc[k].text and opens(doc, i - 1)
        ):
            i -= 1
        elif k == j - 1 > i:
            j -= 1
        elif k == i < j - 1:
            i += 1
    return at if (i, j) == (at.i, at.j) else extent(doc, i, j)


def with_hyphens(doc: Doc, at: Extent) -> Extent:
    """The extent with the rest of a word that a hyphen joins to its last: "youtube" before "-dl"."""
    j = at.j
    while j + 1 < len(doc) and doc[j].text in {"-", "‑"} and not doc[j - 1].whitespace_ and not doc[j].whitespace_:
        j += 2
    return at if j == at.j else extent(doc, at.i, j)


def closed_at(doc: Doc, k: int, j: int) -> int | None:
    """One past the mark that closes what token `k` opens, if it stands at `j`, or there behind a stop."""
    if not opens(doc, k):
        return None
    end = j + 1 if j < len(doc) and doc[j].text == "." else j
    return end + 1 if end < len(doc) and doc[end].text == PAIRS[doc[k].text] else None


def opens(doc: Doc, k: int) -> bool:
    """Whether a mark opens what it marks; a straight quotation mark does where white space stands before it and none behind."""
    if doc[k].text == '"':
        return not doc[k].whitespace_ and (k == 0 or bool(doc[k - 1].whitespace_) or doc[k - 1].is_space)
    return doc[k].text in PAIRS


def unpaired(doc: Doc, i: int, j: int) -> list[int]:
    """The tokens in [i, j) that open or close something whose other mark is not among them, in order."""
    opened: list[int] = []
    alone: list[int] = []
    for k in range(i, j):
        text = doc[k].text
        if text not in MARKS:
            continue
        if opens(doc, k):
            opened.append(k)
        elif opened and PAIRS[doc[opened[-1]].text] == text:
            opened.pop()
        else:
            alone.append(k)
    return sorted(alone + opened)


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
