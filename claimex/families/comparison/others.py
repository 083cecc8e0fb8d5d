"""What stands behind "than" or "as", or who was beaten; the words of the other side, cut to what belongs to it, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.spans import trimmed
from claimex.syntax import phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.spans import Extent

__all__ = ["other_after", "rival", "side_before"]

REACH = 12  # heads from the word after "than" to the head of its clause
BREAKS = frozenset({",", ";", ".", "-", "–", "—"})
ADDING = frozenset({"WDT", "WP", "WRB"})
TURNED = frozenset({"are", "is", "was", "were", "do", "does", "did"})  # "higher than are those of men"
EXPECTED = frozenset({
    "expected", "anticipated", "forecast", "predicted", "thought", "planned", "estimated", "projected", "feared", "hoped",
    "reported", "believed", "assumed", "scheduled", "intended",
})  # fmt: skip
LATELY = frozenset({"previously", "originally", "initially", "first", "currently", "earlier", "generally", "once", "had"})
NAMES = frozenset({"NNP", "NNPS"})
BRACKETS = {"-LRB-": 1, "-RRB-": -1}


def other_after(than: Token) -> Extent | None:
    """The words that "than" or "as" introduces, up to the end of their clause."""
    doc = than.doc
    first = than.i + 1
    if doc[first].tag_ == "HYPH":  # "larger-than-expected"
        return hyphened(doc, first + 1)
    if doc[first].lower_ in TURNED and first + 1 < than.sent.end:
        first += 1
    meant = first + (doc[first].lower_ in LATELY and first + 1 < than.sent.end)
    if doc[meant].lower_ in EXPECTED and doc[meant].tag_ in {"VBN", "VBD"}:  # "than expected to pay": only so far
        return trimmed(doc, first, meant + 1)
    token = doc[first]
    for _ in range(REACH):
        if token.head.i <= than.i or token.head.i == token.i:
            break
        token = token.head
    end = token.i + 1
    for child in token.rights:
        if (
            child.dep_ in {"punct", "cc", "conj", "parataxis"}
            and child.text in BREAKS
            and doc[child.i - 1].whitespace_ + child.text != "-"
        ):
            break
        end = max(end, child.right_edge.i + 1)
    if token.i == first and token.tag_ == "IN":  # "than in 2010"
        end = max(end, token.right_edge.i + 1)
    end = clean_end(doc, first, min(end, than.sent.end), than.sent.end)
    return trimmed(doc, first, end) if end > first else None


def hyphened(doc: Doc, first: int) -> Extent | None:
    end = first + 1
    while end + 1 < len(doc) and doc[end].tag_ == "HYPH" and not doc[end].whitespace_:
        end += 2
    return trimmed(doc, first, end) if first < len(doc) else None


def clean_end(doc: Doc, first: int, end: int, limit: int) -> int:
    """The end moved behind a word that a hyphen cuts, or before what is only added, or before a bracket left open."""
    while end + 1 < limit and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        end = min(max(end + 2, doc[end + 1].right_edge.i + 1), limit)
    for k in range(first + 1, end - 1):
        if doc[k].text == "," and doc[k + 1].tag_ in ADDING:
            return k
    if end < limit and doc[end].tag_ == "''" and any(token.tag_ == "``" for token in doc[first:end]):
        end += 1
    open_at = [k for k in range(first, end) if doc[k].tag_ in BRACKETS]
    return open_at[-1] if open_at and BRACKETS[doc[open_at[-1]].tag_] > 0 and open_at[-1] > first else end


def rival(obj: Token) -> Extent:
    """Who was beaten, by name: without score, place and time ("the wildcard Lee O'Dea", "Benin", "Peter Shaw of Wales")."""
    doc = obj.doc
    words = phrase(obj)
    end = words.j
    while end < obj.sent.end and doc[end].tag_ in NAMES and not obj.tag_.startswith("NNP"):
        end += 1  # "wildcard Lee O'Dea"
    stop = next(
        (
            t.i
            for t in doc[words.i + 1 : end]
            if t.tag_ in {"CD", "_SP"} or t.lower_ in {"by", "in", "on", "at", "after", "during"}
        ),
        end,
    )
    return trimmed(doc, words.i, stop)


def side_before(verb: Token) -> Extent | None:
    """Who won, in a list of results where the parser lost the lines: the names right before the verb, over "(Spain)"."""
    doc = verb.doc
    depth, k = 0, verb.i - 1
    while k >= 0 and k > verb.i - REACH:
        token = doc[k]
        depth -= BRACKETS.get(token.tag_, 0)
        if depth <= 0 and token.tag_ not in NAMES and token.tag_ not in BRACKETS and token.text != "-":
            break
        k -= 1
    first = k + 1
    while first < verb.i and doc[first].tag_ not in NAMES:
        first += 1
    end = next((t.i for t in doc[first : verb.i] if t.tag_ in BRACKETS), verb.i)
    return trimmed(doc, first, end) if first < end else None
