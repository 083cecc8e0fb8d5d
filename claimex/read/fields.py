"""Named values in (of a JSON object, a row of a table); an `Article` out, or a `BadInput` that says which key is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimex.errors import BadInput
from claimex.read.article import Article

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimex.read.options import Keys

__all__ = ["given_id", "kind_of", "to_article"]

SHOWN = 60  # characters of a value repeated in a message


def to_article(value: Mapping[str, Any], keys: Keys, source: str, line: int | None) -> Article:
    """The article of named values; those under other keys become its `meta`. Raises BadInput for values of the wrong kind."""
    text = value.get(keys.text)
    if not isinstance(text, str):
        found = f", but is {kind_of(text)}" if keys.text in value else f": there is none{other_key(value, keys)}"
        message = f'key "{keys.text}" must be a string{found}'
        raise BadInput(message, reason="keys")
    own = {keys.text, keys.id, keys.title, keys.url, keys.published}
    return Article(
        text=text,
        id=own_value(keys.id, value, number=True),
        title=own_value(keys.title, value),
        url=own_value(keys.url, value),
        published=own_value(keys.published, value, number=True),
        meta={key: item for key, item in value.items() if key not in own},
        source=source,
        line=line,
    )


def other_key(value: Mapping[str, Any], keys: Keys) -> str:
    """A hint, where the text seems to stand under another key."""
    longest = max(value, key=lambda key: len(value[key]) if isinstance(value[key], str) else -1, default=None)
    if keys.text != "text" or longest is None or not isinstance(value[longest], str) or " " not in value[longest]:
        return ""
    return f"; --text-key names another, as {longest[:SHOWN]!r}"


def given_id(value: Mapping[str, Any], keys: Keys) -> str | None:
    """The id of what may yet fail, if it is one."""
    id_ = value.get(keys.id)
    return id_ if isinstance(id_, str) and id_ else None


def own_value(key: str, values: Mapping[str, Any], *, number: bool = False) -> str | None:
    """A key's text; integers are taken as written where `number`, null and "" as absent. Raises BadInput."""
    value = values.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value
    if number and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    message = f'key "{key}" must be a string, but is {kind_of(value)}: {str(value)[:SHOWN]}'
    raise BadInput(message, reason="keys")


def kind_of(value: object) -> str:
    """What JSON calls the value."""
    if value is None:
        return "null"
    kinds = {bool: "a boolean", int: "a number", float: "a number", str: "a string", list: "an array", dict: "an object"}
    return kinds.get(type(value), type(value).__name__)
