"""The words of the date grammar, read once from words.toml, and the pieces of pattern that stand for them.

A rule's pattern is a regular expression in which `<name>` stands for a piece of that name (`<as:name>` gives it another
group name), a blank for white space with at most one line break, so that a blank line always ends an expression (the text has its
lone line breaks marked for that, by `with_marked_breaks`), and `~` for a blank or a hyphen.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from claimex.lists import table

__all__ = [
    "BREAK",
    "LEADS",
    "PIECES",
    "WORDS",
    "compiled",
    "count",
    "hearts",
    "number_of",
    "ordinal_of",
    "with_marked_breaks",
    "year_of",
]

WORDS: dict[str, dict[str, Any]] = table("claimex.dates", "words.toml")
LEADS = frozenset(WORDS["leads"]["words"]) | frozenset(word.split()[0] for word in WORDS["approximate"])
REFERENCES = {
    word: value
    for table, value in (("present", "PRESENT_REF"), ("past", "PAST_REF"), ("future", "FUTURE_REF"))
    for word in WORDS[table]["words"]
}
APOSTROPHE = "['’]"
GAP = r"(?:[^\S\n]{1,13})"  # in a text whose lone line breaks are marked: a blank line ends every expression
LINE_BREAKS = re.compile(r"\n(?:[^\S\n]{0,99}\n)*")
BREAK = "\v"


def with_marked_breaks(text: str) -> str:
    """The text with a vertical tab for each line break that is no part of a blank line; nothing moves."""
    return LINE_BREAKS.sub(lambda match: BREAK if match[0] == "\n" else match[0], text) if "\n" in text else text


def any_of(words: Any, *, plural: str = "") -> str:  # noqa: ANN401  # a table or a list of words
    """An alternation of words, written as a tree of their beginnings: it is compiled and matched in half the time.

    Where one word begins another, the longer one is tried first.
    """
    tree: dict[str, Any] = {}
    for word in sorted(words):
        node = tree
        for letter in word:
            node = node.setdefault(shape(letter), {})
        node[END] = {}
    return branches(tree) + plural


END = ""


def branches(tree: dict[str, Any]) -> str:
    """What may follow at one place of a tree of beginnings."""
    found = [letter + branches(rest) for letter, rest in tree.items() if letter != END]
    if not found:
        return ""
    if END not in tree and len(found) == 1:
        return found[0]
    return f"(?:{'|'.join(found)}){'?' if END in tree else ''}"


def shape(letter: str) -> str:
    """A character as a pattern: blanks may be line breaks, apostrophes typographic or left out, hyphens blanks."""
    return {" ": " ", "'": f"{APOSTROPHE}?", "-": "~"}.get(letter) or re.escape(letter)


def capital(words: Any) -> str:  # noqa: ANN401  # as above
    """An alternation of words that are only read with a capital: "May", "MAY", but not "may"."""
    return "(?-i:" + any_of([word.capitalize() for word in words] + [word.upper() for word in words]) + ")"


SMALL = {word: n for word, n in WORDS["numbers"].items() if n < 20}  # noqa: PLR2004  # those that stand after a ten
TENS = {word: n for word, n in WORDS["numbers"].items() if n >= 20}  # noqa: PLR2004
UNDER_100 = f"(?:{any_of(TENS)}(?:~{any_of([w for w, n in SMALL.items() if n < 10])})?|{any_of(SMALL)})"  # noqa: PLR2004
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,4}(?:\.\d{1,2})?(?:~\d/\d)?"
    rf"|(?:a |an )?(?:{UNDER_100} )?{any_of(WORDS['scales'])}(?: and {UNDER_100})?|{UNDER_100}(?: and a half)?)"
)
MONTH_LOOSE = [word for word in WORDS["months"] if word not in {"may", "march"}]
PIECES: dict[str, str] = {
    "month": f"(?:{any_of(MONTH_LOOSE)}|{capital(['may', 'march'])}|{capital(WORDS['months_short'])}\\.?)",
    "full_month": f"(?:{any_of(MONTH_LOOSE)}|{capital(['may', 'march'])})",
    "bare_month": capital(WORDS["months"]),
    "day": r"(?:3[01]|[12]\d|0?[1-9])",
    "nth": rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)|{any_of(WORDS['ordinals'])})",
    "year": r"(?:1[0-9]|20)\d\d",
    "weekday": any_of(WORDS["weekdays"]),
    "any_weekday": f"(?:{any_of(WORDS['weekdays'])}|{capital(WORDS['weekdays_short'])}\\.?)",
    "season": any_of(WORDS["seasons"]),
    "number": NUMBER,
    "unit": any_of(WORDS["units"]),
    "holiday": any_of(WORDS["holidays"]),
    "decade": any_of(WORDS["decades"]),
    "ordinal": rf"(?:{any_of(WORDS['ordinals'])}|\d{{1,2}}(?:st|nd|rd|th))",
    "quarter": r"(?:first|second|third|fourth|1st|2nd|3rd|4th)",
    "part": any_of(WORDS["dayparts"]),
    "approx": any_of(WORDS["approximate"]),
    "present": any_of(WORDS["present"]["words"]),
    "reference": any_of(REFERENCES),
    "vague": r"(?:several|a few|few|many|a couple of|a couple|some|couple of|couple|a number of|recent|countless|numerous)",
    "zone": r"(?:(?:GMT|UTC|BST|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|IST|JST|AEST|AEDT|NZST|ET|PT|CT"
            r"|AST|ADT|AKST|AKDT|HST|EET|EEST|MSK|HKT|SGT|KST|SAST|EAT|WAT|PKT|NZDT"
            r"|(?:Eastern|Central|Pacific|Mountain|local|British|universal)(?: (?:standard|daylight|summer))? time|local time))",
}  # fmt: skip
PIECES["spelled_year"] = (
    rf"(?:(?:nineteen|eighteen|seventeen|twenty)~(?:hundred|{UNDER_100})(?: and {UNDER_100})?"
    rf"|two thousand(?:(?: and)? {UNDER_100})?)"
)

PLACE = re.compile(r"(?<!\?P)<(?:(\w+):)?(\w+)>")


@cache
def compiled(pattern: str, *, whole: bool = True) -> re.Pattern[str]:
    """A rule's pattern as a regular expression that ignores case and, if `whole`, ends at a word's end."""
    text = PLACE.sub(lambda place: f"(?P<{place[1] or place[2]}>{PIECES[place[2]]})", pattern)
    text = text.replace("~", f"(?:-|{GAP[3:-1]})").replace(" ", GAP)
    return re.compile(text + r"(?!\w)" if whole else text, re.IGNORECASE)


def words_of(text: str) -> list[str]:
    return text.lower().replace("-", " ").replace("’", "'").split()


def plain(text: str) -> str:
    """The text as the tables write it: lower case, single blanks, straight apostrophes, no final stop."""
    return " ".join(text.lower().replace("’", "'").split()).rstrip(".")


def number_of(text: str) -> float | None:
    """The value of a number in figures or words ("1,500", "2 1/2", "twenty-four", "a hundred", "two and a half")."""
    text = plain(text)
    if text[:1].isdigit():
        whole, _, part = text.replace("-", " ").partition(" ")
        over, _, under = part.partition("/")
        return float(whole.replace(",", "")) + (int(over) / int(under) if under and int(under) else 0)
    total = 0.0
    for word in words_of(text):
        if word == "half":
            total += 0.5
        elif word in WORDS["numbers"]:
            total += WORDS["numbers"][word]
        elif word in WORDS["scales"]:
            total = max(total, 1) * WORDS["scales"][word]
    return total or None


def count(value: float) -> str:
    """A number as TIMEX3 writes it: 3, 2.5."""
    return str(int(value)) if value == int(value) else f"{value:g}"


def ordinal_of(text: str) -> int:
    """The rank that "21st" or "twenty-first" names; 0 for none."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else int(WORDS["ordinals"].get(plain(text).replace(" ", "-"), 0))


def year_of(text: str) -> int | None:
    """The year that "1996" or "nineteen ninety-six" or "two thousand" names."""
    if text.isdigit():
        return int(text)
    words = words_of(text)
    if not words:
        return None
    if "thousand" in words or "hundred" in words:
        rest = number_of(" ".join(words[2:])) or 0
        return int((2000 if "thousand" in words else WORDS["numbers"].get(words[0], 0) * 100) + rest)
    head, tail = WORDS["numbers"].get(words[0]), number_of(" ".join(words[1:]))
    return int(head * 100 + tail) if head and tail else None


def hearts() -> frozenset[str]:
    """The words without which nothing is an expression of time: where one stands, the rules are tried."""
    found = set(WORDS["hearts"]["words"])
    for name in ("months", "months_short", "weekdays", "weekdays_short", "seasons", "dayparts", "decades", "units"):
        found |= set(WORDS[name])
        found |= {f"{word}s" for word in WORDS[name]}
    found |= {"centuries"} | {word for phrase in REFERENCES for word in plain(phrase).split()[-1:]}
    found |= {word for phrase in WORDS["holidays"] for word in re.findall(r"[a-z]+", phrase)}
    return frozenset(found - {"s", "st", "of", "end", "al", "ul", "all", "good", "new", "may'", "the"})
