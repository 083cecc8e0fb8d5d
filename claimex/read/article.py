"""One article as read, before anything is understood of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = ["Article", "Skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article.

    `text` is kept exactly as given; every offset of the record counts its code points. `published` is what the
    metadata says: "2022-02-08", "2022-02", "2022", a longer date in English or ISO form, or a `date`. `source` and
    `line` say where it was read; `meta` is passed through to the record unchanged.
    """

    text: str
    id: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | date | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    source: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something met on the way that is no article and was passed over: a hidden file, an image's record in an archive.

    It stands in the stream of articles where it was met, so that everything read can be counted. `reason` is a word for
    programs: hidden, suffix, link, special, record, type, status.
    """

    source: str
    reason: str
    line: int | None = None
