"""Choosing among claims: --min-worth, --only, --with, --without, --when, show --by; and `claimex worth`."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from claimex import resources
from claimex.choose import FACETS, FAMILIES, Choice, by_worth, choose
from claimex.cli import app
from claimex.worth.model import FILE, SUMS

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from claimex.records import ArticleRecord

TEXT = """Mayor Ann Holt said on Monday that the city will spend 3 million dollars on trams in 2023.

Rents rose by 12 percent in 2021. The river flooded for the first time since 1987. Traders are optimistic because sales grew.
"""


def run(*args: str, data: bytes | None = None) -> Result:
    return CliRunner().invoke(app, args, input=data)


@pytest.fixture(scope="module")
def record() -> ArticleRecord:
    from claimex.pipeline import extract  # noqa: PLC0415  # loads a pipeline

    return extract(TEXT, published="2022-02-08")


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "trams.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def claims(result: Result) -> list[dict[str, Any]]:
    assert (result.exit_code, result.stderr) == (0, "")
    return [claim for line in result.stdout.splitlines() for claim in json.loads(line)["claims"]]


def test_no_choice_is_the_same_record(record: ArticleRecord) -> None:
    assert choose(record, Choice()) is record


@pytest.mark.parametrize(
    ("choice", "fits"),
    [
        (Choice(only=("rarity", "change")), lambda claim: claim.family in {"rarity", "change"}),
        (Choice(min_worth=0.5), lambda claim: claim.worth >= 0.5),
        (Choice(when=("past",)), lambda claim: claim.tense == "past"),
        (Choice(when=("future", "present")), lambda claim: claim.tense != "past"),
        (Choice(with_=("number",)), lambda claim: claim.quantities),
        (Choice(with_=("date",)), lambda claim: claim.dates),
        (Choice(with_=("speaker",)), lambda claim: claim.speaker is not None),
        (Choice(without=("speaker",)), lambda claim: claim.speaker is None),
        (Choice(without=("place",)), lambda claim: not claim.places),
        (Choice(with_=("number", "speaker"), when=("future",)), lambda c: c.quantities and c.speaker and c.tense == "future"),
    ],
)
def test_only_claims_that_fit(record: ArticleRecord, choice: Choice, fits: Any) -> None:  # noqa: ANN401  # a predicate
    kept = choose(record, choice)

    wanted = [claim for claim in record.claims if fits(claim)]
    assert list(kept.claims) == wanted
    assert 0 < len(wanted) < len(record.claims) or choice.without == ("place",)
    assert (kept.entities, kept.dates, kept.quantities) == (record.entities, record.dates, record.quantities)


def test_about_a_person_by_name(record: ArticleRecord) -> None:
    kept = choose(record, Choice(with_=("person",)))

    named = {entity.id for entity in record.entities if entity.label == "PERSON"}
    assert kept.claims
    assert all(claim.subject is not None and claim.subject.entity in named for claim in kept.claims)


def test_links_to_claims_that_are_gone_go_too() -> None:
    from claimex.pipeline import extract  # noqa: PLC0415

    text = "The fair drew 4,000 visitors on Sunday. Police said the fair drew 9,000 visitors on Sunday."
    whole = extract(text, published="2022-02-08")
    assert whole.links

    linked = {claim.family for claim in whole.claims for link in whole.links if claim.id in link.claims}

    assert choose(whole, Choice(only=tuple(linked))).links == whole.links
    assert choose(whole, Choice(only=("role",))).links == ()
    assert choose(whole, Choice(without=("speaker",))).links == ()


def test_worthiest_first(record: ArticleRecord) -> None:
    worths = [claim.worth for claim in by_worth(record).claims]

    assert worths == sorted(worths, reverse=True)
    assert worths != [claim.worth for claim in record.claims]
    assert {claim.id for claim in by_worth(record).claims} == {claim.id for claim in record.claims}


def test_options_of_extract(article: str) -> None:
    every = claims(run("extract", article, "--published", "2022-02-08"))

    both = run(
        "extract", article, "--published", "2022-02-08", "--only", "rarity,change", "--only", "Quantity", "--with", "number"
    )
    assert claims(both) == [c for c in every if c["family"] in {"rarity", "change", "quantity"} and c["quantities"]]
    worthy = run("extract", article, "--published", "2022-02-08", "--min-worth", "0.5", "--when", "past", "--without", "speaker")
    assert claims(worthy) == [c for c in every if c["worth"] >= 0.5 and c["tense"] == "past" and c["speaker"] is None]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--only", "rarity,rumour"), "--only: 'rumour' is none of rarity, "),
        (("--only", ""), "--only: '' is none of rarity, "),
        (("--with", "numbers"), "--with: 'numbers' is none of number, date, place, speaker, person"),
        (("--without", "colour"), "--without: 'colour' is none of number, "),
        (("--when", "yesterday"), "--when: 'yesterday' is none of past, present, future"),
        (("--min-worth", "1.5"), "--min-worth: 1.5 is not between 0 and 1"),
        (("--min-worth", "nan"), "--min-worth: nan is not between 0 and 1"),
        (("--with", "date", "--without", "date"), "--with and --without: 'date' is in both"),
    ],
)
def test_unknown_names_are_misuse(article: str, args: tuple[str, ...], said: str) -> None:
    result = run("extract", article, *args)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"claimex: {said}")
    assert result.stderr.count("\n") == 1


def test_every_family_and_facet_is_known() -> None:
    assert len(FAMILIES) == 11
    assert list(FACETS) == ["number", "date", "place", "speaker", "person"]


def test_show_by_worth(article: str) -> None:
    place = run("show", article, "--published", "2022-02-08")
    worth = run("show", article, "--published", "2022-02-08", "--by", "worth")

    assert (worth.exit_code, worth.stderr) == (0, "")
    assert worth.stdout != place.stdout
    assert sorted(worth.stdout.split("\n")) == sorted(place.stdout.split("\n"))


def test_worth_of_lines_and_of_records(tmp_path: Path) -> None:
    path = tmp_path / "said.jsonl"
    path.write_text('{"id": "a", "text": "Taxes rose by 20 percent in 2010."}\n{"text": "Thank you."}\n', encoding="utf-8")
    result = run("worth", str(path))
    plain = run("worth", "-", data=b"Taxes rose by 20 percent in 2010.\r\n\n  Thank you.\n")

    assert (result.exit_code, result.stderr, plain.exit_code, plain.stderr) == (0, "", 0, "")
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert list(first) == ["id", "text", "worth", "worthy", "why"]
    assert (first["id"], second["id"]) == ("a", "2")
    assert (first["worthy"], second["worthy"]) == (True, False)
    lines = [json.loads(line) for line in plain.stdout.splitlines()]
    assert [line | {"id": ""} for line in lines] == [line | {"id": ""} for line in (first, second)]
    assert [line["id"] for line in lines] == ["1", "3"]


def test_a_bad_line_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    path = tmp_path / "said.jsonl"
    path.write_text('{"id": "a", "text": "Taxes rose."}\n{"id": "b"}\n{broken\n', encoding="utf-8")
    result = run("worth", str(path))

    assert result.exit_code == 3
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a"]
    assert result.stderr.count("\n") == 2


def test_nothing_to_read(tmp_path: Path) -> None:
    assert run("worth", "-", data=b"").exit_code == 0
    missing = run("worth", str(tmp_path / "none.txt"))
    assert (missing.exit_code, missing.stdout, missing.stderr.count("\n")) == (1, "", 1)


def test_a_broken_model_ends_every_command(article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    models = tmp_path / "models"
    shutil.copytree(resources.resource("models"), models)
    (models / "worth" / FILE).write_bytes(b"x")
    monkeypatch.setattr("claimex.worth.model.resource", tmp_path.joinpath)

    for command in (["worth", article], ["extract", article, "--jobs", "0"], ["show", article]):
        result = run(*command)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "truncated or altered" in result.stderr
        assert result.stderr.count("\n") == 1
    (models / "worth" / SUMS).unlink()
    assert "missing" in run("worth", article).stderr
