"""A record in; its dates in order of time out: as a table for people, or as lines of JSON."""

from __future__ import annotations

import io
import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from claimex.write.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.records import ArticleRecord, DateRecord

__all__ = ["print_timeline", "timeline", "timeline_lines"]

AROUND = 40  # characters of the text on each side of a date
NARROW = 76  # columns below which a date takes two lines instead of a row of a table
DATE_STYLE, LABEL_STYLE, VALUE_STYLE = "bold yellow", "dim", "cyan"
BREAKS = re.compile(r"\n\s*")
DAY = re.compile(r"(?P<sign>-?)(?P<year>\d+)-(?P<rest>.*)")
MODS = {"START": "start of", "MID": "middle of", "END": "end of", "APPROX": "about", "LESS_THAN": "less than",
        "MORE_THAN": "more than", "EQUAL_OR_MORE": "at least", "EQUAL_OR_LESS": "at most", "BEFORE": "before",
        "AFTER": "after"}  # fmt: skip


def timeline(record: ArticleRecord) -> list[DateRecord]:
    """The dates in order of time: by their first day, shorter before longer; then those of no known days."""
    known = [date for date in record.dates if date.from_ is not None and date.to is not None]
    rest = [date for date in record.dates if date.from_ is None or date.to is None]
    return sorted(known, key=lambda date: (when(date.from_), when(date.to), date.start)) + rest


def when(day: str | None) -> tuple[int, str]:
    """A day's place in time; ISO days before Christ have a sign, and would sort backwards."""
    match = DAY.fullmatch(day or "")
    return (int(match["sign"] + match["year"]), match["rest"]) if match else (0, "")


def around(record: ArticleRecord, date: DateRecord) -> tuple[str, str]:
    """The words before and after a date, whole ones, inside its paragraph."""
    text = record.text or ""
    before = BREAKS.split(text[max(date.start - AROUND, 0) : date.start])[-1]
    after = BREAKS.split(text[date.end : date.end + AROUND])[0]
    if len(before) == AROUND < date.start:
        before = before.partition(" ")[2]
    if len(after) == AROUND and date.end + AROUND < len(text):
        after = after.rpartition(" ")[0]
    return before, after


def timeline_lines(record: ArticleRecord) -> Iterator[str]:
    """One line of JSON for each date, in order of time, with its article's identity and the words around it."""
    article = {"id": record.id, "source": record.source, "title": record.title, "url": record.url,
               "published": record.published.model_dump()}  # fmt: skip
    for date in timeline(record):
        before, after = around(record, date)
        line = {"article": article, **date.model_dump(), "before": before, "after": after}
        yield json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def print_timeline(record: ArticleRecord, *, colour: bool, width: int) -> str:
    """The time line of one article: a table, or on a narrow terminal two lines a date."""
    console = Console(
        file=io.StringIO(), force_terminal=colour, no_color=not colour, width=width, highlight=False, markup=False, emoji=False,
        color_system="standard" if colour else None, legacy_windows=False, _environ={},
    )  # fmt: skip
    console.print(Text(head_line(record), style=LABEL_STYLE))
    dates = timeline(record)
    if width < NARROW:
        for date in dates:
            console.print(card(record, date))
    elif dates:
        console.print(table(record, dates))
    output = console.file
    text = output.getvalue() if isinstance(output, io.StringIO) else ""
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def head_line(record: ArticleRecord) -> str:
    published = record.published
    evidence = f': "{published.evidence}"' if published.evidence else ""
    told = f"published {published.value} ({published.how}{evidence})" if published.value else "publication date unknown"
    dates = f"{len(record.dates)} date{'' if len(record.dates) == 1 else 's'}" if record.dates else "no dates found"
    return " ".join(harmless(f"{record.source or record.id}: {told}; {dates}").split())


def table(record: ArticleRecord, dates: list[DateRecord]) -> Table:
    """One row a date; a rule between those of known days and the others."""
    page = Table(box=None, pad_edge=False, header_style=LABEL_STYLE, padding=(0, 2, 0, 0))
    for name in ("days", "value", "counted from", "words"):
        page.add_column(name, no_wrap=name == "days", overflow="fold", ratio=None if name != "words" else 1)
    for date, following in pairwise([*dates, None]):
        if date is not None:
            page.add_row(days(date), Text(value(date), style=VALUE_STYLE), counted_from(record, date), context(record, date),
                         end_section=following is not None and bool(date.from_) and not following.from_)  # fmt: skip
    return page


def card(record: ArticleRecord, date: DateRecord) -> Text:
    """A date on a narrow terminal: when it is, and under it the words."""
    anchor = counted_from(record, date)
    page = Text(days(date))
    page.append(f"  {value(date)}", style=VALUE_STYLE)
    page.append(f"  from {anchor}" if anchor else "", style=LABEL_STYLE)
    page.append("\n  ")
    page.append_text(context(record, date))
    return page


def days(date: DateRecord) -> str:
    """The days that it can mean: one, or the first and the last."""
    if date.from_ is None or date.to is None:
        return "-"
    return date.from_ if date.from_ == date.to else f"{date.from_} to {date.to}"


def value(date: DateRecord) -> str:
    if date.value is None:
        return f"unresolved: {date.unresolved}"
    return f"{MODS.get(date.mod, date.mod.lower())} {date.value}" if date.mod else date.value


def counted_from(record: ArticleRecord, date: DateRecord) -> str:
    """What a relative date was counted from, in words."""
    anchor = next((one for one in record.dates if one.id == date.anchor), None)
    return harmless(" ".join(anchor.text.split())) if anchor is not None else date.anchor or ""


def context(record: ArticleRecord, date: DateRecord) -> Text:
    """The date among its words, marked by a style, and in plain text by brackets."""
    before, after = around(record, date)
    page = Text(harmless(" ".join(before.split())) + (" " if before[-1:].isspace() else ""))
    page.append(f"[{harmless(' '.join(date.text.split()))}]", style=DATE_STYLE)
    page.append((" " if after[:1].isspace() else "") + harmless(" ".join(after.split())))
    return page
