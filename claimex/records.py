"""The output, as pydantic models: the one definition of what a line of claimex's JSONL says.

`docs/record.md` and `claimex schema` are made from this file. Offsets are Unicode code points into `text` (or UTF-16
units, when `offsets` says so), `start` inclusive, `end` exclusive; `text[start:end]` is the span's `text`.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "ArticleRecord",
    "Check",
    "Claim",
    "DateRecord",
    "Entity",
    "Failure",
    "Link",
    "Mention",
    "ModelInfo",
    "Published",
    "QuantityRecord",
    "Record",
    "Sentence",
    "Span",
    "Speaker",
    "Subject",
    "Window",
    "Words",
]

SCHEMA = "claimex/1"

FamilyName = Literal[
    "rarity", "superlative", "comparison", "change", "quantity", "event", "role", "statement", "cause", "forecast", "rule",
]  # fmt: skip
EntityLabel = Literal["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"]
QuantityKind = Literal[
    "count", "money", "percent", "length", "area", "volume", "mass", "speed", "temperature", "energy", "duration", "age",
    "score", "ratio", "rank", "other",
]  # fmt: skip


def absent(value: object) -> bool:
    return value is None


class Record(BaseModel):
    """Root of the models: frozen, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Failure(Record):
    """An article that could not be read or processed: where, a short reason for programs, and a detail for people."""

    source: str | None
    line: int | None
    id: str | None
    reason: str
    detail: str


class Span(Record):
    """Words of the article."""

    text: str
    start: int
    end: int


class Published(Record):
    """When the article was published, how that is known, and the words it was read from."""

    value: str | None
    grain: Literal["day", "month", "year"] | None
    how: Literal["given", "metadata", "dateline", "inferred", "unknown"]
    evidence: str | None


class ModelInfo(Record):
    """The language pipeline that read the article."""

    name: str
    version: str
    digest: str
    ops: str


class Sentence(Record):
    """One sentence's place."""

    start: int
    end: int


class Mention(Record):
    """One place where an entity is named, described or pointed to; `label` only where it differs from the entity's."""

    start: int
    end: int
    text: str
    kind: Literal["name", "nominal", "pronoun"]
    label: EntityLabel | None = Field(default=None, exclude_if=absent)


class Entity(Record):
    """One thing named in the article, with all its mentions."""

    id: str
    label: EntityLabel
    name: str
    country: str | None
    kb: str | None = Field(default=None, exclude_if=absent)
    mentions: tuple[Mention, ...]


class DateRecord(Record):
    """One temporal expression: its TIMEX3 type, value and mod, and the first and last day (or time) it can mean."""

    id: str
    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    mod: str | None
    from_: str | None = Field(alias="from")
    to: str | None
    anchor: str | None
    rule: str
    unresolved: str | None


class QuantityRecord(Record):
    """One amount with its unit, bounds and approximation."""

    id: str
    start: int
    end: int
    text: str
    value: int | float | str | None
    low: int | float | None
    high: int | float | None
    unit: str | None
    kind: QuantityKind
    approx: Literal["exact", "about", "over", "under"]


class Words(Record):
    """A slot's words, with offsets unless `implied`; `parts` where interrupted; `date`, `quantity` where they are one."""

    text: str
    start: int | None = Field(default=None, exclude_if=absent)
    end: int | None = Field(default=None, exclude_if=absent)
    parts: tuple[Span, ...] | None = Field(default=None, exclude_if=absent)
    date: str | None = Field(default=None, exclude_if=absent)
    quantity: str | None = Field(default=None, exclude_if=absent)
    implied: bool | None = Field(default=None, exclude_if=absent)


class Subject(Span):
    """Who or what the claim is about; `entity` the id of the thing named, where it is one."""

    entity: str | None


class Speaker(Span):
    """Who is reported to say it; `cue` the reporting words."""

    entity: str | None
    kind: Literal["named", "role", "pronoun", "group", "anonymous"]
    cue: str | None


class Window(Record):
    """The time in which to look; `open`: both ends excluded."""

    from_: str | None = Field(alias="from")
    to: str | None
    open: bool


class Check(Record):
    """What a checker has to find out."""

    question: str
    refuted_by: str
    window: Window | None
    implies: tuple[str, ...]


class Claim(Record):
    """One checkable claim: the clause that states it, what kind it is, and how it would be checked."""

    id: str
    family: FamilyName
    text: str
    start: int
    end: int
    sentence: int
    cue: Span
    pattern: str
    statement: str
    unresolved: tuple[Span, ...]
    subject: Subject | None
    slots: dict[str, Words | int | float | str | None]
    dates: tuple[str, ...]
    quantities: tuple[str, ...]
    places: tuple[str, ...]
    speaker: Speaker | None
    polarity: Literal["affirmed", "negated"]
    certainty: Literal["asserted", "hedged"]
    tense: Literal["past", "present", "future"]
    worth: float | None
    worth_why: tuple[str, ...]
    check: Check


class Link(Record):
    """How two claims of the article bear on each other."""

    kind: Literal["corroborates", "contradicts", "repeats"]
    claims: tuple[str, str]
    why: str


class ArticleRecord(Record):
    """Everything checkable in one article: one line of output."""

    schema_: Literal["claimex/1"] = Field(alias="schema")
    id: str
    source: str | None
    line: int | None
    title: str | None
    url: str | None
    meta: dict[str, Any]
    published: Published
    offsets: Literal["codepoint", "utf16"]
    text: str | None = Field(default=None, exclude_if=absent)
    sha256: str
    model: ModelInfo
    claimex: str
    language: str
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    dates: tuple[DateRecord, ...]
    quantities: tuple[QuantityRecord, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
