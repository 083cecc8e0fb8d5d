"""A cause and an effect that were read; whether the text does not say that the one brought about the other, out.

Asked, hoped for, imagined or advised is not said ("it seeks to cut costs", "if rates rose, it would hurt"), and a way of talking
("I thank you for coming") tells nothing that can be checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import own_subject
from claimex.families._hopes import is_aim, is_asked, is_hoped, is_imagined
from claimex.families.cause.verbs import WORDS
from claimex.spans import paired, trimmed, unpaired
from claimex.syntax import asserts, clause_head, is_verb, word_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families.cause.verbs import Parts
    from claimex.spans import Extent

__all__ = ["closed", "is_unsaid", "without_link"]

# Patterns whose head is the verb of cause itself, so that a wish around it leaves nothing told.
VERBAL = frozenset({"verb", "change", "force-to", "help", "lead-to", "at-risk", "participle", "impact-on", "sanction-for"})
ADVICE = frozenset({"should", "ought"})
TALK = frozenset(WORDS["talk"])
NOTHING = frozenset(WORDS["nothing"])
BARE = frozenset(WORDS["bare"])
SHORTEST = 4  # words of a relative clause behind its preposition
MAX_CLIMB = 4
ABLE = frozenset({"can", "could", "may", "might", "will", "would"})
LATE = 3  # words
ARTICLES = frozenset({"a", "an", "the"})
BRACKETS = frozenset("[](){}")
OPEN_ENDS = frozenset({",", ":", "-LRB-", "NFP", "XX"})
POSSIBLE = frozenset({"possibility", "risk", "chance", "likelihood", "prospect", "threat", "danger", "idea", "theory", "hope"})
CLUES = frozenset({"information", "clues", "tips", "evidence"})  # "information leading to an arrest"
FOCUS = frozenset({
    "only", "partly", "largely", "mainly", "mostly", "primarily", "simply", "chiefly", "precisely", "perhaps", "probably",
    "especially", "solely", "purely", "just", "also",
})  # fmt: skip
CHAT = frozenset({"so", "well", "basically", "actually", "yeah", "yes", "no", "anyway", "and", "but", "okay"})
LINKS = frozenset({"where", "when", "while", "although", "though", "and", "but", "or", "whereas", "that", "if"})


def is_unsaid(pattern: str, parts: Parts, doc: Doc) -> bool:
    """Whether the text does not assert the cause."""
    head = doc[parts.head]
    if is_cut(parts.cause, doc) or is_cut(parts.effect, doc) or is_meant(head) or is_possible(head):
        return True
    if not asserts(head) or is_imagined(head) or is_asked(head) or is_advice(head, pattern) or is_empty(parts, doc):
        return True
    if pattern in VERBAL and is_anybody(None, head):
        return True
    if pattern in VERBAL and is_verb(head):
        would = head.dep_ == "relcl" and any(child.lower_ == "would" for child in head.lefts)  # "permits that would cut smog"
        return would or is_hoped(head) or is_goal(head)
    if pattern in {"because", "because-of"} and is_anybody(parts.effect, head):
        return True
    return pattern == "because" and (is_contrast(parts, doc) or is_broken(parts, head))


def is_cut(part: Extent | None, doc: Doc) -> bool:
    """Whether the words break off: "a train ride from [", "hatred against ... them"; or have a bracket without its other."""
    if part is None:
        return False
    if any(doc[k].text in BRACKETS for k in unpaired(doc, part.i, part.j)) or doc[part.i].text[:1] in {"'", "’"}:
        return True
    last = doc[part.j - 1]
    after = next((token for token in doc[part.j : part.j + 2] if not token.is_space), None)
    return (last.tag_ == "IN" or last.lower_ in ARTICLES) and after is not None and after.tag_ in OPEN_ENDS


def closed(part: Extent | None, doc: Doc) -> Extent | None:
    """The words with the bracket that they lack beside them, or without one that opens in their last words."""
    if part is None:
        return None
    part = paired(doc, part)
    late = next((k for k in unpaired(doc, part.i, part.j) if doc[k].text in BRACKETS and k > part.i), None)
    return trimmed(doc, part.i, late) if late is not None and part.j - late <= LATE else part


def is_meant(head: Token) -> bool:
    """As in "so that rents can fall": a purpose, which tells no cause."""
    verb = clause_head(head)
    for _ in range(MAX_CLIMB):
        marks = [child.lower_ for child in verb.lefts if child.dep_ in {"mark", "advmod"}]
        able = any(child.lower_ in ABLE for child in verb.lefts if child.dep_ == "aux")
        if verb.dep_ == "advcl" and able and marks[:1] == ["so"]:
            return True
        if verb.dep_ not in {"conj", "xcomp", "ccomp"} or verb.head.i == verb.i:
            return False
        verb = verb.head
    return False


def is_possible(verb: Token) -> bool:
    """As in "the possibility of a fault causing the fire": not said to be so."""
    of = verb.head if verb.dep_ == "pcomp" else verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "pobj" else verb
    return verb.tag_ == "VBG" and of.dep_ == "prep" and of.lower_ == "of" and of.head.lemma_ in POSSIBLE


def is_advice(head: Token, pattern: str) -> bool:
    """As in "we should inspire children", "that must cause concern"; not a rule: "hens must stay in because ..."."""
    opinions = ADVICE | {"must"} if pattern in VERBAL else ADVICE
    return any(child.dep_ == "aux" and child.lower_ in opinions for child in head.lefts)


def is_goal(verb: Token) -> bool:
    """As in "a top priority is raising wages", "the best part is bringing it to life": the verb only says what something is."""
    if verb.tag_ not in {"VBG", "VB"}:
        return False
    if verb.tag_ == "VB" and verb.dep_ in {"ROOT", "ccomp", "attr", "parataxis"} and any(c.tag_ == "TO" for c in verb.lefts):
        return True  # "what matters is: not to cause alarm"
    over = verb.head if verb.dep_ in {"xcomp", "ccomp", "attr"} else verb
    is_be = over.lemma_ == "be" or any(child.lemma_ == "be" and child.dep_ == "aux" for child in verb.lefts)
    subject = own_subject(over)
    return is_be and subject is not None and is_aim(subject)


def is_anybody(effect: Extent | None, head: Token) -> bool:
    """As in "you look at it because of that", "there are those who leave because ...": nobody in particular."""
    subject = own_subject(head)
    those = effect is not None and head.doc[effect.i].lower_ == "those" and word_at(head.doc, effect.i + 1) == "who"
    return those or (subject is not None and subject.lower_ == "you")


def is_empty(parts: Parts, doc: Doc) -> bool:
    """Whether a side is only a word that says nothing: "it affects you", "one thing led to the next"."""
    effect, cause = parts.effect, parts.cause
    if cause is not None and all(token.lower_ in NOTHING for token in doc[cause.i : cause.j]):
        return True
    if cause is not None and doc[cause.i].lower_ == "no" and clause_head(doc[parts.head]).dep_ == "relcl":
        return True  # "there are no winds that affect the coast"
    if cause is not None and any(token.lower_ in CLUES for token in doc[cause.i : cause.i + 2]):
        return True
    if effect is not None and doc[effect.j - 1].dep_ == "neg" and doc[effect.j - 1].head.lemma_ in {"do", "be", "have"}:
        return True  # "they weren't, because ..."
    return effect is not None and all(token.lower_ in BARE for token in doc[effect.i : effect.j])


def is_broken(parts: Parts, head: Token) -> bool:
    """Whether "because" gives the reason of something else: of talk around it ("I said, because"), or of a broken sentence."""
    effect = parts.effect
    opens = head.doc[effect.i].tag_ if effect is not None else "WP"
    if not is_verb(head) or opens == "WP" or (opens == "VBZ" and parts.over is None):
        return True  # "who came", "reads the motion"
    if head.lemma_ in TALK and (parts.cue.i < head.i or not any(c.dep_ in {"ccomp", "dobj", "xcomp"} for c in head.rights)):
        return True
    opening = [token.lower_ for token in head.doc[effect.i : effect.i + 3]] if effect is not None else []
    if "if" in opening and (opening[0] == "if" or "even" in opening) and head.dep_ != "advcl" and mark_of(head) == "if":
        return True  # "Even if I were, because ...": the sentence breaks off
    subject = own_subject(head)
    if head.lemma_ == "know" and subject is not None and subject.lower_ == "you":
        return True  # "you know, because ..."
    return subject is None and head.tag_ in {"VBG", "VB", "VBN"} and not any(c.dep_ == "expl" for c in head.lefts)


def is_contrast(parts: Parts, doc: Doc) -> bool:
    """As in "they lost, not because they were weak, but because they were tired": denied, and without an effect."""
    first = parts.effect.i if parts.effect is not None else parts.cue.i
    return doc[parts.cue.i - 1].lower_ == "not" or (doc[first].lower_ == "not" and doc[first + 1].lower_ == "because")


def mark_of(verb: Token) -> str:
    return next((child.lower_ for child in verb.lefts if child.dep_ == "mark"), "")


def is_about_noun(first: Token, head: Token) -> bool:
    """Whether the words begin a relative clause that says nothing without its noun: "which is late", "he called late"."""
    if head.dep_ != "relcl" or first.i <= head.head.i:
        return False
    gap = first.i - head.head.i
    if first.tag_ in {"WDT", "WP"}:
        return gap == 1 or (first.nbor(-1).i - 1 == head.head.i and first.nbor(-1).text == ",")
    return gap == 1 and first.i == head.left_edge.i and first.tag_ != "WRB"


def opened(doc: Doc, i: int, j: int) -> int:
    """Where the words begin behind a way of beginning to talk: "So", "Well,", "In fact,"."""
    while j - i > SHORTEST:
        lower, after = doc[i].lower_, doc[i + 1].lower_
        if lower in CHAT and (after == "," or lower == "so" or (lower == "well" and doc[i + 1].tag_ == "PRP")):
            i += 1 + (after == ",")
        elif (lower, after) in {("in", "fact"), ("of", "course")}:
            i += 2 + (doc[i + 2].text == ",")
        else:
            break
    return i


def without_link(part: Extent | None, doc: Doc, head: int) -> Extent | None:
    """The words of a cause or effect without a conjunction that only links them; with the noun that "that" stands for."""
    if part is None:
        return None
    i, j = opened(doc, part.i, part.j), part.j
    if j - i >= SHORTEST and doc[i].tag_ == "IN" and doc[i + 1].tag_ == "WDT":  # "a land in which people live"
        i += 2
    if is_about_noun(doc[i], clause_head(doc[head])):
        return trimmed(doc, clause_head(doc[head]).head.left_edge.i, j)
    while j - i > 1 and doc[i].lower_ in LINKS and (doc[i].dep_ in {"cc", "preconj"} or doc[i].head.i == head):
        i += 1
    while j - i > 1 and (
        (doc[j - 1].dep_ in {"cc", "punct", "preconj"} and doc[j - 1].tag_ in {"CC", ",", ":", "HYPH"})
        or (doc[j - 1].lower_ in FOCUS and doc[j - 1].tag_ == "RB" and j < len(doc) and doc[j].lower_ in {"because", "due"})
        or (doc[j - 1].lower_ == "so" and doc[j - 1].tag_ in {"RB", "IN"})
        or (j < part.j and doc[j - 1].lower_ in {"not", "only"} and doc[j].lower_ in FOCUS)
    ):
        j -= 1
    while j - i > SHORTEST and doc[j - 1].lower_ == "part" and doc[j - 1].head.lower_ == "in" and j < len(doc):
        j = doc[j - 1].head.i  # "it failed, in large part because"
    return part if (i, j) == (part.i, part.j) else trimmed(doc, i, j)
