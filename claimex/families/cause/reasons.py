"""A conjunction of cause ("because", "so") in; the clauses of the cause and of the effect beside it, by the tree, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import beside, own_subject
from claimex.families._hopes import HOPING, is_aim
from claimex.families._talk import is_talk
from claimex.families.cause.verbs import WORDS, Parts, whole, with_nearest
from claimex.spans import Extent, extent, trimmed
from claimex.syntax import SUBJECT_DEPS, clause, clause_head, has_subject, is_finite, is_question, is_verb, word_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Cue
    from claimex.layers import Layers

__all__ = ["SAYING", "by_clause", "by_conclusion", "is_attitude", "is_wish"]

SHORTEST = 4  # words of a clause that says something
LONGEST = 25  # words of a reason; what is coordinated beyond them is talk that runs on
SAYING = frozenset({"report", "say", "write", "tell", "note", "claim", "state", "estimate", "argue", "add", "hear"})
OPINION = frozenset({"think", "believe", "feel", "guess", "suppose", "reckon", "hope", "mean"})
ATTITUDES = frozenset(WORDS["attitudes"])
GUESSING = frozenset({"think", "guess", "suppose", "reckon", "thought"})
UTTERING = frozenset({"say", "predict", "tell", "remember", "answer", "speak", "explain", "imagine"})
STATES = frozenset({"be", "know", "understand", "have", "think", "guess", "see", "like", "feel", "hope"})
TALKERS = frozenset({"i", "we", "you"})
POINTING = frozenset({"it", "that", "this"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
# What may stand right before a "because" that opens its sentence or clause.
OPENERS = frozenset({",", ":", "CC", "``", "IN", "-LRB-", "_SP", "NFP", "HYPH", ".", "RB", "WRB"})
ASIDE = frozenset({"question", "point", "answer", "idea", "thing", "problem"})


def by_clause(cue: Cue, layers: Layers) -> Parts | None:
    """As in "We stayed because it rained", "because it rained, we stayed"."""
    doc, at = layers.doc, cue.at
    verb = doc[at.j - 1].head
    over = verb.head
    head = clause_head(over.head.head if over.lower_ == "grounds" else over)
    if head.dep_ == "ccomp" and head.head.i < head.i and head.head.lemma_ in {"want", "need"}:
        head = head.head  # "they want it closed because ..."
    if verb.i < at.j or verb.dep_ == "ROOT" or head.i == verb.i or is_stray(at, head) or is_question(head.sent.root):
        return None
    cause = reason(doc, at.j, verb)
    return of_reason(at, head, cause, layers) if cause is not None else None


def of_reason(at: Extent, head: Token, cause: Extent, layers: Layers) -> Parts | None:
    """The parts of a reason and of the clause around `head`, which it hangs on."""
    doc, verb = head.doc, head.doc[at.j - 1].head
    says = next((child for child in head.rights if child.dep_ == "xcomp" and child.lemma_ in SAYING), head)  # "went on to say"
    said = next((child for child in says.rights if child.dep_ == "ccomp" and child.right_edge.i < at.i), None)
    if said is not None and says.lemma_ in SAYING and own_subject(said) is not None:  # the reason of what was said
        return with_nearest(at, cause, trimmed(doc, clause(said).i, at.i), said)
    if head.lemma_ == "be" and at.i > head.i and all(token.tag_ == "RB" for token in doc[head.i + 1 : at.i]):
        told = reason_of(head)
        return Parts(at, cause, told, head.i) if told is not None else None
    broken = doc[at.j - 1].tag_ == "IN" and at.i < head.i and not any(token.tag_ == "," for token in doc[at.j : head.i])
    if is_wish(head) or (at.i < head.i and not has_subject(head) and doc[effect_start(head)].tag_ in FINITE):
        return None
    vague = (is_view(head) or is_attitude(head) or (is_pointing(head) and not is_for_verb(head))) and is_talk(head, layers)
    if broken or vague or is_opinion(head):
        return None  # "Because it's - it's far": speech that breaks off; a view
    effect = effect_of(head, verb, at)
    supposed = any(child.lower_ == "if" and child.dep_ == "mark" for child in head.lefts)
    if effect is None or effect.j - effect.i <= 1 or supposed or doc[effect.i].lower_ == "if":
        return None
    return with_nearest(at, cause, effect, head)


def effect_of(head: Token, verb: Token, at: Extent) -> Extent | None:
    """The clause of `head` beside the reason."""
    doc = head.doc
    effect = beside(head, min(at.i, verb.left_edge.i), verb.right_edge.i + 1)
    if effect is not None and effect.j < at.i and all(head.is_ancestor(token) for token in doc[effect.j : at.i]):
        effect = trimmed(doc, effect.i, at.i)  # "I cannot say that with certainty because"
    other = [k for k in range(effect.i + 2, effect.j) if doc[k].lower_ == "because"] if effect is not None else []
    if effect is not None and other and effect.i < at.i:  # "because it rained and because it was late"
        effect = trimmed(doc, effect.i, other[0])
    return effect


def is_stray(at: Extent, head: Token) -> bool:
    """Whether "because" does not belong to the clause that the parser hung it on: a sentence that breaks off, or begins anew."""
    doc = head.doc
    if at.i == 0 or at.i == doc[at.i].sent.start:
        return False
    before = doc[at.i - 1]
    if head.i > at.i:  # "I cannot say because it is broad, it is vague"
        return before.tag_ not in OPENERS
    if doc[at.i].text[0].isupper() and before.tag_ in {":", "NFP", ","}:
        return True  # "He was not sure - Because my family"
    joined = before.tag_ == "CC" and before.lower_ in {"and", "but", "so"}
    return joined and not any(token.lower_ in {"because", "due", "both", "not"} for token in doc[head.left_edge.i : at.i - 1])


def reason(doc: Doc, i: int, verb: Token) -> Extent | None:
    """The words of a reason from token `i` on; None if it is a condition, or breaks off."""
    cause = trimmed(doc, i, verb.right_edge.i + 1)
    if doc[cause.i].lower_ == "if" or (verb.tag_ in {"VB", "VBN", "VBG"} and not has_subject(verb) and not is_finite(verb)):
        return None  # "because, if you fall, ...", "because to do it I ..."
    if cause.j < len(doc) and doc[cause.j].tag_ in FINITE and cause.j > verb.i + 1 and doc[cause.j].lower_ not in {"say", "said"}:
        return None  # "because I am a student and the fee | was high"
    if doc[cause.i].lower_ in TALKERS and word_at(doc, cause.i + 1) in GUESSING:
        return None  # "because I think that it is rigged"
    if doc[cause.j - 1].tag_ == "MD" or doc[cause.j - 1].dep_ == "neg":
        return None  # "because we cannot, we do not"
    again = next((k for k in range(cause.i + SHORTEST, cause.j) if doc[k].lower_ == "because" and is_joined(doc, k)), None)
    if again is not None:
        cause = trimmed(doc, cause.i, again - 1 - (doc[again - 1].tag_ == "RB"))
    if cause.j - cause.i > LONGEST:
        more = next(
            (c for c in verb.rights if c.dep_ == "conj" and is_verb(c) and has_subject(c) and c.left_edge.i - i >= SHORTEST), None
        )
        end = more.left_edge.i if more is not None else cause.j
        while end - 1 > i and doc[end - 1].tag_ in {"CC", ",", ":"}:
            end -= 1
        cause = trimmed(doc, cause.i, end)
    return cause


def is_joined(doc: Doc, k: int) -> bool:
    """Whether token `k` comes after "and", "or", "and also"."""
    return doc[k - 1].tag_ == "CC" or (doc[k - 1].tag_ == "RB" and doc[k - 2].tag_ == "CC")


def is_opinion(head: Token) -> bool:
    """As in "I think it is a pity because ...": the reason of a view."""
    over = head.head if head.dep_ == "ccomp" and head.i > head.head.i else head
    if over is not head and (head.lemma_ != "be" or not any(child.dep_ in {"attr", "acomp"} for child in head.rights)):
        return False
    subject = own_subject(over)
    return over.lemma_ in OPINION and subject is not None and subject.lower_ in TALKERS


def is_pointing(verb: Token) -> bool:
    """As in "that's odd", "it is hard": what is meant is said elsewhere, if at all."""
    said = verb.lemma_ == "be" and any(child.dep_ in {"attr", "acomp"} for child in verb.rights)
    return said and any(child.dep_ == "nsubj" and child.lower_ in POINTING for child in verb.lefts)


def effect_start(head: Token) -> int:
    """The first word of what hangs on a verb after its helpers: itself, or the helper before it."""
    return min([head.i, *(child.i for child in head.lefts if child.dep_ in {"aux", "auxpass"})])


def is_wish(verb: Token) -> bool:
    """As in "they hope nobody leaves because of it", "argued that he not be barred because of his age"."""
    over = verb.head
    if verb.dep_ != "ccomp" or over.i > verb.i:
        return False
    if any(child.dep_ == "neg" for child in over.lefts):
        return True  # "we do not expect that it fell because of it"
    bare = any(child.lower_ == "that" for child in verb.lefts) and not is_finite(verb)
    return over.lower_ in HOPING or (bare and verb.tag_ in {"VB", "VBN"})


def is_attitude(verb: Token) -> bool:
    """As in "I love the town because ...", "I cannot tell because ...", which nobody else can check."""
    subject = own_subject(verb)
    over = verb.head if verb.dep_ == "xcomp" else verb
    unable = verb.lemma_ in UTTERING and any(child.dep_ == "neg" for child in verb.lefts)
    return subject is not None and subject.lower_ in {"i", "we"} and (unable or {over.lemma_, verb.lemma_} & ATTITUDES != set())


def is_view(verb: Token) -> bool:
    """As in "the book is great because ...": what the speaker makes of it."""
    return verb.lemma_ == "be" and any(child.dep_ == "acomp" and child.lower_ in WORDS["views"] for child in verb.rights)


def is_for_verb(verb: Token) -> bool:
    """As in "it is hard to see": "it" only stands for the verb that comes."""
    later = (child for over in (verb, *verb.rights) for child in over.rights if child.tag_ == "VB")
    return any(word.tag_ == "TO" for child in later for word in child.lefts)


def reason_of(copula: Token) -> Extent | None:
    """As in "One reason that prices fall is because": what it is the reason of."""
    subject = own_subject(copula)
    if subject is None:
        return None
    for noun in subject.subtree:
        verb = next((child for child in noun.rights if child.dep_ in {"relcl", "acl"}), None)
        if noun.lemma_ == "reason" and verb is not None:
            return trimmed(noun.doc, verb.left_edge.i + (verb.left_edge.lower_ in {"that", "why"}), verb.right_edge.i + 1)
    return whole(subject) if subject.lower_ in {"this", "that", "it"} else None


def by_conclusion(cue: Cue, layers: Layers) -> Parts | None:
    """As in "The law is new, so the taxes stay": what goes before is the cause."""
    doc, at = layers.doc, cue.at
    so = doc[at.j - 1]
    verb = so.head
    if verb.i <= so.i or not is_verb(verb) or word_at(doc, at.j) in {"that", "far", "long", "much", "many", "called"}:
        return None
    if (
        so.text[0].isupper()
        or (so.lower_ == "so" and is_purpose(verb))
        or not any(child.dep_ in SUBJECT_DEPS and child.i > so.i for child in verb.lefts)
    ):
        return None
    before = next((child for child in verb.lefts if child.dep_ == "ccomp" and child.i < so.i), None)
    if before is None and verb.dep_ in {"conj", "advcl", "ccomp"} and verb.head.i < so.i:
        before = verb.head
    if before is None or not is_verb(before) or is_chat(before) or is_remark(verb) or is_opinion(before):
        return None
    told = next((child for child in before.rights if child.dep_ == "ccomp" and child.right_edge.i < so.i), None)
    before = told if told is not None and before.lemma_ in SAYING else before
    end = max((child.right_edge.i + 1 for child in verb.rights if child.dep_ not in {"punct", "cc", "conj"}), default=verb.i + 1)
    cause = trimmed(doc, min(clause(before).i, before.i), at.i)
    if max(end, verb.i + 1) - at.j < SHORTEST or doc[cause.i].tag_ in FINITE or is_told(verb):
        return None  # "so I'm not"; a cause that lost its subject
    if doc[at.i].text == ":" or any(token.lower_ == "because" for token in doc[cause.i : cause.j]):
        return None  # a cause that has one of its own
    return Parts(extent(doc, at.j - 1, at.j), cause, trimmed(doc, at.j, max(end, verb.i + 1)), verb.i)


def is_remark(verb: Token) -> bool:
    """As in "so the question is whether", "so it's a bad idea": what the speaker makes of it, nothing that came about."""
    subject = own_subject(verb)
    if verb.lemma_ != "be" or subject is None:
        return False
    return subject.lemma_ in ASIDE or is_pointing(verb) or (subject.lower_ == "one" and verb.tag_ == "VBZ")


def is_told(verb: Token) -> bool:
    """As in "so I know him well", "so we have more": how a talk goes on."""
    subject = own_subject(verb)
    return subject is not None and subject.lower_ in {"i", "we"} and verb.lemma_ in STATES


def is_chat(verb: Token) -> bool:
    """As in "I was like, so you say it": what follows is what was said; and "our aim is ..., so they rest": nothing came."""
    subject = own_subject(verb)
    like = verb.lemma_ == "be" and any(child.lower_ == "like" and child.right_edge.i == child.i for child in verb.rights)
    bare = verb.lemma_ in WORDS["talk"] and not any(child.dep_ in {"ccomp", "dobj", "xcomp"} for child in verb.rights)
    known = verb.lemma_ == "know" and subject is not None and subject.lower_ in TALKERS | {"they"}
    return like or bare or known or (subject is not None and is_aim(subject))


def is_purpose(verb: Token) -> bool:
    """As in "Tell us, so we can mend it"."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    return bool(helpers & {"can", "may", "might", "could"}) and all(child.dep_ != "neg" for child in verb.lefts)
