"""The publication date: the order of its sources, what it was read from, and the dates that are none."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from claimex.dates.anchor import find_publication, parse_published
from claimex.dates.grammar import find
from claimex.errors import BadDate

if TYPE_CHECKING:
    from claimex.dates.timex import Publication

DATELINE = "Miners return to work\nFriday, July 21, 2017\nMiners went back to work on Tuesday."
PLACED = "LONDON, Feb 8 (Agency) - The bank cut its rate on Tuesday."


def published(text: str, *, given: str | date | None = None, metadata: str | date | None = None) -> Publication:
    return find_publication(text, find(text), given=given, metadata=metadata)


@pytest.mark.parametrize(
    ("text", "value", "grain"),
    [
        ("2022-02-08", "2022-02-08", "day"),
        ("2022-02", "2022-02", "month"),
        ("2022", "2022", "year"),
        (" 2022-02-08 ", "2022-02-08", "day"),
        ("20220208", "2022-02-08", "day"),
        ("2022-02-08T23:30:00Z", "2022-02-08", "day"),
        ("2022-02-08T23:30:00.000+05:30", "2022-02-08", "day"),
        ("2022-02-08 23:30", "2022-02-08", "day"),
        ("8 February 2022", "2022-02-08", "day"),
        ("February 8, 2022", "2022-02-08", "day"),
        ("Feb 8, 2022", "2022-02-08", "day"),
        ("Tue, 08 Feb 2022 10:00:00 GMT", "2022-02-08", "day"),
        ("8 May 2022", "2022-05-08", "day"),
        ("February 2022", "2022-02", "month"),
        (date(2022, 2, 8), "2022-02-08", "day"),
        (datetime(2022, 2, 8, 23, 30, tzinfo=UTC), "2022-02-08", "day"),
    ],
)
def test_parse_published(text: str | date, value: str, grain: str) -> None:
    assert parse_published(text) == (value, grain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "yesterday",
        "1100 kilometers",
        "2022-13",
        "2022-02-30",
        "31 June 2022",
        "nine months",
        "the 1990s",
        "February",
        "12",
        "2022-2022",
        "0000",
        "2022-02-08" * 30,
    ],
)
def test_no_publication_date(text: str) -> None:
    with pytest.raises(BadDate, match=r"no date: .* such as 2022-02-08"):
        parse_published(text)


def test_the_answer_does_not_depend_on_earlier_ones() -> None:
    first = parse_published("March 1999")
    parse_published("17 March 2001")

    assert parse_published("March 1999") == first == ("1999-03", "month")


@pytest.mark.parametrize(
    ("text", "given", "metadata", "value", "how", "evidence"),
    [
        (DATELINE, "2022-02-08", "2017-07-18", "2022-02-08", "given", "2022-02-08"),
        (DATELINE, None, "2017-07-18", "2017-07-21", "dateline", "Friday, July 21, 2017 (metadata: 2017-07-18)"),
        (DATELINE, None, "2017-07", "2017-07-21", "dateline", "Friday, July 21, 2017"),
        (DATELINE, None, "2019-01-01", "2019-01-01", "metadata", "2019-01-01 (dateline: Friday, July 21, 2017)"),
        (DATELINE, None, None, "2017-07-21", "dateline", "Friday, July 21, 2017"),
        (PLACED, None, "2022-02-09", "2022-02-08", "dateline", "LONDON, Feb 8 (metadata: 2022-02-09)"),
        (PLACED, None, "2022-02-08", "2022-02-08", "metadata", "2022-02-08"),
        (PLACED, None, "2022-09-01", "2022-09-01", "metadata", "2022-09-01"),
        (PLACED, None, None, None, "unknown", None),
        (
            "PARIS, Dec 31 (Agency) - A year ends.",
            None,
            "2022-01-01",
            "2021-12-31",
            "dateline",
            "PARIS, Dec 31 (metadata: 2022-01-01)",
        ),
        ("Rates were cut.", None, "2022-02-08", "2022-02-08", "metadata", "2022-02-08"),
        ("Rates were cut.", None, None, None, "unknown", None),
        ("Rates cut\n\nRates fell.\n\nPublished April 3, 2019", None, None, "2019-04-03", "dateline", "Published April 3, 2019"),
        ("Rates cut\nPosted: 3 April 2019\n\nRates fell.", None, None, "2019-04-03", "dateline", "Posted: 3 April 2019"),
        (
            "Rates cut\nBy Ann Lee | Published April 3, 2019 at 10:15 a.m.\nRates fell.",
            None,
            None,
            "2019-04-03",
            "dateline",
            "Published April 3, 2019",
        ),
        (
            "Rates cut\nUpdated: 10:32 GMT, 5 April 2019\nRates fell.\nPublished: 3 April 2019",
            None,
            None,
            "2019-04-03",
            "dateline",
            "Published: 3 April 2019",
        ),
        ("Rates fell.\n(c) 3 April 2019 The Daily", None, None, "2019-04-03", "dateline", "(c) 3 April 2019"),
        ("Rates cut\nA study published April 3, 2019 says so.", None, None, None, "unknown", None),
        ("Published April 3, 2019, the study says much.", None, None, None, "unknown", None),
        (
            "The envoy goes to Oslo this month. He was there in March 1999. He is due in the second half of February 2022.",
            None,
            None,
            "2022-02",
            "inferred",
            "this month; the second half of February 2022",
        ),
        ("The envoy goes to Oslo this month.", None, None, None, "unknown", None),
        ("The envoy goes to Oslo. He was there in March 1999.", None, None, None, "unknown", None),
        ("Rents have doubled this year. They fell in 2019 and again in 2021.", None, None, "2021", "inferred", "this year; 2021"),
    ],
)
def test_publication(  # noqa: PLR0913, PLR0917  # one column each
    text: str, given: str | None, metadata: str | None, value: str | None, how: str, evidence: str | None
) -> None:
    found = published(text, given=given, metadata=metadata)

    assert (found.value, found.how, found.evidence) == (value, how, evidence)


def test_a_bad_date_is_refused() -> None:
    with pytest.raises(BadDate):
        published("Rates were cut.", given="soon")
    with pytest.raises(BadDate):
        published("Rates were cut.", metadata="soon")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ROWING - LAKE CREW WINS.\nGENEVA 1996-05-30\nThe crew won on Thursday.", "1996-05-30"),
        ("Crew wins on the lake\n2016-05-30\nThe crew won on Thursday.", "2016-05-30"),
        ("The file 2016-05-30 was lost by the clerk.\nNobody knows where it is.", None),
        ("2016-05-30 was a bad day for the crew, and its worst loss.\nNobody knows why.", None),
        ("GENEVA 1996-13-30\nThe crew won on Thursday.", None),
    ],
)
def test_dateline_in_figures(text: str, value: str | None) -> None:
    found = published(text)

    assert (found.value, found.how) == (value, "dateline" if value else "unknown")
