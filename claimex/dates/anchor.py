"""When an article was published: what was given, its metadata, its dateline and its own words in; one answer with reasons out.

The order: given; the metadata, over which a full dateline less than a month away wins ("yesterday" was written from it);
the dateline; the article's own dates where they say it; unknown. The clock is never asked.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Literal

from claimex.dates.dateline import dateline, near
from claimex.dates.meaning import Fixed, Part, Shifted
from claimex.dates.period import Period, day, from_value, month, period_of
from claimex.dates.timex import Publication
from claimex.dates.vocabulary import compiled
from claimex.errors import BadDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimex.dates.grammar import Found

__all__ = ["find_publication", "parse_published"]

Grain = Literal["day", "month", "year"]
GRAINS: tuple[Grain, ...] = ("day", "month", "year")
ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d?:?\d\d.{0,24})?)?)?")
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T.{0,20})?")
MAX_LENGTH = 60  # characters of a date that a person or a feed writes
YEARS = range(1000, 3000)  # those that an article can be of


def parse_published(text: str | date) -> tuple[str, Grain]:
    """A publication date as "2022-02-08", "2022-02" or "2022", with its grain.

    Takes ISO days, months, years and times (their day as written, whatever the zone), and English dates such as
    "8 February 2022". Raises BadDate for anything else.
    """
    if isinstance(text, date):
        return (text.date() if isinstance(text, datetime) else text).isoformat(), "day"
    found = parse_text(text.strip()) if len(text) <= MAX_LENGTH else None
    if found is None or found.year not in YEARS:
        message = (
            f"no date: {text[:MAX_LENGTH]!r}; give a day, month or year, such as 2022-02-08, 2022-02, 2022 or 8 February 2022"
        )
        raise BadDate(message)
    grain: Grain = "day" if found.grain == "day" else "month" if found.grain == "month" else "year"
    return found.value, grain


@cache
def parse_text(text: str) -> Period | None:
    """The period of a date string; cached by the string alone, so no answer depends on an earlier one."""
    match = ISO.fullmatch(text) or COMPACT.fullmatch(text)
    if match is None:
        return parse_words(text) if any(c.isdigit() for c in text) and any(c.isalpha() for c in text) else None
    y, m, d = (int(part) if part else None for part in match.groups())
    if not y:
        return None
    if m is None:
        return Period("year", y)
    if d is None:
        return month(y, m) if 1 <= m <= 12 else None  # noqa: PLR2004  # months
    return day(y, m, d)


BASE = datetime(2000, 1, 1)  # noqa: DTZ001  # for what dateparser fills in, so that it asks no clock
YEAR_IN = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
DAY_IN = re.compile(r"(?<![\d:])(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:])", re.IGNORECASE)
MONTH_IN = compiled(r"(?:<month>|may|mar)")


def parse_words(text: str) -> Period | None:
    """An English calendar date, by dateparser behind a gate: the words must name a year and a month, and the grain is theirs."""
    if not YEAR_IN.search(text) or not any(MONTH_IN.match(text, match.start()) for match in re.finditer(r"\b[A-Za-z]", text)):
        return None
    from dateparser import DateDataParser  # noqa: PLC0415  # its import takes longer than most articles

    settings = {
        "RELATIVE_BASE": BASE,
        "PARSERS": ["absolute-time"],
        "PREFER_DAY_OF_MONTH": "first",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    parser = DateDataParser(languages=["en"], settings=settings)
    data = parser.get_date_data(text)
    if data.date_obj is None:
        return None
    when = data.date_obj
    if str(when.year) not in text:
        return None
    rest = YEAR_IN.sub(" ", text)
    return day(when.year, when.month, when.day) if DAY_IN.search(rest) else month(when.year, when.month)


DEICTIC = {"day": "today", "month": "this month", "year": "this year"}


def inferred(text: str, expressions: Sequence[Found]) -> tuple[Period, str] | None:
    """The month (or year) of publication where the article's own words say it.

    "This month" beside dates that are said in full: the latest of those is of this month, since news that speaks of this
    month and names months tells them up to its own. "This year" gives the year in the same way.
    """
    said = [(found, fixed_period(found)) for found in expressions]
    for grain in ("month", "year"):
        now = next((found for found, _ in said if is_now(found, grain)), None)
        if now is None:
            continue
        fine = {"day", "month"} if grain == "month" else {"day", "month", "year"}
        dated = [
            (period_of(grain, period), -found.start, found)
            for found, period in said
            if period is not None and period.grain in fine
        ]
        if not dated:
            continue
        period, _, found = max(dated, key=lambda item: (item[0].n, item[1]))
        return period, f"{text[now.start : now.end]}; {text[found.start : found.end]}"
    return None


def fixed_period(found: Found) -> Period | None:
    meaning = found.meaning
    if isinstance(meaning, Part):
        meaning = meaning.of
    return meaning.period if isinstance(meaning, Fixed) else None


def is_now(found: Found, grain: str) -> bool:
    meaning = found.meaning.of if isinstance(found.meaning, Part) else found.meaning
    return isinstance(meaning, Shifted) and meaning.grain == grain and meaning.n == 0 and not meaning.told


def find_publication(
    text: str, expressions: Sequence[Found], *, given: str | date | None, metadata: str | date | None
) -> Publication:
    """The publication date of a text, by the order above. Raises BadDate for a given or metadata date that is none."""
    if given is not None:
        value, grain = parse_published(given)
        return Publication(value, grain, "given", str(given))
    known = parse_published(metadata) if metadata is not None else None
    base = from_value(known[0]) if known else None
    line = dateline(text, base)
    if known is not None and base is not None:
        if line is not None and near(line[0], base):
            aside = "" if base.value in {line[0].value, line[0].value[:7], line[0].value[:4]} else f" (metadata: {base.value})"
            return (
                Publication(line[0].value, "day", "dateline", line[1] + aside)
                if line[0] != base
                else Publication(*known, "metadata", str(metadata))
            )
        aside = f" (dateline: {line[1]})" if line is not None else ""
        return Publication(*known, "metadata", f"{metadata}{aside}")
    if line is not None:
        return Publication(line[0].value, "day", "dateline", line[1])
    guess = inferred(text, expressions)
    if guess is None:
        return Publication(None, None, "unknown", None)
    period, evidence = guess
    return Publication(period.value, "month" if period.grain == "month" else "year", "inferred", evidence)
