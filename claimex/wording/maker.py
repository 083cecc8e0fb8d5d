"""A clause in; a sentence in three parts made of it, out: with a subject and a finite verb, in the usual order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._family import Phrase
from claimex.syntax import is_verb
from claimex.wording.coordinate import coordinate, is_finite_here, subject_start
from claimex.wording.dating import make_absolute
from claimex.wording.finite import helpers_before
from claimex.wording.headline import in_sentence_case
from claimex.wording.pieces import Piece, Sentence, ended, lowered
from claimex.wording.predicate import finite_pieces, is_plural, participle, supplied
from claimex.wording.quotes import balanced
from claimex.wording.relatives import SUBJECTS, is_relative, owner_of, relative_sentence, who_before
from claimex.wording.renaming import Edits, rename
from claimex.wording.stretch import Stretch, subject_outside
from claimex.wording.whole import (
    QUESTION_WORDS,
    after_mark,
    is_crowded,
    is_doer,
    is_infinitive,
    is_no_sentence,
    is_told_of,
    is_wished,
    lacks_object,
    lacks_word,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from claimex.families._family import Claim
    from claimex.layers import Layers

__all__ = ["Maker", "pieces_of"]

TITLE_TAGS = frozenset({"VB", "VBP", "VBG", "JJ", "NN", "NNS"})
RANKED = frozenset({"rarity", "superlative"})
MAX_CLIMB = 40


def pieces_of(tokens: Iterable[Token], edits: Edits) -> list[Piece]:
    """The tokens with their edits."""
    pieces = []
    new, names, spaced = edits.text, edits.proper, edits.spaced
    for token in tokens:
        i, own = token.i, token.text
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
        self.edits = Edits(speaker=stretch.speaker, telling=stretch.telling, quoted=stretch.quoted)

    def pieces(self, i: int, j: int) -> list[Piece]:
        """The words of tokens [i, j) that are not cut, edited; names seen earlier stay short."""
        if i >= j:
            return []
        rename(self.edits, i, j, self.layers)
        make_absolute(self.edits, i, j, self.layers)
        if i < self.layers.headline:
            in_sentence_case(self.edits, i, j, self.layers)
        cut = self.stretch.cut
        self.edits.spaced |= {self.put_at(k - 1) for k in cut if k - 1 not in cut}
        span = self.doc[i:j]
        return pieces_of((token for token in span if token.i not in cut) if cut else span, self.edits)

    def put_at(self, k: int) -> int:
        """The token that holds the words put in place of several, of which `k` is one."""
        while k > self.stretch.i and self.edits.text.get(k) == "":
            k -= 1
        return k

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
        if (made := self.added_report(root)) is not None:
            return made
        if (also := coordinate(self.claim, root, self.doc)) is not None and (made := self.shared(root, also)) is not None:
            return made
        if is_infinitive(root) and (made := self.ranked(root)) is not None:
            return made
        if is_verb(root) or (root.dep_ in {"ROOT", "ccomp", "conj"} and any(c.dep_ in SUBJECTS for c in root.children)):
            return self.by_verb(root)
        modifier = self.modifier(root)
        if modifier is not None:
            found = relative_sentence(self, modifier)
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
        if subject is None or (root.dep_ == "relcl" and (is_relative(root) or lacks_object(root, self.stretch))):
            return relative_sentence(self, root) if root.dep_ in {"relcl", "acl"} else self.subjectless(root)
        i, j = max(self.stretch.i, subject_start(subject)), min(self.stretch.j, subject.right_edge.i + 1)
        if subject.i > root.i or i > subject.i:
            return self.raw()
        j = min(j, *(c.i for c in root.lefts if c.i > subject.i), root.i)  # an apposition may stand after the verb
        if lacks_word(root, subject) or is_told_of(root, subject) or is_no_sentence(root, subject, i, j) or is_wished(root):
            return None
        if is_crowded(root, i, j, self.stretch):
            return self.raw()
        if i > self.stretch.i and self.doc[i - 1].lower_ in {"then", "former"}:  # "In 2011, then President Zardari ..."
            i -= 1
        if self.doc[i].tag_ == "WP$" and root.dep_ == "relcl":
            owner = owner_of(self, root, i)
            return (
                None if owner is None else self.joined(root, [], [*owner, *self.pieces(i + 1, j)], j, plural=is_plural(subject))
            )
        start = after_mark(root, self.stretch.i, i)
        who, words, named = subject, self.pieces(i, j), who_before(subject, self.stretch.i)
        if named is not None:
            who, words, j = self.doc[named[1] - 1], ended(self.pieces(*named)), subject.i + 1
        return self.joined(root, self.pieces(start, i), words, j, plural=is_plural(who))

    def shared(self, root: Token, also: Token) -> Sentence | None:
        """A coordinated verb with the subject that it shares: "he came, and met the pope" -> "He met the pope"."""
        subject = next((c for c in root.lefts if c.dep_ in {"nsubj", "nsubjpass"} and self.stretch.holds(c.left_edge.i)), None)
        if subject is None or subject.right_edge.i >= root.i or subject.tag_ in {"WDT", "WP"}:
            return None
        i, j, first = subject.left_edge.i, subject.right_edge.i + 1, also.left_edge.i
        slots = (slot.at for slot in self.claim.slots.values() if isinstance(slot, Phrase) and slot.at is not None)
        if any(j <= at.i < first for at in slots) or not is_finite_here(also):
            return None
        before, who = self.pieces(self.stretch.i, i), ended(self.pieces(i, j))  # first: verbs agree with the name put for "I"
        rest = self.pieces(first, self.stretch.j)
        return self.finished(before, who, finite_pieces(also, rest, tense=self.claim.tense, plural=is_plural(subject)))

    def added_report(self, root: Token) -> Sentence | None:
        """A report added to another deed, with its subject: "she spoke, noting that it rained" -> "She noted that it rained"."""
        verb, inside = self.doc[self.claim.head], self.stretch
        if self.claim.family != "statement" or verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.head.i != root.i < verb.i:
            return None
        subject = next((c for c in root.lefts if c.dep_ in {"nsubj", "nsubjpass"} and inside.holds(c.left_edge.i)), None)
        if subject is None or subject.tag_ in QUESTION_WORDS or verb.left_edge.i < verb.i or not inside.holds(verb.i):
            return None
        first, last = ended(self.pieces(subject.left_edge.i, subject.right_edge.i + 1)), min(inside.j, verb.right_edge.i + 1)
        tense = "past" if root.tag_ == "VBD" else self.claim.tense
        return self.finished([], first, finite_pieces(verb, self.pieces(verb.i, last), tense=tense, plural=is_plural(subject)))

    def joined(self, root: Token, before: list[Piece], subject: list[Piece], j: int, *, plural: bool) -> Sentence:
        predicate = finite_pieces(root, self.pieces(j, self.stretch.j), tense=self.claim.tense, plural=plural)
        return self.finished(before, ended(subject) if predicate and predicate[0].i < 0 else subject, predicate)

    def subjectless(self, root: Token) -> Sentence | None:
        """A coordinated or participle clause, with the subject of the clause it hangs on."""
        at = subject_outside(self.claim, root, self.stretch)
        if at is None:
            return None
        head = next((t for t in self.doc[at.i : at.j] if not at.holds(t.head.i)), self.doc[at.j - 1])
        plural = is_plural(head)
        if not is_finite_here(root) and not supplied(root) and not participle(root):
            return None
        if root.tag_ == "VBG" and root.dep_ == "advcl" and not is_doer(root):
            return None
        subject = ended(self.pieces(at.i, at.j))
        words = [*helpers_before(root, self.stretch.i), *lowered(self.pieces(self.stretch.i, self.stretch.j))]
        return self.finished([], subject, finite_pieces(root, words, tense=self.claim.tense, plural=plural))

    def ranked(self, root: Token) -> Sentence | None:
        """A name before its rank, which the parser took for a subject: "Brown, the third mayor to be jailed"."""
        first, inside, doc = self.stretch.i, self.stretch, self.doc
        ranks = (c for c in root.lefts if c.dep_ in SUBJECTS and c.left_edge.i <= self.claim.cue.i <= c.right_edge.i)
        i = end = next((c.left_edge.i for c in ranks), first)
        while end > first and doc[end - 1].tag_ in {",", ":", "_SP"}:
            end -= 1
        if self.claim.family not in RANKED or end <= first or not doc[end - 1].text[:1].isupper():
            return None
        if any(is_verb(t) for t in doc[first:end]):
            return None
        be = "was" if self.claim.tense == "past" else "is"
        rest = lowered(self.pieces(i, inside.j))
        return self.finished([], ended(self.pieces(first, end)), [Piece(be, role="aux", base=be), *rest])

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
        if i >= j or doc[i].tag_ == "TO" or not i <= claim.cue.i < j or any(is_verb(t) and t.dep_ == "ROOT" for t in doc[i:j]):
            return None
        if doc[i].tag_ in {"RB", "VBD", "VBN", "VBZ", "VBP", "``", "''", "MD"}:
            return None  # "perhaps the biggest story", "appeared only in Ohio"
        head = next((t for t in doc[at.i : at.j] if not at.holds(t.head.i)), doc[at.j - 1])
        subject = ended(self.pieces(at.i, at.j))
        article = [] if doc[i].tag_ in {"DT", "PRP$", "CD"} or any(t.tag_ == "POS" for t in doc[i : i + 4]) else [Piece("the")]
        be = ("were" if is_plural(head) else "was") if claim.tense == "past" else ("are" if is_plural(head) else "is")
        return self.finished([], subject, [Piece(be, role="aux", base=be), *article, *lowered(self.pieces(i, j))])
