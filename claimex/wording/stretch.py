"""A claim in; the tokens its sentence is made of, out: without the report around it and without words that only link it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claimex.spans import extent
from claimex.syntax import subject_phrase
from claimex.wording.complements import completed
from claimex.wording.quotes import quoted_in
from claimex.wording.verbs import AUXILIARIES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["Stretch", "stretch_of", "subject_outside"]

# Words at the start of a clause that only tie it to the text before it.
LINKING = frozenset({
    "however", "but", "and", "so", "meanwhile", "moreover", "furthermore", "nevertheless", "nonetheless", "or", "yet",
    "therefore", "thus", "hence", "additionally", "besides", "instead", "indeed", "also", "that", "whether", "though",
    "although", "while", "as", "because", "when", "where", "after", "before", "then",
})  # fmt: skip
PHRASES = tuple(
    tuple(words.split())
    for words in (
        "in addition", "for example", "for instance", "as a result", "on the other hand", "at the same time", "in fact",
        "of course",
        "in turn", "by contrast", "in contrast", "in the meantime", "in other words", "in this light", "on the contrary",
    )
)  # fmt: skip
FIRST_LINKS = frozenset(words[0] for words in PHRASES)
LONGEST_LINK = 4
CLOSING = frozenset({'"', "''", "”", "»"})
ASSENT = frozenset(
    {"yeah", "yes", "yep", "well", "oh", "ah", "no", "nope", "okay", "ok", "um", "uh", "hmm", "hell", "hey", "right"}
)
LONGEST_NOTE = 5  # tokens
NOTES = frozenset(
    {"laughs", "laughing", "laughter", "chuckles", "sic", "pause", "pauses", "smiles", "applause", "sighs", "...", "…"}
)
ASIDES = frozenset({"however", "meanwhile", "moreover", "therefore", "though", "too", "furthermore", "nevertheless", "indeed"})
ASIDE = re.compile(rf",\s*(?:{'|'.join(sorted(ASIDES))})\s*,")
MARKED = re.compile("[\"“”„«»]|''|``")
MARKS = frozenset(
    {"that", "whether", "though", "although", "while", "as", "because", "after", "before"}
)  # only where they mark the clause
EDGES = frozenset({",", ":", "_SP", "HYPH", "NFP", "``", "''", "."})
ADDED = frozenset({"now", "given", "even", "provided", "except"})
SYMBOLS = frozenset({"]", ")", "█", "██", "■", "▪", "•", "·", "*", "►", "▶"})
OPENING = frozenset('“"„«')


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens [i, j) without those in `cut`; `quoted` keep their words; `speaker` is the entity that "I" is.

    `telling` is the speaker whose very words they are.
    """

    i: int
    j: int
    cut: frozenset[int]
    quoted: frozenset[int]
    speaker: str | None
    telling: str | None = None

    def holds(self, i: int) -> bool:
        return self.i <= i < self.j and i not in self.cut


def stretch_of(claim: Claim, layers: Layers, at: Extent, *, report: bool = False) -> Stretch:
    """The tokens at `at` (the claim's clause, or one around it) that its sentence is made of; `report`: with its speaker."""
    doc = layers.doc
    i, j = at.i, at.j
    item = claim.attribution
    speaker = item.entity if item is not None and claim.family != "statement" else None
    cut: frozenset[int] = frozenset()
    if item is not None and claim.family != "statement" and not report:
        i, j, cut = without_report(claim, doc, i, j)
    i, j = completed(claim, doc, i, j)
    if i < claim.clause.j < j and doc[claim.clause.j].text == ";":
        j = claim.clause.j  # another sentence begins there
    i, j = without_links(doc, i, j, claim.family)
    words = doc[i:j].text.lower()  # looked through at once; token by token only where there is something to find
    if "however" in words:
        i, j = without_contrast(claim, doc, i, j)
    quoted = quoted_in(doc, i, j, left_open=claim.family == "statement") if MARKED.search(words) else frozenset()
    if item is not None and claim.family == "statement" and item.form == "direct":
        quoted |= {k for part in item.content for k in range(part.i, part.j)}
    aside = asides(doc, i, j) if words.count(",") > 1 and ASIDE.search(words) else frozenset()
    telling = speaker if item is not None and item.form == "direct" and not report else None
    return Stretch(i, j, cut | aside, quoted, speaker, telling)


def without_contrast(claim: Claim, doc: Doc, i: int, j: int) -> tuple[int, int]:
    """The claim's side of ", however, " between two clauses: "He denied it, however, a court found ..."."""
    for k in range(i + 1, j - 2):
        if doc[k].lower_ != "however" or doc[k - 1].text != "," or doc[k + 1].text != ",":
            continue
        after = doc[k].head
        own = next((c for c in after.lefts if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
        if after.i > k + 1 and own is not None and own.i > k + 1 and doc[claim.head].i != after.i:
            return (i, k - 1) if claim.cue.j <= k else (k + 2, j) if claim.cue.i > k else (i, j)
    return i, j


def asides(doc: Doc, i: int, j: int) -> frozenset[int]:
    """The linking words between two commas (", however,"), with one of the commas."""
    commas = [token.i for token in doc[i:j] if token.text == ","]
    return frozenset(
        k
        for first, second in pairwise(commas)
        if second == first + 2 and doc[first + 1].lower_ in ASIDES
        for k in (first, first + 1, second)
    )


def without_report(claim: Claim, doc: Doc, i: int, j: int) -> tuple[int, int, frozenset[int]]:
    """The clause without the words that say who says it, where they can be cut out whole."""
    item = claim.attribution
    none: frozenset[int] = frozenset()
    if item is None or item.source is None:
        return i, j, none
    a, b = min(item.cue.i, item.source.i), max(item.cue.j, item.source.j)
    if a < i or b > j or any(part.i < b and a < part.j for part in item.content) or a <= claim.cue.i < b:
        return i, j, none
    opens = all(doc[k].tag_ in EDGES for k in range(i, a))
    closes = all(doc[k].tag_ in EDGES for k in range(b, j))
    if opens and not closes:
        return b, j, none
    if closes and not opens:
        return i, a, none
    if doc[a - 1].tag_ in {",", "''", ":"} and doc[b].tag_ in {",", "``", ":"}:
        return i, j, frozenset(range(a - 1 if doc[a - 1].tag_ != "''" else a, b + 1 if doc[b].tag_ != "``" else b))
    return i, j, none


def without_links(doc: Doc, i: int, j: int, family: str) -> tuple[int, int]:
    quotes = {"``", "''"} if family == "statement" else set()
    if doc[i].lower_ in FIRST_LINKS:
        opening = tuple(token.lower_ for token in doc[i : min(j, i + LONGEST_LINK)])
        link = next((words for words in PHRASES if opening[: len(words)] == words and doc[i + len(words)].text == ","), ())
        i += len(link)
    if family != "statement":
        i = past_assent(doc, i, j)
    elif doc[i].text in CLOSING and doc[i].whitespace_ and i < j - 1:  # of the words quoted before
        i += 1
    while i < j - 1:
        token = doc[i]
        if token.lower_ in ADDED and doc[i + 1].lower_ in MARKS and is_link(doc[i + 1], i, j):  # "now that", "even though"
            i += 2
        elif token.text == "[" and (past := past_note(doc, i, j)) is not None:
            i = past
        elif token.tag_ in EDGES - quotes or token.text in SYMBOLS or (token.lower_ in LINKING and is_link(token, i, j)):
            i += 1
        else:
            break
    while j - 1 > i and (doc[j - 1].tag_ in EDGES - quotes or doc[j - 1].tag_ == "CC"):
        j -= 1
    return i, j


def past_assent(doc: Doc, i: int, j: int) -> int:
    """Where "yeah," or "oh, yes," that opens the clause has ended."""
    k = i
    while k < j - 2 and k < i + 2 * LONGEST_LINK and (doc[k].lower_ in ASSENT or (k > i and doc[k].text == ",")):
        k += 1
    return k if i < k and doc[k - 1].text == "," else i


def past_note(doc: Doc, i: int, j: int) -> int | None:
    """Where a note in brackets that opens the clause has ended: "[laughs] It is ..."; none for "[the company] said"."""
    close = next((k for k in range(i + 1, min(i + LONGEST_NOTE, j - 1)) if doc[k].text == "]"), None)
    return close + 1 if close is not None and doc[i + 1].lower_ in NOTES else None


def is_link(token: Token, i: int, j: int) -> bool:
    """Whether a word at the start of [i, j) only ties it to what came before; not one that opens a clause inside it."""
    if token.dep_ in {"mark", "advmod"} and token.head.dep_ == "advcl" and i <= token.head.head.i < j:
        return False
    if token.lower_ in MARKS:
        return token.dep_ == "mark" or (token.lower_ == "that" and token.tag_ == "IN")
    if token.lower_ in {"when", "where"}:
        return token.dep_ == "advmod" and token.head.dep_ in {"advcl", "relcl"}
    if token.lower_ in {"so", "then"}:
        return token.is_sent_start or token.doc[i - 1].tag_ in {"CC", ","}
    after = token.doc[min(i + 1, len(token.doc) - 1)]
    return (
        token.dep_ in {"cc", "mark", "prep"}
        or after.tag_ == ","
        or (token.dep_ == "advmod" and token.lower_ in {"however", "meanwhile"})
    )


def subject_outside(claim: Claim, root: Token, stretch: Stretch) -> Extent | None:
    """The claim's subject, if it stands outside its clause; else the subject of the clause that `root` hangs on."""
    for at in (claim.subject, subject_after(root, stretch), subject_phrase(root)):
        if at is not None and not any(stretch.holds(k) for k in range(at.i, at.j)) and at.i != root.i:
            return at
    return None


def subject_after(root: Token, stretch: Stretch) -> Extent | None:
    """The subject right after a participle clause that opens a sentence: "Beginning in 2010, (he) travelled"."""
    doc = root.doc
    if root.tag_ not in {"VBG", "VBN"} or stretch.j + 1 >= len(doc) or doc[stretch.j].text != ",":
        return None
    if any(t.tag_ in AUXILIARIES for t in doc[root.sent.start : stretch.j]):
        return None
    first = doc[stretch.j + 1]
    for token in (first, *first.ancestors):
        if token.left_edge.i != first.i:
            return None
        if token.dep_ in {"nsubj", "nsubjpass"}:
            return extent(doc, token.left_edge.i, token.right_edge.i + 1)
    return None
