"""Settings and a few articles in; for each the bytes of its record, or the failure it ended in, out.

The same in the process of the command and in a worker process.
"""

from __future__ import annotations

import gc
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from claimex.batch.extract import extract_batch, guarded
from claimex.choose import Choice, choose
from claimex.records import Failure
from claimex.write.jsonl import dump

if TYPE_CHECKING:
    from claimex.read.article import Article
    from claimex.records import ArticleRecord
    from claimex.write.formats import Output

__all__ = ["Done", "Result", "Settings", "Work"]


@dataclass(frozen=True, slots=True)
class Done:
    """An article that was read: its record as bytes of the output, and how many words it has."""

    data: bytes
    words: int


Result: TypeAlias = Done | Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What decides the output but the input; plain values, which can be sent to a worker.

    `extractor` holds the arguments of `Extractor`; `published` the publication date of every article, if one was given;
    `reading` how the input is read, which is only compared with that of an earlier run; `choice` which claims are kept.
    """

    output: Output
    published: str | None = None
    extractor: dict[str, Any] = field(default_factory=dict)
    reading: dict[str, Any] = field(default_factory=dict)
    choice: Choice = field(default_factory=Choice)

    def described(self) -> dict[str, Any]:
        """The settings as JSON can hold them, to be compared with those of an earlier run."""
        own = {"output": asdict(self.output), "published": self.published, "extractor": self.extractor, "reading": self.reading}
        choice = {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self.choice).items()}
        return own | {"choice": choice}


class Work:
    """A loaded extractor and what its records are to look like."""

    def __init__(self, settings: Settings) -> None:
        """Load the language pipeline. Raises MissingModel.

        What is loaded stays to the end of the process, so the garbage collector need not look at it over and over, which takes a
        tenth of the time. It is done here and not in `Extractor`, since it is for the process as a whole to say.
        """
        from claimex.pipeline import Extractor  # noqa: PLC0415  # spaCy: only where articles are read

        self.settings = settings
        self.extractor = Extractor(**settings.extractor)
        gc.collect()
        gc.freeze()

    @property
    def model(self) -> str:
        """The language pipeline that the records name, as JSON."""
        return self.extractor.read.model.model_dump_json()

    def __call__(self, articles: list[Article]) -> list[Result]:
        """A result for each article, in order."""
        records = extract_batch(self.extractor, articles, self.settings.published)
        return [
            record if isinstance(record, Failure) else guarded(lambda record=record: self.done(record), article)  # type: ignore[misc]  # mypy cannot infer a lambda's default
            for article, record in zip(articles, records, strict=True)
        ]

    def done(self, record: ArticleRecord) -> Done:
        output = self.settings.output
        record = choose(record, self.settings.choice)
        data = output.encode(record) if output.appendable else dump(record).encode()
        return Done(data, len((record.text or "").split()))
