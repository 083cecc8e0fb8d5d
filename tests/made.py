"""Claims made by hand over a parsed text, for tests of what is said about a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimex.claims import ClaimFinder
from claimex.families._family import Claim, Phrase
from claimex.pipeline import find_layers
from claimex.read.article import Article
from claimex.spans import covering
from claimex.syntax import clause_head

if TYPE_CHECKING:
    from spacy.language import Language

    from claimex.layers import Layers
    from claimex.spans import Extent

PUBLISHED = "2022-02-08"  # a Tuesday


def layers_of(nlp: Language, text: str, published: str | None = PUBLISHED) -> Layers:
    return find_layers(nlp(text), Article(text=text), published=published)


def place(layers: Layers, words: str) -> Extent:
    start = layers.doc.text.index(words)
    return covering(layers.doc, start, start + len(words))


def make_claim(layers: Layers, clause: str, cue: str, family: str = "event", **more: Any) -> Claim:  # noqa: ANN401  # fields by name
    """A claim of `clause` with its verb at `cue`; `subject` and slots are given as words of the text."""
    at, cue_at = place(layers, clause), place(layers, cue)
    given = more.pop("slots", {})
    slots = {key: Phrase(place(layers, value)) if isinstance(value, str) else value for key, value in given.items()}
    subject = more.pop("subject", None)
    fields: dict[str, Any] = {
        "id": "c1", "family": family, "pattern": f"{family}.made", "cue": cue_at, "clause": at,
        "head": clause_head(layers.doc[cue_at.i]).i, "subject": place(layers, subject) if subject else None, "slots": slots,
        "dates": tuple(timex.id for timex in layers.dates.within(at.i, at.j)),
        "quantities": tuple(item.id for item in layers.quantities.within(at.i, at.j)),
        "places": (), "attribution": layers.attributions.of(cue_at), "polarity": "affirmed", "certainty": "asserted",
        "tense": "past",
    }  # fmt: skip
    return Claim(**(fields | more))


def claims_of(nlp: Language, text: str, family: str, published: str | None = PUBLISHED) -> tuple[Layers, list[Claim]]:
    layers = layers_of(nlp, text, published)
    return layers, [claim for claim in ClaimFinder(nlp.vocab)("made", layers) if claim.family == family]
