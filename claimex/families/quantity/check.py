"""How an amount is checked: by an independent count or measurement; what follows from shares and ages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.families._family import Check
from claimex.spans import words_at
from claimex.wording.amounts import amount_words, number_words
from claimex.wording.check import plain_check
from claimex.wording.sentence import words_of

if TYPE_CHECKING:
    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.quantities import Quantity
    from claimex.wording.sentence import Sentence

__all__ = ["check"]

BOUNDS = {"over": "or fewer", "under": "or more"}
NOUNS = {"count": "a count", "money": "a sum", "percent": "a share", "ratio": "a share", "score": "a result", "age": "an age",
         "rank": "a place"}  # fmt: skip
MAX_AGE = 115
EXCEEDING = re.compile(
    r"^(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp?(?:s|ed|ing)?|in excess of) (?:over )?", re.IGNORECASE
)


def check(claim: Claim, sentence: Sentence, layers: Layers) -> Check:
    """The claim as a question; refuted by another amount."""
    item = layers.quantities[claim.quantities[0]] if claim.quantities else None
    if item is None or claim.polarity == "negated":
        return plain_check(claim, sentence, layers)
    plain = plain_check(claim, sentence, layers, refuted="")
    words = words_at(layers.doc, item.at)
    words = words[:1].lower() + words[1:] if layers.doc[item.at.i].is_sent_start else words
    words = EXCEEDING.sub("over ", words)
    noun = NOUNS.get(item.kind, "a measure")
    refuted = {
        "exact": f"{noun} other than {words}",
        "about": f"{noun} far from {words}",
        "over": f"{noun} that is not {words}",
        "under": f"{noun} that is not {words}",
    }[item.approx]
    return Check(plain.question, refuted, plain.window, (*share(item, layers), *born(claim, item, layers)))


def share(item: Quantity, layers: Layers) -> tuple[str, ...]:
    """20 % of 50 people are 10 people; one in five is 20 percent."""
    if isinstance(item.value, (str, bool)) or item.value is None or item.approx in {"over", "under"}:
        return ()
    value = float(item.value)
    if item.kind == "ratio" and 0 < value < 1:
        return (f"that is {'about ' if item.approx == 'about' else ''}{number_words(round(value * 100, 1))} percent",)
    doc, k = layers.doc, item.at.j
    if item.kind != "percent" or k + 2 >= len(doc) or doc[k].lower_ != "of":
        return ()
    whole = layers.quantities.at(k + 1) or (layers.quantities.at(k + 2) if doc[k + 1].tag_ in {"DT", "PRP$"} else None)
    if whole is None or whole.kind not in {"count", "money"} or isinstance(whole.value, (str, bool)) or whole.value is None:
        return ()
    about = "" if item.approx == whole.approx == "exact" else "about "
    part = float(whole.value) * value / 100
    part = float(round(part)) if whole.kind == "count" else part
    return (f"that is {about}{amount_words(part, whole.unit)}",)


def born(claim: Claim, item: Quantity, layers: Layers) -> tuple[str, ...]:
    """An age in an article of a known year, said of no other time, gives the year of birth within one."""
    published = layers.dates.publication.value
    if item.kind != "age" or published is None or claim.dates or not isinstance(item.value, int) or item.approx != "exact":
        return ()
    if item.unit not in {None, "year", "years"} or not 0 < item.value <= MAX_AGE or claim.subject is None:
        return ()
    entity = layers.names.at(claim.subject.j - 1)
    if entity is None or entity[0].label != "PERSON":
        return ()
    year = int(published[:4]) - item.value
    return (f"{words_of(claim.subject, layers)} was born in {year - 1} or {year}",)
