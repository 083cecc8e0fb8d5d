"""The words beside a number that make it a label, a rank, a time of day, an age or a distance: data, and questions to a text."""

from __future__ import annotations

import re

__all__ = ["AGED", "CLOCK", "MINUS", "NO_LIMIT", "OLD", "RANK", "is_label", "is_million"]

# "Flight 370", "page 5", "day 2"; a number that is written beside one of these says which, not how many.
LABELS = """
    flight room section article chapter page pages line phase level route highway interstate act title bill resolution
    type tier group channel gate pier runway unit district precinct ward zone sector block volume vol. issue episode
    part version model mark category stage step day week game round lap grade year class row seat lane engine platform
    terminal warehouse building paragraph clause amendment proposition prop rule sunday saturday friday thursday
    wednesday tuesday monday figure fig. table appendix verse case docket lot apartment apt. suite studio box exhibit
    hull tel telephone phone call code isbn rs point per
"""
LABEL = re.compile(rf"\b(?:{'|'.join(map(re.escape, LABELS.split()))})\s+(?:no\.? ?|number )?$", re.IGNORECASE)
RANK = re.compile(r"(?:\b(?:[Nn]o\.|[Nn]os\.|No|[Nn]umbers?|ranked|seeded)\s|[Nn]o\.|#|№)$")
CLOCK = re.compile(r"\s?(?:[ap]\.?m\b\.?|o['’]clock|GMT|UTC|hrs\b)", re.IGNORECASE)
PHONE = re.compile(r"(?:\d{3}[-–])?\d{3}[-–]\d{4}\b(?!,)")
MINUS = re.compile(r"(?:(?<!plus or )\bminus |(?<![\w./])[-−])$", re.IGNORECASE)  # not of a margin of error
# Not behind "retirement", "drinking": there "from" tells what a limit was, "raised the retirement age from 62 to 64".
NO_LIMIT = r"(?<!ing )(?<!retirement )(?<!pension )(?<!minimum )(?<!the )"
AGED = re.compile(
    rf"\b(?:aged|age|ages|age of|ages of|aged between|{NO_LIMIT}ages? from)\s+(?:between )?(?:about |around |just |only )?$",
    re.IGNORECASE,
)
OLD = re.compile(r"(?:[ -]?(?:year|month|week|day|decade|century)s?)?[ -]olds?\b|[ -]years? of age\b", re.IGNORECASE)
PEOPLE = re.compile(r"\s(?:people|men|women|children|[a-z]{3,20}s)\b")
RACES = re.compile(
    r"\s(?:hurdles|finals|heats|metres|meters|races|sprints|titles|champions|steps|runners|waves|tunnels|buildings)\b"
)


def is_label(text: str, start: int, end: int) -> bool:
    """Whether the number [start, end) without a unit says which, not how many; or is part of a word or of a telephone number."""
    return bool(LABEL.search(text, max(0, start - 24), start) or text[end : end + 1].isalpha() or PHONE.match(text, start))


def is_million(text: str, end: int) -> bool:
    """Whether a number that ends at `end` in "m" counts millions ("5m people"), not metres ("the 100m final")."""
    return bool(PEOPLE.match(text, end) and not RACES.match(text, end))
