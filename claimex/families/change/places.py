"""An adverb or adjective that says where a level went or that it stayed in ("up 5%", "unchanged"); its reading out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import tight
from claimex.families._family import Phrase, Reading, Slot
from claimex.families.change.mood import is_untold
from claimex.families.change.parts import Moved, amounts, reading
from claimex.families.change.words import MOVED_WAYS, STANDING, is_level
from claimex.spans import trimmed
from claimex.syntax import asserts, clause_head, is_verb, phrase, subject_of, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers
    from claimex.quantities import Quantity

__all__ = ["by_place", "by_stillness"]

SUMS = frozenset({"percent", "money"})
# Of a price at the end of a day; "is 5 percent higher" compares.
TRADED = frozenset({"close", "end", "finish", "trade", "open", "stand", "settle"})
NEAR = 4  # tokens: "makes up 16 percent"


def by_place(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "shares were up 5 percent", "profits, down 3% on last year", "the index closed 2 percent lower"."""
    doc = layers.doc
    word = doc[cue.at.j - 1]
    slots = moves(word, layers)
    if not slots or not asserts(word):
        return None
    verb = clause_head(word)
    if word.dep_ == "amod" or (is_verb(verb) and is_untold(verb)):
        return None  # "the lower 95 percent"
    if is_verb(verb) and verb.i < word.i and verb.lemma_ not in STANDING and abs(verb.i - word.i) < NEAR:
        return None  # "makes up 16 percent", "rose up 5%"
    mover = subject_of(verb) if is_verb(verb) else None
    reported = reported_of(verb, word)
    who = phrase(mover) if mover is not None else None
    if reported is not None:
        who = trimmed(doc, reported.left_edge.i, reported.i + 1)
    reached = (stands_at(verb, word, layers) or amounts(verb, verb.i + 1, layers).get("to")) if verb.i < word.i else None
    if isinstance(reached, Phrase) and reached.at is not None and not overlaps(reached, slots):
        slots.setdefault("to", reached)  # "closed at 41.25, down 1.50"
    return reading(cue, Moved(MOVED_WAYS[word.lower_], verb, tight(verb), who, slots), layers)


def moves(word: Token, layers: Layers) -> dict[str, Slot]:
    """The amounts beside the word: "up 5 percent at 30", "2 percent lower at 30", "up from 58 percent"."""
    doc, k = word.doc, word.i + 1
    item = starting(k, layers)
    slots: dict[str, Slot] = {}
    if item is not None and item.kind in SUMS:
        slots["amount"] = Phrase(item.at, quantity=item.id)
        k = item.at.j
    elif item is None and clause_head(word).lemma_ in TRADED and word_at(doc, k) != "than":
        before = layers.quantities.at(word.i - 1)
        if before is None or before.at.j != word.i or before.kind not in SUMS:
            return {}
        slots["amount"] = Phrase(before.at, quantity=before.id)
    elif word_at(doc, k) != "from" or clause_head(word).lemma_ != "be":
        return {}
    name = {"from": "from", "at": "to", "to": "to"}.get(word_at(doc, k))
    other = starting(k + 1, layers) if name is not None else None
    if name is not None and other is not None and other.kind != "duration":
        slots[name] = Phrase(other.at, quantity=other.id)
    return slots


def stands_at(verb: Token, word: Token, layers: Layers) -> Phrase | None:
    """The level that the clause tells before the word: "sales were 14 million, down from 21 million"."""
    if verb.lemma_ != "be":
        return None
    item = next((item for item in layers.quantities.within(verb.i + 1, word.i) if item.kind != "duration"), None)
    return Phrase(item.at, quantity=item.id) if item is not None and item.at.i - verb.i < NEAR else None


def starting(i: int, layers: Layers) -> Quantity | None:
    """The amount that begins at token `i`."""
    item = layers.quantities.at(i) if i < len(layers.doc) else None
    return item if item is not None and item.at.i == i else None


def reported_of(verb: Token, word: Token) -> Token | None:
    """What went up or down where it is not the clause's subject."""
    beside = word.nbor(-1) if word.i else word
    if beside.i > verb.i and is_level(beside) and beside.dep_ == "conj":
        return beside  # "imports were up 3 percent and exports down 1 percent"
    told = next((child for child in verb.rights if child.dep_ in {"dobj", "attr"} and child.i < word.i), None)
    return told if told is not None and is_level(told) else None  # "reported sales of 5 million, up 9%"


def overlaps(reached: Phrase, slots: dict[str, Slot]) -> bool:
    return any(
        isinstance(slot, Phrase) and slot.at is not None and slot.at.overlaps(reached.at) for slot in slots.values() if reached.at
    )


def by_stillness(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "rates remained unchanged", "prices held steady": the level did not move."""
    word = layers.doc[cue.at.j - 1]
    verb = clause_head(word)
    if not is_verb(verb) or not asserts(verb) or verb.lemma_ not in {"remain", "stay", "hold", "keep", "leave", "be", "stand"}:
        return None
    obj = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    mover = obj if obj is not None and verb.lemma_ in {"hold", "keep", "leave"} else subject_of(verb)
    if mover is None or not (is_level(mover) or word.lower_ == "unchanged"):
        return None
    slots = {name: slot for name, slot in amounts(verb, verb.i + 1, layers).items() if name != "amount"}
    return reading(cue, Moved("same", verb, tight(verb), phrase(mover), slots), layers)
