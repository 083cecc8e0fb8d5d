"""Who says what where the parser errs, nobody is named, or a label stands in front."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from claimex.names.find import find_names
from claimex.speakers import find_attributions

if TYPE_CHECKING:
    from spacy.language import Language


def said(nlp: Language, text: str) -> list[tuple[str | None, str, list[str]]]:
    """The speaker's words, the cue and the parts of what is said, of each report."""
    doc = nlp(text)
    return [
        (
            None if item.source is None else text[item.source.start : item.source.end],
            text[item.cue.start : item.cue.end],
            [text[part.start : part.end] for part in item.content],
        )
        for item in find_attributions(doc, find_names(doc))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "This sort of trade, union leader Ann Novak told the radio, has no future.",
            ("union leader Ann Novak", "told", ["This sort of trade", "has no future"]),
        ),
        ("The WHO say salt is bad. WHO say salt is bad for you.", ("WHO", "say", ["salt is bad for you"])),
        (
            "Italian farmers are concerned the minister will change the law.",
            ("Italian farmers", "concerned", ["the minister will change the law"]),
        ),
        ("The clerk was asked about the ledgers.", (None, "asked", ["the ledgers"])),
        ("Karl was charged with stealing two boats.", (None, "charged", ["stealing two boats"])),
        ("The merger was described as a mistake.", (None, "described", ["The merger", "as a mistake"])),
        ("Criticism of the new bridge grew.", (None, "Criticism", ["the new bridge"])),
        ("Ann Lee attacked him for the delay.", ("Ann Lee", "attacked", ["him for the delay"])),
        ("The union has called for them to go.", ("The union", "called", ["them to go"])),
        ("Ann Lee referred to it as a loan.", ("Ann Lee", "referred", ["it as a loan"])),
        (
            "Minister Lee at party meeting: no new taxes\n\nMinister Ann Lee spoke on Friday.",
            ("Minister Lee", "Minister Lee at", ["no new taxes"]),
        ),
        ("In brief - Ann Lee: “It went very well for all of us.”", ("Ann Lee", "Ann Lee:", ["It went very well for all of us"])),
        (
            "“We had no choice but to go.” ― Petra Novak.\n\nMore below.",
            ("Petra Novak", "Petra Novak", ["We had no choice but to go"]),
        ),
    ],
)
def test_who_says_what(nlp: Language, text: str, expected: tuple[str | None, str, list[str]]) -> None:
    assert expected in said(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels attacked the camp.",
        "The officer denied them entry.",
        "The old mill.\n\nImage: Karl Lindqvist.",
        "He joined a band called The Herons.",
    ],
)
def test_nothing_is_said(nlp: Language, text: str) -> None:
    assert said(nlp, text) == []


@pytest.mark.parametrize("piece", ["Ann Lee said, ", "“A.” ― Ann Lee ", "A: ", "the two, both and the latter ", "Ann & "])
def test_long_runs_take_time_that_grows_with_them(nlp: Language, piece: str) -> None:
    def seconds(times: int) -> float:
        doc = nlp(piece * times)
        start = time.process_time()
        find_attributions(doc, find_names(doc))
        return time.process_time() - start

    seconds(50)
    assert seconds(800) < 40 * max(seconds(100), 0.005)
