"""An entity of spaCy's in; the names inside it, cut to the name, out.

Titles, possessives, articles, scores and small words at the edges go; two names taken for one are parted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.names.words import BREAKS, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.names.words import Words

__all__ = ["MAX_NAME", "behind_title", "pieces", "places_in"]

FREE = frozenset({"WORK_OF_ART", "LAW", "EVENT", "PRODUCT"})  # labels whose names hold small words, numbers and marks
PARTICLES = frozenset({
    "de", "da", "do", "dos", "das", "du", "del", "della", "di", "la", "le", "van", "von", "der", "den", "ten", "ter", "bin",
    "ibn", "bint", "al", "el", "ul", "ur", "y", "zu", "af", "av", "of",
})  # fmt: skip
PREPOSITIONS = frozenset(
    {"against", "between", "during", "despite", "amid", "among", "about", "after", "before", "over", "under"}
)
MAX_NAME = 5  # words of a person's name, particles included
MAX_OFFICE = 4  # words of an office behind its first
# First words of an office's title, with which no name ends.
OPENERS = frozenset({"national", "chief", "deputy", "vice", "prime", "foreign", "assistant", "acting", "former", "permanent"})
VERBS = frozenset({"VBG", "VBZ", "VBD", "VBP"})
SCORE = re.compile(r"\d+[-–]\d+|\d[\d,.]*")
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
JOINERS = frozenset({"and", "v", "vs", "vs.", "versus", ","})
AFTER_COMMA = frozenset({"inc", "inc.", "ltd", "ltd.", "llc", "jr", "jr.", "sr"})
OPENING = frozenset({"DT", "PRP$", "_SP", ",", ".", ":", "``", "''", "HYPH", "-LRB-", "-RRB-", "IN", "CC", "POS", "NFP", "SYM"})
CLOSING = frozenset({"POS", "_SP", ",", ":", "``", "''", "HYPH", "-LRB-", "NFP", "DT", "IN", "TO", "CC"})
TITLED = frozenset({"PERSON", "ORG", "NORP", "GPE", "FAC", "WORK_OF_ART", "PRODUCT", "LAW"})  # where a titled person is found
HEADS = ("org_heads", "fac_heads", "event_heads")  # last words of names that are no persons
COURTESY = ("courtesy", "courtesy_male", "courtesy_female")


def pieces(words: Words, spot: Spot, whole: set[str]) -> Iterator[Spot]:
    """The names inside one entity of spaCy's."""
    start = spot.i
    for k in range(spot.i, spot.j + 1):
        if k == spot.j or is_break(words, k, spot, whole):
            if k > start:
                yield from cut(words, Spot(start, k, spot.label))
            start = k + 1


def is_break(words: Words, k: int, spot: Spot, whole: set[str]) -> bool:
    """Whether token `k` parts two names that spaCy took for one; `whole`: the names it gave elsewhere."""
    text = words.text[k]
    if spot.label in FREE or (words.tags[k] == "_SP" and "\n" in text):
        return words.tags[k] == "_SP" and "\n" in text
    if text in BREAKS or text == "-":
        return text != "-" or (k > 0 and bool(words.doc[k - 1].whitespace_))
    if text in {"for", "of", "from", "at"} and is_somebody(words, spot.i, k):
        return True
    if text == "the" and k > spot.i:  # "according to Rathbun the property ..."
        return words.text[k - 1][:1].isupper()
    if text in POSSESSIVES and k + 1 < spot.j:
        before = words.name(spot.i, k)
        return words.lexicon.place(before) is not None or before in whole
    return text in JOINERS and spot.i < k < spot.j - 1 and is_joint(words, k, spot, whole)


def is_somebody(words: Words, i: int, j: int) -> bool:
    """Whether tokens [i, j) are a first name and a surname: "Lydia Brandt for Harbour Watch"."""
    if not 2 <= j - i <= 3 or words.text[i] not in words.lexicon.genders:  # noqa: PLR2004  # a middle name at most
        return False
    return all(words.is_name_word(k) for k in range(i, j)) and not words.is_any(j - 1, *HEADS)


def is_joint(words: Words, k: int, spot: Spot, whole: set[str]) -> bool:
    """Whether "and" or a comma stands between two names: not in "Trinidad and Tobago", "Procter and Gamble"."""
    if words.lower[k + 1] in AFTER_COMMA or words.lexicon.place(words.name(spot.i, spot.j)) is not None:
        return False
    if words.text[k][0] == "v" or spot.label in {"PERSON", "GPE", "NORP"}:
        return True
    return all(words.lexicon.place(side) or side in whole for side in (words.name(spot.i, k), words.name(k + 1, spot.j)))


def cut(words: Words, spot: Spot) -> Iterator[Spot]:
    """One name without what stands at its edges, and the people and places in front of a person's name."""
    while spot.i < spot.j and opens(words, spot):
        spot.i += 1
    while spot.i < spot.j and trails(words, spot):
        spot.j -= 1
    verb = next((k for k in range(spot.i + 1, spot.j) if is_verb(words, k)), spot.j)
    spot.j = verb  # "Emancipation Memorial [featuring US President Lincoln]"
    texts = words.text[spot.i : spot.j]
    if not any(text[:1].isupper() or (text[:1].isdigit() and not text[-1:].isdigit()) for text in texts):  # "49ers", not "49"
        return
    if is_torn(words, spot):
        yield from places_in(words, spot.i, spot.j - 1)
        return
    name = behind_title(words, spot) if spot.label in TITLED else spot.i
    if name > spot.i:
        yield from places_in(words, spot.i, name)
        spot = Spot(name, spot.j, "PERSON")
    yield spot


def is_torn(words: Words, spot: Spot) -> bool:
    """Whether it is a country with the first word of an office that goes on behind it: "Kenyan National | Security Adviser"."""
    if words.lower[spot.j - 1] not in OPENERS or words.lexicon.place(words.name(spot.i, spot.j - 1)) is None:
        return False
    for k in range(spot.j, min(spot.j + MAX_OFFICE, len(words.text))):
        if not words.text[k][:1].isupper():
            return False
        if words.lexicon.is_role(words.lower[k]):
            return True
        if words.lower[k] not in words.lexicon.words["title_parts"]:
            return False
    return False


def is_verb(words: Words, k: int) -> bool:
    text = words.text[k]
    return words.tags[k] in VERBS and text.islower() and text.isalpha() and text not in PARTICLES


def opens(words: Words, spot: Spot) -> bool:
    """Whether the first token is no part of the name."""
    k, text = spot.i, words.text[spot.i]
    free = spot.label in FREE
    if (free and text in {"The", "A"}) or text in words.lexicon.genders:  # a first name may be tagged as anything
        return False
    if words.tags[k] in OPENING or text in BREAKS:
        return True
    if free:
        return False
    alone = spot.j - spot.i == 1
    calendar = words.is_any(k, "calendar", "sentence_openers") and not alone
    calendar = calendar or (spot.label == "PERSON" and not alone and words.lower[k] in PREPOSITIONS)
    return text.isdigit() or calendar or (text.islower() and text not in PARTICLES)


def trails(words: Words, spot: Spot) -> bool:
    """Whether the last token is no part of the name."""
    k, text = spot.j - 1, words.text[spot.j - 1]
    if words.tags[k] in CLOSING or text in BREAKS or text in POSSESSIVES or text == ".":
        return True
    alone = spot.j - spot.i == 1
    if not alone and words.is_any(k, "function_words", "captions"):
        return True
    if spot.label in FREE:
        return False
    return (not alone and SCORE.fullmatch(text) is not None) or (text.islower() and not (alone and spot.label == "NORP"))


def behind_title(words: Words, spot: Spot) -> int:
    """Where the name begins in "Canadian Deputy Trade Minister Mary Holt"; the spot's start if it has no title."""
    start, titled = after_titles(words, spot)
    rest = spot.j - start
    if start == spot.i or not 0 < rest <= MAX_NAME or any(words.is_any(k, *HEADS) for k in range(start, spot.j)):
        return spot.i
    if spot.label == "PERSON":
        return start
    looks = all(words.text[k][:1].isupper() or words.text[k] in PARTICLES for k in range(start, spot.j))
    return start if titled and looks and (rest > 1 or words.text[start] in words.lexicon.genders) else spot.i


def after_titles(words: Words, spot: Spot) -> tuple[int, bool]:
    """One past the last title at the head of a name, and whether there is one; places in front of it go too."""
    lex, start, titled = words.lexicon, spot.i, False
    for k in range(spot.i, spot.j - 1):
        word, lower = words.text[k], words.lower[k]
        part = lower in lex.words["title_parts"]
        if words.is_any(k, *COURTESY):
            start, titled = k + 1, True
        elif (lex.is_role(word) or word in lex.words["title_abbreviations"]) and word not in lex.genders:
            amid = spot.label == "PERSON" and k > start and not parts(words, start, k)  # "Tyler Baker Smith"
            if amid or words.lower[k + 1] in {"of", "for", "to", "and"}:
                return spot.i, False
            start, titled = k + 1, True
        elif lex.place(word) is not None and word not in lex.genders and k == start and spot.label != "GPE":
            if spot.label == "PERSON" or words.lower[k + 1] in lex.words["title_parts"]:
                start = k + 1
        elif titled and not (part and k == start):
            break
    if start == spot.i and not titled and is_person_of(words, spot):
        return start + 1, True
    return start, titled


def is_person_of(words: Words, spot: Spot) -> bool:
    """Whether it is a person with the people in front: "Australian Rodney Eyles"."""
    people = words.lexicon.place(words.text[spot.i])
    if people is None or people.label != "NORP" or not 3 <= spot.j - spot.i <= 4:  # noqa: PLR2004  # first name and surname
        return False
    return words.text[spot.i + 1] in words.lexicon.genders and words.text[spot.i] not in words.lexicon.genders


def parts(words: Words, i: int, j: int) -> bool:
    """Whether tokens [i, j) can all stand inside a title."""
    return all(words.lower[k] in words.lexicon.words["title_parts"] for k in range(i, j))


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
