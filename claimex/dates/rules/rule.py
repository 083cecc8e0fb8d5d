"""What a rule of the date grammar is: a name, a pattern, and a production that says what the words mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.dates.vocabulary import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from claimex.dates.meaning import Meaning

__all__ = ["Rule", "Said", "says"]


@dataclass(frozen=True, slots=True)
class Said:
    """What a production sees: the match, the expression that `@` stood for, and (for a suffix) the one before the match."""

    match: re.Match[str]
    inner: Meaning | None = None
    before: Meaning | None = None

    def __getitem__(self, group: str) -> str:
        """A group's words, empty where it took no part or the rule has none of that name."""
        return (self.match[group] or "") if group in self.match.re.groupindex else ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    `pattern` is written in the pieces of `vocabulary`; an `@` at its end stands for another expression, and one at its
    beginning makes it a suffix to an expression that stands before it. `make` returns None when the words fit and do not
    mean a time.
    """

    name: str
    pattern: str
    make: Callable[[Said], Meaning | None]

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern compiled, when it is needed first; an inner expression may begin at once ("mid-1990s")."""
        return compiled(self.bare, whole=not self.nests)

    @property
    def bare(self) -> str:
        """The pattern without its `@`."""
        return self.pattern.strip("@")

    @property
    def nests(self) -> bool:
        return self.pattern.endswith("@")

    @property
    def follows(self) -> bool:
        return self.pattern.startswith("@")


def says(meaning: Meaning) -> Callable[[Said], Meaning]:
    """A production that always means the same: "overnight"."""

    def make(said: Said) -> Meaning:
        del said
        return meaning

    return make
