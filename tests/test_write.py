"""What is written: CSV, Parquet, SQLite, compressed or not, with all that the record says."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, get_args

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from claimex.cli.options import OutputFormat
from claimex.errors import BadOutput
from claimex.records import ArticleRecord, Claim, DateRecord, Entity, Link, Mention, QuantityRecord, Record, Words
from claimex.write import compress, formats
from claimex.write.arrow import arrow_schema, from_row, to_row
from claimex.write.formats import Output, choose, open_whole
from claimex.write.jsonl import claim_lines, dump
from claimex.write.spreadsheet import COLUMNS, header_row, neutral, rows
from tests.made_records import made_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

RECORD = made_record()


@pytest.mark.parametrize(
    ("path", "format_", "expected"),
    [
        (None, None, ("jsonl", None)),
        ("-", None, ("jsonl", None)),
        ("out", None, ("jsonl", None)),
        ("out.JSONL", None, ("jsonl", None)),
        ("out.csv", None, ("csv", None)),
        ("out.csv.gz", None, ("csv", "gz")),
        ("out.zst", None, ("jsonl", "zst")),
        ("out.parquet", None, ("parquet", None)),
        ("a.b/out.sqlite3", None, ("sqlite", None)),
        ("out.db", None, ("sqlite", None)),
        ("out.txt", "csv", ("csv", None)),
        ("-", "csv", ("csv", None)),
        ("out.csv", "parquet", ("parquet", None)),
    ],
)
def test_the_format_is_named_or_in_the_suffix(
    path: str | None, format_: formats.FormatName | None, expected: tuple[str, str | None]
) -> None:
    output = choose(path, format_=format_)

    assert (output.format, output.compression) == expected


@pytest.mark.parametrize(
    ("path", "options", "message"),
    [
        (None, {"format_": "parquet"}, "parquet cannot be written to standard output; -o names a file"),
        ("out.db.gz", {}, "out.db.gz: sqlite cannot be written as .gz: it has to be read from any place"),
        ("out.parquet", {"per": "claim"}, "--per claim is for jsonl; parquet holds the claims of each article already"),
    ],
)
def test_what_does_not_go_together(path: str | None, options: dict[str, Any], message: str) -> None:
    with pytest.raises(BadOutput) as error:
        choose(path, **options)
    assert str(error.value) == message


def test_the_command_line_names_all_formats() -> None:
    assert tuple(OutputFormat) == get_args(formats.FormatName)


def test_lines_of_articles_and_of_claims() -> None:
    assert Output(format="jsonl").encode(RECORD) == dump(RECORD).encode() + b"\n"
    assert "text" not in json.loads(Output(format="jsonl", text=False).encode(RECORD))
    assert Output(format="jsonl", per="claim").encode(RECORD).decode().splitlines() == list(claim_lines(RECORD))
    assert Output(format="jsonl").header == b""


def test_offsets_in_utf16_are_counted_once() -> None:
    wide = Output(format="jsonl", offsets="utf16").asked(RECORD)

    assert wide.claims[0].start == RECORD.claims[0].start + 1
    assert Output(format="jsonl", offsets="utf16").asked(wide) == wide


# CSV


def cells() -> list[dict[str, str]]:
    data = header_row() + rows(RECORD)
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_csv_has_a_row_for_each_claim() -> None:
    one, two, three = cells()

    assert tuple(one) == COLUMNS
    assert (one["article_id"], one["published"], one["speaker"], one["speaker_kind"]) == (
        "a1",
        "2022-02-08",
        "Mia Okoro",
        "named",
    )
    assert (one["when"], one["from"], one["to"]) == ("2022-02-07", "2022-02-07", "2022-02-07")
    assert two["text"] == "rose by\nfive percent"
    assert (three["window_from"], three["window_open"], three["implies"]) == ("1999", "true", "one; two")
    assert json.loads(three["slots"]) == {"rank": 3, "of": "harbour master", "period": "since 1999", "activity": "all"}
    assert [int(row["start"]) for row in (one, two, three)] == [claim.start for claim in RECORD.claims]


def test_csv_lines_end_as_rfc_4180_says() -> None:
    assert header_row().endswith(b"\r\n")
    assert rows(RECORD).count(b"\r\n") == 3
    assert rows(made_record(claims=[], links=[])) == b""


@pytest.mark.parametrize(
    "cell", ["=1+1", "+A1", "-A1", "-3-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－A", "＠A", "-", "--1"]
)
def test_formulas_are_neutralised(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-3", "-3.25", "+5", "3-1", "", "'=1", "a=b", "1999", -3, 0.5, None])
def test_numbers_and_words_stay_as_they_are(cell: str | float | None) -> None:
    assert neutral(cell) == cell


def test_a_statement_that_is_a_formula_is_neutralised_in_its_row() -> None:
    assert cells()[1]["statement"] == "'=cmd|' /C calc'!A0"


def test_no_cell_is_parted_where_semicolons_part_cells() -> None:
    line = rows(made_record(claims=[made_record().claims[2].model_dump() | {"statement": "so; =1+1"}], links=[]))

    assert b'"so; =1+1"' in line


# Arrow and Parquet


def fields(type_: pa.DataType | pa.Schema) -> Iterator[pa.Field]:
    return iter(type_) if isinstance(type_, pa.Schema) else (type_.field(k) for k in range(type_.num_fields))


def arrow_keys(fields_: Iterable[pa.Field], prefix: str = "") -> set[str]:
    """Every key of a schema, by its path."""
    found = set()
    for field in fields_:
        path, inner = f"{prefix}{field.name}", field.type
        found.add(path)
        while pa.types.is_list(inner):
            inner = inner.value_type
        if pa.types.is_map(inner):
            inner = inner.item_type
        if pa.types.is_struct(inner):
            found |= arrow_keys(fields(inner), f"{path}.")
    return found


def model_keys(model: type[Record], prefix: str = "") -> set[str]:
    found = set()
    for name, info in model.model_fields.items():
        path = f"{prefix}{info.alias or name}"
        found.add(path)
        for inner in models_in(info.annotation):
            found |= model_keys(inner, f"{path}.")
    return found


def models_in(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)


def test_the_arrow_schema_has_every_key_of_the_record() -> None:
    added = {"quantities.value_text", "claims.slots.number"}

    assert arrow_keys(fields(arrow_schema())) == model_keys(ArticleRecord) | added


def test_a_record_comes_back_from_arrow_as_it_was() -> None:
    table = pa.Table.from_pylist([to_row(RECORD)], schema=arrow_schema())

    assert from_row(table.to_pylist()[0]).model_dump_json() == RECORD.model_dump_json()


@pytest.mark.parametrize("value", [10**30, 0.1, 7, "3-1", None, 10**400])
def test_values_of_any_size(value: float | str | None) -> None:
    quantity = RECORD.quantities[0].model_dump() | {"value": value}
    record = made_record(quantities=[quantity, RECORD.quantities[1].model_dump()])
    table = pa.Table.from_pylist([to_row(record)], schema=arrow_schema())

    assert str(from_row(table.to_pylist()[0]).quantities[0].value) == str(value)


def write(path: Path, records: list[ArticleRecord], **options: Any) -> Path:  # noqa: ANN401  # choose's own, by name
    with open_whole(choose(path, **options), path) as writer:
        for record in records:
            writer.add(record)
    return path


def test_parquet_holds_the_records_in_order(tmp_path: Path) -> None:
    records = [made_record(id=f"a{k}") for k in range(70)]  # more than are packed together
    table = pq.read_table(write(tmp_path / "out.parquet", records))

    assert [from_row(row) for row in table.to_pylist()] == records
    assert table.schema.metadata[b"claimex.schema"] == b"claimex/1"
    assert table.column("claims").to_pylist()[0][2]["check"]["window"] == {"from": "1999", "to": "2022-02", "open": True}


def test_parquet_of_nothing_has_the_columns(tmp_path: Path) -> None:
    assert pq.read_table(write(tmp_path / "out.parquet", [])).column_names == arrow_schema().names


def test_whole_files_leave_out_the_text_and_count_as_asked(tmp_path: Path) -> None:
    (row,) = pq.read_table(write(tmp_path / "out.parquet", [RECORD], text=False, offsets="utf16")).to_pylist()

    assert (row["text"], row["offsets"]) == (None, "utf16")
    assert row["claims"][0]["start"] == RECORD.claims[0].start + 1


# SQLite


def test_sqlite_takes_more_articles_than_are_committed_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimex.write.sqlite.COMMIT_EVERY", 2)
    with closing(sqlite3.connect(write(tmp_path / "out.db", [RECORD] * 5))) as db:
        assert tables(db)["articles"] == 5


def tables(db: sqlite3.Connection) -> dict[str, int]:
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'")]
    return {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names if not name.startswith("sqlite")}  # noqa: S608


def test_sqlite_has_a_row_for_everything(tmp_path: Path) -> None:
    path = write(tmp_path / "out.sqlite", [RECORD, RECORD])  # the same article twice does no harm
    with closing(sqlite3.connect(path)) as db:
        assert {name: count / 2 for name, count in tables(db).items()} == {
            "articles": 1, "sentences": 4, "entities": 2, "mentions": 4, "dates": 2, "quantities": 2, "claims": 3, "slots": 9,
            "claim_dates": 2, "claim_quantities": 1, "claim_places": 1, "links": 1,
        }  # fmt: skip
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


# Where a key is not a column of its own name: the table or the columns that hold it.
ELSEWHERE: dict[str, dict[str, set[str]]] = {
    "articles": {
        "schema_": {"schema"}, "published": {"published", "published_grain", "published_how", "published_evidence"},
        "model": {"model", "model_version", "model_digest", "model_ops", "ner", "ner_digest"},
        "sentences": set(), "entities": set(), "dates": set(), "quantities": set(), "claims": set(), "links": set(),
    },
    "entities": {"mentions": set()},
    "mentions": {},
    "dates": {"from_": {"first"}, "to": {"last"}},
    "quantities": {},
    "claims": {
        "cue": {"cue", "cue_start", "cue_end"}, "subject": {"subject", "subject_start", "subject_end", "subject_entity"},
        "speaker": {"speaker", "speaker_start", "speaker_end", "speaker_entity", "speaker_kind", "speaker_cue"},
        "check": {"question", "refuted_by", "window_from", "window_to", "window_open", "implies"},
        "slots": set(), "dates": set(), "quantities": set(), "places": set(),
    },
    "slots": {"text": {"value"}},
    "links": {"claims": {"claim", "other"}},
}  # fmt: skip
MODELS: dict[str, type[Record]] = {
    "articles": ArticleRecord, "entities": Entity, "mentions": Mention, "dates": DateRecord, "quantities": QuantityRecord,
    "claims": Claim, "slots": Words, "links": Link,
}  # fmt: skip
KEYS = {"articles": set[str](), "slots": {"claim", "name"}, "mentions": {"entity"}, "links": set[str]()}


@pytest.mark.parametrize("table", MODELS)
def test_sqlite_has_a_column_for_every_key_of_the_record(tmp_path: Path, table: str) -> None:
    with closing(sqlite3.connect(write(tmp_path / "out.db", []))) as db:
        columns = {name for (name,) in db.execute("SELECT name FROM pragma_table_info(?)", [table])}
    held: set[str] = {"key"} | KEYS.get(table, {"article"})
    for name in MODELS[table].model_fields:
        held |= ELSEWHERE[table].get(name, {name})

    assert columns == held


def test_sqlite_joins(tmp_path: Path) -> None:
    with closing(sqlite3.connect(write(tmp_path / "out.db", [RECORD]))) as db:
        when = (
            "SELECT claims.family, dates.value FROM claims"
            " JOIN claim_dates ON claim_dates.claim = claims.key JOIN dates ON dates.key = claim_dates.date"
        )
        assert db.execute(when).fetchall() == [("statement", "2022-02-07"), ("rarity", "1999")]
        slots = "SELECT slots.name, slots.value, quantities.value FROM slots JOIN quantities ON quantities.key = slots.quantity"
        assert db.execute(slots).fetchall() == [("amount", "five percent", 5)]
        who = "SELECT claims.id, entities.name FROM claims JOIN entities ON entities.key = claims.speaker_entity"
        assert db.execute(who).fetchall() == [("c1", "Mia Okoro"), ("c2", "Mia Okoro")]
        assert db.execute("SELECT value, typeof(value) FROM quantities").fetchall() == [(5, "integer"), ("-3", "text")]
        assert db.execute("SELECT family, article, published FROM checklist").fetchone() == (
            "statement",
            RECORD.title,
            "2022-02-08",
        )


def test_sqlite_full_text_search_follows_changes(tmp_path: Path) -> None:
    with closing(sqlite3.connect(write(tmp_path / "out.db", [RECORD]))) as db:
        search = "SELECT claims.id FROM claims_fts JOIN claims ON claims.key = claims_fts.rowid WHERE claims_fts MATCH ?"
        assert db.execute(search, ["masters"]).fetchall() == [("c3",)]  # stemmed
        db.execute("UPDATE claims SET statement = 'The ferries sank.', text = '' WHERE id = 'c3'")
        assert db.execute(search, ["masters"]).fetchall() == []
        assert db.execute(search, ["sinking OR ferry"]).fetchall() == [("c3",)]
        assert db.execute("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'harbour'").fetchone() == (1,)
        db.execute("DELETE FROM claims WHERE id = 'c3'")
        assert db.execute(search, ["ferry"]).fetchall() == []


# Whole or not at all, the same bytes each time


@pytest.mark.parametrize("name", ["out.parquet", "out.sqlite"])
def test_an_error_leaves_the_old_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"old")

    def interrupted() -> None:
        with open_whole(choose(path), path) as writer:
            writer.add(RECORD)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["out.parquet", "out.sqlite"])
def test_the_same_records_are_the_same_bytes(tmp_path: Path, name: str) -> None:
    one, two = (write(tmp_path / f"{k}{name}", [RECORD] * 3).read_bytes() for k in (1, 2))

    assert one == two


@pytest.mark.parametrize(
    ("kind", "unpack"), [("gz", gzip.decompress), ("zst", lambda data: zstandard.ZstdDecompressor().stream_reader(data).read())]
)
def test_compression(kind: str, unpack: Callable[[bytes], bytes]) -> None:
    packed = []
    for _ in range(2):
        stream = io.BytesIO()
        with compress.compressing(stream, kind) as out:
            out.write(b"line\n" * 1000)
        packed.append(stream.getvalue())

    assert packed[0] == packed[1]
    assert len(packed[0]) < 200
    assert unpack(packed[0]) == b"line\n" * 1000
