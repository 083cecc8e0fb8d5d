"""A word of change in its clause in; the date that says when, or over which time, the level moved, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.families.change.words import MAX_CLIMB, NOUN_WAYS, free, is_level
from claimex.spans import trimmed
from claimex.syntax import is_verb, word_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

    from claimex.dates.timex import Timex
    from claimex.families._family import Cue, Slot
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["period_of"]

# Of these a date says which one it is, not when it was changed: "cut its 1990 estimate", "the forecast for 2019".
SEEN_AHEAD = frozenset(
    {"forecast", "estimate", "projection", "outlook", "target", "budget", "prediction", "expectation", "goal", "guidance", "view"}
)
HANGING = frozenset({"pobj", "prep", "npadvmod", "advmod", "pcomp", "nummod", "compound", "det", "amod", "nmod", "punct"})
LASTING = frozenset({"in", "over", "for", "within", "during"})


def period_of(head: Token, clause: Extent, cue: Cue, slots: Mapping[str, Slot], layers: Layers) -> Phrase | None:
    """The time over which it moved: a date that hangs on the word of change, else the one behind it, else before it."""
    doc = head.doc
    begin = slots.get("from")
    base = begin.at.j if isinstance(begin, Phrase) and begin.at is not None else None
    found = [timex for timex in layers.dates.within(clause.i, clause.j) if says_when(timex, head, base)]
    behind = [timex for timex in found if timex.at.i > cue.at.i and free(doc, cue.at.j, timex.at.i)]
    before = [timex for timex in found if timex.at.i < cue.at.i and (free(doc, timex.at.j, cue.at.i) or timex.at.i == clause.i)]
    leading = [timex for timex in found if timex.at.i - clause.i <= 1 and hangs_on(root_of(timex, doc), head)]
    if not behind and not before and not leading:
        return None
    near = [timex for timex in (*behind, *leading, *before[::-1]) if hangs_on(root_of(timex, doc), head)]
    first = near[0] if near else behind[0] if behind else before[-1]
    k = behind.index(first) + 1 if first in behind else len(behind)
    if k < len(behind) and doc[first.at.i - 1].lower_ in {"from", "between"} and behind[k].at.i - first.at.j == 1:
        return Phrase(trimmed(doc, first.at.i - 1, behind[k].at.j), date=first.id)
    return Phrase(first.at, date=first.id)


def says_when(timex: Timex, head: Token, base: int | None) -> bool:
    """Whether a date can be the time of the move: not "a day", a bond's term, a forecast's year or the time compared with."""
    doc, at = head.doc, timex.at
    if doc[at.i].lower_ in {"a", "an", "per"} and word_at(doc, at.i - 1) not in LASTING:
        return False
    if word_at(doc, at.i - 1) in {"due", "of"}:
        return False  # "the bonds due 2023", "the 8 percent of 2006"
    if base is not None and 0 <= at.i - base <= 2:  # noqa: PLR2004  # "from 7 percent in March"
        return False
    if word_at(doc, at.j) in {"'s", "’s", "'", "’"} and word_at(doc, at.j + 1)[:1].isdigit():
        return False  # "from July's 51.2"
    return is_near(root_of(timex, doc), head) and not is_age(at, doc)


def root_of(timex: Timex, doc: Doc) -> Token:
    """The word of a date that the others of it hang on."""
    at = timex.at
    return next((token for token in doc[at.i : at.j] if not at.holds(token.head.i)), doc[at.j - 1])


def hangs_on(date: Token, head: Token) -> bool:
    """Whether only prepositions stand between the date and the word of change: "rose in May", not "bonds of May rose"."""
    token = date
    for _ in range(MAX_CLIMB):
        if token.head.i == head.i:
            return True
        if token.dep_ not in HANGING or (token.head.tag_[0] == "N" and token.head.ent_type_ not in {"DATE", "TIME"}):
            return False
        token = token.head
    return False


def is_age(at: Extent, doc: Doc) -> bool:
    """As in "the 30-year bond", "a nine-year war": a length in a name, no time of the move."""
    return (
        any(token.text == "-" for token in doc[at.i : at.j]) and at.j < len(doc) and doc[at.j].tag_ in {"NN", "NNS", "JJ", "NNP"}
    )


def is_near(date: Token, head: Token) -> bool:
    """Whether the date belongs to the move, not to a clause or name inside it: "which won in 2015", "its 1978 album"."""
    token = date
    for _ in range(MAX_CLIMB):
        over = token.head
        if over.i in {token.i, head.i} or token.i == head.i:
            return True
        if token.dep_ in {"relcl", "acl"} and is_verb(token) and token.i > over.i:
            return False
        if token.dep_ == "appos" or over.lemma_ in SEEN_AHEAD or (over.lemma_ in NOUN_WAYS and over.tag_[0] == "N"):
            return False  # "fell after Monday's rise"
        if (
            token.dep_ in {"nummod", "amod", "compound", "nmod"}
            and over.tag_[0] == "N"
            and not is_level(over)
            and over.i != head.i
        ):
            return False
        token = over
    return True
