"""A pronoun or pointing word in; whether it can stand in a sentence by itself as it is, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.syntax import SUBJECT_DEPS, clause_head

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.names.entity import Entity, Names

__all__ = ["has_rival", "is_bound", "is_empty_it", "is_idle", "points_back"]

MAX_CLIMB = 3  # clauses around a pronoun in which its antecedent is looked for

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "ROOT", "poss"})
SOMEBODY = HEADS - {"attr", "dobj"}  # places of a noun that is more often a person
PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers"})
FIXED = frozenset({("for", "part"), ("on", "own"), ("on", "part")})
PLURAL = frozenset({"they", "them", "their", "theirs"})
COORDINATE = frozenset({"who", "that", "of", "in", "from", "with"})
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "csubj", "acl", "relcl"})
IT_VERBS = frozenset(
    {"rain", "snow", "seem", "appear", "take", "happen", "turn", "emerge", "transpire", "remain", "look", "cost"}
)


def is_idle(token: Token) -> bool:
    """Whether an owner stands in a fixed phrase, where no name fits: "for his part", "on their own"."""
    if token.tag_ != "PRP$" or not 0 < token.i < len(token.doc) - 1:
        return False
    return (token.nbor(-1).lower_, token.nbor().lower_) in FIXED


def points_back(token: Token) -> bool:
    """Whether a word stands for something named before: "this has come", "the two met", "the former"."""
    if token.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return False
    if token.tag_ == "DT":
        return token.lower_ in {"this", "that", "these", "those"} and not any(c.lower_ in COORDINATE for c in follows(token))
    if token.tag_ == "CD" or token.lower_ in {"former", "latter"}:
        return any(child.lower_ == "the" for child in token.lefts) and not list(token.rights) and token.tag_ in {"CD", "JJ"}
    return False


def follows(token: Token) -> list[Token]:
    return [*token.rights, *token.doc[token.i + 1 : token.i + 2]]


def is_bound(token: Token, first: int) -> bool:
    """Whether the pronoun can mean something named earlier in the same clause: "the company raised its prices"."""
    plural = token.lower_ in PLURAL
    places = SOMEBODY if token.lower_ in PERSONAL else HEADS
    for k in range(first, token.i):
        noun = token.doc[k]
        if noun.tag_ in NOUNS and noun.dep_ in places and (plural or noun.tag_ in {"NN", "NNP", "NNPS"}):
            return True
    return False


def is_empty_it(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it took two days to"."""
    if token.lower_ != "it" or token.dep_ not in {"nsubj", "nsubjpass", "expl"}:
        return False
    verb = token.head
    if verb.lemma_ in {"rain", "snow"}:
        return True
    children = {child.dep_ for child in verb.rights} | {inner.dep_ for child in verb.rights for inner in child.rights}
    return (verb.lemma_ in IT_VERBS or verb.lemma_ == "be" or verb.tag_ == "VBN") and bool(children & CLAUSAL)


def has_rival(token: Token, entity: Entity, first: int, names: Names) -> bool:
    """Whether the subject over a pronoun may be meant as well as the `entity` found: "Geingob voiced his sadness".

    A reader of the sentence alone takes the subject for it, and is most often right; tokens before `first` are not read.
    """
    subject = subject_over(token, first)
    if subject is None:
        return False
    hit = names.at(subject.i)
    if hit is None or hit[1].kind != "name":
        return token.lower_ in PLURAL and entity.label == "ORG" and subject.tag_ in NOUNS
    other = hit[0]
    if other.id == entity.id:
        return False
    if "PERSON" in {entity.label, other.label}:
        return entity.label == other.label and (other.gender in {entity.gender, None})
    return True


def subject_over(token: Token, first: int) -> Token | None:
    """The nearest subject before a pronoun: of its clause, or of one around it; an object cannot mean its own verb's."""
    verb = clause_head(token.head)
    if token.dep_ in {"dobj", "dative"}:
        if verb.head.i == verb.i:
            return None
        verb = clause_head(verb.head)
    for _ in range(MAX_CLIMB):
        for child in verb.lefts:
            if child.dep_ in SUBJECT_DEPS and first <= child.i < token.i and not child.is_ancestor(token):
                if child.tag_ in {"WDT", "WP"}:
                    return verb.head if verb.dep_ == "relcl" and verb.head.i >= first else None
                return child
        if verb.head.i == verb.i:
            return None
        verb = clause_head(verb.head)
    return None
