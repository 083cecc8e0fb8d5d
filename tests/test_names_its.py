"""What "it", "its", "they" and "the company" mean where that is plain, and silence where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimex.names.find import find_names

if TYPE_CHECKING:
    from spacy.language import Language


def pointing(nlp: Language, text: str) -> list[tuple[str, str]]:
    """The pronouns and descriptions, each with the name of the entity that it is a mention of."""
    found = [
        (mention.at.start, text[mention.at.start : mention.at.end], entity.name)
        for entity in find_names(nlp(text))
        for mention in entity.mentions
        if mention.kind != "name"
    ]
    return [(words, name) for _, words, name in sorted(found)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iran said it had sold the ships.", [("it", "Iran")]),
        ("Tesco cut its prices on Monday.", [("its", "Tesco")]),
        ("NASA cut short a broadcast. It also thanked the crew.", [("It", "NASA")]),
        ("The Safety Board was absent. It is unable to work.", [("It", "Safety Board")]),
        ("NASA cut short a broadcast. It announced a prize.", [("It", "NASA")]),
        ("Iraq said it wanted peace. It accused Kuwait of theft.", [("it", "Iraq"), ("It", "Iraq")]),
        ("The police force of Ohio said its cars were old.", []),
        ("The United Nations said it was ready to help.", [("it", "United Nations")]),
        ("The FBI confirmed they seized the drug.", [("they", "FBI")]),
    ],
)
def test_pronouns_of_bodies(nlp: Language, text: str, found: list[tuple[str, str]]) -> None:
    assert pointing(nlp, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Iran said it was raining.",
        "Iran said it was unlikely that the talks would go on.",
        "Iran said it could hurt trade.",
        "Tesco bought a ship. It sank in May.",
        "UNESCO declared it a protected site.",
        "The FBI had not been open in their view.",
        "Iran and Iraq said it had ended.",
        'Facebook said, "It sells everything we have."',
        "It announced a prize.",
    ],
)
def test_where_it_may_mean_something_else(nlp: Language, text: str) -> None:
    assert pointing(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lunor Corp. lost money. On Friday the company closed a mine.", [("the company", "Lunor Corp.")]),
        ("The Dunford High Court met. Later the court freed him.", [("the court", "Dunford High Court")]),
        ("Poland has a new law. It is the first in the country.", [("the country", "Poland")]),
        ("Poland and Peru have a new law. It is the first in the country.", []),
        ("The court met before the Dunford High Court was built.", []),
        ("Lunor Corp. may buy a part of Brill Inc. and close the company.", []),
        ("The Dunford High Court met. It is the court of the last resort.", []),
        ("Lunor Corp. lost money. The company car was sold.", []),
    ],
)
def test_descriptions_of_bodies(nlp: Language, text: str, found: list[tuple[str, str]]) -> None:
    assert pointing(nlp, text) == found
