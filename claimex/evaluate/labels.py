"""A folder of label files in; the articles they are about, with every label's place in offsets, out.

corpus/eval/README.md says how a label file is written.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from claimex.errors import ClaimexError
from claimex.evaluate.quotes import Place, find_quote
from claimex.read.article import Article
from claimex.read.text import decode
from claimex.records import FamilyName

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

__all__ = ["DateLabel", "Label", "LabelledArticle", "articles_of", "corpus_digest", "load_labels"]

FAMILIES: tuple[str, ...] = get_args(FamilyName)
VALUES = frozenset({"rank", "direction", "value", "status", "kind", "approx", "unit", "time"})  # slots that are no words
WORDS = frozenset({
    "of", "activity", "period", "other", "amount", "from", "to", "place", "holder", "title", "org", "content", "cause", "effect",
    "what",
})  # fmt: skip
CLAIM_KEYS = frozenset({"family", "cue", "clause", "nth", "speaker", "negated", "hedged", "optional", "slots"})
FILE_KEYS = frozenset({"article", "published", "claim", "date"})
DATE_KEYS = frozenset({"words", "value", "in", "optional"})


@dataclass(frozen=True, slots=True)
class Label:
    """One claim that a reader of the article finds in it. `optional` ones count neither as missed nor as wrong."""

    family: str
    cue: Place
    clause: Place
    speaker: Place | None = None
    negated: bool = False
    hedged: bool = False
    optional: bool = False
    slots: Mapping[str, Place | str | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DateLabel:
    """One temporal expression and its TIMEX3 value; None is not compared. `optional` as in a `Label`."""

    at: Place
    value: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article's text, its claims and, if they are labelled, its dates; `digest` of the text and of the label file."""

    name: str
    text: str
    published: str | None
    labels: tuple[Label, ...]
    dates: tuple[DateLabel, ...]
    digest: str


def load_labels(folder: Path) -> tuple[LabelledArticle, ...]:
    """Every labelled article of a folder, sorted by name. Raises ClaimexError, with file and label, for what cannot be read."""
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        message = f"{folder}: no label files (*.toml) there"
        raise ClaimexError(message)
    return tuple(load_article(path) for path in paths)


def articles_of(labelled: Iterable[LabelledArticle]) -> list[Article]:
    """What to extract from; the name is the id, by which `evaluate` finds each record again."""
    return [Article(text=one.text, id=one.name, published=one.published, source=one.name) for one in labelled]


def corpus_digest(labelled: Iterable[LabelledArticle]) -> str:
    """One SHA-256 for all texts and labels, whatever their order."""
    lines = sorted(f"{one.name} {one.digest}\n" for one in labelled)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def load_article(path: Path) -> LabelledArticle:
    """One label file and the text that it names, which stands at `article`, seen from the label file."""
    data = read_bytes(path)
    try:
        table = tomllib.loads(decode(data, encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        message = f"{path}: not TOML: {error}"
        raise ClaimexError(message) from error
    check_keys(table, FILE_KEYS, path.name)
    if "article" not in table:
        message = f"{path.name}: `article` has to name the file of the text"
        raise ClaimexError(message)
    raw = read_bytes(path.parent / table["article"])
    text = decode(raw, encoding="utf-8")
    return LabelledArticle(
        name=path.stem,
        text=text,
        published=table.get("published"),
        labels=tuple(read_label(item, text, f"{path.name}, claim {k}") for k, item in enumerate(table.get("claim", []), 1)),
        dates=tuple(read_date(item, text, f"{path.name}, date {k}") for k, item in enumerate(table.get("date", []), 1)),
        digest=hashlib.sha256(hashlib.sha256(raw).digest() + hashlib.sha256(data).digest()).hexdigest(),
    )


def read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"{path}: {error.strerror}"
        raise ClaimexError(message) from error


def check_keys(table: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        message = f"{where}: unknown keys: {', '.join(unknown)}; known are {', '.join(sorted(known))}"
        raise ClaimexError(message)


def read_label(item: dict[str, Any], text: str, where: str) -> Label:
    family = item.get("family")
    where = f"{where} ({family}, {str(item.get('cue'))!r})"
    check_keys(item, CLAIM_KEYS, where)
    slots = item.get("slots", {})
    check_keys(slots, VALUES | WORDS, where)
    if family not in FAMILIES or "cue" not in item or "clause" not in item:
        message = f"{where}: needs cue, clause and a family of {', '.join(FAMILIES)}"
        raise ClaimexError(message)
    try:
        clause = find_quote(item["clause"], text, nth=item.get("nth"))
        return Label(
            family=family,
            clause=clause,
            cue=find_words(item["cue"], text, clause),
            speaker=find_words(item["speaker"], text, clause) if "speaker" in item else None,
            negated=item.get("negated", False),
            hedged=item.get("hedged", False),
            optional=item.get("optional", False),
            slots={key: find_words(value, text, clause) if key in WORDS else value for key, value in slots.items()},
        )
    except ClaimexError as error:
        message = f"{where}: {error}"
        raise ClaimexError(message) from error


def find_words(words: str | dict[str, str], text: str, clause: Place) -> Place:
    """Words of the clause if they are in it, else of the whole article; or the `words` of a table `in` a longer quote."""
    if isinstance(words, dict):
        return find_quote(words["words"], text, inside=find_quote(words["in"], text))
    try:
        return find_quote(words, text, inside=clause)
    except ClaimexError:
        if words in text[clause.start : clause.end]:
            raise
        return find_quote(words, text)


def read_date(item: dict[str, Any], text: str, where: str) -> DateLabel:
    check_keys(item, DATE_KEYS, where)
    try:
        around = find_quote(item["in"], text) if "in" in item else None
        return DateLabel(find_quote(item["words"], text, inside=around), item.get("value"), item.get("optional", False))
    except ClaimexError as error:
        message = f"{where}: {error}"
        raise ClaimexError(message) from error
