"""Named persons in; the offices, jobs and memberships that the article gives them, out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from claimex.names.entity import Role
from claimex.names.office import Office, Status, Taken, description, office_before, office_from
from claimex.spans import Extent, extent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claimex.names.words import Spot, Words

__all__ = ["find_roles"]

How = Literal["title", "apposition", "predicate", "member"]
COPULAS = frozenset({"be", "become", "remain"})
NAMING = frozenset({"elect", "name", "appoint", "reelect", "re-elect", "crown", "nominate", "declare", "designate"})
SERVING = frozenset({"serve", "act", "work", "resign", "retire", "quit", "return", "continue"})
BEGINNING = frozenset({"become", "remain"}) | NAMING
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RANKS = frozenset({"first", "only", "last", "second", "third", "fourth", "fifth", "youngest", "oldest"})
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
    if title is not None:
        yield "title", title, holder, None
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


def made(words: Words, found: Found, entity: str, taken: Taken) -> Role:
    """The role of what was found: how, office, holder, and the status if the verb says it."""
    how, office, holder, status = found
    title, org, said = description(words, office, taken)
    at = extent(words.doc, office.i, office.j)
    if how == "member":
        title = at
    elif words.source[title.start] == "-":  # "Ex" and "-Minister" are two tokens
        title = Extent(title.start + 1, title.end, title.i, title.j)
    whole = extent(words.doc, min(office.det, holder.i), max(office.j, holder.j))
    clause = Extent(min(whole.start, holder.start), max(whole.end, holder.end), whole.i, whole.j)
    return Role(holder, entity, at, title, org, said if status is None or said != "current" else status, how, clause)


def appositions(words: Words, spot: Spot, taken: Taken) -> Iterator[Office]:
    """As in "Steve Whitmore, 42, a spokesman for the sheriff": one description or several, closed by a mark."""
    k = after_brackets(words, spot.j)
    n = len(words.text)
    if k >= n or words.text[k] not in {",", "(", "–", "—", "--"}:
        return
    k += 1
    if k + 1 < n and words.tags[k] == "CD" and words.text[k + 1] == ",":
        k += 2
    while k < n:
        office = office_from(words, k, taken)
        if office is None or not closes(words, office, taken):
            return
        yield office
        k = office.j
        if k + 1 < n and words.text[k] == "," and words.lower[k + 1] == "and":
            k += 2
        elif k < n and (words.lower[k] == "and" or words.text[k] == ","):
            k += 1
        else:
            return


def after_brackets(words: Words, k: int) -> int:
    """Past a bracket of a few words after a name: "Ron Paul (R-Texas)", "Smith (Labour)"."""
    if k < len(words.text) and words.text[k] == "(":
        for end in range(k + 1, min(k + 6, len(words.text) - 1)):
            if words.text[end] == ")" and words.text[end + 1] == ",":
                return end + 1
    return k


def closes(words: Words, office: Office, taken: Taken) -> bool:
    """Whether what follows lets the description stand for the name before it, and not for a name or verb after it."""
    if office.j >= len(words.text):
        return True
    if taken.get(office.j) == "PERSON":
        return False
    return words.tags[office.j] not in FINITE or (office.head + 1 < office.j and words.tags[office.j] == "VBD")


def apposed(words: Words, spot: Spot, taken: Taken) -> Office | None:
    """As in "the team's coach, Alireza Mehraban": a description, a comma, the name, and a mark or a verb after it."""
    if spot.i < 2 or not (words.text[spot.i - 1] in {",", "–", "--"} or is_naming(words, spot.i - 1)):  # noqa: PLR2004  # a word and a comma
        return None
    office = office_before(words, before_brackets(words, spot.i - 1), taken)
    if office is None or (
        office.det == office.i and words.lower[office.head] == words.text[office.head] and not starts(words, office.i)
    ):
        return None
    if is_naming(words, spot.i - 1):
        return office
    after = words.text[spot.j] if spot.j < len(words.text) else "."
    closed = after in {",", ".", ";", ")", "”", '"', "–", "--", "'s", "’s"} or (
        words.tags[spot.j] in FINITE and words.starts_sentence(office.det)
    )
    return office if closed and not listed(words, office) else None


def before_brackets(words: Words, k: int) -> int:
    """Where a short bracket before token `k` opens: "the head of CEI (the bishops' conference), X"; else `k`."""
    if words.text[k - 1] == ")":
        return next((i for i in range(k - 2, max(0, k - 9), -1) if words.text[i] == "("), k)
    return k


def is_naming(words: Words, k: int) -> bool:
    """Whether token `k` is the "named" of "a student named X"."""
    return words.lower[k] in {"named", "called"} and words.tags[k] == "VBN"


def starts(words: Words, i: int) -> bool:
    return i == 0 or words.starts_sentence(i) or words.tags[i - 1] in {"VBD", "IN", ",", "VBZ", "CC"}


def listed(words: Words, office: Office) -> bool:
    """Whether the words before make a list of it: "the mayor, the priest, Ann Lee"."""
    return words.lower[office.head] in {"second", "chief"} and office.head == office.i


def predicates(words: Words, spot: Spot, taken: Taken) -> Iterator[tuple[Office, Status | None]]:
    """As in "Kamen is the founder of ...", "Kamen was elected president", "Kamen served as captain"."""
    noun = next((words.doc[k] for k in range(spot.j - 1, spot.i - 1, -1) if not spot.i <= words.doc[k].head.i < spot.j), None)
    if noun is None:
        return
    verb = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        for complement in complements(verb):
            office = office_from(words, start_of(complement), taken)
            if office is not None and office.head >= complement.i - 1 and not is_ranked(words, office):
                yield office, status_of(verb)
        if verb.lower_ in {"founded", "co-founded", "cofounded"} and noun.dep_ == "nsubj":
            yield Office(verb.i, verb.i + 1, verb.i, verb.i), None
    elif noun.dep_ == "pobj" and verb.lower_ == "by" and verb.head.lower_ in {"founded", "co-founded", "cofounded"}:
        yield Office(verb.head.i, verb.head.i + 1, verb.head.i, verb.head.i), None


def is_ranked(words: Words, office: Office) -> bool:
    """Whether it says which of the office's holders did something: "the first prime minister in 23 years to visit"."""
    ranked = any(words.lower[k] in RANKS for k in range(office.i, office.head))
    return ranked and words.lower[office.j : office.j + 1] != [] and words.lower[office.j] in {"in", "to", "since", "for", "who"}


def complements(verb: Token) -> Iterator[Token]:
    """The nouns that say what the verb's subject is."""
    lemma = verb.lemma_.lower()
    for child in verb.rights:
        if (lemma in COPULAS and child.dep_ in {"attr", "dobj"}) or (lemma in NAMING and child.dep_ in {"oprd", "dobj", "attr"}):
            if lemma not in NAMING or any(aux.dep_ == "auxpass" for aux in verb.lefts):
                yield child
        elif child.lower_ == "as" and (lemma in SERVING or lemma in NAMING or verb.lower_ == "sworn"):
            yield from (grand for grand in child.rights if grand.dep_ == "pobj")
        elif verb.lower_ == "sworn" and child.lower_ == "in":
            yield from (grand for prep in child.rights if prep.lower_ == "as" for grand in prep.rights if grand.dep_ == "pobj")


def start_of(noun: Token) -> int:
    """The first token of a noun's base phrase."""
    i = noun.i
    for child in noun.lefts:
        if child.dep_ in {"det", "amod", "compound", "poss", "nmod", "advmod", "quantmod", "nummod"}:
            i = min(i, child.left_edge.i)
    return i


def status_of(verb: Token) -> Status | None:
    lemma = verb.lemma_.lower()
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    if helpers & {"will", "'ll", "’ll", "would", "shall"}:
        return "next"
    if lemma in BEGINNING or verb.lower_ == "sworn":
        return "current"
    if "had" in helpers or lemma in {"serve", "resign", "retire", "quit"}:
        return "former"
    return "then" if verb.tag_ == "VBD" else None


def membership(words: Words, spot: Spot, taken: Taken) -> Office | None:
    """As in "Matthew Ingram of The Globe and Mail", "Smith, of the Labour Party": the organisation is the role."""
    k, n = spot.j, len(words.text)
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
    if end == start or (words.lower[k] == "for" and end - start < 2) or (end < n and words.tags[end] == "POS"):  # noqa: PLR2004
        return None
    return Office(k, end, k, k)


def plural_before(words: Words, spot: Spot, taken: Taken, ends: dict[int, Spot]) -> tuple[Office, Extent] | None:
    """As in "members of the band, including A and B", "presidents A and B": one role of several holders."""
    title = office_before(words, spot.i, taken)
    k = spot.i - 1 if title is None else title.det - 1  # "including musician X and actor Y"
    if k < 0:
        return None
    if k > 0 and words.lower[k] == "as" and words.lower[k - 1] == "such":
        k -= 1
    link = words.lower[k] in LIKE or words.lower[k] == "such"
    if link:
        k -= 1
        if k > 0 and words.text[k] == ",":
            k -= 1
    elif words.text[k] == ":":
        k -= 1
    for start in range(max(0, k - 9), k + 1):
        if words.lexicon.is_plural_role(words.lower[start]) and start not in taken:
            before = start
            while before > 0 and before > start - 6 and words.tags[before - 1] in {"JJ", "NN", "NNP", "HYPH", "POS"}:
                before -= 1
            office = office_from(words, before, taken, plural_to=spot.i)
            if office is not None and office.j == k + 1 and (link or office.j == office.head + 1):
                return office, extent(words.doc, spot.i, list_end(words, spot, ends))
    return None


def list_end(words: Words, spot: Spot, ends: dict[int, Spot]) -> int:
    """One past the last token of a list of persons that begins with `spot`."""
    end = spot.j
    while True:
        k = end
        while k < len(words.text) and k < end + 3 and words.lower[k] in {",", "and", "or", "&"}:
            k += 1
        for _ in range(3 if k > end else 0):  # the next one's own title
            if k not in ends and k < len(words.text) and words.tags[k] in {"NN", "NNP", "JJ"}:
                k += 1
        nxt = ends.get(k)
        if k == end or nxt is None:
            return end
        end = nxt.j
