"""The names of the formats, and how each is written: text to any stream, a file or a folder that is whole or not there."""

from __future__ import annotations

import shutil
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

from claimex.convert.marks import ALL_GROUPS, USUAL_GROUPS
from claimex.errors import BadOutput
from claimex.write.atomic import replacing, sync_folder
from claimex.write.compress import compressing
from claimex.write.formats import COMPRESSIONS, SUFFIXES, Output, open_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimex.records import ArticleRecord

__all__ = ["FORMATS", "check_marks", "convert", "format_of", "write_file", "write_text"]

LINES = ("jsonl", "claims", "csv", "schema-org", "web-annotation", "label-studio", "doccano", "prodigy")
FILES = ("parquet", "sqlite", "spacy")
FOLDERS = ("brat",)
FORMATS = (*LINES, *FILES, *FOLDERS)
MARKED = ("label-studio", "doccano", "prodigy")
OWN_SUFFIXES = {".spacy": "spacy", ".jsonld": "schema-org"}


def format_of(path: Path | None) -> str | None:
    """The format that a path's suffix tells, if one does; a compression's suffix aside."""
    if path is None:
        return None
    name = PurePath(path.stem) if path.suffix.lower() in COMPRESSIONS else PurePath(path.name)
    suffix = name.suffix.lower()
    return OWN_SUFFIXES.get(suffix) or SUFFIXES.get(suffix)


def check_marks(names: str | None) -> tuple[str, ...]:
    """The groups of marks that are asked for, by a comma between them. Raises BadOutput for one that does not exist."""
    if names is None:
        return USUAL_GROUPS
    groups = tuple(name.strip() for name in names.split(","))
    for group in groups:
        if group not in ALL_GROUPS:
            message = f"no marks are named {group!r}; there are {', '.join(ALL_GROUPS)}"
            raise BadOutput(message)
    return groups


def convert(records: Iterable[ArticleRecord], to: str, path: Path | None, stdout: BinaryIO, groups: tuple[str, ...]) -> None:
    """Write the records as `to`, to the path or else to `stdout`. Raises BadOutput for what does not go together."""
    on_screen = path is None or str(path) == "-"
    if to in LINES and on_screen:
        write_text(records, to, stdout, groups)
        return
    if on_screen or path is None:
        what = "a folder" if to in FOLDERS else "a file"
        message = f"{to} cannot be written to standard output; -o names {what}"
        raise BadOutput(message)
    if to in FOLDERS:
        write_folder(records, path)
    elif to in FILES:
        write_file(records, to, path)
    else:
        with replacing(path) as part, part.open("wb") as raw:
            with compressing(raw, COMPRESSIONS.get(path.suffix.lower())) as out:
                write_text(records, to, out, groups)
            raw.flush()


def write_text(records: Iterable[ArticleRecord], to: str, out: BinaryIO, groups: tuple[str, ...]) -> None:
    """Write a format that is text."""
    for piece in pieces(records, to, groups):  # noqa: FURB122  # Zstandard's stream has no writelines
        out.write(piece)


def pieces(records: Iterable[ArticleRecord], to: str, groups: tuple[str, ...]) -> Iterator[bytes]:
    if to in {"jsonl", "claims", "csv"}:
        output = Output(format="csv" if to == "csv" else "jsonl", per="claim" if to == "claims" else "article")
        yield output.header
        yield from map(output.encode, records)
        return
    for text in texts(records, to, groups):
        yield text.encode()


def texts(records: Iterable[ArticleRecord], to: str, groups: tuple[str, ...]) -> Iterator[str]:
    """The writers are imported here: some need spaCy, which takes a second."""
    if to == "schema-org":
        from claimex.convert.schema_org import schema_org_lines  # noqa: PLC0415

        return schema_org_lines(records)
    if to == "web-annotation":
        from claimex.convert.web_annotation import web_annotation_lines  # noqa: PLC0415

        return web_annotation_lines(records)
    from claimex.convert import annotators  # noqa: PLC0415

    writers = {
        "label-studio": annotators.label_studio_pieces,
        "doccano": annotators.doccano_lines,
        "prodigy": annotators.prodigy_lines,
    }
    return writers[to](records, groups)


def write_file(records: Iterable[ArticleRecord], to: str, path: Path) -> None:
    """Write a format that is one file which cannot be appended to."""
    if path.suffix.lower() in COMPRESSIONS:
        message = f"{path}: {to} cannot be written compressed"
        raise BadOutput(message)
    if to == "spacy":
        from claimex.convert.docbin import write_docbin  # noqa: PLC0415

        with replacing(path) as part:
            write_docbin(records, part)
        return
    with open_whole(Output(format="parquet" if to == "parquet" else "sqlite"), path) as writer:
        for record in records:
            writer.add(record)


def write_folder(records: Iterable[ArticleRecord], path: Path) -> None:
    """Write brat's folder beside its place, and move it there when it is whole. An existing folder has to be empty."""
    from claimex.convert.brat import write_brat  # noqa: PLC0415

    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        message = f"{path}: exists already; brat's files go into a new or empty folder"
        raise BadOutput(message)
    part = path.with_name(f".{path.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        write_brat(records, part)
        part.replace(path)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    sync_folder(path.parent)
