"""A change claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._change_check import check
from claimex.families._family import Cue, Family, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimex.layers import Layers

__all__ = ["FAMILY"]


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    del cue, layers
    return ()


FAMILY = Family(name="change", slots={}, read=read, check=check)
