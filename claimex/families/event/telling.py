"""Whether a verb tells of something that happened, and times that are told by another event instead of a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import noun_words, own_subject
from claimex.families._idle import WORDS
from claimex.families._times import LIMITS, climb, is_event, is_future, past_verb, timed_verb, times_of
from claimex.families.event.doubts import EACH, is_base, is_doubtful
from claimex.modality import polarity
from claimex.spans import Extent, trimmed
from claimex.syntax import SUBJECT_DEPS, clause_head, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.dates.timex import Timex
    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["happened", "is_asked", "is_time_of", "narrative_day", "relative_time", "sharing", "told_by"]

SPAN_PREPS = frozenset({"for", "over", "in", "during", "throughout", "within", "after", "through", "since", "across"})
SENTENCES = frozenset({"jail", "sentence", "ban", "suspend", "imprison", "bar", "exclude", "disqualify", "sign", "elect"})
PLANS = frozenset(WORDS["plans"])
RANK_REACH = 12  # tokens from a rank to "in 23 years"
MAX_CLIMB = 6  # infinitives within infinitives
PLANNED = frozenset(
    {"expected", "scheduled", "due", "slated", "planned", "set", "forecast", "predicted", "projected", "proposed"}
)
CARRIED_OUT = frozenset(
    {"have", "begin", "start", "manage", "continue", "fail", "refuse", "come", "help", "go", "decide", "use", "force"}
)
PHRASES = 2  # of "be": one says when, the other what was so
TIMELY = frozenset({"shortly", "immediately", "soon", "long", "just", "right", "only", "directly", "ever", "even"})
AFTER = frozenset({"look", "name", "take", "ask", "inquire", "run", "model", "call", "chase"})
CONDITIONS = frozenset({"if", "unless", "whether"})


def is_time_of(timex: Timex, doc: Doc) -> bool:
    """Whether an expression can say when: no habit, and a duration only with its preposition."""
    if timex.type == "SET":
        return False
    before = doc[timex.at.i - 1] if timex.at.i else None
    if before is not None and before.lower_ in {"in", "for", "since"} and is_counted_over(timex, before, doc):
        return False
    if timex.type != "DURATION":
        to = (
            before is not None and before.lower_ == "to" and before.head.lower_ != "prior" and doc[before.i - 1].lower_ != "prior"
        )
        return not (to or is_base(timex, doc))  # "led to today", "put off to June"
    while (
        before is not None
        and before.tag_ in {"RB", "JJR", "RBR", "IN", "RBS", "JJS"}
        and before.lower_ not in SPAN_PREPS
        and before.i > 0
    ):
        before = before.nbor(-1)
    if before is None or before.lower_ not in SPAN_PREPS:
        return False
    return not (before.lower_ == "for" and before.head.lemma_ in SENTENCES)


def is_counted_over(timex: Timex, prep: Token, doc: Doc) -> bool:
    """Whether a rank is counted over the time, so that nothing is said to have happened then: "its first in 60 years"."""
    if timex.type != "DURATION" and prep.lower_ != "since":
        return False
    ranks = [
        k for k in range(max(prep.sent.start, prep.i - RANK_REACH), prep.i) if doc[k].tag_ in {"JJS", "RBS"} or is_rank(doc[k])
    ]
    if not ranks:
        return False
    # "has held it since 2004, the first ..." has its verb behind the rank; "fell to its lowest since 1974" has it before
    return not any(doc[k].tag_ in {"VBD", "VBZ", "VBP", "VBN"} for k in range(ranks[-1] + 1, prep.i))


def is_rank(token: Token) -> bool:
    return token.lower_ in {"first", "only", "record"} or (token.lower_ == "last" and token.nbor().lower_ == "time")


def happened(verb: Token, layers: Layers, timex: Timex | None) -> bool:
    """Whether the verb asserts that something was or is so: no modal, plan, condition, question or command."""
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    infinitive = any(child.tag_ == "TO" for child in helpers) and not carried_out(verb)
    unsaid = is_unsaid(verb, helpers) or any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in verb.lefts)
    if infinitive or unsaid or is_asked(verb) or is_doubtful(verb, timex, layers):
        return False
    if timex is None:
        return True
    limit = timex.at.i > 0 and layers.doc[timex.at.i - 1].lower_ in LIMITS
    ahead = is_future(timex, layers) and (limit or not is_told(verb))  # of "this weekend" the verb's tense knows better
    return not (ahead or is_vague(verb, helpers, timex))


def is_vague(verb: Token, helpers: list[Token], timex: Timex) -> bool:
    """Whether the time says nothing that could be checked: "is now growing", "we are in 2011"."""
    if (
        timex.value in {"PRESENT_REF", "PAST_REF"}
        and verb.tag_ == "VBG"
        and any(child.tag_ in {"VBZ", "VBP"} for child in helpers)
    ):
        return True
    if verb.doc[timex.at.i].lower_ == "now" and verb.tag_ in {"VBZ", "VBP"} and fronted(timex, verb):
        return True  # "Now you see", "now it is hard": a way of going on
    said = any(child.dep_ in {"attr", "acomp", "advmod", "oprd"} and not timex.at.holds(child.i) for child in verb.children)
    subject = own_subject(verb)
    return verb.lemma_ == "be" and not helpers and not said and (subject is None or subject.tag_ in {"PRP", "DT", "EX"})


def fronted(timex: Timex, verb: Token) -> bool:
    """Whether the time stands before the subject."""
    return any(child.dep_ in SUBJECT_DEPS and timex.at.i < child.i for child in verb.lefts)


def is_unsaid(verb: Token, helpers: list[Token]) -> bool:
    """Whether the form of the verb asserts nothing: with a modal, as a command, a plan, or a noun."""
    if verb.tag_ == "MD" or verb.lower_ in PLANNED or any(child.tag_ == "MD" for child in helpers):
        return not any(child.lower_ == "could" for child in helpers) or polarity(verb) != "negated"
    if any(child.dep_ == "xcomp" and (verb.lemma_ in PLANS or verb.lemma_ == "be") for child in verb.rights):
        return True  # "plans to meet", "are to meet": a forecast
    if helpers:
        return False
    return verb.tag_ == "VB" or (verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "csubj", "nsubj", "pobj", "dobj", "xcomp"})


def is_asked(verb: Token) -> bool:
    return verb.sent.text.rstrip(" \n\"”’'").endswith("?")


def told_by(verb: Token, *, future: bool) -> Token | None:
    """The verb that tells of an infinitive: "had been barred from entering until May", unless it plans it."""
    for _ in range(MAX_CLIMB):
        aux = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
        if not any(child.tag_ == "TO" for child in aux) or carried_out(verb):
            return verb
        over = verb.head
        if (
            future
            or over.i == verb.i
            or not is_verb(over)
            or over.lemma_ in PLANS
            or over.lower_ in PLANNED
            or over.tag_[:3] == "VBZ"
        ):
            return None
        verb = over
    return None


def sharing(verb: Token, timex: Timex) -> list[Token]:
    """The verb, and those coordinated with it where the time stands before them all: "On Friday he rose and left"."""
    if timex.at.i > verb.i:
        return [verb]
    own = [child for child in verb.rights if child.dep_ == "conj" and child.tag_ == verb.tag_ == "VBD"]
    return [verb, *(other for other in own if not any(child.dep_ in SUBJECT_DEPS for child in other.lefts))]


def narrative_day(at: Extent, layers: Layers) -> str | None:
    """The id of the day that the story was last on before `at`: that of the match, for "in the 69th minute"."""
    published = layers.dates.publication.value or "9"
    for timex in reversed(layers.dates.timexes):
        if timex.at.i < at.i and timex.type == "DATE" and is_day(timex.value) and str(timex.value) <= published:
            verb = timed_verb(timex, layers.doc)
            if verb is not None and is_told(verb):
                return timex.id
    return None


def is_day(value: str | None) -> bool:
    return value is not None and len(value) == len("2022-02-08") and value.replace("-", "").isdigit()


def carried_out(verb: Token) -> bool:
    """As in "had to leave", "began to sink": the infinitive happened."""
    over = clause_head(verb.head)
    return verb.dep_ == "xcomp" and over.lemma_ in CARRIED_OUT and over.tag_ in {"VBD", "VBN"}


def relative_time(cue: Cue, layers: Layers) -> tuple[Token, Extent] | None:
    """As in "arrested after leaving the group", "scored in the 69th minute": the verb, and the words that say when."""
    doc = layers.doc
    word = doc[cue.at.i]
    if cue.pattern == "in-play":
        found = played(word)
        return None if found is None or is_dated(found, layers) or not is_told(found) else (found, cue.at)
    over, inner = (word.head.head, word.head) if word.dep_ == "mark" else (word.head, of_preposition(word))
    told = is_told(over) or (is_perfect(over) and word.lower_ in {"after", "since"})
    if inner is None or not is_verb(over) or over.dep_ == "amod" or is_dated(over, layers) or not told or is_bare(over):
        return None
    if (word.lower_ == "since" and not is_perfect(over)) or any(child.lower_ in EACH for child in inner.lefts):
        return None  # a reason: "since he had left"; a habit: "after every game"
    if (word.dep_ == "mark" and inner.dep_ != "advcl") or (
        word.lower_ == "after" and over.lemma_ in AFTER and not is_verb(inner)
    ):
        return None  # "looked after", "was named after"
    last = inner.right_edge.i + 1 if is_verb(inner) else noun_words(inner).j
    first = min(word.i, inner.left_edge.i)
    while first < word.i and doc[first].tag_ == "RB" and doc[first].lower_ not in TIMELY:
        first += 1  # "rebuilt it entirely after the fire"
    at = trimmed(doc, first, last)
    if is_verb(inner):
        return over, at
    dated = any(True for _ in layers.dates.within(at.i, at.j))
    return (over, at) if is_happening(inner) and not dated else None


def is_bare(verb: Token) -> bool:
    """As in "it was before I came": nothing is said to have been so."""
    said = any(child.dep_ in {"attr", "acomp", "advmod", "oprd", "expl", "neg"} for child in verb.children)
    prepositions = [child for child in verb.rights if child.dep_ == "prep"]
    return verb.lemma_ == "be" and not said and len(prepositions) < PHRASES


def played(word: Token) -> Token | None:
    """The verb of what came in a part of a match: "he scored in the 9th minute", "his shot in the 9th minute went wide"."""
    prep = word if word.dep_ == "prep" else word.head if word.head.dep_ == "prep" else next(iter(word.rights), word)
    if prep.head.dep_ in SUBJECT_DEPS:
        return past_verb(prep.head)
    return climb(prep) if prep.head.tag_[0] == "N" or not is_verb(prep.head) else prep.head


def is_dated(verb: Token, layers: Layers) -> bool:
    """Whether a date says when already."""
    return any(is_time_of(timex, verb.doc) for timex in times_of(verb, layers))


def is_happening(noun: Token) -> bool:
    """An event noun; or any other with an article, that is no name."""
    named = noun.ent_type_ in {"PERSON", "GPE", "ORG", "LOC", "FAC", "NORP", "CARDINAL"}
    definite = any(child.dep_ in {"det", "poss"} and child.lower_ not in {"many", "all", "some"} for child in noun.lefts)
    return is_event(noun) or (definite and not named and noun.tag_ in {"NN", "NNS"})


def of_preposition(word: Token) -> Token | None:
    return next((child for child in word.rights if child.dep_ in {"pobj", "pcomp"}), None) if word.dep_ == "prep" else None


def is_perfect(verb: Token) -> bool:
    """As in "has not met him since taking office"."""
    return verb.tag_ == "VBN" and any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.lefts)


def is_told(verb: Token) -> bool:
    """Whether the verb is in the past."""
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    if any(child.lower_ == "could" for child in helpers):
        return True
    past = "VBD" in {verb.tag_, *(child.tag_ for child in helpers)}
    return past or (verb.tag_ == "VBN" and not helpers) or carried_out(verb)
