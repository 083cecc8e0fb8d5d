"""A rule's pattern in; the beginnings that a text must have for the rule to match, out.

A text is tried against the rules that can begin as it does, a tenth of them, instead of all. A beginning is up to three small
letters of the first word ("feb"), with a blank where the word ends before ("a "); behind "the", which half of the rules
allow, it goes on with those of the second word ("the fir"). "0" stands for figures, and other characters for themselves.
"""

from __future__ import annotations

import re
from functools import cache

from claimex.dates.vocabulary import PIECES

__all__ = ["begins_with", "heads"]

THE = "the "
THE_AND_MORE = "the*"  # "these", "then"
LETTERS = 3  # of a word that are looked at
ATOM = re.compile(
    r"(?P<piece><(?:\w+:)?(?P<name>\w+)>)|(?P<back>\(\?P=\w+\))|(?P<look>\(\?<?[!=])|(?P<open>\((?:\?P<\w+>|\?-?i?:)?)|(?P<set>\[(?:\\.|[^\]\\])+\])"
    r"|(?P<digit>\\d)|(?P<other>\\.)|(?P<letter>[A-Za-z])|(?P<plain>[^()|?*+{}])",
    re.DOTALL,
)
BRACKETS = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]|[()|]", re.DOTALL)
MEMBER = re.compile(r"(?P<first>\\?.)(?:-(?P<last>.))?", re.DOTALL)
TIMES = re.compile(r"[?*]|\+|\{(?P<least>\d*)[^}]*\}")
BLANKS = " ~-"
Heads = frozenset[str]
NOTHING: Heads = frozenset({""})


def begins_with(text: str, start: int) -> str:
    """The beginning of the text at `start`, as `heads` writes it."""
    first = word(text, start)
    if first != "the":
        return first
    at = start + len(first)
    if text[at : at + 1].isalpha():
        return THE_AND_MORE
    while text[at : at + 1].isspace():
        at += 1
    return THE + word(text, at)


def word(text: str, start: int) -> str:
    head = text[start : start + LETTERS].lower()
    for k, c in enumerate(head):
        if not ("a" <= c <= "z"):
            if k:
                return head[:k] + " "
            return "0" if c.isdigit() else c
    return head if len(head) == LETTERS else head + " "


@cache
def heads(pattern: str) -> Heads:
    """All beginnings of the texts that a pattern matches."""
    found, _ = either(pattern, 0)
    return frozenset(head if is_whole(head) else grown(head, " ") for head in found)


def either(pattern: str, at: int) -> tuple[Heads, int]:
    """The beginnings of the alternatives that stand from `at` to the end or a closing bracket."""
    found: set[str] = set()
    while True:
        one, at = sequence(pattern, at)
        found |= one
        if at >= len(pattern) or pattern[at] == ")":
            return frozenset(found), at
        at += 1


def sequence(pattern: str, at: int) -> tuple[Heads, int]:
    """The beginnings of one alternative, and where it ends."""
    found = NOTHING
    while at < len(pattern) and pattern[at] not in "|)":
        part, at = atom(pattern, at)
        times = TIMES.match(pattern, at)
        if times is not None:
            at = times.end()
            if times[0] in "?*" or times["least"] == "0" or times["least"] == "":
                part |= NOTHING
            if pattern[at : at + 1] == "?":  # a repetition that takes as little as it can
                at += 1
        found = joined(found, part)
        if all(map(is_whole, found)):
            return found, after(pattern, at)
    return found, at


def after(pattern: str, at: int) -> int:
    """Where the alternative that goes on at `at` ends."""
    depth = 0
    for match in BRACKETS.finditer(pattern, at):
        sign = match[0]
        if depth == 0 and sign in {"|", ")"}:
            return match.start()
        depth += (sign == "(") - (sign == ")")
    return len(pattern)


def atom(pattern: str, at: int) -> tuple[Heads, int]:
    """The beginnings of what stands at `at`, and where that ends."""
    match = ATOM.match(pattern, at)
    if match is None:
        message = f"no pattern: {pattern[at:]!r}"
        raise ValueError(message)
    if match["piece"]:
        return piece(match["name"]), match.end()
    if match["look"]:
        _, end = either(pattern, match.end())
        return NOTHING, end + 1
    if match["open"]:
        found, end = either(pattern, match.end())
        return found, end + 1
    if match["set"]:
        return of_set(match[0]), match.end()
    if match["letter"]:
        return frozenset({match[0].lower()}), match.end()
    sign = " " if match["back"] else match[0][-1]
    return frozenset({"0" if match["digit"] or sign.isdigit() else sign}), match.end()


@cache
def piece(name: str) -> Heads:
    return either(PIECES[name], 0)[0]


@cache
def of_set(text: str) -> Heads:
    """The letters and signs of a character class, with "0" for its figures."""
    found: set[str] = set()
    for match in MEMBER.finditer(text[1:-1]):
        first, last = match["first"][-1].lower(), (match["last"] or match["first"])[-1].lower()
        found |= {"0"} if first.isdigit() else {chr(code) for code in range(ord(first), ord(last) + 1)}
    return frozenset(found)


def joined(left: Heads, right: Heads) -> Heads:
    if left == NOTHING:
        return right
    whole = {head for head in left if is_whole(head)}
    return frozenset(whole | {grown(head, more) for head in left - whole for more in right})


def grown(head: str, more: str) -> str:
    """A beginning with what comes after it, as far as it is looked at."""
    if not head:
        return more
    for c in more:
        if is_whole(head):
            break
        lead, last = split(head)
        if last == "the":
            head = lead + (THE_AND_MORE if "a" <= c <= "z" else THE if c in BLANKS else THE + c)
        elif last:
            head += c if "a" <= c <= "z" else " "
        elif c not in BLANKS:
            head += c
    return head


def split(head: str) -> tuple[str, str]:
    """What a beginning starts with that is not counted (a blank, "the"), and the rest."""
    lead = head[: len(head) - len(head.lstrip(" "))]
    rest = head[len(lead) :]
    return (lead + THE, rest.removeprefix(THE)) if rest.startswith(THE) else (lead, rest)


@cache
def is_whole(head: str) -> bool:
    """Whether a beginning cannot become longer."""
    _, last = split(head)
    return bool(last) and last != "the" and (len(last) >= LETTERS or not ("a" <= last[-1] <= "z"))
