"""The lines of a JSONL file in; an article a line out, or a failure that says which line and why.

The keys of `ReadOptions` hold what an article has; all others pass through as `meta`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json

from claimex.errors import BadInput
from claimex.read.fields import given_id, kind_of, to_article
from claimex.read.lines import bounded_lines, too_large
from claimex.read.text import decode
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from claimex.read.article import Article
    from claimex.read.options import ReadOptions

__all__ = ["parse", "read_jsonl"]


def read_jsonl(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article | Failure]:
    """The article of each line that is not blank; `line` counts from 1."""
    for line in bounded_lines(stream, options.max_bytes):
        id_ = None
        try:
            if line.data is None:
                raise too_large(options.max_bytes)  # one way out for all that is wrong with a line
            value = parse(decode(line.data, encoding=options.encoding or "utf-8", start=line.start).strip())
            id_ = given_id(value, options.keys)
            yield to_article(value, options.keys, source, line.number)
        except BadInput as error:
            yield Failure(source=source, line=line.number, id=id_, reason=error.reason, detail=str(error))


def parse(text: str) -> dict[str, Any]:
    """One line's JSON object. Raises BadInput."""
    try:
        value = from_json(text, allow_inf_nan=False)
    except ValueError as error:
        raise not_json(str(error)) from error
    if not isinstance(value, dict):
        message = f"not a JSON object but {kind_of(value)}"
        raise BadInput(message, reason="json")
    if is_infinite(value):
        message = "not JSON that can be written again: a number is out of range"
        raise BadInput(message, reason="json")
    return value


def not_json(why: str) -> BadInput:
    """The parser's complaint in our words; columns count from the line's first character that is not a space."""
    what = why.replace(" at line 1 column ", " at column ")
    if "hex escape" in what:
        return BadInput(f"not Unicode text: a lone surrogate in an escape{what[what.index(' at column') :]}", reason="surrogate")
    return BadInput(f"not JSON: {what}", reason="json")


def is_infinite(value: object) -> bool:
    """Whether a number in it was too large to hold ("1e999"); the parser bounds the depth."""
    if isinstance(value, dict):
        return any(is_infinite(item) for item in value.values())
    if isinstance(value, list):
        return any(is_infinite(item) for item in value)
    return isinstance(value, float) and math.isinf(value)
