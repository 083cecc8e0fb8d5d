"""The families in words, from their docstrings and their examples: for `claimex families` and docs/families.md."""

from __future__ import annotations

import tomllib
from textwrap import indent
from typing import Any

from claimex.families._family import Family, load_families
from claimex.resources import resource

__all__ = ["describe_families", "describe_family", "examples_of", "family_names"]


def family_names() -> list[str]:
    return [family.name for family in load_families()]


def examples_of(name: str) -> dict[str, list[dict[str, Any]]]:
    """A family's examples file: groups of `yes`, `no` and `todo`."""
    return tomllib.loads(resource("corpus", "families", f"{name}.toml").read_text(encoding="utf-8"))


def first_sentence(family: Family) -> str:
    """What a match asserts: the first paragraph of the definition, on one line."""
    return " ".join(family.definition.strip().split("\n\n")[0].split())


def describe_families() -> str:
    """Every family: its name, what it asserts, and its first example."""
    return "\n\n".join(
        f"{family.name}: {first_sentence(family)}\n  e.g. {examples_of(family.name)['yes'][0]['texts'][0]}"
        for family in load_families()
    )


def describe_family(name: str) -> str:
    """One family: its definition, slots, patterns, examples and near misses."""
    family = next(family for family in load_families() if family.name == name)
    examples = examples_of(name)
    slots = "\n".join(f"{slot}: {meaning}" for slot, meaning in family.slots.items())
    said = "\n".join(text for group in examples["yes"] for text in group["texts"])
    unsaid = "\n".join(f"{text} ({group['why']})" for group in examples["no"] for text in group["texts"])
    parts = [
        family.definition.strip(),
        f"Slots\n{indent(slots, '  ')}",
        f"Says\n{indent(said, '  ')}",
        f"Does not say\n{indent(unsaid, '  ')}",
    ]
    return "\n\n".join(parts)
