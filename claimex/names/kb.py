"""A user's own knowledge base in (JSONL: name, aliases, id); the ids of the entities that it names, out.

A name is compared whole, without regard to case, a leading "the", kinds of apostrophe and space, and nothing is guessed: a
name that two ids share links to neither, unless labels tell the two apart.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimex.errors import BadKnowledgeBase
from claimex.names.entity import Names
from claimex.names.words import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from claimex.names.entity import Entity

__all__ = ["KnowledgeBase", "linked", "load_kb", "read_kb"]

PLACES = frozenset({"GPE", "LOC", "FAC"})  # a lake or a tower may be labelled a place of any kind
QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "‑": "-"})
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """For each name as it is compared, every id that has it and the label that goes with it (None: any)."""

    ids: Mapping[str, tuple[tuple[str, str | None], ...]]

    def find(self, name: str, label: str) -> str | None:
        """The one id with this name among those whose label fits; None where there is none, or more than one."""
        found = {id_ for id_, wanted in self.ids.get(compared(name), ()) if fits(wanted, label)}
        return found.pop() if len(found) == 1 else None


def compared(name: str) -> str:
    """A name as it is compared."""
    name = SPACE.sub(" ", unicodedata.normalize("NFC", name).translate(QUOTES)).strip().casefold()
    return name.removeprefix("the ")


def fits(wanted: str | None, label: str) -> bool:
    return wanted is None or wanted == label or {wanted, label} <= PLACES


def linked(names: Names, text: str, kb: KnowledgeBase) -> Names:
    """The same names, each entity with its id in `kb` where it has one."""
    return Names(tuple(replace(entity, kb=id_of(entity, text, kb)) for entity in names), names.roles, names.pairs)


def id_of(entity: Entity, text: str, kb: KnowledgeBase) -> str | None:
    """By its fullest name; where the base does not know that one, by its other names, if they agree."""
    found = kb.find(entity.name, entity.label)
    if found is not None or compared(entity.name) in kb.ids:
        return found
    others = {text[mention.at.start : mention.at.end] for mention in entity.mentions if mention.kind == "name"}
    if entity.label == "PERSON":  # a surname alone may be anybody's
        others = {name for name in others if " " in name}
    ids = {id_ for name in others if (id_ := kb.find(name, entity.label)) is not None}
    return ids.pop() if len(ids) == 1 else None


def load_kb(path: Path) -> KnowledgeBase:
    """The knowledge base of a JSONL file. Raises BadKnowledgeBase, which names the line."""
    try:
        with path.open("rb") as stream:
            return read_kb(stream, str(path))
    except OSError as error:
        message = f"{path}: cannot read: {(error.strerror or str(error)).lower()}"
        raise BadKnowledgeBase(message) from error


def read_kb(lines: Iterable[bytes], source: str = "kb") -> KnowledgeBase:
    """The knowledge base in lines of JSON; empty ones are passed over."""
    ids: dict[str, list[tuple[str, str | None]]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            id_, label, names = entry(line)
        except ValueError as error:
            message = f"{source}:{number}: {error}"
            raise BadKnowledgeBase(message) from error
        for name in names:
            ids.setdefault(name, []).append((id_, label))
    return KnowledgeBase({name: tuple(dict.fromkeys(found)) for name, found in ids.items()})


def entry(line: bytes) -> tuple[str, str | None, set[str]]:
    """One line's id, label and names as they are compared. Raises ValueError, which says what is wrong with it."""
    try:
        data = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start} of the line"
        raise ValueError(message) from error
    except (ValueError, RecursionError) as error:
        message = f"not JSON: {error}"
        raise ValueError(message) from error
    if not isinstance(data, dict):
        message = "not an object with name and id"
        raise ValueError(message)  # noqa: TRY004  # one kind of error for all that can be wrong with a line
    id_, label, aliases = data.get("id"), data.get("label"), data.get("aliases") or []
    if isinstance(id_, int) and not isinstance(id_, bool):
        id_ = str(id_)
    if not isinstance(id_, str) or not id_.strip():
        message = "`id` must be a string that is not empty"
        raise ValueError(message)
    if label is not None and label not in LABELS:
        message = f"`label` must be one of {', '.join(sorted(LABELS))}"
        raise ValueError(message)
    if not isinstance(aliases, list) or not all(isinstance(name, str) for name in [data.get("name"), *aliases]):
        message = "`name` must be a string, `aliases` a list of strings"
        raise ValueError(message)
    names = {compared(name) for name in [data["name"], *aliases]} - {""}
    if not compared(data["name"]):
        message = "`name` is empty"
        raise ValueError(message)
    return id_, label, names
