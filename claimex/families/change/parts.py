"""Beside a word of change: its amounts, from and to what, and when; and the reading made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.families._family import Phrase, Reading, Slot
from claimex.families.change.ends import in_words
from claimex.families.change.period import period_of
from claimex.families.change.words import MAX_REACH, PLACES, free
from claimex.spans import Extent, trimmed
from claimex.syntax import phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Cue
    from claimex.layers import Layers
    from claimex.quantities import Quantity

__all__ = ["Moved", "amounts", "reading"]

KNOWN = frozenset({"the", "this", "these", "those"})
SUMS = frozenset({"rate", "total", "average", "gain", "loss", "increase", "rise", "fall", "drop", "decline", "cut", "margin"})
PORTIONS = {
    "by": frozenset({"half", "third", "quarter", "fifth", "tenth", "factor", "fraction", "point", "notch", "one"}),
    "in": frozenset({"half"}),
}
REACHING = frozenset({"above", "below", "past", "beyond"})  # "climbed above 8,000": a level, not by how much


@dataclass(frozen=True, slots=True)
class Moved:
    """What a word of change was read to say: the way, the head and words of its clause, what moved, and the amounts.

    `when` are the words in which its time is looked for, where those are not the whole clause.
    """

    way: str | None
    head: Token
    clause: Extent
    subject: Extent | None
    slots: dict[str, Slot]
    when: Extent | None = None


def amounts(head: Token, first: int, layers: Layers) -> dict[str, Slot]:
    """The amounts that hang on a word: how much ("by 5%", "5%"), "from" and "to" what."""
    doc = layers.doc
    slots: dict[str, Slot] = {}
    stop = min(head.sent.end, head.i + MAX_REACH, head.right_edge.i + 1)
    for item in layers.quantities.within(first, stop):
        if item.kind == "score" or not hangs_on(doc, item, head):
            continue
        if item.kind == "age" and doc[item.at.i - 1].lower_ not in {"from", "to", "by"}:
            continue  # but "raised the age from 62 to 64"
        if item.kind == "duration" and head.lemma_ == "gain":
            continue  # "gains of two years": held so long
        before = link_of(item, head)
        name = name_of(before, head) if doc[item.at.i].lower_ not in REACHING else "to"
        if name == "to" and before.lower_ == "at" and any(token.lower_ == "rate" for token in doc[item.at.j : item.at.j + 3]):
            name = "amount"  # "grew at a 4 percent annual rate"
        if name == "to" and before.lower_ == "at" and head.tag_ not in {"VBD", "VBZ", "VBN", "VB", "VBP", "VBG"}:
            continue
        if name is None and item.kind != "duration" and (before.i == head.i or before.dep_ in {"advmod", "prt"}):
            name = "amount"
        if name is not None:
            slots.setdefault(name, Phrase(item.at, quantity=item.id))
    return part_moved(head, place_reached(head, in_words(head, slots)))


def link_of(item: Quantity, head: Token) -> Token:
    """The word that links the amount to what is before it: "to" in "to a record 5 million"."""
    doc = head.doc
    before = doc[item.at.i - 1]
    while before.i - 2 > head.i and before.nbor(-1).tag_ == "HYPH":  # "a better-than-expected 5%"
        before = before.nbor(-2)
    for _ in range(3):
        if before.i <= head.i or not (
            before.tag_ in {"DT", "RB", "JJ", "JJR"} or before.lower_ in {"record", "total", "estimated"}
        ):
            break
        before = before.nbor(-1)
    return before


def name_of(link: Token, head: Token) -> str | None:
    """The slot that the linking word opens; of "of", by the noun before it: "to a low of 5", "at a rate of 5"."""
    if link.lower_ == "of" and link.head.i != head.i and link.head.dep_ == "pobj" and link.head.lemma_ != "rate":
        over = link.head.head
        return {"from": "from", "to": "to", "by": "amount", "at": "to"}.get(over.lower_) if over.head.i == head.i else None
    if link.lower_ == "of" and link.head.i != head.i and link.head.lemma_ not in SUMS:
        return None  # "instead of 4 percent"
    return {"from": "from", "to": "to", "by": "amount", "of": "amount", "at": "to", "-": "to", "past": "to"}.get(link.lower_)


def place_reached(head: Token, slots: dict[str, Slot]) -> dict[str, Slot]:
    """With a rank or a high that was reached: "fell to fourth place", "rose to a record high"."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "to" and "to" not in slots:
            noun = next((word for word in child.rights if word.dep_ == "pobj"), None)
            if noun is not None and noun.lower_ in PLACES:
                slots["to"] = Phrase(phrase(noun))
    return slots


def part_moved(head: Token, slots: dict[str, Slot]) -> dict[str, Slot]:
    """With an amount that is a part or a factor in words: "cut in half", "fell by a third", "rose by a factor of two"."""
    if "amount" in slots:
        return slots
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"by", "in"}:
            noun = next((word for word in child.rights if word.dep_ == "pobj"), None)
            if noun is not None and noun.lower_ in PORTIONS[child.lower_]:
                end = phrase(noun).j if noun.lower_ == "factor" else noun.i + 1
                slots["amount"] = Phrase(trimmed(head.doc, noun.left_edge.i, end))
    return slots


def hangs_on(doc: Doc, item: Quantity, head: Token) -> bool:
    """Whether no other verb's clause lies between the amount and the word."""
    return free(doc, head.i + 1, item.at.i)


def reading(cue: Cue, found: Moved, layers: Layers) -> Reading:
    """The reading with its direction and its period."""
    clause, subject, slots = found.clause, found.subject, found.slots
    period = period_of(found.head, found.when or clause, cue, slots, layers)
    filled: dict[str, Slot] = {
        **({"direction": found.way} if found.way else {}),
        **{name: slots[name] for name in ("amount", "from", "to") if name in slots},
    }
    taken = [slot.at for slot in filled.values() if isinstance(slot, Phrase) and slot.at is not None]
    if period is not None and period.at is not None and not any(at.overlaps(period.at) for at in taken):
        filled["period"] = period
    subject = before_amounts(subject, taken, found.head.doc)
    if subject is not None and subject.i < cue.at.i < subject.j and subject.start >= clause.start:
        subject = None
    when = period.date if period is not None else None
    if is_known(found.head):
        return Reading(cue.at, clause, found.head.i, subject, filled, when=when, polarity="affirmed", certainty="asserted")
    return Reading(cue.at, clause, found.head.i, subject, filled, when=when)


def is_known(head: Token) -> bool:
    """Whether the move is taken for granted: "the rise in pay was not enough" denies something else."""
    return head.tag_[0] == "N" and any(child.lower_ in KNOWN or child.dep_ == "poss" for child in head.lefts)


def before_amounts(subject: Extent | None, taken: list[Extent], doc: Doc) -> Extent | None:
    """What moved, without the amounts that the parser hung on it: "its stake to 20%" is "its stake"."""
    if subject is None:
        return None
    first = min(
        (at.i for at in taken if subject.i + 1 < at.i < subject.j and doc[at.i - 1].lower_ in {"by", "to", "from", "of"}),
        default=None,
    )
    return subject if first is None else trimmed(doc, subject.i, first - 1)
