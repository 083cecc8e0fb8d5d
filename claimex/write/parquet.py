"""Parquet: one article a row, claims and all the rest nested in it, by the Arrow schema of `arrow.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import pyarrow as pa
import pyarrow.parquet as pq

from claimex.records import SCHEMA
from claimex.write.arrow import arrow_schema, to_row

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from claimex.records import ArticleRecord

__all__ = ["ParquetWriter"]

BATCH = 32  # articles turned into Arrow at a time: as Python objects they take ten times the room
GROUP_BYTES = 64 << 20  # a row group: what a reader has to hold at a time


class ParquetWriter:
    """Writes records to a Parquet file; row groups of some 64 MB, Zstandard inside."""

    def __init__(self, path: Path) -> None:
        self.schema = arrow_schema().with_metadata({"claimex.schema": SCHEMA})
        self.writer = pq.ParquetWriter(path, self.schema, compression="zstd")
        self.rows: list[dict[str, object]] = []
        self.batches: list[pa.RecordBatch] = []

    def add(self, record: ArticleRecord) -> None:
        """Take one record."""
        self.rows.append(to_row(record))
        if len(self.rows) >= BATCH:
            self.pack()
            if sum(batch.nbytes for batch in self.batches) >= GROUP_BYTES:
                self.flush()

    def pack(self) -> None:
        if self.rows:
            self.batches.append(pa.RecordBatch.from_pylist(self.rows, schema=self.schema))
            self.rows = []

    def flush(self) -> None:
        self.pack()
        if self.batches:
            table = pa.Table.from_batches(self.batches, schema=self.schema)
            self.writer.write_table(table, row_group_size=max(len(table), 1))
            self.batches = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Write what is left and the footer; after an error, only let go of the file."""
        if kind is None:
            self.flush()
        self.writer.close()
