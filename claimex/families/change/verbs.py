"""A verb of rising or falling in; what moved, which way, by how much, from and to what level, and when, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import tight
from claimex.families._family import Phrase, Reading, Slot
from claimex.families._told import told
from claimex.families.change.mood import is_conditional, is_intended, is_purpose, is_supposed, is_untold
from claimex.families.change.parts import Moved, amounts, reading
from claimex.families.change.senses import is_idiom, moved
from claimex.families.change.words import (
    BECOMING,
    DIRECTIONS,
    DOWN,
    FACTOR_VERBS,
    HOLDING,
    LESSENED,
    MOVED_WAYS,
    STRONG,
    UP,
    degree,
    is_level,
    is_person,
    lemma,
)
from claimex.spans import trimmed
from claimex.syntax import SUBJECT_DEPS, asserts, clause_with_antecedent, phrase, subject_of, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers
    from claimex.quantities import Quantity

__all__ = ["by_becoming", "by_particle", "by_switch", "by_verb", "parts_of_verb"]


def by_verb(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "sales rose 5 percent", "the council cut its budget from 10 to 8 million", "it doubled the lead"."""
    doc = layers.doc
    verb = doc[cue.at.i]
    if not asserts(verb) or verb.dep_ in {"amod", "compound", "aux", "auxpass"} or is_supposed(verb) or is_untold(verb):
        return None
    word = lemma(verb)
    particle = next((child for child in verb.rights if child.dep_ == "prt"), None)
    mover, slots = parts_of_verb(verb, layers)
    if (particle is not None and particle.lower_ in {"out", "off", "apart", "in", "over"} and not slots) or is_idiom(
        verb, word, slots, layers
    ):
        return None
    if (mover is None and not slots) or is_purpose(verb) or (not slots and (is_intended(verb, mover) or is_conditional(verb))):
        return None
    alone = not slots and not any(child.dep_ in {"dobj", "nsubjpass"} for child in verb.children)
    if alone and mover is not None and is_person(mover, layers):
        return None
    if word not in STRONG and not moved(verb, word, mover, slots, layers):
        return None
    if (
        "amount" not in slots
        and (found := degree(verb)) is not None
        and found.lower_ not in {"again", "further", "more", "nearly"}
    ):
        slots["amount"] = Phrase(trimmed(doc, found.i, found.i + 1))
    if word in FACTOR_VERBS and "amount" not in slots:
        slots["amount"] = Phrase(cue.at)
    clause = clause_with_antecedent(verb) if verb.dep_ in {"relcl", "acl"} else tight(verb)
    if verb.tag_ == "VBG" and not any(child.dep_ in SUBJECT_DEPS for child in verb.lefts):
        clause = told(verb, clause) or clause  # "The mill closed, cutting output by half"
    return reading(cue, Moved(DIRECTIONS[word], verb, clause, phrase(mover) if mover is not None else None, slots), layers)


def parts_of_verb(verb: Token, layers: Layers) -> tuple[Token | None, dict[str, Slot]]:
    """What moved, and the amounts beside the verb: "by 5 percent", "from 3", "to 8 million"."""
    slots = amounts(verb, verb.i + 1, layers)
    obj = next((child for child in verb.rights if child.dep_ in {"dobj", "oprd"}), None)
    amount = layers.quantities.at(obj.i) if obj is not None else None
    if obj is not None and amount is not None and measured(obj, amount, verb):
        slots.setdefault("amount", Phrase(amount.at, quantity=amount.id))
        obj = None
    if obj is not None and lemma(verb) not in HOLDING:
        return obj, slots
    return subject_of(verb), slots


def measured(obj: Token, amount: Quantity, verb: Token) -> bool:
    """Whether the object is how much ("rose 5%", "lost 15 points"), not what ("raised 5 taxes")."""
    if amount.kind in {"percent", "money", "ratio", "temperature", "mass", "speed", "length"}:
        return not (lemma(verb) in {"raise", "recover", "lift", "cut"} and amount.kind == "money")
    return lemma(obj) in {"point", "seat", "place", "spot", "position", "percent", "basis"} or lemma(verb) in HOLDING


def by_particle(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "prices went up", "demand pushed prices higher", "costs have come down by a third"."""
    doc = layers.doc
    verb, word = doc[cue.at.i], doc[cue.at.j - 1]
    if not asserts(verb) or is_purpose(verb) or is_supposed(verb) or is_untold(verb):
        return None
    mover, slots = parts_of_verb(verb, layers)
    if verb.lemma_ == "come" and word.lower_ == "up" and "amount" not in slots:
        return None  # "the topic came up"
    if (mover is not None and is_person(mover, layers)) or word_at(doc, word.i + 1) == "with":
        return None  # "come up with"
    if cue.at.j - cue.at.i > 2:  # noqa: PLR2004  # verb, what it moved, where: "pushed fares higher"
        mover = doc[cue.at.j - 2]
    kinds = {layers.quantities[slot.quantity].kind for slot in slots.values() if isinstance(slot, Phrase) and slot.quantity}
    if not is_level(mover) and not kinds & {"percent", "money"}:
        return None
    return reading(
        cue, Moved(MOVED_WAYS[word.lower_], verb, tight(verb), phrase(mover) if mover is not None else None, slots), layers
    )


def by_becoming(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "the roads have become safer", "it made the situation much worse": a comparative behind a verb of becoming."""
    word = layers.doc[cue.at.j - 1]
    verb = word.head
    if (
        verb.lemma_ not in BECOMING
        or word.dep_ not in {"acomp", "ccomp", "oprd", "xcomp"}
        or word.i < verb.i
        or not asserts(verb)
        or is_purpose(verb)
        or is_intended(verb, None)
        or is_untold(verb)
        or is_to_come(verb)
    ):
        return None
    below = [child for child in word.lefts if child.dep_ in {"nsubj", "nsubjpass"}]
    obj = below[0] if below else next((child for child in verb.rights if child.dep_ == "dobj" and child.i < word.i), None)
    mover = obj if obj is not None else subject_of(verb)
    if mover is None or any(child.lower_ == "than" for child in word.rights):
        return None
    way = DOWN if word.lower_ in LESSENED else UP
    return reading(cue, Moved(way, verb, tight(verb), phrase(mover), {}), layers)


def is_to_come(verb: Token) -> bool:
    """As in "it will get worse", "they'll keep getting better": nothing has changed."""
    over = verb.head if verb.dep_ == "xcomp" else verb
    helpers = {child.lower_ for child in (*verb.lefts, *over.lefts) if child.dep_ == "aux"}
    return over.lower_ == "going" or bool(helpers & {"will", "'ll", "’ll", "going"})


def by_switch(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "the tax changed from the old system to the new": from what to what, in no direction."""
    verb = layers.doc[cue.at.i]
    ends = {child.lower_: word for child in verb.rights if child.dep_ == "prep" for word in child.rights if word.dep_ == "pobj"}
    mover, slots = parts_of_verb(verb, layers)
    way = way_of(slots, layers)  # by the figures at both ends, however the parser hangs them
    if mover is None or not ({"from", "to"} <= ends.keys() or way is not None) or not asserts(verb):
        return None
    if verb.lemma_ in {"go", "move"} and (way is None or not is_level(mover)):
        return None  # "the bus goes from Hull to Leeds"
    whole: dict[str, Slot] = {name: slots.get(name) or Phrase(phrase(ends[name])) for name in ("from", "to")}
    return reading(cue, Moved(way, verb, tight(verb), phrase(mover), whole), layers)


def way_of(slots: dict[str, Slot], layers: Layers) -> str | None:
    """Up or down, by the figures that it went from and to; None where they cannot be compared."""
    ends = [
        layers.quantities[slot.quantity] if isinstance(slot := slots.get(name), Phrase) and slot.quantity else None
        for name in ("from", "to")
    ]
    if ends[0] is None or ends[1] is None or (ends[0].unit is not None and ends[0].unit != ends[1].unit):
        return None
    first, last = ends[0].value, ends[1].value
    if not isinstance(first, (int, float)) or not isinstance(last, (int, float)) or first == last:
        return None
    return UP if last > first else DOWN
