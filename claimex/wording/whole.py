"""The verb and subject of a clause in; whether it lacks what a sentence has, or holds more than one, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.syntax import is_verb
from claimex.wording.coordinate import is_finite_here
from claimex.wording.relatives import RELATIVES
from claimex.wording.verbs import AUXILIARIES

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.wording.stretch import Stretch

__all__ = [
    "QUESTION_WORDS",
    "after_mark",
    "is_crowded",
    "is_doer",
    "is_infinitive",
    "is_no_sentence",
    "is_told_of",
    "is_wished",
    "lacks_object",
    "lacks_word",
]

QUESTION_WORDS = frozenset({"WP", "WRB", "WDT"})
# What a deed brings about, which is told after it: "(the town was bombed,) killing 12".
EFFECTS = frozenset({
    "kill", "injure", "wound", "hurt", "cause", "leave", "destroy", "damage", "trigger", "prompt", "force", "spark", "bring",
    "cost", "result", "raise", "cut", "reduce", "increase", "end", "make", "give", "mean", "allow", "let", "help", "push", "send",
})  # fmt: skip
LETTING = frozenset({"help", "let", "make", "have", "see", "watch", "hear", "feel", "suggest", "demand", "request", "insist"})
ANYBODY = frozenset({"anyone", "anybody", "anything", "any", "either", "one"})
LOST = frozenset({"dep", "npadvmod", "nsubj", "nsubjpass", "dobj"})  # what no noun before the subject is
TIMED = frozenset({"before", "after", "since", "until", "till"})
OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "attr", "acomp"})
# What a relative clause without "which" stands to as no object: "the year he died".
CIRCUMSTANCES = frozenset({
    "time", "way", "reason", "place", "day", "year", "month", "week", "moment", "hour", "minute", "night", "morning", "season",
    "extent", "degree", "manner", "age", "point", "period", "era", "decade", "speed", "rate", "date", "weekend", "chance", "fact",
})  # fmt: skip


def lacks_object(root: Token, stretch: Stretch) -> bool:
    """Whether a relative clause without "which" begins the stretch: "(the post) he took on in 2019"."""
    noun = root.head
    return (
        root.left_edge.i == stretch.i == noun.i + 1
        and noun.tag_ in {"NN", "NNS"}
        and noun.lemma_ not in CIRCUMSTANCES
        and not any(c.dep_ in OBJECTS or (c.i == root.i + 1 and c.dep_ == "punct") for c in root.rights)
        and not any(c.dep_ == "auxpass" for c in root.lefts)
    )


def after_mark(root: Token, i: int, j: int) -> int:
    """Where a clause's own words begin in [i, j), after what ties it to another: "(a few hours before) the plane crashed"."""
    mark = next((c for c in root.lefts if c.dep_ == "mark" and c.lower_ in TIMED and i < c.i < j), None)
    if mark is None:
        return i
    alone = all(t.head.i in {mark.i, root.i} or t.head.head.i in {mark.i, root.i} for t in root.doc[i : mark.i])
    return mark.i + 1 if alone else i


def lacks_word(root: Token, subject: Token) -> bool:
    """Whether it is "(which) he said would help", or "them being sold": no sentence by itself."""
    if root.tag_ in {"VBG", "VBN"} and subject.tag_ == "PRP" and not is_finite_here(root):
        return True
    clauses = [c for c in root.rights if c.dep_ == "ccomp" and is_finite_here(c)]
    return any(t.tag_ == "WDT" and t.dep_ in {"nsubj", "nsubjpass"} for c in clauses for t in c.lefts)


def is_no_sentence(root: Token, subject: Token, i: int, j: int) -> bool:
    """Whether it is "what any driver would do", "whatever happens" or "some of which were"; the subject is at [i, j)."""
    if any(c.tag_ in QUESTION_WORDS and c.i < i for c in root.lefts):
        return True
    if subject.tag_ in QUESTION_WORDS and root.dep_ != "ROOT":
        return True
    return any(t.lower_ in RELATIVES and t.dep_ == "pobj" for t in root.doc[i:j])


def is_told_of(root: Token, subject: Token) -> bool:
    """Whether it is "(the sale helps) the firm pay its debts", or "(the first time) anyone has seen one"."""
    if root.tag_ == "VB" and root.dep_ == "ccomp" and root.head.lemma_ in LETTING and not is_finite_here(root):
        return True
    return root.dep_ == "relcl" and subject.lower_ in ANYBODY


def is_infinitive(root: Token) -> bool:
    """Whether a verb is "to lead" or "to be led"."""
    helpers = [c.tag_ for c in root.lefts if c.dep_ in {"aux", "auxpass"}]
    return "TO" in helpers and not any(tag in AUXILIARIES for tag in helpers)


def is_wished(root: Token) -> bool:
    """Whether it is what another clause asks or wants of its subject: "(voted for) her to lead the party"."""
    return (
        is_infinitive(root)
        and root.dep_ in {"ccomp", "xcomp", "advcl", "pcomp", "acl"}
        and is_verb(root.head)
        and root.head.i < root.i
    )


def is_doer(root: Token) -> bool:
    """Whether what the clause over a participle is about does its deed too.

    "Attempts to lure it using two others": the attempts used nothing. "The town was bombed, killing 12": the town killed nobody.
    """
    over = root.head
    if any(c.tag_ == "TO" for c in over.lefts):
        return False
    return root.lemma_ not in EFFECTS or not any(c.dep_ == "auxpass" for c in over.lefts)


def is_crowded(root: Token, i: int, j: int, stretch: Stretch) -> bool:
    """Whether another clause stands before the subject at [i, j), or between it and its verb: no question by inversion."""
    doc = root.doc
    if i > stretch.i and doc[i - 1].tag_ in {"IN", "TO", "DT"} and doc[i - 1].dep_ != "mark":
        return True  # the parser's subject begins too late
    if any(t.head.i == root.i and t.dep_ in LOST and is_thing(t) for t in doc[stretch.i : i]):
        return True  # "two candidates, Senator Ann Reed and Jim Brown, left"
    around = (*doc[stretch.i : i], *doc[j : root.i])
    return any(is_main(t, root) and stretch.holds(t.i) for t in around)


def is_thing(noun: Token) -> bool:
    return noun.tag_ in {"NN", "NNS", "NNP", "NNPS"} and noun.ent_type_ not in {"DATE", "TIME"}


def is_main(token: Token, root: Token) -> bool:
    """Whether a finite verb has a clause of its own that hangs on `root` as no adverbial does."""
    if token.tag_ not in AUXILIARIES or token.i == root.i:
        return False
    verb = token.head if token.dep_ in {"aux", "auxpass"} else token
    if verb.i == root.i or verb.head.i != root.i:
        return False
    return verb.dep_ in {"ccomp", "parataxis", "nsubj"} or (verb.dep_ in {"advcl", "advmod", "dep"} and is_unmarked(verb, token))


def is_unmarked(verb: Token, finite: Token) -> bool:
    """Whether what the parser took for an adverbial clause is one of two joined by a comma: "They did not leave, they stayed"."""
    subject = next((c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.i > finite.i:  # "Had he known"
        return False
    return not any(t.dep_ == "mark" or t.tag_ in QUESTION_WORDS or t.tag_ == "IN" for t in (verb.left_edge, *verb.lefts))
