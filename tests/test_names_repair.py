"""Names put together, told apart and told from towns, on entities made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc, Span

from claimex.names.find import find_names
from claimex.names.firms import joined_firms
from claimex.names.words import Spot, Words

if TYPE_CHECKING:
    from spacy.language import Language

    from claimex.names.entity import Names


def read(nlp: Language, text: str) -> Names:
    return find_names(nlp(text))


VOCAB = spacy.blank("en").vocab


def made(text: str, *ents: tuple[str, str]) -> Doc:
    """A Doc of words parted by spaces; capitalised ones are proper nouns; `ents` the recogniser's finds."""
    words = text.split()
    tags = ["NNP" if word[0].isupper() and k else "DT" if word == "the" else "NN" for k, word in enumerate(words)]
    tags[0] = "NNP" if words[0] not in {"The", "It"} else "DT"
    doc = Doc(VOCAB, words=words, tags=tags, heads=[0] * len(words), deps=["dep"] * len(words))
    spans: list[Span] = []
    for name, label in ents:
        parts = name.split()
        free = {k for span in spans for k in range(span.start, span.end)}
        i = next(k for k in range(len(words)) if words[k : k + len(parts)] == parts and k not in free)
        spans.append(Span(doc, i, i + len(parts), label=label))
    doc.set_ents(spans)
    return doc


@pytest.mark.parametrize(
    ("text", "ents", "name", "label"),
    [
        ("shares of Dunn & Lake Co fell", [("Lake Co", "ORG")], "Dunn & Lake Co", "ORG"),
        ("shares of Hill Controls Inc fell", [("Hill Controls", "PERSON")], "Hill Controls Inc", "ORG"),
        ("the Farm Agency of Ghana said", [("Farm Agency", "ORG"), ("Ghana", "GPE")], "Farm Agency of Ghana", "ORG"),
        ("shares of General Mills fell", [("Mills", "PERSON")], "General Mills", "ORG"),
        ("the death of King Baudouin II in May", [("Baudouin", "PERSON")], "Baudouin II", "PERSON"),
        ("the Kenyan National Security Adviser spoke", [("Kenyan National", "ORG")], "Kenyan", "NORP"),
        ("the Kenyan National spoke", [("Kenyan National", "ORG")], "Kenyan National", "ORG"),
    ],
)
def test_a_name_is_whole(text: str, ents: list[tuple[str, str]], name: str, label: str) -> None:
    assert [(entity.name, entity.label) for entity in find_names(made(text, *ents))] == [(name, label)]


def test_a_body_of_no_name_does_not_take_a_persons() -> None:
    doc = made("the Farm Agency of Ann Lee said", ("Farm Agency", "ORG"), ("Ann Lee", "PERSON"))
    spots = [Spot(1, 3, "ORG"), Spot(4, 6, "PERSON")]

    assert [(spot.i, spot.j) for spot in joined_firms(Words(doc), spots)] == [(1, 3), (4, 6)]


def test_a_surname_that_is_a_towns_is_the_persons_of_the_article() -> None:
    doc = made("then Randy Washington led but Washington lost", ("Randy Washington", "PERSON"), ("Washington", "GPE"))

    assert [(entity.name, entity.label, len(entity.mentions)) for entity in find_names(doc)] == [
        ("Randy Washington", "PERSON", 2)
    ]


@pytest.mark.parametrize(
    ("other", "people"),
    [
        ("Ms Lindquist", ["Anna Lindqvist"]),  # a letter wrong
        ("Mr Lindquist", ["Anna Lindqvist", "Lindquist"]),  # the title says another person
        ("Ms Lind", ["Anna Lindqvist", "Lind"]),  # too short to be sure
        ("Ms Lampert", ["Anna Lindqvist", "Lampert"]),
    ],
)
def test_a_misspelt_surname_behind_a_title(other: str, people: list[str]) -> None:
    doc = made(f"then Anna Lindqvist spoke and {other} left", ("Anna Lindqvist", "PERSON"), (other.split()[1], "PERSON"))

    assert [entity.name for entity in find_names(doc)] == people


def test_numbers_name_nothing() -> None:
    doc = made("the index closed at 122.53 today", ("122.53", "PRODUCT"))

    assert list(find_names(doc)) == []


def test_a_person_for_a_body_is_two_names() -> None:
    doc = made("then Lydia Brandt for Harbour Watch said", ("Lydia Brandt for Harbour Watch", "ORG"))

    assert [entity.name for entity in find_names(doc)] == ["Lydia Brandt", "Harbour Watch"]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Covid-19 has closed the schools. The minister blamed COVID-19.", "ovid"),
        ("She caught Ebola in the camp, and SARS-CoV-2 later.", "Ebola"),
        ("The rocket left at 1930 UTC and came back.", "UTC"),
        ("She was the Chief Executive Officer of a bakery.", "Officer"),
    ],
)
def test_what_names_no_entity(nlp: Language, text: str, gone: str) -> None:
    assert not [entity for entity in read(nlp, text) if gone.lower() in entity.name.lower()]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("George Washington was a farmer. Rioters in Washington, D.C. fled.", "Washington", "GPE"),
        ("Jane Lincoln was born in Lincoln, Nebraska.", "Lincoln", "GPE"),
        ("The prize went to Michel Mayor. Nobody had expected it.", "Michel Mayor", "PERSON"),
        ("Statues of Ulric P. Fenwick were pulled down.", "Ulric P. Fenwick", "PERSON"),
        ("She is at the Dunford Institute for Climate Research.", "Dunford Institute for Climate Research", "ORG"),
        ("Vectra's chief executive left. Vectra rose.", "Vectra", "ORG"),
    ],
)
def test_more_names_and_labels(nlp: Language, text: str, name: str, label: str) -> None:
    assert (name, label) in [(entity.name, entity.label) for entity in read(nlp, text)]


def test_a_turn_label_is_a_mention_of_who_it_stands_for(nlp: Language) -> None:
    text = "Wikinews asked Walter S. Hobbs.\n\n((WN)) Why did you run?\n\n((WSH)) Because I like to run."
    names = {
        entity.name: [text[m.at.start : m.at.end] for m in entity.mentions if m.kind == "name"] for entity in read(nlp, text)
    }
    assert names["Walter S. Hobbs"] == ["Walter S. Hobbs", "WSH"]
    assert names["Wikinews"] == ["Wikinews", "WN"]


def test_a_title_in_a_capital_stands_for_the_name(nlp: Language) -> None:
    text = "President Ann Lee flew to Oslo. The President spoke for an hour, and the president of Peru listened."
    lee = next(entity for entity in read(nlp, text) if entity.name == "Ann Lee")
    assert [(text[m.at.start : m.at.end], m.kind) for m in lee.mentions] == [("Ann Lee", "name"), ("The President", "name")]


def test_a_deputy_is_not_called_by_the_title_of_the_head(nlp: Language) -> None:
    text = "Vice President Ann Lee fell ill. A minister called the President's office."
    lee = next(entity for entity in read(nlp, text) if entity.name == "Ann Lee")
    assert [text[m.at.start : m.at.end] for m in lee.mentions] == ["Ann Lee"]


def test_a_bare_surname_is_not_the_daughters(nlp: Language) -> None:
    text = "Victor Marlow died on Sunday. It was confirmed by his daughter Netta Marlow. On Friday Marlow had fallen ill."
    marlow = next(entity for entity in read(nlp, text) if entity.name == "Victor Marlow")
    assert [text[m.at.start : m.at.end] for m in marlow.mentions if m.kind == "name"] == ["Victor Marlow", "Marlow"]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Hurricane Zelda hit the coast. Zelda was the worst storm of the year.", "Hurricane Zelda", "EVENT"),
        ("It broke the Clean Rivers Act.", "Clean Rivers Act", "LAW"),
        ("They visited the Unity Memorial featuring US President Lincoln.", "Unity Memorial", "FAC"),
        ("She went to the Philippines.", "Philippines", "GPE"),
    ],
)
def test_labels_by_the_make_of_the_name(nlp: Language, text: str, name: str, label: str) -> None:
    found = [(entity.name, entity.label) for entity in read(nlp, text)]
    assert (name, label) in found
    assert found.count((name, label)) == 1
