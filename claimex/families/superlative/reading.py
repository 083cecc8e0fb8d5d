"""A superlative form in; its reading, by the way the word of degree stands in the tree, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase, Reading
from claimex.families._periods import period_of, span_of_when, when_of, words_of
from claimex.families._ranked import WORDS, is_asked, ranked_noun, ranking
from claimex.families._standing import joined
from claimex.families.superlative.bearers import borne, is_astray
from claimex.families.superlative.classes import class_without_figure, fronted_set, own_period
from claimex.families.superlative.sets import is_partitive, is_set
from claimex.families.superlative.traps import is_comment, is_group, is_liked, is_praise
from claimex.families.superlative.views import is_excepted, is_hollow, is_open, is_possible, is_view
from claimex.spans import trimmed
from claimex.syntax import SUBJECT_DEPS, asserts, clause_head, clause_with_antecedent, is_verb, phrase, subject_phrase, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["by_degree", "degree", "is_definite", "is_partitive"]

EMPTY_NOUNS = frozenset({"thing", "things", "part", "case", "cases"})  # "the best thing is": an opinion without a scale
AIMS = frozenset({"want", "try", "hope", "aim", "strive", "wish", "dream", "like", "need", "work", "aspire"})
FEARING = frozenset({"bring", "fear", "expect", "want", "get", "hope", "make", "give", "deserve", "assume", "imagine", "wish"})
DEGREES = frozenset({"most", "least", "fewest"})
BOUNDS = frozenset({"at", "all", "very"})  # "at least", "at best", "not least"
NO_DEGREE = frozenset({
    "likely", "recent", "part", "non", "latest", "case", "recently", "notably", "of", "probably", "certainly", "definitely",
    "importantly", "especially", "other", "certain", "wanted", "grateful", "thankful", "pleased", "welcome", "sure",
})  # fmt: skip
NAME_LABELS = frozenset({"ORG", "PERSON", "EVENT", "LAW", "FAC", "WORK_OF_ART", "PRODUCT"})


def degree(cue: Cue, layers: Layers) -> Token:
    """The word of the cue that carries the noun: the graded adjective, or "largest" itself."""
    return layers.doc[cue.at.j - 1]


def by_degree(cue: Cue, layers: Layers) -> Reading | None:
    """A superlative form: beside a noun, or alone as adverb or predicate."""
    word = degree(cue, layers)
    if is_fixed(cue, layers) or is_comment(cue.at, word) or is_excepted(cue.at, layers):
        return None
    alone = ranked_noun(word).i == word.i
    if alone and word.lower_ in {"best", "worst"} and word.dep_ == "dobj" and word.head.lemma_ in FEARING:
        return None  # "brings out the worst in people"
    if alone and any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in word.lefts):
        dated = word_at(layers.doc, cue.at.j) in {"since", "in", "for"} and word.lower_ not in {"best", "worst"}
        return by_adjective(cue, layers) if dated else None  # "at its best"; but "rose to its highest since 2008"
    if alone and word.tag_ in {"VBN", "VBD"} and cue.at.j - cue.at.i > 1 and layers.doc[cue.at.i - 1].lower_ != "the":
        return by_adverb(cue, layers)  # "is best remembered for his last film"
    found = by_adjective(cue, layers)
    return found if found is not None or not alone else by_adverb(cue, layers)


def by_adjective(cue: Cue, layers: Layers) -> Reading | None:
    """As in "the largest bank", "one of the most expensive", "the second-largest", "the highest since 2008", "the most goals"."""
    doc, at = layers.doc, cue.at
    word = degree(cue, layers)
    noun = ranked_noun(word)
    if noun.i == word.i and word.dep_ == "advmod" and is_verb(word.head):
        return None
    if is_bare_most(cue, noun, layers) or is_wanting(word, noun) or is_hollow(noun):
        return None
    found = ranking(at, noun, layers, strict=noun.i == word.i)
    if found is None or is_aim(doc[found.head]) or (found.period is None and is_set(noun)):
        return None
    praised = is_praise(at, word, noun, found.period) or is_view(at, word, noun, found.period, layers)
    if praised or is_group(noun, found.period) or (noun.dep_ == "dobj" and is_open(found.subject, layers)):
        return None
    found = borne(own_period(found, at, layers), at, noun, layers)
    if is_astray(found, noun, layers):
        return None
    implied = implied_by(found.subject, layers) if noun.i == word.i else None
    of = class_without_figure(found.of, noun, implied, layers) or implied or fronted_set(noun)
    slots = {"of": of, "period": words_of(found.period) or span_of_when(found.when, noun, layers)}
    name = name_of(cue, found.period.how if found.period else "", part=is_partitive(noun))
    return found.told(at, slots, name, clause=joined(doc, found.clause, at))


def is_wanting(word: Token, noun: Token) -> bool:
    """Whether the noun is no thing of a scale: "the best thing", "the best we can do", "best wishes"."""
    if noun.lower_ in EMPTY_NOUNS or is_possible(noun) or is_liked(word):
        return True
    warm = word.lower_ in {"best", "worst", "deepest", "warmest", "sincerest", "heartiest"}
    return noun.i != word.i and warm and noun.lower_ in WORDS["superlative_fixed"]


def is_aim(head: Token) -> bool:
    """As in "wants to be the best player": somebody's aim."""
    return head.dep_ == "xcomp" and head.lemma_ in {"be", "become"} and head.head.lemma_ in AIMS


def implied_by(subject: Extent | None, layers: Layers) -> Phrase | None:
    """The set that "this wave is the largest" leaves to be understood: waves; none for a name or pronoun."""
    if subject is None:
        return None
    head = layers.doc[subject.i : subject.j].root
    if head.tag_ not in {"NN", "NNS"} or not (head.is_lower or head.is_sent_start):
        return None
    return Phrase(None, implied=head.lower_)


def name_of(cue: Cue, how: str, *, part: bool) -> str:
    if cue.pattern == "nth-est":
        return "nth-est"
    if how in {"in", "since"}:
        return f"{cue.pattern}-since"
    if how == "ever":
        return f"{cue.pattern}-ever"
    return f"one-of-the-{cue.pattern}" if part else cue.pattern


def is_fixed(cue: Cue, layers: Layers) -> bool:
    """Whether the words bound an amount, stand in a name or a date, or heighten: "at least", "Best Picture", "most likely"."""
    doc, at = layers.doc, cue.at
    word = doc[at.j - 1]
    if word.lower_ in NO_DEGREE or (at.j < len(doc) and doc[at.i].lower_ in DEGREES and doc[at.i + 1].lower_ in NO_DEGREE):
        return True
    if is_bound(cue, layers) or (at.j < len(doc) and doc[at.j].lower_ == "bit"):
        return True  # "not the least bit interested"
    if word.tag_ == "JJS" and (not word.lower_.endswith("st") or word.lower_ in WORDS["not_est"]):
        return True  # the tagger's guess at a foreign word, or at "pest"
    if at.j < len(doc) and doc[at.j].tag_ == "HYPH" and doc[min(at.j + 1, len(doc) - 1)].lower_ in NO_DEGREE:
        return True
    if doc[at.i].ent_type_ in NAME_LABELS and doc[at.i].text[0].isupper() and at.i != doc[at.i].sent.start:
        return True
    date = layers.dates.at(at.i)
    return date is not None and date.at.i <= at.i


def is_bound(cue: Cue, layers: Layers) -> bool:
    """As in "at least", "not least", "a change for the worst"."""
    doc, i = layers.doc, cue.at.i
    before, word = (doc[i - 1].lower_ if i else ""), doc[i].lower_
    if doc[i].dep_ in SUBJECT_DEPS and cue.at.j - i > 1:
        return True  # "most did not go"
    if before in {"at", "not"} and word in {"least", "best", "worst", "most"}:
        return True
    if word == "longest" and i > 1 and doc[i - 2].lower_ == "for" and before == "the" and word_at(doc, i + 1) == "time":
        return True  # "for the longest time nobody knew"
    led = i > 1 and before == "the" and doc[i - 2].lower_ in {"for", "say"} and word in {"best", "worst", "least"}
    return led and ranked_noun(doc[i]).i == i


def is_bare_most(cue: Cue, noun: Token, layers: Layers) -> bool:
    """As in "Most people" and "most of them" are shares; "the most points" and "the most goals" are extremes."""
    doc, at = layers.doc, cue.at
    if doc[at.i].lower_ not in DEGREES:
        return False
    if at.j - at.i > 1:
        return noun.i > at.j - 1 and noun.tag_ in {"NNS", "NNPS"} and not is_definite(noun)
    after = doc[at.j] if at.j < len(doc) else None
    if at.i == 0 or doc[at.i - 1].lower_ != "the" or (after is not None and after.lower_ == "of"):
        return True
    return noun.i == at.i and noun.dep_ not in {"dobj", "npadvmod", "advmod", "attr"}


def is_definite(noun: Token) -> bool:
    """Whether a determiner, owner or number stands before the noun, its own or one it is coordinated with."""
    if any(child.dep_ in {"det", "poss", "nummod"} for child in noun.lefts):
        return True
    first = noun.head if noun.dep_ == "conj" else noun
    return any(child.dep_ in {"det", "poss"} for child in first.lefts) and any(child.tag_ == "JJS" for child in first.lefts)


def by_adverb(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Rose the most since 2008", "most commonly used", "the fastest growing", "best known for"."""
    word = degree(cue, layers)
    if cue.at.j - cue.at.i == 1 and word.lower_ in DEGREES and layers.doc[cue.at.i - 1].lower_ != "the":
        return None
    if word.lower_ == "often" and layers.attributions.of(cue.at) is not None:
        return None  # talk: "most often they are made of bone"
    verb = clause_head(word)
    if not is_verb(verb) or not asserts(verb) or is_possible(word) or is_asked(verb) or is_aim(verb) or is_liked(word):
        return None
    clause = joined(layers.doc, clause_with_antecedent(verb), cue.at)
    subject = subject_phrase(verb)
    if word.dep_ == "amod" and word.head.dep_ == "appos" and word.head.i < word.i:  # "Lyon, the country's third-largest"
        clause, subject = joined(layers.doc, phrase(word.head.head), phrase(word.head), cue.at), phrase(word.head.head)
        subject = trimmed(layers.doc, subject.i, min(subject.j, word.head.left_edge.i))
    period = period_of(cue.at.j, clause.j, layers)
    viewed = word.tag_ in {"JJ", "JJS"} and (word.dep_ in {"acomp", "attr", "conj"} or word.lower_ in WORDS["subjective"])
    if is_praise(cue.at, word, word, period) or (viewed and is_view(cue.at, word, word, period, layers)):
        return None
    when = when_of(clause, period, layers, after=clause.i)
    of = (implied_by(subject, layers) if word.dep_ in {"attr", "acomp", "oprd"} else None) or fronted_set(word)
    slots = {"of": of, "period": words_of(period)}
    return Reading(cue.at, clause, verb.i, subject, slots, when=when, pattern=f"{cue.pattern}-adverb")
