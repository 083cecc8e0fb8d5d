"""The recogniser: words to features, features to chances, chances to spans, and the file it all comes from."""

from __future__ import annotations

import hashlib
import itertools
import math
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from claimex.errors import MissingModel
from claimex.ner.component import MANY, NAME, Recogniser
from claimex.ner.decode import LONGEST, SURE, decode
from claimex.ner.features import FEATURES, features
from claimex.ner.labels import BEGIN, CLASSES, INSIDE, LABELS, LAST, OUTSIDE, UNIT
from claimex.ner.network import BLOCK, PIECES, REACH, STEPS, TABLE_REACH, TABLE_STEPS, WHOLE, Network, Product
from claimex.ner.weights import default_path, listed_digest, load_network, network_of, save
from claimex.ner.words import Words
from claimex.nlp import describe, load_pipeline
from claimex.ops import one_thread
from claimex.portions import portions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from spacy.language import Language

WIDTH = 8
NAMES = ["Ana", "Berg", "Chidi", "Dara", "Eze", "Farah", "Gomez", "Hana", "Ibsen", "Jonas", "Kim", "Lund", "Mbeki", "Nagy"]
PLAIN = ["the", "minister", "met", "and", "said", "that", "a", "new", "bridge", "would", "open", ",", "but", "not", "today", "."]


def random_tensors(seed: int = 0, width: int = WIDTH) -> tuple[dict[str, NDArray[np.float32]], tuple[NDArray[np.uint32], ...]]:
    """The numbers of a network of chance weights, which finds names everywhere."""
    random = np.random.default_rng(seed)

    def chance(*shape: int) -> NDArray[np.float32]:
        return random.normal(0, 0.5, shape).astype(np.float32)

    known = features([*NAMES, *PLAIN])
    digests = tuple(np.unique(known[:, k]) for k in range(len(FEATURES)))
    params = {f"table{k}": chance(len(digest) + 1, width) for k, digest in enumerate(digests)}
    for name, size in [("mix", width * len(FEATURES)), *((f"layer{k}", 3 * width) for k in range(4))]:
        params[f"{name}.weight"], params[f"{name}.bias"] = chance(size, PIECES * width), chance(PIECES * width)
        params[f"{name}.scale"], params[f"{name}.shift"] = 1 + chance(width), chance(width)
    return params | {"out.weight": chance(width, CLASSES), "out.bias": chance(CLASSES)}, digests


def random_network(seed: int = 0, width: int = WIDTH) -> Network:
    params, digests = random_tensors(seed, width)
    return network_of(params | {f"known.{name}": digest for name, digest in zip(FEATURES, digests, strict=True)})


def random_texts(count: int, seed: int = 1) -> list[list[str]]:
    random = np.random.default_rng(seed)
    return [[str(random.choice([*NAMES, *PLAIN])) for _ in range(random.integers(0, 60))] for _ in range(count)]


@pytest.fixture(autouse=True)
def single() -> Iterator[None]:
    """BLAS on one thread, as in the pipeline: threads that wait for each other make small matrices slow."""
    with one_thread():
        yield


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("en")


def found(docs: list[Doc]) -> list[list[tuple[int, int, str]]]:
    return [[(ent.start, ent.end, ent.label_) for ent in doc.ents] for doc in docs]


@pytest.mark.parametrize(
    ("word", "same", "as_word"),
    [
        ("Oslo", True, "Oslo"),
        ("OSLO", False, "Oslo"),  # another shape
        ("’s", True, "'s"),
        ("1987", True, "1342"),
        ("Łódź", False, "Lodz"),
        ("Ångström", True, "Angstrom"),
        ("hmmmmmmmm", False, "hmmmm"),
    ],
)
def test_words_that_look_the_same_have_the_same_features(word: str, as_word: str, *, same: bool) -> None:
    first, second = features([word, as_word])

    assert (first == second).all() == same


def test_a_word_and_its_capitals_differ_only_in_shape() -> None:
    first, second = features(["Oslo", "OSLO"])

    assert (first != second).tolist() == [name == "shape" for name in FEATURES]


@pytest.mark.parametrize("word", ["", " ", "\n", "x" * 10_000, "\U0001f600", "ﬁ", "\u0301", "İ", "\ud800"])
def test_any_word_has_features(word: str) -> None:
    assert features([word]).shape == (1, len(FEATURES))


def test_a_word_that_was_never_seen_has_the_row_for_all_others() -> None:
    network = random_network()

    known, unknown = network.rows(features(["Berg", "Qqqzzzx9!"]))

    assert (known > 0).all()
    assert unknown.tolist()[:4] == [0, 0, 0, 0]


def test_a_texts_chances_are_the_same_to_the_bit_alone_and_among_others() -> None:
    network = random_network(width=96)
    vectors = network.vectors(features([*NAMES, *PLAIN]))
    random = np.random.default_rng(2)
    words = random.integers(0, len(vectors), 70)

    def chances(before: int, after: int) -> NDArray[np.float32]:
        others = random.integers(0, len(vectors), before), random.integers(0, len(vectors), after)
        run = np.concatenate([[0], others[0], [0], words, [0], others[1], [0]])
        gaps = np.array([0, before + 1, before + 72, len(run) - 1])
        return network(vectors[run], gaps)[before + 2 : before + 72]

    alone = chances(0, 0)

    assert all((chances(*around) == alone).all() for around in [(1, 0), (17, 3), (BLOCK - 5, 40), (300, 1000), (1111, 7)])


@pytest.mark.parametrize("spread", [1e-3, 0.15, 40.0])
@pytest.mark.parametrize(("steps", "reach"), [(STEPS, REACH), (TABLE_STEPS, TABLE_REACH)])
def test_products_are_exact_whatever_the_rows(steps: int, reach: int, spread: float) -> None:
    random = np.random.default_rng(7)
    product = Product(
        random.normal(0, spread, (288, 24)).astype(np.float32),
        random.normal(0, 1, 24).astype(np.float32),
        steps=steps,
        reach=reach,
    )
    rows = random.integers(-reach, reach + 1, (80, 288))
    worst = reach * np.where(product.weight >= 0, 1, -1).T  # every product of a column positive: the largest sum there can be
    rows = np.concatenate([rows, worst, -worst])

    found = product(rows.astype(np.float32), np.empty((len(rows), 24), dtype=np.float32))

    assert (found == rows @ product.weight.astype(np.int64) + product.bias.astype(np.int64)).all()
    assert WHOLE / 3 < product.most <= WHOLE  # as fine as it can be, and no finer


def test_products_are_near_those_of_the_weights() -> None:
    random = np.random.default_rng(8)
    weight, bias = random.normal(0, 0.15, (288, 24)).astype(np.float32), random.normal(0, 0.2, 24).astype(np.float32)
    product = Product(weight, bias, steps=STEPS, reach=REACH)
    rows = np.rint(random.normal(0, 1.7, (100, 288)) * STEPS).clip(-REACH, REACH).astype(np.float32)

    found = product(rows, np.empty((100, 24), dtype=np.float32)) / product.unit

    assert np.abs(found - (rows / STEPS @ weight + bias)).max() < 0.1


def test_no_sum_of_the_trained_network_can_be_rounded() -> None:
    network, _ = load_network(default_path())

    products = [network.mix.product, *(layer.product for layer in network.layers), network.out]

    assert all(product.most <= WHOLE for product in products)
    for product in products:
        assert (np.abs(product.weight).sum(axis=0) * product.reach + np.abs(product.bias)).max() <= WHOLE
    assert all((table == np.rint(table)).all() and np.abs(table).max() < TABLE_REACH for table in network.tables)


def test_nothing_beyond_its_reach_is_multiplied(monkeypatch: pytest.MonkeyPatch) -> None:
    params, digests = random_tensors()
    far = {name: value + 20 for name, value in params.items() if name.endswith("shift") or name.startswith("table")}
    known = {f"known.{name}": digest for name, digest in zip(FEATURES, digests, strict=True)}
    network = network_of(params | far | known)
    seen = []

    def multiply(product: Product, rows: NDArray[np.float32], out: NDArray[np.float32]) -> NDArray[np.float32]:
        seen.append((np.abs(rows).max() == product.reach, (rows == np.rint(rows)).all()))
        return original(product, rows, out)

    original = Product.__call__
    monkeypatch.setattr(Product, "__call__", multiply)
    vectors = network.vectors(features(NAMES))
    network(vectors, np.array([0]))

    assert seen == [(True, True)] * 6


def test_words_are_learnt_once_and_forgotten_when_there_is_no_room(blank: Language) -> None:
    network = random_network()
    words, plenty = Words(network, blank.vocab, room=9), Words(network, blank.vocab, room=1000)
    random = np.random.default_rng(6)
    everything = [*NAMES, *PLAIN, " ", "\n"]
    orths = np.array([blank.vocab.strings.add(word) for word in everything], dtype=np.uint64)

    for size in (3, 5, 1, 8, 30, 9, 2, 60):  # in order: new, new, full, again, more than there is room for, ...
        batch = random.choice(orths, size)
        few, many = words(batch), plenty(batch)
        assert (few.vectors[few.rows] == many.vectors[many.rows]).all()
        assert [blank.vocab.strings[orth].isspace() for orth in batch.tolist()] == few.blank[few.rows].tolist()
        assert few.rows.min() > 0
        assert len(words.number) <= max(9, len(set(batch.tolist())))


def test_word_vectors_do_not_depend_on_the_other_words() -> None:
    network = random_network(width=96)
    words = [*NAMES, *PLAIN] * 9
    vectors = network.vectors(features(words))

    assert all((network.vectors(features([words[k]])) == vectors[k]).all() for k in range(0, len(words), 13))


@pytest.mark.parametrize("size", [1, 16, 256])
def test_docs_have_the_same_entities_in_any_batch(blank: Language, size: int) -> None:
    recogniser = Recogniser(blank.vocab, random_network(), "")
    texts = random_texts(300)
    alone = found([recogniser(Doc(blank.vocab, words=words)) for words in texts])

    together = found(list(recogniser.pipe((Doc(blank.vocab, words=words) for words in texts), batch_size=size)))

    assert together == alone
    assert sum(map(len, alone)) > 100


def test_docs_have_the_same_entities_in_any_order(blank: Language) -> None:
    recogniser = Recogniser(blank.vocab, random_network(), "")
    texts = random_texts(200)
    order = np.random.default_rng(3).permutation(len(texts)).tolist()

    straight = found(list(recogniser.pipe((Doc(blank.vocab, words=words) for words in texts), batch_size=64)))
    shuffled = found(list(recogniser.pipe((Doc(blank.vocab, words=texts[k]) for k in order), batch_size=64)))

    assert [straight[k] for k in order] == shuffled


def test_white_space_is_not_seen(blank: Language) -> None:
    recogniser = Recogniser(blank.vocab, random_network(), "")
    words = random_texts(1, seed=9)[0]
    gapped = [part for word in words for part in (word, "\n")]

    plain, spaced = recogniser(Doc(blank.vocab, words=words)), recogniser(Doc(blank.vocab, words=gapped))

    assert [(2 * i, 2 * j - 1, label) for i, j, label in found([plain])[0]] == found([spaced])[0]
    assert plain.ents


def test_threads_share_a_recogniser(blank: Language) -> None:
    recogniser = Recogniser(blank.vocab, random_network(), "")
    texts = random_texts(400)
    alone = found([recogniser(Doc(blank.vocab, words=words)) for words in texts])
    recogniser.words = Words(recogniser.network, blank.vocab, room=15)  # forgets all the time

    with ThreadPoolExecutor(4) as pool:
        together = found(list(pool.map(recogniser, [Doc(blank.vocab, words=words) for words in texts])))

    assert together == alone


def test_a_pickled_recogniser_reads_the_same(blank: Language) -> None:
    recogniser = Recogniser(blank.vocab, random_network(), "")
    texts = random_texts(20)
    before = found([recogniser(Doc(blank.vocab, words=words)) for words in texts])

    copy = pickle.loads(pickle.dumps(recogniser))  # noqa: S301  # our own bytes
    copy(Doc(copy.vocab, words=["Qvist"]))  # a word that only the copy's vocabulary knows

    assert found([copy(Doc(copy.vocab, words=words)) for words in texts]) == before


@pytest.mark.parametrize("words", [[], [" "], ["\n", " "]])
def test_a_doc_without_words_has_no_entities(blank: Language, words: list[str]) -> None:
    recogniser = Recogniser(blank.vocab, random_network(), "")
    full = random_texts(1, seed=9)[0]

    docs = list(recogniser.pipe([Doc(blank.vocab, words=w) for w in (words, full, words)]))

    assert [bool(doc.ents) for doc in docs] == [False, True, False]
    assert found([docs[1]]) == found([recogniser(Doc(blank.vocab, words=full))])


def test_many_words_go_in_portions(blank: Language) -> None:
    doc, long = Doc(blank.vocab, words=["a"] * 9_000), Doc(blank.vocab, words=["a"] * (MANY + 1))

    assert [len(few) for few in portions([doc, doc, doc, long, doc], MANY)] == [2, 1, 1, 1]
    assert list(portions([], MANY)) == []


def score(classes: tuple[int, ...], chances: NDArray[np.float32]) -> float:
    """The log probability of a path; minus infinity if it is no BILUO."""
    inside = None
    for c in (*classes, OUTSIDE):
        closes = c >= INSIDE and c < UNIT
        if (inside is not None) != closes or (closes and (c - 1) % len(LABELS) != inside):
            return -math.inf
        inside = (c - 1) % len(LABELS) if BEGIN <= c < LAST else None
    return sum(math.log(chances[k, c]) for k, c in enumerate(classes))


@pytest.mark.parametrize("seed", range(6))
def test_decoding_finds_the_best_of_all_paths(seed: int) -> None:
    random = np.random.default_rng(seed)
    few = [OUTSIDE, *(start + label for start in (BEGIN, INSIDE, LAST, UNIT) for label in (0, 3))]
    chances = np.full((4, CLASSES), 1e-7, dtype=np.float32)
    chances[:, few] = random.dirichlet(np.full(len(few), 0.4), size=4).clip(1e-5)
    chances[:, OUTSIDE] = np.minimum(chances[:, OUTSIDE], SURE - 0.01)

    best = max(itertools.product(few, repeat=4), key=lambda path: score(path, chances))

    path = [OUTSIDE] * 4
    for start, end, label in decode(chances):
        path[start:end] = (
            [BEGIN + label, *[INSIDE + label] * (end - start - 2), LAST + label] if end - start > 1 else [UNIT + label]
        )
    assert tuple(path) == best


def test_stretches_are_decoded_as_if_alone() -> None:
    random = np.random.default_rng(5)
    chances = random.dirichlet(np.full(CLASSES, 0.05), size=400).astype(np.float32)
    chances[random.random(400) < 0.2] = np.eye(CLASSES, dtype=np.float32)[OUTSIDE]

    cuts = [0, *(np.flatnonzero(chances[:, OUTSIDE] == 1) + 1).tolist(), 400]
    alone = [
        (start + i, start + j, label) for start, end in itertools.pairwise(cuts) for i, j, label in decode(chances[start:end])
    ]

    assert [tuple(span) for span in decode(chances)] == alone
    assert len(alone) > 50


def test_a_stretch_without_end_is_decoded_in_pieces() -> None:
    chances = np.full((3 * LONGEST + 7, CLASSES), 1e-7, dtype=np.float32)
    chances[:, INSIDE] = 0.9
    chances[0, BEGIN] = chances[-1, LAST] = 0.99

    spans = decode(np.concatenate([np.eye(CLASSES, dtype=np.float32)[[OUTSIDE]], chances]))

    assert [(span.start - 1, span.end - 1) for span in spans] == [
        (0, LONGEST), (LONGEST, 2 * LONGEST), (2 * LONGEST, 3 * LONGEST), (3 * LONGEST, 3 * LONGEST + 7),
    ]  # fmt: skip


def test_certain_nothing_is_nothing() -> None:
    assert decode(np.zeros((0, CLASSES), dtype=np.float32)) == []
    assert decode(np.tile(np.eye(CLASSES, dtype=np.float32)[OUTSIDE], (5, 1))) == []


def saved(folder: Path) -> Path:
    """A small file of weights with its digest."""
    path = folder / "ner.safetensors"
    save(path, *random_tensors())
    return path


def test_weights_come_back_as_they_were_saved(tmp_path: Path) -> None:
    network, digest = load_network(saved(tmp_path))
    before = random_network()

    assert (network.out.weight == before.out.weight).all()
    assert len(network.layers) == 4
    assert np.abs(network.tables[0] - before.tables[0]).max() <= 1  # kept in half precision: at most one step off
    assert digest == hashlib.sha256((tmp_path / "ner.safetensors").read_bytes()).hexdigest()


def test_the_same_weights_make_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    assert saved(tmp_path / "a").read_bytes() == saved(tmp_path / "b").read_bytes()


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def alter(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def forget_digest(path: Path) -> None:
    path.with_name("SHA256").unlink()


def empty_digest(path: Path) -> None:
    path.with_name("SHA256").write_text("")


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (Path.unlink, "no weights of the recogniser"),
        (cut_short, "cut short or altered"),
        (alter, "cut short or altered"),
        (forget_digest, "does not say the digest"),
        (empty_digest, "does not say the digest"),
    ],
)
def test_weights_that_are_missing_or_broken_are_told_in_one_line(tmp_path: Path, harm, says: str) -> None:  # noqa: ANN001
    path = saved(tmp_path)
    harm(path)

    with pytest.raises(MissingModel, match=says) as caught:
        load_network(path)

    assert "\n" not in str(caught.value)


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    from safetensors.numpy import load  # noqa: PLC0415

    tensors = load(saved(tmp_path).read_bytes())

    with pytest.raises(MissingModel, match="classes"):
        network_of(tensors | {"out.bias": np.zeros(3, dtype=np.float32)})


def test_the_weights_are_those_listed_and_small() -> None:
    path = default_path()

    assert hashlib.sha256(path.read_bytes()).hexdigest() == listed_digest(path)
    assert path.stat().st_size <= 8_000_000


@pytest.fixture(scope="module")
def trained(blank: Language) -> Recogniser:
    network, digest = load_network(default_path())
    return Recogniser(blank.vocab, network, digest)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prime Minister Imran Khan will visit Russia in March.", {"Imran Khan": "PERSON", "Russia": "GPE"}),
        ("Nguyen Thi Lan met Oluwaseun Adeyemi in Paris.", {"Nguyen Thi Lan": "PERSON", "Oluwaseun Adeyemi": "PERSON"}),
        ("Katarzyna Wójcik, a lawyer, told the court in Warsaw.", {"Katarzyna Wójcik": "PERSON", "Warsaw": "GPE"}),
        ("Mr. Tanaka said the World Health Organization was slow.", {"Tanaka": "PERSON"}),
        ("The Pakistani minister flew to London on Tuesday.", {"Pakistani": "NORP", "London": "GPE", "Tuesday": "DATE"}),
        ("The United Nations Security Council meets in New York.", {"New York": "GPE"}),
        ("PRESIDENT PUTIN ARRIVES IN BEIJING FOR TALKS", {"BEIJING": "GPE"}),
    ],
)
def test_names_in_plain_news(blank: Language, trained: Recogniser, text: str, names: dict[str, str]) -> None:
    doc = trained(blank.make_doc(text))

    assert names.items() <= {ent.text: ent.label_ for ent in doc.ents}.items()


@pytest.mark.parametrize(
    "text", ["the weather was fine and nobody came .", "It was a long walk, he said, and they left.", "", "!!! ??? ...", "🙂 🙂"]
)
def test_plain_words_are_no_names(blank: Language, trained: Recogniser, text: str) -> None:
    assert trained(blank.make_doc(text)).ents == ()


def test_straight_and_curly_marks_read_the_same(blank: Language, trained: Recogniser) -> None:
    text = "\"Kenya's minister, William Otieno, won't go to Addis Ababa,\" Reuters said."

    curly = text.replace("'", "’").replace('"', "“", 1).replace('"', "”")

    assert [(e.start, e.end, e.label_) for e in trained(blank.make_doc(text)).ents] == [
        (e.start, e.end, e.label_) for e in trained(blank.make_doc(curly)).ents
    ]


def test_trained_weights_say_the_same_in_any_batch(blank: Language, trained: Recogniser) -> None:
    random = np.random.default_rng(4)
    bits = [
        "Mr. Berg",
        "Okoro",
        "of Lagos",
        "said",
        "that the",
        "World Bank",
        "met",
        "in May 2021",
        ",",
        "and",
        "U.S.",
        "Kim Lund",
        ".",
    ]
    texts = [" ".join(random.choice(bits, size=random.integers(1, 40))) for _ in range(120)]
    alone = found([trained(blank.make_doc(text)) for text in texts])

    batches = [found(list(trained.pipe(map(blank.make_doc, texts), batch_size=size))) for size in (7, 120)]

    assert batches == [alone, alone]


def test_our_recogniser_takes_the_place_of_the_pipelines() -> None:
    nlp = load_pipeline(ner="claimex")

    info = describe(nlp, ops="fast").ner

    assert "ner" not in nlp.pipe_names
    assert nlp.pipe_names[-1] == NAME
    assert info is not None
    assert (info.name, info.digest) == (NAME, listed_digest(default_path()))


def test_the_pipelines_own_recogniser_comes_back() -> None:
    nlp = load_pipeline(ner="stock")

    info = describe(nlp, ops="fast").ner

    assert "ner" in nlp.pipe_names
    assert NAME not in nlp.pipe_names
    assert info is not None
    assert info.name == "en_core_web_sm"
