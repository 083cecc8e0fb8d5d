"""`claimex extract`: articles in, records out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimex.cli.options import DEFAULT_MODEL, Arithmetic, Model, Offsets, Ops, Paths, Per, Published, To
from claimex.cli.reading import reads
from claimex.cli.run import Run, check_options, read, sink_or_none, whole
from claimex.cli.writing import choose_output, writing
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
    offsets: Annotated[Offsets, typer.Option(help="Count offsets in code points or UTF-16 units.")] = Offsets.codepoint,
    failures: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a line of JSON for each failed article.")] = None,
    model: Model = DEFAULT_MODEL,
    ops: Ops = Arithmetic.fast,
) -> None:
    """Write what can be checked in each article, in the order the articles came in: as JSON, a line each, or as --to says."""
    check_options(published)
    run = Run(model=model, ops=ops, published=published, any_language=reading.any_language)
    items = read(paths, reading, title=title)
    asked = choose_output(output, to, per=per, text=text, offsets=offsets)
    with whole(run), writing(asked, output) as write, sink_or_none(failures) as failed:
        for record in run(items, failed):
            write(record)
