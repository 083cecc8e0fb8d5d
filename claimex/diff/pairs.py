"""Two streams of articles, or the claims of two articles, in; pairs of those that are the same one out."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from claimex.diff.seen import SeenArticle, SeenClaim

__all__ = ["pair_articles", "pair_claims"]

T = TypeVar("T")
Pair = tuple[T | None, T | None]
ALIKE = 0.5  # of the words of both clauses that they share; below that it is another claim
COMMON = 30  # claims of one family that share a word; a word that more share says nothing


def pair_articles(old: Iterable[SeenArticle], new: Iterable[SeenArticle]) -> Iterator[Pair[SeenArticle]]:
    """Each article of either side once, with its other version if there is one.

    Articles with the same id are the same; those with equal ids in their order. What is left at the end is known by its place:
    source and line, then the number in the file. Two runs over the same input are compared in step, whatever their length; only
    articles that have no partner yet are kept.
    """
    waiting: tuple[dict[str, deque[SeenArticle]], ...] = (defaultdict(deque), defaultdict(deque))
    for both in zip_longest(old, new):
        first, second = both
        if first is not None and second is not None and first.id == second.id and not any(first.id in side for side in waiting):
            yield both
            continue
        for side, article in enumerate(both):
            if article is None:
                continue
            partners = waiting[1 - side]
            if article.id in partners:
                other = partners[article.id].popleft()
                if not partners[article.id]:
                    del partners[article.id]
                yield (article, other) if side == 0 else (other, article)
            else:
                waiting[side][article.id].append(article)
    yield from by_place(*([article for queue in side.values() for article in queue] for side in waiting))


def by_place(old: list[SeenArticle], new: list[SeenArticle]) -> Iterator[Pair[SeenArticle]]:
    """Articles whose ids differ: paired by source and line, else by their number in the file, in the order of the old file."""
    pairs, old, new = paired(old, new, lambda article: article.source and (article.source, article.line))
    more, old, new = paired(old, new, lambda article: article.number)
    found: list[Pair[SeenArticle]] = [*pairs, *more, *((article, None) for article in old), *((None, article) for article in new)]
    yield from sorted(found, key=lambda pair: next((article.number, k) for k, article in enumerate(pair) if article is not None))


def paired(old: list[T], new: list[T], key: Callable[[T], Hashable]) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """Pairs of equal keys, each in its order, and what is left of both sides; None and "" are no keys."""
    queues: dict[Hashable, deque[int]] = defaultdict(deque)
    for k, item in enumerate(new):
        if key(item):
            queues[key(item)].append(k)
    pairs, left, taken = [], [], set()
    for item in old:
        queue = queues.get(key(item)) if key(item) else None
        if queue:
            k = queue.popleft()
            taken.add(k)
            pairs.append((item, new[k]))
        else:
            left.append(item)
    return pairs, left, [item for k, item in enumerate(new) if k not in taken]


def pair_claims(old: SeenArticle, new: SeenArticle) -> list[Pair[SeenClaim]]:
    """Each claim of either version once, with its partner if it has one, in the order of the text.

    In an unchanged text a claim is known by its family and place: by its id, by its cue's place, by overlapping clauses. In a
    changed one it is known by its family and words: by the same cue and clause, else by the most words in common.
    """
    left, right = list(old.claims), list(new.claims)
    pairs: list[tuple[SeenClaim, SeenClaim]] = []
    keys: list[Callable[[SeenClaim], Hashable]] = [lambda claim: (claim.family, claim.values["cue"], claim.words)]
    if old.sha256 == new.sha256:
        keys = [lambda claim: (claim.family, claim.id), lambda claim: (claim.family, claim.cue)]
    for key in keys:
        found, left, right = paired(left, right, key)
        pairs += found
    measure = overlap if old.sha256 == new.sha256 else alike
    found, left, right = nearest(left, right, measure)
    every: list[Pair[SeenClaim]] = [*pairs, *found, *((claim, None) for claim in left), *((None, claim) for claim in right)]
    return sorted(every, key=lambda pair: next((c.start, c.end, c.family, k) for k, c in enumerate(pair) if c is not None))


def nearest(
    old: list[SeenClaim], new: list[SeenClaim], measure: Callable[[SeenClaim, SeenClaim], float]
) -> tuple[list[tuple[SeenClaim, SeenClaim]], list[SeenClaim], list[SeenClaim]]:
    """Pairs of one family, the likest first, and what is left of both sides."""
    scored = sorted(
        ((-measure(old[i], new[k]), abs(i - k), i, k) for i, k in candidates(old, new)),
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for score, _, i, k in scored:
        if score < 0 and i not in partner and k not in taken:
            partner[i] = k
            taken.add(k)
    pairs = [(old[i], new[k]) for i, k in sorted(partner.items())]
    left = [claim for i, claim in enumerate(old) if i not in partner]
    return pairs, left, [claim for k, claim in enumerate(new) if k not in taken]


def candidates(old: list[SeenClaim], new: list[SeenClaim]) -> set[tuple[int, int]]:
    """Claims of one family that share a word which not too many have."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for k, claim in enumerate(new):
        for word in set(claim.words):
            places[claim.family, word].append(k)
    return {
        (i, k)
        for i, claim in enumerate(old)
        for word in set(claim.words)
        if len(places.get((claim.family, word), ())) <= COMMON
        for k in places.get((claim.family, word), ())
    }


def overlap(old: SeenClaim, new: SeenClaim) -> float:
    """How much of the longer clause both cover; 0 where they do not meet."""
    shared = min(old.end, new.end) - max(old.start, new.start)
    return max(0.0, shared / max(old.end - old.start, new.end - new.start, 1))


def alike(old: SeenClaim, new: SeenClaim) -> float:
    """The share of the words of both clauses that they have in common; 0 where that is too little."""
    ours, theirs = Counter(old.words), Counter(new.words)
    score = 2 * (ours & theirs).total() / max(ours.total() + theirs.total(), 1)
    return score if score >= ALIKE else 0.0
