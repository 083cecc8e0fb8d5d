"""A verb of rising or falling in; whether its move is only wanted, proposed or thought of, so that none came, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._hopes import is_aim, is_asked, is_hoped, is_imagined
from claimex.families.change.words import EFFORTS, UNSURE, WORDS, is_level, is_unsure, lemma
from claimex.syntax import is_verb, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_conditional", "is_intended", "is_purpose", "is_supposed", "is_untold"]

PROPOSALS = frozenset(
    {"advocate", "oppose", "support", "propose", "suggest", "favor", "favour", "recommend", "consider", "discuss"}
)
# What an infinitive after these says did happen.
CARRYING = frozenset(WORDS["carrying"]["words"])
BARRING = frozenset({"prevent", "stop", "keep", "discourage", "ban", "bar", "refrain"})


UNDECIDED = frozenset({"can", "could", "may", "might", "should", "must"})  # "all can help by wasting less"
ADVISED = frozenset({"should", "must", "ought"})
POSSIBLE = frozenset({"could", "may", "might", "would", "can", "'d", "’d"})
# Prepositions before a gerund that tell its deed: "by cutting prices"; "for cutting" and "such as cutting" tell none.
TELLING = frozenset(
    {
        "by",
        "with",
        "after",
        "since",
        "despite",
        "following",
        "through",
        "before",
        "while",
        "when",
        "including",
        "accuse",
        "upon",
        "from",
    }
)


def is_untold(verb: Token) -> bool:
    """Whether nothing says that the move came or will come: hoped for, imagined, asked about or advised."""
    if is_hoped(verb) or is_imagined(verb) or is_asked(verb) or (verb.dep_ == "xcomp" and verb.head.lemma_ == "have"):
        return True  # also "have to cut": a need
    subject = subject_of(verb) if verb.tag_ == "VBG" and any(child.lemma_ == "be" for child in verb.lefts) else None
    if subject is not None and is_aim(subject):
        return True  # "one priority is cutting waste"
    helpers = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    return bool(helpers & ADVISED) or "can" in helpers


PAST = frozenset({"VBD", "VBN"})


def is_purpose(verb: Token) -> bool:
    """Whether the verb only says what something is for ("moves to reduce the backlog"), not that it happens."""
    if verb.tag_ == "VB" and verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ == "help" and verb.head.tag_ not in PAST:
        return True
    if verb.tag_ == "VB" and verb.head.lemma_ == "be" and not any(child.dep_ in {"aux", "nsubj"} for child in verb.lefts):
        return True  # "what we would like to do is increase it"
    if verb.tag_ == "VBG" and proposed(verb):
        return True
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    if verb.tag_ == "VBN" and [child.lower_ for child in helpers] == ["be"]:
        return True  # "proposed that the wage be raised"
    if verb.tag_ != "VB" or not any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts):
        return False
    return verb.dep_ in {"acl", "advcl", "relcl"} or (verb.dep_ == "xcomp" and verb.head.lemma_ in EFFORTS)


def is_intended(verb: Token, mover: Token | None) -> bool:
    """Whether the move is an infinitive that need not have come: "agreed to add", "the aim is to reduce", "able to lower"."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    if helpers & POSSIBLE and "have" not in helpers:  # "a glue that would cut the risk": what it can do
        return verb.dep_ in {"relcl", "acl"} or not is_level(mover)
    if verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl", "ccomp"} and is_unsure(verb):
        return True  # "advocates a tax cut, lowering the voting age"
    top = verb
    while top.dep_ == "conj" and is_verb(top.head):
        top = top.head
    if top.dep_ == "relcl" and top.tag_ == "VB" and any(child.lower_ in {"will", "'ll"} for child in top.lefts):
        return is_sought(top.head)  # "we look for accounts that will grow"
    if top.dep_ == "relcl" and top.tag_ == "VB":  # "a glue that would reduce the risk"
        return any(child.lower_ in {"would", "could", "can", "might", "may"} for child in top.lefts)
    if top.tag_ != "VB" or top.dep_ not in {"xcomp", "ccomp"} or not any(child.tag_ == "TO" for child in top.lefts):
        return False
    return top.head.lemma_ not in CARRYING and top.head.lower_ != "likely"


def is_sought(noun: Token) -> bool:
    """Whether a noun names none that is known: "decisions", "some tools", not "the tools" or "our targets"."""
    return noun.tag_ in {"NN", "NNS"} and not any(
        child.lower_ in {"the", "this", "these", "those"} or child.dep_ == "poss" for child in noun.lefts
    )


def is_conditional(verb: Token) -> bool:
    """As in "if it rains, prices rise": nothing is said of a move that came."""
    return any(child.dep_ == "advcl" and any(word.lower_ in {"if", "unless"} for word in child.lefts) for child in verb.lefts)


def is_supposed(verb: Token) -> bool:
    """Whether the move is only thought of: "cutting access may help", "without raising taxes", "when you raise the price"."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "advmod"}}
    if marks & {"when", "whenever"} and any(child.lower_ in {"you", "one"} for child in verb.lefts):
        return True
    if verb.tag_ != "VBG" or any(child.dep_ == "aux" for child in verb.lefts):
        return False
    helped = any(child.dep_ == "aux" for child in verb.head.lefts)
    if verb.dep_ in {"conj", "appos"} and (not is_verb(verb.head) or (verb.head.tag_ in {"VBZ", "VBP", "VBD"} and not helped)):
        return True  # one of a list of aims: "term limits, lowering the voting age"
    if verb.dep_ in {"csubj", "csubjpass", "nsubj"}:
        return any(child.tag_ == "MD" for child in verb.head.lefts)
    top = verb
    while top.dep_ == "conj" and is_verb(top.head):
        top = top.head
    return top.dep_ == "pcomp" and is_only_way(top.head)


def is_only_way(prep: Token) -> bool:
    """Whether what follows the preposition need not have come: "without raising taxes", "has to embark on raising taxes"."""
    helpers = {child.lower_ for child in prep.head.lefts if child.tag_ in {"TO", "MD"}}
    if "to" in helpers or (prep.lower_ in {"by", "through"} and helpers & UNDECIDED):
        return True
    if (
        prep.dep_ == "prep"
        and prep.lower_ not in TELLING
        and prep.head.lemma_ not in {"accuse", "blame", "criticise", "criticize"}
    ):
        return True
    return prep.lower_ in {"without", "against"} or (prep.lower_ in {"of", "for", "about"} and lemma(prep.head) in UNSURE)


def proposed(verb: Token) -> bool:
    """As in "opposes expanding the court", "in favour of raising the tax", "keeps it from gaining ground"."""
    over = verb.head
    if verb.dep_ == "pcomp":
        return (
            over.lower_ == "against" or over.head.lemma_ in PROPOSALS or (over.lower_ == "from" and over.head.lemma_ in BARRING)
        )
    return verb.dep_ in {"xcomp", "dobj", "ccomp"} and over.lemma_ in PROPOSALS
