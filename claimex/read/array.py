"""A JSON file in, which holds an array of objects, one object, or (misnamed) an object a line; an article an object out.

`line` is the object's number in the array, from 1. Only one object is in memory at a time.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING

from claimex.errors import BadInput
from claimex.read.ahead import first_line
from claimex.read.fields import given_id, to_article
from claimex.read.jsonl import parse, read_jsonl
from claimex.read.lines import read_capped, too_large
from claimex.read.text import decode
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from claimex.read.article import Article
    from claimex.read.options import ReadOptions

__all__ = ["read_json"]

CHUNK = 1 << 16
SPACE = re.compile(r"[ \t\r\n]*")


def read_json(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article | Failure]:
    """The article of each object. Raises BadInput where the JSON is broken: what follows cannot be read."""
    line, stream = first_line(stream, options.max_bytes)
    encoding = options.encoding or "utf-8"
    if line.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"["):
        yield from read_array(Buffer(stream, encoding, options.max_bytes), source, options)
    elif is_object(line, encoding):
        yield from read_jsonl(stream, source, options)
    else:
        value = parse(decode(read_capped(stream, options.max_bytes), encoding=encoding).strip())
        yield to_article(value, options.keys, source, None)


def is_object(line: bytes, encoding: str) -> bool:
    """Whether a line is a JSON object by itself."""
    try:
        parse(decode(line, encoding=encoding).strip())
    except BadInput:
        return False
    return True


def read_array(buffer: Buffer, source: str, options: ReadOptions) -> Iterator[Article | Failure]:
    buffer.take("[")
    number, more = 1, not buffer.take("]")
    while more:
        id_ = None
        item = buffer.item(number)
        try:
            if len(item) > options.max_bytes:
                raise too_large(options.max_bytes)  # one way out for all that is wrong with an object
            value = parse(item)
            id_ = given_id(value, options.keys)
            yield to_article(value, options.keys, source, number)
        except BadInput as error:
            yield Failure(source=source, line=number, id=id_, reason=error.reason, detail=str(error))
        number += 1
        more = buffer.take(",")
        if not more and not buffer.take("]"):
            message = f"not JSON: no comma or bracket after object {number - 1}; what follows is not read"
            raise BadInput(message, reason="json")
    if buffer.next():
        message = "not JSON: something follows the array"
        raise BadInput(message, reason="json")


class Buffer:
    """The characters of a stream of which the first have been taken."""

    def __init__(self, stream: BinaryIO, encoding: str, limit: int) -> None:
        self.stream, self.encoding, self.limit = stream, encoding, limit
        self.decoder = codecs.getincrementaldecoder("utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding)()
        self.decode_json = json.JSONDecoder().raw_decode
        self.text, self.place, self.ended = "", 0, False

    def more(self) -> bool:
        """Read as much again as is left, so that trying an object anew takes time in proportion to its length."""
        if self.ended:
            return False
        left = self.text[self.place :]
        data = self.stream.read(max(CHUNK, len(left)))
        self.ended = not data
        try:
            self.text, self.place = left + self.decoder.decode(data, final=self.ended), 0
        except UnicodeError as error:
            message = f"not {self.encoding}; --encoding names another encoding"
            raise BadInput(message, reason="encoding") from error
        return True

    def next(self) -> str:
        """The next character that is no space, which is not taken; "" at the end."""
        while True:
            self.place = SPACE.match(self.text, self.place).end()  # type: ignore[union-attr]  # it matches nothing too
            if self.place < len(self.text) or not self.more():
                return self.text[self.place : self.place + 1]

    def take(self, mark: str) -> bool:
        """Whether that character comes next, which is then taken."""
        found = self.next() == mark
        self.place += found
        return found

    def item(self, number: int) -> str:
        """The JSON of the next value. Raises BadInput where there is none that ends in time."""
        self.next()
        while True:
            try:
                _, end = self.decode_json(self.text, self.place)
            except (ValueError, RecursionError) as error:
                if len(self.text) - self.place > self.limit:
                    raise too_large(self.limit) from error
                if not self.more():
                    why = "nested too deeply" if isinstance(error, RecursionError) else getattr(error, "msg", "")
                    message = f"not JSON: object {number}: {why}; what follows is not read"
                    raise BadInput(message, reason="json") from error
                continue
            if end == len(self.text) and self.more():
                continue  # a number may go on
            found, self.place = self.text[self.place : end], end
            return found
