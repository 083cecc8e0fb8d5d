"""The names layer's way in: entities repaired, linked and given their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.names.entity import Entity, Mention, Names
from claimex.spans import extent

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_names"]

LABELS = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})


def find_names(doc: Doc) -> Names:
    """Every entity of `doc` with its mentions, and every role."""
    found: dict[tuple[str, str], list[Mention]] = {}
    for ent in doc.ents:
        if ent.label_ in LABELS:
            found.setdefault((ent.label_, ent.text), []).append(Mention(extent(doc, ent.start, ent.end), "name"))
    return Names(
        tuple(Entity(f"e{n}", label, name, None, tuple(mentions)) for n, ((label, name), mentions) in enumerate(found.items(), 1))
    )
