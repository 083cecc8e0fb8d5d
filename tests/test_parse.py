"""Texts into Docs: stretches, portions, and a Doc that is the same however it came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimex import parse as parsing
from claimex.nlp import DEFAULT_MODEL, PACKAGES
from claimex.ops import one_thread
from claimex.parse import LONGEST, TOGETHER, learn_words, parse, split
from claimex.portions import portions

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SENTENCE = "The ferry company reopened its second line on Monday, and 300 people took the first boat. "
ARTICLE = f"Ferries return\n\n{SENTENCE * 2}\n\nMayor Ida Holm said she was glad. {SENTENCE}\n"


@pytest.mark.parametrize(
    "text",
    ["", " \n\n", ARTICLE, SENTENCE * 1000, "x" * (3 * LONGEST + 7), "word " * LONGEST, "„" * (LONGEST + 1)],
    ids=["empty", "blank", "article", "one paragraph", "one word", "no sentence", "one run"],
)
def test_stretches_are_the_text_and_none_is_too_long(text: str) -> None:
    pieces = split(text)

    assert "".join(pieces) == text
    assert all(0 < len(piece) <= LONGEST for piece in pieces)


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    assert all(piece.startswith("The ferry") and piece.endswith("boat. ") for piece in split(SENTENCE * 1000))


def test_portions_keep_the_order_and_stay_small() -> None:
    pieces = ["a" * 9000, "b" * 3000, "c", "d" * (TOGETHER + 1), "e"]

    assert list(portions(pieces, TOGETHER)) == [pieces[:2], pieces[2:3], pieces[3:4], pieces[4:]]


def told(doc: Doc) -> list[tuple[object, ...]]:
    """All that claimex reads of a Doc's tokens."""
    return [
        (t.text, t.whitespace_, t.idx, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, t.is_sent_start, t.ent_type_, t.ent_iob_)
        for t in doc
    ]


def test_a_joined_doc_is_that_of_its_parts(nlp: Language) -> None:
    (doc,) = parse(nlp, [ARTICLE])
    with one_thread():
        parts = [nlp(piece) for piece in split(ARTICLE)]

    assert doc.text == ARTICLE
    assert [words[:2] + words[3:7] for words in told(doc)] == [w[:2] + w[3:7] for part in parts for w in told(part)]
    assert [sent.text for sent in doc.sents] == [sent.text for part in parts for sent in part.sents]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [(ent.text, ent.label_) for part in parts for ent in part.ents]
    assert doc.tensor.shape == (len(doc), parts[0].tensor.shape[1])


def test_company_changes_nothing(nlp: Language) -> None:
    texts = [ARTICLE, "", SENTENCE * 200, "Prices rose 5% in May."]

    assert [told(doc) for doc in parse(nlp, texts)] == [told(parse(nlp, [text])[0]) for text in texts]


def test_words_are_learnt_up_to_a_bound(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    before = len(nlp.vocab)
    monkeypatch.setattr(parsing, "KNOWN_WORDS", before + 10)
    learn_words(nlp, [f"Quib{k}le zan{k}t.\n\n" for k in range(100)])

    assert before + 10 <= len(nlp.vocab) < before + 20


def test_lemmas_are_the_stock_pipelines(nlp: Language) -> None:
    import spacy  # noqa: PLC0415

    text = "The mice's leaders weren't going; she'd felt worse than before and said: we'll need bigger boats, sirs."
    ours, theirs = nlp(text), spacy.load(PACKAGES[DEFAULT_MODEL])(text)

    assert [token.lemma_ for token in ours] == [token.lemma_ for token in theirs]
    assert [token.lemma_ for token in nlp("She hopes to win, as her coach hoped.") if token.tag_.startswith("VB")] == [
        "hope",
        "win",
        "hope",
    ]


def test_words_are_embedded_once_with_the_same_vectors(nlp: Language) -> None:
    import spacy  # noqa: PLC0415

    stock = spacy.load(PACKAGES[DEFAULT_MODEL])
    ours, theirs = nlp.get_pipe("tok2vec").model, stock.get_pipe("tok2vec").model
    texts = [SENTENCE, "", "The ferry.", SENTENCE * 3]

    assert ours.layers[0].name == "embed_once"
    for mine, other in zip(
        ours.predict([nlp.make_doc(t) for t in texts]), theirs.predict([*map(stock.make_doc, texts)]), strict=True
    ):
        assert mine.shape == other.shape
        assert abs(mine - other).max(initial=0) < 1e-4
