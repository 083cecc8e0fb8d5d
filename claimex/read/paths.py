"""Paths, folders and patterns in; the files they mean out, in an order that depends on their names alone."""

from __future__ import annotations

import glob
import os
import stat
from typing import TYPE_CHECKING

from claimex.read.article import Skipped
from claimex.read.formats import format_of
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_files", "shown", "why_unreadable"]


def find_files(path: str, *, any_suffix: bool) -> Iterator[str | Failure | Skipped]:
    """The files that one path of the command line means.

    A file is itself, whatever it is called. A folder gives the files in it and below, sorted by name, but for hidden ones,
    links to other folders, and (unless `any_suffix`) names that do not say what they hold. Where nothing has that name, it
    is a pattern: *, ?, [...] and, for any depth of folders, **.
    """
    if os.path.isdir(path):  # noqa: PTH112  # a Path would drop a leading ./
        yield from walk(path, any_suffix=any_suffix)
    elif os.path.lexists(path) or not glob.has_magic(path):
        yield path
    else:
        found = sorted(glob.iglob(path, recursive=True))  # noqa: PTH207  # names as they were given
        if not found:
            yield Failure(source=shown(path), line=None, id=None, reason="unreadable", detail="no such file")
        for name in found:
            if os.path.isdir(name):  # noqa: PTH112
                if "**" not in path:  # which has found what is in it already
                    yield from walk(name, any_suffix=any_suffix)
            else:
                yield name


def walk(folder: str, *, any_suffix: bool) -> Iterator[str | Failure | Skipped]:
    """The files of a folder and of the folders in it, in the order of their names."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(source=shown(folder), line=None, id=None, reason="unreadable", detail=why_unreadable(error))
        return
    for entry in found:
        if (why := passed_over(entry, any_suffix=any_suffix)) is not None:
            yield Skipped(source=shown(entry.path), reason=why)
        elif entry.is_dir(follow_symlinks=False):
            yield from walk(entry.path, any_suffix=any_suffix)
        else:
            yield entry.path


def passed_over(entry: os.DirEntry[str], *, any_suffix: bool) -> str | None:
    """Why what was found in a folder is not read: hidden, link, special, suffix."""
    if entry.name.startswith("."):
        return "hidden"
    if entry.is_dir():
        return "link" if entry.is_symlink() else None  # a link to a folder may lead round in a circle
    try:
        mode = entry.stat().st_mode
    except OSError:
        return None  # a link that leads nowhere: told when it is opened
    if not stat.S_ISREG(mode):
        return "special"  # a pipe or device would wait for ever
    return None if any_suffix or format_of(entry.name) is not None else "suffix"


def shown(path: str) -> str:
    """A path as text, also where its name is of bytes that are no UTF-8."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def why_unreadable(error: OSError) -> str:
    """The system's reason in its own words, without the path that the failure already names."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "is a directory, not a file"
    return (error.strerror or str(error)).lower()
