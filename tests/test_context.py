"""A question that cannot stand alone says what it is about, by the speaker or the title; others stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimex.families._family import load_families
from claimex.statement import make_statement
from claimex.wording.context import asked_briefly, in_context
from tests.made import claims_of

if TYPE_CHECKING:
    from spacy.language import Language

CHECKS = {family.name: family.check for family in load_families()}
TITLE = "Storm floods harbour of Genoa"
ABOUT = f"On the subject of “{TITLE}” (8 February 2022): "

# text, family, question
QUESTIONS = [
    ("It forced 500 people to leave.", "quantity", f"{ABOUT}did it force 500 people to leave?"),
    ("The storm destroyed 12 boats.", "quantity", f"{ABOUT}did the storm destroy 12 boats?"),
    ("Maria Lopez won this race in 2019.", "event", f"{ABOUT}did Maria Lopez win this race in 2019?"),
    ("Maria Lopez won the Rome Marathon in 2019.", "event", "Did Maria Lopez win the Rome Marathon in 2019?"),
    ("Maria Lopez recently sold 40 boats.", "quantity", f"{ABOUT}did Maria Lopez recently sell 40 boats?"),
    ("The mayor of Genoa resigned in 2019.", "event", "Did the mayor of Genoa resign in 2019?"),
    ("In 2019, 40 boats sank.", "quantity", f"{ABOUT}in 2019, did 40 boats sink?"),
    ("Maria Lopez fought the bill in 2019.", "event", f"{ABOUT}did Maria Lopez fight the bill in 2019?"),
    ("Maria Lopez signed the treaty with Chile in 2019.", "event", "Did Maria Lopez sign the treaty with Chile in 2019?"),
    ("Maria Lopez left the country in 2019.", "event", "Did Maria Lopez leave the country in 2019?"),
    ("Spain kept the boats, but some were sold to Italy in 2019.", "event", f"{ABOUT}were some sold to Italy in 2019?"),
    ("Lopez was 82 years old.", "quantity", f"{ABOUT}was Lopez 82 years old?"),
    ("Maria Lopez was 82 years old.", "quantity", "Was Maria Lopez 82 years old?"),
    ("Maria Lopez, the governor, resigned.", "role", f"{ABOUT}is Maria Lopez the governor?"),
    ("Maria Lopez, the governor of Ohio, resigned.", "role", "Is Maria Lopez the governor of Ohio?"),
    (
        'Maria Lopez said: "Spain sold 40 boats today".',
        "statement",
        f'{ABOUT}did Maria Lopez say: "Spain sold 40 boats today"?',
    ),
    (
        '"We will sell 40 boats," Maria Lopez said.',
        "quantity",
        "Is it true what Maria Lopez said: “We will sell 40 boats”?",
    ),
    (
        "The clubs of Genoa have grown. They sold 40 boats in 2019.",
        "quantity",
        "The article says: “The clubs of Genoa have grown.” Did they sell 40 boats in 2019?",
    ),
    (
        "The clubs of Genoa have grown, and they sold 40 boats in 2019.",
        "quantity",
        "The article says: “The clubs of Genoa have grown …” Did they sell 40 boats in 2019?",
    ),
    ("Who has grown? They sold 40 boats in 2019.", "quantity", f"{ABOUT}did they sell 40 boats in 2019?"),
    (
        '"We will sell 40 boats next year," Maria Lopez said.',
        "quantity",
        "Is it true, as Maria Lopez said, that we will sell 40 boats in 2023?",
    ),
]


@pytest.mark.parametrize(("text", "family", "question"), QUESTIONS, ids=[row[0] for row in QUESTIONS])
def test_context(nlp: Language, text: str, family: str, question: str) -> None:
    layers, claims = claims_of(nlp, text, family)
    sentence = make_statement(claims[0], layers).sentence

    check = in_context(CHECKS[family](claims[0], sentence, layers), claims[0], sentence, layers, TITLE)

    assert check.question == question


RUN = "who ran the old town of Genoa with her sister and her cousins and the friends of her father"
KEPT = "the boats (all of them built in the harbour by her father) to a bank in Spain"
THINGS = (
    "the old boats, the cars, the horses, the tables, the chairs and all the other things that the club of Genoa had ever owned"
)
IF = "if the bank did not lie to all the papers of the town"
LONG = [
    (f"In 2019, Maria Lopez, {RUN}, sold {KEPT}, leaving the club without any means.", f"In 2019, did Maria Lopez sell {KEPT}?"),
    (f"In 2019 Maria Lopez sold {THINGS} {IF}.", f"In 2019, did Maria Lopez sell {THINGS} {IF}?"),
]


@pytest.mark.parametrize(("text", "question"), LONG, ids=["what adds goes", "a condition stays"])
def test_a_long_question_is_asked_without_what_only_adds(nlp: Language, text: str, question: str) -> None:
    layers, claims = claims_of(nlp, text, "event")
    sentence = make_statement(claims[-1], layers).sentence

    assert asked_briefly(CHECKS["event"], claims[-1], sentence, layers, None).question == question


@pytest.mark.parametrize("title", [None, " ", "x" * 200])
def test_without_a_title_the_question_stays(nlp: Language, title: str | None) -> None:
    layers, claims = claims_of(nlp, "It forced 500 people to leave.", "quantity")
    sentence = make_statement(claims[0], layers).sentence

    check = in_context(CHECKS["quantity"](claims[0], sentence, layers), claims[0], sentence, layers, title)

    assert check.question == "Did it force 500 people to leave?"
