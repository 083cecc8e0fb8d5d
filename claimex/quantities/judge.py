"""A number in its sentence in; whether it is a name's, a year, a pronoun, an age, a share, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.names.entity import Names
    from claimex.quantities.amount import Amount

__all__ = ["counts_one", "in_name", "is_age", "is_share", "is_version", "is_year"]

YEARS = range(1800, 2100)  # a bare number of these is a year unless it counts a noun
OLDEST = 120
ADULT = range(12, 100)  # ages that are set off without a name
NO_ONE = frozenset({"no", "the", "this", "that", "which", "any", "each", "every", "another", "some", "not", "number", "day", "a"})
VERSIONED = frozenset({
    "release", "version", "development", "update", "build", "beta", "branch", "kernel", "software", "firmware", "patch",
    "upgrade", "protocol", "codebase", "edition", "engine",
})  # fmt: skip
ONE_WHAT = frozenset({
    "another", "thing", "way", "point", "day", "side", "hand", "reason", "time", "such", "may", "can", "must",
    "should", "would", "could", "step", "example", "moment", "place", "night", "morning", "evening", "afternoon",
    "direction", "who", "that", "is", "was", "has",
})  # fmt: skip


def in_name(doc: Doc, names: Names, first: Token, last: Token) -> bool:
    """Whether the number is part of a name ("Boeing 747"), of a title, or of a web address."""
    hit = names.at(first.i)
    if hit is not None and hit[1].kind == "name":
        at = hit[1].at
        # a name that begins with its number and goes on in lower case is the recogniser's mistake ("12 Democrats")
        return not (at.i == first.i and last.i + 1 < len(doc) and last.i + 1 < at.j and doc[last.i + 1].tag_ == "NNPS")
    if is_called(first):
        return True
    before = [token.text for token in doc[max(0, first.i - 2) : first.i]]
    if first.like_url or first.like_email or before in (["Group", "of"], ["Gang", "of"]) or before[-1:] == ["Big"]:
        return True
    if first.i == 0 or not first.text[0].isdigit() or first.idx != doc[first.i - 1].idx + len(doc[first.i - 1]) + 1:
        return False
    name, after = doc[first.i - 1], doc[last.i + 1] if last.i + 1 < len(doc) else None
    if name.tag_ not in {"NNP", "NNPS"} or not name.text[0].isupper() or name.text.endswith("."):
        return False
    # "Falcon 9 rocket", "Boeing 737 Max" against "in Texas 12 people died"
    return first.head.i <= last.i or (after is not None and after.tag_ in {"NN", "NNP"} and first.head.i == after.i)


def is_called(first: Token) -> bool:
    """Whether a number in words is written with a capital behind another, as names are: "Tropical Depression Three"."""
    if not first.is_alpha or not first.is_title or first.is_sent_start or first.i == 0:
        return False
    before = first.nbor(-1)
    headline = not any(token.is_lower and token.is_alpha and token.tag_[0] in "NV" for token in first.sent)
    return before.text[0].isupper() and not before.is_sent_start and not headline


def is_version(first: Token, last: Token) -> bool:
    """Whether a number with a point names a version: "the 0.4 release", "Politics 2.0"."""
    if first.i != last.i or "." not in first.text:
        return False
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    if after is not None and after.lower_ in VERSIONED:
        return True
    named = first.i > 0 and first.nbor(-1).tag_ in {"NNP", "NNPS"} and first.nbor(-1).text[0].isupper()
    return named and first.text.endswith(".0") and not first.is_sent_start


def is_year(amount: Amount, last: Token) -> bool:
    """Whether a bare number is a year: of four digits without a comma, and not before a plural that it counts."""
    if amount.value not in YEARS or amount.last - amount.first != 4 or amount.form != "number":  # noqa: PLR2004
        return False
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    before = last.nbor(-1) if last.i else None
    return (
        after is None
        or after.tag_ != "NNS"
        or (before is not None and before.lower_ in {"in", "since", "the", "of", "by", "from", "until"})
    )


def counts_one(doc: Doc, token: Token) -> bool:
    """Whether "one" is a number: it counts a noun, and neither points ("the one") nor stands for somebody ("one must")."""
    before = doc[token.i - 1].lower_ if token.i else ""
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    if before in NO_ONE or after in ONE_WHAT or after == "of":
        return False
    return token.dep_ == "nummod" and token.head.i > token.i


def is_age(doc: Doc, names: Names, amount: Amount, first: Token, last: Token) -> bool:
    """Whether a bare number is the age of the person named before it: "Ann Lee, 25," or "Ann Lee (25)" or "she is 25"."""
    if not isinstance(amount.value, int) or not 0 < amount.value <= OLDEST or first.i < 1 or not closes_age(last):
        return False
    start = next((k for k in range(first.i, max(1, first.i - 4), -1) if doc[k].idx <= amount.start), first.i)  # behind "about"
    before = doc[start - 1]
    commas = last.i + 1 < len(doc) and doc[last.i + 1].text == ","
    if before.lower_ == "at" or start < 2:  # noqa: PLR2004  # "At 22, she is the youngest"
        led = before.i == 0 or bool(before.is_sent_start) or doc[start - 2].text == ","
        return before.lower_ == "at" and commas and led and amount.value in ADULT
    hit = names.at(start - 2)
    if before.text == "," and hit is None:
        return commas and is_set_off(doc, start - 2, amount.value)
    if before.text in {",", "("} and hit is not None:
        named = hit[1].kind == "name" or (hit[1].kind == "nominal" and before.text == ",")
        return named and (hit[1].label or hit[0].label) == "PERSON"
    if before.lower_ in {"is", "was", "'s", "’s", "turned", "turns", "turning"}:
        return doc[start - 2].lower_ in {"he", "she", "who", "i"} or (hit is not None and hit[0].label == "PERSON")
    return False


def closes_age(last: Token) -> bool:
    """Whether the word behind a number leaves it alone: "25,", "25 and", not "25 goals"."""
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    if after is None or after.tag_ in {",", ".", "-RRB-", ":"}:
        return True
    return after.lower_ in {"and", "who", "of", "from", "when", "was", "is", "or"}


def is_set_off(doc: Doc, i: int, value: int) -> bool:
    """Whether a bare number in commas behind token `i` can only be an age: "The suspect, 34, was held"."""
    k = i
    while k > 0 and i - k < 3 and doc[k].tag_ in {"NN", "JJ"}:  # noqa: PLR2004
        k -= 1
    return doc[i].tag_ == "NN" and doc[k].tag_ in {"DT", "PRP$"} and value in ADULT


def is_share(doc: Doc, token: Token) -> bool:
    """Whether "most" says more than half of some things: not "the most goals", not "most expensive"."""
    if token.lower_ == "majority":
        return True
    before = doc[token.i - 1] if token.i else None
    if before is not None and before.lower_ in {"the", "at", "'s", "’s", "a", "his", "her", "its", "their"}:
        return False
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return token.tag_ in {"JJS", "RBS", "DT"} and (
        (token.dep_ == "amod" and token.head.tag_ in {"NNS", "NN", "NNPS"} and after is not None and after.i <= token.head.i)
        or (after is not None and after.lower_ == "of")
    )
