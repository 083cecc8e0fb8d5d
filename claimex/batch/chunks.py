"""What the reader gives in, in order; batches of it out, as much as is sent to a worker at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from claimex.read.article import Article, Skipped
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["BATCH", "Batch", "Item", "batches"]

Item: TypeAlias = Article | Failure | Skipped

BATCH = 16  # articles, as pipeline.BATCH, whose module imports spaCy: a wrong path is told before that
MAX_CHARS = 100_000  # of the articles of a batch together: a long one does not keep fifteen others waiting
MAX_ITEMS = 256  # with those that are no articles: a folder of a thousand pictures is no single batch


@dataclass(slots=True)
class Batch:
    """Some items that follow each other; `start` is the place of the first in all of the input, from 0."""

    start: int
    items: list[Item] = field(default_factory=list)

    @property
    def articles(self) -> list[Article]:
        return [item for item in self.items if isinstance(item, Article)]


def batches(items: Iterable[Item], *, start: int = 0) -> Iterator[Batch]:
    """Batches of the items, in order; an article of more than MAX_CHARS stands in one without other articles."""
    batch, count, chars = Batch(start), 0, 0
    for place, item in enumerate(items, start):
        size = len(item.text) if isinstance(item, Article) else 0
        if count == BATCH or len(batch.items) == MAX_ITEMS or (count and chars + size > MAX_CHARS):
            yield batch
            batch, count, chars = Batch(place), 0, 0
        batch.items.append(item)
        count += isinstance(item, Article)
        chars += size
    if batch.items:
        yield batch
