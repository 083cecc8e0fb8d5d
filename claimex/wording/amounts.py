"""A number with its unit in; the same in words, out. A word of extreme in; its comparative, out."""

from __future__ import annotations

__all__ = ["amount_words", "comparative", "count_words", "number_words"]

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SIGNS = {"USD": "$", "GBP": "£", "EUR": "€"}
IRREGULAR = {
    "best": "better", "worst": "worse", "most": "more", "least": "less", "furthest": "further", "farthest": "farther",
    "fewest": "fewer", "eldest": "older", "latest": "later",
}  # fmt: skip
SIGNIFICANT = 4  # digits of a computed number; more would be invented precision


def number_words(value: float) -> str:
    """A number with thousands' commas, rounded to what a news figure can bear."""
    for size, name in ((10**9, "billion"), (10**6, "million")):
        if value >= size and (value * 100 / size).is_integer():
            return f"{value / size:g} {name}"
    if float(value).is_integer():
        return f"{int(value):,}"
    text = f"{float(f'{value:.{SIGNIFICANT}g}'):,.4f}"
    return text.rstrip("0").rstrip(".")


def count_words(value: int) -> str:
    """A small count in words."""
    return SMALL[value] if 0 <= value < len(SMALL) else f"{value:,}"


def amount_words(value: float, unit: str | None) -> str:
    """Number and unit as news writes them: "$5", "5 percent", "12 people"."""
    number = number_words(value)
    if unit in SIGNS:
        return SIGNS[unit] + number
    return f"{number} {unit}" if unit else number


def comparative(superlative: str) -> str | None:
    """The comparative of "largest", "most expensive", "worst", "highest-paid"; None for other words ("record")."""
    first, *rest = superlative.lower().replace("-", " - ").split()
    if first in IRREGULAR:
        found = IRREGULAR[first]
    elif first.endswith("est") and len(first) > len("best"):
        found = first[:-2] + "r"
    else:
        return None
    return " ".join([found, *rest]).replace(" - ", "-")
