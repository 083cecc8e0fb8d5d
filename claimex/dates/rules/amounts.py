"""Durations: exact, about, vague, and those that end or begin at the publication date."""

from __future__ import annotations

from claimex.dates.meaning import Length, Meaning
from claimex.dates.rules.rule import Rule, Said
from claimex.dates.vocabulary import WORDS, count, number_of, plain

__all__ = ["AMOUNT", "MANY", "RULES", "UNITS", "amount", "vague_unit"]

# Unit -> how many of which TIMEX3 letter.
LETTERS: dict[str, tuple[float, str]] = {
    "second": (1, "TS"), "minute": (1, "TM"), "hour": (1, "TH"), "day": (1, "D"), "night": (1, "D"), "week": (1, "W"),
    "fortnight": (2, "W"), "month": (1, "M"), "quarter": (3, "M"), "year": (1, "Y"), "decade": (10, "Y"), "century": (100, "Y"),
    "millennium": (1000, "Y"), "centurie": (100, "Y"), "millennia": (1000, "Y"), "weekend": (1, "WE"), "summer": (1, "SU"),
    "winter": (1, "WI"), "yr": (1, "Y"), "hr": (1, "TH"), "min": (1, "TM"),
}  # fmt: skip
UNITS = (
    r"(?P<unit>seconds?|minutes?|hours?|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?|years?|decades?"
    r"|century|centuries|millennium|millennia|yrs?|hrs?|mins?)"
)
MORE = (
    "(?:(?:more|additional|straight|consecutive|successive|full|long|whole|calendar|trading|working|business|further|extra"
    "|other|solid|short)~)?"
)
AMOUNT = (
    rf"(?:(?:an? )?<vague> {MORE}"
    rf"|(?:<approx> )?(?:(?P<one>an?|another|one) {MORE}(?:(?P<half>half)(?:~an?)?~)?|<number>\]?~{MORE}))"
    rf"{UNITS}(?P<more> and a half)?"
)


HALF = 0.5
SMALLER = {"Y": (6, "M"), "TH": (30, "M"), "TM": (30, "S")}  # half a unit in whole ones of the next
YEAR_FIGURES = 4
NO_ARTICLE = frozenset({"second", "quarter", "night", "weekend"})
MAX_QUARTERS = 40


def vague_unit(text: str) -> str:
    """The TIMEX3 letter of a unit."""
    size, letter = LETTERS[unit_of(text)]
    return "Y" if size > 3 else letter.removeprefix("T")  # noqa: PLR2004  # decades and centuries are counted in years


def unit_of(text: str) -> str:
    key = plain(text)
    return key if key in LETTERS else key.removesuffix("s")


def length(n: float | None, unit: str, mod: str | None = None, way: int = 0) -> Length:
    """A duration of `n` units; None for an unsaid number."""
    size, letter = LETTERS[unit_of(unit)]
    if n is not None and n % 1 == HALF and size == 1 and letter in SMALLER:
        return Length(halved(int(n), letter), mod, way)
    body = "X" if n is None else count(n * size)
    if n is None and size > 1:
        return Length(f"PX{'Y' if letter == 'Y' else letter}", mod, way)
    return Length(f"PT{body}{letter[1]}" if letter.startswith("T") else f"P{body}{letter}", mod, way)


def halved(n: int, letter: str) -> str:
    """A number of units and a half: "two and a half hours" is PT2H30M, "half an hour" PT30M."""
    half, below = SMALLER[letter]
    time = "PT" if letter.startswith("T") else "P"
    return f"{time}{f'{n}{letter[-1]}' if n else ''}{half}{below}"


def amount(said: Said) -> Length | None:
    """The duration that AMOUNT's words give; None where they count no time ("a second", "the 1988 quarter")."""
    mod = WORDS["approximate"].get(plain(said["approx"])) if said["approx"] else None
    unit = unit_of(said["unit"])
    more = HALF if said["more"] else 0
    if said["vague"]:
        two = "couple" in said["vague"].lower()
        if plain(said["vague"]) == "some" and unit == plain(said["unit"]):  # "some day"
            return None
        return length(2 if two else None, unit, "APPROX" if two else mod)
    if said["one"]:
        if unit in NO_ARTICLE and not said["half"]:
            return None
        return length(HALF if said["half"] else 1 + more, unit, mod)
    n = number_of(said["number"])
    return None if n is None or is_year(said) else length(n + more, unit, mod)


def is_year(said: Said) -> bool:
    """Whether the number names the unit rather than counts it: "the 1988 quarter", "on that 2018 day"."""
    if unit_of(said["unit"]) == "quarter" and (number_of(said["number"]) or 0) > MAX_QUARTERS:
        return True
    return said["number"].isdigit() and len(said["number"]) == YEAR_FIGURES and not plain(said["unit"]).endswith("s")


def make_amount(said: Said) -> Meaning | None:
    if said["one"] and plain(said["one"]) == "another" and said["half"]:
        return None
    return amount(said)


def make_half(said: Said) -> Meaning | None:
    """Half an hour, half a century, a half-hour."""
    if unit_of(said["unit"]) == "hour":
        return length(30, "minute", WORDS["approximate"].get(plain(said["approx"])) if said["approx"] else None)
    return length(HALF, said["unit"], WORDS["approximate"].get(plain(said["approx"])) if said["approx"] else None)


PAST_WAYS = frozenset({"past", "last", "previous", "preceding", "recent"})
FUTURE_WAYS = frozenset({"next", "coming", "following", "upcoming"})


def make_span(said: Said) -> Meaning | None:
    """For "The past two years", "the first nine months", "the next few days"."""
    way = plain(said["way"])
    sign = -1 if way in PAST_WAYS else 1 if way in FUTURE_WAYS else 0
    if said["vague"]:
        two = "couple" in said["vague"].lower()
        return length(2 if two else None, said["unit"], "APPROX" if two else None, sign)
    if said["number"] and unit_of(said["unit"]) == "quarter" and (number_of(said["number"]) or 0) > MAX_QUARTERS:
        return None
    n = number_of(said["number"]) if said["number"] else (1 if not plain(said["unit"]).endswith("s") else None)
    return length(n, said["unit"], WORDS["approximate"].get(plain(said["approx"])) if said["approx"] else None, sign)


def make_between(said: Said) -> Meaning | None:
    """For "Two to three weeks", "the next two or three weeks": as long as the longer one at the most."""
    sign = -1 if plain(said["way"]) in PAST_WAYS else 1 if plain(said["way"]) in FUTURE_WAYS else 0
    return length(number_of(said["number2"]), said["unit"], "EQUAL_OR_LESS", sign)


def make_compound(said: Said) -> Meaning | None:
    """For "Two hours and 15 minutes", "a year and three months"."""
    first = number_of(said["number"]) if said["number"] else 1
    second = number_of(said["also"])
    a, b = plain(said["unit"]).removesuffix("s"), plain(said["unit2"]).removesuffix("s")
    if first is None or second is None:
        return None
    la, lb = LETTERS[a][1], LETTERS[b][1]
    time = "T" if la.startswith("T") else ""
    return Length(f"P{time}{count(first)}{la[-1]}{'T' if lb.startswith('T') and not time else ''}{count(second)}{lb[-1]}")


def make_compressed(said: Said) -> Meaning | None:
    return length(
        number_of(said["number"]), said["unit"], WORDS["approximate"].get(plain(said["approx"])) if said["approx"] else None
    )


MANY = "(?:(?:tens|hundreds) of thousands|tens|dozens|scores|hundreds|thousands|millions) of "
SOME_HUNDRED = "(?:several|a few|few|many|a couple of) (?:dozen|hundred|thousand|million) "
NO_AGE = r"(?!['’]?(?:~olds?| of age|~aged|-earlier|-ago|-end|-long)\b)"

RULES: tuple[Rule, ...] = (
    Rule("duration", rf"{AMOUNT}(?: or so| or two)?{NO_AGE}", make_amount),
    Rule("duration.adjective", rf"<number>-{UNITS}(?:-long)?{NO_AGE}", make_compressed),
    Rule("duration.several", rf"(?:several|multi)-{UNITS}(?:-long)?{NO_AGE}", lambda said: length(None, said["unit"])),
    Rule("duration.hundreds",
         rf"(?:{MANY}|{SOME_HUNDRED})(?P<unit>hours|days|weeks|months|years)",
         lambda said: length(None, said["unit"])),
    Rule("duration.half", rf"(?:<approx> )?(?:half~an?~|a half~|a half of an? ){UNITS}{NO_AGE}", make_half),
    Rule("duration.way",
         rf"(?:(?P<approx>at least|nearly|almost|about) )?(?:the |these |those )?(?P<way>past|last|previous|preceding|"
         rf"next|coming|following|first|final|latest|early|upcoming) (?!as )(?:<approx2:approx> )?(?:<vague> |<number> "
         rf"){MORE}{UNITS}(?: or so)?{NO_AGE}",
         make_span),
    Rule("duration.year-earlier", r"(?:the )?year~(?:ago|earlier) <number> (?P<unit>months|weeks)",
         lambda said: length(number_of(said["number"]), said["unit"])),
    Rule("duration.way-between",
         rf"(?:the )?(?P<way>past|last|next|coming|first) <number>(?:-| to | or )<number2:number> {UNITS}",
         make_between),
    Rule("duration.way-plural",
         r"(?:the |these |those )?(?P<way>past|last|recent|next|coming|following|first|final|opening|closing|early|latest|"
         r"upcoming|intervening|succeeding)(?P<vague>)(?P<number>)(?P<approx>) (?P<unit>days|weeks|months|years|decades|"
         r"centuries|hours|minutes|quarters)(?: (?:and|or) (?:weeks|months|years|decades))?(?! (?:ago|later|earlier|before)\b)",
         make_span),
    Rule("duration.the",
         rf"(?:the |all |those |these )(?P<way>)(?P<vague>)(?P<approx>)<number> {MORE}{UNITS}{NO_AGE}",
         make_span),
    Rule("duration.long", r"(?P<unit>minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries)-?long",
         lambda said: length(None if plain(said["unit"]).endswith("s") else 1, said["unit"])),
    Rule("duration.between", rf"<number>(?:-|–| to | or )<number2:number> {UNITS}", make_between),
    Rule("duration.two-units",
         r"(?:<number>|an?) (?P<unit>years?|months?|weeks?|days?|hours?|minutes?),? (?:and )?<also:number> (?P<unit2>months"
         r"?|weeks?|days?|hours?|minutes?|seconds?)",
         make_compound),
    Rule("duration.plural",
         r"(?:many |countless )?(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes)"
         r"(?: (?:and|or) (?:(?:hours|days|weeks|months|years|decades)\b)(?! (?:ago|later|earlier|before)\b))?",
         lambda said: length(None, said["unit"])),
)  # fmt: skip
