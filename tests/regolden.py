"""The golden run: every article of corpus/golden, and the line it gives. `python -m tests.regolden` rewrites the lines.

The diff is read like code: a golden line shows what claimex says today, right or wrong.
"""

from __future__ import annotations

import hashlib
import tomllib
from typing import TYPE_CHECKING

from claimex.pipeline import Extractor
from claimex.read.article import Article
from claimex.resources import resource
from claimex.write.jsonl import dump

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claimex.records import ArticleRecord

FOLDER = resource("corpus", "golden")


def golden_articles() -> dict[str, Article]:
    """The articles by name, with the publication date that published.toml gives, if any. Line ends stay as they are."""
    published = tomllib.loads((FOLDER / "published.toml").read_text(encoding="utf-8"))
    return {
        path.stem: Article(text=path.read_bytes().decode("utf-8"), source=path.name, published=published.get(path.stem))
        for path in sorted(FOLDER.glob("*.txt"))
    }


def golden_path(name: str) -> Path:
    return FOLDER / f"{name}.jsonl"


def golden_line(record: ArticleRecord) -> bytes:
    """The bytes of an article's golden file."""
    return (dump(record) + "\n").encode("utf-8")


def digest(records: Iterable[ArticleRecord]) -> str:
    """One SHA-256 for the bytes of a run."""
    return hashlib.sha256(b"".join(map(golden_line, records))).hexdigest()


def main() -> None:
    """Rewrite every golden line, and drop those whose article is gone."""
    articles = golden_articles()
    for path in FOLDER.glob("*.jsonl"):
        if path.stem not in articles:
            path.unlink()
    for name, record in zip(articles, Extractor().extract(articles.values()), strict=True):
        golden_path(name).write_bytes(golden_line(record))


if __name__ == "__main__":
    main()
