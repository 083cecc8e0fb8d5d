"""An office's words in; its title, its organisation and its status, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.names.office import ORG_LABELS, Office, Status, Taken, status_of_word
from claimex.spans import Extent, extent

if TYPE_CHECKING:
    from claimex.names.words import Words

__all__ = ["description"]


def description(words: Words, office: Office, taken: Taken) -> tuple[Extent, Extent | None, Status]:
    """Of an office: its title without status and organisation, the organisation, and its status."""
    status: Status = "current"
    start = office.i
    for k in range(office.i, min(office.head + 3, office.j)):
        said = status_of_word(words, k)
        if said is not None and status == "current":
            status = said
        if k < office.head and (said is not None or words.tags[k] == "HYPH") and k <= start and k not in taken:
            start = k + 1
    before = [k for k in range(start, office.head) if taken.get(k) in ORG_LABELS]
    after = [k for k in range(office.head + 1, office.j) if taken.get(k) in ORG_LABELS and not is_field(words, k, taken)]
    org = None
    if after:
        org = extent(words.doc, *stretch(after))
    elif before:
        org = extent(words.doc, *stretch(before))
    if before:
        start = max(before) + 1
    start = max([start, *(k + 1 for k in range(office.i, office.head) if words.tags[k] == "POS")])
    while (
        start < office.head
        and (words.tags[start] in {"POS", "HYPH", "DT", "VBN"} or status_of_word(words, start))
        and start not in taken
    ):
        start += 1
    end = office.head + 1 if after else office.j
    return extent(words.doc, min(start, office.head), end), org, status


def is_field(words: Words, k: int, taken: Taken) -> bool:
    """Whether token `k` is the field of an office, not its organisation: "Secretary of State"."""
    alone = taken.get(k - 1) is None and taken.get(k + 1) is None
    return alone and words.lower[k] in words.lexicon.words["title_parts"]


def stretch(tokens: list[int]) -> tuple[int, int]:
    """The last unbroken run of tokens."""
    i = tokens[-1]
    while i - 1 in tokens:
        i -= 1
    return i, tokens[-1] + 1
