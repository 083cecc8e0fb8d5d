"""The examples of corpus/families/*.toml, and how one is compared with what claimex says."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimex.claims import ClaimFinder
from claimex.families._family import Phrase
from claimex.pipeline import find_layers
from claimex.read.article import Article

if TYPE_CHECKING:
    from spacy.language import Language

    from claimex.families._family import Claim, Family
    from claimex.layers import Layers

FOLDER = Path(__file__).parent.parent / "corpus" / "families"
PUBLISHED = "2022-02-08"  # of every example that does not say
SHOWN = ("cue", "clause", "subject")
PLAIN = ("pattern", "polarity", "certainty", "tense")


@dataclass(frozen=True)
class Example:
    """One sentence of a family's file, with what its group says of it."""

    family: str
    kind: str
    text: str
    group: dict[str, Any]

    @property
    def published(self) -> str:
        return str(self.group.get("published", PUBLISHED))


def load_examples(kind: str) -> list[Example]:
    return [
        Example(path.stem, kind, text, group)
        for path in sorted(FOLDER.glob("*.toml"))
        for group in tomllib.loads(path.read_text(encoding="utf-8")).get(kind, [])
        for text in group["texts"]
    ]


def name_of(example: Example) -> str:
    return f"{example.family}: {example.text}"


class Reader:
    """Reads an example with the shared pipeline, and keeps its layers for the tests that drop one pattern at a time."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.layers: dict[Example | tuple[str, str], Layers] = {}
        self.find = ClaimFinder(nlp.vocab)

    def read(self, example: Example) -> Layers:
        key = (example.text, example.published)
        if key not in self.layers:
            doc = self.nlp(example.text)
            self.layers[key] = find_layers(doc, Article(text=example.text), published=example.published)
        return self.layers[key]

    def claims(self, example: Example, families: tuple[Family, ...] | None = None) -> list[Claim]:
        find = self.find if families is None else ClaimFinder(self.nlp.vocab, families)
        return [claim for claim in find("example", self.read(example)) if claim.family == example.family]

    def said(self, example: Example, claim: Claim) -> dict[str, Any]:
        """The claim in the terms of the examples file, cut down to the keys that the example gives."""
        layers = self.read(example)
        full: dict[str, Any] = {key: words(getattr(claim, key), layers) for key in SHOWN}
        full |= {key: getattr(claim, key) for key in PLAIN}
        full["speaker"] = words(claim.attribution.source, layers) if claim.attribution else ""
        wanted = example.group.get("slots", {})
        full["slots"] = {key: slot_value(claim.slots.get(key), wanted[key], layers) for key in wanted}
        return {key: full[key] for key in expected(example)}


def expected(example: Example) -> dict[str, Any]:
    return {key: value for key, value in example.group.items() if key not in {"texts", "why", "published"}}


def words(at: Any, layers: Layers) -> str:  # noqa: ANN401  # an Extent or None, read from a field by name
    return layers.doc.text[at.start : at.end] if at is not None else ""


def slot_value(slot: Any, wanted: Any, layers: Layers) -> Any:  # noqa: ANN401  # slots hold words, words' dates, or plain values
    """A slot's words; its date's TIMEX3 value where the example gives that instead."""
    if not isinstance(slot, Phrase):
        return "" if slot is None and wanted == "" else slot
    if slot.date is not None and wanted == layers.dates[slot.date].value:
        return wanted
    return slot.implied if slot.at is None else words(slot.at, layers)
