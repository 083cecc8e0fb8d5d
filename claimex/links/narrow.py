"""A check and the links of its claim in; the check with its window begun where a corroborating claim dates the last time, out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.wording.windows import back_window, last_dated, span_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimex.families._family import Check, Claim
    from claimex.layers import Layers
    from claimex.links.link import Link

__all__ = ["last_times", "narrowed"]


def last_times(claims: tuple[Claim, ...], links: Iterable[Link], layers: Layers) -> Mapping[str, str]:
    """The date of the last time, by the id of each rarity claim that another claim's "last time" corroborates."""
    by_id = {claim.id: claim for claim in claims}
    found: dict[str, str] = {}
    for link in links:
        if link.kind != "corroborates":
            continue
        for id_, other in (link.claims, link.claims[::-1]):
            dated = last_dated(by_id[other], layers)
            if dated is not None and back_window(by_id[id_], layers) is not None:
                found[id_] = dated
    return found


def narrowed(check: Check, dated: str | None) -> Check:
    """The check, with "between 1999 and ..." as "between March 1999 and ..."."""
    window = check.window
    if dated is None or window is None or window.from_ is None or not dated.startswith(f"{window.from_}-"):
        return check
    new = replace(window, from_=dated)
    old_words, new_words = span_words(window), span_words(new)
    return replace(
        check,
        question=check.question.replace(old_words, new_words),
        refuted_by=check.refuted_by.replace(old_words, new_words),
        window=new,
    )
