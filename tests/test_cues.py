"""Patterns tried only around their anchors match where spaCy's Matcher matches over the whole text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.matcher import Matcher

from claimex.cues import CueMatcher, anchor_of, windows
from claimex.families._family import load_families
from claimex.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from claimex.families._family import TokenPattern

GOLDEN = sorted(resource("corpus", "golden").glob("*.txt"))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_the_same_matches_as_over_the_whole_text(nlp: Language, path: Path) -> None:
    matcher = Matcher(nlp.vocab)
    for family in load_families():
        for name, patterns in family.patterns.items():
            matcher.add(f"{family.name}.{name}", list(patterns), greedy="LONGEST")
    doc = nlp(path.read_bytes().decode())
    whole = {(nlp.vocab.strings[key], doc[i].idx, j) for key, i, j in matcher(doc)}

    assert whole
    assert {
        (f"{family}.{cue.pattern}", cue.at.start, cue.at.j) for family, cue in CueMatcher(nlp.vocab, load_families())(doc)
    } == whole


@pytest.mark.parametrize(
    ("pattern", "attribute", "values", "reach"),
    [
        ([{"LOWER": "for"}, {"LOWER": "the"}, {"LOWER": "first"}], "LOWER", ("first",), 2),
        ([{"LOWER": {"IN": ["never", "not"]}}, {"LOWER": "before", "OP": "?"}], "LOWER", ("never", "not"), 1),
        ([{"TAG": "JJS", "LOWER": {"NOT_IN": ["most"]}}], "TAG", ("JJS",), 0),
        ([{"TAG": "JJS"}, {"LEMMA": "of"}], "LEMMA", ("of",), 1),
    ],
)
def test_anchor(pattern: TokenPattern, attribute: str, values: tuple[str, ...], reach: int) -> None:
    anchor = anchor_of(pattern)

    assert (anchor.attribute, anchor.values, anchor.reach) == (attribute, values, reach)


def test_a_pattern_without_an_anchor_is_turned_down() -> None:
    with pytest.raises(ValueError, match="has to be there"):
        anchor_of([{"LOWER": "a", "OP": "?"}, {"IS_TITLE": True}])


def test_windows_that_touch_are_one() -> None:
    assert list(windows([10, 3, 5, 0], 1, 11)) == [(0, 7), (9, 11)]
