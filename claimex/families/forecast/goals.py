"""Nouns of plans, what is to be done to a noun, and headlines in; the verb and subject of what is to come, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import own_subject
from claimex.families._times import times_of
from claimex.families.forecast.hollow import does_that
from claimex.modality import polarity
from claimex.spans import extent
from claimex.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.families.forecast.future import Found
    from claimex.layers import Layers

__all__ = ["by_goal", "by_headline", "by_to_be"]

# A plan that one of these is said of is none any more: "a plan to sell it fell through".
DROPPED = frozenset(
    {"fall", "fail", "collapse", "scrap", "abandon", "cancel", "reject", "drop", "shelve", "withdraw", "founder", "defeat"}
)


def by_goal(cue: Cue, layers: Layers) -> Found | None:
    """As in "A plan to cut taxes", "the goal is to cut taxes"."""
    doc = layers.doc
    noun, to = doc[cue.at.i], doc[cue.at.j - 1]
    verb = to.head
    if verb.i < to.i or not is_verb(verb) or does_that(verb) or verb.head.i not in {noun.i, noun.head.i, to.i - 1}:
        return None
    holder = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if (
        holder is None
        and noun.dep_ == "dobj"
        and noun.head.lemma_ in {"have", "announce", "unveil", "outline", "present", "make"}
    ):
        holder = own_subject(noun.head)
    if noun.lemma_ in {"effort", "bid", "scheme"} and holder is None:
        return None
    none = noun.tag_ == "NN" and any(child.lower_ == "no" for child in noun.lefts)  # "he has no plan to save it"
    if none or (noun.dep_ == "pobj" and noun.head.lower_ == "in" and holder is None):  # "it is in the plans to"
        return None
    when = any(child.lower_ in {"when", "if"} for child in noun.head.lefts)  # "when they write proposals to"
    if when or any(child.lower_ == "any" for child in noun.lefts) or (noun.dep_ == "dobj" and is_undone(noun.head)):
        return None
    if noun.head.lemma_ in DROPPED and noun.dep_ in {"nsubj", "nsubjpass", "dobj"} and polarity(noun.head) == "affirmed":
        return None
    return cue.at, verb, holder or noun


def is_undone(verb: Token) -> bool:
    """As in "could have made a plan to", "was developing plans to": no plan that stands."""
    words = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    return bool(words & {"could", "would", "might", "should"}) or (verb.tag_ == "VBG" and bool(words & {"was", "were"}))


def by_to_be(cue: Cue, layers: Layers) -> Found | None:
    """As in "Figures to be published today": a noun with what is to be done to it, and when."""
    verb = layers.doc[cue.at.j - 1]
    noun = verb.head
    if verb.dep_ not in {"acl", "relcl"} or noun.tag_ not in {"NN", "NNS", "NNP", "NNPS"} or not times_of(verb, layers):
        return None
    return extent(layers.doc, cue.at.i, cue.at.j - 1), verb, noun


def by_headline(cue: Cue, layers: Layers) -> Found | None:
    """As in "Khan to go to Russia": in a headline, the infinitive is its only verb."""
    doc = layers.doc
    verb = doc[cue.at.j - 1]
    if cue.at.i >= layers.headline or verb.sent.start >= layers.headline:
        return None
    before = [token for token in doc[verb.sent.start : cue.at.i] if not token.is_space]
    if (
        not before
        or any(is_verb(token) and token.dep_ not in {"amod", "compound"} for token in before)
        or before[-1].tag_[:2] not in {"NN", "CD"}
    ):
        return None
    if verb.i + 1 < layers.headline and verb.lower_ == "be":
        return None
    nouns = [token for token in before if token.tag_.startswith("NN")]
    return extent(doc, cue.at.i, cue.at.i + 1), verb, nouns[-1] if nouns else None
