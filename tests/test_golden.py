"""Whole articles: the lines they give, byte for byte, and what holds of any line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from claimex.pipeline import Extractor
from claimex.read.layout import headline
from tests.regolden import digest, golden_articles, golden_line, golden_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.records import ArticleRecord

ARTICLES = golden_articles()
NAMES = list(ARTICLES)
NEUTRAL = "The streets were empty and the air was very still."  # no name, date, number, quote or claim


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="module")
def records(extractor: Extractor) -> dict[str, ArticleRecord]:
    return dict(zip(NAMES, extractor.extract(ARTICLES.values()), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_the_line_is_the_golden_one(name: str, records: dict[str, ArticleRecord]) -> None:
    """`make golden` rewrites them; read the diff."""
    assert golden_line(records[name]) == golden_path(name).read_bytes()


def test_every_golden_line_has_its_article() -> None:
    assert sorted(path.stem for path in golden_path("any").parent.glob("*.jsonl")) == NAMES


def objects(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # any JSON
    """Every object in a JSON value, at any depth."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from objects(item)


@pytest.mark.parametrize("name", NAMES)
def test_offsets_give_back_the_text(name: str, records: dict[str, ArticleRecord]) -> None:
    text = ARTICLES[name].text
    spans = [span for span in objects(json.loads(golden_line(records[name]))) if {"start", "end", "text"} <= set(span)]

    assert len(spans) > 50
    assert [span for span in spans if text[span["start"] : span["end"]] != span["text"]] == []


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_exist(name: str, records: dict[str, ArticleRecord]) -> None:
    record = records[name]
    ids = {
        kind: [item.id for item in getattr(record, kind)]
        for kind in ("entities", "dates", "quantities", "claims")
    }  # fmt: skip
    used = {kind: set[str]() for kind in ids}
    for claim in record.claims:
        used["dates"].update(claim.dates)
        used["quantities"].update(claim.quantities)
        used["entities"].update(claim.places)
    used["dates"].update(date.anchor for date in record.dates if date.anchor not in {None, "published"})  # type: ignore[misc]
    used["claims"].update(id_ for link in record.links for id_ in link.claims)
    for item in objects(json.loads(golden_line(record))["claims"]):
        used["entities"].update(filter(None, [item.get("entity")]))
        used["dates"].update(filter(None, [item.get("date")]))
        used["quantities"].update(filter(None, [item.get("quantity")]))

    assert {kind: len(found) - len(set(found)) for kind, found in ids.items()} == dict.fromkeys(ids, 0)
    assert {kind: sorted(used[kind] - set(ids[kind])) for kind in ids} == {kind: [] for kind in ids}


@pytest.mark.parametrize("name", NAMES)
def test_claims_stay_in_their_sentence(name: str, records: dict[str, ArticleRecord]) -> None:
    """A statement may hold the sentences of its quotation; no other claim crosses a sentence's end, and none the headline's."""
    record = records[name]
    body = (headline(ARTICLES[name].text) or (0, 0))[1]
    sentences = [(sentence.start, sentence.end) for sentence in record.sentences]
    crossing = [
        (claim.family, claim.text)
        for claim in record.claims
        if claim.start < body < claim.end
        or not sentences[claim.sentence][0] <= claim.cue.start <= sentences[claim.sentence][1]
        or (claim.family != "statement" and not any(start <= claim.start and claim.end <= end for start, end in sentences))
    ]

    assert body > 0
    assert crossing == []


@pytest.mark.parametrize("name", NAMES)
def test_cues_lie_in_their_clause(name: str, records: dict[str, ArticleRecord]) -> None:
    outside = [
        (claim.family, claim.cue.text, claim.text)
        for claim in records[name].claims
        if not claim.start <= claim.cue.start < claim.cue.end <= claim.end
    ]

    assert outside == []


def shifted(record: ArticleRecord, *, at: int = 0, by: int = 0, sentence: int | None = None) -> dict[str, Any]:
    """What a record says, without what names or counts: every place from `at` on moved, `sentence` taken out."""
    data = json.loads(golden_line(record))
    for key in ("id", "text", "sha256"):
        del data[key]
    numbers = {claim["id"]: k for k, claim in enumerate(data["claims"])}
    for claim in data["claims"]:
        del claim["id"], claim["sentence"]
    for link in data["links"]:
        link["claims"] = [numbers[id_] for id_ in link["claims"]]
    if sentence is not None:
        del data["sentences"][sentence]
    for item in objects(data):
        for key in ("start", "end"):
            if isinstance(item.get(key), int) and item[key] >= at:
                item[key] += by
    return data


@pytest.mark.parametrize("name", NAMES)
def test_a_neutral_paragraph_only_shifts_offsets(name: str, extractor: Extractor, records: dict[str, ArticleRecord]) -> None:
    article = ARTICLES[name]
    line_end = "\r\n" if "\r\n" in article.text else "\n"
    cut = headline(article.text)[1]  # type: ignore[index]  # each of them has a headline
    added = f"{line_end * 2}{NEUTRAL}"
    longer = replace(article, text=article.text[:cut] + added + article.text[cut:])
    record = extractor.extract_one(longer)
    neutral = next(k for k, sentence in enumerate(record.sentences) if sentence.start == cut + 2 * len(line_end))

    assert shifted(record, sentence=neutral) == shifted(records[name], at=cut + 1, by=len(added))


def test_order_and_company_change_nothing(extractor: Extractor, records: dict[str, ArticleRecord]) -> None:
    backwards = list(extractor.extract(reversed(ARTICLES.values())))
    alone = [extractor.extract_one(article) for article in ARTICLES.values()]

    assert [golden_line(record) for record in reversed(backwards)] == [golden_line(record) for record in records.values()]
    assert [golden_line(record) for record in alone] == [golden_line(record) for record in records.values()]


RUN = """
from claimex.pipeline import Extractor
from tests.regolden import digest, golden_articles
print(digest(Extractor().extract(golden_articles().values())))
"""


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_the_seed_of_hashes_changes_nothing(seed: str, records: dict[str, ArticleRecord]) -> None:
    found = subprocess.run(  # noqa: S603  # our own program, in another process
        [sys.executable, "-c", RUN], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
    )

    assert found.stdout.strip() == digest(records.values())
