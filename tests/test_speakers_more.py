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
        (
            "“This old mill has been closed for nine years.”\n\n- Novak.\n\nPetra Novak spoke on Friday.",
            ("Novak", "Novak", ["This old mill has been closed for nine years"]),
        ),
        ("As a ministry memo put it, the rules are “a maze”.", ("a ministry memo", "put it", ["the rules are “a maze"])),
        ("Ann Berg put it bluntly: “The mill is lost.”", ("Ann Berg", "put it", ["The mill is lost"])),
        ("He flew to Oslo, which he describes as a cold paradise.", ("he", "describes", ["a cold paradise"])),
        ("The plan was called a disaster by several bakers.", ("several bakers", "called", ["The plan", "a disaster"])),
        (
            "The treasurer was accused of hiding two ledgers from the board.",
            (None, "accused", ["hiding two ledgers from the board"]),
        ),
        ("Ann Holt was asked to name a single law.", (None, "asked", ["to name a single law"])),
        (
            "The fishermen have called on owners to repair the pier.",
            ("The fishermen", "called on", ["owners to repair the pier"]),
        ),
        ("He made the case on Sunday that Holt is not ready.", ("He", "case", ["Holt is not ready"])),
        ("Reuters reported at the time that the editor had left.", ("Reuters", "reported", ["the editor had left"])),
        (
            "Ann Berg said after the meeting he would not accept the offer.",
            ("Ann Berg", "said", ["he would not accept the offer"]),
        ),
        (
            "The bells were rung by hand until spring, said a former sexton of the parish, Oleg Moll, who left in May.",
            ("a former sexton of the parish, Oleg Moll", "said", ["The bells were rung by hand until spring"]),
        ),
        (
            "Nobody had been to the nine villages they said were flooded.",
            ("they", "said", ["the nine villages", "were flooded"]),
        ),
        (
            "According to a paper last spring by Quay Labs, a small institute, the two lakes were once joined.",
            ("a paper last spring by Quay Labs, a small institute", "According to", ["the two lakes were once joined"]),
        ),
        (
            "According to police, the driver, a man of 50, was drunk.",
            ("police", "According to", ["the driver, a man of 50, was drunk"]),
        ),
        (
            "He said the trial would not be fair, saying he expected a bad outcome.",
            ("He", "saying", ["he expected a bad outcome"]),
        ),
        (
            "Ann Holt asked for a new process “in the interest of the country”.",
            ("Ann Holt", "asked", ["a new process “in the interest of the country"]),
        ),
        (
            "Senator Berg told the paper Holt “had no equal,” while President Moll noted his “calm and good humour” on Monday.",
            ("President Moll", "noted", ["his “calm and good humour” on Monday"]),
        ),
        (
            "Moll said he had been ill twice in the spring and called it a small thing.",
            ("Moll", "said", ["he had been ill twice in the spring"]),
        ),
        ("Moll said he had been ill twice in the spring and called it a small thing.", ("Moll", "called", ["it a small thing"])),
        (
            "The Fire Department of Oslo (FDO) said the fire was out.",
            ("The Fire Department of Oslo (FDO)", "said", ["the fire was out"]),
        ),
        ("In Ann Berg's view, the fund should be closed.", ("Ann Berg", "view", ["the fund should be closed"])),
        ("The deal is a mistake, in the words of Ann Holt.", ("Ann Holt", "words", ["The deal is a mistake"])),
        ("The premier fell to 10 percent in a new poll.", ("a new poll", "in", ["The premier fell to 10 percent"])),
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
        "She has a clear lead in the polls.",
        "He put it on the table.",
        "Smeby ordered eleven lorries, Norfresh ordered three ships.",
        "He plays on pipes called chanters, which he carves in winter.",
        "The candidates met.\n\nTessa MollImage: Pax Lindqvist.\n\nTheir mills closed.",
        "Nobody has been charged with the crime.",
        "The car came into view.",
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
