"""How a clause is said: denied or affirmed, hedged or asserted, in which time; read from the tree around its head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from claimex.syntax import ancestors, clause_head, finite_head, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["certainty", "polarity", "tense"]

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "preconj", "advmod", "cc", "expl"})
NOBODY = frozenset({"nobody", "nothing", "none", "neither", "nor", "nowhere"})
NO = frozenset({"no", "neither"})
NEARLY_NOT = frozenset({"hardly", "scarcely", "barely", "never", "cannot", "nor", "neither"})
ONLY = frozenset({"only", "just", "merely", "simply", "least"})
PREVENT = frozenset({"prevent", "stop", "hinder", "deter", "halt", "deny"})  # "nothing will stop us" affirms
FAIL = frozenset({"fail", "refuse", "decline"})  # "failed to hold" did not hold
OPINION = frozenset({"think", "believe", "expect", "suppose", "feel"})  # "I do not think he came" denies that he came

HEDGING_MODALS = frozenset({"may", "might", "could"})
HEDGING_ADVERBS = frozenset({
    "reportedly", "allegedly", "apparently", "possibly", "probably", "likely", "perhaps", "maybe", "seemingly", "supposedly",
    "presumably", "potentially", "purportedly", "conceivably", "hopefully", "ostensibly", "arguably",
})  # fmt: skip
HEDGING_VERBS = frozenset({
    "appear", "seem", "believe", "suspect", "think", "allege", "rumor", "rumour", "presume", "theorize", "theorise", "speculate",
    "guess", "fear", "worry", "hope", "assume", "suppose", "hypothesize", "doubt",
})  # fmt: skip
GUESSING_VERBS = frozenset({"theorize", "theorise", "speculate", "hypothesize", "suspect", "guess", "rumor", "rumour", "allege"})
HEDGING_ADJECTIVES = frozenset(
    {"likely", "unlikely", "alleged", "suspected", "apparent", "unclear", "reported", "supposed", "purported"}
)
ABOUT_CLAUSES = frozenset({"possible", "probable", "unclear", "conceivable"})  # hedge a clause: "it is possible that"
FEARING = frozenset({"concerned", "worried", "afraid", "fearful", "unsure"})
DOUBTFUL = frozenset({"alleged", "suspected", "apparent", "reported", "supposed", "purported", "possible", "potential", "likely"})

FUTURE_WORDS = frozenset({"will", "wo", "shall", "'ll", "’ll", "ll"})
WOULD = frozenset({"would", "'d", "’d"})
FUTURE_VERBS = frozenset({
    "expect", "plan", "intend", "schedule", "slate", "aim", "hope", "promise", "vow", "pledge", "due", "set", "project",
    "forecast", "predict", "threaten", "prepare", "propose", "want", "go", "about", "poise",
})  # fmt: skip


def polarity(head: Token) -> Literal["affirmed", "negated"]:
    """Negated when the clause of `head` denies it: "has not held", "no one came", "never met", "failed to come"."""
    if denies(head):
        return "negated"
    verb = governor(head)
    if verb is None:
        return "affirmed"
    return "negated" if is_denied(verb) or is_denied_above(verb) else "affirmed"


def is_denied_above(verb: Token) -> bool:
    """Whether what a clause hangs on denies it: "failed to", "do not think that", "without", "is not one that"."""
    above = verb.head
    if verb.dep_ == "xcomp" and (above.lemma_ in FAIL or (is_denied(above) and above.lemma_ not in PREVENT)):
        return True
    if verb.dep_ == "ccomp":
        return above.lemma_ in OPINION and is_denied(above)
    if verb.dep_ == "pcomp":
        return above.lower_ == "without"
    return verb.dep_ in {"acl", "relcl"} and is_no_such(above)


def is_denied(verb: Token) -> bool:
    """Whether a negation stands beside the verb; "not only" and "nothing will stop it" deny nothing."""
    for child in verb.children:
        if child.dep_ == "neg":
            after = child.nbor() if child.i + 1 < len(child.doc) else None
            if after is None or after.lower_ not in ONLY:
                return True
        elif child.dep_ in ARGUMENTS and (denies(child) or child.lower_ in NEARLY_NOT):
            return not (child.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ in PREVENT)
    return False


def denies(noun: Token) -> bool:
    """Whether a noun says that there is none: "nobody", "no plans", "neither side", "no longer"."""
    return noun.lower_ in NOBODY or any(child.dep_ in {"det", "neg", "advmod"} and child.lower_ in NO for child in noun.lefts)


def is_no_such(noun: Token) -> bool:
    """The noun in "is not one of the towns that it covers"."""
    for token in ancestors(noun):
        if token.dep_ == "attr":
            return is_denied(token.head)
        if token.dep_ not in {"pobj", "prep"}:
            return False
    return False


def governor(head: Token) -> Token | None:
    """The verb whose clause `head` takes part in; None for a word that only describes a noun ("rising prices", "X, a doctor")."""
    if is_verb(head) and head.dep_ not in {"amod", "compound"}:
        return clause_head(head)
    for token in ancestors(head):
        if is_verb(token) and token.dep_ not in {"aux", "auxpass", "amod", "compound"}:
            return token
        if (
            token.dep_ in {"appos", "compound", "poss", "nmod"}
            or (token.dep_ == "amod" and is_verb(token))
            or (token.dep_ == "prep" and not is_verb(token.head))
        ):
            return None
    return None


def certainty(head: Token) -> Literal["asserted", "hedged"]:
    """Hedged with may, might, could, likely, reportedly, allegedly, appears, believed, or inside a guess, hope or fear."""
    if any(child.dep_ == "amod" and child.lower_ in DOUBTFUL for child in head.lefts):
        return "hedged"
    start = governor(head)
    if start is None:
        return "asserted"
    if start.lemma_ in GUESSING_VERBS or (start.lemma_ in OPINION and any(child.dep_ == "nsubjpass" for child in start.lefts)):
        return "hedged"
    for verb in ancestors(start):
        if is_hedged(verb) or (verb.i != start.i and verb.lemma_ in HEDGING_VERBS):
            return "hedged"
        if verb.dep_ == "ccomp" and weakens(verb.head):
            return "hedged"
        if verb.dep_ not in {"xcomp", "aux", "auxpass", "acomp"}:
            break
    return "asserted"


def is_hedged(verb: Token) -> bool:
    """Whether a hedge stands beside the verb; "could not" is what happened, not what may."""
    for child in verb.children:
        low, dep = child.lower_, child.dep_
        if dep == "aux" and low in HEDGING_MODALS and not (low == "could" and is_denied(verb)):
            return True
        if dep in {"advmod", "acomp", "amod", "oprd"} and (low in HEDGING_ADVERBS or low in HEDGING_ADJECTIVES):
            return True
        if dep == "parataxis" and child.i < verb.right_edge.i and child.lemma_ in HEDGING_VERBS:
            return True
        if dep in {"nsubj", "nsubjpass", "dobj"} and any(c.dep_ == "amod" and c.lower_ in DOUBTFUL for c in child.lefts):
            return True
    return False


def weakens(above: Token) -> bool:
    """Whether a clause under `above` is only thought, hoped, feared or possible."""
    if above.lemma_ in HEDGING_VERBS or above.lower_ in ABOUT_CLAUSES | FEARING:
        return True
    return any(child.dep_ == "acomp" and child.lower_ in ABOUT_CLAUSES for child in above.children)


def tense(head: Token) -> Literal["past", "present", "future"]:
    """The time of the clause as its verb says it; "has done" is past, "is to go" future, a bare noun phrase is as its clause."""
    own = clause_head(head)
    verb = finite_head(head)
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {child.lower_ for child in helpers}
    perfect = any(child.lemma_ == "have" and child.i < verb.i for child in helpers)
    if words & FUTURE_WORDS or (words & WOULD and not perfect) or is_planned(own) or is_planned(verb):
        return "future"
    tags = {child.tag_ for child in helpers} | {verb.tag_}
    if "VBD" in tags or perfect:
        return "past"
    return "past" if verb.tag_ == "VBN" and not helpers else "present"


def is_planned(verb: Token) -> bool:
    """Whether a verb is of a plan: "is to go", "is expected to go", "plans to go"; the infinitive or the verb above it."""
    below = verb
    if not is_infinitive(verb):
        below = next((child for child in verb.rights if child.dep_ == "xcomp" and is_infinitive(child)), verb)
    if below.dep_ != "xcomp":
        return False
    above = below.head
    if above.lemma_ == "be":
        return not any(child.dep_ in {"attr", "acomp", "expl"} for child in above.children)
    if above.tag_ in {"JJ", "IN"} and above.lower_ not in {"due", "set", "about"}:
        return False
    return above.lemma_ in FUTURE_VERBS and (above.lemma_ != "go" or above.tag_ == "VBG")


def is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.lefts)
