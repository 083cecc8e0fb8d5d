"""The options of reading, given to a command as one value: `@reads` and a parameter `reading: ReadOptions`."""

from __future__ import annotations

import functools
import inspect
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimex.cli.run import MISUSE, give_up
from claimex.read.options import MAX_BYTES, Keys, ReadOptions

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["InputFormat", "reads"]


class InputFormat(StrEnum):
    """What an input holds."""

    text = "text"
    jsonl = "jsonl"
    json = "json"
    csv = "csv"
    tsv = "tsv"
    parquet = "parquet"
    html = "html"
    feed = "feed"
    warc = "warc"


Kind = Annotated[InputFormat | None, typer.Option("--format", help="Input format; by default the file's suffix decides.")]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Character encoding of the input; by default strict UTF-8, HTML and XML as they declare."),
]
MaxBytes = Annotated[int, typer.Option("--max-bytes", min=1, metavar="N", help="Largest article that is read, unpacked.")]
AnyLanguage = Annotated[bool, typer.Option("--any-language", help="Read articles that are not English too.")]


def key_option(flag: str, what: str) -> typer.models.OptionInfo:
    return typer.Option(flag, metavar="KEY", help=f"JSONL, CSV and Parquet: the key that holds {what}.")  # type: ignore[no-any-return]


def options(  # the function whose parameters are the options; it makes the value of them
    *,
    format_: Kind = None,
    encoding: Encoding = None,
    text_key: Annotated[str, key_option("--text-key", "the text")] = "text",
    id_key: Annotated[str, key_option("--id-key", "the id")] = "id",
    date_key: Annotated[str, key_option("--date-key", "the publication date")] = "published",
    title_key: Annotated[str, key_option("--title-key", "the title")] = "title",
    url_key: Annotated[str, key_option("--url-key", "the URL")] = "url",
    max_bytes: MaxBytes = MAX_BYTES,
    any_language: AnyLanguage = False,
) -> ReadOptions:
    if encoding is not None:
        try:
            "a".encode(encoding)  # not codecs.lookup, which knows rot13 and zip too
        except (LookupError, UnicodeError, ValueError):
            give_up(f"--encoding: no encoding is named {encoding!r}", MISUSE)
    return ReadOptions(
        format=None if format_ is None else format_.value,
        encoding=encoding,
        keys=Keys(text=text_key, id=id_key, title=title_key, url=url_key, published=date_key),
        max_bytes=max_bytes,
        any_language=any_language,
    )


def reads(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options of reading in place of its parameter `reading`, which gets them as one `ReadOptions`."""
    given = inspect.signature(options, eval_str=True).parameters
    own = inspect.signature(command, eval_str=True)

    @functools.wraps(command)
    def run(**values: Any) -> None:  # noqa: ANN401  # whatever typer read
        reading = options(**{name: values.pop(name) for name in given})
        command(**values, reading=reading)

    kept = [parameter for name, parameter in own.parameters.items() if name != "reading"]
    parameters = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in [*kept, *given.values()]]
    run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]  # where typer looks
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run
