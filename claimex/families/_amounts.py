"""What an amount is an amount of, and the smallest words that assert it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import around, noun_words, tight
from claimex.spans import Extent, trimmed
from claimex.syntax import asserts, clause_head, clause_with_antecedent, edges, is_verb, phrase, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.layers import Layers
    from claimex.quantities import Quantity

__all__ = ["Assertion", "assertion", "bare", "head_of"]

Assertion = tuple["Token", Extent, "Extent | None"]  # head, clause, subject

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
MODIFYING = frozenset({"nummod", "compound", "amod", "quantmod", "npadvmod", "nmod", "det", "predet", "punct", "advmod"})
MEASURES = frozenset(
    {"length", "area", "volume", "mass", "speed", "temperature", "energy", "age", "duration", "money", "percent", "other"}
)
GIVEN = frozenset({"the", "these", "those", "whose", "both", "all", "its", "their", "his", "her", "our"})
DIMENSIONS = frozenset(
    {"length", "height", "width", "depth", "weight", "size", "area", "distance", "speed", "age", "value", "capacity"}
)
DIVIDED = frozenset({"vote", "votes", "market", "ballots", "seats", "delegates", "shares", "stake", "poll"})
MAX_CLIMB = 8  # heads from a number to the noun it belongs to: "an estimated 15 to 20 million US dollar"
COPULAS = frozenset({"be", "become", "remain"})


def head_of(doc: Doc, item: Quantity) -> Token:
    """The token of the amount that the rest of the sentence hangs it on."""
    return next((token for token in doc[item.at.i : item.at.j] if not item.at.holds(token.head.i)), doc[item.at.j - 1])


def bare(noun: Token) -> Extent:
    """A noun with its modifiers, without its article."""
    whole = phrase(noun)
    i = whole.i
    while i < noun.i and noun.doc[i].tag_ in {"DT", "PDT"}:
        i += 1
    return trimmed(noun.doc, i, whole.j)


def measured_noun(doc: Doc, item: Quantity) -> Token | None:
    """The noun that a measure stands before: "a 15-meter high pig", "her 14-year-old son", "the six-member team"."""
    token = head_of(doc, item)
    for _ in range(MAX_CLIMB):
        if token.dep_ not in MODIFYING or token.head.i <= item.number.i or token.head.tag_ not in NOUNS | {"JJ"}:
            break
        token = token.head
    return token if token.i >= item.at.j and token.tag_ in NOUNS else None


def age_holder(doc: Doc, item: Quantity, layers: Layers) -> Extent | None:
    """The person named just before an age: "Ann Lee, 25,", "Ann Lee (25)", "Ann Lee, aged 25"."""
    i = item.at.i - 1
    while i >= 0 and doc[i].text in {",", "(", "-", "–"}:
        i -= 1
    hit = layers.names.at(i) if i >= 0 and i < item.at.i - 1 else None
    return hit[1].at if hit is not None and hit[1].kind == "name" else None


def assertion(item: Quantity, layers: Layers) -> Assertion | None:
    """The head, clause and subject of the smallest words that assert the amount; None where nothing is asserted."""
    doc = layers.doc
    head = head_of(doc, item)
    if not asserts(head):
        return None
    if item.kind == "age":
        holder = age_holder(doc, item, layers)
        if holder is not None:
            return head, around(doc, holder, item.at), holder
    noun = measured_noun(doc, item)
    if noun is not None and (item.kind in MEASURES or (item.number.j < len(doc) and doc[item.number.j].text == "-")):
        return of_noun(noun, item, layers)
    counted = noun or head
    if counted.tag_ in NOUNS and is_presupposed(counted, item):
        return given(counted, item)
    owner = counted.head if counted.dep_ == "pobj" else None  # "a survey of 1,709 pupils", "5 percent of 300 firms"
    if owner is not None and owner.head.tag_ in NOUNS and owner.head.i < item.at.i:
        return within_noun(owner.head, counted, item)
    return of_clause(counted, item, layers)


def is_presupposed(noun: Token, item: Quantity) -> bool:
    """Whether the amount is given, not told: "the three branches of government", "the nation's 92,000 cases"."""
    return any(child.i < item.at.i and (child.dep_ == "poss" or child.lower_ in GIVEN) for child in noun.lefts)


def given(noun: Token, item: Quantity) -> Assertion:
    """The noun phrase with the amount in it; its subject the owner or the whole that it is part of, else the noun."""
    doc = noun.doc
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    whole = next(
        (part for child in noun.rights if child.dep_ == "prep" and child.lower_ in {"of", "in"} for part in child.rights), None
    )
    words = trimmed(doc, min(edges(noun)[0], item.at.i), max(noun_words(noun).j, item.at.j))
    subject = phrase(owner) if owner is not None else phrase(whole) if whole is not None and whole.dep_ == "pobj" else bare(noun)
    return noun, words, subject


def of_noun(noun: Token, item: Quantity, layers: Layers) -> Assertion:
    """The noun phrase that the measure stands in; where the noun is what its clause says of a subject, the clause."""
    doc = noun.doc
    if noun.dep_ == "attr" and noun.head.lemma_ in COPULAS:
        verb, words, _ = of_clause(noun, item, layers)
        return verb, words, trimmed(doc, min(item.at.j, noun.i), noun.i + 1)
    i, _ = edges(noun)
    whole = noun_words(noun)
    words = trimmed(doc, min(i, item.at.i), max(whole.j, item.at.j))
    if noun.dep_ == "appos" and noun.head.tag_ in NOUNS and noun.head.i < noun.i:  # "Ahmed Ali, a 14-year-old boy"
        return noun, around(doc, phrase(noun.head), words), bare(noun.head)
    subject = trimmed(doc, min(item.at.j, noun.i), max(whole.j, noun.i + 1))
    return noun, words, subject


def within_noun(owner: Token, counted: Token, item: Quantity) -> Assertion:
    """The noun phrase around "of" and the amount; its subject the noun before it."""
    doc = owner.doc
    if owner.lemma_ in DIMENSIONS and owner.dep_ == "pobj" and owner.head.head.tag_ in NOUNS:
        owner = owner.head.head  # "a pipeline of length of over 1,100 km", "a man with a height of 2 m"
    i, j = edges(owner)
    words = trimmed(doc, i, max(j, counted.i + 1, item.at.j))
    return owner, words, trimmed(doc, i, owner.i + 1)


def of_clause(counted: Token, item: Quantity, layers: Layers) -> Assertion:
    """The clause that the amount stands in; its subject what the amount is a part of, or who has it."""
    doc = counted.doc
    verb = clause_head(counted)
    sides = teams(item, layers) if item.kind == "score" else None
    if sides is not None and (not is_verb(verb) or item.at.holds(verb.i)):
        return verb, around(doc, *sides, item.at), sides[0]
    if not is_verb(verb):
        words = around(doc, trimmed(doc, *edges(verb)), item.at)
        return verb, words, whole_of(counted, item) or (None if item.number.holds(counted.i) else bare(counted))
    words = clause_with_antecedent(verb) if verb.dep_ in {"relcl", "acl"} else tight(verb)
    if not words.i <= item.number.i < words.j:
        words = around(doc, clause_with_antecedent(verb), item.at)
    return verb, core(doc, words, verb, item, layers), whole_of(counted, item) or acted_on(counted, verb) or holder(verb, item)


def teams(item: Quantity, layers: Layers) -> tuple[Extent, Extent] | None:
    """The names on both sides of a bare result: "Leeds 3-1 Hull"."""
    sides = [layers.names.at(i) for i in (item.at.i - 1, item.at.j) if 0 <= i < len(layers.doc)]
    names = [hit[1].at for hit in sides if hit is not None and hit[1].kind == "name"]
    return (names[0], names[1]) if len(names) == len(sides) == 2 else None  # noqa: PLR2004  # the two sides


def whole_of(counted: Token, item: Quantity) -> Extent | None:
    """What the amount is a part or a stretch of: "10 percent of the salt", "two decades of war", "one in three visits"."""
    doc = counted.doc
    if item.kind not in {"ratio", "percent", "duration"} or item.at.j >= len(doc):
        return None
    after = doc[item.at.j]
    if after.lower_ == "of":
        part = next((child for child in after.rights if child.dep_ == "pobj"), None)
        if part is not None and part.lower_ in DIVIDED and subject_of(clause_head(counted)) is not None:
            return None  # who took the share, not what was shared out
        return bare(part) if part is not None else None
    return bare(counted) if item.kind == "ratio" and counted.tag_ in NOUNS and counted.i >= item.at.j else None


def acted_on(counted: Token, verb: Token) -> Extent | None:
    """The object that is brought to, or by, the amount: "cut the staff to 50", "replaced it with three others"."""
    prep = counted.head
    if counted.dep_ != "pobj" or prep.head.i != verb.i or prep.lower_ not in {"by", "to", "from", "with", "at", "for"}:
        return None
    found = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < prep.i), None)
    return phrase(found) if found is not None else None


def holder(verb: Token, item: Quantity) -> Extent | None:
    """The clause's subject; where that is the counted noun itself, without its number."""
    found = subject_of(verb)
    if found is None or found.tag_ in {"WDT", "WP"}:
        return None
    whole = phrase(found)
    if not whole.i <= item.at.i < whole.j:
        return whole
    if found.i >= item.number.j:
        i = min((child.left_edge.i for child in found.lefts if child.i >= item.number.j and child.dep_ != "det"), default=found.i)
        return trimmed(found.doc, i, whole.j)
    part = next((noun for prep in found.rights if prep.lower_ == "of" for noun in prep.rights if noun.dep_ == "pobj"), None)
    return bare(part) if part is not None else None if item.number.holds(found.i) else whole


def core(doc: Doc, words: Extent, verb: Token, item: Quantity, layers: Layers) -> Extent:
    """The clause without what is only added after a comma, and without what leads to it, unless that says when."""
    i, j = words.i, words.j
    for child in verb.lefts:
        comma = child.right_edge.i + 1
        if (
            child.dep_ in {"prep", "advcl", "npadvmod"}
            and child.left_edge.i == i
            and comma < min(verb.i, item.at.i)
            and doc[comma].text == ","
        ):
            i = i if layers.dates.within(i, comma) else comma + 1
    for k in range(max(verb.i + 1, item.at.j), j - 1):
        if doc[k].text == "," and opens_aside(doc[k + 1], k, j):
            j = k
            break
    return trimmed(doc, i, j)


def opens_aside(token: Token, comma: int, end: int) -> bool:
    """Whether the words from `token` on, behind a comma, are an addition: "joined by ...", "many of which ...", "a record"."""
    for _ in range(MAX_CLIMB):
        if not comma < token.head.i < end or token.head.i == token.i:
            break
        token = token.head
    return token.dep_ in {"acl", "relcl", "appos", "advcl", "ccomp", "parataxis"}
