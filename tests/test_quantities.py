"""Amounts: by their characters alone, and in a sentence with its tags; no model."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from claimex.dates.timex import Dates, Publication, Timex
from claimex.names.entity import Entity, Mention, Names
from claimex.quantities import Quantities, find_quantities
from claimex.quantities.scan import scan
from claimex.spans import extent

ENGLISH = spacy.blank("en")
UNKNOWN = Publication(None, None, "unknown", None)

# text: its only amount as words, value, unit, kind, approximation
AMOUNTS = {
    "a length of over 1100 kilometers": ("over 1100 kilometers", 1100, "km", "length", "over"),
    "23 years": ("23 years", 23, "years", "duration", "exact"),
    "at least four decades": ("at least four decades", 4, "decades", "duration", "over"),
    "twenty working days": ("twenty working days", 20, "days", "duration", "exact"),
    "half an hour": ("half an hour", 0.5, "hours", "duration", "exact"),
    "it paid $3.2 billion": ("$3.2 billion", 3.2e9, "USD", "money", "exact"),
    "it paid US$ 20,000": ("US$ 20,000", 20000, "USD", "money", "exact"),
    "a £5m loan": ("£5m", 5e6, "GBP", "money", "exact"),
    "Rs 500 crore": ("Rs 500 crore", 5e9, "INR", "money", "exact"),
    "nearly 40 million euros": ("nearly 40 million euros", 4e7, "EUR", "money", "about"),
    "it cost ten million pounds": ("ten million pounds", 1e7, "GBP", "money", "exact"),
    "200 pounds of fish": ("200 pounds", 200, "lb", "mass", "exact"),
    "less than one percent": ("less than one percent", 1, "percent", "percent", "under"),
    "up to 20 per cent": ("up to 20 per cent", 20, "percent", "percent", "under"),
    "5%": ("5%", 5, "percent", "percent", "exact"),
    "some 12,000 of them": ("some 12,000", 12000, None, None, "about"),
    "20 or more": ("20 or more", 20, None, None, "over"),
    "20,000-plus": ("20,000-plus", 20000, None, None, "over"),
    "30-odd": ("30-odd", 30, None, None, "about"),
    "an estimated 300": ("an estimated 300", 300, None, None, "about"),
    "several hundred thousand": ("several hundred thousand", 100000, None, None, "over"),
    "hundreds of thousands": ("hundreds of thousands", 100000, None, None, "over"),
    "half a million": ("half a million", 500000, None, None, "exact"),
    "one in five": ("one in five", 0.2, None, "ratio", "exact"),
    "nearly half of them": ("nearly half", 0.5, None, "ratio", "about"),
    "a quarter of a million": ("a quarter of a million", 250000, None, None, "exact"),
    "a quarter of a million dollars": ("a quarter of a million dollars", 250000, "USD", "money", "exact"),
    "40.3 ± 0.1 days": ("40.3 ± 0.1 days", 40.3, "days", "duration", "exact"),
    "30+ years": ("30+ years", 30, "years", "duration", "over"),
    "a quarter of it": ("a quarter", 0.25, None, "ratio", "exact"),
    "18-fold": ("18-fold", 18, "fold", "ratio", "exact"),
    "aged 25": ("aged 25", 25, "years", "age", "exact"),
    "a 14-year-old boy": ("14-year-old", 14, "years", "age", "exact"),
    "they won 3-1": ("3-1", "3-1", None, "score", "exact"),
    "Leeds lost 1 – 2 to Hull": ("1 – 2", "1-2", None, "score", "exact"),
    "a 5-4 ruling": ("5-4", "5-4", None, "score", "exact"),
    "-5 degrees Celsius": ("-5 degrees Celsius", -5, "C", "temperature", "exact"),
    "60 miles per hour": ("60 miles per hour", 60, "mph", "speed", "exact"),
    "240,000 square meters": ("240,000 square meters", 240000, "m2", "area", "exact"),
    "the 100m final": ("100m", 100, "m", "length", "exact"),
    "No. 1": ("No. 1", 1, None, "rank", "exact"),
    "number 3": ("number 3", 3, None, "rank", "exact"),
}  # fmt: skip
NOTHING = [
    "Covid-19", "22nd", "the 1990s", "at 8 p.m.", "12:30", "9/11", "Flight 370", "room 12", "555-1234", "5G", "192.168.0.1",
    "third", "800-555-1234",
    "the first half", "a third man", "F-16", "x@b42.org",
]  # fmt: skip
RANGES = {
    "between 5 and 10 percent": ("between 5 and 10 percent", 5, 10, "percent", "exact"),
    "40 to 50": ("40 to 50", 40, 50, None, "exact"),
    "10-15 years": ("10-15 years", 10, 15, "years", "exact"),
    "US$10-15 million": ("US$10-15 million", 1e7, 1.5e7, "USD", "exact"),
    "5 percent to 10 percent": ("5 percent to 10 percent", 5, 10, "percent", "exact"),
    "one or two": ("one or two", 1, 2, None, "about"),
    "up to 40 to 50": ("up to 40 to 50", 40, 50, None, "under"),
}


@pytest.mark.parametrize("text", AMOUNTS)
def test_amounts(text: str) -> None:
    found = [(text[item.start : item.end], item.value, item.unit, item.kind, item.approx) for item in scan(text)]

    assert found == [AMOUNTS[text]]


@pytest.mark.parametrize("text", NOTHING)
def test_no_amounts(text: str) -> None:
    assert list(scan(text)) == []


@pytest.mark.parametrize("text", RANGES)
def test_ranges(text: str) -> None:
    (item,) = scan(text)

    assert (text[item.start : item.end], item.low, item.high, item.unit, item.approx) == RANGES[text]
    assert item.value is None


def test_from_and_to_are_two_amounts_of_one_unit() -> None:
    assert [(item.value, item.unit) for item in scan("rose from 5 to 10 percent")] == [(5, "percent"), (10, "percent")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("it fell by two to 554", [2, 554]),
        ("it rose by 2 to 3 points", [None]),
        ("it grew by 5 to 20 percent", [None]),
        ("it jumped 12 cents to 88 cents", [12, 88]),
    ],
)
def test_the_move_and_the_level_reached_are_no_range(text: str, wanted: list[float | None]) -> None:
    assert [item.value for item in scan(text)] == wanted


def test_a_level_that_went_up_to_an_amount_reached_it() -> None:
    assert [item.approx for item in scan("it edged up to 5 percent, of up to 9 percent")] == ["exact", "under"]


def test_bounds_are_low_and_high() -> None:
    bounds = [(item.low, item.high) for item in scan("over 5; under 6; about 7; 8")]

    assert bounds == [(5, None), (None, 6), (None, None), (8, 8)]


def test_a_long_run_of_digits_ends() -> None:
    assert list(scan("1,111" * 20_000)) is not None


def read(words: str, tags: str, *, names: Names | None = None, dates: Dates | None = None) -> tuple[Doc, Quantities]:
    """The amounts of a sentence of words and tags, without names and dates where none are given."""
    doc = Doc(ENGLISH.vocab, words=words.split(), tags=tags.split())
    doc[0].is_sent_start = True
    return doc, find_quantities(doc, names or Names(()), dates or Dates((), UNKNOWN))


@pytest.mark.parametrize(
    ("words", "tags", "wanted"),
    [
        ("It has three newer versions .", "PRP VBZ CD JJR NNS .", [("three newer versions", 3, "versions", "count")]),
        ("About 12 Iraqi soldiers died", "RB CD JJ NNS VBD", [("About 12 Iraqi soldiers", 12, "soldiers", "count")]),
        ("The six - member team", "DT CD HYPH NN NN", [("six - member", 6, "member", "count")]),
        ("39 are dead", "CD VBP JJ", [("39", 39, None, "count")]),
        ("10 people or more came", "CD NNS CC JJR VBD", [("10 people or more", 10, "people", "count")]),
        ("Half of all children smoke", "NN IN DT NNS VBP", [("Half", 0.5, "children", "ratio")]),
        ("Hundreds of vendors came", "NNS IN NNS VBD", [("Hundreds of vendors", 100, "vendors", "count")]),
        ("He was 25 .", "PRP VBD CD .", [("25", 25, "years", "age")]),
        ("They won twice", "PRP VBD RB", [("twice", 2, "times", "count")]),
        (
            "Ninety guests came , four of them late .",
            "CD NNS VBD , CD IN PRP RB .",
            [("Ninety guests", 90, "guests", "count"), ("four", 4, "guests", "count")],
        ),
        (
            "Ten men in ten cars , two of them hurt .",
            "CD NNS IN CD NNS , CD IN PRP JJ .",
            [("Ten men", 10, "men", "count"), ("ten cars", 10, "cars", "count"), ("two", 2, None, "count")],
        ),
        (
            "She won 9 of the state 's 40 delegates .",
            "PRP VBD CD IN DT NN POS CD NNS .",
            [("9", 9, "delegates", "count"), ("40 delegates", 40, "delegates", "count")],
        ),
        (
            "He owns two of the five shops .",
            "PRP VBZ CD IN DT CD NNS .",
            [("two", 2, "shops", "count"), ("five shops", 5, "shops", "count")],
        ),
        ("A 5.4 quake struck", "DT CD NN VBD", [("5.4", 5.4, "magnitude", "other")]),
        ("The 2016 election", "DT CD NN", []),
        ("2000 voters came", "CD NNS VBD", [("2000 voters", 2000, "voters", "count")]),
        ("No one came", "DT NN VBD", []),
        ("A quake of magnitude 7.8", "DT NN IN NN CD", [("7.8", 7.8, "magnitude", "other")]),
    ],
)  # fmt: skip
def test_amounts_in_a_sentence(words: str, tags: str, wanted: list[tuple[str, float, str | None, str]]) -> None:
    doc, found = read(words, tags)

    assert [(doc.text[item.at.start : item.at.end], item.value, item.unit, item.kind) for item in found] == wanted


def test_names_keep_their_numbers() -> None:
    words, tags = "The Boeing 747 had 300 seats", "DT NNP CD VBD CD NNS"
    doc, _ = read(words, tags)
    plane = Entity("e1", "PRODUCT", "Boeing 747", None, (Mention(extent(doc, 1, 3), "name"),))
    _, found = read(words, tags, names=Names((plane,)))

    assert [item.value for item in found] == [300]


def test_dates_keep_their_numbers_and_durations_are_amounts() -> None:
    words, tags = "In 23 days , on 4 May", "IN CD NNS , IN CD NNP"
    doc, _ = read(words, tags)
    span = Timex("d1", extent(doc, 1, 3), "DURATION", "P23D", None, None, None, None, "for", None)
    day = Timex("d2", extent(doc, 5, 7), "DATE", "2022-05-04", None, None, None, None, "day", None)
    _, found = read(words, tags, dates=Dates((span, day), UNKNOWN))

    assert [(item.value, item.kind) for item in found] == [(23, "duration")]


def test_an_age_follows_a_persons_name() -> None:
    words, tags = "Ann Lee , 31 , left", "NNP NNP , CD , VBD"
    doc, _ = read(words, tags)
    ann = Entity("e1", "PERSON", "Ann Lee", None, (Mention(extent(doc, 0, 2), "name"),))
    _, found = read(words, tags, names=Names((ann,)))

    assert [(item.value, item.kind, item.unit) for item in found] == [(31, "age", "years")]


def test_lookups_by_place() -> None:
    doc, found = read("They sold 12 cars and 5 vans", "PRP VBD CD NNS CC CD NNS")
    first, second = found

    assert [item.id for item in found] == ["q1", "q2"]
    assert found.at(3) is first
    assert found.at(4) is None
    assert found.within(4, len(doc)) == (second,)
    assert found["q2"].number.start == doc.text.index("5")
