"""Parsed text and places in it in; how much it is worth checking, 0 to 1, and what weighed most, out."""

from claimex.worth.claims import stretch_of
from claimex.worth.model import WorthModel, load_worth
from claimex.worth.score import Worth, WorthScorer

__all__ = ["Worth", "WorthModel", "WorthScorer", "load_worth", "stretch_of"]
