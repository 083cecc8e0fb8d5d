"""A random sample of claims or links to judge by reading, and the precision of the judged ones.

usage: python benchmarks/sample.py draw OUTPUT.jsonl [--what claims|links|statements] [--seed N] [--per N] [--articles N] > V.tsv
       python benchmarks/sample.py show V.tsv OUTPUT.jsonl      the words behind each line, to read while judging
       python benchmarks/sample.py tally V.tsv...               right, wrong and precision by family

OUTPUT is what `claimex extract` wrote. A line of V.tsv is family, article, start, end, start and end of the cue, verdict, note;
it holds no words of the articles. The verdict, filled in by hand, is `y`, `n`, or empty while not judged.
A hit is drawn by the digest of the seed and its place, so a hit keeps its turn when others come or go.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = ("family", "article", "start", "end", "cue_start", "cue_end", "verdict", "note")
Row = dict[str, str]
AROUND = 160  # characters of the article shown on each side of a clause


def read_records(path: str) -> dict[str, Any]:
    with Path(path).open(encoding="utf-8") as lines:
        return {record["id"]: record for record in map(json.loads, lines)}


def hits(record: dict[str, Any], what: str) -> Iterator[Row]:
    """Each claim, statement or link of one article as a row without a verdict."""
    claims = {claim["id"]: claim for claim in record["claims"]}
    if what == "links":
        for link in record["links"]:
            one, other = (claims[name] for name in link["claims"])
            yield row(link["kind"], record["id"], one["cue"], other["cue"])
        return
    for claim in claims.values():
        yield row("statement-line" if what == "statements" else claim["family"], record["id"], claim, claim["cue"])


def row(family: str, article: str, span: dict[str, int], cue: dict[str, int]) -> Row:
    places = span["start"], span["end"], cue["start"], cue["end"]
    return dict(zip(COLUMNS, (family, article, *map(str, places), "", ""), strict=True))


def turn(hit: Row, seed: int) -> str:
    return hashlib.sha256("\n".join([str(seed), *(hit[name] for name in COLUMNS[:6])]).encode()).hexdigest()


def draw(arguments: argparse.Namespace) -> None:
    records = read_records(arguments.output)
    order = sorted(records, key=lambda name: hashlib.sha256(f"{arguments.seed}\n{name}".encode()).hexdigest())
    by_family: dict[str, list[Row]] = defaultdict(list)
    for name in order[: arguments.articles]:
        for hit in hits(records[name], arguments.what):
            by_family[hit["family"]].append(hit)
    writer = csv.DictWriter(sys.stdout, COLUMNS, dialect="excel-tab", lineterminator="\n")
    writer.writeheader()
    for _, found in sorted(by_family.items()):
        writer.writerows(sorted(found, key=lambda hit: turn(hit, arguments.seed))[: arguments.per])


def read_rows(path: str) -> list[Row]:
    with Path(path).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, dialect="excel-tab"))


def show(arguments: argparse.Namespace) -> None:
    records = read_records(arguments.output)
    for number, hit in enumerate(read_rows(arguments.verdicts), 1):
        record = records[hit["article"]]
        claims = [c for c in record["claims"] if str(c["cue"]["start"]) == hit["cue_start"]]
        claim = next((c for c in claims if c["family"] == hit["family"] or hit["family"] == "statement-line"), None)
        print(f"\n{number}. {hit['family']} {hit['article']} {hit['verdict']} {hit['note']}")
        start, end = int(hit["start"]), int(hit["end"])
        text = record["text"]
        print(" ".join(f"  {text[max(0, start - AROUND) : start]}[[{text[start:end]}]]{text[end : end + AROUND]}".split()))
        if claim is None:
            print(" ".join(text[max(0, int(hit["cue_start"]) - AROUND) : int(hit["cue_end"]) + AROUND].split()))
            continue
        slots = {name: slot["text"] if isinstance(slot, dict) else slot for name, slot in claim["slots"].items()}
        print(
            f"  cue {claim['cue']['text']!r} {claim['pattern']} subject {claim['subject'] and claim['subject']['text']!r} {slots}"
        )
        print(f"  {claim['statement']}\n  {claim['check']['question']}")


def tally(arguments: argparse.Namespace) -> None:
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for path in arguments.verdicts:
        for hit in read_rows(path):
            right[hit["family"]] += hit["verdict"] == "y"
            wrong[hit["family"]] += hit["verdict"] == "n"
    for family in sorted(right):
        judged = right[family] + wrong[family]
        if judged:
            print(f"{family:14} {right[family]:4} of {judged:4}  {right[family] / judged:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("output")
    drawing.add_argument("--what", choices=("claims", "links", "statements"), default="claims")
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--per", type=int, default=20, help="of each family")
    drawing.add_argument("--articles", type=int, help="draw from so many articles only, drawn too")
    drawing.set_defaults(run=draw)
    showing = commands.add_parser("show")
    showing.add_argument("verdicts")
    showing.add_argument("output")
    showing.set_defaults(run=show)
    counting = commands.add_parser("tally")
    counting.add_argument("verdicts", nargs="+")
    counting.set_defaults(run=tally)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
