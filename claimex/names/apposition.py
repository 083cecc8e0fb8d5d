"""A person's name in; the offices that stand beside it, set off by commas, brackets or "named", out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.names.behind import office_from, party_member
from claimex.names.office import ORG_LABELS, Office, Taken, is_courtesy, is_office, office_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.names.words import Spot, Words

__all__ = ["apposed", "appositions"]

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def appositions(words: Words, spot: Spot, taken: Taken) -> Iterator[Office]:
    """As in "Steve Whitmore, 42, a spokesman for the sheriff": one description or several, closed by a mark."""
    k = after_brackets(words, spot.j)
    n = len(words.text)
    if k >= n or words.text[k] not in {",", "(", "–", "—", "--"}:
        return
    k += 1
    if k + 1 < n and words.tags[k] == "CD" and words.text[k + 1] == ",":
        k += 2
    while k < n:
        office = office_from(words, k, taken) or party_member(words, k)
        if office is None or not closes(words, office, taken) or is_best(words, office, taken):
            return
        yield from both(words, office)
        k = office.j
        if k + 1 < n and words.text[k] == "," and words.lower[k + 1] == "and":
            k += 2
        elif k < n and (words.lower[k] == "and" or words.text[k] == ","):
            k += 1
        else:
            return


def is_best(words: Words, office: Office, taken: Taken) -> bool:
    """Whether it ranks a person and names no organisation: "the oldest player on the pitch" is no office."""
    ranked = any(words.tags[k] == "JJS" or words.lower[k] == "only" for k in range(office.i, office.head))
    return ranked and not any(taken.get(k) in ORG_LABELS for k in range(office.i, office.j))


def both(words: Words, office: Office) -> Iterator[Office]:
    """The two offices of "the founder and president of Coltrane Builders"; else the one."""
    link = office.head - 1
    while link > office.i and words.lower[link] not in {"and", "&"}:
        link -= 1
    if link > office.i and is_office(words, link - 1) and office.head + 1 < office.j:
        yield Office(office.i, link, link - 1, office.det)
        yield Office(link + 1, office.j, office.head, link + 1)
    else:
        yield office


def after_brackets(words: Words, k: int) -> int:
    """Past a bracket of a few words after a name: "Ron Paul (R-Texas)", "Smith (Labour)"."""
    if k < len(words.text) and words.text[k] == "(":
        for end in range(k + 1, min(k + 6, len(words.text) - 1)):
            if words.text[end] == ")" and words.text[end + 1] == ",":
                return end + 1
    return k


def closes(words: Words, office: Office, taken: Taken) -> bool:
    """Whether what follows lets the description stand for the name before it, and not for a name or verb after it."""
    if office.j >= len(words.text):
        return True
    if taken.get(office.j) == "PERSON":
        return False
    return words.tags[office.j] not in FINITE or (office.head + 1 < office.j and words.tags[office.j] == "VBD")


def apposed(words: Words, spot: Spot, taken: Taken) -> Office | None:
    """As in "the team's coach, Alireza Mehraban": a description, a comma, the name, and a mark or a verb after it."""
    first = spot.i
    while first > 1 and is_courtesy(words, first - 1):  # "its chairman, Sir Colin Aske"
        first -= 1
    if first < 2 or not (words.text[first - 1] in {",", "–", "--"} or is_naming(words, first - 1)):  # noqa: PLR2004  # a word and a comma
        return None
    office = office_before(words, before_brackets(words, first - 1), taken)
    if office is None or (
        office.det == office.i and words.lower[office.head] == words.text[office.head] and not starts(words, office.i)
    ):
        return None
    if is_naming(words, first - 1):
        return office
    after = words.text[spot.j] if spot.j < len(words.text) else "."
    closed = after in {",", ".", ";", ")", "”", '"', "–", "--", "'s", "’s"} or (
        words.tags[spot.j] in FINITE and words.starts_sentence(office.det)
    )
    return office if closed and not listed(words, office) else None


def before_brackets(words: Words, k: int) -> int:
    """Where a short bracket before token `k` opens: "the head of CEI (the bishops' conference), X"; else `k`."""
    if words.text[k - 1] == ")":
        return next((i for i in range(k - 2, max(0, k - 9), -1) if words.text[i] == "("), k)
    return k


def is_naming(words: Words, k: int) -> bool:
    """Whether token `k` is the "named" of "a student named X"."""
    return words.lower[k] in {"named", "called"} and words.tags[k] == "VBN"


def starts(words: Words, i: int) -> bool:
    return i == 0 or words.starts_sentence(i) or words.tags[i - 1] in {"VBD", "IN", ",", "VBZ", "CC"}


def listed(words: Words, office: Office) -> bool:
    """Whether the words before make a list of it: "the mayor, the priest, Ann Lee"."""
    return words.lower[office.head] in {"second", "chief"} and office.head == office.i
