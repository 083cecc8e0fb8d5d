"""A clause's verb and its words in; the words of a finite predicate, with the finite verb marked, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.wording.finite import before_verb, is_participle, made_finite, marked
from claimex.wording.pieces import Piece
from claimex.wording.verbs import AUXILIARIES, AUXILIARY_DEPS, DO, base, full_auxiliary, past_participle

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["finite_pieces", "is_plural", "participle", "supplied"]

PLURAL_WORDS = frozenset(
    {"they", "we", "these", "those", "both", "many", "several", "few", "others", "you", "i", "people", "police"}
)
MAX_CHAIN = 6  # verbs in a row
NOT = frozenset({"not", "n't", "n’t", "never"})


def is_plural(noun: Token, *, alone: bool = False) -> bool:
    """Whether a verb after this noun is plural; `alone`: without what is coordinated with it."""
    if noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in PLURAL_WORDS or (noun.tag_ == "CD" and noun.lower_ not in {"one", "1"}):
        return True
    return (
        not alone
        and any(c.dep_ == "conj" for c in noun.rights)
        and any(c.dep_ == "cc" and c.lower_ == "and" for c in noun.rights)
    )


def supplied(verb: Token) -> list[Token]:
    """The auxiliaries that a coordinated verb shares with the one before it: "will be held and (will be) opened"."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VB", "VBN", "VBG"}:
        return []
    found = [c for c in verb.head.lefts if c.dep_ in AUXILIARY_DEPS and c.lower_ != "to"]
    return found if found and found[0].tag_ in AUXILIARIES else []


def participle(verb: Token) -> bool:
    """Whether a finite verb can be made of it: "killing 12", "held in 2003", "to visit"."""
    if verb.tag_ == "VBG":
        return not any(c.dep_ in AUXILIARY_DEPS for c in verb.lefts) and verb.dep_ in {"advcl", "acl", "conj", "dep"}
    return is_participle(verb)


def finite_pieces(verb: Token, pieces: list[Piece], *, tense: str, plural: bool) -> list[Piece]:
    """The predicate with its finite verb marked; made finite where it is not."""
    helper = next((c for c in verb.lefts if c.dep_ in AUXILIARY_DEPS and c.tag_ in AUXILIARIES), None)
    denials = {c.i: "never" if c.lower_ == "never" else "not" for c in verb.children if c.dep_ == "neg" and c.lower_ in NOT}
    if "not" in denials.values():  # "were not yet returned"
        denials |= {c.i: "yet" for c in verb.children if c.lower_ == "yet" and c.dep_ == "advmod"}
    pieces = [p._replace(role=denials[p.i]) if p.i in denials else p for p in pieces] if denials else pieces
    pieces = no_such(verb, pieces)
    if (deed := yet_to(verb)) is not None:
        return not_yet(verb, deed, pieces)
    if (other := split_off(verb)) is not None:
        pieces = marked(pieces, other.i, role="split", base="")
    if helper is not None:
        for also in coordinated(verb):
            pieces = marked(pieces, also.i, role="also", base=base(also))
        return marked(pieces, helper.i, role="aux", base=full_auxiliary(helper))
    if verb.tag_ in {"VBD", "VBP", "VBZ"} and not is_participle(verb):
        return finite(verb, pieces, plural=plural)
    shared = supplied(verb)
    if shared:
        extra = [Piece(full_auxiliary(c), role="aux" * (k == 0), base=full_auxiliary(c)) for k, c in enumerate(shared)]
        return before_verb(extra, pieces, verb)
    return made_finite(verb, pieces, tense=tense, plural=plural)


def no_such(verb: Token, pieces: list[Piece]) -> list[Piece]:
    """The predicate with the "no" of its object or complement marked: "there were no survivors", "it will be no success"."""
    for child in verb.rights:
        if child.dep_ in {"dobj", "attr"}:
            no = next((c for c in child.lefts if c.lower_ == "no" and c.dep_ == "det"), None)
            if no is not None:
                one = child.tag_ == "NN" and child.dep_ == "attr" and not any(c.dep_ == "expl" for c in verb.lefts)
                word = ("an" if no.nbor().lower_[0] in "aeiou" else "a") if one else "any"
                return marked(pieces, no.i, role="no", base=word)
    return pieces


def yet_to(verb: Token) -> Token | None:
    """The deed of "has yet to win"."""
    if verb.lower_ not in {"has", "have", "had"} or not any(c.lower_ == "yet" and c.i == verb.i + 1 for c in verb.rights):
        return None
    return next((c for c in verb.rights if c.dep_ == "xcomp" and any(t.tag_ == "TO" for t in c.lefts)), None)


def not_yet(verb: Token, deed: Token, pieces: list[Piece]) -> list[Piece]:
    """Marks "has yet to win" so that it is asked as "has ... won?"."""
    pieces = marked(pieces, verb.i, role="aux", base=verb.lower_)
    for i in (verb.i + 1, *(c.i for c in deed.lefts if c.tag_ == "TO")):
        pieces = marked(pieces, i, role="yet", base="")
    be = next((c for c in deed.lefts if c.dep_ == "auxpass"), None)  # "has yet to be found" is "has ... been found"
    done = be or deed
    return marked(pieces, done.i, role="done", base=past_participle(base(done)))


def finite(verb: Token, pieces: list[Piece], *, plural: bool) -> list[Piece]:
    for also in coordinated(verb):
        pieces = marked(pieces, also.i, role="also", base=base(also))
    if verb.lemma_ == "be" or base(verb) == "be":
        return marked(pieces, verb.i, role="aux", base=full_auxiliary(verb))
    return marked(
        pieces, verb.i, role="verb", base=base(verb), did="does" if verb.tag_ == "VBP" and not plural else DO[verb.tag_]
    )


def split_off(verb: Token) -> Token | None:
    """The finite auxiliary of a verb coordinated with `verb` ("qualified but were barred"), or such a verb with a subject."""
    for also in verb.rights:
        if also.dep_ == "conj":
            helper = next((c for c in also.lefts if c.dep_ in AUXILIARY_DEPS and c.tag_ in AUXILIARIES), None)
            if helper is not None:
                return helper
            if also.tag_ in AUXILIARIES and any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in also.lefts):
                return also
    return None


def coordinated(verb: Token) -> list[Token]:
    """The finite verbs that share the subject of `verb`: "agreed and favoured"."""
    found: list[Token] = []
    last = verb
    for _ in range(MAX_CHAIN):
        tags = {"VBD", "VBP", "VBZ", "VBN"} if last.tag_ == "VBD" else {"VBD", "VBP", "VBZ"}  # "ordered and barred"
        following = next((c for c in last.rights if c.dep_ in {"conj", "dep"} and c.tag_ in tags), None)
        if following is None or any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in following.lefts):
            break
        found.append(following)
        last = following
    return found or misplaced(verb)


def misplaced(verb: Token) -> list[Token]:
    """A finite verb that the parser coordinated with a participle: "noted the signal received but declared it false".

    Or with a complement: "the survey was short and combined data of ten years".
    """
    for child in verb.rights:
        if child.dep_ == "acomp" and verb.tag_ in {"VBD", "VBZ", "VBP"}:
            return [c for c in child.rights if c.dep_ == "conj" and is_deed(c)]
        if child.dep_ == "dobj":
            for inner in child.rights:
                if inner.dep_ == "acl" and inner.tag_ == "VBN":
                    return [c for c in inner.rights if c.dep_ == "conj" and c.tag_ == verb.tag_ and c.tag_ != "VBN"]
    return []


def is_deed(verb: Token) -> bool:
    """Whether what the tagger took for a participle has an object, as no passive has."""
    if verb.tag_ not in {"VBN", "VBD"} or any(c.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for c in verb.lefts):
        return False
    return any(c.dep_ == "dobj" for c in verb.rights)
