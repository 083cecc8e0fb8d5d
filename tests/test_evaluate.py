"""Output against labels, with articles of two lines and no model: quotes to offsets, matching, figures, floors."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

from claimex.errors import ClaimexError
from claimex.evaluate import (
    Floors,
    articles_of,
    check_floors,
    evaluate,
    format_differences,
    format_table,
    load_labels,
    read_floors,
    update_floors,
    write_floors,
)
from claimex.evaluate.labels import corpus_digest
from claimex.evaluate.quotes import Place, find_quote
from claimex.evaluate.scores import Count
from claimex.evaluate.slots import slot_is_right
from claimex.records import ArticleRecord, Words
from claimex.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

    from claimex.evaluate import LabelledArticle, Scores

TEXT = (
    "Mill sold\n\nSales rose 5 percent to 8 tons in May, Ann Ray said, and the mill may\nclose. She said it was her first loss."
)
HEAD = 'article = "mill.txt"\npublished = "2020-06-01"\n'
ROSE = '[[claim]]\nfamily = "change"\nclause = "Sales rose 5 percent to 8 tons in May"\ncue = "rose"\nspeaker = "Ann Ray"\n'
ROSE += 'slots = { direction = "up", amount = "5 percent" }\n'
CLOSE = '[[claim]]\nfamily = "forecast"\nclause = "the mill may close"\ncue = "may"\nhedged = true\n'
FIRST = (
    '[[claim]]\nfamily = "rarity"\nclause = "it was her first loss"\ncue = "first"\nspeaker = "She"\nslots = { rank = "first" }\n'
)
MAY = '[[date]]\nwords = "May"\nvalue = "2020-05"\n'


def labelled(folder: Path, *, labels: str, text: str = TEXT) -> tuple[LabelledArticle, ...]:
    (folder / "mill.txt").write_bytes(text.encode())
    (folder / "mill.toml").write_text(HEAD + labels, encoding="utf-8")
    return load_labels(folder)


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def claim(family: str, clause: str, cue: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # any key of a claim
    plain: dict[str, Any] = {
        "id": f"c{family}{cue}", "family": family, **span(clause), "sentence": 0, "cue": span(cue), "pattern": f"{family}.x",
        "statement": clause, "unresolved": [], "subject": None, "slots": {}, "dates": [], "quantities": [], "places": [],
        "speaker": None, "polarity": "affirmed", "certainty": "asserted", "tense": "past", "worth": None, "worth_why": [],
        "check": {"question": "?", "refuted_by": "", "window": None, "implies": []},
    }  # fmt: skip
    return plain | more


def speaker(words: str) -> dict[str, Any]:
    return span(words) | {"entity": None, "kind": "named", "cue": "said"}


def date(words: str, value: str) -> dict[str, Any]:
    empty = dict.fromkeys(("mod", "from", "to", "anchor", "unresolved"))
    return span(words) | empty | {"id": "d1", "type": "DATE", "value": value, "rule": "x"}


def record(*claims: dict[str, Any], dates: tuple[dict[str, Any], ...] = (), **more: Any) -> ArticleRecord:  # noqa: ANN401  # any key
    plain: dict[str, Any] = {
        "schema": "claimex/1", "id": "mill", "source": None, "line": None, "title": None, "url": None, "meta": {},
        "published": {"value": None, "grain": None, "how": "unknown", "evidence": None}, "offsets": "codepoint", "text": TEXT,
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "model": {"name": "m", "version": "0", "digest": "0", "ops": "fast"},
        "claimex": "0", "language": "en", "sentences": [], "entities": [], "dates": list(dates), "quantities": [],
        "claims": list(claims), "links": [],
    }  # fmt: skip
    return ArticleRecord.model_validate(plain | more)


RIGHT = claim(
    "change",
    "Sales rose 5 percent to 8 tons in May",
    "rose",
    speaker=speaker("Ann Ray"),
    slots={"direction": "up", "amount": span("5 percent")},
)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Sales rose", "Sales rose"),
        ("the mill may close", "the mill may\nclose"),
        ("Sales [...] May", "Sales rose 5 percent to 8 tons in May"),
        ("may", "may"),
        ("it was", "it was"),
    ],
)
def test_a_quote_is_found(quote: str, found: str) -> None:
    at = find_quote(quote, TEXT)

    assert TEXT[at.start : at.end] == found


@pytest.mark.parametrize(
    ("quote", "message"),
    [
        ("Sale", "'Sale' is not in the article"),
        ("said", "'said' stands 2 times in the article"),
        ("[...] May", "an empty quote"),
        ("", "an empty quote"),
    ],
)
def test_a_quote_that_is_not_there_once(quote: str, message: str) -> None:
    with pytest.raises(ClaimexError) as caught:
        find_quote(quote, TEXT)

    assert message in str(caught.value)


def test_nth_chooses() -> None:
    assert find_quote("said", TEXT, nth=2).start == TEXT.rindex("said")
    with pytest.raises(ClaimexError, match="3 times"):
        find_quote("said", TEXT, nth=3)


def test_slots_are_found_in_the_clause_first_then_in_the_article(tmp_path: Path) -> None:
    (article,) = labelled(tmp_path, labels=ROSE)
    (label,) = article.labels

    assert (label.speaker, label.clause.start) == (Place(TEXT.index("Ann Ray"), TEXT.index("Ann Ray") + 7), TEXT.index("Sales"))


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        (
            ROSE.replace("rose 5", "fell 5"),
            "mill.toml, claim 1 (change, 'rose'): 'Sales fell 5 percent to 8 tons in May' is not in",
        ),
        (FIRST + ROSE.replace('cue = "rose"', 'cue = "grew"'), "mill.toml, claim 2 (change, 'grew'): 'grew' is not in"),
        (ROSE.replace('speaker = "Ann Ray"', 'speaker = "said"'), "mill.toml, claim 1 (change, 'rose'): 'said' stands 2 times"),
        (ROSE.replace("change", "chance"), "mill.toml, claim 1 (chance, 'rose'): needs cue, clause and a family of rarity"),
        (ROSE.replace("direction", "way"), "unknown keys: way"),
        (ROSE.replace("speaker =", "said_by ="), "unknown keys: said_by"),
        (MAY.replace('"May"', '"June"'), "mill.toml, date 1: 'June' is not in the article"),
        ("[[claim", "mill.toml: not TOML"),
    ],
)
def test_a_bad_label_says_where(labels: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ClaimexError) as caught:
        labelled(tmp_path, labels=labels)

    assert message in str(caught.value)


def test_a_missing_text_and_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(ClaimexError, match="no label files"):
        load_labels(tmp_path)
    (tmp_path / "gone.toml").write_text('article = "gone.txt"\n', encoding="utf-8")
    with pytest.raises(ClaimexError, match=r"gone\.txt: No such file"):
        load_labels(tmp_path)


def test_articles_to_extract_from_bear_the_names(tmp_path: Path) -> None:
    (article,) = articles_of(labelled(tmp_path, labels=ROSE))

    assert (article.id, article.text, article.published) == ("mill", TEXT, "2020-06-01")


def scores(folder: Path, *claims: dict[str, Any], labels: str, dates: tuple[dict[str, Any], ...] = ()) -> Scores:
    return evaluate([record(*claims, dates=dates)], labelled(folder, labels=labels))


def test_a_claim_found_with_its_slots(tmp_path: Path) -> None:
    found = scores(tmp_path, RIGHT, labels=ROSE)

    assert found.families["change"] == found.all == Count(right=1, said=1, wanted=1)
    assert {name: (share.right, share.of) for name, share in found.slots.items()} == {
        "change.amount": (1, 1),
        "change.direction": (1, 1),
        "clause": (1, 1),
        "speaker": (1, 1),
    }
    assert found.differences == ()


def test_what_is_read_wrongly_is_found_but_not_right(tmp_path: Path) -> None:
    wrong = claim("change", "5 percent", "5 percent", slots={"direction": "down"})
    found = scores(tmp_path, wrong, labels=ROSE.replace('cue = "rose"', 'cue = "rose 5 percent"'))

    assert found.families["change"].f1 == 1
    assert {name: share.right for name, share in found.slots.items()} == {
        "change.amount": 0,
        "change.direction": 0,
        "clause": 0,
        "speaker": 0,
    }


def test_missed_and_extra_claims(tmp_path: Path) -> None:
    other = claim("event", "Sales rose 5 percent to 8 tons in May", "rose")
    found = scores(tmp_path, RIGHT, other, labels=ROSE + CLOSE)

    assert (found.all.precision, found.all.recall, found.all.f1) == (0.5, 0.5, 0.5)
    assert [(item.kind, item.family, item.cue) for item in found.differences] == [
        ("missed", "forecast", "may"),
        ("extra", "event", "rose"),
    ]
    assert format_differences(found).splitlines() == [
        "extra event | mill | rose | Sales rose 5 percent to 8 tons in May",
        "missed forecast | mill | may | the mill may close",
    ]


def test_the_closest_clause_is_the_one_meant(tmp_path: Path) -> None:
    """Two claims of a family with one cue: the better clause is matched, the other is extra, whatever their order."""
    long = claim("change", TEXT, "rose", id="c2")
    for order in ((RIGHT, long), (long, RIGHT)):
        found = scores(tmp_path, *order, labels=ROSE)
        assert found.families["change"] == Count(right=1, said=2, wanted=1)
        assert found.slots["clause"].right == 1


def test_optional_labels_count_neither_way(tmp_path: Path) -> None:
    labels = ROSE + "optional = true\n"
    labels = labels.replace("slots = {", "optional = true\nslots = {").removesuffix("optional = true\n")

    assert scores(tmp_path, labels=labels).all == Count()
    assert scores(tmp_path, RIGHT, labels=labels).all == Count()


def test_marks(tmp_path: Path) -> None:
    hedged = claim("forecast", "the mill may\nclose", "may", certainty="hedged")
    denied = claim(
        "rarity", "it was her first loss", "first", polarity="negated", slots={"rank": "first"}, speaker=speaker("She")
    )
    found = scores(tmp_path, hedged, denied, labels=CLOSE + FIRST)

    assert found.marks == {"negated": Count(said=1), "hedged": Count(right=1, said=1, wanted=1)}
    assert found.slots["rarity.rank"].right == 1


def test_time_is_the_value_of_the_first_date(tmp_path: Path) -> None:
    labels = ROSE.replace('direction = "up"', 'time = "2020-05"').replace("change", "event")
    event = RIGHT | {"family": "event", "dates": ["d1"]}

    assert scores(tmp_path, event, dates=(date("May", "2020-05"),), labels=labels).slots["event.time"].right == 1
    assert scores(tmp_path, event, dates=(date("May", "2019-05"),), labels=labels).slots["event.time"].right == 0
    assert scores(tmp_path, event | {"dates": []}, labels=labels).slots["event.time"].right == 0


def test_dates_count_where_they_are_labelled(tmp_path: Path) -> None:
    dates = (date("May", "2020-05"), date("first", "x"))

    assert scores(tmp_path, dates=dates, labels=ROSE).dates == Count()
    found = scores(tmp_path, dates=dates, labels=ROSE + MAY)
    assert found.dates == Count(right=1, said=2, wanted=1)
    assert (found.date_values.right, found.date_values.of) == (1, 1)
    assert scores(tmp_path, dates=dates[:1], labels=ROSE + MAY.replace("2020-05", "2021-05")).date_values.right == 0
    assert scores(tmp_path, dates=dates[:1], labels=ROSE + MAY + "optional = true\n").dates == Count()


@pytest.mark.parametrize(
    ("name", "wanted", "said", "right"),
    [
        ("of", Place(0, 10), Words(text="", start=0, end=6), True),
        ("of", Place(0, 10), Words(text="", start=8, end=10), True),
        ("of", Place(0, 10), Words(text="", start=0, end=4), False),
        ("of", Place(0, 10), Words(text="", start=10, end=20), False),
        ("of", Place(0, 10), Words(text="implied", implied=True), False),
        ("of", Place(0, 10), None, False),
        ("value", 8, 8.0, True),
        ("value", 8, 8.01, False),
        ("value", 0.333, 1 / 3, True),
        ("value", 0.333, 0.34, False),
        ("unit", "shops", "shop", True),
        ("unit", "km", "percent", False),
        ("status", "former", "Former", True),
        ("rank", 2, "first", False),
    ],
)
def test_slots(name: str, wanted: Place | str | float, said: Words | str | float | None, right: bool) -> None:  # noqa: FBT001  # a table
    assert slot_is_right(name, wanted, said) is right


@pytest.mark.parametrize(
    "change", [{"text": TEXT + " "}, {"id": "other"}, {"offsets": "utf16"}], ids=lambda change: next(iter(change))
)
def test_a_record_of_something_else_is_refused(change: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(ClaimexError, match=r"^mill: "):
        evaluate([record(RIGHT, **change)], labelled(tmp_path, labels=ROSE))


def test_the_table(tmp_path: Path) -> None:
    table = format_table(scores(tmp_path, RIGHT, dates=(date("May", "2020-05"),), labels=ROSE + CLOSE + MAY)).splitlines()

    assert table[0].split() == ["precision", "recall", "F1", "labels"]
    assert [line.split() for line in table if line.startswith(("change ", "all ", "dates", "date values"))] == [
        ["change", "1.000", "1.000", "1.000", "1"],
        ["all", "1.000", "0.500", "0.667", "2"],
        ["dates", "1.000", "1.000", "1.000", "1"],
        ["date", "values", "1.000", "1"],
    ]


def test_floors_are_rounded_down_and_hold(tmp_path: Path) -> None:
    found = scores(tmp_path, RIGHT, *[claim("change", "8 tons", "8"), claim("change", "May", "May")], labels=ROSE)
    floors = update_floors(found, None)

    assert floors.families == {"change": {"precision": 33, "recall": 100}, "all": {"precision": 33, "recall": 100}}
    assert check_floors(found, floors) == []


def test_below_a_floor(tmp_path: Path) -> None:
    floors = update_floors(scores(tmp_path, RIGHT, labels=ROSE + CLOSE), None)
    worse = scores(tmp_path, labels=ROSE + CLOSE)

    assert check_floors(worse, floors) == [
        "change: precision 0.00 is below its floor 1.00",
        "change: recall 0.00 is below its floor 1.00",
        "all: precision 0.00 is below its floor 1.00",
        "all: recall 0.00 is below its floor 0.50",
    ]


def test_floors_are_lowered_only_when_that_is_allowed(tmp_path: Path) -> None:
    floors = update_floors(scores(tmp_path, RIGHT, labels=ROSE), None)
    worse = scores(tmp_path, labels=ROSE)

    with pytest.raises(ClaimexError, match=r"change precision 1\.00 -> 0\.00.*--allow-regression"):
        update_floors(worse, floors)
    assert update_floors(worse, floors, allow_regression=True).families["change"] == {"precision": 0, "recall": 0}


def test_other_texts_or_labels_need_new_floors(tmp_path: Path) -> None:
    floors = update_floors(scores(tmp_path, RIGHT, labels=ROSE), None)
    others = scores(tmp_path, RIGHT, labels=ROSE + "\n# mended\n")

    (problem,) = check_floors(others, floors)
    assert "--update" in problem
    assert check_floors(others, update_floors(others, floors)) == []


def test_the_digest_knows_text_and_labels(tmp_path: Path) -> None:
    digests = [
        corpus_digest(labelled(tmp_path, labels=labels, text=text))
        for labels, text in ((ROSE, TEXT), (ROSE, TEXT), (ROSE, TEXT + "\n"), (ROSE + FIRST, TEXT))
    ]

    assert digests[0] == digests[1]
    assert len(set(digests)) == 3


def test_floors_are_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors = Floors("abc", {"change": {"precision": 29, "recall": 57}, "all": {"precision": 100, "recall": 0}})
    write_floors(path, floors)

    assert read_floors(path) == floors
    assert json.loads(path.read_text())["families"]["change"] == {"precision": 0.29, "recall": 0.57}
    assert read_floors(tmp_path / "none.json") is None
    for broken in ("{", "[]", "{}", '{"corpus": "", "families": {"change": 1}}'):
        path.write_text(broken)
        with pytest.raises(ClaimexError, match=r"floors\.json"):
            read_floors(path)


def test_our_labels_can_be_read() -> None:
    articles = load_labels(resource("corpus", "eval"))

    assert len(articles) >= 5
    assert all(len(article.labels) >= 60 for article in articles)
    assert {label.family for article in articles for label in article.labels} >= {"rarity", "comparison", "rule"}
