"""The options that several commands share, with their help."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "DEFAULT_MODEL", "DEFAULT_NER", "Arithmetic", "Kb", "Model", "Ner", "Offsets", "OnePath", "Ops", "OutputFormat", "Paths",
    "Per", "Published", "Recogniser", "To",
]  # fmt: skip


class Per(StrEnum):
    """What a line of output holds."""

    article = "article"
    claim = "claim"


class OutputFormat(StrEnum):
    """What the output is; write.formats.FormatName, whose module imports pydantic."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    sqlite = "sqlite"


class Offsets(StrEnum):
    """What offsets count."""

    codepoint = "codepoint"
    utf16 = "utf16"


Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders and patterns; - reads standard input.")]
OnePath = Annotated[str, typer.Argument(metavar="PATH", help="A file; - reads standard input.")]
To = Annotated[
    OutputFormat | None,
    typer.Option("--to", help="Output format; by default the suffix of -o decides, and JSONL where it says nothing."),
]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date of every article: a day, month or year, as 2022-02-08.")
]
Kb = Annotated[
    Path | None,
    typer.Option("--kb", metavar="FILE", help="A knowledge base, lines of JSON with name, aliases, id: entities get its ids."),
]
Model = Annotated[str, typer.Option(metavar="NAME", help="An installed spaCy English pipeline.")]


class Arithmetic(StrEnum):
    """How the networks multiply."""

    fast = "fast"
    stock = "stock"


Ops = Annotated[Arithmetic, typer.Option(help="How the networks multiply: fast, or as thinc does by itself; same output.")]


class Recogniser(StrEnum):
    """Who recognises names."""

    claimex = "claimex"
    stock = "stock"


Ner = Annotated[Recogniser, typer.Option(help="Who finds the names: claimex's recogniser, or the spaCy pipeline's own.")]

DEFAULT_NER = Recogniser.claimex  # nlp.DEFAULT_NER; tests hold the two together
DEFAULT_MODEL = "en_core_web_sm"  # nlp.DEFAULT_MODEL, whose module imports spaCy; tests hold the two together
