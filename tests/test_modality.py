"""How a clause is said: denied, hedged, in which time. The verb in *stars* is the one asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimex import modality

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token


def starred(nlp: Language, text: str) -> Token:
    start = text.index("*")
    plain = text.replace("*", "")
    doc = nlp(plain)
    span = doc.char_span(start, text.index("*", start + 1) - 1)
    assert span is not None
    return span.root


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister has not *met* the president since March.", "negated"),
        ("The minister has *met* the president twice since March.", "affirmed"),
        ("No one *survived* the crash.", "negated"),
        ("Nobody was *hurt* in the fire.", "negated"),
        ("The club has never *won* the cup.", "negated"),
        ("Neither side *scored* in the first half.", "negated"),
        ("The bank failed to *find* a buyer.", "negated"),
        ("The bank managed to *find* a buyer.", "affirmed"),
        ("Nothing will *stop* the march.", "affirmed"),
        ("He not only *won* the race but broke the record.", "affirmed"),
        ("She left without *paying* the bill.", "negated"),
        ("I do not think the plan *works*.", "negated"),
        ("They are worried about *rising* prices, which did not fall.", "affirmed"),
    ],
)
def test_polarity(nlp: Language, text: str, expected: str) -> None:
    assert modality.polarity(starred(nlp, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge may *close* in June.", "hedged"),
        ("The bridge *closed* in June.", "asserted"),
        ("The firm has reportedly *sold* its stake.", "hedged"),
        ("The talks appear to have *failed*.", "hedged"),
        ("The suspect is believed to *be* in Spain.", "hedged"),
        ("It is possible that the pilot *fell* asleep.", "hedged"),
        ("They fear the dam will *burst*.", "hedged"),
        ("She said the dam *burst* on Monday.", "asserted"),
        ("The team could not *score* in the second half.", "asserted"),
        ("The alleged thief *took* two paintings.", "hedged"),
        ("A system for 300 *refugees* was reportedly rejected.", "asserted"),
    ],
)
def test_certainty(nlp: Language, text: str, expected: str) -> None:
    assert modality.certainty(starred(nlp, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The king *visited* Rome in May.", "past"),
        ("The king has *visited* Rome.", "past"),
        ("The king *lives* in Rome.", "present"),
        ("The king will *visit* Rome.", "future"),
        ("The palace said that the king would *visit* Rome.", "future"),
        ("The king would have *visited* Rome.", "past"),
        ("The king is to *visit* Rome.", "future"),
        ("The king is expected to *visit* Rome.", "future"),
        ("The king *plans* to visit Rome.", "future"),
        ("The king is going to *visit* Rome.", "future"),
        ("The king managed to *visit* Rome.", "past"),
        ("Reporters *said* the king will visit Rome.", "past"),
    ],
)
def test_tense(nlp: Language, text: str, expected: str) -> None:
    assert modality.tense(starred(nlp, text)) == expected
