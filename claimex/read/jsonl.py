"""The lines of a JSONL file in; an article a line out, or a failure that says which line and why.

Keys: `text` (needed), `id`, `title`, `url`, `published`; all others pass through as `meta`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json

from claimex.errors import BadInput
from claimex.read.article import Article
from claimex.read.text import decode
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["read_lines"]

OWN_KEYS = ("id", "title", "url", "published")
SHOWN = 60  # characters of a value repeated in a message


def read_lines(lines: Iterable[bytes], source: str, *, encoding: str = "utf-8") -> Iterator[Article | Failure]:
    """The article of each line that is not blank; `line` counts from 1."""
    place = 0
    for number, line in enumerate(lines, 1):
        id_ = None
        try:
            text = decode(line, encoding=encoding, start=place)
            if text.strip():
                value = parse(text.strip())
                id_ = value.get("id") if isinstance(value.get("id"), str) else None
                yield to_article(value, source, number)
        except BadInput as error:
            yield Failure(source=source, line=number, id=id_, reason=error.reason, detail=str(error))
        place += len(line)


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


def to_article(value: dict[str, Any], source: str, line: int) -> Article:
    """The article of a JSON object. Raises BadInput for keys of the wrong kind."""
    if not isinstance(value.get("text"), str):
        found = f", but is {kind_of(value['text'])}" if "text" in value else ": there is none"
        message = f'key "text" must be a string{found}'
        raise BadInput(message, reason="keys")
    own = {key: own_value(key, value.get(key)) for key in OWN_KEYS}
    meta = {key: item for key, item in value.items() if key != "text" and key not in OWN_KEYS}
    return Article(text=value["text"], **own, meta=meta, source=source, line=line)


def own_value(key: str, value: object) -> str | None:
    """A key's text; numbers are taken as written for `id` and `published`, null and "" as absent. Raises BadInput."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value
    if key in {"id", "published"} and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    message = f'key "{key}" must be a string, but is {kind_of(value)}: {str(value)[:SHOWN]}'
    raise BadInput(message, reason="keys")


def kind_of(value: object) -> str:
    """What JSON calls the value."""
    if value is None:
        return "null"
    return {bool: "a boolean", int: "a number", float: "a number", str: "a string", list: "an array", dict: "an object"}[
        type(value)
    ]
