"""The record as Arrow: a schema derived from the pydantic models, and records to rows of it and back.

Arrow columns have one type, so three things look different from the JSON: a `value` that can be a number or a string is a
`value` (double) beside `value_text` (always the words of the JSON: "12", "0.5", "3-1"); a slot is always a struct, whose
`number` is set where it is a plain number; `meta` is a string of JSON. Everything else is as in the JSON, key by key.
"""

from __future__ import annotations

import json
import types
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

import pyarrow as pa

from claimex.records import ArticleRecord, Record, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["arrow_schema", "from_row", "to_row"]

SCALARS = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
Slot = Words | str | int | float | None


def arrow_schema() -> pa.Schema:
    """The Arrow schema of an article's record."""
    return pa.schema(fields_of(ArticleRecord))


def fields_of(model: type[Record]) -> list[pa.Field]:
    """A field for each field of the model, under the name it has in JSON."""
    fields = []
    for name, info in model.model_fields.items():
        key = info.alias or name
        if set(members(info.annotation)) >= {str, float}:  # a quantity's value
            fields += [pa.field(key, pa.float64()), pa.field(f"{key}_text", pa.string())]
        else:
            fields.append(pa.field(key, arrow_type(info.annotation)))
    return fields


def members(annotation: Any) -> list[Any]:  # noqa: ANN401  # an annotation can be any object
    """The types of a union without None; the annotation itself if it is none."""
    if get_origin(annotation) in {Union, types.UnionType}:
        return [member for member in get_args(annotation) if member is not type(None)]
    return [annotation]


def arrow_type(annotation: Any) -> pa.DataType:  # noqa: ANN401
    """The Arrow type of an annotation of the models."""
    options = members(annotation)
    if options == [int, float]:
        return pa.float64()
    (only,) = options
    if only in SCALARS:
        return SCALARS[only]
    origin, arguments = get_origin(only), get_args(only)
    if origin is Literal:
        return SCALARS[type(arguments[0])]
    if origin is tuple:
        return pa.list_(arrow_type(arguments[0]))
    if origin is dict:  # `meta`, which can hold anything, or slots
        return pa.string() if arguments[1] is Any else pa.map_(pa.string(), pa.struct(slot_fields()))
    return pa.struct(fields_of(only))


def slot_fields() -> list[pa.Field]:
    return [*fields_of(Words), pa.field("number", pa.float64())]


def to_row(record: ArticleRecord) -> dict[str, Any]:
    """A record as a row of the schema, for `pyarrow.RecordBatch.from_pylist`."""
    row = record.model_dump(by_alias=True)
    row["meta"] = json.dumps(row["meta"], ensure_ascii=False, separators=(",", ":"))
    for quantity in row["quantities"]:
        value = quantity["value"]
        quantity["value"] = None if isinstance(value, str) else as_double(value)
        quantity["value_text"] = value if isinstance(value, str) or value is None else json.dumps(value)
    for claim in row["claims"]:
        claim["slots"] = [(name, slot_row(slot)) for name, slot in claim["slots"].items()]
    return row


def as_double(value: float | None) -> float | None:
    """A number as a double; None for one that is too large, whose digits `value_text` has."""
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None


def slot_row(slot: Any) -> dict[str, Any] | None:  # noqa: ANN401
    """Words as they are; a plain string as words without a place; a number with its digits as the words."""
    if slot is None or isinstance(slot, dict):
        return slot
    if isinstance(slot, str):
        return {"text": slot}
    return {"text": json.dumps(slot), "number": as_double(slot)}


def from_row(row: Mapping[str, Any]) -> ArticleRecord:
    """The record of a row: of `pyarrow.Table.to_pylist`, or a Spark row as a dict."""
    data = dict(row)
    data["meta"] = json.loads(data["meta"])
    data["quantities"] = [
        {key: item for key, item in quantity.items() if key != "value_text"}
        | {"value": read_value(quantity["value"], quantity["value_text"])}
        | {key: whole(quantity[key]) for key in ("low", "high")}
        for quantity in data["quantities"]
    ]
    data["claims"] = [claim | {"slots": read_slots(claim["slots"])} for claim in data["claims"]]
    return ArticleRecord.model_validate(data)


def read_value(number: float | None, words: str | None) -> float | int | str | None:
    return words if number is None or words is None else json.loads(words)


def whole(number: float | None) -> float | int | None:
    return int(number) if number is not None and number.is_integer() else number


def read_slots(slots: Any) -> dict[str, Any]:  # noqa: ANN401
    """Slots from a map, which Arrow gives as pairs and Spark as a dict."""
    pairs = slots.items() if isinstance(slots, dict) else slots
    return {name: read_slot(slot) for name, slot in pairs}


def read_slot(slot: dict[str, Any] | None) -> Any:  # noqa: ANN401
    if slot is None:
        return None
    if slot["number"] is not None:
        return json.loads(slot["text"])
    placed = any(slot[key] is not None for key in ("start", "parts", "implied"))
    return {key: value for key, value in slot.items() if key != "number"} if placed else slot["text"]
