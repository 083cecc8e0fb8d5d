"""A cue that denies all instances before, or says all in one word, in; its reading out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase, Reading, Slot
from claimex.families._periods import period_of, when_of, words_of
from claimex.families._ranked import class_of, ranked_noun, verb_words
from claimex.families._standing import joined, standing
from claimex.families.rarity.reading import kind_of_subject
from claimex.spans import trimmed
from claimex.syntax import SUBJECT_DEPS, asserts, clause_head, clause_with_antecedent, is_verb, phrase, subject_phrase, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.families._periods import Period
    from claimex.layers import Layers

__all__ = ["by_denial", "by_word", "by_yet"]

# Verbs of being, thinking and saying, whose "never" denies a state or a word, not a deed.
STATES = frozenset({
    "be", "have", "know", "think", "want", "mean", "feel", "like", "love", "need", "intend", "believe", "expect", "seem", "care",
    "mind", "understand", "realise", "realize", "say", "tell", "mention", "doubt", "get", "go", "let", "hope", "remember",
    "forget", "imagine", "stop", "cease", "fail", "miss", "dream", "see", "hear",
})  # fmt: skip


HALF = frozenset({"much", "often", "enough", "well", "fully", "regularly"})
MENTAL = frozenset({"think", "want", "know", "feel", "mean", "doubt", "believe", "understand", "imagine", "care", "mind", "hear"})


def by_denial(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Has never lost a final", "nobody has ever done so", "no president has visited since 1928", "not since the war"."""
    doc, at = layers.doc, cue.at
    word = doc[at.i]
    verb = clause_head(word.head if word.dep_ in {"det", "neg", "advmod"} and word.head.i != word.i else word)
    if not is_verb(verb) or not asserts(verb):
        return None
    if any(child.lower_ in {"would", "'d", "’d", "should", "could", "will", "can"} for child in verb.lefts):
        return None
    clause = clause_with_antecedent(verb)
    period = period_of(at.i, clause.j, layers)
    if is_inverted(verb, word):
        return turned(cue, verb, period, layers)
    perfect = any(t.dep_ == "aux" and t.lemma_ == "have" for t in verb.children) or leads(word)
    ever = any(t.lower_ in {"ever", "before", "previously"} and t.head.i == verb.i for t in verb.children)
    counted = period is not None and period.how in {"since", "in"}
    if word.lower_ == "never":
        if not (perfect or ever or (counted and verb.tag_ == "VBD") or is_deed(verb)) or is_felt(verb, at.j - at.i):
            return None
    elif not (perfect and not is_half(verb) and (ever or counted or is_untried(word, verb))):
        return None
    slots: dict[str, Slot] = {"rank": "never", "of": kind_of_subject(verb), "activity": Phrase(verb_words(verb, period))}
    slots["period"] = words_of(period) if counted else None
    name = "not-since" if counted else "never-before"
    return Reading(at, clause, verb.i, subject_phrase(verb), slots, when=None, pattern=name, polarity="negated")


def is_inverted(verb: Token, word: Token) -> bool:
    """As in "Not since 1974 has a government fallen": the parser makes a clause of what follows "has"."""
    return verb.lemma_ == "have" and leads(word) and any(child.dep_ == "ccomp" for child in verb.rights)


def turned(cue: Cue, verb: Token, period: Period | None, layers: Layers) -> Reading:
    """The reading of an inverted denial."""
    doc = layers.doc
    deed = next(child for child in verb.rights if child.dep_ == "ccomp")
    subject = next((child for child in deed.lefts if child.dep_ in SUBJECT_DEPS), None)
    said = verb_words(deed, period)
    slots: dict[str, Slot] = {"rank": "never", "of": kind_of_subject(deed), "activity": Phrase(said), "period": words_of(period)}
    name = "not-since" if period is not None and period.how in {"since", "in"} else "never-before"
    clause = joined(doc, cue.at, clause_with_antecedent(verb), said)
    whom = phrase(subject) if subject is not None else None
    return Reading(cue.at, clause, verb.i, whom, slots, pattern=name, polarity="negated", tense="past")


def is_half(verb: Token) -> bool:
    """As in "has not played much in recent years": some of it."""
    return any(t.lower_ in HALF and t.head.i == verb.i for t in verb.rights)


def is_felt(verb: Token, words: int) -> bool:
    """As in "I have never been so proud", "never stood a chance", "had never heard of it": a feeling, a way of speaking."""
    if words > 1:  # "never before"
        return False
    if any(t.dep_ == "dobj" and t.lower_ in {"chance", "doubt", "mind", "idea"} for t in verb.rights):
        return True
    if verb.lemma_ in MENTAL:
        return True
    speaker = any(t.dep_ in SUBJECT_DEPS and t.lower_ in {"i", "you"} for t in verb.lefts)
    return speaker and verb.lemma_ in STATES


def is_deed(verb: Token) -> bool:
    """Whether a plain past says what somebody did: "never won a title"; not "never knew", "never answered the letter"."""
    if verb.tag_ != "VBD" or verb.lemma_ in STATES:
        return False  # and not "never asked anybody"
    prep = next((t for t in verb.rights if t.dep_ == "prep"), None)
    thing = next((t for t in (*verb.rights, *(prep.rights if prep is not None else ())) if t.dep_ in {"dobj", "pobj"}), None)
    if thing is None or thing.lower_ in {"anybody", "anyone", "anything", "somebody", "someone"}:
        return False
    owners = {t.lower_ for t in thing.lefts if t.dep_ in {"det", "poss"}}
    return thing.tag_ in {"NNP", "NNS"} or bool(owners & {"a", "an", "any"}) or (thing.tag_ == "NN" and not owners)


def is_untried(word: Token, verb: Token) -> bool:
    """As in "nobody has looked at these together", "no rock has been studied in such detail"; not "no one has been hurt"."""
    if word.lower_ == "nobody" or word_at(word.doc, word.i + 1) == "one":
        passive = any(t.dep_ == "auxpass" for t in verb.lefts)
        return word.dep_ in SUBJECT_DEPS | {"det"} and not passive and verb.lemma_ not in STATES | {"claim", "come", "respond"}
    return word.lower_ == "no" and any(t.lower_ in {"such", "so"} for t in word.doc[verb.i : verb.right_edge.i + 1])


def leads(word: Token) -> bool:
    """Whether the denial opens an inverted sentence: "Never has ...", "Not since 1945 has ..."; not "Not that ..."."""
    return word.i == word.sent.start and (
        word.lower_ == "never" or word_at(word.doc, word.i + 1) in {"since", "in", "for", "until"}
    )


def by_yet(cue: Cue, layers: Layers) -> Reading | None:
    """As in "he has yet to win a title": it has never happened so far."""
    word = layers.doc[cue.at.i]
    deed = next((child for child in word.rights if child.dep_ == "xcomp" and is_verb(child)), None)
    if deed is None or not asserts(word):
        return None
    slots: dict[str, Slot] = {"rank": "never", "of": None, "activity": Phrase(verb_words(deed)), "period": None}
    clause = joined(layers.doc, clause_with_antecedent(word), verb_words(deed))
    return Reading(cue.at, clause, word.i, subject_phrase(word), slots, pattern="yet-to", polarity="negated", tense="past")


def by_word(cue: Cue, layers: Layers) -> Reading | None:
    """One word that says it all: unprecedented, unbeaten, unique, debut, maiden, inaugural."""
    doc, at = layers.doc, cue.at
    word = doc[at.j - 1]
    if layers.names.at(word.i) is not None and word.tag_.startswith("NNP"):
        return None
    rank = {"unprecedented": "first", "debut": "first", "unique": "only", "unbeaten": "never"}[cue.pattern]
    noun = ranked_noun(word)
    if word.lower_ == "unique" and word.dep_ != "acomp":
        return None  # "a unique show" praises; "is unique" asserts
    if (
        word.lower_ == "debut"
        and noun.i == word.i
        and not (word.dep_ == "dobj" and word.head.lemma_ in {"make", "mark", "enjoy"})
    ):
        return None  # "a record for a debut"
    if noun.i == word.i and word.dep_ == "acomp":
        verb = word.head
        if not asserts(verb) or is_of_all(verb):
            return None
        clause, head, subject = clause_with_antecedent(verb), verb, subject_phrase(verb)
    else:
        place = standing(noun)
        clause, head, subject = place.clause, place.head, place.subject
        if not asserts(head):
            return None
        if word.lower_.startswith("debutant") and noun.i != word.i:  # "beat debutants Iceland"
            clause, subject = phrase(noun), trimmed(doc, word.i + 1, noun.i + 1)
    period = period_of(at.j, clause.j, layers)
    of = class_of(noun, first=at.j, period=period) if noun.i != word.i else None
    slots: dict[str, Slot] = {"rank": rank, "of": of, "activity": None, "period": words_of(period)}
    clause = joined(doc, clause, at)
    return Reading(at, clause, head.i, subject, slots, when=when_of(clause, period, layers, after=clause.i), pattern=cue.pattern)


def is_of_all(verb: Token) -> bool:
    """As in "All schools are unique": said of every one, it ranks none."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECT_DEPS), None)
    return subject is not None and subject.left_edge.lower_ in {"all", "each", "every", "everyone", "everybody"}
