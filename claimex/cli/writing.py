"""What commands do to write records: choose the format, open the output, and say what does not go together."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimex.cli.run import FATAL, MISUSE, give_up, sink
from claimex.errors import BadOutput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claimex.cli.options import Offsets, OutputFormat, Per
    from claimex.records import ArticleRecord
    from claimex.write.formats import Output

__all__ = ["choose_output", "writing"]


def choose_output(path: Path | None, to: OutputFormat | None, *, per: Per, text: bool, offsets: Offsets) -> Output:
    """The output that the options ask for; misuse where they do not go together."""
    from claimex.write.formats import choose

    try:
        return choose(path, format_=None if to is None else to.value, per=per.value, text=text, offsets=offsets.value)
    except BadOutput as error:
        give_up(str(error), MISUSE)


@contextmanager
def writing(output: Output, path: Path | None) -> Iterator[Callable[[ArticleRecord], None]]:
    """What takes each record, in order."""
    from claimex.write.compress import compressing
    from claimex.write.formats import open_whole

    if output.appendable:
        with sink(path) as raw, compressing(raw, output.compression) as out:
            out.write(output.header)

            def append(record: ArticleRecord) -> None:
                out.write(output.encode(record))
                if output.compression is None:  # each flush would start a new block, and spoil the compression
                    out.flush()

            yield append
        return
    if path is None:  # `choose` turns that down
        raise AssertionError
    try:
        with open_whole(output, path) as writer:
            yield writer.add
    except OSError as error:
        give_up(f"{path}: cannot write: {(error.strerror or str(error)).lower()}", FATAL)
