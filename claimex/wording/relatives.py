"""A relative or participle clause in; the same as a sentence with its antecedent in the place of "which", out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.syntax import edges
from claimex.wording.pieces import Piece, ended, lowered
from claimex.wording.predicate import finite_pieces, is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.wording.maker import Maker
    from claimex.wording.pieces import Sentence

__all__ = ["RELATIVES", "SUBJECTS", "is_relative", "owner_of", "relative_sentence", "who_before"]

RELATIVES = frozenset({"who", "which", "that", "whom"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "IN"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
GENERIC = frozenset({
    "me", "us", "him", "them", "those", "anyone", "anybody", "everyone", "everybody", "one", "ones", "any", "anything", "someone",
})  # fmt: skip
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
OF_MANY = frozenset({"all", "every", "each", "any", "most", "no", "few", "only"})  # of these a clause says no more than which
LOOSENING = frozenset({",", "—", "–", "--", "-", "("})
KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "my", "our"})
MIN_BEFORE = 2  # a name and a comma
MAX_CHAIN = 4  # verbs in a row
ANTECEDENT_ENDS = frozenset({"relcl", "acl", "punct", "cc", "conj", "appos", "advcl", "parataxis"})


def is_relative(verb: Token) -> bool:
    """Whether a clause begins with "which", "who" or "for which"."""
    return relative_of(verb) is not None or leading_preposition(verb) is not None


def relative_of(verb: Token) -> Token | None:
    """The "which" of a clause, its verb's own or that of a verb inside it: "which they have refused to take back"."""
    own = next((c for c in verb.lefts if c.lower_ in RELATIVES and c.tag_ in RELATIVE_TAGS), None)
    first = verb.left_edge
    return own or (first if first.tag_ == "WDT" and first.dep_ == "dobj" and first.head.i > verb.i else None)


def leading_preposition(verb: Token) -> Token | None:
    """Finds the "for" of "for which he was sentenced"."""
    return next(
        (c for c in verb.lefts if c.dep_ == "prep" and any(t.lower_ in {"which", "whom"} and t.dep_ == "pobj" for t in c.rights)),
        None,
    )


def gap_after(verb: Token) -> int:
    """The last token before the place of the object that "which" stands for: "which they have refused to take back"."""
    for _ in range(MAX_CHAIN):
        inner = next((c for c in verb.rights if c.dep_ == "xcomp" and c.tag_ in {"VB", "VBG"}), None)
        if inner is None or any(c.dep_ in {"dobj", "ccomp"} for c in (*verb.rights, *inner.rights)):
            break
        verb = inner
    left = (c.i for c in verb.rights if c.dep_ == "prt" or (c.dep_ == "prep" and not list(c.rights) and c.i == verb.i + 1))
    return max([verb.i, *left])


def antecedent_end(noun: Token, verb: Token) -> tuple[int, int]:
    """First and one past last token of the noun phrase that a relative clause with `verb` says something of."""
    i, _ = edges(noun, without=ANTECEDENT_ENDS)
    j = noun.i + 1
    for child in noun.rights:
        if child.dep_ in ANTECEDENT_ENDS or child.left_edge.i >= verb.left_edge.i:
            break
        j = child.right_edge.i + 1
    doc = noun.doc
    while i < noun.i and doc[i].tag_ in {",", "CC", "_SP"}:
        i += 1
    return i, j


def relative_sentence(maker: Maker, verb: Token) -> Sentence | None:
    """A relative or participle clause with its antecedent as its subject, or as its object."""
    claim, stretch = maker.claim, maker.stretch
    noun = agreeing(verb)
    start, end = antecedent_end(noun, verb)
    if (over := over_of(noun, verb)) is not None:
        start, noun = antecedent_end(over, verb)[0], over
    at = claim.subject
    if at is not None and at.holds(noun.i) and at.j <= verb.left_edge.i:
        start, end = at.i, at.j
    relative = relative_of(verb)
    own = next((c for c in verb.lefts if c.dep_ in SUBJECTS and (relative is None or c.i != relative.i)), None)
    first = verb.left_edge.i
    if first < end or noun.lower_ in GENERIC or any(c.tag_ in {"WP$", "WRB"} for c in verb.lefts):
        return None
    if own is not None and any(t.lower_ in {"whom", "which"} for t in own.subtree):  # "four of whom were hurt"
        return None
    if any(c.tag_ == "TO" for c in verb.lefts):
        return existing(maker, start, end, verb)
    if own is not None:
        prep = leading_preposition(verb) if relative is None else None
        return at_end(maker, verb, prep, own, (start, end)) if prep is not None else as_object(maker, verb, own, (start, end))
    if (relative is None and leading_preposition(verb) is not None) or is_only_held(noun, verb):
        return None
    subject = ended(maker.pieces(start, end))
    rest = maker.pieces(first if relative is None else relative.i + 1, stretch.j)
    return maker.finished([], subject, finite_pieces(verb, rest, tense=claim.tense, plural=is_plural(noun, alone=True)))


def is_only_held(noun: Token, verb: Token) -> bool:
    """Whether a clause says which ones are meant of all, or of what is denied: "all the guests who came", "saw no one who"."""
    loose = verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text in LOOSENING
    if loose or noun.tag_ in {"NNP", "NNPS"}:
        return False
    if any(c.lower_ in OF_MANY for c in noun.lefts):
        return True
    over = noun.head
    return (
        noun.dep_ in {"dobj", "attr"}
        and any(c.dep_ == "neg" for c in over.lefts)
        and not any(c.lower_ in KNOWN for c in noun.lefts)
    )


def agreeing(verb: Token) -> Token:
    """The antecedent: the noun right before "that" where the parser's does not agree ("a list of clubs that have left")."""
    noun, relative, many = verb.head, relative_of(verb), number_of(verb)
    if relative is None or many is None or relative.i == 0:
        return noun
    near = relative.nbor(-1)
    if near.i <= noun.i or near.tag_ not in NOUNS:
        return noun
    return near if is_plural(near, alone=True) == many != is_plural(noun, alone=True) else noun


def over_of(noun: Token, verb: Token) -> Token | None:
    """The noun before "of" that agrees with a clause on "which", as the one after it does not: "a list of clubs that is long"."""
    many, over = number_of(verb), noun.head.head
    if many is None or noun.dep_ != "pobj" or noun.head.lower_ != "of" or over.tag_ not in {"NN", "NNS"}:
        return None
    if any(c.dep_ in {"conj", "cc"} for c in noun.rights) or noun.tag_ not in {"NN", "NNS"}:
        return None
    return over if is_plural(over, alone=True) == many != is_plural(noun, alone=True) else None


def number_of(verb: Token) -> bool | None:
    """Whether the verb of a clause on "which" is plural; None where its form does not say, or "which" is not its subject."""
    relative = relative_of(verb)
    if relative is None or relative.dep_ not in SUBJECTS:
        return None
    finite = next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), verb)
    return {"VBP": True, "VBZ": False}.get(finite.tag_)


def as_object(maker: Maker, verb: Token, own: Token, noun: tuple[int, int]) -> Sentence | None:
    """Makes "The novel that she wrote in 2001" -> "She wrote the novel in 2001"."""
    if verb.dep_ == "acl" or any(c.dep_ == "dobj" and c.tag_ not in RELATIVE_TAGS for c in verb.children):
        return None
    subject = maker.pieces(own.left_edge.i, own.right_edge.i + 1)
    last = gap_after(verb) + 1
    rest = maker.pieces(own.right_edge.i + 1, last)
    head = finite_pieces(verb, rest, tense=maker.claim.tense, plural=is_plural(own))
    rest = maker.pieces(last, maker.stretch.j)
    return maker.finished([], subject, [*ended(head), *ended(lowered(maker.pieces(*noun))), *rest])


def owner_of(maker: Maker, verb: Token, i: int) -> list[Piece] | None:
    """Makes the "whose" at token `i` into "the victim’s"; None where the antecedent is not right before it."""
    noun = verb.head
    start, end = antecedent_end(noun, verb)
    if noun.tag_ not in NOUNS or not end <= i <= end + 1:
        return None
    pieces = ended(maker.pieces(start, end))
    if not pieces:
        return None
    last = pieces[-1]
    return [
        *pieces[:-1],
        last._replace(text=last.text + ("’" if noun.tag_ in {"NNS", "NNPS"} and last.text.endswith("s") else "’s"), space=True),
    ]


def who_before(subject: Token, first: int) -> tuple[int, int] | None:
    """The name before ", who said", where the parser does not tie the two; None where it does."""
    doc, i = subject.doc, subject.i
    if subject.lower_ != "who" or i != first or i < MIN_BEFORE or subject.head.dep_ == "relcl" or doc[i - 1].text != ",":
        return None
    noun = doc[i - 2]
    return (noun.left_edge.i, i - 1) if noun.tag_ in NOUNS and noun.right_edge.i < i else None


def existing(maker: Maker, start: int, end: int, verb: Token) -> Sentence | None:
    """Makes "A plan to build a bridge" -> "There is a plan to build a bridge"."""
    if maker.doc[start].lower_ not in {"a", "an", "no"}:
        return None
    be = "was" if maker.claim.tense == "past" else "is"
    rest = [*ended(maker.pieces(start, end)), *maker.pieces(verb.left_edge.i, maker.stretch.j)]
    return maker.finished([], [Piece("there")], [Piece(be, role="aux", base=be), *rest])


def at_end(maker: Maker, verb: Token, prep: Token, own: Token, noun: tuple[int, int]) -> Sentence:
    """Makes "The case for which he was sentenced" -> "He was sentenced for the case"."""
    subject = maker.pieces(own.left_edge.i, own.right_edge.i + 1)
    rest = maker.pieces(own.right_edge.i + 1, maker.stretch.j)
    predicate = finite_pieces(verb, rest, tense=maker.claim.tense, plural=is_plural(own))
    return maker.finished([], subject, [*ended(predicate), Piece(prep.lower_), *lowered(maker.pieces(*noun))])
