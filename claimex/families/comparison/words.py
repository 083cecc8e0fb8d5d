"""The words of comparing, and the reading that each of them makes: its clause, what is compared, with what, by how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimex.families._clause import noun_words, tight
from claimex.families._family import Phrase, Reading, Slot
from claimex.families.quantity.amounts import bare
from claimex.lists import table
from claimex.spans import Extent, trimmed
from claimex.syntax import clause_head, clause_with_antecedent, is_verb, phrase, subject_of

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
    "subject_for",
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
BRACKETS = frozenset({"-LRB-", "-RRB-"})
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
CLIMB = 4  # heads from a comparative to the "as" before it
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
    return Reading(at, clause, verb.i, subject_for(word, verb), slots)


def subject_for(word: Token, verb: Token) -> Extent | None:
    """What is compared: the noun that a comparative describes from behind or inside a phrase, else the clause's subject."""
    noun = word.head
    if word.lower_ == "same" and noun.tag_ in NOUNS:
        return subject_of_same(noun, verb)
    if (
        word.dep_ in {"amod", "acl", "relcl"}
        and noun.tag_ in NOUNS
        and (noun.i < word.i or noun.dep_ in {"pobj", "nsubj", "nsubjpass"})
    ):
        return bare(noun) if noun.i > word.i else trimmed(noun.doc, noun.left_edge.i, noun.i + 1)
    seen = seen_as(word, verb)
    if seen is not None:
        return phrase(seen)
    found = subject_of(verb)
    if found is not None and found.tag_ in BRACKETS:  # "[the cold] is worse than": the bracket is taken for the subject
        found = next((found.doc[k] for k in range(found.i - 1, found.sent.start - 1, -1) if found.doc[k].is_alpha), None)
    if found is None or found.tag_ in {"WDT", "WP"}:
        return None
    whole, after = phrase(found), next(iter(found.rights), None)
    numbered = after is not None and after.i == whole.j and after.dep_ == "nummod"  # "HD 4203"
    return trimmed(found.doc, whole.i, whole.j + 1) if numbered else whole


def subject_of_same(noun: Token, verb: Token) -> Extent | None:
    """Who has "the same size as" another: "a boat about the same size", "they ruled on the same day"."""
    over = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in {"pobj", "npadvmod", "appos"} and over.tag_ in NOUNS and over.i < noun.i:
        return trimmed(noun.doc, next(t.i for t in noun.doc[phrase(over).i : over.i + 1] if t.tag_ != "IN"), over.i + 1)
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return bare(noun)
    found = subject_of(verb)
    return phrase(found) if found is not None and found.tag_ not in {"WDT", "WP"} else None


def seen_as(word: Token, verb: Token) -> Token | None:
    """The object of a verb of seeing, where the comparative follows "as": "regarded the debate as more civil than the last"."""
    token = word
    for _ in range(CLIMB):
        if token.lower_ == "as" and token.head.i == verb.i:
            return next((child for child in verb.rights if child.dep_ == "dobj" and child.i < token.i), None)
        if token.i in {verb.i, token.head.i}:
            break
        token = token.head
    return None


def is_liked(verb: Token) -> bool:
    """As in "I like it more than the other": a liking."""
    return verb.lemma_ in LIKING and any(child.dep_ == "nsubj" and child.lower_ in {"i", "we"} for child in verb.lefts)


def rewritten(found: Reading, slots: dict[str, Slot]) -> Reading:
    return Reading(found.cue, found.clause, found.head, found.subject, slots)


def is_name(word: Token) -> bool:
    return word.text[0].isupper() and not word.is_sent_start
