"""TIMEX3 values, the days they can mean, and the arithmetic between them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from claimex.dates.interval import MOD_PARTS, interval, part_of
from claimex.dates.period import Period, day, from_value, month, period_of, year

YEARS = range(1900, 2101)
GRAINS = ("day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century")


@pytest.mark.parametrize(
    ("value", "mod", "first", "last"),
    [
        ("2022-02-18", None, "2022-02-18", "2022-02-18"),
        ("2022-02", None, "2022-02-01", "2022-02-28"),
        ("2024-02", None, "2024-02-01", "2024-02-29"),
        ("2022-02", "START", "2022-02-01", "2022-02-09"),
        ("2022-02", "END", "2022-02-19", "2022-02-28"),
        ("2022", None, "2022-01-01", "2022-12-31"),
        ("2022", "MID", "2022-05-01", "2022-08-31"),
        ("2022-W07", None, "2022-02-14", "2022-02-20"),
        ("2022-W07-WE", None, "2022-02-19", "2022-02-20"),
        ("2022-W07-WE", "START", "2022-02-19", "2022-02-19"),
        ("2020-W53", None, "2020-12-28", "2021-01-03"),
        ("2022-Q1", None, "2022-01-01", "2022-03-31"),
        ("2022-H2", None, "2022-07-01", "2022-12-31"),
        ("2022-SP", None, "2022-03-01", "2022-05-31"),
        ("2022-WI", None, "2022-12-01", "2023-02-28"),
        ("202", None, "2020-01-01", "2029-12-31"),
        ("20", None, "2000-01-01", "2099-12-31"),
        ("BC0490", None, "-0489-01-01", "-0489-12-31"),
        ("2022-02-18T15:00", None, "2022-02-18T15:00", "2022-02-18T15:00"),
        ("2022-02-18T24:00", None, "2022-02-19T00:00", "2022-02-19T00:00"),
        ("2022-02-18TMO", None, "2022-02-18T06:00", "2022-02-18T11:59"),
        ("1995/1996", None, "1995-01-01", "1996-12-31"),
        ("P23Y", None, None, None),
        ("PXY", None, None, None),
        ("PT2H", None, None, None),
        ("XXXX-WXX-2", None, None, None),
        ("PRESENT_REF", None, None, None),
        ("2022-13", None, None, None),
        ("2022-02-30", None, None, None),
        ("2021-W53", None, None, None),
    ],
)
def test_interval(value: str, mod: str | None, first: str | None, last: str | None) -> None:
    assert interval(value, mod) == (first, last)


@pytest.mark.parametrize("grain", GRAINS)
def test_periods_follow_each_other_without_gap(grain: str) -> None:
    """A period ends the day before the next begins, its value gives it back, and its interval is its days."""
    if grain == "weekend":
        pytest.skip("between two weekends lies a week")
    first, last = period_of(grain, year(YEARS[0])), period_of(grain, year(YEARS[-1]))
    for n in range(first.n, last.n + 1):
        period = Period(grain, n)

        assert from_value(period.value) == period
        assert interval(period.value) == period.days()
        start, end = (date.fromisoformat(text) for text in period.days())
        assert start <= end
        assert end + timedelta(days=1) == date.fromisoformat(period.shift(1).days()[0])


@pytest.mark.parametrize("grain", GRAINS)
def test_a_day_lies_in_its_periods(grain: str) -> None:
    """From 1900 to 2100, in steps that meet every day of the week and of the month."""
    if grain == "weekend":
        pytest.skip("most days lie in none")
    for ordinal in range(date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal(), 13):
        one = Period("day", ordinal)
        first, last = period_of(grain, one).days()

        assert first <= one.value <= last


@pytest.mark.parametrize("mod", sorted(MOD_PARTS))
@pytest.mark.parametrize("grain", ["week", "month", "season", "quarter", "half", "year", "decade"])
def test_a_part_lies_in_its_period(grain: str, mod: str) -> None:
    for y in YEARS:
        period = period_of(grain, year(y))
        first, last = interval(period.value, mod)

        assert first is not None
        assert last is not None
        assert period.days()[0] <= first <= last <= period.days()[1]


@pytest.mark.parametrize("n", [2, 3, 4])
def test_parts_fill_their_period(n: int) -> None:
    for period in [month(y, m) for y in YEARS for m in range(1, 13)]:
        parts = [part_of(period, k, n) for k in range(1, n + 1)]

        assert (parts[0][0], parts[-1][1]) == period.days()
        for (_, end), (start, _) in pairwise(parts):
            assert date.fromisoformat(end) + timedelta(days=1) == date.fromisoformat(start)


def test_the_second_half_of_a_month_begins_in_its_middle() -> None:
    starts = {part_of(month(y, m), 2, 2)[0][-2:] for y in YEARS for m in range(1, 13)}

    assert starts == {"15", "16"}


@pytest.mark.parametrize(("y", "m", "d"), [(2021, 2, 29), (2022, 13, 1), (0, 1, 1), (2022, 0, 1)])
def test_no_such_day(y: int, m: int, d: int) -> None:
    assert day(y, m, d) is None
