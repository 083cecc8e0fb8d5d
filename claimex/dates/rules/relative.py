"""Dates counted from the publication date ("last year") or from the time that the story has reached ("two days later")."""

from __future__ import annotations

import re
from dataclasses import replace

from claimex.dates.meaning import NEW_YEAR, Clock, Meaning, Open, Part, Reference, Shifted, Vague
from claimex.dates.rules.amounts import AMOUNT, MANY, UNITS, amount, length, vague_unit
from claimex.dates.rules.calendar import month_of, season_of
from claimex.dates.rules.rule import Rule, Said, says
from claimex.dates.vocabulary import WORDS, plain

__all__ = ["RULES"]

# Words before a unit: the shift, and whether it is counted from the time the story has reached.
WAYS: dict[str, tuple[int, bool]] = {
    "this": (0, False), "the past": (-2, False), "the last": (-2, False), "the current": (0, False), "current": (0, False),
    "the present": (0, False), "this very": (0, False),
    "last": (-1, False), "this past": (-1, False), "this last": (-1, False), "past": (-1, False),
    "next": (1, False), "this coming": (1, False), "the coming": (1, False), "coming": (1, False),
    "that": (0, True), "that same": (0, True), "the same": (0, True), "this same": (0, True),
    "the previous": (-1, True), "the preceding": (-1, True), "the prior": (-1, True), "the year-earlier": (-1, True),
    "previous": (-1, True),
    "the following": (1, True), "the next": (1, True), "the succeeding": (1, True), "the subsequent": (1, True),
    "the very next": (1, True), "following": (1, True), "the ensuing": (1, True),
}  # fmt: skip
WAY = "(?P<way>" + "|".join(sorted(WAYS, key=lambda way: (-len(way), way))) + ")"
UNIT = "(?P<unit>day|weekend|week|month|quarter|year|decade|century|millennium)"
FISCAL = "(?:fiscal |calendar |financial |business |tax |school |academic |trading )?"
NAMED_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
BACK = frozenset({"ago", "earlier", "before", "previously", "prior", "back", "beforehand"})
TOLD = frozenset(
    {"earlier", "before", "previously", "later", "after", "afterward", "afterwards", "prior", "beforehand", "on", "thereafter"}
)
GRAINS = {"D": "day", "W": "week", "M": "month", "Y": "year", "TH": "hour", "TM": "minute", "TS": "second"}
WHOLE = {"year": ("month", 12), "week": ("day", 7), "month": ("day", 30)}
LENGTH = re.compile(r"P(?P<clock>T?)(?P<n>X|[\d.]{1,9})(?P<unit>[DWMYHS])")


HALVED = re.compile(r"(?P<p>PT?)(?:(?P<n>\d{1,9})(?P<unit>[YHM]))?(?P<half>6|30)(?P<below>[MS])")


LENGTHS = -2


def make_unit(said: Said) -> Meaning | None:
    n, told = WAYS[plain(said["way"])]
    unit = plain(said["unit"])
    if n == LENGTHS:  # "the past year" is a length of time that ends now
        return length(1, unit, way=-1) if unit != "weekend" else None
    if unit == "day" and not told:
        return Vague("PRESENT_REF") if n == 0 else None  # "this day": hardly ever the day itself
    return Shifted(unit, n, told=told)


def make_named(said: Said) -> Meaning | None:
    """A weekday, month, season or holiday with its way: "last April", "next Friday", "that summer"."""
    n, told = WAYS[plain(said["way"])]
    n = max(n, -1)
    if said["bare_month"]:
        inner = Open(month=month_of(said["bare_month"]))
    elif said["weekday"]:
        inner = Open(weekday=int(WORDS["weekdays"][plain(said["weekday"])]))
    elif said["season"]:
        inner = Open(season=season_of(said["season"]))
    else:
        inner = Open(holiday=plain(said["holiday"]))
    return replace(inner, way=n, told=told)


def make_part(said: Said) -> Meaning | None:
    """A part of a day with its way: "this morning", "last night", "that afternoon", "the next morning"."""
    n, told = WAYS[plain(said["way"])]
    n = max(n, -1)
    return Clock(WORDS["dayparts"][plain(said["part"])], Shifted("day", n, told=told))


def below(match: re.Match[str]) -> str:
    """A length of units and a half, counted in the smaller ones: P2Y6M is P30M."""
    n, half = int(match["n"] or 0), int(match["half"])
    return f"{match['p']}{n * 2 * half + half}{match['below']}"


def make_ago(said: Said) -> Meaning | None:
    """An amount of time before or after: "two years ago", "three days later"."""
    length = amount(said)
    match = LENGTH.fullmatch(HALVED.sub(below, length.value)) if length is not None else None
    if length is None or match is None:
        return None
    word = plain(said["way"]).split()[0]
    sign, told = -1 if word in BACK else 1, word in TOLD
    grain = GRAINS[match["clock"] + match["unit"]]
    if match["n"] == "X":
        return Shifted(grain, None, told=told, mod=length.mod, toward=sign)
    n = float(match["n"])
    if n != int(n) and grain in WHOLE:  # "a year and a half ago" is so many months
        grain, n = WHOLE[grain][0], n * WHOLE[grain][1]
    return Shifted(grain, sign * n, told=told, mod=length.mod, toward=sign, compares=grain == "year" and sign * n == -1)


def make_about_ago(said: Said) -> Meaning | None:
    """For "two or three years ago": about as long as the longer one."""
    found = make_ago(said)
    return replace(found, mod="APPROX") if isinstance(found, Shifted) else None


def make_some_ago(said: Said) -> Meaning | None:
    """An unsaid amount: "years ago", "days later"."""
    word = plain(said["way"]).split()[0]
    sign = -1 if word in BACK else 1
    return Shifted(GRAINS[vague_unit(said["unit"])], None, told=word in TOLD, toward=sign)


def make_about(said: Said) -> Meaning | None:
    """For "for the year", "in the month": the one that the report is about."""
    return Shifted(plain(said["unit"]), 0, told=True, about=True)


def make_beside_day(said: Said) -> Meaning | None:
    """For "The day before yesterday", "the day after tomorrow"."""
    return Shifted("day", 2 if said["way"].lower() == "after" else -2)


def make_eve(said: Said) -> Meaning | None:
    return Shifted(plain(said["unit"]), -1 if said["way"].lower() in {"before", "earlier"} else 1, told=True)


def make_year_ago(said: Said) -> Meaning | None:
    return Shifted("quarter" if "quarter" in said.match[0].lower() else "period", -1, told=True, compares=True)


# "Two days before the vote" is a duration before a noun; "two days later the vote" is not.
NO_NOUN = (
    r"(?! (?:the|to|a|an|my|our|your|his|her|its|their|I|we|you|he|she|it|they|this|that|those|being|(?-i:[A-Z]\w+)|[a-z]+ing)\b)"
)
AGO = rf"(?P<way>ago|earlier|later|previously|from now|hence|beforehand|afterwards?|thereafter|(?:before|prior|back|on){NO_NOUN})"

# "He will one day be king", "One day she left": no length of time.
AFTER_MODAL = r"(?:(?<=\bto\s)|(?<=\bmay\s)|(?<=\bcan\s)|(?<=\bwill\s)|(?<=\bwould\s)|(?<=\bcould\s)|(?<=\bmight\s))"
AFTER_PRONOUN = r"(?:(?<=\bhe\s)|(?<=\bshe\s)|(?<=\bthey\s)|(?<=\bthat\s))"
NO_LENGTH = r"(?!-| (?:after|before|later|earlier|ago|of|only|per|each|a|international|series|match|game|trip|event|off)\b)"

RULES: tuple[Rule, ...] = (
    Rule("day.named", r"(?P<day>today|yesterday|tomorrow)", lambda said: Shifted("day", NAMED_DAYS[plain(said["day"])])),
    Rule("day.beside", r"the day (?P<way>before|after) (?:yesterday|tomorrow)", make_beside_day),
    Rule("tonight", r"tonight", says(Clock("TNI", Shifted("day", 0)))),
    Rule("overnight", r"overnight", says(Clock("TNI", Shifted("day", -1)))),
    Rule("unit.way", rf"{WAY} {FISCAL}{UNIT}(?!~old|-long)", make_unit),
    Rule("named.way", rf"{WAY} (?:<bare_month>|<weekday>|<season>|<holiday>)", make_named),
    Rule("part.way", rf"{WAY} <part>", make_part),
    Rule("ago", rf"{AMOUNT}(?: or so| or more)? {AGO}", make_ago),
    Rule("ago.some", rf"(?:{MANY})?(?P<unit>days|weeks|months|years|decades|centuries) {AGO}", make_some_ago),
    Rule("ago.between", rf"<number2:number>(?:-| or | to )<number>~{UNITS} {AGO}", make_about_ago),
    Rule("day.one-ahead", rf"{AFTER_MODAL}one day{NO_LENGTH}", says(Shifted("day", None, toward=1))),
    Rule("day.one", rf"(?:{AFTER_PRONOUN}one|(?-i:One)) day{NO_LENGTH}", says(Shifted("day", None))),
    Rule("unit.beside",
         r"the (?P<unit>day|week|month|year) (?P<way>before|after|earlier)(?=[.,;)]|$| (?:in|at|when|and|but|for|to|by|on)\b)",
         make_eve),
    Rule("period.year-ago",
         r"(?:(?:the |a )?(?:comparable |corresponding |same )?year~(?:ago|earlier) (?:<quarter> )?(?P<unit>quarter|"
         r"period)|year-(?:ago|earlier))",
         make_year_ago),
    Rule("period.last-year", r"last year['’]s (?:same |comparable |corresponding )?(?P<unit>quarter|period)", make_year_ago),
    Rule("period.same-last-year",
         r"the (?:same|corresponding|comparable|like|equivalent) (?P<unit>quarter|period) (?:of )?(?:last year|"
         r"a year (?:ago|earlier)|the (?:previous|prior) year)",
         make_year_ago),
    Rule("quarter.said",
         r"(?:the|its) (?:latest |most recent |reported |just-ended |full |current )?quarter"
         r"(?!-| (?:of|final|century|mile|back|[a-z]+-final)\b)",
         says(Shifted("quarter", 0, told=True))),
    Rule("period.latest",
         r"the (?:latest|most recent) (?:period)",
         says(Shifted("quarter", 0, told=True))),
    Rule("weekend", r"(?:the |all )?weekend", says(Open(weekday=8))),
    Rule("year.fiscal-said",
         r"the (?:current )?(?:fiscal|financial|calendar|full) year",
         says(Shifted("year", 0))),
    Rule("year.fiscal-latest", r"(?:the|its) latest (?:fiscal|financial|full) year", says(Shifted("year", -1))),
    Rule("year.end", r"(?:the )?year(?:['’]s)?~end", says(Shifted("year", 0, mod="END"))),
    Rule("unit.about", r"the (?P<unit>year|month|week)(?![-–]|['’]s|~(?:ago|earlier|before|after)\b)", make_about),
    Rule("unit.plural-slip", r"this years(?! (?:of|old|ago|later)\b)", says(Shifted("year", 0))),
    Rule("year.new",
         r"the new year(?!['’]?s (?:day|eve))",
         says(Part(Open(holiday=NEW_YEAR), mod="START"))),
    Rule("then", r"(?P<then>then)", says(Reference())),
)  # fmt: skip
