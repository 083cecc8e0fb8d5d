"""A Doc and its names in; who is reported to say what, out: quotations and reported speech."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from claimex.names.entity import Names
    from claimex.spans import Extent

__all__ = ["Attribution", "Attributions", "find_attributions"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody said something.

    `cue` the reporting words ("said", "according to"); `content` the words reported, in order, more than one extent where
    interrupted ("X," he said, "Y"); `source` the speaker's words, None where the article names none; `entity` the id of
    the thing named; `kind` of speaker; `form` of report; `clause` = source, cue and content together (the smallest clause
    of the sentence that holds them); `head` the token of the reporting verb (or of the cue's head word).
    """

    cue: Extent
    content: tuple[Extent, ...]
    source: Extent | None
    entity: str | None
    kind: Literal["named", "role", "pronoun", "group", "anonymous"] | None
    form: Literal["direct", "indirect", "mixed"]
    clause: Extent
    head: int
    pattern: str

    def reports(self, at: Extent) -> bool:
        """Whether the words at `at` lie inside what is reported."""
        return any(part.covers(at) for part in self.content)


class Attributions:
    """All attributions of one article, in order of their clause."""

    def __init__(self, items: tuple[Attribution, ...]) -> None:
        self.items = items

    def __iter__(self) -> Iterator[Attribution]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def of(self, at: Extent) -> Attribution | None:
        """The innermost attribution that reports the words at `at` (a claim's cue), if any has a speaker."""
        found = [item for item in self.items if item.source is not None and item.reports(at)]
        return min(found, key=lambda item: sum(part.end - part.start for part in item.content), default=None)


def find_attributions(doc: Doc, names: Names) -> Attributions:
    """Every quotation and reported statement of `doc`."""
    del doc, names
    return Attributions(())
