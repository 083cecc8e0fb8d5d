"""A verb of rule in; whether its rule is only wished for, imagined, asked about, guessed or needed, so that none holds, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._hopes import HOPING, is_asked, is_hoped, is_imagined
from claimex.lists import word_sets
from claimex.spans import extent
from claimex.syntax import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.layers import Layers

__all__ = [
    "WORDS",
    "is_appeal",
    "is_enabling",
    "is_guess",
    "is_hollow",
    "is_pressed",
    "is_specified",
    "is_topic",
    "is_unsure",
    "is_untold",
    "is_wished",
]

WORDS: dict[str, frozenset[str]] = word_sets("claimex.families.rule", "words.toml")
RUMOURS = frozenset({"speculation", "rumour", "rumor", "prospect", "possibility", "chance", "speculate"})
CALLING = frozenset({"call", "push", "campaign", "ask", "press", "vote", "argue", "lobby", "appeal", "plead"})
NAMING = frozenset({"under", "ruled", "ordered", "court", "courts", "judge", "judges"})
URGENT = frozenset({"immediately", "urgently", "always", "never", "surely", "really", "simply"})
HOLLOW = frozenset({"it", "so", "that", "this"})
TOPICS = frozenset({"for", "of", "about", "against", "on", "to", "without"})
VAGUE = frozenset({"it", "that", "this", "all", "what", "more", "much", "everything", "something", "nothing", "most"})


def is_wished(verb: Token) -> bool:
    """Whether the rule is only wanted, possible, or a purpose: "should be allowed", "sued to be allowed", "to be eligible"."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    if helpers & {"should", "may", "might", "could", "ought", "must"} or (verb.dep_ == "ccomp" and verb.head.lower_ in HOPING):
        return True
    if "to" not in helpers:
        return False
    if verb.i > verb.head.i and any(t.lower_ in WORDS["chances"] and t.i < verb.i for t in (verb.head, *verb.head.rights)):
        return True
    return verb.dep_ == "advcl" or (verb.head.i != verb.i and verb.head.lemma_ in WORDS["wanting"])


def is_unsure(verb: Token) -> bool:
    """Whether the rule is wished for, aimed at, imagined, or a question inside the sentence."""
    return is_wished(verb) or is_hoped(verb) or is_imagined(verb) or is_asked(verb) or is_called_for(verb)


def is_called_for(verb: Token) -> bool:
    """As in "there should be a law that bans it", "called for a decree barring them", "rumours that they are allowed in"."""
    while verb.dep_ == "conj" and verb.head.i < verb.i:
        verb = verb.head
    if verb.dep_ not in {"relcl", "acl", "ccomp"}:
        return False
    if verb.head.lemma_ in RUMOURS:
        return True
    over = verb.head.head
    if over.lower_ == "for" and over.dep_ == "prep":
        return over.head.lemma_ in CALLING
    helpers = {child.lower_ for child in over.lefts if child.dep_ in {"aux", "expl"}}
    return (
        over.lemma_ == "be"
        and "there" in helpers | {t.lower_ for t in over.head.lefts}
        and ("should" in helpers or over.head.lemma_ == "need")
    )


def is_guess(verb: Token) -> bool:
    """As in "Must be tired", "must have left"."""
    helped = any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.lefts)
    if verb.lemma_ == "pay" and any(child.lower_ == "attention" for child in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.lemma_ in {"relate", "link", "connect", "say", "make", "do", "remember", "note"}:
        return True
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    if passive and verb.lemma_ in {"allow", "permit"}:
        return any(child.dep_ == "nsubjpass" and child.tag_ == "PRP" for child in verb.lefts)  # "they must not be allowed to win"
    if passive:
        return verb.lemma_ in WORDS["urged"]
    shown = any(child.dep_ == "dobj" and child.lower_ in WORDS["required"] for child in verb.rights)  # "must show a passport"
    return helped or (verb.lemma_ in WORDS["urging"] and not is_timed(verb) and not shown)


def is_timed(verb: Token) -> bool:
    """As in "Must wait at least 30 days"."""
    return verb.lemma_ == "wait" and any(child.dep_ in {"npadvmod", "prep", "dobj"} for child in verb.rights)


def is_pressed(verb: Token, subject: Token | None, layers: Layers) -> bool:
    """As in "Parliament must be recalled at once", "Peru must tell its ally": what a writer urges on somebody named.

    Of a class ("drivers must"), or where the sentence names the rule or who made it, it is a rule.
    """
    top = verb.head if verb.dep_ == "xcomp" else verb
    thought = top.head.lemma_ in {"think", "believe", "feel"} and top.dep_ == "ccomp"
    if thought and any(child.lower_ in {"i", "we"} for child in top.head.lefts):
        return True  # "I think users have to be asked"
    urgent = any(child.dep_ == "advmod" and child.lower_ in URGENT for child in verb.children)
    if urgent or any(word.lower_ in WORDS["rules"] | NAMING for word in verb.sent):
        return urgent and not any(word.lower_ in {"ruled", "ordered"} for word in verb.sent)
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    named = subject is not None and subject.tag_ in {"NNP", "NNPS"}
    end = verb.right_edge.i + 1
    return named and not passive and not (layers.dates.within(verb.i, end) or layers.quantities.within(verb.i, end))


def is_appeal(verb: Token, layers: Layers) -> bool:
    """As in "“The party must live with it,” he said": a speaker's demand, with no rule, time or amount in the sentence.

    Who makes rules demands nothing: "Dogs must be kept on a lead, the council said".
    """
    said = layers.attributions.of(extent(verb.doc, verb.i, verb.i + 1))
    if said is None:
        return False
    if said.source is not None and verb.doc[said.source.j - 1].lower_ in WORDS["makers"] | WORDS["courts"]:
        return False
    i, j = verb.left_edge.i, verb.right_edge.i + 1
    subject = subject_of(verb)
    named = subject is not None and subject.tag_ in {"NNP", "NNPS"}  # "Smith must resign by Friday"
    bound = not named and (layers.dates.within(i, j) or layers.quantities.within(i, j))
    return not bound and not any(word.lower_ in WORDS["rules"] | {"under"} for word in verb.sent)


def is_untold(verb: Token, thing: Token | None, *, passive: bool) -> bool:
    """As in "further study is required to say", "I was allowed to play", "a book entitled": a need, or what a parent says."""
    if verb.lower_ == "entitled" and all(child.lower_ != "to" for child in verb.subtree):
        return True
    if verb.lemma_ == "forbid" and any(child.lower_ == "god" for child in verb.lefts):
        return True
    needed = subject_of(verb) if passive else thing
    if needed is None:
        return False
    if passive and (needed.lower_ == "i" or (needed.lower_ in VAGUE and verb.lemma_ == "require")):
        return True  # "all of it was required to get here"
    return verb.lemma_ == "require" and needed.lower_ in WORDS["efforts"]


def is_enabling(verb: Token, maker: Token | None) -> bool:
    """As in "the site was opened up, allowing users to post": what an event makes possible, no permission."""
    if verb.lemma_ not in {"allow", "permit"} or verb.dep_ not in {"advcl", "acl"} or verb.tag_ != "VBG":
        return False
    return maker is None or not any(word.lower_ in WORDS["makers"] for word in (maker, *maker.lefts))


def is_specified(noun: Token) -> bool:
    """Whether words beside a noun of rule say which: "rules on lead in petrol", "gun laws"; not "issued the new rules"."""
    if noun.lower_ not in WORDS["plain"]:
        return True
    if noun.lower_ == "ruling":  # "a ruling on the plan" does not say which way
        return any(child.dep_ in {"acl", "relcl", "ccomp"} or child.lower_ == "against" for child in noun.rights)
    before = any(child.dep_ in {"compound", "amod", "poss"} and child.lower_ not in WORDS["blank"] for child in noun.lefts)
    return before or any(
        child.dep_ in {"prep", "acl"} or (child.dep_ == "relcl" and not is_set_off(child)) for child in noun.rights
    )


def is_topic(verb: Token) -> bool:
    """As in "banning cars is unfair", "a bill for banning it": only talked about; "by banning cars" tells that it was done."""
    if verb.tag_ != "VBG" or any(child.dep_ == "aux" for child in verb.lefts):
        return False
    return verb.dep_ in {"csubj", "nsubj"} or (verb.dep_ == "pcomp" and verb.head.lower_ in TOPICS)


def is_hollow(deed: Token) -> bool:
    """As in "they are allowed to do it": what is allowed is not said."""
    after = [child for child in deed.rights if child.dep_ != "punct"]
    said = len(after) == 1 and (after[0].lower_ in HOLLOW or after[0].left_edge.lower_ in {"what", "whatever"})
    return deed.lemma_ == "do" and said


def is_set_off(clause_verb: Token) -> bool:
    """Whether a relative clause only adds something, after a comma: it does not say which rule is meant."""
    return clause_verb.left_edge.i > 0 and clause_verb.left_edge.nbor(-1).text == ","
