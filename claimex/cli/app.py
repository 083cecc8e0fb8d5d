"""The commands: each reads its options and hands over to a plain function."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from claimex import __version__
from claimex.cli.options import (
    DEFAULT_MODEL,
    Arithmetic,
    Encoding,
    Kind,
    Model,
    Offsets,
    OnePath,
    Ops,
    Paths,
    Per,
    Published,
)
from claimex.cli.run import (
    FATAL,
    MISUSE,
    Run,
    check_options,
    columns,
    give_up,
    read,
    say,
    sink,
    sink_or_none,
    wants_colour,
    whole,
)
from claimex.errors import ClaimexError

__all__ = ["app", "main"]

app = typer.Typer(
    name="claimex",
    help="Find what can be checked in English news: who said what about whom, when, how much, and what would refute it.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,  # a fault of ours shows a plain traceback, which can be reported
    context_settings={"help_option_names": ["-h", "--help"]},
)


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
    model: Model = DEFAULT_MODEL,
    ops: Ops = Arithmetic.fast,
) -> None:
    """Write what can be checked in each article as JSON, a line each, in the order the articles came in."""
    check_options(published, encoding)
    from claimex.write.jsonl import claim_lines, dump, to_utf16

    run = Run(model=model, ops=ops, published=published)
    items = read(paths, encoding=encoding, format_=format_, title=title)
    with whole(run), sink(output) as out, sink_or_none(failures) as failed:
        for record in run(items, failed):
            counted = to_utf16(record) if offsets is Offsets.utf16 else record
            lines = claim_lines(counted) if per is Per.claim else [dump(counted, text=text)]
            out.writelines(line.encode() + b"\n" for line in lines)
            out.flush()


@app.command()
def show(
    paths: Paths,
    *,
    published: Published = None,
    encoding: Encoding = "utf-8",
    format_: Kind = None,
    model: Model = DEFAULT_MODEL,
    ops: Ops = Arithmetic.fast,
) -> None:
    """Print each article with its claims highlighted and, under it, each claim as a card, for people."""
    check_options(published, encoding)
    from claimex.write.terminal import print_article

    run = Run(model=model, ops=ops, published=published)
    with whole(run):
        for record in run(read(paths, encoding=encoding, format_=format_)):
            typer.echo(print_article(record, colour=wants_colour(), width=columns()))


@app.command()
def explain(
    path: OnePath,
    claim_id: Annotated[str, typer.Argument(metavar="CLAIM_ID", help="The claim's id, or the beginning of it.")],
    *,
    published: Published = None,
    encoding: Encoding = "utf-8",
    format_: Kind = None,
    model: Model = DEFAULT_MODEL,
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
    model: Model = DEFAULT_MODEL,
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
