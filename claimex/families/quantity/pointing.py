"""Whether an amount only points to things told before, draws a limit, or names, so that no number is asserted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families.quantity.subjects import NOUNS
from claimex.syntax import word_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.quantities import Quantity

__all__ = ["is_label", "is_limit", "points_back"]

POINTERS = frozenset({"the", "these", "those", "both", "either"})
FEW = 12  # "the two sides" points; "the 33 passengers" also tells how many there were
BESIDE = frozenset({"JJ", "JJR", "JJS", "RB", "RBR", "RBS", "PDT", "VBN"})
LIMITS = frozenset({"over", "under", "above", "below", "beyond", "between", "until", "than"})
UPWARDS = frozenset({"over", "older", "younger", "under", "above", "up", "below"})
MAX_BACK = 3  # tokens from a number back to its determiner
LATIN = "\u024f"  # the last letter of the Latin blocks


IDIOMS = frozenset({"figures", "digits"})  # "a fee of six figures"
PLACING = frozenset({"in", "at", "on", "from"})  # "in one paper" is in some paper


def is_cricket(item: Quantity, doc: Doc) -> bool:
    """As in "took four for 38": wickets for runs."""
    i, j = item.at.i, item.at.j
    behind = word_at(doc, j) == "for" and j + 1 < len(doc) and doc[j + 1].like_num
    return behind or (word_at(doc, i - 1) == "for" and i > 1 and doc[i - 2].like_num)


def points_back(item: Quantity, doc: Doc) -> bool:
    """As in "the two sides met", "on these four days": which ones is known, how many is not what is said."""
    if item.kind not in {"count", "duration"} or not isinstance(item.value, int) or item.value > FEW or item.approx != "exact":
        return False
    noun = doc[item.at.j - 1]
    joined = word_at(doc, item.number.j) in {"-", "–"}  # "the six-member crew" tells how many they are
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
    if any(letter > LATIN and letter.isalpha() for token in doc[max(0, item.at.i - 1) : item.at.j + 1] for letter in token.text):
        return True
    if item.kind != "count" or item.at.i == 0 or item.number.j - item.number.i != 1:
        return False
    if item.unit is None:
        return is_cricket(item, doc)
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
