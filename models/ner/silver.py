"""Articles in; words with the labels that the stock recogniser, claimex's repair rules and the gold files give them, out.

A label set is a list of [first token, one past the last, label]. The repair rules of `claimex/names` see the whole article:
one name, one kind; titles make persons; countries and peoples from the tables.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from claimex.names.find import find_names
from claimex.names.lexicon import lexicon
from claimex.ner.labels import LABELS
from claimex.nlp import load_pipeline
from claimex.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from spacy.tokens import Doc

__all__ = ["Labelled", "Spans", "label_articles", "read_cache", "write_cache"]

Spans = list[tuple[int, int, str]]
BATCH = 16


@dataclass
class Labelled:
    """One article: its words, where its sentences and lines begin, and who says what of its names."""

    source: str
    words: list[str]
    starts: list[int]  # the first token of each sentence
    stock: Spans
    silver: Spans
    gold: Spans | None = None  # None: no person has looked at it
    unknown: list[tuple[int, int]] = field(default_factory=list)  # tokens of which the gold file says that it is not sure


def label_articles(rows: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[Labelled]:
    """Each article, parsed by the stock pipeline; `rows` are the source's name and the line of its file."""
    nlp = load_pipeline(ner="stock")
    batch: list[tuple[str, dict[str, Any]]] = []
    for row in [*rows, None]:
        if row is not None:
            batch.append(row)
        if batch and (row is None or len(batch) == BATCH):
            docs = parse(nlp, [line["text"] for _, line in batch])
            yield from (labelled(source, line, doc) for (source, line), doc in zip(batch, docs, strict=True))
            batch = []


def labelled(source: str, line: dict[str, Any], doc: Doc) -> Labelled:
    stock = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    gold, unknown = None, []
    if "entities" in line:
        gold, unknown = aligned(doc, line)
    return Labelled(source, [t.text for t in doc], [s.start for s in doc.sents], stock, silver_of(doc), gold, unknown)


def aligned(doc: Doc, line: dict[str, Any]) -> tuple[Spans, list[tuple[int, int]]]:
    """The gold spans by tokens; one whose edges are no tokens' is unknown."""
    gold: Spans = []
    unknown = []
    places = [(ent["start"], ent["end"], ent["label"]) for ent in line["entities"]] + [(s, e, "") for s, e in line["unknown"]]
    for start, end, label in places:
        exact = doc.char_span(start, end)
        span = exact if exact is not None else doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        if exact is not None and label in LABELS:
            gold.append((span.start, span.end, label))
        else:
            unknown.append((span.start, span.end))
    return gold, unknown


def silver_of(doc: Doc) -> Spans:
    """The names that the repair rules leave; a country's team stays a country, which is what its words say."""
    places = lexicon()
    found: Spans = []
    for entity in find_names(doc).entities:
        for mention in entity.mentions:
            if mention.kind != "name":
                continue
            at = mention.at
            span = doc.char_span(at.start, at.end)
            place = places.place(doc.text[at.start : at.end])
            label = place.label if place is not None and place.sure else (mention.label or entity.label)
            i, j = (span.start, span.end) if span is not None else (at.i, at.j)
            if label in LABELS:
                found.append((i, j, label))
    return sorted(found)


def write_cache(path: Path, articles: Iterable[Labelled]) -> None:
    """Keep the labelled articles for another run."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(article)) + "\n" for article in articles)


def read_cache(path: Path) -> list[Labelled]:
    """The labelled articles of an earlier run."""
    return [Labelled(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
