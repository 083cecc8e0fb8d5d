"""The layout of a plain text: where lines bound sentences, and which line is the headline. Needs no model."""

from __future__ import annotations

import itertools
import re

from claimex.read.transcript import label_breaks

__all__ = ["body_start", "headline", "sentence_breaks"]

LINE_END = re.compile(r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])[^\S\n\r\v\f\x85\u2028\u2029]*")
BLANK = re.compile(r"(?:(?:\r\n|[\n\r\v\f\x85\u2028\u2029])[^\S\n\r\v\f\x85\u2028\u2029]*)+")
# A text is hard-wrapped when most of its single line breaks lie in the middle of a sentence.
WRAP_MAX = 100  # columns; news agencies wrap at 60 to 80
WRAP_SHARE = 0.5
HEADLINE_MAX = 150  # characters; longer first lines are leads
TERMINAL = (".", "!", "?", "…", '."', ".”", ".’", ".'", ":", ";", ",")
# "LONDON, Feb 8 (Agency) - ", "PORT ASHBY - ", "Paris (AFP) – ": a place in capitals or an agency in brackets, and a dash.
DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]{2,20}(?: [A-Z][A-Z.'’-]{1,20}){0,3}"  # LONDON, NEW DELHI
    r"(?:, [^\W\d][\w. ]{1,30}){0,2}(?:,? \d{1,2}(?:, \d{4})?)?"  # , India, March 3, 2019
    r"(?: ?\([^()\n]{2,40}\)| ?/[^/\n]{2,40}/)?"  # (Agency), /PRNewswire/
    r"|[A-Z][^\W\d]{2,20}(?:[ ,]{1,2}[\w.]{1,20}){0,5} ?\([A-Z][^()\n]{1,40}\))"  # Paris (AFP)
    r" ?[-–—]{1,2} (?=[\"“‘'A-Z])"
)
DATELINE_LINES = 4  # stretches of text from the top in which a dateline is looked for: after headline and byline
OPENING = re.compile(r"[\"“‘'(\[]*[A-Z0-9]")


def sentence_breaks(text: str) -> list[int]:
    """Offsets at which a new sentence must begin, in order.

    After blank lines, after single line breaks unless the text is hard-wrapped, after a dateline, and around the label that
    names the speaker of a transcript's turn.
    """
    wrapped = is_hard_wrapped(text)
    found = []
    for match in BLANK.finditer(text):
        single = len(LINE_END.findall(match.group())) == 1
        if match.end() < len(text) and not (single and wrapped):
            found.append(match.end())
    starts = [start_of(text), *found[:DATELINE_LINES]]
    datelines = (DATELINE.match(text, start) for start in starts)
    return sorted(
        {*found, *(match.end() for match in datelines if match is not None), *label_breaks(text)} - {start_of(text), len(text)}
    )


def start_of(text: str) -> int:
    return len(text) - len(text.lstrip())


def is_hard_wrapped(text: str) -> bool:
    """Whether single line breaks were put in to keep lines short, and so do not end sentences."""
    lines = text.splitlines()
    middles = ends = 0
    for line, following in itertools.pairwise(lines):
        if not line.strip() or not following.strip():
            continue
        if len(line) > WRAP_MAX or line.rstrip().endswith(TERMINAL):
            ends += 1
        elif len(line) > WRAP_MAX // 3:
            middles += 1
            ends -= 0 if OPENING.match(following.lstrip()) else 1
    return middles > 1 and middles > WRAP_SHARE * (middles + max(ends, 0))


def headline(text: str) -> tuple[int, int] | None:
    """Where the headline stands: the first line, if it is short, has no full stop, and a text follows it."""
    start = len(text) - len(text.lstrip())
    match = LINE_END.search(text, start)
    if match is None:
        return None
    line = text[start : match.start()].rstrip()
    rest = text[match.end() :].strip()
    if not rest or len(line) > HEADLINE_MAX or line.endswith((".", ",", ";", ":")) or not any(c.isalpha() for c in line):
        return None
    if is_hard_wrapped(text) and not BLANK.match(text, match.start()).group().count("\n") > 1:  # type: ignore[union-attr]
        return None
    return start, start + len(line)


def body_start(text: str) -> int:
    """The offset at which the text after the headline begins; 0 without a headline."""
    found = headline(text)
    return 0 if found is None else found[1]
