"""A claim with a word that only the words before it explain in; those words as they stand in the article, out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.spans import extent, words_at

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.wording.pieces import Sentence

__all__ = ["own_words", "words_before"]

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
JOINTS = frozenset({"CC", ",", ":", "WDT", "WRB", "``", "''", "_SP"})  # tags of what ties two clauses
LEAST = 3  # words that can say what is meant
DOUBLE = str.maketrans({"“": "‘", "”": "’", '"': "'", "„": "‘"})
LABEL = re.compile(r"\(\(|\[\[|\n")
EDGE = " ,;:-–—“”\"'‘’`"


def words_before(sentence: Sentence, layers: Layers, room: int) -> str | None:
    """What stands before the claim in its own sentence, if it names something; else the sentence before it."""
    doc = layers.doc
    places = [piece.i for piece in (*sentence.before, *sentence.subject, *sentence.predicate) if piece.i >= 0]
    if not places:
        return None
    sent = doc[min(places)].sent
    spans = [(sent.start, min(places)), (sentence_before(doc, sent.start), sent.start)]
    for i, j in spans:
        if i < 0 or not any(token.tag_ in NOUNS for token in doc[i:j]):
            continue
        end = next((k for k in range(j, i + 1, -1) if doc[k - 1].tag_ not in JOINTS and doc[k - 1].dep_ != "mark"), j)
        text = words_at(doc, extent(doc, i, end))
        words = " ".join(text.split()).strip(EDGE)
        if len(words.split()) < LEAST:
            continue
        if LABEL.search(text.strip()) or words.endswith("?") or len(words.split()) > room or words[:1].islower():
            return None
        whole = words.endswith((".", "!"))
        return f"“{words.translate(DOUBLE)}”" if whole else f"“{words.translate(DOUBLE)} …”"
    return None


def sentence_before(doc: Doc, start: int) -> int:
    """The first token of the sentence before token `start`; -1 where a new paragraph or turn begins."""
    if start == 0 or "\n" in doc[start - 1].text_with_ws:
        return -1
    return doc[start - 1].sent.start


def own_words(claim: Claim, sentence: Sentence, layers: Layers) -> str | None:
    """The claim's clause as it was said, to be asked in quotation marks; None where it was only reported, or is no sentence."""
    item = claim.attribution
    if item is None or item.form != "direct" or not item.reports(claim.clause):
        return None
    pieces = (*sentence.before, *sentence.subject, *sentence.predicate)
    if not sentence.subject or not all(piece.i < 0 or claim.clause.holds(piece.i) for piece in pieces) or pieces[0].i < 0:
        return None
    if any(timex.anchor is not None for timex in layers.dates.within(claim.clause.i, claim.clause.j)):
        return None  # "next year" must be told as a year
    words = " ".join(words_at(layers.doc, claim.clause).split()).strip(EDGE)
    return words[:1].upper() + words[1:].translate(DOUBLE)
