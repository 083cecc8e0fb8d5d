"""The options that several commands share, with their help."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

__all__ = [
    "DEFAULT_MODEL", "Arithmetic", "Encoding", "InputFormat", "Kind", "Model", "Offsets", "OnePath", "Ops", "Paths", "Per",
    "Published",
]  # fmt: skip


class Per(StrEnum):
    """What a line of output holds."""

    article = "article"
    claim = "claim"


class Offsets(StrEnum):
    """What offsets count."""

    codepoint = "codepoint"
    utf16 = "utf16"


class InputFormat(StrEnum):
    """What an input holds."""

    text = "text"
    jsonl = "jsonl"


Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Text or .jsonl files; - reads standard input.")]
OnePath = Annotated[str, typer.Argument(metavar="PATH", help="A text or .jsonl file; - reads standard input.")]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date of every article: a day, month or year, as 2022-02-08.")
]
Encoding = Annotated[str, typer.Option(metavar="NAME", help="Character encoding of the input, strictly decoded.")]
Model = Annotated[str, typer.Option(metavar="NAME", help="An installed spaCy English pipeline.")]
Kind = Annotated[InputFormat | None, typer.Option("--format", help="Input format; by default the file's suffix decides.")]


class Arithmetic(StrEnum):
    """How the networks multiply."""

    fast = "fast"
    stock = "stock"


Ops = Annotated[Arithmetic, typer.Option(help="How the networks multiply: fast, or as thinc does by itself; same output.")]

DEFAULT_MODEL = "en_core_web_sm"  # nlp.DEFAULT_MODEL, whose module imports spaCy; tests hold the two together
