"""A cue word in; what it reports, read from the tree around it, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.speakers.cues import agent_of, is_passive
from claimex.speakers.lexicon import load_lexicon
from claimex.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.speakers.cues import CueWord

__all__ = ["content_of"]

TokenRange = tuple[int, int]
Content = tuple[str, list[TokenRange]]  # the pattern, and the tokens
RELATIVE = frozenset({"who", "which", "that", "whom"})
HELPING = frozenset({"support", "back", "favor", "favour", "endorse", "oppose", "challenge", "raise"})  # more done than said
OPINIONS = frozenset(
    {"believe", "think", "say", "report", "allege", "rumor", "rumour", "estimate", "understand", "suppose", "presume", "suspect"}
)
EDGES = frozenset({",", "(", "—", "–", "-", ";", "“", '"'})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
BARE = frozenset({"say", "state", "claim", "add", "argue", "insist"})  # what follows is a clause even if it looks like an object
MAX_GAP = 20  # tokens from "told" to "that"
MAX_CLAUSE = 40  # tokens of "as X told the paper in an interview" up to its comma
PRONOUNS = frozenset({"it", "that", "this", "so", "what", "which", "him", "her", "them", "me", "us", "you", "himself", "herself"})


def content_of(word: CueWord) -> Content | None:
    """What is reported, by the first frame that fits; None if nothing is."""
    if word.kind == "noun":
        return noun_clause(word.token) or noun_phrase(word)
    frames = word.frames
    if frames & {"that", "wh"}:
        inverted = any(child.dep_ == "nsubj" for child in word.token.rights)
        found = (clause_before(word) if inverted and word.kind == "verb" else None) or clause_after(word.token)
        if found is None and word.kind == "verb":
            found = clause_before(word) or as_clause(word) or clause_in_phrase(word.token) or lost_clause(word)
        if found is not None:
            return found
    if word.kind == "adjective":
        rights = list(word.token.rights)
        return infinitive(word.token, rights, frames) or preposition(word.token, rights, frames)
    if word.kind != "verb" or is_purpose(word.token):
        return None
    return passive(word) if is_passive(word.token) else phrase_content(word)


def is_purpose(verb: Token) -> bool:
    """An infinitive that says what something is for: "a campaign to persuade users"."""
    return is_infinitive(verb) and verb.dep_ in {"acl", "advcl", "relcl"}


def passive(word: CueWord) -> Content | None:
    """ "was criticised by farmers": the subject is what is judged; "is believed to be hiding": subject and infinitive."""
    verb = word.token
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if subject is None or subject.lower_ in RELATIVE:
        return None
    what = (subject.left_edge.i, subject.right_edge.i + 1)
    if agent_of(verb) is not None and "obj" in word.frames and verb.lemma_ not in HELPING:
        return "passive", [what]
    if verb.lemma_ in OPINIONS:
        for child in verb.rights:
            if child.dep_ == "xcomp" and is_infinitive(child):
                return "opinion", [what, (child.left_edge.i, child.right_edge.i + 1)]
    return None


def as_clause(word: CueWord) -> Content | None:
    """ "As X told the paper, Y", "Y, as X pointed out, Z": the rest of the sentence."""
    verb = word.token
    i, j = cue_clause(word)
    doc, sent = verb.doc, verb.sent
    if i > sent.start and doc[i].lower_ != "as" and doc[i - 1].lower_ == "as":
        i -= 1
    if doc[i].lower_ != "as" or (i > sent.start and doc[i - 1].text not in EDGES):
        return None
    comma = next((k for k in range(verb.i + 1, min(sent.end, verb.i + MAX_CLAUSE)) if doc[k].text == ","), sent.end)
    parts = [(sent.start, i)] if i > sent.start else []
    if comma < sent.end - 1:
        parts.append((comma + 1, sent.end))
    del j
    return ("as-clause", parts) if parts else None


def lost_clause(word: CueWord) -> Content | None:
    """ "told them in Ohio that X" and "says the plan ... works", where the parser found no clause: the rest of the sentence."""
    verb = word.token
    if not reports(verb) or is_passive(verb) or not {"that", "quote"} <= word.frames:
        return None
    doc, end = verb.doc, verb.sent.end
    for k in range(word.end, min(end - 2, verb.i + MAX_GAP)):
        if doc[k].lower_ == "that" and doc[k].tag_ == "IN":
            return "clause", [(k, rest(verb, k, end))]
        if doc[k].tag_ in FINITE or doc[k].text in {".", ";", ":", "?"}:
            break
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if verb.lemma_ in BARE and thing is not None and thing.i - thing.left_edge.i > 0 and thing.left_edge.i == word.end:
        return (
            ("clause", [(word.end, rest(verb, word.end, end))])
            if any(doc[k].tag_ in FINITE for k in range(thing.i, end))
            else None
        )
    return None


def rest(verb: Token, start: int, end: int) -> int:
    """One past the last token from `start` that can still be reported: up to a participle that reports, or the sentence's end."""
    doc = verb.doc
    for k in range(start + 1, end - 1):
        if doc[k].text == "," and doc[k + 1].tag_ == "VBG" and reports(doc[k + 1]):
            return k
        if doc[k].text == "," and doc[k + 1].lower_ == "according":
            return k
    return end


def gerund(verb: Token, rights: list[Token]) -> Content | None:
    """ "proposed barring them", "denied stealing it"."""
    for child in rights:
        if child.dep_ in {"xcomp", "pcomp", "ccomp"} and child.tag_ == "VBG" and child.left_edge.i >= verb.i + 1:
            return "gerund", [(child.left_edge.i, cut(verb.doc, child, child.right_edge.i + 1))]
    return None


def clause_in_phrase(verb: Token) -> Content | None:
    """ "told the paper in a statement that X", where the parser hung the clause on the statement."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in {"in", "at", "on", "during", "to"}:
            for noun in child.rights:
                found = noun_clause(noun)
                if found is not None:
                    return "clause", found[1]
    return None


def clause_after(verb: Token) -> Content | None:
    """ "said (that) X", "asked whether X"."""
    for child in verb.rights:
        if child.dep_ == "advcl" and child.tag_ == "VBG":
            return None
        if (child.dep_ == "ccomp" and (is_verb(child) or has_subject(child))) or asks(child):
            if is_infinitive(child):
                return None
            i = max(child.left_edge.i, verb.i + 1)
            if verb.i + 1 < i and verb.doc[verb.i + 1].lower_ == "that":
                i = verb.i + 1
            return "clause", [(i, reach(verb, child))]
    return None


def reach(verb: Token, clause: Token) -> int:
    """One past the last token reported: the clause, and what the parser hung on the verb although it goes on with it."""
    end = clause.right_edge.i + 1
    j = cut(verb.doc, clause, end)
    if j < end:
        return j
    for child in verb.rights:
        if child.i < clause.i or child.dep_ in {"punct", "cc"}:
            continue
        goes_on = (
            child.dep_ == "conj" and is_verb(child) and has_subject(child) and (not reports(child) or says_that(child))
        ) or (child.dep_ == "advcl" and child.tag_ not in {"VBG", "VBN"} and not reports(child))
        if not goes_on:
            break
        j = cut(verb.doc, child, child.right_edge.i + 1)
    return j


def asks(clause: Token) -> bool:
    """ "asked them if X", hung on the verb as a condition: no comma before it."""
    if clause.dep_ != "advcl" or clause.head.lemma_ not in {"ask", "wonder", "inquire"}:
        return False
    first = clause.left_edge
    return first.lower_ in {"if", "whether"} and first.i > 0 and first.doc[first.i - 1].text != ","


def says_that(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.lefts)


def reports(verb: Token) -> bool:
    return verb.lemma_ in load_lexicon().said


def has_subject(token: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in token.lefts)


def is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.lefts)


def cut(doc: Doc, head: Token, j: int) -> int:
    """Where what is reported ends: before ", adding that ..." and ", according to ..."."""
    for child in head.rights:
        if (
            child.dep_ in {"advcl", "prep"}
            and child.tag_ == "VBG"
            and child.left_edge.i > 0
            and doc[child.left_edge.i - 1].text == ","
        ):
            if child.lemma_ in {
                "add",
                "say",
                "note",
                "call",
                "argue",
                "insist",
                "claim",
                "tell",
                "accord",
                "warn",
                "explain",
                "cite",
            }:
                return min(j, child.left_edge.i - 1)
    return j


def clause_before(word: CueWord) -> Content | None:
    """ "X, he said", "X, said he", "X, he said, Y"."""
    verb = word.token
    i, j = cue_clause(word)
    for child in verb.lefts:
        if child.dep_ == "ccomp" and child.i < i:
            parts = [(child.left_edge.i, i)]
            if child.right_edge.i > verb.i:
                parts.append((verb.i + 1, child.right_edge.i + 1))
            return "before", parts
    if verb.dep_ == "parataxis" and verb.head.i != verb.i:
        head = verb.head
        start, end = head.left_edge.i, head.right_edge.i + 1
        parts = [(start, i)] if start < i else []
        if end > j:
            parts.append((j, end))
        return ("parenthesis", parts) if parts else None
    return None


def cue_clause(word: CueWord) -> TokenRange:
    """The tokens of "he said on Monday" without what is reported."""
    verb = word.token
    i, j = verb.i, word.end
    for child in verb.lefts:
        if child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod", "mark"}:
            i = min(i, child.left_edge.i)
    for child in verb.rights:
        if child.dep_ not in {"ccomp", "parataxis", "conj", "cc"}:
            j = max(j, child.right_edge.i + 1)
    return i, j


def phrase_content(word: CueWord) -> Content | None:
    """Infinitives, objects and prepositional phrases: "promised to go", "denied the charge", "called for talks"."""
    verb, frames = word.token, word.frames
    rights = [child for child in verb.rights if child.dep_ != "punct"]
    found = predicate(verb, rights, frames) or infinitive(verb, rights, frames) or preposition(verb, rights, frames)
    found = found or (gerund(verb, rights) if "obj" in frames else None)
    return found or (plain_object(rights) if "obj" in frames else None)


def predicate(verb: Token, rights: list[Token], frames: frozenset[str]) -> Content | None:
    """ "called it a sham", "described it as a sham"."""
    thing = next((child for child in rights if child.dep_ in {"dobj", "nsubj"}), None)
    if "as" in frames and thing is not None:
        as_ = next((child for child in rights if child.lower_ == "as" and child.dep_ in {"prep", "mark", "advmod"}), None)
        if as_ is not None:
            return "as", [(thing.left_edge.i, as_.right_edge.i + 1)]
    if "pred" in frames:
        said = next(
            (child for child in rights if child.dep_ in {"oprd", "ccomp", "xcomp", "acomp"} and not is_infinitive(child)), None
        )
        if said is not None:
            first = min(said.left_edge.i, thing.left_edge.i if thing is not None else said.i)
            return "called", [(max(first, verb.i + 1), said.right_edge.i + 1)]
        if thing is not None:
            return quoted_predicate(verb, thing)
    return None


def infinitive(verb: Token, rights: list[Token], frames: frozenset[str]) -> Content | None:
    """ "promised to go", "urged them to go"."""
    if not frames & {"to", "objto"}:
        return None
    for child in rights:
        if child.dep_ in {"xcomp", "ccomp", "advcl"} and is_infinitive(child):
            thing = next((other for other in rights if other.dep_ in {"dobj", "dative"} and other.i < child.i), None)
            if thing is None and "to" not in frames and not has_subject(child):
                continue
            start = thing.left_edge.i if thing is not None and "objto" in frames else child.left_edge.i
            return "infinitive", [(max(start, verb.i + 1), cut(verb.doc, child, child.right_edge.i + 1))]
    return None


def preposition(verb: Token, rights: list[Token], frames: frozenset[str]) -> Content | None:
    for child in rights:
        if child.dep_ in {"prep", "agent", "dative"} and "+" + child.lower_ in frames and child.right_edge.i > child.i:
            return "preposition", [(child.i + 1, child.right_edge.i + 1)]
    thing = next((child for child in rights if child.dep_ == "dobj"), None)
    if thing is not None and verb.lemma_ == "accuse":  # "accused the striker of ...", hung on the striker
        return preposition(thing, list(thing.rights), frames)
    return None


def quoted_predicate(verb: Token, thing: Token) -> Content | None:
    """ "called the verdict "a disgrace"", where the parser lost the predicate but the marks show it."""
    doc = verb.doc
    last = min(thing.right_edge.i + 2, len(doc))
    first = next((k for k in range(thing.i + 1, last) if doc[k].tag_ == "``"), None)
    if first is None:
        return None
    end = next((k for k in range(first + 1, min(len(doc), first + MAX_GAP)) if doc[k].tag_ == "''"), None)
    return ("called", [(thing.left_edge.i, end)]) if end is not None else None


def plain_object(rights: list[Token]) -> Content | None:
    """ "denied the charge", "blamed him for the loss"."""
    thing = next((child for child in rights if child.dep_ == "dobj"), None)
    if thing is None:
        return None
    end = thing.right_edge.i + 1
    for child in rights:
        if child.dep_ == "prep" and child.lower_ in {"for", "on", "over", "as"} and child.left_edge.i == end:
            end = child.right_edge.i + 1
    if end - thing.left_edge.i == 1 and thing.lower_ in PRONOUNS:
        return None
    return "object", [(thing.left_edge.i, end)]


def noun_clause(noun: Token) -> Content | None:
    """ "his claim that X"."""
    for child in noun.rights:
        if child.dep_ in {"acl", "ccomp", "relcl"} and says_that(child):
            return "noun", [(child.left_edge.i, child.right_edge.i + 1)]
    return None


def noun_phrase(word: CueWord) -> Content | None:
    """ "her criticism of the bill", "his promise to resign"."""
    noun = word.token
    for child in noun.rights:
        if child.dep_ == "prep" and "+" + child.lower_ in word.frames and child.right_edge.i > child.i:
            return "noun-phrase", [(child.i + 1, child.right_edge.i + 1)]
        if child.dep_ in {"acl", "relcl"} and "to" in word.frames and is_infinitive(child):
            return "noun-phrase", [(child.left_edge.i, child.right_edge.i + 1)]
    return None
