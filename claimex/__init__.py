"""claimex reads English news and writes down, with offsets, dates and reasons, what in it can be checked.

The names below are the whole public interface. spaCy is imported with the first of them that needs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.errors import ClaimexError
from claimex.read.article import Article

if TYPE_CHECKING:
    from claimex.pipeline import Extractor, extract
    from claimex.records import ArticleRecord, Failure

__all__ = ["Article", "ArticleRecord", "ClaimexError", "Extractor", "Failure", "__version__", "extract"]

__version__ = "0.1.0"

LAZY = {
    "Extractor": "claimex.pipeline",
    "extract": "claimex.pipeline",
    "ArticleRecord": "claimex.records",
    "Failure": "claimex.records",
}


def __getattr__(name: str) -> object:
    """Import what needs spaCy or pydantic only when it is asked for: help and errors stay instant."""
    if name not in LAZY:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415  # only on the lazy path

    return getattr(import_module(LAZY[name]), name)
