"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from claimex.write.atomic import replacing

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file(tmp_path: Path) -> None:
    with replacing(tmp_path / "out.db") as part:
        part.write_bytes(b"new")
        assert names(tmp_path) == [part.name]

    assert (names(tmp_path), (tmp_path / "out.db").read_bytes()) == (["out.db"], b"new")


def test_the_old_file_stays_until_the_end(tmp_path: Path) -> None:
    path = tmp_path / "out.db"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with replacing(path) as part:
        part.write_bytes(b"new")
        assert path.read_bytes() == b"old"

    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_the_old_file_stays_after_an_error(tmp_path: Path) -> None:
    path = tmp_path / "out.db"
    path.write_bytes(b"old")

    def fill() -> None:
        with replacing(path) as part:
            part.write_bytes(b"half")
            part.with_name(part.name + "-journal").write_bytes(b"half")
            raise OSError(errno.ENOSPC, "no space")

    with pytest.raises(OSError, match="no space"):
        fill()

    assert (names(tmp_path), path.read_bytes()) == (["out.db"], b"old")


def test_what_a_kill_left_is_not_added_to(tmp_path: Path) -> None:
    path = tmp_path / "out.db"
    (tmp_path / ".out.db.part").write_bytes(b"left")
    (tmp_path / ".out.db.part-journal").write_bytes(b"left")
    with replacing(path) as part:
        assert names(tmp_path) == []
        part.write_bytes(b"new")

    assert names(tmp_path) == ["out.db"]


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with replacing(tmp_path / "link") as part:
        part.write_bytes(b"new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"
