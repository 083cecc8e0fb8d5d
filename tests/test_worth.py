"""Check-worthiness: the trained file, scores that no batch changes, and what they say of plain sentences."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import numpy as np
import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from claimex.errors import BrokenModel
from claimex.resources import resource
from claimex.worth import WorthScorer, load_worth, score_sentences
from claimex.worth.features import SIGNS, TAGS, cut, read_tokens, signs
from claimex.worth.model import FILE, SUMS
from claimex.worth.reasons import Reasons

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

CHECKABLE = [
    "Unemployment fell from 9 percent to 6 percent between 2012 and 2016.",
    "The ministry spent 40 million dollars on the bridge last year.",
    "Crime in the capital has doubled since he took office.",
    "She voted against the tax bill in 2003.",
]
IDLE = [
    "Thank you all so much for coming tonight.",
    "What would you do about that?",
    "I hope that we can work together.",
    "Let me tell you a story.",
]


@pytest.fixture(scope="module")
def scorer() -> WorthScorer:
    return WorthScorer()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the trained file that a test may break."""
    for name in (FILE, SUMS):
        shutil.copy(resource("models", "worth") / name, tmp_path / name)
    return tmp_path


def made(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> Doc:
    return Doc(English().vocab, words=words, tags=tags, deps=deps, heads=heads)


RAN = made(["He", "did", "n't", "run", "3", "miles"], ["PRP", "VBD", "RB", "VB", "CD", "NNS"],
           ["nsubj", "aux", "neg", "ROOT", "nummod", "dobj"], [3, 3, 3, 3, 5, 3])  # fmt: skip


def shown(doc: Doc, *places: tuple[int, int]) -> list[set[str]]:
    found = signs(read_tokens([doc]), cut(places))
    return [{SIGNS[k] for k in np.flatnonzero(row)} for row in found]


def test_signs_have_names() -> None:
    (found,) = shown(RAN, (0, 6))

    assert found >= {"tag CD", "tag VBD", "helper did", "helper n't", "word he", "he or she + base", "longer than 5"}
    assert not found & {"tag NNP", "word i", "longer than 7", "more of tag CD", "I + base"}


def test_a_stretch_is_read_by_itself() -> None:
    whole, part = shown(RAN, (0, 6), (4, 6))

    assert part == {"tag CD", "tag NNS", "entity ", "word ", "none + noun"}
    assert shown(RAN, (4, 6)) == [part]
    assert "helper did" in whole


def test_every_sign_is_one_of_the_file() -> None:
    assert len(set(SIGNS)) == len(SIGNS) == len(load_worth().sign_weights)
    assert len(load_worth().tag_weights) == len(TAGS) ** 2


def test_the_file_is_small_and_its_words_sorted() -> None:
    model = load_worth()

    assert (resource("models", "worth") / FILE).stat().st_size < 4_000_000
    assert (np.diff(model.words.astype(object)) > 0).all()
    assert (np.diff(model.pairs.astype(np.int64)) > 0).all()
    assert 0.1 < model.threshold < 0.6


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda path: path.unlink(), "missing"),
        (lambda path: path.write_bytes(path.read_bytes()[:-100]), "truncated or altered"),
        (lambda path: path.write_bytes(b""), "truncated or altered"),
        (lambda path: path.write_bytes(path.read_bytes()[:-1] + b"!"), "truncated or altered"),
        (lambda path: path.with_name(SUMS).unlink(), "missing"),
        (lambda path: path.with_name(SUMS).write_text("\n", encoding="ascii"), "gives no SHA-256"),
    ],
)
def test_a_broken_file_is_one_clear_error(folder: Path, harm: object, said: str) -> None:
    harm(folder / FILE)  # type: ignore[operator]

    with pytest.raises(BrokenModel, match=said) as caught:
        load_worth(folder)
    assert str(folder) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_checkable_sentences_are_worth_more(nlp: Language, scorer: WorthScorer) -> None:
    scored = list(score_sentences(nlp, scorer, CHECKABLE + IDLE))

    assert [worth.worthy for worth in scored] == [True] * len(CHECKABLE) + [False] * len(IDLE)
    assert min(worth.value for worth in scored[: len(CHECKABLE)]) > 0.5
    assert max(worth.value for worth in scored[len(CHECKABLE) :]) < 0.2
    assert all(0 <= worth.value <= 1 and round(worth.value, 3) == worth.value for worth in scored)


def test_no_batch_changes_a_digit(nlp: Language, scorer: WorthScorer) -> None:
    texts = [*CHECKABLE, "", "   ", *IDLE]
    alone = [worth for text in texts for worth in score_sentences(nlp, scorer, [text])]

    assert list(score_sentences(nlp, scorer, texts)) == alone
    assert list(score_sentences(nlp, scorer, texts[::-1])) == alone[::-1]
    assert list(score_sentences(nlp, scorer, texts * 40)) == alone * 40


def test_a_stretch_is_worth_the_same_wherever_it_stands(nlp: Language, scorer: WorthScorer) -> None:
    doc = nlp(" ".join(CHECKABLE))
    spans = [(sent.start, sent.end) for sent in doc.sents]

    together = scorer.score_spans(doc, spans)
    assert [scorer.score_spans(doc, [span])[0] for span in spans] == together
    assert scorer.score_spans(doc, [spans[1], spans[0], spans[1]]) == [together[1], together[0], together[1]]
    assert scorer.score_spans(doc, []) == []


def test_nothing_is_worth_nothing(nlp: Language, scorer: WorthScorer) -> None:
    (empty,) = score_sentences(nlp, scorer, [""])

    assert (empty.value, empty.worthy, empty.why) == (0.0, False, ())


def test_why_names_what_weighed(nlp: Language, scorer: WorthScorer) -> None:
    money, question = score_sentences(nlp, scorer, [CHECKABLE[1], IDLE[1]])

    assert 1 <= len(money.why) <= 3
    assert any(reason in {"a number", "an amount of money", "what happened"} for reason in money.why)
    assert any(reason.startswith("against: ") for reason in question.why)


def test_every_reason_names_a_sign() -> None:
    model = load_worth()
    reasons = Reasons(model.sign_weights, model.sign_means)

    assert (np.diff(reasons.starts) > 0).all()


def test_a_quoted_claim_is_scored_without_its_speaker() -> None:
    from claimex.pipeline import extract  # noqa: PLC0415  # loads a pipeline of its own

    text = 'Rents in the city doubled between 2010 and 2020. "Rents in the city doubled between 2010 and 2020," said Ms Orr.'
    record = extract(text, published="2022-02-08")

    own = next(claim for claim in record.claims if claim.family == "change" and claim.speaker is None)
    said = next(claim for claim in record.claims if claim.family == "statement")
    assert own.worth is not None
    assert own.worth > 0.5
    assert said.worth == pytest.approx(own.worth, abs=0.1)
    assert own.worth_why
