"""TIMEX3 values, the days they can mean, and the arithmetic between them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, product

import pytest

from claimex.dates.holidays import holiday
from claimex.dates.interval import MOD_PARTS, interval, part_of
from claimex.dates.meaning import UP_TO, Clock, Fixed, Length, Meaning, Nth, Open, Part, Shifted
from claimex.dates.period import Period, day, from_value, month, period_of, year
from claimex.dates.resolve import Resolved, resolve
from claimex.dates.story import Story

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


def found(meaning: Meaning, published: Period) -> Resolved:
    return resolve(meaning, Story(published), lambda: 0)


@pytest.mark.parametrize("grain", ["week", "month", "quarter", "year", "decade", "century"])
@pytest.mark.parametrize("n", [-3, -1, 0, 1, 40])
def test_what_is_counted_from_a_day_has_its_own_interval(grain: str, n: int) -> None:
    """From 1900 to 2100: the interval is that of the value, from <= to, and it lies on the right side of the day."""
    for ordinal in range(date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal(), 97):
        published = Period("day", ordinal)
        said = found(Shifted(grain, n), published)

        assert said.value is not None
        assert (said.from_, said.to) == interval(said.value)
        assert said.from_ is not None
        assert said.to is not None
        assert said.from_ <= said.to
        if n == 0:
            assert said.from_ <= published.value <= said.to
        elif n < 0:
            assert said.to < published.value
        else:
            assert said.from_ > published.value


@pytest.mark.parametrize("k", [1, 2])
def test_a_half_of_a_month_lies_in_it(k: int) -> None:
    for held in [month(y, m) for y in YEARS for m in range(1, 13)]:
        said = found(Part(Fixed(held), None, k, 2), held)

        assert said.value == held.value
        assert held.days()[0] <= (said.from_ or "") <= (said.to or "") <= held.days()[1]


@pytest.mark.parametrize(("k", "weekday"), [(1, 1), (2, 2), (4, 4), (-1, 5), (-1, 7), (1, 0), (-1, 0)])
def test_the_nth_weekday_is_one_and_in_its_month(k: int, weekday: int) -> None:
    for held in [month(y, m) for y in YEARS for m in range(1, 13)]:
        said = found(Nth(Fixed(held), k, "day", weekday), held)
        one = date.fromisoformat(said.value or "")

        assert held.days()[0] <= one.isoformat() <= held.days()[1]
        assert not weekday or one.isoweekday() == weekday
        rank = (one.day - 1) // 7 + 1 if weekday else one.day
        assert rank == k if k > 0 else (one + timedelta(days=7 if weekday else 1)).month != one.month
        assert (said.from_, said.to) == (said.value, said.value)


@pytest.mark.parametrize(("value", "days"), [("P1W", 7), ("P2W", 14), ("P10D", 10)])
def test_a_length_up_to_a_day_has_as_many_days(value: str, days: int) -> None:
    for ordinal in range(date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal(), 89):
        end = Period("day", ordinal)
        said = found(Length(value, of=Fixed(end), side=UP_TO), end)

        assert said.to == end.value
        assert date.fromisoformat(said.from_ or "") == date.fromordinal(ordinal - days + 1)


@pytest.mark.parametrize("name", sorted({"easter", "thanksgiving", "labor day", "eid al-fitr", "diwali", "christmas"}))
def test_a_holiday_has_one_day_of_its_year(name: str) -> None:
    for y in range(1951, 2050):
        when = holiday(name, y)

        assert when is not None
        assert when.year == y
        assert when.days() == (when.value, when.value)


@pytest.mark.parametrize("part", ["TMO", "TAF", "TEV", "TNI", "T09:30", "T00:00", "T23:59"])
def test_a_time_lies_on_its_day(part: str) -> None:
    for ordinal in range(date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal(), 97):
        day_ = Period("day", ordinal)
        said = found(Clock(part, Fixed(day_)), day_)

        assert f"{day_.value}T00:00" <= (said.from_ or "") <= (said.to or "") <= f"{day_.value}T23:59"


def test_a_weekday_is_less_than_a_week_away() -> None:
    for ordinal in range(date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal(), 31):
        published = Period("day", ordinal)
        for weekday, way in product(range(1, 8), (-1, 1)):
            said = resolve(Open(weekday=weekday), Story(published), lambda way=way: way)  # type: ignore[misc]
            one = date.fromisoformat(said.value or "")

            assert one.isoweekday() == weekday
            assert 0 <= (one.toordinal() - ordinal) * way < 7
