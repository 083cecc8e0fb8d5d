"""Texts in; their Docs out: tokenized, tagged, parsed, with entities, in stretches that no network sees beyond.

Each stretch between line breaks that end sentences is parsed by itself: the networks look four words to each side, and a
paragraph should not be read otherwise because of what stands in the next one. It also bounds the memory: a text of any
length is parsed a few paragraphs at a time.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc

from claimex.ops import one_thread
from claimex.portions import portions
from claimex.read.layout import sentence_breaks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language

__all__ = ["LEARNT_FROM", "learn_words", "parse"]

TOGETHER = 12_000  # characters parsed together: with more, the networks' matrices outgrow the processor's cache
LONGEST = 20_000  # characters of a stretch without a line break: beyond that it is cut after a sentence
SENTENCE_END = re.compile(r"[.!?][\"”’')\]]{0,3}[ \t]+(?=[\"“‘'(\[]{0,3}[A-Z0-9])")
KNOWN_WORDS = 60_000  # words that the vocabulary keeps (some 30 MB); 27,000 come with the pipeline
LEARNT_FROM = 1_000_000  # characters of the first articles, whose words it keeps
KEPT = [ORTH, SPACY, TAG, POS, MORPH, LEMMA, HEAD, DEP, SENT_START, ENT_IOB, ENT_TYPE]


def parse(nlp: Language, texts: Sequence[str]) -> list[Doc]:
    """The Docs of a few texts, their paragraphs parsed together, which takes half the time of one by one."""
    pieces = [split(text) for text in texts]
    docs: list[Doc] = []
    with nlp.select_pipes(disable="claimex_breaks"), one_thread():
        for group in portions((piece for text in pieces for piece in text), TOGETHER):
            docs.extend(nlp.pipe(group, batch_size=len(group)))
    parsed = iter(docs)
    return [joined(nlp, list(islice(parsed, len(text)))) for text in pieces]


def learn_words(nlp: Language, texts: Iterable[str]) -> None:
    """Let the vocabulary keep the words of these texts, as long as it has room.

    Words that come up inside a memory zone are forgotten with it, and must be made again for the next batch, which takes
    ten times as long as to look them up. The words of the first few hundred articles cover nearly all of the others'.
    """
    for text in texts:
        for piece in split(text):
            if len(nlp.vocab) >= KNOWN_WORDS:
                return
            nlp.make_doc(piece)


def split(text: str) -> list[str]:
    """The stretches of a text between the places where a sentence must begin; joined, they are the text."""
    parts = (text[start:end] for start, end in pairwise([0, *sentence_breaks(text), len(text)]) if start < end)
    return [piece for part in parts for piece in ([part] if len(part) <= LONGEST else cut(part))]


def cut(text: str) -> Iterator[str]:
    """A stretch too long for memory in parts: after the last sentence that ends in time, or else word, or else anywhere."""
    start = 0
    while len(text) - start > LONGEST:
        ends = [match.end() for match in SENTENCE_END.finditer(text, start + LONGEST // 2, start + LONGEST)]
        end = ends[-1] if ends else text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1
        end = end or start + LONGEST
        yield text[start:end]
        start = end
    yield text[start:]


def joined(nlp: Language, docs: list[Doc]) -> Doc:
    """One Doc of all; `Doc.from_docs` does the same and more, in four times the time."""
    if len(docs) < 2:  # noqa: PLR2004  # nothing to join
        return docs[0] if docs else nlp.make_doc("")
    values = np.concatenate([doc.to_array(KEPT) for doc in docs])
    doc = Doc(nlp.vocab, words=values[:, 0].tolist(), spaces=values[:, 1].astype(bool).tolist())
    doc.from_array(KEPT[2:], np.ascontiguousarray(values[:, 2:]))  # type: ignore[arg-type]  # thinc's alias for such an array
    doc.tensor = np.concatenate([part.tensor for part in docs if len(part.tensor)] or [doc.tensor])
    return doc
