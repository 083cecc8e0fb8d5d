"""A Doc and its names in; who is reported to say what, out: quotations and reported speech."""

from __future__ import annotations

from claimex.speakers.attribution import Attribution, Attributions
from claimex.speakers.find import find_attributions

__all__ = ["Attribution", "Attributions", "find_attributions"]
