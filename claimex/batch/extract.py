"""A stream of articles and failures in; a record or a failure for each, in the same order, out.

The boundary between two articles: whatever goes wrong inside one never takes the others along.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from claimex.batch.chunks import BATCH
from claimex.errors import BadDate, BadInput
from claimex.read.article import Article, Skipped
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimex.pipeline import Extractor
    from claimex.records import ArticleRecord

__all__ = ["extract_all", "extract_batch", "failure", "guarded"]

T = TypeVar("T")


def extract_all(
    load: Callable[[], Extractor], items: Iterable[Article | Failure | Skipped], *, published: str | None = None
) -> Iterator[ArticleRecord | Failure | Skipped]:
    """Each article's record, or why there is none; failures of reading, and what was skipped, pass through in their place.

    `load` makes the extractor when the first article comes, so that a wrong path is told at once.
    """
    extractor = None
    stream = iter(items)
    while batch := list(islice(stream, BATCH)):
        articles = [item for item in batch if isinstance(item, Article)]
        if articles:
            extractor = extractor or load()
            results = iter(extract_batch(extractor, articles, published))
        yield from (next(results) if isinstance(item, Article) else item for item in batch)


def extract_batch(extractor: Extractor, articles: list[Article], published: str | None) -> list[ArticleRecord | Failure]:
    """A record or a failure for each article: all together, or half by half where one of them cannot be read.

    Most that cannot are found out before anything is parsed; the others are still parsed many at a time, which is faster.
    """

    def together() -> list[ArticleRecord | Failure]:
        return list(extractor.extract(articles, published=published))

    records = guarded(together, articles[0])
    if not isinstance(records, Failure):
        return records
    if len(articles) == 1:
        return [records]
    half = len(articles) // 2
    return [*extract_batch(extractor, articles[:half], published), *extract_batch(extractor, articles[half:], published)]


def guarded(call: Callable[[], T], article: Article) -> T | Failure:
    """What the call gives, or the failure of the article that it is blamed on."""
    try:
        return call()
    except BadInput as error:
        return failure(article, error.reason, str(error))
    except BadDate as error:
        return failure(article, "published", str(error))
    except Exception as error:  # noqa: BLE001  # the one boundary: a fault of ours costs one article, and is told
        return failure(article, "internal", f"{type(error).__name__}: {error}")


def failure(article: Article, reason: str, detail: str) -> Failure:
    return Failure(source=article.source, line=article.line, id=article.id, reason=reason, detail=" ".join(detail.split()))
