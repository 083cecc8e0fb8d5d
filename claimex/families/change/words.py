"""The words of rising and falling, and what can rise or fall: data, and questions to one word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimex.lists import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.layers import Layers

__all__ = [
    "BECOMING",
    "BLOCKED",
    "DEGREES",
    "DIRECTIONS",
    "DOWN",
    "EFFORTS",
    "FACTOR_VERBS",
    "HELD",
    "HOLDING",
    "IDIOMS",
    "LEMMAS",
    "LESSENED",
    "LEVELS",
    "LIVING",
    "MATTER",
    "MAX_CLIMB",
    "MAX_REACH",
    "MODIFIERS",
    "MODIFIER_WAYS",
    "MOVABLE_KINDS",
    "MOVED",
    "MOVED_WAYS",
    "NOUNS",
    "NOUN_TAGS",
    "NOUN_WAYS",
    "NO_MOVE",
    "PERSONS",
    "PLACES",
    "STANDING",
    "STRONG",
    "UNSURE",
    "UP",
    "WORDS",
    "degree",
    "free",
    "is_level",
    "is_person",
    "is_unsure",
    "lemma",
]  # X

WORDS: dict[str, Any] = table("claimex.families.change", "words.toml")
VERBS = WORDS["verbs"]
UP, DOWN = "up", "down"
STRONG = frozenset(VERBS["up"]["strong"] + VERBS["down"]["strong"])
FACTORS = VERBS["factor"]
DIRECTIONS: dict[str, str] = {
    word: way for way in (UP, DOWN) for word in (*VERBS[way]["strong"], *VERBS[way]["weak"], *FACTORS[way])
}  # fmt: skip
NOUN_WAYS: dict[str, str] = {word: way for way in (UP, DOWN) for word in WORDS["nouns"][way]}
MODIFIER_WAYS: dict[str, str] = {word: way for way in (UP, DOWN) for word in WORDS["modifiers"][way]}
MOVED_WAYS: dict[str, str] = {word: way for way in (UP, DOWN) for word in WORDS["moved"][way]}
LEMMAS, NOUNS, MODIFIERS, MOVED = sorted(DIRECTIONS), sorted(NOUN_WAYS), sorted(MODIFIER_WAYS), sorted(MOVED_WAYS)
FACTOR_VERBS = frozenset(FACTORS[UP] + FACTORS[DOWN])
LEVELS = frozenset(WORDS["levels"]["words"])
HELD = frozenset(WORDS["won_or_lost"]["words"])
MATTER = frozenset(WORDS["matter"]["words"])
LIVING = frozenset(WORDS["living"]["words"])
DEGREES = frozenset(WORDS["degrees"]["words"])
NO_MOVE = frozenset({"storm", "hair", "rock", "snow", "rain", "air", "power", "tidal"})
# With the name of a level before them they are none: "security measures", "price war".
NO_LEVEL = frozenset(WORDS["no_level"]["words"])
BLOCKED = frozenset(WORDS["blocked"]["words"])
IDIOMS = {verb: frozenset(words) for verb, words in WORDS["idioms"].items()}
STANDING = frozenset(
    {"be", "close", "end", "trade", "finish", "open", "stand", "come", "go", "move", "run", "remain", "say", "settle"}
)
HOLDING = frozenset({"gain", "lose", "add", "shed"})  # their object is what is won or lost, not what moved
MOVABLE_KINDS = frozenset(
    {"money", "percent", "ratio", "count", "temperature", "mass", "volume", "energy", "area", "other", "length", "speed", "rank"}
)
BECOMING = frozenset({"become", "get", "grow", "make", "turn"})
LESSENED = frozenset(
    {"worse", "lower", "smaller", "fewer", "less", "weaker", "poorer", "slower", "cheaper", "shorter", "narrower", "thinner"}
)
PERSONS = frozenset({"he", "she", "they", "who", "i", "we", "you", "him", "her", "them"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLACES = frozenset(
    {"place", "position", "spot", "high", "low", "level", "levels", "peak", "rank", "half", "zero", "nothing", "chance"}
)
EFFORTS = frozenset(
    {"try", "seek", "aim", "want", "work", "help", "hope", "attempt", "strive", "urge", "ask", "need", "struggle", "fight", "use"}
)
UNSURE = frozenset(WORDS["unsure"]["words"])  # what stands below these may never come: "prevent a rise", "the risk of a fall"
MAX_CLIMB = 6  # heads from a noun to what makes it unsure
MAX_REACH = 24  # tokens from the cue to its amount


def lemma(token: Token) -> str:
    return token.lemma_.lower()


def is_level(noun: Token | None) -> bool:
    """Whether a noun names something that has a level: itself, or the noun before it or after "of" ("price of oil")."""
    if noun is None:
        return False
    if noun.lower_ == "demands":
        return False  # what somebody asks for
    if lemma(noun) in LEVELS or noun.lower_ in LEVELS:
        return True
    if lemma(noun) in NO_LEVEL or noun.tag_ not in {"NN", "NNS"}:
        return False
    return any(lemma(child) in LEVELS for child in noun.lefts if child.dep_ == "compound")


def is_unsure(noun: Token) -> bool:
    """Whether a rise or fall named by a noun is only feared, wanted, watched or possible, so that nothing says it came."""
    token = noun
    for _ in range(MAX_CLIMB):
        over = token.head
        if over.i == token.i or token.dep_ in {"nsubj", "nsubjpass", "relcl", "advcl"}:
            return False
        if lemma(over) in UNSURE or is_planned(token, over):
            return True
        if over.tag_[0] in {"V", "M"}:
            helpers = {child.tag_ for child in over.lefts if child.dep_ == "aux"}
            known = any(child.lower_ in {"the", "this", "these", "their", "its"} for child in noun.lefts)
            return ("MD" in helpers and not known) or (token.i > over.i and over.tag_ == "VB" and "TO" in helpers)
        token = over
    return False


def is_planned(noun: Token, over: Token) -> bool:
    """As in "the plans include a cut in fees", "the aim is an increase"."""
    if lemma(over) not in {"include", "involve", "be", "contain", "envisage"} or noun.dep_ not in {"dobj", "attr"}:
        return False
    return any(lemma(child) in UNSURE for child in over.lefts if child.dep_ in {"nsubj", "nsubjpass"})


def is_person(token: Token, layers: Layers) -> bool:
    hit = layers.names.at(token.i)
    if hit is not None and hit[1].kind != "pronoun":
        return hit[0].label == "PERSON"
    return token.lower_ in PERSONS


def degree(verb: Token) -> Token | None:
    """The adverb that says how much: "sharply", "substantially"."""
    return next((child for child in verb.children if child.dep_ == "advmod" and child.lower_ in DEGREES), None)


def free(doc: Doc, i: int, j: int) -> bool:
    return not any(
        token.tag_ in {"VBD", "VBZ", "VBP", "MD", "VBN", "VBG"}
        and token.dep_ not in {"amod", "compound", "aux", "auxpass"}
        and token.nbor(-1).tag_ != "HYPH"  # "a better-than-expected 5%"
        for token in doc[i:j]
    )
