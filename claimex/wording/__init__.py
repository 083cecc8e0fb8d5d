"""Words of the article and layers in; English sentences and questions that stand alone, out.

`rewrite` replaces names and dates, `sentence` supplies what a clause lacks, `question` turns a sentence into a question,
`check` holds what the families' checks share.
"""

from claimex.wording.check import plain_check

__all__ = ["plain_check"]
