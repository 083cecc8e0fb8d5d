"""Quotations, who says them, and what is looked up by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimex.names.find import find_names
from claimex.read.layout import sentence_breaks
from claimex.spans import Extent
from claimex.speakers import Attribution, Attributions, find_attributions
from claimex.speakers.quotes import find_quotations

if TYPE_CHECKING:
    from spacy.language import Language


def quoted(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in item.parts] for item in find_quotations(text, sentence_breaks(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"A b," he said. "C d."', [["A b,"], ["C d."]]),
        ("“One.\n\n“Two.”\n\nHe left.", [["One.", "Two."]]),
        ("He left. “Three", [["Three"]]),
        ("“Unclosed here.\n\nThe next paragraph.", [["Unclosed here."]]),
        ("He said: 'It is over,' and the workers' vote", [["It is over,"]]),
        ("‘crazy’ and “nested ‘x’ here”", [["crazy"], ["nested ‘x’ here"]]),
        ("«Oui», dit-il", [["Oui"]]),
        ("``Penn style,'' he said", [["Penn style,"]]),
        ('“Wrong closing," he said', [["Wrong closing,"]]),
        ("”wrong opening” it is", [["wrong opening"]]),
        ("in the '90s, 'tis said, 6'2\" tall", []),
        ("“”“", []),
        ('"', []),
        ("'“’«»", []),
        ("", []),
    ],
)
def test_quotations(text: str, expected: list[list[str]]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "‘", "’", "«", "»", "``", "''", '"a ', "“b\n\n", " 'c'"])
def test_many_marks_are_read_in_linear_time(mark: str) -> None:
    text = mark * 20_000

    for item in find_quotations(text, sentence_breaks(text)):
        assert all(item.start <= a < b <= item.end for a, b in item.parts)


def said(nlp: Language, text: str) -> list[tuple[str, str, list[str], str | None, str]]:
    doc = nlp(text)
    names = find_names(doc)
    return [
        (
            text[item.source.start : item.source.end] if item.source else "",
            text[item.cue.start : item.cue.end],
            [text[part.start : part.end] for part in item.content],
            item.kind,
            item.form,
        )
        for item in find_attributions(doc, names)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is late,” Anna Berg said, “and cold.”", ("Anna Berg", "said", ["It is late", "and cold"], "named", "direct")),
        (
            "“It is late,” Anna Berg said. “We must go.”\n\n“The road is long.”",
            ("Anna Berg", "said", ["It is late", "We must go", "The road is long"], "named", "direct"),
        ),
        ("Anna Berg said:\n\n“It is late.”", ("Anna Berg", "said", ["It is late"], "named", "direct")),
        ("She said the plan was “dead in the water.”", ("She", "said", ["the plan was “dead in the water"], "pronoun", "mixed")),
        ("The plan “is dead,” she said.", ("she", "said", ["The plan “is dead"], "pronoun", "mixed")),
        ("The plan, she said, is dead.", ("she", "said", ["The plan", "is dead"], "pronoun", "indirect")),
        ("A spokesman said the plan is dead.", ("A spokesman", "said", ["the plan is dead"], "role", "indirect")),
        ("Researchers say the plan is dead.", ("Researchers", "say", ["the plan is dead"], "group", "indirect")),
        ("Sources say the plan is dead.", ("Sources", "say", ["the plan is dead"], "anonymous", "indirect")),
        (
            "The minister was told by doctors that he must rest.",
            ("doctors", "told", ["he must rest"], "group", "indirect"),
        ),
        ("The man, who police say was armed, fled.", ("police", "say", ["was armed"], "group", "indirect")),
        ("A guard was quoted as saying that nobody came.", ("A guard", "saying", ["nobody came"], "role", "indirect")),
    ],
)
def test_who_says_what(nlp: Language, text: str, expected: tuple[str, str, list[str], str | None, str]) -> None:
    assert said(nlp, text) == [expected]


def test_a_participle_and_its_verb_are_two(nlp: Language) -> None:
    found = said(nlp, "Prices will rise, the bank said on Monday, adding that more cuts are likely.")

    assert [(source, cue, content) for source, cue, content, _, _ in found] == [
        ("the bank", "said", ["Prices will rise"]),
        ("the bank", "adding", ["more cuts are likely"]),
    ]


def test_thoughts_inside_a_quotation_report_nothing_new(nlp: Language) -> None:
    assert [cue for _, cue, _, _, _ in said(nlp, "“I think the plan is dead,” she said.")] == ["said"]


def test_reports_inside_a_report_count(nlp: Language) -> None:
    found = said(nlp, "She said that the bank had denied that the money was lost.")

    assert [(source, cue) for source, cue, _, _, _ in found] == [("She", "said"), ("the bank", "denied")]


def attribution(start: int, end: int, *parts: tuple[int, int], source: bool = True) -> Attribution:
    content = tuple(Extent(a, b, a, b) for a, b in parts or ((start, end),))
    at = Extent(start, end, start, end)
    return Attribution(at, content, at if source else None, None, "role" if source else None, "indirect", at, start, "test")


def test_of_finds_the_innermost_report_with_a_speaker() -> None:
    outer, inner, gap = attribution(0, 100), attribution(20, 60), attribution(70, 90, (70, 75), (85, 90))
    unnamed = attribution(30, 40, source=False)
    found = Attributions((outer, inner, unnamed, gap))

    assert found.of(Extent(5, 9, 5, 9)) is outer
    assert found.of(Extent(32, 36, 32, 36)) is inner
    assert found.of(Extent(55, 65, 55, 65)) is outer
    assert found.of(Extent(76, 80, 76, 80)) is outer
    assert found.of(Extent(86, 88, 86, 88)) is gap
    assert found.of(Extent(99, 120, 99, 120)) is None
    assert found.of(Extent(200, 201, 200, 201)) is None
    assert Attributions(()).of(Extent(0, 1, 0, 1)) is None


@pytest.mark.parametrize(
    "text",
    [
        "said",
        "“said",
        "said that",
        "according to",
        "According to:",
        "X: ",
        ": said “",
        "“a”—B C",
        "said. “",
        "\n\n“\n\n”\n\n",
        "as said",
        "she said, “",
    ],
)
def test_fragments_are_no_trouble(nlp: Language, text: str) -> None:
    for _, cue, content, _, _ in said(nlp, text):
        assert cue
        assert content
