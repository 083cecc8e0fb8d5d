"""A verb of cause in; whether it only tells what somebody does or did (a deed, an outburst, a light verb), out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import own_subject
from claimex.families.cause.verbs import PEOPLE, WORDS, is_person
from claimex.syntax import word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.layers import Layers

__all__ = ["RESPONSES", "is_body", "is_deed", "is_light", "is_outburst"]

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
    more = [
        child for child in verb.rights if child.dep_ in {"ccomp", "xcomp", "oprd", "acomp", "prep", "advmod", "prt", "dative"}
    ]
    return not more and all(child.lemma_ not in RESPONSES for child in objects)


def is_deed(verb: Token, layers: Layers) -> bool:
    """As in "raised 5 million", "costs 9 dollars", "brings the total to 19", "raised a flag": no effect, or no cause."""
    objects = [child for child in verb.rights if child.dep_ in {"dobj", "dative"}]
    if verb.lemma_ in {"raise", "cost"} and any(layers.quantities.at(child.i) is not None for child in objects):
        return True
    lemmas = {child.lemma_ for child in objects}
    who = own_subject(verb)
    dated = who is not None and layers.dates.at(who.i) is not None  # "the bombs last year that killed nine"
    return (
        dated
        or any(child.lower_.endswith(("self", "selves")) for child in objects)
        or (verb.lemma_ == "drive" and bool(lemmas & {"car", "vehicle", "truck", "bus", "van", "lorry", "tank"}))
        or (verb.tag_ == "VBG" and verb.dep_ in {"conj", "csubj"} and not any(True for _ in verb.lefts))  # "one is improving it"
        or (verb.lemma_ == "bring" and bool(lemmas & {"total", "number", "tally", "count", "toll"}))
        or (verb.lemma_ == "bring" and gives_back(verb, objects))
        or (verb.lemma_ == "raise" and bool(lemmas & {"flag", "hand", "child", "glass", "money", "fund"}))
    )


def gives_back(verb: Token, objects: list[Token]) -> bool:
    """As in "it would not bring her son back", not "it brought back fears", "it would bring rain back to the valley"."""
    near = [*verb.rights, *(child for noun in objects for child in noun.rights)]
    back = next((child for child in near if child.lower_ == "back" and child.i > verb.i + 1), None)
    return back is not None and word_at(verb.doc, back.i + 1) not in {"to", "into", "from"}
