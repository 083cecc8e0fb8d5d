"""Spots in; what each name names, by the evidence of the whole article: one name, one label.

Every place where a name stands votes with what spaCy said there and with the words around it; tables and the make of the
name vote once. The sums are compared by name; a surname follows the full name that ends in it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from claimex.names.make import inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimex.names.lexicon import Lexicon
    from claimex.names.make import Vote
    from claimex.names.words import Spot, Words

__all__ = ["Kinds", "find_kinds", "key_of"]

DOTS = re.compile(r"(?<=[A-Z])\.(?=[A-Z]|$|\s)")
AGE = re.compile(r"\d{1,2}")
# What a firm has, and a person hardly: "Comtech's six-month output".
BUSINESS = frozenset({
    "profit", "profits", "sales", "shares", "earnings", "revenue", "revenues", "turnover", "output", "subsidiary", "headquarters",
    "stock", "dividend", "factory", "factories", "plant", "plants", "shareholders", "customers", "employees",
})  # fmt: skip
# "Founder of X", "analyst at X": a firm or body.
LED = frozenset({"president", "founder", "co-founder", "chairman", "chairwoman", "ceo", "executive", "cfo", "co-owner"})
WORKING = LED | {"analyst", "strategist", "economist", "professor", "researcher", "lecturer", "engineer", "manager", "fellow"}
HEADED = (["chief", "executive"], ["chief", "operating"], ["chief", "financial"], ["managing", "director"])
ENOUGH = 4  # mentions; more of them weigh as much as so many
SURE = 2.0  # votes from which a name the tagger found, but spaCy did not, is believed


def key_of(name: str) -> str:
    """A name as it is compared: without article, dots and case of all-capital words longer than an acronym's."""
    if name[:4] in {"the ", "The "}:
        name = name[4:]
    if "." in name:
        name = DOTS.sub("", name)
    return name.replace("’", "'")


class Kinds:
    """Labels by name, and the votes behind them."""

    def __init__(self, votes: dict[str, dict[str, float]], inner: set[str], lasts: set[str]) -> None:
        self.votes = votes
        self.inner = inner | lasts  # names that stand inside a sentence somewhere, where no plain word is capitalised
        self.labels = {key: best(tally) for key, tally in votes.items() if tally}
        self.surnames = {key.rsplit(" ", 1)[-1] for key, label in self.labels.items() if label == "PERSON" and " " in key}

    def __getitem__(self, key: str) -> str:
        return self.labels.get(key, "")


def best(tally: dict[str, float]) -> str:
    if not tally:
        return ""
    label, score = max(tally.items(), key=lambda item: (item[1], item[0]))
    return label if score > 0 else ""


def find_kinds(words: Words, spots: list[Spot]) -> Kinds:
    """The label of every name, by its key."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    times: Counter[str] = Counter()
    for spot in spots:
        key = key_of(words.name(spot.i, spot.j))
        tally = votes[key]
        times[key] += 1
        if spot.label:
            tally[spot.label] += 1.0
        for label, weight in around(words, spot):
            tally[label] += weight
    for key, tally in votes.items():
        if times[key] > ENOUGH:  # many mentions of one kind must not drown what the tables know
            for label in tally:
                tally[label] *= ENOUGH / times[key]
        for label, weight in inside(key, words.lexicon):
            tally[label] += weight
    follow(votes, words.lexicon)
    inner = {key_of(words.name(spot.i, spot.j)) for spot in spots if spot.j - spot.i == 1 and not words.starts_sentence(spot.i)}
    lasts = {key.rsplit(" ", 1)[-1] for key in votes if " " in key}
    return Kinds(votes, inner, lasts)


def around(words: Words, spot: Spot) -> Iterator[Vote]:
    """What the words before and after one mention say."""
    lex, i, j = words.lexicon, spot.i, spot.j
    before = words.lower[i - 1] if i else ""
    after = words.lower[j] if j < len(words.lower) else ""
    title = words.text[i - 1] if i else ""
    if title in lex.words["courtesy"] or title in lex.words["courtesy_male"] or title in lex.words["courtesy_female"]:
        yield "PERSON", 3.0
    elif title in lex.words["title_abbreviations"] or (lex.is_role(before) and words.tags[i - 1] != "NNS"):
        yield "PERSON", 2.5
    elif before in lex.words["org_before"] and words.tags[i - 1] == "NN":
        yield "ORG", 1.0
    yield from preceded(words, i, before, words.tags[j] if j < len(words.tags) else "")
    if (
        before == "("
        and after == ")"
        and i > 1
        and lex.place(words.name(i, j)) is None
        and words.text[i].isupper()
        and words.tags[i - 2] in {"NNP", "NNPS"}
    ):
        yield "ORG", 1.5
    elif after == "(" and j - i > 1 and j + 1 < len(words.tags) and words.lexicon.place(words.name(j + 1, j + 2)) is not None:
        yield "PERSON", 1.5
    elif not spot.label and j < len(words.tags) and words.tags[j] in {"VBD", "VBZ", "MD"}:
        yield "ORG" if words.text[i].isupper() else "PERSON", 0.6
    yield from followed(words, j, after)


def preceded(words: Words, i: int, before: str, after_tag: str) -> Iterator[Vote]:
    lex = words.lexicon
    if before == "of" and words.word("place_of", i - 2):
        yield "GPE", 3.0
    elif before in {"in", "near", "outside", "throughout", "across"}:
        yield "GPE", 0.7
        yield "PERSON", -0.7
    elif before in {"of", "at"} and words.lower[max(0, i - 2)] in (LED if before == "of" else WORKING):
        yield "ORG", 1.5
        yield "PERSON", -2.0
    elif (
        before == "the" and after_tag not in {"NN", "NNS", "HYPH", "SYM"} and words.text[i + 1 : i + 2] != ["/"]
    ):  # "the Bush administration"
        yield "PERSON", -1.5
    elif before in lex.words["gpe_heads"] and words.tags[i - 1] == "NN":
        yield "GPE", 1.5
    elif before in {"mr.", "who"}:
        yield "PERSON", 0.5


def followed(words: Words, j: int, after: str) -> Iterator[Vote]:
    lex, n = words.lexicon, len(words.text)
    owner = after in {"'s", "’s", "news"} or after in lex.words["org_after"]
    if after == "-" and j + 1 < n and words.lower[j + 1] in {"based", "born"}:
        yield "GPE", 3.0
    elif after == ",":
        nxt = words.lower[j + 1] if j + 1 < n else ""
        if AGE.fullmatch(nxt) and j + 2 < n and words.lower[j + 2] in {",", ".", ")", "and", "of"}:
            yield "PERSON", 3.0
        elif nxt in {"who", "whose"}:
            yield "PERSON", 1.5
        elif nxt in {"a", "an", "the"} and any(lex.is_role(word) for word in words.lower[j + 2 : j + 5]):
            yield "PERSON", 1.0
    elif after in lex.words["say_verbs"]:
        yield "PERSON", 0.6
    elif after in lex.words["place_after"] and j < n and words.tags[j] == "NN":
        yield "GPE", 1.5
    elif owner:
        yield from owning(words, j)
    elif after in {"who", "himself", "herself"}:
        yield "PERSON", 1.5


def owning(words: Words, j: int) -> Iterator[Vote]:
    """What the body that a name is before, or the thing that it owns, says of it."""
    if words.lower[j] not in {"'s", "’s"}:
        yield "ORG", 1.2
    elif words.lower[j + 1 : j + 3] in HEADED:
        yield "ORG", 2.5
        yield "PERSON", -1.0
    elif not BUSINESS.isdisjoint(words.lower[j + 1 : j + 4]):
        yield "ORG", 1.2


def follow(votes: dict[str, dict[str, float]], lex: Lexicon) -> None:
    """A surname, or a first name, is a person where the article gives the person's full name; so with a firm's short name."""
    for key, tally in votes.items():
        last = key.rsplit(" ", 1)[-1]
        if last != key and last in votes and best(votes[last]) == "PERSON" and best(tally) not in {"", "PERSON", "GPE"}:
            tally["PERSON"] += 1.2
    persons = [key for key, tally in votes.items() if " " in key and best(tally) == "PERSON" and tally["PERSON"] >= SURE]
    firms = [key for key, tally in votes.items() if " " in key and best(tally) == "ORG" and tally["ORG"] >= SURE]
    lasts, firsts = endings(persons)
    tails = {key.split()[-1] for key in firms if key.endswith("s")}
    heads = {key.split()[0] for key in firms if key.split()[-1].lower() in lex.words["org_suffixes"]}
    storms = {key.split()[1] for key in votes if key.split()[0].lower() in lex.words["storms"] and key.count(" ") == 1}
    for key, tally in votes.items():
        if key in lasts:
            tally["PERSON"] += 3.0 + tally["PERSON"] * 0.5
            place = lex.place(key)
            if place is not None and not place.sure:  # a "Washington" whose first name the article gives
                tally["PERSON"] += tally["GPE"]
        elif key in firsts:
            tally["PERSON"] += 1.0
        elif key in storms:
            tally["EVENT"] += 6.0
        elif key in tails or (key in heads and lex.place(key) is None):
            tally["ORG"] += 3.0


def endings(persons: Iterable[str]) -> tuple[set[str], set[str]]:
    lasts: set[str] = set()
    firsts: set[str] = set()
    for name in persons:
        parts = name.split()
        firsts.add(parts[0])
        lasts.update(" ".join(parts[k:]) for k in range(1, len(parts)))
    return lasts, firsts
