"""A superlative form and its noun in; whether it only praises, likes, wishes or picks out a group, out: no extreme is stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._ranked import WORDS
from claimex.syntax import SUBJECT_DEPS, clause_head, is_verb, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._periods import Period
    from claimex.spans import Extent

__all__ = ["is_comment", "is_group", "is_liked", "is_praise"]

FIRST_PERSON = frozenset({"i", "we"})
FIRST_OWNERS = frozenset({"my", "our"})
OPINIONS = frozenset({"think", "believe", "feel", "guess", "suppose", "reckon", "find", "consider", "say", "bet", "hope", "want"})
SENSING = frozenset({"see", "know", "hear", "meet", "read", "experience", "feel", "taste", "witness", "watch", "encounter"})
LIKING = frozenset({
    "like", "love", "enjoy", "hate", "miss", "want", "fear", "admire", "care", "matter", "appreciate", "worry", "dislike",
    "hope", "hurt", "surprise", "impress", "please", "excite", "bother", "strike", "need", "treasure", "cherish", "shock",
})  # fmt: skip
SEEMING = frozenset({"seem", "feel", "appear", "look", "sound"})
PEOPLES = frozenset({"country", "nation", "city", "state", "place", "people", "town", "countries", "nations", "cities"})
SCOPES = frozenset({"in", "on", "among"})
FRONTED = 1  # tokens before "most damaging," at the start of a sentence: "perhaps"
MAX_CLIMB = 6  # heads from a clause to the "I think" around it


def is_measured(cue: Extent, word: Token) -> bool:
    """Whether a scale lies behind the word that others could read: largest, oldest, most common; not best, most important."""
    if cue.j - cue.i == 1 and word.lower_ not in {"most", "least"}:
        return word.lower_ not in WORDS["praise"]
    return word.tag_ in {"VBN", "VBD"} or word.lower_ in WORDS["measured"] or word.lower_ in {"most", "least"}


def is_praise(cue: Extent, word: Token, noun: Token, period: Period | None) -> bool:
    """As in "my best moment", "the strangest thing I have ever seen", "I think it is the best find", "the highest standards"."""
    counted = period is not None and period.how in {"in", "since"}
    if is_idiom(word, noun) or (not counted and is_sensed(noun)):
        return True
    if counted or is_measured(cue, word):
        return False
    if word.lower_ in WORDS["felt"] and noun.lower_ not in PEOPLES:
        return True  # "one of the happiest days"
    if is_elative(cue, noun) or is_told_to_me(noun) or is_bare(cue, word) or is_tasted(word, noun):
        return True
    verb = clause_head(noun)
    return is_opinion(verb) or is_hypothetical(verb)


def is_tasted(word: Token, noun: Token) -> bool:
    """As in "my best moment", "the worst thing", "the most difficult was to wait": somebody's taste."""
    said = noun.i == word.i and noun.dep_ in SUBJECT_DEPS and noun.head.tag_ != "VBG"
    if said and not any(child.dep_ == "prep" for child in noun.rights):
        return True
    owners = {child.lower_ for child in noun.lefts if child.dep_ == "poss"}
    return bool(owners & FIRST_OWNERS) or (noun.lower_ in WORDS["tasted"] and not owners)


def is_idiom(word: Token, noun: Token) -> bool:
    """The highest standards, the slightest doubt, the best actress award: no comparison set."""
    if noun.i == word.i:
        return False
    if word.lower_ in {"highest", "strongest", "utmost", "deepest", "closest", "finest"} and noun.lower_ in WORDS["standards"]:
        return True
    if (word.lower_, noun.lower_) in {
        ("shortest", "supply"),
        ("least", "bit"),
        ("worst", "time"),
        ("shortest", "order"),
        ("best", "available"),
    }:
        return True
    if (word.lower_, noun.lower_, noun.head.lower_) == ("longest", "time", "for"):
        return True
    if word.lower_ == "closest" and noun.lower_ in WORDS["friends"] and noun.dep_ in {"dobj", "pobj", "nsubj"}:
        return noun.head.lemma_ != "be"  # "told his closest advisers"
    return word.lower_ in WORDS["slight"] or (word.lower_ in {"best", "most"} and noun.lower_ in WORDS["prizes"])


def is_sensed(noun: Token) -> bool:
    """As in "the best player I have ever seen": what one speaker came across."""
    for child in noun.rights:
        if child.dep_ in {"relcl", "advcl", "ccomp", "acl"} and (child.lemma_ in SENSING or child.lower_ == "had"):
            return any(t.dep_ == "nsubj" and t.lower_ in FIRST_PERSON | {"you", "he", "she", "they"} for t in child.lefts)
    return False


def is_elative(cue: Extent, noun: Token) -> bool:
    """As in "A most welcome guest": "most" heightens."""
    return cue.j - cue.i > 1 and any(child.lower_ in {"a", "an"} for child in noun.lefts)


def is_bare(cue: Extent, word: Token) -> bool:
    """As in "What seemed most relevant": "most" heightens."""
    bare = cue.j - cue.i > 1 and word_at(word.doc, cue.i - 1) not in {"the", "by"}
    if not bare or word.tag_ != "JJ":
        return False
    beside = word.dep_ == "conj" and word.head.dep_ == "acomp"  # "important and most transparent"
    return beside or (word.dep_ in {"acomp", "oprd"} and word.head.lemma_ in SEEMING)


def is_told_to_me(noun: Token) -> bool:
    """As in "The best day for me", "the best day of my life"."""
    return any(
        child.dep_ == "prep"
        and child.lower_ in {"of", "in", "for", "to"}
        and any(t.lower_ in {"me", "us", "life", "opinion"} for t in child.rights)
        for child in noun.rights
    )


def is_opinion(verb: Token) -> bool:
    """Whether "I think" or its like stands around the clause or in it."""
    top = verb
    for _ in range(MAX_CLIMB):
        inside = [child for child in top.children if child.dep_ in {"parataxis", "ccomp"} and child.i != verb.i]
        if any(is_mine(child) for child in inside) or (top.i != verb.i and is_mine(top)):
            return True
        if top.dep_ not in {"ccomp", "conj"} or top.head.i == top.i:
            return False
        top = top.head
    return False


def is_mine(verb: Token) -> bool:
    if verb.lemma_ not in OPINIONS or verb.tag_ not in {"VBP", "VB", "VBD"}:
        return False
    if verb.lemma_ == "say" and not any(child.lower_ in {"would", "'d", "’d"} for child in verb.lefts):
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in FIRST_PERSON for child in verb.lefts)


def is_hypothetical(verb: Token) -> bool:
    """As in "The best outcome would be a draw": what is wished for."""
    return verb.lemma_ in {"be", "seem"} and any(
        child.lower_ in {"would", "should", "'d", "’d", "might", "may"} for child in verb.lefts
    )


def is_liked(word: Token) -> bool:
    """As in "What I like the most", "those who care most": a liking."""
    return word.lower_ in {"most", "best", "least"} and is_verb(word.head) and word.head.lemma_ in LIKING


def is_comment(cue: Extent, word: Token) -> bool:
    """As in "Most worrying, the pump had failed": a comment on what follows."""
    start = word.sent.start
    return cue.i - start <= FRONTED and cue.j - cue.i > 1 and word_at(word.doc, cue.j) == "," and word.tag_ in {"JJ", "VBG"}


def is_group(noun: Token, period: Period | None) -> bool:
    """Whether it only picks out some of many, of whom something else is said: "the wealthiest savers pay more"."""
    part = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in {"some", "many"}
    if part and noun.lower_ in WORDS["persons"] and clause_head(noun).lemma_ not in {"be", "become", "remain", "include"}:
        return True
    top = noun.head if noun.dep_ == "conj" else noun
    if top.dep_ not in SUBJECT_DEPS or noun.tag_ not in {"NNS", "NNPS"} or period is not None:
        return False
    if noun.lower_ not in WORDS["persons"] or top.head.lemma_ in {"be", "become", "remain", "include"}:
        return False
    return not any(child.dep_ in {"poss", "relcl", "acl"} or child.lower_ in SCOPES for child in noun.children)
