"""Layout: where lines bound sentences, and which line is the headline."""

from __future__ import annotations

import pytest

from claimex.read.layout import body_start, headline, sentence_breaks

WRAPPED = (
    "The council voted on Tuesday to close the old bridge for the whole of\n"
    "the summer, after engineers had found cracks in two of its piers and\n"
    "warned that heavy lorries could no longer use it.\n"
)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Rain stops play\n\nThe match was called off.", ["The match"]),
        ("Rain stops play\nThe match was called off.", ["The match"]),
        ("One.\r\n\r\nTwo.\rThree.", ["Two", "Three"]),
        ("One.\n \t\n  Two.", ["Two"]),
        ("One. Two.", []),
        ("One.\n\n", []),
        ("", []),
        ("LONDON, Feb 8 (Agency) - Profits rose.", ["Profits"]),
        ("PORT ASHBY - A jury met.", ["A jury"]),
        ("Title\n\nParis (AFP) – The talks failed.", ["Paris", "The talks"]),
        ("NEW DELHI, India, March 3, 2019 -- “We won,” she said.", ["“We"]),
        ("The US-led talks (held in May) - Tuesday's were the last - failed.", []),
        ("UN - led talks failed.", []),
        (WRAPPED, []),
        ("Bridge to close\n\n" + WRAPPED, ["The council"]),
    ],
)
def test_breaks(text: str, after: list[str]) -> None:
    assert [text[place:].startswith(word) for place, word in zip(sentence_breaks(text), after, strict=True)] == [True] * len(
        after
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rain stops play\n\nThe match was called off.", "Rain stops play"),
        ("\n\n  Rain stops play  \nThe match was called off.", "Rain stops play"),
        ("Will it rain?\n\nNo.", "Will it rain?"),
        ("The match was called off.\n\nIt rained.", None),
        ("Rain stops play", None),
        ("Rain stops play\n\n", None),
        ("-----\n\nThe match was called off.", None),
        ("A" * 200 + "\n\nThe match was called off.", None),
        (WRAPPED, None),
        ("", None),
    ],
)
def test_headline(text: str, title: str | None) -> None:
    found = headline(text)

    assert (None if found is None else text[slice(*found)]) == title
    assert body_start(text) == (0 if found is None else found[1])
