"""A bare number in; whether it counts people, as what is said of them tells, out: "killed three", "12 were arrested"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.syntax import word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.quantities import Quantity

__all__ = ["PEOPLE", "counts_people"]

PEOPLE = "people"
# Done to people, in news nearly always.
DONE = frozenset({
    "kill", "injure", "wound", "hurt", "arrest", "detain", "jail", "rescue", "hospitalize", "hospitalise", "evacuate", "murder",
    "behead", "execute", "deport", "indict", "convict", "acquit",
})  # fmt: skip
MET = frozenset({"die", "drown", "perish", "survive"})
STATES = frozenset({"dead", "injured", "wounded", "missing", "hospitalized", "hospitalised", "homeless", "unaccounted", "aboard"})


def counts_people(item: Quantity, number: Token) -> bool:
    """Whether a bare number counts those that something is done to, that died, or that are dead or missing."""
    if item.unit is not None or item.kind != "count":
        return False
    if word_at(number.doc, item.at.j) in STATES:
        return True
    verb = number.head
    while number.dep_ == "pobj" and verb.lower_ in {"of", "to", "over", "under", "than"}:  # "a total of 39 are dead", "up to 9"
        number, verb = verb.head, verb.head.head
        if number.tag_ not in {"NN", "CD"}:
            return False
    if number.dep_ in {"nsubj", "nsubjpass"}:
        said = {word.lower_ for word in verb.rights if word.dep_ in {"acomp", "oprd", "attr", "advmod", "prep"}}
        return (verb.lemma_ in DONE and number.dep_ == "nsubjpass") or verb.lemma_ in MET or bool(said & STATES)
    return number.dep_ == "dobj" and verb.lemma_ in DONE
