"""The commands under one roof; each stands in a module of its own, reads its options and hands over to plain functions."""

from __future__ import annotations

from typing import Annotated

import typer

from claimex import __version__
from claimex.cli.about import doctor_command, families_command, schema_command
from claimex.cli.convert import convert_command
from claimex.cli.dates import dates_command
from claimex.cli.diff import diff_command
from claimex.cli.evaluate import evaluate_command
from claimex.cli.extract import extract_command
from claimex.cli.show import explain_command, show_command
from claimex.cli.spark import spark_command
from claimex.cli.worth import worth_command

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


app.command("extract")(extract_command)
app.command("show")(show_command)
app.command("explain")(explain_command)
app.command("dates")(dates_command)
app.command("families")(families_command)
app.command("convert")(convert_command)
app.command("diff")(diff_command)
app.command("spark")(spark_command)
app.command("worth")(worth_command)
app.command("evaluate")(evaluate_command)
app.command("schema")(schema_command)
app.command("doctor")(doctor_command)


def main() -> None:
    """The console script."""
    app()
