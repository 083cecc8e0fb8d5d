"""Interviews and transcripts: whose turn a line begins, what is said in it, and what is no transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimex.pipeline import Extractor
from claimex.read.article import Article
from claimex.read.layout import sentence_breaks
from claimex.read.transcript import turns

if TYPE_CHECKING:
    from claimex.records import ArticleRecord

TALK = "Old mills: a talk with Tessa Moll\n\nShe met The Quay Post on Monday.\n\n"


def heard(text: str) -> list[tuple[str, str]]:
    return [(turn.speaker, text[turn.body : turn.stop]) for turn in turns(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("((QP))  Is it old?\n\n((Moll))  I think so.", [("QP", "Is it old?"), ("Moll", "I think so.")]),
        ("((QP)): Is it old?\n((QP)) : Is it dry?", [("QP", "Is it old?"), ("QP", "Is it dry?")]),
        ("Q: Is it old?\nA: It is.\nQ: Dry?\nA: No.", [("Q", "Is it old?"), ("A", "It is."), ("Q", "Dry?"), ("A", "No.")]),
        ("Q. Is it old?\n\nA. Yes.\n\nQ. Dry?", [("Q", "Is it old?"), ("A", "Yes."), ("Q", "Dry?")]),
        (
            "ANNA BERG: Is it old?\n\nMOLL: I think so.\n\nBERG: And dry?\n\nMOLL: My father said it was.",
            [("ANNA BERG", "Is it old?"), ("MOLL", "I think so."), ("ANNA BERG", "And dry?"), ("MOLL", "My father said it was.")],
        ),
        (
            "**Berg:** Is it old?\n\n**Moll:** I think so.\n\n**Berg:** We see.",
            [("Berg", "Is it old?"), ("Moll", "I think so."), ("Berg", "We see.")],
        ),
        (
            "Berg — Is it old?\n\nMoll — I think so.\n\nBerg — We see.",
            [("Berg", "Is it old?"), ("Moll", "I think so."), ("Berg", "We see.")],
        ),
        (
            "Anna Berg\nIs it old?\n\nTessa Moll\nI think so.\n\nAnna Berg\nDry?\n\nTessa Moll\nWe hope.",
            [("Anna Berg", "Is it old?"), ("Tessa Moll", "I think so."), ("Anna Berg", "Dry?"), ("Tessa Moll", "We hope.")],
        ),
        (
            "((WN))  Who built it?\n\nTessa Moll My father did.\n\n((WN))  When?\n\nTM In 1950.\n\n((WN))  Why?\n\nTM For us.",
            [
                ("WN", "Who built it?"), ("Tessa Moll", "My father did."), ("WN", "When?"), ("Tessa Moll", "In 1950."),
                ("WN", "Why?"), ("Tessa Moll", "For us."),
            ],
        ),
    ],
)  # fmt: skip
def test_turns(text: str, expected: list[tuple[str, str]]) -> None:
    assert heard(text) == expected
    assert heard("A headline\n\nA lead.\n\n" + text) == expected


def test_a_turn_goes_on_over_paragraphs_and_ends_with_the_article_s_voice() -> None:
    text = (
        "((QP))  Is it old?\n\n((Moll))  It is.\n\nThe stones came by ship.\n\nMoll laughed.\n\n((QP))  Dry?\n\n"
        "((Moll))  Yes.\n\nI paint it each year.\n\nThe mill opens at noon."
    )

    said = [words for name, words in heard(text) if name == "Moll"]

    assert said == ["It is.\n\nThe stones came by ship.", "Yes.\n\nI paint it each year."]


def test_with_one_speaker_s_labels_a_turn_is_one_paragraph() -> None:
    text = "((QP))  Is it old?\n\n((QP))  Is it dry?\n\nThe mill stands in the north."

    assert heard(text) == [("QP", "Is it old?"), ("QP", "Is it dry?")]


@pytest.mark.parametrize(
    "text",
    [
        "((Moll)) stands alone.",
        "North: 3 goals\nSouth: 4 goals\nNorth: 5 goals\nSouth: 1 goal",
        "Image: Ann Lee.\n\nImage: Joe Moll.\n\nImage: My mill.\n\nImage: Our mill.",
        "Anna Berg: the miller, whom you know\nTessa Moll: the baker\nJoe Ford: the smith, I think",
        "Moll: The mill will not close, she tells us\n\nThe mill stays open.\n\nIt was built in 1950.",
        "Summary\n\nWe know it.\n\nBackground\n\nYou may ask.\n\nNotes\n\nWe wrote it.",
        "Updated: You may ask.\nUpdated: I may not.\nVenue: our hall\nVenue: my house",
        "",
        "((",
        "((a))\n((b))",
    ],
)
def test_no_transcript(text: str) -> None:
    assert turns(text) == []


@pytest.mark.parametrize(
    "piece",
    ["((A))\n", "((A)) ((", "\n((", "((A b))  I?\n\n", "Q: I?\nA: we\n", "A B C D E F\n", "A" * 50 + ":\n", "\n \n", "Q. ",
     "((\u202eA)) you\r\n", "**A:** I\n**B:** you\n", "A — I?\n", "\n\n((Ａ))\u2028"],
)  # fmt: skip
def test_odd_labels_are_read_in_linear_time(piece: str) -> None:
    text = piece * 5_000

    found = turns(text)

    assert all(turn.cue <= turn.start < turn.end <= turn.body < turn.stop <= len(text) for turn in found)
    assert [turn.body for turn in found] == sorted(turn.body for turn in found)
    assert sentence_breaks(text) == sorted(set(sentence_breaks(text)))


@pytest.fixture(scope="module")
def talk() -> ArticleRecord:
    text = TALK + (
        "((QP))  When was the mill built?\n\n((Tessa Moll))  It was built in 1950 by 12 men.\n\nMy father bought it in 1975.\n\n"
        "((QP))  You won the prize in 2010. Was it hard?\n\n((Tessa Moll))  I think it is the oldest mill in Norway. The mayor"
        " said that the mill was ruined by the storm in 1999. We announced in May that 3 rooms were open."
    )
    return Extractor().extract_one(Article(text=text), published="2022-02-08")


def test_claims_carry_the_speaker_of_the_turn(talk: ArticleRecord) -> None:
    names = {entity.id: entity.name for entity in talk.entities}
    said = {
        (claim.family, claim.cue.text): (claim.speaker.text, names.get(claim.speaker.entity or ""), claim.speaker.cue)
        for claim in talk.claims
        if claim.speaker is not None
    }

    assert said["event", "built"] == ("Tessa Moll", "Tessa Moll", "((Tessa Moll))")
    assert said["event", "bought"] == ("Tessa Moll", "Tessa Moll", "((Tessa Moll))")
    assert said["superlative", "oldest"] == ("Tessa Moll", "Tessa Moll", "((Tessa Moll))")
    assert said["event", "won"][0] == "QP"
    assert said["event", "ruined"][0] == "The mayor"


def test_a_label_states_nothing(talk: ArticleRecord) -> None:
    assert [claim.cue.text for claim in talk.claims if claim.family == "statement"] == ["said", "announced"]


def test_i_and_you_are_named(talk: ArticleRecord) -> None:
    statements = [claim.statement for claim in talk.claims if claim.family == "event"]

    assert "Tessa Moll’s father bought it in 1975." in statements
    assert "Tessa Moll won the prize in 2010." in statements


def test_who_says_i_in_a_report_of_his_own_is_known() -> None:
    text = (
        TALK + "((QP))  Was it hard?\n\n((Tessa Moll))  I told the mayor in 2019 that the mill was lost. He left.\n\n((QP))  Why?"
    )
    record = Extractor().extract_one(Article(text=text), published="2022-02-08")

    speakers = [claim.speaker for claim in record.claims if claim.family == "statement"]

    assert [(speaker.text, speaker.entity) for speaker in speakers if speaker is not None] == [
        ("I", next(entity.id for entity in record.entities if entity.name == "Tessa Moll"))
    ]
