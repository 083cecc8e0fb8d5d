"""How a forecast is checked: once its time has come, by whether it did; before that, by the plan or promise itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.families._family import Check, Phrase
from claimex.spans import words_at
from claimex.syntax import is_verb
from claimex.wording.check import date_of, opposite, plain_check, window_of
from claimex.wording.pieces import Piece, lowered, render
from claimex.wording.verbs import base, gerund

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.wording.sentence import Sentence

__all__ = ["check"]

GUESSES = frozenset({"may", "might", "could"})
PLANS = frozenset({"be-planned", "plans-to", "goal", "be-to", "headline-to", "to-be"})
PREDICTED = ("likely", "expected", "bound", "certain", "sure", "predicted", "forecast", "projected")  # no plans
BARE = frozenset({"VB", "VBP", "NN"})  # tags of a base form; the tagger takes some for nouns
UNSAID = frozenset({"there", "no", "nobody", "nothing", "none", "neither"})
OBJECTS = {"we": "us", "they": "them", "he": "him", "she": "her", "I": "me", "i": "me"}
MAX_CLIMB = 6  # heads from the deed to the verb of the sentence
LONGEST = 20  # words of a subject that can be said again


def check(claim: Claim, sentence: Sentence, layers: Layers) -> Check:
    """Will it be so, by its time? A guess ("may help") is asked as what it guesses ("Will it help?")."""
    plain = plain_check(claim, willed(sentence), layers, refuted="")
    window = window_of(date_of(claim, "time", layers), layers) or plain.window
    cue = words_at(layers.doc, claim.cue).lower()
    unlikely = claim.polarity == "negated" or "unlikely" in cue
    said = happening(claim, sentence, layers, denied=not unlikely)
    if said is None:
        refuted = opposite(sentence)
    elif unlikely:
        refuted = f"{said} after all"
    elif claim.pattern.rsplit(".", 1)[-1] in PLANS and not any(word in cue for word in PREDICTED):
        refuted = f"no record of such a plan, or {said}"
    else:
        refuted = said
    return Check(plain.question, refuted, window)


def willed(sentence: Sentence) -> Sentence:
    """The sentence with "will" for "may"."""
    return replace(sentence, predicate=tuple(p._replace(base="will") if is_guess(p) else p for p in sentence.predicate))


def is_guess(piece: Piece) -> bool:
    return piece.role == "aux" and piece.base in GUESSES


def happening(claim: Claim, sentence: Sentence, layers: Layers, *, denied: bool) -> str | None:
    """What is to happen, as a noun: "the visit (not) being held"; None where its words are no deed, or deny it themselves."""
    what = claim.slots.get("what")
    at = what.at if isinstance(what, Phrase) else None
    verb = next((t for t in layers.doc[at.i : at.j] if is_verb(t) or t.i == at.i), None) if at is not None else None
    subject = render(lowered([*sentence.subject]))
    k = next((k for k, p in enumerate(sentence.predicate) if verb is not None and p.i == verb.i), None)
    if (
        verb is None
        or k is None
        or not is_own(verb, sentence, layers)
        or verb.tag_ not in BARE
        or not 0 < len(subject.split()) <= LONGEST
        or subject.split()[0] in UNSAID
    ):
        return None
    after = sentence.predicate[k + 1 :]
    if any(piece.role in {"not", "never"} for piece in after):
        return None
    nothing = next((c.i for noun in verb.rights if noun.dep_ == "dobj" for c in noun.lefts if c.lower_ == "no"), None)
    none = [piece for piece in after if piece.i == nothing]
    if none and not denied:
        return None
    after = tuple(piece for piece in after if piece not in none)  # "plans to make no cuts" is refuted by cuts
    text = gerund(base(verb))
    said = Piece(OBJECTS.get(subject, subject))
    return render([said, *([Piece("not")] if denied and not none else []), Piece(text), *after]).rstrip(".!?")


def is_own(verb: Token, sentence: Sentence, layers: Layers) -> bool:
    """Whether the deed is the subject's, and not another's of whom it says something: "The bank said the sale might go on"."""
    finite = next((piece.i for piece in sentence.predicate if piece.role in {"aux", "verb"}), -1)
    if finite < 0:
        return True
    token = layers.doc[finite]
    main = token.head if token.dep_ in {"aux", "auxpass"} else token
    for _ in range(MAX_CLIMB):
        if verb.i in {main.i, verb.head.i}:
            break
        if verb.dep_ in {"ccomp", "relcl"}:
            return False
        verb = verb.head
    return True
