"""A verb of rising or falling in; what moved, which way, by how much, from and to what level, and when, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._change_parts import Moved, amounts, reading
from claimex.families._change_words import (
    BECOMING,
    DIRECTIONS,
    DOWN,
    EFFORTS,
    FACTOR_VERBS,
    HELD,
    HOLDING,
    IDIOMS,
    LESSENED,
    LIVING,
    MOVABLE_KINDS,
    MOVED_WAYS,
    NOUN_TAGS,
    STRONG,
    UNSURE,
    UP,
    WORDS,
    degree,
    is_level,
    is_person,
    is_unsure,
    lemma,
)
from claimex.families._clause import tight
from claimex.families._family import Phrase, Reading, Slot
from claimex.spans import trimmed
from claimex.syntax import asserts, clause_with_antecedent, is_verb, phrase, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers
    from claimex.quantities import Quantity

PROPOSALS = frozenset(
    {"advocate", "oppose", "support", "propose", "suggest", "favor", "favour", "recommend", "consider", "discuss"}
)
# What an infinitive after these says did happen.
CARRYING = frozenset(WORDS["carrying"]["words"])
ADDED = frozenset({"job", "seat", "point", "pound", "dollar", "euro", "cent", "percent"})
BARRING = frozenset({"prevent", "stop", "keep", "discourage", "ban", "bar", "refrain"})

__all__ = ["by_becoming", "by_particle", "by_switch", "by_verb", "parts_of_verb"]


def by_verb(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "sales rose 5 percent", "the council cut its budget from 10 to 8 million", "it doubled the lead"."""
    doc = layers.doc
    verb = doc[cue.at.i]
    if not asserts(verb) or verb.dep_ in {"amod", "compound", "aux", "auxpass"} or is_supposed(verb):
        return None
    word = lemma(verb)
    particle = next((child for child in verb.rights if child.dep_ == "prt"), None)
    mover, slots = parts_of_verb(verb, layers)
    if (particle is not None and particle.lower_ in {"out", "off", "apart", "in", "over"} and not slots) or is_idiom(
        verb, word, slots, layers
    ):
        return None
    if (mover is None and not slots) or is_purpose(verb) or (not slots and is_intended(verb, mover)):
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
    return reading(cue, Moved(DIRECTIONS[word], verb, clause, phrase(mover) if mover is not None else None, slots), layers)


def is_purpose(verb: Token) -> bool:
    """Whether the verb only says what something is for ("moves to reduce the backlog"), not that it happens."""
    if verb.tag_ == "VB" and verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ == "help":
        return True
    if verb.tag_ == "VB" and verb.head.lemma_ == "be" and not any(child.dep_ in {"aux", "nsubj"} for child in verb.lefts):
        return True  # "what we would like to do is increase it"
    if verb.tag_ == "VBG" and proposed(verb):
        return True
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    if verb.tag_ == "VBN" and [child.lower_ for child in helpers] == ["be"]:
        return True  # "proposed that the wage be raised"
    if verb.tag_ != "VB" or not any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts):
        return False
    return verb.dep_ in {"acl", "advcl", "relcl"} or (verb.dep_ == "xcomp" and verb.head.lemma_ in EFFORTS)


def is_intended(verb: Token, mover: Token | None) -> bool:
    """Whether the move is an infinitive that need not have come: "agreed to add", "the aim is to reduce", "able to lower"."""
    if any(child.lower_ in {"could", "may", "might"} for child in verb.lefts if child.dep_ == "aux"):
        return not is_level(mover)
    if verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl", "ccomp"} and is_unsure(verb):
        return True  # "advocates a tax cut, lowering the voting age"
    top = verb
    while top.dep_ == "conj" and is_verb(top.head):
        top = top.head
    if top.dep_ == "relcl" and top.tag_ == "VB":  # "a glue that would reduce the risk"
        return any(child.lower_ in {"would", "could", "can", "might", "may"} for child in top.lefts)
    if top.tag_ != "VB" or top.dep_ not in {"xcomp", "ccomp"} or not any(child.tag_ == "TO" for child in top.lefts):
        return False
    return top.head.lemma_ not in CARRYING and top.head.lower_ != "likely"


def is_supposed(verb: Token) -> bool:
    """Whether the move is only thought of: "cutting access may help", "without raising taxes", "when you raise the price"."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "advmod"}}
    if marks & {"when", "whenever"} and any(child.lower_ in {"you", "one"} for child in verb.lefts):
        return True
    if verb.tag_ != "VBG" or any(child.dep_ == "aux" for child in verb.lefts):
        return False
    helped = any(child.dep_ == "aux" for child in verb.head.lefts)
    if verb.dep_ in {"conj", "appos"} and (not is_verb(verb.head) or (verb.head.tag_ in {"VBZ", "VBP", "VBD"} and not helped)):
        return True  # one of a list of aims: "term limits, lowering the voting age"
    if verb.dep_ in {"csubj", "csubjpass", "nsubj"}:
        return any(child.tag_ == "MD" for child in verb.head.lefts)
    return verb.dep_ == "pcomp" and is_only_way(verb.head)


def is_only_way(prep: Token) -> bool:
    """Whether what follows the preposition need not have come: "without raising taxes", "has to embark on raising taxes"."""
    if any(child.tag_ == "TO" for child in prep.head.lefts):
        return True
    return prep.lower_ in {"without", "against"} or (prep.lower_ in {"of", "for", "about"} and lemma(prep.head) in UNSURE)


def proposed(verb: Token) -> bool:
    """As in "opposes expanding the court", "in favour of raising the tax", "keeps it from gaining ground"."""
    over = verb.head
    if verb.dep_ == "pcomp":
        return (
            over.lower_ == "against" or over.head.lemma_ in PROPOSALS or (over.lower_ == "from" and over.head.lemma_ in BARRING)
        )
    return verb.dep_ in {"xcomp", "dobj", "ccomp"} and over.lemma_ in PROPOSALS


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


def is_idiom(verb: Token, word: str, slots: dict[str, Slot], layers: Layers) -> bool:
    """Whether the verb means something else with its object or complement: "raise questions", "fall ill", "decline to say"."""
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass", "prt"}]
    beside = {child.lower_ for child in verb.rights}
    complements = {child.dep_ for child in verb.rights}
    return (
        any(lemma(child) in IDIOMS.get(word, ()) for child in objects)
        or (word == "decline" and bool(complements & {"xcomp", "dobj", "ccomp"}))
        or (word in {"fall", "grow", "slip", "drop"} and is_ill(verb))
        or (word == "fall" and bool(beside & {"short", "behind", "apart", "asleep"}))
        or (word == "fall" and not slots and bool(beside & {"under", "through", "off", "upon", "within"}))
        or (word == "double" and bool(beside & {"as", "down", "back"}))
        or (word == "reduce" and "to" not in slots and "to" in beside)  # "reduced to rubble"
        or (word in {"raise", "lift"} and any(item_kind(child, layers) == "money" for child in objects))
        or (word == "appreciate" and "dobj" in {child.dep_ for child in objects})
        or (word == "recover" and any(child.dep_ != "prt" for child in objects))
    )


def is_ill(verb: Token) -> bool:
    """Whether an adjective completes the verb: "fell ill", "grew tired"."""
    return any(child.dep_ in {"acomp", "oprd"} and child.tag_ == "JJ" for child in verb.rights)


def item_kind(token: Token, layers: Layers) -> str | None:
    item = layers.quantities.at(token.i)
    return item.kind if item is not None else None


def moved(  # noqa: PLR0911  # each return is one reason
    verb: Token, word: str, mover: Token | None, slots: dict[str, Slot], layers: Layers
) -> bool:
    """Whether a weak verb says that a level moved: by what moved, by how much, or by an adverb of degree."""
    if word in HOLDING:
        obj = next((child for child in verb.rights if child.dep_ == "dobj"), None)
        held = (
            obj is not None
            and lemma(obj) in HELD
            and not is_own(obj)
            and (word != "add" or lemma(obj) in {"job", "seat", "point"})
        )
        return held or ("amount" in slots and is_level(mover))
    if word == "grow" and mover is not None and lemma(mover) in LIVING and not slots:
        return False
    if is_level(mover):
        return not (verb.tag_ == "VBN" and verb.dep_ == "acl" and not slots) or bool(slots)
    if word in FACTOR_VERBS:
        return mover is not None and mover.tag_ in NOUN_TAGS | {"PRP", "DT", "WDT"}
    person = mover is not None and is_person(mover, layers)
    kinds = {layers.quantities[slot.quantity].kind for slot in slots.values() if isinstance(slot, Phrase) and slot.quantity}
    if kinds & {"percent"} or (not person and kinds & (MOVABLE_KINDS - {"length", "speed"})):
        return True
    if "to" in slots and not person and word in {"fall", "rise", "drop", "climb", "slip", "slide", "increase", "jump"}:
        return True
    if (
        person
        or mover is None
        or word in {"cut", "raise", "lift", "drop", "lower", "add", "edge", "inch", "shoot", "pick", "creep", "peak", "up"}
    ):
        return False
    if word == "grow" and any(child.dep_ in {"dobj", "acomp", "prt"} for child in verb.rights):
        return False
    return degree(verb) is not None or (word in {"grow", "surge", "decline"} and mover.tag_ in NOUN_TAGS)


def is_own(obj: Token) -> bool:
    """Whether it is one person's, which is had or not: "lost his job"."""
    return obj.tag_ == "NN" and lemma(obj) in {"job", "seat"} and any(child.dep_ in {"poss", "det"} for child in obj.lefts)


def by_particle(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "prices went up", "demand pushed prices higher", "costs have come down by a third"."""
    doc = layers.doc
    verb, word = doc[cue.at.i], doc[cue.at.j - 1]
    if not asserts(verb) or is_purpose(verb) or is_supposed(verb):
        return None
    mover, slots = parts_of_verb(verb, layers)
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
    ):
        return None
    below = [child for child in word.lefts if child.dep_ in {"nsubj", "nsubjpass"}]
    obj = below[0] if below else next((child for child in verb.rights if child.dep_ == "dobj" and child.i < word.i), None)
    mover = obj if obj is not None else subject_of(verb)
    if mover is None or any(child.lower_ == "than" for child in word.rights):
        return None
    way = DOWN if word.lower_ in LESSENED else UP
    return reading(cue, Moved(way, verb, tight(verb), phrase(mover), {}), layers)


def by_switch(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "the tax changed from the old system to the new": from what to what, in no direction."""
    verb = layers.doc[cue.at.i]
    ends = {child.lower_: word for child in verb.rights if child.dep_ == "prep" for word in child.rights if word.dep_ == "pobj"}
    mover, slots = parts_of_verb(verb, layers)
    if mover is None or not {"from", "to"} <= ends.keys() or not asserts(verb):
        return None
    whole: dict[str, Slot] = {name: slots.get(name) or Phrase(phrase(ends[name])) for name in ("from", "to")}
    return reading(cue, Moved(None, verb, tight(verb), phrase(mover), whole), layers)
