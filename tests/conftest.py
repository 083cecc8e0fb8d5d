"""The only fixtures: the loaded pipeline, and what is built on it once a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default pipeline, loaded once a session."""
    from claimex.nlp import load_pipeline  # noqa: PLC0415  # only the tests that need it pay for it

    return load_pipeline()
