"""extract -o and --to: every format from the command, and the same data in each."""

from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from claimex.cli import app
from claimex.write.arrow import from_row
from claimex.write.jsonl import dump

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

TEXT = "Bakers in Porto went on strike on Friday. It is their first strike in 9 years, the union said.\n"


def extract(folder: Path, *args: str) -> Result:
    (folder / "strike.txt").write_text(TEXT, encoding="utf-8")
    return CliRunner().invoke(
        app, ["extract", str(folder / "strike.txt"), "--published", "2022-02-08", "--jobs", "0", "-q", *args]
    )


def test_all_formats_say_the_same(tmp_path: Path) -> None:
    line = extract(tmp_path).stdout
    claims = [claim["id"] for claim in json.loads(line)["claims"]]
    for name in ("out.parquet", "out.db", "out.csv.gz"):
        assert extract(tmp_path, "-o", str(tmp_path / name)).exit_code == 0

    (row,) = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert dump(from_row(row)) + "\n" == line
    with closing(sqlite3.connect(tmp_path / "out.db")) as db:
        assert [id_ for (id_,) in db.execute("SELECT id FROM claims ORDER BY key")] == claims
        assert db.execute("SELECT text FROM articles").fetchall() == [(TEXT,)]
    rows = gzip.decompress((tmp_path / "out.csv.gz").read_bytes()).decode().splitlines()
    assert [row.split(",")[6] for row in rows] == ['"claim_id"', *(f'"{id_}"' for id_ in claims)]


def test_the_format_can_be_named(tmp_path: Path) -> None:
    assert extract(tmp_path, "--to", "csv").stdout.startswith('"article_id",')
    assert extract(tmp_path, "--to", "csv", "-o", str(tmp_path / "out.txt")).exit_code == 0
    assert (tmp_path / "out.txt").read_bytes().startswith(b'"article_id",')


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--to", "parquet"], "claimex: parquet cannot be written to standard output; -o names a file\n"),
        (["--to", "sqlite", "--per", "claim", "-o", "x"],
         "claimex: --per claim is for jsonl; sqlite holds the claims of each article already\n"),
        (["-o", "x.parquet.gz"], "claimex: x.parquet.gz: parquet cannot be written as .gz: it has to be read from any place\n"),
    ],
)  # fmt: skip
def test_misuse_is_told_before_anything_is_read(tmp_path: Path, args: list[str], message: str) -> None:
    result = extract(tmp_path, *args)

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)
