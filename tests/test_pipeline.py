"""The library: one article, a stream, a user's own spaCy pipeline; and what the record says of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy

import claimex
from claimex import batch, pipeline
from claimex.errors import BadDate, BadInput
from claimex.nlp import DEFAULT_MODEL, DESCRIPTIONS, PACKAGES, load_pipeline, weights_digest, weights_of
from claimex.resources import resource
from claimex.tags import MISREAD

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Dockers walked out on Monday. It is the first strike at the port in 12 years, the union said."


@pytest.fixture(scope="module")
def extractor() -> claimex.Extractor:
    return claimex.Extractor()


def test_one_text() -> None:
    record = claimex.extract(TEXT, published="2022-02-08", title="Strike")

    assert (record.title, record.published.value, record.published.how) == ("Strike", "2022-02-08", "given")
    assert "rarity" in [claim.family for claim in record.claims]


def test_a_stream_comes_in_order(extractor: claimex.Extractor) -> None:
    articles = [claimex.Article(text=TEXT, id=str(n), published=f"2022-02-{n:02}") for n in range(1, 21)]
    records = list(extractor.extract(iter(articles)))

    assert [(record.id, record.published.value) for record in records] == [(str(n), f"2022-02-{n:02}") for n in range(1, 21)]


def test_the_stream_is_read_as_it_is_needed(extractor: claimex.Extractor) -> None:
    def endless() -> object:
        while True:
            yield claimex.Article(text=TEXT)

    assert next(extractor.extract(endless())).text == TEXT  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("article", "error"),
    [
        (claimex.Article(text="a\0b"), BadInput),
        (claimex.Article(text="a\ud800b"), BadInput),
        (claimex.Article(text="a" * 1_000_001), BadInput),
        (claimex.Article(text=TEXT, published="soon"), BadDate),
    ],
)
def test_articles_that_cannot_be_read(extractor: claimex.Extractor, article: claimex.Article, error: type[Exception]) -> None:
    with pytest.raises(error):
        list(extractor.extract([article]))


def test_the_same_claims_in_a_users_own_pipeline() -> None:
    extractor = claimex.Extractor(ner="stock")
    nlp = spacy.load(PACKAGES[DEFAULT_MODEL])
    nlp.add_pipe("claimex", config={"published": "2022-02-08"})
    record = nlp(TEXT)._.claimex
    ours = extractor.extract_one(claimex.Article(text=TEXT), published="2022-02-08")

    assert record.claims == ours.claims
    assert record.model == ours.model.model_copy(update={"ops": "stock"})


def test_the_digest_is_that_of_the_card(extractor: claimex.Extractor) -> None:
    rows = resource("models", DEFAULT_MODEL, "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = {path: digest for digest, path in (row.split() for row in rows)}

    assert {path: digest for path, digest in weights_of(DEFAULT_MODEL).items() if path not in DESCRIPTIONS} == listed
    assert extractor.extract_one(claimex.Article(text="")).model.digest == weights_digest(listed)


def test_a_pipeline_without_what_is_needed(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")

    with pytest.raises(claimex.ClaimexError, match="lacks tagger, parser, ner"):
        load_pipeline(str(tmp_path / "blank"), ner="stock")
    with pytest.raises(claimex.ClaimexError, match=r"lacks tagger, parser$"):
        load_pipeline(str(tmp_path / "blank"))


def test_tags_entities_and_trees_are_the_stock_pipelines() -> None:
    """Leaving the attribute_ruler out changes nothing that the rules read."""
    nlp = load_pipeline(ner="stock")
    stock = spacy.load(PACKAGES[DEFAULT_MODEL])
    stock.add_pipe("claimex_breaks", first=True)
    for path in sorted(resource("corpus", "golden").glob("*.txt")):
        text = path.read_bytes().decode()
        ours, theirs = nlp(text), stock(text)
        assert [(t.tag_, t.head.i) for t in ours] == [(t.tag_, t.head.i) for t in theirs]
        assert [t.dep_ for t in ours if not t.is_space] == [t.dep_ for t in theirs if not t.is_space]
        assert [(e.start, e.end, e.label) for e in ours.ents] == [(e.start, e.end, e.label) for e in theirs.ents]
        verbs = [(t.text, t.lemma_) for t in ours if t.tag_.startswith("VB") and t.lower_ not in MISREAD]
        assert verbs == [(t.text, t.lemma_) for t in theirs if t.tag_.startswith("VB") and t.lower_ not in MISREAD]


def test_a_sentence_without_end_has_no_claims(extractor: claimex.Extractor) -> None:
    text = "first " * 400 + "\n\n" + TEXT
    record = extractor.extract_one(claimex.Article(text=text), published="2022-02-08")

    assert {claim.sentence for claim in record.claims} <= {1, 2}
    assert "rarity" in [claim.family for claim in record.claims]


def test_a_batch_is_as_many_articles_as_are_parsed_together() -> None:
    """`batch` cannot import the number: `pipeline` imports spaCy, and a wrong path is told before that."""
    assert batch.BATCH == pipeline.BATCH
