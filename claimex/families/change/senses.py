"""A verb of rising or falling in; whether it means a move of a level ("sales rose") or something else ("fell ill"), out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.families.change.words import (
    FACTOR_VERBS,
    HELD,
    HOLDING,
    IDIOMS,
    LIVING,
    MATTER,
    MOVABLE_KINDS,
    NOUN_TAGS,
    degree,
    is_level,
    is_person,
    lemma,
)
from claimex.syntax import subject_of, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Slot
    from claimex.layers import Layers

__all__ = ["is_idiom", "moved"]


THROUGH_SPACE = frozenset({"on", "onto", "into", "out", "over", "toward", "towards", "from", "down"})


def is_idiom(verb: Token, word: str, slots: dict[str, Slot], layers: Layers) -> bool:
    """Whether the verb means something else with its object or complement: "raise questions", "fall ill", "decline to say"."""
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass", "prt"}]
    beside = {child.lower_ for child in verb.rights}
    complements = {child.dep_ for child in verb.rights}
    return (
        any(lemma(child) in IDIOMS.get(word, ()) for child in objects)
        or (word == "decline" and (bool(complements & {"xcomp", "dobj", "ccomp"}) or refuses(verb)))
        or (word in {"fall", "grow", "slip", "drop"} and is_ill(verb))
        or (word == "fall" and bool(beside & {"short", "behind", "apart", "asleep"}))
        or (word == "fall" and not slots and bool(beside & {"under", "through", "off", "upon", "within", "for"}))
        or (
            word == "cut" and "dobj" not in complements and bool(beside & {"into", "through", "across"})
        )  # "water cuts into rock"
        or (word == "advance" and bool(beside & {"on", "into", "toward", "towards", "past"}))  # "troops advanced on the town"
        or (word in {"lose", "gain"} and is_played(verb))
        or (
            word == "reduce" and any(child.tag_ in {"NNP", "NNPS"} and not is_level(child) for child in objects)
        )  # "reduced Kent to 90"
        or (word == "shoot" and "dobj" in complements)  # "shot down a jet"
        or (
            word == "plunge" and ("dobj" in complements or ("into" in beside and not is_level(subject_of(verb))))
        )  # "plunged the country into war"
        or (word == "peak" and not is_level(subject_of(verb)))  # "the album peaked at 19th"
        or (not slots and bool(beside & THROUGH_SPACE) and is_matter(subject_of(verb)))
        or (word == "double" and bool(beside & {"as", "down", "back"}))
        or (word == "reduce" and "to" not in slots and "to" in beside)  # "reduced to rubble"
        or (word in {"raise", "lift"} and any(item_kind(child, layers) == "money" for child in objects))
        or (word == "appreciate" and "dobj" in {child.dep_ for child in objects})
        or (word == "recover" and any(child.dep_ != "prt" for child in objects))
    )


def is_matter(mover: Token | None) -> bool:
    """Whether it is stuff that can itself fall: "rain fell on the town"."""
    return mover is not None and lemma(mover) in MATTER


def refuses(verb: Token) -> bool:
    """As in "declined to appeal", not "declined to 3 billion"."""
    doc, k = verb.doc, verb.i + 1
    return word_at(doc, k) == "to" and k + 1 < len(doc) and doc[k + 1].tag_ == "VB"


def is_played(verb: Token) -> bool:
    """As in "we lost two points": a game."""
    who = subject_of(verb)
    objects = [child for child in verb.rights if child.dep_ == "dobj" and lemma(child) == "point"]
    points = any(all(word.dep_ != "compound" for word in child.lefts) for child in objects)  # not "lose nine IQ points"
    return points and who is not None and who.tag_ == "PRP" and who.lower_ != "it"


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
