"""The options that say what to write in; the output they ask for out, or misuse where they do not go together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.cli.run import MISUSE, give_up
from claimex.errors import BadOutput

if TYPE_CHECKING:
    from pathlib import Path

    from claimex.cli.options import Offsets, OutputFormat, Per
    from claimex.write.formats import Output

__all__ = ["choose_output"]


def choose_output(path: Path | None, to: OutputFormat | None, *, per: Per, text: bool, offsets: Offsets) -> Output:
    """The output that the options ask for; misuse where they do not go together."""
    from claimex.write.formats import choose

    try:
        return choose(path, format_=None if to is None else to.value, per=per.value, text=text, offsets=offsets.value)
    except BadOutput as error:
        give_up(str(error), MISUSE)
