"""An article's claims in; which of them corroborate, contradict or repeat each other, and why in words, out.

Claims are put into small groups by what they must share (rank, date, number, topic) before any two are compared.
"""

from claimex.links.find import find_links
from claimex.links.link import Link
from claimex.links.narrow import last_times, narrowed

__all__ = ["Link", "find_links", "last_times", "narrowed"]
