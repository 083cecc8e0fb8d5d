"""Spots of names in; those of one organisation's name, joined, out: "Lake & Sons", "Hill Foods | Inc", "Bank of | Ghana"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimex.names.words import Spot, Words

__all__ = ["joined_firms"]

SUFFIXES = frozenset({
    "Inc", "Inc.", "Corp", "Corp.", "Co", "Co.", "Ltd", "Ltd.", "LLC", "PLC", "Plc", "plc", "SpA", "AG", "NV", "SA", "GmbH",
    "Bros.", "Bros", "Bancorp",
})  # fmt: skip
OF = frozenset({
    "agency", "organisation", "organization", "bank", "university", "institute", "ministry", "church", "college", "museum",
    "association", "federation", "confederation", "court", "parliament", "academy", "union", "league", "council", "society",
    "bureau", "board", "party", "movement", "alliance", "congress", "chamber", "commission", "committee", "authority",
    "department", "house", "institution",
})  # fmt: skip


CHAMBERS = frozenset({"Commons", "Lords", "Representatives", "Delegates", "Assembly"})
FOR = frozenset(
    {"centre", "center", "institute", "agency", "office", "council", "fund", "network", "society", "association", "foundation"}
)


def joined_firms(words: Words, spots: list[Spot]) -> list[Spot]:
    """The spots in order, those of one organisation's name made one."""
    kept: list[Spot] = []
    for spot in spots:
        last = kept[-1] if kept else None
        if last is not None and (is_tail(words, last, spot) or is_of(words, last, spot) or is_and(words, last, spot)):
            last.j, last.label = max(last.j, spot.j), "ORG"
            continue
        kept.append(spot)
    for n, spot in enumerate(kept):
        if is_title_of_firm(words, spot):
            spot.i, spot.label = spot.i - 1, "ORG"
        after = kept[n + 1].i if n + 1 < len(kept) else len(words.text)
        if spot.j < after and words.text[spot.j] in SUFFIXES and words.is_name_word(spot.j) and spot.label != "NORP":
            spot.j, spot.label = spot.j + 1, "ORG"
    return kept


def is_title_of_firm(words: Words, spot: Spot) -> bool:
    """Whether the word before a spot makes a firm's name of it, and is no rank: "General | Mills"."""
    if spot.i == 0 or words.text[spot.i - 1] != "General":
        return False
    return f"General {words.text[spot.i]}" in words.lexicon.orgs


def is_tail(words: Words, last: Spot, spot: Spot) -> bool:
    """Whether a spot is the "Inc" of the name before it."""
    return last.j == spot.i and words.text[spot.i] in SUFFIXES and last.label != "NORP" and not words.starts_sentence(spot.i)


def is_of(words: Words, last: Spot, spot: Spot) -> bool:
    """Whether a body's name goes on: "Bank | of Ghana", "Centre | for Control | of Rare Diseases"."""
    if words.text[last.i] == "House" and spot.i == last.j + 1 and words.text[last.j] == "of" and words.text[spot.i] in CHAMBERS:
        return True
    if last.label != "ORG" or spot.i != last.j + 1 or spot.label in {"PERSON", "NORP"}:
        return False
    link, inside = words.text[last.j], words.lower[last.i : last.j]
    if link == "of" and inside[-1] in OF and words.text[last.j - 1][:1].isupper():
        return True
    if spot.label == "GPE" or words.lexicon.is_role(words.lower[spot.j - 1]):
        return False
    if link in {"for", "of"}:
        return not FOR.isdisjoint(inside) and (inside[-1] in FOR if link == "for" else "for" in inside)
    return link in {"and", "&"} and bool({"of", "for"} & set(inside)) and words.lower[spot.j - 1].endswith(("s", "ology"))


def is_and(words: Words, last: Spot, spot: Spot) -> bool:
    """Whether "&" joins two halves of a name; two persons are not one firm for that."""
    if spot.i != last.j + 1 or words.text[last.j] != "&" or {last.label, spot.label} & {"NORP", "GPE"}:
        return False
    return not (last.label == spot.label == "PERSON")
