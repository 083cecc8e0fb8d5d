"""A text in; its quotations out: the stretches between quotation marks, over paragraphs, whatever the marks.

One pass over the marks and the paragraph ends, so a text of nothing but marks costs no more than any other. A mark that
fits nowhere is passed over; a quotation that is never closed ends with its paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Quotation", "begins_sentence", "find_quotations", "goes_on", "is_utterance"]

# A single mark opens before a word and after none; it closes after a word or a stop and before none ("the workers' vote"
# looks the same, so a single quotation must also have been opened).
MARK = re.compile(
    r"""[“”„‟«»"]|``|''|(?<![\w.,!?)])['‘‚](?=[\w“"….$£€\[(])(?!\d0s\b|\d\ds\b|(?:tis|twas|em|cause|til)\b)|(?<=[\w.,!?…)%\]—–-])['’](?!\w)""",
    re.IGNORECASE,
)
CLOSERS = {
    "“": '”“"',
    "„": "“”‟",
    "‟": "”",
    "«": "»",
    "»": "«",
    '"': '"”',
    "``": "''",
    "''": "''",
    "'": "'’",
    "‘": "’'",
    "‚": "‘’",
    "”": "”",
}
OPENS_ONLY = frozenset("“„«‘‚") | {"``"}
DOUBLE = frozenset('“”„‟«»"') | {"``", "''"}
SPACE_BEFORE = re.compile(r"[\s(\[{—–/-]")
STOP = re.compile(r"[.?!…]$")
MID_STOP = re.compile(r"[.?!] [A-Z]")
TERMINAL = re.compile(r"[,?!…—–-]$")
MIN_SPACES = 4  # of words that are an utterance without a stop at their end
MAX_SINGLE = 400  # characters in single marks; a longer stretch is two apostrophes


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation, marks included in [start, end); `parts` the words inside the marks, one for each paragraph."""

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    single: bool = False


class Scanner:
    """Reads marks in order; holds the quotation that is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quotation] = []
        self.mark = ""
        self.start = 0
        self.parts: list[tuple[int, int]] = []
        self.inside = 0  # where the words of the open paragraph begin

    def open(self, start: int, end: int, mark: str) -> None:
        self.mark, self.start, self.inside, self.parts = mark, start, end, []

    def close(self, inner: int, outer: int) -> None:
        part = self.stripped(self.inside, inner)
        parts = [*self.parts, part] if part else self.parts
        if parts:
            self.found.append(Quotation(self.start, outer, tuple(parts), self.mark not in DOUBLE))
        self.mark = ""

    def stripped(self, start: int, end: int) -> tuple[int, int] | None:
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return (start, end) if any(map(str.isalnum, self.text[start:end])) else None

    def see(self, start: int, end: int) -> None:
        """One mark at [start, end)."""
        mark = self.text[start:end]
        if not self.mark:
            if self.may_open(mark, start, end):
                self.open(start, end, mark)
            return
        if self.mark not in DOUBLE and end - self.start > MAX_SINGLE:
            self.mark = ""
            self.see(start, end)
        elif mark in CLOSERS[self.mark] and not (mark in '"“' and self.looks_open(start, end)):
            self.close(start, end)
        elif mark in DOUBLE and (self.mark not in DOUBLE or (mark == self.mark and mark in OPENS_ONLY | {'"'})):
            if self.mark in DOUBLE:  # opened again: the first was never closed
                self.close(start, start)
            self.open(start, end, mark)

    def may_open(self, mark: str, start: int, end: int) -> bool:
        if end >= len(self.text) or self.text[end].isspace():
            return False
        if mark in OPENS_ONLY:
            return True
        return mark in "\"'”‟»''" and (start == 0 or SPACE_BEFORE.match(self.text[start - 1]) is not None)

    def looks_open(self, start: int, end: int) -> bool:
        """Whether a straight mark stands like an opening one: space before it, none after."""
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        return before.isspace() and after.isalnum()

    def paragraph(self, at: int) -> None:
        """A new paragraph begins at `at`: what is open goes on only if it begins with a mark that opens."""
        if not self.mark:
            return
        part = self.stripped(self.inside, at)
        following = self.text[at : at + 2]
        if self.mark in DOUBLE and part and (following[:1] == self.mark or following == self.mark) and self.mark != "”":
            self.parts.append(part)
            self.inside = at + len(self.mark)
        else:
            self.close(at, part[1] if part else at)


def find_quotations(text: str, paragraphs: Iterable[int]) -> list[Quotation]:
    """Every outermost quotation, in order; `paragraphs` are the offsets at which a new paragraph begins, in order."""
    scanner = Scanner(text)
    breaks = [*paragraphs, len(text)]
    k, skip = 0, -1
    for match in MARK.finditer(text):
        while breaks[k] <= match.start():
            scanner.paragraph(breaks[k])
            skip = breaks[k] if scanner.mark else skip  # the mark that carries it on is no mark of its own
            k += 1
        if match.start() != skip:
            scanner.see(match.start(), match.end())
    for at in breaks[k:]:
        scanner.paragraph(at)
    if scanner.mark:
        scanner.close(len(text), len(text))
    return scanner.found


def is_utterance(text: str, quotation: Quotation) -> bool:
    """Whether it is more than a word or two in marks: it ends like a sentence, or has a verb."""
    start, end = quotation.parts[0]
    words = text[start:end]
    return len(quotation.parts) > 1 or bool(STOP.search(words) or TERMINAL.search(words)) or words.count(" ") >= MIN_SPACES


def goes_on(text: str, quotation: Quotation) -> bool:
    """Whether a quotation begins a sentence and is an utterance by itself."""
    if not begins_sentence(text, quotation.start):
        return False
    whole = text[quotation.parts[0][0] : quotation.parts[-1][1]]
    return len(quotation.parts) > 1 or bool(STOP.search(whole) or TERMINAL.search(whole) or MID_STOP.search(whole))


def begins_sentence(text: str, start: int) -> bool:
    """Whether what begins at `start` begins a sentence: a stop, a closing mark or a line's end stands before it."""
    before = text[max(0, start - 4) : start].rstrip()
    return not before or before[-1] in ".?!”\"’)'" or "\n" in text[max(0, start - 2) : start]
