"""From raw and annotated articles to the recogniser's weights: `python models/ner/train.py --data FOLDER --output FILE`.

FOLDER holds gmb.jsonl, wikigold.jsonl and raw-wikinews.articles.jsonl, at its top or in `ner/`. Seeded and stopped by
steps; on one machine every run gives the same file. One process of one thread.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from augment import Pools, renamed, restyled, stretches
from learning import Adam, Learner
from silver import label_articles, read_cache, write_cache
from texts import Text, classes_of, text_of

from claimex.ner.features import FEATURES, features
from claimex.ner.weights import save
from claimex.ops import one_thread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from silver import Labelled

FILES = {"gmb": "gmb.jsonl", "wikigold": "wikigold.jsonl", "wikinews": "raw-wikinews.articles.jsonl"}
SHARE_ALIKE = {"uner": "uner.jsonl", "crossner": "crossner.jsonl"}
COUNTS = (4, 3, 3, 3, 2)  # how often a feature must occur to get a row of its own
BATCH = 600  # words
TIMES = {"wikigold": 2, "wikinews": 2, "uner": 2, "crossner": 1, "gmb": 1}  # an epoch's passes over each source
WARM = 250  # steps


def main() -> None:
    """Read the options, find the files, train, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", default=os.environ.get("CLAIMEX_NER_DATA", ""), help="the folder; else CLAIMEX_NER_DATA")
    parser.add_argument("--output", type=Path, default=Path(__file__).parent / "ner.safetensors")
    parser.add_argument("--silver", type=Path, help="keep the labelled articles here, and use them if they are there")
    parser.add_argument("--share-alike", action="store_true", help="learn from the CC BY-SA sets too")
    parser.add_argument("--no-renaming", action="store_true", help="leave the persons' names as they are")
    parser.add_argument("--steps", type=int, default=8000)
    parser.add_argument("--width", type=int, default=96)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    files = FILES | (SHARE_ALIKE if options.share_alike else {})
    paths = find_files(options.data, files)
    if options.silver is None or not options.silver.exists():
        rows = [(name, json.loads(line)) for name, path in paths.items() for line in path.open(encoding="utf-8")]
        articles = list(label_articles(rows))
        if options.silver is not None:
            write_cache(options.silver, articles)
    else:
        articles = [article for article in read_cache(options.silver) if article.source in files]
    with one_thread():
        train(articles, options)


def find_files(folder: str, files: dict[str, str]) -> dict[str, Path]:
    """Where each source is; ends the program with one line if one is missing."""
    if not folder:
        sys.exit("train.py: set CLAIMEX_NER_DATA to the folder that holds " + ", ".join(files.values()))
    home = Path(folder)
    found = {}
    for name, file in files.items():
        path = next((path for path in (home / file, home / "ner" / file, home.parent / file) if path.is_file()), None)
        if path is None:
            sys.exit(f"train.py: {home} has no {file}, neither at its top nor in ner/")
        found[name] = path
    return found


class Words:
    """Every distinct word that training meets, by number, and its rows in the tables."""

    def __init__(self, texts: list[Text], counts: tuple[int, ...]) -> None:
        tally = Counter(word for text in texts for word in text.words)
        distinct = list(tally)
        digests = features(distinct)
        often = np.array([tally[word] for word in distinct])
        self.known = tuple(self.frequent(digests[:, k], often, counts[k]) for k in range(len(FEATURES)))
        self.number: dict[str, int] = {}
        self.rows = np.zeros((0, len(FEATURES)), dtype=np.intp)
        self.rare = np.zeros(0, dtype=bool)
        self.tally = tally
        self.pending: list[str] = []

    @staticmethod
    def frequent(digests: NDArray[np.uint32], often: NDArray[np.int64], least: int) -> NDArray[np.uint32]:
        values, at = np.unique(digests, return_inverse=True)
        sums: NDArray[np.uint32] = values[np.bincount(at, weights=often) >= least]
        return sums

    def __call__(self, words: list[str]) -> list[int]:
        found = []
        for word in words:
            if word not in self.number:
                self.number[word] = len(self.number)
                self.pending.append(word)
            found.append(self.number[word])
        return found

    def settle(self) -> None:
        """Look up the rows of the words that came since the last time."""
        if not self.pending:
            return
        digests = features(self.pending)
        rows = np.zeros(digests.shape, dtype=np.intp)
        for k, known in enumerate(self.known):
            at = np.minimum(np.searchsorted(known, digests[:, k]), len(known) - 1)
            rows[:, k] = np.where(known[at] == digests[:, k], at + 1, 0)
        self.rows = np.concatenate([self.rows, rows])
        self.rare = np.concatenate([self.rare, [self.tally[word] < 10 for word in self.pending]])  # noqa: PLR2004
        self.pending = []


def batches(
    texts: list[tuple[str, Text]], words: Words, random: np.random.Generator, *, renaming: bool, seed: int
) -> Iterator[tuple[NDArray[np.intp], NDArray[np.bool_], NDArray[np.int16]]]:
    """Batches without end: the numbers of the words, which places are gaps, and the classes; a gap before each stretch."""
    pools = Pools(seed)
    while True:
        pieces = []
        for source, whole in texts:
            for _ in range(TIMES[source]):
                text = renamed(whole, pools, random) if renaming and random.random() < 0.5 else whole  # noqa: PLR2004
                classes = classes_of(len(text.words), text.spans, text.unknown)
                for i, j in stretches(text, random):
                    pieces.append((words(restyled(text.words[i:j], random.random())), classes[i:j]))
        words.settle()
        numbers: list[int] = [0]
        labels: list[int] = [-1]
        gaps = [True]
        for k in random.permutation(len(pieces)):
            found, classes = pieces[k]
            numbers += [*found, 0]
            labels += [*classes.tolist(), -1]
            gaps += [False] * len(found) + [True]
            if len(numbers) > BATCH:
                yield np.array(numbers), np.array(gaps), np.array(labels, dtype=np.int16)
                numbers, labels, gaps = [0], [-1], [True]


def train(articles: list[Labelled], options: argparse.Namespace) -> None:
    """Learn, and write the file."""
    random = np.random.default_rng(options.seed)
    texts = [(article.source, text_of(article)) for article in articles]
    words = Words([text for _, text in texts], COUNTS)
    say(f"{len(texts)} articles, {sum(len(text.words) for _, text in texts)} words, rows {[len(k) for k in words.known]}")
    learner = Learner(
        [len(known) + 1 for known in words.known], width=options.width, depth=4, dropout=options.dropout, random=random
    )
    adam = Adam(learner.params)
    begun, mean = time.monotonic(), 0.0
    stream = batches(texts, words, random, renaming=not options.no_renaming, seed=options.seed)
    for step in range(options.steps):
        numbers, gaps, classes = next(stream)
        distinct, at = np.unique(numbers, return_inverse=True)
        rows = words.rows[distinct].copy()
        rows[random.random(len(rows)) < np.where(words.rare[distinct], 0.3, 0.05), 0] = 0  # as if the word were not known
        loss, grads, touched = learner.step(rows, at, gaps, classes)
        rate = 0.003 * min((step + 1) / WARM, 1 - step / options.steps)
        adam(grads, touched, rate)
        mean += (loss - mean) * max(0.01, 1 / (step + 1))
        if (step + 1) % 250 == 0:
            say(f"step {step + 1}: loss {mean:.4f}, {time.monotonic() - begun:.0f} s")
    save(options.output, learner.params, words.known)


def say(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    main()
