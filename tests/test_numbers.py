"""Numbers in words and digits: what each text is worth, and what is no number."""

from __future__ import annotations

import re

import pytest

from claimex.numbers import FRACTION, MULTIPLIER, NUMBER, read_fraction, read_multiplier, read_number, read_ordinal

NUMBERS = {
    "7": 7, "1,100": 1100, "1100": 1100, "2.75": 2.75, "0.3": 0.3, "12,345,678": 12345678, "2½": 2.5, "½": 0.5, "5 1/2": 5.5,
    "1.5 million": 1500000, "3bn": 3 * 10**9, "20k": 20000, "2.1 trillion": 2100000000000, "4 hundred": 400,
    "1.1 billion": 1100000000,
    "zero": 0, "one": 1, "Twelve": 12, "nineteen": 19, "twenty-one": 21, "ninety nine": 99, "two dozen": 24, "a dozen": 12,
    "half a dozen": 6, "a hundred": 100, "three hundred and five": 305, "one hundred twenty": 120, "eighteen hundred": 1800,
    "half a million": 500000, "two and a half million": 2500000, "a million and a half": 1500000, "five hundred thousand": 500000,
    "one million two hundred thousand": 1200000, "a hundred and twenty thousand": 120000, "one thousand nine hundred": 1900,
    "three and a half": 3.5, "hundreds": 100, "dozens": 12, "hundreds of thousands": 100000, "tens of thousands": 10000,
    "a few hundred": 100, "a couple of hundred": 200, "several thousand": 1000, "two lakh": 200000,
}  # fmt: skip
NO_NUMBERS = ["", "two three", "first", "twenty twelve five", "money", "five people", "one million two million", "a", "and"]


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_numbers(text: str, value: float) -> None:
    assert read_number(text) == value
    assert re.fullmatch(NUMBER, text, re.IGNORECASE)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_numbers(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("first", 1), ("second", 2), ("third", 3), ("22nd", 22), ("101st", 101), ("1,000th", 1000), ("twelfth", 12),
        ("thirteenth", 13), ("twentieth", 20), ("twenty-first", 21), ("Ninety Ninth", 99), ("hundredth", 100),
        ("two hundredth", 200), ("one hundred and tenth", 110), ("foo", None), ("twenty tenth", None), ("10", None), ("", None),
    ],
)  # fmt: skip
def test_ordinals(text: str, rank: int | None) -> None:
    assert read_ordinal(text) == rank


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("one in five", 0.2), ("two-thirds", 2 / 3), ("two thirds", 2 / 3), ("half", 0.5), ("a quarter", 0.25),
        ("three-quarters", 0.75), ("three out of ten", 0.3), ("3 in 10", 0.3), ("nine out of every ten", 0.9), ("1/3", 1 / 3),
        ("a tenth", 0.1), ("one-fifth", 0.2),
    ],
)  # fmt: skip
def test_fractions(text: str, share: float) -> None:
    assert read_fraction(text) == pytest.approx(share)
    assert re.fullmatch(FRACTION, text, re.IGNORECASE)


@pytest.mark.parametrize("text", ["ten in two", "a second", "five", "the third", "half of it"])
def test_no_fractions(text: str) -> None:
    assert read_fraction(text) is None


@pytest.mark.parametrize(
    ("text", "times"),
    [("twice", 2), ("double", 2), ("Tripled", 3), ("threefold", 3), ("18-fold", 18), ("three times", 3), ("2.5 times", 2.5)],
)
def test_multipliers(text: str, times: float) -> None:
    assert read_multiplier(text) == times
    assert re.fullmatch(MULTIPLIER, text, re.IGNORECASE)


def test_no_multiplier() -> None:
    assert read_multiplier("many times") is None
