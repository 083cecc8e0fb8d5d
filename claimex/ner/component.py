"""The recogniser as a component of a spaCy pipeline: `nlp.add_pipe("claimex_ner")` sets `doc.ents`.

All Docs of a batch go through the network together; that each comes out as it would alone is tested. White space is not seen.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc, Span

from claimex.ner.decode import decode
from claimex.ner.labels import LABELS
from claimex.ner.weights import default_path, load_network
from claimex.ner.words import Words
from claimex.portions import portions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.vocab import Vocab

    from claimex.ner.network import Network

__all__ = ["NAME", "Recogniser", "make_recogniser"]

NAME = "claimex_ner"
MANY = 20_000  # words that go through the network together; more would only need more memory


class Recogniser:
    """Sets the entities of Docs; holds the network and the vectors of words, and nothing of any Doc."""

    def __init__(self, vocab: Vocab, network: Network, digest: str) -> None:
        self.vocab, self.network, self.digest = vocab, network, digest
        self.words = Words(network, vocab)
        self.labels = [vocab.strings.add(label) for label in LABELS]

    def __call__(self, doc: Doc) -> Doc:
        self.annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Each Doc of a stream, in order, with its entities."""
        rest = iter(stream)
        while docs := list(islice(rest, batch_size)):
            for few in portions(docs, MANY):
                self.annotate(few)
            yield from docs

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Set the entities of a few Docs."""
        orths = [doc.to_array([ORTH]).reshape(-1) for doc in docs]
        sizes = np.array([len(orth) for orth in orths], dtype=np.intp)
        numbers, vectors, blank = self.words(np.concatenate(orths))
        seen = np.flatnonzero(~blank[numbers])
        whose = np.repeat(np.arange(len(docs)), sizes)[seen]
        # A gap before each Doc and after the last: a word's place among all is its rank plus its Doc's number plus one.
        places = np.arange(len(seen)) + whose + 1
        run = np.zeros(len(seen) + len(docs) + 1, dtype=np.intp)
        run[places] = numbers[seen]
        gaps = np.setdiff1d(np.arange(len(run)), places, assume_unique=True)
        found = decode(self.network(vectors[run], gaps)) if len(seen) else []
        rank = np.zeros(len(run), dtype=np.intp)
        rank[places] = np.arange(len(seen))
        token = seen - (np.cumsum(sizes) - sizes)[whose]
        spans: list[list[Span]] = [[] for _ in docs]
        for start, end, label in found:
            k = int(whose[rank[start]])
            spans[k].append(Span(docs[k], int(token[rank[start]]), int(token[rank[end - 1]]) + 1, label=self.labels[label]))
        for doc, ents in zip(docs, spans, strict=True):
            doc.set_ents(ents)


@Language.factory(NAME, assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_recogniser(nlp: Language, name: str) -> Recogniser:
    """The component, with the weights that come with claimex. Raises MissingModel if they are missing, cut short or altered."""
    del name
    network, digest = load_network(default_path())
    return Recogniser(nlp.vocab, network, digest)
