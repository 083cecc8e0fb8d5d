"""Where the data folders are: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

__all__ = ["resource"]

PACKAGE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """The path of a file or folder of `models/` or `corpus/`, for example `resource("corpus", "families")`."""
    inside = PACKAGE.joinpath(*parts)
    return inside if inside.exists() else PACKAGE.parent.joinpath(*parts)
