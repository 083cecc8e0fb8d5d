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
    reason: str = Field(description="a word for programs")
    detail: str = Field(description="a line for people")


class Span(Record):
    """Words of the article."""

    text: str
    start: int
    end: int


class Published(Record):
    """When the article was published, how that is known, and the words it was read from."""

    value: str | None = Field(description='"2022-02-08", or as much as is known: "2022-02"; null if unknown')
    grain: Literal["day", "month", "year"] | None = Field(description="how much of it is known")
    how: Literal["given", "metadata", "dateline", "inferred", "unknown"] = Field(
        description="given: the user's word, which wins; metadata: the article's own key; dateline: read at the head of the text "
        "(a full one less than a month away wins over metadata); inferred: from the dates in the text"
    )
    evidence: str | None = Field(description="the words it was read from")


class NerInfo(Record):
    """The recogniser that found the article's names."""

    name: str = Field(description='"claimex_ner", or the spaCy pipeline whose own it is')
    digest: str = Field(description="SHA-256 of its weights file, or of the pipeline's files")


class ModelInfo(Record):
    """The language pipeline that read the article."""

    name: str = Field(description="the spaCy pipeline")
    version: str = Field(description="the pipeline's version")
    digest: str = Field(description="one SHA-256 over the pipeline's files that decide what it says")
    ops: str = Field(description='how thinc multiplies: "stock"')
    ner: NerInfo | None = Field(default=None, description="who found the names; null in records of before it was told")


class Sentence(Record):
    """One sentence's place."""

    start: int
    end: int


class Mention(Record):
    """One place where an entity is named, described or pointed to; `label` only where it differs from the entity's."""

    start: int
    end: int
    text: str
    kind: Literal["name", "nominal", "pronoun"] = Field(
        description='name ("Khan"), nominal ("the prime minister") or pronoun ("he")'
    )
    label: EntityLabel | None = Field(default=None, exclude_if=absent, description="only where it differs from the entity's")


class Entity(Record):
    """One thing named in the article, with all its mentions."""

    id: str = Field(description="e1, e2, ... in order of first mention")
    label: EntityLabel = Field(description="spaCy's label")
    name: str = Field(description="the fullest name in the article")
    country: str | None = Field(description='ISO 3166 code, where the name says one ("Pakistani": PK)')
    kb: str | None = Field(default=None, exclude_if=absent, description="an id from a user's own knowledge base")
    mentions: tuple[Mention, ...]


class DateRecord(Record):
    """One temporal expression: its TIMEX3 type, value and mod, and the first and last day (or time) it can mean."""

    id: str = Field(description="d1, d2, ... in order of place")
    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"] = Field(description="the TIMEX3 type")
    value: str | None = Field(description="the TIMEX3 value; null if unresolved")
    mod: str | None = Field(description="the TIMEX3 mod: START, MID, END, APPROX, MORE_THAN, ...")
    from_: str | None = Field(
        alias="from",
        description="the first day (or ISO time) it can mean; null for durations without anchor, sets and references",
    )
    to: str | None = Field(description="the last day (or ISO time) it can mean, inclusive")
    anchor: str | None = Field(description='what a relative one was counted from: "published", or a date\'s id')
    rule: str = Field(description="the name of the rule that read it")
    unresolved: str | None = Field(description="why there is no value")


class QuantityRecord(Record):
    """One amount with its unit, bounds and approximation."""

    id: str = Field(description="q1, q2, ... in order of place")
    start: int
    end: int
    text: str
    value: int | float | str | None = Field(description='the number; a score is its string ("3-1")')
    low: int | float | None = Field(description="the lower bound of a range")
    high: int | float | None = Field(description="the upper bound of a range")
    unit: str | None = Field(description='"km", "percent", "USD", or the noun counted')
    kind: QuantityKind = Field(description="what is measured")
    approx: Literal["exact", "about", "over", "under"] = Field(
        description="over: at least, more than; under: up to, less than; about: nearly, some"
    )


class Words(Record):
    """A slot's words, with offsets unless `implied`; `parts` where interrupted; `date`, `quantity` where they are one."""

    text: str
    start: int | None = Field(default=None, exclude_if=absent)
    end: int | None = Field(default=None, exclude_if=absent)
    parts: tuple[Span, ...] | None = Field(
        default=None, exclude_if=absent, description="the pieces, where the words are interrupted"
    )
    date: str | None = Field(default=None, exclude_if=absent, description="the id of the date that they are")
    quantity: str | None = Field(default=None, exclude_if=absent, description="the id of the amount that they are")
    implied: bool | None = Field(
        default=None, exclude_if=absent, description="true for a comparison set that is only implied; then there are no offsets"
    )


class Subject(Span):
    """Who or what the claim is about; `entity` the id of the thing named, where it is one."""

    entity: str | None = Field(description="the id of the thing named, where it is one")


class Speaker(Span):
    """Who is reported to say it; `cue` the reporting words."""

    entity: str | None = Field(description="the id of who is named")
    kind: Literal["named", "role", "pronoun", "group", "anonymous"] = Field(description="how the article names the speaker")
    cue: str | None = Field(description="the reporting words")


class Window(Record):
    """The time in which to look; `open`: both ends excluded."""

    from_: str | None = Field(alias="from", description="the first day, month or year to look in")
    to: str | None = Field(description="the last one")
    open: bool = Field(description="both ends excluded")


class Check(Record):
    """What a checker has to find out."""

    question: str = Field(
        description="one question, in English; opened by the speaker or the title of the article where it cannot stand alone"
    )
    refuted_by: str = Field(description="what would prove it wrong")
    window: Window | None = Field(description="the time in which to look")
    implies: tuple[str, ...] = Field(description="facts that follow")


class Claim(Record):
    """One checkable claim: the clause that states it, what kind it is, and how it would be checked."""

    id: str = Field(description="the same for the same article, family and place")
    family: FamilyName = Field(description="how it would be checked")
    text: str = Field(description="the smallest clause that states the claim by itself")
    start: int
    end: int
    sentence: int = Field(description="index into `sentences`")
    cue: Span = Field(description="the words that make it this family's claim")
    pattern: str = Field(description="the name of the pattern that fired")
    statement: str = Field(description="the claim as a sentence that stands alone")
    unresolved: tuple[Span, ...] = Field(
        description="the words that should have been replaced in the statement, and could not be"
    )
    subject: Subject | None = Field(description="who or what it is about")
    slots: dict[str, Words | int | float | str | None] = Field(description="the family's own slots (see the families)")
    dates: tuple[str, ...] = Field(description="ids of what the claim uses; the date that says when comes first")
    quantities: tuple[str, ...] = Field(description="ids of what the claim uses")
    places: tuple[str, ...] = Field(description="ids of the places it names")
    speaker: Speaker | None = Field(description="who is reported to say it; null: the article's own voice")
    polarity: Literal["affirmed", "negated"] = Field(description="negated: the clause denies it")
    certainty: Literal["asserted", "hedged"] = Field(description="hedged: may, might, could, likely, reportedly, appears, ...")
    tense: Literal["past", "present", "future"] = Field(description="seen from the publication date")
    worth: float | None = Field(description="check-worthiness, 0 to 1; null while there is no model")
    worth_why: tuple[str, ...] = Field(description="the features that weighed most")
    check: Check = Field(description="what a checker has to find out")


class Link(Record):
    """How two claims of the article bear on each other."""

    kind: Literal["corroborates", "contradicts", "repeats"] = Field(description="how they bear on each other")
    claims: tuple[str, str] = Field(description="two ids, in order of place")
    why: str = Field(description="in words")


class ArticleRecord(Record):
    """Everything checkable in one article: one line of output."""

    schema_: Literal["claimex/1"] = Field(alias="schema", description="the version of this definition")
    id: str = Field(description="the given id, else the first 16 hex digits of the text's SHA-256")
    source: str | None = Field(description='path, URL or "-"')
    line: int | None = Field(description="the line, for line-based inputs, from 1")
    title: str | None = Field(description="as given, else the headline found in the text (which stays in the text)")
    url: str | None
    meta: dict[str, Any] = Field(description="unknown input keys, unchanged")
    published: Published
    offsets: Literal["codepoint", "utf16"] = Field(description="what offsets count")
    text: str | None = Field(default=None, exclude_if=absent, description="what offsets count in; left out by --no-text")
    sha256: str = Field(description="of the text, in UTF-8")
    model: ModelInfo
    claimex: str = Field(description="the version that wrote it")
    language: str = Field(description="of the article")
    sentences: tuple[Sentence, ...] = Field(description="without the white space around them")
    entities: tuple[Entity, ...]
    dates: tuple[DateRecord, ...]
    quantities: tuple[QuantityRecord, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
