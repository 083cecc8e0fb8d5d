"""Parts of a period, and a period inside another: "the second half of February", "late 2012", "December last year"."""

from __future__ import annotations

from dataclasses import replace

from claimex.dates.meaning import Clock, Fixed, Length, Meaning, Open, Part, Shifted, Toward, Vague
from claimex.dates.rules.amounts import length
from claimex.dates.rules.calendar import season_of
from claimex.dates.rules.rule import Rule, Said
from claimex.dates.vocabulary import number_of, ordinal_of, plain

__all__ = ["RULES"]

MODS = {
    "early": "START", "earlier": "START", "beginning": "START", "start": "START", "opening": "START", "first": "START",
    "outset": "START", "dawn": "START",
    "mid": "MID", "middle": "MID", "midway": "MID", "halfway": "MID", "height": "MID",
    "late": "END", "later": "END", "end": "END", "close": "END", "latter": "END", "last": "END", "very end": "END",
    "tail end": "END",
    "turn": "START", "eve": None, "rest": None, "remainder": None, "bulk": None, "most": None, "much": None, "all": None,
    "whole": None,
}  # fmt: skip
DATES = (Fixed, Open, Shifted, Toward, Part)


def make_part(said: Said) -> Meaning | None:
    """A period's start, middle or end."""
    mod = MODS[plain(said["which"])]
    if isinstance(said.inner, Clock):
        return Clock(said.inner.time, said.inner.of, mod)
    if isinstance(said.inner, DATES) and not (isinstance(said.inner, Shifted) and said.inner.n is None):
        return Part(said.inner, mod) if mod else said.inner
    return None


def make_beside(said: Said) -> Meaning | None:
    """For "post-1959", "pre-2008": TIMEX3 takes the year; "pre-Christmas" is a kind of thing."""
    inner = said.inner
    return inner if isinstance(inner, Fixed) and inner.period.grain in {"year", "decade"} else None


def make_long_part(said: Said) -> Meaning | None:
    """As `make_part`, of something longer than a day: "the end of Friday" is no period's end."""
    inner = said.inner
    if isinstance(inner, Open) and (inner.weekday is not None or inner.day is not None):
        return make_part(said) if inner.weekday == 8 else None  # noqa: PLR2004  # the weekend
    return make_part(said)


def make_share(said: Said) -> Meaning | None:
    """The first or second half, or a third, of a period; "the first half of 2012" has a value of its own."""
    k = 1 if plain(said["which"]) in {"first", "early", "earlier"} else 2
    if isinstance(said.inner, Vague | Clock | Length) or said.inner is None:
        return None
    return Part(said.inner, None, k, 2)


def make_quarter_of(said: Said) -> Meaning | None:
    return Toward(Open(quarter=ordinal_of(said["quarter"])), said.inner) if isinstance(said.inner, DATES) else None


def year_said(said: Said) -> Shifted:
    """The year of "of this year", or the one that the report is about for "of the year"."""
    this = " this " in said.match[0].lower()
    return Shifted("year", 0) if this else Shifted("year", 0, told=True, about=True)


def make_last_quarter(said: Said) -> Meaning | None:
    """For "The final quarter of 2012"; by itself it is open like "the fourth quarter"."""
    inner = Open(quarter=1 if plain(said["which"]) in {"first", "opening"} else 4)
    if said["unit"]:
        return Toward(inner, year_said(said))
    if said.inner is None:
        return None if plain(said["which"]) == "last" else inner
    return Toward(inner, said.inner) if isinstance(said.inner, DATES) else None


def make_months_of(said: Said) -> Meaning | None:
    """For "The first three months of 2021": a duration with its days."""
    if plain(said["unit"]) == "quarters" and (number_of(said["number"]) or 0) > 4:  # noqa: PLR2004  # as many as a year has
        return None
    whole = plain(said["whole"])
    of = year_said(said) if whole == "year" else Shifted(whole, 0, told=True, loose=True) if whole else said.inner
    if not isinstance(of, DATES):
        return None
    side = -1 if plain(said["which"]) in {"first", "opening"} else 1
    if plain(said["unit"]) == "quarters" and number_of(said["number"]) == 2:  # noqa: PLR2004  # half a year
        return Part(of, None, 1 if side < 0 else 2, 2)
    return replace(length(number_of(said["number"]), said["unit"]), of=of, side=side)


def make_season_of(said: Said) -> Meaning | None:
    return Toward(Open(season=season_of(said["season"])), said.inner) if isinstance(said.inner, DATES) else None


def make_week_of(said: Said) -> Meaning | None:
    """The week, weekend or month that a day lies in."""
    inner = said.inner
    if isinstance(inner, Open) and (inner.day is not None or inner.holiday is not None):
        return Part(inner, unit=plain(said["unit"]))
    if isinstance(inner, Fixed) and inner.period.grain == "day":
        return Part(inner, unit=plain(said["unit"]))
    if isinstance(inner, Open | Fixed) and said["unit"].lower() in {"month", "year"}:
        return inner
    return None


def in_year(said: Said) -> Meaning | None:
    """A date with a gap, then the year that fills it: "December last year", "Friday of next week"."""
    before, inner = said.before, said.inner
    if isinstance(before, Part) and isinstance(before.of, Open):
        filled = in_year(Said(said.match, inner, before.of))
        return Part(filled, before.mod, before.k, before.n) if filled else None
    if not isinstance(before, Open) or not isinstance(inner, Shifted) or inner.n is None:
        return None
    wanted = {"week"} if before.weekday is not None and before.day is None else {"year", "decade"}
    if before.day is not None and before.month is None:
        wanted = {"month"}
    return Toward(before, inner) if inner.grain in wanted or (inner.grain == "period" and before.quarter) else None


def a_year_ago(said: Said) -> Meaning | None:
    """For "The quarter a year ago"."""
    before = said.before
    if isinstance(before, Shifted) and before.grain == "quarter" and before.told:
        return Shifted("period", -1, told=True, compares=True)
    return None


def make_possessive(said: Said) -> Meaning | None:
    """For "This year's third quarter", "next year's first half"."""
    if not isinstance(said.before, Shifted) or said.before.grain != "year":
        return None
    if isinstance(said.inner, Open) and said.inner.weekday is None:
        return Toward(said.inner, said.before)
    return None


def make_about(said: Said) -> Meaning | None:
    inner = said.inner
    if isinstance(inner, Clock):
        return Clock(inner.time, inner.of, "APPROX")
    if isinstance(inner, Fixed | Open):
        if isinstance(inner, Open) and inner.weekday is not None:
            return None
        return Part(inner, "APPROX")
    return None


def make_told_part(said: Said) -> Meaning | None:
    """For "Earlier this year", "later that month", "sometime next year": the period, cut to one of its sides."""
    inner = said.inner
    mod = MODS.get(plain(said["which"]).split()[0])
    if isinstance(inner, Shifted) and inner.n is not None:
        return Part(inner, mod) if mod else inner
    if isinstance(inner, Clock):
        return Clock(inner.time, inner.of, mod)
    if isinstance(inner, Open) and inner.weekday is not None:
        return None
    return Part(inner, mod) if isinstance(inner, Open | Fixed) and mod else None


def make_told_unit(said: Said) -> Meaning | None:
    """For "Later in the year", "the end of the month": the unit that the story has reached."""
    mod = MODS[plain(said["which"]).split()[0]]
    return Part(Shifted(plain(said["unit"]), 0, told=True, loose=True), mod)


def make_told_half(said: Said) -> Meaning | None:
    """For "the second half of the year"."""
    return Part(Shifted(plain(said["unit"]), 0, told=True, loose=True), None, 1 if plain(said["which"]) == "first" else 2, 2)


UNIT = "(?P<unit>day|week|weekend|month|quarter|year|decade|century)"

RULES: tuple[Rule, ...] = (
    Rule("part.early",
         r"(?:(?:the|very) )?(?P<which>early|late|mid|middle)(?:~|,? (?:on |in |part of |months of |days of |"
         r"weeks of |years of )?(?:the )?)@",
         make_part),
    Rule("part.beside", r"(?:post|pre)-@", make_beside),
    Rule("part.end",
         r"(?:the |its )?(?:very )?(?P<which>beginning|start|middle|end|close|outset|height|rest|remainder|turn|"
         r"dawn) of (?:the )?(?:year )?@",
         make_long_part),
    Rule("part.early-part",
         r"(?:the )?(?P<which>early|late|latter|later|first|last|middle|opening|closing) (?:part|months|weeks|days|years) "
         r"of (?:the )?@",
         lambda said: make_part(said) if plain(said["which"]) in MODS else None),
    Rule("part.told", r"(?P<which>earlier|later|early|late|sometime|some time|at some point)(?: on)?(?: in)? @", make_told_part),
    Rule("part.told-unit",
         rf"(?:the )?(?:very )?(?P<which>earlier in|later in|late in|early in|beginning of|start of|middle of|"
         rf"end of|close of|rest of|remainder of) (?:the|that|this) (?:current |calendar |fiscal )?{UNIT}",
         make_told_unit),
    Rule("part.half", r"(?:the )?(?P<which>first|second|latter|last|early|earlier|later) half of (?:the )?@", make_share),
    Rule("part.half-unit",
         rf"(?:the )?(?P<which>first|second|latter|last) half of (?:the|this|that) {UNIT}",
         make_told_half),
    Rule("part.quarter", r"(?:the )?(?:fiscal |final )?<quarter> quarters? (?:of |in )?(?:the )?@", make_quarter_of),
    Rule("part.quarter-unit",
         r"(?:the )?<quarter>~quarter of (?:the|this|that) (?:fiscal |calendar |current )?(?P<unit>year)",
         lambda said: Toward(Open(quarter=ordinal_of(said["quarter"])), year_said(said))),
    Rule("part.last-quarter",
         r"(?:the |its )?(?P<which>first|opening|last|final|closing) quarter (?:of |in )(?:the )?@",
         make_last_quarter),
    Rule("part.last-quarter-unit",
         r"(?:the |its )?(?P<which>opening|last|final|closing)~quarter(?: of (?:the|this|that) (?:fiscal |calendar |current )?"
         r"(?P<unit>year))?",
         make_last_quarter),
    Rule("part.months-of",
         r"(?:at least |about |nearly |almost )?(?:the )?(?P<which>first|opening|last|final|closing) <number> "
         r"(?P<unit>days|weeks|months|quarters|years) of (?:the )?@",
         make_months_of),
    Rule("part.months-of-unit",
         r"(?:the )?(?P<which>first|opening|last|final|closing) <number> (?P<unit>days|weeks|months) of (?:the|this|that) "
         r"(?:current |fiscal |calendar )?(?P<whole>year|month|quarter|decade|century)",
         make_months_of),
    Rule("part.season", r"(?:the )?<season>(?: of|,)? @", make_season_of),
    Rule("part.week-of", r"(?:the )?(?P<unit>week|weekend|month|year) of (?:the )?@", make_week_of),
    Rule("part.about", r"(?:about|around|circa|ca\.?|c\.|approximately|roughly|some time around|sometime around) @", make_about),
    Rule("in-year", r"@,? (?:of |in )?@", in_year),
    Rule("in-year.ago", r"@ a year (?:ago|earlier|before)", a_year_ago),
    Rule("in-year.possessive", r"@['’]s? @", make_possessive),
)  # fmt: skip
