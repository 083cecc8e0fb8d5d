"""The name of a package of ours and of a data file in it in; its word lists and tables out.

Lists of more than some forty words stand in .toml and .txt files beside the code that reads them.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["lines", "table", "word_sets"]


def table(package: str, name: str) -> dict[str, Any]:
    """The table of a TOML file: `table("claimex.dates", "words.toml")`. Raises FileNotFoundError."""
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))


def word_sets(package: str, name: str) -> dict[str, frozenset[str]]:
    """The sets of words of a TOML file that gives each name one string of them, blanks between."""
    return {key: frozenset(words.split()) for key, words in table(package, name).items()}


def lines(package: str, name: str) -> Iterator[str]:
    """The lines of a text file; without those that are empty or begin with `#`."""
    for line in files(package).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
