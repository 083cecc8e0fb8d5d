"""A Parquet file of claimex's output in; its records out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from claimex.errors import BadInput
from claimex.write.arrow import arrow_schema, from_row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimex.records import ArticleRecord

__all__ = ["load_table"]

ROWS = 32  # turned into Python objects together


def load_table(path: Path) -> Iterator[ArticleRecord]:
    """The record of each row. Raises BadInput for a file that is no Parquet of claimex's."""
    number = 0
    try:
        with pq.ParquetFile(path) as table:
            check_columns(path, table.schema_arrow)
            for batch in table.iter_batches(batch_size=ROWS):
                for row in batch.to_pylist():
                    number += 1
                    yield from_row(row)
    except OSError as error:
        message = f"{path}: cannot read: {(error.strerror or str(error)).lower()}"
        raise BadInput(message, reason="unreadable") from error
    except pa.ArrowException as error:
        message = f"{path}: not Parquet: {' '.join(str(error).split())}"
        raise BadInput(message, reason="unreadable") from error
    except ValueError as error:  # pydantic's and JSON's
        message = f"{path}: row {number}: not claimex output"
        raise BadInput(message, reason="record") from error


def check_columns(path: Path, found: pa.Schema) -> None:
    """Look at the names only: Spark gives the lists and maps in it other inner names."""
    missing = [name for name in arrow_schema().names if name not in found.names]
    if missing:
        message = f"{path}: not claimex output: there is no column {missing[0]!r}"
        raise BadInput(message, reason="record")
