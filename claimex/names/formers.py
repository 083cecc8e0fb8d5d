"""An office in; whether it stands in a list that "former" opens, out: "former minister, mayor of Lund, and senator"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.names.office import Office, Taken, is_office, status_of_word

if TYPE_CHECKING:
    from claimex.names.words import Words

__all__ = ["is_of_former_list"]

LISTED = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "IN", "DT", "HYPH", "POS"})
MAX_LIST = 24  # tokens of a list of offices before the last


def is_of_former_list(words: Words, office: Office, taken: Taken) -> bool:
    """Whether "former" opens a list that the office stands in: "former minister, mayor of Lund, and member of parliament"."""
    first, comma = max(0, office.i - MAX_LIST), False
    if office.det != office.i or office.i < 2 or words.text[office.i - 1] not in {",", "and"}:  # noqa: PLR2004  # a word and a mark
        return False
    for k in range(office.i - 1, first, -1):
        comma = comma or words.text[k] == ","
        if status_of_word(words, k) == "former":
            opened = words.tags[k - 1] not in {"DT", "PRP$"} and not words.is_name_word(k - 1)
            return comma and opened and is_listed(words, k, office)
        plain = (words.tags[k] in LISTED or words.text[k] in {",", "and"}) and taken.get(k) != "PERSON"
        if not plain or (words.tags[k] == "DT" and words.tags[k - 1] != "IN"):
            return False
    return False


def is_listed(words: Words, start: int, office: Office) -> bool:
    """Whether "and" closes the list, before the office or before the one behind it; else it is one apposition after another."""
    if "and" in words.lower[start : office.i]:
        return True
    k = office.j + (words.text[office.j : office.j + 1] == [","])
    return words.lower[k : k + 1] == ["and"] and any(is_office(words, at) for at in range(k + 1, min(k + 4, len(words.text))))
