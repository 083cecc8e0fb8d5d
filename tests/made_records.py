"""A record made by hand, without a model: emoji, line breaks, interrupted words, formulas, an implied slot."""

from __future__ import annotations

import hashlib
from typing import Any

from claimex.records import SCHEMA, ArticleRecord

TEXT = (
    "🚢 Ferry fares rise\n\n"
    "“The fares,” Mia Okoro said on Monday 🙂, “rose by\nfive percent.” =SUM(1) is -3 to her.\n"
    "Okoro is the first harbour master since 1999 to say so.\n"
)


def span(words: str, *, nth: int = 0) -> dict[str, Any]:
    """The place of words in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def claim(id_: str, family: str, clause: str, cue: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # fields by name
    fields: dict[str, Any] = {
        "id": id_, "family": family, **span(clause), "sentence": 1, "cue": span(cue), "pattern": f"{family}.made",
        "statement": f"{clause}.", "unresolved": [], "subject": None, "slots": {}, "dates": [], "quantities": [], "places": [],
        "speaker": None, "polarity": "affirmed", "certainty": "asserted", "tense": "past", "worth": 0.5, "worth_why": [],
        "check": {"question": "Is it so?", "refuted_by": "that it is not", "window": None, "implies": []},
    }  # fmt: skip
    return fields | more


def claims() -> list[dict[str, Any]]:
    speaker = {**span("Mia Okoro"), "entity": "e1", "kind": "named", "cue": "said"}
    content = {**span("The fares,” Mia Okoro said on Monday 🙂, “rose by\nfive percent")}
    content["parts"] = [span("The fares"), span("rose by\nfive percent")]
    window = {"from": "1999", "to": "2022-02", "open": True}
    check = {"question": "Who?", "refuted_by": "another", "window": window, "implies": ["one", "two"]}
    return [
        claim(
            "c1", "statement", content["text"], "said", slots={"content": content, "kind": "mixed"}, speaker=speaker,
            dates=["d1"],
        ),
        claim(
            "c2", "change", "rose by\nfive percent", "rose", subject={**span("The fares"), "entity": None}, speaker=speaker,
            slots={"direction": "up", "amount": {**span("five percent"), "quantity": "q1"}, "from": None}, quantities=["q1"],
            statement="=cmd|' /C calc'!A0",
        ),
        claim(
            "c3", "rarity", "Okoro is the first harbour master since 1999", "first",
            subject={**span("Okoro", nth=1), "entity": "e1"},
            slots={"rank": 3, "of": {**span("harbour master")}, "period": {**span("since 1999"), "date": "d2"},
                   "activity": {"text": "all", "implied": True}},
            dates=["d2"], places=["e2"], unresolved=[span("so")], check=check, sentence=3,
        ),
    ]  # fmt: skip


def date(id_: str, words: str, value: str, first: str | None) -> dict[str, Any]:
    return {
        "id": id_, **span(words), "type": "DATE", "value": value, "mod": None, "from": first, "to": first, "anchor": "published",
        "rule": "made", "unresolved": None,
    }  # fmt: skip


def made_record(**more: Any) -> ArticleRecord:  # noqa: ANN401  # fields by name
    """The record; `more` replaces its fields."""
    mentions = [
        {**span("Mia Okoro"), "kind": "name"},
        {**span("Okoro", nth=1), "kind": "name"},
        {**span("her"), "kind": "pronoun"},
    ]
    quantity = {
        "id": "q1", **span("five percent"), "value": 5, "low": None, "high": 5.5, "unit": "percent", "kind": "percent",
        "approx": "exact",
    }  # fmt: skip
    score = quantity | {"id": "q2", **span("-3"), "value": "-3", "kind": "score", "unit": None, "high": None}
    formula, last, end = TEXT.index("="), TEXT.index("Okoro is"), len(TEXT) - 1
    ferry = {**span("Ferry"), "kind": "name", "label": "ORG"}
    fields: dict[str, Any] = {
        "schema": SCHEMA, "id": "a1", "source": "ferry.txt", "line": 4, "title": "🚢 Ferry fares rise", "url": None,
        "meta": {"desk": ["harbour", 1.5, None]}, "offsets": "codepoint", "text": TEXT,
        "published": {"value": "2022-02-08", "grain": "day", "how": "given", "evidence": "2022-02-08"},
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "claimex": "0.1.0", "language": "en",
        "model": {"name": "made", "version": "1", "digest": "0" * 64, "ops": "stock", "ner": {"name": "made", "digest": "1"}},
        "sentences": [{"start": a, "end": b} for a, b in ((0, 19), (21, formula - 1), (formula, last - 1), (last, end))],
        "entities": [
            {"id": "e1", "label": "PERSON", "name": "Mia Okoro", "country": None, "mentions": mentions},
            {"id": "e2", "label": "GPE", "name": "Ferry", "country": "FE", "mentions": [ferry]},
        ],
        "dates": [date("d1", "Monday", "2022-02-07", "2022-02-07"), date("d2", "1999", "1999", None)],
        "quantities": [quantity, score], "claims": claims(),
        "links": [{"kind": "repeats", "claims": ["c1", "c2"], "why": "the same"}],
    }  # fmt: skip
    return ArticleRecord.model_validate(fields | more)
