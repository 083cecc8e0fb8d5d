"""A role in; the time that the article gives for it, out: its own ("mayor from 2003 to 2011"), or that of the deed told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claimex.families._family import Window
from claimex.syntax import clause, finite_head
from claimex.wording.dates import in_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.dates.timex import Timex
    from claimex.layers import Layers
    from claimex.names.entity import Role

__all__ = ["Term", "term_of"]

# What one can have done long before one got the office by which one is called: "President Lee was born in 1942".
EARLY = frozenset(
    {"bear", "grow", "graduate", "marry", "study", "found", "enlist", "attend", "join", "begin", "start", "emigrate"}
)
BOUNDS = frozenset({"since", "before", "until", "till", "by", "after", "from", "than"})
TERMS = frozenset({"from", "between", "until", "till", "in", "during"})
JOINS = frozenset({"to", "until", "till", "and", "-", "–"})
DISTANT = 60  # days: a deed that long ago may be of another office-holder's time; the news of a week is not
DAY = len("2022-02-08")
MAX_CLIMB = 4  # heads from a date to the verb whose time it is: "in the spring of 1999"


@dataclass(frozen=True, slots=True)
class Term:
    """The words that say when ("in 2017", "from 2003 to 2011"), the first date, the window, and whether it is over."""

    words: str
    date: str
    window: Window
    over: bool = True


def term_of(role: Role, layers: Layers) -> Term | None:
    """The time of a role that stands beside a name; None for a present one, and where no time is said."""
    if role.how not in {"title", "apposition"} or role.status not in {"current", "acting", "then"}:
        return None
    return own_term(role, layers) or term_of_deed(role, layers)


def own_term(role: Role, layers: Layers) -> Term | None:
    """The term of office itself: "Maria Lopez, mayor of Madrid from 2003 to 2011"."""
    doc, k = layers.doc, role.words.j
    if k + 1 >= len(doc) or doc[k].lower_ not in TERMS or role.how != "apposition":
        return None
    first = layers.dates.at(k + 1)
    if first is None or not first.from_ or not first.to:
        return None
    last = first
    end = first.at.j
    if end + 1 < len(doc) and doc[end].lower_ in JOINS:
        last = layers.dates.at(end + 1) or first
    if not last.to or last.at.j >= len(doc) or doc[last.at.j].text not in {",", ")", "."}:
        return None  # "the mayor, in 2011 a lawyer"
    published = layers.dates.publication.value
    over = published is not None and last.to[:DAY] < published
    words = doc[k : last.at.j].text
    begin = None if doc[k].lower_ in {"until", "till"} else cut(first.from_, first)
    return Term(words, first.id, Window(begin, cut(last.to, last)), over) if over or role.status == "then" else None


def term_of_deed(role: Role, layers: Layers) -> Term | None:
    """The time of what is told in the past of the one who is called by the role: "In 2017, Prime Minister X visited Y"."""
    if not takes_part(layers.doc[role.holder.j - 1]):
        return None  # "served under President Lee until 1995"
    verb = finite_head(layers.doc[role.holder.j - 1])
    if verb.lemma_ in EARLY or not (verb.tag_ == "VBD" or any(c.tag_ == "VBD" and c.dep_.startswith("aux") for c in verb.lefts)):
        return None
    at = clause(verb)
    for timex in layers.dates.within(at.i, at.j):
        if timex.type in {"DATE", "TIME"} and timex.from_ and timex.to and is_of(timex, verb, layers):
            worded = in_words(timex)
            if worded is None or (role.status != "then" and not is_distant(timex, layers)):
                return None
            return Term(worded.adverbial, timex.id, Window(cut(timex.from_, timex), cut(timex.to, timex)))
    return None


def takes_part(noun: Token) -> bool:
    """Whether a name is what a verb is about: its subject or object, or what "by" names."""
    for _ in range(MAX_CLIMB):
        if noun.dep_ not in {"appos", "compound", "nmod"}:
            break
        noun = noun.head
    return noun.dep_ not in {"pobj", "poss"} or noun.head.lower_ == "by"


def is_of(timex: Timex, verb: Token, layers: Layers) -> bool:
    """Whether the date says when the verb's deed was done, and is no bound ("since 2017")."""
    doc = layers.doc
    token = next((t for t in doc[timex.at.i : timex.at.j] if not timex.at.holds(t.head.i)), doc[timex.at.j - 1])
    if timex.at.i and doc[timex.at.i - 1].lower_ in BOUNDS:
        return False
    for _ in range(MAX_CLIMB):
        token = token.head
        if token.i == verb.i:
            return True
        if token.tag_ != "IN":
            return False
    return False


def is_distant(timex: Timex, layers: Layers) -> bool:
    published = layers.dates.publication.value
    if published is None or len(published) < DAY or not timex.to:
        return False
    return timex.to[:DAY] < (date.fromisoformat(published) - timedelta(days=DISTANT)).isoformat()


def cut(iso: str, timex: Timex) -> str:
    """An ISO day as the year or month that the expression names."""
    value = timex.value or ""
    return iso[: len(value)] if len(value) in {4, 7} and value.replace("-", "").isdigit() and timex.mod is None else iso[:DAY]
