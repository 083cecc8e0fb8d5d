"""The options of reading on the command line, and what a run says of everything that it met."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from claimex.cli import app
from tests.inputs import PAGE, RSS, TEXT, http, warc_record

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

CLOSED = "The bridge was closed on Thursday for the first time in 12 years, the county said."
GERMAN = "Der Stadtrat hat am Montag beschlossen, die alte Brücke über den Fluss zu sperren, und zwar für zwölf Wochen."


def run(*args: str | Path, data: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(arg) for arg in args], input=data)


def records(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_command_that_reads_has_the_same_options() -> None:
    for command in ("extract", "show", "explain", "dates"):
        shown = run(command, "--help").stdout
        assert [
            option for option in ("--format", "--encoding", "--text-key", "--max-bytes", "--any-language") if option not in shown
        ] == []


def test_keys_encoding_and_format(tmp_path: Path) -> None:
    path = tmp_path / "in.dat"
    path.write_bytes(
        json.dumps({"body": CLOSED + " “Yes”", "day": "2022-02-08", "desk": "x"}, ensure_ascii=False).encode("cp1252")
    )
    result = run("extract", path, "--format", "jsonl", "--encoding", "cp1252", "--text-key", "body", "--date-key", "day")

    (record,) = records(result)
    assert (record["text"], record["meta"], record["line"]) == (CLOSED + " “Yes”", {"desk": "x"}, 1)
    assert record["published"] == {"value": "2022-02-08", "grain": "day", "how": "metadata", "evidence": "2022-02-08"}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--encoding", "rot13"], "claimex: --encoding: no encoding is named 'rot13'\n"),
        (["--format", "pdf"], "Invalid value for '--format'"),
        (["--max-bytes", "0"], "Invalid value for '--max-bytes'"),
    ],
)
def test_misuse_is_told_before_anything_is_read(args: list[str], said: str) -> None:
    result = run("extract", "none.txt", *args)

    assert result.exit_code == 2
    assert said in result.stderr


def test_an_article_that_is_not_english(tmp_path: Path) -> None:
    path, failures = tmp_path / "a.txt", tmp_path / "failures.jsonl"
    path.write_text(GERMAN, encoding="utf-8")
    result = run("extract", path, "--failures", failures)

    assert result.exit_code == 1
    assert result.stderr == f"claimex: {path}: not English: the text looks like 'de'; --any-language reads it all the same\n"
    assert json.loads(failures.read_text(encoding="utf-8"))["reason"] == "language"
    assert records(run("extract", path, "--any-language"))[0]["text"] == GERMAN


def test_a_page_on_standard_input() -> None:
    (record,) = records(run("extract", "-", "--format", "html", data=PAGE.encode()))

    assert (record["title"], record["url"], record["text"]) == (
        "Bridge closes",
        "https://echo.example/bridge",
        f"Bridge closes\n{TEXT}",
    )
    assert record["published"] == {"value": "2021-03-04", "grain": "day", "how": "metadata", "evidence": "2021-03-04"}


def test_everything_met_is_counted(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(CLOSED, encoding="utf-8")
    (tmp_path / "in/b.rss").write_text(RSS, encoding="utf-8")
    (tmp_path / "in/c.png").write_bytes(b"\x89PNG")
    (tmp_path / "in/d.warc").write_bytes(warc_record(b"x", kind="warcinfo") + warc_record(http(PAGE.encode())))
    result = run("extract", tmp_path / "in")

    assert result.exit_code == 3
    assert [record["line"] for record in records(result)] == [None, 1, 3, 2]
    assert "7 read = 4 written + 1 failed + 2 skipped" in result.stderr
