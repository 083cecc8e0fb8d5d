"""A word of extremes other than a superlative form (record, main, leading, top) in; its reading out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.families._family import Phrase, Reading
from claimex.families._periods import span_of_when, words_of
from claimex.families._ranked import WORDS, ranked_noun, ranking
from claimex.families.superlative.bearers import borne, is_astray
from claimex.families.superlative.classes import is_figure
from claimex.families.superlative.reading import degree, is_definite, is_partitive
from claimex.families.superlative.views import is_open
from claimex.spans import trimmed
from claimex.syntax import word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["by_record", "by_span", "by_word"]

TALLY = re.compile(r"[0-9]{1,3}[-–][0-9]{1,3}([-–][0-9]{1,3})?")  # fights or games won and lost
RECORD_VERBS = frozenset(
    {"set", "break", "hit", "reach", "beat", "hold", "smash", "equal", "establish", "shatter", "eclipse", "surpass"}
)
RECORD_SCOPES = frozenset(
    {
        "world",
        "national",
        "olympic",
        "club",
        "league",
        "career",
        "previous",
        "existing",
        "old",
        "tournament",
        "season",
        "stage",
        "course",
        "european",
        "championship",
        "track",
        "all-time",
        "british",
        "new",
    }
)
STANDING = frozenset({"set", "stand", "break", "beat", "fall", "belong", "equal", "hold", "smash", "shatter"})
TIMES = frozenset({"year", "month", "week", "decade", "day", "quarter", "season", "century"})
DATA_NOUNS = frozenset(
    {
        "company",
        "label",
        "contract",
        "store",
        "shop",
        "producer",
        "deal",
        "keeping",
        "collection",
        "book",
        "player",
        "companies",
        "labels",
        "contracts",
        "stores",
        "shops",
        "deals",
        "books",
        "players",
        "holder",
        "holders",
        "keeper",
        "status",
        "date",
        "dates",
        "keepers",
    }
)


TROUBLES = frozenset(
    {"problem", "challenge", "frustration", "mistake", "worry", "hope", "fear", "lesson", "weakness", "dream", "positive"}
)


def by_record(cue: Cue, layers: Layers) -> Reading | None:
    """As in "A record 45,000", "record profits", "set a world record", "hit a record high"; not "a record firm"."""
    doc, at = layers.doc, cue.at
    word = doc[at.i]
    before, after = doc[at.i - 1] if at.i else None, doc[at.j] if at.j < len(doc) else None
    if (after is not None and after.lower_ in DATA_NOUNS) or (
        before is not None and before.lower_ in {"track", "on", "off", "criminal", "police"}
    ):
        return None
    noun = ranked_noun(doc[at.j - 1])
    if after is not None and after.tag_ in {"CD", "$"}:  # "a record 45,000 runners"
        noun = ranked_noun(after)
        noun = noun.head if noun.dep_ == "appos" and noun.head.i == word.i else noun
    priced = after is not None and after.tag_ in {"CD", "$"} and layers.quantities.at(after.i) is not None
    if noun.i == word.i and at.j - at.i == 1 and not (is_feat(word) or priced):
        return None
    if before is not None and is_near_or_tally(before):
        return None
    if word.lower_ == "records" and noun.i != word.i:
        return None
    found = ranking(at, noun, layers, strict=False)
    found = borne(found, cue.at, noun, layers) if found is not None else None
    if found is None or is_open(found.subject, layers):  # "what was believed to be a record"
        return None
    of = None if found.of is not None and is_figure(found.of, layers) else found.of
    slots = {"of": of, "period": words_of(found.period) or span_of_when(found.when, noun, layers)}
    counted = after is not None and (after.tag_ == "CD" or (after.tag_ == "$" and noun.tag_ == "NN"))
    if after is not None and counted and noun.i >= after.i:  # the number is the record, whoever tells it
        found = replace(found, subject=trimmed(doc, after.i, noun.i + 1))
    return found.told(at, slots, "record")


def is_near_or_tally(before: Token) -> bool:
    """As in "near-record earnings", "his 41-6 record": no extreme is reached."""
    if before.tag_ == "HYPH":
        return before.i > 0 and before.nbor(-1).lower_ == "near"
    tally = before.tag_ == "CD" and before.i > 0 and before.nbor(-1).text in {"-", "–"}
    return before.lower_ == "near" or tally or TALLY.fullmatch(before.text) is not None


def by_span(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Inflation hit a 40-year high", "the pound is at a two-year low": an extreme counted over that time."""
    doc, at = layers.doc, cue.at
    word = doc[at.j - 1]
    noun = ranked_noun(word)
    found = ranking(at, noun, layers, strict=False)
    if found is None or noun.lower_ in DATA_NOUNS:
        return None
    found = borne(found, cue.at, noun, layers)
    unit = next(k for k in range(at.i, at.j) if doc[k].lower_ in TIMES)
    timex = layers.dates.at(at.i)
    period = Phrase(trimmed(doc, at.i, unit + 1), date=timex.id if timex is not None and timex.at.i == at.i else None)
    slots = {"of": None if found.of is not None and is_figure(found.of, layers) else found.of, "period": period}
    return found.told(at, slots, "span-high")


def is_feat(word: Token) -> bool:
    """Whether the noun "record" is a best performance: "set a record", "the world record", "also a record"."""
    if any(child.lower_ in RECORD_SCOPES for child in word.lefts):
        return True
    if word.dep_ in {"nsubj", "nsubjpass"} and word.head.lemma_ in STANDING:
        return any(child.lower_ == "the" for child in word.lefts)
    if word.dep_ == "pobj" and word.head.lower_ in {"at", "to"}:  # "closed at a record"
        return word.nbor(-1).lower_ == "a"
    if word.dep_ == "dobj" and word.head.lemma_ in RECORD_VERBS:
        return word.head.lemma_ != "hold" or not any(child.dep_ == "prep" and child.lower_ == "of" for child in word.rights)
    plain = not any(child.dep_ in {"amod", "compound"} for child in word.lefts)
    return plain and word.dep_ in {"attr", "appos"} and any(child.lower_ in {"a", "the"} for child in word.lefts)


def by_word(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Its main rival", "the leading cause of death", "the major source", "the top scorer"."""
    word = degree(cue, layers)
    noun = ranked_noun(word)
    if is_called_so(cue, word, noun, layers):
        return None
    found = ranking(cue.at, noun, layers, strict=False) if is_said_of(noun) else None
    if found is None or is_astray(found, noun, layers):
        return None
    found = borne(found, cue.at, noun, layers)
    if is_pointing(found.subject, layers) and layers.attributions.of(cue.at) is not None:
        return None  # "that is the main reason", in somebody's mouth
    slots = {"of": found.of, "period": words_of(found.period) or span_of_when(found.when, noun, layers)}
    return found.told(cue.at, slots, "main")


def is_called_so(cue: Cue, word: Token, noun: Token, layers: Layers) -> bool:
    """Whether "main" only names a thing, or gives somebody's view of it."""
    if noun.i == word.i and word.tag_ in {"JJ", "VBG"}:
        return True
    if word_at(layers.doc, word.i + 1) in WORDS["main_fixed"] or noun.lower_ in WORDS["main_fixed"]:
        return True
    many = layers.doc[cue.at.i].lower_ == "the" and noun.tag_ in {"NNS", "NNPS"}  # "the major parties"
    if many or (noun.lemma_ in TROUBLES and layers.attributions.of(cue.at) is not None):
        return True  # "their main problem is pride", in somebody's mouth
    return not is_definite(noun) or any(child.lower_ in {"a", "an", "my", "your", "our"} for child in noun.lefts)


def is_pointing(subject: Extent | None, layers: Layers) -> bool:
    return subject is not None and subject.j - subject.i == 1 and layers.doc[subject.i].lower_ in {"it", "that", "this", "those"}


def is_named(child: Token) -> bool:
    """Whether an apposition says which one it is; not "the source, most of them"."""
    return child.dep_ == "appos" and child.tag_.startswith("NN")


def is_said_of(noun: Token) -> bool:
    """Whether something is said to be it: "X is the main rival", "its main rival, X", "one of the main reasons"."""
    if noun.dep_ in {"attr", "appos", "oprd"} or is_partitive(noun) or any(is_named(child) for child in noun.rights):
        return True
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "as"
    told = any(t.dep_ in {"attr", "xcomp", "ccomp"} for t in noun.head.rights)
    return (noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and told) or (
        noun.dep_ in {"compound", "nmod"} and noun.head.tag_ == "NNP"
    )
