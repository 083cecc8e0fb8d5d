"""On Apache Spark: the same records as the batch, each once, also when a worker is killed. Needs the extra `spark` and Java."""

from __future__ import annotations

import json
import os
import signal
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from claimex.cli import app
from claimex.write.arrow import from_row

pytest.importorskip("pyspark")

from pyspark.sql import SparkSession  # after the skip

from claimex.batch import extract_all
from claimex.pipeline import Extractor
from claimex.read.article import Article
from claimex.records import Failure
from claimex.spark import RowWork, extract, output_schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimex.records import ArticleRecord

pytestmark = pytest.mark.filterwarnings("default")  # pyspark's are its own

TEXTS = [
    "Dockers walked out of the port of Leith on Monday. It is the first strike there in 12 years, the union said.",
    "Rail fares rose by 4.5% in March, more than twice the rate of inflation.",
    "The museum, which opened in 1999, will close next year because of a leaking roof, its director Ana Lima announced.",
    "A\0B is no text at all.",
]


def article(number: int) -> dict[str, Any]:
    return {"id": f"a{number}", "text": TEXTS[number % len(TEXTS)], "published": "2022-02-08", "desk": number}


ARTICLES = [article(number) for number in range(40)]


@pytest.fixture(scope="module")
def expected() -> dict[str, str]:
    """What the batch makes of each article, by id: the record or the failure, as JSON."""
    extractor = Extractor()
    items = [Article(text=a["text"], id=a["id"], published=a["published"], meta={"desk": a["desk"]}) for a in ARTICLES]
    return {str(item.id): as_json(item) for item in extract_all(lambda: extractor, items)}  # type: ignore[union-attr]


def as_json(item: ArticleRecord | Failure | Any) -> str:  # noqa: ANN401  # whatever the batch lets through
    """Without the place it was read at, which differs by how it was read; with its keys sorted: collect() turns maps around."""
    return json.dumps(item.model_copy(update={"source": None, "line": None}).model_dump(mode="json"), sort_keys=True)


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false").getOrCreate()
    yield session
    session.stop()


def results(rows: list[Any]) -> dict[str, str]:
    """What Spark gives, by id; each article once."""
    found = {}
    for row in (row.asDict(recursive=True) for row in rows):
        assert (row["record"] is None) != (row["failure"] is None)
        item = Failure.model_validate(row["failure"]) if row["record"] is None else from_row(row["record"])
        assert item.id not in found
        found[str(item.id)] = as_json(item)
    return found


def test_a_dataframe_gives_what_the_batch_gives(session: SparkSession, expected: dict[str, str]) -> None:
    articles = session.createDataFrame(ARTICLES).repartition(4)

    assert results(extract(articles).collect()) == expected


def test_a_killed_worker_costs_nothing(session: SparkSession, expected: dict[str, str], tmp_path: Path) -> None:
    """The worker dies after its first batch has gone out; Spark runs the task again, and each row comes once."""
    mark = tmp_path / "killed"
    from claimex.read.options import Keys  # noqa: PLC0415

    work = RowWork(Keys(), None, True, ())

    def killed(parts: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in work(parts):
            yield batch
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)

    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415

    articles = session.createDataFrame(ARTICLES).repartition(2)
    rows = articles.mapInArrow(killed, from_arrow_schema(output_schema())).collect()

    assert mark.exists()
    assert results(rows) == expected


def test_columns_of_other_names_and_kinds(session: SparkSession) -> None:
    rows = [(TEXTS[1], date(2022, 2, 8), 7, [1.5])]
    articles = session.createDataFrame(rows, "body string, day date, number int, list array<double>")
    from claimex.read.options import Keys  # noqa: PLC0415

    (row,) = extract(articles, keys=Keys(text="body", published="day", id="number"), text=False).collect()
    record = from_row(row.asDict(recursive=True)["record"])
    assert (record.id, record.text, record.published.value, record.meta) == ("7", None, "2022-02-08", {"list": [1.5]})


def test_a_row_without_text_is_a_failure(session: SparkSession) -> None:
    (row,) = extract(session.createDataFrame([("x", None)], "id string, text string")).collect()

    assert row["record"] is None
    assert (row["failure"]["id"], row["failure"]["reason"]) == ("x", "keys")


def test_the_command_reads_lines_and_writes_parquet(session: SparkSession, expected: dict[str, str], tmp_path: Path) -> None:
    del session  # the command takes it over, and stops it: after this only tests of the command
    lines = [json.dumps(a).encode() for a in ARTICLES]
    (tmp_path / "in.jsonl").write_bytes(b"\n".join([*lines, b"", b"{broken", b'{"text": "caf\xe9"}', b""]))
    out = tmp_path / "out"
    result = CliRunner().invoke(app, ["spark", str(tmp_path / "in.jsonl"), str(out), "--master", "local[2,4]"])

    assert result.exit_code == 3, result.stderr
    records = [from_row(row) for row in pq.read_table(out / "records").to_pylist()]
    failures = [Failure.model_validate(row) for row in pq.read_table(out / "failures").to_pylist()]
    assert {item.id: as_json(item) for item in [*records, *failures] if item.id} == expected
    assert len(records) == 30
    assert sorted(failure.reason for failure in failures) == ["encoding", "json", *["nul"] * 10]
    assert all(str(record.source).endswith("/in.jsonl") for record in records)
    assert sorted(path.name for path in out.iterdir()) == ["failures", "records"]


def test_the_command_reads_parquet(expected: dict[str, str], tmp_path: Path) -> None:
    table = pa.Table.from_pylist([a | {"published": date(2022, 2, 8)} for a in ARTICLES[:4]])
    pq.write_table(table, tmp_path / "in.parquet")
    out = tmp_path / "out"
    args = ["spark", str(tmp_path / "in.parquet"), str(out), "--master", "local[2,4]", "--partitions", "2", "--no-text"]
    result = CliRunner().invoke(app, args)

    assert result.exit_code == 3, result.stderr
    records = [from_row(row) for row in pq.read_table(out / "records").to_pylist()]
    assert {record.id for record in records} == {"a0", "a1", "a2"}
    for record in records:
        assert record.text is None
        assert as_json(record.model_copy(update={"text": TEXTS[int(record.id[1:])]})) == expected[record.id]


def test_the_command_tells_in_one_line_what_spark_will_not_do(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["spark", str(tmp_path / "none.jsonl"), str(tmp_path / "out"), "--master", "local"])

    assert (result.exit_code, result.stderr.count("claimex: ")) == (1, 1)
    assert "claimex: Spark: [PATH_NOT_FOUND] " in result.stderr
