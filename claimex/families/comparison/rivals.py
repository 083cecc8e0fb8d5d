"""Verbs of beating and exceeding, places in a ranking and contrasts in; their readings out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.families._clause import noun_words
from claimex.families._family import Phrase
from claimex.families.comparison.others import rival, side_before
from claimex.families.comparison.words import (
    COMPARATIVE,
    GAME_WAYS,
    NOUNS,
    REACH,
    RUNNING,
    VERB_WAYS,
    reading,
    rewritten,
    way_of,
)
from claimex.spans import trimmed
from claimex.syntax import asserts, clause_head, is_verb, phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Cue, Reading
    from claimex.layers import Layers
    from claimex.spans import Extent

SETS = re.compile(r"(?:[ ]\(?[0-9]{1,2} ?[-–] ?[0-9]{1,2}(?![0-9])\)?){1,6}")
NEXT_LINE = re.compile(r"\n|[0-9] - [A-Z]")
NAMES = frozenset({"NNP", "NNPS"})
BEATING = frozenset({"beat", "defeat", "thrash", "hammer", "edge", "crush", "rout", "down", "trounce", "outplay"})
HOPING = frozenset({"try", "want", "hope", "aim", "seek", "wish"})
RANKINGS = frozenset({"list", "chart", "agenda", "ranking", "table", "poll", "bill"})  # "tops the list": is the first, not more

__all__ = ["by_contrast", "by_game", "by_place", "by_verb"]


def by_verb(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "women outnumber men", "its output surpassed Spain's", "they trail the leaders"."""
    verb = layers.doc[cue.at.i]
    obj = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if obj is None and verb.lemma_ in {"lag", "trail"}:
        obj = next(
            (child for prep in verb.rights if prep.lower_ == "behind" for child in prep.rights if child.dep_ == "pobj"), None
        )
    passive = any(child.dep_ == "nsubjpass" for child in verb.lefts)
    if passive:
        obj = next(
            (child for prep in verb.rights if prep.dep_ in {"agent", "prep"} and prep.lower_ == "by" for child in prep.rights),
            None,
        )
    if (
        obj is None
        or not asserts(verb)
        or layers.quantities.at(obj.i) is not None
        or obj.lemma_ in {"usefulness", "welcome"}
        or any(child.dep_ == "prt" for child in verb.rights)
        or (verb.lemma_ == "top" and obj.lemma_ in RANKINGS)
        or obj.tag_ not in NOUNS | {"PRP", "DT", "CD", "NNP"}
    ):
        return None
    if is_unasserted(verb):
        return None
    way = VERB_WAYS[verb.lemma_.lower()]
    way = {"more": "less", "less": "more", "equal": "equal"}[way] if passive else way
    what = next((child for child in verb.rights if child.dep_ in {"ccomp", "xcomp"} and child.i > obj.i), None)
    if obj.lower_ in {"lot", "bit"}:  # "resembles a lot what they saw"
        other = trimmed(layers.doc, what.left_edge.i, what.right_edge.i + 1) if what is not None else None
        return reading(cue.at, way, verb, other, layers) if other is not None else None
    return with_margin(reading(cue.at, way, verb, phrase(obj), layers), verb, layers)


def with_margin(found: Reading, verb: Token, layers: Layers) -> Reading:
    """With the amount behind "by": "exceeded exports by 4 billion euros"."""
    if "amount" in found.slots:
        return found
    by = next((child for child in verb.rights if child.dep_ == "prep" and child.lower_ == "by"), None)
    item = layers.quantities.at(by.i + 1) if by is not None else None
    return found if item is None else rewritten(found, {**found.slots, "amount": Phrase(item.at, quantity=item.id)})


def is_unasserted(verb: Token) -> bool:
    """As in "hopes to match it", "a chance of matching it", "to match it to the gun", "will take no step that exceeds it"."""
    planned = verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and any(child.tag_ == "TO" for child in verb.lefts)
    if planned or verb.dep_ == "pcomp" or (verb.dep_ == "xcomp" and (verb.tag_ == "VBG" or verb.head.lemma_ in HOPING)):
        return True
    if verb.lemma_ == "match" and any(child.dep_ == "prep" and child.lower_ in {"to", "with"} for child in verb.rights):
        return True
    over = clause_head(verb.head) if verb.dep_ == "relcl" else verb
    denied = any(child.dep_ == "neg" for child in over.lefts) or any(child.lower_ == "no" for child in verb.head.lefts)
    return over.i != verb.i and denied


def by_game(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "leeds beat Hull 3-1", "lost to Wales by six points": a result with its score or margin."""
    verb = layers.doc[cue.at.i]
    passive = any(child.dep_ == "nsubjpass" for child in verb.lefts)
    word = verb.lemma_.lower()
    obj = next((child for child in verb.rights if child.dep_ == "dobj" and layers.quantities.at(child.i) is None), None)
    if obj is None or word in {"lose", "draw", "tie"}:
        preps = {"lose": {"to"}, "draw": {"with"}, "tie": {"with"}}.get(word, {"by"} if passive else set())
        obj = next((child for prep in verb.rights if prep.lower_ in preps for child in prep.rights if child.dep_ == "pobj"), None)
    moved = any(
        child.lower_ in {"up", "down"} and child.dep_ in {"prt", "advmod"} for child in verb.rights
    )  # "edged up its rate"
    margin = margin_of(verb, layers)
    if margin is None or not asserts(verb) or moved:
        return None
    other = rival(obj) if obj is not None and layers.quantities.at(obj.i) is None else None
    other = other or (named_between(verb, margin) if word in BEATING and not passive else None)
    if other is None:
        return None
    if word == "lead" and obj is not None and not (obj.tag_ in NAMES or obj.ent_type_ or obj.tag_ == "PRP"):
        return None  # "led the mission by two days"
    way = GAME_WAYS[word]
    way = "less" if passive and way == "more" else way
    found = reading(cue.at, way, verb, other, layers)
    found = rewritten(found, {**found.slots, "amount": margin})
    return found if passive else listed(found, verb, margin)


def named_between(verb: Token, margin: Phrase) -> Extent | None:
    """The name between the verb and the score, which the parser takes for a part of it: "beat City 3-1"."""
    between = verb.doc[verb.i + 1 : margin.at.i] if margin.at is not None else verb.doc[:0]
    if not between or any(token.tag_ not in NAMES | {"DT"} for token in between) or between[-1].tag_ not in NAMES:
        return None
    return trimmed(verb.doc, between.start, between.end)


def listed(found: Reading, verb: Token, margin: Phrase) -> Reading:
    """A line of a list of results, which the parser ran together with those around it."""
    doc, subject = verb.doc, found.subject
    torn = subject is None or any(t.is_digit or t.tag_ in {"CD", "_SP", "SYM"} or "\n" in t.text for t in doc[subject.i : verb.i])
    side = side_before(verb) if torn else None
    if side is None:
        return found
    end = max(score_end(doc, margin), verb.i + 1)
    if end < found.clause.j and NEXT_LINE.search(doc.text, doc[end - 1].idx, doc[found.clause.j - 1].idx) is None:
        end = found.clause.j
    return replace(found, subject=side, clause=trimmed(doc, side.i, end))


def score_end(doc: Doc, margin: Phrase) -> int:
    """One past the last token of all the sets of a score: "6-4 7-6 (7-5) 6-2"."""
    if margin.at is None:
        return 0
    more = SETS.match(doc.text, margin.at.end)
    end = more.end() if more is not None else margin.at.end
    j = margin.at.j
    while j < len(doc) and doc[j].idx < end:
        j += 1
    return j


def margin_of(verb: Token, layers: Layers) -> Phrase | None:
    """The score behind a verb of winning, or the margin after "by"."""
    doc = verb.doc
    for item in layers.quantities.within(verb.i + 1, min(verb.sent.end, verb.i + 2 * REACH)):
        if item.kind == "score" or doc[item.at.i - 1].lower_ == "by":
            return Phrase(item.at, quantity=item.id)
    return None


def by_place(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "two points behind Safari", "finished ahead of Hamilton": a distance in a ranking."""
    doc = layers.doc
    word = doc[cue.at.i]
    amount = layers.quantities.at(word.i - 1) if word.i else None
    if amount is not None and (amount.kind in {"age", "length"} or doc[amount.at.j - 1].lower_ in {"people", "men", "women"}):
        amount = None
    running = is_verb(word.head) and word.head.lemma_ in RUNNING
    if (
        (amount is None and not running)
        or (amount is not None and amount.kind == "duration" and not running)
        or not asserts(word)
    ):
        return None
    prep = word if word.lower_ == "behind" else doc[cue.at.j - 1]
    other = next((child for child in prep.rights if child.dep_ == "pobj"), None)
    if other is None or layers.dates.at(other.i) is not None or is_aimed(clause_head(word)):
        return None
    found = reading(cue.at, "less" if word.lower_ == "behind" else "more", word, phrase(other), layers)
    return with_margin(found, clause_head(word), layers)


def is_aimed(verb: Token) -> bool:
    """As in "The aim is to finish ahead of Hull"."""
    return verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.head.lemma_ in {"be", "try", "hope", "aim", "want", "seek", "need"}


def by_contrast(cue: Cue, layers: Layers) -> Reading | None:
    """Such as "compared with 12 last year", "in contrast to Spain": the direction is that of the figures, where there are two."""
    doc = layers.doc
    last = doc[cue.at.j - 1]
    other = next((child for child in last.rights if child.dep_ in {"pobj", "pcomp"}), None)
    if other is None or not asserts(last):
        return None
    verb = clause_head(doc[cue.at.i].head if doc[cue.at.i].head.i < cue.at.i else doc[cue.at.i])
    words = noun_words(other)
    way = figures_way(cue, layers) or word_way(doc, cue)
    if way is None:  # "we compared them with those of May", "is in contrast to": nobody says which is more
        return None
    found = reading(cue.at, way, verb, words, layers)
    if found.clause.j == cue.at.j == words.i:
        found = replace(found, clause=trimmed(doc, found.clause.i, words.j))
    return rewritten(found, {name: slot for name, slot in found.slots.items() if name != "amount"})


def figures_way(cue: Cue, layers: Layers) -> str | None:
    """More, less or equal by the figures on both sides of "compared with"."""
    sent = layers.doc[cue.at.i].sent
    behind = layers.quantities.within(cue.at.j, sent.end)
    before = [one for one in layers.quantities.within(sent.start, cue.at.i) if behind and one.kind == behind[0].kind]
    if not before:
        return None
    doc = layers.doc
    ours_at = before[-1]
    if doc[ours_at.at.i - 1].lower_ == "or" and len(before) > 1:
        ours_at = before[-2]  # "$8 million, or 4 dollars a head, compared with $7 million"
    ours, theirs = ours_at.value, behind[0].value
    if not isinstance(ours, (int, float)) or not isinstance(theirs, (int, float)):
        return None
    return "more" if ours > theirs else "less" if ours < theirs else "equal"


def word_way(doc: Doc, cue: Cue) -> str | None:
    """The way of a comparative, or of a rise or fall, before "compared with"."""
    for token in reversed(doc[max(doc[cue.at.i].sent.start, cue.at.i - REACH) : cue.at.i]):
        if token.tag_ in COMPARATIVE:
            return way_of(token)
        if token.lemma_ in {"rise", "increase", "grow", "up", "jump", "climb", "high", "large"}:
            return "more"
        if token.lemma_ in {"fall", "decrease", "drop", "decline", "down", "reduce", "low", "small"}:
            return "less"
    return None
