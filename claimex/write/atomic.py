"""A path in; a temporary one beside it out, which takes its place when all has been written, and not before.

For outputs that cannot be appended to: whoever opens the path finds the old file, or the new one, whole.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["replacing", "sync_folder"]

LEFTOVERS = ("", "-journal", "-wal", "-shm")  # SQLite would roll an old journal back into a new file of the same name


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path in the same folder to write to; at the end what was written takes the place of `path`.

    After an error the temporary file is removed and `path` stays as it was. A kill leaves the temporary file behind; the next
    run takes its name again. What is not a file (/dev/null, a pipe) is written to directly.
    """
    if path.exists() and not path.is_file():
        yield path
        return
    target = Path(os.path.realpath(path))  # a link stays one: what it points to is replaced
    part = target.with_name(f".{target.name}.part")
    discard(part)
    try:
        yield part
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        with part.open("rb") as stream:
            os.fsync(stream.fileno())
        part.replace(target)
        sync_folder(target.parent)
    finally:
        discard(part)


def discard(part: Path) -> None:
    for ending in LEFTOVERS:
        part.with_name(part.name + ending).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Have a new name in a folder outlive a power cut; only where the system can open folders."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
