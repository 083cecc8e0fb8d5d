"""A verb of change in; the levels before and after that it names in words and not in figures, out.

As in `raised the alert from "moderate" to "severe"`, "cut the rating from AA to BB-plus".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.spans import trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Slot

__all__ = ["in_words"]

LEVEL_TAGS = frozenset({"JJ", "NN", "NNS", "NNP", "RB", "``", "''", "HYPH", "SYM", "VBN"})
MAX_LEVEL = 6  # tokens of one level, its quotation marks included


def in_words(head: Token, slots: dict[str, Slot]) -> dict[str, Slot]:
    """With "from" and "to" where both stand behind the verb, in words, and no figure was read for either."""
    if "from" in slots or "to" in slots or head.tag_[0] != "V":
        return slots
    doc = head.doc
    start = next((child.i for child in head.rights if child.dep_ == "prep" and child.lower_ == "from"), None)
    if start is None:
        return slots
    middle = level_end(doc, start + 1)
    if middle is None or doc[middle].lower_ != "to":
        return slots
    end = level_end(doc, middle + 1)
    if end is None:
        return slots
    return {**slots, "from": Phrase(trimmed(doc, start + 1, middle)), "to": Phrase(trimmed(doc, middle + 1, end))}


def level_end(doc: Doc, i: int) -> int | None:
    """Where the words of a level end that begins at token `i`; None if none does."""
    j = i
    while j < len(doc) and j - i < MAX_LEVEL and doc[j].tag_ in LEVEL_TAGS and doc[j].ent_type_ not in {"GPE", "DATE", "PERSON"}:
        j += 1
    return j if i < j < len(doc) and doc[i].tag_ not in {"RB", "HYPH"} else None
