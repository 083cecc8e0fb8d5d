"""Tokens and the dates layer in; the relative dates among them with the absolute ones to put there, out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.spans import words_at
from claimex.wording.dates import Worded, day_words, in_words
from claimex.wording.kept_dates import CLOCK, MONTH, YEAR, is_holiday, is_of_other_year, stays

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.dates.timex import Timex
    from claimex.layers import Layers
    from claimex.wording.renaming import Edits

__all__ = ["make_absolute"]

NATURAL = frozenset({"in", "on", "at", "during"})  # prepositions that can change with the words after them
ADVERBIAL_AFTER = frozenset({"than", "as", "since"})
BARE = frozenset({("soon", "as"), ("late", "as"), ("early", "as"), ("recently", "as")})  # "as soon as 3 May"
BEFORE = frozenset({"late", "early", "earlier", "later", "just", "only", "even", "both", "sometime", "again", "back"})
WITNESS = frozenset({"be", "see", "bring", "mark", "witness"})  # verbs that a time can be the subject of: "last year saw"
NOUN_DEPS = frozenset({"nsubj", "nsubjpass", "attr", "conj", "pobj", "csubj"})
TAKES_DATE = frozenset(
    {"mark", "celebrate", "precede", "follow", "end", "start", "begin", "spend", "exceed", "beat", "match", "call"}
)
INNER = re.compile(r"\b(?:this|last|next|the (?:same|previous|following|current|coming)|that) (?:year|month)\b", re.IGNORECASE)
PAST_SPAN = re.compile(r"(?:the )?(?:past|last|previous|preceding) (.{1,40})", re.IGNORECASE)
AND_A_HALF = re.compile(r"\s+and a (?:half|quarter)\b")
LOCAL = re.compile(r"(?:about |around )?\d[\d:.]{0,4} ?(?:[ap]\.?m\.?)? ?local(?: time)?", re.IGNORECASE)
EARLIER = re.compile(r"(earlier|later|early|late) (?=this|last|next|today|on|in|that)", re.IGNORECASE)


def make_absolute(edits: Edits, i: int, j: int, layers: Layers) -> None:
    """Note the edits of relative dates in tokens [i, j)."""
    for timex in layers.dates.within(i, j):
        if timex.at.i in edits.quoted:
            continue
        if timex.value is None:
            if timex.type in {"DATE", "TIME"}:
                edits.unresolved.append(timex.at)
        elif timex.anchor is not None:
            replace(edits, timex, i, layers)


def replace(edits: Edits, timex: Timex, first: int, layers: Layers) -> None:
    doc, at = layers.doc, timex.at
    words = words_at(doc, at)
    if timex.type == "DURATION":
        span_to(edits, timex, words, doc)
        return
    if timex.type == "SET" or stays(timex, words, layers):
        return
    if is_of_other_year(timex, words, doc):
        edits.unresolved.append(at)
        return
    text = with_year(timex, words, doc) or framed(timex, words) or with_day(timex, words, layers)
    worded = in_words(timex)
    if text is None and worded is not None:
        text = phrased(edits, timex, worded, first, doc)
    if text is not None:
        put(edits, doc, timex, text)
    elif worded is None or worded.noun.lower() not in words.lower():
        edits.unresolved.append(at)


def with_year(timex: Timex, words: str, doc: Doc) -> str | None:
    """A holiday keeps its name and gets its year: "on Christmas Day 2021"."""
    return f"{words} {timex.value[:4]}" if timex.value and is_holiday(timex, words, doc) else None


def with_day(timex: Timex, words: str, layers: Layers) -> str | None:
    """A time of day by the local clock keeps its words and gets its day, where the sentence gives none."""
    if not LOCAL.fullmatch(words) or not timex.from_:
        return None
    span = layers.doc[timex.at.i].sent
    others = (t for t in layers.dates.within(span.start, span.end) if t.id != timex.id and t.type in {"DATE", "TIME"})
    return words if any(not CLOCK.fullmatch(t.value or "") for t in others) else f"{words} on {day_words(timex.from_)}"


def framed(timex: Timex, words: str) -> str | None:
    """A part of a period keeps its words around the period: "the end of last year" is "the end of 2021"."""
    if timex.mod is None or not timex.value:
        return None
    if inner := INNER.search(words):
        lead = "in " if EARLIER.match(words) else ""  # "later this month" is "later in February 2022"
        return words[: inner.start()] + lead + day_words(timex.value) + words[inner.end() :]
    if (month := MONTH.search(words)) and not YEAR.search(words):
        return f"{words[: month.end()]} {timex.value[:4]}{words[month.end() :]}"
    return None


def put(edits: Edits, doc: Doc, timex: Timex, text: str) -> None:
    at = timex.at
    last = doc[at.j - 1]
    edits.text[at.i] = text + last.text[at.end - last.idx :]
    for k in range(at.i + 1, at.j):
        edits.text[k] = ""
    if last.whitespace_:
        edits.spaced.add(at.i)


def phrased(edits: Edits, timex: Timex, worded: Worded, first: int, doc: Doc) -> str | None:
    """The words for the place where the expression stands; None where no plain words fit there."""
    at = timex.at
    root = next((token for token in doc[at.i : at.j] if not at.holds(token.head.i) or token.dep_ == "ROOT"), doc[at.j - 1])
    words = words_at(doc, at)
    lead = EARLIER.match(words)
    prefix = lead[0].lower() if lead else ""
    after = doc[at.j] if at.j < len(doc) else None
    if (after is not None and after.tag_ == "POS") or words.endswith(("'s", "’s")):
        return owning(edits, worded, after, root, at.i)
    if root.dep_ in {"compound", "nmod", "amod"} and root.head.i >= at.j:
        return worded.noun if worded.attributive else None
    before = doc[at.i - 1] if at.i > first else None
    if before is not None and before.tag_ in {"IN", "TO"} and before.lower_ not in ADVERBIAL_AFTER and not prefix:
        return after_preposition(edits, before, worded)
    word = before.lower_ if before is not None else ""
    if word == "as" and before is not None and before.i and (before.nbor(-1).lower_, word) in BARE:
        return worded.noun
    if word == "since" or (word not in ADVERBIAL_AFTER and is_noun_place(root, before)):
        return worded.noun
    plain = f"{worded.preposition} {worded.noun}"  # after "earlier", which says already what a lead would
    return prefix + plain if prefix or word in BEFORE else worded.adverbial


def owning(edits: Edits, worded: Worded, after: Token | None, root: Token, i: int) -> str | None:
    """What stands before a noun: "Monday's attack" becomes "the 7 February 2022 attack"."""
    if not worded.attributive or root.dep_ not in {"poss", "compound", "nmod"}:
        return None
    if after is not None and after.tag_ == "POS":
        edits.text[after.i] = ""
        edits.spaced.add(i)
    determined = i > 0 and root.doc[i - 1].tag_ in {"DT", "PRP$", "POS"}
    return worded.noun if determined else f"the {worded.noun}"


def after_preposition(edits: Edits, before: Token, worded: Worded) -> str | None:
    """The noun after a preposition, which changes with it: "in the weekend" is "on the weekend of 5 February 2022"."""
    if worded.lead:  # "as of late Tuesday"
        return None if before.lower_ in NATURAL else worded.adverbial
    if before.lower_ in NATURAL - {"during"} and worded.preposition in NATURAL and before.lower_ != worded.preposition:
        new = worded.preposition
        edits.text[before.i] = new.capitalize() if before.text[:1].isupper() else new
    return worded.noun


def is_noun_place(root: Token, before: Token | None) -> bool:
    if root.dep_ in NOUN_DEPS:
        return not (root.dep_ == "conj" and before is not None and before.lower_ in BEFORE)
    over = root.head
    if root.i < over.i and over.lemma_ in WITNESS and not any(child.dep_ in {"nsubj", "expl"} for child in over.children):
        return True  # "Last year was the hottest"
    return root.dep_ == "dobj" and root.head.lemma_ in TAKES_DATE


def span_to(edits: Edits, timex: Timex, words: str, doc: Doc) -> None:
    """A span up to now: "the past 10 years" becomes "the 10 years to February 2022"."""
    match = PAST_SPAN.fullmatch(words)
    if match is None or not timex.to or AND_A_HALF.match(doc.text, timex.at.end):
        return
    grain = "2022-02-08" if re.search(r"day|week", words) else "2022-02"
    put(edits, doc, timex, f"the {match[1]} to {day_words(timex.to[: len(grain)])}")
