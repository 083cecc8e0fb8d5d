"""`claimex show` and `claimex explain`: an article's claims for people."""

from __future__ import annotations

from typing import Annotated

import typer

from claimex.cli.choosing import By, Order
from claimex.cli.options import DEFAULT_MODEL, DEFAULT_NER, Arithmetic, Model, Ner, OnePath, Ops, Paths, Published
from claimex.cli.reading import reads
from claimex.cli.run import FATAL, Run, check_options, columns, give_up, read, wants_colour, whole
from claimex.read.options import ReadOptions

__all__ = ["explain_command", "show_command"]


@reads
def show_command(
    paths: Paths,
    *,
    reading: ReadOptions,
    published: Published = None,
    by: By = Order.place,
    model: Model = DEFAULT_MODEL,
    ops: Ops = Arithmetic.fast,
    ner: Ner = DEFAULT_NER,
) -> None:
    """Print each article with its claims highlighted and, under it, each claim as a card, for people."""
    check_options(published)
    from claimex.choose import by_worth
    from claimex.write.terminal import print_article

    run = Run(model=model, ops=ops, ner=ner, published=published, any_language=reading.any_language)
    with whole(run):
        for record in run(read(paths, reading)):
            shown = by_worth(record) if by is Order.worth else record
            typer.echo(print_article(shown, colour=wants_colour(), width=columns()))


@reads
def explain_command(
    path: OnePath,
    claim_id: Annotated[str, typer.Argument(metavar="CLAIM_ID", help="The claim's id, or the beginning of it.")],
    *,
    reading: ReadOptions,
    published: Published = None,
    model: Model = DEFAULT_MODEL,
    ops: Ops = Arithmetic.fast,
    ner: Ner = DEFAULT_NER,
) -> None:
    """Say which pattern and which words made a claim, and where each of its values comes from."""
    check_options(published)
    from claimex.write.terminal import explain_claim

    run = Run(model=model, ops=ops, ner=ner, published=published, any_language=reading.any_language)
    with whole(run):
        found = [
            explain_claim(record, claim)
            for record in run(read([path], reading))
            for claim in record.claims
            if claim.id.startswith(claim_id)
        ]
        if not found and run.done:
            give_up(f"{path}: no claim has an id that begins with {claim_id!r}", FATAL)
        typer.echo("\n".join(found), nl=bool(found))
