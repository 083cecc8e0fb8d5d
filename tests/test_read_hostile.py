"""Hostile files through the readers: each gives an article or the failure that it must, soon, and in little memory."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from claimex.dates.anchor import parse_published
from claimex.errors import BadDate, BadInput
from claimex.language import check_language
from claimex.read.article import Article
from claimex.read.files import read_paths
from claimex.records import Failure
from tests.hostile_files import FILES

if TYPE_CHECKING:
    from pathlib import Path

    from claimex.read.article import Skipped

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


def test_nothing_is_written_by_reading(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("slip.zip", "slip.tar"):
        (tmp_path / "in" / name).write_bytes(FILES[name][0]())
        list(read_paths([str(tmp_path / "in" / name)]))

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "slip.tar", "slip.zip"]
