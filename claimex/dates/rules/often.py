"""Sets: what comes again and again. "Every Tuesday", "twice a year", "daily"."""

from __future__ import annotations

from claimex.dates.meaning import Meaning, Often
from claimex.dates.rules.calendar import month_of, season_of
from claimex.dates.rules.rule import Rule, Said, says
from claimex.dates.vocabulary import WORDS, count, number_of, plain

__all__ = ["RULES"]

PERIODS = {
    "hour": "PT1H", "day": "P1D", "night": "XXXX-XX-XXTNI", "morning": "XXXX-XX-XXTMO", "afternoon": "XXXX-XX-XXTAF",
    "evening": "XXXX-XX-XXTEV", "week": "P1W", "weekend": "XXXX-WXX-WE", "weekday": "P1D", "fortnight": "P2W",
    "month": "P1M", "quarter": "P3M",
    "year": "P1Y", "decade": "P10Y", "century": "P100Y", "minute": "PT1M",
}  # fmt: skip
ADVERBS = {
    "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "biweekly": "P2W", "bi-weekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H",
    "semiannually": "P6M", "biannually": "P6M", "twice-yearly": "P6M", "twice-weekly": "P1W",
}  # fmt: skip
NTH_DAY = {"second": 2, "other": 2, "alternate": 2, "third": 3, "fourth": 4}


def weekday_set(text: str, part: str = "") -> Often:
    weekday = WORDS["weekdays"][plain(text).removesuffix("s")]
    return Often(f"XXXX-WXX-{weekday}{WORDS['dayparts'][plain(part).removesuffix('s')] if part else ''}")


def make_every(said: Said) -> Meaning | None:
    if said["weekday"]:
        return weekday_set(said["weekday"], said["part"])
    if said["bare_month"]:
        return Often(f"XXXX-{month_of(said['bare_month']):02}")
    if said["season"]:
        return Often(f"XXXX-{('SP', 'SU', 'FA', 'WI')[season_of(said['season'])]}")
    return Often(PERIODS[plain(said["unit"])])


def make_every_few(said: Said) -> Meaning | None:
    """For "Every four years", "every other week", "every second Tuesday"."""
    n = number_of(said["number"]) if said["number"] else NTH_DAY[plain(said["other"])] if said["other"] else None
    unit = plain(said["unit"]).removesuffix("s")
    value = PERIODS[unit]
    return Often(value.replace("1", "X" if n is None else count(n))) if value.startswith("P") else None


EVERY = "(?:every|each)(?: single)?"

RULES: tuple[Rule, ...] = (
    Rule("set.every",
         rf"{EVERY} (?:<weekday>(?: <part>)?|<bare_month>|<season>|(?P<unit>hour|day|night|morning|afternoon|evening|"
         rf"weekend|weekday|week|month|quarter|year|decade|century|minute))(?! (?:of the|old|ago|when|that)\b)",
         make_every),
    Rule("set.every-few",
         r"every (?:<number>|(?P<few>few|several|couple of)|(?P<other>other|second|third|fourth|alternate)) (?P<unit>minute"
         r"s?|hours?|days?|weeks?|months?|quarters?|years?|decades?)",
         make_every_few),
    Rule("set.adverb",
         r"(?P<word>" + "|".join(sorted(ADVERBS, reverse=True)) + ")",
         lambda said: Often(ADVERBS[plain(said["word"])])),
    Rule("set.weekdays",
         r"(?:<weekday>s(?: (?P<part>morning|afternoon|evening|night)s?)?)",
         lambda said: weekday_set(said["weekday"], said["part"])),
    Rule("set.weekday-parts",
         r"<weekday> (?P<part>mornings|afternoons|evenings|nights)",
         lambda said: weekday_set(said["weekday"], said["part"])),
    Rule("set.weekends", r"(?:weekends)", says(Often("XXXX-WXX-WE"))),
    Rule("set.times",
         r"(?:once|twice|(?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d{1,3}) times) (?:an?|each|every|per)"
         r" (?P<unit>hour|day|week|fortnight|month|quarter|year|decade|minute)",
         lambda said: Often(PERIODS[plain(said["unit"])])),
    Rule("set.always", r"24 hours (?:a|per) day(?:,? (?:seven|7) days a week)?", says(Often("P1D"))),
    Rule("set.per", r"per (?P<unit>day|week|month|year|annum)", lambda said: Often(PERIODS.get(plain(said["unit"]), "P1Y"))),
)  # fmt: skip
