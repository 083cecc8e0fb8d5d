"""The words before and behind an amount in; whether it is meant exactly, about, at least or at most, out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimex.quantities.quantity import Approx

__all__ = ["BEFORE_REACH", "bound_after", "bound_before"]

BEFORE_REACH = 40  # characters; the longest wording is "at a conservative estimate of more than a"

# Only the last of several counts where they disagree ("nearly more than"), save that "just" and "well" belong to the next.
OVER = (
    r"(?:(?:just|well|a (?:little|bit)|slightly|far|way|much|significantly|considerably|substantially|comfortably) )?"
    r"(?:(?:more|greater|higher|larger|longer|bigger|older|better|heavier|taller|worse|later) than|over|above|at least"
    r"|in excess of|upwards? of|north of|no (?:fewer|less|lower) than|not (?:fewer|less) than|exceed(?:s|ed|ing)?"
    r"|topp(?:ed|ing)|tops"
    r"|surpass(?:es|ed|ing)?|beyond|as (?:few|little|low) as|a minimum of|minimum|upward of|and upwards of|>|≥|not under)"
)
# Behind these "up to" says where a level went, not that it is the most: "edged up to 5 percent".
WENT = (
    "edged", "edging", "edge", "crept", "ticked", "inched", "climbed", "climb", "went", "go", "goes", "gone", "going", "rose",
    "rise", "moved", "move", "shot", "nudged", "came",
)  # fmt: skip
CLIMBED = "".join(rf"(?<!{verb} )" for verb in WENT)
UNDER = (
    r"(?:(?:just|well|a (?:little|bit)|slightly|far|significantly|considerably|substantially|comfortably) )?"
    rf"(?:(?:less|fewer|lower|smaller|shorter|younger|lighter|cheaper|sooner) than|under|below|{CLIMBED}up to|no more than"
    r"|not more than|at most"
    r"|at the most|as (?:many|much|high|long|far|late|large|big) as|a maximum of|maximum|short of|south of|within|<|≤"
    r"|no (?:later|longer|greater|higher|larger) than)"
)
ABOUT = (
    r"(?:(?:an? )?(?:conservative(?:ly)? )?(?:estimated?|estimates of|estimate of)(?: at)?(?: to be)?|about|around"
    r"|approximately|approx\.?"
    r"|roughly|some|circa|ca?\.|~|≈|nearly|almost|close to|near|nearing|virtually|something like|in the (?:region"
    r"|neighbou?rhood|vicinity) of"
    r"|(?:of|on|in) the order of|practically|approaching|somewhere around|as an average of|an average of|on average"
    r"|averag(?:es|ed|ing)"
    r"|perhaps|maybe|more or less|nigh on|not quite|reportedly about|getting on for)"
)
BEFORE = re.compile(
    rf"(?<![\w-])(?:(?P<over>{OVER})|(?P<under>{UNDER})|(?P<about>{ABOUT}))(?:\n|[^\S\n]{{1,4}}\n?)"
    r"(?:an? |just |only |another )?\Z",
    re.IGNORECASE,
)
SIGN = re.compile(r"(?:(?P<over>[>≥])|(?P<under>[<≤])|(?P<about>[~≈]|c\.))$")
AFTER = re.compile(
    r"(?P<over>\+(?!\w)|-plus\b| plus\b(?= [a-z])| or (?:more|above|over|older|higher|greater|longer|better"
    r"|upwards?|up)\b| and (?:over|above|older|up|upwards?)\b"
    r"| at (?:the )?(?:very )?least\b)"
    r"|(?P<under> or (?:less|fewer|under|below|younger|lower)\b| and (?:under|younger|below)\b| at (?:the )?(?:very )?most\b)"
    r"|(?P<about>-odd\b| odd\b| or so\b| or thereabouts\b|-ish\b)",
    re.IGNORECASE,
)


def bound_before(text: str, start: int) -> tuple[Approx, int] | None:
    """How the words just before `start` bound the amount that begins there, and where they begin."""
    found = SIGN.search(text, max(0, start - 2), start)
    if found is None and start and text[start - 1].isspace():
        found = BEFORE.search(text, max(0, start - BEFORE_REACH), start)
    return (kind(found), found.start()) if found else None


def bound_after(text: str, end: int) -> tuple[Approx, int] | None:
    """How the words just behind `end` bound the amount that ends there, and where they end."""
    found = AFTER.match(text, end)
    return (kind(found), found.end()) if found else None


def kind(found: re.Match[str]) -> Approx:
    if found["over"]:
        return "over"
    return "under" if found["under"] else "about"
