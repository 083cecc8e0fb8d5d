"""Imports point one way: the order of the rooms is written here, once."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import claimex

PACKAGE = Path(claimex.__file__).parent
ORDER = [
    "errors", "resources", "lists", "spans", "records", "choose", "numbers", "read", "language", "portions", "ops", "tags", "ner",
    "nlp", "parse",
    "syntax", "modality", "names", "dates", "quantities", "speakers", "layers", "families._family", "wording", "families",
    "cues", "claims", "statement", "links", "worth", "assemble", "write", "convert", "diff", "pipeline", "batch", "spark",
    "component", "doctor", "evaluate", "cli", "__main__",
]  # fmt: skip
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py" and "corpus" not in path.parts)


def module_name(path: Path) -> str:
    """The dotted name inside the package."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def rank(name: str) -> int:
    """The place of a module's room in the order; the longest name that fits counts."""
    rooms = [room for room in ORDER if name == room or name.startswith(f"{room}.")]
    assert rooms, f"{name} has no room in ORDER"
    return ORDER.index(max(rooms, key=len))


def imported(path: Path) -> set[str]:
    """The package's own modules that a module imports, those only for types included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "claimex":
            inner = node.module.removeprefix("claimex").lstrip(".")
            folder = PACKAGE.joinpath(*inner.split("."))
            for alias in node.names:
                is_module = (folder / f"{alias.name}.py").exists() or (folder / alias.name / "__init__.py").exists()
                found.add(f"{inner}.{alias.name}".lstrip(".") if is_module else inner)
        elif isinstance(node, ast.Import):
            found |= {alias.name.removeprefix("claimex.") for alias in node.names if alias.name.startswith("claimex.")}
    return found - {""}


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_point_left(path: Path) -> None:
    name = module_name(path)

    others = [other for other in sorted(imported(path)) if not name.startswith(f"{other}.")]  # a module may import its folder
    assert [other for other in others if rank(other) > rank(name)] == []


@pytest.mark.parametrize("room", ORDER)
def test_every_room_is_there(room: str) -> None:
    place = PACKAGE.joinpath(*room.split("."))

    assert place.with_suffix(".py").exists() or (place / "__init__.py").exists()
