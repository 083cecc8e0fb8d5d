"""The text behind or before a number in; the unit of measure that it names, out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimex.lists import table

__all__ = ["Unit", "currency_before", "unit_after"]

SHORT = 3  # letters up to which a form is read in its own case only
BEFORE = "before"
# Words that may stand between a number and its unit without changing it: "twenty working days", "five straight years".
BETWEEN = (
    r"(?:(?:working|business|calendar|consecutive|straight|full|more|additional|extra|further|long|whole|successive|solid"
    r"|short|calendar|trading|in-office|metric)[ -])?"
)
POUNDS = re.compile(r"[ -]?pounds?\b", re.IGNORECASE)
# "pounds" are money beside such words, else a weight: news from Britain writes the sign for money.
WEIGHT = re.compile(r"weigh|heav|lost|lose|gain|pounds? of|-pound|lift|shed", re.IGNORECASE)
MONEY = re.compile(
    r"\b(?:pay|paid|cost|fine|worth|price|spen[dt]|pounds? (?:fine|bill)|earn|bill|sold|tax|loan|debt)", re.IGNORECASE
)
HEAT = re.compile(r"temperature|warm|heat|cold|°|celsius|fahrenheit|below zero|freez|thermometer|cool", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit and its kind; `end` one past its last character in the text (for one before a number: its first)."""

    name: str
    kind: str
    end: int


@cache
def forms() -> dict[str, tuple[str, str]]:
    """Written form -> (unit, kind); short forms as they are, longer ones in lower case with spaces for hyphens."""
    return {
        key(form): (unit, kind)
        for kind, units in table("claimex.quantities", "units.toml").items()
        if kind != BEFORE
        for unit, written in units.items()
        for form in written
    }


@cache
def signs() -> dict[str, str]:
    """Sign or code before a number -> currency."""
    before = table("claimex.quantities", "units.toml")[BEFORE]
    return {form: unit for unit, written in before.items() for form in written}


def key(form: str) -> str:
    return form if len(form) <= SHORT else " ".join(form.lower().replace("-", " ").split())


@cache
def after() -> re.Pattern[str]:
    """A unit behind a number, with the space or hyphen before it; the longest form first."""
    written = sorted(forms(), key=lambda form: (-len(form), form))
    worded = "|".join(re.escape(form).replace(r"\ ", "[ -]") for form in written if form[-1].isalnum())
    signed = "|".join(re.escape(form) for form in written if not form[-1].isalnum())
    return re.compile(rf"[ \u00a0-]?{BETWEEN}(?P<form>(?:{worded})(?![\w]|-(?:year|day|month))|(?:{signed}))", re.IGNORECASE)


@cache
def before() -> re.Pattern[str]:
    """A currency's sign or code that ends where the number begins."""
    written = "|".join(re.escape(form) for form in sorted(signs(), key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<![A-Za-z])(?P<form>{written})[ \u00a0]?$")


def unit_after(text: str, start: int) -> Unit | None:
    """The unit that begins at `start`, just behind a number; a short form must stand in its own case."""
    pounds = POUNDS.match(text, start)
    if pounds:
        around = text[max(0, start - 50) : start + 40]
        sterling = MONEY.search(around) or text[max(0, start - 8) : start].rstrip().lower().endswith(("llion", "bn", "m"))
        heavy = WEIGHT.search(around) and not text[:start].lower().endswith("illion")
        return Unit("GBP", "money", pounds.end()) if sterling and not heavy else Unit("lb", "mass", pounds.end())
    found = after().match(text, start)
    if found is None:
        return None
    form = found["form"]
    known = forms().get(key(form))
    if known is None:
        return None
    name, kind = known
    if name == "degrees" and not HEAT.search(text, max(0, start - 120), start + 80):
        return Unit(name, "other", found.end())
    return Unit(name, kind, found.end())


def currency_before(text: str, start: int) -> Unit | None:
    """The currency whose sign or code stands just before a number that begins at `start`."""
    found = before().search(text, max(0, start - 7), start)
    return Unit(signs()[found["form"]], "money", found.start()) if found else None
