"""A cue of the future in; whether it tells what will happen, and the verb and subject of what is told, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import own_subject
from claimex.families._idle import ANYBODY, WORDS, is_embedded, is_idle, is_you
from claimex.families._talk import is_talk
from claimex.families._times import is_future, times_of
from claimex.families.forecast.hollow import is_hollow, is_pointing, is_standing
from claimex.modality import polarity, tense
from claimex.spans import Extent
from claimex.syntax import is_verb, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["Found", "by_may", "by_will", "by_would", "reported"]

WISHES = frozenset(WORDS["wishes"])
STATES = frozenset(WORDS["states"])
OUTCOMES = frozenset(WORDS["outcomes"])
PROPOSED = frozenset(WORDS["proposed"])
REPORTS = frozenset(WORDS["reports"])
THOUGHTS = frozenset({"think", "know", "expect", "hope", "believe", "fear", "decide", "worry", "anticipate"})
EXPECTATIONS = frozenset(WORDS["expectations"])
SAME_FORMS = frozenset({"run", "become", "come", "put", "cut", "set", "hit", "let", "shut", "lost", "read", "spread", "quit"})
SPEAKING = frozenset(WORDS["speaking"])
NEXT = frozenset({"later", "eventually", "subsequently", "finally", "ultimately", "soon", "again"})
PERSONS = frozenset({"i", "he", "she", "we", "they", "you", "who"})

Found = tuple[Extent, "Token", "Token | None"]  # the cue, the verb of what is forecast, the head of its subject


def by_will(cue: Cue, layers: Layers) -> Found | None:
    """What will be, unless nothing is foreseen (see _idle.py)."""
    doc = layers.doc
    modal = doc[cue.at.i]
    verb = modal.head
    if modal.dep_ != "aux" or not is_verb(verb) or verb.i < modal.i or perfect(verb) or word_at(doc, verb.i + 1) == "-":
        return None
    subject = own_subject(verb)
    if (subject is not None and is_you(subject)) or word_at(doc, modal.i + 1) == "-" or is_embedded(verb):
        return None
    if modal.lower_ == "shall" and (subject is None or subject.lower_ not in {"i", "we"}):
        return None  # a rule
    asked = subject is not None and subject.left_edge.lower_ in {"what", "which", "whatever", "whichever"}
    if asked or is_asked_who(verb) or is_idle(verb, subject, layers) or is_hollow(verb, subject, layers):
        return None
    return cue.at, verb, subject


def is_asked_who(verb: Token) -> bool:
    """As in "nobody knows who will win", "whoever will come"."""
    asked = any(child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ in {"who", "whoever"} for child in verb.lefts)
    return asked and verb.dep_ in {"ccomp", "csubj", "pcomp"}


def perfect(verb: Token) -> bool:
    """As in "would have won", also where the parser took "have" for the verb; "will have won" is to come."""
    if any(child.lower_ in {"will", "'ll", "’ll", "shall"} for child in verb.lefts):
        return False
    if verb.lemma_ == "have" and verb.tag_ == "VB":
        k = verb.i + 1
        while word_at(verb.doc, k).endswith("ly") and k < verb.i + 3:
            k += 1
        return k < len(verb.doc) and verb.doc[k].tag_ in {"VBN", "VBD"} and verb.doc[k].dep_ != "amod"
    return verb.tag_ in {"VBN", "VBG"} and any(child.lower_ in {"have", "'ve", "’ve"} for child in verb.lefts)


def by_would(cue: Cue, layers: Layers) -> Found | None:
    """Future in the past, or what a plan would bring about; no habit, wish or unreal past."""
    found = by_will(cue, layers)
    if found is None:
        return None
    _, verb, subject = found
    if (verb.dep_ == "relcl" and verb.head.lower_ in ANYBODY) or is_standing(verb, subject):
        return None
    said = {child.lower_ for child in verb.lefts if child.dep_ in {"advmod", "neg"}}
    report = report_of(verb)
    quoted = is_quoted(cue.at, layers, report)
    told = report is not None and not quoted and not is_own_thought(report)
    if (
        said & WISHES
        or verb.lemma_ in WISHES
        or any(token.lower_ == "used" and token.dep_ != "amod" and token.tag_ == "VBD" for token in verb.sent[:-1])
        or not (told or is_brought_about(subject, verb, layers, quoted=quoted))
    ):
        return None
    if any(child.dep_ == "advcl" and unreal(child) for child in verb.children) or is_refusal(verb) or is_had(cue, layers):
        return None
    return found


def is_refusal(verb: Token) -> bool:
    """As in "the coach thanked them but would not answer questions", "police would not discuss the case"."""
    if not any(child.dep_ == "neg" for child in verb.lefts):
        return False
    own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.lefts)
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    spoken = verb.lemma_ in SPEAKING and not passive and verb.dep_ != "ccomp"
    return spoken or (verb.dep_ == "conj" and not own and verb.head.tag_ == "VBD")


def is_had(cue: Cue, layers: Layers) -> bool:
    """As in "they said they'd run out", "he'd become ill": the form of the verb may be a participle too."""
    verb = layers.doc[cue.at.i].head
    return verb.lower_ in SAME_FORMS and layers.doc[cue.at.i].lower_ != "would"


def is_brought_about(subject: Token | None, verb: Token, layers: Layers, *, quoted: bool) -> bool:
    """What nobody is said to say: what a plan would bring about; what somebody then did or refused is none."""
    if not is_plan(subject, verb, layers, quoted=quoted) or is_past_of(subject, verb, layers):
        return False
    proposed = subject is not None and subject.lemma_.lower() in PROPOSED
    return proposed or polarity(verb) == "affirmed" or any(child.dep_ == "auxpass" for child in verb.lefts)


def is_own_thought(report: Token) -> bool:
    """As in "I didn't know it would", "I think it would": what a speaker imagines himself."""
    subject = own_subject(report) if is_verb(report) else None
    return subject is not None and subject.lower_ in {"i", "we", "you"} and report.lemma_ in THOUGHTS | {"guess", "feel", "say"}


def is_past_of(subject: Token | None, verb: Token, layers: Layers) -> bool:
    """Whether it tells what a person did next or refused, seen from then: "Lee would later win it", "Lee would not comment"."""
    if any(child.dep_ == "advmod" and child.lower_ in NEXT for child in verb.lefts) and verb.dep_ in {"ROOT", "relcl", "conj"}:
        return True
    hit = layers.names.at(subject.i) if subject is not None else None
    if hit is None or (hit[1].label or hit[0].label) != "PERSON":
        return False
    if any(child.dep_ == "advcl" and any(mark.lower_ == "if" for mark in child.lefts) for child in verb.children):
        return False  # "if elected, Lee would be the first"
    return not any(is_future(timex, layers) for timex in times_of(verb, layers))


def is_quoted(at: Extent, layers: Layers, report: Token | None) -> bool:
    """Whether the words are a speaker's own, and he reports nobody in them: there "would" is what he imagines, or a habit."""
    quote = layers.attributions.of(at)
    if quote is None or quote.form != "direct":
        return False
    inside = report is not None and any(part.i <= report.i < part.j for part in quote.content)
    return not inside or (report is not None and report.lemma_ in THOUGHTS)


def is_plan(subject: Token | None, verb: Token, layers: Layers, *, quoted: bool) -> bool:
    """Whether "would" is what something is to bring about: "the bill would ban them"; in talk a habit or a dream."""
    if subject is None or subject.tag_ in {"PRP", "DT", "WP", "EX", "TO"} or subject.lower_ in ANYBODY:
        return False
    if subject.lemma_.lower() in PROPOSED:
        return True
    if quoted or is_talk(verb, layers):
        return False
    if subject.dep_ == "csubj" and any(child.tag_ == "TO" for child in subject.lefts):
        return False
    return not (verb.lemma_ == "be" and any(child.dep_ == "acomp" and child.lower_ != "able" for child in verb.rights))


def unreal(clause_verb: Token) -> bool:
    """An if-clause in the past: what follows is imagined; a when-clause: what follows is a habit."""
    marks = {child.lower_ for child in clause_verb.lefts if child.dep_ in {"mark", "advmod"}}
    tags = {clause_verb.tag_} | {child.tag_ for child in clause_verb.lefts if child.dep_ in {"aux", "auxpass"}}
    return bool(marks & {"if", "when", "whenever"}) and "VBD" in tags


def reported(verb: Token) -> bool:
    """Whether the verb's clause is what somebody said, thought or feared."""
    return report_of(verb) is not None


def report_of(verb: Token) -> Token | None:
    """The verb or noun of the report that the verb's clause is the content of."""
    for _ in range(4):
        over = verb.head
        if over.i == verb.i:
            return None
        if verb.dep_ in {"ccomp", "acl", "relcl", "pcomp"} and (over.lemma_ in REPORTS or over.lemma_ in EXPECTATIONS):
            return over
        verb = over
    return None


def by_may(cue: Cue, layers: Layers) -> Found | None:
    """A prediction that something may happen; no ability in the past, no standing possibility."""
    found = by_will(cue, layers)
    if found is None:
        return None
    _, verb, subject = found
    if (
        (verb.lemma_ in STATES and not is_state_to_come(verb, layers))
        or any(child.dep_ == "aux" and child.lower_ == "be" for child in verb.lefts)  # "may be fuelling it" now
        or subject is None
        or verb.dep_ == "relcl"
        or subject.lower_ in {"i", "there", "who"}
        or is_pointing(subject, verb)
    ):
        return None
    if "or" in {word_at(layers.doc, cue.at.i - 1), word_at(layers.doc, cue.at.j)}:
        return None  # "may or may not"
    modal = layers.doc[cue.at.i].lower_
    if modal == "may" and polarity(verb) == "negated" and not any(child.dep_ == "auxpass" for child in verb.lefts):
        return None  # "members may not vote": a ban
    could = modal == "could"
    often = any(timex.type == "SET" for timex in times_of(verb, layers))  # "staff could get 10,000 dollars a year"
    if verb.lemma_ in {"expect", "think", "call"} and verb.tag_ == "VBN":
        return None  # "access might be expected to help"
    told = subject.lower_ == "we" and layers.attributions.turn_of(cue.at) is not None and not times_of(verb, layers)
    able = often or told or in_past(verb) or polarity(verb) == "negated" or is_ability(verb, subject)  # told: "we could see it"
    return None if could and able else found


def is_state_to_come(verb: Token, layers: Layers) -> bool:
    """As in "could be available by autumn"."""
    return verb.lemma_ in {"be", "have"} and any(is_future(timex, layers) for timex in times_of(verb, layers))


def is_ability(verb: Token, subject: Token) -> bool:
    """As in "he could see the sea", "makers could easily mend it": what somebody is able to do, not what may come over him."""
    if any(child.dep_ == "advmod" and child.lower_ in {"easily", "also", "always", "only", "just"} for child in verb.lefts):
        return True
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    if passive and any(noun.lower_ in {"anyone", "anybody"} for by in verb.rights if by.dep_ == "agent" for noun in by.rights):
        return True  # "it could be seen by anyone"
    return subject.lower_ in PERSONS and not passive and verb.lemma_ not in OUTCOMES


def in_past(verb: Token) -> bool:
    """Whether the sentence around tells of the past."""
    for _ in range(4):
        if verb.head.i == verb.i:
            break
        if verb.dep_ == "ccomp" and verb.head.lemma_ in REPORTS:
            return False
        verb = verb.head
        if is_verb(verb) and tense(verb) == "past":
            return True
    return False
