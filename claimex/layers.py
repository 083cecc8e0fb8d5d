"""Everything found in one article before its claims: what a family may look at, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimex.dates.timex import Dates
    from claimex.names.entity import Names
    from claimex.quantities import Quantities
    from claimex.speakers import Attributions

__all__ = ["Layers"]


@dataclass(frozen=True, slots=True)
class Layers:
    """One article's parse and the layers over it; `headline` the token at which the text after the headline begins (0: none)."""

    doc: Doc
    names: Names
    dates: Dates
    quantities: Quantities
    attributions: Attributions
    headline: int = 0
