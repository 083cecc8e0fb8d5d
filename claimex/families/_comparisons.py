"""A word of comparing in; what is compared with what, which is more, and by how much, out."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from claimex.families._amounts import bare
from claimex.families._clause import noun_words, tight
from claimex.families._changes import is_level
from claimex.families._family import Phrase, Reading, Slot
from claimex.spans import Extent, extent, trimmed
from claimex.syntax import asserts, clause_head, clause_with_antecedent, is_verb, phrase, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = [
    "GAMES", "OPEN", "VERBS", "by_as", "by_contrast", "by_game", "by_likeness", "by_multiple", "by_open", "by_place", "by_than", "by_verb",
]  # fmt: skip

WORDS: dict[str, Any] = tomllib.loads(files("claimex.families").joinpath("comparison_words.toml").read_text(encoding="utf-8"))
LESS = frozenset(WORDS["less"])
OPEN = sorted(WORDS["open"])
FIXED = frozenset(WORDS["fixed"])
VERB_WAYS: dict[str, str] = {word: way for way, words in WORDS["verbs"].items() for word in words}
GAME_WAYS: dict[str, str] = {word: way for way, words in WORDS["games"].items() for word in words}
VERBS, GAMES = sorted(VERB_WAYS), sorted(GAME_WAYS)
HAD = frozenset({"higher", "lower", "greater", "larger", "smaller", "fewer", "better", "worse", "longer", "shorter"})
COMPARATIVE = frozenset({"JJR", "RBR"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NOT_THAN = frozenset({"rather", "other", "else", "sooner", "otherwise", "later"})
# "More than likely", "more than happy", "more than just": a degree, not a comparison.
NOT_OTHER = frozenset({"likely", "happy", "just", "welcome", "enough", "willing", "not", "a", "merely", "simply", "capable"})
NOT_AS = frozenset(
    {
        "well",
        "soon",
        "long",
        "far",
        "early",
        "recently",
        "late",
        "such",
        "yet",
        "quickly",
        "possible",
        "little",
        "often",
        "opposed",
        "low",
    }
)
RUNNING = frozenset({"finish", "lag", "trail", "place", "rank", "qualify", "stay", "slip"})
SEEMING = frozenset({"be", "look", "sound", "feel", "seem", "taste", "smell", "act", "behave", "become"})
TIMES = frozenset({"times"})
REACH = 12  # tokens between a comparative and its "than"; further ones belong to another clause


def by_than(cue: Cue, layers: Layers) -> Reading | None:
    """ "Higher than in 2010", "more damage to plants than all others combined", "earn less than men do"."""
    doc = layers.doc
    than = doc[cue.at.j - 1]
    if than.i + 1 >= len(doc) or layers.quantities.at(than.i) is not None or not asserts(than):
        return None
    first = max(than.sent.start, than.i - REACH)
    word = next(
        (doc[k] for k in range(than.i - 1, first - 1, -1) if doc[k].tag_ in COMPARATIVE or doc[k].lower_ in {"more", "less"}),
        None,
    )
    if word is None or doc[than.i - 1].lower_ in NOT_THAN or word.lower_ in NOT_THAN:
        return None
    after = doc[than.i + 1]
    if word.i == than.i - 1 and (after.lower_ in NOT_OTHER or is_degree(after) or layers.quantities.at(after.i) is not None):
        return None
    verb = clause_head(word)
    at = extent(doc, word.i, than.i + 1) if word.i == than.i - 1 else extent(doc, word.i, word.i + 1)
    return reading(cue, at, way_of(word), word, verb, other_after(than), layers)


def is_degree(after: Token) -> bool:
    """Whether "more than" only strengthens an adjective ("more than competitive")."""
    return after.tag_ == "JJ" and after.head.tag_ not in NOUNS and after.lower_ not in {"other", "previous"}


def way_of(word: Token) -> str:
    """Whether a comparative says more or less."""
    return "less" if word.lower_ in LESS else "more"


def other_after(than: Token) -> Extent | None:
    """The words that "than" or "as" introduces, up to the end of their clause."""
    doc = than.doc
    token = doc[than.i + 1]
    for _ in range(REACH):
        if token.head.i <= than.i or token.head.i == token.i:
            break
        token = token.head
    end = token.i + 1
    for child in token.rights:
        if child.dep_ in {"punct", "cc", "conj", "parataxis"} and child.text in {",", ";", ".", "-", "–", "—"}:
            break
        end = max(end, child.right_edge.i + 1)
    if token.i == than.i + 1 and token.tag_ == "IN":  # "than in 2010"
        end = max(end, token.right_edge.i + 1)
    end = min(end, than.sent.end)
    return trimmed(doc, than.i + 1, end) if end > than.i + 1 else None


def by_as(cue: Cue, layers: Layers) -> Reading | None:
    """ "As wide as a forearm", "twice as many as last year", "as much rain as in May"."""
    doc = layers.doc
    first, middle, last = doc[cue.at.i], doc[cue.at.i + 1], doc[cue.at.j - 1]
    if (
        middle.lower_ in NOT_AS
        or last.i + 1 >= len(doc)
        or not asserts(middle)
        or doc[last.i + 1].lower_ in {"possible", "ever", "necessary"}
    ):
        return None
    if layers.quantities.at(middle.i) is not None or layers.quantities.at(last.i + 1) is not None:
        return None
    amount = layers.quantities.at(first.i - 1) if first.i else None
    way = "equal"
    if amount is not None and isinstance(amount.value, (int, float)):
        way = "less" if amount.value < 1 else "more"
    elif first.i and doc[first.i - 1].lower_ in {"half", "twice", "times"}:
        way = "less" if doc[first.i - 1].lower_ == "half" else "more"
    return reading(cue, cue.at, way, middle, clause_head(middle), other_after(last), layers)


def is_measure(middle: Token, last: Token) -> bool:
    """Whether "as long as" measures ("as long as a thumb"), not limits ("as long as he stays")."""
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    return (
        middle.lower_ in {"long", "far", "low", "early", "late"}
        and middle.head.lemma_ == "be"
        and after is not None
        and after.tag_ in {"DT", "NNP"}
    )


def by_multiple(cue: Cue, layers: Layers) -> Reading | None:
    """ "Twice the size of Wales", "three times the national average", "double the rate"."""
    doc = layers.doc
    noun = next((doc[k] for k in range(cue.at.j - 1, min(len(doc), cue.at.j + 4)) if doc[k].tag_ in {"NN", "NNS"}), None)
    word = doc[cue.at.i]
    if noun is None or not asserts(noun) or is_verb(word) or (word.lower_ == "times" and layers.quantities.at(word.i) is None):
        return None
    if noun.lemma_ in {"time", "man", "fun", "day", "night", "way", "point"}:
        return None
    part = next((child for prep in noun.rights if prep.lower_ == "of" for child in prep.rights if child.dep_ == "pobj"), None)
    other = phrase(part) if part is not None else trimmed(doc, cue.at.j - 1, noun.i + 1)
    way = "less" if word.lower_ == "half" else "more"
    found = reading(cue, extent(doc, word.i, cue.at.j), way, noun, clause_head(noun), other, layers)
    item = layers.quantities.at(word.i)
    amount = Phrase(item.at, quantity=item.id) if item is not None else Phrase(extent(doc, word.i, word.i + 1))
    return rewritten(found, {**found.slots, "amount": amount})


def by_open(cue: Cue, layers: Layers) -> Reading | None:
    """ "Sweden had higher possession", "turnout was lower": a comparative whose other side is understood."""
    word = layers.doc[cue.at.i]
    if not asserts(word) or any(token.lower_ in {"than", "and", "or", "the"} for token in word.doc[word.i + 1 : word.i + 3]):
        return None
    if any(token.lower_ in {"than", "compared"} for token in word.doc[word.i + 1 : min(word.i + REACH, word.sent.end)]):
        return None
    if word.dep_ == "amod":
        noun = word.head
        if noun.i < word.i or noun.tag_ not in {"NN", "NNS"} or noun.lemma_.lower() in FIXED or is_name(word):
            return None
        if any(child.lower_ in {"the", "no", "these", "any"} for child in noun.lefts) or not (
            is_level(noun) or is_had(noun, word)
        ):
            return None
    elif (
        word.dep_ != "acomp"
        or word.head.lemma_ != "be"
        or not (is_level(subject_of(word.head)) or word.lower_ in {"higher", "lower"})
    ):
        return None
    return reading(cue, cue.at, way_of(word), word, clause_head(word), None, layers)


def is_had(noun: Token, word: Token) -> bool:
    """Whether somebody has more of a thing: "had greater possession"."""
    return noun.dep_ == "dobj" and noun.head.lemma_ in {"have", "enjoy", "record", "post"} and word.lower_ in HAD


def is_name(word: Token) -> bool:
    return word.text[0].isupper() and not word.is_sent_start


def by_verb(cue: Cue, layers: Layers) -> Reading | None:
    """ "Women outnumber men", "its output surpassed Spain's", "they trail the leaders"."""
    verb = layers.doc[cue.at.i]
    obj = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if obj is None and verb.lemma_ in {"lag", "trail"}:
        obj = next(
            (child for prep in verb.rights if prep.lower_ == "behind" for child in prep.rights if child.dep_ == "pobj"), None
        )
    passive = any(child.dep_ == "nsubjpass" for child in verb.lefts)
    if passive:
        obj = next(
            (child for prep in verb.rights if prep.dep_ in {"agent", "prep"} and prep.lower_ == "by" for child in prep.rights),
            None,
        )
    if (
        obj is None
        or not asserts(verb)
        or layers.quantities.at(obj.i) is not None
        or obj.tag_ not in NOUNS | {"PRP", "DT", "CD", "NNP"}
    ):
        return None
    way = VERB_WAYS[verb.lemma_.lower()]
    way = {"more": "less", "less": "more", "equal": "equal"}[way] if passive else way
    return reading(cue, cue.at, way, verb, verb, phrase(obj), layers)


def by_game(cue: Cue, layers: Layers) -> Reading | None:
    """ "Leeds beat Hull 3-1", "lost to Wales by six points": a result with its score or margin."""
    verb = layers.doc[cue.at.i]
    passive = any(child.dep_ == "nsubjpass" for child in verb.lefts)
    word = verb.lemma_.lower()
    obj = next((child for child in verb.rights if child.dep_ == "dobj" and layers.quantities.at(child.i) is None), None)
    if obj is None or word in {"lose", "draw", "tie"}:
        preps = {"lose": {"to"}, "draw": {"with"}, "tie": {"with"}}.get(word, {"by"} if passive else set())
        obj = next((child for prep in verb.rights if prep.lower_ in preps for child in prep.rights if child.dep_ == "pobj"), None)
    if obj is None or layers.quantities.at(obj.i) is not None or not asserts(verb):
        return None
    margin = margin_of(verb, layers)
    if margin is None:
        return None
    way = GAME_WAYS[word]
    way = "less" if passive and way == "more" else way
    found = reading(cue, cue.at, way, verb, verb, phrase(obj), layers)
    return rewritten(found, {**found.slots, "amount": margin})


def margin_of(verb: Token, layers: Layers) -> Phrase | None:
    """The score behind a verb of winning, or the margin after "by"."""
    doc = verb.doc
    for item in layers.quantities.within(verb.i + 1, min(verb.sent.end, verb.i + 2 * REACH)):
        if item.kind == "score" or doc[item.at.i - 1].lower_ == "by":
            return Phrase(item.at, quantity=item.id)
    return None


def by_place(cue: Cue, layers: Layers) -> Reading | None:
    """ "Two points behind Safari", "finished ahead of Hamilton": a distance in a ranking."""
    doc = layers.doc
    word = doc[cue.at.i]
    amount = layers.quantities.at(word.i - 1) if word.i else None
    if amount is not None and (amount.kind in {"age", "length"} or doc[amount.at.j - 1].lower_ in {"people", "men", "women"}):
        amount = None
    running = is_verb(word.head) and word.head.lemma_ in RUNNING
    if (
        (amount is None and not running)
        or (amount is not None and amount.kind == "duration" and not running)
        or not asserts(word)
    ):
        return None
    prep = word if word.lower_ == "behind" else doc[cue.at.j - 1]
    other = next((child for child in prep.rights if child.dep_ == "pobj"), None)
    if other is None or layers.dates.at(other.i) is not None:
        return None
    return reading(cue, cue.at, "less" if word.lower_ == "behind" else "more", word, clause_head(word), phrase(other), layers)


def by_contrast(cue: Cue, layers: Layers) -> Reading | None:
    """ "Compared with 12 last year", "in contrast to Spain": the direction is that of the figures, where there are two."""
    doc = layers.doc
    last = doc[cue.at.j - 1]
    other = next((child for child in last.rights if child.dep_ in {"pobj", "pcomp"}), None)
    if other is None or not asserts(last):
        return None
    verb = clause_head(doc[cue.at.i].head if doc[cue.at.i].head.i < cue.at.i else doc[cue.at.i])
    found = reading(cue, cue.at, figures_way(cue, layers) or word_way(doc, cue), other, verb, noun_words(other), layers)
    return rewritten(found, {name: slot for name, slot in found.slots.items() if name != "amount"})


def figures_way(cue: Cue, layers: Layers) -> str | None:
    """More, less or equal by the figures on both sides of "compared with"."""
    sent = layers.doc[cue.at.i].sent
    before, behind = layers.quantities.within(sent.start, cue.at.i), layers.quantities.within(cue.at.j, sent.end)
    if not before or not behind or before[-1].kind != behind[0].kind:
        return None
    ours, theirs = before[-1].value, behind[0].value
    if not isinstance(ours, (int, float)) or not isinstance(theirs, (int, float)):
        return None
    return "more" if ours > theirs else "less" if ours < theirs else "equal"


def word_way(doc: Doc, cue: Cue) -> str | None:
    """The way of a comparative, or of a rise or fall, before "compared with"."""
    for token in reversed(doc[max(doc[cue.at.i].sent.start, cue.at.i - REACH) : cue.at.i]):
        if token.tag_ in COMPARATIVE:
            return way_of(token)
        if token.lemma_ in {"rise", "increase", "grow", "up", "jump", "climb"}:
            return "more"
        if token.lemma_ in {"fall", "decrease", "drop", "decline", "down", "reduce"}:
            return "less"
    return None


def by_likeness(cue: Cue, layers: Layers) -> Reading | None:
    """ "The same price as in May", "similar to its neighbour", "in line with Spain", "tied with Hull", "looks like its rival"."""
    doc = layers.doc
    word, last = doc[cue.at.i], doc[cue.at.j - 1]
    if last.i + 1 >= len(doc) or not asserts(word):
        return None
    if cue.pattern == "like" and (
        word.dep_ != "prep" or word.head.lemma_ not in SEEMING or word.head.i > word.i or has_modal(word.head)
    ):
        return None
    other = next((child for child in last.rights if child.dep_ in {"pobj", "pcomp"}), None)
    if doc[cue.at.i + 1].lower_ == "line" and (other is None or (layers.names.at(other.i) is None and not is_level(other))):
        return None  # "in line with the published policy"
    whole = noun_words(other) if other is not None and other.tag_ in NOUNS | {"PRP", "CD", "DT", "JJ"} else other_after(last)
    if whole is None or (doc[last.i + 1].lower_ in {"time", "that"}):
        return None
    verb = clause_head(word)
    return reading(cue, cue.at, "equal", word, verb, whole, layers)


def has_modal(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in {"would", "'d", "’d"} for child in verb.lefts)


def reading(cue: Cue, at: Extent, way: str | None, word: Token, verb: Token, other: Extent | None, layers: Layers) -> Reading:
    """The reading with its clause, subject and the amount before the comparing word."""
    del cue
    slots: dict[str, Slot] = {"direction": way} if way else {}
    if other is not None:
        slots["other"] = Phrase(other)
    amount = layers.quantities.at(at.i - 1) if at.i else None
    if amount is not None and amount.kind not in {"age", "score"}:
        slots["amount"] = Phrase(amount.at, quantity=amount.id)
    if not is_verb(verb):
        whole = noun_words(verb)
        clause = trimmed(verb.doc, min(whole.i, at.i), max(whole.j, at.j, other.j if other is not None else 0))
        return Reading(at, clause, verb.i, bare(verb) if verb.tag_ in NOUNS and verb.i < at.i else None, slots)
    clause = clause_with_antecedent(verb) if verb.dep_ in {"relcl", "acl"} else tight(verb)
    if not (clause.i <= at.i and at.j <= clause.j):
        clause = trimmed(verb.doc, min(clause.i, at.i), max(clause.j, at.j))
    return Reading(at, clause, verb.i, subject_for(word, verb), slots)


def subject_for(word: Token, verb: Token) -> Extent | None:
    """What is compared: the noun that a comparative describes from behind or inside a phrase, else the clause's subject."""
    noun = word.head
    if (
        word.dep_ in {"amod", "acl", "relcl"}
        and noun.tag_ in NOUNS
        and (noun.i < word.i or noun.dep_ in {"pobj", "nsubj", "nsubjpass"})
    ):
        return bare(noun) if noun.i > word.i else trimmed(noun.doc, noun.left_edge.i, noun.i + 1)
    found = subject_of(verb)
    return phrase(found) if found is not None and found.tag_ not in {"WDT", "WP"} else None


def rewritten(found: Reading, slots: dict[str, Slot]) -> Reading:
    return Reading(found.cue, found.clause, found.head, found.subject, slots)
