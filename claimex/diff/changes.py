"""Two files of output in; a `Change` for each claim or article that came, went or changed out, and how many there were."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claimex.convert.load import load_records
from claimex.diff.pairs import pair_articles, pair_claims
from claimex.diff.seen import seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimex.diff.seen import SeenArticle, SeenClaim

__all__ = ["KEYS", "Change", "Counts", "changes"]

KEYS = (
    "text", "cue", "pattern", "statement", "unresolved", "subject", "slots", "dates", "quantities", "places", "speaker",
    "polarity", "certainty", "tense", "worth", "worth_why", "question", "refuted_by", "window", "implies",
)  # fmt: skip


@dataclass(slots=True)
class Counts:
    """How the two files compare, by number."""

    articles: int = 0
    same: int = 0
    found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("came", "went", "changed"), 0))
    articles_found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("came", "went", "changed"), 0))

    @property
    def differ(self) -> bool:
        """Whether anything came, went or changed."""
        return any(self.found.values()) or any(self.articles_found.values())


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `what` is claim or article, `kind` came, went or changed; `keys` has the old and new value of each key."""

    what: str
    kind: str
    article: dict[str, Any]
    claim: dict[str, Any] | None = None
    keys: dict[str, tuple[Any, Any]] = field(default_factory=dict)


def changes(old: Path, new: Path, counts: Counts, *, ignore: frozenset[str] = frozenset()) -> Iterator[Change]:
    """What differs, article by article; `counts` is complete at the end. Keys of `ignore` are not compared."""
    for before, after in pair_articles(*((seen(r, n) for n, r in enumerate(load_records(path), 1)) for path in (old, new))):
        counts.articles += 1
        if before is not None and after is not None:
            found = versions(before, after, counts, ignore)
        elif before is not None:
            found = alone(before, "went")
        elif after is not None:
            found = alone(after, "came")
        for change in found:
            (counts.found if change.what == "claim" else counts.articles_found)[change.kind] += 1
            yield change


def alone(article: SeenArticle, kind: str) -> Iterator[Change]:
    """An article without another version, and its claims."""
    yield Change("article", kind, article.head)
    yield from (Change("claim", kind, article.head, told(claim)) for claim in article.claims)


def versions(before: SeenArticle, after: SeenArticle, counts: Counts, ignore: frozenset[str]) -> Iterator[Change]:
    """The change of an article itself, then those of its claims."""
    heads = {"text": (before.sha256, after.sha256), "published": (before.published, after.published)}
    keys = {key: values for key, values in heads.items() if values[0] != values[1]}
    if keys:
        yield Change("article", "changed", after.head, keys=keys)
    for one, other in pair_claims(before, after):
        if one is not None and other is not None:
            if found := differing(one, other, ignore):
                yield Change("claim", "changed", after.head, told(other), found)
            else:
                counts.same += 1
        elif one is not None:
            yield Change("claim", "went", after.head, told(one))
        elif other is not None:
            yield Change("claim", "came", after.head, told(other))


def differing(one: SeenClaim, other: SeenClaim, ignore: frozenset[str]) -> dict[str, tuple[Any, Any]]:
    """The keys whose values differ; of slots, each slot by its own name."""
    found: dict[str, tuple[Any, Any]] = {}
    for key in KEYS:
        a, b = one.values[key], other.values[key]
        if key in ignore or a == b:
            continue
        if key == "slots":
            names = dict.fromkeys([*a, *b])
            found |= {f"slots.{name}": (a.get(name), b.get(name)) for name in names if a.get(name) != b.get(name)}
        else:
            found[key] = (a, b)
    return found


def told(claim: SeenClaim) -> dict[str, Any]:
    """What tells a reader which claim it is."""
    return {
        "id": claim.id, "family": claim.family, "start": claim.start, "end": claim.end, "text": claim.values["text"],
        "statement": claim.values["statement"],
    }  # fmt: skip
