"""Batches in; the same batches with their results out, in the same order, made by worker processes.

Not spaCy's own `n_process`, nor a pool of the standard library: those wait for ever, or give up, when a worker is killed.
Here a worker that dies costs its article alone. The reader is asked for more only when there is room.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Self

from claimex.batch.extract import failure
from claimex.batch.work import Work
from claimex.batch.worker import CannotStart, Message, Ready, serve
from claimex.errors import ClaimexError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.process import BaseProcess

    from claimex.batch.chunks import Batch
    from claimex.batch.work import Result, Settings
    from claimex.read.article import Article

__all__ = ["Pool"]

DEPTH = 2  # batches a worker has at a time: the next one is there when it is done with the first
WINDOW = 4  # batches begun and not yet written for each worker; they wait for the slowest of those before them
DEATHS = 2  # of workers on one article, the second time alone in its batch, before it is given up
STARTS = 3  # workers in a row that die before they have loaded the language pipeline, before all is given up


@dataclass(slots=True)
class Open:
    """A batch under way; `results` has None where a result is missing."""

    batch: Batch
    results: list[Result | None]

    @property
    def is_done(self) -> bool:
        return None not in self.results


@dataclass(slots=True, eq=False)
class Task:
    """Articles of one open batch that are sent to a worker together; `first` is the place of the first among the batch's."""

    of: Open
    first: int
    articles: list[Article]
    deaths: int = 0


@dataclass(slots=True, eq=False)
class Worker:
    process: BaseProcess
    connection: Connection[list[Article], Message]
    ready: bool = False
    broken: bool = False  # it took no more
    tasks: deque[Task] = field(default_factory=deque)


class Pool:
    """Up to `jobs` worker processes, started as there is work for them. To be used in a with block, which ends them."""

    def __init__(
        self,
        settings: Settings,
        jobs: int,
        *,
        loaded: Callable[[str], None],
        tell: Callable[[str], None],
        make: Callable[[Settings], Work] = Work,
    ) -> None:
        """`loaded` is told the language pipeline of each worker that comes up; `tell` what happens to workers, for people.

        `make` loads, in each worker, what does the work; it is sent there, so it has to be a function or class of a module.
        """
        self.settings, self.jobs, self.loaded, self.tell, self.make = settings, jobs, loaded, tell, make
        self.workers: list[Worker] = []
        self.waiting: deque[Task] = deque()
        self.failed_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the workers; they have nothing to lose."""
        for worker in self.workers:
            worker.process.kill()
        for worker in self.workers:
            worker.process.join()
            worker.connection.close()
        self.workers.clear()

    def __call__(self, batches: Iterator[Batch]) -> Iterator[tuple[Batch, list[Result]]]:
        """Each batch with the results of its articles, in order. Raises ClaimexError where no worker can be started."""
        under_way: deque[Open] = deque()
        more = True
        while True:
            self.listen(timeout=0)
            self.hand_out()  # last: nothing waits below but for workers that are busy
            if under_way and under_way[0].is_done:
                done = under_way.popleft()
                yield done.batch, [result for result in done.results if result is not None]
            elif more and not self.waiting and len(under_way) < WINDOW * self.jobs:
                batch = next(batches, None)
                more = batch is not None
                if batch is not None:
                    under_way.append(self.begin(batch))
            elif under_way:
                self.listen(timeout=None)
            else:
                return

    def begin(self, batch: Batch) -> Open:
        articles = batch.articles
        new = Open(batch, [None] * len(articles))
        if articles:
            self.waiting.append(Task(new, 0, articles))
        return new

    def hand_out(self) -> None:
        """Give what waits to the workers that have least to do; start another one where all are busy and there may be more."""
        while self.waiting:
            free = min((w for w in self.workers if not w.broken), key=lambda worker: len(worker.tasks), default=None)
            if (free is None or free.tasks) and len(self.workers) < self.jobs:
                free = self.start()
            if free is None or len(free.tasks) >= DEPTH:
                return
            self.send(free, self.waiting.popleft())

    def send(self, worker: Worker, task: Task) -> None:
        worker.tasks.append(task)
        try:
            worker.connection.send(task.articles)
        except OSError:  # it has just died, and never had this one
            worker.tasks.pop()
            worker.broken = True
            self.waiting.appendleft(task)

    def start(self) -> Worker:
        context = multiprocessing.get_context("spawn")  # a fork would copy threads' locks, and the reader's open files
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, self.settings, self.make), daemon=True)
        try:
            with blocked_interrupts():
                process.start()
        except OSError as error:
            message = f"no worker process can be started: {(error.strerror or str(error)).lower()}; fewer --jobs may help"
            raise ClaimexError(message) from error
        theirs.close()  # so that the worker's end is closed when the worker is gone
        worker = Worker(process, ours)
        self.workers.append(worker)
        return worker

    def listen(self, timeout: float | None) -> None:
        """Take what workers have sent, and see which have died."""
        by_handle: dict[Any, Worker] = {worker.connection: worker for worker in self.workers}
        by_handle |= {worker.process.sentinel: worker for worker in self.workers}
        for worker in dict.fromkeys(by_handle[handle] for handle in wait(list(by_handle), timeout)):
            try:
                while worker.connection.poll():
                    self.take(worker, worker.connection.recv())
            except (EOFError, OSError):  # the pipe broke: what it still had sent has been read
                self.bury(worker)

    def take(self, worker: Worker, message: Message) -> None:
        if isinstance(message, CannotStart):
            raise ClaimexError(message.detail if message.ours else f"no worker process can be started: {message.detail}")
        if isinstance(message, Ready):
            worker.ready, self.failed_starts = True, 0
            self.loaded(message.model)
            return
        task = worker.tasks.popleft()
        task.of.results[task.first : task.first + len(task.articles)] = message

    def bury(self, worker: Worker) -> None:
        """A worker is dead: blame the first of its tasks, take the others back."""
        worker.process.kill()  # it may only have closed its pipe
        worker.process.join()
        worker.connection.close()
        self.workers.remove(worker)
        how = ending(worker.process.exitcode)
        self.tell(f"a worker process {how}")
        if not worker.ready:
            self.failed_starts += 1
            if self.failed_starts == STARTS:
                message = f"worker processes end before they have loaded the language pipeline (the last one {how})"
                raise ClaimexError(message)
        blamed = [worker.tasks.popleft()] if worker.tasks and worker.ready else []
        self.waiting.extendleft(reversed(worker.tasks))
        for task in blamed:
            self.waiting.extendleft(reversed(self.again(task, how)))

    def again(self, task: Task, how: str) -> list[Task]:
        """The articles of a task whose worker died, each alone; none if it was alone already and was tried again before."""
        if task.deaths + 1 >= DEATHS:
            detail = f"the worker process {how} twice on this article; it may need more memory than there is"
            task.of.results[task.first] = failure(task.articles[0], "worker", detail)
            return []
        return [Task(task.of, task.first + k, [article], task.deaths + 1) for k, article in enumerate(task.articles)]


def ending(exitcode: int | None) -> str:
    """How a process ended, in words."""
    if exitcode is not None and exitcode < 0:
        names = {number.value: number.name for number in signal.Signals}
        return f"was killed ({names.get(-exitcode, f'signal {-exitcode}')})"
    return f"ended by itself (exit code {exitcode})"


@contextmanager
def blocked_interrupts() -> Iterator[None]:
    """A process started inside the block begins with SIGINT held back: Ctrl-C does not make it print a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415  # only where there are signal masks

    resource_tracker.ensure_running()  # with the first process it is started too, and lets the signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
