"""The command line: the only module that prints or exits.

stdout is data, stderr is for people. Exit 0: all done; 1: nothing could be done; 2: misuse; 3: some articles failed.
Heavy imports stand inside the commands, so that help and misuse answer at once.
"""

from __future__ import annotations

import codecs
import sys
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from claimex import __version__
from claimex.errors import BadDate, ClaimexError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from claimex.pipeline import Extractor
    from claimex.read.article import Article
    from claimex.records import ArticleRecord, Failure

__all__ = ["app", "main"]

FATAL, MISUSE, SOME_FAILED = 1, 2, 3

app = typer.Typer(
    name="claimex",
    help="Find what can be checked in English news: who said what about whom, when, how much, and what would refute it.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,  # a fault of ours shows a plain traceback, which can be reported
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Per(StrEnum):
    """What a line of output holds."""

    article = "article"
    claim = "claim"


class Offsets(StrEnum):
    """What offsets count."""

    codepoint = "codepoint"
    utf16 = "utf16"


class InputFormat(StrEnum):
    """What an input holds."""

    text = "text"
    jsonl = "jsonl"


Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Text or .jsonl files; - reads standard input.")]
OnePath = Annotated[str, typer.Argument(metavar="PATH", help="A text or .jsonl file; - reads standard input.")]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date of every article: a day, month or year, as 2022-02-08.")
]
Encoding = Annotated[str, typer.Option(metavar="NAME", help="Character encoding of the input, strictly decoded.")]
Model = Annotated[str, typer.Option(metavar="NAME", help="An installed spaCy English pipeline.")]
Kind = Annotated[InputFormat | None, typer.Option("--format", help="Input format; by default the file's suffix decides.")]


class Arithmetic(StrEnum):
    """How the networks multiply."""

    fast = "fast"
    stock = "stock"


Ops = Annotated[Arithmetic, typer.Option(help="How the networks multiply: fast, or as thinc does by itself; same output.")]

MODEL = "en_core_web_sm"  # nlp.DEFAULT_MODEL, whose module imports spaCy; tests hold the two together


def say(message: str) -> None:
    """One line for people."""
    typer.echo(f"claimex: {message}", err=True)


def give_up(message: str, code: int) -> NoReturn:
    say(message)
    raise typer.Exit(code)


def tell_failure(failure: Failure) -> None:
    where = failure.source or failure.id or "article"
    say(f"{where}:{failure.line}: {failure.detail}" if failure.line is not None else f"{where}: {failure.detail}")


def check_options(published: str | None, encoding: str) -> None:
    """Turn down what can be seen to be wrong before any model is loaded."""
    try:
        codecs.lookup(encoding)
    except LookupError:
        give_up(f"--encoding: no encoding is named {encoding!r}", MISUSE)
    if published is not None:
        from claimex.dates.anchor import parse_published

        try:
            parse_published(published)
        except BadDate as error:
            give_up(f"--published: {error}", MISUSE)


class Run:
    """One command's way through its articles: loads the extractor when the first one comes, and counts."""

    def __init__(self, *, model: str, ops: Arithmetic, published: str | None) -> None:
        self.model = model
        self.ops = ops
        self.published = published
        self.done = 0
        self.failed = 0

    def load(self) -> Extractor:
        from claimex.pipeline import Extractor

        return Extractor(model=self.model, ops=self.ops.value)

    def __call__(self, items: Iterator[Article | Failure], failures: BinaryIO | None = None) -> Iterator[ArticleRecord]:
        """The records, in order; each failure is told on stderr and written to `failures`."""
        from claimex.batch import extract_all
        from claimex.records import Failure

        for result in extract_all(self.load, items, published=self.published):
            if isinstance(result, Failure):
                self.failed += 1
                tell_failure(result)
                if failures is not None:
                    failures.write(result.model_dump_json().encode() + b"\n")
            else:
                self.done += 1
                yield result

    def finish(self) -> None:
        """Exit as the counts say."""
        if self.failed:
            raise typer.Exit(SOME_FAILED if self.done else FATAL)


def read(paths: list[str], *, encoding: str, format_: InputFormat | None) -> Iterator[Article | Failure]:
    from claimex.read.files import read_paths

    return read_paths(paths, encoding=encoding, format_=None if format_ is None else format_.value)


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


def tell_version(value: bool) -> None:  # noqa: FBT001  # typer calls it so
    if value:
        typer.echo(f"claimex {__version__}")
        raise typer.Exit


@app.callback()
def common(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=tell_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Find what can be checked in English news."""
    del version


@app.command("extract")
def extract_command(
    paths: Paths,
    *,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, not to stdout.")] = None,
    published: Published = None,
    title: Annotated[str | None, typer.Option(help="Title of every article.")] = None,
    per: Annotated[Per, typer.Option(help="One line for each article, or for each claim.")] = Per.article,
    text: Annotated[bool, typer.Option("--text/--no-text", help="Keep or leave out the article's text.")] = True,
    offsets: Annotated[Offsets, typer.Option(help="Count offsets in code points or UTF-16 units.")] = Offsets.codepoint,
    failures: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a line of JSON for each failed article.")] = None,
    encoding: Encoding = "utf-8",
    format_: Kind = None,
    model: Model = MODEL,
    ops: Ops = Arithmetic.fast,
) -> None:
    """Write what can be checked in each article as JSON, a line each, in the order the articles came in."""
    check_options(published, encoding)
    from claimex.write.jsonl import claim_lines, dump, to_utf16

    run = Run(model=model, ops=ops, published=published)
    items = with_title(read(paths, encoding=encoding, format_=format_), title)
    with whole(run), sink(output) as out, sink_or_none(failures) as failed:
        for record in run(items, failed):
            counted = to_utf16(record) if offsets is Offsets.utf16 else record
            lines = claim_lines(counted) if per is Per.claim else [dump(counted, text=text)]
            out.writelines(line.encode() + b"\n" for line in lines)
            out.flush()


@contextmanager
def whole(run: Run) -> Iterator[None]:
    """End a command: an error of ours is one line and exit 1; otherwise the counts decide."""
    try:
        yield
    except ClaimexError as error:
        give_up(str(error), FATAL)
    run.finish()


@contextmanager
def sink_or_none(path: Path | None) -> Iterator[BinaryIO | None]:
    if path is None:
        yield None
    else:
        with sink(path) as stream:
            yield stream


def with_title(items: Iterator[Article | Failure], title: str | None) -> Iterator[Article | Failure]:
    from dataclasses import replace

    from claimex.read.article import Article

    for item in items:
        yield replace(item, title=title) if title is not None and isinstance(item, Article) else item


@app.command()
def show(
    paths: Paths,
    *,
    published: Published = None,
    encoding: Encoding = "utf-8",
    format_: Kind = None,
    model: Model = MODEL,
    ops: Ops = Arithmetic.fast,
) -> None:
    """Print each article with its claims highlighted and, under it, each claim as a card, for people."""
    check_options(published, encoding)
    from claimex.write.terminal import print_article

    run = Run(model=model, ops=ops, published=published)
    with whole(run):
        for record in run(read(paths, encoding=encoding, format_=format_)):
            typer.echo(print_article(record, colour=wants_colour(), width=columns()))


def wants_colour() -> bool:
    """Colour for a terminal, unless NO_COLOR is set (no-color.org)."""
    import os

    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns() -> int:
    import shutil

    return min(shutil.get_terminal_size((100, 24)).columns, 120)


@app.command()
def explain(
    path: OnePath,
    claim_id: Annotated[str, typer.Argument(metavar="CLAIM_ID", help="The claim's id, or the beginning of it.")],
    *,
    published: Published = None,
    encoding: Encoding = "utf-8",
    format_: Kind = None,
    model: Model = MODEL,
    ops: Ops = Arithmetic.fast,
) -> None:
    """Say which pattern and which words made a claim, and where each of its values comes from."""
    check_options(published, encoding)
    from claimex.write.terminal import explain_claim

    run = Run(model=model, ops=ops, published=published)
    with whole(run):
        found = [
            explain_claim(record, claim)
            for record in run(read([path], encoding=encoding, format_=format_))
            for claim in record.claims
            if claim.id.startswith(claim_id)
        ]
        if not found and run.done:
            give_up(f"{path}: no claim has an id that begins with {claim_id!r}", FATAL)
        typer.echo("\n".join(found), nl=bool(found))


@app.command()
def families(
    *,
    name: Annotated[str | None, typer.Argument(metavar="[FAMILY]", help="One family, with all of its definition.")] = None,
) -> None:
    """List the claim families: what each asserts, and an example."""
    from claimex.families._pages import describe_families, describe_family, family_names

    if name is None:
        typer.echo(describe_families())
    elif name in family_names():
        typer.echo(describe_family(name))
    else:
        give_up(f"no family is named {name!r}; there are {', '.join(family_names())}", MISUSE)


@app.command("evaluate")
def evaluate_command(
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="Labelled articles; by default claimex's own.")] = None,
    *,
    update: Annotated[bool, typer.Option("--update", help="Pin the floors anew.")] = False,
    allow_regression: Annotated[bool, typer.Option("--allow-regression", help="Let --update lower a floor.")] = False,
    differences: Annotated[bool, typer.Option("--differences", help="List what was missed and what is not labelled.")] = False,
    model: Model = MODEL,
    ops: Ops = Arithmetic.fast,
) -> None:
    """Score claimex against labelled articles; exit 1 below the floors that floors.json holds."""
    from claimex.evaluate.floors import check_floors, read_floors, update_floors, write_floors
    from claimex.evaluate.labels import articles_of, load_labels
    from claimex.evaluate.scores import evaluate
    from claimex.evaluate.table import format_differences, format_table
    from claimex.pipeline import Extractor
    from claimex.resources import resource

    home = folder or resource("corpus", "eval")
    try:
        labelled = load_labels(home)
        scores = evaluate(Extractor(model=model, ops=ops.value).extract(articles_of(labelled)), labelled)
        typer.echo(format_table(scores))
        if differences:
            typer.echo(format_differences(scores))
        floors = read_floors(home / "floors.json")
        if update:
            write_floors(home / "floors.json", update_floors(scores, floors, allow_regression=allow_regression))
        elif floors is not None:
            below = check_floors(scores, floors)
            for line in below:
                say(line)
            if below:
                raise typer.Exit(FATAL)
    except ClaimexError as error:
        give_up(str(error), FATAL)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a line of output."""
    import json

    from claimex.records import ArticleRecord

    typer.echo(json.dumps(ArticleRecord.model_json_schema(by_alias=True, mode="serialization"), indent=2))


@app.command()
def doctor() -> None:
    """Say what is installed, and whether the language pipeline is the one that claimex was measured with."""
    from claimex.doctor import examine

    found = examine()
    for finding in found:
        typer.echo(f"{'ok ' if finding.good else 'BAD'} {finding.name}: {finding.detail}")
    if not all(finding.good for finding in found):
        raise typer.Exit(FATAL)


def main() -> None:
    """The console script."""
    app()
