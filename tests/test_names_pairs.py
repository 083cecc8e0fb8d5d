"""Words that mean two of the things named: resolved where two candidates are plain, else left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimex.names.find import find_names

if TYPE_CHECKING:
    from spacy.language import Language

PUTIN = "Vladimir Putin met Xi Jinping on Friday. "
SIGNED = "Russia and China signed a deal in Moscow. "


def pairs(nlp: Language, text: str) -> list[tuple[str, list[str]]]:
    names = find_names(nlp(text))
    return [(text[at.start : at.end], [names[id_].name for id_ in ids]) for at, ids in names.pairs]


@pytest.mark.parametrize(
    ("text", "phrase", "who"),
    [
        (PUTIN + "The two discussed trade.", "The two", ["Vladimir Putin", "Xi Jinping"]),
        (PUTIN + "Both spoke of trade.", "Both", ["Vladimir Putin", "Xi Jinping"]),
        (PUTIN + "Later both men spoke of trade.", "both men", ["Vladimir Putin", "Xi Jinping"]),
        (SIGNED + "Both want more trade.", "Both", ["Russia", "China"]),
        (SIGNED + "Trade between the two countries fell.", "the two countries", ["Russia", "China"]),
        ("Ann Lee and Tom Park met. The latter left first.", "The latter", ["Tom Park"]),
        ("Ann Lee and Tom Park met. The former left first.", "The former", ["Ann Lee"]),
    ],
)
def test_two_plain_candidates(nlp: Language, text: str, phrase: str, who: list[str]) -> None:
    assert pairs(nlp, text) == [(phrase, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, Tom Park and Bill Frey met on Friday. The two left first.",
        "Two men were held after Ann Lee met Tom Park. The two were armed.",
        "Both Ann Lee and Tom Park left.",
        "Ann Lee and Tom Park saw a car and a lorry. The latter was red.",
        "The former mayor left. Both were sad.",
        "Ann Lee met Tom Park in May. Rain fell. Snow fell. The two left.",
    ],
)
def test_nothing_is_guessed(nlp: Language, text: str) -> None:
    assert pairs(nlp, text) == []


def test_a_pair_is_a_mention_of_both_and_the_only_entity_of_none(nlp: Language) -> None:
    text = PUTIN + "The two discussed trade."
    names = find_names(nlp(text))
    (at, _) = names.pairs[0]

    assert [entity.name for entity in names if at in {mention.at for mention in entity.mentions}] == [
        "Vladimir Putin",
        "Xi Jinping",
    ]
    assert names.at(at.i) is None
    found = names.pair_at(at.i)
    assert found is not None
    assert [entity.name for entity in found[1]] == ["Vladimir Putin", "Xi Jinping"]


def test_the_latter_is_one_entity(nlp: Language) -> None:
    names = find_names(nlp("Ann Lee and Tom Park met. The latter left first."))
    (at, _) = names.pairs[0]
    hit = names.at(at.i)

    assert hit is not None
    assert (hit[0].name, hit[1].kind) == ("Tom Park", "nominal")
