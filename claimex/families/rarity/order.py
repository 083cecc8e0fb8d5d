"""A cue of order in; its reading out: a place in a ranking, a run of instances, or how few they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase, Reading, Slot
from claimex.families._periods import period_of, when_of, words_of
from claimex.families._ranked import activity_of, class_of, ranked_noun, verb_words
from claimex.families._standing import Standing, joined, standing
from claimex.families.rarity.reading import TIMES, deed_words
from claimex.numbers import read_number, read_ordinal
from claimex.spans import Extent, extent, trimmed
from claimex.syntax import asserts, clause_head, clause_with_antecedent, is_verb, phrase, subject_phrase, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["by_count", "by_place", "by_run"]

RUNS = frozenset({"straight", "consecutive", "successive", "running"})
PLACES = frozenset({"place", "position", "spot"})
RANK_LEADS = frozenset({
    "at", "to", "the", "world", "ranked", "seeded", "was", "is", "from", "a", "hit", "hits", "reached", "reaching", "become",
    "became",    "be", "been", "current", "former", "seed", "'s", "’s", "ranking", "ranks", "as", "remains", "new", "(",
})  # fmt: skip
TOP = 3  # "the number 3" may be a rank; higher numbers with "the" name buses and houses
MAX_BETWEEN = 4  # words from "only three" to its noun
MAX_BACK = 8  # words between a number and "in a row"; more cross into another phrase


def by_place(cue: Cue, layers: Layers) -> Reading | None:
    """A rank in an order: "finished third", "ranks 12th", "in fourth place", "the world No. 1", "#2"."""
    doc, at = layers.doc, cue.at
    word = next((t for t in doc[at.i : at.j] if read_rank(t) is not None or t.lower_ == "last"), None)
    if word is None or (layers.dates.at(word.i) is not None) or is_label(at, layers):
        return None
    if word.dep_ == "amod" and word.head.i >= at.j and word.head.lower_ not in PLACES:
        return None  # "finished fourth grade"
    rank = read_rank(word) or "last"
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
    if is_rival(noun.head if noun.dep_ == "nummod" and noun.head.i < noun.i else noun):
        return None
    return placed(cue, verb, rank, layers) if is_verb(verb) else None  # "Third place:" heads a table


def is_rival(noun: Token) -> bool:
    """Whether the rank only names another: "his defeat by the world number one", "a third place play-off"."""
    if noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.tag_ == "NN" and noun.head.lemma_ != "finish":
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ in {"by", "on", "of", "against", "from", "with", "for", "over"}:
        return True
    return noun.dep_ in {"pobj", "dobj"} and clause_head(noun).lemma_ in {"lose", "beat", "defeat", "face", "meet", "play"}


def placed(cue: Cue, verb: Token, rank: Slot, layers: Layers) -> Reading:
    clause = clause_with_antecedent(verb)
    end = next((t.i for t in layers.doc[cue.at.j : clause.j] if t.tag_ in {",", ":"}), clause.j)
    period = period_of(cue.at.j, end, layers) or period_of(clause.i, cue.at.i, layers)
    prep = next(
        (t for t in layers.doc[cue.at.j : end] if t.lower_ in {"in", "of", "among"} and is_near(t, cue, verb)),
        None,
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


def is_near(prep: Token, cue: Cue, verb: Token) -> bool:
    """Whether a phrase hangs on the rank or its verb: "third in the league"; not "third with 2 percent of the vote"."""
    return prep.dep_ == "prep" and verb.i <= prep.head.i < cue.at.j


def read_rank(token: Token) -> int | None:
    value: float | None = read_ordinal(token.lower_)
    if value is None and token.tag_ == "CD":
        value = read_number(token.lower_)
    return int(value) if value is not None and float(value).is_integer() else None


def is_label(at: Extent, layers: Layers) -> bool:
    """Whether a number only labels a thing: "Number 10", "Advisory Number 14"; a rank follows "the", "at", "world" and such."""
    doc = layers.doc
    if doc[at.i].lower_ not in {"number", "no", "no.", "#"}:
        return False
    before = doc[at.i - 1].lower_ if at.i else ""
    item = layers.quantities.at(at.j - 1)
    if (item is not None and item.kind == "money") or doc[min(at.j, len(doc) - 1)].lower_ in {"million", "billion", "m", "bn"}:
        return True  # "#128 million": pounds
    if before == "the" and (read_rank(doc[at.j - 1]) or 0) > TOP and doc[at.i].lower_ == "number":
        return True  # "the number 9 bus"
    if (
        doc[at.j - 1].text in {"10", "11"}
        and doc[at.i].text in {"Number", "No", "No."}
        and before not in {"world", "ranked", "the"}
    ):
        return True
    return before not in RANK_LEADS or (doc[at.i].lower_ == "no" and not doc[at.j - 1].text.isdigit())


def is_contest(word: Token) -> bool:
    """As in "one of the six riders that finished the stage": not in a row."""
    return word.lower_ == "running" and word_at(word.doc, word.i + 1) in {"in", "for", "on", "against", "to", "a", "the"}


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
    if not asserts(verb) or rank is None or is_contest(doc[at.j - 1]):
        return None
    place = standing(anchor)
    clause = joined(doc, place.clause, at)
    subject = place.subject if anchor.dep_ not in {"pobj", "npadvmod"} else subject_phrase(verb)
    period = period_of(at.j, clause.j, layers)
    of = None if anchor.lemma_ in TIMES or anchor.lower_ in RUNS else Phrase(extent(doc, anchor.i, anchor.i + 1))
    if anchor.i >= at.j and of is not None:
        of = class_of(anchor, first=at.j, period=period)
    slots: dict[str, Slot] = {"rank": rank, "of": of, "activity": None, "period": words_of(period)}
    if anchor.lemma_ in TIMES or anchor.dep_ in {"pobj", "npadvmod"}:
        slots["activity"] = Phrase(deed_words(verb, anchor, period)) if is_verb(verb) else None
    elif anchor.dep_ == "attr" and (done := activity_of(anchor, anchor)) is not None:  # "the fourth night in a row that ..."
        slots["activity"] = Phrase(verb_words(done, period))
    cue_at = extent(doc, min(number.i, at.i), at.j)
    return Reading(
        cue_at, clause, verb.i, subject, slots, when=when_of(clause, period, layers, after=clause.i), pattern="consecutive"
    )


def by_count(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Only three men have walked on it", "one of only two women to have won"."""
    doc, at = layers.doc, cue.at
    noun = ranked_noun(doc[at.j - 1])
    verb = clause_head(noun)
    if not noun.tag_.startswith("N") or noun.i - at.j > MAX_BETWEEN or layers.dates.at(noun.i) is not None:
        return None
    ever = any(t.lower_ == "ever" for t in doc[noun.i : verb.right_edge.i + 1]) or is_perfect_of(noun, verb)
    deed = activity_of(noun, noun) or (activity_of(noun.head.head, noun.head.head) if is_one_of(noun) else None)
    placed_in = any(child.dep_ == "prep" for child in noun.rights)
    if not (ever or ((deed is not None or placed_in) and is_one_of(noun))) or not asserts(verb):
        return None
    place = standing(noun)
    period = period_of(noun.i, place.clause.j, layers)
    done = deed or (verb if noun.dep_ in {"nsubj", "nsubjpass"} else None)
    if noun.dep_ in {"nsubj", "nsubjpass"} and is_verb(verb):  # "only two were tried: Brown and Hill" is said of the two
        place = Standing(verb, clause_with_antecedent(verb), trimmed(doc, at.i, noun.i + 1))
    slots: dict[str, Slot] = {"rank": "only", "of": class_of(noun, first=at.j, period=period)}
    slots |= {"activity": Phrase(verb_words(done, period)) if done is not None else None, "period": words_of(period)}
    return Reading(at, place.clause, verb.i, place.subject, slots, when=None, pattern="only-count")


def is_perfect_of(noun: Token, verb: Token) -> bool:
    """As in "Only two presidents have been impeached"."""
    return noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.i == verb.i and any(t.lower_ in {"has", "have"} for t in verb.lefts)


def is_one_of(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ in {"of", "among"} and noun.head.head.lower_ in {"one", "some"}
