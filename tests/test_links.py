"""Links between claims of one article: ranks with dates, numbers that differ, the same thing twice; and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimex.claims import ClaimFinder
from claimex.families import rarity
from claimex.families._family import Window
from claimex.links import Link, find_links, last_times, narrowed
from claimex.statement import make_statement
from tests.made import layers_of

if TYPE_CHECKING:
    from spacy.language import Language


def links_of(nlp: Language, text: str) -> tuple[Link, ...]:
    layers = layers_of(nlp, text)
    return find_links(ClaimFinder(nlp.vocab)("made", layers), layers)


FIRST = "Mary Holt will be the first Canadian prime minister in 23 years to visit Norway."
LAST = "The last time a Canadian prime minister visited Norway was"

LINKED = [
    (f"{FIRST} The last time a Canadian prime minister visited Norway was in March 1999.", "corroborates",
     "23 years before 2022 is 1999; the last one is dated March 1999"),
    (f"{FIRST} The last time a Canadian prime minister visited Norway was in March 2005.", "contradicts",
     "23 years before 2022 is 1999, but the last one is dated March 2005"),
    (f"No Canadian prime minister has visited Norway since the spring of 1999. {LAST} in March 1999.", "corroborates",
     "the rank is counted since the spring of 1999; the last one is dated March 1999"),
    ("Twelve people died in the crash near Lima. The driver fled. The crash killed 14 people near Lima.", "contradicts",
     "the number of dead is given as 12 and as 14"),
    ("The new bridge cost 40 million dollars. Critics objected. The bridge cost 40 million dollars, the city council said.",
     "repeats", "the same amount of the same thing"),
    ("Maria Lopez said the bridge cost 40 million dollars. John Smith said the new bridge cost 40 million dollars.",
     "corroborates", "the same amount of the same thing, by two speakers"),
    ("Maria Lopez was born in 1961 in Lima. She moved to Rome. Lopez was born in May 1963.", "contradicts",
     "it is dated 1961 and May 1963"),
    ("Maria Lopez, 40, was elected on Monday. She has two sons. Lopez was born in Lima on 4 May 1981.", "corroborates",
     "Maria Lopez was born on 4 May 1981 and would be 40 on 8 February 2022"),
    ("Maria Lopez is 52. She was born in 1981.", "contradicts",
     "Maria Lopez was born in 1981 and would be 40 or 41 on 8 February 2022, not 52"),
    ("Twelve people died in the fire. Police came. Seven women and five men died.", "corroborates", "7 and 5 make 12"),
    ("Twelve people died in the fire, police said. The fire killed 12 people.", "repeats",
     "the number of dead is given as 12 twice"),
    ("The army said that 90 people were killed. Maria Lopez, the mayor, said that 12 people were killed.", "contradicts",
     "the number of dead is given as 90 and as 12"),
    ("The town lies 70 miles (112 km) from Rome.", "repeats", "the same length in two units: 70 miles, 112 km"),
    ("The town lies 70 miles (312 km) from Rome.", "contradicts", "70 miles is about 113 km, not 312 km"),
    ("Ajax won their first league title since 2014. They had lost two finals. Ajax won the league title in 2014 with ease.",
     "corroborates", "the rank is counted since 2014; one is dated 2014"),
    ("Profit rose 20 percent in 2021. Profit rose from $50 million to $60 million in 2021.", "corroborates",
     "from 50 million to 60 million is a rise of 20 percent"),
    ("Profit doubled in 2021. Profit rose from $5 million to $10 million in 2021.", "corroborates",
     "from 5 million to 10 million is twice as much"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "why"), LINKED, ids=[row[0] for row in LINKED])
def test_linked(nlp: Language, text: str, kind: str, why: str) -> None:
    assert [(link.kind, link.why) for link in links_of(nlp, text)] == [(kind, why)]


UNLINKED = [
    # two numbers of one clause
    "The blast raised the death toll from 12 to 14.",
    # a bound that holds of many things
    "The ten towns had home ownership rates above 50%. Mills and Hart had high home ownership rates of over 50%.",
    # ages
    "Twelve people were injured in the crash near Lima. The injured teenagers were between the ages of 14 and 18.",
    # other persons
    "John Field won his first seat in Samoa. Later, Ann Lee won her first seat in Samoa.",
    # another class of thing
    f"{FIRST} The last time a Chinese president visited Peru was in March 1999.",
    # a count at an earlier time
    "Twelve people died in the crash near Lima. Initially, police said that 14 people died in the crash near Lima.",
    # another event, dated
    "Twelve people died in the crash near Lima. A crash in 2015 killed 14 people.",
    # a part of the number
    "Twelve people died in the crash near Lima. Four children also died in the crash.",
    # one date is part of the other
    "Maria Lopez was born in 1961 in Lima. Lopez was born in May 1961.",
    # bounds do not exclude each other
    "At least 12 people died in the crash near Lima. The crash killed 14 people.",
    # figures of others
    "Sales rose 8% to $9 million at the bank. At the mine, sales rose 8% to $20 million.",
    "Acme shares fell 50 cents in Rome on Monday. Telco shares also fell 50 cents in Rome.",
    "Profit tripled in 2021. Profit rose from $5 million to $10 million in 2021.",
    "Sales rose 8% to $9 million. Sales for the year rose from $50 million to $54 million.",
    # another event, later in the text
    "Twelve people died in the fire. Police came. It rained. It was cold. He wept. A bomb killed seven women and five men.",
    # the age of another
    "Maria Lopez was born in 1981. Her 72-year-old brother drove the car.",
    # a width, not the same length
    "The wall is 70 miles long (2 m wide).",
    # two places
    "The blast killed 90 people in Rome. The blast killed 12 people in Lima.",
    # the same number of other things
    "The new bridge cost 40 million dollars. The museum sold a painting for 40 million dollars.",
]


@pytest.mark.parametrize("text", UNLINKED)
def test_not_linked(nlp: Language, text: str) -> None:
    assert links_of(nlp, text) == ()


def test_links_name_their_claims_in_order_of_place(nlp: Language) -> None:
    layers = layers_of(nlp, LINKED[0][0])
    claims = ClaimFinder(nlp.vocab)("made", layers)
    place = {claim.id: claim.clause.start for claim in claims}

    (link,) = find_links(claims, layers)

    assert place[link.claims[0]] < place[link.claims[1]]


def test_the_last_time_narrows_the_window_of_the_first(nlp: Language) -> None:
    layers = layers_of(nlp, LINKED[0][0])
    claims = ClaimFinder(nlp.vocab)("made", layers)
    last = last_times(claims, find_links(claims, layers), layers)
    first = next(claim for claim in claims if claim.slots.get("rank") == "first")

    check = narrowed(rarity.FAMILY.check(first, make_statement(first, layers).sentence, layers), last.get(first.id))

    assert check.window == Window("1999-03", "2022-02", open=True)
    assert check.question == "Did any other Canadian prime minister visit Norway between March 1999 and February 2022?"
