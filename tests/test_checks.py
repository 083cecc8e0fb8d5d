"""What a checker has to find out: the question in English, what would refute the claim, the window, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimex.families._family import Check, Window, load_families
from claimex.statement import make_statement
from claimex.wording.check import plain_check
from tests.made import claims_of, layers_of, make_claim

if TYPE_CHECKING:
    from spacy.language import Language

CHECKS = {family.name: family.check for family in load_families()}


def check_of(nlp: Language, text: str, family: str, published: str | None = "2022-02-08") -> Check:
    """The check of the one claim of a family in a text."""
    layers, claims = claims_of(nlp, text, family, published)
    claim = claims[0]
    return CHECKS[family](claim, make_statement(claim, layers).sentence, layers)


QUESTIONS = [
    ("The minister visited Rome in 2015", "visited", "Did the minister visit Rome in 2015?"),
    ("The minister visits Rome often", "visits", "Does the minister visit Rome often?"),
    ("The ministers have met twice", "met", "Have the ministers met twice?"),
    ("The minister has not held talks", "held", "Has the minister held talks?"),
    ("The minister didn't hold talks", "hold", "Did the minister hold talks?"),
    ("The minister won't resign", "resign", "Will the minister resign?"),
    ("Maria Lopez is the mayor of Madrid", "is", "Is Maria Lopez the mayor of Madrid?"),
    ("In 2015, the minister paid a visit to Rome", "paid", "In 2015, did the minister pay a visit to Rome?"),
    ("There were two meetings in 2017", "were", "Were there two meetings in 2017?"),
    ("The club agreed to the plan and sold the stadium", "agreed", "Did the club agree to the plan and sell the stadium?"),
    ("The visit may help the country", "help", "Might the visit help the country?"),
    ("The city has never hosted the games", "hosted", "Has the city ever hosted the games?"),
    ("Due to rain, spectators were asked to leave", "asked", "Due to rain, were spectators asked to leave?"),
    ("Not every minister has visited Rome", "visited", "Has every minister visited Rome?"),
    ("No minister has visited Rome", "visited", "Has any minister visited Rome?"),
    ("Nobody visited Rome", "visited", "Did anybody visit Rome?"),
    ("No one has visited Rome", "visited", "Has anyone visited Rome?"),
    ("The minister has yet to visit Rome", "has", "Has the minister visited Rome?"),
    ("The cause has yet to be found", "has", "Has the cause been found?"),
    ("There were no survivors", "were", "Were there any survivors?"),
    ("It will be no success", "be", "Will it be a success?"),
    ("Maria Lopez [is] the mayor of Madrid", "is", "Is Maria Lopez the mayor of Madrid?"),
    ("The nurses did not back down from the row, they struck because the fee was low", "struck",
     "Is it true that the nurses did not back down from the row, they struck because the fee was low?"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "verb", "question"), QUESTIONS, ids=[row[0] for row in QUESTIONS])
def test_questions(nlp: Language, clause: str, verb: str, question: str) -> None:
    layers = layers_of(nlp, f"{clause}.")
    claim = make_claim(layers, clause, verb)

    assert plain_check(claim, make_statement(claim, layers).sentence, layers).question == question


def test_a_denial_is_refuted_by_what_it_denies(nlp: Language) -> None:
    layers = layers_of(nlp, "The minister has not held talks.")
    claim = make_claim(layers, "The minister has not held talks", "held", polarity="negated")

    check = plain_check(claim, make_statement(claim, layers).sentence, layers)

    assert check.refuted_by == "evidence that the minister has held talks"


OPPOSITES = [
    ("The minister visited Rome", "visited", "evidence that the minister did not visit Rome"),
    ("The minister is in Rome", "is", "evidence that the minister is not in Rome"),
    ("No minister has ever visited Rome", "visited", "evidence that some minister has visited Rome"),
    ("Not every minister has visited Rome", "visited", "evidence that every minister has visited Rome"),
    ("No one has visited Rome", "visited", "evidence that someone has visited Rome"),
    ("The minister has yet to take office", "has", "evidence that the minister has taken office"),
    ("There were no survivors", "were", "evidence that there were some survivors"),
    ("The minister decided to do nothing", "decided", "evidence to the contrary"),
    ("The minister went to Rome and met the pope", "went", "evidence to the contrary"),
]


@pytest.mark.parametrize(("clause", "verb", "refuted"), OPPOSITES, ids=[row[0] for row in OPPOSITES])
def test_evidence_against_a_plain_claim(nlp: Language, clause: str, verb: str, refuted: str) -> None:
    layers = layers_of(nlp, f"{clause}.")
    claim = make_claim(layers, clause, verb)

    assert plain_check(claim, make_statement(claim, layers).sentence, layers).refuted_by == refuted


TOUCHSTONE = (
    "Mary Holt will be the first Canadian prime minister in 23 years to make a state visit to Norway, "
    "officials in Ottawa have disclosed."
)


def test_rarity_over_a_period(nlp: Language) -> None:
    check = check_of(nlp, TOUCHSTONE, "rarity")

    assert check == Check(
        question="Did any other Canadian prime minister make a state visit to Norway between 1999 and February 2022?",
        refuted_by="another Canadian prime minister making a state visit to Norway between 1999 and February 2022",
        window=Window("1999", "2022-02", open=True),
        implies=("the previous time a Canadian prime minister made a state visit to Norway was in 1999",),
    )


def test_rarity_without_publication_date_has_no_window(nlp: Language) -> None:
    assert check_of(nlp, TOUCHSTONE, "rarity", published=None).window is None


# text, question, window (from, to), implies
RARITY = [
    ("The club won the cup for the first time since 1985.", "Did the club win the cup between 1985 and 8 February 2022?",
     ("1985", "2022-02-08"), ("the previous time the club won the cup was in 1985",)),
    ("The last time the bridge was closed was in May 2016.", "Was the bridge closed between May 2016 and 8 February 2022?",
     ("2016-05", "2022-02-08"), ()),
    ("No president has visited the island since the spring of 1999.",
     "Has any president visited the island since the spring of 1999?", ("1999-05-31", "2022-02-08"), ()),
    ("Nadia Brown was the last mayor to visit the island.",
     "Has any other mayor visited the island since Nadia Brown?", None, ()),
    ("The team has won its third consecutive title.", "Has the team won its third consecutive title?",
     None, ("two came directly before it",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "question", "window", "implies"), RARITY, ids=[row[0] for row in RARITY])
def test_rarity(nlp: Language, text: str, question: str, window: tuple[str, str] | None, implies: tuple[str, ...]) -> None:
    check = check_of(nlp, text, "rarity")

    assert check.question == question
    assert (check.window and (check.window.from_, check.window.to)) == window
    assert check.implies == implies


IMPLIES = [
    ("Profits doubled to 10 million dollars.", "change", ("before, it was $5 million",)),
    ("Sales rose 20% to 60 million dollars.", "change", ("before, it was about $50 million",)),
    ("Prices fell from 10 dollars to 8 dollars.", "change", ("the fall is $2",)),
    ("Sales rose more than 20% to 60 million dollars.", "change", ()),
    ("About 20% of the 50 voters stayed home.", "quantity", ("that is about 10 voters",)),
    ("Maria Lopez, 25, is the youngest mayor in Spain.", "superlative", ("Maria Lopez was born about 1997",)),
]


@pytest.mark.parametrize(("text", "family", "implies"), IMPLIES, ids=[row[0] for row in IMPLIES])
def test_what_follows(nlp: Language, text: str, family: str, implies: tuple[str, ...]) -> None:
    assert check_of(nlp, text, family).implies == implies


REFUTED = [
    ("The Amazon is the largest forest in Brazil.", "superlative", "a larger forest in Brazil"),
    ("The bridge collapsed on Friday.", "event",
     "a record that it did not happen on 4 February 2022, or happened at another time"),
    ("Maria Lopez is the mayor of Madrid.", "role", "a record that does not show Maria Lopez as mayor of Madrid at the time"),
    ("Winner of the men's race, Ivan Petrov, fell ill.", "role",
     "a record that does not show Ivan Petrov as winner of the men's race at the time"),
    ("The bridge will be closed in May 2023.", "forecast", "the bridge not being closed in May 2023"),
    ("The bridge may help the town.", "forecast", "the bridge not helping the town"),
    ("The city plans to close the bridge.", "forecast", "no record of such a plan, or the city not closing the bridge"),
    ("The city plans to close no bridges.", "forecast", "no record of such a plan, or the city closing bridges"),
    ("Ann Reed got the post, which the bank said might end this summer.", "forecast",
     "evidence that the bank did not say the post might end in the summer of 2022"),
    ("We will close the bridge in 2023.", "forecast", "us not closing the bridge in 2023"),
    ("The city will sell the boats to those of no fixed home in 2023.", "forecast",
     "the city not selling the boats to those of no fixed home in 2023"),
    ("The city will not close the bridge.", "forecast", "the city closing the bridge after all"),
    ("Prices fell in May 2021.", "change", "figures that show a rise, or no change"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "family", "refuted"), REFUTED, ids=[row[0] for row in REFUTED])
def test_refuted_by(nlp: Language, text: str, family: str, refuted: str) -> None:
    assert check_of(nlp, text, family).refuted_by == refuted


# Each with the window of the check, and polarity and tense of the claim.
ROLES = [
    ("In 2017, Spanish Prime Minister Maria Lopez visited Rome.", "Was Maria Lopez the Spanish Prime Minister in 2017?",
     Window("2017", "2017"), ("affirmed", "past")),
    ("On Monday, Spanish Prime Minister Maria Lopez visited Rome.", "Is Maria Lopez the Spanish Prime Minister?",
     Window("2022-02-08", "2022-02-08"), ("affirmed", "present")),
    ("In 1998, then President Ivan Petrov signed the treaty.", "Was Ivan Petrov the President in 1998?",
     Window("1998", "1998"), ("affirmed", "past")),
    ("The treaty was signed by then President Ivan Petrov.", "Was Ivan Petrov ever the President?", None, ("affirmed", "past")),
    ("Prime Minister Maria Lopez was born in 1952.", "Is Maria Lopez the Prime Minister?",
     Window("2022-02-08", "2022-02-08"), ("affirmed", "present")),
    ("Spanish Prime Minister Maria Lopez has not visited Rome.", "Is Maria Lopez the Spanish Prime Minister?",
     Window("2022-02-08", "2022-02-08"), ("affirmed", "present")),
    ("Maria Lopez, mayor of Madrid from 2003 to 2011, died on Friday.", "Was Maria Lopez the mayor of Madrid from 2003 to 2011?",
     Window("2003", "2011"), ("affirmed", "past")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "question", "window", "said"), ROLES, ids=[row[0] for row in ROLES])
def test_roles(nlp: Language, text: str, question: str, window: Window | None, said: tuple[str, str]) -> None:
    _, claims = claims_of(nlp, text, "role")
    check = check_of(nlp, text, "role")

    assert (check.question, check.window) == (question, window)
    assert (claims[0].polarity, claims[0].tense) == said


def test_event_window_is_its_date(nlp: Language) -> None:
    assert check_of(nlp, "The bridge collapsed in March 2015.", "event").window == Window("2015-03", "2015-03")


def test_a_quotation_before_its_verb_is_asked_as_one(nlp: Language) -> None:
    check = check_of(nlp, '"We will win the cup," said Maria Lopez.', "statement")

    assert check.question == "Did Maria Lopez say: “We will win the cup”?"


@pytest.mark.parametrize(
    ("text", "question", "refuted_by"),
    [
        ("The port's first strike began on Monday.", "Did the port have an earlier strike?", "the port having an earlier strike"),
        (
            "Tom Berg left Hull in May. He scored his first goal for Leeds on Sunday.",
            "Did Tom Berg have an earlier goal for Leeds?",
            "Tom Berg having an earlier goal for Leeds",
        ),
        ("Their first album sold well.", "Did they have an earlier album?", "an earlier album"),
        (
            "The first strike in the town began on Monday.",
            "Was there an earlier strike in the town?",
            "an earlier strike in the town",
        ),
    ],
)
def test_the_first_of_an_owners_is_asked_of_the_owner(nlp: Language, text: str, question: str, refuted_by: str) -> None:
    found = check_of(nlp, text, "rarity")

    assert (found.question, found.refuted_by) == (question, refuted_by)
