"""Every input format: what is taken from it, what fails in its place, and that nothing is lost or silent."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import tracemalloc
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from claimex.read.article import Article, Skipped
from claimex.read.files import read_paths
from claimex.read.options import Keys, ReadOptions
from claimex.records import Failure
from tests.inputs import ATOM, PAGE, RSS, TEXT, http, warc_record

if TYPE_CHECKING:
    from pathlib import Path

    Item = Article | Failure | Skipped

JSONL = "".join(json.dumps({"id": str(i), "text": f"Prices fell {i} percent."}) + "\n" for i in range(1, 301))


def put(folder: Path, name: str, data: bytes | str) -> str:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


def read(folder: Path, name: str, data: bytes | str, **options: object) -> list[Item]:
    return list(read_paths([put(folder, name, data)], ReadOptions(**options)))  # type: ignore[arg-type]


def brief(items: list[Item]) -> list[tuple[str, int | None, str]]:
    """Kind, place and text or reason of each item."""
    return [(type(item).__name__, item.line, item.text if isinstance(item, Article) else item.reason) for item in items]


CSV = 'id,text,desk\n1,"He said ""no"",\nand left.",world\n\n2,Two cells\n3,Three.,sport\n'
CASES: dict[str, tuple[str, bytes | str, list[tuple[str, int | None, str]]]] = {
    "csv": ("a.csv", CSV, [("Article", 2, 'He said "no",\nand left.'), ("Failure", 5, "csv"), ("Article", 6, "Three.")]),
    "csv with semicolons": ("a.csv", "id;text\n1;One, two.\n", [("Article", 2, "One, two.")]),
    "csv with a byte-order mark": ("a.csv", "\ufefftext,id\nOne.,1\n", [("Article", 2, "One.")]),
    "csv with a bad byte": ("a.csv", b"text\nOne.\nTw\xff.\nThree.\n",
                            [("Article", 2, "One."), ("Failure", 3, "encoding"), ("Article", 4, "Three.")]),
    "csv with a quotation without end": ("a.csv", 'text\n"One.\nTwo.\n', [("Failure", 2, "csv")]),
    "csv without a text column": ("a.csv", "id,body\n1,One.\n", [("Failure", None, "keys")]),
    "csv with equal columns": ("a.csv", "text,text\n1,One.\n", [("Failure", None, "keys")]),
    "empty csv": ("a.csv", "", [("Failure", None, "keys")]),
    "tsv": ("a.tsv", "text\tid\nOne, two.\t1\n", [("Article", 2, "One, two.")]),
    "json array": ("a.json", '[{"text": "One."}, 5,\n {"text": "Two."}]\n',
                   [("Article", 1, "One."), ("Failure", 2, "json"), ("Article", 3, "Two.")]),
    "empty json array": ("a.json", " [ ] ", []),
    "json array that is cut off": ("a.json", '[{"text": "One."}, {"text": "Tw', [("Article", 1, "One."), ("Failure", 2, "json")]),
    "json array without a comma": ("a.json", '[{"text": "One."} {"text": "Two."}]',
                                   [("Article", 1, "One."), ("Failure", 2, "json")]),
    "json array and more": ("a.json", '[{"text": "One."}] x', [("Article", 1, "One."), ("Failure", 2, "json")]),
    "deep json array": ("a.json", "[" * 100_000, [("Failure", None, "json")]),
    "one json object": ("a.json", '{\n"text": "One."\n}', [("Article", None, "One.")]),
    "json that is jsonl": ("a.json", '{"text": "One."}\n{"text": "Two."}', [("Article", 1, "One."), ("Article", 2, "Two.")]),
    "html": ("a.html", PAGE, [("Article", None, f"Bridge closes\n{TEXT}")]),
    "html without an article": ("a.html", "<html><body></body></html>", [("Failure", None, "no text")]),
    "html that is no text": ("a.html", b"\x00\x01\x02" * 99, [("Failure", None, "binary")]),
    "rss": ("a.rss", RSS, [("Article", 1, "The bridge was shut.\n\nIt is the first time,\nshe said."), ("Failure", 2, "no text"),
                           ("Article", 3, "Prices fell 5 percent – again.")]),
    "atom": ("a.atom", ATOM, [("Article", 1, "One & two.\n\nThree four."), ("Article", 2, "Words <b> as they are.")]),
    "rss that is cut off": ("a.xml", RSS[: RSS.index("<item><title>Short")],
                            [("Article", 1, "The bridge was shut.\n\nIt is the first time,\nshe said."),
                             ("Failure", 2, "no text"), ("Failure", 3, "xml")]),
    "other xml": ("a.xml", "<urlset/>", [("Failure", None, "xml")]),
    "not xml": ("a.xml", "Just words.", [("Failure", None, "xml")]),
    "zip": ("a.zip", b"PK\x03\x04", [("Failure", None, "archive")]),
    "tar.gz": ("a.tar.gz", gzip.compress(b"x"), [("Failure", None, "archive")]),
    "gzip without its suffix": ("a.txt", gzip.compress(b"One."), [("Failure", None, "packed")]),
    "gzip that is none": ("a.txt.gz", "One.", [("Failure", None, "packed")]),
    "gzip that is cut off": ("a.txt.gz", gzip.compress(b"One.")[:-4], [("Failure", None, "packed")]),
    "gzip of two members": ("a.txt.gz", gzip.compress(b"One. ") + gzip.compress(b"Two."), [("Article", None, "One. Two.")]),
    "empty gzip": ("a.txt.gz", gzip.compress(b""), [("Article", None, "")]),
    "zstd that is none": ("a.txt.zst", "One.", [("Failure", None, "packed")]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_comes_of_an_input(name: str, tmp_path: Path) -> None:
    file, data, expected = CASES[name]

    assert brief(read(tmp_path, file, data)) == expected


def test_what_a_page_says_of_itself(tmp_path: Path) -> None:
    (article,) = read(tmp_path, "a.html", PAGE)

    assert isinstance(article, Article)
    assert (article.title, article.url, article.published) == ("Bridge closes", "https://echo.example/bridge", "2021-03-04")


def test_what_a_feed_says_of_its_items(tmp_path: Path) -> None:
    rss = read(tmp_path, "a.rss", RSS)[0]
    atom = read(tmp_path, "a.atom", ATOM)[0]

    assert isinstance(rss, Article)
    assert (rss.id, rss.title, rss.url, rss.published) == ("g1", "Bridge & road shut", "https://echo.example/1", "2022-02-08")
    assert isinstance(atom, Article)
    assert (atom.id, atom.title, atom.url, atom.published) == ("urn:1", "A < B", "https://echo.example/a", "2022-02-08T10:00:00Z")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', "cp1252"),  # as browsers read it
        ("<meta charset=shift_jis>", "cp932"),
        ("<!-- <meta charset=koi8-r> -->", "utf-8"),
        ("<meta charset=klingon>", "utf-8"),
        ("<meta charset=rot13>", "utf-8"),
        ("<meta charset=undefined>", "utf-8"),
        ("<meta charset=koi8-r>", "utf-8-sig"),  # a byte-order mark wins
        ("<meta charset=utf-8>", "utf-16"),
    ],
)
def test_a_page_is_read_as_it_declares(head: str, encoding: str, tmp_path: Path) -> None:
    page = PAGE.replace('<meta charset="utf-8">', head).replace("“", '"').replace("”", '"').replace("©", "")
    page = page.replace("county", "county “°”") if encoding.startswith(("cp1252", "utf")) else page
    (article,) = read(tmp_path, "a.html", page.encode(encoding))

    assert isinstance(article, Article)
    assert "county “°” said" in article.text or encoding == "cp932"


def test_web_archives_page_by_page(tmp_path: Path) -> None:
    page = PAGE.encode()
    chunked = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunked += b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
    records = [
        (b"software: x\r\n", "warcinfo"),
        (http(page), "response"),
        (http(b"\x89PNG", "image/png"), "response"),
        (http(page, status="404 Not Found"), "response"),
        (http(gzip.compress(page), headers="Content-Encoding: gzip\r\n"), "response"),
        (chunked, "response"),
        (http(gzip.compress(b"<p>" * 9_000_000), headers="Content-Encoding: gzip\r\n"), "response"),
        (http(page, headers="Content-Encoding: rot13\r\n"), "response"),
        (http(page[:300] + b"\xff" + page[300:]), "response"),
        (http(page), "response"),
    ]
    text = f"Bridge closes\n{TEXT}"
    expected = [
        ("Skipped", 1, "record"), ("Article", 2, text), ("Skipped", 3, "type"), ("Skipped", 4, "status"), ("Article", 5, text),
        ("Article", 6, text), ("Failure", 7, "too large"), ("Failure", 8, "packed"), ("Failure", 9, "encoding"),
        ("Article", 10, text),
    ]  # fmt: skip
    for name in ("a.warc", "a.warc.gz"):
        data = b"".join(warc_record(body, kind=kind, packed=name.endswith("gz")) for body, kind in records)
        found = read(tmp_path, name, data)
        assert brief(found) == expected
    article = found[1]
    assert isinstance(article, Article)
    assert (article.url, article.published) == ("https://echo.example/1", "2021-03-04")


def test_a_page_cannot_be_newer_than_its_fetching(tmp_path: Path) -> None:
    page = PAGE.replace("2021-03-04T22", "2021-08-04T22").encode()
    (article,) = read(tmp_path, "a.warc", warc_record(http(page)))

    assert isinstance(article, Article)
    assert article.published is None


@pytest.mark.parametrize("packed", [False, True])
def test_no_cut_of_a_web_archive_is_silent(packed: bool, tmp_path: Path) -> None:  # noqa: FBT001  # a parameter of pytest
    records = [warc_record(http(PAGE.encode()), packed=packed) for _ in range(2)]
    whole = b"".join(records)
    for end in range(len(records[0]) + 30, len(whole) - 20, 97):
        found = read(tmp_path, "a.warc", whole[:end])
        assert brief(found)[0][0] == "Article"
        assert isinstance(found[-1], Failure), end


def test_parquet(tmp_path: Path) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    rows = [
        {"text": "One.", "id": 7, "published": date(2022, 2, 8), "share": float("nan"), "tags": ["a"], "raw": b"x"},
        {"id": 8},
    ]
    table = pa.Table.from_pylist(rows)
    pq.write_table(table, tmp_path / "a.parquet")
    article, failure = read_paths([str(tmp_path / "a.parquet")])

    assert article == Article(
        text="One.", id="7", published="2022-02-08", meta={"share": None, "tags": ["a"], "raw": "eA=="},
        source=str(tmp_path / "a.parquet"), line=1,
    )  # fmt: skip
    assert isinstance(failure, Failure)
    assert (failure.line, failure.reason) == (2, "keys")


@pytest.mark.parametrize("repeated", [True, False])
def test_a_parquet_file_cannot_explode(repeated: bool, tmp_path: Path) -> None:  # noqa: FBT001  # a parameter of pytest
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    big = ["x " * 51_000_000] if repeated else ["x " * 3_000_000 + str(i) for i in range(20)]
    text = pa.DictionaryArray.from_arrays(pa.array([0, 0], pa.int32()), pa.array(big)) if repeated else pa.array(big)
    pq.write_table(
        pa.table({"text": text}), tmp_path / "a.parquet", compression="zstd", use_dictionary=repeated, write_statistics=False
    )
    (failure,) = read_paths([str(tmp_path / "a.parquet")])

    assert isinstance(failure, Failure)
    assert failure.reason == "too large"
    assert failure.detail.startswith("column 'text' of row group 1 would unpack to 1")


def test_a_broken_parquet_file_is_told(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")

    assert brief(read(tmp_path, "a.parquet", b"PAR1 and no more")) == [("Failure", None, "parquet")]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.ndjson"])
def test_packed_lines(name: str, tmp_path: Path) -> None:
    data = JSONL.encode()
    if name.endswith(".gz"):
        data = gzip.compress(data[:5000]) + b"\0\0" + gzip.compress(data[5000:])
    if name.endswith(".zst"):
        zstandard = pytest.importorskip("zstandard")
        data = zstandard.compress(data[:5000]) + zstandard.compress(data[5000:])
    found = read(tmp_path, name, data)

    assert [item.line for item in found if isinstance(item, Article)] == list(range(1, 301))


@pytest.mark.parametrize("kind", ["gz", "zst"])
def test_what_comes_before_the_end_of_a_cut_file_is_read(kind: str, tmp_path: Path) -> None:
    packed = gzip.compress(JSONL.encode()) if kind == "gz" else pytest.importorskip("zstandard").compress(JSONL.encode())
    *articles, failure = read(tmp_path, f"a.jsonl.{kind}", packed[:-40])

    assert isinstance(failure, Failure)
    assert (failure.reason, failure.line) == ("packed", len(articles) + 1 if articles else None)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1252", "utf-8-sig"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.json", "a.txt"])
def test_encodings(name: str, encoding: str, tmp_path: Path) -> None:
    text = "“Café” – naïve."
    value = json.dumps({"text": text}, ensure_ascii=False)
    data = {"a.csv": f"text\n{text}\n", "a.txt": text, "a.json": f"[{value}]"}.get(name, value)
    (article,) = read(tmp_path, name, data.encode(encoding), encoding=encoding)

    assert isinstance(article, Article)
    assert article.text == text


def test_keys_of_ones_own(tmp_path: Path) -> None:
    keys = Keys(text="body", id="_id", title="headline", url="link", published="date")
    line = {"body": "One.", "_id": "a", "headline": "H", "link": "u", "date": "2022", "text": "kept", "title": "too"}
    (article,) = read(tmp_path, "a.jsonl", json.dumps(line), keys=keys)

    assert isinstance(article, Article)
    assert (article.text, article.id, article.title, article.url, article.published) == ("One.", "a", "H", "u", "2022")
    assert article.meta == {"text": "kept", "title": "too"}


def test_a_missing_key_names_the_one_that_holds_words(tmp_path: Path) -> None:
    (failure,) = read(tmp_path, "a.jsonl", '{"body": "One two three."}')

    assert isinstance(failure, Failure)
    assert failure.detail == "key \"text\" must be a string: there is none; --text-key names another, as 'body'"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", "x" * 101, [("Failure", None, "too large")]),
        ("a.jsonl", '{"text": "' + "x" * 200 + '"}\n{"text": "Two."}\n', [("Failure", 1, "too large"), ("Article", 2, "Two.")]),
        ("a.csv", "text\n" + "x" * 200 + "\nTwo.\n", [("Failure", 2, "too large"), ("Article", 3, "Two.")]),
        ("a.csv", 'text\n"' + "x\n" * 99 + '"\nTwo.\n', [("Failure", 2, "too large")]),
        ("a.json", '[{"text": "' + "x" * 200 + '"}, {"text": "Two."}]', [("Failure", 1, "too large"), ("Article", 2, "Two.")]),
        (
            "a.rss",
            f"<rss><item><title>A</title><description>{'x' * 200}</description></item></rss>",
            [("Failure", 1, "too large")],
        ),
        ("a.html", PAGE, [("Failure", None, "too large")]),
        ("a.jsonl", "\n" * 101 + '{"text": "Two."}\n', [("Failure", None, "too large")]),
        ("a.jsonl", "x" * 6_000 + '\n{"text": "Two."}\n', [("Failure", 1, "too large"), ("Failure", 2, "too large")]),
    ],
)
def test_no_article_is_larger_than_allowed(
    name: str, data: str, expected: list[tuple[str, int | None, str]], tmp_path: Path
) -> None:
    assert brief(read(tmp_path, name, data, max_bytes=100))[: len(expected)] == expected


def test_memory_stays_flat_over_a_bomb(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl.gz", gzip.compress(b" " * 60_000_000))
    tracemalloc.start()
    found = list(read_paths([path], ReadOptions(max_bytes=1_000_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert [reason for *_, reason in brief(found)] == ["too large", "too large"]  # the line, and what follows it
    assert peak < 30_000_000


@pytest.mark.parametrize(
    ("module", "name", "detail"),
    [
        ("trafilatura", "a.html", "reading HTML needs an extra: pip install 'claimex[html]'"),
        ("fastwarc.warc", "a.warc", "reading WARC files needs an extra: pip install 'claimex[warc]'"),
        ("pyarrow", "a.parquet", "reading Parquet needs an extra: pip install 'claimex[parquet]'"),
        ("zstandard", "a.txt.zst", "reading .zst files needs an extra: pip install 'claimex[zst]'"),
    ],
)
def test_a_missing_extra_is_one_clear_line(
    module: str, name: str, detail: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimex.read.page import extractor  # noqa: PLC0415  # what it keeps is dropped for this test

    extractor.cache_clear()
    monkeypatch.setitem(sys.modules, module, None)
    (failure,) = read(tmp_path, name, b"x")
    extractor.cache_clear()

    assert isinstance(failure, Failure)
    assert (failure.reason, failure.detail) == ("extra", detail)


def test_folders_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/10.txt", "a/.hidden.txt", ".git/x.txt", "c.png", "d.jsonl", "e"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"text": "One."}')
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = [(item.source or "").removeprefix(f"{tmp_path}/") + f" {brief([item])[0][0]}" for item in read_paths([str(tmp_path)])]

    assert found == [
        ".git Skipped", "a/.hidden.txt Skipped", "a/10.txt Article", "a/2.txt Article", "b.txt Article", "c.png Skipped",
        "d.jsonl Article", "e Skipped", "gone.txt Failure", "loop Skipped",
    ]  # fmt: skip


def test_a_format_reads_every_file_of_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "a.dat", "One.")
    put(tmp_path, "b", "Two.")

    assert [kind for kind, *_ in brief(list(read_paths([str(tmp_path)], ReadOptions(format="text"))))] == ["Article", "Article"]


def test_patterns(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("in/b.txt", "in/a.txt", "c.txt", "odd[1].txt"):
        put(tmp_path, name, name)

    def names(pattern: str) -> list[str]:
        return [item.text for item in read_paths([f"{tmp_path}/{pattern}"]) if isinstance(item, Article)]

    assert names("*.txt") == ["c.txt", "odd[1].txt"]
    assert names("**/*.txt") == ["c.txt", "in/a.txt", "in/b.txt", "odd[1].txt"]
    assert names("i*") == ["in/a.txt", "in/b.txt"]
    assert names("odd[1].txt") == ["odd[1].txt"]  # a name comes before a pattern


@pytest.mark.parametrize("data", [JSONL.encode(), gzip.compress(JSONL.encode()), b"\xef\xbb\xbf" + JSONL.encode()])
def test_standard_input(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = list(read_paths(["-"]))

    assert [item.line for item in found] == list(range(1, 301))
    assert found[0].source == "-"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PAGE, f"Bridge closes\n{TEXT}"),
        ("\n" + ATOM, "One & two.\n\nThree four."),
        (RSS, "The bridge was shut.\n\nIt is the first time,\nshe said."),
        ('[{"text": "One."}]', "One."),
        ("[Applause] The mayor left.", "[Applause] The mayor left."),
        ("<b>One</b>", "<b>One</b>"),
    ],
)
def test_the_first_bytes_of_a_pipe_decide(data: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    article = next(read_paths(["-"]))

    assert isinstance(article, Article)
    assert article.text == expected


def test_a_pipe_with_a_name(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = Thread(target=path.write_bytes, args=(gzip.compress(JSONL.encode()),))
    writer.start()
    found = list(read_paths([str(path)]))
    writer.join()

    assert [item.line for item in found] == list(range(1, 301))


def test_parquet_cannot_come_through_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"PAR1")))
    (failure,) = read_paths(["-"], ReadOptions(format="parquet"))

    assert isinstance(failure, Failure)
    assert failure.detail == "Parquet cannot be read from a pipe: its table of contents is at its end"
