"""What is only hoped for, aimed at or imagined is known by the verb's place in the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimex.families._hopes import is_hoped, is_imagined

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("improve", "The scheme seeks to improve reading in primary schools."),
        ("cut", "The airline hopes to cut its fuel bill and win passengers."),
        ("win", "The airline hopes to cut its fuel bill and win passengers."),
        ("raise", "Engineers opened the sluice in order to raise the level of the lake."),
        ("bring", "Campaigners hope that the film will bring attention to the marsh."),
        ("reduce", "The mayor announced a bid to reduce noise near the airport."),
    ],
)
def test_is_hoped(nlp: Language, word: str, text: str) -> None:
    assert is_hoped(next(token for token in nlp(text) if token.text == word))


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("fall", "Prices began to fall in the spring."),
        ("rose", "The minister said that prices rose in the spring."),
        ("killed", "The hopes of the town ended when the frost killed the vines."),
    ],
)
def test_is_told(nlp: Language, word: str, text: str) -> None:
    assert not is_hoped(next(token for token in nlp(text) if token.text == word))


def test_is_imagined(nlp: Language) -> None:
    doc = nlp("If the dam broke, it would flood two villages. If it rains, the river floods two villages.")

    assert [token.text for token in doc if is_imagined(token)] == ["flood"]
