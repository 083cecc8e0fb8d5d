"""The words of an office around its head word: "former Pakistani Army chief", "Director of the National Archives"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from claimex.names.words import Words

__all__ = [
    "LINKS",
    "MAX_WORDS",
    "MODIFIERS",
    "ORG_LABELS",
    "TAIL",
    "Office",
    "Status",
    "Taken",
    "is_courtesy",
    "is_office",
    "office_before",
    "status_of_word",
]

Status = Literal["current", "former", "then", "acting", "next"]
Taken = dict[int, str]  # token -> label of the name that it is part of

MODIFIERS = frozenset({"JJ", "JJS", "JJR", "NN", "NNS", "NNP", "NNPS", "HYPH", "POS", "CD", "FW", "AFX"})
LINKS = frozenset({"of", "for", "to", "at", "in", "on", "with", "from"})
TAIL = frozenset({"DT", "PRP$", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "HYPH", "POS", "CD", "FW", "VBG"})
MINISTERS = frozenset({"secretary", "minister", "undersecretary", "commissioner"})
MAX_WORDS = 12  # of a description before its head, or of a name's office before the name
ORG_LABELS = frozenset({"ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"})


@dataclass(frozen=True, slots=True)
class Office:
    """Tokens [i, j) are a description with its head word; `det` where its article stands, else i."""

    i: int
    j: int
    head: int
    det: int


def office_before(words: Words, i: int, taken: Taken) -> Office | None:
    """The office in front of a name that begins at token `i`."""
    k = i - 1
    while k > 0 and is_courtesy(words, k):
        k -= 1
    if k < 0 or words.text[k] in {"'s", "’s"}:
        return None
    if words.lower[k] in {"elect", "designate"} and k > 1 and words.text[k - 1] == "-" and is_office(words, k - 2):
        return grown(words, k - 2, i, taken)
    if is_office(words, k):
        ministry = k > 1 and words.lower[k - 1] == "of" and words.text[k].istitle() and words.lower[k - 2] in MINISTERS
        if ministry:  # "Secretary of Justice Ann Lee"
            return grown(words, k - 2, i, taken)
        return grown(words, k, k + 1 if k < i - 1 else i, taken)
    return linked(words, i, k, taken)


def is_courtesy(words: Words, k: int) -> bool:
    text, sets = words.text[k], words.lexicon.words
    courteous = text in sets["courtesy"] or text in sets["courtesy_male"] or text in sets["courtesy_female"]
    return courteous and text not in sets["title_abbreviations"]


def is_office(words: Words, k: int) -> bool:
    """Whether token `k` can head an office's description: no "victim", no "rival"."""
    if words.tags[k] in {"VBZ", "VBP", "VBD"} or (words.tags[k] == "VB" and words.tags[k - 1] == "MD"):  # "will head"
        return False
    if words.tags[k] == "JJ" and words.lower[k] in {"radical", "expert", "general"}:  # "radical Islam"
        return False
    if words.lower[k] in words.lexicon.words["conditions"]:
        return words.lower[k] == "mate" and words.lower[k - 1] == "running"
    return words.lexicon.is_role(words.lower[k]) or words.text[k] in words.lexicon.words["title_abbreviations"]


def linked(words: Words, i: int, last: int, taken: Taken) -> Office | None:
    """As in "CEO of the Refugee Council" before a name: a role word, a link, and nothing but a noun phrase up to the name."""
    if words.tags[last] not in {"NN", "NNS", "NNP", "NNPS"}:
        return None
    for k in range(last - 1, max(-1, last - MAX_WORDS), -1):
        if words.tags[k] == "_SP" or taken.get(k) == "PERSON":
            return None
        if is_office(words, k) and words.lower[k + 1] in LINKS and taken.get(k, "") not in ORG_LABELS:
            return grown(words, k, last + 1, taken)
        if words.tags[k] not in TAIL and words.lower[k] not in LINKS and words.lower[k] not in {"and", "&"}:
            return None
    del i
    return None


def grown(words: Words, head: int, j: int, taken: Taken) -> Office:
    """The office with the words before its head that belong to it."""
    i = head
    first = max(0, head - MAX_WORDS)
    people = False
    while i > first:
        if is_acronym_aside(words, i, taken):  # "the former National Chess League (NCL) player"
            i -= 3
        if not joins(words, i - 1, taken):
            break
        if people and words.tags[i - 1] in {"NN", "NNS"} and not is_title_word(words, i - 1):
            break  # "a donation | Libyan leader X had pledged"
        people = people or taken.get(i - 1) == "NORP"
        i -= 1
    while i > first and taken.get(i) == "ORG" and taken.get(i - 1) == "ORG":  # the whole of "House of Commons"
        i -= 1
    while i < head and (words.tags[i] in {"HYPH", "POS", "CC"} or words.text[i] in {"'s", "’s"}):
        i += 1
    det = i - 1 if i > 0 and words.tags[i - 1] in {"DT", "PRP$"} else i
    return Office(i, j, head, det)


def is_acronym_aside(words: Words, i: int, taken: Taken) -> bool:
    """Whether an organisation's acronym stands in brackets right before token `i`, behind its name."""
    if i < 4 or words.text[i - 1] != ")" or words.text[i - 3] != "(":  # noqa: PLR2004  # a name and three tokens
        return False
    return words.text[i - 2].isupper() and taken.get(i - 4) == "ORG"


def is_title_word(words: Words, k: int) -> bool:
    return (
        words.lexicon.is_role(words.lower[k]) or words.lower[k] in words.lexicon.words["title_parts"] or words.text[k + 1] == "-"
    )


def joins(words: Words, k: int, taken: Taken) -> bool:
    """Whether token `k` belongs to the description that begins right after it."""
    lower = words.lower[k]
    if words.doc[k + 1].is_sent_start or "\n" in words.text[k]:
        return False
    if lower in {"and", "&", "/"}:
        before, after = words.lower[k - 1] if k else "", words.lower[k + 1]
        either = is_office(words, k - 1) if k else False
        if either and k > 1 and words.lower[k - 2] == "for":  # "nominated Ann Lee for president and | teacher Ben Cole for ..."
            return False
        return either or (before in words.lexicon.words["title_parts"] and after in words.lexicon.words["title_parts"])
    if (
        lower in words.lexicon.words["calendar"]
        or lower in {"way", "time", "moment", "day", "year"}
        or (lower == "once" and words.text[k] != lower)
    ):  # "Once Colonel Lee was chosen"
        return False
    if taken.get(k) == "PERSON":
        return taken.get(k + 1) == "PERSON" or words.text[k + 1] in {"'s", "’s", "'", "’"} or words.tags[k + 1] == "NN"
    return is_modifier(words, k)


def is_modifier(words: Words, k: int) -> bool:
    """Whether token `k` can stand before a role word in its description; no date, and of participles only the plain ones."""
    if words.tags[k] in {"VBG", "VBN"}:
        if words.tags[k] == "VBN" and words.doc[k].dep_ not in {"amod", "compound", "nmod"}:
            return status_of_word(words, k) is not None
        return words.lower[k] in words.lexicon.words["participles"] or status_of_word(words, k) is not None
    if words.tags[k] in MODIFIERS:
        return words.doc[k].ent_type_ not in {"DATE", "TIME"} or (k + 1 < len(words.text) and words.text[k + 1] == "-")
    return status_of_word(words, k) is not None


def status_of_word(words: Words, k: int) -> Status | None:
    lower, sets = words.lower[k], words.lexicon.words
    if words.tags[k] == "IN":  # "past the goalkeeper"
        return None
    if lower in sets["status_former"] or lower.startswith("ex-"):
        return "former"
    if lower in sets["status_then"] or lower.startswith("then-"):
        return "then"
    if lower in sets["status_acting"]:
        return "acting"
    if lower in sets["status_next"] or lower.endswith(("-elect", "-designate")):
        return "next"
    return "current" if lower in sets["status_current"] else None
