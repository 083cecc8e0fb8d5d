"""The only fixtures: the loaded pipeline, and what is built on it once a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from claimex.nlp import Pipeline


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    from claimex.nlp import load_pipeline

    return load_pipeline()
