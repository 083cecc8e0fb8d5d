"""brat: a folder with a .txt and an .ann for each article, and the configuration that brat needs to show them.

A claim is an event: its cue is the trigger, its clause, subject, speaker and slots are arguments, and polarity, certainty and
tense are attributes. brat's lines cannot hold line breaks, so a place that runs over one is given in pieces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from claimex.convert.marks import marks
from claimex.convert.offsets import with_text
from claimex.records import DateRecord, EntityLabel, FamilyName, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimex.convert.marks import Mark
    from claimex.records import ArticleRecord, Claim

__all__ = ["write_brat"]

NAME = re.compile(r"[^A-Za-z0-9._-]+")
# Pieces without anything that ends a line for Python (brat reads its lines so) or a field, and without white space around them.
BREAKS = r"\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
PIECE = re.compile(rf"\S(?:[^{BREAKS}]*\S)?")
NAME_LENGTH = 60
ATTRIBUTES = {"polarity": "affirmed|negated", "certainty": "asserted|hedged", "tense": "past|present|future"}
DATE_TYPES = get_args(DateRecord.model_fields["type"].annotation)
ROLES = ("clause", "subject", "speaker")
TYPES = {"claims": "clause", "slots": "slot"}  # a slot's own name is its role: `cause` is a family and a slot


def write_brat(records: Iterable[ArticleRecord], folder: Path) -> None:
    """Write into an existing, empty folder. Files are numbered, so that articles with the same id stay apart."""
    slots: dict[str, set[str]] = {family: set() for family in get_args(FamilyName)}
    for number, (record, text) in enumerate(with_text(records, need="brat"), 1):
        name = f"{number:06}-{NAME.sub('_', record.id)[:NAME_LENGTH]}"
        (folder / f"{name}.txt").write_bytes(text.encode())
        (folder / f"{name}.ann").write_bytes("".join(f"{line}\n" for line in lines(record, text)).encode())
        for claim in record.claims:
            slots[claim.family] |= {name for name, slot in claim.slots.items() if isinstance(slot, Words)}
    (folder / "annotation.conf").write_text(configuration(slots), encoding="utf-8")


def lines(record: ArticleRecord, text: str) -> Iterator[str]:
    """The lines of an .ann file."""
    ids: dict[str, str] = {}
    families = {claim.id: claim.family for claim in record.claims}  # a trigger has to have the type of its event
    for mark in marks(record):
        label = families[mark.claim] if mark.group == "cues" and mark.claim else TYPES.get(mark.group, mark.label)
        ids[mark.id] = f"T{len(ids) + 1}"
        yield f"{ids[mark.id]}\t{label} {places(mark, text)}"
    for number, claim in enumerate(record.claims, 1):
        yield f"E{number}\t{claim.family}:{ids[f'{claim.id}.cue']} {arguments(claim, ids)}"
    for number, (event, key, value) in enumerate(attributes(record), 1):
        yield f"A{number}\t{key} {event} {value}"
    for number, claim in enumerate(record.claims, 1):
        yield f"#{number}\tAnnotatorNotes E{number}\t{' '.join(claim.statement.split())}"


def places(mark: Mark, text: str) -> str:
    """The offsets and words of a mark, in pieces that hold no line break; brat joins the words of pieces with a space."""
    pieces = [
        (start + line.start(), start + line.end())
        for start, end in mark.parts
        for line in PIECE.finditer(text[start:end])
    ]  # fmt: skip
    offsets = ";".join(f"{start} {end}" for start, end in pieces)
    return f"{offsets}\t{' '.join(text[start:end] for start, end in pieces)}"


def arguments(claim: Claim, ids: dict[str, str]) -> str:
    """What belongs to the claim, by role."""
    found = {"clause": claim.id, "subject": f"{claim.id}.subject", "speaker": f"{claim.id}.speaker"}
    found |= {role_name(name): f"{claim.id}.{name}" for name in claim.slots}
    return " ".join(f"{role}:{ids[id_]}" for role, id_ in found.items() if id_ in ids)


def role_name(slot: str) -> str:
    """A slot's role, which must not be one that every claim has."""
    return f"{slot}_slot" if slot in ROLES else slot


def attributes(record: ArticleRecord) -> Iterator[tuple[str, str, str]]:
    for number, claim in enumerate(record.claims, 1):
        for key in ATTRIBUTES:
            yield f"E{number}", key, getattr(claim, key)


def configuration(slots: dict[str, set[str]]) -> str:
    """The annotation.conf: every type that the .ann files use, and each family's slots as roles."""
    entities = [*get_args(EntityLabel), *DATE_TYPES, "QUANTITY", *ROLES, "slot"]
    roles = {family: (*ROLES, *map(role_name, sorted(names))) for family, names in slots.items()}
    events = [f"{family}\t{', '.join(f'{role}?:<ENTITY>' for role in names)}" for family, names in roles.items()]
    values = [f"{name}\tArg:<EVENT>, Value:{choices}" for name, choices in ATTRIBUTES.items()]
    sections = {"entities": entities, "relations": (), "events": events, "attributes": values}
    return "\n".join(f"[{name}]\n" + "".join(f"{line}\n" for line in rows) for name, rows in sections.items())
