"""The country of a place: by the tables, by the state behind a comma, by the rest of the article, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc, Span

from claimex.names.find import find_names
from claimex.names.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence


def countries(text: str, places: Sequence[str]) -> dict[str, str | None]:
    """The country of each place in a text of words parted by spaces, all of them GPE."""
    words = text.split()
    tags = ["NNP" if word[0].isupper() else "," if word == "," else "." if word == "." else "NN" for word in words]
    doc = Doc(English().vocab, words=words, tags=tags, heads=[0] * len(words), deps=["dep"] * len(words))
    spans = []
    for place in places:
        parts = place.split()
        i = next(k for k in range(len(words)) if words[k : k + len(parts)] == parts)
        spans.append(Span(doc, i, i + len(parts), label="GPE"))
    doc.set_ents(spans)
    return {entity.name: entity.country for entity in find_names(doc)}


@pytest.mark.parametrize(
    ("text", "places", "codes"),
    [
        ("rain fell in Paris .", ["Paris"], ["FR"]),
        ("rain fell in Paris , Texas , all day .", ["Paris", "Texas"], ["US", "US"]),
        ("rain fell in Tripoli , Lebanon .", ["Tripoli", "Lebanon"], ["LB", "LB"]),
        ("rain fell in Tripoli .", ["Tripoli"], [None]),
        ("rain fell in Hyderabad and all over Pakistan .", ["Hyderabad", "Pakistan"], ["PK", "PK"]),
        ("rain fell in Hyderabad as Pakistan met India .", ["Hyderabad", "Pakistan", "India"], [None, "PK", "IN"]),
        ("rain fell in Rome , Georgia .", ["Rome", "Georgia"], [None, None]),
        ("rain fell in Lyon , Texas and Oslo .", ["Lyon", "Texas", "Oslo"], ["FR", "US", "NO"]),
        ("rain fell in Cambridge , Massachusetts .", ["Cambridge", "Massachusetts"], ["US", "US"]),
    ],
)
def test_country_of_a_place_in_its_article(text: str, places: list[str], codes: list[str | None]) -> None:
    assert countries(text, places) == dict(zip(places, codes, strict=True))


@pytest.mark.parametrize(
    "name",
    [
        "Kashmir", "Srinagar", "Jammu", "Ladakh", "Jerusalem", "East Jerusalem", "Crimea", "Sevastopol", "Gaza", "West Bank",
        "Golan Heights", "Georgia", "Congo", "Korea", "Tibet", "Abkhazia", "Nagorno-Karabakh", "Transnistria", "Northern Cyprus",
        "Turkish Cypriot", "Punjab", "Kurdistan", "Congolese", "Dominican", "Samoan", "Georgian", "Korean",
    ],
)  # fmt: skip
def test_disputed_and_shared_names_say_no_country(name: str) -> None:
    place = lexicon().place(name)

    assert place is not None
    assert place.country is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Republic of Ireland", "IE"), ("Northern Ireland", "GB"), ("North Korea", "KP"), ("South Korean", "KR"), ("DRC", "CD"),
        ("Republic of the Congo", "CG"), ("Cyprus", "CY"), ("Taiwan", "TW"), ("Kosovo", "XK"), ("Palestinian", "PS"),
        ("Hong Kong", "HK"), ("Puerto Rico", "PR"), ("Bermuda", "BM"), ("Falkland Islands", "FK"), ("Macau", "MO"),
        ("Soviet", "SUHH"), ("Yugoslavia", "YUCS"), ("Czechoslovakia", "CSHH"), ("East German", "DDDE"), ("Zaire", "ZRCD"),
        ("Serbia and Montenegro", "CSXX"),
    ],
)  # fmt: skip
def test_names_of_one_state_say_it(name: str, code: str) -> None:
    place = lexicon().place(name)

    assert place is not None
    assert place.country == code
