"""A worker process: batches of articles come in through a pipe, results go back through it, in the same order.

Messages to it are lists of articles. Messages from it are `Ready`, once, or `CannotStart`; then a list of results for each list.
"""

from __future__ import annotations

import os
import signal
import threading
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeAlias

from claimex.batch.work import Result, Settings, Work
from claimex.errors import ClaimexError

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from claimex.read.article import Article

__all__ = ["CannotStart", "Message", "Ready", "serve"]

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


@dataclass(frozen=True, slots=True)
class Ready:
    """The language pipeline is loaded; `model` is what the records will say of it."""

    model: str


@dataclass(frozen=True, slots=True)
class CannotStart:
    """Why no worker can be made; `ours` if it is an error of claimex's, with a line for people."""

    detail: str
    ours: bool


Message: TypeAlias = Ready | CannotStart | list[Result]


def serve(connection: Connection[Message, list[Article]], settings: Settings, make: Callable[[Settings], Work]) -> None:
    """Work until the other end of the pipe is closed; `make` loads what does it."""
    for number in (signal.SIGINT, signal.SIGTERM):  # they reach the whole group; the parent decides what ends
        signal.signal(number, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(THREADS, "1"))
    tasks: SimpleQueue[list[Article]] = SimpleQueue()
    threading.Thread(target=listen, args=(connection, tasks), daemon=True).start()
    try:
        work = make(settings)
    except ClaimexError as error:
        connection.send(CannotStart(str(error), ours=True))
        return
    except Exception as error:  # noqa: BLE001  # whatever it is, another worker would meet it too
        connection.send(CannotStart(f"{type(error).__name__}: {error}", ours=False))
        return
    try:
        connection.send(Ready(work.model))
        while True:
            connection.send(work(tasks.get()))
    except OSError:  # the parent is gone; errors of the work itself are failures of their articles
        os._exit(1)


def listen(connection: Connection[Message, list[Article]], tasks: SimpleQueue[list[Article]]) -> None:
    """Take what is sent at once, so that the sender never waits; end the process when the parent is gone, however it went."""
    try:
        while True:
            tasks.put(connection.recv())
    finally:
        os._exit(1)
