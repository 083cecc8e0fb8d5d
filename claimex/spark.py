"""A Spark DataFrame of articles in; the same with a record, or a failure, in place of each row out.

`extract` is for people's own jobs; `claimex spark` (`cli/spark.py`) does the reading and writing around it. The extractor is
loaded once in each of Spark's Python workers, which have to have claimex installed. A worker that dies is Spark's to replace:
it runs the task again, and the same rows give the same records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from claimex.batch.chunks import batches
from claimex.batch.extract import extract_batch
from claimex.errors import BadInput
from claimex.pipeline import Extractor
from claimex.read.article import Article
from claimex.read.fields import given_id, to_article
from claimex.read.jsonl import parse
from claimex.read.options import Keys
from claimex.read.parquet import plain
from claimex.read.text import decode
from claimex.records import Failure
from claimex.write.arrow import arrow_schema, fields_of, to_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import DataFrame

    from claimex.records import ArticleRecord

__all__ = ["LINE", "SOURCE", "extract", "output_schema"]

LINE, SOURCE = "_claimex_line", "_claimex_source"  # columns that `claimex spark` makes: a line of JSONL as bytes, the file's path
Row = dict[str, Any]


def output_schema() -> pa.Schema:
    """What `extract` gives: `record` (the article's record) or `failure` (why there is none), the other one null."""
    return pa.schema([
        pa.field("record", pa.struct(list(arrow_schema()))),
        pa.field("failure", pa.struct(fields_of(Failure))),
    ])  # fmt: skip


def extract(
    articles: DataFrame,
    *,
    keys: Keys | None = None,
    published: str | None = None,
    text: bool = True,
    **extractor: Any,  # noqa: ANN401  # Extractor's own, by name
) -> DataFrame:
    """The record of each row, or its failure.

    The columns are named by `keys` (text, id, title, url, published); all others pass through as `meta` and must be what JSON can
    hold. `published` is the publication date of every article; without `text` the records leave their text out; all further
    arguments are `Extractor`'s (`model`, `ops`, `ner`, `any_language`).
    """
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415  # an extra; the workers' half does without

    work = RowWork(keys or Keys(), published, text, tuple(sorted(extractor.items())))
    return articles.mapInArrow(work, from_arrow_schema(output_schema()))


@cache
def loaded(settings: tuple[tuple[str, Any], ...]) -> Extractor:
    """One extractor a process, which Spark uses for many tasks."""
    return Extractor(**dict(settings))


@dataclass(frozen=True)
class RowWork:
    """What a worker does with its rows; plain values, so that Spark can send it to the workers."""

    keys: Keys
    published: str | None
    text: bool
    settings: tuple[tuple[str, Any], ...]
    schema: pa.Schema = field(default_factory=output_schema)

    def __call__(self, parts: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Record batches of results for record batches of articles, row by row in the same order."""
        for batch in batches(item for part in parts for item in self.items(part)):
            articles = batch.articles
            results = iter(extract_batch(loaded(self.settings), articles, self.published) if articles else ())
            rows = [self.result(next(results) if isinstance(item, Article) else item) for item in batch.items]
            yield pa.RecordBatch.from_pylist(rows, schema=self.schema)

    def items(self, part: pa.RecordBatch) -> Iterator[Article | Failure]:
        """The articles of a batch, one row at a time: all as Python objects would take several times its room."""
        for k in range(part.num_rows):
            try:
                (row,) = part.slice(k, 1).to_pylist()
            except UnicodeDecodeError as error:  # Spark does not look into strings
                yield Failure(source=None, line=None, id=None, reason="encoding", detail=f"not utf-8: {error.reason}")
                continue
            if LINE not in row or row[LINE].strip():  # a blank line is no article
                yield self.item(row)

    def item(self, row: Row) -> Article | Failure:
        """The article of a row: of its columns, or of the line of JSON that it holds."""
        source = row.pop(SOURCE, None)
        id_ = None
        try:
            value = parse(decode(row[LINE], encoding="utf-8", start=0).strip()) if LINE in row else plain(row)
            id_ = given_id(value, self.keys)
            return to_article(value, self.keys, source, None)
        except BadInput as error:
            return Failure(source=source, line=None, id=id_, reason=error.reason, detail=str(error))

    def result(self, result: ArticleRecord | Failure | Any) -> Row:  # noqa: ANN401  # whatever `batches` lets through
        if isinstance(result, Failure):
            return {"failure": result.model_dump()}
        row = to_row(result)
        return {"record": row if self.text else row | {"text": None}}
