"""A verb of cause in; the words of the cause and of the effect around it, by the dependency tree, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import complements, own_subject, right_head
from claimex.families.cause.deeds import (
    is_body,
    is_deed,
    is_named_so,
    is_outburst,
)
from claimex.families.cause.verbs import (
    PEOPLE,
    PERSONS,
    Parts,
    after_comma,
    agent,
    doer,
    is_name,
    is_passive,
    is_person,
    is_somebody,
    undergoer,
)
from claimex.spans import extent, trimmed
from claimex.syntax import clause_head

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Cue
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = [
    "at_risk", "by_change", "by_force", "by_help", "by_origin", "by_verb",
    "by_verb_to",
]  # fmt: skip


def by_verb(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The storm caused floods", "floods caused by the storm", ", causing floods"."""
    doc = layers.doc
    verb = doc[cue.at.i]
    if verb.dep_ in {"amod", "compound"}:
        return None
    done = agent(verb) if is_passive(verb) else None
    if done is not None:
        by, agency = done
        near = by.i == verb.i + 1
        return Parts(extent(doc, verb.i, by.j) if near else cue.at, agency, undergoer(verb), verb.i)
    if is_passive(verb):
        return None
    if not any(child.dep_ in {"dobj", "ccomp", "xcomp"} for child in verb.rights) or is_outburst(verb, layers):
        return None  # "the damage caused off Cuba"
    cause, effect = doer(verb), complements(verb, first=verb.i + 1)
    if effect is None or cause is None or is_no_object(verb, doc, effect.i):
        return None
    return Parts(cue.at, cause, effect, verb.i)


def is_no_object(verb: Token, doc: Doc, i: int) -> bool:
    """As in "the harm caused off Chile when a tanker sank"; and 'they named the virus that causes it "X"', misread."""
    named = doc[i].tag_ == "PRP" and i + 1 < len(doc) and doc[i + 1].tag_ in {"``", "''"}
    return named or (verb.lemma_ == "cause" and doc[i].tag_ in {"IN", "RP"})


def by_verb_to(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The crash led to delays", "resulting in delays"."""
    doc, at = layers.doc, cue.at
    verb = doc[at.i]
    noun = right_head(doc, at.j - 1, at.j)
    wave = noun is not None and noun.tag_ == "VB" and verb.lemma_ == "lead" and noun.i == at.j  # "will lead to wave damage"
    if noun is None or (noun.tag_ == "VB" and not wave) or verb.dep_ == "amod" or (is_passive(verb) and verb.lemma_ != "bring"):
        return None
    misread = verb.dep_ == "conj" or (
        verb.dep_ == "relcl" and verb.lemma_ == "result"
    )  # "talks of nine nations that resulted in"
    if is_person(verb) and (verb.lemma_ == "contribute" or (misread and is_somebody(verb))):
        return None
    if verb.tag_ == "VBG" and verb.i and doc[verb.i - 1].lower_ == "to":
        return None  # "the bar to contributing to it"
    if noun.ent_type_ in {"GPE", "FAC", "LOC", "CARDINAL"} or (verb.lemma_ == "lead" and noun.lemma_ in ROADS):
        return None  # "the road leads to Rome", "a 3-1 lead"
    cause = doer(verb)
    if cause is None:
        return None
    end = max(noun.right_edge.i + 1, at.j + 1)
    verbal = next((child for child in noun.rights if child.dep_ == "conj" and child.tag_ in FINITE), None)
    if verbal is not None and noun.tag_[0] == "N":  # "leads to scars and makes holes"
        end = max(at.j + 1, next((c.i for c in noun.rights if c.dep_ == "cc"), verbal.left_edge.i))
    more = doc[end] if end < len(doc) else noun
    if more.tag_ == "VBG" and more.head.i in {verb.i, at.j - 1} and more.i == end:  # "leading to the state using troops"
        end = more.right_edge.i + 1
    return Parts(at, cause, trimmed(doc, at.j, end), verb.i)


KNOWING = frozenset({"assess", "explain", "understand", "see", "know", "find", "determine", "identify", "show", "tell"})
FINITE = frozenset({"VB", "VBD", "VBP", "VBZ"})
PAST = frozenset({"VBD", "VBN", "VBG"})
WILL = frozenset({"will", "’ll", "'ll"})
ROADS = frozenset({"door", "room", "street", "house", "place", "win", "victory", "lead"})


def by_origin(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The delay results from a strike", "it depends on the weather": the cause follows."""
    doc, at = layers.doc, cue.at
    noun = right_head(doc, at.j - 1, at.j)
    head = doc[at.i]
    verb = clause_head(head)
    if noun is None or (own_subject(head) is None and head.dep_ not in {"acl", "advcl"}):
        return None
    if head.lemma_.startswith("depend") and is_reliance(head, noun):
        return None
    if is_open(head):
        return None
    effect = doer(head) or doer(verb)
    people = own_subject(head)
    if people is not None and people.tag_ in {"NNS", "NNPS"} and noun.tag_ == "PRP":
        return None  # "the tribes depend on it"
    return (
        Parts(at, trimmed(doc, at.j, noun.right_edge.i + 1), effect, verb.i)
        if effect is not None and not is_person(verb)
        else None
    )


def is_open(head: Token) -> bool:
    """As in "problems that could arise from it", "it can depend on the day"; ", after it began, resulting from haste"."""
    might = any(child.tag_ == "MD" and child.lower_ not in WILL for child in head.lefts)
    over = clause_head(head.head)
    late = head.tag_ == "VBG" and after_comma(head) and over.dep_ == "advcl"
    return late or (might and (head.dep_ == "relcl" or head.lemma_ == "depend"))


def is_reliance(head: Token, noun: Token) -> bool:
    """As in "they depend on you", "jobs depend on who wins", "..., depending on the day": who needs whom, and what is open."""
    subject = own_subject(head if head.dep_ not in {"acomp", "acl"} else clause_head(head))
    unsure = noun.tag_ in {"PRP", "WP", "WDT"} or any(child.lower_ in {"whether", "who"} for child in noun.lefts)
    people = noun.lemma_ in PERSONS or noun.ent_type_ in PEOPLE or (subject is not None and subject.lemma_ in PERSONS)
    return head.tag_ == "VBG" or unsure or people or (subject is not None and subject.lower_ == "whether")


def infinitive_of(verb: Token) -> Token | None:
    """The infinitive with "to" that completes the verb."""
    for child in verb.rights:
        if child.dep_ in {"xcomp", "ccomp"} and any(word.lower_ == "to" and word.dep_ == "aux" for word in child.lefts):
            return child
    return None


def by_force(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The fire forced them to leave", "it prompted the firm to act"; without an object and "to" it is another verb."""
    doc = layers.doc
    verb = doc[cue.at.i]
    goal = infinitive_of(verb)
    if goal is None or (is_person(verb) and not is_passive(verb)) or (verb.lemma_ == "enable" and verb.tag_ not in PAST):
        return None  # of a person it is a deed; "the card enables users to pay" tells what it is for
    if is_passive(verb):
        done, to = agent(verb), next(child.i for child in goal.lefts if child.lower_ == "to")
        at = extent(doc, verb.i, to + 1) if to == verb.i + 1 else cue.at
        why = done[1] if done is not None else what_led(verb, goal)
        if why is None:
            return None  # "was forced to resign": by what is not said
        end = next((child.left_edge.i for child in goal.rights if child.left_edge.i <= why.i <= child.right_edge.i), None)
        stop = goal.right_edge.i + 1 if end is None else end
        return Parts(at, why, trimmed(doc, goal.i, max(stop, goal.i + 1)), verb.i)
    if verb.nbor().lower_ == "to":
        return None  # nobody is forced: "will lead to wave damage", misread
    effect = complements(verb, first=verb.i + 1)
    cause = doer(verb)
    return Parts(cue.at, cause, effect, verb.i) if effect is not None and cause is not None else None


def what_led(verb: Token, goal: Token) -> Extent | None:
    """Why somebody was forced, in a phrase or clause beside it: "forced to land after a bird strike", "when rain fell"."""
    for child in (*verb.rights, *goal.rights, *verb.lefts):
        if (
            child.dep_ == "prep"
            and child.lower_ in {"after", "amid", "following", "by", "over"}
            and any(True for _ in child.rights)
        ):
            return trimmed(verb.doc, child.i + 1, child.right_edge.i + 1)
        marks = [word for word in child.lefts if word.dep_ in {"mark", "advmod"} and word.lower_ in {"after", "as", "when"}]
        if child.dep_ == "advcl" and marks and child.tag_ != "VB":
            return trimmed(verb.doc, marks[0].i + 1, child.right_edge.i + 1)
    return None


def at_risk(cue: Cue, layers: Layers) -> Parts | None:
    """As in "It puts lives at risk", "a move putting jobs in danger"."""
    verb = layers.doc[cue.at.i]
    risky = {"risk", "danger", "jeopardy", "doubt", "question", "pressure", "peril"}
    danger = next((c for c in verb.subtree if c.dep_ == "prep" and any(noun.lower_ in risky for noun in c.rights)), None)
    if danger is None or is_passive(verb) or is_person(verb):
        return None
    cause, effect = doer(verb), complements(verb, first=verb.i + 1)
    if effect is not None and effect.j <= danger.i:
        effect = trimmed(verb.doc, effect.i, danger.right_edge.i + 1)
    return Parts(cue.at, cause, effect, verb.i) if effect is not None and cause is not None else None


def by_change(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The storm damaged homes", "warming raises the risk": only things and events, not people, are causes here."""
    verb = layers.doc[cue.at.i]
    if verb.dep_ in {"amod", "compound", "pcomp"} or infinitive_of(verb) is not None:
        return None
    if is_deed(verb, layers) or is_named_so(verb) or (not is_passive(verb) and (is_person(verb) or is_body(verb, layers))):
        return None
    if is_passive(verb):
        done = agent(verb)
        by_much = done is not None and layers.quantities.at(done[1].i) is not None  # "cut by a quarter of a point"
        return None if done is None or by_much or is_name(done[1], layers) else Parts(cue.at, done[1], undergoer(verb), verb.i)
    if own_subject(verb) is None or not any(child.dep_ in {"dobj", "ccomp"} for child in verb.rights):
        return None
    up = any(child.dep_ == "prt" and child.i == verb.i + 1 for child in verb.rights)  # "drove up prices"
    cause, effect = doer(verb), complements(verb, first=verb.i + 1 + up)
    return Parts(cue.at, cause, effect, verb.i) if effect is not None and cause is not None else None


def by_help(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The rule helped improve safety", where a thing helps."""
    doc = layers.doc
    verb, goal = doc[cue.at.i], doc[cue.at.j - 1]
    subject = own_subject(verb)
    if subject is None or is_person(verb) or is_body(verb, layers) or goal.head.i != verb.i or goal.lemma_ in KNOWING:
        return None
    if (
        subject.ent_type_ == "DATE"
        or subject.tag_ == "PRP"
        or any(child.tag_ == "MD" for child in verb.lefts)
        or verb.tag_ == "VB"
    ):
        return None  # "a law that would help": hoped for
    effect, cause = complements(goal, first=goal.i + 1), doer(verb)
    return Parts(cue.at, cause, effect, verb.i) if effect is not None and cause is not None else None
