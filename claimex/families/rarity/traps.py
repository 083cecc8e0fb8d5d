"""A rank word and its noun in; whether it orders parts or steps, or stands in a name, a date or a fixed phrase, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex import modality
from claimex.families._ranked import WORDS, activity_of
from claimex.syntax import clause_head, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.layers import Layers

__all__ = ["is_trap"]

TRAPS = {"first": "first_words", "last": "last_words", "only": "only_words"}
SERIES = frozenset(
    {
        "congressional",
        "legislative",
        "constituency",
        "ward",
        "district",
        "circuit",
        "floor",
        "avenue",
        "precinct",
        "parliament",
        "regiment",
    }
)  # things that a number names
# What is told in an order, whatever it did: "the first challenge to meet", "the last way that we tried".
STEADY = frozenset({
    "way", "ways", "challenge", "challenges", "reason", "reasons", "question", "questions", "problem", "problems",
    "issue", "issues", "aspect", "task", "tasks", "step", "steps", "priority", "idea", "option", "options",
})  # fmt: skip
PREDICATES = frozenset({"attr", "acomp", "oprd", "advmod", "xcomp"})
ANOTHER = frozenset({"dobj", "pobj", "conj", "nsubj", "nsubjpass", "appos"})  # where "a third man" is one more
TIMES = frozenset({"time", "occasion", "year", "term", "season"})
RUN = frozenset({"straight", "consecutive", "successive", "such"})
OPENING, CLOSING = frozenset("\"“‘'"), frozenset("\"”’'")
LISTING = 120  # tokens in which "the second spray" follows "the first spray"
LATIN = "\u024f"  # the last of the Latin letters
NAME_LABELS = frozenset({"ORG", "PERSON", "EVENT", "LAW", "FAC", "WORK_OF_ART", "GPE", "LOC", "PRODUCT", "NORP"})


def is_trap(word: Token, noun: Token, rank: str | int, layers: Layers) -> bool:
    """Whether a rank word orders parts or steps, or stands in a name, a date or a fixed phrase."""
    if (
        is_dated(word, noun, layers)
        or is_title(word, noun)
        or is_in_name(word, noun, layers)
        or is_fixed(word, rank)
        or is_bare(word, noun, rank)
    ):
        return True
    if rank == "only":
        return is_opinion(noun)
    if isinstance(rank, int) and (is_jubilee(noun) or is_another(word, noun)):
        return True
    if rank in {"first", 2} and is_listed(word, noun):
        return True
    return orders_parts(word, noun, rank) or (word.lower_ == "final" and is_ending(noun))


def is_dated(word: Token, noun: Token, layers: Layers) -> bool:
    """Last year; the first week of May."""
    date = layers.dates.at(noun.i)
    return layers.dates.at(word.i) is not None or (date is not None and date.at.i <= noun.i and date.at.i <= word.i + 1)


def is_title(word: Token, noun: Token) -> bool:
    """A number alone in quotes, which is the name of a film or song."""
    if word.i > 0 and word.nbor(-1).text in OPENING and word.text[0].isdigit() and following(word).text in CLOSING:
        return True
    return noun.i == word.i and word.i > 0 and word.nbor(-1).tag_ == "``" and following(word).tag_ in {"''", ".", ","}


def is_listed(word: Token, noun: Token) -> bool:
    """As in "The first spray is made of ..., the second spray of ...": things told one after the other."""
    if noun.dep_ not in {"nsubj", "nsubjpass"} or noun.i - word.i > 1 or any(noun.rights):
        return False
    first = word.lower_ == "first"
    near = word.doc[noun.i + 1 : noun.i + LISTING] if first else word.doc[max(0, word.i - LISTING) : word.i]
    return any(t.lower_ in ({"second", "other"} if first else {"first"}) and following(t).lower_ == noun.lower_ for t in near)


def is_jubilee(noun: Token) -> bool:
    """The day on which an anniversary falls only dates; "marked its 50th anniversary" counts."""
    return noun.lemma_ == "anniversary" and noun.dep_ not in {"dobj", "attr"}


def is_another(word: Token, noun: Token) -> bool:
    """A second flat that is to be searched, no second goal: another one, which nobody says to be there."""
    there = noun.dep_ == "attr" and any(t.dep_ == "expl" for t in noun.head.lefts)  # "there is a sixth person"
    if not any(child.lower_ in {"a", "an", "any", "no"} for child in noun.lefts) or not (there or noun.dep_ in ANOTHER):
        return False
    if noun.dep_ == "dobj" and noun.head.lemma_ in {"want", "need", "seek"} and noun.head.tag_ != "VBD":
        return True  # "I want a fifth title"
    if noun.dep_ not in {"dobj", "pobj"}:
        return noun.lemma_ not in TIMES and not any(t.lower_ in RUN for t in word.doc[word.i : noun.i])
    if noun.head.lower_ == "with" and noun.dep_ == "pobj":
        return True  # "collided with a third car"
    verb = clause_head(noun)
    if not is_verb(verb) or word.i < verb.i:
        return False
    return verb.tag_ == "VBG" or modality.polarity(verb) == "negated"


def is_fixed(word: Token, rank: str | int) -> bool:
    """First-class, first lady, last resort, second-hand; "first-ever" is a rank."""
    after, before = following(word), word.nbor(-1) if word.i else word
    if (
        is_deed_or_grade(before, word, after)
        or before.tag_ == "HYPH"
        or (before.lower_ in {"at", "from"} and after.tag_ in {",", ".", "DT", "PRP"})
    ):
        return True  # "male-only", "at first, ..."
    if after.tag_ == "HYPH" and following(after).lower_ != "ever":
        return True
    if isinstance(rank, int) and (after.tag_ in {"JJS", "RBS"} or after.lower_ in {"most", "least"}):
        return True  # "the second most populous": a superlative
    if after.lower_ in WORDS["doers"] and is_told(after):
        return False  # "the second man to swim it", "this will be her last season"
    if word.lower_ == "final":
        return after.lower_ in WORDS["final_times"]
    return after.lower_ in WORDS[TRAPS.get(str(rank), "nth_words")]


def is_deed_or_grade(before: Token, word: Token, after: Token) -> bool:
    """As in "a historic first", "second and third-year students"."""
    if after.tag_ == "CC" and following(following(after)).tag_ == "HYPH":
        return True
    return before.lower_ in {"historic", "another"} and word.tag_ in {"NN", "RB"}


def is_opinion(noun: Token) -> bool:
    """As in "the only way we can win", "the only conclusion I can draw": how a speaker sees it."""
    own = next((child for child in noun.rights if child.dep_ == "relcl"), None)
    if own is None:
        return False
    lefts = {child.lower_ for child in own.lefts}
    return bool(lefts & {"i", "we", "you"}) and bool(lefts & {"can", "could", "should", "would", "must"})


def is_told(noun: Token) -> bool:
    """Whether it is said what the ranked one did, or that something is it."""
    return noun.dep_ == "attr" or activity_of(noun, noun) is not None


def is_bare(word: Token, noun: Token, rank: str | int) -> bool:
    """A third of the voters; after first contact; only private access: no instance is picked out."""
    if noun.i == word.i:
        if word.text[0].isdigit() and word.dep_ not in PREDICATES and not any(child.dep_ == "prep" for child in word.rights):
            return True  # "Smith (35th)": a minute of the match
        return isinstance(rank, int) and word.i > 0 and word.nbor(-1).lower_ in {"a", "one", "an", "top", "bottom", "middle"}
    if rank == "only" and not is_definite(noun):
        return True
    if noun.dep_ != "pobj" or noun.head.lower_ == "as":
        return False
    return not any(child.dep_ in {"det", "poss"} for child in noun.lefts) or is_one_of_several(word, noun, rank)


def is_one_of_several(word: Token, noun: Token, rank: str | int) -> bool:
    """As in "in the case of the first spray": only which one is meant, of no class that is named."""
    if rank not in {"first", "last"} and not isinstance(rank, int):
        return False
    plain = all(child.i == word.i or child.lower_ == "the" for child in noun.lefts) and noun.lemma_ not in TIMES
    return plain and noun.lower_ not in WORDS["doers"] and noun.n_rights == 0 and noun.head.head.lemma_ != "be"


def orders_parts(word: Token, noun: Token, rank: str | int) -> bool:
    """The first half; the last 10 years; the second challenge; Maryland's seventh district."""
    if noun.lower_ in WORDS["parts"]:
        return noun.lower_ != "couple" or activity_of(noun, noun) is None
    if isinstance(rank, int) and (
        any(t.lower_ in SERIES for t in word.doc[word.i + 1 : noun.i + 1])
        or (noun.lower_ in WORDS["nth_words"] and noun.tag_.startswith("NNP"))
    ):
        return True  # "the Second Army"
    if following(word).lower_ == "such":
        return False  # "the third such case"
    if noun.lower_ in STEADY:
        return True
    return (noun.lower_ in WORDS["enumerated"] or following(word).tag_ == "CD") and activity_of(noun, noun) is None


def is_ending(noun: Token) -> bool:
    """A final decision, the final score: an end of a course, not the last instance of a kind."""
    return noun.lower_ in WORDS["final_words"] or noun.tag_ == "NNS" or not is_definite(noun)


def following(token: Token) -> Token:
    return token.nbor() if token.i + 1 < len(token.doc) else token


def is_definite(noun: Token) -> bool:
    return any(child.dep_ == "poss" or child.lower_ in {"the", "this", "that"} for child in noun.lefts)


def is_titled(word: Token) -> bool:
    """Whether a capitalised rank word goes on as a name, in a sentence that is no headline."""
    after = following(word)
    named = after.is_title or (after.is_upper and len(after) > 1) or (after.lower_ == "of" and following(after).is_title)
    return named and any(t.is_lower and t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in word.sent)


def is_in_name(word: Token, noun: Token, layers: Layers) -> bool:
    hit = layers.names.at(word.i)
    if noun.text[0] > LATIN:
        return True  # an English word in another language
    firm = (
        following(word).lower_ == "of" and following(following(word)).tag_ == "NNP" and noun.i == word.i
    )  # "First of Leeds Corp."
    if word.is_title and (firm or (not word.is_sent_start and noun.i > word.i and is_titled(word))):
        return True  # "Second Deputy Premier Chan", "the First of America"
    if word.is_upper and not (word.nbor(-1) if word.i else following(word)).is_upper:
        return True  # an abbreviation
    numbered = word.text[0].isdigit() and any(t.lower_ in WORDS["numbered"] for t in word.doc[word.i + 1 : noun.i + 1])
    if word.text[0].isdigit() and noun.tag_.startswith("NNP") and not numbered:
        return True  # "the 501st Legion"
    named = word.ent_type_ in NAME_LABELS or (hit is not None and hit[1].kind == "name")
    if not named or (word.is_lower and not word.like_num):
        return False
    return not numbered  # "the 22nd Book Fair Frankfurt" names a happening and counts it
