"""The options that choose among claims, and their names turned into one `Choice`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from claimex.cli.run import MISUSE, give_up

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimex.choose import Choice

__all__ = ["By", "MinWorth", "Only", "Order", "When", "With", "Without", "choice_of"]

FACET_HELP = "number, date, place, speaker or person (whom it is about, by name); several with commas"


class Order(StrEnum):
    """What claims are sorted by."""

    place = "place"
    worth = "worth"


By = Annotated[Order, typer.Option(help="Order of the claims: by place in the text, or by worth, the worthiest first.")]
MinWorth = Annotated[float | None, typer.Option(metavar="WORTH", help="Only claims worth checking this much or more, 0 to 1.")]
Only = Annotated[list[str] | None, typer.Option(metavar="FAMILIES", help="Only claims of these families: rarity,change.")]
With = Annotated[
    list[str] | None, typer.Option("--with", metavar="FACETS", help=f"Only claims that have all of these: {FACET_HELP}.")
]
Without = Annotated[list[str] | None, typer.Option(metavar="FACETS", help="Only claims that have none of these.")]
When = Annotated[list[str] | None, typer.Option(metavar="TENSES", help="Only claims about the past, present or future.")]


def choice_of(
    min_worth: float | None, only: list[str] | None, with_: list[str] | None, without: list[str] | None, when: list[str] | None
) -> Choice:
    """The claims that are wanted; a name that is none, or a worth outside 0 to 1, ends the command with one line."""
    from claimex.choose import FACETS, FAMILIES, TENSES, Choice

    if min_worth is not None and not 0 <= min_worth <= 1:  # NaN too
        give_up(f"--min-worth: {min_worth:g} is not between 0 and 1", MISUSE)
    choice = Choice(
        min_worth=min_worth,
        only=names("--only", only, FAMILIES),
        with_=names("--with", with_, FACETS),
        without=names("--without", without, FACETS),
        when=names("--when", when, TENSES),
    )
    both = [name for name in choice.with_ if name in choice.without]
    if both:
        give_up(f"--with and --without: {both[0]!r} is in both", MISUSE)
    return choice


def names(option: str, given: list[str] | None, known: Iterable[str]) -> tuple[str, ...]:
    """The names of an option that may be given several times, each with several names, in the order of `known`."""
    asked = [name.strip().lower() for text in given or () for name in text.split(",")]
    for name in asked:
        if name not in known:
            give_up(f"{option}: {name!r} is none of {', '.join(known)}", MISUSE)
    return tuple(name for name in known if name in asked)
