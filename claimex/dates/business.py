"""A quarter, a half or a year of a report in; whether it is a business's, and not a ball game's, out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.dates.around import WORDS, follows, text_around, word_before, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimex.dates.grammar import Found
    from claimex.spans import Extent

__all__ = ["about", "half", "part", "quarter", "told_quarter"]

GAME = re.compile(r"\b(?:" + "|".join(sorted(WORDS["game"])) + r")\b", re.IGNORECASE)
BUSINESS = re.compile(r"\s{1,3}(?:" + "|".join(sorted(WORDS["business"])) + r")\b", re.IGNORECASE)
MONEY = re.compile(
    r"[$£€¥]|%|\b(?:percent|per cent|million|billion|shares|stock|prices|economy|" + "|".join(sorted(WORDS["business"])) + r")\b",
    re.IGNORECASE,
)
NO_QUARTER = re.compile(r"[ -](?:century|final|mile|pole|back|finals)\b|back", re.IGNORECASE)
OF_MONEY = re.compile(r"\s{1,3}of\s{1,3}[$£€]")  # "its best price for the year of $19"
OF = re.compile(r"\s{1,3}of\b", re.IGNORECASE)
WINDOW = 200  # characters around a quarter that could be a ball game's


def quarter(doc: Doc, found: Found, at: Extent) -> bool:
    """A business quarter, not one of a ball game or a final's."""
    del found
    if follows(doc, at, NO_QUARTER):
        return False
    if re.search(r"\d{4}|year", words_of(doc, at)):
        return True
    text, start = text_around(doc, at, WINDOW)
    return GAME.search(text, max(at.start - start - WINDOW, 0), at.end - start + WINDOW) is None


def half(doc: Doc, found: Found, at: Extent) -> bool:
    """For "first-half profit", "sales fell in the second half"; a half of nothing said is a game's."""
    del found
    led = word_before(doc, at) in WORDS["about_before"]
    return follows(doc, at, BUSINESS) or (led and tells_money(doc, at) and not follows(doc, at, OF))


def told_quarter(doc: Doc, found: Found, at: Extent) -> bool:
    """For "the final quarter": only where money is told of, and no game."""
    if not quarter(doc, found, at):
        return False
    return bool(re.search(r"\d{4}|year", words_of(doc, at))) or tells_money(doc, at)


def tells_money(doc: Doc, at: Extent) -> bool:
    text, _ = text_around(doc, at)
    return MONEY.search(text) is not None and GAME.search(text) is None


def about(doc: Doc, found: Found, at: Extent) -> bool:
    """For "for the year", in a report on business and at the end of its phrase: not "for the year that he was away"."""
    del found
    after = doc[at.j] if at.j < len(doc) else None
    if word_before(doc, at) not in WORDS["about_before"]:
        return False
    if (
        after is not None
        and not follows(doc, at, OF_MONEY)
        and not (after.is_punct or after.tag_ in {"VBD", "VBZ", "VBN", "CC", "TO"} or after.lower_ in {"from", "as"})
    ):
        return False
    return tells_money(doc, at)


def part(doc: Doc, found: Found, at: Extent) -> bool:
    """The end of a business quarter, not of a ball game's."""
    words = words_of(doc, at)
    if "quarter" in words:
        return quarter(doc, found, at)
    if words in {"late night", "late-night"} and at.j < len(doc) and doc[at.j].tag_ in {"NN", "NNS"}:  # a kind of thing
        return False
    return not words.endswith("half") or half(doc, found, at)
