"""A user's knowledge base: what links to it, what does not, and what is said of a line that is wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from claimex.cli.app import app
from claimex.errors import BadKnowledgeBase
from claimex.names.entity import Entity, Mention, Names
from claimex.names.kb import linked, load_kb, read_kb
from claimex.spans import Extent

if TYPE_CHECKING:
    from pathlib import Path

BASE = [
    {"id": "Q1", "name": "Mina Osei", "aliases": ["Mina K. Osei", "Osei"], "label": "PERSON"},
    {"id": "Q2", "name": "Paul Osei", "aliases": ["Osei"], "label": "PERSON"},
    {"id": "Q3", "name": "Lincoln", "label": "GPE"},
    {"id": "Q4", "name": "Lincoln", "label": "PERSON"},
    {"id": "Q5", "name": "The Hill Bank", "aliases": ["HB"]},
    {"id": 6, "name": "O’Dea's Bar"},
    {"id": "Q7", "name": "Harbour Tower", "label": "FAC"},
]


def base(*rows: object) -> list[bytes]:
    return [json.dumps(row).encode() for row in rows or BASE]


def named(label: str, *names: str) -> tuple[str, Names]:
    """A text of the names, one entity that has them all."""
    mentions, at = [], 0
    for i, name in enumerate(names):
        mentions.append(Mention(Extent(at, at + len(name), i, i + 1), "name"))
        at += len(name) + 1
    return " ".join(names), Names((Entity("e1", label, max(names, key=len), None, tuple(mentions)),))


@pytest.mark.parametrize(
    ("label", "names", "id_"),
    [
        ("PERSON", ("Mina Osei",), "Q1"),
        ("PERSON", ("MINA OSEI",), "Q1"),
        ("PERSON", ("Mina  Osei", "Osei"), "Q1"),
        ("PERSON", ("Osei",), None),  # two have the alias
        ("PERSON", ("Ama Osei", "Osei"), None),  # nobody of the base; a surname alone is no proof
        ("PERSON", ("Mina Oseibonsu",), None),
        ("ORG", ("Mina Osei",), None),
        ("GPE", ("Lincoln",), "Q3"),
        ("PERSON", ("Lincoln",), "Q4"),
        ("ORG", ("Lincoln",), None),
        ("ORG", ("Hill Bank",), "Q5"),
        ("ORG", ("Hill Bank Holdings", "HB"), "Q5"),
        ("ORG", ("O'Dea’s Bar",), "6"),
        ("LOC", ("Harbour Tower",), "Q7"),
        ("EVENT", ("Harbour Tower",), None),
    ],
)
def test_entity_has_the_id_that_its_name_has(label: str, names: tuple[str, ...], id_: str | None) -> None:
    text, found = named(label, *names)

    assert [entity.kb for entity in linked(found, text, read_kb(base()))] == [id_]


def test_names_that_disagree_link_to_nothing() -> None:
    text, found = named("ORG", "Upper Mill Trust", "UMT", "Mill")
    kb = read_kb(base({"id": "a", "name": "UMT"}, {"id": "b", "name": "Mill"}))

    assert [entity.kb for entity in linked(found, text, kb)] == [None]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "not JSON"),
        ("[1]", "not an object"),
        ('{"name": "A"}', "`id`"),
        ('{"name": "A", "id": " "}', "`id`"),
        ('{"name": "A", "id": true}', "`id`"),
        ('{"id": "x"}', "`name`"),
        ('{"id": "x", "name": " "}', "`name` is empty"),
        ('{"id": "x", "name": "A", "aliases": "B"}', "`aliases`"),
        ('{"id": "x", "name": "A", "aliases": [1]}', "`aliases`"),
        ('{"id": "x", "name": "A", "label": "HUMAN"}', "`label`"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_told_with_its_number(line: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "kb.jsonl"
    path.write_bytes(base()[0] + b"\n\n" + line.encode() + b"\n")

    with pytest.raises(BadKnowledgeBase) as caught:
        load_kb(path)

    message = str(caught.value)
    assert message.startswith(f"{path}:3: ")
    assert says in message
    assert "\n" not in message


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledgeBase, match="cannot read: no such file"):
        load_kb(tmp_path / "none.jsonl")


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "kb.jsonl").write_bytes(b'{"id": "x", "name": "Caf\xe9"}\n')

    with pytest.raises(BadKnowledgeBase, match=r"kb.jsonl:1: not UTF-8 at byte 24"):
        load_kb(tmp_path / "kb.jsonl")


def test_byte_order_mark_and_same_id_twice(tmp_path: Path) -> None:
    (tmp_path / "kb.jsonl").write_bytes(
        b"\xef\xbb\xbf" + b"\n".join(base({"id": "x", "name": "A B"}, {"id": "x", "name": "a b"}))
    )
    text, found = named("ORG", "A B")

    assert [entity.kb for entity in linked(found, text, load_kb(tmp_path / "kb.jsonl"))] == ["x"]


def test_option_gives_entities_their_ids(tmp_path: Path) -> None:
    (tmp_path / "kb.jsonl").write_bytes(b"\n".join(base({"id": "m1", "name": "Petra Novak", "label": "PERSON"})))
    (tmp_path / "a.txt").write_text("Petra Novak opened a school in Ghana. She thanked the builders.\n", encoding="utf-8")

    result = CliRunner().invoke(app, ["extract", str(tmp_path / "a.txt"), "--kb", str(tmp_path / "kb.jsonl"), "--jobs", "0"])

    assert result.exit_code == 0, result.output
    entities = json.loads(result.stdout)["entities"]
    assert {entity["name"]: entity.get("kb") for entity in entities} == {"Petra Novak": "m1", "Ghana": None}
    assert [entity["name"] for entity in entities if "kb" in entity] == ["Petra Novak"]


def test_option_tells_a_bad_line_and_does_nothing(tmp_path: Path) -> None:
    (tmp_path / "kb.jsonl").write_text('{"id": 1, "name": 2}', encoding="utf-8")

    result = CliRunner().invoke(app, ["extract", str(tmp_path / "none.txt"), "--kb", str(tmp_path / "kb.jsonl")])

    assert result.exit_code == 2
    assert result.stderr == f"claimex: --kb: {tmp_path / 'kb.jsonl'}:1: `name` must be a string, `aliases` a list of strings\n"
    assert result.stdout == ""
