"""Scores in; the table that people read, out. Nothing is printed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimex.evaluate.scores import Count, Scores

__all__ = ["format_differences", "format_table"]

HEAD = f"{'':24}{'precision':>10}{'recall':>10}{'F1':>10}{'labels':>10}"


def format_table(scores: Scores) -> str:
    """Precision, recall and F1 of each family and of all; then what was read of the claims found."""
    lines = [HEAD]
    lines += [row(family, count) for family, count in scores.families.items()]
    lines += [row("all", scores.all)]
    if scores.dates.wanted:
        lines.append(row("dates", scores.dates))
    lines += ["", f"{'of the claims found':24}{'right':>10}{'of':>10}"]
    lines += [
        f"{name:24}{share.right / share.of:>10.3f}{share.of:>10}" for name, share in sorted(scores.slots.items()) if share.of
    ]
    if scores.date_values.of:
        lines.append(f"{'date values':24}{scores.date_values.right / scores.date_values.of:>10.3f}{scores.date_values.of:>10}")
    lines += ["", HEAD]
    lines += [row(name, count) for name, count in scores.marks.items()]
    return "\n".join(lines) + "\n"


def row(name: str, count: Count) -> str:
    return f"{name:24}{count.precision:>10.3f}{count.recall:>10.3f}{count.f1:>10.3f}{count.wanted:>10}"


def format_differences(scores: Scores) -> str:
    """One line for each label missed, claim not labelled and date with another value, in order of family and article."""
    ordered = sorted(scores.differences, key=lambda item: (item.family, item.kind, item.article))
    return "".join(
        f"{item.kind} {item.family} | {item.article} | {' '.join(item.cue.split())} | {' '.join(item.clause.split())}\n"
        for item in ordered
    )
