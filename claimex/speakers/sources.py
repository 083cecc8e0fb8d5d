"""The head word of a speaker in; the words of the whole phrase, its entity and its kind, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.spans import Extent, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.names.entity import Names
    from claimex.speakers.attribution import Kind

__all__ = ["entity_of", "kind_of", "source_extent"]

NAME_TAGS = frozenset({"NNP", "NNPS"})
PRONOUN_TAGS = frozenset({"PRP", "WP", "DT"})
ANONYMOUS = frozenset({
    "source", "insider", "someone", "somebody", "anyone", "official", "aide", "person", "people", "some", "many", "others", "one",
    "observer", "few", "several", "most", "whistleblower", "informant",
})  # fmt: skip
UNNAMED = frozenset({"anonymous", "unnamed", "unidentified", "undisclosed"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp", "appos"})


def source_extent(head: Token, text: str, cue: tuple[int, int], limit: int | None = None) -> Extent:
    """The whole phrase around `head` without what runs over the cue, loose clauses, and the apposition of a name."""
    doc = head.doc
    i = head.left_edge.i
    j = head.i + 1
    for child in head.rights:
        loose = child.dep_ in CLAUSES and is_apart(doc, child.left_edge.i)
        torn = child.dep_ == "appos" and head.i < cue[0] <= child.right_edge.i
        if torn or (loose and (head.tag_ in NAME_TAGS or child.dep_ != "appos")):
            break  # loose, or hung on the speaker from behind the cue
        if child.dep_ == "prep" and is_apart(doc, child.i):
            break
        if child.dep_ in {"punct", "cc"}:
            continue
        if child.dep_ == "conj" and child.tag_ not in NAME_TAGS | {"NN", "NNS", "PRP", "CD"}:
            break
        j = max(j, child.right_edge.i + 1)
    j = next((k for k in range(head.i + 1, j - 1) if doc[k].text == "," and doc[k + 1].tag_ in {"WP", "WDT"}), j)
    if i < cue[0] < j:
        j = cue[0]
    if i < cue[1] <= head.i:
        i = cue[1]
    if limit is not None:
        j = min(j, max(limit, head.i + 1))
    if j > i + 1 and doc[j - 1].tag_ == "POS":
        j -= 1
    return unquoted(text, trimmed(doc, min(i, head.i), max(j, head.i + 1)))


def is_apart(doc: Doc, i: int) -> bool:
    """Whether a comma, bracket or dash stands before token `i`; a hyphen does not part words."""
    before = doc[i - 1] if i else None
    return (
        before is not None and before.text in {",", "(", "—", "–", "-", "--"} and (before.text != "-" or bool(before.whitespace_))
    )


def unquoted(text: str, at: Extent) -> Extent:
    """Without a comma or bracket left over at its edges."""
    start, end = at.start, at.end
    while end - 1 > start and text[end - 1] in " ,;:—–-":
        end -= 1
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    if "(" in text[start:end] and ")" not in text[start:end]:
        end = end + 1 if text[end : end + 1] == ")" else start + len(text[start : start + text[start:end].index("(")].rstrip())
    return Extent(start, end, at.i, at.j) if end > start else at


def entity_of(head: Token, at: Extent, names: Names) -> tuple[str | None, str | None]:
    """The id of the thing named and how it is mentioned: at the head word, else a name in apposition to it."""
    hit = names.at(head.i)
    if hit is None:
        for child in head.children:
            if child.dep_ in {"appos", "compound", "nmod"} and at.holds(child.i):
                hit = hit or names.at(child.i) if child.dep_ == "appos" else hit
    if hit is None and at.j - 1 != head.i and names.at(at.j - 1) is not None and at.holds(at.j - 1):
        hit = names.at(at.j - 1) if at.j - 1 > head.i and head.tag_ in NAME_TAGS else None
    return (hit[0].id, hit[1].kind) if hit else (None, None)


def kind_of(head: Token, at: Extent, mention: str | None, names: Names) -> Kind:
    """How the speaker is told: by name, by what he is, by a pronoun, as one of many, or not at all."""
    low, lemma = head.lower_, head.lemma_.lower()
    if mention == "name":
        hit = names.at(head.i)
        return "group" if hit and hit[0].label == "NORP" and (head.tag_ == "NNPS" or low.endswith("s")) else "named"
    if head.tag_ in PRONOUN_TAGS and low not in ANONYMOUS:
        return "pronoun"
    if lemma in ANONYMOUS or low in ANONYMOUS or any(child.lower_ in UNNAMED for child in head.lefts):
        return "anonymous"
    if head.tag_ in NAME_TAGS:
        return "group" if head.tag_ == "NNPS" else "named"
    if head.tag_ == "NNS" or any(child.dep_ == "conj" for child in head.children):
        return "group"
    del at
    return "role"
