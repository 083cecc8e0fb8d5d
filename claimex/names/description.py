"""An office's words in; its title, its organisation and its status, out."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimex.names.edges import COURTESY
from claimex.names.formers import is_of_former_list
from claimex.names.office import ORG_LABELS, Office, Status, Taken, is_office, status_of_word
from claimex.spans import Extent, extent

if TYPE_CHECKING:
    from claimex.names.words import Words

__all__ = ["description"]

# Behind these stands where or for whom an office is held, not whose it is: "the Afghan ambassador to Peru".
AWAY = frozenset({"to", "for", "in", "from", "on"})
NAMES = frozenset({"NNP", "NNPS"})
NOUNS = frozenset({"NN", "NNS"})
FIELD = frozenset({"NN", "NNS", "JJ"})
# A place in front of these is what they know about, not whose they are: "a Middle East scholar".
KNOWING = frozenset({"scholar", "expert", "specialist", "historian", "watcher"})
# Left out in front of a title: "a 44-year-old baker", "the party's 2018 nominee", "one activist".
MEASURED = re.compile(r"\d{4}|\d{1,3}-(?:year|month)-old|one|another|fellow", re.IGNORECASE)
PARTIES = frozenset({"conservative", "labour", "tory", "republican", "democratic", "liberal"})
ROOTED = frozenset({"based", "born", "educated"})  # "a London-based banker"
MAX_BODY = 5  # words of "the country's chess federation"


def description(words: Words, office: Office, taken: Taken) -> tuple[Extent, Extent | None, Status]:
    """Of an office: its title without status and organisation, the organisation, and its status."""
    before = [k for k in range(office.i, office.head) if is_body(words, office, k, taken)]
    after = own(words, office, [run for run in runs(words, office, taken) if not is_field(words, run, taken)], before, taken)
    org, end = (extent(words.doc, *after), title_end(words, office, after, taken)) if after else (None, office.j)
    if org is None and before:
        bodies = [k for k in before if words.lower[k] not in PARTIES or taken.get(k) == "ORG"]  # "Ohio's Republican governor"
        org = extent(words.doc, *last_run(bodies or before, taken))
    if org is None:
        body = of_body(words, office)
        org, end = (extent(words.doc, *body), office.head + 1) if body else (owner(words, office, taken), office.j)
    start = title_start(words, office, taken, before)
    return extent(words.doc, min(start, office.head), end), org, status_in(words, office, taken)


def title_end(words: Words, office: Office, org: tuple[int, int], taken: Taken) -> int:
    """Where the title ends before its organisation: "professor of surgery [at Dunford]", "mayor [of the city of Dunford]"."""
    end = office.head + 1
    plain = words.tags[end + 1] in FIELD or (words.tags[end + 1] in NAMES and end + 1 not in taken)
    if not plain or office.head + 2 == org[0]:
        return end
    return max([k for k in range(end, org[0]) if words.tags[k] in {"IN", "TO"}], default=end)


def status_in(words: Words, office: Office, taken: Taken) -> Status:
    """The status that the words of an office say; "predecessor" says it by itself."""
    for k in range(office.i, min(office.head + 3, office.j)):
        said = status_of_word(words, k)
        if said is not None and said != "current":
            return said
    if is_of_former_list(words, office, taken):
        return "former"
    k = office.i - 1
    if k > 1 and words.lower[k] in {"and", "&"} and is_office(words, k - 1):  # "the then chair and spokeswoman"
        shared = [status_of_word(words, at) for at in range(k - 1, max(0, k - 4), -1)]
        return "then" if "then" in shared else "current"
    return "former" if words.lower[office.head] == "predecessor" else "current"


def title_start(words: Words, office: Office, taken: Taken, before: list[int]) -> int:
    """Where the title begins behind status, organisation and praise."""
    start = office.i
    for k in range(office.i, office.head):
        if (status_of_word(words, k) is not None or words.tags[k] == "HYPH") and k <= start and k not in taken:
            start = k + 1
    start = max(
        [start, *(k + 1 for k in range(office.i + 1, office.head) if words.lower[k] in ROOTED and words.text[k - 1] == "-")]
    )
    start = max([start, *(k + 1 for k in before), *(k + 1 for k in range(office.i, office.head) if words.tags[k] == "POS")])
    while start < office.head and start not in taken and is_aside(words, start, office.head):
        start += 5 if is_aged(words, start) else 1
    return start


def is_aside(words: Words, k: int, head: int) -> bool:
    """Whether token `k` stands in front of a title and is no part of it: "former", "outspoken", "2018"."""
    if (
        words.tags[k] in {"POS", "HYPH", "DT", "VBN", "-RRB-"}
        or status_of_word(words, k)
        or words.lower[k] in {"currently", "also"}
    ):
        return True
    return MEASURED.fullmatch(words.lower[k]) is not None or words.word("praise", k) or (k + 5 <= head and is_aged(words, k))


def is_aged(words: Words, k: int) -> bool:
    """Whether "44-year-old" begins at token `k`, in five tokens or in one."""
    return words.text[k].isdigit() and words.lower[k + 1 : k + 5] == ["-", "year", "-", "old"]


def runs(words: Words, office: Office, taken: Taken) -> list[tuple[int, int]]:
    """The names behind an office's head, those of organisations and places; and words in capitals that no label was given."""
    found: list[tuple[int, int]] = []
    k = office.head + 1
    while k < office.j:
        end = k
        while end < office.j and (taken.get(end) in ORG_LABELS or is_unnamed(words, end, taken)) and not parted(words, end, k):
            end += 1
        unnamed = any(at not in taken for at in range(k, end))
        if unnamed and not is_likely(words, k, end, taken):
            k = end
        elif end > k:
            if (
                end + 1 < office.j
                and words.tags[end] == "POS"
                and words.is_name_word(end + 1)
                and words.word("org_heads", end + 1)
            ):
                end += 2  # "the Oak River Farmers' Association"
            found.append((k, end))
        k = max(end, k + 1)
    return found


def parted(words: Words, k: int, start: int) -> bool:
    return k > start and (words.text[k] in {",", "'s", "’s"} or words.tags[k] == "POS")


def is_unnamed(words: Words, k: int, taken: Taken) -> bool:
    return k not in taken and words.is_name_word(k) and words.text[k] not in words.lexicon.words["courtesy_male"]


def is_likely(words: Words, i: int, j: int, taken: Taken) -> bool:
    """Whether words in capitals without a label are a body all the same: "director of Youth Forum Zimbabwe"."""
    link = words.lower[i - 1] if words.tags[i - 1] != "DT" else words.lower[i - 2]
    if link not in {"of", "at", "with", "for"} or taken.get(j) == "PERSON" or words.is_any(i, *COURTESY):
        return False
    return not all(words.word("title_parts", at) or is_office(words, at) for at in range(i, j) if at not in taken)


def own(words: Words, office: Office, found: list[tuple[int, int]], before: list[int], taken: Taken) -> tuple[int, int] | None:
    """Of the names behind a head, the organisation or country that it is of; `before`: tokens of one in front of it."""
    named = any(taken.get(k, "NORP") != "NORP" or not words.word("party_members", k) for k in before)
    near = [run for run in found if not is_away(words, office, run, (named, taken.get(run[0], "")))]
    if not near:
        return None
    if near[0][0] not in taken:  # "the Professor of Transplant Surgery at Dunford University"
        near = [run for run in near if taken.get(run[0]) == "ORG"] or near
    for run in near:
        if not is_where(words, run[0]):
            first = run
            break
    else:
        first = near[0]
    if taken.get(first[0]) in {"GPE", "NORP"} or words.tags[first[0]] == "JJ":
        later = [run for one, run in pairwise(near) if one[0] >= first[0] and not is_where(words, run[0])]
        first = later[-1] if later else first
    i, j = first
    if taken.get(j - 1) in {"GPE", "NORP"} and not is_where(words, i):
        while j < office.j and words.tags[j] in NOUNS and words.doc[j - 1].head.i in {j, j + 1}:  # "U.S. forces"
            j += 1
        if j > first[1] and j < office.j and words.is_name_word(j):  # "London stockbrokers Hill Brothers"
            i, j = j, office.j
    return i, j


def is_where(words: Words, i: int) -> bool:
    return words.lower[i - 1] in AWAY or words.lower[i - 2 : i] in (["in", "the"], ["from", "the"])


def is_away(words: Words, office: Office, run: tuple[int, int], known: tuple[bool, str]) -> bool:
    """Whether a name is not the office's own body where another one is said: "Tesco's chief for Central Europe"."""
    link = next((words.lower[k] for k in range(run[0] - 1, office.head, -1) if words.tags[k] in {"IN", "TO"}), "of")
    named, label = known
    if named and link in AWAY and (label != "ORG" or link == "to"):
        return True
    link = words.lower[office.head + 1] if words.tags[office.head + 1] in {"IN", "TO"} else "of"
    return link != "of" and words.lower[office.head] in {"nominee", "candidate", "contender"}


def last_run(tokens: list[int], taken: Taken) -> tuple[int, int]:
    """The last unbroken run of tokens; "Republican Indiana" is two."""
    i = tokens[-1]
    while i - 1 in tokens and not (taken[i - 1] == "NORP" and taken[i] == "GPE"):
        i -= 1
    return i, tokens[-1] + 1


def of_body(words: Words, office: Office) -> tuple[int, int] | None:
    """The body without a name of "a spokesman for the fire service", "president of the country's chess federation"."""
    link = office.head + 1
    if link + 2 >= office.j or words.lower[link] not in {"of", "for", "at", "with"} or words.tags[link + 1] not in {"DT", "PRP$"}:
        return None
    start, last = link + 2, office.j - 1
    able = last - start < MAX_BODY and words.tags[last] == "NN" and (words.word("bodies", last) or words.word("offices_of", last))
    if not able or any(words.tags[k] in {"IN", "CC", "TO"} for k in range(start, last)):
        return None
    return next((k + 1 for k in range(last - 1, start, -1) if words.tags[k] == "POS"), start), last + 1


def owner(words: Words, office: Office, taken: Taken) -> Extent | None:
    """The name without a label that owns an office: "Vectra's chief executive"."""
    for k in range(office.head - 1, office.i, -1):
        if words.tags[k] == "POS" and words.tags[k - 1] in NAMES:
            i = k - 1
            while i > office.i and words.tags[i - 1] in NAMES:
                i -= 1
            return extent(words.doc, i, k) if k - 1 not in taken else None
    return None


def is_body(words: Words, office: Office, k: int, taken: Taken) -> bool:
    """Whether token `k` in front of a head names the organisation or country that the office is of."""
    if k not in taken:  # "Conservative leader"
        return words.lower[k] in PARTIES and words.text[k][:1].isupper() and words.text[k + 1].islower()
    if words.text[k + 1] in {"-", "–"} and words.lower[k + 2] in ROOTED:
        return False
    known_about = words.lower[office.head] in KNOWING and taken[k] in {"LOC", "GPE", "NORP"}
    return taken[k] in ORG_LABELS and not known_about


def is_field(words: Words, run: tuple[int, int], taken: Taken) -> bool:
    """Whether a name is the field of an office, not its organisation: "Secretary of State"."""
    k, end = run
    return end - k == 1 and words.lower[k] in words.lexicon.words["title_parts"] and taken.get(k - 1) is None
