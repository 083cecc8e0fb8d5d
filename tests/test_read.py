"""Reading: what is kept as it is, and the one clear line for what cannot be read."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from claimex.errors import BadInput
from claimex.read.article import Article
from claimex.read.files import read_paths
from claimex.read.jsonl import read_jsonl
from claimex.read.options import ReadOptions
from claimex.read.text import read_text
from claimex.records import Failure

if TYPE_CHECKING:
    from pathlib import Path


def text_of(data: bytes, encoding: str | None = None) -> str:
    (article,) = read_text(io.BytesIO(data), "a.txt", ReadOptions(encoding=encoding))
    return article.text


def lines_of(*lines: bytes) -> list[Article | Failure]:
    return list(read_jsonl(io.BytesIO(b"".join(lines)), "in.jsonl", ReadOptions()))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"One.\r\nTwo.\r\n", "One.\r\nTwo.\r\n"),
        (b"One.\rTwo.\n\n", "One.\rTwo.\n\n"),
        (b"\xef\xbb\xbfOne.", "One."),
        ("“Café” – naïve".encode(), "“Café” – naïve"),
        (b"", ""),
        (b" \n\t ", " \n\t "),
    ],
)
def test_text_is_kept_as_it_is(data: bytes, text: str) -> None:
    assert text_of(data) == text


@pytest.mark.parametrize(
    ("data", "reason", "detail"),
    [
        (b"ab\xffcd", "encoding", "not utf-8: invalid byte at offset 2; --encoding names another encoding"),
        (b"\xff\xfea\x00b\x00", "encoding", "not utf-8: the byte-order mark says utf-16; try --encoding utf-16"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "binary", "a binary file, not text"),
        (b"A plain text of some length, with one slip \x00 in it.", "nul", "NUL character at byte 43: not text"),
    ],
)
def test_bytes_that_are_no_text(data: bytes, reason: str, detail: str) -> None:
    with pytest.raises(BadInput) as caught:
        text_of(data)

    assert (caught.value.reason, str(caught.value)) == (reason, detail)


def test_another_encoding_is_read_when_named() -> None:
    assert text_of("Café".encode("latin-1"), "latin-1") == "Café"


def test_jsonl_keys() -> None:
    line = b'{"id": 7, "text": "A.", "published": "2022-02-08", "title": "", "url": null, "desk": {"name": "world"}}'
    article = lines_of(line)[0]

    assert article == Article(
        text="A.", id="7", published="2022-02-08", meta={"desk": {"name": "world"}}, source="in.jsonl", line=1
    )


@pytest.mark.parametrize(
    ("line", "reason", "detail"),
    [
        (b'{"text": "A."', "json", "not JSON: EOF while parsing an object at column 13"),
        (b"[1]", "json", "not a JSON object but an array"),
        (b"null", "json", "not a JSON object but null"),
        (b'{"id": "a"}', "keys", 'key "text" must be a string: there is none'),
        (b'{"text": 5}', "keys", 'key "text" must be a string, but is a number'),
        (b'{"text": "A.", "title": ["x"]}', "keys", "key \"title\" must be a string, but is an array: ['x']"),
        (b'{"text": "\\ud800"}', "surrogate", "not Unicode text: a lone surrogate in an escape at column 17"),
        (b'{"text": "\\udc00!"}', "surrogate", "not Unicode text: a lone surrogate in an escape at column 16"),
        (b'{"text": "A.", "n": 1e999}', "json", "not JSON that can be written again: a number is out of range"),
        (b'{"text": "A.", "n": NaN}', "json", "not JSON: expected value at column 21"),
        (b'{"text": "\xff"}', "encoding", "not utf-8: invalid byte at offset 10; --encoding names another encoding"),
        (b"[" * 100_000, "json", "not JSON: recursion limit exceeded at column 202"),
    ],
)
def test_broken_lines(line: bytes, reason: str, detail: str) -> None:
    failure = lines_of(line)[0]

    assert isinstance(failure, Failure)
    assert (failure.line, failure.reason, failure.detail) == (1, reason, detail)


def test_the_line_end_is_no_part_of_the_line() -> None:
    failure = lines_of(b'{"text": \r\n')[0]

    assert isinstance(failure, Failure)
    assert failure.detail == "not JSON: EOF while parsing a value at column 8"


def test_good_lines_go_on_around_a_broken_one() -> None:
    found = lines_of(b'{"text": "One."}\n', b"{broken\n", b"\n", b'{"text": "Two."}\n')

    assert [(item.line, isinstance(item, Failure)) for item in found] == [(1, False), (2, True), (4, False)]


def test_byte_offsets_count_from_the_start_of_the_file() -> None:
    failure = lines_of(b'{"text": "One."}\n', b'{"text": "\xff"}\n')[1]

    assert isinstance(failure, Failure)
    assert "offset 27" in failure.detail


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Good.", encoding="utf-8")
    missing, nothing = str(tmp_path / "none.txt"), str(tmp_path / "none-*.txt")
    found = list(read_paths([missing, nothing, str(good)]))

    assert [item.detail if isinstance(item, Failure) else item.text for item in found] == [
        "no such file",
        "no such file",
        "Good.",
    ]


def test_a_file_name_that_is_no_unicode(tmp_path: Path) -> None:
    (failure,) = read_paths([f"{tmp_path}/caf\udce9.txt"])

    assert isinstance(failure, Failure)
    assert failure.source == f"{tmp_path}/caf\N{REPLACEMENT CHARACTER}.txt"


@pytest.mark.parametrize(("name", "count"), [("a.jsonl", 2), ("a.ndjson", 2), ("a.txt", 1), ("a.json", 2), ("a", 1)])
def test_the_suffix_decides(tmp_path: Path, name: str, count: int) -> None:
    path = tmp_path / name
    path.write_text('{"text": "One."}\n{"text": "Two."}\n', encoding="utf-8")

    assert len(list(read_paths([str(path)]))) == count
