"""A cue word and its quotations in; the draft of an attribution out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.speakers.asides import aside_source
from claimex.speakers.content import content_of
from claimex.speakers.cues import has_clause, is_passive
from claimex.speakers.draft import Draft
from claimex.speakers.lexicon import load_lexicon
from claimex.speakers.phrases import BLAMED
from claimex.speakers.subjects import phrase_behind, source_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.speakers.cues import CueWord
    from claimex.speakers.quoted import Spoken

__all__ = ["draft_of"]

SPOKEN_ONLY = frozenset(
    {"noun-phrase", "object", "called", "preposition", "as", "infinitive", "passive"}
)  # nothing without a speaker
# Whose objects are findings: "the audit found three gaps".
FINDERS = frozenset({
    "study", "report", "poll", "survey", "analysis", "review", "audit", "investigation", "research", "researcher", "inquiry",
    "inspection", "census", "scientist", "investigator", "auditor", "inspector", "test", "paper",
})  # fmt: skip
SHOWN = frozenset({
    "sign", "interest", "support", "inclination", "leadership", "understanding", "courage", "respect", "restraint", "promise",
    "strength", "symptom", "mercy", "improvement", "side",
})  # fmt: skip
STANCES = frozenset({"support", "back", "favor", "favour", "oppose"})
COLON_END = re.compile(r"[^.?!:\n]{0,80}:[^\S\n]*\n\s{0,4}(?=[A-Z])")
# Nouns that report although nobody is named: "criticism of the bill", "fears of a flood".
SPEAKERLESS = frozenset({
    "allegation", "accusation", "speculation", "rumor", "rumour", "criticism", "concern", "fear", "call", "complaint",
    "suspicion", "outrage", "scepticism", "skepticism", "demand", "doubt", "worry",
})  # fmt: skip
LIGHT = frozenset(
    {
        "make",
        "issue",
        "give",
        "express",
        "have",
        "reach",
        "come",
        "voice",
        "raise",
        "repeat",
        "share",
        "release",
        "send",
        "put",
        "offer",
        "deliver",
        "publish",
        "post",
        "present",
        "file",
        "launch",
    }
)


def draft_of(word: CueWord, text: str, spoken: list[Spoken]) -> Draft | None:
    """One cue word's attribution, if it reports anything."""
    verb = word.token
    cue = (verb.i, word.end)
    on = bool(spoken) and spoken[0].how == "on"  # reported first, quoted then
    content = content_of(word) if not spoken or on or clause_goes_on(word, text, spoken) else None
    if spoken and (content is None or (content[0] != "clause" and not on)):
        parts = [part for item in spoken for part in item.parts]
        quoted = [part for item in spoken for part in item.quotation.parts]
        return Draft(verb, cue, "quotation", source_outside(verb, quoted), parts, quoted, any(item.led for item in spoken))
    if content is None:
        parts = below_colon(word, text)
        return Draft(verb, cue, "paragraph", source_of(verb), parts) if parts else None
    pattern, ranges = content
    doc = verb.doc
    parts = [(doc[i].idx, word_end(doc, j)) for i, j in ranges if i < j]
    parts = joined([*parts, *(part for item in spoken for part in item.parts)])
    if word.kind == "noun" and verb.dep_ == "pobj" and verb.head.head.lemma_ in load_lexicon().said:
        return None  # "said in a statement that": the verb has it
    source = source_for(word, pattern)
    if source is None and pattern in SPOKEN_ONLY and not needs_nobody(word):
        return None
    if pattern == "object" and is_done(verb, source):
        return None
    return Draft(verb, cue, pattern, source, parts, mixed=bool(spoken) and not on, later=on)


def source_outside(verb: Token, quoted: list[tuple[int, int]]) -> Token | None:
    """The head word of who says it; a word of the quotation itself is nobody."""
    source = source_of(verb)
    if source is None or not any(start <= source.idx < end for start, end in quoted):
        return source
    return phrase_behind(verb)


def is_done(verb: Token, source: Token | None) -> bool:
    """Whether a verb with an object is a deed: "found a wallet", "showed courage", "the cable supports a weight"."""
    if verb.lemma_ == "find":
        return source is None or source.lemma_.lower() not in FINDERS
    if verb.lemma_ == "show":
        return any(child.dep_ == "dobj" and child.lemma_ in SHOWN for child in verb.rights)
    return verb.lemma_ in STANCES and source is not None and source.tag_ in {"NN", "CD"}


def needs_nobody(word: CueWord) -> bool:
    """Whether it reports although nobody is said to speak: "was asked about", "criticism of"."""
    lemma = word.token.lemma_
    return lemma in SPEAKERLESS if word.kind == "noun" else lemma in BLAMED and is_passive(word.token)


def source_for(word: CueWord, pattern: str) -> Token | None:
    """The head word of who says it."""
    if pattern == "aside":
        return aside_source(word.token)
    if word.kind == "noun":
        return noun_source(word)
    return source_of(word.token if word.kind == "verb" else word.token.head)


def below_colon(word: CueWord, text: str) -> list[tuple[int, int]]:
    """The paragraph that a verb of saying at the end of its own announces: "The governor added:" and his words below."""
    if word.kind != "verb" or "quote" not in word.frames or word.token.lemma_ not in load_lexicon().said:
        return []
    match = COLON_END.match(text, word.token.idx + len(word.token.text))
    if match is None:
        return []
    end = text.find("\n", match.end())
    return [(match.end(), end if end >= 0 else len(text))]


def word_end(doc: Doc, j: int) -> int:
    """The offset where the word before token `j` ends, with what a hyphen ties to it."""
    while j + 1 < len(doc) and doc[j].text == "-" and not doc[j - 1].whitespace_ and not doc[j].whitespace_:
        j += 2
    return doc[j - 1].idx + len(doc[j - 1].text)


def clause_goes_on(word: CueWord, text: str, spoken: list[Spoken]) -> bool:
    """Whether the first quotation is only a piece of a clause: `said she had one quality: "..."`, `said "reforms" would help`."""
    first = spoken[0]
    if first.how != "before":
        return False
    gap = text[word.token.idx + len(word.token.text) : first.quotation.start].strip()
    last = text[first.quotation.parts[-1][1] - 1]
    if gap in {"", "that"}:
        return last.isalnum() and text[first.quotation.end : first.quotation.end + 2].strip()[:1].isalpha()
    return gap.endswith(":") and has_clause(word, first.quotation.start)


def joined(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts in order, those that touch or overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if found and start <= found[-1][1] + 3:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def noun_source(word: CueWord) -> Token | None:
    """Whose claim it is: "his claim", "a claim by the bank", "made the claim", "came to the conclusion"."""
    noun = word.token
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"by", "from"} | ({"of"} if "+of" not in word.frames else set()):
            return next((other for other in child.children if other.dep_ == "pobj"), None)
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    light = verb.lemma_ in LIGHT and noun.head.lower_ != "into"  # "came to the view that", not "came into view on"
    source = source_of(verb) if noun.dep_ in {"dobj", "pobj"} and light else None
    thing = noun.lemma_ == "question" and source is not None and source.tag_ not in {"NNP", "PRP"}
    return None if thing and verb.lemma_ == "raise" else source  # "the slow harvest raised questions about the price"
