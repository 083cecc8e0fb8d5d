"""Every line of corpus/dates.toml is a test: its marked expression is read so, its traps are not read."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimex.dates.find import find_dates

if TYPE_CHECKING:
    from spacy.language import Language

    from claimex.dates.timex import Timex

CORPUS = tomllib.loads((Path(__file__).parent.parent / "corpus" / "dates.toml").read_text(encoding="utf-8"))
PUBLISHED = "2022-02-08"
MARK = re.compile(r"[\[{](?P<words>[^]}]+)[]}]")


@dataclass(frozen=True)
class Line:
    """One text with its marks taken out: where they were, and which is the one that counts."""

    text: str
    places: tuple[tuple[int, int], ...]
    marked: int
    group: dict[str, Any]


def line(text: str, group: dict[str, Any]) -> Line:
    places = []
    for number, match in enumerate(MARK.finditer(text)):
        start = match.start() - 2 * number
        places.append((start, start + len(match["words"])))
    marks = [match.group()[0] for match in MARK.finditer(text)]
    return Line(MARK.sub(r"\g<words>", text), tuple(places), marks.index("[") if marks else -1, group)


def lines(kind: str) -> list[Line]:
    return [line(text, group) for group in CORPUS[kind] for text in group["texts"]]


def name_of(value: Line) -> str:
    return value.text


def place(timex: Timex) -> tuple[int, int]:
    return timex.at.start, timex.at.end


def said(timex: Timex) -> dict[str, Any]:
    names = {"from": "from_"}
    return {key: getattr(timex, names.get(key, key)) for key in ("type", "value", "mod", "from", "to", "anchor", "unresolved")}


@pytest.mark.parametrize("line", lines("date"), ids=name_of)
def test_date(nlp: Language, line: Line) -> None:
    dates = find_dates(nlp(line.text), given=str(line.group.get("published", PUBLISHED)))

    assert [line.text[timex.at.start : timex.at.end] for timex in dates] == [line.text[i:j] for i, j in line.places]
    assert tuple(place(timex) for timex in dates) == line.places
    wanted = {key: value for key, value in line.group.items() if key not in {"name", "published", "texts"}}
    marked = said(dates.timexes[line.marked])
    assert {key: marked[key] for key in wanted} == wanted


@pytest.mark.parametrize("line", lines("no"), ids=name_of)
def test_no_date(nlp: Language, line: Line) -> None:
    dates = find_dates(nlp(line.text), given=PUBLISHED)

    assert [(timex.rule, line.text[timex.at.start : timex.at.end]) for timex in dates] == []


@pytest.mark.parametrize("line", lines("unknown"), ids=name_of)
def test_unknown(nlp: Language, line: Line) -> None:
    (timex,) = find_dates(nlp(line.text))

    assert place(timex) == line.places[0]
    assert (timex.value, timex.unresolved) == (None, line.group["why"])


def test_every_construction_stands_twice() -> None:
    assert [group["name"] for group in CORPUS["date"] if len(group["texts"]) < 2] == []
