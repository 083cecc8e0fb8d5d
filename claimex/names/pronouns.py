"""Persons, and where they are spoken of, in; he, she, him, his, her, out: each with the person it means, if that is plain.

Candidates are weighed by sentence, by what they are in theirs (subjects first) and by gender; two that weigh alike, or a
nearer person without a name ("a man"), leave the pronoun unresolved.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimex.names.entity import Mention
from claimex.spans import extent
from claimex.syntax import SUBJECT_DEPS, clause_head

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.names.words import Words

__all__ = ["Person", "find_pronouns"]

Gender = Literal["male", "female"]
PRONOUNS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male", "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
NAMELESS: dict[str, Gender | None] = {
    "man": "male", "boy": "male", "father": "male", "son": "male", "husband": "male", "brother": "male", "guy": "male", "uncle": "male",
    "woman": "female", "girl": "female", "mother": "female", "daughter": "female", "wife": "female", "sister": "female",
    "aunt": "female", "teenager": None, "person": None, "someone": None, "child": None, "victim": None, "suspect": None,
}  # fmt: skip
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
    everyone = sorted(persons + nameless(words, persons, named), key=lambda person: person.i)
    quotes = quoted(words)
    numbers = sentence_numbers(words)
    for k in spots:
        gender = PRONOUNS[words.lower[k]]
        best = choose(words, words.doc[k], gender, everyone, quotes, numbers)
        if best is None:
            continue
        where = next((n for n, person in enumerate(everyone) if person.i > k), len(everyone))
        everyone.insert(where, Person(k, best.entity, gender, k))
        if best.entity is not None:
            found.setdefault(best.entity, []).append(Mention(extent(words.doc, k, k + 1), "pronoun"))
            for person in everyone:
                if person.entity == best.entity and person.gender is None:
                    person.gender = gender
    return found


def nameless(words: Words, persons: list[Person], named: frozenset[int]) -> list[Person]:
    """Single persons without a name: "a man", "the driver"; they stand in the way of farther names."""
    known = {person.i for person in persons} | {person.start - 1 for person in persons}
    lex = words.lexicon
    found: list[Person] = []
    for k, lower in enumerate(words.lower):
        if words.tags[k] != "NN" or k in known or k in named:
            continue
        if lower in NAMELESS or lex.is_role(lower):
            gender = NAMELESS.get(lower)
            if gender is None:
                gender = "male" if lower in lex.words["roles_male"] else "female" if lower in lex.words["roles_female"] else None
            token = words.doc[k]
            if token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "ROOT", "conj"}:
                found.append(Person(k, None, gender, k))
    return found


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


def sentence_numbers(words: Words) -> list[int]:
    found: list[int] = []
    for n, sent in enumerate(words.doc.sents):
        found.extend([n] * len(sent))
    return found


def choose(
    words: Words, pronoun: Token, gender: Gender, everyone: list[Person], quotes: list[int], numbers: list[int]
) -> Person | None:
    """The one candidate that outweighs all others of other entities; None if there is none."""
    weights: dict[str | None, float] = {}
    who: dict[str | None, Person] = {}
    here = numbers[pronoun.i]
    for person in everyone:
        if person.i > pronoun.i and numbers[person.i] > here:
            break
        if here - numbers[person.i] > BACK or person.gender not in {None, gender}:
            continue
        weight = weigh(words, pronoun, person, quotes, here - numbers[person.i])
        if weight is None:
            continue
        if person.gender is None:
            weight -= 1.2
        if weight > weights.get(person.entity, 0.0):
            weights[person.entity], who[person.entity] = weight, person
    if not weights:
        return None
    ranked = sorted(weights, key=lambda entity: (-weights[entity], str(entity)))
    if len(ranked) > 1 and weights[ranked[0]] - weights[ranked[1]] < 0.15:  # noqa: PLR2004  # too near to call
        return None
    return who[ranked[0]]


def weigh(words: Words, pronoun: Token, person: Person, quotes: list[int], back: int) -> float | None:
    """How well a person spoken of at one place fits the pronoun; None if grammar forbids it."""
    token = words.doc[person.i]
    if person.i > pronoun.i:
        return 2.0 if forward(pronoun, token) else None
    reflexive = pronoun.lower_.endswith("self")
    same = back == 0 and clause_head(token).i == clause_head(pronoun).i
    if same and not reflexive and pronoun.tag_ == "PRP" and (is_subject(token) or is_subject(pronoun)):
        return None
    if pronoun.tag_ == "PRP$" and back == 0 and (token.head.i == pronoun.head.i or pronoun.head.i == token.i):
        return None  # "his brother Tom": not Tom's
    weight = 5.0 - 1.1 * back
    if is_subject(token):
        weight += 1.0
    elif token.dep_ == "poss":
        weight += 0.3
    elif token.dep_ in {"pobj", "conj", "appos", "compound"}:
        weight -= 0.3
    if reflexive and same and is_subject(token):
        weight += 2.0
    if quotes[pronoun.i] != quotes[person.i]:
        weight -= 0.4
        if quotes[pronoun.i] and is_speaker(token) and back <= 1:
            weight -= 2.5  # who speaks says "I" of himself
    return weight - min(pronoun.i - person.i, 200) * 0.004


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
    """ "In his speech, Obama said": a pronoun in a fronted phrase may mean the subject of the clause after it."""
    if not is_subject(token) or (pronoun.dep_ in SUBJECT_DEPS and clause_head(pronoun).dep_ != "advcl"):
        return False
    verb = clause_head(token)
    return (
        any(up.i == verb.i for up in pronoun.ancestors) and pronoun.i < verb.i and clause_head(pronoun).dep_ in {"advcl", "ROOT"}
    )
