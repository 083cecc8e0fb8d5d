"""What every command does around its work: reading, counting, telling failures, writing, and the exit code."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import typer

from claimex.errors import BadDate, ClaimexError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from claimex.cli.options import Arithmetic, Recogniser
    from claimex.pipeline import Extractor
    from claimex.read.article import Article, Skipped
    from claimex.read.options import ReadOptions
    from claimex.records import ArticleRecord, Failure

__all__ = [
    "FATAL", "MISUSE", "SOME_FAILED", "Run", "check_kb", "check_options", "columns", "give_up", "read", "say", "sink",
    "told", "wants_colour", "whole",
]  # fmt: skip

FATAL, MISUSE, SOME_FAILED = 1, 2, 3


def say(message: str) -> None:
    """One line for people; what could act on a terminal, or break the line, is shown as an escape."""
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in message)
    typer.echo(f"claimex: {shown}", err=True)


def give_up(message: str, code: int) -> NoReturn:
    say(message)
    raise typer.Exit(code)


def told(failure: Failure) -> str:
    """A failure in a line: where, and what."""
    where = failure.source or failure.id or "article"
    return f"{where}:{failure.line}: {failure.detail}" if failure.line is not None else f"{where}: {failure.detail}"


def check_options(published: str | None) -> None:
    """Turn down what can be seen to be wrong before any model is loaded."""
    if published is not None:
        from claimex.dates.anchor import parse_published

        try:
            parse_published(published)
        except BadDate as error:
            give_up(f"--published: {error}", MISUSE)


def check_kb(path: Path | None) -> None:
    """Turn down a knowledge base that cannot be read, before any model is loaded."""
    if path is not None:
        from claimex.errors import BadKnowledgeBase
        from claimex.names.kb import load_kb

        try:
            load_kb(path)
        except BadKnowledgeBase as error:
            give_up(f"--kb: {error}", MISUSE)


class Run:
    """One command's way through its articles: loads the extractor when the first one comes, and counts."""

    def __init__(
        self, *, model: str, ops: Arithmetic, ner: Recogniser, published: str | None, any_language: bool = False
    ) -> None:
        self.model = model
        self.any_language = any_language
        self.ops = ops
        self.ner = ner
        self.published = published
        self.done = 0
        self.failed = 0
        self.skipped = 0

    def load(self) -> Extractor:
        from claimex.pipeline import Extractor

        return Extractor(model=self.model, ops=self.ops.value, ner=self.ner.value, any_language=self.any_language)

    def __call__(self, items: Iterator[Article | Failure | Skipped], failures: BinaryIO | None = None) -> Iterator[ArticleRecord]:
        """The records, in order; each failure is told on stderr and written to `failures`."""
        from claimex.batch import extract_all
        from claimex.read.article import Skipped
        from claimex.records import Failure

        for result in extract_all(self.load, items, published=self.published):
            if isinstance(result, Skipped):
                self.skipped += 1
            elif isinstance(result, Failure):
                self.failed += 1
                say(told(result))
                if failures is not None:
                    failures.write(result.model_dump_json().encode() + b"\n")
            else:
                self.done += 1
                yield result

    def finish(self) -> None:
        """Exit as the counts say."""
        if self.failed:
            raise typer.Exit(SOME_FAILED if self.done else FATAL)


def read(
    paths: list[str], reading: ReadOptions, *, title: str | None = None, without: Collection[str] = ()
) -> Iterator[Article | Failure | Skipped]:
    """The articles of the paths, all with the title if one is given, without those of some files."""
    from claimex.read.article import Article
    from claimex.read.files import read_paths

    for item in read_paths(paths, reading, without=without):
        yield replace(item, title=title) if title is not None and isinstance(item, Article) else item


@contextmanager
def sink(path: Path | None) -> Iterator[BinaryIO]:
    """A file to write to, or standard output; always UTF-8, whatever the locale."""
    if path is None or str(path) == "-":
        yield typer.get_binary_stream("stdout")
        return
    try:
        stream = path.open("wb")
    except OSError as error:
        give_up(f"{path}: cannot write: {(error.strerror or str(error)).lower()}", FATAL)
    with stream:
        yield stream


@contextmanager
def whole(run: Run) -> Iterator[None]:
    """End a command: an error of ours is one line and exit 1; otherwise the counts decide."""
    try:
        yield
    except ClaimexError as error:
        give_up(str(error), FATAL)
    run.finish()


def wants_colour() -> bool:
    """Colour for a terminal, unless NO_COLOR is set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns() -> int:
    return min(shutil.get_terminal_size((100, 24)).columns, 120)
