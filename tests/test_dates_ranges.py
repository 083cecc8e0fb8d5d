"""Two dates that are a range: which one ends it, and that both are of one year and give one window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import claimex
from claimex.dates.find import find_dates

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    "text",
    [
        "He served from 1999 to 2004.",
        "He served between 1999 and 2004.",
        "He served 1999-2004.",
        "He served (1999–2004).",
        "He served from March 3, 1999 until May 4, 2004.",
    ],
)
def test_first_date_tells_the_last_one(nlp: Language, text: str) -> None:
    first, last = find_dates(nlp(text), given="2022-02-08")

    assert (first.until, last.until) == (last.id, None)


@pytest.mark.parametrize(
    "text",
    [
        "He won in 1999 and 2004.",
        "He left in 1999, in 2004 he returned.",
        "It fell from 2004 to 1999.",
        "In 1999 he won two to one.",
    ],
)
def test_no_range(nlp: Language, text: str) -> None:
    assert {timex.until for timex in find_dates(nlp(text), given="2022-02-08")} == {None}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales rose 4 percent in the April-June quarter.", ["2021-04", "2021-06"]),
        ("Sales rose 4 percent in November–January.", ["2021-11", "2022-01"]),
        ("The road will be shut from March 3 to April 8.", ["2022-03-03", "2022-04-08"]),
    ],
)
def test_both_ends_are_counted_alike(nlp: Language, text: str, values: list[str]) -> None:
    dates = find_dates(nlp(text), given="2022-02-08")

    assert [timex.value for timex in dates] == values
    assert {timex.anchor for timex in dates} == {"published"}


@pytest.mark.parametrize("words", ["from 2003 to 2011", "in 2003–2011", "between 2003 and 2011"])
def test_window_of_a_range_reaches_to_its_end(words: str) -> None:
    record = claimex.extract(f"He won three medals {words}.", published="2022-02-08")
    windows = {(claim.check.window.from_, claim.check.window.to) for claim in record.claims if claim.check and claim.check.window}

    assert windows == {("2003", "2011")}
