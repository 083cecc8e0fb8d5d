"""A reporting verb in; the head word of who reports, out: its subject, its agent, or what the parser made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.speakers.cues import agent_of, is_passive
from claimex.speakers.lexicon import load_lexicon
from claimex.syntax import MAX_CLIMB, is_verb, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_outer_report", "phrase_behind", "source_of"]

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
EXPLETIVES = frozenset({"it", "there", "that", "this", "what", "these", "those"})


def source_of(verb: Token) -> Token | None:
    """The head word of who says it; None where nobody is named ("it is said that")."""
    if is_passive(verb):
        felt = verb.lower_ in load_lexicon().adjectives  # "they are concerned that", read as a passive
        return agent_of(verb) or (subject_beside(verb) if felt else None)
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "csubj"}]
    behind = [child for child in subjects if child.left_edge.i == verb.i + 1 and verb.doc[verb.i - 1].text == ","]
    subject = behind[0] if behind else subjects[-1] if subjects and subjects[-1].i < verb.i else subjects[0] if subjects else None
    if subject is None:
        subject = noun_before(verb) if not is_verb(verb) else noun_behind(verb) or subject_above(verb)
    if subject is None or (subject.lower_ in EXPLETIVES and subject.dep_ != "relcl"):
        return relative_antecedent(verb, subject)
    if (subject.tag_ in {"WP", "WDT"} and subject.text != "WHO") or subject.text in {"who", "which"}:
        return relative_antecedent(verb, subject)
    return subject


def subject_beside(verb: Token) -> Token | None:
    """The subject of a verb, or of its auxiliary where the parser hung it there."""
    near = [child for left in verb.lefts for child in (left, *left.lefts)]
    return next((child for child in near if child.dep_ in SUBJECTS), None)


def noun_behind(verb: Token) -> Token | None:
    """The subject that the parser lost in "X, said a former spokesman"."""
    doc = verb.doc
    if verb.tag_ not in {"VBD", "VBZ"} or verb.i == verb.sent.start or doc[verb.i - 1].text not in {",", "”", '"', "''"}:
        return None
    return phrase_behind(verb)


def phrase_behind(token: Token) -> Token | None:
    """The head of the phrase that begins right behind `token`, where the parser lost what it hangs on."""
    if token.i + 1 >= token.sent.end:
        return None
    head = token.doc[token.i + 1]
    for _ in range(MAX_CLIMB):
        if not token.i < head.head.i < token.sent.end or head.head.i == head.i:
            break
        head = head.head
    return head if head.left_edge.i == token.i + 1 and head.tag_[:2] in {"NN", "PR"} else None


def noun_before(word: Token) -> Token | None:
    """The subject of a verb that the tagger took for a noun: "The ministry notes, “...”"."""
    head = word.doc[word.i - 1] if word.i > word.sent.start else None
    for _ in range(MAX_CLIMB):
        if head is None or head.head.i == head.i or head.head.i >= word.i:
            break
        head = head.head
    return head if head is not None and head.tag_[:2] == "NN" else None


def relative_antecedent(verb: Token, subject: Token | None) -> Token | None:
    if verb.dep_ == "relcl" and subject is not None and subject.text in {"who", "which", "that"}:
        return verb.head
    if subject is not None and subject.lower_ in {"it", "this", "that"} and subject.i < verb.i and subject.dep_ == "nsubj":
        return subject
    return None


def is_outer_report(verb: Token) -> bool:
    """Whether a coordinated verb goes on with what the speaker does: "said he had been ill and called it a minor thing".

    The parser hangs it on the inner verb; the tenses show that it is none of what was said.
    """
    inner = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ"} or inner.dep_ != "ccomp" or inner.head.i > inner.i:
        return False
    own = any(child.dep_ in SUBJECTS for child in verb.lefts)
    if own or inner.head.tag_ != verb.tag_ or verb.lemma_ not in load_lexicon().verbs:
        return False
    helped = any(child.dep_ in {"aux", "auxpass"} for child in inner.lefts) and inner.tag_ in {"VB", "VBN", "VBG"}
    subject = next((child for child in inner.lefts if child.dep_ in SUBJECTS), None)
    if helped or subject is None:
        return helped
    thing = inner.lemma_ == "be" and subject.tag_ in {"NN", "NNS"}
    return thing or is_same(inner.head, subject) or is_object_of(verb, subject)


def is_same(outer: Token, subject: Token) -> bool:
    """Whether the speaker says it of himself: "he says he likes her and calls her a friend"."""
    return subject.tag_ == "PRP" and subject.lower_ in {"he", "she"} and any(child.dep_ == "nsubj" for child in outer.lefts)


def is_object_of(verb: Token, subject: Token) -> bool:
    """Whether the inner subject is whom the verb is done to: "said Lee was vain and criticized him"."""
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    name = subject.tag_ == "NNP" or subject.lower_ in {"he", "she"}
    return thing is not None and name and thing.lower_ in {"him", "her"}


def outer_speaker(verb: Token) -> Token | None:
    """Who goes on in "he said that the trial was unfair, adding that": not the trial, where the parser hung it there."""
    inner = verb.head
    if is_outer_report(verb):
        return next((child for child in inner.head.lefts if child.dep_ == "nsubj"), None)
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or inner.dep_ != "ccomp" or inner.i > verb.i:
        return None
    outer = inner.head
    said = load_lexicon().said
    if verb.lemma_ not in said or outer.lemma_ not in said or outer.i > inner.i or verb.doc[verb.left_edge.i - 1].text != ",":
        return None
    speaker = next((child for child in outer.lefts if child.dep_ == "nsubj"), None)
    subject = next((child for child in inner.lefts if child.dep_ in SUBJECTS), None)
    personal = subject is not None and (subject.tag_ in {"PRP", "NNP", "NNPS"} or subject.ent_type_ == "PERSON")
    return None if personal else speaker


def subject_above(verb: Token) -> Token | None:
    """The subject of a verb without its own: a participle's, an infinitive's, a coordinated verb's."""
    head = verb.head
    if verb.dep_ in {"acl", "relcl"}:
        return head
    if verb.dep_ == "pcomp" and head.dep_ == "prep" and is_verb(head.head):  # "was quoted as saying"
        quoted = next((child for child in head.head.rights if child.dep_ == "dobj" and child.i < head.i), None)
        if quoted is not None and head.lower_ == "as" and head.head.lemma_ in {"quote", "cite"}:
            return quoted  # "the paper quoted his wife as saying"
        own = next((child for child in head.head.lefts if child.dep_ in SUBJECTS), None)
        return own or (subject_of(head.head) if head.lower_ == "by" else None)
    subject = outer_speaker(verb) or subject_of(verb)
    if subject is None or subject.i + 1 == len(verb.doc) or subject.doc[subject.i + 1].text != "-":
        return subject
    others = [child for child in subject.head.lefts if child.dep_ == subject.dep_ and child.i < verb.i]
    return others[-1] if others else subject  # a hyphen tore the name: "co - founder Ann Lee"
