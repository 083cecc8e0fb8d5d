"""Broken, odd and hostile texts: none raises, hangs or breaks what holds of every record."""

from __future__ import annotations

import time

import pytest

from claimex.pipeline import Extractor
from claimex.read.article import Article
from tests.invariants import broken

# Each broke something once: a word that the text ends with, white space that is no word, an amount outside its clause.
TEXTS = (
    "", " ", "\n", "\r", "\u2028", ".", "?", '"', "“", "only", "not", "a", "%", "$", "\u200b", "\ufeff", "😀", "5", "½", "٣٤ ٥",
    "She added salt to only",
    "The club won praise for",
    "Marsh is the team's top striker",
    "The firm was sentenced to",
    "The prices were set at higher",
    "We have lost not",
    "Anna Marsh (",
    'He said the roof fell in and "I asked \'Am I to go?\'\u2009".',
    'Open read("/etc/hosts")[40] and [2] of them.',
    "It was 2020 and about\n\n40% of the town left.",
    "We have more than\n\n\nthe others, because of\n\n\nrain.",
    "The war of 492-490 BC ended in 490 BC after 2 years.",
    "The firm expects record earnings in 2030.",
    "Ana Lima and the people aged 65 years and over left.",
    'The mayor said “we go” and ”we stay“ and " no one " knew "',
    "KHAN WINS\rFIRST VOTE\rIN 23 YEARS\r",
    "The\u202e first vote in 23 years\u202c was\u2066 won by 5 percent\u2069 on Monday.",
    "He won the fi\u00adrst vote\u200b in 23 ye\u200bars, 99999999999999999999 votes to 31/31/3131.",
    "first first first in 23 years since since 1999 1999 by by because of of",
)  # fmt: skip
STEPS = 7
STORY = (
    "Anna Marsh, the mayor of Leeds, said on Monday that it was the first time in 23 years that prices fell by 5 percent, "
    'because of rain. "We will build 300 houses, more than in 2019," she added, "or we must not ban the oldest cars."'
)
# Each took time that grew with the square of its length, or its parse did. Seconds are many times what they take.
LONG = {
    "brackets": "[" * 20_000,
    "percents": "%" * 20_000,
    "dates": "It rose 5 percent in May 2019. " * 400,
    "quarters": "It fell in the first quarter of 2019. " * 400,
    "the": "the " * 5_000,
    "quotes": '"' * 2_000 + " he said " + "“a " * 1_000,
}
SECONDS = 30


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def read(extractor: Extractor, texts: list[str]) -> list[str]:
    """What the records of some texts break, each with its text."""
    records = extractor.extract(Article(text=text, published="2022-02-08") for text in texts)
    return [f"{line} | {record.text!r}" for record in records for line in broken(record)]


@pytest.mark.parametrize("text", TEXTS)
def test_odd_texts_give_sound_records(text: str, extractor: Extractor) -> None:
    assert read(extractor, [text]) == []


def test_a_text_may_break_off_anywhere(extractor: Extractor) -> None:
    assert read(extractor, [STORY[:end] for end in range(0, len(STORY), STEPS)]) == []
    assert read(extractor, [STORY[start:] for start in range(0, len(STORY), STEPS)]) == []


@pytest.mark.parametrize(
    "text",
    [
        STORY.upper(), STORY.lower(), STORY.title(), STORY.replace(" ", ""), STORY.replace(" ", "\n"), STORY.replace(" ", "\n\n"),
        STORY.replace(" ", "\r"), STORY.replace(" ", "\u00a0"), STORY.replace('"', ""), STORY.replace(" ", ' "'),
        " ".join(reversed(STORY.split())), " ".join(sorted(STORY.split())), STORY.replace("e", "5"), STORY.replace(" ", " 3 "),
    ],
)  # fmt: skip
def test_a_mangled_text_gives_a_sound_record(text: str, extractor: Extractor) -> None:
    assert read(extractor, [text]) == []


@pytest.mark.parametrize("name", LONG)
def test_long_runs_end_in_time(name: str, extractor: Extractor) -> None:
    start = time.process_time()

    assert read(extractor, [LONG[name]]) == []
    assert time.process_time() - start < SECONDS
