"""Days counted exactly from a day that is said: "three weeks ago today", "a week from Tuesday", "in two weeks' time"."""

from __future__ import annotations

from claimex.dates.meaning import Clock, Meaning, Moved, Open, Shifted
from claimex.dates.rules.amounts import AMOUNT, amount
from claimex.dates.rules.clock import is_day
from claimex.dates.rules.relative import GRAINS, LENGTH, NAMED_DAYS
from claimex.dates.rules.rule import Rule, Said
from claimex.dates.vocabulary import WORDS, number_of, plain

__all__ = ["RULES"]

LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y"}


def make_from_day(said: Said) -> Meaning | None:
    """For "Three weeks ago today", "a year ago tomorrow": the day itself, and not the week or year around it."""
    before = said.before
    if not isinstance(before, Shifted) or before.n is None or before.told or before.grain not in LETTERS or before.mod:
        return None
    return Moved(Shifted("day", NAMED_DAYS[plain(said["day"])]), int(before.n), LETTERS[before.grain])


def make_week_from(said: Said) -> Meaning | None:
    """For "A week from Tuesday", "a week on Friday", "two weeks from today", "a week ago Friday"."""
    n = 1 if plain(said["n"]) in {"a", "one"} else int(number_of(said["n"]) or 0)
    back = plain(said["way"]) == "ago"
    if said["day"]:
        return Moved(Shifted("day", NAMED_DAYS[plain(said["day"])]), -n if back else n, "W")
    weekday = Open(weekday=int(WORDS["weekdays"][plain(said["weekday"])]), way=-1 if back else 0)
    return Moved(weekday, -n if back else n, "W")


def make_weekday_week(said: Said) -> Meaning | None:
    """For "Tuesday week", as in British papers: the Tuesday after the next one."""
    return Moved(Open(weekday=int(WORDS["weekdays"][plain(said["weekday"])]), way=0), 1, "W")


def make_time(said: Said) -> Meaning | None:
    """For "In two weeks' time": so far ahead as an amount with "ago" is back."""
    length = amount(said)
    match = LENGTH.fullmatch(length.value) if length is not None else None
    if length is None or match is None:
        return None
    grain = GRAINS[match["clock"] + match["unit"]]
    if match["n"] == "X" or "." in match["n"]:
        return Shifted(grain, None, toward=1)
    return Shifted(grain, int(match["n"]), mod=length.mod, toward=1)


def make_beside_day(said: Said) -> Meaning | None:
    """For "The day before Thanksgiving", "the day after last Tuesday's vote"."""
    if not is_day(said.inner) or said.inner is None:
        return None
    return Moved(said.inner, -1 if plain(said["way"]) == "before" else 1, "D")


def make_beside_part(said: Said) -> Meaning | None:
    """For "The night before", "the morning after"."""
    n = -1 if plain(said["way"]) in {"before", "earlier"} else 1
    return Clock(WORDS["dayparts"][plain(said["part"])], Shifted("day", n, told=True))


RULES: tuple[Rule, ...] = (
    Rule("moved.ago-day", r"@ (?P<day>today|yesterday|tomorrow)", make_from_day),
    Rule("moved.week-from",
         r"(?P<n>an?|one|two|three) weeks? (?P<way>from|on|ago)(?: on)? (?:<weekday>|(?P<day>today|tomorrow))",
         make_week_from),
    Rule("moved.weekday-week", r"<weekday> week(?=[.,;:)]|$|\n| (?:in|at|to|when|and|for|with)\b)", make_weekday_week),
    Rule("moved.time", rf"{AMOUNT}['’]s? time(?! (?:of|off|limit))", make_time),
    Rule("moved.day-beside", r"the day (?P<way>before|after) @", make_beside_day),
    Rule("moved.part-beside",
         r"the <part> (?P<way>before|after|earlier)(?=[.,;)]|$|\n| (?:in|at|when|and|but|for|to|by|on)\b)",
         make_beside_part),
)  # fmt: skip
