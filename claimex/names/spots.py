"""A Doc's words in; where its names stand, out: spaCy's entities cut to the name, and the proper nouns that it left out.

Nothing is decided here about what a name names, save where its edges depend on that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.names.edges import COURTESY, MAX_NAME, behind_title, pieces, places_in
from claimex.names.firms import joined_firms
from claimex.names.words import LABELS, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.names.words import Words

__all__ = ["find_spots"]

REGNAL = re.compile(r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})")
INITIAL = re.compile(r"[A-Z]\.?|[A-Z]\.-?[A-Z]\.")
NOT_GIVEN = (
    *COURTESY, "title_abbreviations", "title_parts", "calendar", "org_heads", "fac_heads", "loc_heads", "event_heads",
    "function_words", "team_nouns", "org_before", "captions", "sentence_openers",
)  # fmt: skip
NO_SURNAME = ("calendar", "org_heads", "event_heads", "function_words", "captions")
BEFORE_NAMES = ("calendar", "function_words", *COURTESY, "title_abbreviations", "title_parts", "sentence_openers")
MIDDLE = frozenset({"baron", "king", "baker", "judge", "singer", "marshal", "page", "prince", "duke", "earl", "hunter", "author"})
PARTIES = frozenset({"democratic", "republican", "conservative"})  # in titles, yet names by themselves


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
    for spot in spots:
        abbreviated(words, spot)
    spots = [spot for spot in spots if not is_portfolio(words, spot)]
    spots.extend(left_out(words, taken))
    spots.sort(key=lambda spot: spot.i)
    return joined_firms(words, merged(words, spots))


def abbreviated(words: Words, spot: Spot) -> None:
    """Cut a name to the words whose initials follow in brackets: "Shanghai Cooperation Organization [Summit] (SCO)"."""
    after = words.text[spot.j : spot.j + 3]
    if len(after) < 3 or after[0] != "(" or after[2] != ")" or not after[1].isupper() or spot.label == "PERSON":  # noqa: PLR2004
        return
    letters = ""
    for k in range(spot.i, spot.j):
        if words.text[k][:1].isupper():
            letters += words.text[k][0]
        if letters == after[1]:
            spot.j, spot.label = k + 1, "ORG"
            return


def is_portfolio(words: Words, spot: Spot) -> bool:
    """Whether a spot is the "Education" of "Education Minister"."""
    last = spot.j - 1
    return (
        spot.j < len(words.text)
        and spot.label in {"ORG", "PERSON", "GPE"}
        and words.lexicon.place(words.name(spot.i, spot.j)) is None
        and words.lower[last] not in PARTIES
        and not (words.lower[last] == "party" and last > spot.i)
        and all(words.lower[k] in words.lexicon.words["title_parts"] for k in range(spot.i, last + 1))
        and words.lexicon.is_role(words.lower[spot.j])
    )


def is_stray(words: Words, i: int, j: int) -> bool:
    """Whether a date or amount of spaCy's is a name: one capitalised word that no calendar knows."""
    return j - i == 1 and words.is_name_word(i) and words.lower[i] not in words.lexicon.words["calendar"]


def widen(words: Words, spot: Spot, taken: set[int]) -> None:
    """Give a person's name the proper nouns beside it that are part of it: "[Imran] Khan", "Hernan [Dario Gomez]"."""
    if spot.label != "PERSON":
        return
    while spot.j < len(words.text) and spot.j not in taken and spot.j - spot.i < MAX_NAME and words.is_name_word(spot.j):
        if words.is_any(spot.j, *NO_SURNAME) or words.starts_sentence(spot.j):
            break
        if words.lexicon.is_role(words.text[spot.j]) and not is_trade_name(words, spot):
            break
        taken.add(spot.j)
        spot.j += 1
    if spot.j < len(words.text) and spot.j not in taken and REGNAL.fullmatch(words.text[spot.j]) and is_numeral(words, spot.j):
        taken.add(spot.j)
        spot.j += 1
    if spot.j < len(words.text) and spot.j not in taken and is_elided(words.text[spot.j]):
        taken.add(spot.j)
        spot.j += 1
    if is_hyphened(words, spot):
        taken.update((spot.j, spot.j + 1))
        spot.j += 2
    while spot.i > 0 and spot.i - 1 not in taken and spot.j - spot.i < MAX_NAME:
        k = spot.i - 1
        if not (words.is_name_word(k) and is_given(words, k)) or words.doc[spot.i].is_sent_start:
            break
        taken.add(k)
        spot.i = k


def is_trade_name(words: Words, spot: Spot) -> bool:
    """Whether a role word is a surname: a first name stands alone before it and no name after it ("Rosa Baker said")."""
    k = spot.j + 1
    if spot.j - spot.i > 1 or words.text[spot.i] not in words.lexicon.genders:
        return False
    if words.lower[spot.j] in MIDDLE and k < len(words.text) and words.is_name_word(k):
        return not words.is_any(k, *NOT_GIVEN)
    return k >= len(words.text) or not (words.is_name_word(k) or words.lower[k] in {"of", "for"})


def is_numeral(words: Words, k: int) -> bool:
    """Whether token `k` is a king's number; "I" is the pronoun where a verb in the present follows it."""
    return words.text[k] != "I" or (words.tags[k] != "PRP" and words.tags[k + 1 : k + 2] not in (["VBP"], ["MD"]))


def is_elided(text: str) -> bool:
    """Whether it is the "d'Estaing" of a name."""
    return text[:2] in {"d'", "d’", "D'", "D’"} and text[2:3].isupper()


def is_hyphened(words: Words, spot: Spot) -> bool:
    """Whether the name goes on behind a hyphen: "Li Song-ho", but not "a Bill Clinton-era rule"."""
    k = spot.j
    if k + 1 >= len(words.text) or words.text[k] != "-" or spot.j - spot.i < 2:  # noqa: PLR2004
        return False
    if words.starts[k] + 1 != words.starts[k + 1] or words.starts[k] != words.starts[k - 1] + len(words.text[k - 1]):
        return False
    after = words.lower[k + 1]
    return after.isalpha() and not after.endswith(("ed", "ing", "era", "led", "like", "style", "elect", "free", "based", "born"))


def is_given(words: Words, k: int) -> bool:
    """Whether token `k` can stand first in a person's name: a first name or an initial, or a proper noun that is nothing else."""
    word, lex = words.text[k], words.lexicon
    if word in lex.genders or INITIAL.fullmatch(word):
        return True
    if lex.place(word) is not None or lex.is_role(word) or words.starts_sentence(k) or not word.isalpha():
        return False
    return not words.is_any(k, *NOT_GIVEN)


def left_out(words: Words, taken: set[int]) -> Iterator[Spot]:
    """Runs of proper nouns that no entity covers, cut like entities, and peoples; lines of capitals are read elsewhere."""
    i, n = 0, len(words.text)
    while i < n:
        j = i
        while j < n and j not in taken and j not in words.caps and words.is_name_word(j):
            j += 1
        if j > i:
            yield from run_pieces(words, i, j)
            i = j
            continue
        if words.tags[i] == "JJ" and i not in taken and i not in words.caps and words.text[i][:1].isupper():
            place = words.lexicon.place(words.text[i])
            if place is not None:
                yield Spot(i, i + 1, place.label)
        i += 1


def run_pieces(words: Words, i: int, j: int) -> Iterator[Spot]:
    """The names in a run of proper nouns: what is left of it without titles, calendar words and the people in front."""
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
    while i < j and (lex.is_role(words.text[i]) or words.is_any(i, *BEFORE_NAMES)):
        i += 1
    while i < j and (lex.is_role(words.text[j - 1]) or words.is_any(j - 1, "calendar")):
        j -= 1
    if i < j:
        yield Spot(i, j, "")


def merged(words: Words, spots: list[Spot]) -> list[Spot]:
    """Join neighbours that are one name: first name and surname that spaCy parted."""
    kept: list[Spot] = []
    for spot in spots:
        if len(kept) > 1 and is_nicknamed(words, kept[-2], spot):
            kept.pop()  # the nickname
        last = kept[-1] if kept else None
        if last is not None and ((last.j == spot.i and is_torn(words, last, spot)) or is_nicknamed(words, last, spot)):
            last.j, last.label = spot.j, "PERSON"
        else:
            kept.append(spot)
    return kept


def is_torn(words: Words, last: Spot, spot: Spot) -> bool:
    """Whether two neighbouring spots are first name and surname of one person."""
    single = (
        spot.j - spot.i == 1
        and not words.text[spot.i].isupper()
        and not words.is_any(spot.i, *NO_SURNAME, "fac_heads", "gpe_heads")
    )
    if last.j - last.i == 2 and words.lower[last.j - 1] in MIDDLE and last.label == "PERSON":  # noqa: PLR2004
        return single and spot.label == "PERSON"  # "Sacha Baron | Cohen"
    if (
        last.j - last.i > 1
        or not words.is_name_word(spot.i)
        or spot.label not in ({"PERSON", "", "ORG", "PRODUCT"} if single else {"PERSON", ""})
    ):
        return False
    word = words.text[last.i]
    place = words.lexicon.place(word)
    if place is not None and place.sure:
        return False
    return word in words.lexicon.genders or (last.label == spot.label == "PERSON" and spot.j - spot.i == 1)


def is_nicknamed(words: Words, last: Spot, spot: Spot) -> bool:
    """Whether a nickname in quotation marks or brackets parts them: 'Hector "Macho" Camacho'."""
    between = words.text[last.j : spot.i]
    if not 3 <= len(between) <= 5 or last.label not in {"PERSON", ""} or last.j - last.i > 1:  # noqa: PLR2004  # marks and 1-3 words
        return False
    return words.text[last.i] in words.lexicon.genders and between[0] in {'"', "“", "``"} and between[-1] in {'"', "”", "''"}
