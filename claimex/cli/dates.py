"""`claimex dates`: each article's dates in order of time."""

from __future__ import annotations

from typing import Annotated

import typer

from claimex.cli.options import DEFAULT_MODEL, DEFAULT_NER, Arithmetic, Model, Ner, Ops, Paths, Published
from claimex.cli.reading import reads
from claimex.cli.run import Run, check_options, columns, read, wants_colour, whole
from claimex.read.options import ReadOptions

__all__ = ["dates_command"]


@reads
def dates_command(
    paths: Paths,
    *,
    reading: ReadOptions,
    json: Annotated[bool, typer.Option("--json", help="Write a line of JSON for each date, for programs.")] = False,
    published: Published = None,
    model: Model = DEFAULT_MODEL,
    ops: Ops = Arithmetic.fast,
    ner: Ner = DEFAULT_NER,
) -> None:
    """Print each article's time line: its dates with their value, the days they can mean, what they count from, and the words."""
    check_options(published)
    from claimex.write.timeline import print_timeline, timeline_lines

    run = Run(model=model, ops=ops, ner=ner, published=published, any_language=reading.any_language)
    out = typer.get_binary_stream("stdout")
    with whole(run):
        for number, record in enumerate(run(read(paths, reading))):
            if json:
                out.writelines(line.encode() + b"\n" for line in timeline_lines(record))
            else:
                typer.echo(("\n" if number else "") + print_timeline(record, colour=wants_colour(), width=columns()), nl=False)
            out.flush()
