"""Named persons in; the offices, jobs and memberships that the article gives them, out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from claimex.names.apposition import apposed, appositions
from claimex.names.behind import office_from
from claimex.names.description import description
from claimex.names.entity import Role
from claimex.names.office import Office, Status, Taken, is_office, office_before
from claimex.names.predicate import predicates
from claimex.spans import Extent, extent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.names.words import Spot, Words

__all__ = ["find_roles"]

How = Literal["title", "apposition", "predicate", "member"]
RANK_BEFORE_NAME = frozenset({"Cllr", "Cllr.", "Sen.", "Rep.", "Gov."})  # a title kept beside any other
MAX_BODY = 5
BODY = frozenset({"JJ", "NN", "NNP", "NNPS", "HYPH"})
NO_OFFICE = frozenset({"critics", "opponents", "allies", "rivals", "neighbours", "neighbors", "victims", "suspects"})
LIKE = frozenset({"including", "like"})


def find_roles(words: Words, named: list[tuple[Spot, str]], ids: dict[int, str]) -> tuple[Role, ...]:
    """Every role of a named person, once for each title and name; `ids` gives the entity of each spot's first token."""
    taken: Taken = {k: label for spot, label in named for k in range(spot.i, spot.j)}
    holders = [spot for spot, label in named if label == "PERSON" and not spot.caps]
    ends = {spot.i: spot for spot in holders}
    seen: set[tuple[str, str]] = set()
    found: list[Role] = []
    for spot in holders:
        for one in offices(words, spot, taken, ends):
            role = made(words, one, ids[spot.i], taken)
            key = (words.name(role.words.i, role.words.j).lower(), words.name(role.holder.i, role.holder.j).lower())
            if key not in seen:
                seen.add(key)
                found.append(role)
    return tuple(sorted(found, key=lambda role: (role.words, role.holder)))


Found = tuple[How, Office, Extent, "Status | None"]


def offices(words: Words, spot: Spot, taken: Taken, ends: dict[int, Spot]) -> Iterator[Found]:
    holder = extent(words.doc, spot.i, spot.j)
    title = office_before(words, spot.i, taken)
    if title is not None and not is_clause(words, title):
        for one in rank_apart(words, title):
            yield "title", one, holder, None
    for office in appositions(words, spot, taken):
        yield "apposition", office, holder, None
    before = apposed(words, spot, taken)
    if before is not None:
        yield "apposition", before, holder, None
    for office, status in predicates(words, spot, taken):
        yield "predicate", office, holder, status
    member = membership(words, spot, taken)
    if member is not None:
        yield "member", member, holder, None
    several = plural_before(words, spot, taken, ends)
    if several is not None:
        yield "title", several[0], several[1], None


def is_clause(words: Words, title: Office) -> bool:
    """Whether the name begins a clause about the one described: "a fundraiser Lee appointed"."""
    return title.det < title.i and words.lower[title.det] in {"a", "an"} and words.text[title.head].islower()


def made(words: Words, found: Found, entity: str, taken: Taken) -> Role:
    """The role of what was found: how, office, holder, and the status if the verb says it."""
    how, office, holder, status = found
    title, org, said = description(words, office, taken)
    at = extent(words.doc, office.i, office.j)
    if how == "apposition" and org is None and words.lower[office.j : office.j + 1] == ["and"]:
        other = office_from(words, office.j + 1, taken)  # "founder and president of Y"
        org = description(words, other, taken)[1] if other is not None and words.tags[office.j + 1] != "DT" else None
    if org is None and how == "title" and not any(words.lower[k] in {",", "and"} for k in range(holder.i, holder.j)):
        org = behind(words, holder.j, taken)
    if how == "member":
        title = at
        part = org is not None and org.j < office.j and words.word("bodies", office.j - 1)  # "of the Hull city council"
        if org is None or part:  # "of the seismic institute"
            org = extent(words.doc, office.i + 1 + (words.tags[office.i + 1] == "DT"), office.j)
    elif words.source[title.start] == "-":  # "Ex" and "-Minister" are two tokens
        title = Extent(title.start + 1, title.end, title.i, title.j)
    last = max(office.j, holder.j, org.j if org is not None and how == "title" else 0)
    whole = extent(words.doc, min(office.det, holder.i), last)
    clause = Extent(min(whole.start, holder.start), max(whole.end, holder.end), whole.i, whole.j)
    return Role(holder, entity, at, title, org, said if status is None or said != "current" else status, how, clause)


def behind(words: Words, k: int, taken: Taken) -> Extent | None:
    """The state or body behind a titled name: "Senator Ann Lee of Ohio", "Crown Prince Omar of Jordan"."""
    if k + 1 >= len(words.text) or words.lower[k] != "of":
        return None
    start = k + 1 + (words.tags[k + 1] == "DT")
    end = start
    while end < len(words.text) and taken.get(end) in {"GPE", "ORG"}:
        end += 1
    return extent(words.doc, start, end) if end > start and words.tags[end : end + 1] != ["POS"] else None


def rank_apart(words: Words, office: Office) -> Iterator[Office]:
    """The office; in "Labour group leader Cllr Nair" the rank by itself and the office before it."""
    before = office.head - 1
    rank = words.text[office.head] in RANK_BEFORE_NAME
    if (
        rank
        and words.text[before] not in words.lexicon.words["title_abbreviations"]
        and before >= office.i
        and is_office(words, before)
    ):
        yield Office(office.i, office.head, before, office.det)
        yield Office(office.head, office.j, office.head, office.head)
    else:
        yield office


def membership(words: Words, spot: Spot, taken: Taken) -> Office | None:
    """As in "Matthew Ingram of The Globe and Mail", "Smith, of the Labour Party": the organisation is the role."""
    k, n = spot.j, len(words.text)
    if spot.j - spot.i == 1 and is_office(words, spot.i):  # "Dean of the Law School", taken for a name
        return None
    if k < n and words.text[k] == "," and k + 1 < n and words.lower[k + 1] in {"of", "from"}:
        k += 1
    if k + 1 >= n or (words.lower[k] not in {"of", "for"} and not (k > spot.j and words.lower[k] == "from")):
        return None
    start = k + 1
    if words.tags[start] == "DT" or words.text[start] == "The":
        start += 1
    end = start
    while end < n and taken.get(end) == "ORG":
        end += 1
    if end == start and start > k + 1 and words.lower[k] == "of":
        end = body_end(words, start, taken)
    if end == start or (words.lower[k] == "for" and end - start < 2) or (end < n and words.tags[end] == "POS"):  # noqa: PLR2004
        return None
    return Office(k, end, k, k)


def body_end(words: Words, start: int, taken: Taken) -> int:
    """One past "seismic institute", "tiny Green List" after "of the": a body that is no name, or with words before its name."""
    end, n = start, len(words.text)
    while end < n and end - start < MAX_BODY and words.tags[end] in BODY:
        end += 1
    last = end - 1
    listed = words.text[last] == "List"  # a party's list, which no name table knows
    if last <= start or words.tags[last] in {"JJ", "HYPH"} or (taken.get(last, "ORG") != "ORG" and not listed):
        return start
    named = taken.get(last) == "ORG" or listed
    return end if named or words.word("bodies", last) else start


def plural_before(words: Words, spot: Spot, taken: Taken, ends: dict[int, Spot]) -> tuple[Office, Extent] | None:
    """As in "members of the band, including A and B", "presidents A and B": one role of several holders."""
    title = office_before(words, spot.i, taken)
    k = spot.i - 1 if title is None else title.det - 1  # "including musician X and actor Y"
    if k < 0:
        return None
    if k > 0 and words.lower[k] == "as" and words.lower[k - 1] == "such":
        k -= 1
    link = words.lower[k] in LIKE or words.lower[k] == "such"
    k -= link + (link and k > 1 and words.text[k - 1] == ",")
    k -= not link and words.text[k] == ":"
    for start in range(max(0, k - 9), k + 1):
        if is_several(words, start) and start not in taken:
            before = start
            while before > 0 and before > start - 6 and words.tags[before - 1] in {"JJ", "NN", "NNP", "HYPH", "POS"}:
                before -= 1
            office = office_from(words, before, taken, plural_to=spot.i)
            if office is None or office.j != k + 1 or not (link or office.j == office.head + 1):
                continue
            end = list_end(words, spot, ends)
            if link or end > spot.j:  # "told journalists Lee had left" is no list
                return office, extent(words.doc, spot.i, end)
    return None


def is_several(words: Words, k: int) -> bool:
    return words.lexicon.is_plural_role(words.lower[k]) and words.lower[k] not in NO_OFFICE


def list_end(words: Words, spot: Spot, ends: dict[int, Spot]) -> int:
    """One past the last token of a list of persons that begins with `spot`."""
    end = spot.j
    while True:
        k = end
        if (
            k + 2 < len(words.text) and words.lower[k] == "of" and words.text[k + 2] in {",", "and"}
        ):  # "Ann Lee of Ohio, Ben Cole"
            k += 2
        start = k
        while k < len(words.text) and k < start + 3 and words.lower[k] in {",", "and", "or", "&"}:
            k += 1
        for _ in range(3 if k > start else 0):  # the next one's own title
            if k not in ends and k < len(words.text) and words.tags[k] in {"NN", "NNP", "JJ"}:
                k += 1
        nxt = ends.get(k)
        if k == start or nxt is None:
            return end
        end = nxt.j
