"""Where a description begins in; the office that it tells, with its "of the ...", out: "the director of the Harbour Trust"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.names.edges import COURTESY
from claimex.names.office import LINKS, MAX_WORDS, MODIFIERS, TAIL, Office, Taken, is_office, status_of_word

if TYPE_CHECKING:
    from claimex.names.words import Words

__all__ = ["office_from", "party_member"]

ADVERBS = frozenset({"then", "now", "currently", "formerly", "once", "previously"})
MAX_TAIL = 16  # words after an office's head: "of the National Institute for the Study of Rare Diseases of Children"


def office_from(words: Words, start: int, taken: Taken, *, plural_to: int | None = None) -> Office | None:
    """The description that begins at token `start`: [determiner] modifiers role [of ...]; None if it is none.

    `plural_to`: it may be of several persons, and ends before that token.
    """
    plural = plural_to is not None
    k, n = start, len(words.text) if plural_to is None else plural_to
    det = i = start
    adverb = k + 1 < n and words.lower[k] in ADVERBS and words.tags[k + 1] == "DT"  # "then the director of"
    if adverb:
        k += 2
    elif k < n and (words.tags[k] in {"DT", "PRP$"} or words.lower[k] in {"one", "also"}):
        k += 1
    i = start if adverb else k
    while (
        k < n
        and k - i < MAX_WORDS
        and (
            words.tags[k] in MODIFIERS
            or status_of_word(words, k) is not None
            or (words.lower[k] in {"and", "&"} and inside_list(words, k))
            or (k > i and words.tags[k] == "VBN" and words.doc[k].dep_ == "amod")  # "the last elected prime minister"
        )
    ):
        if words.doc[k].is_sent_start and k > start:
            break
        k += 1
    head = k - 1
    if head < i or taken.get(head) == "PERSON":
        return None
    fits = is_office(words, head) or (plural and words.lexicon.is_plural_role(words.lower[head]))
    if not fits:
        return None
    return Office(i, tail(words, k, taken), head, det)


def party_member(words: Words, k: int) -> Office | None:
    """As in "Hayes, a Republican who ...", "an Ohio Democrat": the party is the role."""
    start, n = k + 1, len(words.text)
    if k >= n or words.lower[k] not in {"a", "an"}:
        return None
    for head in range(start, min(start + 3, n)):
        if words.tags[head] not in MODIFIERS:
            return None
        ends = head + 1 >= n or words.tags[head + 1] not in MODIFIERS
        if ends:
            return (
                Office(start, head + 1, head, k) if words.text[head][:1].isupper() and words.word("party_members", head) else None
            )
    return None


def inside_list(words: Words, k: int) -> bool:
    """Whether "and" at token `k` joins two parts of one description, not "a postman and who had ..."."""
    if k + 1 >= len(words.text) or words.tags[k + 1] not in MODIFIERS:
        return False
    parts = words.lexicon.words["title_parts"]
    return is_office(words, k - 1) or (words.lower[k - 1] in parts and words.lower[k + 1] in parts)


def tail(words: Words, j: int, taken: Taken) -> int:
    """Where "of the ... for ..." after an office's head ends."""
    k, n = j, len(words.text)
    while k < n and words.lower[k] in LINKS and k - j < MAX_TAIL:
        end = k + 1 + (words.lower[k + 1 : k + 2] == ["both"])  # "the nominee of both the Green Party and ..."
        body = taken.get(end) == "ORG" or (end + 1 < n and words.tags[end] == "DT" and taken.get(end + 1) == "ORG")
        if not body and (words.lower[k] == "with" or (k > j and words.lower[k] not in {"of", "for", "on", "in", "to"})):
            break
        if end < n and (words.tags[end] == "CD" or words.doc[end].ent_type_ in {"DATE", "TIME"}):  # "in 23 years", "on Friday"
            break
        if words.lower[k] == "at" and words.lower[end + 1 : end + 2] == ["time"]:
            break
        while (
            end < n
            and end - j < MAX_TAIL
            and not (end > k + 1 and words.is_any(end, *COURTESY))  # "... Inc. Ms. Lee said": the sentence's end was missed
            and (
                words.tags[end] in TAIL
                or is_funded(words, end)
                or (words.lower[end] in {"and", "&"} and goes_on(words, end, taken))
            )
        ):
            end += 1
        if end == k + 1 or (k > j and words.lower[k] != "of" and not taken.get(end - 1)):
            break
        k = end
    return k


def is_funded(words: Words, k: int) -> bool:
    """Whether it is the participle of "the industry-funded council"."""
    return words.tags[k] == "VBN" and words.tags[k - 1] == "HYPH"


def goes_on(words: Words, k: int, taken: Taken) -> bool:
    """Whether "and" stands inside one name, or between two nouns of it."""
    if k + 1 >= len(words.text):
        return False
    if k in taken:
        return True
    after = k + 1 + (words.tags[k + 1] == "JJ" and k + 2 < len(words.text))  # "of geosciences and international affairs"
    return words.tags[k - 1] in {"NN", "NNS"} and words.tags[after] in {"NN", "NNS"} and not is_office(words, after)
