"""Number words, digits, ordinals, fractions and multipliers: text -> value. Needs no context and no model.

Each reader takes the whole of a text ("two-thirds") and gives its value, or None where the text is no such number. The
patterns (`NUMBER`, `FRACTION`, `MULTIPLIER`) are sources of regular expressions that find in a longer text what the readers
read; use them with `re.IGNORECASE`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "FRACTION",
    "MULTIPLIER",
    "NUMBER",
    "SCALE",
    "START",
    "any_of",
    "read_fraction",
    "read_multiplier",
    "read_number",
    "read_ordinal",
]

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
TEENS = frozenset(word for word, value in SMALL.items() if value > 12)  # noqa: PLR2004  # those that only add "-th"
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12,
    "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
# "m" is a million or metres: who knows the unit decides; here it is a million.
SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12}
PLURALS = {"tens": 10, "scores": 20} | {f"{word}s": value for word, value in SCALES.items()}
GLYPHS = {
    "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875, "⅕": 0.2, "⅖": 0.4,
}  # fmt: skip
ORDINAL_WORDS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9,
}  # fmt: skip
ORDINAL_WORDS |= {f"{word}th": SMALL[word] for word in TEENS} | {f"{word[:-1]}ieth": value for word, value in TENS.items()}
PARTS = {"half": 2, "quarter": 4} | {word: value for word, value in ORDINAL_WORDS.items() if word not in {"first", "second"}}
FOLDS = {
    "once": 1, "twice": 2, "thrice": 3, "double": 2, "doubled": 2, "doubling": 2, "doubles": 2, "triple": 3, "tripled": 3,
    "tripling": 3, "triples": 3, "treble": 3, "trebled": 3, "trebling": 3, "quadruple": 4, "quadrupled": 4, "quadrupling": 4,
    "quintupled": 5, "quintuple": 5,
}  # fmt: skip


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of some words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))) + ")"


DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,15})(?:\.\d{1,8})?(?:[½¼¾⅓⅔⅛⅜⅝⅞⅕⅖]|[ -][1-7]/[2-9]\b)?|[½¼¾⅓⅔⅛⅜⅝⅞⅕⅖]"
SCALE = any_of(SCALES)
UNITS = any_of(word for word, value in SMALL.items() if 0 < value < 10)  # noqa: PLR2004
UNDER_100 = f"(?:{any_of(TENS)}(?:[- ]?{UNITS})?|{any_of(SMALL)})\\b"
AND_A_HALF = "(?:and (?:a|one|three)[ -](?:half|quarters?)\\b)"
UNDER_1000 = f"(?:(?:{UNDER_100}|an?|several|a few)[ -]hundred\\b(?:(?: and)? {UNDER_100})?|{UNDER_100})"
# At most three scales after each other: "two billion three hundred thousand and six".
WORDED = (
    f"{UNDER_1000}(?: {AND_A_HALF})?(?:[ -]{SCALE}\\b"
    f"(?:(?: and)? {UNDER_1000}[ -]thousand\\b)?(?:(?: and)? {UNDER_1000}(?![ -]{SCALE}|-))?)?"
)
VAGUE = f"{any_of(PLURALS)}(?: of {any_of(PLURALS)})?\\b"
SCALED = f"(?:half[ -])?(?:an?|several|a few|a couple of)[ -]{SCALE}\\b(?: {AND_A_HALF}|(?: and)? {UNDER_1000}(?![ -]{SCALE}|-))?"
SUFFIX = any_of(SUFFIXES)
NUMBER = (
    f"(?:(?:{DIGITS})(?:[ -]{SCALE}\\b|{SUFFIX}(?![a-z]))?(?: {AND_A_HALF})?"
    f"|{SCALED}(?:[ -]{SCALE}\\b)?|{WORDED}|{VAGUE}|a couple(?= of\\b| more\\b))"
)
# How every NUMBER begins: cheap to compile and to search for; few of these begin none.
START = (
    f"(?:[\\d½¼¾⅓⅔⅛⅜⅝⅞⅕⅖]|{any_of(TENS)}|{any_of(SMALL)}\\b"
    f"|(?:half[ -])?(?:an?|several|a few|a couple of)[ -]{SCALE}\\b|{any_of(PLURALS)}\\b|a couple\\b)"
)
PART = any_of(PARTS)
PART_PLURALS = any_of(f"{word}s" for word in PARTS if word != "half")
WHOLE = f"(?:\\d{{1,7}}|{UNDER_100})"
FRACTION = (
    f"(?:{WHOLE} (?:in|out of)(?: every)? {WHOLE}(?![\\w-]|[.,]\\d)|(?:an?|one)[- ]{PART}\\b"
    f"|{UNDER_100}[- ]{PART_PLURALS}\\b|half\\b|\\d{{1,3}}/\\d{{1,4}}\\b)"
)
COUNT = any_of([*SMALL, *TENS])
MULTIPLIER = f"(?:{any_of(FOLDS)}\\b|(?:\\d{{1,6}}(?:\\.\\d{{1,4}})?|{COUNT}|{UNDER_100})(?:[- ]?fold\\b| times\\b))"

ALL_DIGITS = re.compile(f"({DIGITS})(?:[ -]?({SCALE}|{any_of(SUFFIXES)}))?( {AND_A_HALF})?", re.IGNORECASE)
HALVES = {"half": 0.5, "quarter": 0.25, "quarters": 0.25}


def read_number(text: str) -> int | float | None:
    """The value of a cardinal in digits or words: "1,100", "1.5 million", "two dozen", "half a million", "2½".

    Plural scales give the least that they mean: "hundreds of thousands" is 100,000, "a couple" 2.
    """
    text = " ".join(text.lower().split())
    found = ALL_DIGITS.fullmatch(text)
    if found:
        value = read_digits(found[1]) + (half_of(found[3]) if found[3] else 0)
        scale = found[2]
        return tidy(value * (SCALES | SUFFIXES)[scale] if scale else value)
    if text in {"a couple", "couple"}:
        return 2
    words = text.replace("-", " ").replace("–", " ").replace(",", " ").split()
    if not words:
        return None
    if words and all(word in PLURALS or word == "of" for word in words):
        value = 1
        for word in words:
            value *= PLURALS.get(word, 1)
        return value
    return read_words(words)


def read_digits(text: str) -> int | float:
    """Digits with thousands' commas, decimals and a fraction after them."""
    value: int | float = 0
    if text[-1] in GLYPHS:
        value, text = GLYPHS[text[-1]], text[:-1]
    elif "/" in text:
        text, part = text[:-4], text[-3:]
        value = int(part[0]) / int(part[2])
    if not text:
        return value
    digits = text.replace(",", "")
    return (float(digits) if "." in digits else int(digits)) + value


def half_of(text: str) -> float:
    """The fraction of "and a half", "and three quarters"."""
    words = text.replace("-", " ").split()
    return HALVES[words[-1]] * (3 if "three" in words else 1)


def read_words(words: list[str]) -> int | float | None:
    """The value of number words; None where one of them is none, or where they do not follow each other as in a number."""
    half = words[:2] in (["half", "a"], ["half", "an"])
    if half:
        words = words[1:]
    total: int | float = 0
    part: int | float = 0
    scale = 0
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word in SMALL or word in TENS:
            value = SMALL.get(word, TENS.get(word, 0))
            if part % 100 and (part % 10 or value >= 10):  # noqa: PLR2004  # "twenty one", "hundred twenty", never "two three"
                return None
            part += value
        elif word in SCALES:
            if word == "hundred":
                part = (part or 1) * 100
            else:
                if scale and SCALES[word] >= scale and scale != SCALES["dozen"]:
                    return None
                scale = SCALES[word]
                total, part = total + (part or 1) * scale, 0
        elif word in HALVES:  # "two and a half million" against "a million and a half"
            part += HALVES[word] * (scale if not part else 1)
        elif word in {"a", "an", "and", "few", "several", "couple", "of", "one"}:
            # "a few hundred" and "several hundred" count as one hundred at least; "a couple of hundred" as two
            part = 2 if word == "couple" and after == "of" else part
        else:
            return None
    return tidy((total + part) / 2 if half else total + part) if total + part or words == ["zero"] else None


def tidy(value: float) -> int | float:
    """An integer where it is one; else without the dust of floating point."""
    return int(value) if value == int(value) else float(f"{value:.12g}")


def read_ordinal(text: str) -> int | None:
    """The rank that an ordinal gives: "third", "22nd", "twenty-first", "hundred and tenth" -> 3, 22, 21, 110."""
    text = text.lower().strip()
    found = re.fullmatch(r"(\d{1,9}|\d{1,3}(?:,\d{3}){1,3})\s?(?:st|nd|rd|th)", text)
    if found:
        return int(found[1].replace(",", ""))
    words = text.replace("-", " ").split()
    if not words or words[-1] not in ORDINAL_WORDS:
        return None
    last = ORDINAL_WORDS[words[-1]]
    if len(words) == 1:
        return last
    before = read_words([word for word in words[:-1] if word != "and"])
    if before is None:
        return None
    whole = before * last if last >= 100 else before + last if before % (100 if last > 9 else 10) == 0 else 0  # noqa: PLR2004
    return int(whole) or None


def read_fraction(text: str) -> float | None:
    """The share that a fraction gives: "one in five", "two-thirds", "half", "a quarter", "3 out of 10", "1/3"."""
    text = " ".join(text.lower().split())
    found = re.fullmatch(r"(.{1,30}?) (?:in|out of)(?: every)? (.{1,30})", text) or re.fullmatch(r"(\d{1,3})/(\d{1,4})", text)
    if found:
        part, whole = read_number(found[1]), read_number(found[2])
        return part / whole if part is not None and whole and part <= whole else None
    words = [word for word in text.replace("-", " ").split() if word != "of"]
    if len(words) == 1:
        return 0.5 if words == ["half"] else GLYPHS.get(text)
    if len(words) != 2:  # noqa: PLR2004
        return None
    count = 1 if words[0] in {"a", "an"} else read_number(words[0])
    name = words[1] if words[1] in PARTS else words[1].removesuffix("s")
    return count / PARTS[name] if count is not None and name in PARTS and count < PARTS[name] else None


def read_multiplier(text: str) -> int | float | None:
    """How many times as much: "twice", "double", "tripled", "threefold", "18-fold", "three times", "2.5 times"."""
    text = text.lower().strip()
    if text in FOLDS:
        return FOLDS[text]
    found = re.fullmatch(r"(.{1,30}?)(?:[- ]?fold| times)", text)
    return read_number(found[1]) if found else None
