"""A rule's text ("under the act"), a crime ("is an offence") or a needed paper ("need a permit") in; its reading out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import noun_words, own_subject
from claimex.families._family import Phrase, Reading
from claimex.families.rule.mood import WORDS, is_unsure
from claimex.families.rule.reading import words_from
from claimex.spans import extent, trimmed
from claimex.syntax import asserts, clause_with_antecedent, is_verb, phrase, subject_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["by_coverage", "by_crime", "by_making", "by_need", "by_text"]

SPEAKERS = frozenset({"i", "we", "you", "that", "this", "there", "it", "one"})
LAYING_DOWN = frozenset({"can", "cannot", "ca", "may", "will", "would", "could", "wo"})
OTHER_CUES = frozenset({"must", "should", "shall"})
RULING = frozenset({
    "require", "oblige", "compel", "mandate", "order", "allow", "permit", "entitle", "authorize", "authorise", "exempt", "ban",
    "outlaw", "prohibit", "forbid", "bar", "rule", "uphold", "overturn", "sentence", "fine", "jail", "cover", "grant", "have",
})  # fmt: skip
DEEDS = frozenset({"xcomp", "ccomp", "acl", "advcl"})
OPEN = frozenset({"approval", "consent", "permission", "authorisation", "authorization"})
BEING = frozenset({"be", "become", "remain"})
MAX_BACK = 12  # tokens of the text's name: "under the country's 1965 Race Relations Act"


def by_text(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Under the act, firms lose their licence", "is withdrawn in line with the policy", "by law, shops close at six"."""
    last = layers.doc[cue.at.j - 1]
    noun = last if last.dep_ == "pobj" else next((child for child in last.rights if child.dep_ == "pobj"), None)
    top = layers.doc[cue.at.i]
    verb = top.head
    if noun is None or noun.lower_ not in WORDS["texts"] or not is_verb(verb) or verb.tag_ == "VBD" or noun.i - top.i > MAX_BACK:
        return None
    if verb.lemma_ in WORDS["cases"] | RULING or not asserts(verb) or is_unsure(verb) or not is_laid_down(verb):
        return None
    subject = verb.head if verb.dep_ == "acl" else own_subject(verb)
    if subject is None or subject.lower_ in SPEAKERS:
        return None
    at, who = extent(layers.doc, top.i, noun.i + 1), phrase(subject) if verb.dep_ == "acl" else subject_phrase(verb)
    what = words_from(verb)
    if top.i > verb.i and what.j == top.right_edge.i + 1:  # "withdrawn in line with the policy": the text is the cue
        what = trimmed(layers.doc, what.i, top.i)
    if what.i and layers.doc[what.i - 1].lower_ == "being":
        what = trimmed(layers.doc, what.i - 1, what.j)
    return Reading(at, clause_with_antecedent(verb), verb.i, who, {"what": Phrase(what)})


def is_laid_down(verb: Token) -> bool:
    """Whether the verb tells what holds, in the present or with a modal, by no other cue of rule; not what once happened."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    if helpers & OTHER_CUES or any(child.dep_ == "acomp" and child.lower_ in WORDS["statuses"] for child in verb.rights):
        return False
    if verb.tag_ in {"VBZ", "VBP"} or helpers & LAYING_DOWN:
        return "have" not in helpers
    return verb.tag_ in {"VBN", "VBG"} and bool(helpers & {"is", "are", "being"}) and not helpers & {"has", "have", "had", "been"}


def by_crime(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Selling it is an offence", "is against the law", "the act makes it a crime to insult the king"."""
    word = layers.doc[cue.at.i]
    over = word.head
    if not is_verb(over) or any(child.dep_ in {"compound", "relcl", "poss"} for child in word.children):
        return None
    if over.lemma_ == "make" and word.dep_ in {"ccomp", "oprd", "dobj", "attr", "xcomp"}:
        return by_making(cue, over)
    held = word.dep_ in {"attr", "prep"} and over.lemma_ in BEING and (over.tag_ != "VBD" or over.lemma_ == "become")
    if not held or not asserts(over) or is_unsure(over):
        return None
    subject = own_subject(over)
    deed = next(
        (c for w in (word, over) for c in w.rights if c.tag_ == "VB" and c.dep_ in {"xcomp", "ccomp", "acl", "advcl"}), None
    )
    if subject is None or (subject.lower_ in SPEAKERS and deed is None):
        return None
    whole = clause_with_antecedent(over)
    if deed is not None and subject.lower_ == "it":
        return Reading(cue.at, whole, over.i, words_from(deed), {"what": Phrase(words_from(deed))})
    what = trimmed(word.doc, word.left_edge.i, cue.at.j)
    return Reading(cue.at, whole, over.i, subject_phrase(over), {"what": Phrase(what)})


def by_making(cue: Cue, verb: Token) -> Reading | None:
    """As in "makes it illegal for shops to sell knives", "made smoking a crime"."""
    word = verb.doc[cue.at.i]
    maker = own_subject(verb)
    if not asserts(verb) or is_unsure(verb) or maker is None or maker.lower_ in SPEAKERS:
        return None
    cue_end, whole = word.i + 1, clause_with_antecedent(verb)
    inside = (*word.subtree, *(child for child in verb.rights if child.i > word.i))
    deed = next((t for t in inside if t.tag_ == "VB" and t.i > cue_end and any(c.tag_ == "TO" for c in t.lefts)), None)
    thing = next((child for child in (*word.lefts, *verb.rights) if child.dep_ in {"nsubj", "dobj"} and child.i != word.i), None)
    if deed is not None:
        for_ = next((child for child in word.rights if child.lower_ == "for" and child.dep_ == "prep"), None)
        over = for_ if for_ is not None else deed
        whom = next((child for child in over.children if child.dep_ in {"nsubj", "pobj"}), None)
        subject = phrase(whom) if whom is not None else subject_phrase(verb)
        return Reading(cue.at, whole, verb.i, subject, {"what": Phrase(words_from(deed))})
    if thing is None or thing.lower_ in SPEAKERS:
        return None
    what = trimmed(verb.doc, word.left_edge.i if word.left_edge.i > thing.i else word.i, word.right_edge.i + 1)
    return Reading(cue.at, whole, verb.i, phrase(thing), {"what": Phrase(what)})


def by_need(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Foreign buyers need a permit", "a licence is needed to keep bees", "the sale requires the ministry's approval"."""
    verb = layers.doc[cue.at.i]
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    thing = own_subject(verb) if passive else next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if thing is None or thing.lower_ not in WORDS["needed"] or not asserts(verb) or is_unsure(verb):
        return None
    if (not passive and verb.tag_ not in {"VBZ", "VBP", "VB"}) or verb.tag_ in {"VBG", "VBD"}:
        return None
    subject = subject_phrase(verb)
    if subject is None or layers.doc[subject.i].lower_ in SPEAKERS - {"it"}:
        return None
    if not passive and thing.lower_ in OPEN and all(child.dep_ not in {"prep", "poss", "compound"} for child in thing.children):
        return None  # "needs approval", of whom is not said
    what = noun_words(thing) if not passive else phrase(thing)
    return Reading(cue.at, clause_with_antecedent(verb), verb.i, subject, {"what": Phrase(what)})


def by_coverage(cue: Cue, layers: Layers) -> Reading | None:
    """As in "The ban is in force in six states; Ohio is not covered": a rule said shortly before covers it."""
    verb = layers.doc[cue.at.i]
    if not any(child.dep_ == "auxpass" and child.lower_ in {"is", "are"} for child in verb.lefts):
        return None
    if any(child.dep_ in {"agent", "prep", "xcomp", "advcl", "oprd"} for child in verb.rights) or not asserts(verb):
        return None
    before = layers.doc[verb.sent.start : verb.i]
    subject = subject_phrase(verb)
    if subject is None or not any(word.lower_ in WORDS["rules"] and word.tag_[0] == "N" for word in before):
        return None
    return Reading(cue.at, clause_with_antecedent(verb), verb.i, subject, {"what": Phrase(words_from(verb))})
