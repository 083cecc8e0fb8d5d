"""Persons, and where they are spoken of, in; he, she, him, his, her, out: each with the person it means, if that is plain.

Candidates are weighed by sentence, by what they are in theirs (subjects first) and by gender; two that weigh alike, or a
nearer person without a name ("a man"), leave the pronoun unresolved.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimex.names.entity import Mention
from claimex.spans import extent
from claimex.syntax import SUBJECT_DEPS, clause_head

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.names.words import Words

__all__ = ["PRONOUNS", "Person", "find_pronouns"]

Gender = Literal["male", "female"]
PRONOUNS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
NAMELESS: dict[str, Gender | None] = {
    "man": "male", "boy": "male", "father": "male", "son": "male", "husband": "male", "brother": "male", "guy": "male",
    "uncle": "male",
    "woman": "female", "girl": "female", "mother": "female", "daughter": "female", "wife": "female", "sister": "female",
    "aunt": "female", "teenager": None, "person": None, "someone": None, "child": None, "victim": None, "suspect": None,
}  # fmt: skip
HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "ROOT", "conj"})
TOO_NEAR = 0.15  # a lead in weight that is none
BACK = 4  # sentences back that a pronoun looks
OPEN, CLOSE = frozenset({"“", "``"}), frozenset({"”", "''"})


@dataclass(slots=True)
class Person:
    """A person spoken of at token `i` (head word): the entity, None if nameless; gender, None if unknown."""

    i: int
    entity: str | None
    gender: Gender | None
    start: int


def find_pronouns(words: Words, persons: list[Person], named: frozenset[int]) -> dict[str, list[Mention]]:
    """Pronoun mentions by entity; each resolved one is a candidate for the next. `named`: tokens that describe a named person."""
    found: dict[str, list[Mention]] = {}
    spots = [k for k, lower in enumerate(words.lower) if lower in PRONOUNS]
    if not spots:
        return found
    chooser = Chooser(words, sorted(persons + nameless(words, persons, named), key=place_of))
    for k in spots:
        best = chooser.choose(k)
        if best is not None and best.entity is not None:
            found.setdefault(best.entity, []).append(Mention(extent(words.doc, k, k + 1), "pronoun"))
    return found


def place_of(person: Person) -> int:
    return person.i


def nameless(words: Words, persons: list[Person], named: frozenset[int]) -> list[Person]:
    """Single persons without a name: "a man", "the driver"; they stand in the way of farther names."""
    known = {person.i for person in persons} | {person.start - 1 for person in persons} | named
    lex = words.lexicon
    found: list[Person] = []
    for k, lower in enumerate(words.lower):
        if words.tags[k] != "NN" or k in known or not (lower in NAMELESS or lex.is_role(lower)):
            continue
        gender = NAMELESS.get(lower)
        if gender is None:
            gender = "male" if lower in lex.words["roles_male"] else "female" if lower in lex.words["roles_female"] else None
        if words.doc[k].dep_ in HEADS:
            found.append(Person(k, None, gender, k))
    return found


class Chooser:
    """The persons spoken of so far in one document, in order; chooses for one pronoun after the other."""

    def __init__(self, words: Words, persons: list[Person]) -> None:
        self.words = words
        self.persons = persons
        self.genders = {person.entity: person.gender for person in persons if person.gender is not None}
        self.quotes = quoted(words)
        self.sents = [sent.start for sent in words.doc.sents]

    def sentence(self, i: int) -> int:
        return bisect_right(self.sents, i) - 1

    def choose(self, k: int) -> Person | None:
        """The one candidate that outweighs all others of other entities, also noted as spoken of here; None if there is none."""
        gender = PRONOUNS[self.words.lower[k]]
        here = self.sentence(k)
        first = self.sents[max(0, here - BACK)]
        last = self.sents[here + 1] if here + 1 < len(self.sents) else len(self.words.text)
        weights: dict[str | None, float] = {}
        who: dict[str | None, Person] = {}
        for person in self.persons[
            bisect_left(self.persons, first, key=place_of) : bisect_left(self.persons, last, key=place_of)
        ]:
            weight = self.weight(k, person, gender, here)
            if weight > weights.get(person.entity, 0.0):
                weights[person.entity], who[person.entity] = weight, person
        ranked = sorted(weights, key=lambda entity: (-weights[entity], str(entity)))
        if not ranked or (len(ranked) > 1 and weights[ranked[0]] - weights[ranked[1]] < TOO_NEAR):
            return None
        best = who[ranked[0]]
        insort(self.persons, Person(k, best.entity, gender, k), key=place_of)
        if best.entity is not None:
            self.genders.setdefault(best.entity, gender)
        return best

    def weight(self, k: int, person: Person, gender: Gender, here: int) -> float:
        """How well a person spoken of at one place fits the pronoun at token `k`; 0 if grammar or gender forbids it."""
        words, pronoun, token = self.words, self.words.doc[k], self.words.doc[person.i]
        known = person.gender if person.entity is None else self.genders.get(person.entity)
        if known not in {None, gender}:
            return 0.0
        unknown = 1.2 if known is None else 0.0
        if person.i > k:
            return 2.0 - unknown if forward(pronoun, token) else 0.0
        back = here - self.sentence(person.i)
        if back == 0 and is_barred(pronoun, token):
            return 0.0
        weight = 5.0 - 1.1 * back - unknown + standing(token)
        if words.lower[max(0, person.start - 2) : person.start] == ["according", "to"]:
            weight -= 1.0
        if words.lower[k].endswith("self") and back == 0 and is_subject(token):
            weight += 2.0
        if self.quotes[k] != self.quotes[person.i]:
            weight -= 0.4
            if self.quotes[k] and is_speaker(token) and back <= 1:
                weight -= 2.5  # who speaks says "I" of himself
        return weight - min(k - person.i, 200) * 0.004


def quoted(words: Words) -> list[int]:
    """For each token the number of the quotation that it stands in; 0 outside."""
    found: list[int] = []
    inside, n = False, 0
    for text in words.text:
        if text in OPEN or (text == '"' and not inside):
            inside, n = True, n + 1
        elif text in CLOSE or text == '"' or "\n" in text:
            inside = False
        found.append(n if inside else 0)
    return found


def is_barred(pronoun: Token, token: Token) -> bool:
    """Whether grammar forbids that the two, of one sentence, are one person: "Smith told him", "his brother Tom"."""
    if pronoun.tag_ == "PRP$":
        return pronoun.head.i in {token.i, token.head.i}
    if pronoun.tag_ != "PRP" or pronoun.lower_.endswith("self") or not (is_subject(token) or is_subject(pronoun)):
        return False
    return clause_head(token).i == clause_head(pronoun).i


def standing(token: Token) -> float:
    """What the part that a person has in its clause adds: subjects are what the next sentence goes on about."""
    if is_subject(token):
        return 1.0
    return 0.3 if token.dep_ == "poss" else -0.3 if token.dep_ in {"pobj", "conj", "appos", "compound"} else 0.0


def is_subject(token: Token) -> bool:
    return token.dep_ in SUBJECT_DEPS or (token.dep_ in {"compound", "appos"} and token.head.dep_ in SUBJECT_DEPS)


def is_speaker(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_ in {
        "say",
        "tell",
        "add",
        "state",
        "write",
        "tweet",
        "ask",
        "explain",
        "claim",
    }


def forward(pronoun: Token, token: Token) -> bool:
    """As in "In his speech, Obama said": a pronoun in a fronted phrase may mean the subject of the clause after it."""
    if not is_subject(token) or (pronoun.dep_ in SUBJECT_DEPS and clause_head(pronoun).dep_ != "advcl"):
        return False
    verb = clause_head(token)
    return (
        any(up.i == verb.i for up in pronoun.ancestors) and pronoun.i < verb.i and clause_head(pronoun).dep_ in {"advcl", "ROOT"}
    )
