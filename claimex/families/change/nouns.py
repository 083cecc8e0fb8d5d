"""A noun or participle of change in ("a rise in sales", "rising prices"); its reading out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import noun_words
from claimex.families._family import Phrase, Reading, Slot
from claimex.families._told import told
from claimex.families.change.parts import Moved, amounts, reading
from claimex.families.change.words import (
    BLOCKED,
    LEVELS,
    MODIFIER_WAYS,
    MOVABLE_KINDS,
    NO_MOVE,
    NOUN_WAYS,
    PERSONS,
    is_level,
    is_unsure,
    lemma,
)
from claimex.families.quantity.amounts import bare
from claimex.spans import Extent, trimmed
from claimex.syntax import asserts, clause_head, is_verb, phrase, subject_of, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["by_modifier", "by_noun"]

# Nouns that need no name of a level behind them.
SEEING = frozenset({"see", "be", "report", "have", "record", "show", "post", "register", "suffer", "enjoy", "experience"})
PLAIN = frozenset({"increase", "decrease", "reduction", "decline", "growth"})


def by_noun(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "a 5 percent rise in sales", "the decline in intake", "price cuts", "job growth"."""
    noun = layers.doc[cue.at.i]
    slots = amounts_of(noun, layers)
    if is_untold_noun(noun) or is_earned(noun, slots, layers):
        return None
    level = level_after(noun, slots, layers)
    if level is not None:
        add_share(level, slots, layers)
    elif (level := level_before(noun)) is not None:
        if level.lower_ == "time" and level.i and level.nbor(-1).text == "-":
            return None  # "a one-time gain"
        if lemma(level) == "tax" and not slots:
            return None  # "a tax cut": a measure, often only planned
    elif "amount" not in slots:
        return None
    words = noun_words(noun)
    clause = told(noun, words)
    if clause is None and not slots:
        return None  # a heading that only names it
    found = Moved(NOUN_WAYS[lemma(noun)], noun, clause or words, moved_noun(noun, level), slots, when_told(noun, words, clause))
    return reading(cue, found, layers)


def when_told(noun: Token, words: Extent, clause: Extent | None) -> Extent:
    """Where the time of a move stands that a noun names: in its clause, where the verb only tells that it came."""
    return clause if clause is not None and clause_head(noun).lemma_ in SEEING else words


def is_untold_noun(noun: Token) -> bool:
    """Whether no move is told: it is feared, supposed ("for each rise"), a profit, or another thing ("a storm surge")."""
    if not asserts(noun) or is_unsure(noun) or is_profit(noun):
        return True
    return any(
        (child.dep_ == "compound" and child.lower_ in NO_MOVE) or child.lower_ in {"each", "every", "any"} for child in noun.lefts
    )


def amounts_of(noun: Token, layers: Layers) -> dict[str, Slot]:
    """The amounts behind the noun, and the one before it ("a 5 percent rise")."""
    slots = amounts(noun, noun.i + 1, layers)
    before = next((item for item in layers.quantities.within(noun.left_edge.i, noun.i + 1) if item.kind in MOVABLE_KINDS), None)
    if before is not None and before.kind != "count":
        slots.setdefault("amount", Phrase(before.at, quantity=before.id))
    return slots


def level_after(noun: Token, slots: dict[str, Slot], layers: Layers) -> Token | None:
    """What moved, behind "in" or "of": "a rise in sales"; not a place ("an increase in Chile in thefts"), date or amount."""
    level = named_after(noun)
    if level is not None and level.ent_type_ == "GPE":
        level = named_after(level) or level
    if level is None or layers.quantities.at(level.i) is not None or layers.dates.at(level.i) is not None:
        return None
    return level if is_level(level) or slots or lemma(noun) in PLAIN else None


def named_after(noun: Token) -> Token | None:
    return next(
        (part for prep in noun.rights if prep.lower_ in {"in", "of"} for part in prep.rights if part.dep_ == "pobj"), None
    )


def level_before(noun: Token) -> Token | None:
    return next((child for child in noun.lefts if child.dep_ in {"compound", "poss"} and is_level(child)), None)


def add_share(level: Token, slots: dict[str, Slot], layers: Layers) -> None:
    """With the amount that the parser hung on the level: "growth in output of 3 percent"."""
    for item in layers.quantities.within(level.i, level.right_edge.i + 1):
        if item.kind == "percent" and word_at(level.doc, item.at.i - 1) == "of":
            slots.setdefault("amount", Phrase(item.at, quantity=item.id))


def is_profit(noun: Token) -> bool:
    """As in "capital gains", "a realised gain of 3 million": money earned, no move of a level."""
    return lemma(noun) == "gain" and any(
        child.lower_ in {"capital", "investment", "realized", "realised", "tax", "pretax", "net", "one"} for child in noun.lefts
    )


def is_earned(noun: Token, slots: dict[str, Slot], layers: Layers) -> bool:
    """As in "a 3 million gain on a mill that was sold": money earned or lost in one deal."""
    amount = slots.get("amount")
    if lemma(noun) != "gain" or not isinstance(amount, Phrase) or not amount.quantity:
        return False
    dealt = any(child.dep_ == "prep" and child.lower_ in {"on", "from"} for child in noun.rights)
    return dealt and layers.quantities[amount.quantity].kind == "money"


def moved_noun(noun: Token, level: Token | None) -> Extent | None:
    """What moved, of a noun: what stands after "in" or "of", before it, or the subject that saw it."""
    if level is not None:
        return phrase(level) if level.i > noun.i else trimmed(noun.doc, level.left_edge.i, level.i + 1)
    verb = clause_head(noun)
    found = subject_of(verb) if is_verb(verb) else None
    named = found is not None and found.i != noun.i and found.lower_ not in PERSONS and found.tag_ not in {"DT", "WDT"}
    return phrase(found) if found is not None and named else None


def by_modifier(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "rising prices", "increased attention", "the decreasing consumption of salt"."""
    word = layers.doc[cue.at.i]
    noun = word.head
    if (
        word.dep_ != "amod"
        or noun.i <= word.i
        or word_at(word.doc, word.i + 1) in {"-", "–"}
        or (word_at(word.doc, word.i - 1) == "-" and lemma(noun) not in LEVELS)
        or noun.tag_ not in {"NN", "NNS"}
        or noun.dep_ == "compound"
        or lemma(noun) in BLOCKED
        or not asserts(noun)
        or is_unsure(noun)
    ):
        return None
    if lemma(noun) not in LEVELS and word.lower_ in {
        "raised",
        "elevated",
        "expanded",
        "falling",
        "sinking",
        "dropping",
        "booming",
        "lowered",
        "improved",
    }:
        return None
    i = word.i + 1
    subject = trimmed(noun.doc, i, max(bare(noun).j, noun.i + 1))
    words = noun_words(noun)
    clause = told(noun, words)
    if clause is None:
        return None  # a heading that only names it
    return reading(cue, Moved(MODIFIER_WAYS[word.lower_], noun, clause, subject, {}, when_told(noun, words, clause)), layers)
