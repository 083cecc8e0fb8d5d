"""`claimex extract`: articles in, records out."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from claimex.cli.batching import check_paths, cores, run_batch
from claimex.cli.choosing import MinWorth, Only, When, With, Without, choice_of
from claimex.cli.options import DEFAULT_MODEL, DEFAULT_NER, Arithmetic, Kb, Model, Ner, Offsets, Ops, Paths, Per, Published, To
from claimex.cli.progress import count_items
from claimex.cli.reading import reads
from claimex.cli.run import check_kb, check_options, read
from claimex.cli.writing import choose_output
from claimex.read.options import ReadOptions

__all__ = ["extract_command"]


@reads
def extract_command(
    paths: Paths,
    *,
    reading: ReadOptions,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, not to stdout.")] = None,
    to: To = None,
    published: Published = None,
    title: Annotated[str | None, typer.Option(help="Title of every article.")] = None,
    per: Annotated[Per, typer.Option(help="One line for each article, or for each claim.")] = Per.article,
    text: Annotated[bool, typer.Option("--text/--no-text", help="Keep or leave out the article's text.")] = True,
    min_worth: MinWorth = None,
    only: Only = None,
    with_: With = None,
    without: Without = None,
    when: When = None,
    offsets: Annotated[Offsets, typer.Option(help="Count offsets in code points or UTF-16 units.")] = Offsets.codepoint,
    failures: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a line of JSON for each failed article.")] = None,
    model: Model = DEFAULT_MODEL,
    ops: Ops = Arithmetic.fast,
    ner: Ner = DEFAULT_NER,
    kb: Kb = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="Worker processes; by default as many as cores. 0: none, all in this one."),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the output of a run that was interrupted.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write an output anew that is there already.")] = False,
    fail_fast: Annotated[bool, typer.Option("--fail-fast", help="Stop at the first article that fails.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Tell only what stops the run.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Tell what is skipped, and every failure.")] = False,
) -> None:
    """Write what can be checked in each article, in the order the articles came in: as JSON, a line each, or as --to says."""
    check_options(published)
    check_kb(kb)
    choice = choice_of(min_worth, only, with_, without, when)
    asked = choose_output(output, to, per=per, text=text, offsets=offsets)
    from claimex.batch.plan import Plan
    from claimex.batch.work import Settings

    plan = Plan(
        settings=Settings(
            output=asked,
            published=published,
            extractor={"model": model, "ops": ops.value, "ner": ner.value, "any_language": reading.any_language}
            | ({} if kb is None else {"kb": str(kb)}),
            reading=asdict(reading) | {"title": title},
            choice=choice,
        ),
        output=None if output is None or str(output) == "-" else output,
        failures=failures,
        jobs=cores() if jobs is None else jobs,
        resume=resume,
        force=force,
        fail_fast=fail_fast,
    )
    check_paths(paths, plan.files)
    run_batch(
        plan,
        read(paths, reading, title=title, without=plan.files),
        quiet=quiet,
        verbose=verbose,
        total=lambda: count_items(paths, reading.format),
    )
