"""A claim and its layers in; its clause as a sentence in three parts (what stands before, subject, predicate), out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.spans import trimmed
from claimex.syntax import clause, finite_head, is_finite, is_verb
from claimex.wording.amounted import measured, there_is
from claimex.wording.dating import make_absolute
from claimex.wording.headline import headlined, in_sentence_case
from claimex.wording.maker import Maker, pieces_of
from claimex.wording.pieces import Sentence, lowered, render
from claimex.wording.quotes import balanced
from claimex.wording.renaming import Edits, rename
from claimex.wording.stretch import stretch_of
from claimex.wording.verbs import AUXILIARIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.spans import Extent
    from claimex.wording.stretch import Stretch

__all__ = ["Sentence", "compose", "words_of"]

# What may turn out not to be so: the clause that says it is no sentence without them.
FRAMES = frozenset({
    "possibility", "fear", "hope", "risk", "danger", "chance", "suspicion", "theory", "hypothesis", "worry", "likelihood",
    "rumour", "rumor", "evidence", "sign", "proof", "doubt", "assumption", "expectation", "prospect", "threat", "probability",
})  # fmt: skip
SUPPOSING = frozenset({"feel", "imagine", "pretend", "wish", "hope", "fear", "doubt", "suppose", "dream", "wonder"})
UNSURE = frozenset(
    {"likely", "unlikely", "possible", "impossible", "probable", "conceivable", "doubtful", "unclear", "uncertain"}
)
LONG = 150  # tokens: no clause of edited prose is so long; it is copied as it is
LONG_SENTENCE = 60  # tokens of a sentence that can stand for a clause that is none


def compose(claim: Claim, layers: Layers) -> Sentence:
    """The claim's clause as a sentence that stands alone; a clause that is none gives way to the one around it."""
    own = stretch_of(claim, layers, claim.clause)
    if claim.family == "quantity" and (made := measured(Maker(claim, layers, own))) is not None:
        return made
    if claim.pattern == "forecast.headline-to" and (made := headlined(Maker(claim, layers, own))) is not None:
        return made
    if own.j - own.i <= LONG:
        for stretch in stretches(claim, layers, own):
            made = Maker(claim, layers, stretch).shape()
            if made is not None and not says_nothing(made):
                return made
    if (made := there_is(Maker(claim, layers, own))) is not None:
        return made
    return as_it_stands(claim, layers)


def says_nothing(sentence: Sentence) -> bool:
    """Whether only auxiliaries are left of the predicate: "It would be", "Six of them were"."""
    words = render(sentence.predicate).split()
    bare = len(words) == 1 and any(piece.role == "aux" for piece in sentence.predicate)
    return bare or (len(words) <= 2 and words[-1:] == ["be"])  # noqa: PLR2004  # the auxiliary and "be"


def stretches(claim: Claim, layers: Layers, own: Stretch) -> Iterator[Stretch]:
    """The clause, the same with its report, and what stands around it; each made only when the one before is no sentence."""
    if is_framed(Maker(claim, layers, own).root(), claim):
        yield from wider(claim, layers, own)
    yield own
    full = own if claim.attribution is None else stretch_of(claim, layers, claim.clause, report=True)
    if full != own:
        yield full
    yield from wider(claim, layers, full)


def is_framed(root: Token, claim: Claim) -> bool:
    """Whether a clause is only what somebody hopes or holds possible: "The fear is that 40 people are dead".

    What the claim's speaker is said to hope is told without its speaker, as all that is reported.
    """
    over = root.head
    if any(c.lower_ == "whether" and c.dep_ == "mark" for c in root.lefts):
        return True
    if root.dep_ == "ccomp" and over.i < root.i:
        if claim.attribution is not None and claim.attribution.cue.holds(over.i):
            return False
        if over.lemma_ in SUPPOSING or any(c.dep_ == "neg" for c in over.lefts):
            return True
        unsure = any(c.lower_ in UNSURE for c in over.rights if c.dep_ == "acomp")
        return unsure or (over.lemma_ == "be" and any(c.lemma_ in FRAMES for c in over.lefts if c.dep_ == "nsubj"))
    return root.dep_ == "acl" and over.lemma_ in FRAMES and any(c.dep_ == "mark" for c in root.lefts)


def as_it_stands(claim: Claim, layers: Layers) -> Sentence:
    """The words of the clause; of the sentence around it, where the clause has no finite verb and the sentence has."""
    full = stretch_of(claim, layers, claim.clause, report=True)
    if not (has_finite(full, layers) or full.j - full.i > LONG):
        stretch = next((stretch for stretch in wider(claim, layers, full) if has_finite(stretch, layers)), full)
        return Maker(claim, layers, stretch).raw()
    return Maker(claim, layers, full).raw()


def has_finite(stretch: Stretch, layers: Layers) -> bool:
    """Whether a finite verb stands there that no relative clause takes."""
    inside = layers.doc[stretch.i : stretch.j]
    return any(t.tag_ in AUXILIARIES and t.dep_ not in {"relcl", "aux", "auxpass", "amod"} for t in inside) or any(
        t.tag_ in AUXILIARIES and t.dep_ in {"aux", "auxpass"} and t.head.dep_ != "relcl" for t in inside
    )


def wider(claim: Claim, layers: Layers, own: Stretch) -> Iterator[Stretch]:
    """The finite clause around the claim's, and its sentence."""
    doc = layers.doc
    root = Maker(claim, layers, own).root()
    verb = finite_head(root)
    if verb.i == root.i and root.head.i != root.i:
        verb = finite_head(root.head)
    if is_verb(verb) and is_finite(verb) and verb.i != root.i:
        whole = clause(verb)
        if whole.covers(claim.cue) and whole.j - whole.i <= LONG:
            yield stretch_of(claim, layers, whole)
            if claim.attribution is not None:
                yield stretch_of(claim, layers, whole, report=True)
    sentence = doc[root.i].sent
    if len(sentence) <= LONG_SENTENCE and sentence.start <= claim.cue.i and claim.cue.j <= sentence.end:
        yield stretch_of(claim, layers, trimmed(doc, sentence.start, sentence.end))


def words_of(at: Extent, layers: Layers, *, speaker: str | None = None, inside: bool = False, owners: bool = True) -> str:
    """The words at `at` with full names and absolute dates; `inside` a sentence, their first word loses its capital.

    Without `owners`, "his" and "its" stay, for words whose subject will stand before them.
    """
    edits = Edits(speaker=speaker, owners=owners)
    rename(edits, at.i, at.j, layers)
    make_absolute(edits, at.i, at.j, layers)
    if at.i < layers.headline:
        in_sentence_case(edits, at.i, at.j, layers)
    pieces = pieces_of(layers.doc[at.i : at.j], edits)
    return render(balanced((lowered(pieces) if inside else pieces,), complete=False)[0])
