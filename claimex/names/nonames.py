"""A spot in; whether it names no entity, out: an office alone, a plain word, a disease, a time zone, an initial."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.names.make import ABSTRACT

if TYPE_CHECKING:
    from claimex.names.kinds import Kinds
    from claimex.names.words import Spot, Words

__all__ = ["is_no_name"]

DISEASE = re.compile(
    r"(?:novel )?corona ?virus(?:es)?|covid(?:[- –]?19)?(?: vaccines?)?|(?:sars|mers)(?:[- ]cov(?:[- ]?\d)?)?|(?:2019-)?ncov"
    r"|h\d{1,2}n\d{1,2}|hiv(?:/aids)?|aids|ebola(?: virus)?|zika(?: virus)?|bse|v?cjd|tb|polio|malaria|cholera|measles"
    r"|influenza|dengue|anthrax|omicron|delta variant",
    re.IGNORECASE,
)
CLOCKS = frozenset({"utc", "gmt", "bst", "est", "edt", "pst", "pdt", "cet", "cest", "am", "pm", "a.m.", "p.m."})
SINGLE = re.compile(r"[A-Z]\.")


def is_no_name(words: Words, spot: Spot, key: str, kinds: Kinds) -> bool:
    """Whether a spot is no entity's name; `key` is its name as it is compared."""
    if is_title_only(words, spot) or is_plain_opener(words, spot, key, kinds):
        return True
    if spot.label in {"EVENT", "WORK_OF_ART", "LAW"}:
        return False
    alone = spot.j - spot.i == 1
    if alone and (words.lower[spot.i] in CLOCKS or (SINGLE.fullmatch(words.text[spot.i]) and spot.label != "ORG")):
        return key.upper() not in {"PM", "AM"} or words.tags[spot.i - 1] == "CD"
    abstract = alone and kinds[key] == "PERSON" and ABSTRACT.search(key) is not None and key not in kinds.surnames
    return abstract or DISEASE.fullmatch(key) is not None


def is_plain_opener(words: Words, spot: Spot, key: str, kinds: Kinds) -> bool:
    """Whether it is a plain word, capitalised because it opens a sentence: "Shells had smashed the roofs"."""
    if spot.j - spot.i > 1 or key in kinds.inner or words.lexicon.place(key) is not None or key in words.lexicon.orgs:
        return False
    return words.tags[spot.i] in {"NN", "NNS"} or words.lower[spot.i] in words.plain


def is_title_only(words: Words, spot: Spot) -> bool:
    """Whether a spot holds nothing but an office: "Prime Minister", or the "State" of "Secretary of State"."""
    lex = words.lexicon
    parts = [words.lower[k] in lex.words["title_parts"] or lex.is_role(words.lower[k]) for k in range(spot.i, spot.j)]
    if not all(parts) or spot.label in {"NORP", "WORK_OF_ART"}:
        return False
    if spot.i > 1 and words.lower[spot.i - 1] == "of" and lex.is_role(words.lower[spot.i - 2]) and spot.j - spot.i == 1:
        return True
    if not lex.is_role(words.lower[spot.j - 1]):
        return False
    return spot.j - spot.i > 1 or (spot.i > 0 and is_torn_title(words, spot.i))


def is_torn_title(words: Words, i: int) -> bool:
    """Whether token `i` is the end of a title in capitals: the "Officer" of "Chief Executive Officer"."""
    before = words.text[i - 1]
    return before[:1].isupper() and words.lower[i - 1] in words.lexicon.words["title_parts"] and not words.starts_sentence(i)
