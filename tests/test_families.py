"""Every line of corpus/families/*.toml is a test: `yes` is said once and so, `no` is not said, `todo` is not said yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimex.families._family import load_families
from tests.examples import FOLDER, Example, Reader, expected, load_examples, name_of

if TYPE_CHECKING:
    from spacy.language import Language

    from claimex.families._family import Family

FAMILIES = load_families()
YES = load_examples("yes")


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp)


def check(reader: Reader, example: Example) -> None:
    said = [reader.said(example, claim) for claim in reader.claims(example)]

    assert said == [expected(example)]


@pytest.mark.parametrize("example", YES, ids=name_of)
def test_yes(reader: Reader, example: Example) -> None:
    check(reader, example)


@pytest.mark.parametrize("example", load_examples("no"), ids=name_of)
def test_no(reader: Reader, example: Example) -> None:
    assert example.group["why"]
    assert [claim.pattern for claim in reader.claims(example)] == []


@pytest.mark.xfail(reason="not yet read; move it to `yes` when it is")
@pytest.mark.parametrize("example", load_examples("todo"), ids=name_of)
def test_todo(reader: Reader, example: Example) -> None:
    check(reader, example)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_family_has_its_examples(family: Family) -> None:
    kinds = {kind: [e for e in load_examples(kind) if e.family == family.name] for kind in ("yes", "no")}

    assert len(kinds["yes"]) >= 2
    assert kinds["no"]
    assert family.definition
    assert family.slots


def test_every_examples_file_has_its_family() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == [family.name for family in FAMILIES]


PATTERNS = [(family, name) for family in FAMILIES for name in family.patterns]


@pytest.mark.parametrize(("family", "name"), PATTERNS, ids=lambda value: getattr(value, "name", value))
def test_no_pattern_is_idle(reader: Reader, family: Family, name: str) -> None:
    """Without the pattern, at least one `yes` of its family is no longer said so."""
    without = replace(family, patterns={key: value for key, value in family.patterns.items() if key != name})
    examples = [example for example in YES if example.family == family.name]

    def holds(example: Example) -> bool:
        said = [reader.said(example, claim) for claim in reader.claims(example, (without,))]
        return said == [expected(example)]

    assert not all(holds(example) for example in examples)
