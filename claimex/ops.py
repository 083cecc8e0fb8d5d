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

    Matrix = NDArray[np.float32]

__all__ = ["FAST", "STOCK", "one_thread", "use_fast_ops"]

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
