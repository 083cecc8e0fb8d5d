"""The words of comparing, and the reading that each of them makes: its clause, what is compared, with what, by how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimex.families._clause import noun_words, tight
from claimex.families._family import Phrase, Reading, Slot
from claimex.families.comparison.compared import subject_for, told_of
from claimex.families.quantity.amounts import bare
from claimex.lists import table
from claimex.spans import Extent, trimmed
from claimex.syntax import clause_head, clause_with_antecedent, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.layers import Layers

__all__ = [
    "COMPARATIVE",
    "FIXED",
    "GAMES",
    "GAME_WAYS",
    "HAD",
    "LESS",
    "NOT_AS",
    "NOT_OTHER",
    "NOT_THAN",
    "NOUNS",
    "OPEN",
    "REACH",
    "RUNNING",
    "SEEMING",
    "TIMES",
    "VERBS",
    "VERB_WAYS",
    "is_liked",
    "is_name",
    "reading",
    "rewritten",
    "way_of",
]  # X

WORDS: dict[str, Any] = table("claimex.families.comparison", "words.toml")
LESS = frozenset(WORDS["less"])
OPEN = sorted(WORDS["open"])
FIXED = frozenset(WORDS["fixed"])
VERB_WAYS: dict[str, str] = {word: way for way, words in WORDS["verbs"].items() for word in words}
GAME_WAYS: dict[str, str] = {word: way for way, words in WORDS["games"].items() for word in words}
VERBS, GAMES = sorted(VERB_WAYS), sorted(GAME_WAYS)
HAD = frozenset({"higher", "greater", "larger", "smaller", "fewer", "better", "worse", "longer", "shorter"})
COMPARATIVE = frozenset({"JJR", "RBR"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NOT_THAN = frozenset({"rather", "other", "else", "sooner", "otherwise", "later"})
# "More than likely", "more than happy", "more than just": a degree, not a comparison.
NOT_OTHER = frozenset(
    {
        "anything",
        "ever",
        "usual",
        "likely",
        "happy",
        "just",
        "welcome",
        "enough",
        "willing",
        "not",
        "a",
        "merely",
        "simply",
        "capable",
    }
)
NOT_AS = frozenset(
    {
        "well",
        "soon",
        "long",
        "far",
        "early",
        "recently",
        "late",
        "such",
        "yet",
        "quickly",
        "possible",
        "little",
        "often",
        "opposed",
        "low",
    }
)
LIKING = frozenset({"like", "love", "hate", "enjoy", "prefer", "trust", "respect", "admire"})
RUNNING = frozenset({"finish", "lag", "trail", "place", "rank", "qualify", "stay", "slip"})
SEEMING = frozenset({"be", "look", "sound", "feel", "taste", "smell", "act", "behave", "become"})
TIMES = frozenset({"times"})
STRANDED = 3  # tokens between a subject that the parser lost and its verb
REACH = 12  # tokens between a comparative and its "than"; further ones belong to another clause


def way_of(word: Token) -> str:
    """Whether a comparative says more or less."""
    return "less" if word.lower_ in LESS else "more"


def reading(at: Extent, way: str | None, word: Token, other: Extent | None, layers: Layers) -> Reading:
    """The reading with its clause, subject and the amount before the comparing word."""
    verb = clause_head(word)
    if verb.dep_ in {"acomp", "oprd"} and is_verb(verb.head) and verb.tag_ == "VBN":  # "is less affected than"
        verb = verb.head
    slots: dict[str, Slot] = {"direction": way} if way else {}
    if other is not None:
        slots["other"] = Phrase(other)
    amount = layers.quantities.at(at.i - 1) if at.i else None
    if amount is not None and amount.kind not in {"age", "score"}:
        slots["amount"] = Phrase(amount.at, quantity=amount.id)
    if not is_verb(verb):
        whole = noun_words(verb)
        clause = trimmed(verb.doc, min(whole.i, at.i), max(whole.j, at.j, other.j if other is not None else 0))
        return Reading(at, clause, verb.i, bare(verb) if verb.tag_ in NOUNS and verb.i < at.i else None, slots)
    clause = clause_with_antecedent(verb) if verb.dep_ in {"relcl", "acl"} else tight(verb)
    if not (clause.i <= at.i and at.j <= clause.j):
        clause = trimmed(verb.doc, min(clause.i, at.i), max(clause.j, at.j))
    if other is not None and clause.i <= other.i < clause.j < other.j:
        clause = trimmed(verb.doc, clause.i, other.j)
    subject = subject_for(word, verb)
    over = told_of(verb)
    if over is not None:  # "the Bay is a lake which is deeper than ..."
        clause, subject = trimmed(verb.doc, over.i, max(clause.j, verb.i + 1)), over
    elif subject is not None and subject.j <= clause.i and subject.i >= verb.sent.start and subject.j > clause.i - STRANDED:
        clause = trimmed(verb.doc, subject.i, clause.j)
    return Reading(at, clause, verb.i, subject, slots)


def is_liked(verb: Token) -> bool:
    """As in "I like it more than the other": a liking."""
    return verb.lemma_ in LIKING and any(child.dep_ == "nsubj" and child.lower_ in {"i", "we"} for child in verb.lefts)


def rewritten(found: Reading, slots: dict[str, Slot]) -> Reading:
    return Reading(found.cue, found.clause, found.head, found.subject, slots)


def is_name(word: Token) -> bool:
    return word.text[0].isupper() and not word.is_sent_start
