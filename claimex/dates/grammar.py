"""A text in; the expressions of time that the rules find in it, with what they mean, out. Knows nothing of the article's date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from claimex.dates.heads import begins_with, heads
from claimex.dates.meaning import Fixed, Open, Pair, Part, Toward
from claimex.dates.rules import amounts, calendar, clock, lists, moved, nth, often, parts, references, relative
from claimex.dates.rules.rule import Rule, Said
from claimex.dates.vocabulary import LEADS, REFERENCES, WORDS, hearts, with_marked_breaks

if TYPE_CHECKING:
    from claimex.dates.meaning import Meaning

__all__ = ["RULES", "Found", "find"]

RULES: tuple[Rule, ...] = (
    *parts.RULES, *nth.RULES, *calendar.RULES, *lists.RULES, *relative.RULES, *moved.RULES, *clock.RULES, *often.RULES,
    *amounts.RULES, *references.RULES,
)  # fmt: skip
STARTS = tuple(rule for rule in RULES if not rule.follows)
SUFFIXES = tuple(rule for rule in RULES if rule.follows)
WORD = re.compile(r"[A-Za-z]+|\d+")
HEARTS = hearts()
OPENERS = (
    LEADS
    | set(WORDS["numbers"])
    | set(WORDS["scales"])
    | set(WORDS["ordinals"])
    | {"nineteen", "eighteen", "latter"}
    | {phrase.split()[0] for phrase in (*REFERENCES, *WORDS["holidays"])}
)
REACH = 48  # characters from an opening word to the heart of its expression: "the first three and a half months of"
MAX_DEPTH = 3  # an expression inside another, at most: "early in the morning of 3 May"
MAX_SUFFIXES = 2
MAX_LINKED = 3  # dates with hyphens between them, at most: "Monday-Wednesday-Friday"
DASHES = frozenset("-–—/")


@dataclass(frozen=True, slots=True)
class Found:
    """One expression: where it stands, the rule that read it, and what it means."""

    start: int
    end: int
    rule: str
    meaning: Meaning


def find(text: str) -> list[Found]:
    """All expressions of time of a text, the longest at each place, from left to right, without overlaps."""
    text = with_marked_breaks(text)
    reader = Reader(text)
    found: list[Found] = []
    end = 0
    for start in places(text):
        if start < end:
            continue
        best = reader.read(start, 0)
        for _ in range(MAX_LINKED):
            if best is None:
                break
            found.extend(ends_of(unbracketed(text, best)))
            end = best.end
            best = reader.range_end(best)
    return found


def unbracketed(text: str, found: Found) -> Found:
    """With the bracket that opens before it, where it holds the one that closes: "[Ten] years ago"."""
    opens = found.start > 0 and text[found.start - 1] == "[" and "]" in text[found.start : found.end]
    return replace(found, start=found.start - 1) if opens else found


def ends_of(found: Found) -> tuple[Found, ...]:
    """The two dates of a range whose ends stand for themselves ("1995-1996"), as one in words has two; else the one found."""
    meaning = found.meaning
    if not isinstance(meaning, Pair) or meaning.cut is None:
        return (found,)
    stop, go = meaning.cut
    return Found(found.start, stop, found.rule, meaning.first), Found(go, found.end, found.rule, meaning.last)


def places(text: str) -> list[int]:
    """Where an expression could begin: at a heart word or a number, or at an opening word that has one within reach."""
    out: list[int] = []
    openers: list[int] = []
    for match in WORD.finditer(text):
        start = match.start()
        word = match.group()
        if word[0].isdigit() or word.lower() in HEARTS:
            out.extend(k for k in openers if k >= start - REACH)
            openers.clear()
            if begins(text, start, figures=word[0].isdigit()):
                out.append(start - 1 if start and text[start - 1] in "'’" and word[0].isdigit() else start)
        elif word.lower() in OPENERS and begins(text, start, figures=False):
            openers.append(start)
    return out


def begins(text: str, start: int, *, figures: bool) -> bool:
    """Whether a word stands free on its left: no part of a longer word, a price, a decimal, a score or an address."""
    if start == 0:
        return True
    before = text[start - 1]
    if figures:
        return before not in "$£€¥#@.,:/_-–+" and not before.isalnum()
    return before not in "_@/#&-" and not before.isalnum() and not (before in "'’" and start > 1 and text[start - 2].isalnum())


class Reader:
    """Reads expressions at places of one text; each place is read once at each depth."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.seen: dict[tuple[int, int], Found | None] = {}

    def read(self, start: int, depth: int) -> Found | None:
        """The longest expression that begins at `start`."""
        key = (start, depth)
        if key not in self.seen:
            self.seen[key] = self.longest(start, depth)
        return self.seen[key]

    def range_end(self, found: Found) -> Found | None:
        """The other end of a range with a hyphen: "April 30" in "March 19-April 30", "Friday" in "Monday-Friday"."""
        kind = kind_of(found.meaning)
        if kind is None or self.text[found.end : found.end + 1] not in DASHES:
            return None
        behind = self.read(found.end + 1, 0)
        return behind if behind is not None and kind_of(behind.meaning) == kind else None

    def longest(self, start: int, depth: int) -> Found | None:
        best: Found | None = None
        for rule, match in matching(starting(begins_with(self.text, start)), self.text, start):
            found = self.made(rule, match, start, depth, None)
            if found is not None and (best is None or found.end > best.end):
                best = found
        for _ in range(MAX_SUFFIXES):
            longer = self.extended(best, depth) if best is not None else None
            if longer is None:
                break
            best = longer
        return best

    def extended(self, found: Found, depth: int) -> Found | None:
        best: Found | None = None
        for rule, match in matching(suffixes(), self.text, found.end):
            longer = self.made(rule, match, found.start, depth, found.meaning)
            if longer is not None and (best is None or longer.end > best.end):
                best = longer
        return best

    def made(self, rule: Rule, match: re.Match[str], start: int, depth: int, before: Meaning | None) -> Found | None:
        """What a rule's match means, with the expression inside or before it."""
        end, inner = match.end(), None
        if rule.nests:
            nested = self.read(end, depth + 1) if depth < MAX_DEPTH else None
            if nested is None:
                return None
            end, inner = nested.end, nested.meaning
        meaning = rule.make(Said(match, inner, before))
        return None if meaning is None else Found(start, end, rule.name, meaning)


def kind_of(meaning: Meaning) -> str | None:
    """What a date of the calendar names: a day, a weekday, a month or a season; None for all else."""
    while isinstance(meaning, Part | Toward):
        meaning = meaning.of if isinstance(meaning, Part) else meaning.inner
    if isinstance(meaning, Fixed):
        return meaning.period.grain if meaning.period.grain in {"day", "month", "season"} else None
    if not isinstance(meaning, Open) or meaning.holiday is not None:
        return None
    if meaning.day is not None:
        return "day"
    return next((kind for kind in ("weekday", "month", "season") if getattr(meaning, kind) is not None), None)


Compiled = tuple[Rule, "re.Pattern[str]"]


@cache
def starting(beginning: str) -> tuple[Compiled, ...]:
    """The rules that a text which begins so can match, compiled."""
    return tuple((rule, rule.regex) for rule in STARTS if beginning in heads(rule.bare))


@cache
def suffixes() -> tuple[Compiled, ...]:
    return tuple((rule, rule.regex) for rule in SUFFIXES)


def matching(rules: tuple[Compiled, ...], text: str, at: int) -> list[tuple[Rule, re.Match[str]]]:
    """The rules whose patterns match there."""
    return [(rule, match) for rule, regex in rules if (match := regex.match(text, at)) is not None]
