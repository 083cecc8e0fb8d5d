"""Many articles in; a record or a failure for each, in the same order, out.

By the library's loop, or as a run with worker processes, a ledger and an account of everything that was read.
"""

from claimex.batch.chunks import BATCH
from claimex.batch.extract import extract_all

__all__ = ["BATCH", "extract_all"]
