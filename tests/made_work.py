"""Work that needs no model, for tests of batches: records that say little, and articles that misbehave.

As a program it is a whole run: `python -m tests.made_work IN.jsonl OUT JOBS [--resume]`; it can be killed at any moment.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from claimex.batch.extract import guarded
from claimex.batch.plan import Plan
from claimex.batch.run import run
from claimex.batch.tally import Tally
from claimex.batch.work import Done, Settings, Work
from claimex.errors import BadInput, MissingModel
from claimex.read.files import read_paths
from claimex.write.formats import Output

if TYPE_CHECKING:
    from claimex.batch.work import Result
    from claimex.read.article import Article, Skipped
    from claimex.records import Failure

__all__ = ["DyingWork", "EchoWork", "Silent", "plan_of"]


class EchoWork(Work):
    """Writes each article's id; what else it does, an article's text says."""

    model = "echo"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        if "no model" in settings.extractor:
            message = "no such model"
            raise MissingModel(message)

    def __call__(self, articles: list[Article]) -> list[Result]:
        return [guarded(lambda a=article: self.one(a), article) for article in articles]  # type: ignore[misc]  # a lambda's default

    def one(self, article: Article) -> Done:
        word, _, rest = article.text.partition(" ")
        if word == "bad":
            message = "a bad one"
            raise BadInput(message, reason="bad")
        if word == "die" or (word == "die-once" and not Path(rest).exists()):
            if word == "die-once":
                Path(rest).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "wait":
            time.sleep(float(rest))
        line = json.dumps({"id": article.id, "size": len(article.text), "pid": os.getpid() if word == "pid" else 0})
        return Done(line.encode() + b"\n", len(article.text.split()))


class DyingWork(EchoWork):
    """Dies before it is ready."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        os._exit(7)


class Silent:
    """A watch that only remembers."""

    def __init__(self) -> None:
        self.failures: list[Failure] = []
        self.events: list[str] = []
        self.several = False

    def began(self) -> None:
        self.several = True

    def failed(self, failure: Failure) -> None:
        self.failures.append(failure)

    def skipped(self, skipped: Skipped) -> None:
        self.events.append(f"skipped {skipped.source}")

    def moved(self, tally: Tally) -> None:
        del tally

    def happened(self, what: str) -> None:
        self.events.append(what)


def plan_of(output: Path | None, **options: object) -> Plan:
    """A plan of made work."""
    settings = Settings(output=Output(format="jsonl"))
    return Plan(**({"settings": settings, "output": output, "make": EchoWork, "jobs": 2} | options))  # type: ignore[arg-type]


def main() -> None:
    source, out, jobs, *more = sys.argv[1:]
    plan = plan_of(Path(out), failures=Path(out + ".failures"), jobs=int(jobs), resume="--resume" in more)
    run(plan, read_paths([source]), Silent(), stdout=sys.stdout.buffer, tally=Tally())


if __name__ == "__main__":
    main()
