"""Named bodies and countries, and where they are mentioned, in; "it", "its", "they" and "their" that mean one of them, out.

Only what the tree makes plain: what a body says of itself ("Iran said it had ..."), what it owns in its own clause, and "It" or
"They" at a sentence's beginning with a deed that only somebody can do, where the sentence before has a body as its subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.names.entity import Mention
from claimex.spans import extent
from claimex.syntax import SUBJECT_DEPS, clause_head

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.names.pairs import Place
    from claimex.names.words import Words

__all__ = ["find_its"]

ONE, MANY = frozenset({"it", "its"}), frozenset({"they", "their"})
EITHER = ONE | MANY
# With these "it" may stand for nothing: "said it was raining", "said it appeared that".
EMPTY = frozenset(
    {"be", "seem", "appear", "take", "happen", "rain", "snow", "cost", "look", "remain", "turn", "become", "mean", "feel"}
)
ABLE = frozenset({
    "ready", "willing", "confident", "aware", "committed", "pleased", "disappointed", "prepared", "able", "unable", "bound",
    "sure", "proud", "concerned", "sorry", "hopeful", "open", "opposed", "investigating", "unaware", "determined", "satisfied",
})  # fmt: skip
TELLING = frozenset({"say", "announce", "accuse", "hope", "want", "expect", "plan", "claim", "deny", "report", "warn", "state"})
MAX_CLIMB = 5
QUOTES = frozenset({'"', "“", "``", "‘"})
FAR = 40  # tokens that a quotation's opening is looked for
OPENING = 3  # tokens before "It" at a sentence's beginning: "Last week, it"


def find_its(words: Words, places: list[Place]) -> dict[str, list[Mention]]:
    """The pronouns by the entity that they mean; `places`: where bodies and countries are named or described."""
    found: dict[str, list[Mention]] = {}
    spots = [k for k, lower in enumerate(words.lower) if lower in EITHER]
    if not spots or not places:
        return found
    finder = Finder(words, places)
    for k in spots:
        entity = finder.choose(k)
        if entity is not None:
            finder.at[k] = entity
            found.setdefault(entity, []).append(Mention(extent(words.doc, k, k + 1), "pronoun"))
    return found


class Finder:
    """The bodies of one document by token, with the pronouns resolved so far."""

    def __init__(self, words: Words, places: list[Place]) -> None:
        self.words = words
        self.at = {k: place.entity for place in places for k in range(place.i, place.j)}
        self.plural = frozenset(k for place in places if words.tags[place.j - 1] == "NNS" for k in range(place.i, place.j))

    def choose(self, k: int) -> str | None:
        token = self.words.doc[k]
        if token.tag_ == "PRP$":
            return self.owner(token)
        if token.dep_ not in SUBJECT_DEPS:
            return None
        verb = token.head
        if not verb.tag_.startswith("VB"):  # "declared it a hazard"
            return None
        return self.sayer(token, verb) or self.before(token, verb)

    def body(self, subject: Token | None, pronoun: Token) -> str | None:
        """The entity that a subject is, if it can be what the pronoun means."""
        if subject is None or subject.i >= pronoun.i or any(child.dep_ == "conj" for child in subject.rights):
            return None
        same = subject.lower_ in (ONE | MANY) and (subject.lower_ in ONE) != (pronoun.lower_ in ONE)
        return None if same else self.at.get(subject.i)

    def owner(self, token: Token) -> str | None:
        """Of "its": the subject of its own clause, or who says it: "Lunor cut its prices", "Lunor said its prices had ..."."""
        owned = token.head
        verb = clause_head(owned)
        subject = subject_of(verb)
        if token.lower_ == "their" and subject is not None and self.at.get(subject.i) is not None:
            return None  # "the agency had refused their request"
        if subject is None or subject.i > token.i or owned.i == subject.i or is_inside(token, subject):
            return self.sayer(token, verb)
        if any(t.dep_ in SUBJECT_DEPS for t in self.words.doc[subject.i + 1 : token.i]):
            return None
        return self.body(subject, token)

    def sayer(self, token: Token, verb: Token) -> str | None:
        """Who says, plans or knows of itself what the pronoun's clause says."""
        if is_empty(verb):
            return None
        above = verb
        opened = next(
            (k for k in range(token.i - 1, max(token.sent.start, token.i - FAR), -1) if self.words.text[k] in QUOTES), -1
        )
        for _ in range(MAX_CLIMB):
            if above.dep_ in {"ccomp", "advcl"} and above.head.i < token.i:
                said = above.dep_ == "ccomp" and above.head.tag_ != "VBN" and not is_guess(verb)
                alone = above.dep_ == "advcl" and not any(child.dep_ in {"dobj", "attr"} for child in above.head.rights)
                if not (said or alone or is_deed(self.words, verb)) or above.head.lemma_ == "be":
                    return None
                return self.body(subject_of(above.head), token) if opened < above.head.i else None
            if above.dep_ not in {"conj", "xcomp", "auxpass"}:
                return None
            above = above.head
            if above.dep_ == "conj" or above.i < token.i:
                subject = subject_of(above)
                if subject is not None and is_deed(self.words, verb):
                    return self.body(subject, token)
        return None

    def before(self, token: Token, verb: Token) -> str | None:
        """The subject of the sentence before, of which a deed is told."""
        doc = self.words.doc
        sent = token.sent
        if (
            token.i - sent.start > OPENING
            or sent.start == 0
            or verb.dep_ != "ROOT"
            or is_empty(verb)
            or not is_deed(self.words, verb)
        ):
            return None
        if any("\n" in text for text in self.words.text[max(0, sent.start - 2) : sent.start]):
            return None
        last = doc[sent.start - 1].sent
        root = last.root
        if root.lower_ in {"\n", "\n\n"} or self.words.text[sent.start] in {"“", '"'}:
            return None
        entity = self.body(subject_of(root), token)
        if entity is None or (token.lower_ in MANY and any(self.words.tags[k] == "NNS" for k in range(last.start, last.end))):
            return None
        others = {self.at[k] for k in range(last.start, last.end) if k in self.at and not is_place(self.words, k)}
        telling = root.lemma_ in self.words.lexicon.words["say_verbs"] or root.lemma_ in TELLING
        return entity if others == {entity} or (telling and token.lower_ == "it") else None


def subject_of(verb: Token) -> Token | None:
    """A verb's subject, or that of the verb it is joined to."""
    for _ in range(MAX_CLIMB):
        for child in verb.lefts:
            if child.dep_ in SUBJECT_DEPS:
                return child
        if verb.dep_ not in {"conj", "xcomp"}:
            return None
        verb = verb.head
    return None


def is_inside(token: Token, subject: Token) -> bool:
    return subject.left_edge.i <= token.i <= subject.right_edge.i


def is_empty(verb: Token) -> bool:
    """Whether "it" may stand for nothing before a verb."""
    if verb.lemma_ not in EMPTY:
        return False
    return not any(child.dep_ == "acomp" and child.lower_ in ABLE for child in verb.rights)


def is_guess(verb: Token) -> bool:
    """Whether what is told is a possibility, which may be that of a thing: "said it could hurt trade"."""
    return any(child.dep_ == "aux" and child.lower_ in {"could", "may", "might", "should", "must"} for child in verb.lefts)


def is_deed(words: Words, verb: Token) -> bool:
    """Whether only somebody does what the verb says."""
    if verb.lemma_ == "be":
        return not is_empty(verb)
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.lefts)
    return not passive and (verb.lemma_ in words.lexicon.words["deeds"] or verb.lemma_ in words.lexicon.words["say_verbs"])


def is_place(words: Words, k: int) -> bool:
    """Whether a name only says where: "in London", "the London office"."""
    token = words.doc[k]
    while token.dep_ in {"compound", "nmod", "det", "amod"}:
        token = token.head
    if token.dep_ in {"poss", "pobj"} and token.i != k:
        return True
    return token.dep_ == "pobj" and token.head.lower_ in {"in", "at", "near", "from", "to", "outside", "across", "of"}
