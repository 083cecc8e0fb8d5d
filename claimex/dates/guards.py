"""An expression that the grammar read, and the parse around it, in; whether the words are a time here, out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.dates.grammar import Found
    from claimex.spans import Extent

__all__ = ["is_time"]

YEAR_BEFORE = frozenset({
    "in", "since", "until", "till", "by", "from", "to", "during", "between", "before", "after", "early", "late", "mid", "of", "circa", "and",
    "through", "around", "about", "fall", "spring", "summer", "winter", "autumn", "year", "for", "c.", "or",
})  # fmt: skip
NAME_LABELS = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT", "GPE", "LOC", "NORP"})
AMOUNT_LABELS = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT", "ORDINAL"})
SPORT = re.compile(r"\b(?:touchdowns?|quarterback|rebounds?|halftime|field goal|free throws?|yards?|NBA|NFL|basketball|coach|points? lead|"
                   r"scored|goalkeeper|striker|header|kick|assists?)\b", re.IGNORECASE)  # fmt: skip
FINANCE = re.compile(
    r"\s+(?:net|profits?|earnings?|results?|revenues?|sales|loss(?:es)?|gdp|growth|operating|pretax|pre-tax|income|figures)\b",
    re.IGNORECASE,
)
PLURAL_BEFORE = frozenset({"for", "in", "after", "within", "over", "through", "during", "of", "until", "took", "take", "takes", "taken", "last",
                           "lasted", "spent", "by", "weeks", "or", "and", "several", "the", "many", "recent", "earlier", "years", "months", "only",
                           "just", "even"})  # fmt: skip
THEN_BEFORE = frozenset({"since", "until", "till", "by", "from", "before"})
TIME_BEFORE = frozenset({"at", "by", "during", "around", "until", "before", "since"})
CLOCK_BEFORE = frozenset(
    {"at", "by", "around", "about", "from", "to", "until", "till", "before", "after", "between", "and", "of", "since"}
)
WINDOW = 200  # characters around a quarter that could be a ball game's


def is_time(doc: Doc, found: Found, at: Extent) -> bool:
    """Whether the expression stands for a time where it is said."""
    check = CHECKS.get(found.rule.partition(".")[0] if found.rule not in CHECKS else found.rule)
    return check is None or check(doc, found, at)


def before(doc: Doc, at: Extent) -> str:
    return str(doc[at.i - 1].lower_) if at.i > 0 else ""


def inside_name(doc: Doc, at: Extent) -> bool:
    """Whether the words are part of a longer name ("The Sunday Times", "Theresa May")."""
    label = doc[at.i].ent_type_
    if label not in NAME_LABELS:
        return False
    beside = [doc[k] for k in (at.i - 1, at.j) if 0 <= k < len(doc)]
    return any(
        token.ent_type_ == label and token.ent_iob_ != "O" and token.text[:1].isupper() and joined(token, at) for token in beside
    )


def joined(token: Token, at: Extent) -> bool:
    """Whether a token beside the words belongs to the same entity as they."""
    return token.ent_iob_ == "I" if token.i >= at.j else token.doc[at.i].ent_iob_ == "I"


def bare_name(doc: Doc, found: Found, at: Extent) -> bool:  # noqa: ARG001  # every check has the same arguments
    """A month, weekday, season or holiday by itself: no part of a name, and a noun."""
    token = doc[at.i]
    if inside_name(doc, at):
        return False
    if token.text.lower() in {"may", "march"}:
        return (
            token.tag_ in {"NNP", "NN", "CD", "NNPS"}
            and (at.i == 0 or token.ent_type_ != "PERSON")
            and not (
                at.i + 1 < len(doc)
                and token.text.lower() == "march"
                and doc[at.i + 1].lower_ in {"on", "for", "through", "against"}
            )
        )
    return True


def season(doc: Doc, found: Found, at: Extent) -> bool:
    if inside_name(doc, at):
        return False
    if found.rule != "season":
        return True
    words = doc.text[at.start : at.end].lower().split()
    if words[-1] in {"fall", "spring"}:
        return doc[at.j - 1].tag_ in {"NN", "NNP"} and (
            before(doc, at) in {"in", "by", "during", "until", "since", "this", "last", "next", "of", "from", "through"}
        )
    return doc[at.j - 1].tag_ in {"NN", "NNP"} and not (
        at.j < len(doc) and doc[at.j].lower_ in {"olympics", "olympic", "games", "school", "break", "palace"}
    )


def year(doc: Doc, found: Found, at: Extent) -> bool:
    """Four figures: a year where a year's preposition stands before it or the parse does not count things with it."""
    words = doc.text[at.start : at.end]
    if not words.isdigit():
        return True
    token = doc[at.i]
    if (
        len(token.text) != len(words)
        and not token.text.startswith(("'", "’"))
        and token.text != words + "."
        and "-" not in token.text
    ):
        return False
    following = doc[at.j] if at.j < len(doc) else None
    n, lead = int(words), before(doc, at)
    if following is not None and (following.lower_ in {"%", "percent", "per"} or following.tag_ == "$"):
        return False
    counted = token.dep_ == "nummod" and token.head.tag_ == "NNS" and token.head.i > token.i
    usual = 1900 <= n < 2040  # noqa: PLR2004  # the years that news tells of
    if token.ent_type_ in AMOUNT_LABELS:
        return lead in YEAR_BEFORE and not counted and (usual or n % 100 != 0)
    if counted:
        return usual and token.ent_type_ == "DATE"
    return usual or lead in YEAR_BEFORE or token.ent_type_ == "DATE"


def quarter(doc: Doc, found: Found, at: Extent) -> bool:
    """A business quarter, not one of a ball game or a final's."""
    words = doc.text[at.start : at.end].lower()
    if (
        doc.text[at.end : at.end + 12]
        .lower()
        .startswith((" century", "-century", "-final", " final", " mile", "-mile", " pole", "back"))
    ):
        return False
    if re.search(r"\d{4}|year", words):
        return True
    return SPORT.search(doc.text[max(at.start - WINDOW, 0) : at.end + WINDOW]) is None


def half(doc: Doc, found: Found, at: Extent) -> bool:
    """For "First-half profit"; a half of nothing said is a game's."""
    return found.rule == "half.short" or FINANCE.match(doc.text, at.end) is not None


def plural(doc: Doc, found: Found, at: Extent) -> bool:  # noqa: ARG001
    """For "For years", "in weeks": a plural by itself lasts only after such a word."""
    following = doc[at.j].lower_ if at.j < len(doc) else ""
    return before(doc, at) in PLURAL_BEFORE and following not in {"old", "of", "ago"} and doc.text[at.end : at.end + 4] != "-old"


def reference(doc: Doc, found: Found, at: Extent) -> bool:  # noqa: ARG001
    """For "The future of" something is that thing's fate, and "most of the time" no time."""
    if found.rule == "reference.the-time":
        return before(doc, at) in TIME_BEFORE
    return doc.text[at.start : at.start + 4].lower() != "the " or doc.text[at.end : at.end + 3] != " of"


def adverb(doc: Doc, found: Found, at: Extent) -> bool:  # noqa: ARG001
    """For "Paid quarterly", but no "quarterly dividend"."""
    return doc.text[at.start : at.end].lower() != "quarterly" or doc[at.i].tag_ == "RB"


def then(doc: Doc, found: Found, at: Extent) -> bool:  # noqa: ARG001
    return before(doc, at) in THEN_BEFORE and doc.text[at.end : at.end + 1] != "-"


def clock24(doc: Doc, found: Found, at: Extent) -> bool:  # noqa: ARG001
    """Hours and minutes with a colon: after a preposition or with a zone; else they may be a score or a verse."""
    return before(doc, at) in CLOCK_BEFORE or not doc.text[at.start : at.end].replace(":", "").isdigit()


def part_of_day(doc: Doc, found: Found, at: Extent) -> bool:  # noqa: ARG001
    return doc.text[at.start : at.start + 4].lower() in {"the ", "mid ", "mid-"} or before(doc, at) in {"this", "by", "until"}


def weekday(doc: Doc, found: Found, at: Extent) -> bool:  # noqa: ARG001
    return not inside_name(doc, at)


def duration(doc: Doc, found: Found, at: Extent) -> bool:  # noqa: ARG001
    """A length of time, not an age."""
    following = doc.text[at.end : at.end + 8].lower()
    if re.fullmatch(r".{0,12}(?:one|two|three)[- ]quarters?", doc.text[at.start : at.end], re.IGNORECASE):
        return False  # a fraction
    return before(doc, at) not in {"aged", "age"} and not following.startswith((" old", "-old", " of age"))


CHECKS = {
    "month": bare_name, "month.with-year": weekday, "weekday": weekday, "season": season, "holiday": weekday, "year": year, "quarter": quarter, "half": half,
    "duration.plural": plural, "then": then, "clock.24": clock24, "clock.part": part_of_day, "duration": duration, "reference": reference, "set.adverb": adverb, "named": weekday,
    "year.fiscal": weekday, "year.end": weekday, "year.spelled": weekday,
}  # fmt: skip
