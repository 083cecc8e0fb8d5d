"""Sized things in; the same in their order, a few at a time, out: as many as networks and memory take well."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sized

    T = TypeVar("T", bound=Sized)

__all__ = ["portions"]


def portions(things: Iterable[T], most: int) -> Iterator[list[T]]:
    """Lists whose lengths add up to `most` at most; a thing that is longer stands alone."""
    few: list[T] = []
    size = 0
    for thing in things:
        if few and size + len(thing) > most:
            yield few
            few, size = [], 0
        few.append(thing)
        size += len(thing)
    if few:
        yield few
