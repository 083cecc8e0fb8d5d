"""What holds of every record, whatever the text: the one list of it, for golden articles and hostile ones."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from claimex.write.jsonl import dump

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimex.records import ArticleRecord

__all__ = ["broken"]

BLANK_LINE = re.compile(r"\n[ \t]*\n")
ID_KEYS = {"entity": "entities", "date": "dates", "quantity": "quantities"}


def broken(record: ArticleRecord) -> list[str]:
    """Every invariant that a record breaks, in words; an empty list for a sound one."""
    data = json.loads(dump(record))
    return [line for check in CHECKS for line in check(data)]


def objects(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401  # any JSON
    """Every object in a JSON value, at any depth, with where it stands."""
    if isinstance(value, dict):
        yield path, value
        for key, item in value.items():
            if key != "meta":
                yield from objects(item, f"{path}.{key}")
    if isinstance(value, list):
        for place, item in enumerate(value):
            yield from objects(item, f"{path}[{place}]")


def bad_spans(data: dict[str, Any]) -> Iterator[str]:
    """Offsets give back the words; no span is empty or has white space at its edges."""
    text = data["text"]
    for path, item in objects(data):
        if not isinstance(item.get("start"), int) or not isinstance(item.get("end"), int):
            continue
        start, end = item["start"], item["end"]
        words = text[start:end]
        if not 0 <= start < end <= len(text):
            yield f"{path}: no span {start}:{end}"
        elif "text" in item and item["text"] != words:
            yield f"{path}: {item['text']!r} is {words!r} in the text"
        elif words != words.strip():
            yield f"{path}: white space at the edges of {words!r}"


def bad_ids(data: dict[str, Any]) -> Iterator[str]:
    """Ids are unique, and what is referred to exists."""
    known = {kind: [item["id"] for item in data[kind]] for kind in ("entities", "dates", "quantities", "claims")}
    for kind, ids in known.items():
        if len(ids) != len(set(ids)):
            yield f"{kind}: ids not unique"
    for path, item in objects(data["claims"], "claims"):
        for key, kind in ID_KEYS.items():
            if item.get(key) is not None and item[key] not in known[kind]:
                yield f"{path}: no {key} {item[key]}"
    yield from unknown(data, known)
    for link in data["links"]:
        if link["claims"][0] == link["claims"][1]:
            yield "a link of a claim with itself"


def unknown(data: dict[str, Any], known: dict[str, list[str]]) -> Iterator[str]:
    """Ids in lists that nothing has."""
    used = [("dates", date["anchor"]) for date in data["dates"] if date["anchor"] not in {None, "published"}]
    for claim in data["claims"]:
        used += [(kind, id_) for kind in ("dates", "quantities") for id_ in claim[kind]]
        used += [("entities", id_) for id_ in claim["places"]]
    used += [("claims", id_) for link in data["links"] for id_ in link["claims"]]
    for kind, id_ in used:
        if id_ not in known[kind]:
            yield f"{kind}: no {id_}"


def moment(iso: str) -> tuple[int, str]:
    """An ISO day or time as what it sorts by; years before Christ have a minus sign."""
    sign = 5 if iso.startswith("-") else 4
    return int(iso[:sign]), iso[sign:]


def bad_dates(data: dict[str, Any]) -> Iterator[str]:
    """Dates stand in order, apart, and end no earlier than they begin; without a value they say why."""
    end = 0
    for date in data["dates"]:
        if date["start"] < end:
            yield f"date {date['text']!r} overlaps the one before it"
        end = date["end"]
        if date["from"] is not None and date["to"] is not None and moment(date["from"]) > moment(date["to"]):
            yield f"date {date['text']!r} from {date['from']} to {date['to']}"
        if (date["value"] is None) == (date["unresolved"] is None):
            yield f"date {date['text']!r} has value {date['value']} and unresolved {date['unresolved']}"


def bad_quantities(data: dict[str, Any]) -> Iterator[str]:
    """Amounts stand in order and apart."""
    end = 0
    for item in data["quantities"]:
        if item["start"] < end:
            yield f"quantity {item['text']!r} overlaps the one before it"
        end = item["end"]


def bad_entities(data: dict[str, Any]) -> Iterator[str]:
    """An entity's mentions stand in order and, of one kind, apart; no two entities claim the same name."""
    taken: dict[tuple[int, int], str] = {}
    for entity in data["entities"]:
        ends: dict[str, int] = {}
        if not entity["mentions"]:
            yield f"{entity['id']} has no mention"
        if not entity["name"].strip():
            yield f"{entity['id']} has no name"
        for mention in entity["mentions"]:
            if mention["start"] < ends.get(mention["kind"], 0):
                yield f"{entity['id']}: mention {mention['text']!r} overlaps the one before it"
            ends[mention["kind"]] = mention["end"]
            if taken.setdefault((mention["start"], mention["end"]), entity["id"]) != entity["id"]:
                yield f"{mention['text']!r} is named twice"


def bad_claims(data: dict[str, Any]) -> Iterator[str]:
    """A claim's cue lies in its clause, its sentence holds the cue, and claims stand in order."""
    sentences = data["sentences"]
    last = (-1, -1)
    for claim in data["claims"]:
        cue, at = claim["cue"], f"{claim['pattern']} {claim['cue']['text']!r} in {claim['text']!r}"
        if not claim["start"] <= cue["start"] < cue["end"] <= claim["end"]:
            yield f"the cue lies outside the clause: {at}"
        if not 0 <= claim["sentence"] < len(sentences):
            yield f"no sentence {claim['sentence']}: {at}"
        elif not sentences[claim["sentence"]]["start"] <= cue["start"] < sentences[claim["sentence"]]["end"]:
            yield f"the cue lies outside the sentence: {at}"
        if (claim["start"], claim["end"]) < last:
            yield f"out of order: {at}"
        last = (claim["start"], claim["end"])
        if not claim["statement"].strip():
            yield f"no statement: {at}"
        if claim["family"] != "statement" and BLANK_LINE.search(claim["text"]):
            yield f"the clause crosses a blank line: {at}"
        window = claim["check"]["window"]
        if window and window["from"] and window["to"] and moment(window["from"])[0] > moment(window["to"])[0]:
            yield f"the window ends before it begins, {window}: {at}"


def bad_sentences(data: dict[str, Any]) -> Iterator[str]:
    """Sentences stand in order and apart."""
    end = 0
    for sentence in data["sentences"]:
        if sentence["start"] < end:
            yield f"the sentence at {sentence['start']} overlaps the one before it"
        end = sentence["end"]


CHECKS: tuple[Callable[[dict[str, Any]], Iterator[str]], ...] = (
    bad_spans, bad_ids, bad_dates, bad_quantities, bad_entities, bad_claims, bad_sentences,
)  # fmt: skip
