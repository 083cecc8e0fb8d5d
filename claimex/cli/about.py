"""`claimex families`, `schema` and `doctor`: what claimex looks for, what it writes, and what is installed."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from claimex.cli.run import FATAL, MISUSE, give_up

__all__ = ["doctor_command", "families_command", "schema_command"]


def families_command(
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


def schema_command() -> None:
    """Print the JSON Schema of a line of output."""
    from claimex.records import ArticleRecord

    typer.echo(json.dumps(ArticleRecord.model_json_schema(by_alias=True, mode="serialization"), indent=2))


def doctor_command() -> None:
    """Say what is installed, and whether the language pipeline is the one that claimex was measured with."""
    from claimex.doctor import examine

    found = examine()
    for finding in found:
        typer.echo(f"{'ok ' if finding.good else 'BAD'} {finding.name}: {finding.detail}")
    if not all(finding.good for finding in found):
        raise typer.Exit(FATAL)
