"""Named persons in; "they" of one person out, in an article that says that a person is spoken of so.

"Ann Lee, who uses they/them pronouns" or "the non-binary singer Ann Lee" says it. Without such words "they" is never one person
here, and with them only where no other subject, or group, stands between.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from claimex.names.entity import Mention
from claimex.spans import extent

if TYPE_CHECKING:
    from claimex.names.pairs import Place
    from claimex.names.words import Words

__all__ = ["find_they"]

SAID = re.compile(r"\bthey/them\b|\bnon-?binary\b|\bgender-?fluid\b|\bgenderqueer\b", re.IGNORECASE)
THEY = frozenset({"they", "them", "their", "theirs", "themself", "themselves"})
PLURAL = frozenset({"NNS", "NNPS"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BACK = 2  # sentences


def find_they(words: Words, places: list[Place]) -> dict[str, list[Mention]]:
    """The pronouns of the one person who is said to be spoken of as "they"; `places`: where persons are mentioned."""
    match = SAID.search(words.source)
    if match is None:
        return {}
    sents = [sent.start for sent in words.doc.sents]
    persons = sorted(place for place in places if place.label == "PERSON")
    whom = {who for match in SAID.finditer(words.source) if (who := said_of(words, persons, sents, match.start())) is not None}
    if len(whom) != 1:
        return {}
    who = whom.pop()
    found: list[Mention] = []
    last = -1  # the last place where the person is mentioned
    ahead = [place for place in persons if place.entity == who]
    for k, lower in enumerate(words.lower):
        while ahead and ahead[0].i <= k:
            last = ahead.pop(0).j
        here = bisect_right(sents, k) - 1
        if lower not in THEY or last < sents[max(0, here - BACK)] or "/" in words.text[max(0, k - 1) : k + 2]:
            continue
        if is_clear(words, persons, who, (last, k)):
            found.append(Mention(extent(words.doc, k, k + 1), "pronoun"))
            last = k + 1
    return {who: found} if found else {}


def said_of(words: Words, persons: list[Place], sents: list[int], at: int) -> str | None:
    """The one person named in the sentence that says it."""
    k = bisect_right(words.starts, at) - 1
    here = bisect_right(sents, k) - 1
    end = sents[here + 1] if here + 1 < len(sents) else len(words.text)
    whom = {place.entity for place in persons if sents[here] <= place.i < end}
    return whom.pop() if len(whom) == 1 else None


def is_clear(words: Words, persons: list[Place], who: str, between: tuple[int, int]) -> bool:
    """Whether neither another person nor a group stands between the person and the pronoun."""
    low, high = between
    starts = [place.i for place in persons]
    if any(place.entity != who for place in persons[bisect_left(starts, low) : bisect_left(starts, high)]):
        return False
    return not any(words.tags[k] in PLURAL and words.doc[k].dep_ in SUBJECTS for k in range(low, high))
