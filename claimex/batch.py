"""A stream of articles and failures in; a record or a failure for each, in the same order, out.

The boundary between two articles: whatever goes wrong inside one never takes the others along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.errors import BadDate, BadInput
from claimex.records import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimex.pipeline import Extractor
    from claimex.read.article import Article
    from claimex.records import ArticleRecord

__all__ = ["extract_all"]


def extract_all(
    load: Callable[[], Extractor], items: Iterable[Article | Failure], *, published: str | None = None
) -> Iterator[ArticleRecord | Failure]:
    """Each article's record, or why there is none; failures of reading pass through in their place.

    `load` makes the extractor when the first article comes, so that a wrong path is told at once.
    """
    extractor = None
    for item in items:
        if isinstance(item, Failure):
            yield item
        else:
            extractor = extractor or load()
            yield attempt(extractor, item, published)


def attempt(extractor: Extractor, article: Article, published: str | None) -> ArticleRecord | Failure:
    try:
        return extractor.extract_one(article, published=published)
    except BadInput as error:
        return failure(article, error.reason, str(error))
    except BadDate as error:
        return failure(article, "published", str(error))
    except Exception as error:  # noqa: BLE001  # the one boundary: a fault of ours costs one article, and is told
        return failure(article, "internal", f"{type(error).__name__}: {error}")


def failure(article: Article, reason: str, detail: str) -> Failure:
    return Failure(source=article.source, line=article.line, id=article.id, reason=reason, detail=" ".join(detail.split()))
