"""The name of a file in; how it is packed and what it holds out. And the readers, each imported when its first file comes."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from claimex.read.unpack import PACKED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from claimex.read.article import Article, Skipped
    from claimex.read.options import Format, ReadOptions
    from claimex.records import Failure

    Reader = Callable[[BinaryIO, str, ReadOptions], Iterator[Article | Failure | Skipped]]

__all__ = ["format_of", "is_archive", "packing_of", "reader_of", "sniffed"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text", ".text": "text", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "tsv",
    ".tab": "tsv", ".parquet": "parquet", ".pq": "parquet", ".html": "html", ".htm": "html", ".xhtml": "html", ".rss": "feed",
    ".atom": "feed", ".rdf": "feed", ".xml": "feed", ".warc": "warc",
}  # fmt: skip
READERS: dict[Format, tuple[str, str]] = {
    "text": ("text", "read_text"),
    "jsonl": ("jsonl", "read_jsonl"),
    "json": ("array", "read_json"),
    "csv": ("table", "read_csv"),
    "tsv": ("table", "read_tsv"),
    "parquet": ("parquet", "read_parquet"),
    "html": ("html", "read_html"),
    "feed": ("feed", "read_feed"),
    "warc": ("warc", "read_warc"),
}
ARCHIVES = frozenset(
    {".zip", ".tar", ".tgz", ".7z", ".rar", ".bz2", ".xz", ".lz4"}
)  # never opened: their files are unpacked first


BEGINS: tuple[tuple[bytes, Format], ...] = (
    (b"{", "jsonl"), (b"[{", "json"), (b"<!doctype html", "html"), (b"<html", "html"), (b"<?xml", "feed"), (b"<rss", "feed"),
    (b"<feed", "feed"), (b"warc/", "warc"), (b"par1", "parquet"),
)  # fmt: skip


def sniffed(head: bytes) -> Format:
    """What a stream without a name holds, by its first bytes; no article begins as the other formats do."""
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((format_ for begin, format_ in BEGINS if head.startswith(begin)), "text")


def packing_of(name: str) -> str | None:
    """How a file of that name is packed: gzip, zstd or not at all."""
    return PACKED.get(PurePath(name).suffix.lower())


def format_of(name: str) -> Format | None:
    """What a file of that name holds, if its suffix says so."""
    return SUFFIXES.get(inner_suffix(name))


def is_archive(name: str) -> bool:
    """Whether a file of that name is an archive of others, or packed as claimex does not read it."""
    return inner_suffix(name) in ARCHIVES


def inner_suffix(name: str) -> str:
    """The suffix that says what a file holds: of "a.jsonl.gz" it is ".jsonl"."""
    path = PurePath(name)
    return (path if packing_of(name) is None else path.with_suffix("")).suffix.lower()


def reader_of(format_: Format) -> Reader:
    """The function that reads a stream of that format."""
    module, name = READERS[format_]
    return cast("Reader", getattr(import_module(f"claimex.read.{module}"), name))
