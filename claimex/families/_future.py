"""A cue of the future in; whether it tells what will happen, and the verb and subject of what is told, out."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TYPE_CHECKING

from claimex.families._clause import own_subject
from claimex.families._times import is_future, times_of
from claimex.modality import polarity, tense
from claimex.spans import Extent
from claimex.syntax import is_verb, word_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["TALK", "WORDS", "Found", "by_may", "by_will", "by_would", "is_embedded", "is_you", "reported"]

WORDS: Mapping[str, list[str]] = tomllib.loads(
    resources.files("claimex.families").joinpath("forecast_words.toml").read_text(encoding="utf-8")
)
HABITS = frozenset(WORDS["habits"])
WISHES = frozenset(WORDS["wishes"])
STATES = frozenset(WORDS["states"])
NAMES_YOU = frozenset({"you", "your", "one"})
NOBODY_KNOWN = frozenset({"someone", "somebody", "anyone", "anybody", "something", "anything"})
JUDGING = frozenset({"consider", "call", "regard", "describe", "class", "count"})  # "it would be considered old"
# "people who would", "something that would": imagined ones.
ANYBODY = frozenset(
    {
        "people",
        "person",
        "individual",
        "individuals",
        "someone",
        "somebody",
        "anyone",
        "anybody",
        "those",
        "something",
        "anything",
        "thing",
    }
)
PROPOSED = frozenset(WORDS["proposed"])
TALKERS = frozenset({"i", "my", "me", "we", "our", "us", "you", "your", "otherwise"})
REPORTS = frozenset(WORDS["reports"])
THOUGHTS = frozenset({"think", "know", "expect", "hope", "believe", "fear", "decide", "worry", "anticipate"})
EXPECTATIONS = frozenset(WORDS["expectations"])


Found = tuple[Extent, "Token", "Token | None"]  # the cue, the verb of what is forecast, the head of its subject


def by_will(cue: Cue, layers: Layers) -> Found | None:
    doc = layers.doc
    modal = doc[cue.at.i]
    verb = modal.head
    if modal.dep_ != "aux" or not is_verb(verb) or verb.i < modal.i or perfect(verb):
        return None
    subject = own_subject(verb)
    if (subject is not None and is_you(subject)) or word_at(doc, modal.i + 1) == "-" or is_embedded(verb):
        return None
    asked = subject is not None and subject.left_edge.lower_ in {"what", "which", "whatever", "whichever"}
    if subject is not None and (asked or (subject.lower_ in {"i", "we"} and verb.lemma_ in TALK)):
        return None
    if (verb.dep_ == "relcl" and verb.head.lower_ in NOBODY_KNOWN) or is_tribute(verb):
        return None
    if (subject is None or subject.lower_ not in {"i", "we"}) and is_rule_of_thumb(verb):
        return None
    return cue.at, verb, subject


def is_tribute(verb: Token) -> bool:
    """As in "she will be sadly missed", "who will stay with us": said of the dead."""
    if verb.lemma_ in {"miss", "remember"}:
        return any(child.dep_ == "auxpass" for child in verb.lefts)
    return (
        verb.lemma_ in {"stay", "live", "remain"}
        and verb.i + 1 < len(verb.doc)
        and verb.nbor().lower_ in {"with", "on"}
        and any(token.lower_ in {"us", "forever", "hearts", "eternity"} for token in verb.subtree)
    )


def is_you(subject: Token) -> bool:
    """Whether it is said of anybody: "you", "one"; not of "no one"."""
    return subject.lower_ in NAMES_YOU and not any(child.lower_ in {"no", "every", "any"} for child in subject.lefts)


def is_rule_of_thumb(verb: Token) -> bool:
    """Whether the sentence tells what always happens: "if you press it, the light will go on"."""
    sent = verb.sent
    return any(
        token.lower_ in {"if", "when", "whenever", "once"} and token.i + 1 < sent.end and token.nbor().lower_ == "you"
        for token in sent
    )


TALK = frozenset(WORDS["talk"])


def perfect(verb: Token) -> bool:
    return (
        verb.tag_ == "VBN"
        and any(child.lower_ in {"have", "'ve", "’ve"} for child in verb.lefts)
        and not any(child.lower_ in {"will", "'ll", "’ll", "shall"} for child in verb.lefts)
    )


def by_would(cue: Cue, layers: Layers) -> Found | None:
    """Future in the past, or what a plan would bring about; no habit, wish or unreal past."""
    found = by_will(cue, layers)
    if found is None:
        return None
    _, verb, subject = found
    if is_embedded(verb) or (verb.dep_ == "relcl" and verb.head.lower_ in ANYBODY):
        return None
    said = {child.lower_ for child in verb.lefts if child.dep_ in {"advmod", "neg"}}
    report = report_of(verb)
    quoted = is_quoted(cue.at, layers, report)
    told = report is not None and not quoted
    if (
        said & (HABITS | WISHES)
        or verb.lemma_ in WISHES
        or (verb.lemma_ in JUDGING and not told)
        or any(token.lower_ == "used" and token.dep_ != "amod" and token.tag_ == "VBD" for token in verb.sent[:-1])
        or not (told or (is_plan(subject, verb, quoted=quoted) and not is_past_of(subject, verb, layers)))
    ):
        return None
    if any(child.dep_ == "advcl" and unreal(child) for child in verb.children):
        return None
    return found


def is_past_of(subject: Token | None, verb: Token, layers: Layers) -> bool:
    """Whether it tells what a person did next or refused, seen from then: "Lee would later win it", "Lee would not comment"."""
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


def is_plan(subject: Token | None, verb: Token, *, quoted: bool) -> bool:
    """Whether "would" is what something is to bring about: "the bill would ban them"; in talk a habit or a dream."""
    if subject is None or subject.tag_ in {"PRP", "DT", "WP", "EX", "TO"} or subject.lower_ in ANYBODY:
        return False
    if subject.lemma_.lower() in PROPOSED:
        return True
    if quoted or any(token.lower_ in TALKERS for token in verb.sent):
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


def is_embedded(verb: Token) -> bool:
    """Whether the clause is an embedded question or a comparison: "how it could be done", "as a child would behave"."""
    return any(
        (child.dep_ in {"advmod", "dobj", "attr"} and child.lower_ in {"how", "what", "why"})
        or (child.dep_ == "mark" and child.lower_ in {"as", "than"})
        for child in verb.lefts
    )


def by_may(cue: Cue, layers: Layers) -> Found | None:
    """A prediction that something may happen; no ability in the past, no standing possibility."""
    found = by_will(cue, layers)
    if found is None:
        return None
    _, verb, subject = found
    if (
        verb.lemma_ in STATES
        or is_embedded(verb)
        or subject is None
        or verb.dep_ == "relcl"
        or subject.lower_ in {"i", "there", "who"}
    ):
        return None
    if "or" in {word_at(layers.doc, cue.at.i - 1), word_at(layers.doc, cue.at.j)}:
        return None  # "may or may not"
    could = layers.doc[cue.at.i].lower_ == "could"
    if could and (in_past(verb) or polarity(verb) == "negated" or subject.lower_ in {"we", "they"}):
        return None
    return found


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
