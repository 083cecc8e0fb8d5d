"""Two numbers with a dash between them in; a score ("3-1"), or None for a range, out."""

from __future__ import annotations

import re

__all__ = ["SCORE", "read_score"]

SCORE = r"\d{1,3} ?[-–—] ?\d{1,3}(?![\w/%°]|[-–.,:]\d|[-–][A-Za-z])"
DASH = re.compile(r" ?[-–—] ?")
# Verbs and nouns of winning, losing and voting that stand before a score, at most a few words away.
RESULT_BEFORE = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|en|ing)?|los(?:t|e|es|ing)|defeat(?:s|ed|ing)?|dr[ae]w(?:s|n|ing)?|l[ea]d(?:s"
    r"|ing)?|trail(?:s|ed|ing)?|score|scores"
    r"|ended|ends|ending|finish(?:ed|es|ing)?|tied|level|vote[sd]?|voting|victory|win|defeat|loss|draw|thrash(?:ed"
    r"|ing)?|hammer(?:ed|ing)?|edg(?:ed|ing)"
    r"|down(?:ed|ing)?|over|past|crush(?:ed|ing)?|rout(?:ed)?|swept|up|ahead|behind|against|result|scoreline|goes"
    r"|went|made it|to make it"
    r"|overc[ao]me|record|stood|stands|is|was|at)\b[^.!?\n;]{0,60}$",
    re.IGNORECASE,
)
RESULT_AFTER = re.compile(
    r"[ -](?:w[io]n|victor|defeat|loss|los[et]|draw|lead|vote|decision|ruling|majority|score|thrash|tri|drub|rout"
    r"|deficit|advantage|record|series|success"
    r"|reverse|aggregate|on aggregate|up\b|down\b|ahead|behind|in favou?r|against|over\b|after|at half|at the"
    r"|to [A-Z]|with |for [A-Z]|party-line|split|tie"
    r"|result|scoreline|home|away|extra|on penalties|in (?:the|a|his|her|their)|hammering|beating|upset|comeback"
    r"|shutout|season|start)",
)
COUNTED = re.compile(
    r"[ -](?:of\b|[a-z]{3,20}s\b|people|percent|per cent|million|billion|thousand|men\b|women\b|children\b)", re.IGNORECASE
)
UNIT = re.compile(
    r"\s?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|kg|km|m|miles?|feet|foot|metres?|meters?|inch"
    r"|acres?|degrees?|mph|cm|mm|°)\b"
)
# "The September 25–27 poll": days of a month.
MONTH_BEFORE = re.compile(
    r"\b(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|April|May|June|July|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?"
    r"|Nov(?:ember|\.)?|Dec(?:ember|\.)?)\s$"
)
TEAM_BEFORE = re.compile(r"[A-Z][\w.’']*\s$")
TEAM_AFTER = re.compile(r"\s[A-Z]")


def read_score(text: str, start: int, end: int) -> str | None:
    """The score between `start` and `end` as "3-1"; None where the two numbers are a range or a date."""
    ours, theirs = DASH.split(text[start:end])
    before, behind = text[max(0, start - 70) : start], text[end : end + 24]
    if UNIT.match(behind) or MONTH_BEFORE.search(before):
        return None
    said = f"{int(ours)}-{int(theirs)}"
    if RESULT_AFTER.match(behind) or (TEAM_BEFORE.search(before) and TEAM_AFTER.match(behind)):
        return said
    if int(ours) < int(theirs) and COUNTED.match(behind):
        return None
    if RESULT_BEFORE.search(before):
        return said
    return said if int(ours) >= int(theirs) and not COUNTED.match(behind) else None
