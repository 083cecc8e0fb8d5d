"""What an amount is an amount of, and the smallest words that assert it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import around, noun_words, tight
from claimex.families.quantity.counted import deed, spent_on
from claimex.families.quantity.subjects import NOUNS, acted_on, bare, holder, scorer, teams, whole_of
from claimex.spans import Extent, trimmed
from claimex.syntax import SUBJECT_DEPS, asserts, clause_head, clause_with_antecedent, edges, is_verb, phrase, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.layers import Layers
    from claimex.quantities import Quantity

__all__ = ["Assertion", "assertion", "bare", "head_of"]

Assertion = tuple["Token", Extent, "Extent | None"]  # head, clause, subject

MODIFYING = frozenset({"nummod", "compound", "amod", "quantmod", "npadvmod", "nmod", "det", "predet", "punct", "advmod"})
MEASURES = frozenset(
    {"length", "area", "volume", "mass", "speed", "temperature", "energy", "age", "duration", "money", "percent", "other"}
)
GIVEN = frozenset({"the", "these", "those", "whose", "both", "all", "its", "their", "his", "her", "our"})
DIMENSIONS = frozenset({
    "length", "height", "width", "depth", "weight", "size", "area", "distance", "speed", "age", "value", "capacity", "magnitude",
    "population", "radius", "diameter", "mass", "wingspan", "turnover", "lifespan", "temperature",
})  # fmt: skip
# What is said with these is said of the clause's subject: "she won by a margin of 9 votes".
MARGINS = frozenset({
    "margin", "net", "factor", "lead", "total", "maximum", "minimum", "majority", "record", "amount", "sum", "combination",
})  # fmt: skip
MAX_CLIMB = 8  # heads from a number to the noun it belongs to: "an estimated 15 to 20 million US dollar"
COPULAS = frozenset({"be", "become", "remain"})
COMPLEMENTS = frozenset({"dobj", "pobj", "attr", "oprd"})


def head_of(doc: Doc, item: Quantity) -> Token:
    """The token of the amount that the rest of the sentence hangs it on."""
    return next((token for token in doc[item.at.i : item.at.j] if not item.at.holds(token.head.i)), doc[item.at.j - 1])


def measured_noun(doc: Doc, item: Quantity) -> Token | None:
    """The noun that a measure stands before: "a 15-meter high pig", "her 14-year-old son", "the six-member team"."""
    token = head_of(doc, item)
    for _ in range(MAX_CLIMB):
        if token.dep_ not in MODIFYING or token.head.i <= item.number.i or token.head.tag_ not in NOUNS | {"JJ"}:
            break
        token = token.head
    return token if token.i >= item.at.j and token.tag_ in NOUNS else None


def age_holder(doc: Doc, item: Quantity, layers: Layers) -> Extent | None:
    """The person named just before an age: "Ann Lee, 25,", "Ann Lee (25)", "Ann Lee, now 25"."""
    i = item.at.i - 1
    while i >= 0 and doc[i].lower_ in {",", "(", "-", "–", "now", "aged", "then"}:
        i -= 1
    hit = layers.names.at(i) if i >= 0 and i < item.at.i - 1 else None
    return hit[1].at if hit is not None and hit[1].kind == "name" else None


def assertion(item: Quantity, layers: Layers) -> Assertion | None:
    """The head, clause and subject of the smallest words that assert the amount; None where nothing is asserted."""
    doc = layers.doc
    head = head_of(doc, item)
    if not asserts(head):
        return None
    if item.kind == "age" or (item.kind == "count" and item.unit is None and doc[item.at.i - 1].lower_ in {"now", "then"}):
        holder = age_holder(doc, item, layers)
        if holder is not None:
            return head, around(doc, holder, item.at), holder
    return of_number(head, item, layers)


def of_number(head: Token, item: Quantity, layers: Layers) -> Assertion:
    """As `assertion`, for all that is no age beside its person."""
    doc = layers.doc
    noun = measured_noun(doc, item)
    if noun is not None and (item.kind in MEASURES or (item.number.j < len(doc) and doc[item.number.j].text == "-")):
        return said_of_noun(*of_noun(noun, item, layers), layers)
    counted = noun or head
    if counted.tag_ in NOUNS and is_presupposed(counted, item):
        return given(counted, item)
    owner = counted.head if counted.dep_ == "pobj" else None  # "a survey of 1,709 pupils", "5 percent of 300 firms"
    whole = whole_of(counted, item) if item.kind == "duration" else None  # "the answer to two decades of war"
    if whole is not None and owner is not None:
        return counted, around(doc, item.at, whole), whole
    if owner is not None and owner.head.tag_ in NOUNS and owner.head.i < item.at.i:
        return said_of_noun(*within_noun(owner.head, counted, item), layers)
    return of_clause(counted, item, layers)


def said_of_noun(noun: Token, words: Extent, subject: Extent | None, layers: Layers) -> Assertion:
    """A noun phrase that brings in something new states nothing without its verb: "he signed a ten-year contract"."""
    verb = clause_head(noun)
    new = not any(child.dep_ == "poss" or child.lower_ in GIVEN for child in noun.lefts)
    if is_verb(noun) or not new or not is_verb(verb) or verb.i > noun.i or noun.dep_ not in COMPLEMENTS:
        return noun, words, subject
    if verb.dep_ in {"relcl", "acl"}:
        return noun, words, subject
    owned = noun.lemma_ in MARGINS or (verb.lemma_ == "have" and noun.lemma_ in DIMENSIONS)
    found = subject_of(verb) if owned else None  # "the pipe has a length of 9 m", "she won by a margin of 9 votes"
    said = around(noun.doc, core(noun.doc, tight(verb), verb, words, layers), words)
    return verb, said, phrase(found) if found is not None else subject


def is_presupposed(noun: Token, item: Quantity) -> bool:
    """Whether the amount is given, not told: "the three branches of government", "the nation's 92,000 cases"."""
    if item.kind == "duration" and noun.dep_ == "pobj" and noun.head.lower_ == "for":
        return False  # "he waited for the next 30 hours"
    return any(child.i < item.at.i and (child.dep_ == "poss" or child.lower_ in GIVEN) for child in noun.lefts)


def given(noun: Token, item: Quantity) -> Assertion:
    """The noun phrase with the amount in it; its subject the owner or the whole that it is part of, else the noun."""
    doc = noun.doc
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    whole = next(
        (part for child in noun.rights if child.dep_ == "prep" and child.lower_ in {"of", "in"} for part in child.rights), None
    )
    words = trimmed(doc, min(edges(noun)[0], item.at.i), max(noun_words(noun).j, item.at.j))
    verb = clause_head(noun)
    if owner is not None and owner.tag_ == "WP$" and verb.dep_ == "relcl":
        owner = verb.head  # "the group whose three robots won"
    subject = (
        possessor(owner) if owner is not None else phrase(whole) if whole is not None and whole.dep_ == "pobj" else bare(noun)
    )
    return noun, words, subject


def possessor(owner: Token) -> Extent:
    """The words of an owner without the sign of owning: "the town" of "the town's 40 shelters"."""
    whole = phrase(owner)
    return trimmed(owner.doc, whole.i, whole.j - 1) if owner.doc[whole.j - 1].tag_ == "POS" and whole.j - whole.i > 1 else whole


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
    first = min(item.at.j, noun.i)
    if doc[first].text == "(":  # "the 75 m (250 ft) ship"
        first = next((k + 1 for k in range(first, noun.i) if doc[k].text == ")"), first)
    return noun, words, trimmed(doc, first, of_what(noun))


def of_what(noun: Token) -> int:
    """One past the noun and what it is of: "tradition of crafts", not "tradition marking the end of winter"."""
    of = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ == "of" and child.i == noun.i + 1), None)
    part = next((child for child in of.rights if child.dep_ == "pobj"), None) if of is not None else None
    return phrase(part).j if part is not None else noun.i + 1


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
    words = clause_with_antecedent(verb) if verb.dep_ in {"relcl", "acl"} and not is_content(verb) else behind_where(verb)
    if not words.i <= item.number.i < words.j:
        words = around(doc, clause_with_antecedent(verb), item.at)
    subject = (
        scorer(item, verb, layers)
        or whole_of(counted, item)
        or spent_on(counted, verb, item)
        or deed(counted, verb, item)
        or acted_on(counted, verb)
        or holder(verb, item)
    )
    return verb, around(doc, core(doc, words, verb, item.at, layers), item.at), subject


def is_content(verb: Token) -> bool:
    """Whether a clause says all without its noun: "the claim that there have been thousands of raids", "a hall where ..."."""
    if verb.dep_ == "acl":
        return any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.lefts)
    return any(child.tag_ == "WRB" for child in verb.lefts) and any(child.dep_ in SUBJECT_DEPS for child in verb.lefts)


def behind_where(verb: Token) -> Extent:
    """The clause, without the "where" or "when" that ties it to a noun."""
    whole = tight(verb)
    tied = verb.dep_ == "relcl" and verb.doc[whole.i].tag_ == "WRB"
    return trimmed(verb.doc, whole.i + 1, whole.j) if tied else whole


def core(doc: Doc, words: Extent, verb: Token, amount: Extent, layers: Layers) -> Extent:
    """The clause without what is only added after a comma, and without what leads to it, unless that says when."""
    i, j = words.i, words.j
    for child in verb.lefts:
        comma = child.right_edge.i + 1
        if (
            child.dep_ in {"prep", "advcl", "npadvmod"}
            and child.left_edge.i == i
            and comma < min(verb.i, amount.i)
            and doc[comma].text == ","
        ):
            i = i if layers.dates.within(i, comma) else comma + 1
    for k in range(max(verb.i + 1, amount.j), j - 1):
        if doc[k].text == "," and opens_aside(doc[k + 1], k, j):
            j = k
            break
    while j - 1 > max(verb.i, amount.j - 1) and doc[j - 1].tag_ in {"CC", ","}:
        j -= 1
    return trimmed(doc, i, j)


def opens_aside(token: Token, comma: int, end: int) -> bool:
    """Whether the words from `token` on, behind a comma, are an addition: "joined by ...", "many of which ...", "a record"."""
    for _ in range(MAX_CLIMB):
        if not comma < token.head.i < end or token.head.i == token.i:
            break
        token = token.head
    return token.dep_ in {"acl", "relcl", "appos", "advcl", "ccomp", "parataxis"}
