"""A record and what an editor wants of claims in; the record with only the claims that fit, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from claimex.records import FamilyName

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimex.records import ArticleRecord, Claim, Mention

__all__ = ["FACETS", "FAMILIES", "TENSES", "Choice", "by_worth", "choose"]

FAMILIES: tuple[str, ...] = get_args(FamilyName)
TENSES = ("past", "present", "future")
# What a claim can have, by the name that the command line knows it by; `people` are the ids of persons with a name.
FACETS: Mapping[str, Callable[[Claim, frozenset[str]], bool]] = {
    "number": lambda claim, _: bool(claim.quantities),
    "date": lambda claim, _: bool(claim.dates),
    "place": lambda claim, _: bool(claim.places),
    "speaker": lambda claim, _: claim.speaker is not None,
    "person": lambda claim, people: claim.subject is not None and claim.subject.entity in people,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which claims are wanted: of these families and tenses (none given: of all), with all of these, and without any of those.

    `with_` and `without` hold names of FACETS. A claim whose worth is unknown is below every `min_worth`.
    """

    min_worth: float | None = None
    only: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    when: tuple[str, ...] = ()

    @property
    def takes_all(self) -> bool:
        return self == Choice()

    def __call__(self, claim: Claim, people: frozenset[str]) -> bool:
        """Whether a claim is wanted."""
        if self.min_worth is not None and (claim.worth is None or claim.worth < self.min_worth):
            return False
        if (self.only and claim.family not in self.only) or (self.when and claim.tense not in self.when):
            return False
        has = (FACETS[name](claim, people) for name in self.with_)
        return all(has) and not any(FACETS[name](claim, people) for name in self.without)


def choose(record: ArticleRecord, choice: Choice) -> ArticleRecord:
    """The record without the claims that are not wanted, and without links to them; everything else stays as it is."""
    if choice.takes_all:
        return record
    people = frozenset(entity.id for entity in record.entities if entity.label == "PERSON" and is_named(entity.mentions))
    claims = tuple(claim for claim in record.claims if choice(claim, people))
    kept = {claim.id for claim in claims}
    links = tuple(link for link in record.links if kept.issuperset(link.claims))
    return record.model_copy(update={"claims": claims, "links": links})


def is_named(mentions: Iterable[Mention]) -> bool:
    return any(mention.kind == "name" for mention in mentions)


def by_worth(record: ArticleRecord) -> ArticleRecord:
    """The record with its claims sorted, the worthiest first; those of one worth stay in the order of the text."""
    claims = tuple(sorted(record.claims, key=lambda claim: -(claim.worth or 0)))
    return record.model_copy(update={"claims": claims})
