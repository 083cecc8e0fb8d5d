"""What a Spark worker does with its rows, without Spark: record batches in, record batches out."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from claimex.batch import extract_all
from claimex.pipeline import Extractor
from claimex.read.article import Article
from claimex.read.options import Keys
from claimex.records import ArticleRecord, Failure
from claimex.spark import LINE, SOURCE, RowWork, output_schema
from claimex.write.arrow import from_row

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "Nurses in Malmo went on strike on Sunday, for the first time in 11 years."


@pytest.fixture(scope="module")
def extractor() -> Iterator[Extractor]:
    """One for all tests here, in place of the worker's own."""
    made = Extractor()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimex.spark.loaded", lambda _: made)
        yield made


def work(*parts: pa.Table, keys: Keys | None = None, text: bool = True) -> list[ArticleRecord | Failure]:
    """The results of all rows, in order; every batch has the schema that Spark was told."""
    row_work = pickle.loads(pickle.dumps(RowWork(keys or Keys(), "2022-02-08", text, ())))  # noqa: S301  # as Spark sends it
    results: list[ArticleRecord | Failure] = []
    for batch in row_work(batch for part in parts for batch in part.to_batches(max_chunksize=7)):
        assert batch.schema == output_schema()
        for row in batch.to_pylist():
            assert (row["record"] is None) != (row["failure"] is None)
            results.append(from_row(row["record"]) if row["failure"] is None else Failure.model_validate(row["failure"]))
    return results


def test_rows_give_what_the_batch_gives(extractor: Extractor) -> None:
    texts = [TEXT, "\0", "Sales rose by 4% in May.", "", TEXT.replace("11", "12")] * 8
    rows = [{"id": f"a{k}", "text": text, "desk": k} for k, text in enumerate(texts)]
    items = [Article(id=f"a{k}", text=text, meta={"desk": k}) for k, text in enumerate(texts)]

    assert work(pa.Table.from_pylist(rows)) == list(extract_all(lambda: extractor, items, published="2022-02-08"))


def lines(*data: bytes) -> pa.Table:
    return pa.table({LINE: pa.array(data, pa.binary()), SOURCE: ["file:/in.jsonl"] * len(data)})


@pytest.mark.usefixtures("extractor")
def test_lines_of_json() -> None:
    good = b'{"id": 7, "text": "' + TEXT.encode() + b'", "deep": {"a": [1, null]}}'
    results = work(lines(good, b" \r", b"{", b'{"text": "caf\xe9"}', b'{"id": "x", "txt": ""}'))

    first = results[0]
    assert isinstance(first, ArticleRecord)
    assert (first.id, first.source, first.line, first.meta) == ("7", "file:/in.jsonl", None, {"deep": {"a": [1, None]}})
    failed = [(result.id, result.reason, result.source) for result in results[1:] if isinstance(result, Failure)]
    assert failed == [(None, "json", "file:/in.jsonl"), (None, "encoding", "file:/in.jsonl"), ("x", "keys", "file:/in.jsonl")]


@pytest.mark.usefixtures("extractor")
def test_columns_of_any_kind_pass_through() -> None:
    row: dict[str, Any] = {"body": TEXT, "day": date(2022, 2, 8), "price": Decimal("1.50"), "raw": b"\xff"}
    (record,) = work(pa.Table.from_pylist([row]), keys=Keys(text="body", published="day"), text=False)

    assert isinstance(record, ArticleRecord)
    assert (record.text, record.meta) == (None, {"price": "1.50", "raw": "/w=="})


@pytest.mark.usefixtures("extractor")
def test_a_string_that_is_not_utf8_costs_its_row_alone() -> None:
    """Spark does not look into strings, so Arrow gets what a file holds."""
    bad = pa.array([TEXT.encode(), b"caf\xe9 closed", TEXT.encode()], pa.binary()).view(pa.string())
    results = work(pa.table({"text": bad}))

    assert [type(result) for result in results] == [ArticleRecord, Failure, ArticleRecord]
    assert isinstance(results[1], Failure)
    assert (results[1].reason, results[1].detail) == ("encoding", "not utf-8: invalid continuation byte")


def test_no_rows_load_nothing() -> None:
    assert work(pa.table({"text": pa.array([], pa.string())})) == []
