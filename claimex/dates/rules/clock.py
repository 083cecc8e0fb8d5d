"""Times of day, alone or on a day."""

from __future__ import annotations

from claimex.dates.meaning import Clock, Fixed, Meaning, Moved, Nth, Open, Pair, Shifted
from claimex.dates.rules.rule import Rule, Said
from claimex.dates.vocabulary import BREAK, WORDS, number_of, plain

__all__ = ["RULES", "day_in", "is_day"]

NOON = 12
PARTS = frozenset(Clock(part, None) for part in WORDS["dayparts"].values())
MARKS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def is_day(meaning: Meaning | None) -> bool:
    """Whether an expression names one day."""
    match meaning:
        case Open(weekday=weekday, day=d, holiday=holiday):
            return weekday in range(1, 8) if weekday is not None else d is not None or holiday is not None
        case Fixed(period=period):
            return period.grain == "day"
        case Shifted(grain="day", n=n):
            return n is not None
        case Nth(unit="day") | Moved():
            return True
        case _:
            return False


def make_clock(said: Said) -> Meaning | None:
    hour, minute = int(number_of(said["hour"]) or 0), said["minute"]
    half = plain(said["half"]).replace(".", "").replace(" ", "")
    if half in {"pm", "intheafternoon", "intheevening", "atnight"}:
        hour += NOON if hour < NOON else 0
    elif half in {"am", "inthemorning"} and hour == NOON:
        hour = 0
    if hour > 24 or (minute and int(minute) > 59):  # noqa: PLR2004  # hours and minutes
        return None
    return Clock(f"T{hour:02}:{minute or '00'}", None)


def make_early_hours(said: Said) -> Meaning | None:
    """For "the early hours of Friday", "the small hours of Sunday morning"."""
    inner = said.inner.of if isinstance(said.inner, Clock) else said.inner
    return Clock("TMO", inner, "START") if is_day(inner) else None


def make_past(said: Said) -> Meaning | None:
    """For "half past five", "a quarter to six"."""
    found = make_clock(said)
    if not isinstance(found, Clock):
        return None
    words = plain(said.match[0])
    hour = int(found.time[1:3])
    minutes = hour * 60 + (30 if words.startswith("half") else 15 if " past " in words else -15)
    return Clock(f"T{minutes // 60 % 24:02}:{minutes % 60:02}", None)


def make_military(said: Said) -> Meaning | None:
    hour = int(said["hour"])
    return Clock(f"T{hour:02}:{said['minute']}", None) if hour <= 24 and int(said["minute"]) < 60 else None  # noqa: PLR2004


def make_on_day(said: Said) -> Meaning | None:
    """A time of day before its day: "10 p.m. Wednesday", "the evening of July 4"."""
    if said.before in PARTS and BREAK in said.match[0]:  # a headline's last word and the date below it
        return None
    if not isinstance(said.before, Clock) or said.before.of is not None:
        return None
    inner = said.inner if said.before in PARTS else day_in(said.inner)
    return Clock(said.before.time, inner, said.before.mod) if is_day(inner) else None


def day_in(meaning: Meaning | None) -> Meaning | None:
    """The day of a part of it, where a time says more: "Friday night" in "10 p.m. Friday night"."""
    return meaning.of if isinstance(meaning, Clock) and Clock(meaning.time, None) in PARTS else meaning


def make_day_time(said: Said) -> Meaning | None:
    """A day before its time: "Wednesday at 3 p.m."."""
    if not isinstance(said.inner, Clock) or said.inner.of is not None:
        return None
    before = said.before if said.inner in PARTS else day_in(said.before)
    return Clock(said.inner.time, before, said.inner.mod) if is_day(before) else None


def make_day_part(said: Said) -> Meaning | None:
    """For "Tuesday night", "yesterday morning", "July 4 evening"."""
    return Clock(WORDS["dayparts"][plain(said["part"])], said.before) if is_day(said.before) else None


def make_part_of_day(said: Said) -> Meaning | None:
    """For "The evening of January 29", "early in the morning of 3 May"."""
    inner = said.inner.first if isinstance(said.inner, Pair) and said.inner.cut is None else said.inner  # "the night of 3-4 May"
    return Clock(WORDS["dayparts"][plain(said["part"])], inner) if is_day(inner) else None


NO_RADIO = r"(?! (?:radio|stations?|band|dial|frequenc\w{1,4}|and FM)\b)"
HALF = rf"(?P<half>a\.? ?m\.?{NO_RADIO}|p\.? ?m\.?|in the (?:morning|afternoon|evening)|at night|o['’]?clock)"
HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
ZONE = "(?:,? <zone>)?"

RULES: tuple[Rule, ...] = (
    Rule("clock", rf"(?P<hour>1[0-9]|2[0-4]|0?[0-9])(?:[:.](?P<minute>[0-5]\d))? ?{HALF}{ZONE}", make_clock),
    Rule("clock.words",
         rf"(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?P<minute>) {HALF}{ZONE}",
         make_clock),
    Rule("clock.past",
         rf"(?:half past|(?:a )?quarter (?:past|to)) (?P<hour>{HOURS}|1[0-2]|[1-9])(?: ?{HALF})?{ZONE}",
         make_past),
    Rule("clock.24", r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?P<half>)(?![:.]?\d)(?: hours)?(?:,? <zone>)?", make_clock),
    Rule("clock.hours", r"(?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d) (?:hours|hrs)", make_military),
    Rule("clock.early-hours", r"the (?:early|small|wee|first) hours (?:of|on) (?:the )?@", make_early_hours),
    Rule("clock.zone", r"(?P<hour>[01]\d|2[0-4])[:.]?(?P<minute>[0-5]\d)(?: hours)?,? <zone>", make_military),
    Rule("clock.mark",
         r"(?:(?:12|twelve) )?(?<!high\s)(?P<mark>noon|midday|midnight)(?:,? <zone>)?",
         lambda said: Clock(MARKS[plain(said["mark"])], None)),
    Rule("clock.part",
         r"(?:the )?(?:early |late |mid~)?(?P<part>morning|afternoon|evening|night)(?! (?:shift|club|watch|school|sky))",
         lambda said: Clock(WORDS["dayparts"][plain(said["part"])], None)),
    Rule("clock.part-of", r"(?:the )?(?:(?:early|late)~)?(?:in the )?<part>(?: hours)?(?: of|,) (?:the )?@", make_part_of_day),
    Rule("clock.on-day", r"@,? (?:on |of )?@", make_on_day),
    Rule("day.at-clock", r"@,? (?:at |around |about |at about |at around |by )?@", make_day_time),
    Rule("day.part", r"@(?: at|,)? (?:early |late |in the )?<part>", make_day_part),
)  # fmt: skip
