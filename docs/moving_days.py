"""Write claimex/dates/moving.txt: the days of holidays whose calendar is not the Gregorian one, year by year.

usage: python docs/moving_days.py > claimex/dates/moving.txt

It needs hijridate (MIT, the Umm al-Qura calendar), pyluach (MIT, the Hebrew calendar) and holidays (MIT, for the Chinese and
Hindu ones), which claimex itself does not: the file is made once.
"""

# ruff: noqa: INP001  # a script, not a package; the packages above are not installed with claimex
from __future__ import annotations

import sys

from hijridate import Hijri
from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hindu import _HinduLunisolar
from pyluach.dates import HebrewDate

FIRST, LAST = 1950, 2050
# name: month and day in the Islamic calendar; Eid al-Fitr is the day after Ramadan.
ISLAMIC = {"ramadan": (9, 1), "eid al-fitr": (10, 1), "eid al-adha": (12, 10)}
HEBREW = {"passover": (1, 15), "rosh hashanah": (7, 1), "yom kippur": (7, 10), "hanukkah": (9, 25)}
AD_622 = 579  # so many years lie between the calendars at the least, in the years wanted


def islamic(month: int, day: int) -> dict[int, str]:
    """The first day in each Gregorian year (there are two in some)."""
    found: dict[int, str] = {}
    for y in range(FIRST - AD_622 - 2, LAST - AD_622 + 2):
        when = Hijri(y, month, day).to_gregorian()
        found.setdefault(when.year, f"{when:%m-%d}")
    return found


def hebrew(month: int, day: int) -> dict[int, str]:
    found = {}
    for y in range(FIRST + 3759, LAST + 3762):
        when = HebrewDate(y, month, day).to_greg().to_pydate()
        found[when.year] = f"{when:%m-%d}"
    return found


def table(years: dict[str, dict[int, str]]) -> str:
    names = list(years)
    lines = [
        "# Made by docs/moving_days.py from hijridate (Umm al-Qura), pyluach and holidays, all MIT. - where not known.",
        "year | " + " | ".join(names),
        *(" ".join([str(y), *(years[name].get(y, "-") for name in names)]) for y in range(FIRST, LAST + 1)),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    years = {name: islamic(*when) for name, when in ISLAMIC.items()} | {name: hebrew(*when) for name, when in HEBREW.items()}
    chinese, hindu = _ChineseLunisolar(), _HinduLunisolar()
    for name, find in (("lunar new year", chinese.lunar_new_year_date), ("diwali", hindu.diwali_date)):
        years[name] = {}
        for y in range(FIRST, LAST + 1):
            when, _ = find(y)
            if when is not None:
                years[name][y] = f"{when:%m-%d}"
    sys.stdout.write(table(years))


if __name__ == "__main__":
    main()
