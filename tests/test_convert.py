"""claimex's output in other formats: every offset gives its words back, and every format is what its reader expects."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import urlsplit
from uuid import UUID

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import spacy
import zstandard
from spacy.tokens import DocBin
from typer.testing import CliRunner

from claimex.cli import app
from claimex.cli.convert import Target
from claimex.convert import formats
from claimex.convert.load import load_records
from claimex.convert.marks import ALL_GROUPS, marks
from claimex.convert.tokens import english, tokenised
from claimex.records import ArticleRecord, EntityLabel, FamilyName
from claimex.write.jsonl import claim_lines, dump, to_utf16
from tests.made_records import TEXT, made_record

if TYPE_CHECKING:
    from click.testing import Result

RECORD = made_record()
WITH_URL = made_record(id="a2", url="https://example.org/ferry?x=1")


def convert(*args: str, data: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["convert", *args], input=data)


def converted(to: str, *args: str, records: tuple[ArticleRecord, ...] = (RECORD, WITH_URL)) -> str:
    """What is written to standard output for the records."""
    result = convert("-", "--to", to, *args, data="".join(dump(record) + "\n" for record in records).encode())
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def lines(to: str, *args: str, records: tuple[ArticleRecord, ...] = (RECORD, WITH_URL)) -> list[dict[str, Any]]:
    return [json.loads(line) for line in converted(to, *args, records=records).splitlines()]


def test_the_command_line_names_all_formats() -> None:
    assert sorted(Target) == sorted(formats.FORMATS)


def test_jsonl_stays_as_it_is_and_claims_are_lines() -> None:
    assert converted("jsonl") == dump(RECORD) + "\n" + dump(WITH_URL) + "\n"
    assert converted("claims", records=(RECORD,)).splitlines() == list(claim_lines(RECORD))


# Linked data


def test_schema_org_has_the_article_and_its_claims() -> None:
    one, two = lines("schema-org")
    article, *claims = one["@graph"]

    assert one["@context"] == "https://schema.org"
    assert article == {
        "@type": "NewsArticle", "@id": article["@id"], "identifier": "a1", "headline": "🚢 Ferry fares rise",
        "datePublished": "2022-02-08", "inLanguage": "en",
    }  # fmt: skip
    assert article["@id"].startswith("ni:///sha-256;")
    assert (two["@graph"][0]["@id"], two["@graph"][0]["url"]) == (WITH_URL.url, WITH_URL.url)
    assert [claim["@type"] for claim in claims] == ["Claim"] * 3
    assert all(claim["appearance"] == {"@id": article["@id"]} for claim in claims)
    assert claims[1]["author"] == {"@type": "Person", "name": "Mia Okoro"}
    assert claims[2]["about"] == {"@type": "Person", "name": "Mia Okoro"}
    assert claims[2]["isBasedOn"]["text"] == "Okoro is the first harbour master since 1999"
    assert claims[0]["temporalCoverage"] == "2022-02-07"
    assert "ClaimReview" not in json.dumps(one)


def test_iris_are_the_same_each_time_and_one_for_each_claim() -> None:
    iris = [claim["@id"] for document in lines("schema-org") for claim in document["@graph"][1:]]

    assert len(set(iris)) == len(iris) == 6
    assert [UUID(urlsplit(iri).path.removeprefix("uuid:")).version for iri in iris] == [5] * 6
    assert converted("schema-org") == converted("schema-org")


def test_web_annotations_select_the_words() -> None:
    for page, source in zip(lines("web-annotation"), (None, WITH_URL.url), strict=True):
        assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
        assert [item["type"] for item in page["items"]] == ["Annotation"] * 3
        for item, claim in zip(page["items"], RECORD.claims, strict=True):
            quote, position = item["target"]["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert TEXT[position["start"] : position["end"]] == quote["exact"] == claim.text
            assert TEXT[: position["start"]].endswith(quote["prefix"])
            assert TEXT[position["end"] :].startswith(quote["suffix"])
            assert source in {None, item["target"]["source"]}
            assert [body["purpose"] for body in item["body"]] == ["classifying", "describing", "questioning"]
            assert {body["type"] for body in item["body"]} == {"TextualBody"}


# Annotation tools


def every_mark(*groups: str) -> list[tuple[str, int, int]]:
    return [(mark.label, mark.start, mark.end) for mark in marks(RECORD, groups or ALL_GROUPS)]


ALL = ",".join(ALL_GROUPS)


def test_marks_by_default_are_claims_and_what_they_are_made_of() -> None:
    labels = [span["label"] for span in lines("prodigy")[0]["spans"]]

    assert sorted(labels) == sorted(
        ["statement", "change", "rarity", "PERSON", "PERSON", "PERSON", "ORG", "DATE", "DATE", "QUANTITY", "QUANTITY"]
    )


def test_label_studio_is_a_list_of_tasks_with_predictions() -> None:
    one, two = json.loads(converted("label-studio", "--marks", ALL))
    (prediction,) = one["predictions"]
    regions = [item for item in prediction["result"] if item["type"] == "labels"]
    relations = [item for item in prediction["result"] if item["type"] == "relation"]

    assert one["data"] == {"text": TEXT, "article_id": "a1", "title": RECORD.title, "published": "2022-02-08"}
    assert two["data"]["url"] == WITH_URL.url
    assert [(*region["value"]["labels"], region["value"]["start"], region["value"]["end"]) for region in regions] == every_mark()
    assert all(TEXT[region["value"]["start"] : region["value"]["end"]] == region["value"]["text"] for region in regions)
    assert {(region["from_name"], region["to_name"]) for region in regions} == {("label", "text")}
    ids = {region["id"] for region in regions}
    assert len(ids) == len(regions)
    assert ("c2", "c2.amount", "amount") in {(item["from_id"], item["to_id"], *item["labels"]) for item in relations}
    assert {item[end] for item in relations for end in ("from_id", "to_id")} <= ids


def test_label_studio_of_nothing_is_an_empty_list() -> None:
    assert json.loads(converted("label-studio", records=())) == []


def test_doccano_entities_and_relations() -> None:
    one, two = lines("doccano", "--marks", ALL)
    ids = [entity["id"] for line in (one, two) for entity in line["entities"]]
    by_id = {entity["id"]: entity for entity in one["entities"]}

    assert one["text"] == TEXT
    assert [(entity["label"], entity["start_offset"], entity["end_offset"]) for entity in one["entities"]] == every_mark()
    assert len(set(ids)) == len(ids)
    amount = next(relation for relation in one["relations"] if relation["type"] == "amount")
    assert (by_id[amount["from_id"]]["label"], by_id[amount["to_id"]]["label"]) == ("change", "amount")


def test_relations_need_both_ends() -> None:
    assert lines("doccano")[0]["relations"] == []
    assert lines("doccano", "--marks", "subjects,slots")[0]["relations"] == []
    assert {relation["type"] for relation in lines("doccano", "--marks", "claims,subjects")[0]["relations"]} == {"subject"}


def test_prodigy_tokens_fit_the_spans() -> None:
    (task,) = lines("prodigy", "--marks", ALL, records=(RECORD,))
    tokens = task["tokens"]

    assert "".join(token["text"] + " " * token["ws"] for token in tokens) == task["text"] == TEXT
    assert [token["id"] for token in tokens] == list(range(len(tokens)))
    assert all(TEXT[token["start"] : token["end"]] == token["text"] for token in tokens)
    assert [(span["label"], span["start"], span["end"]) for span in task["spans"]] == every_mark()
    for span in task["spans"]:
        assert tokens[span["token_start"]]["start"] == span["start"]
        assert tokens[span["token_end"]]["end"] == span["end"]


def test_tokens_part_where_a_mark_does() -> None:
    doc = tokenised(english(), "The homemade cake.", {4, 8})

    assert [token.text for token in doc] == ["The", "home", "made", "cake", "."]
    assert doc.text == "The homemade cake."


@pytest.mark.parametrize("text", ["", " ", "a\n\n b", "🚢🚢", "\t\tTabs  and   spaces \n"])
def test_tokens_keep_the_text(text: str) -> None:
    assert tokenised(english(), text, range(len(text))).text == text


# brat


@pytest.fixture
def brat(tmp_path: Path) -> Path:
    source = written(tmp_path, RECORD, WITH_URL)
    result = convert(str(source), "--to", "brat", "-o", str(tmp_path / "brat"))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    return tmp_path / "brat"


def written(folder: Path, *records: ArticleRecord) -> Path:
    path = folder / "out.jsonl"
    path.write_text("".join(dump(record) + "\n" for record in records), encoding="utf-8")
    return path


def standoff(folder: Path) -> dict[str, list[str]]:
    """The fields after the id, by id, of the first article's annotations."""
    rows = (folder / "000001-a1.ann").read_text(encoding="utf-8").splitlines()
    return {row.split("\t")[0]: row.split("\t")[1:] for row in rows}


def test_brat_files_go_together(brat: Path) -> None:
    assert sorted(path.name for path in brat.iterdir()) == [
        "000001-a1.ann", "000001-a1.txt", "000002-a2.ann", "000002-a2.txt", "annotation.conf",
    ]  # fmt: skip
    assert (brat / "000001-a1.txt").read_bytes().decode() == TEXT


def test_brat_text_bounds_give_their_words_and_hold_no_line_break(brat: Path) -> None:
    bounds = {id_: row for id_, row in standoff(brat).items() if id_.startswith("T")}
    places = {}
    for id_, (head, words) in bounds.items():
        label, offsets = head.split(" ", 1)
        pieces = [tuple(map(int, piece.split())) for piece in offsets.split(";")]
        assert " ".join(TEXT[start:end] for start, end in pieces) == words
        assert not any("\n" in TEXT[start:end] for start, end in pieces)
        places[id_] = (label, pieces)

    assert len(bounds) == len(marks(RECORD))
    rose = TEXT.index("rose by")
    assert ("clause", [(rose, rose + 7), (rose + 8, rose + 20)]) in places.values()


def test_brat_claims_are_events(brat: Path) -> None:
    rows = standoff(brat)
    events = {id_: row[0].split() for id_, row in rows.items() if id_.startswith("E")}

    assert len(events) == 3
    for trigger, *arguments in events.values():
        family, bound = trigger.split(":")
        assert rows[bound][0].split()[0] == family  # brat: a trigger has the type of its event
        assert all(argument.split(":")[1] in rows for argument in arguments)
    assert rows["A1"] == ["polarity E1 affirmed"]
    assert rows["#2"] == ["AnnotatorNotes E2", "=cmd|' /C calc'!A0"]


def test_brat_configuration_names_every_type(brat: Path) -> None:
    conf = (brat / "annotation.conf").read_text(encoding="utf-8")
    sections = {part.split("]")[0]: part.split("]\n")[1].splitlines() for part in re.split(r"^\[", conf, flags=re.MULTILINE)[1:]}
    rows = standoff(brat)
    events = {row[0].split(":")[0] for id_, row in rows.items() if id_.startswith("E")}
    triggers = {row[0].split()[0].split(":")[1] for id_, row in rows.items() if id_.startswith("E")}
    entities = {row[0].split()[0] for id_, row in rows.items() if id_.startswith("T") and id_ not in triggers}

    assert list(sections) == ["entities", "relations", "events", "attributes"]
    assert entities <= set(sections["entities"])
    assert not set(sections["entities"]) & set(get_args(FamilyName))
    assert events <= {line.split("\t")[0] for line in sections["events"] if line} == set(get_args(FamilyName))
    assert "amount?:<ENTITY>" in next(line for line in sections["events"] if line.startswith("change"))


def test_brat_does_not_write_into_a_folder_with_files(brat: Path) -> None:
    result = convert(str(brat.parent / "out.jsonl"), "--to", "brat", "-o", str(brat))

    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "exists already" in result.stderr


# Files


def test_a_docbin_holds_docs_with_spans(tmp_path: Path) -> None:
    assert convert(str(written(tmp_path, RECORD, WITH_URL)), "-o", str(tmp_path / "out.spacy")).exit_code == 0
    doc, other = DocBin().from_disk(tmp_path / "out.spacy").get_docs(spacy.blank("en").vocab)

    assert doc.text == other.text == TEXT
    assert set(doc.spans) == set(ALL_GROUPS)
    for group in ALL_GROUPS:
        found = [(span.label_, span.start_char, span.end_char, span.id_) for span in doc.spans[group]]
        assert found == [(mark.label, mark.start, mark.end, mark.id) for mark in marks(RECORD, (group,))]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Ferry", "ORG"), ("Mia Okoro", "PERSON"), ("Okoro", "PERSON")]
    assert [sentence.start_char for sentence in doc.sents] == [sentence.start for sentence in RECORD.sentences]
    record = ArticleRecord.model_validate_json(doc.user_data["claimex"])
    assert record == RECORD.model_copy(update={"text": None})


def test_a_docbin_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    source = str(written(tmp_path, RECORD))
    made = []
    for seed in ("1", "2"):
        args = [sys.executable, "-m", "claimex", "convert", source, "-o", str(tmp_path / f"{seed}.spacy")]
        subprocess.run(args, check=True, env=os.environ | {"PYTHONHASHSEED": seed})  # noqa: S603  # our own command
        made.append((tmp_path / f"{seed}.spacy").read_bytes())

    assert made[0] == made[1]


def test_parquet_and_sqlite_by_suffix(tmp_path: Path) -> None:
    source = str(written(tmp_path, RECORD))

    assert convert(source, "-o", str(tmp_path / "out.parquet")).exit_code == 0
    assert convert(source, "-o", str(tmp_path / "out.db")).exit_code == 0
    assert pq.read_table(tmp_path / "out.parquet").num_rows == 1
    assert (tmp_path / "out.db").read_bytes().startswith(b"SQLite format 3")


def test_compressed_in_and_out(tmp_path: Path) -> None:
    packed = tmp_path / "out.jsonl.zst"
    packed.write_bytes(zstandard.compress(written(tmp_path, RECORD).read_bytes()))

    assert convert(str(packed), "-o", str(tmp_path / "out.csv.gz")).exit_code == 0
    assert convert(str(packed), "-o", str(tmp_path / "again.jsonl.gz")).exit_code == 0
    assert convert(str(packed), "-o", str(tmp_path / "again.jsonl.zst")).exit_code == 0
    assert gzip.decompress((tmp_path / "out.csv.gz").read_bytes()).startswith(b'"article_id"')
    assert list(load_records(tmp_path / "again.jsonl.gz")) == list(load_records(tmp_path / "again.jsonl.zst")) == [RECORD]


def test_parquet_is_read_as_a_file_and_as_a_folder(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    for name, record in (("b", WITH_URL), ("a", RECORD)):
        part = tmp_path / "records" / f"part-{name}.parquet"
        assert convert(str(written(tmp_path, record)), "-o", str(part)).exit_code == 0

    assert list(load_records(tmp_path / "records" / "part-b.parquet")) == [WITH_URL]
    assert convert(str(tmp_path / "records"), "--to", "jsonl").stdout == dump(RECORD) + "\n" + dump(WITH_URL) + "\n"


def test_parquet_that_is_not_claimex_output(tmp_path: Path) -> None:
    path = tmp_path / "other.parquet"
    pq.write_table(pa.table({"text": ["An article."]}), path)
    assert convert(str(path), "--to", "csv").stderr == f"claimex: {path}: not claimex output: there is no column 'schema'\n"
    path.write_bytes(b"no table")
    assert convert(str(path), "--to", "csv").stderr.startswith(f"claimex: {path}: not Parquet: ")
    assert convert(str(tmp_path / "none.parquet"), "--to", "csv").stderr.startswith(
        f"claimex: {tmp_path / 'none.parquet'}: cannot read: "
    )
    (tmp_path / "empty").mkdir()
    assert convert(str(tmp_path / "empty"), "--to", "csv").stderr.endswith(": no Parquet files are in the folder\n")


# What cannot be done


@pytest.mark.parametrize("to", ["web-annotation", "label-studio", "doccano", "prodigy"])
def test_utf16_offsets_become_code_points(to: str) -> None:
    assert converted(to, records=(to_utf16(RECORD),)) == converted(to, records=(RECORD,))


NEED = ["web-annotation", "label-studio", "doccano", "prodigy", "spacy", "brat"]


@pytest.mark.parametrize("to", NEED)
def test_a_record_without_text_where_it_is_needed(to: str, tmp_path: Path) -> None:
    source = tmp_path / "out.jsonl"
    source.write_text(dump(RECORD) + "\n" + dump(RECORD, text=False) + "\n", encoding="utf-8")
    result = convert(str(source), "--to", to, "-o", str(tmp_path / "out"))

    assert result.exit_code == 1
    assert result.stderr.startswith("claimex: ferry.txt (a1): the record has no text, which ")
    assert result.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize("to", sorted(set(formats.LINES) - set(NEED)))
def test_a_record_without_text_where_it_is_not(to: str) -> None:
    assert converted(to, records=(made_record(text=None),))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not claimex output: not a line of JSON"),
        ("\udcff", "not claimex output: not a line of JSON"),
        ("[1]", "not claimex output: not a JSON object"),
        ('{"text": "An article."}', 'not claimex output: there is no key "schema"'),
        ('{"schema": "claimex/9"}', "the schema is 'claimex/9'; this version of claimex reads 'claimex/1'"),
        ('{"schema": "claimex/1"}', 'not claimex output: key "id": field required'),
        (next(claim_lines(RECORD)), "a claim, not an article: this reads what `claimex extract` writes without `--per claim`"),
        ("[" * 100_000, "not claimex output: not a line of JSON"),
    ],
)
def test_what_is_no_output_of_claimex(line: str, message: str) -> None:
    data = f"{dump(RECORD)}\n\n{line}\n".encode("utf-8", "surrogateescape")
    result = convert("-", "--to", "csv", data=data)

    assert (result.exit_code, result.stderr) == (1, f"claimex: -:3: {message}\n")


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("dates", [], "claim c1 uses 'd1', which is not among the dates"),
        ("quantities", [], "claim c2 uses 'q1', which is not among the quantities"),
        ("entities", [], "claim c1 uses 'e1', which is not among the entities"),
        ("links", [{"kind": "repeats", "claims": ["c1", "c9"], "why": ""}], "a link uses 'c9', which is not among the claims"),
    ],
)
def test_ids_that_name_nothing(key: str, value: Any, message: str) -> None:  # noqa: ANN401  # any JSON
    result = convert("-", "--to", "csv", data=dump(made_record(**{key: value})).encode())

    assert (result.exit_code, result.stderr) == (1, f"claimex: -:1: not as claimex wrote it: {message}\n")


@pytest.mark.parametrize("to", NEED)
def test_a_text_that_was_changed(to: str, tmp_path: Path) -> None:
    source = written(tmp_path, made_record(text="A" + TEXT))
    result = convert(str(source), "--to", to, "-o", str(tmp_path / "out"))

    assert result.exit_code == 1
    assert result.stderr == "claimex: ferry.txt (a1): not as claimex wrote it: 'Mia Okoro' is not at 33-42 of its text\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["-"], "--to says which format to write: jsonl, claims, csv"),
        (["-", "--to", "parquet"], "parquet cannot be written to standard output; -o names a file"),
        (["-", "--to", "brat"], "brat cannot be written to standard output; -o names a folder"),
        (["-", "-o", "none.db.gz"], "none.db.gz: sqlite cannot be written compressed"),
        (["-", "--to", "doccano", "--marks", "claims,verbs"], "no marks are named 'verbs'; there are claims, cues, "),
    ],
)
def test_misuse(args: list[str], message: str) -> None:
    result = convert(*args, data=b"")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"claimex: {message}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["none.jsonl", "none.jsonl.gz"])
def test_no_such_file(name: str) -> None:
    result = convert(name, "--to", "csv")

    assert (result.exit_code, result.stderr) == (1, f"claimex: {name}: cannot read: no such file or directory\n")


@pytest.mark.parametrize(("name", "data"), [("a.gz", b"no gzip"), ("b.gz", gzip.compress(b"x" * 999)[:-9]), ("c.zst", b"no zst")])
def test_damaged_compression_is_one_line(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    result = convert(str(tmp_path / name), "--to", "csv")

    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert result.stderr.startswith(f"claimex: {tmp_path / name}: ")


def test_the_input_is_not_overwritten(tmp_path: Path) -> None:
    source = written(tmp_path, RECORD)
    result = convert(str(source), "--to", "jsonl", "-o", str(source))

    assert (result.exit_code, source.stat().st_size > 0) == (2, True)


def test_an_output_that_is_there_is_kept_unless_forced(tmp_path: Path) -> None:
    source, out = written(tmp_path, RECORD), tmp_path / "out.csv"
    out.write_text("mine", encoding="utf-8")

    refused = convert(str(source), "-o", str(out))
    assert (refused.exit_code, refused.stderr) == (2, f"claimex: {out} is there already; --force writes it anew\n")
    assert out.read_text(encoding="utf-8") == "mine"
    assert convert(str(source), "-o", str(out), "--force").exit_code == 0
    assert out.read_bytes().startswith(b'"article_id"')


def test_the_labelling_set_up_in_the_docs_has_every_label() -> None:
    page = (Path(__file__).parent.parent / "docs" / "outputs.md").read_text(encoding="utf-8")
    named = set(re.findall(r'<Label value="([A-Za-z_]+)"', page))

    assert set(get_args(FamilyName)) | set(get_args(EntityLabel)) | {"DATE", "TIME", "DURATION", "SET", "QUANTITY"} <= named
