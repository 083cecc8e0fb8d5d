"""The lines at the head and the end of an article in; the publication date that one of them gives, with its words, out."""

from __future__ import annotations

import re

from claimex.dates.period import Period, day, period_of
from claimex.dates.vocabulary import WORDS, compiled, plain

__all__ = ["dateline", "near"]

NEAR = 31  # days from the metadata within which a dateline is of the same article
WEEKDAY = "(?:<any_weekday>,? )?"
FULL = r"(?:(?P<d1>\d\d?)(?:st|nd|rd|th)? <m1:month>|<m2:month> (?P<d2>\d\d?)(?:st|nd|rd|th)?),? <year>"
LINE = compiled(WEEKDAY + FULL)
PLACED = compiled(
    r"(?-i:[A-Z][A-Z.’'/\x20-]{2,40})(?:,? [A-Z][A-Za-z.\x20]{1,30})?,? \(?"
    + WEEKDAY
    + r"(?:<m1:month> (?P<d1>\d\d?)|(?P<d2>\d\d?) <m2:month>)(?:,? <year>)?(?=\)? ?(?:\([^)\n]{2,40}\))? ?[-–—_:])"
)
# "LONDON 1996-08-30", as some agencies' archives write it; by itself only where it is all there is in the line.
ISO = re.compile(r"(?P<place>[A-Z][A-Z.,’'/\x20-]{2,40} )?(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![-\w:])")
CLOCK = r"(?:(?:at )?\d\d?[:.]\d\d ?(?:[ap]\.?m\.?)?,? ?(?:[A-Z]{2,4})?,? ?(?:on )?)?"
LABEL = re.compile(
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|issued|filed|created|released)"
    r"|publication date|date|©|\(c\)|copyright)"
    rf"(?: ©| \(c\))?(?: on| at)?:?\s{{0,3}}{CLOCK}",
    re.IGNORECASE,
)
LATER = re.compile(r"\s{0,2}(?:last )?(?:updated|modified)", re.IGNORECASE)
RIGHTS = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
ASIDE = re.compile(r"[|·•–—(]\s{0,2}|\s-\s")  # what divides a byline from the date behind it
MAX_LINES = 6  # the dateline stands under the headline and the byline
HEAD, TAIL = 2000, 600  # characters in which those lines are looked for
MAX_LINE = 160  # a line that gives the date of publication holds little else


def dateline(text: str, metadata: Period | None) -> tuple[Period, str] | None:
    """The date that a line at the head or the end of the article gives, with its words.

    A dateline without a year ("LONDON, Feb 8 (Agency) -") takes the year that brings it within a month of the metadata.
    "Published April 3, 2019" may stand at the end too, and goes before "Updated".
    """
    head = list(re.finditer(r"[^\n]+", text[:HEAD]))[:MAX_LINES]
    for line in head:
        found = of_line(text, line.start(), line.end(), metadata)
        if found is not None:
            return found
    start = max(len(text) - TAIL, 0)
    tail = [(start + line.start(), start + line.end()) for line in re.finditer(r"[^\n]+", text[start:])][-MAX_LINES:]
    return labelled(text, [(line.start(), line.end()) for line in head] + tail)


def of_line(text: str, start: int, end: int, metadata: Period | None) -> tuple[Period, str] | None:
    """The date that is all there is in a line, or that stands with a place before the first sentence."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    match = LINE.match(text, start, end)
    if match is not None and ends(text[match.end() : end]) and (found := full_day(match)):
        return found, match.group()
    iso = ISO.match(text, start, end)
    if iso is not None and (iso["place"] or ends(text[iso.end() : end])) and (found := iso_day(iso)):
        return found, iso.group()
    placed = PLACED.match(text, start, end)
    if placed is not None and (found := placed_day(placed, metadata)):
        return found, placed.group()
    return None


def labelled(text: str, lines: list[tuple[int, int]]) -> tuple[Period, str] | None:
    """The date behind "Published" or the like, at the beginning of a line or behind a byline; "Updated" is the last resort."""
    updated: tuple[Period, str] | None = None
    for start, end in lines:
        if end - start > MAX_LINE:
            continue
        starts = [start, *(mark.end() for mark in ASIDE.finditer(text, start, end))]
        for at in starts:
            label = LABEL.match(text, at, end)
            match = LINE.match(text, label.end(), end) if label is not None else None
            if label is None or match is None or not (RIGHTS.match(text, at) or ends(text[match.end() : end])):
                continue
            found = full_day(match)
            if found and not LATER.match(label.group()):
                return found, text[at : match.end()]
            if found:
                updated = updated or (found, text[at : match.end()])
    return updated


def ends(rest: str) -> bool:
    """Whether a line says nothing more after its date than a time of day, a later date or the holder of the rights."""
    rest = re.sub(r"\d\d?[:.]\d\d.*|[|·•(,;–—-]\s{0,2}(?:last )?(?:updated|modified|all rights).*", "", rest, flags=re.IGNORECASE)
    return not re.search(r"\w{3}", rest)


def full_day(match: re.Match[str]) -> Period | None:
    return day(int(match["year"]), month_number(match), int(match["d1"] or match["d2"]))


def iso_day(match: re.Match[str]) -> Period | None:
    return day(int(match["y"]), int(match["m"]), int(match["d"])) if 1 <= int(match["m"]) <= 12 else None  # noqa: PLR2004  # months


def month_number(match: re.Match[str]) -> int:
    key = plain(match["m1"] or match["m2"])
    return int(WORDS["months"].get(key) or WORDS["months_short"][key])


def placed_day(match: re.Match[str], metadata: Period | None) -> Period | None:
    m, d = month_number(match), int(match["d1"] or match["d2"])
    if match["year"]:
        return day(int(match["year"]), m, d)
    if metadata is None:
        return None
    found = [day(y, m, d) for y in range(metadata.year - 1, metadata.year + 2)]
    return next((when for when in found if when and near(when, metadata)), None)


def near(when: Period, metadata: Period) -> bool:
    """Whether a dateline is of the article that the metadata dates: less than a month away, or inside its month or year."""
    if metadata.grain != "day":
        return period_of(metadata.grain, when) == metadata
    return abs(when.n - metadata.n) < NEAR
