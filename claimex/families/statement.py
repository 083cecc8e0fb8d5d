"""Somebody is reported to say, write, think or find something: "said", "according to", "denied", "asked whether".

It can be checked against what the speaker did say, or where. "He spoke to reporters" is none: nothing is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Cue, Family, Phrase, Reading
from claimex.families._statement_check import check
from claimex.spans import covering

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimex.layers import Layers
    from claimex.speakers import Attribution

__all__ = ["FAMILY"]


def cues(layers: Layers) -> Iterable[Cue]:
    return [Cue(item.pattern, item.cue, item) for item in layers.attributions]


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    item: Attribution = cue.source
    parts = item.content
    whole = parts[0] if len(parts) == 1 else covering(layers.doc, parts[0].start, parts[-1].end)
    content = Phrase(whole, parts if len(parts) > 1 else ())
    yield Reading(item.cue, item.clause, item.head, item.source, {"content": content, "kind": item.form})


FAMILY = Family(
    name="statement",
    slots={"content": "the words reported", "kind": "direct, indirect or mixed"},
    read=read,
    check=check,
    cues=cues,
)
