"""Dates of the calendar: days, months, years, ranges of them, decades, centuries, quarters, seasons, holidays."""

from __future__ import annotations

from claimex.dates.meaning import Fixed, Meaning, Moved, Open, Pair, Part, Shifted, Toward
from claimex.dates.period import Period, day, month, year
from claimex.dates.rules.amounts import length
from claimex.dates.rules.rule import Rule, Said
from claimex.dates.vocabulary import WORDS, ordinal_of, plain, year_of

__all__ = ["RULES", "month_of", "season_of"]

PIVOT = 50  # two-digit years from 50 on are of the 1900s


def month_of(text: str) -> int:
    key = plain(text)
    return int(WORDS["months"].get(key) or WORDS["months_short"][key])


def weekday_of(text: str) -> int:
    key = plain(text)
    return int(WORDS["weekdays"].get(key) or WORDS["weekdays_short"][key])


def season_of(text: str) -> int:
    return int(WORDS["seasons"][plain(text)])


def full_year(text: str) -> int | None:
    """The year in figures or words; two figures are of the last or this century."""
    text = text.strip("'’")
    if text.isdigit() and len(text) == 2:  # noqa: PLR2004  # figures
        return int(text) + (1900 if int(text) >= PIVOT else 2000)
    return year_of(text)


def on_day(m: int, d: int, y: int | None) -> Meaning | None:
    if y is None:
        return Open(month=m, day=d) if day(2000, m, d) else None
    found = day(y, m, d)
    return Fixed(found) if found else None


def make_day(said: Said) -> Meaning | None:
    d = ordinal_of(said["nth"]) if said["nth"] else int(said["day"])
    return on_day(month_of(said["month"]), d, full_year(said["year"]) if said["year"] else None)


def make_days(said: Said) -> Meaning | None:
    """Two days of a month with a hyphen: "March 3-5", "5-7 May 2020"."""
    y = full_year(said["year"]) if said["year"] else None
    m = month_of(said["month"])
    first, last = on_day(m, int(said["day"]), y), on_day(m, int(said["end"]), y)
    return Pair(first, last) if first and last and int(said["day"]) < int(said["end"]) else None


def make_iso(said: Said) -> Meaning | None:
    return on_day(int(said["m"]), int(said["d"]), int(said["year"])) if 1 <= int(said["m"]) <= 12 else None  # noqa: PLR2004


def make_figures(said: Said) -> Meaning | None:
    """Day and month in figures: the month stands first, as in American papers, unless it cannot or full stops divide them."""
    a, b = int(said["a"]), int(said["b"])
    m, d = (b, a) if a > 12 or said["mark"] == "." else (a, b)  # noqa: PLR2004  # months
    return on_day(m, d, full_year(said["y"])) if 1 <= m <= 12 else None  # noqa: PLR2004


def make_month(said: Said) -> Meaning | None:
    y = full_year(said["year"])
    return Fixed(month(y, month_of(said["month"]))) if y is not None else None


def make_months(said: Said) -> Meaning | None:
    """Two months with a hyphen: "May-August 1950"; the first is of the year before where it comes later in the year."""
    y, a, b = int(said["year"]), month_of(said["month"]), month_of(said["month2"])
    return Pair(Fixed(month(y if a < b else y - 1, a)), Fixed(month(y, b)), cut(said, "month", "month2"))


def cut(said: Said, first: str, last: str) -> tuple[int, int]:
    """Where the first end of a range stops and its last one begins."""
    return said.match.end(first), said.match.start(last)


def make_years(said: Said) -> Meaning | None:
    """Two years with a hyphen: one date where the last cannot stand alone ("1995-96"), else two ("1995-1996")."""
    first, short = said["first"], said["last"]
    last = first[: 4 - len(short)] + short
    if not int(first) < int(last) < int(first) + 300:  # longer ones are phone and model numbers
        return None
    return Pair(Fixed(year(int(first))), Fixed(year(int(last))), cut(said, "first", "last") if last == short else None)


def make_before_christ(said: Said) -> Meaning | None:
    bc = said["era"].upper().startswith("B")
    n = int(said["n"])
    y = 1 - n if bc else n
    if said["season"]:
        return Fixed(Period("season", y * 4 + season_of(said["season"])))
    return Fixed(month(y, month_of(said["month"]))) if said["month"] else Fixed(year(y))


def make_eras(said: Said) -> Meaning | None:
    """Two years before Christ with a hyphen: "499-493 BC"."""
    a, b = int(said["first"]), int(said["last"])
    return Pair(Fixed(year(1 - a)), Fixed(year(1 - b)), cut(said, "first", "last")) if a > b else None


def make_decade(said: Said) -> Meaning | None:
    if said["decade"]:
        tens = int(WORDS["decades"][plain(said["decade"])])
        head = {"nineteen": 19, "eighteen": 18, "seventeen": 17}.get(plain(said["head"]).replace("-", ""), 0)
        return Fixed(Period("decade", head * 10 + tens)) if head else Open(decade=tens)
    digits = said["figures"]
    if len(digits) == 2:  # noqa: PLR2004  # "the '90s"
        return Open(decade=int(digits[0]))
    if digits.endswith("00") and not digits.startswith("20"):  # "the 1800s"
        return Fixed(Period("century", int(digits[:2])))
    return Fixed(Period("decade", int(digits[:3])))


def make_century(said: Said) -> Meaning | None:
    n = ordinal_of(said["ordinal"])
    if not n:
        return None
    return Fixed(Period("century", -n if said["bc"] else n - 1))


def make_quarter(said: Said) -> Meaning | None:
    q = int(said["q"]) if said["q"] else ordinal_of(said["quarter"])
    inner = Open(quarter=q)
    y = full_year(said["year"]) if said["year"] else None
    return Toward(inner, Fixed(year(y))) if y is not None else inner


def make_half(said: Said) -> Meaning | None:
    return Open(half=1 if said["which"].lower() == "first" else 2)


def half_of_year(said: Said) -> Meaning | None:
    k = int(said["h"]) if said["h"] else 1 if said["which"].lower() == "first" else 2
    y = full_year(said["year"])
    return Fixed(Period("half", y * 2 + k - 1)) if y is not None else None


def fiscal_year(said: Said) -> Meaning | None:
    y = full_year(said["year"])
    return Fixed(year(y)) if y is not None else None


def make_winter(said: Said) -> Meaning | None:
    """A winter is named by the year that it begins in, or by both: "the winter of 1995-96"."""
    return Fixed(Period("season", int(said["first"]) * 4 + 3))


def make_holiday(said: Said) -> Meaning | None:
    name = plain(said["holiday"])
    figures = said["year"] or said["year2"]
    y = full_year(figures) if figures else None

    def of_year(name: str) -> Meaning:
        return Toward(Open(holiday=name), Fixed(year(y))) if y is not None else Open(holiday=name)

    if name == "ramadan":  # a month of another calendar, of 29 or 30 days
        return Pair(of_year(name), Moved(of_year(name), 29, "D"))
    return Part(of_year(name), unit=plain(said["unit"])) if said["unit"] else of_year(name)


def spelled_year(said: Said) -> Meaning | None:
    y = year_of(said["spelled_year"])
    return Fixed(year(y)) if y is not None else None


def spelled_month(said: Said) -> Meaning | None:
    y = year_of(said["year2"])
    return Fixed(month(y, month_of(said["month"]))) if y is not None else None


WEEKDAY = "(?:(?:(?:this |the )?(?:coming|past|last|next|previous|following) |this )?<any_weekday>,? (?:the )?)?"
AFTER_DAY = r"(?![-–]?\d|,\d{3}|\.\d|:\d|%| percent| per cent)"
YEAR = r"(?:,? <year>(?!,\d|\.\d))?"

RULES: tuple[Rule, ...] = (
    Rule("day.iso", r"<year>-(?P<m>\d\d)-(?P<d>\d\d)", make_iso),
    Rule("day.figures", r"(?P<a>[0-3]?\d)(?P<mark>[/.])(?P<b>[0-3]?\d)(?P=mark)(?P<y>(?:19|20)\d\d|\d\d(?!\d))", make_figures),
    Rule("day.month-first", rf"{WEEKDAY}<month>,? (?:the )?(?:<day>{AFTER_DAY}|<nth>){YEAR}", make_day),
    Rule("day.day-first", rf"{WEEKDAY}(?:the )?(?:<day>|<nth>)(?: day)?(?: of)? <month>{YEAR}", make_day),
    Rule("days.month-first", rf"{WEEKDAY}<month> <day>[-–](?P<end>\d\d?){YEAR}", make_days),
    Rule("days.day-first", rf"(?:the )?<day>[-–](?P<end>\d\d?) <month>{YEAR}", make_days),
    Rule("month.with-year", r"<month>(?:,| of| in)? (?:<year>|<year2:spelled_year>)(?!,\d|\.\d)",
         lambda said: make_month(said) if said["year"] else spelled_month(said)),
    Rule("months", r"<month>[-–/]<month2:month>,? <year>", make_months),
    Rule("month.short-year", r"<month> ['’](?P<year>\d\d)", make_month),
    Rule("month", r"<bare_month>", lambda said: Open(month=month_of(said["bare_month"]))),
    Rule("weekday", r"<weekday>", lambda said: Open(weekday=weekday_of(said["weekday"]))),
    Rule("weekday.nth",
         r"<any_weekday> the (?P<nth>[0-3]?\d(?:st|nd|rd|th))",
         lambda said: Open(day=ordinal_of(said["nth"]), weekday=weekday_of(said["any_weekday"]))),
    Rule("year", r"(?:the years? )?<year>(?![-–]\d|,\d|\.\d|:\d|%|/\d)", lambda said: Fixed(year(int(said["year"])))),
    Rule("year.spelled", r"(?:the year )?<spelled_year>", spelled_year),
    Rule("year.short", r"['’](?P<year>\d\d)(?!['’]?s)", lambda said: Fixed(year(full_year(said["year"]) or 0))),
    Rule("years", r"(?:the years )?(?P<first>1[0-9]\d\d|20\d\d)[-–/](?P<last>(?:1\d|20)?\d\d)", make_years),
    Rule("year.era",
         r"(?:<month>,? |(?:the )?<season>(?: of)? )?(?P<n>[1-9]\d{0,3}) (?P<era>B\.C\.(?:E\.)?|BCE?|A\.D\.|AD|CE)",
         make_before_christ),
    Rule("years.era", r"(?P<first>[1-9]\d{0,3})[-–](?P<last>[1-9]\d{0,3}) (?:B\.C\.(?:E\.)?|BCE?)", make_eras),
    Rule("year.era-shared",
         r"(?P<n>[1-9]\d{0,3})(?= (?:to|and|or|until) [1-9]\d{0,3} B\.?C)(?P<era>)",
         lambda said: Fixed(year(1 - int(said["n"])))),
    Rule("decade.era",
         r"(?:the )?(?P<n>[1-9]\d{0,2})0s (?:B\.C\.(?:E\.)?|BCE?)",
         lambda said: Fixed(Period("decade", -int(said["n"]) - 1))),
    Rule("year.anno", r"A\.?D\.? (?P<n>[1-9]\d{0,3})", lambda said: Fixed(year(int(said["n"])))),
    Rule("year.fiscal", r"(?:the )?(?:fiscal|financial)(?: year)? <year>", lambda said: Fixed(year(int(said["year"])))),
    Rule("year.fiscal-short", r"FY ?['’]?(?P<year>(?:19|20)\d\d|\d\d)(?:[-–/]\d\d)?", fiscal_year),
    Rule("decade.figures", r"(?:the )?(?P<figures>(?:1\d|20)\d0)(?P<decade>)(?:['’]?s)", make_decade),
    Rule("decade.short", r"(?:the )?['’](?P<figures>\d0)(?P<decade>)s", make_decade),
    Rule("decade.words", r"the (?:(?P<head>nineteen|eighteen|seventeen)~)?<decade>", make_decade),
    Rule("century", r"(?:the )?<ordinal>~century(?P<bc> (?:B\.C\.(?:E\.)?|BCE?))?", make_century),
    Rule("quarter",
         r"(?:the )?(?:(?:fiscal|calendar|financial)~)?(?:<year> )?(?:(?:fiscal|full)~)?<quarter>(?P<q>) quarters?",
         make_quarter),
    Rule("quarter.list",
         r"(?:the )?(?:fiscal )?<quarter>(?P<q>)(?=(?:, <quarter3:quarter>)?(?:,? (?:and|or|to|through) |, )"
         r"(?:the )?<quarter2:quarter> quarters?\b)",
         make_quarter),
    Rule("quarter.adjective", r"(?:fiscal~)?<quarter>(?P<q>)-quarters?", make_quarter),
    Rule("quarter.of-year", r"the <year> (?P<unit>quarter|period)", lambda said: Shifted("period", int(said["year"]), told=True)),
    Rule("quarter.ended", r"(?:the )?(?:latest |most recent )?quarter(?= (?:that )?(?:ended|ending|to|through)(?: on)? <month>)",
         lambda said: Open(quarter=(month_of(said["month"]) + 2) // 3)),
    Rule("year.ended",
         r"(?:the |a )?(?:(?:full|fiscal|financial|tax|business|latest|current)~)?(?P<unit>year|week|fortnight)"
         r"(?=,? (?:(?:that |which )?(?:ended|ending|ends)|(?:to|through)(?= (?:the end of )?(?:<month>|<day>)))\b)",
         lambda said: length(1, said["unit"])),
    Rule("quarter.short", r"Q(?P<q>[1-4])(?P<quarter>)(?:(?: of)? (?:FY)?<year>)?", make_quarter),
    Rule("quarter.digit-first", r"(?P<q>[1-4])Q(?P<quarter>)(?: ?['’]?(?P<year>(?:19|20)\d\d|\d\d))?", make_quarter),
    Rule("half", r"(?:the )?(?P<which>first|second|latter|last)~half", make_half),
    Rule("half.with-year", r"(?P<which>first|second)~half <year>", half_of_year),
    Rule("half.digit-first", r"(?P<h>[12])H ?['’]?(?P<year>20\d\d|\d\d)", half_of_year),
    Rule("half.short", r"H(?P<h>[12]) <year>", lambda said: Fixed(Period("half", int(said["year"]) * 2 + int(said["h"]) - 1))),
    Rule("winter.two-years", r"(?:the )?winter(?: of)? (?P<first>(?:1[6-9]|20)\d\d)[-–/](?:\d\d)?\d\d", make_winter),
    Rule("season", r"(?:the )?<season>", lambda said: Open(season=season_of(said["season"]))),
    Rule("holiday.around", r"<holiday>(?:,? <year>)? (?P<unit>week|weekend)(?:(?: of|,)? <year2:year>)?", make_holiday),
    Rule("holiday", r"<holiday>(?:,? <year>)?", make_holiday),
)  # fmt: skip
