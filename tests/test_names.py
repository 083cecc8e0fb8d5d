"""Names: repaired, linked and given a country, in sentences of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from claimex.names.find import find_names
from claimex.names.kinds import key_of
from claimex.names.lexicon import country_of, lexicon

if TYPE_CHECKING:
    from spacy.language import Language

    from claimex.names.entity import Entity, Names

KHAN = (
    "Imran Khan To Visit Ghana This Month\n\nImran Khan will fly to Accra, diplomats said. Khan’s visit is his first to Ghana. "
    "He will meet Ghana's Foreign Minister Ama Boateng. She welcomed him."
)


GONE = {
    "SUHH", "YUCS", "CSHH", "CSXX", "DDDE", "ZRCD", "RHZW", "HVBF", "DYBJ", "YDYE", "VDVN", "ANHH", "NHVU",
}  # fmt: skip


def words(text: str, entity: Entity, kind: str = "name") -> list[str]:
    return [text[mention.at.start : mention.at.end] for mention in entity.mentions if mention.kind == kind]


def read(nlp: Language, text: str) -> Names:
    return find_names(nlp(text))


def labels(nlp: Language, text: str) -> dict[str, str]:
    return {entity.name: entity.label for entity in read(nlp, text)}


@pytest.mark.parametrize(
    ("name", "label", "code"),
    [
        ("Pakistani", "NORP", "PK"),
        ("Pakistanis", "NORP", "PK"),
        ("U.S.", "GPE", "US"),
        ("the United States", "GPE", "US"),
        ("UK", "GPE", "GB"),
        ("Scotland", "GPE", "GB"),
        ("USSR", "GPE", "SUHH"),
        ("Côte d'Ivoire", "GPE", "CI"),
        ("Karachi", "GPE", "PK"),
        ("Georgia", "GPE", None),
        ("Kashmir", "GPE", None),
        ("Congo", "GPE", None),
        ("Korean", "NORP", None),
        ("Lincoln", "GPE", None),
        ("Pakistan", "ORG", None),
        ("Neverland", "GPE", None),
    ],
)
def test_country_of_a_name(name: str, label: str, code: str | None) -> None:
    assert country_of(name, label) == code


def test_every_code_has_two_capitals_or_four_of_a_state_that_is_gone() -> None:
    codes = {place.country for place in lexicon().places.values() if place.country}

    assert all(len(code) == 2 and code.isupper() for code in codes if code not in GONE)
    assert codes >= GONE
    assert len(codes) > 190


@pytest.mark.parametrize(("one", "other"), [("U.S.", "US"), ("the Senate", "Senate"), ("Lloyd’s", "Lloyd's")])
def test_names_are_compared_without_dots_articles_and_kinds_of_quotes(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_names_of_a_handmade_doc_need_no_model() -> None:
    doc = Doc(
        Vocab(),
        words=["Ann", "Lee", "'s", "plan"],
        tags=["NNP", "NNP", "POS", "NN"],
        heads=[1, 3, 1, 3],
        deps=["compound", "poss", "case", "ROOT"],
    )
    doc.set_ents([Span(doc, 0, 3, label="PERSON")])

    (entity,) = find_names(doc)

    assert (entity.label, entity.name) == ("PERSON", "Ann Lee")
    assert words(doc.text, entity) == ["Ann Lee"]


def test_an_empty_doc_names_nothing() -> None:
    assert list(find_names(Doc(Vocab(), words=[]))) == []


def test_a_persons_names_are_one_entity_whole_and_without_possessive(nlp: Language) -> None:
    khan, *_ = (entity for entity in read(nlp, KHAN) if entity.label == "PERSON")

    assert khan.name == "Imran Khan"
    assert khan.gender == "male"
    assert words(KHAN, khan) == ["Imran Khan", "Imran Khan", "Khan"]
    assert "his" in words(KHAN, khan, "pronoun")


def test_pronouns_follow_gender(nlp: Language) -> None:
    people = {entity.name: entity for entity in read(nlp, KHAN) if entity.label == "PERSON"}

    assert words(KHAN, people["Ama Boateng"], "pronoun") == ["She"]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("It was agreed with the Kenyan National Security Advisor Moses Otieno.", "Moses Otieno", "PERSON"),
        ("He spoke with Labour MP Harriet Blake.", "Harriet Blake", "PERSON"),
        ("Gas reaches the port city of Karachi by ship.", "Karachi", "GPE"),
        ("The talks were held in Dushanbe, Tajikistan.", "Tajikistan", "GPE"),
        ("The report was written by the Ministry of Public Works.", "Ministry of Public Works", "ORG"),
        ("Brunwick, 35, denied the charge.", "Brunwick", "PERSON"),
        ("Shares of Reuters fell.", "Reuters", "ORG"),
        ("The London-based newspaper closed.", "London", "GPE"),
        ('The fight was won by Hector "Rocky" Alvarez.', 'Hector "Rocky" Alvarez', "PERSON"),
        ("It was said by Park Jong-su.", "Park Jong-su", "PERSON"),
    ],
)
def test_label(nlp: Language, text: str, name: str, label: str) -> None:
    assert labels(nlp, text).get(name) == label


def test_a_surname_is_found_again_and_typed_as_its_full_name(nlp: Language) -> None:
    text = "Sarah Tennant was elected on Monday. The board praised Tennant. Tennant requested a recount. Critics of Tennant left."

    (entity,) = (entity for entity in read(nlp, text) if entity.label == "PERSON")

    assert words(text, entity) == ["Sarah Tennant", "Tennant", "Tennant", "Tennant"]


def test_a_line_of_capitals_holds_the_names_of_the_text(nlp: Language) -> None:
    text = "SOCCER - SLOVAKIA BEAT FAROES IN QUALIFIER.\nSlovakia beat the Faroe Islands on Saturday."
    names = {entity.name: words(text, entity) for entity in read(nlp, text)}

    assert names["Slovakia"] == ["SLOVAKIA", "Slovakia"]
    assert names["Faroe Islands"] == ["FAROES", "Faroe Islands"]


def test_names_of_one_state_are_one_entity_and_its_people_another(nlp: Language) -> None:
    text = "The United States protested. The U.S. sent a note. American officials were angry, and Americans left."
    found = {entity.label: words(text, entity) for entity in read(nlp, text)}

    assert found == {"GPE": ["United States", "U.S."], "NORP": ["American", "Americans"]}


def test_an_acronym_in_brackets_is_the_organisation(nlp: Language) -> None:
    text = "The National Farmers Union (NFU) objected. The NFU wants more time."
    (entity,) = (entity for entity in read(nlp, text) if entity.label == "ORG")

    assert entity.name == "National Farmers Union"
    assert words(text, entity) == ["National Farmers Union", "NFU", "NFU"]


def test_an_acronym_in_brackets_ends_the_name_before_it(nlp: Language) -> None:
    text = "They met at the Pacific Trade Organization Summit (PTO). The PTO has nine members."
    (entity,) = (entity for entity in read(nlp, text) if entity.label == "ORG")

    assert words(text, entity) == ["Pacific Trade Organization", "PTO", "PTO"]


def test_a_county_that_plays_is_an_organisation_there(nlp: Language) -> None:
    text = (
        "Surrey beat Kent by six wickets in the county championship on Friday. The match at the Oval ended early. Surrey captain "
        "Ian Holt scored 80 in the first innings, and the season is over for Kent. It rained in Kent."
    )
    kent = next(entity for entity in read(nlp, text) if entity.name == "Kent")

    assert [mention.label or kent.label for mention in kent.mentions] == ["ORG", "ORG", "GPE"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Canadian Prime Minister Ann Lee came. The Canadian prime minister spoke.", ["The Canadian prime minister"]),
        ("Canadian Prime Minister Ann Lee came. The prime minister spoke.", ["The prime minister"]),
        ("Canadian Prime Minister Ann Lee came. A Canadian prime minister spoke.", []),
        ("Canadian Prime Minister Ann Lee came. The first Canadian prime minister was a lawyer.", []),
        ("Canadian Prime Minister Ann Lee came. The French prime minister spoke.", []),
        ("Canadian Prime Minister Ann Lee came. The minister spoke.", []),
        ("Former Canadian Prime Minister Ann Lee came. The prime minister spoke.", []),
    ],
)
def test_a_description_means_the_holder_of_the_office(nlp: Language, text: str, meant: list[str]) -> None:
    (lee,) = (entity for entity in read(nlp, text) if entity.label == "PERSON")

    assert words(text, lee, "nominal") == meant


def test_a_title_says_which_of_two_of_one_surname_is_meant(nlp: Language) -> None:
    text = "Angela Jones met her husband Tom Jones in Paris. Mrs Jones said she was glad. Mr Jones left."
    found = {entity.name: words(text, entity) for entity in read(nlp, text) if entity.label == "PERSON"}

    assert found == {"Angela Jones": ["Angela Jones", "Jones"], "Tom Jones": ["Tom Jones", "Jones"]}


def test_a_firms_first_word_is_the_firm(nlp: Language) -> None:
    text = "Acme Widgets Inc. sued its rival. The court ruled that Acme had no case."
    (entity,) = (entity for entity in read(nlp, text) if entity.label == "ORG")

    assert [name.split()[0] for name in words(text, entity)] == ["Acme", "Acme"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee met Mary Holt. A woman left. She was angry.",
        "A man left. He was angry.",
        "Ann Lee left. He was angry.",
    ],
)
def test_a_pronoun_that_nobody_fits_is_left_alone(nlp: Language, text: str) -> None:
    assert [words(text, entity, "pronoun") for entity in read(nlp, text) if words(text, entity, "pronoun")] == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Former Prime Minister Ann Lee came.", [("Ann Lee", "Prime Minister", "", "former")]),
        ("Ann Lee, the Kenyan ambassador to France, came.", [("Ann Lee", "ambassador to France", "Kenyan", "current")]),
        (
            "Ann Lee, 45, director of the Red Cross and chairwoman of Barclays, came.",
            [("Ann Lee", "director", "Red Cross", "current"), ("Ann Lee", "chairwoman", "Barclays", "current")],
        ),
        ("The group's founder, Ann Lee, came.", [("Ann Lee", "founder", "", "current")]),
        ("Ann Lee was elected president of Kenya.", [("Ann Lee", "president", "Kenya", "current")]),
        ("Presidents Ann Lee and Mary Holt came.", [("Ann Lee and Mary Holt", "Presidents", "", "current")]),
        ("Ann Lee, then the director of the Red Cross, came.", [("Ann Lee", "director", "Red Cross", "then")]),
        ("A law student named Ann Lee came.", [("Ann Lee", "law student", "", "current")]),
        ("The victim Ann Lee came.", []),
        ("Ms Lee came.", []),
        ("After meeting Ann Lee, the minister left.", []),
    ],
)  # fmt: skip
def test_roles(nlp: Language, text: str, roles: list[tuple[str, str, str, str]]) -> None:
    def said(at: object) -> str:
        return text[at.start : at.end] if at is not None else ""  # type: ignore[attr-defined]

    found = [(said(role.holder), said(role.title), said(role.org), role.status) for role in read(nlp, text).roles]

    assert found == roles


def test_the_same_title_and_name_count_once(nlp: Language) -> None:
    text = "President Ann Lee came. President Ann Lee spoke. President Lee left."

    assert [text[role.clause.start : role.clause.end] for role in read(nlp, text).roles] == [
        "President Ann Lee",
        "President Lee",
    ]


@pytest.mark.parametrize(
    "text", ["’s ’s", "((( “ Khan’s", "A.", "\n\n\n", "U.S. U.S.' -- 'S", "Mr. Dr. President", "É" * 50, "THE END OF THE END OF"]
)
def test_odd_text_raises_nothing(nlp: Language, text: str) -> None:
    for entity in read(nlp, text):
        assert all(text[mention.at.start : mention.at.end] for mention in entity.mentions)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Anna Weber, the founder and president of Weber Motors, was silent.",
            [("founder", "Weber Motors", "current"), ("president", "Weber Motors", "current")],
        ),
        (
            "General Omar Farid, who was Jordan's army chief at the time, visited Paris.",
            [("General", None, "current"), ("army chief", "Jordan", "then")],
        ),
        ("Labour leader Cllr Mark Hale welcomed it.", [("leader", "Labour", "current"), ("Cllr", None, "current")]),
        ("In May, Ivan Petrov stepped down as chairman of Volvo.", [("chairman", "Volvo", "former")]),
        (
            "Voters chose Anna Berg — former trade secretary, mayor of Lisbon, and senator — as leader.",
            [
                ("trade secretary", None, "former"),
                ("mayor", "Lisbon", "former"),
                ("senator", None, "former"),
            ],
        ),
        (
            "They met Ann Lee, former minister, and Ben Cole, mayor of London.",
            [("minister", None, "former"), ("mayor", "London", "current")],
        ),
    ],
)
def test_each_office_of_a_person_is_a_role(nlp: Language, text: str, roles: list[tuple[str, str | None, str]]) -> None:
    found = read(nlp, text).roles
    said = [
        (text[r.title.start : r.title.end], None if r.org is None else text[r.org.start : r.org.end], r.status) for r in found
    ]
    assert said == roles
