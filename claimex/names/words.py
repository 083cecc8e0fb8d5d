"""A Doc in; its words, tags and lines in plain lists, read once, out; and the value for a place where a name may stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.attrs import IDX, LOWER, ORTH, SPACY, TAG

from claimex.names.lexicon import Lexicon, lexicon
from claimex.spans import strings_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["BREAKS", "LABELS", "Spot", "Words"]

LABELS = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
BREAKS = frozenset({"(", ")", "[", "]", "/", "--", "–", "—", ":", ";", '"', "“", "”", "``", "''", "...", "|", "•", "*", "=", "#"})


@dataclass(slots=True)
class Spot:
    """Tokens [i, j) that name something; `label` spaCy's, or "" for a proper noun that it left out."""

    i: int
    j: int
    label: str
    caps: bool = False  # in a line of capitals


class Words:
    """A document's words, tags and lines, read once."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = strings_of(doc, ORTH)
        spaced = doc.to_array(SPACY).tolist()
        self.source = "".join([word + " " if space else word for word, space in zip(self.text, spaced, strict=True)])  # doc.text
        self.lower = strings_of(doc, LOWER)
        self.tags = strings_of(doc, TAG)
        self.lexicon: Lexicon = lexicon()
        self.plain = frozenset(text for text in self.text if text.islower())
        self.starts: list[int] = doc.to_array(IDX).tolist()
        self.caps = caps_tokens(doc, self.source)

    def name(self, i: int, j: int) -> str:
        """The words of [i, j) as a name: single spaces, no hyphen in front ("-American")."""
        if j - i == 1:  # most are one word
            return self.text[i].strip().lstrip("-–")
        found = self.source[self.starts[i] : self.starts[j - 1] + len(self.text[j - 1])] if j > i else ""
        return " ".join(found.split()).lstrip("-–")

    def is_name_word(self, i: int) -> bool:
        """Whether token `i` could be part of a name by its looks: capitalised, a proper noun."""
        return self.tags[i] in {"NNP", "NNPS"} and self.text[i][:1].isupper()

    def is_any(self, i: int, *sets: str) -> bool:
        """Whether token `i`, as written or in small letters, is a word of one of the sets."""
        words = self.lexicon.words
        return any(self.lower[i] in words[name] or self.text[i] in words[name] for name in sets)

    def word(self, set_name: str, i: int) -> bool:
        return 0 <= i < len(self.lower) and self.lower[i] in self.lexicon.words[set_name]

    def starts_sentence(self, i: int) -> bool:
        return (
            i == 0
            or bool(self.doc[i].is_sent_start)
            or self.tags[i - 1] in {"``", "''", ":", "_SP"}
            or self.text[i - 1] in BREAKS
        )


def caps_tokens(doc: Doc, source: str) -> frozenset[int]:
    """Tokens of lines that are all in capitals: three words or more, as headlines in agency copy are."""
    found: set[int] = set()
    for line in re.finditer(r"[^\n]{8,200}", source):
        text = line.group()
        if text.upper() == text and len(re.findall(r"[A-Z]{2,}", text)) > 2:  # noqa: PLR2004
            span = doc.char_span(line.start(), line.end(), alignment_mode="expand")
            if span is not None:
                found.update(range(span.start, span.end))
    return frozenset(found)
