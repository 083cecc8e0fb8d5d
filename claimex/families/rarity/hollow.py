"""A reading of a rank in; whether nobody could look it up, out: no class that is named, a page about itself, idle talk.

In talk, ranks tell what somebody did next ("the first book that I read"), who is meant ("in my first attempt") or how
somebody sees it ("you are the only one"). What a speaker says of a named class is a claim all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.syntax import SUBJECT_DEPS, ancestors, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Reading
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["is_hollow"]

CLASSED = frozenset({"first", "first-ever", "first-in-period", "first-since", "first-to", "last", "only", "nth"})
SELF = frozenset({"following", "article", "page"})  # "The following is the fourth part of a series"
EDITING = frozenset({"amend", "update", "edit", "modify", "revise"})
MINE = frozenset({"my", "our", "your"})
OWN = MINE | {"his", "her", "its", "their"}
POINTING = frozenset({"you", "it", "that", "this", "they", "these", "those", "which"})
THEM = POINTING | {"so", "them", "him", "her"}
FIRST_PERSON = frozenset({"i", "we"})
# What only a speaker's view makes the only one; "the only difference is that ..." is a way of going on, whoever says it.
VIEWED = frozenset({
    "difference", "reason", "possibility", "step", "remedy", "option", "choice", "explanation", "answer", "solution",
    "alternative", "way", "test", "plea", "advice", "priority", "goal", "aim", "purpose", "wish", "fear", "dream", "point",
    "exception", "security", "hope", "consolation", "comfort", "chance", "fault", "crime", "mistake", "good", "thing",
    "stuff", "one", "ones",
})  # fmt: skip
GOING_ON = frozenset({"difference", "reason", "exception", "way", "point", "possibility", "advice", "trick"})
THINKING = frozenset({"think", "believe", "assume", "imagine", "suppose", "feel", "pretend", "hope", "wish"})
# Verbs whose object is not said to be there by them: "recalling their first meeting".
MINDING = frozenset({
    "remember", "recall", "forget", "discuss", "describe", "like", "love", "enjoy", "prefer", "liken", "compare", "chase",
    "picture", "imagine", "abort", "contemplate", "mention",
})  # fmt: skip
COMPARING = frozenset({"so", "as", "more", "less", "such", "this", "that", "too"})
LATER = frozenset({"ever", "before", "previously", "since", "yet"})
FURTHER = 3  # heads from a verb to the thinking that it stands in


def is_hollow(found: Reading, layers: Layers) -> bool:
    """Whether a reading tells nothing that somebody else could look up."""
    doc = layers.doc
    kind = (found.pattern or "").rsplit(".", 1)[-1]
    head = doc[found.head]
    subject = root_of(doc, found.subject)
    ranked = root_of(doc, slot_at(found, "of"))
    if is_of_page(subject, head) or (kind in CLASSED and is_classless(found)):
        return True
    if is_supposed(head):
        return True
    if found.slots["rank"] == "never":
        return kind in {"never-before", "not-since", "yet-to"} and is_idle_denial(found, subject, layers)
    if ranked is None:
        return kind == "unique" and is_pointing(subject) and is_talk(found, layers)
    if found.slots["period"] is not None:
        return False
    return is_mine(ranked) or is_minded(ranked) or is_view(found, ranked, subject, layers) or is_told(found, ranked, layers)


def root_of(doc: Doc, at: Extent | None) -> Token | None:
    """The word that the others of a phrase hang on."""
    if at is None:
        return None
    return next((t for t in doc[at.i : at.j] if not at.holds(t.head.i) or t.head.i == t.i), None)


def slot_at(found: Reading, name: str) -> Extent | None:
    slot = found.slots.get(name)
    return slot.at if isinstance(slot, Phrase) else None


def is_of_page(subject: Token | None, head: Token) -> bool:
    """As in "The following is the sixth part of a series", "Article last amended: 5 March"."""
    if subject is None:
        return False
    word = subject.lower_.strip("-")
    return word in SELF and (word == "following" or head.lemma_ in EDITING)


def is_classless(found: Reading) -> bool:
    """As in "It will not be the last": of what, only the text around says, if anything does."""
    return all(found.slots.get(name) is None for name in ("of", "activity", "period"))


def is_talk(found: Reading, layers: Layers) -> bool:
    """Whether it is said in a turn of an interview or in quotation marks."""
    if layers.attributions.turn_of(found.cue) is not None:
        return True
    quote = layers.attributions.of(found.cue)
    return quote is not None and quote.form == "direct"


def is_pointing(subject: Token | None) -> bool:
    return subject is None or subject.lower_ in POINTING


def is_supposed(head: Token) -> bool:
    """As in "I used to believe I was the only one": what was only thought."""
    for verb in list(ancestors(head))[:FURTHER]:
        over = verb.head
        if verb.dep_ == "ccomp" and over.lemma_ in THINKING and (over.tag_ == "VBD" or over.head.lemma_ == "use"):
            who = next((t for t in (*over.lefts, *over.head.lefts) if t.dep_ in SUBJECT_DEPS), None)
            return who is not None and (who.lower_ in FIRST_PERSON or over.head.lemma_ == "use")
    return False


def is_idle_denial(found: Reading, subject: Token | None, layers: Layers) -> bool:
    """As in "they have never been strict", and in talk "I had never seen it", "I never stole": nothing of a kind is denied."""
    verb = layers.doc[found.head]
    later = any(t.lower_ in LATER for t in verb.children)
    if verb.lemma_ == "be" and not later and found.slots["period"] is None:
        said = next((t for t in verb.rights if t.dep_ in {"acomp", "attr"}), None)
        if said is not None and said.dep_ == "acomp":
            return said.tag_ == "JJ" and not any(t.lower_ in COMPARING or t.tag_ == "RBR" for t in said.lefts)
        return said is None and not any(t.dep_ == "prep" for t in verb.rights)
    if subject is None or not is_verb(verb) or found.slots["period"] is not None or not is_talk(found, layers):
        return False
    said = next((t for t in verb.rights if t.dep_ in {"dobj", "prep", "xcomp", "ccomp", "attr", "acomp"}), None)
    if said is not None and said.lower_ in THEM:
        return True
    bare = said is None and not later and not any(t.dep_ == "auxpass" for t in verb.lefts)
    return layers.attributions.turn_of(found.cue) is not None and (bare or subject.lower_ in THEM)


def is_mine(ranked: Token) -> bool:
    """As in "Our first meeting is on Thursday", "in my first attempt": which one, told by somebody who was there."""
    owner = next((t for t in ranked.lefts if t.dep_ == "poss"), None)
    if owner is None or owner.lower_ not in MINE or any(t.lower_ in {"only", "sole"} for t in ranked.lefts):
        return False
    return ranked.dep_ in SUBJECT_DEPS or (ranked.dep_ == "pobj" and ranked.head.head.lemma_ != "be")


def is_minded(ranked: Token) -> bool:
    """As in "recalling their first meeting", "Many remember the first server that they used"."""
    return ranked.dep_ == "dobj" and ranked.head.lemma_ in MINDING


def is_view(found: Reading, ranked: Token, subject: Token | None, layers: Layers) -> bool:
    """As in "The only difference is that it rains", and in talk "you are the only one who asks", "it was the only remedy"."""
    if found.slots["rank"] != "only" or ranked.lower_ not in VIEWED:
        return False
    going_on = ranked.dep_ in SUBJECT_DEPS and any(t.dep_ == "ccomp" for t in ranked.head.rights)
    if (going_on and ranked.lemma_ in GOING_ON) or is_talk(found, layers):
        return True
    denied = any(t.dep_ == "neg" for t in layers.doc[found.head].children)
    return ranked.lower_ in {"one", "ones"} and (denied or is_pointing(subject))


def is_told(found: Reading, ranked: Token, layers: Layers) -> bool:
    """In a turn of an interview: "you are the first who asked", "the first book that I read", "one of the first we saw"."""
    if found.slots["rank"] not in {"first", "last"} or layers.attributions.turn_of(found.cue) is None:
        return False
    subject = root_of(layers.doc, found.subject)
    if subject is not None and subject.lower_ == "you":
        return True
    own = next((t for t in ranked.rights if t.dep_ == "relcl"), None)
    mine = own is not None and any(t.lower_ in {"i", "we", "you", "they"} and t.dep_ in SUBJECT_DEPS for t in own.lefts)
    plain = ranked.dep_ in SUBJECT_DEPS and own is None and not any(t.dep_ in {"prep", "acl"} for t in ranked.rights)
    return mine or (plain and not any(t.ent_type_ in {"DATE", "TIME"} for t in ranked.head.subtree))
