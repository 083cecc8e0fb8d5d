"""A cue of cause in; the words of the cause and of the effect around it, by the dependency tree, out."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from claimex.families._clause import beside, complements, governor, noun_words, own_subject, right_head, same_side
from claimex.spans import Extent, extent, trimmed
from claimex.syntax import SUBJECT_DEPS, clause, clause_head, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

PEOPLE = frozenset({"PERSON", "NORP", "ORG", "GPE"})
PRONOUNS = frozenset({
    "i", "we", "he", "she", "they", "you", "who", "what", "someone", "anyone", "everyone", "somebody", "everybody", "nobody", "one",
    "those", "others", "some", "many", "all",
})  # fmt: skip
PERSONS = frozenset(
    resources.files("claimex.families").joinpath("persons.txt").read_text(encoding="utf-8").split()
)  # nouns of people and of bodies that act: what they do is a deed, not a cause


@dataclass(frozen=True, slots=True)
class Parts:
    """What a cue was read to stand between; `head` the token whose verb says tense and polarity."""

    cue: Extent
    cause: Extent | None
    effect: Extent | None
    head: int


def whole(token: Token) -> Extent:
    """All words that hang on a token."""
    return trimmed(token.doc, token.left_edge.i, token.right_edge.i + 1)


# --- phrases and clauses of cause


def by_preposition(cue: Cue, layers: Layers) -> Parts | None:
    """ "Closed because of rain", "a delay due to rain", "the delay was due to rain"."""
    doc, at = layers.doc, cue.at
    if doc[at.j - 1].dep_ == "aux":
        return None  # "due to open": a schedule
    cause = right_head(doc, at.i, at.j)
    if cause is None or cause.dep_ in {"ROOT", "aux"} or cause.tag_ == "VB":
        return None
    over = governor(doc, at.i, at.j)
    end = max(at.j, cause.right_edge.i + 1)
    return Parts(at, trimmed(doc, at.j, end), effect_at(over, at, end), over.i)


def effect_at(over: Token, at: Extent, end: int) -> Extent | None:
    """What a phrase of cause is said of: the subject of "is due to", else the noun or clause that it hangs on."""
    doc, verb = over.doc, clause_head(over)
    if over.lemma_ == "be" and at.i > over.i and all(token.tag_ in {"RB", "CC", ","} for token in doc[over.i + 1 : at.i]):
        subject = own_subject(over)
        return whole(subject) if subject is not None else None
    if not is_verb(over) and (over.dep_ in SUBJECT_DEPS or not is_verb(verb)):
        return same_side(doc, whole(over), over.i, at.i, end)
    return beside(verb, at.i, end)


def over_fears(cue: Cue, layers: Layers) -> Parts | None:
    """ "Rejected over fears that it would cost too much": the fears are the cause."""
    doc, at = layers.doc, cue.at
    over, fear = doc[at.i].head, doc[at.j - 1]
    if fear.head.i != at.i or not any(child.dep_ in {"acl", "relcl", "prep"} for child in fear.rights):
        return None
    end = fear.right_edge.i + 1
    return Parts(at, trimmed(doc, at.i + 1, end), beside(clause_head(over), at.i, end), over.i)


def by_clause(cue: Cue, layers: Layers) -> Parts | None:
    """ "We stayed because it rained", "because it rained, we stayed"."""
    doc, at = layers.doc, cue.at
    verb = doc[at.j - 1].head
    if at.i <= verb.i < at.j or verb.i < at.i or verb.dep_ == "ROOT":
        return None
    over = verb.head
    head = clause_head(over.head.head if over.lower_ == "grounds" else over)
    if head.i == verb.i or head.sent.text.rstrip(" \n\"”’'").endswith("?"):
        return None
    cause = trimmed(doc, at.j, verb.right_edge.i + 1)
    if head.lemma_ == "be" and at.i > head.i and all(token.tag_ == "RB" for token in doc[head.i + 1 : at.i]):
        reason = reason_of(head)
        return Parts(at, cause, reason, head.i) if reason is not None else None
    if doc[at.j - 1].tag_ == "IN" and at.i < head.i and not any(token.tag_ == "," for token in doc[at.j : head.i]):
        return None  # "Because it's - it's far": speech that breaks off
    effect = beside(head, min(at.i, verb.left_edge.i), verb.right_edge.i + 1)
    return Parts(at, cause, effect, head.i) if effect is not None and effect.j - effect.i > 1 else None


def reason_of(copula: Token) -> Extent | None:
    """ "One reason that prices fall is because": what it is the reason of."""
    subject = own_subject(copula)
    if subject is None:
        return None
    for noun in subject.subtree:
        verb = next((child for child in noun.rights if child.dep_ in {"relcl", "acl"}), None)
        if noun.lemma_ == "reason" and verb is not None:
            return trimmed(noun.doc, verb.left_edge.i + (verb.left_edge.lower_ in {"that", "why"}), verb.right_edge.i + 1)
    return whole(subject) if subject.lower_ in {"this", "that", "it"} else None


def by_conclusion(cue: Cue, layers: Layers) -> Parts | None:
    """ "The law is new, so the taxes stay": what goes before is the cause."""
    doc, at = layers.doc, cue.at
    so = doc[at.j - 1]
    verb = so.head
    if verb.i <= so.i or not is_verb(verb) or doc[at.j].lower_ in {"that", "far", "long", "much", "many", "called"}:
        return None
    if not any(child.dep_ in SUBJECT_DEPS and child.i > so.i for child in verb.lefts):
        return None
    before = next((child for child in verb.lefts if child.dep_ == "ccomp" and child.i < so.i), None)
    if before is None and verb.dep_ in {"conj", "advcl", "ccomp"} and verb.head.i < so.i:
        before = verb.head
    if before is None or not is_verb(before):
        return None
    end = max((child.right_edge.i + 1 for child in verb.rights if child.dep_ not in {"punct", "cc", "conj"}), default=verb.i + 1)
    cause = trimmed(doc, min(clause(before).i, before.i), at.i)
    return Parts(extent(doc, at.j - 1, at.j), cause, trimmed(doc, at.j, max(end, verb.i + 1)), verb.i)


# --- verbs of cause


def is_passive(verb: Token) -> bool:
    """Whether the verb is a past participle with its object before it: "was caused", "damage caused"."""
    helpers = {child.dep_ for child in verb.lefts}
    perfect = any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.lefts)
    return verb.tag_ == "VBN" and ("auxpass" in helpers or not perfect) or (verb.dep_ in {"acl"} and verb.tag_ == "VBD")


def agent(verb: Token, *, also: frozenset[str] = frozenset()) -> tuple[Extent, Extent] | None:
    """The preposition after a passive, and what it was done by."""
    for child in verb.rights:
        if child.dep_ in {"agent", "prep"} and (child.lower_ == "by" or child.lower_ in also):
            noun = next((word for word in child.rights if word.dep_ in {"pobj", "pcomp"}), None)
            if noun is not None:
                return extent(verb.doc, child.i, child.i + 1), trimmed(verb.doc, noun.left_edge.i, child.right_edge.i + 1)
    return None


def undergoer(verb: Token) -> Extent | None:
    """What a passive is said of: its subject, or the noun that it modifies."""
    subject = own_subject(verb)
    if subject is not None:
        return noun_words(subject, stop=verb.i if subject.i < verb.i else None)
    top = first_conjunct(verb)
    if top.dep_ in {"acl", "relcl"} and not after_comma(top):
        return noun_words(top.head, stop=top.left_edge.i)
    if top.dep_ in {"acl", "advcl"}:
        return beside(clause_head(top.head), top.left_edge.i, top.right_edge.i + 1)
    return None


def doer(verb: Token) -> Extent | None:
    """What brings it about: the subject, the noun that a participle modifies, or the clause that it follows."""
    subject = own_subject(verb)
    if subject is not None:
        return noun_words(subject, stop=verb.left_edge.i if verb.left_edge.i > subject.i else verb.i)
    top = first_conjunct(verb)
    if top.dep_ in {"acl", "relcl"} and not after_comma(top):
        return noun_words(top.head, stop=top.left_edge.i)
    if top.tag_ == "VBG" and top.dep_ in {"advcl", "acl", "ccomp", "dep", "pobj", "appos", "prep"}:
        return beside(clause_head(top.head), top.left_edge.i, top.right_edge.i + 1)
    return None


def first_conjunct(verb: Token) -> Token:
    for _ in range(8):
        if verb.dep_ != "conj" or verb.head.tag_ != verb.tag_:
            return verb
        verb = verb.head
    return verb


def after_comma(verb: Token) -> bool:
    i = verb.left_edge.i
    return i > 0 and (verb.doc[i - 1].tag_ in {",", ":", "NFP"} or verb.doc[i].tag_ in {",", ":"})


def is_person(verb: Token) -> bool:
    """Whether a person or a body does it: then it is a deed, not a cause."""
    subject = own_subject(verb)
    top = first_conjunct(verb)
    noun = subject if subject is not None else top.head if top.dep_ in {"acl", "relcl"} else None
    if noun is None:
        return False
    return noun.ent_type_ in PEOPLE or noun.lower_ in PRONOUNS or noun.lemma_.lower() in PERSONS


def by_verb(cue: Cue, layers: Layers) -> Parts | None:
    """ "The storm caused floods", "floods caused by the storm", ", causing floods"."""
    doc = layers.doc
    verb = doc[cue.at.i]
    if verb.dep_ in {"amod", "compound"}:
        return None
    done = agent(verb) if is_passive(verb) else None
    if done is not None:
        by, cause = done
        near = by.i == verb.i + 1
        return Parts(extent(doc, verb.i, by.j) if near else cue.at, cause, undergoer(verb), verb.i)
    if is_passive(verb):
        return None
    cause, effect = doer(verb), complements(verb, first=verb.i + 1)
    return Parts(cue.at, cause, effect, verb.i) if effect is not None and cause is not None else None


def by_verb_to(cue: Cue, layers: Layers) -> Parts | None:
    """ "The crash led to delays", "resulting in delays"."""
    doc, at = layers.doc, cue.at
    verb = doc[at.i]
    noun = right_head(doc, at.j - 1, at.j)
    if noun is None or noun.tag_ == "VB" or verb.dep_ in {"amod"} or (is_passive(verb) and verb.lemma_ != "bring"):
        return None
    if verb.lemma_ == "contribute" and is_person(verb):
        return None
    if noun.ent_type_ in {"GPE", "FAC", "LOC", "CARDINAL"} or (verb.lemma_ == "lead" and noun.lemma_ in ROADS):
        return None  # "the road leads to Rome", "a 3-1 lead"
    cause = doer(verb)
    if cause is None:
        return None
    return Parts(at, cause, trimmed(doc, at.j, max(noun.right_edge.i + 1, at.j + 1)), verb.i)


ROADS = frozenset({"door", "room", "street", "house", "place", "win", "victory", "lead"})


def by_origin(cue: Cue, layers: Layers) -> Parts | None:
    """ "The delay results from a strike", "it depends on the weather": the cause follows."""
    doc, at = layers.doc, cue.at
    noun = right_head(doc, at.j - 1, at.j)
    head = doc[at.i]
    verb = clause_head(head)
    if noun is None or own_subject(head) is None and head.dep_ not in {"acl", "advcl"}:
        return None
    effect = doer(head) or doer(verb)
    return (
        Parts(at, trimmed(doc, at.j, noun.right_edge.i + 1), effect, verb.i)
        if effect is not None and not is_person(verb)
        else None
    )


def by_force(cue: Cue, layers: Layers) -> Parts | None:
    """ "The fire forced them to leave", "it prompted the firm to act"; without an object and "to" it is another verb."""
    doc = layers.doc
    verb = doc[cue.at.i]
    goal = next((child for child in verb.rights if child.dep_ in {"xcomp", "ccomp"} and child.tag_ in {"VB", "VBN"}), None)
    if is_person(verb) and not is_passive(verb):
        return None  # somebody's deed
    if goal is None or not any(child.lower_ == "to" and child.dep_ == "aux" for child in goal.lefts):
        return None
    if is_passive(verb):
        effect, done = trimmed(doc, goal.i, goal.right_edge.i + 1), agent(verb)
        to = next(child.i for child in goal.lefts if child.lower_ == "to")
        at = extent(doc, verb.i, to + 1) if to == verb.i + 1 else cue.at
        return Parts(at, done[1] if done else None, effect, verb.i)
    effect = complements(verb, first=verb.i + 1)
    cause = doer(verb)
    return Parts(cue.at, cause, effect, verb.i) if effect is not None and cause is not None else None


def by_participle(cue: Cue, layers: Layers) -> Parts | None:
    """ "The roof fell in, leaving two dead": the clause before the comma is the cause."""
    doc = layers.doc
    verb = doc[cue.at.j - 1]
    top = first_conjunct(verb)
    if top.dep_ not in {"advcl", "acl", "ccomp", "dep"} or top.head.i > top.i or any(c.dep_ in SUBJECT_DEPS for c in verb.lefts):
        return None
    if not after_comma(top) or top.head.dep_ == "pcomp":
        return None
    cause, effect = beside(clause_head(top.head), top.left_edge.i, top.right_edge.i + 1), complements(verb, first=verb.i + 1)
    return Parts(extent(doc, verb.i, verb.i + 1), cause, effect, verb.i) if effect is not None and cause is not None else None


def at_risk(cue: Cue, layers: Layers) -> Parts | None:
    """ "It puts lives at risk", "a move putting jobs in danger"."""
    verb = layers.doc[cue.at.i]
    risky = {"risk", "danger", "jeopardy", "doubt", "question", "pressure", "peril"}
    if not any(child.dep_ == "prep" and any(noun.lower_ in risky for noun in child.rights) for child in verb.subtree):
        return None
    if is_passive(verb):
        return None
    cause, effect = doer(verb), complements(verb, first=verb.i + 1)
    return Parts(cue.at, cause, effect, verb.i) if effect is not None and cause is not None else None


def by_change(cue: Cue, layers: Layers) -> Parts | None:
    """ "The storm damaged homes", "warming raises the risk": only things and events, not people, are causes here."""
    verb = layers.doc[cue.at.i]
    if is_person(verb) or verb.dep_ in {"amod", "compound", "pcomp"}:
        return None
    if is_passive(verb):
        done = agent(verb)
        return None if done is None or is_name(done[1], layers) else Parts(cue.at, done[1], undergoer(verb), verb.i)
    if own_subject(verb) is None or not any(child.dep_ in {"dobj", "ccomp"} for child in verb.rights):
        return None
    cause, effect = doer(verb), complements(verb, first=verb.i + 1)
    return Parts(cue.at, cause, effect, verb.i) if effect is not None and cause is not None else None


def is_name(at: Extent, layers: Layers) -> bool:
    return any(
        token.ent_type_ in PEOPLE or token.lower_ in PRONOUNS or token.lemma_ in PERSONS for token in layers.doc[at.i : at.j]
    )


def by_help(cue: Cue, layers: Layers) -> Parts | None:
    """ "The rule helped improve safety", where a thing helps."""
    doc = layers.doc
    verb, goal = doc[cue.at.i], doc[cue.at.j - 1]
    if is_person(verb) or own_subject(verb) is None or goal.head.i != verb.i:
        return None
    effect, cause = complements(goal, first=goal.i + 1), doer(verb)
    return Parts(cue.at, cause, effect, verb.i) if effect is not None and cause is not None else None


# --- nouns, sanctions, blame


def by_sanction(cue: Cue, layers: Layers) -> Parts | None:
    """ "He was booked for a foul": what he got it for is the cause."""
    doc = layers.doc
    verb, for_ = doc[cue.at.i], doc[cue.at.j - 1]
    if for_.head.i != verb.i or verb.dep_ in {"amod"}:
        return None
    reason = next((child for child in for_.rights if child.dep_ in {"pobj", "pcomp"}), None)
    if reason is None or reason.ent_type_ in {"DATE", "TIME", "CARDINAL", "MONEY"} or layers.dates.at(reason.i) is not None:
        return None  # "jailed for ten years"
    if layers.quantities.at(reason.i) is not None:
        return None
    effect = beside(clause_head(verb), for_.i, for_.right_edge.i + 1)
    return Parts(extent(doc, for_.i, for_.i + 1), trimmed(doc, for_.i + 1, for_.right_edge.i + 1), effect, verb.i)


def by_response(cue: Cue, layers: Layers) -> Parts | None:
    """ "It drew criticism for its cost"."""
    doc = layers.doc
    noun, for_ = doc[cue.at.i], doc[cue.at.j - 1]
    if for_.head.i not in {noun.i, noun.head.i}:
        return None
    end = for_.right_edge.i + 1
    return Parts(extent(doc, for_.i, for_.i + 1), trimmed(doc, for_.i + 1, end), noun_words(noun, stop=for_.i), noun.i)


def by_citing(cue: Cue, layers: Layers) -> Parts | None:
    """ "Citing costs, the firm closed the plant": the reason that is given."""
    doc = layers.doc
    verb = doc[cue.at.i]
    cause = complements(verb, first=verb.i + 1)
    if verb.dep_ != "advcl" or cause is None or verb.head.lemma_ in {"report", "say"}:
        return None
    return Parts(cue.at, cause, beside(clause_head(verb.head), verb.left_edge.i, verb.right_edge.i + 1), verb.head.i)


def by_noun(cue: Cue, layers: Layers) -> Parts | None:
    """ "X is a cause of Y", "the result of X was Y"."""
    doc, at = layers.doc, cue.at
    noun = doc[at.i]
    verb = noun.head
    other = next((child for child in doc[at.j - 1].rights if child.dep_ in {"pobj", "pcomp"}), None)
    if other is None or verb.lemma_ not in {"be", "become", "remain"} or noun.dep_ not in {"attr", "nsubj"}:
        return None
    if noun.dep_ == "attr":
        subject = own_subject(verb)
        one = noun_words(subject) if subject is not None else None
    else:
        attr = next((child for child in verb.rights if child.dep_ in {"attr", "acomp", "ccomp"}), None)
        one = whole(attr) if attr is not None else None
    if one is None:
        return None
    two = trimmed(doc, at.j, other.right_edge.i + 1)
    first_is_cause = noun.lemma_ in {"cause", "reason", "factor"}
    return Parts(at, one if first_is_cause else two, two if first_is_cause else one, verb.i)


def by_impact(cue: Cue, layers: Layers) -> Parts | None:
    """ "The ban had an effect on trade"."""
    doc, at = layers.doc, cue.at
    noun, verb = doc[at.i], doc[at.i].head
    other = next((child for child in doc[at.j - 1].rights if child.dep_ in {"pobj", "pcomp"}), None)
    if other is None or noun.dep_ != "dobj" or verb.lemma_ != "have" or own_subject(verb) is None:
        return None
    return Parts(at, doer(verb), trimmed(doc, noun.left_edge.i, other.right_edge.i + 1), verb.i)


def by_blame(cue: Cue, layers: Layers) -> Parts | None:
    """ "Police blamed the crash on fog", "the fall was attributed to rates", "critics blame him for the loss"."""
    doc = layers.doc
    verb = doc[cue.at.i]
    link = {"blame": {"on", "for"}, "credit": {"with", "for"}}.get(verb.lemma_, {"to", "on"})
    prep = next((child for child in verb.rights if child.dep_ in {"prep", "dative"} and child.lower_ in link), None)
    if prep is None or not any(True for _ in prep.rights):
        return None
    after = trimmed(doc, prep.i + 1, prep.right_edge.i + 1)
    if is_passive(verb):
        before = undergoer(verb)
    else:
        dobj = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < prep.i), None)
        before = noun_words(dobj) if dobj is not None else None
        if before is None and verb.dep_ == "relcl":
            before = noun_words(verb.head, stop=verb.left_edge.i)
    if before is None:
        return None
    forward = verb.lemma_ in {"blame", "credit"} and prep.lower_ in {"for", "with"}
    at = extent(doc, verb.i, prep.i + 1) if prep.i == verb.i + 1 else cue.at
    return Parts(at, before if forward else after, after if forward else before, verb.i)
