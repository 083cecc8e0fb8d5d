"""The walks over the tree: what is the clause, who is the subject, is anything asserted at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimex import syntax

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token

CLAUSES = [
    # text, a word of the clause, the clause
    ("The mayor resigned, the paper said.", "resigned", "The mayor resigned"),
    ("The paper said the mayor resigned.", "resigned", "the mayor resigned"),
    ("The firm cut jobs and closed two plants.", "cut", "The firm cut jobs"),
    ("The firm cut jobs and closed two plants.", "closed", "The firm cut jobs and closed two plants"),
    ("The army left and the rebels took the town.", "took", "the rebels took the town"),
    ("Prices continue to rise.", "rise", "Prices continue to rise"),
    ("While the talks went on, the army left the town.", "left", "the army left the town"),
    ("According to the report, the dam burst in May.", "burst", "the dam burst in May"),
    ("The dam burst in May, flooding the valley.", "burst", "The dam burst in May"),
    ("Sales rose in June; profits fell.", "fell", "profits fell"),
    ("If rates rise, the bank will sell the branch.", "sell", "If rates rise, the bank will sell the branch"),
]


def word(nlp: Language, text: str, wanted: str) -> Token:
    return next(token for token in nlp(text) if token.text == wanted)


@pytest.mark.parametrize(("text", "wanted", "clause"), CLAUSES)
def test_clause(nlp: Language, text: str, wanted: str, clause: str) -> None:
    at = syntax.clause(syntax.clause_head(word(nlp, text, wanted)))

    assert text[at.start : at.end] == clause


@pytest.mark.parametrize(
    ("text", "wanted", "subject"),
    [
        ("The firm cut jobs and closed two plants.", "closed", "The firm"),
        ("The man who stole the car fled.", "stole", "The man"),
        ("The judge ordered the bank to pay the family.", "pay", "the bank"),
        ("Prices continue to rise.", "rise", "Prices"),
        ("Ford and its rivals cut prices.", "cut", "Ford and its rivals"),
        ("The bridge was rebuilt in 1950.", "rebuilt", "The bridge"),
    ],
)
def test_subject(nlp: Language, text: str, wanted: str, subject: str) -> None:
    at = syntax.subject_phrase(word(nlp, text, wanted))

    assert at is not None
    assert text[at.start : at.end] == subject


def test_clause_with_antecedent(nlp: Language) -> None:
    text = "The city passed laws banning cars."
    at = syntax.clause_with_antecedent(word(nlp, text, "banning"))

    assert text[at.start : at.end] == "laws banning cars"


@pytest.mark.parametrize(
    ("text", "wanted", "asserted"),
    [
        ("The mayor resigned.", "resigned", True),
        ("The paper said the mayor resigned.", "resigned", True),
        ("Did the mayor resign?", "resign", False),
        ("Call the police now.", "Call", False),
        ("If the mayor resigns, the deputy takes over.", "resigns", False),
        ("If the mayor resigns, the deputy takes over.", "takes", True),
        ("They asked whether the mayor lied.", "lied", False),
    ],
)
def test_asserts(nlp: Language, text: str, wanted: str, *, asserted: bool) -> None:
    assert syntax.asserts(word(nlp, text, wanted)) is asserted
