"""What is announced in; whether nobody could check it: a refusal to speak, a vow in the air, a bare "it", out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._idle import WORDS
from claimex.families._times import is_future, times_of
from claimex.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.layers import Layers

__all__ = ["does_that", "is_hollow", "is_pointing", "is_standing", "is_strayed"]

MUM = frozenset({
    "comment", "discuss", "speculate", "elaborate", "dignify", "say", "answer", "talk", "speak", "confirm", "divulge", "tell",
})  # fmt: skip
WORDS_GIVEN = frozenset({"comment", "comments", "interview", "interviews", "answer", "answers", "detail", "details"})
ALL = frozenset({"all", "everything", "whatever", "anything", "what", "best", "utmost", "thing", "bit", "part"})
BARE = frozenset({"it", "that", "this"})
PERSONS = frozenset({"i", "we"})
STRIVING = frozenset({"work", "strive", "try", "endeavour", "endeavor"})
STATES = frozenset(WORDS["states"])
PROPOSED = frozenset(WORDS["proposed"])
JUDGED = frozenset(WORDS["judgements"]) | {"unusual", "normal", "common", "typical", "possible"}
DOUBTED = frozenset({"unlikely", "doubtful", "impossible", "inconceivable", "unthinkable", "improbable"})
POINTERS = frozenset({"this", "that", "these", "those"})


def is_hollow(verb: Token, subject: Token | None, layers: Layers) -> bool:
    """Whether nothing that can come true is announced: "he won't comment", "we will do all we can", "I'll take it"."""
    timed = any(is_future(timex, layers) for timex in times_of(verb, layers))
    if is_no_way(verb) or is_unlikely(verb) or is_strayed(verb) or is_something(verb, subject) or is_before(verb):
        return True
    return not timed and (is_mum(verb) or is_all(verb) or is_bare(verb, subject) or is_vow(verb, subject))


def deed_of(verb: Token) -> Token:
    """The last verb of a chain: "growing" of "keep growing it"."""
    return next((child for child in verb.rights if child.dep_ == "xcomp" and is_verb(child)), verb)


def is_denied(verb: Token) -> bool:
    """Whether "not" stands with the verb or with what it hangs on: "am not going to discuss"."""
    over = verb.head if verb.dep_ == "xcomp" else verb
    return any(child.dep_ == "neg" for child in (*verb.lefts, *over.lefts))


def is_mum(verb: Token) -> bool:
    """As in "police won't discuss the case", "she is not going to give any interviews"."""
    if not is_denied(verb) or any(child.dep_ == "auxpass" for child in verb.lefts):
        return False
    given = any(child.dep_ == "dobj" and child.lower_ in WORDS_GIVEN for child in verb.rights)
    return verb.lemma_ in MUM or (verb.lemma_ in {"give", "provide"} and given)


def is_all(verb: Token) -> bool:
    """As in "will do everything it can", "will do what is needed", "will do our best", "would do well to listen"."""
    deed, first = deed_of(verb), {"what", "whatever"}
    if does_that(deed):
        return True
    said = (child for child in deed.rights if child.dep_ in {"dobj", "ccomp", "advmod", "dep"})
    return deed.lemma_ == "do" and any(child.lower_ in ALL | {"well"} or child.left_edge.lower_ in first for child in said)


def does_that(deed: Token) -> bool:
    """As in "will do just that", "intends to do so": what is meant is said elsewhere."""
    said = [child for child in deed.rights if child.dep_ not in {"punct", "cc", "conj"}]
    return deed.lemma_ == "do" and bool(said) and said[-1].lower_ in {"that", "so", "this", "it"} and not list(said[-1].rights)


def is_something(verb: Token, subject: Token | None) -> bool:
    """As in "something that we plan to test", "things are going to be hard"."""
    over = verb.head if verb.dep_ == "xcomp" else verb
    vague = over.dep_ == "relcl" and over.head.lower_ in {"something", "anything", "things", "thing", "what"}
    return vague or (subject is not None and subject.lower_ == "things" and not list(subject.children))


def is_unlikely(verb: Token) -> bool:
    """As in "It is unlikely that it will end", "nor is it clear that it will", "could not be reached for comment"."""
    if verb.lemma_ == "reach" and any(child.lower_ == "for" and child.dep_ == "prep" for child in verb.rights):
        return any(token.lower_ == "comment" for token in verb.subtree)
    if verb.dep_ != "ccomp":
        return False
    over = verb.head.head if verb.head.dep_ == "acomp" else verb.head
    words = {word.lower_ for word in (verb.head, *verb.head.children, *over.children) if word.i < verb.i}
    return bool(words & DOUBTED) or bool(words & {"clear", "certain"} and words & {"not", "n't", "nor", "no", "far"})


def is_before(verb: Token) -> bool:
    """As in "will be asked before any report would appear": what something else comes before, if it comes."""
    over = verb.head if verb.dep_ == "xcomp" else verb
    return over.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in {"before", "unless"} for child in over.lefts)


def is_strayed(verb: Token) -> bool:
    """Whether the parser lost the subject: a noun stands right before the helper, and yet the verb shares another's subject."""
    if verb.dep_ != "conj" or any(child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for child in verb.lefts):
        return False
    first = min([verb.i, *(child.i for child in verb.lefts if child.dep_ in {"aux", "auxpass"})])
    before = verb.doc[first - 1]
    return before.tag_ in {"NN", "NNS", "NNP", "NNPS", "PRP"} and before.ent_type_ not in {"DATE", "TIME"}


def is_bare(verb: Token, subject: Token | None) -> bool:
    """As in "I'll take it", "we plan to keep growing it": what is meant is said elsewhere, if at all."""
    if subject is None or subject.lower_ not in PERSONS:
        return False
    deed = deed_of(verb)
    after = [child for child in deed.rights if child.dep_ not in {"punct", "advmod", "prt", "advcl", "cc", "conj"}]
    last = next((word for word in after[0].rights if word.dep_ == "pobj"), after[0]) if after else None
    return last is not None and len(after) == 1 and last.dep_ in {"dobj", "pobj"} and last.lower_ in BARE  # also "look at that"


def is_vow(verb: Token, subject: Token | None) -> bool:
    """As in "we will never forget", "I will always love this town", "I will work to make him president"."""
    ever = verb.lemma_ in STRIVING or any(child.lower_ in {"never", "always", "forever"} for child in verb.children)
    return ever and subject is not None and subject.lower_ in PERSONS


def is_no_way(verb: Token) -> bool:
    """As in "There is no way he will win"."""
    way = verb.head
    return verb.dep_ in {"acl", "relcl"} and way.lower_ == "way" and any(child.lower_ == "no" for child in way.lefts)


def is_pointing(subject: Token, verb: Token) -> bool:
    """Of a guess: "this might happen", "having two jobs may make it harder": of no thing that is named."""
    clausal = (subject.tag_ == "VBG" or subject.dep_ == "csubj") and verb.lemma_ in {"make", "require", "mean", "help"}
    return clausal or (subject.lower_ in POINTERS and not list(subject.children))


def is_standing(verb: Token, subject: Token | None) -> bool:
    """As in "this would include ships", "funds that would otherwise be spent", "it would be unusual": nothing to come."""
    proposed = subject is not None and subject.lemma_.lower() in PROPOSED
    if (verb.lemma_ == "require" and not proposed) or any(child.lower_ == "otherwise" for child in verb.lefts):
        return True
    if verb.lemma_ == "be" and any(child.dep_ == "acomp" and child.lower_ in JUDGED for child in verb.rights):
        return True
    return subject is not None and subject.lower_ in {"this", "that"} and verb.lemma_ in STATES - {"be", "have"}
