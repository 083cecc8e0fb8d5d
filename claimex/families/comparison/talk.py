"""A comparison read; whether it only turns a phrase, or weighs things in somebody's talk, out: no figures stand behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.families._ranked import WORDS
from claimex.syntax import clause_head, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Cue, Reading
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["is_idle"]

POINTING = frozenset({"PRP", "DT", "EX", "WP", "WDT"})
WEIGHTY = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "$"})
POINTERS = frozenset({
    "i", "me", "you", "he", "him", "she", "her", "it", "we", "us", "they", "them", "that", "this", "what",
})  # fmt: skip
ANYBODY = frozenset({"someone", "somebody", "something", "anything", "anyone", "nothing", "nobody", "few"})
WISHING = frozenset({"wish", "want", "like", "please", "need"})
OTHERS = frozenset({"the", "other", "others", "one", "ones", "a"})
SELF = frozenset({"i", "me", "myself"})
WORTH = frozenset({"better", "worse", "nicer", "sadder", "happier", "stronger", "harder", "easier", "smarter"})
MANNERS = frozenset({"sense", "thing", "way", "reason", "token", "breath", "boat", "page", "manner", "problem", "situation"})
SENSES = frozenset({"look", "sound", "taste", "smell"})
DEGREES = frozenset({"more", "less"})
PLACE = 2  # tokens from a degree to its adjective: "much more widely used"
TIMES = frozenset(
    {
        "now",
        "then",
        "today",
        "before",
        "used",
        "once",
        "previously",
        "past",
        "did",
        "had",
        "was",
        "were",
        "says",
        "claims",
        "claimed",
    }
)
FANCY = frozenset({"imagine", "picture", "envisage"})


def is_idle(cue: Cue, found: Reading, layers: Layers) -> bool:
    """Whether nobody could look it up; `found` is the reading of `cue`."""
    doc = layers.doc
    word = doc[found.cue.i]
    other = found.slots.get("other")
    at = other.at if isinstance(other, Phrase) else None
    if clause_head(word).lemma_ in FANCY or is_superlative_of_none(word, found):
        return True
    spoken = layers.attributions.of(found.cue) is not None
    if is_astray(found, layers, spoken=spoken):
        return True
    if at is not None and is_hollow(doc, at):
        return cue.pattern == "as-as" or spoken or is_pronoun(found.subject, doc)
    if cue.pattern == "same" and word.lower_ == "same" and word.head.lower_ in MANNERS:
        return True
    if cue.pattern == "as-as" and at is not None and any(token.lemma_ in WISHING for token in doc[at.i : at.j]):
        return True  # "as many terms as the voters wish"
    return spoken and is_opinion(cue, found, at, layers)


def is_astray(found: Reading, layers: Layers, *, spoken: bool) -> bool:
    """Whether the words have lost what they are said of: talk without a verb, a date for a subject, "which ..." alone."""
    doc, subject = layers.doc, found.subject
    head = doc[found.head]
    if subject is None:
        lost = head.lemma_ == "be" and not any(child.dep_ == "expl" for child in head.lefts)
        return lost or (spoken and not is_verb(head)) or doc[found.clause.i].tag_ in {"WDT", "WP"}
    if doc[subject.i].lower_ in ANYBODY:
        return True
    date = layers.dates.at(subject.i)
    return date is not None and date.at.j >= subject.j and head.tag_ in {"VBP", "VBD"} and head.lemma_ == "be"


def is_hollow(doc: Doc, at: Extent) -> bool:
    """As in "as safe as they think they are", "more than I do", "than me": the other side is only pointed at."""
    words = doc[at.i : at.j]
    if any(token.tag_ in WEIGHTY and token.lower_ not in {"one", "ones", "others"} for token in words):
        return False
    if words[0].tag_ == "VBN" or any(token.lower_ in {"last", "first", "next", "previous", "former"} for token in words):
        return False  # "than expected", "the last one"
    if any(token.lower_ in TIMES or token.ent_type_ == "DATE" for token in doc[at.i : min(at.j + 2, len(doc))]):
        return False  # "more than they do now", "not as quick as he was"
    return all(token.lower_ in OTHERS for token in words) or any(token.lower_ in POINTERS for token in words)


def is_pronoun(subject: Extent | None, doc: Doc) -> bool:
    return (
        subject is not None and subject.j - subject.i == 1 and (doc[subject.i].tag_ in POINTING or doc[subject.i].lower_ == "one")
    )


def is_superlative_of_none(word: Token, found: Reading) -> bool:
    """As in "There is nothing more important than this", "no one more skilled than her"."""
    head = word.head if word.lower_ in DEGREES and word.head.tag_ != "NNS" else word
    noun = head.head
    bare = noun.lower_ in {"nothing", "nobody", "none"} or any(child.lower_ == "no" for child in noun.lefts)
    there = any(child.dep_ == "expl" for child in clause_head(word).lefts)
    return found.subject is None and there and (bare or any(t.lower_ in {"nothing", "no"} for t in clause_head(word).rights))


def is_opinion(cue: Cue, found: Reading, at: Extent | None, layers: Layers) -> bool:
    """Whether a speaker weighs one thing against another, with no figure, time or name to look up."""
    doc, subject = layers.doc, found.subject
    word = doc[found.cue.i]
    if subject is not None and subject.j - subject.i == 1 and doc[subject.i].lower_ in SELF:
        return True
    if found.slots.get("amount") is not None or (at is not None and layers.quantities.within(at.i, at.j)):
        return False
    pointed = is_pronoun(subject, doc)
    if is_anybody(at, doc, pointed=pointed) or (pointed and (cue.pattern == "open" or is_guess(word))):
        return True
    if cue.pattern == "like":
        return clause_head(word).lemma_ not in SENSES or not is_named(at, layers)
    if cue.pattern == "same":
        vague = at is not None and doc[at.i].lower_ == "what" and not is_named(at, layers)
        return vague or any(child.lower_ in {"can", "could"} for child in clause_head(word).lefts)
    weighed = weighed_by(word, found) if cue.pattern in {"than", "as-as"} else None
    loose = (pointed or subject is None) and not is_named(at, layers)
    return weighed is not None and (weighed.lower_ in WORDS["subjective"] or loose)


def is_anybody(at: Extent | None, doc: Doc, *, pointed: bool) -> bool:
    """As in "the same as you find anywhere", "it is duller than Iran would ever be"."""
    if at is None:
        return False
    return doc[at.i].lower_ == "you" or (pointed and any(token.lower_ == "would" for token in doc[at.i : at.j]))


def is_guess(word: Token) -> bool:
    """As in "it could be larger than a planet"."""
    return any(child.lower_ in {"may", "might", "could"} and child.tag_ == "MD" for child in clause_head(word).lefts)


def weighed_by(word: Token, found: Reading) -> Token | None:
    """The adjective of value in "better", "more important", "as good as"; None where it can be measured."""
    if word.lower_ in WORTH:
        return word
    behind = word.doc[word.i + 1 : min(word.i + 1 + PLACE, len(word.doc))]
    if word.lower_ == "as" or (word.lower_ in DEGREES and found.cue.j - found.cue.i == 1):
        adjective = next((token for token in behind if token.tag_ == "JJ"), None)
        if adjective is not None and adjective.lower_ not in WORDS["measured"] and adjective.head.tag_ not in WEIGHTY:
            return adjective
    return None


def is_named(at: Extent | None, layers: Layers) -> bool:
    return at is not None and any(layers.names.at(k) is not None for k in range(at.i, at.j))
