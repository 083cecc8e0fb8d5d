"""A cue of rarity in; its reading, by the way the rank word stands in the tree, out: as modifier, adverb, count or denial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase, Reading, Slot
from claimex.families._periods import Period, period_of, when_of, words_of
from claimex.families._ranked import activity_of, ranked_noun, ranking, verb_words
from claimex.families._standing import joined
from claimex.families.rarity.traps import is_trap
from claimex.numbers import read_ordinal
from claimex.spans import Extent, extent, trimmed
from claimex.syntax import (
    SUBJECT_DEPS,
    asserts,
    clause_head,
    clause_with_antecedent,
    is_verb,
    phrase,
    subject_of,
    subject_phrase,
    word_at,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.families._ranked import Ranking
    from claimex.layers import Layers

__all__ = ["TIMES", "by_adverb", "by_modifier", "deed_words", "kind_of_subject"]

RANKS = {"first": "first", "last": "last", "final": "last", "only": "only", "sole": "only", "lone": "only"}
BACKGROUND = frozenset({"when", "after", "since", "before", "as", "while", "if", "until", "once", "whether"})
SUBORDINATE = frozenset({"advcl", "pcomp"})
TIMES = frozenset({"time", "occasion", "instance"})
REACH = 6  # words from "time" to its "that", from "was" to its date
MAX_AFTER = 3  # words from "first" to its verb ("was first publicly reported")


def rank_of(word: str) -> str | int | None:
    if word in RANKS:
        return RANKS[word]
    value = read_ordinal(word)
    return int(value) if value is not None else None


def by_modifier(cue: Cue, layers: Layers, *, at: int | None = None) -> Reading | None:
    """A rank word beside a noun: "the first woman to win", "its third rise", "the only one"."""
    doc = layers.doc
    word = doc[cue.at.i if at is None else at]
    rank = rank_of(word.lower_)
    if rank is None or (is_verb(word.head) and word.dep_ == "advmod" and word.head.i != word.i and word.head.dep_ != "amod"):
        return None
    if (
        rank == "only"
        and word.tag_ == "RB"
        and (word.dep_ == "advmod" or word_at(doc, word.i + 1) in {"the", "a", "in", "for", "one"})
    ):
        return None  # "only three men": how many, see by_count
    noun = ranked_noun(word)
    if noun.i != word.i and not (noun.tag_.startswith("NN") or noun.tag_ in {"CD", "JJ", "VBG"}):
        return None
    if is_trap(word, noun, rank, layers) or (noun.tag_ == "NNP" and word.nbor().tag_ in {"VBN", "VBD"}):
        return None  # "the first charged Mr Brown with fraud": no class
    if noun.lemma_ in TIMES:
        return by_time(cue, word, noun, rank, layers)
    return of_noun(cue, noun, rank, layers)


def of_noun(cue: Cue, noun: Token, rank: Slot, layers: Layers) -> Reading | None:
    found = ranking(cue.at, noun, layers)
    if found is None or is_heading(noun.doc[found.head], found) or is_hoped(noun.doc[found.head]):
        return None
    deed = Phrase(verb_words(found.deed, found.period, whole=True)) if found.deed is not None else None
    return found.told(
        cue.at,
        {"rank": rank, "of": found.of, "activity": deed, "period": words_of(found.period)},
        "first-ever" if "ever" in noun.doc[cue.at.j - 1].lower_ else variant(cue.pattern, found.period, found.deed),
    )


def is_hoped(head: Token) -> bool:
    """As in "hopes to win its first seats"."""
    return head.dep_ == "xcomp" and head.head.lemma_ in {"hope", "want", "wish", "dream", "aim", "seek", "try"}


def is_heading(head: Token, found: Ranking) -> bool:
    """Whether it is a line of a table or a caption: "Third test (at Leeds)"."""
    return head.dep_ == "ROOT" and not is_verb(head) and found.period is None and found.deed is None


def by_time(cue: Cue, word: Token, noun: Token, rank: Slot, layers: Layers) -> Reading | None:
    """As in "For the first time since 1999", "the last time they met was in May", "it is the third time that ..."."""
    doc = layers.doc
    if noun.dep_ == "pobj" and noun.head.lower_ == "since":
        return None  # "what it has been like since the last time"
    governor = noun.head if noun.dep_ != "npadvmod" else noun
    if noun.dep_ == "pobj" and governor.lower_ == "for":
        verb = clause_head(governor)
    elif noun.dep_ == "npadvmod":
        verb = last_deed(noun) if rank == "last" else clause_head(noun)
    else:
        verb = activity_of(noun, clause_head(noun)) or clause_head(noun)
    if not is_verb(verb) or not asserts(verb) or word_at(doc, noun.i + 1) in {"out", "around", "round"}:
        return None  # "last time out": the match before
    if verb.lemma_ in {"check", "look"} and noun.dep_ == "npadvmod":
        return None  # "last time I checked": a manner of speaking
    top = clause_head(noun)
    whole = joined(doc, clause_with_antecedent(verb), trimmed(doc, noun.left_edge.i, noun.i + 1), clause_with_antecedent(top))
    if governor.lower_ == "for":
        whole = joined(doc, clause_with_antecedent(verb), cue.at)
    period = period_of(noun.i + 1, whole.j, layers)
    whole = joined(doc, whole, period.phrase.at) if period is not None and period.phrase.at is not None else whole
    subject = subject_phrase(verb)
    if (
        subject is not None and governor.lower_ == "for" and subject.i < cue.at.i < subject.j
    ):  # "the club for the first time could pay"
        subject = trimmed(doc, subject.i, cue.at.i)
    deed = deed_of_time(verb, noun, period)
    slots: dict[str, Slot] = {"rank": rank, "of": kind_of_subject(verb), "activity": deed}
    slots["period"] = words_of(period)
    if rank == "last" and word_at(doc, whole.j) in {"was", "is", "came"}:  # "the last time they met | was in 1996"
        told = next((t for t in layers.dates.within(whole.j, whole.j + REACH) if t.type == "DATE"), None)
        whole = extent(doc, whole.i, told.at.j) if told is not None else whole
    was = next((t.i for t in doc[verb.i + 1 : whole.j] if t.lower_ in {"was", "is", "came"}), noun.i)
    name = "last-time" if rank == "last" else cue.pattern if cue.pattern.startswith("for-the") else "nth-time"
    return Reading(
        cue=cue.at if cue.at.j > noun.i else extent(doc, cue.at.i, noun.i + 1) if noun.i - cue.at.j <= 1 else cue.at,
        clause=whole,
        head=(top if governor.lower_ != "for" else verb).i,
        subject=subject,
        slots=slots,
        when=when_of(whole, period, layers, after=was),
        pattern=name if name != "nth-time" or word.lower_ != "first" else "first-time",
        polarity="negated" if governor.lower_ == "for" and word_at(doc, cue.at.i - 1) == "not" else None,
    )


def deed_of_time(verb: Token, noun: Token, period: Period | None) -> Phrase | None:
    """What was done; in "it would be the first time that they won", whose tree is broken, what follows "that"."""
    if noun.dep_ != "attr" or noun.head.i != verb.i or verb.lemma_ != "be":
        return Phrase(deed_words(helped(verb, noun), noun, period))
    that = next((t.i for t in noun.doc[noun.i + 1 : noun.i + 1 + REACH] if t.lower_ == "that"), None)
    end = verb.right_edge.i + 1
    return Phrase(trimmed(noun.doc, that + 1, end)) if that is not None and that + 1 < end else None


def last_deed(noun: Token) -> Token:
    """What was done "the last time they met", rather than what happened then."""
    own = next((child for child in noun.rights if child.dep_ in {"relcl", "acl"} and is_verb(child)), None)
    return own if own is not None else clause_head(noun)


def helped(verb: Token, noun: Token) -> Token:
    """The participle of "have for the first time seen light", which the parser hung on "time"."""
    inner = next((child for child in noun.rights if child.tag_ == "VBN" and child.dep_ in {"acl", "relcl"}), None)
    alone = verb.lemma_ == "have" and verb.i < noun.i and not any(child.dep_ == "dobj" for child in verb.rights)
    return inner if inner is not None and alone and inner.i == noun.i + 1 else verb


def deed_words(verb: Token, noun: Token, period: Period | None) -> Extent:
    """The verb's words, up to "for the first time" or to the other verb of "the last time they met was ..."."""
    at = verb_words(verb, period)
    doc = verb.doc
    stop = next((t.i for t in verb.rights if t.i > verb.i and (noun.i in {w.i for w in t.rights} or is_pointing(t))), at.j)
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.i > verb.i:
        stop = min(stop, noun.head.i)  # "set a record for the third year in a row"
    stop = min(stop, next((t.i for t in doc[verb.i + 1 : at.j] if t.lower_ in {"was", "is"} and t.head.i == verb.i), stop))
    return trimmed(doc, at.i, max(at.i + 1, min(at.j, stop)))


def is_pointing(verb: Token) -> bool:
    """The "was" of "the last time they met was in May", which hangs on "met"."""
    return verb.lemma_ == "be" and verb.dep_ in {"advcl", "ccomp", "conj"} and not any(t.dep_ in SUBJECT_DEPS for t in verb.lefts)


def kind_of_subject(verb: Token) -> Phrase | None:
    """The class that the one who did it stands for, where its words are a common noun: "an elected prime minister"."""
    subject = subject_of(verb)
    if (
        subject is None
        or subject.lower_ in {"one", "body"}
        or not any(child.lower_ in {"a", "an", "no", "any", "another"} for child in subject.lefts)
    ):
        return None
    at = phrase(subject)
    i = at.i
    while i < subject.i and verb.doc[i].tag_ in {"DT", "PRP$", "CD"}:
        i += 1
    return Phrase(trimmed(verb.doc, i, at.j))


def by_adverb(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Leeds last won it in 1992", "was first seen in May": the time of the first or last instance."""
    word = layers.doc[cue.at.i]
    verb = word.head
    rank = rank_of(word.lower_)
    if rank not in {"first", "last"} or not is_verb(verb) or verb.tag_ in {"VB", "VBG", "VBZ", "VBP"} or not asserts(verb):
        return None
    if word.i == word.sent.start or word.nbor(-1).tag_ == "DT" or word.dep_ not in {"advmod", "npadvmod", "amod"}:
        return None  # "the first charged him with fraud, the second ..."
    if word.i > verb.i or verb.i - word.i > MAX_AFTER or verb.lemma_ == "be":
        return None
    told = any(child.dep_ in {"dobj", "ccomp", "agent"} for child in verb.rights) or any(
        t.dep_ == "nsubjpass" for t in verb.lefts
    )
    if verb.lemma_ in {"report", "tell", "say", "announce"} and verb.dep_ not in {"acl", "relcl"} and not told:
        return None  # "the paper first reported": what, is outside
    if verb.dep_ in SUBORDINATE or any(t.lower_ in BACKGROUND for t in verb.lefts) or is_step(verb):
        return None
    clause = clause_with_antecedent(verb)
    period = period_of(verb.i, clause.j, layers)
    slots: dict[str, Slot] = {"rank": rank, "of": None, "activity": Phrase(verb_words(verb, period)), "period": words_of(period)}
    when = when_of(clause, period, layers, after=clause.i)
    return Reading(cue.at, clause, verb.i, subject_phrase(verb), slots, when=when, pattern=f"{rank}-done")


def is_step(verb: Token) -> bool:
    """As in "was first questioned and then arrested": an order of steps."""
    later = (t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.lower_ in {"then", "later", "finally"})
    return any(t.head.i == verb.i or t.head.dep_ == "conj" or t.head.i > t.i > verb.sent.end for t in later)


def variant(pattern: str, period: Period | None, deed: Token | None) -> str:
    """The pattern's name with what it is counted over: first-in-period, first-since, first-ever, first-to."""
    if pattern != "first":
        return pattern
    if period is not None:
        return {"in": "first-in-period", "of": "first-in-period", "since": "first-since", "ever": "first-ever"}[period.how]
    return "first-to" if deed is not None else "first"
