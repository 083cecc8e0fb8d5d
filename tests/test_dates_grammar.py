"""The grammar by itself, without a model: what is read where, that every rule has its name, and that it stays linear."""

from __future__ import annotations

import re
import time
import tomllib
from pathlib import Path

import pytest

from claimex.dates.grammar import RULES, find
from claimex.dates.heads import begins_with, heads
from claimex.dates.holidays import holiday
from claimex.dates.meaning import Fixed, Length
from claimex.dates.period import month
from claimex.dates.vocabulary import number_of, ordinal_of, year_of

SIZE = 4_000


def test_rules_have_names_of_their_own() -> None:
    names = [rule.name for rule in RULES]

    assert sorted(set(names)) == sorted(names)


def test_the_longest_expression_wins() -> None:
    (found,) = find("He left in March 1999.")

    assert (found.start, found.end, found.rule, found.meaning) == (11, 21, "month.with-year", Fixed(month(1999, 3)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in the\nlast  three months of it", ["the\nlast  three months"]),
        ("in March\n\n1999 people", ["March", "1999"]),
        ("This Month\n\nThis year", ["This Month", "This year"]),
        ("Khan’s visit last year’s end", ["last year"]),
        ("on 30 September 2017, and in 2019", ["30 September 2017", "2019"]),
        ("ten-year-old", []),
        ("“[Ten] years ago, a shop [opened] 10 years ago", ["[Ten] years ago", "10 years ago"]),
        ("Now officials say the quarter offered little", ["Now", "the quarter"]),
        ("from 1861-1863, 1995-96 and 490–480 BC", ["1861", "1863", "1995-96", "490", "480 BC"]),
        ("in May-July or March 19–April 30, 1999 or 3-7 March", ["May", "July", "March 19", "April 30, 1999", "3-7 March"]),
        ("2017-07-21–2017-08-02", ["2017-07-21", "2017-08-02"]),
        ("2017.5 or 3,2017 or #2017 or @2017", []),
        ("", []),
    ],
)
def test_extents(text: str, words: list[str]) -> None:
    assert [text[found.start : found.end] for found in find(text)] == words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("23 years", "P23Y"),
        ("2 1/2 hours", "PT2H30M"),
        ("1,500 years", "P1500Y"),
        ("a fortnight", "P2W"),
        ("two centuries", "P200Y"),
        ("half a century", "P50Y"),
        ("a dozen days", "P12D"),
        ("a hundred years", "P100Y"),
        ("several weeks", "PXW"),
        ("many minutes", "PTXM"),
    ],
)
def test_lengths(text: str, value: str) -> None:
    (found,) = find(text)

    assert isinstance(found.meaning, Length)
    assert found.meaning.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("23", 23),
        ("1,100", 1100),
        ("2.5", 2.5),
        ("2 1/2", 2.5),
        ("twenty-four", 24),
        ("a hundred", 100),
        ("two and a half", 2.5),
        ("twelve hundred", 1200),
        ("a dozen", 12),
        ("", None),
        ("lots", None),
    ],
)
def test_numbers(text: str, value: float | None) -> None:
    assert number_of(text) == value


def test_years_and_ordinals_in_words() -> None:
    assert [
        year_of(text) for text in ("1996", "nineteen ninety-six", "two thousand", "two thousand and five", "nineteen hundred")
    ] == [
        1996,
        1996,
        2000,
        2005,
        1900,
    ]
    assert [ordinal_of(text) for text in ("21st", "twenty-first", "third", "no")] == [21, 21, 3, 0]


@pytest.mark.parametrize(
    ("name", "y", "value"),
    [
        ("easter", 2021, "2021-04-04"),
        ("easter", 2024, "2024-03-31"),
        ("good friday", 2022, "2022-04-15"),
        ("thanksgiving", 1999, "1999-11-25"),
        ("labor day", 2019, "2019-09-02"),
        ("memorial day", 2022, "2022-05-30"),
        ("election day", 2022, "2022-11-08"),
        ("election day", 2016, "2016-11-08"),
        ("election day", 1998, "1998-11-03"),
        ("black friday", 2021, "2021-11-26"),
        ("new year's eve", 2021, "2021-12-31"),
        ("mothers day", 2022, "2022-05-08"),
    ],
)
def test_holidays(name: str, y: int, value: str) -> None:
    found = holiday(name, y)

    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1",
        "the ",
        "the first half of ",
        "early late ",
        "the end of the start of ",
        "May 1 ",
        "2017-07-21 ",
        "two ",
        "a ",
        "on Friday, ",
        "last ",
        "1990s-",
        "12:30 ",
        "nineteen ",
        "twenty-",
        "Q3 ",
        "in 1999, ",
        "year-",
        "' ",
        "\n",
        "the\n",
        "at 5 p.m. ",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        find(text)
        return time.process_time() - start

    short, long = piece * (SIZE // len(piece)), piece * (4 * SIZE // len(piece))

    assert seconds(long) < 12 * min(seconds(short) for _ in range(2)) + 0.3


def phrases() -> list[str]:
    """The corpus's texts without their marks: they hold every construction."""
    corpus = tomllib.loads((Path(__file__).parent.parent / "corpus" / "dates.toml").read_text(encoding="utf-8"))
    texts = [text for groups in corpus.values() for group in groups for text in group["texts"]]
    return [re.sub(r"[\[\]{}]", "", text) for text in texts]


def test_no_rule_is_lost_by_trying_only_those_that_can_begin_so() -> None:
    """Wherever a rule's pattern matches, the text's beginning is one of the rule's."""
    lost = [
        (rule.name, text[at : at + 30])
        for text in phrases()
        for at in (match.start() for match in re.finditer(r"\b\w|['’]", text))
        for rule in RULES
        if not rule.follows and rule.regex.match(text, at) and begins_with(text, at) not in heads(rule.bare)
    ]

    assert lost == []


@pytest.mark.parametrize(
    ("pattern", "beginnings"),
    [
        ("today|tomorrow", {"tod", "tom"}),
        ("(?:the )?week", {"the wee", "wee"}),
        (r"an? \d", {"a ", "an "}),
        (r"Q(?P<q>[1-4])", {"q "}),
        (r"(?:these|the) [ab]", {"the*", "the a ", "the b "}),
        (r"(?P<d>\d{1,2})x", {"0"}),
        (r"(?!x)mid~", {"mid"}),
    ],
)
def test_beginnings(pattern: str, beginnings: set[str]) -> None:
    assert heads(pattern) == beginnings


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("Today", "tod"),
        ("The  Week", "the wee"),
        ("the 12th", "the 0"),
        ("a day", "a "),
        ("these days", "the*"),
        ("12", "0"),
        ("'98", "'"),
    ],
)
def test_beginning_of_a_text(text: str, beginning: str) -> None:
    assert begins_with(text, 0) == beginning


def test_every_rule_is_shown_by_the_corpus_or_a_test() -> None:
    """A rule without an example cannot be understood, nor missed when it goes."""
    shown = {found.rule for text in phrases() for found in find(text)}

    assert sorted(rule.name for rule in RULES if rule.name not in shown) == []
