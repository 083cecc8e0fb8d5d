"""`claimex diff`: which claims came, went or changed between two runs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimex.cli.run import MISUSE, give_up, say

if TYPE_CHECKING:
    from claimex.diff.changes import Change, Counts

__all__ = ["diff_command"]

# As diff(1): 0 the same, 1 different, 2 trouble of any kind; elsewhere in claimex 1 is that nothing could be done.
DIFFERENT = 1
SIGNS = {"came": "+", "went": "-", "changed": "~"}


def diff_command(
    old: Annotated[Path, typer.Argument(metavar="OLD.jsonl", help="What an earlier `claimex extract` wrote.")],
    new: Annotated[Path, typer.Argument(metavar="NEW.jsonl", help="What a later one wrote.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Write each difference as a line of JSON.")] = False,
    ignore: Annotated[
        str | None, typer.Option(metavar="KEYS", help="Keys of claims not to compare, as worth,worth_why,pattern.")
    ] = None,
) -> None:
    """Say which claims came (+), went (-) or changed (~) between two outputs. Exit 0: none; 1: some; 2: cannot compare."""
    from claimex.diff.changes import KEYS, Counts, changes
    from claimex.errors import BadInput

    ignored = frozenset() if ignore is None else frozenset(key.strip() for key in ignore.split(","))
    for key in sorted(ignored - set(KEYS)):
        give_up(f"--ignore: no key is named {key!r}; there are {', '.join(KEYS)}", MISUSE)
    counts = Counts()
    shown: dict[str, Any] | None = None
    try:
        for change in changes(old, new, counts, ignore=ignored):
            if as_json:
                typer.echo(json_line(change))
                continue
            if change.article != shown:
                typer.echo(("" if shown is None else "\n") + article_line(change))
                shown = change.article
            for line in change_lines(change):
                typer.echo(line)
    except BadInput as error:
        give_up(str(error), MISUSE)
    say(summary(counts))
    if counts.differ:
        raise typer.Exit(DIFFERENT)


def json_line(change: Change) -> str:
    keys = {key: {"old": old, "new": new} for key, (old, new) in change.keys.items()}
    line = {"what": change.what, "kind": change.kind, "article": change.article, "claim": change.claim, "keys": keys}
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def article_line(change: Change) -> str:
    article = change.article
    source = article["source"] or ""
    place = f"{source}:{article['line']}" if article["line"] is not None else source
    return one_line(" ".join(filter(None, (article["id"], place, article["title"]))))


def change_lines(change: Change) -> list[str]:
    """A difference for people: what it is, and under it the old and new value of each key."""
    if change.claim is None:
        head = [] if change.kind == "changed" else [f"{SIGNS[change.kind]} the article"]
        return head + [f"~ the article's {key}{values(key, *both)}" for key, both in change.keys.items()]
    claim = change.claim
    head = [f"{SIGNS[change.kind]} {claim['family']} {claim['id']}: {one_line(claim['statement'])}"]
    return head + [f"    {key}{values(key, *both)}" for key, both in change.keys.items()]


def values(key: str, old: object, new: object) -> str:
    return " differs" if key == "text" and is_digest(old) else f": {told(old)} -> {told(new)}"


def is_digest(value: object) -> bool:
    return isinstance(value, str) and len(value) == 64 and not value.strip("0123456789abcdef")  # noqa: PLR2004  # SHA-256


def told(value: object) -> str:
    return "none" if value is None else one_line(json.dumps(value, ensure_ascii=False))


def one_line(text: str) -> str:
    from claimex.write.terminal import harmless

    return " ".join(harmless(text).split())


def summary(counts: Counts) -> str:
    came, went, changed = (counts.found[kind] for kind in ("came", "went", "changed"))
    new, gone, other = (counts.articles_found[kind] for kind in ("came", "went", "changed"))
    articles = f"{counts.articles} articles ({new} came, {gone} went, {other} changed)"
    return f"{articles}; claims: {came} came, {went} went, {changed} changed, {counts.same} the same"
