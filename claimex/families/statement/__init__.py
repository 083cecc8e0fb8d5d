"""Somebody is reported to say, write, think or find something: "said", "according to", "denied", "asked whether".

It can be checked against what the speaker did say, or where. "He spoke to reporters" is none: nothing is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Cue, Family, Phrase, Reading
from claimex.families.statement.check import check
from claimex.families.statement.hollow import is_hollow
from claimex.spans import covering
from claimex.syntax import is_question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from claimex.layers import Layers
    from claimex.speakers import Attribution

__all__ = ["FAMILY"]


# Verbs whose object is had or liked, not said: "posted a record profit", "prefers tea".
DONE = frozenset({"post", "prefer", "understand", "recognize", "recognise"})
# "Declined to comment" reports nothing.
SILENT = frozenset({"comment", "answer", "respond", "elaborate", "speak", "talk", "discuss"})
# "The horses — I mentioned them before — are old": what stands before was not said by this verb, which has its object.
TOPICAL = frozenset({"mention", "describe", "discuss"})
HELPING = frozenset({"support", "back"})
# Verbs by which one who talks of himself only says that he knows or sees.
MINDS = frozenset(
    {"know", "see", "feel", "remember", "understand", "guess", "realise", "realize", "find", "learn", "hear", "figure"}
)


REFLEXIVES = frozenset({"itself", "himself", "herself", "themselves", "myself", "ourselves", "yourself"})
SUPPOSING = frozenset({"if", "unless", "lest"})
# What one plans to say is not said yet: "plans to announce", "not authorised to discuss".
UNDONE = frozenset({"plan", "intend", "try", "attempt", "authorize", "authorise", "fail", "permit", "invite", "force"})
THOUGHT = frozenset({"might", "may", "should"})


def cues(layers: Layers) -> Iterable[Cue]:
    """Every report; the label of a transcript's turn reports nothing."""
    return [Cue(item.pattern, item.cue, item) for item in layers.attributions if item.pattern != "turn"]


def read(cue: Cue, layers: Layers) -> Iterable[Reading]:
    item: Attribution = cue.source
    if is_talk(item, layers) or is_hollow(item, layers.doc[item.head]):
        return
    parts = item.content
    whole = parts[0] if len(parts) == 1 else covering(layers.doc, parts[0].start, parts[-1].end)
    content = Phrase(whole, parts if len(parts) > 1 else ())
    yield Reading(item.cue, item.clause, item.head, item.source, {"content": content, "kind": item.form})


def is_talk(item: Attribution, layers: Layers) -> bool:
    """Whether nobody says anything to anybody: "you can't tell what they mean", "I know there is a problem"."""
    source, verb = item.source, layers.doc[item.head]
    if item.form == "indirect" and verb.lemma_ not in {"ask", "wonder"} and is_question(verb):
        return True
    if is_done(item, verb) or is_supposed(verb):
        return True
    return source is not None and source.j - source.i == 1 and is_musing(item, layers.doc[source.i].lower_, verb)


def is_musing(item: Attribution, who: str, verb: Token) -> bool:
    """Whether a speaker who is only a pronoun says nothing: "we are talking about tons", "it tells us that", "I know that"."""
    if who in {"it", "this", "that", "i", "we", "you"} and (
        verb.lemma_ == "talk" or (verb.lemma_ == "tell" and verb.tag_ == "VBZ")
    ):
        return True
    if who in {"you", "one"} and not (who == "one" and verb.tag_ == "VBZ"):  # "one says 20 died, another 30"
        return verb.tag_ != "VBD" and item.form == "indirect"
    if who == "it":  # "it would be too early to assume that"
        return verb.tag_ == "VB" and (verb.head.tag_ in {"JJ", "RB"} or verb.head.lemma_ == "be")
    return who in {"i", "we"} and verb.lemma_ in MINDS


def is_done(item: Attribution, verb: Token) -> bool:
    """Whether the words are of a deed, a topic, or nobody's: "posted a profit", "declined to comment", "as noted"."""
    if (item.pattern in {"object", "passive"} and verb.lemma_ in DONE) or verb.lemma_ == "decision":
        return True
    if verb.lemma_ == "refer" and item.form == "indirect" and not any(child.lower_ == "as" for child in verb.subtree):
        return True  # "the term refers to", "voted to refer it to the committee"
    if verb.lemma_ == "call" and item.pattern == "preposition" and any(child.dep_ == "dobj" for child in verb.rights):
        return True  # "called the vote for Berg": declared it won
    if verb.lemma_ == "suspicion":
        return item.source is None  # "arrested on suspicion of theft"
    return is_topic(item, verb) or is_nobodys(item, verb)


def is_topic(item: Attribution, verb: Token) -> bool:
    """Whether it only says what was or was not spoken of, or is done: "spoke about the wall", "declined to comment"."""
    if verb.lemma_ in {"speak", "talk"} and item.pattern == "preposition" and item.form == "indirect":
        return True
    if verb.lemma_ in {"decline", "refuse"} and item.pattern == "infinitive":
        return any(child.dep_ == "xcomp" and child.lemma_ in SILENT for child in verb.rights)
    if verb.lemma_ in TOPICAL and item.pattern == "before":
        return any(child.dep_ == "dobj" for child in verb.children)
    return verb.lemma_ in HELPING and verb.tag_ == "VBG" and verb.dep_ == "acl"


def is_nobodys(item: Attribution, verb: Token) -> bool:
    """Whether it is found rather than said, or said by nobody: "finds itself short of parts", "as noted"."""
    if verb.lemma_ == "find" and verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].lower_ in REFLEXIVES:
        return True
    return item.source is None and (verb.lemma_ in MINDS or item.pattern == "as-clause")


def is_supposed(verb: Token) -> bool:
    """Whether a report is only thought of: "if we confirm that", "critics might say that", "let's say that"."""
    lefts = {child.lower_: child.dep_ for child in verb.lefts}
    if "to" in lefts and verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ in UNDONE:
        return True
    if verb.head.lemma_ == "let" and verb.dep_ == "ccomp" and verb.head.i < verb.i:
        return "'s" in lefts or "’s" in lefts
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and not set(lefts.values()) & {"nsubj", "aux", "csubj"}:
        return True  # "say this has a factor of four"
    if any(word in SUPPOSING and dep == "mark" for word, dep in lefts.items()):
        return verb.dep_ == "advcl"
    return any(word in THOUGHT and dep == "aux" for word, dep in lefts.items())


FAMILY = Family(
    name="statement",
    slots={"content": "the words reported", "kind": "direct, indirect or mixed"},
    read=read,
    check=check,
    cues=cues,
)
