"""A question, its claim and the article's title in; the question with what it needs to be understood by itself, out.

"Did it force 58,000 people to leave?" can be answered only by who knows what "it" is. Nothing is guessed: a speaker who is
named says who "we" are, and the title says what the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.spans import words_at
from claimex.wording.brief import LONGEST, count, shortened
from claimex.wording.dates import day_words
from claimex.wording.question import embedded
from claimex.wording.roles import SINGLE
from claimex.wording.spoken import own_words, words_before

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Check, Claim
    from claimex.layers import Layers
    from claimex.wording.pieces import Sentence

__all__ = ["asked_briefly", "in_context"]

Ask = Callable[["Claim", "Sentence", "Layers"], "Check"]
LONGEST_TITLE = 160  # characters
FRAME = 4  # words around a title
DATE = 3  # words of a day
SPARE = 8  # words for a title beside a question that fills the room
LEAST_LONG = 22  # words of a question that need no shortening
LEAST_TITLE = 3  # words that can say what an article is about
LONGEST_WITH = 48  # words of a question with the sentence that explains it
COLON = re.compile(r"[:;] | [–—-] ")
PLURAL = frozenset({"we", "us", "our", "ours", "you", "your", "yours"})  # of whom a name of the speaker says too little
# What the sentence before most often explains.
EXPLAINED = frozenset({
    "it", "its", "they", "them", "their", "he", "him", "his", "she", "her", "this", "that", "these", "those",
})  # fmt: skip
SPEAKING = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours"})
POINTING = frozenset({"this", "that", "these", "those", "such", "here", "there"})
TODAY = frozenset({"today", "yesterday", "tomorrow", "tonight"})  # as quoted words say it
OWNERS = frozenset({"his", "her", "its", "their"})
MEANT = frozenset({"the", *OWNERS})  # what opens a subject that is known from before
NAMED = frozenset({"PERSON", "ORG", "GPE", "FAC", "EVENT", "LOC", "PRODUCT", "WORK_OF_ART", "LAW", "NORP"})
NOUNS = frozenset({"NN", "NNS"})
# Words of a part of something named before; what tells which one a noun means; what needs no telling.
PARTS = frozenset({"some", "others", "both", "many", "most", "several", "few", "all", "none", "neither", "either", "another"})
TELLING = frozenset({"relcl", "acl", "prep", "appos"})
ONE_ONLY = frozenset({
    "world", "internet", "public", "government", "police", "army", "military", "media", "press", "economy", "environment", "past",
    "future", "present", "day", "night", "morning", "evening", "afternoon", "time", "year", "month", "week", "weekend", "sun",
    "moon", "sky", "sea", "country", "law", "rest", "end", "same", "other", "poor", "people", "majority", "climate", "universe",
})  # fmt: skip
WITH_OFFICE = frozenset({"prime", "executive", "first", "vice", "deputy", "acting", "general", "officer", "chief", "head"})
NEAR = re.compile(r"(?i)(?:the |these )?(?:next|coming|past|last|recent)\b")
QUOTES = re.compile('[“”"„]')


def asked_briefly(ask: Ask, claim: Claim, sentence: Sentence, layers: Layers, title: str | None) -> Check:
    """The check that `ask` makes; a question too long to be read at once is asked without what only adds to it."""
    check = ask(claim, sentence, layers)
    length = count(check.question)
    if length <= LEAST_LONG:
        return check
    told = count(topic_of(title, 0)) + FRAME if title is not None and needs_context(claim, sentence, layers) else 0
    room = max(LONGEST - told, LEAST_LONG)
    if length <= room:
        return check
    brief = shortened(sentence, claim, layers.doc, room)
    return check if brief is sentence else replace(check, question=ask(claim, brief, layers).question)


def in_context(check: Check, claim: Claim, sentence: Sentence, layers: Layers, title: str | None) -> Check:
    """The check, its question opened by who says so or by the article's title where it cannot stand by itself."""
    words = {words_at(layers.doc, at).lower() for at in sentence.unresolved}
    if words & SPEAKING and (who := named_speaker(claim, layers)) is not None:
        said = own_words(claim, sentence, layers) if words & PLURAL else None
        asked = f"Is it true what {who} said: “{said}”?" if said else f"Is it true, as {who} said, that {embedded(sentence)}?"
        return replace(check, question=asked)
    if words & EXPLAINED and (told := words_before(sentence, layers, LONGEST_WITH - count(check.question))) is not None:
        return replace(check, question=f"The article says: {told} {check.question}")
    if title is None or not (words or needs_context(claim, sentence, layers)):
        return check
    room = LONGEST - count(check.question)
    topic = topic_of(title, room)
    if not topic or (count(topic) + FRAME > max(room, SPARE) and not (words or points(sentence, layers))):
        return check
    published = layers.dates.publication.value
    when = f" ({day_words(published)})" if published is not None and count(topic) + FRAME + DATE <= room else ""
    return replace(check, question=f"On the subject of “{topic}”{when}: {small(check.question, sentence)}")


def topic_of(title: str, room: int) -> str:
    """What the article is about, by its title; by what stands before the title's colon where the whole is too long."""
    topic = " ".join(QUOTES.sub("", title).split()).rstrip(".")
    first = COLON.split(topic, maxsplit=1)[0]
    if count(topic) + FRAME > room and LEAST_TITLE <= count(first) < count(topic):
        topic = first
    return topic if len(topic) <= LONGEST_TITLE else ""


def named_speaker(claim: Claim, layers: Layers) -> str | None:
    """The name of the one who is reported to say the claim; none for a statement, whose speaker stands in it."""
    item = claim.attribution
    if item is None or item.entity is None or claim.family == "statement":
        return None
    return layers.names[item.entity].name


def needs_context(claim: Claim, sentence: Sentence, layers: Layers) -> bool:
    """Whether the sentence names nothing, or opens with something known from before, or points at something."""
    if claim.family == "role" and not any(piece.i >= 0 for piece in sentence.predicate):
        return is_bare_office(sentence)
    return (
        not is_named(sentence, layers)
        or is_meant(sentence, layers)
        or points(sentence, layers)
        or is_known(sentence, layers)
        or is_undated(claim, layers)
    )


def is_bare_office(sentence: Sentence) -> bool:
    """Whether a role has one holder at a time, and no name says where: "the governor", not "the governor of Ohio"."""
    words = " ".join(piece.text for piece in sentence.predicate).split()
    one = bool(MEANT & set(words))
    return one and not any(word[:1].isupper() and word.lower().strip(",") not in SINGLE | WITH_OFFICE for word in words)


def is_known(sentence: Sentence, layers: Layers) -> bool:
    """Whether it tells of a thing or person the reader has met: "the bill", "Lopez", "some (were kept)"."""
    doc, names = layers.doc, layers.names
    for piece in (*sentence.before, *sentence.subject, *sentence.predicate):
        if piece.i < 0:
            continue
        lower = piece.text.lower()
        if lower in MEANT and is_bare(doc[piece.i].head):
            return True
        if lower in PARTS and is_part(doc[piece.i]):
            return True
        hit = names.at(piece.i) if piece.proper else None
        if hit is not None and hit[0].label == "PERSON" and " " not in hit[0].name and hit[1].at.j == hit[1].at.i + 1:
            return True
    return False


def is_part(token: Token) -> bool:
    """Whether "some" is a subject by itself."""
    return token.dep_ in {"nsubj", "nsubjpass"} and not any(c.dep_ == "prep" for c in token.rights)


def is_bare(noun: Token) -> bool:
    """Whether nothing tells which one is meant of a noun that "the" stands before; a few there is one of only."""
    if noun.tag_ not in NOUNS or noun.lower_ in ONE_ONLY or noun.lemma_ in ONE_ONLY:
        return False
    if any(c.dep_ in TELLING and c.i > noun.i for c in noun.children):
        return False
    return not any(c.dep_ in {"compound", "poss", "amod", "nummod", "nmod"} for c in noun.lefts)


def is_undated(claim: Claim, layers: Layers) -> bool:
    """Whether it says when, but only as seen from the article: "recently", "a few days ago", "in the next ten days"."""
    for timex in layers.dates.within(claim.clause.i, claim.clause.j):
        value = timex.value
        if timex.type in {"DATE", "TIME"} and (value is None or value.endswith("_REF")):
            return True
        if timex.type == "DURATION" and timex.anchor is not None and NEAR.match(words_at(layers.doc, timex.at)):
            return True
    return False


def is_named(sentence: Sentence, layers: Layers) -> bool:
    pieces = (*sentence.before, *sentence.subject, *sentence.predicate)
    hits = (layers.names.at(piece.i) for piece in pieces if piece.i >= 0)
    return any(hit is not None and hit[0].label in NAMED and (hit[1].kind == "name" or hit[0].label != "NORP") for hit in hits)


def is_meant(sentence: Sentence, layers: Layers) -> bool:
    """Whether the subject is "the attack" or "his car": a thing the reader has met, with no name and nothing said of it."""
    subject = [piece for piece in sentence.subject if piece.text.strip()]
    if not subject or subject[0].text.lower() not in MEANT or any(piece.proper for piece in subject):
        return False
    doc = layers.doc
    return not any(piece.i >= 0 and doc[piece.i].dep_ in {"relcl", "acl", "prep"} for piece in subject)


def points(sentence: Sentence, layers: Layers) -> bool:
    """Whether it says "this tournament" or "here"."""
    doc = layers.doc
    for piece in (*sentence.before, *sentence.subject, *sentence.predicate):
        if piece.i >= 0 and piece.text.lower() in TODAY:
            return True
        if piece.i < 0 or piece.text.lower() not in POINTING:
            continue
        token = doc[piece.i]
        if (token.tag_ == "DT" and token.head.tag_ in NOUNS and token.head.i > token.i) or token.lower_ == "here":
            return True
    return False


def small(question: str, sentence: Sentence) -> str:
    """The question as it stands after a colon: its first word small, unless it is a name put in front."""
    first = next((piece for piece in sentence.before if piece.text.strip()), None)
    if first is not None and first.proper and question.startswith(first.text):
        return question
    return question[:1].lower() + question[1:]
