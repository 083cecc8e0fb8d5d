"""What the names layer gives: entities with their mentions, and roles, found by place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.spans import Extent

__all__ = ["Entity", "Mention", "Names", "Pair", "Role"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named ("Khan"), described ("the prime minister") or pointed to ("he").

    `label` is set only where it differs from the entity's. A name's extent holds no title and no possessive.
    """

    at: Extent
    kind: Literal["name", "nominal", "pronoun"]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing named in the article; ids are e1, e2, ... in order of first mention."""

    id: str
    label: str
    name: str
    country: str | None
    mentions: tuple[Mention, ...]
    gender: Literal["male", "female"] | None = None
    kb: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A named person's office, title, job or membership, once for each distinct title and holder.

    `how` = title ("President Putin"), apposition ("Mohib, Afghan ambassador"), predicate ("Kamen is the founder of X") or
    member ("Smith of the Labour Party"). `words` are all the role's words ("former Army chief"); `title` those of the
    office itself without status and organisation ("chief"); `org` organisation or country ("Army"). `clause` is the
    smallest stretch that states it: role words and holder together.
    """

    holder: Extent
    entity: str
    words: Extent
    title: Extent
    org: Extent | None
    status: Literal["current", "former", "then", "acting", "next"]
    how: Literal["title", "apposition", "predicate", "member"]
    clause: Extent


Pair = tuple["Extent", tuple[str, ...]]


class Names:
    """All entities and roles of one article.

    `pairs` are the places that mean two of the entities ("the two"), or one of two ("the latter"), with their ids. Each is
    a mention of its entities too, but `at` and `named_in`, which answer with one entity, know only those that mean one.
    """

    def __init__(self, entities: tuple[Entity, ...], roles: tuple[Role, ...] = (), pairs: tuple[Pair, ...] = ()) -> None:
        self.entities = entities
        self.roles = roles
        self.pairs = pairs
        both = {at for at, ids in pairs if len(ids) > 1}
        self._pairs = {at.i: (at, ids) for at, ids in pairs}
        self._by_id = {entity.id: entity for entity in entities}
        self._by_token = {
            i: (entity, mention)
            for kind in ("nominal", "pronoun", "name")  # a name wins over the description around it
            for entity in entities
            for mention in entity.mentions
            if mention.kind == kind and mention.at not in both
            for i in range(mention.at.i, mention.at.j)
        }

    def __iter__(self) -> Iterator[Entity]:
        return iter(self.entities)

    def __getitem__(self, id_: str) -> Entity:
        return self._by_id[id_]

    def at(self, i: int) -> tuple[Entity, Mention] | None:
        """The entity, and its mention, that token `i` is part of."""
        return self._by_token.get(i)

    def pair_at(self, i: int) -> tuple[Extent, tuple[Entity, ...]] | None:
        """The words that begin at token `i` and mean two of the entities, or one of two; with these."""
        found = self._pairs.get(i)
        return None if found is None else (found[0], tuple(self._by_id[id_] for id_ in found[1]))

    def named_in(self, i: int, j: int) -> tuple[Entity, ...]:
        """The entities that have a mention of any kind starting inside tokens [i, j), in order, each once."""
        found: dict[str, Entity] = {}
        for k in range(i, j):
            hit = self._by_token.get(k)
            if hit is not None:
                found.setdefault(hit[0].id, hit[0])
        return tuple(found.values())
