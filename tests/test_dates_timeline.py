"""`claimex dates`: the order of the time line, the words around a date, the table and the lines of JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from claimex.cli import app
from claimex.pipeline import Extractor
from claimex.read.article import Article
from claimex.write.timeline import NARROW, around, print_timeline, timeline, timeline_lines

if TYPE_CHECKING:
    from pathlib import Path

    from claimex.records import ArticleRecord

TEXT = (
    "The port opened in 1995. It was built on the ruins of a fort of 490 BC.\nDockers walked out on Monday for three days.\n"
    "Work began in May 1995, and by the end of 1995 it was done. Nobody has been paid since then.\n"
)
IN_ORDER = ["490 BC", "1995", "then", "May 1995", "the end of 1995", "Monday", "three days"]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="module")
def record(extractor: Extractor) -> ArticleRecord:
    return extractor.extract_one(Article(text=TEXT, source="port.txt"), published="2022-02-08")


def test_dates_stand_in_order_of_time_and_those_without_days_last(record: ArticleRecord) -> None:
    assert [date.text for date in timeline(record)] == IN_ORDER


def test_the_words_around_a_date_stay_in_its_paragraph(record: ArticleRecord) -> None:
    found = {date.text: around(record, date) for date in record.dates}

    assert found["490 BC"] == ("It was built on the ruins of a fort of ", ".")
    assert found["three days"] == ("Dockers walked out on Monday for ", ".")


def test_the_table_has_a_row_a_date(record: ArticleRecord) -> None:
    head, columns, *rows = print_timeline(record, colour=False, width=160).splitlines()

    assert head == 'port.txt: published 2022-02-08 (given: "2022-02-08"); 7 dates'
    assert columns.split() == ["days", "value", "counted", "from", "words"]
    assert [row.partition("[")[2].partition("]")[0] for row in rows] == IN_ORDER
    assert rows[0].startswith("-0489-01-01 to -0489-12-31")
    assert "2022-02-07" in rows[5]
    assert "published" in rows[5]
    assert rows[2].count("the end of 1995") == 1  # what "then" was counted from


@pytest.mark.parametrize("width", [20, 40, NARROW - 1, NARROW, 100])
def test_every_width_shows_every_date(record: ArticleRecord, width: int) -> None:
    page = print_timeline(record, colour=False, width=width)

    assert max(map(len, page.splitlines())) <= width
    assert "\x1b" not in page
    assert page.replace("\n", " ").count("[") == len(IN_ORDER)


def test_colour_only_where_it_is_asked_for(record: ArticleRecord) -> None:
    assert "\x1b[" in print_timeline(record, colour=True, width=100)


def test_json_has_the_record_s_keys_the_article_and_the_words_around(record: ArticleRecord) -> None:
    lines = [json.loads(line) for line in timeline_lines(record)]

    assert [line["text"] for line in lines] == IN_ORDER
    assert lines[1]["article"] == {
        "id": record.id, "source": "port.txt", "title": None, "url": None,
        "published": {"value": "2022-02-08", "grain": "day", "how": "given", "evidence": "2022-02-08"},
    }  # fmt: skip
    assert (lines[1]["from"], lines[1]["to"]) == ("1995-01-01", "1995-12-31")
    assert TEXT[lines[1]["start"] : lines[1]["end"]] == "1995"
    assert (lines[1]["before"], lines[1]["after"]) == ("The port opened in ", ". It was built on the ruins of a fort")


def test_the_article_cannot_drive_the_terminal(extractor: Extractor) -> None:
    found = extractor.extract_one(Article(text="It shut in\x1b[31m 1995 for\x07 good.", source="a\x1b[31m.txt"))

    assert not set("\x1b\x07") & set(print_timeline(found, colour=False, width=80))


def test_several_articles_and_a_missing_one(tmp_path: Path) -> None:
    path = tmp_path / "port.jsonl"
    path.write_text('{"id": "a", "text": "It opened in 1995."}\n{"id": "b", "text": "Nothing."}\n', encoding="utf-8")
    plain = CliRunner().invoke(app, ["dates", str(path)])
    lines = CliRunner().invoke(app, ["dates", str(path), str(tmp_path / "none.txt"), "--json"])

    assert plain.exit_code == 0
    assert "1 date\n" in plain.stdout
    assert "no dates found" in plain.stdout
    assert [json.loads(line)["article"]["id"] for line in lines.stdout.splitlines()] == ["a"]
    assert (lines.exit_code, lines.stderr) == (3, f"claimex: {tmp_path / 'none.txt'}: no such file\n")
