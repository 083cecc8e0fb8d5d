"""Write the pages that are made from the code: those on the record, families, dates and commands, the schema, and real output.

usage: python docs/generate.py [--check]. With --check nothing is written; it says which page is out of date and exits 1.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
import tomllib
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

import click
import typer

from claimex import records
from claimex.cli import app
from claimex.dates.grammar import find
from claimex.dates.rules import amounts, calendar, clock, lists, moved, nth, often, parts, references, relative
from claimex.evaluate import articles_of, evaluate, format_table, load_labels
from claimex.families._family import load_families
from claimex.families._pages import examples_of
from claimex.pipeline import Extractor
from claimex.read.article import Article
from claimex.resources import resource
from claimex.write.terminal import print_article

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent
SHOWN = resource("corpus", "golden", "state-visit.txt")
SHOWN_ON = "2022-02-08"
SHOWN_PATTERN = "rarity.first-in-period"
MADE = "<!-- made by docs/generate.py; do not edit -->\n"
MODELS = (
    "ArticleRecord", "Claim", "Check", "Window", "Speaker", "Subject", "Words", "Span", "Entity", "Mention", "DateRecord",
    "QuantityRecord", "Link", "Published", "ModelInfo", "Sentence", "Failure",
)  # fmt: skip


def record_page() -> str:
    """The output, key by key."""
    parts = [MADE, "# The record\n", inspect.getdoc(records) or "", ""]
    for name in MODELS:
        model = getattr(records, name)
        parts += [f"\n## {name}\n", inspect.getdoc(model) or "", "\n| key | type | what |\n|---|---|---|"]
        parts += [
            f"| `{field.alias or key}` | {kind(field.annotation)} | {cell(field.description or '')} |"
            for key, field in model.model_fields.items()
        ]
    return "\n".join(parts) + "\n"


def kind(annotation: Any) -> str:  # noqa: ANN401  # any type
    """A type in words."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return " \\| ".join(f"`{json.dumps(value)}`" for value in args)
    if origin in {Union, UnionType}:
        return " \\| ".join(kind(arg) for arg in args)
    if origin is tuple:
        return f"[{', '.join(kind(arg) for arg in args if arg is not ...)}]"
    if origin is dict:
        return f"object of {kind(args[1])}"
    if annotation is type(None):
        return "null"
    names = {str: "string", int: "integer", float: "number", bool: "boolean", Any: "any JSON"}
    return names[annotation] if annotation in names else f"[{annotation.__name__}](#{annotation.__name__.lower()})"


def cell(text: str) -> str:
    return text.replace("|", "\\|")


def families_page() -> str:
    """Each family: definition, slots, patterns, and its examples."""
    parts = [
        MADE,
        "# The claim families\n",
        "Every example is a test. Unless it says otherwise it was published on 2022-02-08.\n",
    ]
    for family in load_families():
        examples = examples_of(family.name)
        parts += [f"## {family.name}\n", family.definition.strip(), "\n| slot | what |\n|---|---|"]
        parts += [f"| `{slot}` | {cell(meaning)} |" for slot, meaning in family.slots.items()]
        parts += ["\nSays\n", *bullets(examples["yes"], "slots"), "\nDoes not say\n", *bullets(examples["no"], "why")]
        if examples.get("todo"):
            parts += ["\nDoes not say yet\n", *bullets(examples["todo"], "why")]
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def bullets(groups: list[dict[str, Any]], note: str) -> Iterator[str]:
    for group in groups:
        found = group.get(note, "")
        told = ", ".join(f"{key} = {value}" for key, value in found.items()) if isinstance(found, dict) else found
        for text in group["texts"]:
            yield f"- {' '.join(text.split())}" + (f" ({told})" if told else "")


def dates_page() -> str:
    """What is read as a date, what it means, what is none, and the rules that read it."""
    corpus = tomllib.loads(resource("corpus", "dates.toml").read_text(encoding="utf-8"))
    page = [
        MADE,
        "# Dates\n",
        "Every example is a test. A line tells of the words in [brackets]; {braces} hold other dates.",
        "Unless it says otherwise a text was published on 2022-02-08.\n",
        "## What words mean\n",
    ]
    for group in corpus["date"]:
        told = [f"{key} `{group[key]}`" for key in ("type", "value", "mod", "from", "to", "anchor", "published") if key in group]
        page += [f"**{group['name']}**: {', '.join(told)}\n", *(f"- {' '.join(text.split())}" for text in group["texts"]), ""]
    page.append("## What is no date\n")
    page += [f"- {text} ({group['why']})" for group in corpus["no"] for text in group["texts"]]
    page.append("\n## What has no value\n")
    page += [f"- {text} ({group['why']})" for group in corpus["unknown"] for text in group["texts"]]
    page += ["\n## The rules\n", "Each date of the output names its rule.", *rules_tables([*corpus["date"], *corpus["unknown"]])]
    return "\n".join(page) + "\n"


def rules_tables(groups: list[dict[str, Any]]) -> Iterator[str]:
    """The rules of each module of `claimex/dates/rules/`, with words that they read."""
    shown: dict[str, str] = {}
    for text in (text for group in groups for text in group["texts"]):
        plain = re.sub(r"[\[\]{}]", "", text)
        for found in find(plain):
            shown.setdefault(found.rule, " ".join(plain[found.start : found.end].split()))
    for module in (parts, nth, calendar, lists, relative, moved, clock, often, amounts, references):
        yield f"\n### {module.__name__.rpartition('.')[2]}\n\n{inspect.getdoc(module)}\n\n| rule | reads |\n|---|---|"
        yield from (f"| `{rule.name}` | {cell(shown.get(rule.name, ''))} |" for rule in module.RULES)


def cli_page() -> str:
    """The help of every command."""
    group = typer.main.get_command(app)
    parts = [MADE, "# The command line\n", f"```\n{help_of(group, 'claimex')}\n```\n"]
    for name, command in sorted(group.commands.items()):  # type: ignore[attr-defined]
        parts += [f"## claimex {name}\n", f"```\n{help_of(command, f'claimex {name}')}\n```\n"]
    return "\n".join(parts).rstrip() + "\n"


def help_of(command: click.Command, path: str) -> str:
    context = click.Context(
        command, info_name=path, terminal_width=100, max_content_width=100, help_option_names=["-h", "--help"]
    )
    with context:
        return command.get_help(context).rstrip()


def schema_page() -> str:
    schema = records.ArticleRecord.model_json_schema(by_alias=True, mode="serialization")
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def readme_page() -> str:
    """The README with its marked parts made anew: a real claim, a real card, the families and the measured quality."""
    extractor = Extractor()
    record = extractor.extract_one(Article(text=SHOWN.read_bytes().decode()), published=SHOWN_ON)
    claim = next(claim for claim in record.claims if claim.pattern == SHOWN_PATTERN)
    labelled = load_labels(resource("corpus", "eval"))
    scores = evaluate(extractor.extract(articles_of(labelled)), labelled)
    page = print_article(
        record.model_copy(update={"claims": (claim,), "links": links_of(record, claim)}), colour=False, width=100
    )
    parts = {
        "claim": fenced(claim.model_dump_json(indent=2), "json"),
        "show": fenced(page[page.index(f"\n{claim.family}  {claim.id}") :].strip(), "text"),
        "families": families_table(),
        "quality": fenced(format_table(scores).strip("\n"), "text"),
    }
    text = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    for name, part in parts.items():
        begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
        head, _, rest = text.partition(begin)
        _, _, tail = rest.partition(end)
        text = f"{head}{begin}\n{part}\n{end}{tail}"
    return text


def links_of(record: records.ArticleRecord, claim: records.Claim) -> tuple[records.Link, ...]:
    return tuple(link for link in record.links if claim.id in link.claims)


def fenced(text: str, language: str) -> str:
    return f"```{language}\n{text}\n```"


def families_table() -> str:
    rows = ["| family | an example | slots |", "|---|---|---|"]
    for family in load_families():
        example = " ".join(examples_of(family.name)["yes"][0]["texts"][0].split())
        rows.append(f"| `{family.name}` | {cell(example)} | {', '.join(f'`{slot}`' for slot in family.slots)} |")
    return "\n".join(rows)


PAGES = {
    "record.md": record_page,
    "families.md": families_page,
    "dates.md": dates_page,
    "cli.md": cli_page,
    "schema.json": schema_page,
    "../README.md": readme_page,
}


def main() -> None:
    pages = {FOLDER / name: make() for name, make in PAGES.items()}
    if "--check" in sys.argv:
        stale = [path.name for path, text in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
        for name in stale:
            print(f"docs/{name} is out of date; `make docs` writes it anew", file=sys.stderr)
        sys.exit(1 if stale else 0)
    for path, text in pages.items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
