"""A Parquet file in; an article a row out. `line` is the row, from 1. Needs the extra `parquet` (pyarrow).

One row is in memory at a time (17 microseconds more a row than 64 would take), whatever the size of the row groups.
"""

from __future__ import annotations

import base64
import math
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from claimex.errors import BadInput
from claimex.read.fields import given_id, to_article
from claimex.read.lines import too_large
from claimex.read.unpack import need_extra
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from claimex.read.article import Article
    from claimex.read.options import ReadOptions

__all__ = ["read_parquet"]

# A row group that would unpack to that much, and that many times its size, is a bomb; text is packed 3 to 10 times.
BOMB_BYTES, BOMB_TIMES = 100_000_000, 150


def read_parquet(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article | Failure]:
    """The article of each row; times and decimals of other columns become strings. Raises BadInput."""
    try:
        import pyarrow as pa  # noqa: PLC0415  # an extra
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise need_extra(what="Parquet", extra="parquet") from error
    if not stream.seekable():
        message = "Parquet cannot be read from a pipe: its table of contents is at its end"
        raise BadInput(message, reason="parquet")
    number = 0
    try:
        with pq.ParquetFile(stream) as table:
            check_columns(table.schema_arrow.names, options)
            check_sizes(table.metadata)
            for batch in table.iter_batches(batch_size=1, use_threads=False):
                for i in range(batch.num_rows):
                    number += 1
                    yield read_row(batch.slice(i, 1), source, number, options)
    except (pa.ArrowException, OSError) as error:
        message = f"not Parquet: {' '.join(str(error).split())}"
        raise BadInput(message, reason="parquet") from error


def check_columns(names: list[str], options: ReadOptions) -> None:
    if options.keys.text not in names:
        message = f'no column is named "{options.keys.text}"; there are {", ".join(map(repr, names))}; --text-key names another'
        raise BadInput(message, reason="keys")


def check_sizes(metadata: Any) -> None:  # noqa: ANN401  # of pyarrow
    """Raise BadInput for a file that would explode: pyarrow unpacks a page at once, however large it says that it is."""
    for group in range(metadata.num_row_groups):
        for column in range(metadata.num_columns):
            chunk = metadata.row_group(group).column(column)
            size = chunk.total_uncompressed_size
            if size > BOMB_BYTES and size > BOMB_TIMES * chunk.total_compressed_size:
                message = f"column {chunk.path_in_schema!r} of row group {group + 1} would unpack to {size:,} bytes"
                raise BadInput(message, reason="too large")


def read_row(rows: Any, source: str, number: int, options: ReadOptions) -> Article | Failure:  # noqa: ANN401  # of pyarrow
    """The article of one row, or why there is none."""
    id_ = None
    try:
        try:
            (row,) = rows.to_pylist()
        except (ValueError, OverflowError) as error:  # bytes that are no UTF-8, dates out of range
            message = f"not Parquet that can be read: {error}"
            raise BadInput(message, reason="parquet") from error
        value = {key: plain(item) for key, item in row.items()}
        id_ = given_id(value, options.keys)
        text = value[options.keys.text]
        if isinstance(text, str) and len(text.encode("utf-8", "surrogatepass")) > options.max_bytes:
            raise too_large(options.max_bytes)
        return to_article(value, options.keys, source, number)
    except BadInput as error:
        return Failure(source=source, line=number, id=id_, reason=error.reason, detail=str(error))


def plain(value: object) -> Any:  # noqa: ANN401  # whatever JSON can hold
    """A value as JSON can hold it: times in ISO form, decimals as written, bytes in base64, what is no number as null."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if value is None or isinstance(value, (bool, int, str)):
        return value
    return number_or_words(value)


def number_or_words(value: object) -> float | str | None:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else str(value)
