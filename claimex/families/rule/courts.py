"""A court's verb ("ruled", "upheld") or a status ("is illegal") in; its reading as a rule, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase, Reading
from claimex.families.rule.mood import WORDS, is_unsure
from claimex.families.rule.reading import is_maker, words_from
from claimex.families.rule.texts import by_making
from claimex.spans import trimmed
from claimex.syntax import (
    RELATIVE,
    SUBJECT_DEPS,
    asserts,
    clause,
    clause_with_antecedent,
    is_verb,
    phrase,
    subject_of,
    subject_phrase,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["by_court", "by_status"]

SIDES = frozenset({"in", "against"})  # "ruled on the appeal" does not say how
JUDGING = frozenset({"declare", "rule", "find", "deem", "consider"})


def by_court(cue: Cue, layers: Layers) -> Reading | None:
    """As in "The court ruled that ...", "judges upheld the ban", "the law was struck down"; not "ruled out" or "ruled by"."""
    verb = layers.doc[cue.at.i]
    if verb.dep_ in {"amod", "compound"} or not asserts(verb) or is_unsure(verb) or picks_out(verb):
        return None
    if verb.tag_ == "VB" and verb.dep_ in {"acl", "relcl", "advcl"} and any(child.tag_ == "TO" for child in verb.lefts):
        return None  # "an amendment to overturn the ruling"
    content = next((child for child in verb.rights if child.dep_ in {"ccomp", "xcomp", "dobj", "oprd"}), None)
    sided = next((child for child in verb.rights if child.dep_ == "prep" and child.lower_ in SIDES), None)
    if not is_decided(verb, content, sided, layers):
        return None
    if content is None and verb.lemma_ == "rule":
        content = sided  # "ruled against the firm"
    what = (
        words_from(verb) if content is None else trimmed(verb.doc, max(content.left_edge.i, verb.i + 1), content.right_edge.i + 1)
    )
    if content is not None and content.dep_ == "dobj" and verb.lemma_ == "rule":
        more = next((child for child in verb.rights if child.i > content.i and goes_on(child, what.j)), None)
        what = what if more is None else trimmed(verb.doc, what.i, more.right_edge.i + 1)
    return Reading(cue.at, clause_with_antecedent(verb), verb.i, subject_phrase(verb), {"what": Phrase(what)})


def goes_on(verb: Token, end: int) -> bool:
    """As in "ruled the tax to be illegal", "ruled the boys-only draft broke the law": what follows is said of the object."""
    near = end <= verb.left_edge.i <= end + 1
    if is_cut_off(verb):
        return True
    if verb.dep_ == "advcl" and verb.tag_ in {"VBD", "VBZ", "VBP"}:
        return near and all(child.dep_ not in {"mark", "advmod", *SUBJECT_DEPS} for child in verb.lefts)
    return near and (verb.dep_ == "ccomp" or (verb.dep_ in {"xcomp", "advcl"} and verb.tag_ == "VB"))


def picks_out(verb: Token) -> bool:
    """As in "the part of the order that was not overturned": it says which part, of the order it says nothing."""
    that = any(child.dep_ in SUBJECT_DEPS and child.lower_ == "that" for child in verb.lefts)
    return verb.dep_ == "relcl" and that and any(child.dep_ == "neg" for child in verb.lefts)


def is_decided(verb: Token, content: Token | None, sided: Token | None, layers: Layers) -> bool:
    """Whether a court or another body that rules does it, or a rule is what it is done to."""
    maker = subject_of(verb)
    if verb.lemma_ == "rule":
        if any(child.dep_ == "prt" for child in verb.rights):
            return False  # "ruled out"
        told = content is not None and content.dep_ == "ccomp"
        return told or ((sided is not None or content is not None) and is_maker(maker, layers))
    if verb.lemma_ in {"block", "halt"}:
        return maker is not None and maker.lemma_ in {"court", "judge", "tribunal", "justice", "ruling", "injunction"}
    return is_court(maker) or is_rule(content) or is_rule(maker)


def is_rule(noun: Token | None) -> bool:
    return noun is not None and noun.lower_ in WORDS["rules"] | WORDS["decisions"]


def is_court(noun: Token | None) -> bool:
    return noun is not None and any(word.lower_ in WORDS["courts"] for word in (noun, *noun.lefts))


def infinitive_of(word: Token) -> Token | None:
    """The infinitive that "it is illegal" is said of."""
    for child in (*word.rights, *word.head.rights):
        if child.tag_ == "VB" and child.dep_ in {"xcomp", "ccomp", "advcl"} and any(c.tag_ == "TO" for c in child.lefts):
            return child
    return None


def by_status(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Smoking is illegal in parks", "masks are mandatory", "refugees are entitled to aid"."""
    word = layers.doc[cue.at.i]
    if word.head.lemma_ == "make" and word.dep_ in {"ccomp", "oprd"}:
        return by_making(cue, word.head)
    if is_small_clause(word):  # "declared the strike illegal", read as a clause
        return status(cue, word.head, trimmed(word.doc, word.left_edge.i, word.i), clause_with_antecedent(word.head))
    verb = word.head if word.dep_ in {"acomp", "oprd"} else word
    if word.dep_ not in {"acomp", "oprd"} or not is_verb(verb) or not asserts(verb) or is_unsure(verb) or is_asked_which(verb):
        return None
    over = verb.head if any(child.tag_ == "TO" for child in verb.lefts) else verb
    meant = over.i != verb.i and over.lemma_ not in JUDGING
    if word.lower_ == "liable" or meant or verb.lemma_ not in {"be", "become", "remain", "declare", "rule", "make", "deem"}:
        return None
    return of_judged(cue, over, word) or of_subject(cue, verb, word)


def is_small_clause(word: Token) -> bool:
    """Whether a status is said by a court of what stands before it: "illegal" in "they declared the strike illegal"."""
    verb = word.head
    return (
        word.dep_ == "ccomp"
        and verb.lemma_ in {"declare", "rule", "deem"}
        and verb.i < word.left_edge.i < word.i
        and asserts(verb)
        and not is_unsure(verb)
    )


def status(cue: Cue, head: Token, subject: Extent, whole: Extent) -> Reading:
    word = head.doc[cue.at.i]
    return Reading(cue.at, whole, head.i, subject, {"what": Phrase(trimmed(head.doc, word.i, word.right_edge.i + 1))})


def of_judged(cue: Cue, over: Token, word: Token) -> Reading | None:
    """As in "which the court ruled to be illegal": said of what is judged, not of the judge."""
    judged = judged_by(over)
    if judged is None:
        return None
    at, whole = phrase(judged), clause_with_antecedent(over)
    if over.dep_ == "relcl" and judged.i == over.head.i:  # to the status, also where it hangs on another verb
        whole = trimmed(word.doc, at.i, max(whole.j, word.right_edge.i + 1))
    return status(cue, over, at, whole)


def of_subject(cue: Cue, verb: Token, word: Token) -> Reading | None:
    """As in "Smoking is illegal", "it is illegal to smoke": said of the subject, or of what "it" stands for."""
    if is_cut_off(verb):
        return None  # told by "ruled"
    subject = subject_phrase(verb)
    deed = infinitive_of(word)
    if deed is not None and subject is not None and word.doc[subject.i].lower_ == "it":  # "it is illegal for a shop to ask"
        whom = next((child for child in deed.lefts if child.dep_ == "nsubj"), None)
        if whom is None:
            over = next((child for child in word.rights if child.lower_ == "for" and child.dep_ == "prep"), None)
            whom = next((child for child in over.rights if child.dep_ == "pobj"), None) if over is not None else None
        at = phrase(whom) if whom is not None else words_from(deed)
        return Reading(cue.at, clause_with_antecedent(verb), verb.i, at, {"what": Phrase(words_from(deed))})
    if subject is None:
        return None
    if subject.j - subject.i > 1 and word.doc[subject.i].tag_ == "WRB":  # "where smoking is legal"
        subject = trimmed(word.doc, subject.i + 1, subject.j)
    if verb.dep_ == "acl" and any(child.dep_ == "mark" for child in verb.lefts):  # "a ruling, that boys were ineligible"
        whole = clause(verb)
        return status(cue, verb, subject, trimmed(word.doc, max(whole.i, subject.i), whole.j))
    return status(cue, verb, subject, clause_with_antecedent(verb))


def is_cut_off(verb: Token) -> bool:
    """Whether the parser took its subject for the judging verb's object: "ruled the practice of taxing boats is illegal"."""
    over, own = verb.head, any(child.dep_ in SUBJECT_DEPS for child in verb.lefts)
    if verb.dep_ != "conj" or own or over.lemma_ != "rule" or any(child.dep_ == "cc" for child in over.rights):
        return False
    return any(child.dep_ == "dobj" and child.i < verb.i for child in over.rights)


def judged_by(verb: Token) -> Token | None:
    """What somebody declares so: the verb's object, or the noun that its clause is about ("which the court ruled illegal")."""
    if verb.lemma_ not in JUDGING or any(child.dep_ == "auxpass" for child in verb.lefts):
        return None
    if verb.dep_ == "relcl":
        asked = {child.lower_ for child in verb.lefts if child.dep_ in SUBJECT_DEPS}
        if asked and not asked & RELATIVE and not any(child.dep_ == "dobj" for child in verb.rights):
            return verb.head
    return next((child for child in verb.rights if child.dep_ == "dobj" and child.tag_[0] == "N"), None)


def is_asked_which(verb: Token) -> bool:
    """As in "it lists which items are illegal", "details of who is eligible": nothing is said to be so."""
    for child in verb.lefts:
        if child.dep_ in SUBJECT_DEPS and child.lower_ == "who":
            return verb.dep_ in {"ccomp", "pcomp"}
        if child.lower_ in {"which", "what", "whose"} and child.dep_ in {"det", "pobj", "dobj"}:
            return verb.doc[child.i + 1].dep_ in SUBJECT_DEPS and verb.doc[child.i + 1].head.i == verb.i
        if child.dep_ in SUBJECT_DEPS and child.left_edge.lower_ in {"which", "what"} and child.left_edge.i < child.i:
            return verb.dep_ in {"ccomp", "pcomp", "relcl"}
    return False
