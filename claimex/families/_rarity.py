"""A cue of rarity in; its reading, by the way the rank word stands in the tree, out: as modifier, adverb, count or denial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase, Reading, Slot
from claimex.families._ranked import (
    WORDS,
    Period,
    activity_of,
    class_of,
    joined,
    period_of,
    ranked_noun,
    ranking,
    standing,
    verb_words,
    when_of,
    words_of,
)  # fmt: skip
from claimex.numbers import read_number, read_ordinal
from claimex.spans import Extent, extent, trimmed
from claimex.syntax import SUBJECT_DEPS, asserts, clause_head, clause_with_antecedent, is_verb, phrase, subject_of, subject_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["by_adverb", "by_count", "by_denial", "by_modifier", "by_place", "by_run", "by_word", "by_yet"]

RANKS = {"first": "first", "last": "last", "final": "last", "only": "only", "sole": "only", "lone": "only"}
TRAPS = {"first": "first_words", "last": "last_words", "only": "only_words"}
NAME_LABELS = frozenset({"ORG", "PERSON", "EVENT", "LAW", "FAC", "WORK_OF_ART", "GPE", "LOC", "PRODUCT", "NORP"})
BACKGROUND = frozenset({"when", "after", "since", "before", "as", "while", "if", "until", "once", "whether"})
SUBORDINATE = frozenset({"advcl", "pcomp"})
PLACES = frozenset({"place", "position", "spot"})
RANK_LEADS = frozenset({
    "at", "to", "the", "world", "ranked", "seeded", "was", "is", "from", "a", "hit", "hits", "reached", "reaching", "become", "became",
    "be", "been", "current", "former", "seed", "'s", "’s", "ranking", "ranks", "a", "as", "remains", "new", "(",
})  # fmt: skip
TIMES = frozenset({"time", "occasion", "instance"})
NUMBER_TAGS = frozenset({"CD"})
MAX_AFTER = 3  # words from "first" to its verb ("was first publicly reported")
MAX_BACK = 8  # words between a number and "in a row"; more cross into another phrase


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
    if rank is None or (is_verb(word.head) and word.dep_ == "advmod" and word.head.i != word.i):
        return None
    if rank == "only" and word.tag_ == "RB" and (word.dep_ == "advmod" or word.nbor().lower_ in {"the", "a", "in", "for", "one"}):
        return None  # "only three men": how many, see by_count
    noun = ranked_noun(word)
    if noun.i != word.i and not (noun.tag_.startswith("NN") or noun.tag_ in {"CD", "JJ", "VBG"}):
        return None
    if is_trap(word, noun, rank, layers):
        return None
    if noun.lemma_ in TIMES:
        return by_time(cue, word, noun, rank, layers)
    return of_noun(cue, noun, rank, layers)


def of_noun(cue: Cue, noun: Token, rank: Slot, layers: Layers) -> Reading | None:
    found = ranking(cue.at, noun, layers)
    if found is None:
        return None
    deed = Phrase(verb_words(found.deed, found.period)) if found.deed is not None else None
    return Reading(
        cue=cue.at,
        clause=found.clause,
        head=found.head,
        subject=found.subject,
        slots={"rank": rank, "of": found.of, "activity": deed, "period": words_of(found.period)},
        when=found.when,
        pattern="first-ever" if "ever" in noun.doc[cue.at.j - 1].lower_ else variant(cue.pattern, found.period, found.deed),
    )


def by_time(cue: Cue, word: Token, noun: Token, rank: Slot, layers: Layers) -> Reading | None:
    """As in "For the first time since 1999", "the last time they met was in May", "it is the third time that ..."."""
    doc = layers.doc
    governor = noun.head if noun.dep_ != "npadvmod" else noun
    if noun.dep_ == "pobj" and governor.lower_ == "for":
        verb = clause_head(governor)
    elif noun.dep_ == "npadvmod":
        verb = clause_head(noun)
    else:
        verb = activity_of(noun, clause_head(noun)) or clause_head(noun)
    if not is_verb(verb) or not asserts(verb):
        return None
    top = clause_head(noun)
    whole = joined(doc, clause_with_antecedent(verb), trimmed(doc, noun.left_edge.i, noun.i + 1), clause_with_antecedent(top))
    if governor.lower_ == "for":
        whole = joined(doc, clause_with_antecedent(verb), cue.at)
    period = period_of(noun.i + 1, whole.j, layers)
    whole = joined(doc, whole, period.phrase.at) if period is not None and period.phrase.at is not None else whole
    subject = subject_phrase(verb)
    slots: dict[str, Slot] = {"rank": rank, "of": kind_of_subject(verb), "activity": Phrase(deed_words(verb, noun, period))}
    slots["period"] = words_of(period)
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
    )


def deed_words(verb: Token, noun: Token, period: Period | None) -> Extent:
    """The verb's words, up to "for the first time" or to the other verb of "the last time they met was ..."."""
    at = verb_words(verb, period)
    doc = verb.doc
    stop = next((t.i for t in verb.rights if t.i > verb.i and (noun.i in {w.i for w in t.rights} or is_pointing(t))), at.j)
    stop = min(stop, next((t.i for t in doc[verb.i + 1 : at.j] if t.lower_ in {"was", "is"} and t.head.i == verb.i), stop))
    return trimmed(doc, at.i, max(at.i + 1, min(at.j, stop)))


def is_pointing(verb: Token) -> bool:
    """The "was" of "the last time they met was in May", which hangs on "met"."""
    return verb.lemma_ == "be" and verb.dep_ in {"advcl", "ccomp", "conj"} and not any(t.dep_ in SUBJECT_DEPS for t in verb.lefts)


def kind_of_subject(verb: Token) -> Phrase | None:
    """The class that the one who did it stands for, where its words are a common noun: "an elected prime minister"."""
    subject = subject_of(verb)
    if subject is None or not any(child.lower_ in {"a", "an", "no", "any", "another"} for child in subject.lefts):
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
    if word.i == word.sent.start or word.i > verb.i or verb.i - word.i > MAX_AFTER or verb.lemma_ == "be":
        return None
    if verb.dep_ in SUBORDINATE or any(t.lower_ in BACKGROUND for t in verb.lefts):
        return None
    clause = clause_with_antecedent(verb)
    period = period_of(verb.i, clause.j, layers)
    slots: dict[str, Slot] = {"rank": rank, "of": None, "activity": Phrase(verb_words(verb, period)), "period": words_of(period)}
    when = when_of(clause, period, layers, after=clause.i)
    return Reading(cue.at, clause, verb.i, subject_phrase(verb), slots, when=when, pattern=f"{rank}-done")


def by_place(cue: Cue, layers: Layers) -> Reading | None:
    """A rank in an order: "finished third", "ranks 12th", "in fourth place", "the world No. 1", "#2"."""
    doc, at = layers.doc, cue.at
    word = next((t for t in doc[at.i : at.j] if read_rank(t) is not None), None)
    if word is None or (layers.dates.at(word.i) is not None) or is_label(at, layers):
        return None
    if word.dep_ == "amod" and word.head.i >= at.j and word.head.lower_ not in PLACES:
        return None  # "finished fourth grade"
    rank = read_rank(word)
    verb = clause_head(doc[at.i])
    if not asserts(verb) or (doc[at.i].lower_ == "first" and at.i > 1 and doc[at.i - 2].lower_ == "in"):
        return None  # "in the first place"
    noun = doc[at.j - 1]
    bearer = next((t for t in (noun.head, word.head) if t.i >= at.j and t.tag_.startswith("NNP") and not is_verb(t)), None)
    if bearer is not None:  # "world No. 1 Novak Djokovic"
        return Reading(
            at,
            phrase(bearer),
            bearer.i,
            phrase(bearer),
            {"rank": rank, "of": None, "activity": None, "period": None},
            pattern="placed",
        )
    return placed(cue, verb, rank, layers)


def placed(cue: Cue, verb: Token, rank: Slot, layers: Layers) -> Reading:
    clause = clause_with_antecedent(verb)
    period = period_of(cue.at.j, clause.j, layers)
    prep = next(
        (t for t in layers.doc[cue.at.j : clause.j] if t.lower_ in {"in", "of", "among", "at", "on"} and t.dep_ == "prep"), None
    )
    pobj = next((t for t in prep.rights if t.dep_ == "pobj"), None) if prep is not None else None
    of = Phrase(phrase(pobj)) if pobj is not None and layers.dates.at(pobj.i) is None else None
    slots: dict[str, Slot] = {"rank": rank, "of": of, "activity": None, "period": words_of(period)}
    return Reading(
        cue.at,
        clause,
        verb.i,
        subject_phrase(verb),
        slots,
        when=when_of(clause, period, layers, after=clause.i),
        pattern="placed",
    )


def read_rank(token: Token) -> int | None:
    value: float | None = read_ordinal(token.lower_)
    if value is None and token.tag_ == "CD":
        value = read_number(token.lower_)
    return int(value) if value is not None and float(value).is_integer() else None


def is_label(at: Extent, layers: Layers) -> bool:
    """Whether a number only labels a thing: "Number 10", "Advisory Number 14"; a rank comes after "the", "at", "world" and such."""
    doc = layers.doc
    if doc[at.i].lower_ not in {"number", "no", "no.", "#"}:
        return False
    before = doc[at.i - 1].lower_ if at.i else ""
    if (
        doc[at.j - 1].text in {"10", "11"}
        and doc[at.i].text in {"Number", "No", "No."}
        and before not in {"world", "ranked", "the"}
    ):
        return True
    return before not in RANK_LEADS or doc[at.i].lower_ == "no" and not doc[at.j - 1].text.isdigit()


def by_run(cue: Cue, layers: Layers) -> Reading | None:
    """As in "A third consecutive defeat", "three straight wins", "for the tenth time in a row", "the third year running"."""
    doc, at = layers.doc, cue.at
    low = max(doc[at.i].sent.start, at.i - MAX_BACK)
    number = next(
        (doc[k] for k in range(at.j - 1, low - 1, -1) if read_rank(doc[k]) is not None or doc[k].lower_ == "first"), None
    )
    if number is None:
        return None
    rank = read_rank(number)
    anchor = next((t for t in doc[number.i : at.j] if t.tag_.startswith("NN") and t.lower_ != "row"), None) or ranked_noun(
        doc[at.j - 1]
    )
    verb = clause_head(anchor)
    if not asserts(verb) or rank is None:
        return None
    place = standing(anchor)
    clause = joined(doc, place.clause, at)
    subject = place.subject if anchor.dep_ not in {"pobj", "npadvmod"} else subject_phrase(verb)
    period = period_of(at.j, clause.j, layers)
    of = None if anchor.lemma_ in TIMES else class_of(anchor, first=min(at.j, anchor.i), period=period)
    slots: dict[str, Slot] = {"rank": rank, "of": of, "activity": None, "period": words_of(period)}
    if anchor.lemma_ in TIMES or anchor.dep_ in {"pobj", "npadvmod"}:
        slots["activity"] = Phrase(deed_words(verb, anchor, period)) if is_verb(verb) else None
    cue_at = extent(doc, min(number.i, at.i), at.j)
    return Reading(
        cue_at, clause, verb.i, subject, slots, when=when_of(clause, period, layers, after=clause.i), pattern="consecutive"
    )


def by_count(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Only three men have walked on it", "one of only two women to have won"."""
    doc, at = layers.doc, cue.at
    noun = ranked_noun(doc[at.j - 1])
    verb = clause_head(noun)
    if not noun.tag_.startswith("N") or noun.i - at.j > 4 or layers.dates.at(noun.i) is not None:
        return None
    ever = any(t.lower_ == "ever" for t in doc[noun.i : verb.right_edge.i + 1])
    deed = activity_of(noun, noun) or (activity_of(noun.head.head, noun.head.head) if is_one_of(noun) else None)
    if not (ever or (deed is not None and is_one_of(noun))) or not asserts(verb):
        return None
    place = standing(noun)
    period = period_of(noun.i, place.clause.j, layers)
    done = deed or (verb if noun.dep_ in {"nsubj", "nsubjpass"} else None)
    slots: dict[str, Slot] = {"rank": "only", "of": class_of(noun, first=at.j, period=period)}
    slots |= {"activity": Phrase(verb_words(done, period)) if done is not None else None, "period": words_of(period)}
    return Reading(at, place.clause, verb.i, place.subject, slots, when=None, pattern="only-count")


def is_one_of(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ in {"of", "among"} and noun.head.head.lower_ in {"one", "some"}


def by_denial(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Has never lost a final", "nobody has ever done so", "no president has visited since 1928", "not since the war"."""
    doc, at = layers.doc, cue.at
    word = doc[at.i]
    verb = clause_head(word.head if word.dep_ in {"det", "neg", "advmod"} and word.head.i != word.i else word)
    if not is_verb(verb) or not asserts(verb):
        return None
    if any(child.lower_ in {"would", "'d", "’d", "should", "could", "will", "can"} for child in verb.lefts):
        return None
    clause = clause_with_antecedent(verb)
    period = period_of(at.i, clause.j, layers)
    perfect = any(t.dep_ == "aux" and t.lemma_ == "have" for t in verb.children) or word.i == word.sent.start
    ever = any(t.lower_ in {"ever", "before", "previously"} and t.head.i == verb.i for t in verb.children)
    counted = period is not None and period.how in {"since", "in"}
    if word.lower_ == "never":
        if not (perfect or ever):
            return None
    elif not (perfect and (ever or counted)):
        return None
    slots: dict[str, Slot] = {"rank": "never", "of": kind_of_subject(verb), "activity": Phrase(verb_words(verb, period))}
    slots["period"] = words_of(period) if counted else None
    name = "not-since" if counted else "never-before"
    return Reading(at, clause, verb.i, subject_phrase(verb), slots, when=None, pattern=name, polarity="negated")


def by_yet(cue: Cue, layers: Layers) -> Reading | None:
    """As in "he has yet to win a title": it has never happened so far."""
    word = layers.doc[cue.at.i]
    deed = next((child for child in word.rights if child.dep_ == "xcomp" and is_verb(child)), None)
    if deed is None or not asserts(word):
        return None
    slots: dict[str, Slot] = {"rank": "never", "of": None, "activity": Phrase(verb_words(deed)), "period": None}
    clause = joined(layers.doc, clause_with_antecedent(word), verb_words(deed))
    return Reading(cue.at, clause, word.i, subject_phrase(word), slots, pattern="yet-to", polarity="negated", tense="past")


def by_word(cue: Cue, layers: Layers) -> Reading | None:
    """One word that says it all: unprecedented, unbeaten, unique, debut, maiden, inaugural."""
    doc, at = layers.doc, cue.at
    word = doc[at.j - 1]
    if layers.names.at(word.i) is not None and word.tag_.startswith("NNP"):
        return None
    rank = {"unprecedented": "first", "debut": "first", "unique": "only", "unbeaten": "never"}[cue.pattern]
    noun = ranked_noun(word)
    if word.lower_ == "unique" and word.dep_ != "acomp":
        return None  # "a unique show" praises; "is unique" asserts
    if noun.i == word.i and word.dep_ == "acomp":
        verb = word.head
        if not asserts(verb):
            return None
        clause, head, subject = clause_with_antecedent(verb), verb, subject_phrase(verb)
    else:
        place = standing(noun)
        clause, head, subject = place.clause, place.head, place.subject
        if not asserts(head):
            return None
    period = period_of(at.j, clause.j, layers)
    of = class_of(noun, first=at.j, period=period) if noun.i != word.i else None
    slots: dict[str, Slot] = {"rank": rank, "of": of, "activity": None, "period": words_of(period)}
    clause = joined(doc, clause, at)
    return Reading(at, clause, head.i, subject, slots, when=when_of(clause, period, layers, after=clause.i), pattern=cue.pattern)


def variant(pattern: str, period: Period | None, deed: Token | None) -> str:
    """The pattern's name with what it is counted over: first-in-period, first-since, first-ever, first-to."""
    if pattern != "first":
        return pattern
    if period is not None:
        return {"in": "first-in-period", "of": "first-in-period", "since": "first-since", "ever": "first-ever"}[period.how]
    return "first-to" if deed is not None else "first"


def is_trap(word: Token, noun: Token, rank: Slot, layers: Layers) -> bool:
    """Whether a rank word orders parts or steps, or stands in a name, a date or a fixed phrase."""
    doc = layers.doc
    after = doc[word.i + 1] if word.i + 1 < len(doc) else word
    if layers.dates.at(word.i) is not None:
        return True
    if is_in_name(word, noun, layers):
        return True
    if after.tag_ == "HYPH" and doc[min(word.i + 2, len(doc) - 1)].lower_ != "ever":
        return True
    fixed = WORDS[TRAPS.get(str(rank), "nth_words")]
    if isinstance(rank, int) and noun.lower_ in WORDS["nth_words"] and noun.tag_.startswith("NNP"):
        return True  # "Maryland's seventh Congressional District"
    if isinstance(rank, int | str) and rank != "only" and noun.lower_ in WORDS["enumerated"] and activity_of(noun, noun) is None:
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ != "as" and not any(child.dep_ in {"det", "poss"} for child in noun.lefts):
        return True  # "after first contact"
    if (noun.lower_ in WORDS["parts"] and rank != "only") or after.lower_ in fixed:
        return True
    if isinstance(rank, int) and noun.i == word.i and doc[max(0, word.i - 1)].lower_ in {"a", "one", "an"}:
        return True  # "a third of the voters"
    if after.tag_ == "CD" and rank != "only" and activity_of(noun, noun) is None:
        return True  # "the last 10 years", "the first 16 people"
    if word.lower_ == "final" and (noun.lower_ in WORDS["final_words"] or noun.tag_ == "NNS" or not is_definite(noun)):
        return True
    if rank == "only" and noun.i != word.i and not is_definite(noun):
        return True  # "instead of only private access"
    date = layers.dates.at(noun.i)
    return date is not None and date.at.i <= noun.i and date.at.i <= word.i + 1


def is_definite(noun: Token) -> bool:
    return any(child.dep_ == "poss" or child.lower_ in {"the", "this", "that"} for child in noun.lefts)


def is_in_name(word: Token, noun: Token, layers: Layers) -> bool:
    hit = layers.names.at(word.i)
    if word.is_upper and not word.nbor(-1 if word.i else 1).is_upper:
        return True  # an abbreviation
    if word.text[0].isdigit() and noun.tag_.startswith("NNP") and noun.lower_ not in WORDS["numbered"]:
        return True  # "the 501st Legion"
    named = word.ent_type_ in NAME_LABELS or (hit is not None and hit[1].kind == "name")
    if not named or (word.is_lower and not word.like_num):
        return False
    return not (noun.lower_ in WORDS["numbered"] and word.text[0].isdigit())
