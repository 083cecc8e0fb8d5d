"""The reporting words, read once from verbs.toml: which lemma reports in which frames."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimex.lists import table

__all__ = ["Lexicon", "load_lexicon"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Frames by verb lemma and by verb and particle; which verbs say; adjectives and nouns that take a clause."""

    verbs: dict[str, frozenset[str]]
    said: frozenset[str]
    phrasal: dict[tuple[str, str], frozenset[str]]
    adjectives: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]

    @property
    def heads(self) -> frozenset[str]:
        """Every lemma that can head a cue."""
        return frozenset(self.verbs) | {lemma for lemma, _ in self.phrasal} | frozenset(self.adjectives) | frozenset(self.nouns)


@cache
def load_lexicon() -> Lexicon:
    data = table(__package__, "verbs.toml")
    verbs = {lemma: frozenset(frames.split()) for kind in ("said", "judged", "thought") for lemma, frames in data[kind].items()}
    return Lexicon(
        verbs,
        frozenset(data["said"]),
        {(words.split()[0], words.split()[1]): frozenset(frames.split()) for words, frames in data["phrasal"].items()},
        {word: frozenset(frames.split()) for word, frames in data["adjectives"].items()},
        {word: frozenset(frames.split()) for word, frames in data["nouns"].items()},
    )
