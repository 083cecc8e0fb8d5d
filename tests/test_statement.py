"""A claim's statement stands alone: full names, absolute dates, a subject, no speaker; what could not be resolved is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimex.statement import make_statement
from claimex.wording.amounts import amount_words, comparative, number_words
from claimex.wording.dates import day_words, short_words
from claimex.wording.verbs import gerund, past, third_person
from tests.made import claims_of, layers_of, make_claim

if TYPE_CHECKING:
    from spacy.language import Language

LEDE = "Imran Khan, Pakistan's prime minister, arrived in Moscow. "

# text before, clause, verb, expected statement
NAMES = [
    (LEDE, "He signed a treaty", "signed", "Imran Khan signed a treaty."),
    (LEDE, "His visit lasted a week", "lasted", "Imran Khan’s visit lasted a week."),
    (LEDE, "Khan praised the treaty", "praised", "Imran Khan praised the treaty."),
    (LEDE, "Khan said that he liked the city", "said", "Imran Khan said that he liked the city."),
    (LEDE, "The club had for his part sold 40 boats", "sold", "The club had for his part sold 40 boats."),
    (LEDE, "The company raised its prices", "raised", "The company raised its prices."),
]
DATES = [
    ("The bridge was closed last year", "closed", "The bridge was closed in 2021."),
    ("The bridge was closed on Friday", "closed", "The bridge was closed on 4 February 2022."),
    ("The bridge was closed yesterday", "closed", "The bridge was closed on 7 February 2022."),
    ("Yesterday the bridge was closed", "closed", "On 7 February 2022 the bridge was closed."),
    ("The bridge was closed this month", "closed", "The bridge was closed in February 2022."),
    ("The bridge has been closed since last year", "closed", "The bridge has been closed since 2021."),
    ("Sales were higher than last year", "were", "Sales were higher than in 2021."),
    ("Last year was the hottest in the region", "was", "2021 was the hottest in the region."),
    ("Friday's attack killed two soldiers", "killed", "The 4 February 2022 attack killed two soldiers."),
    (
        "The town has seen three floods in the past 10 years",
        "seen",
        "The town has seen three floods in the 10 years to February 2022.",
    ),
    ("The shop was closed on Christmas Day", "closed", "The shop was closed on Christmas Day 2021."),
    ("The lift was mended early on Friday", "mended", "The lift was mended early on 4 February 2022."),
    ("The bridge was closed in March 2015", "closed", "The bridge was closed in March 2015."),
    ("The bridge was closed earlier this month", "closed", "The bridge was closed earlier in February 2022."),
    ("The bridge was closed on Super Tuesday", "closed", "The bridge was closed on Super Tuesday."),
    ("The bridge was closed on the long weekend", "closed", "The bridge was closed on the long weekend."),
    ("In 2016 the bridge was closed until June", "closed", "In 2016 the bridge was closed until June."),
    (
        "The bridge was closed at about 7:45 p.m. BST (1845 UTC) on January 27",
        "closed",
        "The bridge was closed at about 7:45 p.m. BST (1845 UTC) on 27 January 2022.",
    ),
    ("The bridge was closed a week earlier on February 1", "closed", "The bridge was closed a week earlier on 1 February 2022."),
    ("The bridge was closed on the festival weekend", "closed", "The bridge was closed on the festival weekend."),
    ("The Sunday trade ban hurt the shops", "hurt", "The Sunday trade ban hurt the shops."),
    ("The bridge was closed at fiscal year-end", "closed", "The bridge was closed at fiscal year-end."),
    (
        "The bridge was closed in January, which the mayor fought",
        "closed",
        "The bridge was closed in January 2022, which the mayor fought.",
    ),
    ("The bridge was closed on the Friday that he left", "closed", "The bridge was closed on the Friday that he left."),
    (
        "It fell on 4 May 2019, and the hall was closed on the same day as the school",
        "closed",
        "It fell on 4 May 2019, and the hall was closed on the same day as the school.",
    ),
    ("Last week saw a flood in the town", "saw", "The week of 31 January 2022 saw a flood in the town."),
    ("The bridge could be closed as soon as Friday", "closed", "The bridge could be closed as soon as 11 February 2022."),
]


@pytest.mark.parametrize(("before", "clause", "verb", "statement"), NAMES, ids=[row[1] for row in NAMES])
def test_names(nlp: Language, before: str, clause: str, verb: str, statement: str) -> None:
    layers = layers_of(nlp, f"{before}{clause}.")

    made = make_statement(make_claim(layers, clause, verb), layers)

    assert (made.text, made.unresolved) == (statement, ())


@pytest.mark.parametrize(("clause", "verb", "statement"), DATES, ids=[row[0] for row in DATES])
def test_dates(nlp: Language, clause: str, verb: str, statement: str) -> None:
    layers = layers_of(nlp, f"{clause}.")

    assert make_statement(make_claim(layers, clause, verb), layers).text == statement


# text, clause, verb, subject outside the clause, expected statement
SHAPES = [
    ("The fair, which will be held in May 2023, will be long.", "which will be held in May 2023", "held", None,
     "The fair will be held in May 2023."),
    ("The minister flew to Rome and met the pope in June 2019.", "met the pope in June 2019", "met", "The minister",
     "The minister met the pope in June 2019."),
    ("The explosion hit a market on Friday, killing 12 people.", "killing 12 people", "killing", "The explosion",
     "The explosion killed 12 people."),
    ("The match, held in 2015, ended in a draw.", "The match, held in 2015", "held", "The match", "The match was held in 2015."),
    ("The novel that she wrote in 2001 sold well.", "The novel that she wrote in 2001", "wrote", None,
     "She wrote the novel in 2001."),
    ("It is, however, the oldest bridge in the region.", "It is, however, the oldest bridge in the region", "is", None,
     "It is the oldest bridge in the region."),
    ("However, the plan failed in 1999.", "However, the plan failed in 1999", "failed", None, "The plan failed in 1999."),
    ("The hall will be closed and sold by the city.", "sold by the city", "sold", "The hall",
     "The hall will be sold by the city."),
    ("The club planned to buy a hall and would close two shops.", "The club planned to buy a hall and would close two shops",
     "would", None, "The club would close two shops."),
    ("In one speech, the mayor, as usual, told two jokes.", "one speech, the mayor, as usual, told two jokes", "told", None,
     "In one speech, the mayor, as usual, told two jokes."),
    ("There were six floods, the worst of which killed 12 people.", "the worst of which killed 12 people", "killed", None,
     "There were six floods, the worst of which killed 12 people."),
    ("The tools are no older than a few years.", "The tools are no older than", "are", None,
     "The tools are no older than a few years."),
    ("The port was also found to be shut in 2018.", "found to be shut in 2018", "found", "The port",
     "The port was found to be shut in 2018."),
    ("It is a craft scheduled to land in 2025.", "a craft scheduled to land in 2025", "scheduled", None,
     "A craft is scheduled to land in 2025."),
    ("Fans watched a film being shown in Rome in 2018.", "a film being shown in Rome in 2018", "shown", None,
     "A film was being shown in Rome in 2018."),
    ("The judge praised all the clerks who left in 2018.", "all the clerks who left in 2018", "left", None,
     "The judge praised all the clerks who left in 2018."),
    ("The sale helped the bank pay 40 debts in 2018.", "the bank pay 40 debts in 2018", "pay", None,
     "The sale helped the bank pay 40 debts in 2018."),
    ("It is the first time anyone has swum the lake alone.", "anyone has swum the lake alone", "swum", None,
     "It is the first time anyone has swum the lake alone."),
    ("The court accused the mayor of theft.", "The court accused the mayor", "accused", None,
     "The court accused the mayor of theft."),
    ("Lopez signed the plan. He said that Ann Reed had voiced her anger. Ann Reed lost her seat in 2018.",
     "Ann Reed had voiced her anger", "voiced", None, "Ann Reed had voiced her anger."),
    ("It is unclear whether the storm sank 40 boats.", "the storm sank 40 boats", "sank", None,
     "It is unclear whether the storm sank 40 boats."),
    ("It is possible that the plan would fail.", "the plan would fail", "fail", None,
     "It is possible that the plan would fail."),
    ("The boat sank, the mayor did not drown.", "The boat sank", "sank", None, "The boat sank."),
    ("The Greens won 13 seats and the Reds lost 10.", "The Greens won 13 seats and the Reds", "won", None,
     "The Greens won 13 seats."),
    ("The bridge closed; the mayor blamed frost.", "The bridge closed", "closed", None, "The bridge closed."),
    ("The mayor told the court that it rained.", "The mayor told", "told", None, "The mayor told the court."),
    ("The plan cost money for a year and a half.", "The plan cost money for a year", "cost", None,
     "The plan cost money for a year and a half."),
    ("The case, for which the clerk was jailed in 2018, is over.", "for which the clerk was jailed in 2018", "jailed", None,
     "The clerk was jailed in 2018 for the case."),
]  # fmt: skip


@pytest.mark.parametrize("row", SHAPES, ids=[row[1] for row in SHAPES])
def test_shapes(nlp: Language, row: tuple[str, str, str, str | None, str]) -> None:
    text, clause, verb, subject, statement = row
    layers = layers_of(nlp, text)

    assert make_statement(make_claim(layers, clause, verb, subject=subject), layers).text == statement


# text, family, expected statements of that family
WHOLE = [
    ("The mayor closed the meeting, noting that the hall needed 40 new chairs.", "statement",
     ["The mayor noted that the hall needed 40 new chairs."]),
    ("Lopez spoke of the post she took on in 2019.", "event", ["Lopez took on the post in 2019."]),
    ("This can involve them being sold for 40 euros.", "quantity", ["This can involve them being sold for 40 euros."]),
    ("The plan, which the mayor said would cost 40 million euros, failed.", "statement",
     ["The plan, which the mayor said would cost 40 million euros, failed."]),
    ("The paintings, which the bank has refused to give back since 2015, hang in Rome.", "event",
     ["The bank has refused to give back the paintings since 2015."]),
    ("The bridge reopened later on Friday.", "event", ["The bridge reopened later on 4 February 2022."]),
    ("[laughs] It cost 40 euros.", "quantity", ["It cost 40 euros."]),
    ("The bid was rejected, however, the club bought 40 boats.", "quantity", ["The club bought 40 boats."]),
    ("Now that 40 trains run each day, the line is full.", "quantity", ["40 trains run each day."]),
    ("The club opened in October [2018] and has 40 members.", "event", ["The club opened in October [2018]."]),
    ("Police named the clerk, whose arrest led to protests.", "cause", ["The clerk’s arrest led to protests."]),
    ('The club ("the Reds") said it sold 40 boats.', "quantity", ["It sold 40 boats."]),
    ("The fans waited for Lopez to score 40 goals.", "quantity",
     ["The fans waited for Lopez to score 40 goals."]),
    ("The town was bombed, killing 12 people.", "quantity", ["The town was bombed, killing 12 people."]),
    ("The bomb hit the town, killing 12 people.", "quantity", ["The bomb hit the town, killing 12 people."]),
    ('"Yeah, it sold 40 boats," Ann Reed said.', "quantity", ["It sold 40 boats."]),
    ('"Yeah right it sold 40 boats," Ann Reed said.', "quantity", ["Yeah right it sold 40 boats."]),
    ("The fire began at 19:00 local time (1700 UTC).", "event",
     ["The fire began at 19:00 local time on 8 February 2022 (1700 UTC)."]),
    ("The fire began at 6 p.m. local time on Friday.", "event", ["The fire began at 18:00 on 4 February 2022."]),
    ('"Oh, um, yeah, it sold 40 boats," Ann Reed said.', "quantity", ["It sold 40 boats."]),
    ("As of late Friday, 20 boats had been found.", "event", ["As of late on 4 February 2022, 20 boats had been found."]),
    ("Late Friday, 20 boats were found.", "event", ["Late on 4 February 2022, 20 boats were found."]),
    ("Senators Ann Reed and Jim Brown met the press.", "role", ["Ann Reed is a senator."]),
    ("The hall held three former presidents Ann Reed, Jim Brown and Mary Holt.", "role", ["Ann Reed is a former president."]),
    ("Ann Reed, spokesperson for the club, fell ill.", "role", ["Ann Reed is the spokesperson for the club."]),
    ("Ann Reed, formerly the mayor of Goa, fell ill.", "role", ["Ann Reed is formerly the mayor of Goa."]),
    ("A list of clubs that have sold 40 boats was lost.", "quantity", ["Clubs have sold 40 boats."]),
    ("A list of clubs, which has 40 pages, was lost.", "quantity", ["A list of clubs has 40 pages."]),
    ("Ann Reed said of the hall, ''I have not seen it yet, but I plan to.''", "statement",
     ["Ann Reed said of the hall, ''I have not seen it yet, but I plan to''."]),
    ("LGBT activist Andrew Jones met the press.", "role", ["Andrew Jones is an LGBT activist."]),
    ("Winner of the men's race, Ivan Petrov, fell ill.", "role", ["Ivan Petrov is the winner of the men's race."]),
    ("The bank's chairman, Ivan Petrov, fell ill.", "role", ["Ivan Petrov is the bank's chairman."]),
    ("Trump critic and former club chairman Jim Brown fell ill.", "role",
     ["Jim Brown is a Trump critic and former club chairman."]),
    ("The only fear is that 40 boats sank.", "quantity", ["The only fear is that 40 boats sank."]),
    ("It is likely that 40 boats sank.", "quantity", ["It is likely that 40 boats sank."]),
    ("The news is that 40 boats sank.", "quantity", ["40 boats sank."]),
    ("Reed, the third mayor to be jailed in the town, is to face trial in May.", "rarity",
     ["Reed is the third mayor to be jailed in the town."]),
    ("The survey was short and covered 40 clinics.", "quantity", ["The survey covered 40 clinics."]),
    ('A clerk, Ann Reed, said the bank was upset: "While we study today\'s vote," she said, "we ask for calm."', "statement",
     ['A clerk, Ann Reed, said the bank was upset: "While we study today\'s vote".',
      'Ann Reed said, "we ask for calm."']),
    ("A few hours before the ship sank in 2015, the mayor wept.", "event",
     ["The ship sank in 2015.", "A few hours before the ship sank in 2015, the mayor wept."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "family", "statements"), WHOLE, ids=[row[0] for row in WHOLE])
def test_a_clause_becomes_a_whole_sentence(nlp: Language, text: str, family: str, statements: list[str]) -> None:
    layers, claims = claims_of(nlp, text, family)

    assert [make_statement(claim, layers).text for claim in claims] == statements


AMOUNTS = [
    (
        "Talks will cover the gas pipeline of a length of over 900 kilometers.",
        "The length of the gas pipeline is over 900 kilometers.",
    ),
    ("Maria Lopez called the 40 month sentence unjust.", "Maria Lopez called the 40 month sentence unjust."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statement"), AMOUNTS, ids=[row[0] for row in AMOUNTS])
def test_an_amount_in_a_noun_phrase_is_a_sentence(nlp: Language, text: str, statement: str) -> None:
    layers, claims = claims_of(nlp, text, "quantity")

    assert [make_statement(claim, layers).text for claim in claims] == [statement]


HEADLINES = [
    ("Imran Khan To Visit Russia This Month\n\nImran Khan will be in Moscow soon, officials said.",
     "Imran Khan is to visit Russia in February 2022."),
    ("Imran Khan to visit Peru in May\n\nImran Khan will be in Lima soon, officials said.",
     "Imran Khan is to visit Peru in May 2022."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statement"), HEADLINES, ids=[row[1] for row in HEADLINES])
def test_a_headline_is_in_sentence_case(nlp: Language, text: str, statement: str) -> None:
    layers, claims = claims_of(nlp, text, "forecast")

    assert make_statement(claims[0], layers).text == statement


UNRESOLVED = [
    ("It will be no surprise", "be", ["It"]),
    ("The two met in Rome", "met", ["The two"]),
    ("We won the cup", "won", ["We"]),
    ("This has come as a shock", "come", ["This"]),
    ("It was clear that the plan failed", "was", []),
]


@pytest.mark.parametrize(("clause", "verb", "words"), UNRESOLVED, ids=[row[0] for row in UNRESOLVED])
def test_unresolved(nlp: Language, clause: str, verb: str, words: list[str]) -> None:
    layers = layers_of(nlp, f"{clause}.")

    made = make_statement(make_claim(layers, clause, verb), layers)

    assert made.text == f"{clause}."
    assert [layers.doc.text[at.start : at.end] for at in made.unresolved] == words


def test_relative_date_without_publication_stays(nlp: Language) -> None:
    layers = layers_of(nlp, "The bridge was closed on Friday.", published=None)

    made = make_statement(make_claim(layers, "The bridge was closed on Friday", "closed"), layers)

    assert made.text == "The bridge was closed on Friday."
    assert [layers.doc.text[at.start : at.end] for at in made.unresolved] == ["Friday"]


def test_speaker_is_left_out(nlp: Language) -> None:
    layers = layers_of(nlp, "According to the mayor, the bridge collapsed on Friday.")
    claim = make_claim(layers, "According to the mayor, the bridge collapsed on Friday", "collapsed")

    assert claim.attribution is not None
    assert make_statement(claim, layers).text == "The bridge collapsed on 4 February 2022."


FIRST_PERSON = [
    ("I am the owner of the house", "am", "Maria Lopez is the owner of the house."),
    ("I'll sell the house in May", "sell", "Maria Lopez will sell the house in May 2022."),
    ("I've been here for years and have sold two boats", "been", "Maria Lopez has been here for years and has sold two boats."),
]


@pytest.mark.parametrize(("clause", "verb", "statement"), FIRST_PERSON, ids=[row[1] for row in FIRST_PERSON])
def test_first_person_is_the_speaker(nlp: Language, clause: str, verb: str, statement: str) -> None:
    layers = layers_of(nlp, f'Maria Lopez was in court. "{clause}," Lopez said.')
    claim = make_claim(layers, clause, verb, tense="present")

    assert make_statement(claim, layers).text == statement


AGAIN = [
    ("Maria Lopez was in court. She wept.", "Maria Lopez sold her boat because she hates the sea."),
    ("Maria Lopez was in court. So was Anna Smith. She wept.", "Maria Lopez sold Lopez’s boat because Lopez hates the sea."),
    ("R. Lopez was in court.", "R. Lopez sold Lopez’s boat because Lopez hates the sea."),
]


@pytest.mark.parametrize(("before", "statement"), AGAIN, ids=[row[0] for row in AGAIN])
def test_who_speaks_is_named_once(nlp: Language, before: str, statement: str) -> None:
    name = " ".join(before.split()[:2])
    layers = layers_of(nlp, f'{before} "I sold my boat because I hate the sea," {name} said.')
    claim = make_claim(layers, "I sold my boat because I hate the sea", "sold")

    assert make_statement(claim, layers).text == statement


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("win", ("winning", "won", "wins")),
        ("visit", ("visiting", "visited", "visits")),
        ("make", ("making", "made", "makes")),
        ("die", ("dying", "died", "dies")),
        ("stop", ("stopping", "stopped", "stops")),
        ("carry", ("carrying", "carried", "carries")),
        ("admit", ("admitting", "admitted", "admits")),
        ("watch", ("watching", "watched", "watches")),
        ("flee", ("fleeing", "fled", "flees")),
    ],
)
def test_verb_forms(verb: str, forms: tuple[str, str, str]) -> None:
    assert (gerund(verb), past(verb), third_person(verb)) == forms


@pytest.mark.parametrize(("iso", "words"), [("2011-03-04", "4 March 2011"), ("2011-03", "March 2011"), ("2011", "2011")])
def test_days_in_words(iso: str, words: str) -> None:
    assert day_words(iso) == words
    assert short_words(iso) == f"{'on' if len(iso) == 10 else 'in'} {words}"


def test_amounts_in_words() -> None:
    assert [number_words(value) for value in (1200.0, 2.5, 50_000_000, 3.14159)] == ["1,200", "2.5", "50 million", "3.142"]
    assert [amount_words(5, unit) for unit in ("USD", "percent", None)] == ["$5", "5 percent", "5"]


@pytest.mark.parametrize(
    ("word", "further"),
    [
        ("largest", "larger"),
        ("worst", "worse"),
        ("most expensive", "more expensive"),
        ("highest-paid", "higher-paid"),
        ("record", None),
    ],
)
def test_comparatives(word: str, further: str | None) -> None:
    assert comparative(word) == further
