"""claimex diff: which claims came, went or changed, whatever moved around them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from claimex.cli import app
from claimex.diff.changes import KEYS
from claimex.diff.pairs import pair_articles, pair_claims
from claimex.diff.seen import SeenArticle, SeenClaim, seen
from claimex.write.jsonl import dump
from tests.made_records import TEXT, made_record

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from claimex.records import ArticleRecord

RECORD = made_record()
ALL_THE_SAME = "claimex: 1 articles (0 came, 0 went, 0 changed); claims: 0 came, 0 went, 0 changed, 3 the same\n"


def diff(folder: Path, old: list[ArticleRecord], new: list[ArticleRecord], *args: str) -> Result:
    for name, records in (("old", old), ("new", new)):
        (folder / f"{name}.jsonl").write_text("".join(dump(record) + "\n" for record in records), encoding="utf-8")
    return CliRunner().invoke(app, ["diff", str(folder / "old.jsonl"), str(folder / "new.jsonl"), *args])


def found(result: Result) -> list[tuple[str, str, str | None]]:
    """What, how and which claim of each line of --json."""
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    return [(line["what"], line["kind"], line["claim"] and line["claim"]["id"]) for line in lines]


def changed_claim(number: int, **more: Any) -> ArticleRecord:  # noqa: ANN401  # fields by name
    claims = [claim.model_dump() for claim in RECORD.claims]
    claims[number] |= more
    return made_record(claims=claims)


def test_the_same_is_exit_0_and_says_so_on_stderr(tmp_path: Path) -> None:
    result = diff(tmp_path, [RECORD], [RECORD])

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", ALL_THE_SAME)


def test_a_changed_key_is_told_with_both_values(tmp_path: Path) -> None:
    result = diff(tmp_path, [RECORD], [changed_claim(2, tense="future")])

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "a1 ferry.txt:4 🚢 Ferry fares rise",
        "~ rarity c3: Okoro is the first harbour master since 1999.",
        '    tense: "past" -> "future"',
    ]


def test_json_holds_the_old_and_new_value(tmp_path: Path) -> None:
    slots = RECORD.claims[2].model_dump()["slots"] | {"rank": 4}
    (line,) = diff(tmp_path, [RECORD], [changed_claim(2, slots=slots)], "--json").stdout.splitlines()

    assert json.loads(line) == {
        "what": "claim", "kind": "changed",
        "article": {"id": "a1", "source": "ferry.txt", "line": 4, "title": "🚢 Ferry fares rise"},
        "claim": {"id": "c3", "family": "rarity", "start": RECORD.claims[2].start, "end": RECORD.claims[2].end,
                  "text": RECORD.claims[2].text, "statement": "Okoro is the first harbour master since 1999."},
        "keys": {"slots.rank": {"old": 3, "new": 4}},
    }  # fmt: skip


def test_claims_that_came_and_went(tmp_path: Path) -> None:
    fewer = made_record(claims=[claim.model_dump() for claim in RECORD.claims[1:]], links=[])

    assert found(diff(tmp_path, [RECORD], [fewer], "--json")) == [("claim", "went", "c1")]
    assert found(diff(tmp_path, [fewer], [RECORD], "--json")) == [("claim", "came", "c1")]


def test_ignored_keys_are_not_compared(tmp_path: Path) -> None:
    other = changed_claim(2, worth=0.9, worth_why=["more"])

    assert diff(tmp_path, [RECORD], [other]).exit_code == 1
    assert diff(tmp_path, [RECORD], [other], "--ignore", "worth, worth_why").exit_code == 0


def shifted(by: str, **more: Any) -> ArticleRecord:  # noqa: ANN401  # fields by name
    """The record of the text with some words before it: every place moves, and every id of a claim."""

    def moved(value: Any) -> Any:  # noqa: ANN401  # any JSON
        if isinstance(value, list | tuple):
            return [moved(item) for item in value]
        if isinstance(value, dict):
            return {k: v + len(by) if k in {"start", "end"} and isinstance(v, int) else moved(v) for k, v in value.items()}
        return value

    data = {
        k: moved(v) for k, v in RECORD.model_dump().items() if k in {"sentences", "entities", "dates", "quantities", "claims"}
    }
    data["claims"] = [claim | {"id": f"{claim['id']}x"} for claim in data["claims"]]
    links = [{"kind": "repeats", "claims": ["c1x", "c2x"], "why": "the same"}]
    return made_record(**(data | {"text": by + TEXT, "sha256": "f" * 64, "links": links} | more))


def test_a_text_that_moved_has_the_same_claims(tmp_path: Path) -> None:
    result = diff(tmp_path, [RECORD], [shifted("Update: more follows. ")])

    assert result.stdout.splitlines() == ["a1 ferry.txt:4 🚢 Ferry fares rise", "~ the article's text differs"]
    assert "claims: 0 came, 0 went, 0 changed, 3 the same" in result.stderr


def test_articles_without_ids_of_their_own_are_known_by_place(tmp_path: Path) -> None:
    result = diff(
        tmp_path, [RECORD, made_record(id="b", line=5)], [made_record(id="b", line=9), shifted("New. ", id="zz")], "--json"
    )

    assert found(result) == [("article", "changed", None)]


def test_articles_that_came_and_went(tmp_path: Path) -> None:
    other = made_record(id="b", source="other.txt", line=None)
    result = diff(tmp_path, [RECORD], [RECORD, other], "--json")

    assert found(result) == [("article", "came", None), *(("claim", "came", f"c{k}") for k in (1, 2, 3))]
    assert found(diff(tmp_path, [RECORD, other], [RECORD], "--json"))[0] == ("article", "went", None)


def test_the_order_of_articles_does_not_matter(tmp_path: Path) -> None:
    many = [made_record(id=f"a{k}", line=k) for k in range(5)]

    assert diff(tmp_path, many, many[::-1]).exit_code == 0


def claim(id_: str, text: str, start: int = 0, family: str = "event", cue: str = "hit") -> SeenClaim:
    values = dict.fromkeys(KEYS) | {"text": text, "cue": cue}
    return SeenClaim(id_, family, start, start + len(text), (start, start + 3), values)


def article(*claims: SeenClaim, sha256: str = "a", id_: str = "a", number: int = 1) -> SeenArticle:
    return SeenArticle(id_, "s", number, None, sha256, None, number, claims)


def ids(pairs: list[tuple[SeenClaim | None, SeenClaim | None]]) -> list[tuple[str | None, str | None]]:
    return [(one and one.id, other and other.id) for one, other in pairs]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # by id, whatever the words
        ([claim("1", "It hit.")], [claim("1", "All else.")], [("1", "1")]),
        # by the cue's place, then by overlap, the most first
        ([claim("1", "It hit.")], [claim("2", "It hit hard.")], [("1", "2")]),
        ([claim("1", "The storm hit.", 4)], [claim("2", "storm hit", 8), claim("3", "a storm", 30)], [("1", "2"), (None, "3")]),
        # never another family
        ([claim("1", "It hit.")], [claim("1", "It hit.", family="rule")], [("1", None), (None, "1")]),
    ],
)
def test_claims_of_an_unchanged_text(
    old: list[SeenClaim], new: list[SeenClaim], expected: list[tuple[str | None, str | None]]
) -> None:
    assert ids(pair_claims(article(*old), article(*new))) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # an id at the same place says nothing in another text
        (
            [claim("1", "The storm hit Leeds."), claim("2", "Nine died.", 50)],
            [claim("1", "Nine died.")],
            [("1", None), ("2", "1")],
        ),
        # by words: most of them, and the nearest of two alike
        ([claim("1", "The storm hit Leeds.")], [claim("9", "The big storm hit Leeds.", 70)], [("1", "9")]),
        ([claim("1", "The storm hit Leeds.")], [claim("9", "A quake hit Wakefield.", 70)], [("1", None), (None, "9")]),
        (
            [claim("1", "It hit Leeds."), claim("2", "It hit Leeds.", 30)],
            [claim("3", "It hit Leeds.", 5), claim("4", "It hit Leeds.", 35)],
            [("1", "3"), ("2", "4")],
        ),
    ],
)
def test_claims_of_a_changed_text(
    old: list[SeenClaim], new: list[SeenClaim], expected: list[tuple[str | None, str | None]]
) -> None:
    assert ids(pair_claims(article(*old), article(*new, sha256="b"))) == expected


def test_equal_ids_are_paired_in_their_order() -> None:
    old = [article(id_="x", number=1), article(id_="x", number=2), article(id_="y", number=3)]
    new = [article(id_="y", number=1), article(id_="x", number=2), article(id_="x", number=3)]

    pairs = [(one and one.number, other and other.number) for one, other in pair_articles(old, new)]
    assert sorted(pairs, key=str) == [(1, 2), (2, 3), (3, 1)]


def test_runs_in_step_keep_nothing() -> None:
    """The second file is read as far as the first, so that outputs of any length can be compared."""
    read = []

    def articles(name: str) -> Any:  # noqa: ANN401  # an iterator
        for number in range(3):
            read.append((name, number))
            yield article(id_=str(number), number=number)

    next(pair_articles(articles("old"), articles("new")))
    assert read == [("old", 0), ("new", 0)]


def test_a_thousand_changed_claims_are_paired_quickly() -> None:
    old = [claim(f"o{k}", f"Team {k} beat team {k + 1} by {k % 7} goals.", k * 40) for k in range(1000)]
    new = [claim(f"n{k}", f"Team {k} beat team {k + 1} by {k % 5} goals.", k * 40 + 9) for k in range(1000)]

    pairs = pair_claims(article(*old), article(*new, sha256="b"))
    assert all(one is not None and other is not None and one.id[1:] == other.id[1:] for one, other in pairs)


def test_every_key_that_is_seen_is_compared() -> None:
    assert tuple(seen(RECORD, 1).claims[0].values) == KEYS


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["none.jsonl", "none.jsonl"], "claimex: none.jsonl: cannot read: no such file or directory\n"),
        (["a", "b", "--ignore", "colour"], "claimex: --ignore: no key is named 'colour'; there are text, cue, "),
    ],
)
def test_what_cannot_be_compared_is_exit_2(args: list[str], message: str) -> None:
    result = CliRunner().invoke(app, ["diff", *args])

    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith(message)


def test_escapes_of_an_article_do_not_reach_the_terminal(tmp_path: Path) -> None:
    result = diff(tmp_path, [RECORD], [changed_claim(2, statement="red \x1b[31m\nline")])

    assert "\x1b" not in result.stdout
    assert result.stdout.count("\n") == 3
