"""A name by itself in; what its make says of what it names, as votes, out: "Hill & Sons", "County Mayo", "Clean Rivers Act"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.names.lexicon import Lexicon

__all__ = ["ABSTRACT", "Vote", "inside"]

Vote = tuple[str, float]

ABSTRACT = re.compile(r"(?:ocracy|(?:er|or|en|on|ar)ship|ism|ology|itions?|ations?|ities)$", re.IGNORECASE)
DOMAIN = re.compile(r"\.(?:com|org|net|gov|co)(?:\.[a-z]{2})?$")
INITIAL = re.compile(r"[A-Z]\.?")  # the key has lost the dot
ACRONYM = re.compile(r"[A-Z][A-Z0-9&.]{1,6}|[A-Z]{2,}-[A-Z0-9]+")


def inside(key: str, lex: Lexicon) -> Iterator[Vote]:
    """What the name itself says."""
    parts = key.split()
    first, last = parts[0], parts[-1].lower()
    place = lex.place(key)
    if place is not None:
        yield place.label, 1.0 if not place.sure else 6.0 if place.same != key else 4.0
        return
    if key in lex.orgs:
        yield "ORG", 4.0
        yield "PERSON", -2.0
        return
    if len(parts) > 1:
        yield from make(parts, lex)
        if len(parts) == 3 and INITIAL.fullmatch(parts[1]) and last not in lex.words["org_heads"]:  # noqa: PLR2004
            yield "PERSON", 3.0
        if first in lex.genders and len(parts) <= 4 and last not in lex.words["org_heads"]:  # noqa: PLR2004  # names are short
            yield "PERSON", 3.0
    elif key in lex.genders:
        yield "PERSON", 1.0
    if len(parts) > 1 and ABSTRACT.search(last) is not None and first not in lex.genders:
        yield "PERSON", -2.0
    yield from letters(key)


def letters(key: str) -> Iterator[Vote]:
    """What the letters of a name say: an acronym, a site, a number in it."""
    if DOMAIN.search(key):
        yield "ORG", 3.0
        yield "GPE", -3.0
    if ACRONYM.fullmatch(key):
        yield "PERSON", -3.0
        yield "GPE", -1.0
        yield "ORG", 1.0
    if any(char.isdigit() for char in key):
        yield "PERSON", -3.0


def make(parts: list[str], lex: Lexicon) -> Iterator[Vote]:
    """What the first and last words of a longer name say."""
    last, lowered = parts[-1].lower(), {part.lower() for part in parts}
    before_of = parts[parts.index("of") - 1].lower() if "of" in parts[1:] else ""
    if last in lex.words["law_heads"]:
        yield "LAW", 3.0
    elif parts[0].lower() in lex.words["storms"] and len(parts) == 2:  # noqa: PLR2004
        yield "EVENT", 4.0
        yield "PERSON", -3.0
    elif parts[0] == "County" and len(parts) == 2:  # noqa: PLR2004
        yield "GPE", 4.0
    elif last in lex.words["event_heads"] or before_of in lex.words["event_heads"]:
        yield "EVENT", 3.0
    elif last in lex.words["org_heads"] or before_of in lex.words["org_heads"] or "&" in parts:
        yield "ORG", 3.5
        yield "PERSON", -2.0
    elif last in lex.words["fac_heads"]:
        yield "FAC", 3.0
        yield "PERSON", -1.0
    elif last in lex.words["loc_heads"] or parts[0].lower() in lex.words["loc_first"]:
        yield "LOC", 3.0
        yield "PERSON", -1.0
    elif last in lex.words["gpe_heads"]:
        yield "GPE", 2.0
    elif "of" in lowered or "and" in lowered or "for" in lowered:
        yield "PERSON", -1.5
