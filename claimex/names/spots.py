"""A Doc in; where its names stand, out: spaCy's entities cut to the name, and the proper nouns that it left out.

Nothing is decided here about what a name names, save where its edges depend on that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.names.lexicon import Lexicon, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

__all__ = ["LABELS", "Spot", "Words", "find_spots"]

LABELS = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
FREE = frozenset({"WORK_OF_ART", "LAW", "EVENT", "PRODUCT"})  # labels whose names hold small words, numbers and marks
BREAKS = frozenset({"(", ")", "[", "]", "/", "--", "–", "—", ":", ";", '"', "“", "”", "``", "''", "...", "|", "•", "*", "=", "#"})
PARTICLES = frozenset(
    "de da do dos das du del della di la le van von der den ten ter bin ibn bint al el ul ur y zu af av of".split()
)
MAX_NAME = 5  # words of a person's name, particles included
SCORE = re.compile(r"\d+[-–]\d+|\d[\d,.]*")
INITIAL = re.compile(r"[A-Z]\.?|[A-Z]\.-?[A-Z]\.")


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
        self.text = [token.text for token in doc]
        self.lower = [token.lower_ for token in doc]
        self.tags = [token.tag_ for token in doc]
        self.lexicon: Lexicon = lexicon()
        self.caps = caps_tokens(doc)

    def name(self, i: int, j: int) -> str:
        """The words of [i, j) as a name: single spaces, no hyphen in front ("-American")."""
        return " ".join(self.doc[i:j].text.split()).lstrip("-–")

    def is_name_word(self, i: int) -> bool:
        """Whether token `i` could be part of a name by its looks: capitalised, a proper noun."""
        return self.tags[i] in {"NNP", "NNPS"} and self.text[i][:1].isupper()

    def word(self, set_name: str, i: int) -> bool:
        return 0 <= i < len(self.lower) and self.lower[i] in self.lexicon.words[set_name]

    def starts_sentence(self, i: int) -> bool:
        return (
            i == 0
            or bool(self.doc[i].is_sent_start)
            or self.tags[i - 1] in {"``", "''", ":", "_SP"}
            or self.text[i - 1] in BREAKS
        )


def caps_tokens(doc: Doc) -> frozenset[int]:
    """Tokens of lines that are all in capitals: three words or more, as headlines in agency copy are."""
    found: set[int] = set()
    for line in re.finditer(r"[^\n]{8,200}", doc.text):
        text = line.group()
        if text.upper() == text and len(re.findall(r"[A-Z]{2,}", text)) > 2:  # noqa: PLR2004
            span = doc.char_span(line.start(), line.end(), alignment_mode="expand")
            if span is not None:
                found.update(range(span.start, span.end))
    return frozenset(found)


def find_spots(words: Words) -> list[Spot]:
    """Where names stand, in order, none over another."""
    taken: set[int] = set()
    spots: list[Spot] = []
    whole = {words.name(ent.start, ent.end) for ent in words.doc.ents if ent.label_ in LABELS}
    for ent in words.doc.ents:
        if ent.label_ not in LABELS or ent.start in words.caps:
            if ent.label_ not in LABELS and not is_stray(words, ent.start, ent.end):
                taken.update(range(ent.start, ent.end))
            continue
        for spot in pieces(words, Spot(ent.start, ent.end, ent.label_), whole):
            if not taken.intersection(range(spot.i, spot.j)):
                taken.update(range(spot.i, spot.j))
                spots.append(spot)
    for spot in spots:
        widen(words, spot, taken)
    spots = [spot for spot in spots if not is_portfolio(words, spot)]
    spots.extend(left_out(words, taken))
    spots.sort(key=lambda spot: spot.i)
    return merged(words, spots)


def is_portfolio(words: Words, spot: Spot) -> bool:
    """Whether a spot is the "Education" of "Education Minister"."""
    last = spot.j - 1
    return (
        spot.j < len(words.text)
        and spot.label in {"ORG", "PERSON", "GPE"}
        and words.lexicon.place(words.name(spot.i, spot.j)) is None
        and words.lower[last] not in {"democratic", "republican", "conservative"}
        and all(words.lower[k] in words.lexicon.words["title_parts"] for k in range(spot.i, last + 1))
        and words.lexicon.is_role(words.lower[spot.j])
    )


def is_stray(words: Words, i: int, j: int) -> bool:
    """Whether a date or amount of spaCy's is a name: one capitalised word that no calendar knows."""
    return j - i == 1 and words.is_name_word(i) and words.lower[i] not in words.lexicon.words["calendar"]


def pieces(words: Words, spot: Spot, whole: set[str]) -> Iterator[Spot]:
    """The names inside one entity of spaCy's."""
    start = spot.i
    for k in range(spot.i, spot.j + 1):
        if k == spot.j or is_break(words, k, spot, whole):
            if k > start:
                yield from cut(words, Spot(start, k, spot.label))
            start = k + 1


def is_break(words: Words, k: int, spot: Spot, whole: set[str]) -> bool:
    """Whether token `k` parts two names that spaCy took for one."""
    text = words.text[k]
    if words.tags[k] == "_SP" and "\n" in text:
        return True
    if spot.label in FREE:
        return False
    if text in BREAKS or text == "-":
        around = words.doc[k - 1].whitespace_ if k else ""
        return text != "-" or bool(around)
    if words.lower[k] == "the" and k > spot.i and text != "The" and words.tags[k - 1] in {"NNP", "NNPS", "NN"}:
        return True
    known = words.lexicon.place
    if text in {"'s", "’s", "'", "’"} and k + 1 < spot.j:
        before = words.name(spot.i, k)
        return known(before) is not None or before in whole
    if text in {"and", "v", "vs", "vs.", "versus", ",", "&"} and spot.i < k < spot.j - 1:
        if text == "&" or (text == "," and words.lower[k + 1] in {"inc", "inc.", "ltd", "ltd.", "llc", "jr", "jr.", "sr"}):
            return False
        sides = words.name(spot.i, k), words.name(k + 1, spot.j)
        if known(words.name(spot.i, spot.j)):
            return False
        return text[0] == "v" or spot.label in {"PERSON", "GPE", "NORP"} or all(known(side) or side in whole for side in sides)
    return False


def cut(words: Words, spot: Spot) -> Iterator[Spot]:
    """One name without what stands at its edges, and the people and places in front of a person's name."""
    trim(words, spot)
    if spot.i >= spot.j or not any(words.text[k][:1].isupper() or words.text[k][:1].isdigit() for k in range(spot.i, spot.j)):
        return
    if spot.label in {"PERSON", "ORG", "NORP", "GPE", "FAC", "WORK_OF_ART", "PRODUCT", "LAW"}:
        name = behind_title(words, spot)
        if name > spot.i:
            yield from places_in(words, spot.i, name)
            spot = Spot(name, spot.j, "PERSON")
    yield spot


def trim(words: Words, spot: Spot) -> None:
    """Take off articles, possessives, small words, numbers and marks at the edges."""
    calendar = words.lexicon.words["calendar"]
    while spot.i < spot.j:
        k = spot.i
        free = spot.label in FREE
        if (
            words.tags[k]
            in {"DT", "PRP$", "_SP", ",", ".", ":", "``", "''", "HYPH", "-LRB-", "-RRB-", "IN", "CC", "POS", "NFP", "SYM"}
            or words.text[k] in BREAKS
            or (not free and (words.text[k].isdigit() or (words.lower[k] in calendar and spot.j - spot.i > 1)))
            or (not free and words.text[k].islower() and words.lower[k] not in PARTICLES)
        ) and not (words.text[k] in {"The", "A"} and free):
            spot.i += 1
        else:
            break
    while spot.i < spot.j:
        k = spot.j - 1
        free = spot.label in FREE
        if (
            words.tags[k] in {"POS", "_SP", ",", ":", "``", "''", "HYPH", "-LRB-", "NFP", "DT", "IN", "TO", "CC"}
            or words.text[k] in BREAKS
            or words.text[k] in {"'s", "’s", "'", "’", "."}
            or (not free and SCORE.fullmatch(words.text[k]) is not None and k > spot.i)
            or (not free and words.text[k].islower() and (spot.label != "NORP" or k > spot.i))
            or (k > spot.i and words.lower[k] in words.lexicon.words["function_words"])
            or (k > spot.i and words.lower[k] in words.lexicon.words["captions"])
        ):
            spot.j -= 1
        else:
            break


def behind_title(words: Words, spot: Spot) -> int:
    """Where the person's name begins in "Pakistani National Security Advisor Moeed Yusuf"; the spot's start if it has no title."""
    lex = words.lexicon
    start = spot.i
    titled = False
    for k in range(spot.i, spot.j - 1):
        word = words.text[k]
        if word in lex.words["courtesy"] or word in lex.words["courtesy_male"] or word in lex.words["courtesy_female"]:
            start, titled = k + 1, True
        elif (lex.is_role(word) or word in lex.words["title_abbreviations"]) and (word[:1].isupper() or k + 1 < spot.j):
            if words.lower[k + 1] in {"of", "for", "to", "and"}:
                return spot.i
            start, titled = k + 1, True
        elif lex.place(word) is not None and word not in lex.genders and k == start and spot.label != "GPE":
            if spot.label == "PERSON" or words.lower[k + 1] in lex.words["title_parts"]:
                start = k + 1
        elif not (words.lower[k] in lex.words["title_parts"] and k == start) and start <= k and titled:
            break
        elif words.lower[k] in lex.words["title_parts"] and k == start and spot.label != "PERSON":
            continue
    rest = spot.j - start
    if start == spot.i or not 0 < rest <= MAX_NAME or words.lower[spot.j - 1] in lex.words["org_heads"] | lex.words["fac_heads"]:
        return spot.i
    if spot.label == "PERSON":
        return start
    named = words.text[start] in lex.genders or (titled and rest > 1)
    return (
        start
        if titled and named and all(words.text[k][:1].isupper() or words.text[k] in PARTICLES for k in range(start, spot.j))
        else spot.i
    )


def places_in(words: Words, i: int, j: int) -> Iterator[Spot]:
    """The places and peoples that stand in tokens [i, j), longest first."""
    while i < j:
        for end in range(min(j, i + 3), i, -1):
            place = words.lexicon.place(words.name(i, end))
            if place is not None and words.text[i][:1].isupper():
                yield Spot(i, end, place.label)
                i = end
                break
        else:
            i += 1


def widen(words: Words, spot: Spot, taken: set[int]) -> None:
    """Give a person's name the proper nouns beside it that are part of it: "[Imran] Khan", "Hernan [Dario Gomez]"."""
    if spot.label != "PERSON":
        return
    while spot.j < len(words.text) and spot.j not in taken and spot.j - spot.i < MAX_NAME and words.is_name_word(spot.j):
        lower = words.lower[spot.j]
        if any(
            lower in words.lexicon.words[key] for key in ("calendar", "org_heads", "event_heads", "function_words", "captions")
        ):
            break
        if words.lexicon.is_role(lower) or words.starts_sentence(spot.j):
            break
        taken.add(spot.j)
        spot.j += 1
    while spot.i > 0 and spot.i - 1 not in taken and spot.j - spot.i < MAX_NAME:
        k = spot.i - 1
        if not (words.is_name_word(k) and is_given(words, k)) or words.doc[spot.i].is_sent_start:
            break
        taken.add(k)
        spot.i = k


def is_given(words: Words, k: int) -> bool:
    """Whether token `k` can stand first in a person's name: a first name or an initial, or a proper noun that is nothing else."""
    word, lex = words.text[k], words.lexicon
    if word in lex.genders or INITIAL.fullmatch(word):
        return True
    lower = words.lower[k]
    if lex.place(word) is not None or lex.is_role(lower) or words.starts_sentence(k) or not word.isalpha():
        return False
    return not any(lower in lex.words[key] or word in lex.words[key] for key in NOT_GIVEN)


NOT_GIVEN = (
    "courtesy", "courtesy_male", "courtesy_female", "title_abbreviations", "title_parts", "calendar", "org_heads", "fac_heads", "loc_heads",
    "event_heads", "function_words", "team_nouns", "org_before", "captions",
)  # fmt: skip


def left_out(words: Words, taken: set[int]) -> Iterator[Spot]:
    """Runs of proper nouns that no entity covers, cut like entities; lines of capitals are read elsewhere."""
    i, n = 0, len(words.text)
    while i < n:
        if i in taken or i in words.caps or words.tags[i] not in {"NNP", "NNPS"} or not words.is_name_word(i):
            place = (
                words.lexicon.place(words.text[i]) if words.tags[i] == "JJ" and i not in taken and i not in words.caps else None
            )
            if place is not None and words.text[i][:1].isupper():
                yield Spot(i, i + 1, place.label)
            i += 1
            continue
        j = i + 1
        while j < n and j not in taken and j not in words.caps and words.is_name_word(j):
            j += 1
        yield from run_pieces(words, i, j)
        i = j


def run_pieces(words: Words, i: int, j: int) -> Iterator[Spot]:
    lex = words.lexicon
    place = lex.place(words.name(i, j))
    if place is not None:
        yield Spot(i, j, place.label)
        return
    start = behind_title(words, Spot(i, j, "ORG"))
    if start > i:
        yield from places_in(words, i, start)
        yield Spot(start, j, "PERSON")
        return
    head = lex.place(words.text[i])
    if head is not None and head.label == "NORP" and j - i > 1:
        yield Spot(i, i + 1, "NORP")
        i += 1
    known = {"calendar", "function_words", "courtesy", "courtesy_male", "courtesy_female", "title_abbreviations", "title_parts"}
    while i < j and (
        lex.is_role(words.text[i]) or any(words.lower[i] in lex.words[key] or words.text[i] in lex.words[key] for key in known)
    ):
        i += 1
    while i < j and (lex.is_role(words.text[j - 1]) or words.lower[j - 1] in lex.words["calendar"]):
        j -= 1
    if i < j:
        yield Spot(i, j, "")


def merged(words: Words, spots: list[Spot]) -> list[Spot]:
    """Join neighbours that are one name: first name and surname that spaCy parted."""
    kept: list[Spot] = []
    for spot in spots:
        last = kept[-1] if kept else None
        if last is not None and last.j == spot.i and is_torn(words, last, spot):
            last.j, last.label = spot.j, "PERSON"
            continue
        kept.append(spot)
    return kept


def is_torn(words: Words, last: Spot, spot: Spot) -> bool:
    """Whether two neighbouring spots are first name and surname of one person."""
    if spot.label not in {"PERSON", ""} or last.j - last.i > 1 or not words.is_name_word(spot.i):
        return False
    word = words.text[last.i]
    place = words.lexicon.place(word)
    if place is not None and place.sure:
        return False
    return word in words.lexicon.genders or (last.label == spot.label == "PERSON" and spot.j - spot.i == 1)
