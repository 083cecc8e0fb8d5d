"""A clause in; a sentence in three parts made of it, out: with a subject and a finite verb, in the usual order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.syntax import is_verb
from claimex.wording.coordinate import coordinate, is_finite_here, subject_start
from claimex.wording.dating import make_absolute
from claimex.wording.headline import in_sentence_case
from claimex.wording.pieces import Piece, Sentence, lowered
from claimex.wording.predicate import finite_pieces, is_plural, participle, supplied
from claimex.wording.quotes import balanced
from claimex.wording.relatives import RELATIVE_TAGS, RELATIVES, antecedent_end, is_relative, leading_preposition
from claimex.wording.renaming import Edits, rename
from claimex.wording.stretch import Stretch, subject_outside

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.families._family import Claim
    from claimex.layers import Layers

__all__ = ["Maker", "pieces_of"]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
QUESTION_WORDS = frozenset({"WP", "WRB", "WDT"})
TITLE_TAGS = frozenset({"VB", "VBP", "VBG", "JJ", "NN", "NNS"})
RANKED = frozenset({"rarity", "superlative"})
GENERIC = frozenset({
    "me", "us", "him", "them", "those", "anyone", "anybody", "everyone", "everybody", "one", "ones", "any", "anything", "someone",
})  # fmt: skip
MAX_CLIMB = 40


def pieces_of(doc: Doc, tokens: range | list[int], edits: Edits) -> list[Piece]:
    """The tokens with their edits."""
    pieces = []
    new, names, spaced = edits.text, edits.proper, edits.spaced
    for i in tokens:
        token = doc[i]
        own = token.text
        proper = i in names or (own[:1].isupper() and is_proper(token))
        group = i in new and new.get(i + 1) == ""  # the first of several tokens that were replaced together
        space = i in spaced if group else token.whitespace_ != "" or i in spaced or own.isspace()
        pieces.append(Piece(new.get(i, own), i, space, proper))
    return pieces


def is_proper(token: Token) -> bool:
    """Whether a word with a capital keeps it inside a sentence."""
    if token.tag_ in {"NNP", "NNPS"} or token.text == "I" or token.ent_type_ in {"NORP", "PERSON"}:
        return True
    if token.tag_ in TITLE_TAGS and token.i + 1 < len(token.doc):  # "Build Back Better" at the start of a sentence
        return token.nbor().text[:1].isupper() and token.nbor().tag_ not in {"NNP", "NNPS"}
    return False


class Maker:
    """One claim's sentence in the making."""

    def __init__(self, claim: Claim, layers: Layers, stretch: Stretch) -> None:
        self.claim, self.layers, self.stretch = claim, layers, stretch
        self.doc = layers.doc
        self.edits = Edits(speaker=stretch.speaker, quoted=stretch.quoted)

    def pieces(self, i: int, j: int) -> list[Piece]:
        """The words of tokens [i, j) that are not cut, edited; names seen earlier stay short."""
        if i >= j:
            return []
        rename(self.edits, i, j, self.layers)
        make_absolute(self.edits, i, j, self.layers)
        if i < self.layers.headline:
            in_sentence_case(self.edits, i, j, self.layers)
        cut = self.stretch.cut
        self.edits.spaced |= {k - 1 for k in cut if k - 1 not in cut}
        return pieces_of(self.doc, [k for k in range(i, j) if k not in self.stretch.cut], self.edits)

    def raw(self) -> Sentence:
        return self.finished([], [], self.pieces(self.stretch.i, self.stretch.j))

    def finished(self, before: list[Piece], subject: list[Piece], predicate: list[Piece]) -> Sentence:
        first, second, third = balanced((before, subject, predicate), complete=self.claim.family == "statement")
        return Sentence(
            tuple(first),
            tuple(second),
            tuple(third),
            tuple(sorted({at for at in self.edits.unresolved if at.i not in self.edits.text})),
        )

    def root(self) -> Token:
        """The token of the clause on which the claim's head hangs inside it."""
        inside = self.stretch
        token = self.doc[self.claim.head]
        if not inside.holds(token.i):
            token = next((t for t in self.doc[inside.i : inside.j] if inside.holds(t.i) and not inside.holds(t.head.i)), token)
        for _ in range(MAX_CLIMB):
            if token.head.i == token.i or not inside.holds(token.head.i):
                break
            token = token.head
        return token

    def shape(self) -> Sentence | None:
        """By what the root of the clause is: a verb with its subject, without one, or a noun; None if it is no sentence."""
        root = self.root()
        if (also := coordinate(self.claim, root, self.doc)) is not None and (made := self.shared(root, also)) is not None:
            return made
        if is_verb(root) or (root.dep_ in {"ROOT", "ccomp", "conj"} and any(c.dep_ in SUBJECTS for c in root.children)):
            return self.by_verb(root)
        modifier = self.modifier(root)
        if modifier is not None:
            found = self.relative(modifier)
            if found is not None:
                return found
        return self.predicated()

    def modifier(self, root: Token) -> Token | None:
        """The verb of the relative or participle clause on the root noun that holds the claim's head."""
        token = self.doc[self.claim.head]
        for _ in range(MAX_CLIMB):
            if token.dep_ in {"relcl", "acl"} and token.head.i == root.i and is_verb(token):
                return token
            if token.i in {token.head.i, root.i}:
                return None
            token = token.head
        return None

    def by_verb(self, root: Token) -> Sentence | None:
        subject = next((c for c in root.children if c.dep_ in SUBJECTS and self.stretch.holds(c.i)), None)
        if subject is None or (root.dep_ == "relcl" and is_relative(root)):
            return self.relative(root) if root.dep_ in {"relcl", "acl"} else self.subjectless(root)
        i, j = max(self.stretch.i, subject_start(subject)), min(self.stretch.j, subject.right_edge.i + 1)
        if subject.i > root.i or i > subject.i:
            return self.raw()
        j = min(j, *(c.i for c in root.lefts if c.i > subject.i), root.i)  # an apposition may stand after the verb
        if any(c.tag_ in QUESTION_WORDS and c.i < i for c in root.lefts):  # "what any driver would do" is no sentence
            return None
        if subject.tag_ in QUESTION_WORDS and root.dep_ != "ROOT":  # "whatever happens"
            return None
        if any(t.lower_ in RELATIVES and t.dep_ == "pobj" for t in self.doc[i:j]):  # "some of which were"
            return None
        if i > self.stretch.i and self.doc[i - 1].lower_ in {"then", "former"}:  # "In 2011, then President Zardari ..."
            i -= 1
        return self.joined(root, self.pieces(self.stretch.i, i), self.pieces(i, j), j, plural=is_plural(subject))

    def shared(self, root: Token, also: Token) -> Sentence | None:
        """A coordinated verb with the subject that it shares: "he came, and met the pope" -> "He met the pope"."""
        subject = next((c for c in root.lefts if c.dep_ in {"nsubj", "nsubjpass"} and self.stretch.holds(c.left_edge.i)), None)
        if subject is None or subject.right_edge.i >= root.i or subject.tag_ in {"WDT", "WP"}:
            return None
        i, j, first = subject.left_edge.i, subject.right_edge.i + 1, also.left_edge.i
        slots = (slot.at for slot in self.claim.slots.values() if isinstance(slot, Phrase) and slot.at is not None)
        if any(j <= at.i < first for at in slots) or not is_finite_here(also):
            return None
        rest = self.pieces(first, self.stretch.j)
        predicate = finite_pieces(also, rest, tense=self.claim.tense, plural=is_plural(subject))
        return self.finished(self.pieces(self.stretch.i, i), ended(self.pieces(i, j)), predicate)

    def joined(self, root: Token, before: list[Piece], subject: list[Piece], j: int, *, plural: bool) -> Sentence:
        predicate = finite_pieces(root, self.pieces(j, self.stretch.j), tense=self.claim.tense, plural=plural)
        return self.finished(before, subject, predicate)

    def relative(self, verb: Token) -> Sentence | None:
        """A relative or participle clause with its antecedent as its subject, or as its object."""
        noun = verb.head
        start, end = antecedent_end(noun, verb)
        at = self.claim.subject
        if at is not None and at.holds(noun.i) and at.j <= verb.left_edge.i:
            start, end = at.i, at.j
        relative = next((c for c in verb.lefts if c.lower_ in RELATIVES and c.tag_ in RELATIVE_TAGS), None)
        own = next((c for c in verb.lefts if c.dep_ in SUBJECTS and (relative is None or c.i != relative.i)), None)
        first = verb.left_edge.i
        if first < end or noun.lower_ in GENERIC or any(c.tag_ in {"WP$", "WRB"} for c in verb.lefts):
            return None
        if any(c.tag_ == "TO" for c in verb.lefts):
            return self.existing(start, end, verb)
        if relative is None and (prep := leading_preposition(verb)) is not None:
            return self.at_end(verb, prep, own, (start, end)) if own is not None else None
        plural = is_plural(noun)
        if own is None:
            subject = ended(self.pieces(start, end))
            rest = self.pieces(first if relative is None else relative.i + 1, self.stretch.j)
            return self.finished([], subject, finite_pieces(verb, rest, tense=self.claim.tense, plural=plural))
        if verb.dep_ == "acl" or any(c.dep_ == "dobj" and c.tag_ not in RELATIVE_TAGS for c in verb.children):
            return None
        subject = self.pieces(own.left_edge.i, own.right_edge.i + 1)
        last = max([verb.i, *(c.i for c in verb.rights if c.dep_ == "prt")]) + 1
        head = finite_pieces(verb, self.pieces(own.right_edge.i + 1, last), tense=self.claim.tense, plural=is_plural(own))
        return self.finished([], subject, [*head, *ended(lowered(self.pieces(start, end))), *self.pieces(last, self.stretch.j)])

    def existing(self, start: int, end: int, verb: Token) -> Sentence | None:
        """Makes "A plan to build a bridge" -> "There is a plan to build a bridge"."""
        if self.doc[start].lower_ not in {"a", "an", "no"}:
            return None
        be = "was" if self.claim.tense == "past" else "is"
        rest = [*ended(self.pieces(start, end)), *self.pieces(verb.left_edge.i, self.stretch.j)]
        return self.finished([], [Piece("there")], [Piece(be, role="aux", base=be), *rest])

    def at_end(self, verb: Token, prep: Token, own: Token, noun: tuple[int, int]) -> Sentence:
        """Makes "The case for which he was sentenced" -> "He was sentenced for the case"."""
        subject = self.pieces(own.left_edge.i, own.right_edge.i + 1)
        rest = self.pieces(own.right_edge.i + 1, self.stretch.j)
        predicate = finite_pieces(verb, rest, tense=self.claim.tense, plural=is_plural(own))
        return self.finished([], subject, [*ended(predicate), Piece(prep.lower_), *lowered(self.pieces(*noun))])

    def subjectless(self, root: Token) -> Sentence | None:
        """A coordinated or participle clause, with the subject of the clause it hangs on."""
        at = subject_outside(self.claim, root, self.stretch)
        if at is None:
            return None
        head = next((t for t in self.doc[at.i : at.j] if not at.holds(t.head.i)), self.doc[at.j - 1])
        plural = is_plural(head)
        if not is_finite_here(root) and not supplied(root) and not participle(root):
            return None
        subject = ended(self.pieces(at.i, at.j))
        return self.finished([], subject, finite_pieces(
            root, self.pieces(self.stretch.i, self.stretch.j), tense=self.claim.tense, plural=plural,
        ))  # fmt: skip

    def predicated(self) -> Sentence | None:
        """A noun phrase that ranks its subject: "Brown, the first black mayor" -> "Brown was the first black mayor"."""
        claim, at = self.claim, self.claim.subject
        if claim.family not in RANKED or at is None or at.overlaps(claim.cue):
            return None
        inside, doc = self.stretch, self.doc
        if inside.i <= at.i and at.j <= inside.j:
            left, right = (inside.i, at.i), (at.j, inside.j)
            i, j = right if claim.cue.i >= at.j else left
        else:
            i, j = inside.i, inside.j
        while i < j and doc[i].tag_ in {",", ":", "IN", "HYPH", "-LRB-"}:
            i += 1
        if i >= j or not i <= claim.cue.i < j or any(is_verb(t) and t.dep_ == "ROOT" for t in doc[i:j]):
            return None
        head = next((t for t in doc[at.i : at.j] if not at.holds(t.head.i)), doc[at.j - 1])
        subject = ended(self.pieces(at.i, at.j))
        article = [] if doc[i].tag_ in {"DT", "PRP$", "CD"} or any(t.tag_ == "POS" for t in doc[i : i + 4]) else [Piece("the")]
        be = ("were" if is_plural(head) else "was") if claim.tense == "past" else ("are" if is_plural(head) else "is")
        return self.finished([], subject, [Piece(be, role="aux", base=be), *article, *self.pieces(i, j)])


def ended(pieces: list[Piece]) -> list[Piece]:
    """Pieces with a space after the last, and no comma."""
    while pieces and not pieces[-1].text.strip(" ,;:-–—\n"):
        pieces = pieces[:-1]
    if pieces and not pieces[-1].space:
        last = pieces[-1]
        pieces = [*pieces[:-1], Piece(last.text, last.i, proper=last.proper)]
    return pieces
