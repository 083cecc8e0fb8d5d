"""Places in a text."""

from __future__ import annotations

import pytest
import spacy

from claimex.spans import covering, paired, with_hyphens


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("at 100 mph (161 km) today", "at 100 mph (161 km", "at 100 mph (161 km)"),
        ("“We left,” she said", "We left,” she said", "“We left,” she said"),
        ('he said "it fell', 'he said "', "he said"),
        ('he called it "old" twice', 'he called it "old', 'he called it "old"'),
        ('it is so," she said, "we stay."', 'she said, "we stay', 'she said, "we stay."'),
        ("it [the firm] fell [...] again", "it [the firm] fell [", "it [the firm] fell"),
        ("(he left", "(he left", "he left"),
        ("he (who left early", "he (who left", "he (who left"),
    ],
)
def test_marks_come_in_pairs(text: str, part: str, whole: str) -> None:
    doc = spacy.blank("en")(text)
    start = text.index(part)
    found = paired(doc, covering(doc, start, start + len(part)))

    assert text[found.start : found.end] == whole


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [("she wrote rock - pool", "wrote rock", "wrote rock"), ("she wrote rock-pool then", "wrote rock", "wrote rock-pool")],
)
def test_a_hyphenated_word_is_whole(text: str, part: str, whole: str) -> None:
    doc = spacy.blank("en")(text)
    start = text.index(part)
    found = with_hyphens(doc, covering(doc, start, start + len(part)))

    assert text[found.start : found.end] == whole
