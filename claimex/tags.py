"""Tagged Docs in; the same with coarse parts of speech and lemmas, out: what claimex reads of two of the official components.

The official attribute_ruler takes 15 % of the pipeline's time, to make morphology that no rule here reads, and the
lemmatizer asks token by token what is the same for every "said". Here a table gives the parts of speech, and each word with
its tag is lemmatized once, by the official lemmatizer's rules: a few array operations for all Docs of a batch together.
"""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import IS_SPACE, LEMMA, ORTH, POS, TAG
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.symbols import (
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SPACE,
    SYM,
    VERB,
    X,
)  # fmt: skip
from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["MISREAD", "TagTable", "add_tag_table", "make_tag_table"]

# Penn Treebank tag -> universal part of speech: the same table as the official pipeline's attribute_ruler.
TAG_POS = {
    "_SP": SPACE, ".": PUNCT, ",": PUNCT, "-LRB-": PUNCT, "-RRB-": PUNCT, "``": PUNCT, '""': PUNCT, "''": PUNCT, ":": PUNCT,
    "$": SYM, "#": SYM, "AFX": ADJ, "CC": CCONJ, "CD": NUM, "DT": DET, "EX": PRON, "FW": X, "HYPH": PUNCT, "IN": ADP,
    "JJ": ADJ, "JJR": ADJ, "JJS": ADJ, "LS": X, "MD": AUX, "NIL": X, "NN": NOUN, "NNP": PROPN, "NNPS": PROPN, "NNS": NOUN,
    "PDT": DET, "POS": PART, "PRP": PRON, "PRP$": PRON, "RB": ADV, "RBR": ADV, "RBS": ADV, "RP": ADP, "SYM": SYM,
    "TO": PART, "UH": INTJ, "VB": VERB, "VBD": VERB, "VBG": VERB, "VBN": VERB, "VBP": VERB, "VBZ": VERB, "WDT": DET,
    "WP": PRON, "WP$": DET, "WRB": SCONJ, "ADD": X, "NFP": PUNCT, "GW": X, "XX": X, "BES": VERB, "HVS": VERB,
}  # fmt: skip
BASE_FORMS = frozenset({"VB", "VBP", "NN", "JJ"})  # a word of these tags is its own lemma, in small letters
SHORT_LEMMAS = {
    "'s": {"VBZ": "be"}, "’s": {"VBZ": "be"}, "'re": {"VBP": "be"}, "’re": {"VBP": "be"},
    "'m": {"VBP": "be"}, "’m": {"VBP": "be"},
    "'ve": {"VBP": "have", "VB": "have"}, "’ve": {"VBP": "have", "VB": "have"},
    "'ll": {"MD": "will"}, "’ll": {"MD": "will"},
    "wo": {"MD": "will"}, "ca": {"MD": "can"}, "'d": {"MD": "would", "VBD": "have"}, "’d": {"MD": "would", "VBD": "have"},
    "n't": {"RB": "not"}, "n’t": {"RB": "not"}, "are": {"VBP": "be"}, "am": {"VBP": "be"},
}  # fmt: skip
# The official rules take "hoped" for a form of "hop", of which the news has less.
MISREAD = dict.fromkeys(("hopes", "hoped", "hoping"), "hope")
KEPT = 10_000  # lemmas kept from batch to batch: the common words come first, and memory must not grow with the archive
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits well mixed (2^64 / golden ratio): sets the same word's tags apart


class TagTable:
    """From tags to coarse parts of speech and lemmas.

    Same parts of speech as the official pipeline's but for AUX, SCONJ and PRON, same lemmas of verbs, nouns and adjectives.
    `lemmatizer` is the pipeline's own, whose rules and tables are used; it is no longer a component of it.
    """

    def __init__(self, nlp: Language) -> None:
        self.vocab = nlp.vocab
        strings = nlp.vocab.strings
        self.space = strings.add("_SP")
        self.pos = {strings.add(tag): pos for tag, pos in TAG_POS.items()}
        self.lemmatizer: Lemmatizer | None = None
        self.lemmas: dict[tuple[int, int], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        stream = iter(stream)
        while docs := list(islice(stream, batch_size)):
            self.annotate(docs)
            yield from docs

    def annotate(self, docs: list[Doc]) -> None:
        values = np.concatenate([doc.to_array([TAG, IS_SPACE, ORTH]) for doc in docs])
        tags, words = values[:, 0], values[:, 2]
        tags[values[:, 1].astype(bool)] = self.space
        _, places, pairs = np.unique(words ^ (tags * SPREAD), return_index=True, return_inverse=True)
        keys = list(zip(words[places].tolist(), tags[places].tolist(), strict=True))
        lemmas = np.asarray(self.lemma_ids(keys), dtype="uint64")
        pos = np.asarray([self.pos.get(tag, X) for _, tag in keys], dtype="uint64")
        table = np.stack([tags, pos[pairs], lemmas[pairs]], axis=1)
        ends = np.cumsum([0, *map(len, docs)]).tolist()
        for doc, (start, end) in zip(docs, pairwise(ends), strict=True):
            doc.from_array([TAG, POS, LEMMA], table[start:end])  # type: ignore[arg-type]  # thinc's alias for such an array

    def lemma_ids(self, keys: list[tuple[int, int]]) -> list[int]:
        """The lemma of each word with its tag; the strings may be of this batch only, so they are put into the store again."""
        new = [key for key in keys if key not in self.lemmas]
        found = dict(zip(new, self.lemmatized(new), strict=True))
        self.lemmas.update(list(found.items())[: max(0, KEPT - len(self.lemmas))])
        add = self.vocab.strings.add
        return [add(found.get(key) or self.lemmas[key]) for key in keys]

    def lemmatized(self, keys: list[tuple[int, int]]) -> list[str]:
        """The lemmas by the official rules, which ask for a token with its part of speech."""
        if self.lemmatizer is None or not keys:
            return [self.vocab.strings[word] for word, _ in keys]
        doc = Doc(self.vocab, words=[word for word, _ in keys])  # type: ignore[misc]  # hash values are words too
        doc.from_array([POS], np.asarray([[self.pos.get(tag, X)] for _, tag in keys], dtype="uint64"))  # type: ignore[arg-type]
        lemmas = []
        for token, (_, tag) in zip(doc, keys, strict=True):
            name = self.vocab.strings[tag]
            short = SHORT_LEMMAS.get(token.lower_, {}).get(name) or (MISREAD.get(token.lower_) if name.startswith("VB") else None)
            plain = token.lower_ if name in BASE_FORMS else None
            lemmas.append(short or plain or self.lemmatizer.rule_lemmatize(token)[0])
        self.lemmatizer.cache.clear()  # it grows with every new word, for ever
        return lemmas


@Language.factory("claimex_pos")
def make_tag_table(nlp: Language, name: str) -> TagTable:
    del name
    return TagTable(nlp)


def add_tag_table(nlp: Language, lemmatizer: Callable[[Doc], Doc]) -> None:
    """Put a TagTable with this lemmatizer's rules behind the parser."""
    table = nlp.add_pipe("claimex_pos", after="parser")
    if isinstance(table, TagTable) and isinstance(lemmatizer, Lemmatizer):
        table.lemmatizer = lemmatizer
        index = lemmatizer.lookups.get_table("lemma_index", {})
        for pos, words in index.items():  # lists, in which each candidate would be looked for from the beginning
            index[pos] = frozenset(words)
