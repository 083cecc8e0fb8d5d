"""Parsed text and places in it in; how much it is worth checking, 0 to 1, and what weighed most, out."""

from claimex.worth.claims import stretch_of
from claimex.worth.model import WorthModel, load_worth
from claimex.worth.score import Worth, WorthScorer
from claimex.worth.sentences import score_sentences

__all__ = ["Worth", "WorthModel", "WorthScorer", "load_worth", "score_sentences", "stretch_of"]
