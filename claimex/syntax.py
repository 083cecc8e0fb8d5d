"""Walks over the dependency tree that several rooms share: clause, subject, object, phrase.

The labels are those of spaCy's English models (ClearNLP style: nsubj, nsubjpass, dobj, pobj, attr, relcl, acl, ccomp ...).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.spans import Extent, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

__all__ = [
    "CLAUSE_DEPS",
    "SUBJECT_DEPS",
    "ancestors",
    "asserts",
    "clause",
    "clause_head",
    "clause_with_antecedent",
    "finite_head",
    "is_finite",
    "is_question",
    "is_verb",
    "object_of",
    "phrase",
    "subject_of",
    "subject_phrase",
    "word_at",
]  # fmt: skip

SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECT_DEPS = frozenset({"dobj", "attr", "dative", "oprd"})
CLAUSE_DEPS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "pcomp", "csubj", "csubjpass", "parataxis"})
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "WDT", "EX"})
# Children of a noun that say more about it than which one it is.
LOOSE_DEPS = frozenset({"relcl", "appos", "punct", "cc", "conj", "acl", "advcl", "parataxis"})
ASIDES = frozenset({"while", "whilst", "although", "though", "whereas", "as"})
BREAKS = frozenset({";", "\n", "\n\n"})  # no clause goes on across these, whatever the parser says
MAX_CLIMB = 40  # heads from a token to its root; deeper trees are parser noise, and the walk must end


def word_at(doc: Doc, i: int) -> str:
    """Token `i` in small letters; "" beyond the text's end, which may come after any word."""
    return str(doc[i].lower_) if 0 <= i < len(doc) else ""


def is_verb(token: Token) -> bool:
    return token.tag_ in VERB_TAGS


def ancestors(token: Token) -> Iterator[Token]:
    """The token and its heads, up to the root."""
    for _ in range(MAX_CLIMB):
        yield token
        if token.head is token or token.head.i == token.i:
            return
        token = token.head


def clause_head(token: Token) -> Token:
    """The head of the smallest clause that `token` is part of: a verb, or the root of a verbless sentence."""
    last = token
    for last in ancestors(token):
        if is_verb(last) and last.dep_ not in {"aux", "auxpass", "amod", "compound"}:
            return last
        if last.dep_ in {"ROOT", "parataxis"}:
            return last
    return last


def finite_head(token: Token) -> Token:
    """The nearest verb at or above `token` that has a tense: itself finite, or with a finite auxiliary."""
    last = clause_head(token)
    for verb in ancestors(last):
        if is_verb(verb) and is_finite(verb):
            return verb
    return last


def is_finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBP", "VBZ", "MD"} or any(
        child.dep_ in {"aux", "auxpass"} and child.tag_ in {"MD", "VBD", "VBP", "VBZ"} for child in verb.lefts
    )


def subject_of(verb: Token) -> Token | None:
    """The head word of the verb's subject, through relative clauses, coordination and control; None if it has none."""
    for _ in range(MAX_CLIMB):
        for child in verb.children:
            if child.dep_ in SUBJECT_DEPS and not is_cut_off(child, verb):
                if child.lower_ in RELATIVE and verb.dep_ == "relcl":
                    return verb.head
                return child
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head
        if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp"} and verb.head.i != verb.i:
            if verb.dep_ == "xcomp":
                controller = next((child for child in verb.head.children if child.dep_ in {"dobj", "dative"}), None)
                if controller is not None and controller.i < verb.i:
                    return controller
            verb = clause_head(verb.head)
            continue
        return None
    return None


def is_cut_off(child: Token, verb: Token) -> bool:
    """Whether what was taken for the subject lies beyond a semicolon or line break, which no subject does."""
    return any(token.text in BREAKS for token in verb.doc[child.i : verb.i])


def object_of(verb: Token) -> Token | None:
    """The head word of the verb's object or complement."""
    return next((child for child in verb.rights if child.dep_ in OBJECT_DEPS), None)


def edges(token: Token, *, without: frozenset[str] = frozenset(), loose: bool = True) -> tuple[int, int]:
    """First and one past last token of the stretch around `token` that its subtree fills, without children of deps `without`.

    A left-out child cuts the stretch there; what lies beyond it, seen from `token`, is lost too.
    """
    i, j = token.i, token.i + 1
    for child in reversed(list(token.lefts)):
        if child.dep_ in without and child.tag_ != "HYPH":  # "a soft-spoken man" goes on across its hyphen
            if loose:
                break
            continue
        i = min(i, child.left_edge.i)
    for child in token.rights:
        if child.dep_ in without:
            if loose:
                break
            continue
        j = max(j, child.right_edge.i + 1)
    return i, j


def phrase(token: Token, *, full: bool = False) -> Extent:
    """The noun phrase around its head word, with determiner, modifiers and "of ..."; `full`: also clauses and appositions."""
    i, j = edges(token, without=frozenset() if full else LOOSE_DEPS)
    return trimmed(token.doc, i, j)


def subject_phrase(verb: Token) -> Extent | None:
    """The words of the verb's subject, with all that is coordinated in it ("Ford and its rivals")."""
    subject = subject_of(verb)
    if subject is None or not (subject.tag_ in NOUN_TAGS or subject.dep_ in SUBJECT_DEPS):
        return None
    first = last = phrase(subject)
    for _ in range(MAX_CLIMB):
        subject = next((child for child in subject.rights if child.dep_ == "conj" and child.tag_ in NOUN_TAGS), None)
        if subject is None or subject.i > verb.i > first.i:
            break
        last = phrase(subject)
    return first if last is first else trimmed(verb.doc, first.i, max(first.j, last.j))


def clause(head: Token) -> Extent:
    """The smallest clause around `head` that says it by itself: no clauses coordinated with it, reports around it, or asides.

    A clause that depends on it as a condition, time or relative clause stays, since it changes what is said. A verb that
    shares its subject with the one before ("came and won") takes the words from that subject on; a complement without a
    subject ("continues to rise") those of the verb it completes.
    """
    for _ in range(MAX_CLIMB):
        if head.dep_ != "xcomp" or not is_verb(head.head) or head.head.i > head.i or has_subject(head):
            break
        head = head.head
    i, j = head.i, head.i + 1
    for child in reversed(list(head.lefts)):
        if is_outside(child, head) or is_aside(child, head):
            if child.dep_ != "conj":  # "X, he said": the report lies before its verb
                break
            continue
        i = min(i, child.left_edge.i)
    for child in head.rights:
        if child.dep_ in {"cc", "conj", "preconj"} or is_outside(child, head) or is_aside(child, head):
            if is_verb(child) or child.dep_ == "cc":
                break
            continue
        j = max(j, child.right_edge.i + 1)
    doc = head.doc
    while i < head.i and (doc[i].dep_ in {"cc", "mark", "punct"} and doc[i].head.i == head.i and doc[i].lower_ != "to"):
        i += 1
    i = min(i, shared_start(head, i))
    i = max(i, next((k + 1 for k in range(head.i - 1, i - 1, -1) if doc[k].text in BREAKS), i))
    j = min(j, next((k for k in range(head.i + 1, j) if doc[k].text in BREAKS), j))
    return trimmed(doc, i, j)


def has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECT_DEPS or child.dep_ == "expl" for child in verb.lefts)


def shared_start(head: Token, i: int) -> int:
    """Where the subject begins that a coordinated verb shares with the verb before it; `i` if it has its own."""
    verb = head
    for _ in range(MAX_CLIMB):
        if verb.dep_ != "conj" or has_subject(verb) or not is_verb(verb.head) or verb.head.i > verb.i:
            break
        verb = verb.head
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECT_DEPS), None) if verb.i != head.i else None
    return i if subject is None else subject.left_edge.i


def is_aside(child: Token, head: Token) -> bool:
    """Whether a clause or phrase only accompanies what its head says: "while ...", "according to ...", ", leading to ..."."""
    if child.dep_ == "prep":
        return child.lower_ == "according"
    if child.dep_ != "advcl":
        return False
    marks = {word.lower_ for word in child.lefts if word.dep_ in {"mark", "advmod"}}
    before = child.doc[child.left_edge.i - 1] if child.left_edge.i else child
    if marks & ASIDES:  # but "while riding a bus" says when
        when = child.tag_ == "VBG" and "while" in marks and child.i > head.i and before.tag_ not in {",", ":"}
        return not when or has_subject(child)
    return child.i > head.i and child.tag_ == "VBG" and not marks and before.tag_ == ","


def clause_with_antecedent(verb: Token) -> Extent:
    """As `clause`; a relative or participle clause with the noun that it says it of ("laws banning migrants")."""
    whole = clause(verb)
    if verb.dep_ in {"relcl", "acl"} and verb.head.i < verb.i:
        return trimmed(verb.doc, min(edges(verb.head)[0], whole.i), max(whole.j, verb.i + 1))
    return whole


def is_outside(child: Token, head: Token) -> bool:
    """Whether a child of a clause's head is another clause beside it."""
    if child.dep_ == "parataxis":
        return True
    if child.dep_ == "ccomp":  # "X, he said" (outside) against "he said X" (inside)
        return child.i < head.i
    return child.dep_ == "conj" and is_verb(child)


def asserts(head: Token) -> bool:
    """Whether the clause around `head` says that something is so; not for questions, imperatives, wishes and conditions."""
    verb = head
    for verb in ancestors(head):
        marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "advmod"}}
        if marks & {"if", "unless", "whether"} and verb.dep_ in {"advcl", "ccomp", "pcomp"}:
            return False
        if verb.dep_ == "ccomp" and verb.head.lemma_ in {"wish", "wonder", "ask"} and verb.i > verb.head.i:
            return False
    return not (is_question(verb) or is_imperative(verb))


def is_question(root: Token) -> bool:
    """Whether the sentence of its root asks; a report around a quoted question does not."""
    last = root.doc[root.sent.end - 1]
    while last.i > root.i and last.tag_ in {"_SP", "``", "''"}:
        last = last.nbor(-1)
    return last.lower_ == "?" or asks_in_form(root)


def asks_in_form(root: Token) -> bool:
    """Whether a helper stands between a question word and the subject, as in "So how can we mend it"."""
    subject = next((child for child in root.lefts if child.dep_ in SUBJECT_DEPS), None)
    helper = next((child for child in root.lefts if child.dep_ in {"aux", "auxpass"}), root)
    if subject is None or helper.i > subject.i or root.dep_ not in {"ROOT", "conj", "ccomp"}:
        return False
    return helper.i > root.sent.start and helper.nbor(-1).tag_ in {"WRB", "WP"}


def is_imperative(root: Token) -> bool:
    """Whether the root is a bare verb without a subject: "Call the first number"."""
    if root.tag_ != "VB" or root.dep_ != "ROOT":
        return False
    return not any(child.dep_ in SUBJECT_DEPS or child.dep_ in {"aux", "auxpass", "expl"} for child in root.children)
