"""A word of rising or falling in; what moved, which way, by how much, from and to what level, and when, out."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from claimex.families._amounts import bare
from claimex.families._clause import noun_words, tight
from claimex.families._family import Phrase, Reading, Slot
from claimex.spans import Extent, trimmed
from claimex.syntax import asserts, clause_head, clause_with_antecedent, is_verb, phrase, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Cue
    from claimex.layers import Layers
    from claimex.quantities import Quantity

__all__ = [
    "DIRECTIONS",
    "LEMMAS",
    "MODIFIERS",
    "MOVED",
    "NOUNS",
    "by_becoming",
    "by_modifier",
    "by_noun",
    "by_particle",
    "by_place",
    "by_stillness",
    "by_switch",
    "by_verb",
]

WORDS: dict[str, Any] = tomllib.loads(files("claimex.families").joinpath("change_words.toml").read_text(encoding="utf-8"))
VERBS = WORDS["verbs"]
UP, DOWN = "up", "down"
STRONG = frozenset(VERBS["up"]["strong"] + VERBS["down"]["strong"])
FACTORS = VERBS["factor"]
DIRECTIONS: dict[str, str] = {
    word: way for way in (UP, DOWN) for word in (*VERBS[way]["strong"], *VERBS[way]["weak"], *FACTORS[way])
}  # fmt: skip
NOUN_WAYS: dict[str, str] = {word: way for way in (UP, DOWN) for word in WORDS["nouns"][way]}
MODIFIER_WAYS: dict[str, str] = {word: way for way in (UP, DOWN) for word in WORDS["modifiers"][way]}
MOVED_WAYS: dict[str, str] = {word: way for way in (UP, DOWN) for word in WORDS["moved"][way]}
LEMMAS, NOUNS, MODIFIERS, MOVED = sorted(DIRECTIONS), sorted(NOUN_WAYS), sorted(MODIFIER_WAYS), sorted(MOVED_WAYS)
FACTOR_VERBS = frozenset(FACTORS[UP] + FACTORS[DOWN])
LEVELS = frozenset(WORDS["levels"]["words"])
HELD = frozenset(WORDS["won_or_lost"]["words"])
DEGREES = frozenset(WORDS["degrees"]["words"])
NO_MOVE = frozenset({"storm", "hair", "rock", "snow", "rain", "air", "power", "tidal"})
BLOCKED = frozenset(WORDS["blocked"]["words"])
IDIOMS = {verb: frozenset(words) for verb, words in WORDS["idioms"].items()}
STANDING = frozenset(
    {"be", "close", "end", "trade", "finish", "open", "stand", "come", "go", "move", "run", "remain", "say", "settle"}
)
HOLDING = frozenset({"gain", "lose", "add", "shed"})  # their object is what is won or lost, not what moved
MOVABLE_KINDS = frozenset(
    {"money", "percent", "ratio", "count", "temperature", "mass", "volume", "energy", "area", "other", "length", "speed", "rank"}
)
BECOMING = frozenset({"become", "get", "grow", "make", "turn"})
LESSENED = frozenset(
    {"worse", "lower", "smaller", "fewer", "less", "weaker", "poorer", "slower", "cheaper", "shorter", "narrower", "thinner"}
)
PERSONS = frozenset({"he", "she", "they", "who", "i", "we", "you", "him", "her", "them"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLACES = frozenset({"place", "position", "spot", "high", "low", "level", "levels", "peak", "rank", "half"})
EFFORTS = frozenset(
    {"try", "seek", "aim", "want", "work", "help", "hope", "attempt", "strive", "urge", "ask", "need", "struggle", "fight", "use"}
)
MAX_REACH = 24  # tokens from the cue to its amount


def lemma(token: Token) -> str:
    return token.lemma_.lower()


def is_level(noun: Token | None) -> bool:
    """Whether a noun names something that has a level: itself, or the noun before it or after "of" ("price of oil")."""
    if noun is None:
        return False
    if lemma(noun) in LEVELS or noun.lower_ in LEVELS:
        return True
    return any(lemma(child) in LEVELS for child in noun.lefts if child.dep_ == "compound") and noun.tag_ in {"NN", "NNS"}


def by_verb(cue: Cue, layers: Layers) -> Reading | None:
    """ "Sales rose 5 percent", "the council cut its budget from 10 to 8 million", "it doubled the lead"."""
    doc = layers.doc
    verb = doc[cue.at.i]
    if not asserts(verb) or verb.dep_ in {"amod", "compound", "aux", "auxpass"}:
        return None
    word = lemma(verb)
    particle = next((child for child in verb.rights if child.dep_ == "prt"), None)
    mover, slots = parts_of_verb(verb, layers)
    if (particle is not None and particle.lower_ in {"out", "off", "apart", "in", "over"} and not slots) or is_idiom(
        verb, word, slots
    ):
        return None
    if (mover is None and not slots) or is_purpose(verb):
        return None
    alone = not slots and not any(child.dep_ in {"dobj", "nsubjpass"} for child in verb.children)
    if alone and mover is not None and is_person(mover, layers):
        return None
    if word not in STRONG and not moved(verb, word, mover, slots, layers):
        return None
    if "amount" not in slots and (found := degree(verb)) is not None:
        slots["amount"] = Phrase(trimmed(doc, found.i, found.i + 1))
    if word in FACTOR_VERBS and "amount" not in slots:
        slots["amount"] = Phrase(cue.at)
    clause = clause_with_antecedent(verb) if verb.dep_ in {"relcl", "acl"} else tight(verb)
    return reading(cue, DIRECTIONS[word], verb, clause, phrase(mover) if mover is not None else None, slots, layers)


def is_purpose(verb: Token) -> bool:
    """Whether the verb only says what something is for ("moves to reduce the backlog"), not that it happens."""
    if verb.tag_ != "VB" or not any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts):
        return False
    return verb.dep_ in {"acl", "advcl", "relcl"} or (verb.dep_ == "xcomp" and verb.head.lemma_ in EFFORTS)


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
    objects = [child for child in (*verb.lefts, *verb.rights) if child.dep_ in {"dobj", "nsubjpass", "prt"}]
    if any(lemma(child) in IDIOMS.get(word, ()) for child in objects):
        return True
    if word == "decline" and any(child.dep_ == "xcomp" for child in verb.rights):
        return True
    if word in {"fall", "grow", "slip", "drop"} and any(
        child.dep_ in {"acomp", "oprd"} and child.tag_ == "JJ" for child in verb.rights
    ):
        return True
    if word == "double" and any(child.lower_ in {"as", "down", "back"} for child in verb.rights):
        return True
    if word == "reduce" and "to" not in slots and any(child.lower_ == "to" for child in verb.rights):
        return True  # "reduced to rubble"
    if word == "fall" and any(child.lower_ in {"short", "behind", "apart", "asleep"} for child in verb.rights):
        return True
    if word == "decline" and any(child.dep_ in {"dobj", "ccomp"} for child in verb.rights):
        return True
    if word in {"raise", "lift"} and any(item_kind(child, layers) == "money" for child in objects):
        return True
    return word == "recover" and any(child.dep_ in {"dobj", "nsubjpass"} for child in verb.children)


def item_kind(token: Token, layers: Layers) -> str | None:
    item = layers.quantities.at(token.i)
    return item.kind if item is not None else None


def moved(verb: Token, word: str, mover: Token | None, slots: dict[str, Slot], layers: Layers) -> bool:
    """Whether a weak verb says that a level moved: by what moved, by how much, or by an adverb of degree."""
    if word in HOLDING:
        obj = next((child for child in verb.rights if child.dep_ == "dobj"), None)
        return (obj is not None and lemma(obj) in HELD) or ("amount" in slots and is_level(mover))
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


def degree(verb: Token) -> Token | None:
    """The adverb that says how much: "sharply", "substantially"."""
    return next((child for child in verb.children if child.dep_ == "advmod" and child.lower_ in DEGREES), None)


def is_person(token: Token, layers: Layers) -> bool:
    hit = layers.names.at(token.i)
    if hit is not None and hit[1].kind != "pronoun":
        return hit[0].label == "PERSON"
    return token.lower_ in PERSONS


def amounts(head: Token, first: int, layers: Layers) -> dict[str, Slot]:
    """The amounts that hang on a word: how much ("by 5%", "5%"), "from" and "to" what."""
    doc, slots = layers.doc, {}
    stop = min(head.sent.end, head.i + MAX_REACH, head.right_edge.i + 1)
    for item in layers.quantities.within(first, stop):
        if item.kind in {"score", "age"} or not hangs_on(doc, item, head):
            continue
        before = doc[item.at.i - 1]
        if before.tag_ in {"DT", "RB", "JJ"} and before.i - 1 > head.i:
            before = before.nbor(-1)
        name = {"from": "from", "to": "to", "by": "amount", "of": "amount", "at": "to", "-": "to"}.get(before.lower_)
        if name == "to" and before.lower_ == "at" and head.tag_ not in {"VBD", "VBZ", "VBN", "VB", "VBP", "VBG"}:
            continue
        if name is None and item.kind != "duration" and (before.i == head.i or before.dep_ in {"advmod", "prt"}):
            name = "amount"
        if name is not None:
            slots.setdefault(name, Phrase(item.at, quantity=item.id))
    return place_reached(head, slots)


def place_reached(head: Token, slots: dict[str, Slot]) -> dict[str, Slot]:
    """With a rank or a high that was reached: "fell to fourth place", "rose to a record high"."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "to" and "to" not in slots:
            noun = next((word for word in child.rights if word.dep_ == "pobj"), None)
            if noun is not None and noun.lower_ in PLACES:
                slots["to"] = Phrase(phrase(noun))
    return slots


def hangs_on(doc: Doc, item: Quantity, head: Token) -> bool:
    """Whether no other verb's clause lies between the amount and the word."""
    return free(doc, head.i + 1, item.at.i)


def free(doc: Doc, i: int, j: int) -> bool:
    return not any(
        token.tag_ in {"VBD", "VBZ", "VBP", "MD", "VBN", "VBG"} and token.dep_ not in {"amod", "compound", "aux", "auxpass"}
        for token in doc[i:j]
    )


def by_noun(cue: Cue, layers: Layers) -> Reading | None:
    """ "A 5 percent rise in sales", "the decline in intake", "price cuts", "job growth"."""
    doc = layers.doc
    noun = doc[cue.at.i]
    if not asserts(noun) or any(child.lower_ in NO_MOVE for child in noun.lefts if child.dep_ == "compound"):
        return None
    word = lemma(noun)
    slots = amounts(noun, noun.i + 1, layers)
    before = next((item for item in layers.quantities.within(noun.left_edge.i, noun.i + 1) if item.kind in MOVABLE_KINDS), None)
    if before is not None and before.kind != "count":
        slots.setdefault("amount", Phrase(before.at, quantity=before.id))
    level = next(
        (part for prep in noun.rights if prep.lower_ in {"in", "of"} for part in prep.rights if part.dep_ == "pobj"), None
    )
    if level is not None and (layers.quantities.at(level.i) is not None or layers.dates.at(level.i) is not None):
        level = None
    if level is not None and not (is_level(level) or slots or word in {"increase", "decrease", "reduction", "decline", "growth"}):
        return None
    if level is None:
        compound = next((child for child in noun.lefts if child.dep_ in {"compound", "poss"} and is_level(child)), None)
        if compound is None and "amount" not in slots:
            return None
        level = compound
    return reading(cue, NOUN_WAYS[word], noun, noun_words(noun), moved_noun(noun, level), slots, layers)


def moved_noun(noun: Token, level: Token | None) -> Extent | None:
    """What moved, of a noun: what stands after "in" or "of", before it, or the subject that saw it."""
    if level is not None:
        return phrase(level) if level.i > noun.i else trimmed(noun.doc, level.left_edge.i, level.i + 1)
    verb = clause_head(noun)
    found = subject_of(verb) if is_verb(verb) else None
    return phrase(found) if found is not None and found.i != noun.i else None


def by_modifier(cue: Cue, layers: Layers) -> Reading | None:
    """ "Rising prices", "increased attention", "the decreasing consumption of salt"."""
    word = layers.doc[cue.at.i]
    noun = word.head
    if (
        word.dep_ != "amod"
        or noun.i <= word.i
        or word.nbor().text in {"-", "–"}
        or noun.tag_ not in {"NN", "NNS"}
        or lemma(noun) in BLOCKED
        or not asserts(noun)
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
    return reading(cue, MODIFIER_WAYS[word.lower_], noun, noun_words(noun), subject, {}, layers)


def by_place(cue: Cue, layers: Layers) -> Reading | None:
    """ "Shares were up 5 percent", "profits, down 3% on last year": an amount right behind "up" or "down"."""
    doc = layers.doc
    word = doc[cue.at.j - 1]
    item = layers.quantities.at(word.i + 1) if word.i + 1 < len(doc) else None
    if item is None or item.at.i != word.i + 1 or item.kind not in {"percent", "money"} or not asserts(word):
        return None
    verb = clause_head(word)
    mover = subject_of(verb) if is_verb(verb) else None
    if is_verb(verb) and verb.i < word.i and (verb.lemma_ not in STANDING and abs(verb.i - word.i) < 4):  # noqa: PLR2004
        return None  # "makes up 16 percent", "rose up 5%"
    slots: dict[str, Slot] = {"amount": Phrase(item.at, quantity=item.id)}
    return reading(cue, MOVED_WAYS[word.lower_], verb, tight(verb), phrase(mover) if mover is not None else None, slots, layers)


def by_particle(cue: Cue, layers: Layers) -> Reading | None:
    """ "Prices went up", "demand pushed prices higher", "costs have come down by a third"."""
    doc = layers.doc
    verb, word = doc[cue.at.i], doc[cue.at.j - 1]
    if not asserts(verb) or is_purpose(verb):
        return None
    mover, slots = parts_of_verb(verb, layers)
    if cue.at.j - cue.at.i > 2:  # noqa: PLR2004  # verb, what it moved, where: "pushed fares higher"
        mover = doc[cue.at.j - 2]
    kinds = {layers.quantities[slot.quantity].kind for slot in slots.values() if isinstance(slot, Phrase) and slot.quantity}
    if not is_level(mover) and not kinds & {"percent", "money"}:
        return None
    return reading(cue, MOVED_WAYS[word.lower_], verb, tight(verb), phrase(mover) if mover is not None else None, slots, layers)


def by_becoming(cue: Cue, layers: Layers) -> Reading | None:
    """ "The roads have become safer", "it made the situation much worse": a comparative behind a verb of becoming."""
    word = layers.doc[cue.at.j - 1]
    verb = word.head
    if (
        verb.lemma_ not in BECOMING
        or word.dep_ not in {"acomp", "ccomp", "oprd", "xcomp"}
        or word.i < verb.i
        or not asserts(verb)
    ):
        return None
    below = [child for child in word.lefts if child.dep_ in {"nsubj", "nsubjpass"}]
    obj = below[0] if below else next((child for child in verb.rights if child.dep_ == "dobj" and child.i < word.i), None)
    mover = obj if obj is not None else subject_of(verb)
    if mover is None or any(child.lower_ == "than" for child in word.rights):
        return None
    way = DOWN if word.lower_ in LESSENED else UP
    return reading(cue, way, verb, tight(verb), phrase(mover), {}, layers)


def by_switch(cue: Cue, layers: Layers) -> Reading | None:
    """ "The tax changed from the old system to the new": from what to what, in no direction."""
    verb = layers.doc[cue.at.i]
    ends = {child.lower_: word for child in verb.rights if child.dep_ == "prep" for word in child.rights if word.dep_ == "pobj"}
    mover, slots = parts_of_verb(verb, layers)
    if mover is None or not {"from", "to"} <= ends.keys() or not asserts(verb):
        return None
    whole: dict[str, Slot] = {name: slots.get(name) or Phrase(phrase(ends[name])) for name in ("from", "to")}
    return reading(cue, None, verb, tight(verb), phrase(mover), whole, layers)


def by_stillness(cue: Cue, layers: Layers) -> Reading | None:
    """ "Rates remained unchanged", "prices held steady": the level did not move."""
    word = layers.doc[cue.at.j - 1]
    verb = clause_head(word)
    if not is_verb(verb) or not asserts(verb) or verb.lemma_ not in {"remain", "stay", "hold", "keep", "leave", "be", "stand"}:
        return None
    obj = next((child for child in verb.rights if child.dep_ in {"dobj"}), None)
    mover = obj if obj is not None and verb.lemma_ in {"hold", "keep", "leave"} else subject_of(verb)
    if mover is None or not (is_level(mover) or word.lower_ == "unchanged"):
        return None
    return reading(cue, "same", verb, tight(verb), phrase(mover), amounts(verb, verb.i + 1, layers), layers)


def reading(
    cue: Cue, way: str | None, head: Token, clause: Extent, subject: Extent | None, slots: dict[str, Slot], layers: Layers
) -> Reading:
    """The reading with its direction and its period."""
    period = period_of(head, clause, cue, layers)
    filled: dict[str, Slot] = {
        **({"direction": way} if way else {}),
        **{name: slots[name] for name in ("amount", "from", "to") if name in slots},
    }
    if period is not None:
        if not any(
            isinstance(slot, Phrase) and slot.at is not None and period.at is not None and slot.at.overlaps(period.at)
            for slot in filled.values()
        ):
            filled["period"] = period
    if subject is not None and subject.i <= cue.at.i < subject.j and subject.start >= clause.start:
        subject = None if subject.i == cue.at.i else subject
    return Reading(cue.at, clause, head.i, subject, filled, when=period.date if period is not None else None)


def period_of(head: Token, clause: Extent, cue: Cue, layers: Layers) -> Phrase | None:
    """The time over which it moved: the first date behind the cue in its clause, else the one before it."""
    found = layers.dates.within(clause.i, clause.j)
    if not found:
        return None
    doc = head.doc
    found = tuple(timex for timex in found if doc[timex.at.i].lower_ not in {"a", "an", "per"})
    behind = [timex for timex in found if timex.at.i > cue.at.i and free(doc, cue.at.j, timex.at.i)]
    before = [timex for timex in found if timex.at.i < cue.at.i and (free(doc, timex.at.j, cue.at.i) or timex.at.i == clause.i)]
    if not behind and not before:
        return None
    first = behind[0] if behind else before[-1]
    nxt = behind[1] if len(behind) > 1 else None
    if nxt is not None and doc[first.at.i - 1].lower_ in {"from", "between"} and nxt.at.i - first.at.j == 1:
        return Phrase(trimmed(doc, first.at.i - 1, nxt.at.j), date=first.id)
    return Phrase(first.at, date=first.id)
