"""`claimex convert`: claimex's output in another format."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimex.cli.run import FATAL, MISUSE, give_up

__all__ = ["convert_command"]


class Target(StrEnum):
    """The formats; convert.formats.FORMATS, whose module imports pydantic: a test holds the two together."""

    jsonl = "jsonl"
    claims = "claims"
    csv = "csv"
    schema_org = "schema-org"
    web_annotation = "web-annotation"
    label_studio = "label-studio"
    doccano = "doccano"
    prodigy = "prodigy"
    parquet = "parquet"
    sqlite = "sqlite"
    spacy = "spacy"
    brat = "brat"


def convert_command(
    path: Annotated[Path, typer.Argument(metavar="OUT.jsonl", help="What `claimex extract` wrote; - reads standard input.")],
    *,
    to: Annotated[Target | None, typer.Option(help="The format; by default the suffix of -o decides.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, not to stdout.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write an output anew that is there already.")] = False,
    marks: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            help="What label-studio, doccano and prodigy mark: some of claims,cues,subjects,speakers,slots,entities,dates,"
            "quantities; by default claims,entities,dates,quantities.",
        ),
    ] = None,
) -> None:
    """Write claimex's output as tables, as linked data, or for annotation tools and spaCy. Nothing is extracted anew."""
    import sqlite3

    from claimex.convert.formats import check_marks, convert, format_of
    from claimex.convert.load import load_records
    from claimex.errors import BadInput, BadOutput

    format_ = to.value if to is not None else format_of(output)
    if format_ is None:
        give_up("--to says which format to write: " + ", ".join(Target), MISUSE)
    if output is not None and path.exists() and output.exists() and path.samefile(output):
        give_up(f"{output}: cannot be read and written at once", MISUSE)
    if output is not None and output.is_file() and output.stat().st_size and not force:
        give_up(f"{output} is there already; --force writes it anew", MISUSE)
    try:
        groups = check_marks(marks)
        convert(load_records(path), format_, output, typer.get_binary_stream("stdout"), groups)
    except BadOutput as error:
        give_up(str(error), MISUSE)
    except BadInput as error:
        give_up(str(error), FATAL)
    except BrokenPipeError:  # `| head`: typer ends without a word
        raise
    except OSError as error:
        give_up(f"{output or 'standard output'}: cannot write: {(error.strerror or str(error)).lower()}", FATAL)
    except sqlite3.Error as error:
        give_up(f"{output}: cannot write: {error}", FATAL)
