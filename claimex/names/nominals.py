"""Roles in; the descriptions that mean their holders ("the Pakistani prime minister"), out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from claimex.names.entity import Mention
from claimex.names.office import LINKS, Office, Taken, is_office, status_of_word
from claimex.spans import extent

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

    from claimex.names.entity import Role
    from claimex.names.words import Words

__all__ = ["find_nominals"]

SAME = {
    "premier": "minister", "pm": "minister", "chairwoman": "chairman", "chair": "chairman", "chairperson": "chairman",
    "spokeswoman": "spokesman", "spokesperson": "spokesman", "boss": "manager", "coach": "coach", "mp": "mp", "ceo": "ceo",
}  # fmt: skip
PRIME = frozenset({"prime", "premier", "pm"})
LEFT = frozenset({"NN", "NNP", "JJ", "HYPH", "VBN", "JJS", "CD", "NNPS", "NNS", "POS"})
RANKS = frozenset(
    {"first", "second", "third", "only", "last", "next", "new", "other", "same", "latest", "previous", "elected", "late"}
)
STYLES = frozenset({
    "president", "minister", "chancellor", "king", "queen", "pope", "prince", "princess", "governor", "mayor", "senator", "judge",
    "general", "colonel", "chairman", "speaker", "secretary", "premier", "bishop", "archbishop", "cardinal", "emperor", "sheriff",
    "commissioner", "pm", "duke", "duchess", "ambassador", "justice", "dean", "sultan", "emir",
})  # fmt: skip
DEPUTIES = frozenset({"vice", "deputy", "assistant", "shadow"})
OFTEN = 3  # times as often named as any other holder of the title: then the one that is meant


def find_nominals(
    words: Words, roles: tuple[Role, ...], taken: Taken, places: dict[int, str], counts: Counter[str]
) -> dict[str, list[Mention]]:
    """Definite descriptions by the entity that they mean, among the holders of such a role named before them."""
    found: dict[str, list[Mention]] = {}
    heads: dict[str, list[Role]] = {}
    for role in roles:
        if role.how != "member":
            heads.setdefault(head_of(words, role), []).append(role)
    if not heads:
        return found
    for k, lower in enumerate(words.lower):
        if (
            SAME.get(lower, lower) not in heads
            or k in taken
            or not is_office(words, k)
            or words.tags[k] in {"NNS", "VB", "VBP", "VBZ"}
        ):
            continue
        i = definite(words, k, taken)
        if i is None:
            continue
        entity = meant(words, Office(i + 1, k + 1, k, i), heads[SAME.get(lower, lower)], places, counts)
        if entity is not None:
            kind: Literal["name", "nominal"] = "name" if is_style(words, k) else "nominal"
            found.setdefault(entity, []).append(Mention(extent(words.doc, i, k + 1), kind))
    return found


def is_style(words: Words, k: int) -> bool:
    """Whether a title stands in a capital for the name: "The President has signed it"."""
    return words.is_name_word(k) and words.lower[k] in STYLES


def head_of(words: Words, role: Role) -> str:
    """The head word of a role: the last office word before "of ..."."""
    last = role.words.j - 1
    for k in range(role.words.i, role.words.j):
        if words.lower[k] in LINKS and k > role.words.i:
            last = k - 1
            break
    return SAME.get(words.lower[last], words.lower[last])


def definite(words: Words, k: int, taken: Taken) -> int | None:
    """Where "the" stands of a definite description headed by token `k` that stands for a person; else None."""
    n = len(words.text)
    if k + 1 < n and (
        taken.get(k + 1) == "PERSON"
        or words.tags[k + 1] in {"NN", "NNS", "NNP", "HYPH"}
        or words.lower[k + 1] in {"who", "of", "to", "in", "for", "at"}
    ):
        return None
    i = k - 1
    while i >= 0 and words.tags[i] in LEFT and k - i < 6 and words.lower[i] not in RANKS:  # noqa: PLR2004  # longer ones are rare
        i -= 1
    if i < 0 or words.lower[i] != "the" or (i and words.lower[i - 1] == "as"):
        return None
    head = words.doc[k]
    if head.dep_ in {"attr", "appos", "oprd"} or (k + 1 < n and words.text[k + 1] == "," and taken.get(k + 2) == "PERSON"):
        return None
    return i


def meant(words: Words, office: Office, roles: Iterable[Role], places: dict[int, str], counts: Counter[str]) -> str | None:
    """The one holder that a description fits: same title, no other country or organisation, the status it says."""
    said = {words.lower[k] for k in range(office.i, office.head)}
    where = {places[k] for k in range(office.i, office.head) if k in places}
    status = next((s for k in range(office.i, office.head) if (s := status_of_word(words, k)) not in {None, "current"}), None)
    fits: list[str] = []
    for role in roles:
        if role.holder.i > office.i and role.words.i > office.i:
            continue
        own = {words.lower[k] for k in range(role.words.i, role.words.j)}
        theirs = {places[k] for k in range(role.words.i, role.words.j) if k in places}
        if (status or "current") != role.status and not (status is None and role.status in {"acting", "next"}):
            continue
        if (where and theirs and not where & theirs) or (own & DEPUTIES) - said:
            continue
        rest = {word for word in said if word not in {"'s", "’s", "-"}} - own
        rest = {word for k in range(office.i, office.head) if (word := words.lower[k]) in rest and k not in places}
        if (
            rest - PRIME - {"then", "former"}
            or (rest & PRIME and not own & PRIME)
            or (not said & PRIME and bare_minister(words, office, own))
        ):
            continue
        if role.entity not in fits:
            fits.append(role.entity)
    if len(fits) > 1:
        ranked = sorted(fits, key=lambda entity: -counts[entity])
        fits = ranked[:1] if counts[ranked[0]] >= OFTEN * counts[ranked[1]] else []
    return fits[0] if fits else None


def bare_minister(words: Words, office: Office, own: set[str]) -> bool:
    """Whether it says "the minister" of a prime minister, who is never called so."""
    return words.lower[office.head] == "minister" and bool(own & PRIME)
