"""A text in; the turns of an interview or a transcript in it out: who is named at the start of a line, and what stands below.

`((Ann Lee))  It rained.`, `Q: Did it rain?`, `LEE: It did.`, `Ann Lee — It did.`, and a name alone on its line. Needs no
model. Only what is plainly a transcript is one: labels come back, and they speak ("I", "you", a question). Lists, captions
and scores do not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from claimex.lists import lines

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Turn", "label_breaks", "turns"]

WORD = r"[^\W\d_a-zªº][\w.'’&-]{0,30}"
# A line's start as a label: in double brackets; a name or Q with a colon or dash; Q with a full stop; a name alone on its line.
LABEL = re.compile(
    r"\n[^\S\n]{0,8}(?:"
    r"\(\((?P<bracket>[^()\n]{1,40})\)\)[^\S\n]{0,3}:?"
    r"|(?P<letter>[QA])\.(?=[^\S\n])"
    rf"|(?:\*\*|__)?(?P<name>{WORD}(?: {WORD}){{0,4}})"
    r"(?:(?P<colon>(?:\*\*|__)?:(?:\*\*|__)?(?=\s))|(?P<dash>[^\S\n][—–](?=\s))|(?P<alone>(?=[^\S\n]{0,8}\n)))"
    r")[^\S\n]*"
)
SPEAKS = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Ww]e|[Ww]e['’](?:re|ve|ll)|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our|[Mm]e|us)\b|\?")
FIRST = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us)\b")
ASKING = frozenset({"q", "question", "interviewer", "host", "moderator", "reporter", "wn", "wikinews", "journalist", "editor"})
ANSWERING = frozenset({"a", "answer"})
LEAST = 3  # labels of a transcript without double brackets
MOSTLY = 0.6  # of an interviewer's turns hold a question
MAX_SPEAKERS = 60  # a text with more is a log file
UNMARKED = re.compile(rf"(?P<label>[^\W\d_a-z]{{2,4}}|{WORD}(?: {WORD}){{1,3}}?)[^\S\n](?=[\"“‘]?[A-Z])")
NOT_INITIALS = frozenset({"US", "UK", "EU", "UN", "TV", "PM", "MP", "GP"})
PARAGRAPH = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Turn:
    """`name` [start, end) of the label [cue, body); the words said [body, end of what is said).

    `speaker` is the fullest label that means the same; `asks` whether he interviews; `hearer` the speaker whom his "you" means,
    where only two speak.
    """

    cue: int
    start: int
    end: int
    body: int
    stop: int
    speaker: str
    asks: bool = False
    hearer: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    kind: str
    name: str
    cue: int
    start: int
    end: int
    body: int


@cache
def nobody() -> frozenset[str]:
    return frozenset(lines("claimex.read", "not-speakers.txt"))


def label_breaks(text: str) -> list[int]:
    """Where the labels and the words behind them begin: each is a sentence of its own."""
    return [place for label in labels(text) for place in (label.cue, label.body)]


def turns(text: str) -> list[Turn]:
    """The turns of `text` in order; none if it is no transcript."""
    found = labels(text)
    if not found:
        return []
    names = full_names(found)
    alone = len({names[label.name] for label in found}) == 1
    ends = [*(label.cue for label in found[1:]), len(text)]  # of each label's words, at most
    made = [
        Turn(
            label.cue,
            label.start,
            label.end,
            label.body,
            said_until(text, label, end, goes_on=not alone and n + 1 < len(found), alone=alone),
            names[label.name],
        )
        for n, (label, end) in enumerate(zip(found, ends, strict=True))
    ]
    return with_roles(text, [turn for turn in made if turn.stop > turn.body])


def labels(text: str) -> list[Label]:
    """The labels that are a transcript's, in order."""
    seen: list[Label] = []
    for match in LABEL.finditer("\n" + text):
        kind = match.lastgroup if match.lastgroup != "name" else "alone"
        group = kind if kind in {"bracket", "letter"} else "name"
        start, end, body = match.start(group) - 1, match.end(group) - 1, match.end() - 1
        cue = match.start() + len(match.group()) - len(match.group().lstrip()) - 1
        seen.append(Label(kind or "", match.group(group).strip(), cue, start, end, skip_space(text, body)))
    if len(seen) < 2:  # noqa: PLR2004  # one label is none
        return []
    kept = [label for label in seen if label.kind == "bracket"]
    kept = kept if len(kept) > 1 else []
    for kinds in (("colon", "letter"), ("dash",), ("alone",)):
        some = [label for label in seen if label.kind in kinds and label.name.lower() not in nobody()]
        if len({label.name for label in some}) > MAX_SPEAKERS:
            continue
        if some and some[0].cue == skip_space(text, 0) and is_alone(some):
            del some[0]  # a headline
        if is_transcript(text, some, with_others=bool(kept)):
            kept += some if kinds != ("alone",) else repeated(some)
    kept += unmarked(text, kept)
    return sorted(kept, key=lambda label: label.cue) if len({label.name for label in kept}) <= MAX_SPEAKERS else []


def is_alone(some: list[Label]) -> bool:
    """Whether the first label's speaker has no other."""
    names = full_names(some)
    return not any(names[label.name] == names[some[0].name] for label in some[1:])


def skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def is_transcript(text: str, some: list[Label], *, with_others: bool) -> bool:
    """Whether labels without brackets are those of a transcript: two or more speakers, one again, and they speak."""
    counts = Counter(label.name for label in some)
    if len(some) < (2 if with_others else LEAST) or max(counts.values()) < 2:  # noqa: PLR2004
        return False
    if len(counts) < 2 and not with_others and some[0].name not in {"Q", "A"}:  # noqa: PLR2004
        return False
    if len(repeated(some)) < 2 or (some[0].kind == "alone" and len({label.name for label in repeated(some)}) < 2):  # noqa: PLR2004
        return False
    speaking = sum(1 for label in some if SPEAKS.search(text, label.body, line_end(text, label.body)))
    return speaking > 1 and 3 * speaking >= len(some)


def repeated(some: list[Label]) -> list[Label]:
    counts = Counter(label.name for label in some)
    return [label for label in some if counts[label.name] > 1]


def unmarked(text: str, kept: list[Label]) -> list[Label]:
    """Answers marked by nothing but the initials at their start, in an interview whose questions stand in brackets."""
    brackets = [label for label in kept if label.kind == "bracket"]
    if not brackets or any(label.name.lower() not in ASKING for label in brackets):
        return []
    found: list[tuple[str, int, int]] = []
    for label in brackets:
        after = PARAGRAPH.search(text, label.body)
        at = after.end() if after is not None else len(text)
        match = UNMARKED.match(text, at)
        if match is not None:
            found.append((match.group("label"), at, match.end("label")))
    counts = Counter(name for name, _, _ in found if name.isupper() and name not in NOT_INITIALS)
    known = {name for name, count in counts.items() if count > 1}
    return [Label("unmarked", name, at, at, end, end + 1) for name, at, end in found if name in known or initials(name) in known]


def initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[ -]", name) if word and word[0].isupper())


def full_names(found: Iterable[Label]) -> dict[str, str]:
    """For each label the fullest that means the same: "NG" and "Gownaris" are "Natasha Gownaris" if only one fits."""
    names = list(dict.fromkeys(label.name for label in found))
    folded = {name: name.casefold() for name in names}
    full: dict[str, str] = {}
    for name in names:
        fits = [
            other
            for other in names
            if " " in other
            and other != name
            and " " not in name
            and (name == initials(other) or folded[name] in (folded[other].split()[-1], folded[other].split()[0]))
        ]
        full[name] = fits[0] if len(fits) == 1 else name
    return full


def said_until(text: str, label: Label, end: int, *, goes_on: bool, alone: bool) -> int:
    """Where a turn's words end: at the next label, or before a paragraph in which the article speaks of the speaker.

    After the last label only paragraphs in the first person go on; where a single speaker has labels, no paragraph does.
    """
    stop = line_end(text, label.body)
    own = re.compile(rf"\b{re.escape(label.name.split()[-1])}\b") if label.name.split() else None
    while stop < end and not alone:
        start = skip_space(text, stop)
        following = min(line_end(text, start), end)
        if start >= end or following <= stop:
            break
        first = FIRST.search(text, start, following) is not None
        if not first and (not goes_on or (own is not None and own.search(text, start, following))):
            break
        stop = following
    stop = min(stop, end)
    return label.body + len(text[label.body : stop].rstrip())


def line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def with_roles(text: str, made: list[Turn]) -> list[Turn]:
    """The turns with who asks, and with who is meant by his "you"."""
    count = Counter(turn.speaker for turn in made)
    questions: Counter[str] = Counter()
    for turn in made:
        questions[turn.speaker] += "?" in text[turn.body : turn.stop]
    known = {name for name in count if name.casefold() in ASKING}
    shares = {name: questions[name] / number for name, number in count.items() if name.casefold() not in ANSWERING}
    asking = {name for name, share in shares.items() if (share == 1 and name.isupper() if known else share > MOSTLY)} | known
    asking = known if len(asking) == len(count) else asking
    others = sorted(set(count) - asking)
    hearer = others[0] if len(others) == 1 else None
    return [replace(turn, asks=True, hearer=hearer) if turn.speaker in asking else turn for turn in made]
