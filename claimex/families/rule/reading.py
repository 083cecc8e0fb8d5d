"""A cue of rule in; its reading, by the clause of its verb or the way its noun stands in one, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import noun_words
from claimex.families._family import Phrase, Reading
from claimex.families._hopes import is_asked, is_imagined
from claimex.families.rule.mood import (
    WORDS,
    is_appeal,
    is_enabling,
    is_guess,
    is_hollow,
    is_pressed,
    is_specified,
    is_topic,
    is_unsure,
    is_untold,
    is_wished,
)
from claimex.spans import Extent, trimmed
from claimex.syntax import (
    SUBJECT_DEPS,
    asserts,
    clause_with_antecedent,
    is_verb,
    phrase,
    subject_of,
    subject_phrase,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["by_modal", "by_order", "is_maker", "words_from"]

SPEAKERS = frozenset({"i", "we", "you", "it", "that", "this", "there", "us", "one"})  # "we must act" is a wish
MAKER_LABELS = frozenset({"ORG", "GPE", "LAW", "NORP"})
BINDING = frozenset({"require", "oblige"})  # with "somebody to do something", whoever says so
WIDE = frozenset({"allow", "permit", "require", "order", "mandate", "compel", "authorize", "authorise", "license", "oblige"})
ADMITTING = frozenset({"in", "into", "inside", "on", "onto", "at", "near"})
GIVING = frozenset({"order", "allow", "permit", "authorize", "authorise"})
MOST = 8  # nouns in a row


def by_modal(cue: Cue, layers: Layers) -> Reading | None:
    """As in "The form must be returned within a week", "passengers will have to wear masks"; not "we must act"."""
    word = layers.doc[cue.at.i]
    verb = word.head if word.dep_ == "aux" and is_verb(word.head) else word
    if cue.pattern == "has-to":
        verb = next((child for child in word.rights if child.dep_ == "xcomp" and child.tag_ in {"VB", "VBN"}), word)
    if cue.pattern == "has-to" and (verb.i == word.i or word.tag_ in {"VBD", "VBN"}):
        return None
    subject = subject_of(word if cue.pattern == "has-to" else verb)
    if subject is None or subject.lower_ in SPEAKERS - {"it"} or not asserts(verb):
        return None
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    free = cue.pattern == "has-to" and any(child.dep_ == "neg" for child in word.lefts)  # "they don't have to pay"
    urged = (
        not free
        and not is_by_law(verb, word)
        and (is_guess(verb) or is_pressed(verb, subject, layers) or (not passive and is_appeal(verb, layers)))
    )
    if urged or (cue.pattern == "has-to" and is_wished(word)) or is_imagined(word) or is_asked(verb):
        return None
    many = subject.tag_ in {"NNS", "NNPS"}
    if not passive and (subject.tag_ in {"PRP", "EX", "WP"} or (cue.pattern == "has-to" and not many)):
        return None
    whole = clause_with_antecedent(word if cue.pattern == "has-to" else verb)
    return Reading(cue.at, whole, verb.i, phrase(subject), {"what": Phrase(words_from(verb))})


def is_by_law(*verbs: Token) -> bool:
    """As in "by law, elections have to be held": the rule is named."""
    ways = (child for verb in verbs for child in verb.children if child.dep_ == "prep" and child.lower_ in {"by", "under"})
    return any(noun.dep_ == "pobj" and noun.lower_ in WORDS["texts"] for way in ways for noun in way.rights)


def words_from(verb: Token) -> Extent:
    """A verb with all that follows in its clause, and infinitives beside it; not its negation or a finite helper.

    As in "be returned within a week", "banned in parks" of "is not banned in parks", "stop and pay", "fully repay the loan".
    """
    i = min((child.i for child in verb.lefts if is_part(child)), default=verb.i)
    return trimmed(verb.doc, i, end_of(verb))


def is_part(child: Token) -> bool:
    """Whether a word before the verb belongs to what is ruled: "be" in "be returned", "fully" in "to fully repay"."""
    infinitive = child.head.tag_ in {"VB", "VBN"} and child.i + 1 == child.head.i
    return (child.dep_ == "auxpass" and child.tag_ == "VB") or (child.dep_ == "advmod" and child.tag_ == "RB" and infinitive)


def end_of(verb: Token, *, depth: int = MOST) -> int:
    """One past the last word of the verb's clause, with the infinitives that go on with it ("stop and pay")."""
    j = verb.i + 1
    for child in verb.rights:
        if child.dep_ == "conj" and verb.tag_ == child.tag_ == "VB" and all(c.dep_ not in SUBJECT_DEPS for c in child.lefts):
            return max(j, end_of(child, depth=depth - 1)) if depth else j
        joins = verb.tag_ == "VB" and any(c.dep_ == "conj" and c.tag_ == "VB" for c in verb.rights)
        if child.dep_ in {"conj", "parataxis"} or (
            child.dep_ in {"cc", "punct"} and not joins and child.tag_ in {"CC", ",", ":", "."}
        ):
            break
        j = max(j, child.right_edge.i + 1)
    return j


def deed_of(deed: Token) -> Extent:
    """The words of what is required or banned: of a verb, or of a noun ("banned from public meetings")."""
    return words_from(deed) if is_verb(deed) else things(deed)


def things(noun: Token) -> Extent:
    """A noun with those coordinated with it: "guns and knives"."""
    at, last = phrase(noun), noun
    for _ in range(MOST):
        other = next((child for child in last.rights if child.dep_ == "conj" and child.tag_[0] == "N"), None)
        if other is None:
            break
        last = other
    return at if last is noun else trimmed(noun.doc, at.i, max(at.j, phrase(last).j))


def by_order(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Members are required to sign", "the act bans smoking", "the court ordered the firm to pay", "allowed to leave"."""
    verb = layers.doc[cue.at.i]
    if verb.dep_ in {"amod", "compound", "aux"} or not asserts(verb) or is_unsure(verb) or is_topic(verb):
        return None
    passive = verb.tag_ == "VBN" and (any(c.dep_ == "auxpass" for c in verb.lefts) or verb.dep_ == "acl")
    deed = complement(verb)
    maker = subject_of(verb) if not passive else agent_of(verb)
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    wanted = subject_of(verb) if passive and deed is None else thing
    if verb.lemma_ == "require" and wanted is not None and (wanted is not thing or thing.lower_ in WORDS["required"]):
        return by_demand(cue, verb, wanted)
    bare = verb.lemma_ in {"abolish", "repeal"} and thing is not None and not is_specified(thing)
    empty = bare or (is_hollow(deed) if deed is not None else thing is None and not passive)
    if empty or is_untold(verb, thing, passive=passive) or is_enabling(verb, maker):
        return None
    if not is_binding(verb, deed, thing, made=passive or is_maker(maker, layers)):
        return None
    subject = subject_phrase(verb) if passive or thing is None or deed is None else phrase(thing)
    what = Phrase(deed_of(deed)) if deed is not None else Phrase(things(thing)) if thing is not None else None
    if what is None:
        what = Phrase((owed_to(verb) if verb.lemma_ == "entitle" else None) or words_from(verb))
    return Reading(cue.at, clause_with_antecedent(verb), verb.i, subject, {"what": what})


def owed_to(verb: Token) -> Extent | None:
    """What somebody is entitled to, where it is a thing: "entitled to a refund"."""
    to = next((child for child in verb.rights if child.dep_ == "prep" and child.lower_ == "to"), None)
    return trimmed(verb.doc, to.i + 1, to.right_edge.i + 1) if to is not None and to.right_edge.i > to.i else None


def is_binding(verb: Token, deed: Token | None, thing: Token | None, *, made: bool) -> bool:
    """Whether a verb that has other senses too ("allows users to edit", "ordered 50 jets") makes a rule here.

    `made`: by somebody who makes rules, or in the passive, which leaves him out.
    """
    if verb.lemma_ not in WIDE:
        return True
    if deed is None and thing is None and verb.lemma_ in {"allow", "permit"}:
        return is_admitted(verb)
    if deed is None:
        kind = "ordered" if verb.lemma_ == "order" else "dealings"
        return thing is not None and made and verb.lemma_ in GIVING and thing.lower_ in WORDS[kind]
    return deed.dep_ != "advcl" and (made or (verb.lemma_ in BINDING and deed.dep_ != "prep" and thing is not None))


def is_admitted(verb: Token) -> bool:
    """As in "dogs are allowed on the beach", "the drug is permitted only in hospitals", in the passive."""
    if not any(child.dep_ == "auxpass" for child in verb.lefts):
        return False
    return any(child.dep_ == "prep" and child.lower_ in ADMITTING and has_noun(child) for child in verb.rights)


def has_noun(preposition: Token) -> bool:
    return any(child.dep_ == "pobj" for child in preposition.rights)


def by_demand(cue: Cue, verb: Token, thing: Token | None) -> Reading | None:
    """As in "visas are required", "the sale requires consent from the regulator": a paper, a mask or a vote, not time or care."""
    if thing is None or thing.lower_ not in WORDS["required"] or verb.dep_ == "acl":  # "failed to get the majority required"
        return None
    subject = subject_phrase(verb) or phrase(thing)
    aim = next((child for child in verb.rights if child.dep_ in {"xcomp", "advcl"} and child.tag_ == "VB"), None)
    what = noun_words(thing) if thing.i > verb.i else phrase(thing)
    if aim is not None and thing.i > verb.i and what.j == aim.left_edge.i:  # "requires consent from both houses to amend it"
        what = trimmed(verb.doc, what.i, words_from(aim).j)
    return Reading(cue.at, clause_with_antecedent(verb), verb.i, subject, {"what": Phrase(what)})


def complement(verb: Token) -> Token | None:
    """The verb of what is required, allowed or banned: "to sign", "from leaving", "that salt be iodised"."""
    for child in verb.rights:
        if child.dep_ in {"xcomp", "ccomp", "advcl"} and is_verb(child) and child.i > verb.i and is_deed(child):
            return child
        if child.dep_ == "prep" and child.lower_ == "from":
            return next((inner for inner in child.rights if inner.dep_ in {"pcomp", "pobj"}), None)
        if child.dep_ == "dobj":
            inner = next((c for c in child.rights if c.dep_ in {"acl", "relcl"} and any(t.tag_ == "TO" for t in c.lefts)), None)
            kept = kept_from(child)
            if kept is not None:
                inner = next((c for c in kept.rights if c.dep_ == "pcomp"), inner)
            if inner is not None:
                return inner
    return None


def kept_from(noun: Token) -> Token | None:
    """The "from" of "bans boys from playing", also where the parser hung it deeper: "anyone wearing hats from entering"."""
    near = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ == "from"), None)
    if near is not None or noun.head.lemma_ not in {"ban", "bar", "prohibit", "forbid", "exempt", "prevent"}:
        return near
    return next((t for t in noun.subtree if t.lower_ == "from" and any(c.dep_ == "pcomp" for c in t.rights)), None)


def is_deed(verb: Token) -> bool:
    """Whether a clause says what is ruled, not why or when: "to sign", "that he sign", not "since he did not sign"."""
    to = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)
    if verb.dep_ == "ccomp":
        return to or verb.head.lemma_ not in {"allow", "permit", "entitle", "authorize", "authorise"}
    return to or (verb.dep_ == "xcomp" and verb.tag_ in {"VB", "VBG", "VBN"} and verb.head.lemma_ not in {"allow", "permit"})


def agent_of(verb: Token) -> Token | None:
    by = next((child for child in verb.rights if child.dep_ == "agent"), None)
    return next((child for child in by.rights if child.dep_ == "pobj"), None) if by is not None else None


def is_maker(noun: Token | None, layers: Layers) -> bool:
    """Whether the noun is a body, person or text that makes rules."""
    if noun is None:
        return False
    beside = (word for word in noun.lefts if word.dep_ != "poss")  # "Judge Brown"; "the agency's system" makes no rules
    known = WORDS["makers"]
    if noun.lower_ in known or noun.lemma_.lower() in known or any(word.lower_ in known for word in beside):
        return True
    hit = layers.names.at(noun.i)
    return hit is not None and (hit[1].label or hit[0].label) in MAKER_LABELS
