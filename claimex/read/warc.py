"""A WARC file in (plain, .gz or .zst, as web archives keep it); an article for each HTML page that was fetched. Extra `warc`.

`line` is the record's number in the file, of whatever kind, from 1. Records that are no page are skipped, with the reason:
`record` (not a response), `status` (an error or a redirection), `type` (not HTML).
"""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from claimex.errors import BadInput
from claimex.read.ahead import look_ahead
from claimex.read.article import Article, Skipped
from claimex.read.charset import decode_page
from claimex.read.lines import read_capped, too_large
from claimex.read.page import LATEST, read_page
from claimex.read.unpack import magic_of, need_extra, unpacked
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from claimex.read.options import ReadOptions

__all__ = ["read_warc"]

HTML = frozenset({"text/html", "application/xhtml+xml"})
FETCHED = 200  # HTTP's OK


def read_warc(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article | Failure | Skipped]:
    """The article of each page. Raises BadInput where the archive is broken: what follows cannot be read."""
    try:
        from fastwarc.warc import ArchiveIterator  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise need_extra(what="WARC files", extra="warc") from error
    unbroken = Unbroken(stream)
    records = ArchiveIterator(unbroken, parse_http=False)  # type: ignore[arg-type]  # it neither seeks nor closes
    number, item = 0, None
    while True:
        try:
            record = next(records, None)
        except OSError as error:
            message = f"not WARC, or broken: {str(error).lower()}; what follows is not read"
            raise BadInput(message, reason="warc") from error
        if record is None:
            break
        number += 1
        item = read_record(record, source, number, options)
        yield item
    if unbroken.error is not None and not isinstance(item, Failure):  # a record that is cut off has told it
        raise unbroken.error


class Unbroken:
    """An archive's bytes, unpacked, for fastwarc, which takes a packing that is cut off for the end: `error` says that it is."""

    def __init__(self, stream: BinaryIO) -> None:
        head, stream = look_ahead(stream, 4)
        packing = magic_of(head)
        # One step of unpacking at a time (read1), so that what comes before a break is not lost with it.
        self.read_piece = stream.read if packing is None else unpacked(stream, packing).read1
        self.error: BadInput | None = None
        self.place = 0

    def read(self, size: int = -1) -> bytes:
        try:
            data = self.read_piece(size)
        except BadInput as error:
            self.error = error
            return b""
        self.place += len(data)
        return data

    def tell(self) -> int:
        return self.place


def read_record(record: Any, source: str, number: int, options: ReadOptions) -> Article | Failure | Skipped:  # noqa: ANN401
    """The article of one record, or why there is none."""
    try:
        why = passed_over(record)
        if why is not None:
            check_length(record.consume(), record)
            return Skipped(source=source, line=number, reason=why)
        html = decode_page(body(record, options.max_bytes), encoding=options.encoding, served=record.http_charset)
        page = read_page(html, url=record.headers.get("WARC-Target-URI"), latest=fetched(record))
    except OSError as error:
        return Failure(source=source, line=number, id=None, reason="warc", detail=f"the record is broken: {str(error).lower()}")
    except BadInput as error:
        return Failure(source=source, line=number, id=None, reason=error.reason, detail=str(error))
    return Article(text=page.text, title=page.title, url=page.url, published=page.published, source=source, line=number)


def passed_over(record: Any) -> str | None:  # noqa: ANN401  # fastwarc's record
    """Why a record is no page, if it is none. Raises BadInput and OSError for one whose headers are broken."""
    if record.headers.get("Content-Length") is None:
        message = "the record's header is broken or cut off"
        raise BadInput(message, reason="warc")
    if str(record.record_type) != "response" or not record.is_http:
        return "record"
    record.parse_http(auto_decode="none", strict_mode=False)
    if record.http_headers.status_code != FETCHED:
        return "status"
    return None if record.http_content_type in HTML else "type"


def body(record: Any, limit: int) -> bytes:  # noqa: ANN401
    """The page's bytes, unpacked as the server's headers say. Raises BadInput, and OSError where they do not fit."""
    if record.content_length > limit:
        raise too_large(limit)
    data = record.reader.read(record.content_length)
    check_length(len(data), record)
    stream = undone(io.BytesIO(data), record.http_headers)
    return data if stream is None else read_capped(stream, limit)


def check_length(read: int, record: Any) -> None:  # noqa: ANN401
    if read < record.content_length:
        message = "the record is cut off"
        raise BadInput(message, reason="warc")


def undone(stream: BinaryIO, headers: Any) -> Any:  # noqa: ANN401  # a reader of fastwarc
    """The bytes without the packings that the headers name; None if they name none. Raises BadInput for unknown ones."""
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader  # noqa: PLC0415  # an extra

    readers = {"gzip": GzipReader, "x-gzip": GzipReader, "br": BrotliReader, "zstd": ZstdReader}
    found: Any = None
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        found = ChunkedReader(stream)
    for name in reversed((headers.get("Content-Encoding") or "").lower().replace(" ", "").split(",")):
        if name in readers:
            found = readers[name](found or stream)
        elif name == "deflate":
            found = GzipReader(found or stream, zlib=True)
        elif name not in {"", "identity", "utf-8"}:
            message = f"the page is packed as {name[:20]!r}, which is not read"
            raise BadInput(message, reason="packed")
    return found


def fetched(record: Any) -> str:  # noqa: ANN401
    """The latest day on which the page can have been published: a day more than it was fetched, for the time zones."""
    try:
        return (date.fromisoformat((record.headers.get("WARC-Date") or "")[:10]) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return LATEST
