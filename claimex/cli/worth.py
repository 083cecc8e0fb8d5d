"""`claimex worth`: sentences in, how much each is worth checking out."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimex.cli.options import DEFAULT_MODEL, DEFAULT_NER, Arithmetic, Model, Ner, Ops
from claimex.cli.reading import reads
from claimex.cli.run import FATAL, SOME_FAILED, give_up, read, say, sink, told
from claimex.read.article import Skipped
from claimex.read.options import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.read.article import Article
    from claimex.records import Failure
    from claimex.worth import Worth

__all__ = ["worth_command"]

BATCH = 256  # sentences read before they are written
Sentence = tuple[str, str]  # id and text
SentencePaths = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Texts of a sentence a line, or .jsonl files with id and text; - reads stdin.")
]


@reads
def worth_command(
    paths: SentencePaths,
    *,
    reading: ReadOptions,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, not to stdout.")] = None,
    model: Model = DEFAULT_MODEL,
    ops: Ops = Arithmetic.fast,
    ner: Ner = DEFAULT_NER,
) -> None:
    """Write how much each sentence is worth checking, 0 to 1, whether that is enough, and why, as JSON, a line each."""
    from claimex.errors import ClaimexError
    from claimex.nlp import load_pipeline
    from claimex.worth import WorthScorer, score_sentences

    run = Sentences()
    stream = run.read(read(paths, reading))
    try:
        scorer, nlp = WorthScorer(), None
        with sink(output) as out:
            while batch := list(islice(stream, BATCH)):
                nlp = load_pipeline(model, ops=ops.value, ner=ner.value) if nlp is None else nlp
                scored = score_sentences(nlp, scorer, [text for _, text in batch])
                out.writelines(line(*sentence, worth) for sentence, worth in zip(batch, scored, strict=True))
                out.flush()
    except ClaimexError as error:
        give_up(str(error), FATAL)
    if run.failed:
        raise typer.Exit(SOME_FAILED if run.done else FATAL)


def line(id_: str, text: str, worth: Worth) -> bytes:
    found = {"id": id_, "text": text, "worth": worth.value, "worthy": worth.worthy, "why": worth.why}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class Sentences:
    """What is read, counted; failures are told as they come."""

    def __init__(self) -> None:
        self.done = 0
        self.failed = 0

    def read(self, items: Iterator[Article | Failure | Skipped]) -> Iterator[Sentence]:
        """Each sentence with its id: as given, else the number of its line."""
        from claimex.errors import BadInput
        from claimex.pipeline import check_text
        from claimex.records import Failure

        for item in items:
            if isinstance(item, Failure):
                self.fail(item)
            elif not isinstance(item, Skipped):
                for number, text in lines_of(item):
                    try:
                        check_text(text)
                    except BadInput as error:
                        self.fail(Failure(source=item.source, line=number, id=item.id, reason=error.reason, detail=str(error)))
                    else:
                        self.done += 1
                        yield item.id or str(number), text

    def fail(self, failure: Failure) -> None:
        self.failed += 1
        say(told(failure))


def lines_of(item: Article) -> Iterator[tuple[int, str]]:
    """The sentence of a record, or of each line of a text that is not blank, with the number of its line."""
    if item.line is not None:
        yield item.line, item.text
        return
    for number, text in enumerate(item.text.split("\n"), 1):
        if text.strip():
            yield number, text.strip()
