"""Whether an amount only points to things told before, draws a limit, or names, so that no number is asserted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families.quantity.subjects import NOUNS
from claimex.syntax import word_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.quantities import Quantity

__all__ = ["is_label", "is_limit", "points_back"]

POINTERS = frozenset({"the", "all", "these", "those", "both", "either"})
FEW = 12  # "the two sides" points; "the 33 passengers" also tells how many there were
SERIES = frozenset({"last", "past", "next", "previous", "final"})  # "its last 12 games": which ones
BESIDE = frozenset({"JJ", "JJR", "JJS", "RB", "RBR", "RBS", "PDT", "VBN"})
LIMITS = frozenset({"over", "under", "above", "below", "beyond", "between", "until", "than"})
UPWARDS = frozenset({"over", "older", "younger", "under", "above", "up", "below"})
MAX_BACK = 3  # tokens from a number back to its determiner
LATIN = "\u024f"  # the last letter of the Latin blocks


IDIOMS = frozenset({"figures", "digits"})  # "a fee of six figures"
PLACING = frozenset({"in", "at", "on", "from"})  # "in one paper" is in some paper


def is_race(item: Quantity, doc: Doc) -> bool:
    """As in "the 400 metres", "100 metres hurdles": the name of a race."""
    if item.unit not in {"m", "yd", "yards"} or item.value not in RACES:
        return False
    before = word_at(doc, item.at.i - 1)
    return word_at(doc, item.at.j) in RUNNING or before in {"'s", "’s", "the", "'", "olympic", "men", "women"}


def is_term(item: Quantity, doc: Doc) -> bool:
    """As in "the 30-year bond", "one-week rates": the name of a paper or rate."""
    joined = item.kind == "duration" and any(token.text in {"-", "–"} for token in doc[item.at.i : item.at.j])
    return joined and any(token.lower_ in PAPERS for token in doc[item.at.j : item.at.j + 3])


def is_cricket(item: Quantity, doc: Doc) -> bool:
    """As in "took four for 38": wickets for runs."""
    i, j = item.at.i, item.at.j
    behind = word_at(doc, j) == "for" and j + 1 < len(doc) and doc[j + 1].like_num
    return behind or (word_at(doc, i - 1) == "for" and i > 1 and doc[i - 2].like_num)


RACES = frozenset({60, 100, 110, 200, 400, 800, 1000, 1500, 3000, 5000, 10000})
RUNNING = frozenset({
    "hurdles", "final", "finals", "champion", "champions", "title", "relay", "freestyle", "backstroke", "butterfly", "medley",
    "breaststroke", "steeplechase", "race", "record", "heat", "heats", "winner", "runner", "event", "gold", "semifinal",
})  # fmt: skip
PAPERS = frozenset({
    "bond", "bonds", "note", "notes", "bill", "bills", "treasury", "treasuries", "gilt", "gilts", "rate", "rates", "yield",
    "yields", "debenture", "debentures", "libor", "deposit", "deposits", "futures", "swap", "swaps", "paper",
})  # fmt: skip


def points_back(item: Quantity, doc: Doc) -> bool:
    """As in "the two sides met", "on these four days": which ones is known, how many is not what is said."""
    if item.kind not in {"count", "duration"} or item.approx != "exact" or item.at.i < 1:
        return False
    noun = doc[item.at.j - 1]
    if item.kind == "count" and word_at(doc, item.at.i - 1) in SERIES and doc[item.at.i - 2].tag_ in {"DT", "PRP$", "POS"}:
        return True
    joined = word_at(doc, item.number.j) in {"-", "–"}  # "the six-member crew" tells how many they are
    if not isinstance(item.value, int) or item.value > FEW:
        return False
    if joined or not doc[item.at.i].is_alpha or noun.tag_ not in NOUNS:
        return False
    k = item.at.i - 1
    while k > 0 and item.at.i - k <= MAX_BACK and doc[k].tag_ in BESIDE:
        k -= 1
    if word_at(doc, k) not in POINTERS:
        return False
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    return not any(restricts(child) for child in noun.rights)


def restricts(child: Token) -> bool:
    """Whether what stands behind a noun says which ones are meant: "the three branches of government"."""
    return child.dep_ in {"relcl", "acl", "appos"} or (child.dep_ == "prep" and child.lower_ in {"of", "in", "for", "from", "on"})


def is_limit(item: Quantity, doc: Doc) -> bool:
    """As in "people over the age of 18", "children aged 12 or younger": whom something is for, not how old somebody is."""
    if item.kind != "age":
        return False
    before = {word_at(doc, item.at.i - 1), word_at(doc, item.at.i - 2)}
    after = word_at(doc, item.at.j + 1) if word_at(doc, item.at.j) in {"or", "and"} else word_at(doc, item.at.j - 1)
    return bool(before & LIMITS) or after in UPWARDS


def is_label(item: Quantity, doc: Doc) -> bool:
    """Whether the number names ("the Reef 20 reserve"), or what it counts is written in another script."""
    around = doc[max(0, item.at.i - 1) : item.at.j + 1].text
    if any(letter > LATIN and letter.isalpha() for letter in around):
        return True
    if item.kind in {"length", "duration"}:
        return is_race(item, doc) or is_term(item, doc)
    if item.kind != "count" or item.at.i == 0 or item.number.j - item.number.i != 1:
        return False
    return is_cricket(item, doc) if item.unit is None else is_numbered(item, doc)


def is_numbered(item: Quantity, doc: Doc) -> bool:
    """As in "the Reef 20 reserve", "Leeds 2 Hull 1", "in one paper", "six figures"."""
    number, before = doc[item.number.i], doc[item.number.i - 1]
    noun = doc[item.at.j - 1]
    if item.unit in IDIOMS or (item.unit is not None and item.value == 1 and before.lower_ in PLACING and noun.tag_ == "NN"):
        return True
    if noun.tag_ == "NNP" and item.value != 1 and number.text.isdigit() and item.at.j == item.number.j + 1:
        return True  # "Leeds 2 Hull 1"
    joined = word_at(doc, item.number.j) in {"-", "–"}
    named = before.text[0].isupper() and not before.is_sent_start and before.tag_ in {"NNP", "NNPS", "NN"}
    return (
        named
        and not joined
        and item.value != 1
        and number.text.isdigit()
        and noun.tag_ in {"NN", "VB", "VBP"}
        and item.at.j == item.number.j + 1
    )
