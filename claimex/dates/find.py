"""The dates layer's way in: the publication date, then every temporal expression resolved against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.dates.timex import Dates, Publication

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

__all__ = ["find_dates"]


def find_dates(doc: Doc, *, given: str | date | None = None, metadata: str | date | None = None) -> Dates:
    """The publication date and all temporal expressions of `doc`.

    `given` is the user's word (`--published`) and wins; `metadata` is the article's. Raises BadDate if one of them names no
    day, month or year.
    """
    del doc, given, metadata
    return Dates((), Publication(None, None, "unknown", None))
