"""An article in; the same article with other people in it, in other letters, in other pieces, out.

News names people of the whole world, and VOA's news of 2005 few of them often: each article's persons get names of one
region, made by Faker, the same name wherever they are named. Towns, and organisations of one word, change too: a name that was
never seen would always be a person's otherwise.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from faker import Faker
from texts import Text

from claimex.names.lexicon import lexicon

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Pools", "renamed", "restyled", "stretches"]

LATIN = (
    "en_US", "en_US", "en_GB", "en_IE", "en_IN", "en_PK", "en_TH", "es_ES", "es_MX", "es_AR", "pt_BR", "pt_PT", "fr_FR", "fr_DZ",
    "it_IT", "de_DE", "nl_NL", "pl_PL", "cs_CZ", "hu_HU", "ro_RO", "hr_HR", "sl_SI", "sv_SE", "da_DK", "no_NO", "fi_FI", "et_EE",
    "lt_LT", "lv_LV", "tr_TR", "sq_AL", "id_ID", "vi_VN", "fil_PH", "yo_NG", "ha_NG", "ig_NG", "zu_ZA", "uz_UZ", "az_AZ",
)  # fmt: skip
ROMAN = ("ja_JP", "zh_CN", "zh_TW")  # regions for which Faker writes names in Latin letters beside their own
CYRILLIC = ("ru_RU", "uk_UA", "bg_BG")
LETTERS = dict(zip("абвгдезийклмнопрстуфцыэіґ", "abvgdeziyklmnoprstufcyeig", strict=True)) | {
    "ё": "yo", "ж": "zh", "х": "kh", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "є": "ye", "ї": "yi",
    "ь": "", "ъ": "",
    "'": "", "’": "",
}  # fmt: skip
POOL = 400  # first names, and surnames, kept of each region
PARTICLES = frozenset(
    {"al", "bin", "ibn", "de", "van", "von", "der", "den", "la", "da", "dos", "del", "el", "ben", "abu", "ul", "-"}
)
WORD = re.compile(r"[^\W\d_]{2,}")


def roman(name: str) -> str:
    return "".join(LETTERS.get(char, char) for char in name.lower()).title()


def tokens(name: str) -> list[str]:
    """A name as the tokenizer parts it."""
    return re.findall(r"-|[^\s-]+", name)


@cache
def pool(locale: str, seed: int) -> tuple[list[str], list[str]]:
    """First names and surnames of one region."""
    fake = Faker(locale)
    fake.seed_instance(seed)
    if locale in ROMAN and locale.startswith("ja"):
        firsts, lasts = ([make() for _ in range(POOL)] for make in (fake.first_romanized_name, fake.last_romanized_name))
    elif locale in ROMAN:
        both = [fake.romanized_name().split() for _ in range(POOL)]
        firsts, lasts = [name[0] for name in both], [name[-1] for name in both]
    else:
        firsts, lasts = [fake.first_name() for _ in range(POOL)], [fake.last_name() for _ in range(POOL)]
    if locale in CYRILLIC:
        firsts, lasts = [roman(name) for name in firsts], [roman(name) for name in lasts]
    return firsts, lasts


class Pools:
    """Names of a region, drawn by chance."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.locales = (*LATIN, *ROMAN, *CYRILLIC)

    def draw(self, random: np.random.Generator) -> tuple[list[str], list[str]]:
        return pool(self.locales[random.integers(len(self.locales))], self.seed)


@cache
def towns() -> tuple[str, ...]:
    """Names of towns of the whole world, from claimex's own table."""
    return tuple(name for name, place in lexicon().places.items() if place.label == "GPE" and place.same == name)


ACRONYM = re.compile(r"[A-Z]{2,6}")
CHANGED = 0.4  # of towns and one-word organisations in an article whose persons are renamed


def renamed(text: Text, pools: Pools, random: np.random.Generator) -> Text:
    """The article with its persons renamed, each word of a name the same wherever it stands in a person's name."""
    firsts, lasts = pools.draw(random)
    new: dict[tuple[str, str], list[str]] = {}
    for i, j, label in sorted(text.spans, key=lambda span: (span[0] - span[1], span)):  # full names first
        if label == "PERSON":
            for k in range(i, j):
                word = text.words[k]
                if (label, word) not in new and WORD.fullmatch(word) and word.lower() not in PARTICLES and word[0].isupper():
                    names = firsts if k == i and j - i > 1 else lasts
                    new[label, word] = tokens(names[random.integers(len(names))])
        elif j - i == 1 and label in {"GPE", "ORG"} and (label, text.words[i]) not in new:
            new[label, text.words[i]] = other_name(text.words[i], label, lasts, random)
    inside = {k: label for i, j, label in text.spans if label == "PERSON" or j - i == 1 for k in range(i, j)}
    place, words = [], []
    for k, word in enumerate(text.words):
        place.append(len(words))
        words += new.get((inside.get(k, ""), word), [word])
    place.append(len(words))
    return Text(
        words,
        [(place[i], place[j], label) for i, j, label in text.spans],
        [(place[i], place[j]) for i, j in text.unknown],
        [place[k] for k in text.starts],
    )


def other_name(word: str, label: str, lasts: list[str], random: np.random.Generator) -> list[str]:
    """Another town, or another organisation: new letters for an acronym, a surname, which many firms have, for a word."""
    known = lexicon().place(word)
    if random.random() >= CHANGED or (known is not None and known.same != word) or not WORD.fullmatch(word):
        return [word]
    if label == "GPE":
        return towns()[random.integers(len(towns()))].split()
    if ACRONYM.fullmatch(word):
        return ["".join(chr(ord("A") + int(random.integers(26))) for _ in word)]
    return tokens(lasts[random.integers(len(lasts))]) if word[0].isupper() else [word]


SMALL = frozenset({"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from", "as", "'s", "is"})


def restyled(words: list[str], chance: float) -> list[str]:
    """A stretch of words, at times as a headline in capitals, a headline in title case, or all in small letters."""
    if chance < 0.03:  # noqa: PLR2004
        return [word.upper() for word in words]
    if chance < 0.06:  # noqa: PLR2004
        return [word if word.lower() in SMALL else word[:1].upper() + word[1:] for word in words]
    if chance < 0.075:  # noqa: PLR2004
        return [word.lower() for word in words]
    return words


def stretches(text: Text, random: np.random.Generator, *, most: int = 120) -> list[tuple[int, int]]:
    """The article cut at some of its sentences' ends, as by line breaks."""
    bounds = [*text.starts, len(text.words)]
    cuts, size = [0], 0
    for bound in bounds[1:]:
        size = bound - cuts[-1]
        if random.random() < 0.4 or size > most:  # noqa: PLR2004
            cuts.append(bound)
    if cuts[-1] != len(text.words):
        cuts.append(len(text.words))
    return [(i, j) for i, j in pairwise(cuts) if i < j]
