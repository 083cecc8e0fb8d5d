"""The recogniser's file: written by training, read and checked when it is loaded. Plain numbers, no code."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np
from safetensors.numpy import load, save_file

from claimex.errors import MissingModel
from claimex.ner.features import FEATURES
from claimex.ner.labels import CLASSES
from claimex.ner.network import REACH, STEPS, TABLE_REACH, TABLE_STEPS, Layer, Network, Product
from claimex.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

__all__ = ["default_path", "listed_digest", "load_network", "network_of", "save"]

TENSORS = "ner.safetensors"
DIGEST = "SHA256"


def default_path() -> Path:
    """Where the trained file is."""
    return resource("models", "ner", TENSORS)


def listed_digest(path: Path) -> str:
    """The SHA-256 that stands beside a weights file. Raises MissingModel."""
    try:
        return path.with_name(DIGEST).read_text(encoding="utf-8").split()[0]
    except (OSError, IndexError) as error:
        message = f"{path.with_name(DIGEST)} does not say the digest of {path.name}; install claimex anew, or use --ner stock"
        raise MissingModel(message) from error


def load_network(path: Path) -> tuple[Network, str]:
    """The network in a file, and the file's digest. Raises MissingModel if it is not there, or not as it was trained."""
    listed = listed_digest(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"no weights of the recogniser at {path}; install claimex anew, or use --ner stock"
        raise MissingModel(message) from error
    digest = hashlib.sha256(data).hexdigest()
    if digest != listed:
        message = f"{path} is not the file that {DIGEST} beside it lists: cut short or altered; install claimex anew"
        raise MissingModel(message)
    return network_of(load(data)), digest


def network_of(tensors: Mapping[str, NDArray[np.generic]]) -> Network:
    """The network of a file's tensors."""

    def single(name: str) -> NDArray[np.float32]:
        return np.ascontiguousarray(tensors[name], dtype=np.float32)

    def layer(name: str, steps: int = STEPS, reach: int = REACH) -> Layer:
        product = Product(single(f"{name}.weight"), single(f"{name}.bias"), steps=steps, reach=reach)
        return Layer(product, single(f"{name}.scale"), single(f"{name}.shift"))

    def table(name: str) -> NDArray[np.float32]:
        whole: NDArray[np.float32] = np.rint(single(name) * np.float32(TABLE_STEPS))
        return whole.clip(-TABLE_REACH, TABLE_REACH)

    classes = len(tensors["out.bias"])
    if classes != CLASSES:
        message = f"the recogniser's weights have {classes} classes, not {CLASSES}"
        raise MissingModel(message)
    depth = sum(name.endswith(".weight") and name.startswith("layer") for name in tensors)
    known = tuple(np.ascontiguousarray(tensors[f"known.{name}"], dtype=np.uint32) for name in FEATURES)
    return Network(
        known=known,
        tables=tuple(table(f"table{k}") for k in range(len(FEATURES))),
        mix=layer("mix", TABLE_STEPS, TABLE_REACH),
        layers=tuple(layer(f"layer{k}") for k in range(depth)),
        out=Product(single("out.weight"), single("out.bias"), steps=STEPS, reach=REACH),
    )


def save(path: Path, params: Mapping[str, NDArray[np.float32]], known: tuple[NDArray[np.uint32], ...]) -> None:
    """Write the weights, the tables in half precision, and their SHA-256 beside them."""
    tensors: dict[str, NDArray[np.generic]] = {
        name: value.astype(np.float16) if name.startswith("table") else value for name, value in params.items()
    }
    tensors |= {f"known.{name}": value for name, value in zip(FEATURES, known, strict=True)}
    save_file({name: np.ascontiguousarray(tensors[name]) for name in sorted(tensors)}, path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_name(DIGEST).write_text(f"{digest}  {path.name}\n", encoding="utf-8")
