"""A Doc in; its reporting words out: every verb, adjective and noun of the lexicon that can head a report, with its frames."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

import numpy as np
import spacy
from spacy.attrs import LEMMA, LOWER

from claimex.speakers.lexicon import load_lexicon
from claimex.syntax import is_verb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

__all__ = [
    "CueWord",
    "agent_of",
    "end_of_phrases",
    "find_cue_words",
    "has_clause",
    "is_passive",
]

ADJECTIVE_TAGS = frozenset({"JJ", "JJR", "VBN"})
NOUN_TAGS = frozenset({"NN", "NNS"})
PREDICATIVE = frozenset({"acomp", "ROOT", "conj", "oprd", "ccomp", "advcl"})
PARTICLES = frozenset({"prt", "advmod", "oprd", "acomp", "ccomp"})  # the last three for "make clear"
NOT_HEADS = frozenset({"amod", "aux", "auxpass", "compound", "prep", "case", "nmod"})


@dataclass(slots=True)
class CueWord:
    """A word that can report: its token, what it is, and its frames; `particle` the second word of "point out"."""

    token: Token
    kind: Literal["verb", "adjective", "noun"]
    frames: frozenset[str]
    particle: Token | None = None

    @property
    def end(self) -> int:
        """One past the cue's last token."""
        return max(self.token.i, self.particle.i if self.particle is not None else 0) + 1


def hashes(words: Iterable[str]) -> np.ndarray:
    return np.asarray(sorted(spacy.strings.get_string_id(word) for word in words), dtype="uint64")


@cache
def head_hashes() -> tuple[np.ndarray, np.ndarray]:
    """Of every lemma that can head a cue, and of the adjectives as written: "concerned" has the lemma of its verb."""
    return hashes(load_lexicon().heads), hashes(load_lexicon().adjectives)


def find_cue_words(doc: Doc) -> list[CueWord]:
    """The words of `doc` that can report, in order."""
    lemmas, words = head_hashes()
    values = doc.to_array([LEMMA, LOWER])
    hits = np.flatnonzero(np.isin(values[:, 0], lemmas) | np.isin(values[:, 1], words))
    found = (cue_word(doc[int(i)]) for i in hits)
    return [word for word in found if word is not None]


def cue_word(token: Token) -> CueWord | None:
    lexicon, lemma, tag = load_lexicon(), token.lemma_, token.tag_
    if tag in ADJECTIVE_TAGS and token.dep_ in PREDICATIVE:
        frames = lexicon.adjectives.get(token.lower_)
        if frames is not None and (tag != "VBN" or token.dep_ == "acomp" or lemma not in lexicon.verbs):
            return CueWord(token, "adjective", frames)
    if is_verb(token):
        return verb_word(token)
    if tag == "NNS" and lemma in lexicon.said and (quotes_next(token) or is_lost_verb(token)):
        return CueWord(token, "verb", frozenset({"quote", "that"}))
    if lemma in lexicon.nouns and tag in NOUN_TAGS:
        return CueWord(token, "noun", lexicon.nouns[lemma])
    return None


def verb_word(token: Token) -> CueWord | None:
    lexicon, lemma = load_lexicon(), token.lemma_
    if token.dep_ in NOT_HEADS:
        return None
    for child in token.rights:
        is_particle = child.dep_ in PARTICLES or child.lower_ == "it"  # "as she put it"
        frames = lexicon.phrasal.get((lemma, child.lower_)) if is_particle else None
        if frames is not None:
            return CueWord(token, "verb", frames, child)
    plain = lexicon.verbs.get(lemma)
    return CueWord(token, "verb", plain) if plain else None


def quotes_next(token: Token) -> bool:
    """Whether a noun stands before it, and a comma or colon and a quotation after it: "The ministry notes, “...”"."""
    around = token.doc[max(0, token.i - 1) : token.i + 3]
    if len(around) < 4 or around[0].tag_[:2] != "NN":  # noqa: PLR2004  # itself and the three around it
        return False
    return around[2].text in {",", ":"} and around[3].tag_ in {"``", "''", '""'}


def is_lost_verb(token: Token) -> bool:
    """Whether it is a verb that the tagger took for a noun: "Lee claims he is rich" after a name, with a finite clause on it."""
    before = token.doc[token.i - 1] if token.i > token.sent.start else None
    if before is None or before.tag_ not in {"NNP", "NN"} or not before.text[:1].isupper():
        return False
    after = token.doc[token.i + 1] if token.i + 1 < token.sent.end else None
    if after is None or not (after.tag_ in {"PRP", "DT", "NNP", "PRP$"} or after.lower_ == "that"):
        return False
    return any(
        child.dep_ in {"relcl", "ccomp", "acl"} and child.tag_[:2] in {"VB", "MD"} for child in (*token.rights, *before.rights)
    )


def agent_of(verb: Token) -> Token | None:
    """The head of "by ..." after a passive."""
    for child in verb.rights:
        if child.dep_ in {"agent", "prep"} and child.lower_ == "by":
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def is_passive(verb: Token) -> bool:
    """As in "was told", "told by", "Asked if he would go, he said no"; not "has told", nor a past tense mistaken for one."""
    if verb.tag_ != "VBN":
        return False
    lefts = {child.dep_: child for child in verb.lefts}
    if lefts.keys() & {"auxpass", "nsubjpass"}:
        return True
    return "nsubj" not in lefts and not any(child.lemma_ == "have" for child in verb.lefts) and verb.dep_ in {"acl", "advcl"}


def end_of_phrases(verb: Token) -> int:
    """Where the phrases right behind a verb end: "said in a statement on Monday"."""
    end = verb.i + 1
    for child in verb.rights:
        if child.dep_ in {"prep", "npadvmod", "dobj", "dative", "advmod"} and child.left_edge.i == end:
            end = child.right_edge.i + 1
        else:
            break
    return end


def has_clause(word: CueWord, before: int) -> bool:
    """Whether the cue already has an unquoted clause between it and the offset `before`."""
    return any(child.dep_ == "ccomp" and child.i > word.token.i and child.idx < before for child in word.token.rights)
