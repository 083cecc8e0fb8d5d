"""How inputs are to be read: one small value that goes from the command line to every reader. Imports nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["MAX_BYTES", "Format", "Keys", "ReadOptions"]

Format = Literal["text", "jsonl", "json", "csv", "tsv", "parquet", "html", "feed", "warc"]
MAX_BYTES = 20_000_000  # bytes of one article, unpacked; a novel has one million


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The names under which JSONL, JSON, CSV and Parquet inputs hold what an article has; all others pass as `meta`."""

    text: str = "text"
    id: str = "id"
    title: str = "title"
    url: str = "url"
    published: str = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """`format` None: the suffix decides. `encoding` None: strict UTF-8; HTML and XML as they declare it.

    `max_bytes` caps what is read, unpacked, for one article; `any_language` lets articles through that are not English.
    """

    format: Format | None = None
    encoding: str | None = None
    keys: Keys = field(default_factory=Keys)
    max_bytes: int = MAX_BYTES
    any_language: bool = False
