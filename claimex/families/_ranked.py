"""A word that ranks (first, only, largest) in; the class it ranks in, what it did, over which time, in which clause, out.

Shared by rarity and superlative.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.families._family import Phrase, Reading
from claimex.families._periods import POINT_PREPS, Period, is_beyond, period_of, when_of
from claimex.families._rank_deeds import CLAUSES, activity_of, verb_words
from claimex.families._standing import IDENTITY, joined, standing
from claimex.families._standing_words import ATTENDING
from claimex.lists import word_sets
from claimex.spans import Extent, trimmed
from claimex.syntax import SUBJECT_DEPS, asserts, clause_head, is_verb, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from claimex.families._family import Slot
    from claimex.layers import Layers

__all__ = [
    "WORDS",
    "Ranking",
    "activity_of",
    "class_of",
    "is_asked",
    "ranked_noun",
    "ranking",
    "verb_words",
]  # fmt: skip

WORDS: dict[str, frozenset[str]] = word_sets("claimex.families", "ranked_words.toml")
MODIFIERS = frozenset({"amod", "advmod", "compound", "nummod", "quantmod", "det", "nmod", "predet", "npadvmod", "poss"})
CUTS = frozenset({"relcl", "acl", "advcl", "appos", "punct"})  # what ends the words of a class
DET_AND_RANK = 2
ENDS = frozenset({"last", "only", "final", "sole", "lone"})
# Verbs by which a time says when a first one was: "the first vaccine was introduced in 1963".
HAPPENING = frozenset({
    "hold", "be", "take", "occur", "happen", "begin", "start", "come", "run", "air", "stage", "see", "play", "introduce",
    "develop", "open", "appear", "arrive", "build", "publish", "record", "report", "discover", "launch", "found", "release",
    "elect", "sell", "use", "create", "establish", "form", "make", "find", "detect", "confirm", "identify", "land", "sail", "fly",
    "print",
})  # fmt: skip
MAX_CLIMB = 8  # heads between a rank word and the noun it ranks, or a noun and its verb


@dataclass(frozen=True, slots=True)
class Ranking:
    """A rank read: the token whose verb says tense, the clause, whom it is said of, the class, the deed's verb, the times."""

    head: int
    clause: Extent
    subject: Extent | None
    of: Phrase | None
    deed: Token | None
    period: Period | None
    when: str | None
    given: bool  # the clause's verb denies or doubts something else: "the biggest prize was not awarded"

    def told(self, cue: Extent, slots: Mapping[str, Slot], pattern: str, clause: Extent | None = None) -> Reading:
        """The reading of a claim of this rank, with its family's own slots; `clause` where it is wider than the rank's."""
        polarity, certainty = ("affirmed", "asserted") if self.given else (None, None)
        return Reading(
            cue,
            clause or self.clause,
            self.head,
            self.subject,
            slots,
            when=self.when,
            polarity=polarity,
            certainty=certainty,
            pattern=pattern,
        )


def ranked_noun(rank: Token) -> Token:
    """The noun that a rank word modifies; the rank word itself where it stands alone ("the first to win")."""
    token = rank
    for _ in range(MAX_CLIMB):
        if token.dep_ in MODIFIERS and token.head.i > rank.i and (not is_verb(token.head) or token.head.dep_ == "amod"):
            token = token.head
        elif token.dep_ == "conj" and token.head.dep_ == "amod" and token.head.head.i > rank.i:
            token = token.head.head  # "the simplest and most effective method"
        else:
            break
    return token


def class_of(noun: Token, *, first: int, period: Period | None) -> Phrase | None:
    """The class ranked in, from token `first` (after the rank word) on: the noun with "of ..." and its like."""
    doc = noun.doc
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ not in POINT_PREPS and not (period and child.i == period.start):
            end = child.right_edge.i + 1
            inner = next((t.left_edge.i for t in child.subtree if t.dep_ in CUTS and t.tag_ != "HYPH" and not is_whole(t)), end)
            end = min(end, inner) if inner > child.i else end
        elif child.dep_ in CLAUSES or child.dep_ in {"appos", "conj", "cc", "punct", "prep"}:
            break
    if period is not None and first < period.start:
        end = min(end, period.start)
    begin = min(first, end - 1)
    if doc[begin].lower_ in {"and", ","}:  # "the simplest and most effective method"
        begin = next((t.i for t in doc[begin : noun.i + 1] if t.tag_.startswith("NN")), begin)
    if doc[begin].tag_ == "CD" and begin < noun.i and doc[begin + 1].tag_ != "HYPH":  # not "four-time winner"
        begin += 1  # "a record 45,000 runners"
    while (begin < end - 1 and doc[begin].tag_ in {"HYPH", "IN", "DT"}) or (begin < end - 1 and doc[begin].lower_ == "ever"):
        begin += 1
    while end - 1 > begin and doc[end - 1].tag_ in {"IN", "DT", "TO", "CC"}:
        end -= 1
    if begin < first or begin >= end:
        return None
    return Phrase(trimmed(doc, begin, end))


def is_whole(child: Token) -> bool:
    """As in "the report of a miner being hurt": what the report is of is the whole of it."""
    return child.dep_ == "acl" and any(t.dep_ == "auxpass" and t.lower_ == "being" for t in child.lefts)


def ranking(cue: Extent, noun: Token, layers: Layers, *, strict: bool = True) -> Ranking | None:
    """What a rank word at `cue` says of the noun it ranks (or of itself, where it stands alone); None if nothing is asserted.

    `strict`: the rank counts instances, so a noun that only dates something else is none, nor a bare rank without a class.
    """
    place = standing(noun)
    if not asserts(place.head):
        return None
    verb = clause_head(noun)
    deed = activity_of(noun, verb)
    if strict and is_merely_named(noun, verb, deed):
        return None
    if (strict and deed is None and (is_aside(noun) or is_occasion(noun, verb))) or is_asked(verb):
        return None
    after = max(noun.i + 1, cue.j)
    end = max(place.clause.j, noun.right_edge.i + 1)
    period = period_of(after, end, layers, verb=deed.i if deed is not None else None)
    if period is not None and (is_beyond(period, noun, deed) or is_of_verb(period, noun) or is_of_other(period, noun)):
        period = None
    alone = cue.holds(noun.i)
    if (
        strict
        and alone
        and not ((deed and noun.dep_ != "nsubj") or period or of_phrase(noun) or noun.dep_ in {"attr", "appos", "oprd"})
    ):
        return None
    parts = [place.clause, cue] if place.clause.holds(noun.i) else [place.clause, cue, phrase(noun)]
    if deed is not None and deed.head.i in {noun.i, verb.i}:
        parts.append(verb_words(deed))
    clause = joined(noun.doc, *parts)
    when = when_of(clause, period, layers, after=after)
    kind = kind_of(noun, cue, period, alone=alone)
    return Ranking(place.head.i, clause, place.subject, kind, deed, period, when, is_given(noun, verb))


def is_merely_named(noun: Token, verb: Token, deed: Token | None) -> bool:
    """As in "ahead of the first debate", "the second round will be held": a happening of a series, called by its number."""
    if deed is not None or (noun.lemma_ not in WORDS["happenings"] and not is_bare(noun)):
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ != "as" and not (noun.head.lower_ in {"of", "among"} and noun.head.head.lower_ == "one")
    if noun.dep_ == "dobj":
        return verb.lemma_ in ATTENDING
    if noun.dep_ == "appos":
        return noun.head.ent_type_ == "DATE" or noun.head.like_num
    owned = any(t.dep_ == "poss" and t.tag_ == "NNP" for t in noun.lefts)  # "the country's fifth test"
    return noun.dep_ in SUBJECT_DEPS and verb.lemma_ not in {"become", "remain"} and not owned and not is_dated(verb)


def is_bare(noun: Token) -> bool:
    """As in "The second blast hurt more": an ordinal and no word more."""
    alone = noun.dep_ in SUBJECT_DEPS and not any(child.dep_ != "punct" for child in noun.rights)
    lefts = {child.lower_ for child in noun.lefts if child.dep_ != "compound"}
    return alone and noun.tag_ == "NN" and len(lefts) == DET_AND_RANK and "the" in lefts and not lefts & ENDS


def is_dated(verb: Token) -> bool:
    """Whether it is said when or where it was: "the first debate was in 1960"."""
    held = verb.lemma_ in HAPPENING and not any(t.tag_ == "MD" for t in verb.lefts)
    return held and any(t.ent_type_ in {"DATE", "TIME"} for t in verb.subtree)


def is_of_verb(period: Period, noun: Token) -> bool:
    """As in "Its first advertisement could start this week": when, not the time it is the first of."""
    verb = noun.head
    beside = noun.doc[period.start].tag_ == "DT" and noun.dep_ in SUBJECT_DEPS
    planned = any(t.tag_ == "MD" for t in verb.lefts)
    return period.how == "of" and beside and planned and verb.lemma_ not in IDENTITY and period.start > verb.i


def is_of_other(period: Period, noun: Token) -> bool:
    """As in "the first talks took place on the last day of May": of the day, not of the talks."""
    of = noun.doc[period.start]
    apart = of.lower_ == "of" and of.head.tag_.startswith("NN") and of.head.i != noun.i
    return apart and not any(t.i == of.head.i for t in noun.subtree)


def is_given(noun: Token, verb: Token) -> bool:
    """Whether the rank is taken for granted by a clause that says something else of the ranked one."""
    if not is_verb(verb) or verb.lemma_ in IDENTITY or any(child.lower_ in {"no", "any", "a", "an"} for child in noun.lefts):
        return False
    return noun.dep_ in {"nsubj", "nsubjpass"} or (noun.dep_ == "pobj" and noun.head.lower_ not in {"as", "to", "at"})


def is_asked(verb: Token) -> bool:
    """Whether the clause is an indirect question: "figure out which one is the most apt", "whatever is best"."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECT_DEPS), None)
    if verb.dep_ in {"ccomp", "pcomp", "advcl"} and any(child.lower_ == "why" for child in verb.lefts):
        return True  # "she set out why he is the best choice"
    if verb.dep_ == "relcl" or (subject is None and verb.dep_ not in {"ccomp", "pcomp", "csubj"}):
        return False
    return (verb if subject is None else subject).left_edge.lower_ in {
        "which",
        "whichever",
        "whatever",
        "whoever",
        "how",
    }


def is_aside(noun: Token) -> bool:
    """Whether the ranked noun only dates or places something else: "just before the final debate, she spoke"."""
    if noun.dep_ != "pobj" or noun.head.dep_ == "agent" or noun.head.lower_ in {"as", "of", "to", "into", "with", "like"}:
        return False
    return not any(child.dep_ in {"poss", "prep", "relcl", "acl"} for child in noun.children)


def is_occasion(noun: Token, verb: Token) -> bool:
    """As in "After the first contest, a league, ..., was set up", where the parser takes the contest for the subject."""
    led = noun.left_edge.i
    before = noun.doc[led - 1] if led else noun
    return (
        noun.dep_ in SUBJECT_DEPS
        and verb.dep_ == "ROOT"
        and before.dep_ == "mark"
        and before.lower_ in {"after", "before", "until"}
    )


def kind_of(noun: Token, cue: Extent, period: Period | None, *, alone: bool) -> Phrase | None:
    """The class ranked in; of "the first of three debates", what follows "of"."""
    if not alone:
        return class_of(noun, first=cue.j, period=period)
    inner = of_phrase(noun)
    if inner is None or (period is not None and period.phrase.at is not None and period.phrase.at.holds(inner.i)):
        return None
    return Phrase(phrase(inner))


def of_phrase(noun: Token) -> Token | None:
    prep = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ in {"of", "for", "among", "in"}), None)
    return next((child for child in prep.rights if child.dep_ == "pobj"), None) if prep is not None else None
