"""`claimex extract`: articles in, records out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimex.cli.options import DEFAULT_MODEL, Arithmetic, Model, Offsets, Ops, Paths, Per, Published
from claimex.cli.reading import reads
from claimex.cli.run import Run, check_options, read, sink, sink_or_none, whole
from claimex.read.options import ReadOptions

__all__ = ["extract_command"]


@reads
def extract_command(
    paths: Paths,
    *,
    reading: ReadOptions,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, not to stdout.")] = None,
    published: Published = None,
    title: Annotated[str | None, typer.Option(help="Title of every article.")] = None,
    per: Annotated[Per, typer.Option(help="One line for each article, or for each claim.")] = Per.article,
    text: Annotated[bool, typer.Option("--text/--no-text", help="Keep or leave out the article's text.")] = True,
    offsets: Annotated[Offsets, typer.Option(help="Count offsets in code points or UTF-16 units.")] = Offsets.codepoint,
    failures: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a line of JSON for each failed article.")] = None,
    model: Model = DEFAULT_MODEL,
    ops: Ops = Arithmetic.fast,
) -> None:
    """Write what can be checked in each article as JSON, a line each, in the order the articles came in."""
    check_options(published)
    from claimex.write.jsonl import claim_lines, dump, to_utf16

    run = Run(model=model, ops=ops, published=published, any_language=reading.any_language)
    items = read(paths, reading, title=title)
    with whole(run), sink(output) as out, sink_or_none(failures) as failed:
        for record in run(items, failed):
            counted = to_utf16(record) if offsets is Offsets.utf16 else record
            lines = claim_lines(counted) if per is Per.claim else [dump(counted, text=text)]
            out.writelines(line.encode() + b"\n" for line in lines)
            out.flush()
