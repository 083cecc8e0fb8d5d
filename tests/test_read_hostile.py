"""Hostile files through the readers: each gives an article or the failure that it must, soon, and in little memory."""

from __future__ import annotations

import gzip
import random
import time
from typing import TYPE_CHECKING

import pytest

from claimex.dates.anchor import parse_published
from claimex.errors import BadDate, BadInput
from claimex.language import check_language
from claimex.read.article import Article, Skipped
from claimex.read.files import read_paths
from claimex.records import Failure
from tests.hostile_files import FILES
from tests.inputs import ATOM, PAGE, RSS, http, warc_record

if TYPE_CHECKING:
    from pathlib import Path


LINES = b"".join(b'{"id": "%d", "text": "Prices fell."}\n' % i for i in range(20))
SECONDS = 10  # many times what any of them takes


def outcome(item: Article | Failure | Skipped) -> str:
    """What will come of an item, without the model: "record", or the reason why not."""
    if not isinstance(item, Article):
        return item.reason
    try:
        check_language(item.text)
        if item.published is not None:
            parse_published(item.published)
    except BadInput as error:
        return error.reason
    except BadDate:
        return "published"
    return "record"


@pytest.mark.parametrize("name", FILES)
def test_each_hostile_file_is_a_record_or_one_clear_failure(name: str, tmp_path: Path) -> None:
    make, expected = FILES[name]
    path = tmp_path / name
    path.write_bytes(make())
    start = time.process_time()
    found = list(read_paths([str(path)]))

    assert " ".join(outcome(item) for item in found) == expected
    assert all("\n" not in item.detail and len(item.detail) < 300 for item in found if isinstance(item, Failure))
    assert time.process_time() - start < SECONDS


def mangled(data: bytes, chance: random.Random) -> bytes:
    """The data with a few bytes changed, added, doubled or taken away."""
    found = bytearray(data)
    for _ in range(chance.choice([1, 2, 5, 20])):
        i, way = chance.randrange(len(found) + 1), chance.randrange(5)
        if way == 0:
            found[i : i + 1] = chance.randbytes(1)
        elif way == 1:
            del found[i : i + chance.choice([1, 5, 100])]
        elif way == 2:
            found[i:i] = chance.randbytes(chance.choice([1, 3, 30]))
        elif way == 3:
            found[i:i] = found[i // 2 : i // 2 + 50]
        elif chance.random() < 0.2:
            del found[i:]
    return bytes(found)


SOUND = {
    "a.html": PAGE.encode(), "a.rss": RSS.encode(), "a.atom": ATOM.encode(), "a.warc": warc_record(http(PAGE.encode())) * 2,
    "a.warc.gz": warc_record(http(PAGE.encode()), packed=True) * 2, "a.jsonl": LINES, "a.jsonl.gz": gzip.compress(LINES),
    "a.json": b"[" + b",".join(LINES.splitlines()) + b"]", "a.csv": b'id,text\n1,"One, ""two"",\nthree."\n2,Four.\n',
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_mangled_files_raise_nothing(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)  # noqa: S311  # no secret; the same files on every run
    for _ in range(40):
        data = mangled(SOUND[name], chance)
        (tmp_path / name).write_bytes(data)
        for item in read_paths([str(tmp_path / name)]):
            assert isinstance(item, Article | Failure | Skipped)


def test_nothing_is_written_by_reading(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("slip.zip", "slip.tar"):
        (tmp_path / "in" / name).write_bytes(FILES[name][0]())
        list(read_paths([str(tmp_path / "in" / name)]))

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "slip.tar", "slip.zip"]
