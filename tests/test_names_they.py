"""They of one person: only where the article says that the person is spoken of so, and nobody else can be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimex.names.find import find_names

if TYPE_CHECKING:
    from spacy.language import Language


def they(nlp: Language, text: str) -> list[tuple[str, str]]:
    return [
        (entity.name, text[mention.at.start : mention.at.end])
        for entity in find_names(nlp(text))
        for mention in entity.mentions
        if mention.kind == "pronoun"
    ]


def test_a_person_who_is_spoken_of_as_they(nlp: Language) -> None:
    text = "Ann Lee, who uses they/them pronouns, won the prize. They dedicated it to their mother."

    assert they(nlp, text) == [("Ann Lee", "They"), ("Ann Lee", "their")]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee won the prize. They dedicated it to their mother.",
        "Ann Lee, a non-binary singer, won the prize. The judges praised it. They clapped.",
        "The non-binary author Ann Lee met Tom Park. They spoke for an hour.",
    ],
)
def test_they_are_several_or_unknown(nlp: Language, text: str) -> None:
    assert they(nlp, text) == []
