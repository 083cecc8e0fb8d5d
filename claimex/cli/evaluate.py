"""`claimex evaluate`: quality against labelled articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimex.cli.options import DEFAULT_MODEL, DEFAULT_NER, Arithmetic, Model, Ner, Ops
from claimex.cli.run import FATAL, give_up, say
from claimex.errors import ClaimexError

__all__ = ["evaluate_command"]


def evaluate_command(
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="Labelled articles; by default claimex's own.")] = None,
    *,
    update: Annotated[bool, typer.Option("--update", help="Pin the floors anew.")] = False,
    allow_regression: Annotated[bool, typer.Option("--allow-regression", help="Let --update lower a floor.")] = False,
    differences: Annotated[bool, typer.Option("--differences", help="List what was missed and what is not labelled.")] = False,
    model: Model = DEFAULT_MODEL,
    ops: Ops = Arithmetic.fast,
    ner: Ner = DEFAULT_NER,
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
        scores = evaluate(Extractor(model=model, ops=ops.value, ner=ner.value).extract(articles_of(labelled)), labelled)
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
