"""Layers in; claims out: every family's cues found in one pass, read, overlaps settled, ids given, sorted by place."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from claimex import modality
from claimex.cues import CueMatcher
from claimex.families._family import Claim, Cue, Family, Phrase, Reading, load_families
from claimex.spans import Extent, paired, with_hyphens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from claimex.layers import Layers
    from claimex.speakers import Attribution

__all__ = ["ClaimFinder"]

# Tokens. What the parser takes for one sentence of more is a list, a table or noise, in which no clause can be made out,
# and reading each of its cues takes time that grows with its square. The longest of 14,600 sentences of news has 135.
MAX_SENTENCE = 300
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


class ClaimFinder:
    """All families, their patterns compiled once; holds no per-document state."""

    def __init__(self, vocab: Vocab, families: tuple[Family, ...] | None = None) -> None:
        self.families = load_families() if families is None else families
        self.match = CueMatcher(vocab, self.families)

    def __call__(self, article_id: str, layers: Layers) -> tuple[Claim, ...]:
        """Every claim of one article, in order of clause, family and cue."""
        cues = self.cues_by_family(layers)
        claims = [
            claim_of(article_id, family, reading, cue, layers)
            for family in self.families
            for cue, reading in settle(readings(family, cues[family.name], layers))
        ]
        return tuple(sorted(claims, key=lambda claim: (claim.clause.start, claim.clause.end, claim.family, claim.cue.start)))

    def cues_by_family(self, layers: Layers) -> dict[str, list[Cue]]:
        found: dict[str, list[Cue]] = {family.name: list(family.cues(layers)) for family in self.families}
        for family, cue in self.match(layers.doc):
            found[family].append(cue)
        endless = [(sent.start, sent.end) for sent in layers.doc.sents if sent.end - sent.start > MAX_SENTENCE]
        if endless:
            return {family: [cue for cue in cues if not within(cue, endless)] for family, cues in found.items()}
        return found


def within(cue: Cue, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= cue.at.i < end for start, end in stretches)


def readings(family: Family, cues: Iterable[Cue], layers: Layers) -> Iterator[tuple[Cue, Reading]]:
    for cue in sorted(cues, key=lambda cue: (cue.at.start, -cue.at.end, cue.pattern)):
        for reading in family.read(cue, layers):
            yield cue, sound(reading, layers.doc)


def sound(reading: Reading, doc: Doc) -> Reading:
    """The reading with what every claim promises: a clause that holds its cue, marks in pairs, no words of white space only.

    Trees of broken sentences put an amount outside the clause of its head, and a line break into a phrase of its own.
    """
    clause, cue = reading.clause, reading.cue
    if not clause.covers(cue):
        clause = Extent(min(clause.start, cue.start), max(clause.end, cue.end), min(clause.i, cue.i), max(clause.j, cue.j))
    whole = with_hyphens(doc, paired(doc, clause))
    clause = whole if whole.covers(cue) else clause
    empty = [name for name, slot in reading.slots.items() if isinstance(slot, Phrase) and slot.at and is_blank(doc, slot.at)]
    subject = None if reading.subject is None or is_blank(doc, reading.subject) else paired(doc, reading.subject)
    if clause is reading.clause and subject is reading.subject and not empty:
        return reading
    slots = {name: slot for name, slot in reading.slots.items() if name not in empty}
    return replace(reading, clause=clause, subject=subject, slots=slots)


def is_blank(doc: Doc, at: Extent) -> bool:
    """Whether no word stands at an extent."""
    return at.end <= at.start or all(token.is_space for token in doc[at.i : at.j])


def settle(found: Iterable[tuple[Cue, Reading]]) -> list[tuple[Cue, Reading]]:
    """One claim of a family for each cue: of readings whose cues overlap, the longest cue's, then the first's."""
    kept: list[tuple[Cue, Reading]] = []
    taken: list[Extent] = []  # the cues of those kept, in order of place: a long article has thousands
    for cue, reading in sorted(found, key=lambda pair: (pair[1].cue.start - pair[1].cue.end, pair[1].cue.start, pair[0].pattern)):
        k = bisect_left(taken, reading.cue)
        if not any(reading.cue.overlaps(other) for other in taken[max(k - 1, 0) : k + 1]):
            taken.insert(k, reading.cue)
            kept.append((cue, reading))
    return kept


def claim_of(article_id: str, family: Family, reading: Reading, cue: Cue, layers: Layers) -> Claim:
    doc, clause, head = layers.doc, reading.clause, layers.doc[reading.head]
    names = layers.names.named_in(clause.i, clause.j)
    key = f"{article_id}\n{family.name}\n{reading.cue.start}:{reading.cue.end}\n{clause.start}:{clause.end}"
    return Claim(
        id="c" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        family=family.name,
        pattern=f"{family.name}.{reading.pattern or cue.pattern}",
        cue=reading.cue,
        clause=clause,
        head=head.i,
        subject=reading.subject,
        slots=reading.slots,
        dates=dates_of(reading, layers),
        quantities=quantities_of(reading, layers),
        places=tuple(entity.id for entity in names if entity.label in PLACE_LABELS),
        attribution=speaker_of(family, reading, cue, layers),
        polarity=reading.polarity or modality.polarity(doc[head.i]),
        certainty=reading.certainty or modality.certainty(doc[head.i]),
        tense=reading.tense or modality.tense(doc[head.i]),
    )


def speaker_of(family: Family, reading: Reading, cue: Cue, layers: Layers) -> Attribution | None:
    """Who says it: for a statement its own speaker, for any other claim that of the report that its cue stands in."""
    if family.name == "statement":
        return cue.source if cue.source is not None and cue.source.source is not None else None
    return layers.attributions.of(reading.cue)


def dates_of(reading: Reading, layers: Layers) -> tuple[str, ...]:
    """The date that says when first, then those of the slots, then the others of the clause."""
    slots = [slot.date for slot in reading.slots.values() if isinstance(slot, Phrase) and slot.date]
    inside = [timex.id for timex in layers.dates.within(reading.clause.i, reading.clause.j)]
    when = [reading.when] if reading.when else []
    return tuple(dict.fromkeys([*when, *reading.uses, *slots, *inside]))


def quantities_of(reading: Reading, layers: Layers) -> tuple[str, ...]:
    """The amounts that the claim is about first, then the others of the clause."""
    slots = [slot.quantity for slot in reading.slots.values() if isinstance(slot, Phrase) and slot.quantity]
    inside = [item.id for item in layers.quantities.within(reading.clause.i, reading.clause.j)]
    return tuple(dict.fromkeys([*reading.quantities, *slots, *inside]))
