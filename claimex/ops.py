"""How the pipeline's networks multiply matrices: numpy's own BLAS, on one thread, in place of thinc's.

thinc multiplies with blis, at about a third of the speed of the OpenBLAS that numpy's wheels bring. The tags, trees and
entities are the same; tests hold them to the stock pipeline's. More threads gain nothing on matrices of this size and
burn CPU that other processes could use.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    Matrix = NDArray[np.float32]

__all__ = ["FAST", "STOCK", "embed_once", "one_thread", "use_fast_ops"]

FAST: Literal["fast"] = "fast"
STOCK: Literal["stock"] = "stock"


class DotOps(NumpyOps):  # type: ignore[misc]  # a Cython class, which has no types
    """thinc's operations for numpy arrays, with the matrix product from numpy; the signature is thinc's."""

    def gemm(self, x: Matrix, y: Matrix, out: Matrix | None = None, trans1: bool = False, trans2: bool = False) -> Matrix:  # noqa: FBT001, FBT002
        left, right = x.T if trans1 else x, y.T if trans2 else y
        product: Matrix = np.dot(left, right) if out is None else np.dot(left, right, out=out)
        return product


def use_fast_ops(nlp: Language) -> None:
    """Let every network of the pipeline multiply with numpy; nothing outside this pipeline changes."""
    ops = DotOps()
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                node.ops = ops


@cache
def blas() -> ThreadpoolController:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[object]:
    """While it is open, BLAS uses one thread; afterwards, what it used before."""
    limits: AbstractContextManager[object] = blas().limit(limits=1, user_api="blas")
    return limits


def embed_once(nlp: Language) -> None:
    """Let the network that tagger and parser share embed each distinct word of a batch once, not at each of its places.

    Two words in three of a few paragraphs stand there more than once. A pipeline of another build is left as it is.
    """
    tok2vec = dict(nlp.pipeline).get("tok2vec")
    model: Any = getattr(tok2vec, "model", None)
    embed = model.layers[0] if isinstance(model, Model) and model.layers else None
    if embed is not None and [layer.name.partition("(")[0] for layer in embed.layers] == EMBEDDING:
        model.layers[0] = Model("embed_once", embed_rows, layers=list(embed.layers), dims={"nO": embed.get_dim("nO")})


EMBEDDING = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]  # spaCy's MultiHashEmbed
ODD = np.uint64(0x9E3779B97F4A7C15)  # its powers (2^64 / golden ratio) mix a row of hash values into one


def embed_rows(model: Any, docs: list[Doc], is_train: bool) -> tuple[list[Matrix], None]:  # noqa: ANN401, FBT001  # thinc's signature
    """The vectors of each Doc's words; `model` holds the layers of spaCy's MultiHashEmbed. For prediction only."""
    del is_train
    extract, _, embed, mix, _ = model.layers
    features = extract.predict(docs)
    rows = np.concatenate(features)
    mixed = rows[:, 0].copy()
    for column in range(1, rows.shape[1]):
        mixed *= ODD
        mixed ^= rows[:, column]
    _, places, words = np.unique(mixed, return_index=True, return_inverse=True)
    vectors = mix.layers[0].predict(embed.layers[0].predict(rows[places]))
    return np.split(vectors[words], np.cumsum([len(part) for part in features])[:-1]), None
