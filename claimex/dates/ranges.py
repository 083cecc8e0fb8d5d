"""The expressions of a text in; which of them ends a range that another one begins ("from 1999 to 2004", "1999-2004"), out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.dates.around import word_before
from claimex.dates.meaning import Fixed, Open, Part, Toward

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimex.dates.grammar import Found
    from claimex.spans import Extent

__all__ = ["range_ends"]

JOINS = re.compile(r"\s?[-–—]\s?|\s{1,2}(?:to|through|until|till)\s{1,2}(?:the\s)?", re.IGNORECASE)
AND = re.compile(r"\s{1,2}and\s{1,2}(?:the\s)?", re.IGNORECASE)
MAX_JOIN = 14  # characters between the two dates
ENDS = (Fixed, Open, Part, Toward)


def range_ends(doc: Doc, text: str, placed: list[tuple[Found, Extent]]) -> dict[int, int]:
    """Number of the first date of a range -> number of its last one."""
    out = {}
    for k in range(len(placed) - 1):
        (first, at), (last, _) = placed[k], placed[k + 1]
        if last.start - first.end > MAX_JOIN or not isinstance(first.meaning, ENDS) or not isinstance(last.meaning, ENDS):
            continue
        between = AND.fullmatch(text, first.end, last.start) and word_before(doc, at) == "between"
        if between or JOINS.fullmatch(text, first.end, last.start):
            out[k] = k + 1
    return out
