"""The labels of the recogniser, which are the stock pipeline's, and the classes of its network: O, and B, I, L, U of each."""

from __future__ import annotations

__all__ = ["AMOUNTS", "BEGIN", "CLASSES", "INSIDE", "LABELS", "LAST", "NAMES", "OUTSIDE", "UNIT"]

NAMES = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE")
AMOUNTS = ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY")  # hints for the rules of dates and amounts
LABELS = NAMES + AMOUNTS

# Columns of the network's output: 0 is O, then all B, all I, all L, all U, each in the order of LABELS.
OUTSIDE = 0
BEGIN, INSIDE, LAST, UNIT = (1 + k * len(LABELS) for k in range(4))
CLASSES = 1 + 4 * len(LABELS)
