"""Docs and stretches of their tokens in; what the model looks at, out: words, and signs of grammar that have names.

The same code serves training and scoring. Signs are whole numbers, so that their sums are exact in any order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import DEP, ENT_TYPE, HEAD, LOWER, TAG
from spacy.strings import get_string_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

__all__ = ["CLASSES", "CLASS_OF_TAG", "KINDS", "SIGNS", "TAGS", "Stretches", "Tokens", "classes", "cut", "read_tokens", "signs"]

# The order of all these tables is part of the trained file. 0 is whatever is not in the table.
TAGS = (
    "", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$",
    "RB", "RBR", "RBS", "RP", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "$", ".", ",", ":",
    "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP", "SYM", "_SP",
)  # fmt: skip
DEPS = (
    "", "ROOT", "nsubj", "nsubjpass", "dobj", "attr", "pobj", "aux", "auxpass", "neg", "expl", "csubj", "nummod", "amod",
    "relcl", "advcl", "ccomp", "xcomp", "agent", "npadvmod",
)  # fmt: skip
# Labels are coarse, so that another recogniser of names can stand in: who, whose, where, when, how much.
ENTITIES = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "DATE": "date", "TIME": "date", "MONEY": "money", "PERCENT": "percent", "CARDINAL": "number", "QUANTITY": "number",
    "ORDINAL": "ordinal", "LAW": "work", "EVENT": "work", "PRODUCT": "work", "WORK_OF_ART": "work",
}  # fmt: skip
KINDS = ("", "person", "organisation", "place", "group", "date", "money", "percent", "number", "ordinal", "work")
# Words that the signs know by themselves.
WORDS = (
    "", "i", "we", "you", "he", "she", "they", "it", "this", "that", "there", "who", "will", "wo", "'ll", "would", "'d", "should",
    "can", "ca", "could", "may", "might", "must", "do", "does", "did", "have", "has", "had", "'ve", "is", "are", "was", "were",
    "'s", "'re", "been", "be", "not", "n't", "never", "?", "!", "what", "my", "our", "your", "me", "us", "to", "am", "'m", "let",
)  # fmt: skip
T = {tag: place for place, tag in enumerate(TAGS)}
D = {dep: place for place, dep in enumerate(DEPS)}
W = {word: place for place, word in enumerate(WORDS)}
NUMBER_TAG, PERSON_KIND = T["CD"], KINDS.index("person")

# Who the main verb is about, and what form the verb has: one sign for each pair.
SUBJECTS = ("none", "I", "we", "you", "he or she", "they", "it or this", "there", "name", "noun", "other")
VERBS = ("other", "base", "past", "participle", "-ing", "present", "modal", "noun", "adjective")
SUBJECT_WORDS = {
    "i": "I", "we": "we", "you": "you", "he": "he or she", "she": "he or she", "they": "they", "it": "it or this",
    "this": "it or this", "that": "it or this", "there": "there",
}  # fmt: skip
SUBJECT_TAGS = {"NNP": "name", "NNPS": "name", "NN": "noun", "NNS": "noun", "CD": "noun"}
VERB_TAGS = {
    "VB": "base", "VBD": "past", "VBN": "participle", "VBG": "-ing", "VBP": "present", "VBZ": "present", "MD": "modal",
    "NN": "noun", "NNS": "noun", "NNP": "noun", "NNPS": "noun", "CD": "noun", "JJ": "adjective",
}  # fmt: skip
HELPS = np.asarray([dep in {"aux", "auxpass", "neg"} for dep in DEPS])
IS_SUBJECT = np.asarray([dep in {"nsubj", "nsubjpass", "expl", "csubj"} for dep in DEPS])

# The classes of words whose meanings are averaged: by part of speech, and by part in the sentence.
CLASSES = ("verb", "noun", "name", "describing", "small", "root", "subject", "object")
CLASS_TAGS = {
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "verb"), **dict.fromkeys(("NN", "NNS"), "noun"),
    **dict.fromkeys(("NNP", "NNPS"), "name"), **dict.fromkeys(("JJ", "JJR", "JJS", "RB", "RBR", "RBS"), "describing"),
}  # fmt: skip
CLASS_DEPS = {
    "ROOT": "root", "nsubj": "subject", "nsubjpass": "subject", "dobj": "object", "attr": "object", "pobj": "object",
}  # fmt: skip
CLASS_OF_TAG = np.asarray([CLASSES.index(CLASS_TAGS.get(tag, "small")) for tag in TAGS])
CLASS_OF_DEP = np.asarray([CLASSES.index(CLASS_DEPS[dep]) if dep in CLASS_DEPS else -1 for dep in DEPS])
SUBJECT_OF_WORD = np.asarray([SUBJECTS.index(SUBJECT_WORDS[word]) if word in SUBJECT_WORDS else -1 for word in WORDS])
SUBJECT_OF_TAG = np.asarray([SUBJECTS.index(SUBJECT_TAGS.get(tag, "other")) for tag in TAGS])
VERB_OF_TAG = np.asarray([VERBS.index(VERB_TAGS.get(tag, "other")) for tag in TAGS])
LENGTHS = (3, 5, 7, 9, 12, 15, 19, 24, 30, 40)  # a sign for each that is exceeded, in words

SIGNS = (
    *(f"tag {tag}" for tag in TAGS), *(f"more of tag {tag}" for tag in TAGS), *(f"entity {kind}" for kind in KINDS),
    *(f"word {word}" for word in WORDS), *(f"helper {word}" for word in WORDS),
    *(f"{who} + {verb}" for who in SUBJECTS for verb in VERBS), *(f"longer than {n}" for n in LENGTHS),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens of a few Docs, one after the other: a word's hash, and places in the tables above; `head` counts through."""

    word: NDArray[np.uint64]
    known: Ints
    tag: Ints
    dep: Ints
    kind: Ints
    head: Ints
    first: tuple[int, ...]  # where each Doc begins


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches of tokens, laid out one after the other: `at` the token, `owner` the stretch that it stands in."""

    count: int
    at: Ints
    owner: Ints
    length: Ints


class Table:
    """From spaCy's hashes to places in a table; what is not in it is 0."""

    def __init__(self, places: dict[str, int]) -> None:
        pairs = sorted((get_string_id(text), place) for text, place in places.items() if text)
        self.keys = np.asarray([key for key, _ in pairs], dtype=np.uint64)
        self.places = np.asarray([place for _, place in pairs], dtype=np.int64)

    def __call__(self, values: NDArray[np.uint64]) -> Ints:
        at = np.minimum(np.searchsorted(self.keys, values), len(self.keys) - 1)
        return np.where(self.keys[at] == values, self.places[at], 0)


TAG_TABLE, DEP_TABLE, WORD_TABLE = Table(T), Table(D), Table(W)
KIND_TABLE = Table({label: KINDS.index(kind) for label, kind in ENTITIES.items()})


def read_tokens(docs: Sequence[Doc]) -> Tokens:
    """Everything that the model needs of the Docs, read once."""
    tables = [doc.to_array([LOWER, TAG, DEP, ENT_TYPE, HEAD]) for doc in docs]
    sizes = [len(table) for table in tables]
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    values = np.concatenate(tables) if tables else np.zeros((0, 5), dtype=np.uint64)
    columns = np.ascontiguousarray(values.T)
    return Tokens(
        word=columns[0],
        known=WORD_TABLE(columns[0]),
        tag=TAG_TABLE(columns[1]),
        dep=DEP_TABLE(columns[2]),
        kind=KIND_TABLE(columns[3]),
        head=np.arange(len(values)) + columns[4].astype(np.int64),
        first=tuple(starts[:-1].tolist()),
    )


def cut(places: Iterable[tuple[int, int]]) -> Stretches:
    """The tokens [i, j) of each stretch."""
    bounds = np.asarray(list(places), dtype=np.int64).reshape(-1, 2)
    length = bounds[:, 1] - bounds[:, 0]
    owner = np.repeat(np.arange(len(bounds)), length)
    before = np.cumsum(length) - length
    at = np.arange(len(owner)) - before[owner] + bounds[owner, 0]
    return Stretches(len(bounds), at, owner, length)


def classes(tokens: Tokens, cuts: Stretches) -> tuple[Ints, Ints]:
    """Each token's class by part of speech, and by its part in the sentence (-1: none)."""
    return CLASS_OF_TAG[tokens.tag[cuts.at]], CLASS_OF_DEP[tokens.dep[cuts.at]]


def signs(tokens: Tokens, cuts: Stretches) -> NDArray[np.int8]:
    """A row for each stretch, with 1 where a sign of `SIGNS` is there; of further tags of one kind, up to 3."""
    at, owner, n = cuts.at, cuts.owner, cuts.count
    tags = np.bincount(owner * len(TAGS) + tokens.tag[at], minlength=n * len(TAGS)).reshape(n, -1)
    kinds = np.bincount(owner * len(KINDS) + tokens.kind[at], minlength=n * len(KINDS)).reshape(n, -1)
    words = np.bincount(owner * len(WORDS) + tokens.known[at], minlength=n * len(WORDS)).reshape(n, -1)
    helpers, pairs = around_root(tokens, cuts)
    lengths = cuts.length[:, None] > np.asarray(LENGTHS)
    parts = (np.minimum(tags, 1), np.clip(tags - 1, 0, 3), kinds > 0, words > 0, helpers, pairs, lengths)
    return np.concatenate([part.astype(np.int8) for part in parts], axis=1)


def around_root(tokens: Tokens, cuts: Stretches) -> tuple[Flags, Flags]:
    """The helping words of each stretch's main verb, and its subject and form as one of the pairs."""
    at, owner, n = cuts.at, cuts.owner, cuts.count
    ends = np.cumsum(cuts.length)
    low, high = at[np.minimum(ends - cuts.length, len(at) - 1)], at[ends - 1] + 1
    head = tokens.head[at]
    outside = (head < low[owner]) | (head >= high[owner]) | (head == at)
    root = np.full(n, -1, dtype=np.int64)
    found = np.flatnonzero(outside)[::-1]  # the first of several is written last, and stays
    root[owner[found]] = at[found]
    below = head == root[owner]
    dep, known = tokens.dep[at], tokens.known[at]
    helping = below & HELPS[dep]
    helpers = np.bincount(owner[helping] * len(WORDS) + known[helping], minlength=n * len(WORDS)).reshape(n, -1) > 0
    subject = np.zeros(n, dtype=np.int64)
    about = np.flatnonzero(below & IS_SUBJECT[dep])[::-1]
    by_word = SUBJECT_OF_WORD[known[about]]
    subject[owner[about]] = np.where(by_word >= 0, by_word, SUBJECT_OF_TAG[tokens.tag[at[about]]])
    pairs = np.zeros((n, len(SUBJECTS) * len(VERBS)), dtype=np.bool_)
    pairs[np.arange(n), subject * len(VERBS) + VERB_OF_TAG[tokens.tag[root]]] = True
    return helpers, pairs
