"""What a claim family is: how its cues look, and what they mean.

A family's module has a docstring (its definition, printed on its page) and one constant, `FAMILY`. Nothing lists the
modules: `load_families` finds them by name, in sorted order.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import claimex.families

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimex.layers import Layers
    from claimex.spans import Extent
    from claimex.speakers import Attribution

__all__ = ["Check", "Claim", "Cue", "Family", "Phrase", "Reading", "Slot", "TokenPattern", "Window", "load_families"]

TokenPattern = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A slot that is words of the article: where they stand, `parts` where interrupted, the date or amount that they are.

    `implied` gives words for a comparison set that is only implied; then `at` is None.
    """

    at: Extent | None
    parts: tuple[Extent, ...] = ()
    date: str | None = None
    quantity: str | None = None
    implied: str | None = None


Slot = Phrase | str | int | float | None


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that may make a claim: the name of the pattern that fired and where; `source` the layer's value behind it, if any."""

    pattern: str
    at: Extent
    source: Any = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cue was read to mean.

    `head` is the token whose finite verb decides tense, polarity and certainty (the clause's verb; for a claim in a noun
    phrase, the phrase's head). `when` is the id of the date that says when, `uses` further dates. `pattern` replaces the
    cue's where reading tells more ("first-in-period"). `polarity`, `certainty`, `tense` are set only where the family
    knows better than the tree around `head`.
    """

    cue: Extent
    clause: Extent
    head: int
    subject: Extent | None
    slots: Mapping[str, Slot]
    when: str | None = None
    uses: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    pattern: str | None = None
    polarity: str | None = None
    certainty: str | None = None
    tense: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim, read and settled: record.md's keys, with places instead of texts.

    `attribution` is the report that the claim stands in, or for a statement the report that it is; its source is the speaker.
    """

    id: str
    family: str
    pattern: str
    cue: Extent
    clause: Extent
    head: int
    subject: Extent | None
    slots: Mapping[str, Slot]
    dates: tuple[str, ...]
    quantities: tuple[str, ...]
    places: tuple[str, ...]
    attribution: Attribution | None
    polarity: str
    certainty: str
    tense: str


@dataclass(frozen=True, slots=True)
class Window:
    """The time in which to look, in ISO days, months or years; `open`: both ends excluded."""

    from_: str | None
    to: str | None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """What a checker has to find out: one question, what would refute the claim, when to look, and what follows from it."""

    question: str
    refuted_by: str
    window: Window | None = None
    implies: tuple[str, ...] = ()


def no_cues(layers: Layers) -> Iterable[Cue]:
    """The cues of a family that has none in a layer."""
    del layers
    return ()


@dataclass(frozen=True, slots=True)
class Family:
    """One family: its token patterns by name, the cues that a layer gives it, and the function that reads a cue.

    `patterns` go into one spaCy Matcher with those of all other families (use LOWER, LEMMA, TAG, DEP; no POS, MORPH or
    REGEX: the default pipeline has no morphology, and REGEX is slow). `cues` takes them from a layer instead (quantities,
    roles, attributions). `read` returns the readings of one cue: none, if the words fit but the claim is not made. `check`
    takes the settled claim and its `Sentence` (claimex.wording: the claim as a sentence that stands alone, in its parts) and
    says how it would be checked. `slots` maps
    each slot's name to what it holds, for the docs.
    """

    name: str
    slots: Mapping[str, str]
    read: Callable[[Cue, Layers], Iterable[Reading]]
    check: Callable[[Claim, Any, Layers], Check]
    patterns: Mapping[str, tuple[TokenPattern, ...]] = field(default_factory=dict)
    cues: Callable[[Layers], Iterable[Cue]] = no_cues

    @property
    def definition(self) -> str:
        """The module's docstring."""
        return importlib.import_module(f"claimex.families.{self.name}").__doc__ or ""


@cache
def load_families() -> tuple[Family, ...]:
    """Every family, sorted by name; a module of this package whose name has no leading underscore is one."""
    names = sorted(module.name for module in pkgutil.iter_modules(claimex.families.__path__) if not module.name.startswith("_"))
    return tuple(importlib.import_module(f"claimex.families.{name}").FAMILY for name in names)
