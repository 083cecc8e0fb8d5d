"""A verb of cause in; whether it only tells what somebody does or did (a deed, an outburst, a light verb), out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import own_subject
from claimex.families.cause.verbs import PEOPLE, WORDS, first_conjunct, is_passive, is_person
from claimex.syntax import clause_head, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.layers import Layers

__all__ = ["RESPONSES", "is_body", "is_deed", "is_enabling", "is_light", "is_listed", "is_named_so", "is_outburst"]

WEAK = frozenset({"create", "bring", "generate", "draw", "attract", "force", "stir"})  # what things do from day to day
MEANT = frozenset({"use", "design", "intend", "mean", "plan", "build", "aim"})  # what something is for
TOPICS = frozenset({"question", "issue", "point", "objection", "matter"})
RESPONSES = frozenset(WORDS["responses"])


def is_outburst(verb: Token, layers: Layers) -> bool:
    """As in "he unleashed a series of insults", "she could inspire the young": what a person does or may do, no cause."""
    return (verb.lemma_ == "unleash" or any(child.tag_ == "MD" for child in verb.lefts)) and (
        is_person(verb) or is_body(verb, layers)
    )


def is_body(verb: Token, layers: Layers) -> bool:
    """Whether a pronoun, by who is meant, or a name does it that is a person's, a body's or a country's."""
    subject = own_subject(verb)
    hit = layers.names.at(subject.i) if subject is not None else None
    return hit is not None and hit[0].label in PEOPLE


def is_light(verb: Token) -> bool:
    """As in ", making suggestions": a deed; ", making it unsafe" and ", putting them in the lead" say what came of it."""
    if verb.lemma_ not in WORDS["light"]:
        return False
    objects = [child for child in verb.rights if child.dep_ == "dobj"]
    small = {"ccomp", "xcomp", "oprd", "acomp"}  # "making it unsafe"
    wide = small if verb.lemma_ == "make" else small | {"prep", "advmod", "prt", "dative"}
    more = [child for child in verb.rights if child.dep_ in wide]
    if verb.lemma_ == "push" and not objects:
        return True  # "pushing for a vote"
    if verb.lemma_ == "create":
        return is_one(own_subject(verb.head))  # "she studied art, creating collages"
    return not more and all(child.lemma_ not in RESPONSES for child in objects)


def is_one(noun: Token | None) -> bool:
    return noun is not None and (noun.lower_ in {"i", "he", "she"} or noun.ent_type_ == "PERSON")


def is_deed(verb: Token, layers: Layers) -> bool:
    """As in "raised 5 million", "costs 9 dollars", "brings the total to 19", "raised a flag": no effect, or no cause."""
    objects = [child for child in verb.rights if child.dep_ in {"dobj", "dative"}]
    summed = any(layers.quantities.at(child.i) is not None or child.lower_ in {"much", "more", "less"} for child in objects)
    if verb.lemma_ in {"raise", "cost"} and summed:
        return True
    lemmas = {child.lemma_ for child in objects}
    if verb.lemma_ in {"draw", "attract"} and not lemmas & RESPONSES:
        return True  # "drew a line"
    who = own_subject(verb)
    dated = who is not None and layers.dates.at(who.i) is not None  # "the bombs last year that killed nine"
    return (
        dated
        or any(child.lower_.endswith(("self", "selves")) for child in objects)
        or (verb.lemma_ == "drive" and bool(lemmas & {"car", "vehicle", "truck", "bus", "van", "lorry", "tank"}))
        or (verb.tag_ == "VBG" and verb.dep_ in {"conj", "csubj"} and not any(True for _ in verb.lefts))  # "one is improving it"
        or (verb.lemma_ == "bring" and bool(lemmas & {"total", "number", "tally", "count", "toll"}))
        or (verb.lemma_ == "bring" and (gives_back(verb, objects) or is_passive(verb)))  # "a suit brought by holders"
        or (verb.lemma_ == "raise" and bool(lemmas & {"flag", "hand", "child", "glass", "money", "fund", "age", "limit"}))
    )


def gives_back(verb: Token, objects: list[Token]) -> bool:
    """As in "it would not bring her son back", not "it brought back fears", "it would bring rain back to the valley"."""
    near = [*verb.rights, *(child for noun in objects for child in noun.rights)]
    back = next((child for child in near if child.lower_ == "back" and child.i > verb.i + 1), None)
    return back is not None and word_at(verb.doc, back.i + 1) not in {"to", "into", "from"}


def is_listed(top: Token, verb: Token) -> bool:
    """As in "aims: lower tax, cutting waste, and peace", "including one in Lyon, killing two, and another": one of a list.

    Also "by saving water, eating less meat, and cutting waste".
    """
    noun = top.head
    by = next((c for c in clause_head(noun).rights if c.lower_ == "by" and c.right_edge.i == top.left_edge.i - 2), None)
    if by is not None and any(child.tag_ == "VBG" for child in by.rights):
        return verb.i != top.i or any(child.dep_ == "conj" for child in top.rights)
    return top.dep_ == "acl" and any(child.dep_ == "conj" and child.i > top.i for child in noun.rights)


def is_enabling(verb: Token, top: Token) -> bool:
    """As in "the shift is how it is made, allowing people to join": what may be done where nothing happened."""
    over = top.head
    return verb.lemma_ in {"allow", "enable"} and over.lemma_ == "be" and over.tag_[0] == "V"


def is_usual(verb: Token) -> bool:
    """Whether nothing came, or is foreseen to come: not for "drew", "will draw", "is believed to draw"."""
    if verb.tag_ in {"VBD", "VBN"} or any(child.tag_ == "MD" for child in (*verb.lefts, *first_conjunct(verb).lefts)):
        return False
    return verb.tag_ != "VB" or verb.dep_ != "xcomp" or verb.head.tag_ != "VBN"


def is_named_so(verb: Token) -> bool:
    """As in "it brings you closer", "this tool creates a list", "it cost 9 dollars": what something does or is for, no effect.

    A pronoun is no cause that can be checked with a verb that names none; a verb in the present says what a thing is for.
    """
    subject = own_subject(verb)
    if is_raised(verb, subject):
        return True
    if subject is None:
        return False
    if subject.tag_ in {"PRP", "DT", "CD", "EX"} and not list(subject.children):
        return True
    top = first_conjunct(verb)
    if top.dep_ == "xcomp" and top.head.lemma_ in MEANT and top.head.tag_ == "VBN":
        return True  # "the money will be used to reduce debt"
    if verb.tag_ == "VBG" and top.dep_ not in {"acl", "relcl", "advcl"} and not any(c.dep_ == "aux" for c in top.lefts):
        return True  # "the station, improving it, and the yard"
    return verb.lemma_ in WEAK and (is_usual(verb) or any(child.dep_ == "dative" for child in verb.rights))


def is_raised(verb: Token, subject: Token | None) -> bool:
    """As in "it raised a question", "the issue raised by the appeal": brought up, not made bigger."""
    told = [*verb.rights, subject or verb.head] if is_passive(verb) or verb.dep_ == "acl" else verb.rights
    return verb.lemma_ in {"raise", "pose"} and any(child.lemma_ in TOPICS for child in told)
