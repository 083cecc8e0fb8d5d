"""An attribution in the making: its cue, its source's head word and its content, before extents and entities are settled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Draft"]


@dataclass(slots=True)
class Draft:
    """`cue` tokens [i, j); `parts` the content as offsets; `quoted` those in quotation marks, `mixed` if there is more."""

    head: Token
    cue: tuple[int, int]
    pattern: str
    source: Token | None
    parts: list[tuple[int, int]] = field(default_factory=list)
    quoted: list[tuple[int, int]] = field(default_factory=list)
    mixed: bool = False
    limit: int | None = None  # one past the last token that the source can hold
    later: bool = False  # the parts after the first are quotations in later sentences
